"""The table of an instansi: complete without JavaScript, with it filtered and ordered."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Jendela

INSTANSI = "kabupaten-contoh/dinas-kesehatan/index.html"
BAGIAN = "kabupaten-contoh/sekretariat-daerah/bagian-perencanaan-dan-protokol-rekaan/index.html"


def baris(page: Page) -> Locator:
    return page.locator("table[data-saring] tr.data:visible")


@pytest.mark.parametrize("lebar", [1366, 360])
def test_a_status_shows_its_rows_alone(jendela: Jendela, http_contoh: str, lebar: int) -> None:
    page = jendela.buka(f"{http_contoh}{INSTANSI}")
    page.set_viewport_size({"width": lebar, "height": 800})
    semua = baris(page).count()
    page.get_by_role("combobox", name="Status").select_option("Belum tercapai")
    assert 0 < baris(page).count() < semua
    for row in baris(page).all():
        expect(row).to_contain_text("Belum tercapai")
    expect(page.get_by_role("form", name="Saring tabel").get_by_role("status")).to_have_text(
        f"{baris(page).count()} dari {semua} indikator"
    )
    shown = page.locator("table[data-saring] tr.sasaran:visible").count()
    assert shown <= baris(page).count()


@pytest.mark.parametrize("lebar", [320, 360, 400])
@pytest.mark.parametrize("halaman", [INSTANSI, BAGIAN])
def test_no_choice_is_cut(jendela: Jendela, http_contoh: str, lebar: int, halaman: str) -> None:
    page = jendela.buka(f"{http_contoh}{halaman}")
    page.set_viewport_size({"width": lebar, "height": 800})
    assert page.get_by_role("combobox", name="Urutan").is_visible()
    cut = page.evaluate(
        """() => Array.from(document.querySelectorAll(".iku-saring select")).filter((satu) => {
            const longest = satu.cloneNode(true);
            longest.style.cssText = "width: max-content; max-width: none; position: absolute";
            satu.parentNode.append(longest);
            const cut = longest.offsetWidth > satu.offsetWidth;
            longest.remove();
            return cut;
        }).map((satu) => satu.parentNode.firstChild.textContent)"""
    )
    assert cut == []


def test_ordered_by_name_and_back(jendela: Jendela, http_contoh: str) -> None:
    page = jendela.buka(f"{http_contoh}{BAGIAN}")
    nama = page.locator("table[data-saring] tr.data th")
    asal = nama.all_inner_texts()
    urutan = page.get_by_role("combobox", name="Urutan")
    urutan.select_option("Nama")
    assert nama.all_inner_texts() == sorted(asal, key=str.casefold) != asal
    expect(page.locator("tr.sasaran:visible")).to_have_count(0)
    urutan.select_option("Seperti dokumen")
    assert nama.all_inner_texts() == asal
    page.get_by_role("combobox", name="Jenjang").select_option("Eselon III")
    expect(page.locator("tr.jenjang:visible")).to_have_count(1)


def test_without_javascript_every_row_is_there(jendela_tanpa_js: Jendela, http_contoh: str) -> None:
    page = jendela_tanpa_js.buka(f"{http_contoh}{INSTANSI}")
    expect(baris(page)).to_have_count(7)
    expect(page.get_by_role("combobox")).to_have_count(0)
