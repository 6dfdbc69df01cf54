"""Templates show what they are given, escaped, and never leave a gap where a value is missing."""

import pytest
from jinja2 import UndefinedError

from iku_terbuka.pages.template import Macros, sections_part, stack
from iku_terbuka.publish import Section


def test_a_value_that_is_missing_is_an_error_and_no_gap() -> None:
    with pytest.raises(UndefinedError, match="lead"):
        Macros("tahun.html.j2").lead()


def test_what_a_macro_is_given_is_text() -> None:
    made = Macros("blocks.html.j2").search_form('"><script>')
    assert "<script>" not in made
    assert 'action="&#34;&gt;&lt;script&gt;"' in made


def test_blocks_are_parted_so_that_markdown_leaves_them() -> None:
    assert stack("<p>a</p>\n", "", " \n", "\n<p>b</p>") == "<p>a</p>\n\n<p>b</p>"


def test_a_heading_of_a_part_is_text_to_markdown() -> None:
    assert sections_part([Section("<p>a</p>", "*Kota* #1", "kota")]) == (
        "## &#42;Kota&#42; &#35;1 { #kota }\n\n<p>a</p>\n"
    )
