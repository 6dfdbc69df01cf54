"""A site that is the Pemda's own: with ``resmi: true`` it speaks of nobody else.

The project is made as a Pemda makes it, and filled with the data of Kabupaten Contoh under another
name, so that every kind of page is there.
"""

import base64
import hashlib
import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from iku_terbuka.cli.commands import iku
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model import Laporan
from tests.conftest import CONTOH, EPOCH, ROOT

PEMDA = "kabupaten-uji"
PROFILE = """\
nama: Kabupaten Uji
jenis: kabupaten
provinsi: Provinsi Rekaan
kode_wilayah: "99.98"
resmi: true
situs: https://uji.example/
skala_capaian: permendagri-86-2017
batas_capaian: 120
"""
# Pemda whose reports and programs the rules and scales were taken from.
IN_SOURCES = {
    *("Mojokerto", "Maluku", "Sampang", "Cirebon", "Muaro Jambi", "Gunung Kaler"),
    *("Tangerang", "Manggarai", "Polewali"),
}
# Any other Pemda by its full name; ours and the fictional ones of guide and data aside.
ANY_PEMDA = re.compile(
    r"\b(?:Kabupaten|Kota|Provinsi|Kab\.|Pemkab|Pemkot|Kecamatan) "
    r"(?!Uji\b|Contoh\b|Rekaan\b|Layak Anak\b)[A-Z][a-z]+"
)
NOT_READ = re.compile(r"\bbelum (?:kami|membaca|dibaca)\b|\bkami belum\b", re.I)
# An address of a report may hold a name; everybody prints the link that a source needs.
ADDRESS = re.compile(r'https?://[^\s"<>]+')


def make_project(folder: Path, *said: str) -> Path:
    """Make a project with ``iku new situs`` and the data of Kabupaten Contoh as its own."""
    args = ["new", "situs", str(folder), "--nama", "Kabupaten Uji", "--resmi", *said]
    made = CliRunner().invoke(iku, args, standalone_mode=False, prog_name="iku")
    assert made.exception is None, made.output
    data = folder / "indicators" / PEMDA
    shutil.copytree(CONTOH / "kabupaten-contoh", data, dirs_exist_ok=True)
    for path in data.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("Kabupaten Contoh", "Kabupaten Uji")
        path.write_text(text.replace("kabupaten-contoh", PEMDA), encoding="utf-8")
    (data / "pemda.yaml").write_text(PROFILE, encoding="utf-8")
    return folder


