"""A list that is cut into pages: reached without a script, filtered page by page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from bench.data import PEMDA, data
from bench.data import folder as folder_instansi
from tests.browser.conftest import Window, serve, violations
from tests.conftest import build_site

INSTANSI = folder_instansi(0)
PAGES = [
    f"{INSTANSI}/index.html",
    f"{INSTANSI}/iku/2/index.html",
    f"{INSTANSI}/tahun-2024/2/index.html",
    "kelengkapan/index.html",
    f"kelengkapan/{PEMDA}/index.html",
    f"{PEMDA}/index.html",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of one instansi, where eight indicators are many and one instansi too."""
    indicators = tmp_path_factory.mktemp("data")
    for path, text in data(15).items():
        (indicators / path).parent.mkdir(parents=True, exist_ok=True)
        (indicators / path).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for module, rows in {"paging": 7, "pemda": 0, "kelengkapan": 0}.items():
            patch.setattr(f"iku_terbuka.pages.{module}.MAX_ROWS", rows)
        folder = build_site(tmp_path_factory.mktemp("situs"), indicators)
    yield from serve(folder)


def test_the_pages_follow_each_other_without_a_script(window_without_js: Window, site: str) -> None:
    page = window_without_js.open(f"{site}{INSTANSI}/index.html")
    seen: list[str] = []
    for number in ("1–5", "6–10", "11–15"):
        listing = page.get_by_role("navigation", name="Bagian daftar")
        if seen:
            listing.get_by_role("link", name=f"Indikator {number}").click()
        expect(listing.locator("[aria-current=page]")).to_have_text(number)
        seen += page.locator("tr.data .iku-nama").all_inner_texts()
    assert len(set(seen)) == 15
    page.locator("tr.data .iku-nama").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(seen[-1])


def test_a_filter_says_that_it_sees_one_page(window: Window, site: str) -> None:
    page = window.open(f"{site}{INSTANSI}/iku/2/index.html")
    said = page.get_by_role("form", name="Saring tabel").get_by_role("status")
    expect(said).to_have_text("")
    page.get_by_role("combobox", name="Urutan").select_option("Nama")
    expect(said).to_have_text("5 dari 5 indikator di halaman ini")
    page.get_by_role("combobox", name="Urutan").select_option("Seperti dokumen")
    expect(said).to_have_text("")


def test_nothing_stands_in_the_way_of_anybody(still_window: Window, site: str) -> None:
    for path in PAGES:
        page = still_window.open(f"{site}{path}")
        assert violations(page) == [], path
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        page.set_viewport_size({"width": 1366, "height": 900})


def test_on_paper_the_heading_of_the_list_stays(window: Window, site: str) -> None:
    for path in PAGES[:3]:
        page = window.open(f"{site}{path}")
        page.emulate_media(media="print")
        heading = page.locator("h2").filter(has_text="Sasaran").or_(page.locator("h2#angka"))
        expect(heading.first).to_be_visible()
        page.emulate_media(media="screen")
