"""The comparisons that an LKjIP must make, in numbers."""

from decimal import Decimal
from typing import Any

import pytest

from generator.capaian import Perbandingan, TanpaCapaian, Tren, bandingkan, dua_desimal, ukur
from generator.model.iku import DefinisiIndikator
from tests.capaian.buatan import dasar, definisi, indikator

RUMUS = {
    "formula": {"teks": "a / b", "rumus": "a / b * 100", "variabel": {"a": "a", "b": "b"}},
}


def banding(
    tahun: int, hasil: dict[int, Any], *keputusan: DefinisiIndikator
) -> Perbandingan | None:
    satu = indikator(hasil, *keputusan)
    return bandingkan(satu, tahun, {year: ukur(satu, year, dasar()) for year in sorted(hasil)})


def tren(tahun: int, dari: str, menjadi: str, membaik: bool | None) -> Tren:
    return Tren(tahun, Decimal(dari), Decimal(menjadi), membaik)


def test_last_year_and_every_earlier_one() -> None:
    found = banding(2024, {2021: "70", 2023: "80.5", 2024: "79"}, definisi(rumus_capaian="naik"))
    assert found is not None
    assert found.tahun_lalu == tren(2023, "80.5", "79", False)
    assert found.tahun_lalu.selisih == Decimal("-1.5")
    assert found.tahun_sebelumnya == (tren(2021, "70", "79", True),)


def test_without_a_result_last_year_the_newest_earlier_one_is_not_called_last_year() -> None:
    hasil = {2022: "70", 2023: {"keadaan": "tidak_diukur"}, 2024: "79"}
    found = banding(2024, hasil, definisi(rumus_capaian="naik"))
    assert found is not None
    assert found.tahun_lalu is None
    assert [satu.tahun for satu in found.tahun_sebelumnya] == [2022]


@pytest.mark.parametrize(
    ("fields", "membaik"),
    [
        ({"arah": "naik"}, True),
        ({"arah": "turun"}, False),
        ({"arah": "rentang"}, None),
        ({"arah": "status"}, None),
        ({}, None),
    ],
)
def test_whether_a_rise_is_good_depends_on_the_direction(
    fields: dict[str, str], membaik: bool | None
) -> None:
    found = banding(2024, {2023: "1", 2024: "2"}, definisi(**fields))
    assert found is not None
    assert found.tahun_lalu is not None
    assert found.tahun_lalu.membaik is membaik


def test_no_change_is_neither_better_nor_worse() -> None:
    found = banding(2024, {2023: "2.0", 2024: "2.00"}, definisi(arah="naik"))
    assert found is not None
    assert found.tahun_lalu is not None
    assert found.tahun_lalu.membaik is None


def test_the_difference_is_that_of_the_numbers_on_the_page() -> None:
    # 85,3333… and 87,6666… would differ by 2,3333…; a reader sees 85,33 and 87,67.
    hasil = {
        2023: {"variabel": {"a": "256", "b": "300"}},
        2024: {"variabel": {"a": "263", "b": "300"}},
    }
    made = definisi(rumus_capaian="naik", target_akhir="90", **RUMUS)
    found = banding(2024, hasil, made)
    assert found is not None
    assert found.tahun_lalu == tren(2023, "85.33", "87.67", True)
    assert found.tahun_lalu.selisih == Decimal("2.34")
    assert found.target_akhir is not None
    assert found.target_akhir.nilai == Decimal("87.67")
    assert isinstance(found.target_akhir.capaian, Decimal)
    assert str(dua_desimal(found.target_akhir.capaian)) == "97.41"  # 87,666… / 90, unrounded


@pytest.mark.parametrize(
    ("dari", "menjadi", "setara"),
    [
        ("66.67", "66.7", True),
        ("66.7", "66.65", True),
        ("66.67", "66.8", False),
        ("66.67", "66.68", False),
        ("66.70", "66.7", False),  # the same number, so no matter of rounding
        ("12", "12.4", True),
        ("12", "13", False),
        # 12 ÷ 3 is 4 and nothing else; 4,33 is more
        ({"variabel": {"a": "12", "b": "300"}}, {"variabel": {"a": "13", "b": "300"}}, False),
    ],
)
def test_two_roundings_of_one_number_are_no_change(dari: Any, menjadi: Any, setara: bool) -> None:
    found = banding(2024, {2023: dari, 2024: menjadi}, definisi(rumus_capaian="naik", **RUMUS))
    assert found is not None
    assert found.tahun_lalu is not None
    assert found.tahun_lalu.setara is setara
    if setara:
        assert found.tahun_lalu.membaik is None


