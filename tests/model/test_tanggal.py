"""Dates as documents print them."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from iku_terbuka.model.tanggal import Tanggal, TanggalTercetak


def test_a_date_is_as_exact_as_it_is_printed() -> None:
    tanggal = TypeAdapter(TanggalTercetak)
    assert tanggal.validate_python("2021") == Tanggal(2021)
    assert tanggal.validate_python("2021-12") == Tanggal(2021, 12)
    assert tanggal.validate_python("2024-02-29") == Tanggal(2024, 2, 29)
    assert [str(tanggal.validate_python(text)) for text in ("2021", "2021-12")] == [
        "2021",
        "2021-12",
    ]


@pytest.mark.parametrize("text", ["2023-02-29", "2100-02-29", "2021-13", "2021-1-5", "12-2021"])
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    with pytest.raises(ValidationError, match="bukan tanggal"):
        TypeAdapter(TanggalTercetak).validate_python(text)


@pytest.mark.parametrize(
    ("tanggal", "first", "last"),
    [
        (Tanggal(2026), date(2026, 1, 1), date(2026, 12, 31)),
        (Tanggal(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Tanggal(2026, 12), date(2026, 12, 1), date(2026, 12, 31)),
        (Tanggal(2026, 9, 5), date(2026, 9, 5), date(2026, 9, 5)),
    ],
)
def test_a_month_or_a_year_is_as_long_as_it_is(tanggal: Tanggal, first: date, last: date) -> None:
    assert (tanggal.earliest, tanggal.latest) == (first, last)


@pytest.mark.parametrize(
    ("day", "limit", "by"),
    [
        ((2026, 3, 31), (2026, 3, 31), True),
        ((2026, 3, 30), (2026, 3, 31), True),
        ((2026, 4, 1), (2026, 3, 31), False),
        ((2025, 12), (2026, 3, 31), True),
        ((2026, 3), (2026, 3, 30), None),
        ((2026, 3), (2026, 3, 31), True),
        ((2026, 3, 31), (2026, 3), True),
        ((2026,), (2026, 3), None),
        ((2026, 4), (2026, 3), False),
    ],
)
def test_a_coarse_date_is_by_a_day_only_where_that_is_sure(
    day: tuple[int, ...], limit: tuple[int, ...], by: bool | None
) -> None:
    assert Tanggal(*day).is_by(Tanggal(*limit)) is by
