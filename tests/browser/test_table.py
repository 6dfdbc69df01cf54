"""The table of an instansi: complete without JavaScript, with it filtered and ordered."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Window

INSTANSI = "kabupaten-contoh/dinas-kesehatan/index.html"
BAGIAN = "kabupaten-contoh/sekretariat-daerah/bagian-perencanaan-dan-protokol-rekaan/index.html"


def rows_of(page: Page) -> Locator:
    return page.locator("table[data-saring] tr.data:visible")


@pytest.mark.parametrize("width", [1366, 360])
def test_a_status_shows_its_rows_alone(window: Window, http_contoh: str, width: int) -> None:
    page = window.open(f"{http_contoh}{INSTANSI}")
    page.set_viewport_size({"width": width, "height": 800})
    every = rows_of(page).count()
    page.get_by_role("combobox", name="Status").select_option("Belum tercapai")
    assert 0 < rows_of(page).count() < every
    for row in rows_of(page).all():
        expect(row).to_contain_text("Belum tercapai")
    expect(page.get_by_role("form", name="Saring tabel").get_by_role("status")).to_have_text(
        f"{rows_of(page).count()} dari {every} indikator"
    )
    shown = page.locator("table[data-saring] tr.sasaran:visible").count()
    assert shown <= rows_of(page).count()


@pytest.mark.parametrize("width", [320, 360, 400])
@pytest.mark.parametrize("page_path", [INSTANSI, BAGIAN])
def test_no_choice_is_cut(window: Window, http_contoh: str, width: int, page_path: str) -> None:
    page = window.open(f"{http_contoh}{page_path}")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.get_by_role("combobox", name="Urutan").is_visible()
    cut = page.evaluate(
        """() => Array.from(document.querySelectorAll(".iku-saring select")).filter((cell) => {
            const longest = cell.cloneNode(true);
            longest.style.cssText = "width: max-content; max-width: none; position: absolute";
            cell.parentNode.append(longest);
            const cut = longest.offsetWidth > cell.offsetWidth;
            longest.remove();
            return cut;
        }).map((cell) => cell.parentNode.firstChild.textContent)"""
    )
    assert cut == []


def test_ordered_by_name_and_back(window: Window, http_contoh: str) -> None:
    page = window.open(f"{http_contoh}{BAGIAN}")
    nama = page.locator("table[data-saring] tr.data th")
    origin = nama.all_inner_texts()
    order = page.get_by_role("combobox", name="Urutan")
    order.select_option("Nama")
    assert nama.all_inner_texts() == sorted(origin, key=str.casefold) != origin
    expect(page.locator("tr.sasaran:visible")).to_have_count(0)
    order.select_option("Seperti dokumen")
    assert nama.all_inner_texts() == origin
    page.get_by_role("combobox", name="Jenjang").select_option("Eselon III")
    expect(page.locator("tr.jenjang:visible")).to_have_count(1)


def test_without_javascript_every_row_is_there(window_without_js: Window, http_contoh: str) -> None:
    page = window_without_js.open(f"{http_contoh}{INSTANSI}")
    expect(rows_of(page)).to_have_count(7)
    expect(page.get_by_role("combobox")).to_have_count(0)
