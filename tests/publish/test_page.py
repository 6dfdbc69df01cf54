"""A page writes itself as HTML and as Markdown; both say the same and neither can be broken."""

from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.publish import Page, Section
from tests.html_tree import parse

EXTENSIONS = ["attr_list", "def_list", "toc"]
HOSTILE = (
    *('<script>alert(1)</script> & "kutip"', "# bukan judul", "[tautan](http://x) `kode` *tebal*"),
    *("{: #lain onclick=x } {% raw %} {{ 7 * 7 }}", "a\nb\u2028c\u202e", "--- \\ | $ ~~x~~"),
)


def page(text: str) -> Page:
    return Page(
        folder="kabupaten-contoh/dinas",
        title=text,
        description=text,
        heading=text,
        header='<nav aria-label="Lokasi halaman"><p>Beranda</p></nav>',
        sections=(
            Section("<p>Pembuka.</p>"),
            Section("<p>Isi.</p>\n\n<p>Lagi.</p>", text, "angka"),
        ),
        script="tabel.js",
    )


def words(html: str) -> str:
    return " ".join(parse(html).text.split())


@pytest.mark.parametrize("text", ["Nilai SAKIP (BB)", *HOSTILE])
def test_markdown_makes_of_it_what_it_makes_of_itself(text: str) -> None:
    made = page(text)
    rendered = markdown.markdown(made.markdown, extensions=EXTENSIONS)
    assert words(rendered) == words(made.html)
    for html in (rendered, made.html):
        tree = parse(html)
        assert [(node.tag, node.attributes["id"]) for node in tree.find_all("h1", "h2")] == [
            ("h1", "judul"),
            ("h2", "angka"),
        ]
        assert not list(tree.find_all("script", "a", "code", "strong"))


@given(st.text(min_size=1, max_size=40))
def test_front_matter_holds_any_text_on_one_line_and_as_html(text: str) -> None:
    read = page(text).front_matter
    assert read["skrip"] == "tabel.js"
    assert read["hide"] == ["navigation", "toc"]
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    assert unescape(str(read["title"])) == shown
    assert not set(str(read["title"])) & set("<>\"'")


def test_a_section_without_a_title_has_no_heading() -> None:
    assert page("Judul").html.index("Pembuka") < page("Judul").html.index("<h2")
