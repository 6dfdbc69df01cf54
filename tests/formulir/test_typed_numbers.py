from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.formulir.typed import CellRefusedError, number_in_cell, number_in_text

NUMBERS = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=None
).map(lambda number: Decimal(f"{number:.4f}").quantize(Decimal("0.0001")))


def write(number: Decimal, places: int, thousands: str, comma: str) -> str:
    text = f"{number:,.{places}f}"
    return text.replace(",", "t").replace(".", comma).replace("t", thousands)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("81,2", "81.2"),
        ("81.2", "81.2"),
        ("3,20", "3.20"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("0,812", "0.812"),
        ("0.812", "0.812"),
        ("1234,567", "1234.567"),
        ("-5", "-5"),
        ("−5,5", "-5.5"),
        ("0", "0"),
    ],
)
def test_a_number_typed_as_text(text: str, number: str) -> None:
    assert str(number_in_text(text)) == number


@pytest.mark.parametrize("text", ["12 734", "1 234 567", "12_734", "12\xa0734", "-1 234"])
def test_spaces_between_thousands_are_told(text: str) -> None:
    with pytest.raises(CellRefusedError) as caught:
        number_in_text(text)
    plain = "".join(c for c in text if c.isdigit() or c == "-")
    assert caught.value.hint == f"Ketik tanpa pemisah ribuan: {plain}."


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.500", "999,000"])
def test_thousands_or_decimals_is_asked(text: str) -> None:
    with pytest.raises(CellRefusedError) as caught:
        number_in_text(text)
    plain = text.replace(".", "").replace(",", "")
    assert "Yang mana?" in caught.value.hint
    assert f"Ketik {plain} kalau" in caught.value.hint
    assert str(number_in_text(plain)) == plain
    # A number cell is never doubtful, and gets no digit that was not typed.
    assert "Umum (General)" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "1.23.456",
        "12,34,5",
        "1.234,567.8",
        "1 234",
        "01",
        "1e3",
        "82 orang",
        "80-90",
        "1/2",
        "٣",
        "",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(CellRefusedError):
        number_in_text(text)


@pytest.mark.parametrize("text", ["-", "n/a", "Nihil", "tidak ada data", "tidak diukur"])
def test_no_number_at_all_leads_to_the_state(text: str) -> None:
    with pytest.raises(CellRefusedError, match="bukan angka") as caught:
        number_in_text(text)
    assert "kolom Keadaan" in caught.value.hint


def test_what_is_not_known_yet_is_left_empty() -> None:
    with pytest.raises(CellRefusedError) as caught:
        number_in_text("belum ada data")
    assert caught.value.hint == "Kosongkan sel ini; situs menyebutnya belum dilaporkan."


def test_a_percent_sign_only_with_percentages() -> None:
    assert str(number_in_text("81,2%", percent=True)) == "81.2"
    assert str(number_in_text("81,2 persen", percent=True)) == "81.2"
    with pytest.raises(CellRefusedError, match="satuannya bukan persen"):
        number_in_text("81,2%")


def test_rupiah_have_no_three_decimals() -> None:
    assert number_in_text("Rp 500.000", rupiah=True) == 500000
    assert number_in_text("Rp1.234.567,50", rupiah=True) == Decimal("1234567.50")
    assert number_in_text("500.000,-", rupiah=True) == 500000


@given(
    NUMBERS,
    st.sampled_from([0, 1, 2, 4]),
    st.sampled_from([(".", ","), (",", "."), ("", ","), ("", ".")]),
)
def test_never_another_value(number: Decimal, places: int, marks: tuple[str, str]) -> None:
    """In either notation, with thousands or without, a text is its value or a question."""
    text = write(number, places, *marks)
    rounded = Decimal(f"{number:.{places}f}")
    read = read_number(text)
    if isinstance(read, CellRefusedError):
        # Only one mark with three digits behind it leaves a doubt; nothing else is refused.
        assert "Yang mana?" in read.hint
        assert sum(text.count(mark) for mark in ".,") == 1
        return
    assert read == rounded
    if not marks[0]:
        assert str(read) == text.replace(",", ".")


def read_number(text: str) -> Decimal | CellRefusedError:
    try:
        return number_in_text(text)
    except CellRefusedError as error:
        return error


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused_in_words(text: str) -> None:
    read = read_number(text)
    assert isinstance(read, Decimal) or (read.message and read.hint)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5, allow_nan=False))
def test_a_number_cell_is_what_excel_shows(number: Decimal) -> None:
    assert number_in_cell(float(number), "General") == number


@pytest.mark.parametrize(
    ("value", "bentuk", "number"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (81.2, "General", "81.2"),
        (3.2, "0.00", "3.20"),
        (3.456, "0.00", "3.456"),
        (12, "General", "12"),
        (1e14, "General", "100000000000000"),
        (1004422800, "#,##0", "1004422800"),
        (1e-6, "General", "0.000001"),
        (-0.0, "0.0", "0.0"),
    ],
)
def test_digits_of_a_number_cell(value: float, bentuk: str, number: str) -> None:
    assert str(number_in_cell(value, bentuk)) == number


def test_a_percent_format_shows_a_hundred_times_the_value() -> None:
    assert str(number_in_cell(0.812, "0%", percent=True)) == "81.2"
    assert str(number_in_cell(0.812, "0.00%", percent=True)) == "81.20"
    assert str(number_in_cell(1, "0%", percent=True)) == "100"
    with pytest.raises(CellRefusedError, match="berformat persen"):
        number_in_cell(0.812, "0%")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e15, 1234567890123456])
def test_more_than_excel_keeps_is_refused(value: float) -> None:
    with pytest.raises(CellRefusedError, match="lebih dari 15 digit"):
        number_in_cell(value, "General")


@pytest.mark.parametrize("bentuk", ['0.0"%"', "0.0\\%", '0.0"% "'])
def test_a_percent_sign_that_is_only_shown_multiplies_nothing(bentuk: str) -> None:
    assert str(number_in_cell(96.5, bentuk, percent=True)) == "96.5"