def build_project(project: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        assert build(project / "mkdocs.yml", project / "site", None, strict=True) == ()
    return project / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    said = (
        "--alamat",
        "https://iku.uji.example/",
        "--kontak",
        "Bagian Organisasi, uji@uji.example",
    )
    return build_project(make_project(tmp_path_factory.mktemp("resmi") / "situs", *said))


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site that holds words, without addresses."""
    for path, text in texts_with_addresses(site):
        yield path, ADDRESS.sub("", html.unescape(text))


def texts_with_addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Yield path and content of every file that holds words, of archives each part."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield from _texts(path.relative_to(site).as_posix(), path.read_bytes())


def _texts(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    if path.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _texts(f"{path}/{name}", archive.read(name))
    elif not path.endswith((".png", ".woff2", ".gz", ".ico")) and "assets/javascripts/" not in path:
        yield path, content.decode("utf-8")


def test_no_other_pemda_stands_anywhere(site: Path, laporan: Laporan) -> None:
    real = {pemda.nama.partition(" ")[2] for pemda in laporan.pemda}
    real |= {pemda.profil.provinsi or "" for pemda in laporan.pemda} - {""}
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(real | IN_SOURCES)))})\b", re.I)
    found = [
        (path, hit[0])
        for path, text in texts(site)
        for pattern in (names, ANY_PEMDA)
        for hit in pattern.finditer(text)
    ]
    assert found == []


def test_nobody_says_what_they_have_not_read(site: Path) -> None:
    found = [(path, hit[0]) for path, text in texts(site) for hit in NOT_READ.finditer(text)]
    assert found == []


def test_a_rule_and_a_scale_lead_to_where_their_sources_stand(site: Path) -> None:
    page = (site / "dinas-kesehatan/prevalensi-stunting/index.html").read_text("utf-8")
    rule = re.search(
        r'Asal dan contohnya: <a href="\.\./\.\./metodologi/index.html#([\w-]+)">', page
    )
    assert rule
    with_scale = (site / "nilai-sakip/index.html").read_text("utf-8")
    scale = re.search(r'catatannya: <a href="\.\./metodologi/index.html#([\w-]+)">', with_scale)
    assert scale
    methodology = (site / "metodologi/index.html").read_text("utf-8")
    for anchor in (rule[1], scale[1]):
        assert f'id="{anchor}"' in methodology
    assert re.search(r'<a href="https://123dok.com/[^"]+">LKjIP sebuah kota, 2020</a>', methodology)


def test_the_options_of_the_pemda_take_effect(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    assert '<a href="https://uji.example/">uji.example</a>' in home
    page = (site / "dinas-kesehatan/prevalensi-stunting/index.html").read_text("utf-8")
    assert '<a href="mailto:uji@uji.example">uji@uji.example</a>' in page
    reports = re.findall(r'href="(mailto:[^"]+)">Laporkan kesalahan', page)
    assert len(reports) == 2, "at the end of the contents, and at the foot"
    address = "https://iku.uji.example/dinas-kesehatan/prevalensi-stunting/"
    assert f"%0D%0A{quote(address)}%0D%0A" in reports[0]
    assert '"publisher":{"@type":"Organization","name":"Kabupaten Uji","url":"https://uji' in page


def test_no_licence_is_claimed_that_nobody_gave(site: Path) -> None:
    named = re.compile(r'rel="license"|"license"|"licenses"|dct:license"|creativecommons')
    claimed = [path for path, text in texts_with_addresses(site) if named.search(text)]
    assert [path for path in claimed if "panduan" not in path] == []
    assert "Lisensi datanya belum dinyatakan" in (site / "data/index.html").read_text("utf-8")


WORDS = """\
# Sambutan

Baca [metodologi](metodologi/index.md) dan [profil](#profil). [Salah](tidak-ada.md).

## Profil

Tulisan kami.
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project, as it is made."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    project = tmp_path / "situs"
    args = ["new", "situs", str(project), "--nama", "Kabupaten Uji", "--resmi"]
    assert CliRunner().invoke(iku, args, standalone_mode=False).exception is None
    return project


def home_with(project: Path, text: str) -> tuple[str, tuple[str, ...]]:
    """Build with a home page in Markdown; return its HTML and the warnings."""
    (project / "content/index.md").write_text(text, encoding="utf-8")
    warnings = build(project / "mkdocs.yml", project / "site", None)
    return (project / "site/index.html").read_text("utf-8"), warnings


def test_own_words_stand_on_the_home_page(small: Path) -> None:
    page, warnings = home_with(small, WORDS)
    assert page.index('id="sambutan">Sambutan</h2>') < page.index('class="iku-angka')
    assert page.count("<h1") == 1
    assert '<a href="metodologi/index.html">metodologi</a>' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert [line.partition(":")[0] for line in warnings] == ["content/index.md"]
    changed, _ = home_with(small, WORDS.replace("Tulisan kami", "Tulisan baru"))
    assert "Tulisan baru" in changed
    gone, _ = home_with(small, (ROOT / "content/index.md").read_text("utf-8"))
    assert "iku-tulisan" not in gone


def test_a_home_for_many_pemda_is_not_shown_and_that_is_said(small: Path) -> None:
    page, warnings = home_with(small, "# Situs\n\n<!-- iku:daftar-pemda -->\n")
    assert "Situs</h2>" not in page
    (warning,) = warnings
    assert warning.startswith("content/index.md: Halaman ini tidak tampil.")


def test_licence_form_and_colour_show_where_they_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    args = ["new", "situs", str(tmp_path), "--nama", "Kabupaten Uji", "--resmi"]
    args += ["--lisensi", "CC-BY-4.0", "--warna", "#7a1f2b"]
    args += ["--kontak", "Isi https://uji.example/lapor"]
    assert CliRunner().invoke(iku, args, standalone_mode=False).exception is None
    assert build(tmp_path / "mkdocs.yml", tmp_path / "site", None, strict=True) == ()
    pages = [path.read_text("utf-8") for path in sorted((tmp_path / "site").rglob("index.html"))]
    assert len(pages) > 20
    for page in pages:
        assert '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">' in page
        assert '<a href="https://uji.example/lapor">Laporkan kesalahan</a>' in page
    package = json.loads((tmp_path / "site/data/datapackage.json").read_text("utf-8"))
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    lost = (tmp_path / "site/404.html").read_text("utf-8")
    assert 'fill="#7a1f2b"' in lost
    style = lost.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in (tmp_path / "hosting/_headers").read_text("utf-8")
