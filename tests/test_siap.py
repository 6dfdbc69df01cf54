"""Pages without the parser are the parser's, to the byte."""

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.context import Context
from iku_terbuka.mkdocs_plugin.rapat import rapatkan
from iku_terbuka.siap import Judul, siap
from iku_terbuka.site import Situs
from tests.conftest import AKAR

KEPALA = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def pengurai(naskah: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Return the HTML and the headings as the parser has them, with the options of mkdocs.yml."""
    parser = markdown.Markdown(
        extensions=["attr_list", "def_list", "fenced_code", "tables", "toc"],
        extension_configs={"toc": {"permalink": False, "toc_depth": 2}},
    )
    html = parser.convert(naskah)
    tokens = getattr(parser, "toc_tokens")  # noqa: B009 (set by the extension)
    flat = [token for top in tokens for token in (top, *top["children"])]
    return rapatkan(html).strip(), [(t["level"], t["name"], t["id"]) for t in flat]


def sama(naskah: str) -> bool:
    """Tell whether ``naskah`` needs no parser; if so, hold the result against the parser's."""
    made = siap(naskah)
    if made is None:
        return False
    html, judul = pengurai(naskah)
    assert rapatkan(made.html).strip() == html
    assert [(satu.tingkat, satu.teks, satu.id) for satu in made.judul] == judul
    return True


def test_every_page_of_an_indicator_a_year_and_an_instansi_is_ready(context: Context) -> None:
    naskah = {
        path.relative_to(AKAR / "content").as_posix(): path.read_text(encoding="utf-8")
        for path in Path(AKAR / "content").rglob("*.md")
    }
    pages = {
        made.path: KEPALA.sub("", str(made.content))
        for made in Situs(context, naskah).berkas()
        if made.path.endswith("index.md") and made.path.count("/") > 1 and made.path not in naskah
    }
    assert len(pages) > 100
    assert [path for path, text in pages.items() if not sama(text)] == []


def test_headings_become_html_and_blocks_stay() -> None:
    made = siap('<p class="a">x &amp; y</p>\n\n# A&#35;1 { #judul }\n\n<div>\n\n<b>z</b></div>\n')
    assert made is not None
    assert made.judul == (Judul(1, "A&#35;1", "judul"),)
    assert '<h1 id="judul">A&#35;1</h1>' in made.html
    assert made.html.startswith('<p class="a">x &amp; y</p>')


@pytest.mark.parametrize(
    "naskah",
    [
        "text alone",
        "<p>x</p> and text",
        "<p>x</p>\n\n- a list",
        "<p>x</p>\n\n    code",
        "<p>never closed",
        "<div><p>x</div></p>",
        "<p>x</p></p>",
        "<p>a</p><p>b</p>",
        "<span>inline</span>",
        "<custom>x</custom>",
        "<br>",
        "<p>1 < 2</p>",
        "<p>a\tb</p>",
        "<p>a</p>\r\n",
        "<!-- x -->",
        "<pre># x { #y }</pre>",
        "<script>1</script>",
        "# *emphasis* { #x }",
        "# [link](x) { #x }",
        "# no anchor",
        "### third level { #x }",
        "# x { #y .class }",
        "# x { onclick=1 }",
        "## a_b_c { #x }",
        "<dl>\n# x { #y }\n</dl>",
        "<dl>\n\n## x { #y }\n\n</dl>",
        "  <p>indented</p>\n <p>x</p>",
        "<p title='<b>'>x</p>",
        "x\n# y { #z }",
        "[a]: http://x.example\n\n<p>x</p>",
    ],
)
def test_anything_else_is_the_parsers(naskah: str) -> None:
    assert siap(naskah) is None


BAGIAN = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<dl>", "</dl>", "<dd>", "</dd>", "<svg>", "</svg>"),
        *("<b>", "</b>", "<details>", "</details>", '<a href="x&amp;y">', "</a>", "<br>"),
        *("# Satu { #satu }", "## Dua, 2 { #dua }", "## &#42;x&#42; { #x }", "teks", "&lt;"),
        *("\n", "\n\n", "\n\n\n", " ", "  \n", "*", "_", "`", "[x](y)", "- ", "1. ", "    "),
        *("---", "&#60;", "<path d='M1'/>"),
    ]
)


@given(st.lists(BAGIAN, max_size=14).map("".join))
def test_whatever_is_ready_is_the_same_as_the_parsers(naskah: str) -> None:
    sama(naskah)


def blok(anak: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return elements around elements."""
    nama = st.sampled_from(["b", "dd", "div", "dl", "li", "p", "svg", "td", "ul"])
    isi = st.lists(anak, max_size=3).map("\n".join)
    return st.builds("<{0}>{1}</{0}>".format, nama, isi)


DAUN = st.sampled_from(["", "teks", "baris\n\nlain", "# x", "- x", "*x*", "    x", "<br>"])
JUDUL = st.sampled_from(["# Satu { #satu }", "## Dua { #dua }", "## Tiga &#40;3&#41; { #t }"])
ELEMEN = st.recursive(DAUN, blok, max_leaves=6).map("<div>{}</div>".format)


@given(st.lists(JUDUL | ELEMEN, max_size=6).map("\n\n".join))
def test_pages_built_of_blocks_are_the_same_as_the_parsers(naskah: str) -> None:
    sama(naskah)
