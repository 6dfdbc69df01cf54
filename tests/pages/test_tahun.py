"""The page of a year: what its table prints can be believed and found again below it."""

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import indikator_page, tahun_pages
from tests.conftest import ACUAN, CONTOH
from tests.html_tree import Element, parse_page


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def read_page(context: Context, instansi: str, tahun: int) -> Element:
    (page,) = tahun_pages(context, context.instansi[instansi], tahun)
    return parse_page(page.make().html)


def small_print(page: Element) -> list[str]:
    return [one.text for one in page.with_class("iku-kecil")]


def test_a_figure_rounded_up_to_its_target_is_explained_below_each_table(contoh: Context) -> None:
    sentence = "Sebelum dibulatkan, hasilnya 71,527."
    page = read_page(contoh, "kabupaten-contoh", 2024)
    assert f"Indeks Kesejahteraan Daerah: {sentence}" in small_print(page)
    (one,) = (
        one
        for one in contoh.laporan.all_indikator()
        if one.kunci.endswith("indeks-kesejahteraan-daerah")
    )
    told = small_print(parse_page(indikator_page(contoh, one).html))
    assert f"2024: {sentence}" in told
    assert sum("Sebelum dibulatkan" in text for text in told) == 1, "only where it hides something"


def test_explanations_have_the_names_and_the_order_of_the_table(contoh: Context) -> None:
    checked = 0
    for instansi in contoh.all_instansi():
        for tahun in instansi.capaian or ():
            page = read_page(contoh, instansi.id, tahun)
            rows = [one.text for one in page.with_class("iku-nama")]
            told = [one.text for one in page.find_all("h3")]
            assert told == [nama for nama in rows if nama in told], (instansi.id, tahun)
            checked += len(told)
    assert checked > 50
    page = read_page(contoh, "kabupaten-contoh/dinas-lingkungan-hidup-rekaan", 2022)
    assert "Jumlah pengurangan sampah" in [one.text for one in page.find_all("h3")]
