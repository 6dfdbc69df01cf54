"""Figures to date: what each ``cara`` makes of the parts, and that no verdict comes of them."""

from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.capaian import MeasureBasis, Status, measure, year_parts
from iku_terbuka.wording import year_sentence
from tests.fictional import Write, one_indikator

BEFORE, AFTER = MeasureBasis(date(2026, 8, 1), {}), MeasureBasis(date(2027, 8, 1), {})


def to_date(
    write: Write, cara: str, parts: str, targets: str = "[10, 20, 30, 40]"
) -> tuple[int, Decimal | None, Decimal | None] | None:
    """Return the number of the last part, with realisasi and target to date."""
    fields = f"satuan: laporan\ncara: {cara}\ntarget: {{2026: {{nilai: 40, triwulan: {targets}}}}}"
    indikator = one_indikator(write, fields, t2026=f"x: {{triwulan: {parts}}}")
    (found,) = year_parts(indikator, 2026)
    figure = found.to_date
    if figure is None:
        return None
    return figure.nomor, figure.realisasi.nilai, figure.target.nilai if figure.target else None


@pytest.mark.parametrize(
    ("cara", "realisasi", "target"),
    [
        ("kumulatif", Decimal(18), Decimal(20)),
        ("posisi", Decimal(18), Decimal(20)),
        ("jumlah", Decimal(25), Decimal(30)),
        ("rata", Decimal("12.50"), Decimal(15)),
    ],
)
def test_each_way_makes_its_own_figure(
    write: Write, cara: str, realisasi: Decimal, target: Decimal
) -> None:
    assert to_date(write, cara, "{1: 7, 2: 18}") == (2, realisasi, target)


def test_a_missing_part_is_not_zero(write: Write) -> None:
    assert to_date(write, "jumlah", "{1: 7, 3: 18}") is None
    assert to_date(write, "kumulatif", "{3: 18}") == (3, 18, 30)
    assert to_date(write, "rata", "{1: 7, 3: 18}") == (3, Decimal("12.50"), 20)


def test_a_target_to_date_needs_the_target_of_every_part(write: Write) -> None:
    assert to_date(write, "jumlah", "{1: 7, 2: 18}", "{2: 20}") == (2, 25, None)
    assert to_date(write, "kumulatif", "{1: 7, 2: 18}", "{1: 10}") == (2, 18, None)


def test_a_target_may_have_a_way_of_its_own(write: Write) -> None:
    fields = (
        "satuan: laporan\ncara: kumulatif\n"
        "target: {2026: {nilai: 40, triwulan: [10, 10, 10, 10], cara: jumlah}}"
    )
    indikator = one_indikator(write, fields, t2026="x: {triwulan: {1: 7, 2: 18}}")
    (found,) = year_parts(indikator, 2026)
    assert found.to_date
    assert found.to_date.realisasi.nilai == 25


def test_parts_alone_make_no_verdict(write: Write) -> None:
    fields = "satuan: laporan\narah: naik\nrumus_capaian: naik\ncara: jumlah\ntarget: {2026: 4}"
    parts = "{1: 7, 2: 8, 3: 9, 4: 9}"
    indikator = one_indikator(write, fields, t2026=f"x: {{triwulan: {parts}}}")
    running, over = (measure(indikator, 2026, basis) for basis in (BEFORE, AFTER))
    assert (running.status, over.status) == (Status.BERJALAN, Status.BELUM_DILAPORKAN)
    for year in (running, over):
        assert year.realisasi is None
        assert year.capaian is None
        assert year.sampai
        assert year.sampai.realisasi.nilai == 33


def test_the_own_figure_of_the_year_wins(write: Write) -> None:
    fields = "satuan: laporan\narah: naik\nrumus_capaian: naik\ncara: jumlah\ntarget: {2026: 4}"
    result = "x: {realisasi: 5, triwulan: {1: 7, 2: 8, 3: 9, 4: 9}}"
    year = measure(one_indikator(write, fields, t2026=result), 2026, AFTER)
    assert year.status is Status.MELAMPAUI
    assert year.realisasi
    assert year.realisasi.nilai == 5
    assert year.sampai is None


def test_a_report_on_two_quarters_leaves_its_year_running(write: Write) -> None:
    """A report of July: 210 of 400 by the second quarter is no missed target."""
    fields = (
        "satuan: orang\narah: naik\nrumus_capaian: naik\nakumulasi: kumulatif\ncara: kumulatif\n"
        "target: {2026: 400}"
    )
    results = "x: {triwulan: {1: 95, 2: {realisasi: 210, sumber: {judul: LKIP TW2}}}}"
    indikator = one_indikator(write, fields, t2026=results)
    year = measure(indikator, 2026, MeasureBasis(date(2026, 7, 15), {}))
    assert year.status is Status.BERJALAN
    words = year_sentence(indikator.definisi, year).striptags()
    assert words == (
        "Indikator contoh tahun 2026, s.d. TW II: 210. Setahun belum dinilai karena tahunnya masih "
        "berjalan. Target setahun 400 orang."
    )
