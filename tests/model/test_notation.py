"""Numbers as people here write them, and as the YAML has them."""

from decimal import Decimal

import pytest

from iku_terbuka.model.notation import (
    indonesian,
    may_be_thousands,
    with_comma,
    without_dot,
    yaml_number,
    yaml_thousands,
)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1200, "1.200"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("8.77E-8"), "0,0000000877"),
        (Decimal("1E+6"), "1.000.000"),
    ],
)
def test_a_number_keeps_its_digits(number: Decimal | int, shown: str) -> None:
    assert indonesian(number) == shown


@pytest.mark.parametrize(
    ("number", "doubtful"),
    [
        ("2.016", True),
        ("-2.016", True),
        ("2.0160", False),
        ("0.016", False),
        ("1000.016", False),
        ("2016", False),
    ],
)
def test_three_digits_behind_a_dot_may_be_thousands(number: str, doubtful: bool) -> None:
    assert may_be_thousands(number) is doubtful
    assert may_be_thousands(Decimal(number)) is doubtful


def test_each_reading_of_a_dot() -> None:
    assert without_dot("2.016") == "2016"
    assert with_comma("2.016") == "2,016"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("3,01", "3.01"),
        ("1.234,5", "1234.5"),
        ("1,234,567.8", "1234567.8"),
        ("007", "7"),
        ("2.016", "2.016"),
    ],
)
def test_a_printed_number_in_yaml(printed: str, number: str) -> None:
    assert yaml_number(printed) == number


def test_money_has_dots_for_thousands() -> None:
    assert yaml_thousands("2.016") == "2016"
    assert yaml_thousands("57.000,5") == "57000.5"
