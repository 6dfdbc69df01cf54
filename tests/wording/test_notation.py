from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.model import Tanggal
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import date_text, number_text, percent_text, value_text, years_text

desimal = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**27), max_value=10**27
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3.40", "3,40"),
        ("3.4", "3,4"),
        ("82.53", "82,53"),
        ("2016", "2.016"),
        ("1234567.50", "1.234.567,50"),
        ("0", "0"),
        ("-33.33", "−33,33"),
        ("2.991", "2,991"),
    ],
)
def test_digits_stay_as_typed_in_indonesian_notation(typed: str, read: str) -> None:
    assert number_text(Decimal(typed)) == read


@given(desimal)
def test_notation_can_be_read_back(value: Decimal) -> None:
    back = number_text(value).replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(back) == value
    assert Decimal(back).as_tuple().exponent == value.as_tuple().exponent


@pytest.mark.parametrize(
    ("exact", "read"),
    [
        ("113.965", "113,97%"),
        ("94.444444", "94,44%"),
        ("100", "100,00%"),
        # rounding never hides on which side of 100 it lies
        ("99.9949", "99,99%"),
        ("99.995", "99,995%"),
        ("99.9999999989875", "99,999999999%"),
        ("100.0049", "100,005%"),
        ("100.000000000000000000001", "100,000000000000000000001%"),
    ],
)
def test_capaian_has_two_decimals_half_up(exact: str, read: str) -> None:
    assert percent_text(Decimal(exact)) == read


@pytest.mark.parametrize(
    ("isi", "satuan", "read"),
    [
        ({"nilai": "100"}, "persen", "100%"),
        ({"nilai": "100"}, "%", "100%"),
        ({"nilai": "10"}, "titik", "10\u00a0titik"),
        ({"nilai": "3.40"}, "indeks", "3,40"),
        ({"nilai": "83"}, None, "83"),
        ({"bawah": "3.6", "atas": "4.4"}, None, "3,6–4,4"),
        ({"predikat": "BB"}, None, "BB"),
        ({"nilai": "76.4", "predikat": "BB"}, "nilai", "76,4"),
    ],
)
def test_a_value_carries_its_unit(isi: dict[str, str], satuan: str | None, read: str) -> None:
    assert value_text(IsiNilai.model_validate(isi), satuan) == read


@pytest.mark.parametrize(
    ("years", "read"),
    [
        ([2025], "2025"),
        ([2021, 2022, 2023], "2021–2023"),
        ([2025, 2021, 2022], "2021–2022 dan 2025"),
        ([2019, 2021, 2022, 2025], "2019, 2021–2022 dan 2025"),
    ],
)
def test_years_are_joined_into_runs(years: list[int], read: str) -> None:
    assert years_text(years) == read


def test_a_date_is_as_exact_as_printed() -> None:
    assert date_text(Tanggal(2021)) == "2021"
    assert date_text(Tanggal(2021, 12)) == "Desember 2021"
    assert date_text(Tanggal(2021, 8, 17)) == "17 Agustus 2021"
