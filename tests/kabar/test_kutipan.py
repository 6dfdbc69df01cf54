import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.kabar.kutipan import LEBAR, kutipan

BATAS = "     1 | "


def lebar(text: str) -> int:
    """Count columns as a terminal does."""
    marks = sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def di_atas_tanda(line: str, column: int) -> tuple[str, str]:
    """Return the quoted line and what of it stands right above the caret and after it."""
    found = kutipan([line], 1, column)
    assert found is not None
    shown, before = found
    rest = next(shown[i:] for i in range(len(shown) + 1) if lebar(shown[:i]) == len(before))
    return shown, rest


@pytest.mark.parametrize(
    ("line", "column", "shown", "above"),
    [
        ("a: 3,01", 4, "a: 3,01", "3,01"),
        ("漢字: 3,01", 5, "漢字: 3,01", "3,01"),
        ("e\u0301e\u0301: 3,01", 7, "e\u0301e\u0301: 3,01", "3,01"),
        ("\ta: 3,01", 5, "␉a: 3,01", "3,01"),
        ("a: \x1b[31mx", 4, "a: ␛[31mx", "␛[31mx"),
        ("a: \u202ex\x9b\x7f", 5, "a: <U+202E>x<U+009B>␡", "x<U+009B>␡"),
        ("a: b\xa0c", 5, "a: b<U+00A0>c", "<U+00A0>c"),
        ("a: b", 5, "a: b", ""),
        ("a: b", 99, "a: b", ""),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, shown: str, above: str) -> None:
    assert di_atas_tanda(line, column) == (BATAS + shown, above)


def test_a_caret_under_a_mark_stands_under_its_letter() -> None:
    assert di_atas_tanda("e\u0301x", 2)[1] == "e\u0301x"


@pytest.mark.parametrize("where", [1, 20, 95, 500, 999, 1000, 1001])
@pytest.mark.parametrize("letter", ["a", "漢"])
def test_a_long_line_is_cut_around_the_place(letter: str, where: int) -> None:
    line = letter * (where - 1) + "X" + letter * (1000 - where) if where <= 1000 else letter * 1000
    shown, above = di_atas_tanda(line, where)
    assert lebar(shown) <= LEBAR
    assert above[:1] == ("X" if where <= 1000 else "")
    assert shown.endswith("…") == (where < 900)
    assert shown.startswith(f"{BATAS}…") == (where > 60)


def test_a_line_that_just_fits_is_not_cut() -> None:
    room = LEBAR - len(BATAS)
    assert di_atas_tanda("x" * (room - 1), 1)[0] == BATAS + "x" * (room - 1)
    assert di_atas_tanda("x" * (room + 1), 1)[0].endswith("x…")


@pytest.mark.parametrize(("lines", "line"), [([], 1), (["a: b"], 2), (["", "a"], 1), (["  "], 1)])
def test_there_may_be_nothing_to_show(lines: list[str], line: int) -> None:
    assert kutipan(lines, line, 1) is None


@given(st.text(min_size=1, max_size=300), st.integers(1, 400))
def test_whatever_stands_in_the_line_it_fits_and_commands_nothing(text: str, column: int) -> None:
    found = kutipan([text], 1, column)
    if found is None:
        assert not text.strip()
        return
    shown, before = found
    assert (shown + before).isprintable()
    assert max(lebar(shown), len(before) + 1) <= LEBAR
