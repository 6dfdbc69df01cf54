"""No character that nobody sees, and none that a terminal obeys, reaches a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.source.visible import printable, printable_line, shortened


@pytest.mark.parametrize(
    ("text", "line", "spaced"),
    [
        ("a\n b\u00a0 c\t", "a b c", "a b c"),
        ("a\x1b[31mb\x07", "a?[31mb?", "a [31mb"),
        ("a\u202eb\u200b c", "a?b? c", "a b c"),
        ("\ud800 é ✓", "? é ✓", "é ✓"),
    ],
)
def test_a_text_on_one_line(text: str, line: str, spaced: str) -> None:
    assert printable_line(text) == line
    assert printable_line(text, " ") == spaced


def test_spaces_stay_where_only_characters_are_replaced() -> None:
    assert printable("  a  \n\x1b b") == "  a  ?? b"


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    assert printable(text).isprintable()
    assert len(printable(text)) == len(text)
    assert printable_line(text) == printable_line(printable_line(text))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("tepat sepuluh", "tepat sepuluh"),
        ("dua  spasi", "dua  spasi"),
        ("baris\nlain", "baris lain"),
        ("satu dua tiga empat", "satu dua tiga…"),
        ("satudua" * 5, "satuduasatuduas…"),
        (" " * 500 + "jauh", "…"),
    ],
)
def test_a_text_that_is_too_long_ends_after_a_word(text: str, short: str) -> None:
    assert shortened(text, 16) == short


@given(st.text(), st.integers(2, 50))
def test_no_text_is_longer_than_said(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short.isprintable()
