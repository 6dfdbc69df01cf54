"""Averages of capaian: as published, uncapped unless asked, and saying what they leave out."""

from decimal import ROUND_DOWN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import Measurement, Status, average, two_decimals
from iku_terbuka.model import RumusCapaian
from tests.capaian.made import angka, measured_year

SERATUS = Decimal(100)


def ukuran(*capaian: str | None) -> list[Measurement]:
    return [
        Measurement(
            2024,
            None,
            None,
            Status.TIDAK_DAPAT_DIHITUNG if one is None else Status.TERCAPAI,
            None if one is None else Decimal(one),
        )
        for one in capaian
    ]


@pytest.mark.parametrize(
    ("bagian", "terbit", "dibatasi"),
    [
        (("107.81", "102.57", "100"), "103.46", "100.00"),  # Gunung Kaler 2019
        (("104.96", "95.24", "100"), "100.07", "98.41"),  # 2020: it hides the one missed target
    ],
)
def test_published_averages(bagian: tuple[str, ...], terbit: str, dibatasi: str) -> None:
    whole, capped = average(ukuran(*bagian)), average(ukuran(*bagian), SERATUS)
    assert whole is not None
    assert capped is not None
    assert str(two_decimals(whole.nilai)) == terbit
    assert whole.cap is None
    assert str(two_decimals(capped.nilai)) == dibatasi
    assert capped.cap == 100


def test_a_published_average_that_was_cut_off_differs_from_ours() -> None:
    ours = average(ukuran("87.10", "96.54", "72.52"))  # Manggarai Timur 2019 prints 85,38
    assert ours is not None
    assert str(two_decimals(ours.nilai)) == "85.39"
    assert str(ours.nilai.quantize(Decimal("0.01"), ROUND_DOWN)) == "85.38"


def test_what_has_no_percentage_is_counted_and_not_taken_for_zero() -> None:
    ours = average(ukuran("90", None, "110", None, None))
    assert ours is not None
    assert (ours.nilai, ours.count, ours.left_out) == (100, 2, 3)
    assert average(ukuran("90", None)) is None
    assert average([]) is None


def test_a_cap_also_keeps_a_negative_one_at_zero() -> None:
    ours = average(ukuran("-40", "100"), SERATUS)
    assert ours is not None
    assert ours.nilai == 50


def test_thirds_add_up() -> None:
    # 33,333…% and 66,676666…% carry 60 digits each; their mean is exactly on the edge of rounding.
    half = average([measured_year(RumusCapaian.NAIK, angka(3), angka(r)) for r in ("1", "2.0003")])
    assert half is not None
    assert half.nilai == Decimal("50.005")
    assert str(two_decimals(half.nilai)) == "50.01"


@given(st.lists(st.decimals(-500, 5000, places=2), min_size=2, max_size=30))
def test_an_average_lies_between_its_parts(parts: list[Decimal]) -> None:
    semua = ukuran(*(str(part) for part in parts))
    whole, capped = average(semua), average(semua, SERATUS)
    assert whole is not None
    assert capped is not None
    assert min(parts) <= whole.nilai <= max(parts)
    assert 0 <= capped.nilai <= 100
