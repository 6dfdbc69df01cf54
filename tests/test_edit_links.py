"""“Ubah data ini” and “Laporkan kesalahan” on the built pages: the right file, or nothing."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from iku_terbuka.load import load_laporan
from iku_terbuka.mkdocs_plugin.build import build
from iku_terbuka.model.skeleton import capaian_skeleton
from tests.conftest import EPOCH, copy_project
from tests.fictional import PEMDA
from tests.fictional import iku as iku_yaml

DINAS = "kabupaten-contoh/dinas-contoh"
REPO = "https://github.com/pemda/iku"
_TAUTAN = re.compile(r'<a [^>]*href="([^"]*)"[^>]*>\s*(Ubah [a-z ]*ini|Laporkan kesalahan)\s*</a>')


def links(site: Path, page: str) -> list[tuple[str, str]]:
    """Return words and address of the links to the forge on a page, in their order."""
    text = (site / page / "index.html").read_text(encoding="utf-8")
    return [(words, unescape(href)) for href, words in _TAUTAN.findall(text)]


def build_site(tmp_path: Path, data: Path, option: str) -> Path:
    project = tmp_path / "proyek"
    project.mkdir()
    copy_project(project, data)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count("  - iku:\n") == 1
    config.write_text(text.replace("  - iku:\n", f"  - iku:\n{option}"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(config, project / "site", None)
    return project / "site"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ubah") / "indicators"
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku.yaml": iku_yaml(
            '      - id: x\n        nama: "Aduan \\"<b>&selesai\\""\n',
            periode="{awal: 2024, akhir: 2025}",
        ),
        f"{DINAS}/capaian/2024.yaml": "tahun: 2024\ncapaian: {}\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    return build_site(tmp_path_factory.mktemp("forge"), data, f"      repositori: {REPO}\n")


def test_every_page_opens_what_it_is_made_of(site: Path) -> None:
    expected = {
        "kabupaten-contoh": f"{REPO}/edit/main/indicators/kabupaten-contoh/pemda.yaml",
        DINAS: f"{REPO}/edit/main/indicators/{DINAS}/iku.yaml",
        f"{DINAS}/x": f"{REPO}/edit/main/indicators/{DINAS}/iku.yaml#L6",
        f"{DINAS}/tahun-2024": f"{REPO}/edit/main/indicators/{DINAS}/capaian/2024.yaml",
    }
    for page, address in expected.items():
        changes = [href for words, href in links(site, page) if words == "Ubah data ini"]
        reports = [href for words, href in links(site, page) if words == "Laporkan kesalahan"]
        assert set(changes) == {address}, page
        assert len(set(reports)) == 1, page
        asked = parse_qs(urlsplit(reports[0]).query)
        assert asked["halaman"] == [f"{page}/"]
        # The foot of every page; pages with downloads have the buttons besides.
        assert len(changes) == len(reports) == (1 if "tahun-" in page else 2), page
    for page in ("", "glosarium", "panduan"):
        (change, report) = links(site, page)
        path = "/".join(filter(None, ("content", page, "index.md")))
        assert change == ("Ubah halaman ini", f"{REPO}/edit/main/{path}")
        assert report[0] == "Laporkan kesalahan"
    assert "Ubah " not in (site / "404.html").read_text(encoding="utf-8")


def test_a_year_without_results_begins_its_file(site: Path, data: Path) -> None:
    ((_, address), _) = links(site, f"{DINAS}/tahun-2025")
    asked = parse_qs(urlsplit(address).query)
    assert address.startswith(f"{REPO}/new/main?")
    assert asked["filename"] == [f"indicators/{DINAS}/capaian/2025.yaml"]
    laporan = load_laporan(data).laporan
    assert laporan is not None
    (dinas,) = laporan.pemda[0].instansi.anak
    assert asked["value"] == [capaian_skeleton(dinas, 2025)]


def test_without_a_repository_there_is_no_link(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert _TAUTAN.findall(text) == [], path
        assert 'class="iku-tindak"><a href="' not in text, path

    text = (built / "index.html").read_text(encoding="utf-8")
    (foot,) = re.findall(r'<section class="iku-acuan.*?</section>', text, re.DOTALL)
    assert "Data per 21 November 2026." in foot
    assert all("license" in link for link in re.findall("<a [^>]*", foot))
