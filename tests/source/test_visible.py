"""No character that nobody sees, and none that a terminal obeys, reaches a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.source.visible import printable, printable_line


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
