"""From the files of a year to its status and capaian."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import MeasureBasis, NoCapaian, Status, compute_capaian, measure
from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.model import RumusCapaian
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.nilai import IsiNilai
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write, iku, muat, one_indikator

DASAR = MeasureBasis(ACUAN, skala={})
positif = st.decimals(min_value="0.01", max_value="1000000", places=2)


def dua(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


@given(positif, positif)
def test_more_is_better_is_the_plain_ratio(target: Decimal, realisasi: Decimal) -> None:
    capaian = compute_capaian(
        RumusCapaian.NAIK, IsiNilai(nilai=str(target)), IsiNilai(nilai=str(realisasi))
    )
    assert isinstance(capaian, Decimal)
    assert abs(capaian * target / 100 - realisasi) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("fields", "hasil", "status", "capaian"),
    [
        ("arah: naik\nrumus_capaian: naik\ntarget: {2024: 84}", "81.2", "belum_tercapai", "96.67"),
        ("arah: naik\nrumus_capaian: naik\ntarget: {2024: 84}", "84", "tercapai", "100.00"),
        ("arah: naik\nrumus_capaian: naik\ntarget: {2024: 84}", "84.1", "melampaui", "100.12"),
        ("arah: turun\nrumus_capaian: turun\ntarget: {2024: 10}", "12", "belum_tercapai", "80.00"),
        ("arah: turun\nrumus_capaian: turun_rasio\ntarget: {2024: 10}", "8", "melampaui", "125.00"),
        (
            "arah: rentang\nrumus_capaian: rentang\ntarget: {2024: {bawah: 3.6, atas: 4.4}}",
            "4.4",
            "tercapai",
            "100.00",
        ),
        (
            "arah: naik\nrumus_capaian: naik\ntarget: {2024: {bawah: 3.6, atas: 4.4}}",
            "5",
            "melampaui",
            "113.64",
        ),
    ],
)
def test_status_and_capaian_follow_from_the_numbers(
    write: Write, fields: str, hasil: str, status: str, capaian: str
) -> None:
    indikator = one_indikator(write, fields, t2024=f"x: {{realisasi: {hasil}}}")
    each = measure(indikator, 2024, DASAR)
    assert each.status == status
    assert each.capaian is not None
    assert dua(each.capaian) == capaian


def test_without_a_rule_there_is_no_percentage_but_a_status(write: Write) -> None:
    indikator = one_indikator(write, "arah: naik\ntarget: {2024: 84}", t2024="x: {realisasi: 90}")
    each = measure(indikator, 2024, DASAR)
    assert each.capaian is None
    assert each.reason is NoCapaian.TANPA_RUMUS
    assert each.status is Status.MELAMPAUI


def test_without_a_direction_nothing_is_claimed(write: Write) -> None:
    indikator = one_indikator(write, "target: {2024: 84}", t2024="x: {realisasi: 90}")
    each = measure(indikator, 2024, DASAR)
    assert each.status is Status.TIDAK_DAPAT_DIHITUNG
    assert each.capaian is None


def test_a_missed_band_has_no_percentage(write: Write) -> None:
    fields = "arah: rentang\nrumus_capaian: rentang\ntarget: {2024: {bawah: 3.6, atas: 4.4}}"
    each = measure(one_indikator(write, fields, t2024="x: {realisasi: 5}"), 2024, DASAR)
    assert (each.status, each.capaian) == (Status.BELUM_TERCAPAI, None)
    assert each.reason is NoCapaian.DI_LUAR_RENTANG


@pytest.mark.parametrize(
    ("tertulis", "acuan", "status", "sementara"),
    [
        # while its year runs, a result is provisional unless its file says final
        (None, date(2024, 7, 15), Status.BERJALAN, True),
        ("sementara", date(2024, 12, 31), Status.BERJALAN, True),
        ("final", date(2024, 7, 15), Status.BELUM_TERCAPAI, False),
        # a year that is over is judged; what is provisional is marked
        (None, date(2025, 1, 1), Status.BELUM_TERCAPAI, False),
        ("sementara", date(2025, 1, 1), Status.BELUM_TERCAPAI, True),
        ("final", date(2025, 1, 1), Status.BELUM_TERCAPAI, False),
        # nobody knows whether the year is over
        (None, None, Status.BELUM_TERCAPAI, False),
        ("sementara", None, Status.BERJALAN, True),
        ("final", None, Status.BELUM_TERCAPAI, False),
    ],
)
def test_a_year_that_runs_is_not_missed(
    write: Write, tertulis: str | None, acuan: date | None, status: Status, sementara: bool
) -> None:
    fields = "arah: naik\nrumus_capaian: naik\ntarget: {2024: 400}"
    indikator = one_indikator(write, fields, t2024="x: {realisasi: 210}")
    stated = {2024: StatusData(tertulis)} if tertulis else {}
    indikator = replace(indikator, status_data=stated)
    each = measure(indikator, 2024, MeasureBasis(acuan, skala={}))
    assert (each.status, each.sementara) == (status, sementara)
    if status is Status.BERJALAN:
        assert (each.capaian, each.kategori) == (None, None)
        assert each.reason is (NoCapaian.TAHUN_BERJALAN if acuan else NoCapaian.ANGKA_SEMENTARA)


def test_the_status_of_the_file_reaches_the_indicator(write: Write) -> None:
    indikator = one_indikator(write, "arah: naik", t2024="x: {realisasi: 210}")
    assert indikator.status_data == {2024: StatusData.FINAL}


def test_a_zero_target_promised_nothing(write: Write) -> None:
    indikator = one_indikator(
        write, "arah: naik\nrumus_capaian: naik\ntarget: {2024: 0}", t2024="x: {realisasi: 1}"
    )
    each = measure(indikator, 2024, DASAR)
    assert each.status is Status.TIDAK_DAPAT_DIHITUNG
    assert each.reason is NoCapaian.TARGET_NOL


@pytest.mark.parametrize(
    ("angka", "sebab", "status"),
    [
        (("naik", "-5", "3"), NoCapaian.TARGET_NEGATIF, Status.MELAMPAUI),
        (("naik", "5", "-3"), NoCapaian.REALISASI_NEGATIF, Status.BELUM_TERCAPAI),
        (("turun", "-5", "3"), NoCapaian.TARGET_NEGATIF, Status.BELUM_TERCAPAI),
        (("turun_rasio", "5", "-3"), NoCapaian.REALISASI_NEGATIF, Status.MELAMPAUI),
    ],
)
def test_negative_numbers_are_compared_but_give_no_percentage(
    write: Write, angka: tuple[str, str, str], sebab: NoCapaian, status: Status
) -> None:
    rumus, target, hasil = angka
    fields = f"rumus_capaian: {rumus}\ntarget: {{2024: {target}}}"
    each = measure(one_indikator(write, fields, t2024=f"x: {{realisasi: {hasil}}}"), 2024, DASAR)
    assert (each.capaian, each.reason, each.status) == (None, sebab, status)


@pytest.mark.parametrize(
    ("hasil", "tahun", "acuan", "status"),
    [
        ("y: {realisasi: 1}", 2024, ACUAN, Status.BELUM_DILAPORKAN),
        ("x: {keadaan: tidak_diukur}", 2024, ACUAN, Status.TIDAK_DIUKUR),
        ("x: {keadaan: tidak_berlaku}", 2024, ACUAN, Status.TIDAK_BERLAKU),
        ("y: {realisasi: 1}", 2026, ACUAN, Status.BELUM_WAKTUNYA),
        ("y: {realisasi: 1}", 2026, None, Status.BELUM_DILAPORKAN),
    ],
)
def test_the_states_without_a_number_stay_apart(
    write: Write, hasil: str, tahun: int, acuan: date | None, status: Status
) -> None:
    fields = "target: {2024: 84}\n"
    other = "      - id: y\n        nama: Lain\n"
    laporan = muat(
        write, f"      - id: x\n        nama: Contoh\n        {fields}{other}", t2024=hasil
    )
    indikator = next(laporan.all_indikator())
    each = measure(indikator, tahun, MeasureBasis(acuan, skala={}))
    assert each.status is status
    assert each.realisasi is None
    assert each.capaian is None


# ── Components and scales, from the files ─────────────────────────────────────────────────────

RUMUS = """\
        satuan: persen
        rumus_capaian: naik
        formula:
          teks: Selesai per diterima
          rumus: selesai / diterima * 100
          variabel: {selesai: Yang selesai, diterima: Yang diterima}
        target: {2024: 95.9}