def test_other_units_are_not_compared() -> None:
    old = definisi(rumus_capaian="naik", satuan="ton")
    new = definisi(rumus_capaian="naik", satuan="persen")
    found = banding(2026, {2024: "2416", 2025: "3175", 2026: "22"}, old, new)
    assert found is not None
    assert found.tahun_lalu is None
    assert found.tahun_sebelumnya == ()


def test_end_of_period_and_national_standard() -> None:
    made = definisi(rumus_capaian="turun_rasio", target_akhir="90", standar_nasional="120")
    found = banding(2024, {2024: "100"}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.standar_nasional is not None
    assert found.target_akhir.capaian == 90
    assert found.standar_nasional.capaian == 120
    assert found.target_akhir.tahun_dijumlahkan == ()


def test_what_accumulates_is_summed_within_its_decree_only() -> None:
    made = definisi(
        rumus_capaian="naik", akumulasi="kumulatif", target_akhir="40", standar_nasional="5"
    )
    hasil = {2025: "100", 2026: "6", 2027: {"keadaan": "tidak_diukur"}, 2028: "4", 2029: "9"}
    found = banding(2028, hasil, definisi(rumus_capaian="naik"), made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.standar_nasional is not None
    assert found.target_akhir.nilai == 10
    assert found.target_akhir.capaian == 25
    assert found.target_akhir.tahun_dijumlahkan == (2026, 2028)
    assert found.standar_nasional.nilai == 4
    assert found.standar_nasional.capaian == 80


@pytest.mark.parametrize("akumulasi", ["tahunan", "posisi"])
def test_what_does_not_accumulate_stands_alone(akumulasi: str) -> None:
    made = definisi(rumus_capaian="naik", akumulasi=akumulasi, target_akhir="40")
    found = banding(2024, {2023: "6", 2024: "4"}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.nilai == 4


def test_without_a_percentage_the_reason_stays() -> None:
    made = definisi(arah="naik", target_akhir="40", standar_nasional="0")
    found = banding(2024, {2024: "4"}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.capaian is TanpaCapaian.TANPA_RUMUS


def test_grades_and_missing_numbers_are_not_compared() -> None:
    assert banding(2024, {2024: {"realisasi": {"predikat": "BB"}}}, definisi()) is None
    assert banding(2024, {2023: "1", 2024: {"keadaan": "tidak_diukur"}}, definisi()) is None
    found = banding(2024, {2023: {"realisasi": {"predikat": "B"}}, 2024: "70"}, definisi())
    assert found == Perbandingan(None, (), None, None)


@pytest.mark.parametrize(("akhir", "predikat"), [({"predikat": "A"}, "BB"), ("80", None)])
def test_the_grade_reached_is_known_where_a_grade_is_to_be_reached(
    akhir: Any, predikat: str | None
) -> None:
    made = definisi(arah="status", rumus_capaian="status", target_akhir=akhir)
    hasil = {2024: {"realisasi": {"nilai": "79.60", "predikat": "BB"}}}
    found = banding(2024, hasil, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.predikat == predikat


def test_nothing_is_compared_across_another_formula() -> None:
    old = definisi(rumus_capaian="naik", formula={"teks": "a / b"})
    new = definisi(rumus_capaian="naik", formula={"teks": "a / c"})
    hasil = {2024: "61", 2025: "62", 2026: "67", 2027: "68"}
    first, second = (banding(tahun, hasil, old, new) for tahun in (2026, 2027))
    assert first is not None
    assert second is not None
    assert first.tahun_lalu is None
    assert first.tahun_sebelumnya == ()
    assert second.tahun_lalu == tren(2026, "67", "68", True)
    assert second.tahun_sebelumnya == ()
    # Years before the break are still compared with each other.
    before = banding(2025, hasil, old, new)
    assert before is not None
    assert before.tahun_lalu == tren(2024, "61", "62", True)
