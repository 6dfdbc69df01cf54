from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.capaian import Status, TanpaCapaian, naik, turun, turun_rasio, ukur
from tests.contoh import Tulis, muat, satu_indikator

ACUAN = date(2026, 11, 21)
positif = st.decimals(min_value="0.01", max_value="1000000", places=2)


def dua(value: Decimal | TanpaCapaian) -> str:
    assert isinstance(value, Decimal)
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


@given(positif, positif)
def test_more_is_better_is_the_plain_ratio(target: Decimal, realisasi: Decimal) -> None:
    capaian = naik(target, realisasi)
    assert isinstance(capaian, Decimal)
    assert abs(capaian * target / 100 - realisasi) < Decimal("1e-20")


@given(positif, positif)
def test_the_two_rules_of_less_is_better_meet_only_at_the_target(
    target: Decimal, realisasi: Decimal
) -> None:
    selisih, rasio = turun(target, realisasi), turun_rasio(target, realisasi)
    assert isinstance(selisih, Decimal)
    assert isinstance(rasio, Decimal)
    assert (selisih == rasio == 100) if target == realisasi else selisih < rasio


def test_nothing_is_divided_by_zero() -> None:
    nol, satu = Decimal(0), Decimal(1)
    assert naik(nol, satu) is TanpaCapaian.TARGET_NOL
    assert turun(nol, nol) is TanpaCapaian.TARGET_NOL
    assert turun_rasio(satu, nol) is TanpaCapaian.REALISASI_NOL


def test_published_figures_are_reproduced() -> None:
    # LKjIP Kecamatan Gunung Kaler 2020: 88,95 of 84,75 is 104,96 %.
    assert dua(naik(Decimal("84.75"), Decimal("88.95"))) == "104.96"


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
            "arah: rentang\nrumus_capaian: rentang\ntarget: {2024: {bawah: 3.6, atas: 4.4}}",
            "5",
            "belum_tercapai",
            "113.64",
        ),
    ],
)
def test_status_and_capaian_follow_from_the_numbers(
    tulis: Tulis, fields: str, hasil: str, status: str, capaian: str
) -> None:
    indikator = satu_indikator(tulis, fields, t2024=f"x: {{realisasi: {hasil}}}")
    satu = ukur(indikator, 2024, ACUAN)
    assert satu.status == status
    assert satu.capaian is not None
    assert dua(satu.capaian) == capaian


def test_without_a_rule_there_is_no_percentage_but_a_status(tulis: Tulis) -> None:
    indikator = satu_indikator(tulis, "arah: naik\ntarget: {2024: 84}", t2024="x: {realisasi: 90}")
    satu = ukur(indikator, 2024, ACUAN)
    assert satu.capaian is None
    assert satu.sebab is TanpaCapaian.TANPA_RUMUS
    assert satu.status is Status.MELAMPAUI


def test_without_a_direction_nothing_is_claimed(tulis: Tulis) -> None:
    indikator = satu_indikator(tulis, "target: {2024: 84}", t2024="x: {realisasi: 90}")
    assert ukur(indikator, 2024, ACUAN).status is Status.TIDAK_DAPAT_DIHITUNG


def test_a_zero_target_promised_nothing(tulis: Tulis) -> None:
    indikator = satu_indikator(
        tulis, "arah: naik\nrumus_capaian: naik\ntarget: {2024: 0}", t2024="x: {realisasi: 1}"
    )
    satu = ukur(indikator, 2024, ACUAN)
    assert satu.status is Status.TIDAK_DAPAT_DIHITUNG
    assert satu.sebab is TanpaCapaian.TARGET_NOL


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
    tulis: Tulis, hasil: str, tahun: int, acuan: date | None, status: Status
) -> None:
    fields = "target: {2024: 84}\n"
    other = "      - id: y\n        nama: Lain\n"
    laporan = muat(
        tulis, f"      - id: x\n        nama: Contoh\n        {fields}{other}", t2024=hasil
    )
    indikator = next(laporan.semua_indikator())
    satu = ukur(indikator, tahun, acuan)
    assert satu.status is status
    assert satu.realisasi is None
    assert satu.capaian is None
