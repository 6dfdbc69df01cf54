"""The thin side towards MkDocs: strict builds, `hanya`, edit links, errors, live preview."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench import ours as bench
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from iku_terbuka.mkdocs_plugin.shell import minify
from iku_terbuka.publish.output import OutputError
from tests.conftest import EPOCH, add_guide, copy_small_project

SAKIP = "indicators/kabupaten-balangan/sekretariat-daerah/iku.yaml"


@pytest.fixture
def proyek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(copy_small_project(tmp_path))
    return tmp_path


def opsi(proyek: Path, *lines: str) -> None:
    """Set options of the plugin in mkdocs.yml."""
    path = proyek / "mkdocs.yml"
    options = "".join(f"      {line}\n" for line in lines)
    path.write_text(
        path.read_text(encoding="utf-8").replace("  - iku:\n", f"  - iku:\n{options}", 1),
        encoding="utf-8",
    )


def mkdocs(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *args],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_a_strict_build_has_no_warning(proyek: Path) -> None:
    add_guide(proyek)
    done = mkdocs("build", "--strict", "-d", "site")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


def test_progress_counts_every_file_of_ours(proyek: Path) -> None:
    steps: list[tuple[int, int]] = []
    build(
        proyek / "mkdocs.yml",
        proyek / "site",
        None,
        lambda done, total: steps.append((done, total)),
    )
    total = steps[-1][1]
    assert steps == [(done, total) for done in range(total + 1)]
    assert total > len(list((proyek / "site/kabupaten-balangan").rglob("*.html")))


def test_the_navigation_names_our_pages_and_the_pemda_only(built: Path) -> None:
    page = (built / "kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.html").read_text(
        encoding="utf-8"
    )
    (menu,) = re.findall(r'<nav aria-label="Menu">.*?</nav>', page, re.DOTALL)
    links = re.findall(r'href="([^"]+)"', menu)
    assert any(link.endswith("kota-mojokerto/index.html") for link in links)
    assert not any("bagian-hukum" in link for link in links)


@pytest.mark.parametrize(
    ("hanya", "judul", "ada", "tidak_ada"),
    [
        (
            "kabupaten-balangan",
            "Kabupaten Balangan",
            "sekretariat-daerah/bagian-hukum/index.html",
            "kabupaten-balangan",
        ),
        (
            "kabupaten-balangan/sekretariat-daerah",
            "Sekretariat Daerah",
            "bagian-hukum/index.html",
            "sekretariat-daerah",
        ),
    ],
)
def test_one_part_alone_is_its_own_home(
    proyek: Path, hanya: str, judul: str, ada: str, tidak_ada: str
) -> None:
    add_guide(proyek)
    opsi(proyek, f"hanya: {hanya}")
    build(proyek / "mkdocs.yml", proyek / "site", None)
    home = (proyek / "site/index.html").read_text(encoding="utf-8")
    assert f">{judul}</h1>" in home
    assert (proyek / "site" / ada).is_file()
    assert not (proyek / "site" / tidak_ada).exists()
    assert "Kota Mojokerto" not in home
    assert "kota-mojokerto" not in (proyek / "site/data/capaian.csv").read_text(encoding="utf-8")
    for page in (proyek / "site").rglob("index.html"):
        for href in re.findall(r'href="([^":#]*index\.html)', page.read_text(encoding="utf-8")):
            assert (page.parent / href).resolve().is_file(), (page, href)


def test_an_unknown_part_is_explained(proyek: Path) -> None:
    opsi(proyek, "hanya: kabupaten-tidak-ada")
    with pytest.raises(BuildError, match="“hanya: kabupaten-tidak-ada”"):
        build(proyek / "mkdocs.yml", proyek / "site", None)


def test_edit_links_lead_to_the_yaml(proyek: Path) -> None:
    opsi(proyek, "repositori: https://github.com/o/r")
    build(proyek / "mkdocs.yml", proyek / "site", None)
    page = proyek / "site/kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.html"
    html = page.read_text(encoding="utf-8")
    assert re.search(rf'href="https://github.com/o/r/edit/main/{SAKIP}#L\d+">Ubah data ini', html)
    page = proyek / "site/kabupaten-balangan/sekretariat-daerah/indeks-pelayanan-publik/index.html"
    html = page.read_text(encoding="utf-8")
    assert re.search(r'/sekretariat-daerah/capaian/2025\.yaml#L\d+">Ubah hasil 2025</a>', html)
    assert re.search(rf'{SAKIP}#L\d+">Ubah target dan definisi</a>', html)


def test_bad_data_ends_mkdocs_with_our_lines_and_no_traceback(proyek: Path) -> None:
    path = proyek / SAKIP
    path.write_text(
        path.read_text(encoding="utf-8").replace("satuan:", "satuann:", 1), encoding="utf-8"
    )
    done = mkdocs("build", "-d", "site")
    assert done.returncode == 1
    assert re.search(rf"{SAKIP}:\d+:\d+: Kunci “satuann” tidak dikenal", done.stderr)
    assert "Traceback" not in done.stderr
    assert not (proyek / "site").exists()


def test_a_formula_that_cannot_be_read_ends_the_build_too(proyek: Path) -> None:
    """Each file is valid by itself; only the check that knows formulas refuses this one."""
    path = proyek / SAKIP
    text = path.read_text(encoding="utf-8")
    assert "rumus: nilai_aspek / bobot_aspek" in text
    path.write_text(text.replace("/ bobot_aspek", "% bobot_aspek"), "utf-8")
    with pytest.raises(BuildError, match=rf"{SAKIP}:\d+:\d+: .*\[rumus-tidak-terbaca\]"):
        build(proyek / "mkdocs.yml", proyek / "site", None)
    assert not (proyek / "site").exists()


def test_a_page_loses_blank_lines_but_no_space_that_counts() -> None:
    html = (
        "<p>satu\n\n   <b>dua</b>\n</p>\n\n  <pre>a:\n\n    b: 1\n</pre>\n"
        "  <script>\n\n x\n</script>\n"
    )
    assert minify(html) == (
        "<p>satu\n<b>dua</b>\n</p>\n<pre>a:\n\n    b: 1\n</pre>\n<script>\n\n x\n</script>\n"
    )


def test_the_examples_of_the_guide_keep_their_lines(built: Path) -> None:
    page = (built / "panduan/berkas/index.html").read_text(encoding="utf-8")
    assert "\n      - id: persentase-aduan-selesai\n        nama: Persentase" in page


def test_an_indicator_page_keeps_its_weight(site_contoh: Path, built: Path) -> None:
    pages = [
        path
        for site in (site_contoh, built)
        for path in site.rglob("index.html")
        if "assets/grafik." in path.read_text(encoding="utf-8")
    ]
    assert len(pages) > 80
    for path in pages:
        raw = path.read_bytes()
        assert len(raw) <= 40_000, path
        assert len(gzip.compress(raw)) <= 12_000, path


def test_ten_years_of_results_and_a_public_address_are_not_too_heavy(tmp_path: Path) -> None:
    project = bench.write_project(tmp_path, 60)
    build(project / "mkdocs.yml", tmp_path / "site", None)
    pages = [path.read_bytes() for path in (tmp_path / "site").rglob("index.html")]
    long = [page for page in pages if b"tahun-2016/index.html" in page and b'<h2 id="cara' in page]
    assert len(long) >= 15
    assert max(map(len, long)) <= 40_000
    assert max(len(gzip.compress(page)) for page in long) <= 12_000


def test_a_pemda_sets_its_name_emblem_colour_and_contact_in_one_place(proyek: Path) -> None:
    opsi(proyek, 'warna: "#7A1F1F"\n      kontak: "Bagian <b>Organisasi</b>"')
    config = proyek / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("IKU Terbuka", "IKU Kabupaten Contoh"), "utf-8"
    )
    build(config, proyek / "site", None)
    html = (proyek / "site/glosarium/index.html").read_text(encoding="utf-8")
    (name,) = re.findall(r'href="\.\./(assets/warna\.[0-9a-f]{8}\.css)"', html)
    assert "--iku-hd:#7a1f1f" in (proyek / "site" / name).read_text(encoding="utf-8")
    assert "<p>Kontak: Bagian &lt;b&gt;Organisasi&lt;/b&gt;</p>" in html
    assert "<title>Glosarium - IKU Kabupaten Contoh</title>" in html


def test_a_changed_hook_makes_every_page_again(proyek: Path) -> None:
    """It may change what the templates show."""
    template, config = proyek / "theme/main.html", proyek / "mkdocs.yml"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{{ super() }}", "{{ cap }}{{ super() }}"), encoding="utf-8")
    config.write_text(config.read_text("utf-8") + "\nhooks: [cap.py]\n", encoding="utf-8")
    for word in ("#satu#", "#dua#"):
        hook = (
            f"def on_env(env, config, files):\n    env.globals['cap'] = '{word}'\n    return env\n"
        )
        (proyek / "cap.py").write_text(hook, encoding="utf-8")
        if word == "#satu#":
            build(config, proyek / "site", None)
        else:  # MkDocs loads a hook once in a process
            program = "from iku_terbuka.cli import main; main()"
            subprocess.run([sys.executable, "-c", program, "build"], cwd=proyek, check=True)
    pages = {path: path.read_text("utf-8") for path in (proyek / "site").rglob("index.html")}
    assert [path for path, page in pages.items() if "#satu#" in page or "#dua#" not in page] == []


@pytest.mark.parametrize(
    ("warna", "said"),
    [
        ("merah", "“warna: merah” di mkdocs.yml bukan warna"),
        ("#fff}</style><script>alert(1)</script>", "bukan warna"),
        ("#f0ae55", "terlalu terang"),
    ],
)
def test_a_colour_that_cannot_be_used_is_explained(proyek: Path, warna: str, said: str) -> None:
    opsi(proyek, f'warna: "{warna}"')
    with pytest.raises(BuildError, match=re.escape(said)):
        build(proyek / "mkdocs.yml", proyek / "site", None)


@pytest.mark.parametrize(
    "out", [".", "..", ".git/x", "indicators", "content/panduan", "theme/assets"]
)
def test_a_folder_of_the_project_is_never_replaced(
    proyek: Path, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(proyek)
    (proyek / ".git").mkdir()
    before = sorted(proyek.rglob("*"))
    with pytest.raises(BuildError, match="milik proyek"):
        build(Path("mkdocs.yml"), Path(out), None)
    assert sorted(proyek.rglob("*")) == before


def test_a_folder_with_other_files_is_never_replaced(proyek: Path, tmp_path: Path) -> None:
    other = tmp_path / "dokumen"
    other.mkdir()
    (other / "laporan.docx").write_bytes(b"penting")
    with pytest.raises(OutputError, match=r"berisi berkas lain, misalnya laporan\.docx"):
        build(proyek / "mkdocs.yml", other, None)
    assert (other / "laporan.docx").read_bytes() == b"penting"
    with pytest.raises(OutputError, match="bukan folder"):
        build(proyek / "mkdocs.yml", other / "laporan.docx", None)


def test_the_navigation_of_a_province_does_not_grow_with_its_pemda(proyek: Path) -> None:
    original = proyek / "indicators/kota-mojokerto"
    for nomor in range(20):
        copy = proyek / f"indicators/kota-mojokerto-{nomor}"
        shutil.copytree(original, copy)
        profil = (copy / "pemda.yaml").read_text(encoding="utf-8")
        profil = profil.replace("35.76", f"99.{nomor:02}")
        (copy / "pemda.yaml").write_text(profil, encoding="utf-8")
    build(proyek / "mkdocs.yml", proyek / "site", None)
    page = (proyek / "site/kota-mojokerto-7/index.html").read_text(encoding="utf-8")
    assert "kota-mojokerto-8/" not in page
    home = (proyek / "site/index.html").read_text(encoding="utf-8")
    assert 'href="kota-mojokerto-8/index.html"' in home
