"""The axis holds every number, has round ticks, and leaves zero out only where it must."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iku_terbuka.charts.axis import vertical_axis


def numbers(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ("162 186.92", "0 50 100 150 200"),  # 15 % apart is seen from zero, and as 15 %
        ("3.01 4.91", "0 2.5 5"),
        ("27.3 10 26.1", "0 10 20 30"),
        ("12", "0 5 10 15"),
        ("0", "0 1"),
        ("0 0", "0 1"),
        ("-5 -5", "-6 -4 -2 0"),
        ("-95 -90", "-100 -50 0"),
        ("-0.31 5.93", "-2 0 2 4 6"),
        ("0.5 0", "0 0.25 0.5"),
    ],
)
def test_it_starts_at_zero_where_the_numbers_can_be_told_apart(values: str, ticks: str) -> None:
    axis = vertical_axis(numbers(values))
    assert list(axis.ticks) == numbers(ticks)
    assert not axis.broken


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ("84.75 88.95", "84 86 88 90"),
        ("62 68.5", "62 64 66 68 70"),
        ("99.99 100", "99.99 99.995 100"),
        ("1234567890.55 1234567891.55", "1234567890.5 1234567891 1234567891.5 1234567892"),
        ("12000 12001", "12000 12001"),  # whole numbers have whole ticks
    ],
)
def test_it_is_broken_where_zero_would_hide_the_difference(values: str, ticks: str) -> None:
    axis = vertical_axis(numbers(values))
    assert list(axis.ticks) == numbers(ticks)
    assert axis.broken
    counted = vertical_axis(numbers(values), from_zero=True)
    assert counted.low == 0
    assert not counted.broken


VALUES = st.decimals(-(10**14), 10**15 - 1, places=4)


@given(st.lists(VALUES, min_size=1, max_size=8), st.booleans())
def test_every_number_lies_on_an_axis_of_few_even_ticks(
    values: list[Decimal], from_zero: bool
) -> None:
    axis = vertical_axis(values, from_zero=from_zero)
    assert axis.low <= min(values)
    assert max(values) <= axis.high
    assert 2 <= len(axis.ticks) <= 5
    assert len({b - a for a, b in zip(axis.ticks, axis.ticks[1:], strict=False)}) == 1
    assert axis.broken is (axis.low > 0)
    assert axis.broken or 0 in axis.ticks
    if all(value == value.to_integral_value() for value in values):
        assert all(tick == tick.to_integral_value() for tick in axis.ticks)


@given(VALUES, VALUES)
def test_a_broken_axis_is_never_used_for_differences_that_zero_shows(
    one: Decimal, other: Decimal
) -> None:
    assume(one != other)
    low, high = sorted((one, other))
    axis = vertical_axis([one, other])
    if low <= 0 or (high - low) * 8 >= high:
        assert not axis.broken
    if not axis.broken and low > 0:
        # From zero the picture shows the numbers' own proportion.
        assert axis.share(low) / axis.share(high) == pytest.approx(float(low / high))