"""


def dari_komponen(write: Write, hasil: str) -> tuple[Decimal | None, Status, str | None]:
    laporan = muat(write, f"      - id: x\n        nama: Contoh\n{RUMUS}", t2024=hasil)
    each = measure(next(laporan.all_indikator()), 2024, DASAR)
    return each.realisasi.nilai if each.realisasi else None, each.status, each.reason


def test_components_give_the_result_and_the_exact_one_is_measured(write: Write) -> None:
    """47 of 49 is 95.918…, shown as 95.92."""
    shown, status, _ = dari_komponen(write, "x: {variabel: {selesai: 47, diterima: 49}}")
    assert (str(shown), status) == ("95.92", Status.MELAMPAUI)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ("selesai: 0, diterima: 0", "pembaginya nol"),
        ("selesai: 1", "variabel “diterima” belum diisi"),
        ("selesai: 999999999999999, diterima: 0.0001", "hasil rumusnya terlalu besar"),
    ],
)
def test_a_result_that_cannot_be_computed_says_why_and_is_no_zero(
    write: Write, isi: str, sebab: str
) -> None:
    shown, status, why = dari_komponen(write, f"x: {{variabel: {{{isi}}}}}")
    assert (shown, status) == (None, Status.TIDAK_DAPAT_DIHITUNG)
    assert why is not None
    assert why.startswith(sebab)


SKALA = {
    "skala/mutu.yaml": (
        "nama: Mutu\njenis: nilai\nsumber: Rekaan\nkepastian: terbaca\nkelas:\n"
        "  - {predikat: B, di_bawah: 3}\n  - {predikat: A, mulai: 3}\n"
    ),
    "skala/kategori.yaml": (
        "nama: Kategori\njenis: capaian\nsumber: Rekaan\nkepastian: terbaca\nkelas:\n"
        "  - {predikat: Rendah, di_bawah: 100}\n  - {predikat: Tinggi, mulai: 100}\n"
    ),
}


@pytest.mark.parametrize(
    ("realisasi", "predikat", "kategori"),
    [
        ("2.99", "B", "Rendah"),
        ("3.00", "A", "Tinggi"),
        ("{nilai: 2.99, predikat: A}", "A", "Rendah"),
        ("{predikat: A}", "A", None),
    ],
)
def test_a_scale_gives_the_grade_where_none_is_reported(
    write: Write, realisasi: str, predikat: str, kategori: str | None
) -> None:
    loaded = load_laporan(
        write(
            {
                **SKALA,
                "kabupaten-contoh/pemda.yaml": f"{PEMDA}skala_capaian: kategori\n",
                "kabupaten-contoh/dinas-contoh/iku.yaml": iku(
                    "      - id: x\n        nama: X\n        skala: mutu\n"
                    "        rumus_capaian: naik\n        target: {2024: 3}\n"
                ),
                "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                    f"tahun: 2024\ncapaian:\n  x: {{realisasi: {realisasi}}}\n"
                ),
            }
        )
    )
    laporan = loaded.laporan
    assert laporan is not None, check(loaded)
    dasar = MeasureBasis(ACUAN, laporan.skala, laporan.skala["kategori"])
    each = measure(next(laporan.all_indikator()), 2024, dasar)
    assert (each.predikat, each.kategori) == (predikat, kategori)
