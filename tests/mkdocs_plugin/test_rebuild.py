"""A build over the site before writes the same bytes as one that makes everything."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from iku_terbuka.cli.export import export_command
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.shell import Shell
from iku_terbuka.publish import Page
from iku_terbuka.publish.output import MANIFEST
from iku_terbuka.wording import day_text
from tests.conftest import ACUAN, CONTOH, EPOCH, ROOT, copy_project, leave_out_guide

DINAS = "indicators/kabupaten-contoh/dinas-lingkungan-hidup-rekaan"
OPTIONS = """\
      repositori: https://github.com/contoh/iku
      kontak: Bagian Organisasi & Tata Laksana
      kartu_indikator: true
"""


def project(folder: Path) -> Path:
    """Copy a project with one instansi of the fictional data and every option that pages show.

    Of the guide it has the first page alone.
    """
    folder.mkdir()
    config = copy_project(folder, CONTOH) / "mkdocs.yml"
    leave_out_guide(folder)
    for other in (folder / "indicators/kabupaten-contoh").iterdir():
        if other.is_dir() and other.name != Path(DINAS).name:
            shutil.rmtree(other)
    text = config.read_text(encoding="utf-8").replace("  - iku:\n", f"  - iku:\n{OPTIONS}", 1)
    text = text.replace('site_url: ""', "site_url: https://iku.contoh.example/kinerja/")
    config.write_text(text, encoding="utf-8")
    return config


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def different(one: Path, other: Path) -> list[str]:
    """Return the files that differ or that only one of the sites has."""
    a, b = files(one), files(other)
    return sorted(path for path in a.keys() | b.keys() if a.get(path) != b.get(path))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the pages that were made, and not left as they were."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folders: list[str] = []
    render = Shell.render

    def noted(self: Shell, page: Page) -> bytes:
        folders.append(page.folder)
        return render(self, page)

    monkeypatch.setattr(Shell, "render", noted)
    return folders


def git(folder: Path, *args: str, day: str = "2026-11-21T12:00:00+0700") -> None:
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    dated = os.environ | {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    subprocess.run(["git", *who, *args], cwd=folder, check=True, env=dated)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def different_from_clean(config: Path, site: Path) -> list[str]:
    """Return the files that a clean build makes otherwise; what is kept stays as it is."""
    kept = config.parent / ".cache"
    aside = kept.rename(kept.with_name("disimpan"))
    clean = site.with_name("bersih")
    build(config, clean, None)
    found = different(site, clean)
    shutil.rmtree(clean)
    shutil.rmtree(kept)
    aside.rename(kept)
    return found


def test_only_what_changed_is_made_again_and_the_bytes_are_those_of_a_clean_build(
    tmp_path: Path, made: list[str]
) -> None:
    config = project(tmp_path / "proyek")
    root, site = config.parent, tmp_path / "site"
    build(config, site, None)
    assert not (site / "panduan/kunci").exists(), "the guide is left out"
    everything = len(made)
    made.clear()
    build(config, site, None)
    assert made == []

    year = root / DINAS / "capaian/2024.yaml"
    some = range(1, everything)
    changes = {
        "angka": (year, "realisasi: ", "realisasi: 1", some),
        "panduan": (
            root / "content/panduan/index.md",
            *("title: Panduan", "title: Cara", [0]),  # the search knows every page
        ),
        "tema": (root / "theme/main.html", "Laporkan kesalahan", "Laporkan", [everything]),
        "opsi": (root / "mkdocs.yml", "site_name: IKU Terbuka", "site_name: Kinerja", [everything]),
    }
    for name, (path, old, new, expected) in changes.items():
        change(path, old, new)
        made.clear()
        build(config, site, None)
        assert len(made) in expected, name
        if name == "panduan":  # after what makes a part; what makes all leaves nothing
            assert different_from_clean(config, site) == []


def test_the_next_day_makes_no_page_of_data_again(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = project(tmp_path / "proyek")
    root, site = config.parent, tmp_path / "site"
    for command in (["init", "-q"], ["add", "indicators"], ["commit", "-qm", "Awal"]):
        git(root, *command)
    for _ in range(2):
        build(config, site, None)
    before = files(site)
    made.clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 86_400))
    build(config, site, None)
    assert made == []
    assert different_from_clean(config, site) == []
    changed = {path for path, content in files(site).items() if before.get(path) != content}
    assert changed <= {path for path in before if path.split("/")[0] != "kabupaten-contoh"}
    monkeypatch.chdir(root)
    export_command.main(["--json", str(tmp_path / "iku.json")], standalone_mode=False)
    assert (tmp_path / "iku.json").read_bytes() == (site / "data/iku.json").read_bytes()
    home = (site / "index.html").read_text(encoding="utf-8")
    tomorrow = day_text(ACUAN + timedelta(days=1))
    assert f"Data per {day_text(ACUAN)}. Status dihitung per {tomorrow}." in home


def test_the_site_is_the_same_whatever_else_mkdocs_is_told(tmp_path: Path, made: list[str]) -> None:
    """Another plugin or Markdown extension touches hand-written pages alone, and costs no more."""
    config = project(tmp_path / "proyek")
    build(config, tmp_path / "biasa", None)
    change(config, "plugins:\n", "plugins:\n  - search\n")
    change(
        config, "markdown_extensions:\n", "markdown_extensions:\n  - footnotes\n  - admonition\n"
    )
    for _ in range(3):
        made.clear()
        build(config, tmp_path / "lain", None)
    assert made == []
    found = different(tmp_path / "biasa", tmp_path / "lain")
    assert [
        path for path in found if path.startswith(("kabupaten-contoh/", "data/kabupaten"))
    ] == []
    assert (tmp_path / "lain/search/search_index.json").is_file()


def test_a_plain_mkdocs_build_makes_the_same_site(tmp_path: Path, made: list[str]) -> None:
    config = project(tmp_path / "proyek")
    build(config, tmp_path / "iku", None)
    build_alone(config, tmp_path / "mkdocs")
    assert different(tmp_path / "iku", tmp_path / "mkdocs") == [MANIFEST], "iku build alone lists"


def test_a_theme_may_lie_elsewhere(tmp_path: Path, made: list[str]) -> None:
    config = project(tmp_path / "proyek")
    partials = config.parent / "theme/partials"
    partials.rename(tmp_path / "bersama")
    partials.symlink_to(tmp_path / "bersama")
    for _ in range(2):
        build(config, tmp_path / "situs", None)
    change(tmp_path / "bersama/header.html", "<header", "<header data-uji")
    build(config, tmp_path / "situs", None)
    pages = list((tmp_path / "situs").rglob("index.html"))
    assert all("data-uji" in page.read_text(encoding="utf-8") for page in pages)


def test_a_build_that_changes_nothing_draws_nothing(tmp_path: Path, made: list[str]) -> None:
    config = project(tmp_path / "proyek")
    build(config, tmp_path / "site", None)
    drawing = {"matplotlib", "PIL", "numpy", "xlsxwriter"}
    assert drawing <= sys.modules.keys(), "a first build draws with these"
    program = (
        "import pathlib, sys\n"
        "from iku_terbuka.mkdocs_plugin.build import build\n"
        "build(pathlib.Path('mkdocs.yml'), pathlib.Path(sys.argv[1]), None)\n"
        "print(*sys.modules)\n"
    )
    again = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "site")],
        cwd=config.parent,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        check=True,
        text=True,
    )
    assert drawing & set(again.stdout.split()) == set()
    assert "iku_terbuka.site" in again.stdout.split()


def test_a_site_comes_over_the_one_before_the_last(tmp_path: Path, made: list[str]) -> None:
    config = project(tmp_path / "proyek")
    root, site = config.parent, tmp_path / "site"
    for tahun in ("2023", "2024", "2022"):
        build(config, site, None)
        (site / "sisipan.html").write_text("ditaruh orang", encoding="utf-8")
        shutil.rmtree(site / "kelengkapan")
        (site / "index.html").write_bytes(b"diubah orang")
        change(root / DINAS / f"capaian/{tahun}.yaml", "realisasi: ", "realisasi: 1")
    index = root / ".cache/iku-situs/situs/index.html"
    assert index.read_bytes() == b"diubah orang", "the one that was replaced is kept"
    build(config, site, None)
    assert different_from_clean(config, site) == ["sisipan.html"], "somebody's, and it stays"


def test_another_version_of_the_program_keeps_nothing_of_the_old(
    tmp_path: Path, made: list[str]
) -> None:
    config = project(tmp_path / "proyek")
    build(config, tmp_path / "situs", None)
    program = tmp_path / "program/generator"
    for folder in ("generator", "content", "theme", "indicators/skala"):
        shutil.copytree(ROOT / folder, program.parent / folder)
    shutil.copy(ROOT / "mkdocs.yml", program.parent)
    words = program / "iku_terbuka/wording/terms.py"
    change(words, "Makin tinggi makin baik", "Kian tinggi kian baik")
    assert "Kian tinggi" in build_alone(config, tmp_path / "situs", program, "iku")
    shutil.rmtree(config.parent / ".cache")
    build_alone(config, tmp_path / "bersih", program, "iku")
    assert different(tmp_path / "situs", tmp_path / "bersih") == []


def build_alone(
    config: Path, out: Path, program: Path = ROOT / "generator", by: str = "mkdocs"
) -> str:
    """Build in a process of its own with the program in ``program``; return the pages."""
    environ = os.environ | {"PYTHONPATH": str(program), "SOURCE_DATE_EPOCH": EPOCH}
    run = "from iku_terbuka.cli import main; main()"
    command = {
        "mkdocs": ["-m", "mkdocs", "build", "-q", "-d", str(out)],
        "iku": ["-c", run, "build", "--out", str(out)],
    }[by]
    done = subprocess.run(
        [sys.executable, *command], cwd=config.parent, env=environ, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    pages = (out / "kabupaten-contoh").rglob("index.html")
    return "".join(page.read_text(encoding="utf-8") for page in pages)


def test_what_came_with_the_repository_is_not_trusted(tmp_path: Path, made: list[str]) -> None:
    config = project(tmp_path / "proyek")
    root, site = config.parent, tmp_path / "situs"
    for _ in range(2):
        build(config, site, None)
    kept = next((root / ".cache").rglob("kabupaten-contoh/index.html"))
    told = kept.stat()
    kept.write_bytes(kept.read_bytes().replace(b"Kabupaten", b"Kabupatan"))
    os.utime(kept, ns=(told.st_atime_ns, told.st_mtime_ns))
    git(root, "init", "-q")
    git(root, "add", "-f", ".cache")
    build(config, tmp_path / "dari-repositori", None)
    assert (
        b"Kabupatan" not in (tmp_path / "dari-repositori/kabupaten-contoh/index.html").read_bytes()
    )
    assert len(made) > 2 * len(list(site.rglob("tahun-*"))), "everything was made again"
