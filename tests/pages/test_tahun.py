"""The page of a year: what its table prints can be believed and found again below it."""

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import halaman_indikator, halaman_tahun
from tests.conftest import ACUAN, CONTOH
from tests.halaman import Simpul, baca


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def halaman(context: Context, instansi: str, tahun: int) -> Simpul:
    (page,) = halaman_tahun(context, context.instansi[instansi], tahun)
    return baca(str(page.buat().content))


def kecil(page: Simpul) -> list[str]:
    return [satu.teks for satu in page.kelas("iku-kecil")]


def test_a_figure_rounded_up_to_its_target_is_explained_below_each_table(contoh: Context) -> None:
    kalimat = "Sebelum dibulatkan, hasilnya 71,527."
    page = halaman(contoh, "kabupaten-contoh", 2024)
    assert f"Indeks Kesejahteraan Daerah: {kalimat}" in kecil(page)
    (satu,) = (
        satu
        for satu in contoh.laporan.all_indikator()
        if satu.kunci.endswith("indeks-kesejahteraan-daerah")
    )
    told = kecil(baca(str(halaman_indikator(contoh, satu).content)))
    assert f"2024: {kalimat}" in told
    assert sum("Sebelum dibulatkan" in text for text in told) == 1, "only where it hides something"


def test_explanations_have_the_names_and_the_order_of_the_table(contoh: Context) -> None:
    checked = 0
    for instansi in contoh.all_instansi():
        for tahun in instansi.capaian or ():
            page = halaman(contoh, instansi.id, tahun)
            rows = [satu.teks for satu in page.kelas("iku-nama")]
            told = [satu.teks for satu in page.semua("h3")]
            assert told == [nama for nama in rows if nama in told], (instansi.id, tahun)
            checked += len(told)
    assert checked > 50
    page = halaman(contoh, "kabupaten-contoh/dinas-lingkungan-hidup-rekaan", 2022)
    assert "Jumlah pengurangan sampah" in [satu.teks for satu in page.semua("h3")]
