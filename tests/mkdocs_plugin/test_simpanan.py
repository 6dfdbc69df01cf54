"""A build that takes pages from before writes the same bytes as one that makes them all."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from iku_terbuka.build import build
from iku_terbuka.mkdocs_plugin.halaman import HalamanNanti
from iku_terbuka.mkdocs_plugin.muat import SIMPANAN
from iku_terbuka.mkdocs_plugin.pratinjau import pratinjau
from iku_terbuka.simpanan import Simpanan
from iku_terbuka.wording import day_text
from tests.conftest import ACUAN, AKAR, EPOCH
from tests.mkdocs_plugin.test_kulit import beda, proyek

DINAS = "indicators/kabupaten-contoh/dinas-lingkungan-hidup-rekaan"


@pytest.fixture
def dibuat(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were made, and not taken from before."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    made: list[str] = []
    buat = HalamanNanti.buat
    monkeypatch.setattr(
        HalamanNanti, "buat", lambda self, *a: made.append(self.file.src_uri) or buat(self, *a)
    )
    return made


def git(folder: Path, *args: str) -> None:
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    subprocess.run(["git", *who, *args], cwd=folder, check=True)


def ubah(path: Path, lama: str, baru: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert lama in text
    path.write_text(text.replace(lama, baru, 1), encoding="utf-8")


def beda_dari_bersih(config: Path, site: Path) -> list[str]:
    """Return the files that a clean build makes otherwise; what is kept stays as it is."""
    kept = config.parent / ".cache"
    aside = kept.rename(kept.with_name("disimpan"))
    clean = site.with_name("bersih")
    build(config, clean, None)
    found = beda(site, clean)
    shutil.rmtree(clean)
    shutil.rmtree(kept)
    aside.rename(kept)
    return found


def test_only_what_changed_is_made_again_and_the_bytes_are_those_of_a_clean_build(
    tmp_path: Path, dibuat: list[str]
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    root = config.parent
    site = tmp_path / "site"
    build(config, site, None)
    everything = len(dibuat)
    for _ in range(2):  # from now on over an older site
        dibuat.clear()
        build(config, site, None)
        assert dibuat == []
        assert beda_dari_bersih(config, site) == []

    year = root / DINAS / "capaian/2024.yaml"
    some = range(1, everything)
    changes = {
        "angka": (year, "realisasi: ", "realisasi: 1", some),
        "definisi": (root / DINAS / "iku/2024.yaml", "nama: ", "nama: Angka ", some),
        "tema": (root / "theme/main.html", "Laporkan kesalahan", "Laporkan", [everything]),
        "istilah": (root / "content/glosarium/index.md", "IKU", "I.K.U.", [everything]),
        "opsi": (root / "mkdocs.yml", "site_name: IKU Terbuka", "site_name: Kinerja", [everything]),
    }
    for nama, (path, lama, baru, expected) in changes.items():
        ubah(path, lama, baru)
        dibuat.clear()
        build(config, site, None)
        assert len(dibuat) in expected, nama
        assert beda_dari_bersih(config, site) == [], nama


def test_the_next_day_and_the_next_commit_make_no_page_again(
    tmp_path: Path, dibuat: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    root = config.parent
    site, besok = tmp_path / "site", day_text(ACUAN + timedelta(days=1))
    build(config, site, None)
    for command in (["init", "-q"], ["add", "indicators"], ["commit", "-qm", "Awal"]):
        git(root, *command)
    for nama, epoch in (("komit", EPOCH), ("besok", str(int(EPOCH) + 86_400))):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        dibuat.clear()
        build(config, site, None)
        # In Git every number has a past, which pages show: that once they are made again.
        assert bool(dibuat) == (nama == "komit")
        assert beda_dari_bersih(config, site) == []
    texts = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assert besok in texts
    assert not set(texts) & set("\ue000\ue001\ue002\ue003"), "marks that nobody filled"


def test_a_preview_leaves_nothing_of_its_address(tmp_path: Path, dibuat: list[str]) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    with pratinjau():
        made = load_config(str(config), site_dir=str(tmp_path / "pratinjau"))
        made.site_url = "http://127.0.0.1:8000/"
        mkdocs_build(made, serve_url=made.site_url, dirty=True)
    build(config, tmp_path / "situs", None)
    assert beda_dari_bersih(config, tmp_path / "situs") == []


def test_a_template_under_another_name_is_another_theme(tmp_path: Path, dibuat: list[str]) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    build(config, tmp_path / "awal", None)
    partials = config.parent / "theme/partials"
    partials.rename(partials.with_name("partials-lama"))
    build(config, tmp_path / "tanpa", None)
    assert beda(tmp_path / "awal", tmp_path / "tanpa")
    assert beda_dari_bersih(config, tmp_path / "tanpa") == []


def test_a_theme_may_lie_elsewhere(tmp_path: Path, dibuat: list[str]) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    partials = config.parent / "theme/partials"
    partials.rename(tmp_path / "bersama")
    partials.symlink_to(tmp_path / "bersama")
    build(config, tmp_path / "awal", None)
    ubah(tmp_path / "bersama/header.html", "<header", "<header data-uji")
    build(config, tmp_path / "diubah", None)
    pages = list((tmp_path / "diubah").rglob("index.html"))
    assert all("data-uji" in page.read_text(encoding="utf-8") for page in pages)


def test_a_theme_that_shows_the_moment_shows_that_of_the_build(
    tmp_path: Path, dibuat: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    ubah(config.parent / "theme/main.html", "Data per", "{{ build_date_utc }} Data per")
    build(config, tmp_path / "awal", None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 7))
    build(config, tmp_path / "nanti", None)
    assert beda_dari_bersih(config, tmp_path / "nanti") == []


def test_other_plugins_see_day_and_commit_and_no_marks(tmp_path: Path, dibuat: list[str]) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    ubah(config, "plugins:\n", "plugins:\n  - search\n")
    build(config, tmp_path / "situs", None)
    index = (tmp_path / "situs/search/search_index.json").read_text(encoding="utf-8")
    assert "Data per " in index
    assert not set(index) & set("\ue000\ue001\ue002\ue003")


def test_a_build_that_changes_nothing_draws_and_compiles_nothing(tmp_path: Path) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    program = (
        "import pathlib, sys\n"
        "from jinja2 import Environment\n"
        "from iku_terbuka.build import build\n"
        "compiled, generate = [], Environment._generate\n"
        "Environment._generate = lambda *a, **k: compiled.append(a[2]) or generate(*a, **k)\n"
        "build(pathlib.Path('mkdocs.yml'), pathlib.Path('site'), None)\n"
        "print({'main.html', 'kelengkapan.md.j2'} <= set(compiled), len(compiled))\n"
        "print(sorted({'matplotlib', 'PIL', 'numpy'} & sys.modules.keys()))\n"
    )
    first, again = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=config.parent,
            env=os.environ | {"PYTHONPATH": str(AKAR), "SOURCE_DATE_EPOCH": EPOCH},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.splitlines()
        for _ in range(2)
    )
    assert first[0].startswith("True ")
    assert first[1] == "['PIL', 'matplotlib', 'numpy']"
    assert again == ["False 0", "[]"]


def test_a_site_comes_over_the_one_before_the_last(tmp_path: Path, dibuat: list[str]) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    root, site = config.parent, tmp_path / "site"
    years = ("2023", "2024", "2022", "2023")
    for tahun in years:
        build(config, site, None)
        (site / "sisipan.html").write_text("ditaruh orang", encoding="utf-8")
        shutil.rmtree(site / "kelengkapan")
        (site / "index.html").write_bytes(b"diubah orang")
        ubah(root / DINAS / f"capaian/{tahun}.yaml", "realisasi: ", "realisasi: 1")
    index = (root / SIMPANAN).with_name("iku-situs") / "situs/index.html"
    assert index.read_bytes() == b"diubah orang", "the one that was replaced is kept"
    build(config, site, None)
    assert beda_dari_bersih(config, site) == []


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "tampak"),
    [
        ("templates/indikator.md.j2", "Arti dan alasan", "Arti dan sebab", "Arti dan sebab"),
        ("charts/canvas.py", "VALUE = (14, 400)", "VALUE = (15, 400)", "font-size:15px"),
    ],
)
def test_another_version_of_the_program_takes_nothing_of_the_old(
    tmp_path: Path, berkas: str, lama: str, baru: str, tampak: str
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    program = tmp_path / "program"
    shutil.copytree(AKAR / "generator", program / "generator")
    assert tampak not in bangun_sendiri(config, tmp_path / "awal", program)
    ubah(program / "generator" / "iku_terbuka" / berkas, lama, baru)
    assert tampak in bangun_sendiri(config, tmp_path / "baru", program)
    shutil.rmtree(config.parent / SIMPANAN)
    bangun_sendiri(config, tmp_path / "bersih", program)
    assert beda(tmp_path / "baru", tmp_path / "bersih") == []


def bangun_sendiri(config: Path, out: Path, program: Path = AKAR) -> str:
    """Build in a process of its own with the program in ``program``; return the pages."""
    environ = os.environ | {"PYTHONPATH": str(program / "generator"), "SOURCE_DATE_EPOCH": EPOCH}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(out)]
    subprocess.run(command, cwd=config.parent, env=environ, check=True, capture_output=True)
    pages = (out / "kabupaten-contoh").rglob("index.html")
    return "".join(page.read_text(encoding="utf-8") for page in pages)


def test_what_a_filter_of_others_made_of_a_constant_is_not_kept(tmp_path: Path) -> None:
    """Jinja applies it when it compiles the template."""
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    (config.parent / "kait.py").write_text(
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(50)\n"
        "def on_env(env, **_):\n"
        "    env.filters['kait'] = lambda teks: teks + ' lama'\n"
        "    return env\n",
        encoding="utf-8",
    )
    ubah(config, "plugins:\n", "hooks: [kait.py]\nplugins:\n")
    ubah(config.parent / "theme/main.html", "Data per", "{{ 'Kait' | kait }} Data per")
    assert "Kait lama" in bangun_sendiri(config, tmp_path / "awal")
    ubah(config.parent / "kait.py", "lama", "baru")
    pages = bangun_sendiri(config, tmp_path / "baru")
    assert "Kait baru" in pages
    assert "Kait lama" not in pages


def test_what_costs_less_to_make_than_to_read_is_not_kept(
    tmp_path: Path, dibuat: list[str]
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    build(config, tmp_path / "situs", None)
    files = [path for path in (config.parent / SIMPANAN).rglob("*") if path.is_file()]
    kept = {path.read_bytes().partition(b"\n")[2] for path in files}
    data = tmp_path / "situs/data/kabupaten-contoh"
    assert {path.read_bytes() for path in data.rglob("iku.xlsx")} <= kept
    tables = [path.read_bytes() for path in data.rglob("*") if path.suffix in {".csv", ".json"}]
    assert len(tables) > 20
    assert not kept & set(tables)


def test_what_came_with_the_repository_is_not_trusted(
    tmp_path: Path, dibuat: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    root = config.parent
    build(config, tmp_path / "awal", None)
    store = Simpanan(root / SIMPANAN)
    for entry in (path for path in (root / SIMPANAN).rglob("*") if path.is_file()):
        kunci = entry.parent.name + entry.name
        kept = store.baca(kunci)
        assert kept
        store.tulis(kunci, kept.replace(b"Lingkungan", b"Palsu"))
    build(config, tmp_path / "dipercaya", None)
    assert beda(tmp_path / "awal", tmp_path / "dipercaya"), "the forgery works where it is trusted"

    git(root, "init", "-q")
    git(root, "add", "-f", SIMPANAN)
    build(config, tmp_path / "dari-repositori", None)
    assert beda(tmp_path / "awal", tmp_path / "dari-repositori") == []
