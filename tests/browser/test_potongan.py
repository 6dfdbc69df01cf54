"""A list that is cut into pages: reached without a script, filtered page by page."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bench.data import PEMDA, data
from bench.data import folder as folder_instansi
from tests.browser.conftest import Jendela, sajikan
from tests.conftest import bangun

INSTANSI = folder_instansi(0)
HALAMAN = [
    f"{INSTANSI}/index.html",
    f"{INSTANSI}/iku/2/index.html",
    f"{INSTANSI}/tahun-2024/2/index.html",
    "kelengkapan/index.html",
    f"kelengkapan/{PEMDA}/index.html",
    f"{PEMDA}/index.html",
]


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of one instansi, where eight indicators are many and one instansi too."""
    indicators = tmp_path_factory.mktemp("data")
    for path, text in data(15).items():
        (indicators / path).parent.mkdir(parents=True, exist_ok=True)
        (indicators / path).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for modul, rows in {"paging": 7, "pemda": 0, "kelengkapan": 0}.items():
            patch.setattr(f"iku_terbuka.pages.{modul}.MAX_ROWS", rows)
        folder = bangun(tmp_path_factory.mktemp("situs"), indicators)
    yield from sajikan(folder)


def test_the_pages_follow_each_other_without_a_script(
    jendela_tanpa_js: Jendela, situs: str
) -> None:
    page = jendela_tanpa_js.buka(f"{situs}{INSTANSI}/index.html")
    seen: list[str] = []
    for nomor in ("1–5", "6–10", "11–15"):
        daftar = page.get_by_role("navigation", name="Bagian daftar")
        if seen:
            daftar.get_by_role("link", name=f"Indikator {nomor}").click()
        expect(daftar.locator("[aria-current=page]")).to_have_text(nomor)
        seen += page.locator("tr.data .iku-nama").all_inner_texts()
    assert len(set(seen)) == 15
    page.locator("tr.data .iku-nama").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(seen[-1])


def test_a_filter_says_that_it_sees_one_page(jendela: Jendela, situs: str) -> None:
    page = jendela.buka(f"{situs}{INSTANSI}/iku/2/index.html")
    kabar = page.get_by_role("form", name="Saring tabel").get_by_role("status")
    expect(kabar).to_have_text("")
    page.get_by_role("combobox", name="Urutan").select_option("Nama")
    expect(kabar).to_have_text("5 dari 5 indikator di halaman ini")
    page.get_by_role("combobox", name="Urutan").select_option("Seperti dokumen")
    expect(kabar).to_have_text("")


def test_nothing_stands_in_the_way_of_anybody(jendela: Jendela, situs: str) -> None:
    found = {}
    for path in HALAMAN:
        page = jendela.buka(f"{situs}{path}")
        results = Axe().run(page)
        if results.violations_count:
            found[path] = [satu["id"] for satu in results.response["violations"]]
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        page.set_viewport_size({"width": 1366, "height": 900})
    assert found == {}


def test_on_paper_the_heading_of_the_list_stays(jendela: Jendela, situs: str) -> None:
    for path in HALAMAN[:3]:
        page = jendela.buka(f"{situs}{path}")
        page.emulate_media(media="print")
        heading = page.locator("h2").filter(has_text="Sasaran").or_(page.locator("h2#angka"))
        expect(heading.first).to_be_visible()
        page.emulate_media(media="screen")
