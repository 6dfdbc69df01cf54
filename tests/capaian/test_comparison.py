"""The comparisons that an LKjIP must make, in numbers."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import (
    TREND_THRESHOLD,
    AgainstEnd,
    Comparison,
    Status,
    Trend,
    compare,
    measure,
    movement,
)
from iku_terbuka.model.definisi import DefinisiIndikator
from tests.capaian.made import basis, definisi, indikator, shipped_skala

SKALA = shipped_skala()

RUMUS = {
    "formula": {"teks": "a / b", "rumus": "a / b * 100", "variabel": {"a": "a", "b": "b"}},
}


def banding(tahun: int, hasil: dict[int, Any], *keputusan: DefinisiIndikator) -> Comparison | None:
    each = indikator(hasil, *keputusan)
    return compare(each, tahun, {year: measure(each, year, basis()) for year in sorted(hasil)})


def tren(tahun: int, dari: str, menjadi: str, membaik: bool | None) -> Trend:
    return Trend(tahun, Decimal(dari), Decimal(menjadi), membaik)


def test_last_year_and_every_earlier_one() -> None:
    found = banding(2024, {2021: "70", 2023: "80.5", 2024: "79"}, definisi(rumus_capaian="naik"))
    assert found is not None
    assert found.previous == tren(2023, "80.5", "79", False)
    assert found.previous.change == Decimal("-1.5")
    assert found.earlier == (tren(2021, "70", "79", True),)


def test_without_a_result_last_year_the_newest_earlier_one_is_not_called_last_year() -> None:
    hasil = {2022: "70", 2023: {"keadaan": "tidak_diukur"}, 2024: "79"}
    found = banding(2024, hasil, definisi(rumus_capaian="naik"))
    assert found is not None
    assert found.previous is None
    assert [each.tahun for each in found.earlier] == [2022]


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
    assert found.previous is not None
    assert found.previous.improved is membaik


def test_no_change_is_neither_better_nor_worse() -> None:
    found = banding(2024, {2023: "2.0", 2024: "2.00"}, definisi(arah="naik"))
    assert found is not None
    assert found.previous is not None
    assert found.previous.improved is None


def test_the_difference_is_that_of_the_numbers_on_the_page() -> None:
    # 85,3333… and 87,6666… would differ by 2,3333…; a reader sees 85,33 and 87,67.
    hasil = {
        2023: {"variabel": {"a": "256", "b": "300"}},
        2024: {"variabel": {"a": "263", "b": "300"}},
    }
    made = definisi(rumus_capaian="naik", target_akhir="90", **RUMUS)
    found = banding(2024, hasil, made)
    assert found is not None
    assert found.previous == tren(2023, "85.33", "87.67", True)
    assert found.previous.change == Decimal("2.34")
    assert found.target_akhir is not None
    assert found.target_akhir.comparison.nilai == Decimal("87.67")
    assert found.target_akhir.comparison.distance == Decimal("2.33")


@pytest.mark.parametrize(
    ("dari", "menjadi", "setara"),
    [
        ("66.67", "66.7", True),
        ("66.7", "66.65", True),
        ("66.67", "66.8", False),
        ("66.67", "66.68", False),
        ("66.70", "66.7", False),  # the same number, so no matter of rounding
        ("12", "12.4", False),  # a count, or typed short
        ("12", "13", False),
        # 12 ÷ 3 is 4 and nothing else; 4,33 is more
        ({"variabel": {"a": "12", "b": "300"}}, {"variabel": {"a": "13", "b": "300"}}, False),
    ],
)
def test_two_roundings_of_one_number_are_no_change(dari: Any, menjadi: Any, setara: bool) -> None:
    found = banding(2024, {2023: dari, 2024: menjadi}, definisi(rumus_capaian="naik", **RUMUS))
    assert found is not None
    assert found.previous is not None
    assert found.previous.alike is setara
    if setara:
        assert found.previous.improved is None


def test_rounding_does_not_hide_that_the_end_is_not_reached() -> None:
    made = definisi(rumus_capaian="naik", target_akhir="90", **RUMUS)
    found = banding(2024, {2024: {"variabel": {"a": "89996", "b": "100000"}}}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.comparison.nilai == Decimal("90.00")
    assert found.target_akhir.comparison.side == -1
    assert found.target_akhir.comparison.distance == Decimal("0.004")


def test_other_units_are_not_compared() -> None:
    old = definisi(rumus_capaian="naik", satuan="ton")
    new = definisi(rumus_capaian="naik", satuan="persen")
    found = banding(2026, {2024: "2416", 2025: "3175", 2026: "22"}, old, new)
    assert found is not None
    assert found.previous is None
    assert found.earlier == ()


def test_end_of_period_and_national_standard() -> None:
    made = definisi(rumus_capaian="turun_rasio", target_akhir="90", standar_nasional="120")
    found = banding(2024, {2024: "100"}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.standar_nasional is not None
    assert (found.target_akhir.comparison.side, found.target_akhir.comparison.distance) == (1, 10)
    assert (found.standar_nasional.side, found.standar_nasional.distance) == (-1, 20)
    assert not found.target_akhir.beyond
    assert found.target_akhir.comparison.summed_years == ()


def test_what_accumulates_is_summed_within_its_decree_only() -> None:
    made = definisi(
        rumus_capaian="naik",
        akumulasi="kumulatif",
        kondisi_awal="30",
        target_akhir="40",
        standar_nasional="5",
    )
    hasil = {2025: "100", 2026: "6", 2027: {"keadaan": "tidak_diukur"}, 2028: "4", 2029: "9"}
    found = banding(2028, hasil, definisi(rumus_capaian="naik"), made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.standar_nasional is not None
    assert found.target_akhir.comparison.nilai == 10
    assert found.target_akhir.start == 0
    assert found.target_akhir.progress == 25
    assert found.target_akhir.elapsed == 60
    assert found.target_akhir.comparison.summed_years == (2026, 2028)
    assert found.standar_nasional.nilai == 4


@pytest.mark.parametrize("akumulasi", ["tahunan", "posisi"])
def test_what_does_not_accumulate_stands_alone(akumulasi: str) -> None:
    made = definisi(rumus_capaian="naik", akumulasi=akumulasi, target_akhir="40")
    found = banding(2024, {2023: "6", 2024: "4"}, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.comparison.nilai == 4


def akhir(hasil: Any, **fields: Any) -> AgainstEnd:
    found = banding(2024, {2024: hasil}, definisi(**fields))
    assert found is not None
    assert found.target_akhir is not None
    return found.target_akhir


@pytest.mark.parametrize(
    ("hasil", "awal", "target", "fields", "expected"),
    [
        ("15.4", "24", "14", {"arah": "turun"}, ("86", False)),
        ("14", "24", "14", {"arah": "turun"}, ("100", False)),
        ("12", "24", "14", {"arah": "turun"}, ("120", True)),
        ("24", "24", "14", {"arah": "turun"}, ("0", False)),
        ("26", "24", "14", {"arah": "turun"}, ("-20", False)),
        ("85", "80", "90", {"arah": "naik"}, ("50", False)),
        ("91", "80", "90", {"rumus_capaian": "naik"}, ("110", True)),
        ("79", "80", "90", {"arah": "naik"}, ("-10", False)),
        # without a direction the way itself tells it
        ("85", "80", "90", {}, ("50", False)),
        ("19", "24", "14", {"arah": "status"}, ("50", False)),
        ("13", "24", "14", {}, ("110", True)),
        # no way: it ends where it began, or on the worse side of it
        ("22", "24", "24", {"arah": "naik"}, (None, False)),
        ("25", "24", "24", {"arah": "naik"}, (None, True)),
        ("93", "95", "92", {"arah": "naik"}, (None, True)),
        ("91", "95", "92", {"arah": "naik"}, (None, False)),
        ("85", None, "90", {"arah": "naik"}, (None, False)),
        ("85", {"predikat": "B"}, "90", {"arah": "naik"}, (None, False)),
        ("85", "80", {"bawah": "88", "atas": "90"}, {"arah": "naik"}, (None, False)),
        ("-1", "-2", "2", {"arah": "naik"}, ("25", False)),
        ("2", "0", "4", {"arah": "naik"}, ("50", False)),
    ],
)
def test_the_way_gone(
    hasil: str, awal: Any, target: Any, fields: dict[str, Any], expected: tuple[str | None, bool]
) -> None:
    found, (jalan, lewat) = akhir(hasil, kondisi_awal=awal, target_akhir=target, **fields), expected
    assert found.progress == (None if jalan is None else Decimal(jalan))
    assert found.beyond is lewat
    assert found.elapsed is None  # no period


angka = st.decimals(-1000, 1000, places=2)


@given(angka, angka, angka)
def test_the_way_gone_is_a_share_of_the_way(awal: Decimal, target: Decimal, hasil: Decimal) -> None:
    found = akhir(str(hasil), kondisi_awal=str(awal), target_akhir=str(target))
    if awal == target:
        assert found.progress is None
        return
    assert found.progress is not None
    assert abs(awal + (target - awal) * found.progress / 100 - hasil) < Decimal("1e-20")
    assert found.beyond is (found.progress > 100)
    assert (found.comparison.side == 0) is (found.progress == 100)
    # the other way round it is as far
    back = akhir(str(hasil), kondisi_awal=str(target), target_akhir=str(awal)).progress
    assert back is not None
    assert abs(found.progress + back - 100) < Decimal("1e-20")
    # and in another unit the same
    scaled = [str(value * 100) for value in (hasil, awal, target)]
    assert (
        akhir(scaled[0], kondisi_awal=scaled[1], target_akhir=scaled[2]).progress == found.progress
    )


@given(st.integers(2021, 2030))
def test_the_time_gone_is_whole_when_the_period_ends(tahun: int) -> None:
    made = definisi(arah="naik", target_akhir="10")
    found = banding(tahun, {tahun: "5"}, made, made)  # 2021–2025 and 2026–2030
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.elapsed == 20 * ((tahun - 2021) % 5 + 1)


@pytest.mark.parametrize(
    ("hasil", "acuan", "sisi", "jarak"),
    [
        ("7", "16", -1, "9"),
        ("16", "16.0", 0, "0"),
        ("5.93", {"bawah": "1.5", "atas": "3.5"}, 1, "2.43"),
        ("1.2", {"bawah": "1.5", "atas": "3.5"}, -1, "0.3"),
        ("3.5", {"bawah": "1.5", "atas": "3.5"}, 0, "0"),
        ("3", {"predikat": "BB"}, None, None),
    ],
)
def test_how_far_a_national_standard_is(
    hasil: str, acuan: Any, sisi: int | None, jarak: str | None
) -> None:
    found = banding(2024, {2024: hasil}, definisi(arah="turun", standar_nasional=acuan))
    assert found is not None
    assert found.standar_nasional is not None
    assert found.standar_nasional.side == sisi
    assert found.standar_nasional.distance == (None if jarak is None else Decimal(jarak))


@pytest.mark.parametrize(
    ("dari", "menjadi", "expected"),
    [
        ("88.94", "88.95", 0),
        ("88.95", "88.94", 0),
        ("75.00", "75.07", 0),
        ("360202", "360500", 0),
        ("12500", "12501", 0),
        ("-2.000", "-2.001", 0),
        ("3", "4", 1),
        ("999", "1000", 1),
        ("0.381", "0.379", -1),
        ("0.16", "0.17", 1),
        ("71.47", "71.57", 1),
        ("100", "100.1", 1),  # the threshold itself is a change
        ("100", "99.9", -1),
        ("100", "100.09", 0),
        ("0", "0.01", 1),
        ("1", "0", -1),
        ("-2", "-1", 1),
        ("0", "0", 0),
    ],
)
def test_a_change_below_the_threshold_is_none(dari: str, menjadi: str, expected: int) -> None:
    assert movement(Decimal(dari), Decimal(menjadi)) == expected


@given(angka, angka)
def test_the_threshold_is_a_share_and_has_no_favourite_side(
    dari: Decimal, menjadi: Decimal
) -> None:
    moved = movement(dari, menjadi)
    assert moved in {-1, 0, 1}
    assert movement(-dari, -menjadi) == -moved
    assert movement(dari * 1000, menjadi * 1000) == moved
    if moved:
        assert (menjadi > dari) is (moved > 0)
        assert abs(menjadi - dari) >= TREND_THRESHOLD * abs(dari)
    else:
        assert dari == menjadi or abs(menjadi - dari) < TREND_THRESHOLD * abs(dari)


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_count_below_a_thousand_moves_with_every_one(dari: int, menjadi: int) -> None:
    assert movement(Decimal(dari), Decimal(menjadi)) == (menjadi > dari) - (menjadi < dari)


def test_what_stayed_is_neither_better_nor_worse() -> None:
    found = banding(2024, {2023: "88.94", 2024: "88.95"}, definisi(arah="naik"))
    assert found is not None
    assert found.previous == tren(2023, "88.94", "88.95", None)
    assert found.previous.movement == 0


def test_grades_and_missing_numbers_are_not_compared() -> None:
    assert banding(2024, {2024: {"realisasi": {"predikat": "BB"}}}, definisi()) is None
    assert banding(2024, {2023: "1", 2024: {"keadaan": "tidak_diukur"}}, definisi()) is None
    made = definisi(target_akhir="80")  # a number to reach, and no number here
    assert banding(2024, {2024: {"realisasi": {"predikat": "BB"}}}, made) is None
    found = banding(2024, {2023: {"realisasi": {"predikat": "B"}}, 2024: "70"}, definisi())
    assert found == Comparison(None, (), None, None)


@pytest.mark.parametrize(
    ("predikat", "status"),
    [("WDP", Status.BELUM_TERCAPAI), ("wtp", Status.TERCAPAI), ("x", Status.TIDAK_DAPAT_DIHITUNG)],
)
def test_a_grade_alone_is_compared_with_the_grade_of_the_end(predikat: str, status: Status) -> None:
    made = definisi(arah="status", target_akhir={"predikat": "WTP"}, standar_nasional="3")
    each = indikator({2024: {"realisasi": {"predikat": predikat}}}, made)
    found = compare(each, 2024, {2024: measure(each, 2024, basis())}, SKALA["opini-bpk"])
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.comparison.status is status
    assert found.target_akhir.progress is None
    assert found.standar_nasional is None


@pytest.mark.parametrize(("akhir", "predikat"), [({"predikat": "A"}, "BB"), ("80", None)])
def test_the_grade_reached_is_known_where_a_grade_is_to_be_reached(
    akhir: Any, predikat: str | None
) -> None:
    made = definisi(arah="status", rumus_capaian="status", target_akhir=akhir)
    hasil = {2024: {"realisasi": {"nilai": "79.60", "predikat": "BB"}}}
    found = banding(2024, hasil, made)
    assert found is not None
    assert found.target_akhir is not None
    assert found.target_akhir.comparison.predikat == predikat


def test_nothing_is_compared_across_another_formula() -> None:
    old = definisi(rumus_capaian="naik", formula={"teks": "a / b"})
    new = definisi(rumus_capaian="naik", formula={"teks": "a / c"})
    hasil = {2024: "61", 2025: "62", 2026: "67", 2027: "68"}
    first, second = (banding(tahun, hasil, old, new) for tahun in (2026, 2027))
    assert first is not None
    assert second is not None
    assert first.previous is None
    assert first.earlier == ()
    assert second.previous == tren(2026, "67", "68", True)
    assert second.earlier == ()
    # Years before the break are still compared with each other.
    before = banding(2025, hasil, old, new)
    assert before is not None
    assert before.previous == tren(2024, "61", "62", True)
