"""The counts say what they count, on every page and card alike."""

from collections import Counter
from dataclasses import replace

import pytest

from iku_terbuka.capaian import Status, StatusCounts
from iku_terbuka.charts import ShareCard
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import halaman_instansi, kartu_instansi
from iku_terbuka.pages.hitungan import angka_hitungan, hitungan, kata_tahun
from iku_terbuka.pages.petak import petak_tahun
from tests.conftest import ACUAN, CONTOH
from tests.halaman import Simpul, baca

DINAS = "kabupaten-contoh/dinas-kesehatan"


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def halaman(context: Context, instansi: str) -> Simpul:
    return baca(str(halaman_instansi(context, context.instansi[instansi]).content))


def test_an_instansi_that_owes_its_newest_year_says_so_above_the_table(contoh: Context) -> None:
    page = halaman(contoh, DINAS)
    figures = page.kelas("iku-angka")[0].teks
    assert "Belum pernah dilaporkan 0 dari 7" in figures
    assert "yang dapat dinilai, tahun 2024–2025" in figures
    (sentence,) = (
        satu.teks for satu in page.kelas("iku-kecil") if satu.teks.startswith("Untuk 2025 saja")
    )
    assert sentence.endswith("belum dilaporkan.")


def test_the_card_says_the_same(contoh: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[ShareCard] = []

    def draw(isi: ShareCard) -> bytes:
        drawn.append(isi)
        return b""

    monkeypatch.setattr("iku_terbuka.charts.card_picture.card_picture", draw)
    kartu_instansi(contoh, contoh.instansi[DINAS]).buat()
    kartu_instansi(contoh, replace(contoh.instansi[DINAS], indikator=())).buat()
    owes, empty = drawn
    assert [figure.words for figure in owes.figures][-1] == "Belum pernah dilaporkan"
    assert owes.note.startswith("Untuk 2025 saja: ")
    assert owes.note.rstrip(".") in halaman(contoh, DINAS).teks.replace(
        ", tahun terbaru yang ada hasilnya", ""
    )
    assert empty.note == ""


def test_the_sentence_on_a_year_counts_as_the_map_does(contoh: Context) -> None:
    pemda = contoh.laporan.pemda[0]
    semua = tuple(pemda.instansi.all_indikator())
    newest, words = kata_tahun(contoh, semua, hitungan(contoh, semua))
    assert any(contoh.pengukuran(satu)[newest].status is Status.TIDAK_DIUKUR for satu in semua)
    square = petak_tahun(contoh, semua, newest)
    assert words.startswith(f"{square.ada} dari {square.jumlah} indikator sudah ada hasilnya, ")
    assert f", {square.jumlah - square.ada} belum dilaporkan, " in words


def test_where_nothing_is_promised_nothing_is_missing() -> None:
    promised, kept = angka_hitungan(StatusCounts(Counter(), Counter()), "")
    assert promised.besar == "0"
    assert kept.besar == "Belum diketahui"


def test_what_is_promised_and_missing_is_counted(context: Context) -> None:
    counts = hitungan(context, context.laporan.all_indikator())
    missing = counts.status[Status.BELUM_DILAPORKAN]
    assert missing
    figures = angka_hitungan(counts, "")
    assert (figures[2].besar, figures[2].dari) == (str(missing), f"dari {counts.total}")
