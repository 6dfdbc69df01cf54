"""Paper: an indicator on two A4 sheets, nothing cut off, nothing to press, always light."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.colours import COLOURS
from tests.browser.conftest import Window
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser

KINDS = (
    *("beranda", "pemda", "instansi", "indikator", "indikator dengan skala", "tahun"),
    *("kelengkapan", "metodologi", "glosarium"),
)
# A4 is 210 × 297 mm; at 96 dpi, without the margins that iku.css sets for paper.
CONTENT_WIDTH = round((210 - 2 * 13) / 25.4 * 96)
SHEET = re.compile(rb"/Type\s*/Page\b")
# Whatever can only be used on a screen.
SCREEN_ONLY = (
    ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, nav, form, button, input, select, "
    ".iku-tombol, .iku-berkas"
)


@pytest.fixture
def paper_window(dark_window: Window) -> Iterator[Window]:
    """A window of a reader who likes it dark, as wide as the paper, showing what it would print."""
    dark_window.page.emulate_media(media="print")
    dark_window.page.set_viewport_size({"width": CONTENT_WIDTH, "height": 1000})
    yield dark_window
    dark_window.page.emulate_media(media="null")


def test_the_longest_indicators_fit_on_two_sheets(
    site_contoh: Path, window_without_js: Window
) -> None:
    texts = {path: path.read_text("utf-8") for path in site_contoh.rglob("index.html")}
    indikator = [path for path, text in texts.items() if 'id="cara"' in text]
    assert len(indikator) > 30
    sheets = {}
    for path in sorted(indikator, key=lambda path: len(texts[path]))[-6:]:
        page = window_without_js.open(path.as_uri())
        sheets[path.parent.name] = len(SHEET.findall(page.pdf(format="A4")))
    assert {nama: count for nama, count in sheets.items() if not 1 <= count <= 2} == {}


# Nothing that is left over may take a sheet of its own.
MOST_SHEETS = {"beranda": 1, "pemda": 3, "instansi": 1, "tahun": 2, "kelengkapan": 2}


@pytest.mark.parametrize("kind", MOST_SHEETS)
def test_no_sheet_is_for_a_rest(window_without_js: Window, http_contoh: str, kind: str) -> None:
    page = window_without_js.open(f"{http_contoh}{PAGES[kind]}index.html")
    sheets = len(SHEET.findall(page.pdf(format="A4")))
    assert 1 <= sheets <= MOST_SHEETS[kind]


# Elements that reach beyond the paper, or that hide a part of what they hold.
CUT_OFF = """() => {
  const found = [];
  for (const el of document.querySelectorAll('main *, .iku-acuan *')) {
    if (!el.checkVisibility() || el.closest('.iku-baca, math, symbol')) continue;
    const { left, right, width } = el.getBoundingClientRect();
    const style = getComputedStyle(el);
    const hides = !(el instanceof SVGElement) && style.overflowX !== 'visible'
      && el.scrollWidth > el.clientWidth + 1;
    if (width > 1 && (left < -1 || right > innerWidth + 1 || hides))
      found.push(`${el.outerHTML.slice(0, 100)} ${left} to ${right}`);
  }
  return found;
}"""


INK = f"""() => {{
  {COLOURS}
  const faint = [];
  for (const el of document.querySelectorAll('main :is(p, li, td, th, dt, dd, a, h1, h2, h3)')) {{
    if (!el.checkVisibility() || !el.textContent.trim()) continue;
    const style = getComputedStyle(el);
    if (contrast(style.color, behind(el)) < 4.5) faint.push(el.outerHTML.slice(0, 120));
  }}
  return {{
    faint,
    paper: brightness(behind(document.querySelector('main'))),
    // An abbreviation leads to the glossary on a screen only.
    links: [...document.querySelectorAll('main p a:not(.iku-singkat)')]
      .filter(el => el.checkVisibility()
        && !getComputedStyle(el).textDecorationLine.includes('underline'))
      .map(el => el.outerHTML.slice(0, 120)),
  }};
}}"""


MARK_COLOURS = """() => [...document.querySelectorAll(
  '.iku-keping[data-status="melampaui"], .iku-keping[data-status="belum-tercapai"], .sel.h3'
)].filter((el) => el.checkVisibility()).map((el) => {
  const style = getComputedStyle(el);
  return [style.printColorAdjust, style.backgroundColor, style.color].join(' | ');
})"""


WITH_MARKS = {"indikator", "instansi", "tahun", "pemda", "kelengkapan"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_on_paper(paper_window: Window, http_contoh: str, kind: str) -> None:
    page = paper_window.open(f"{http_contoh}{PAGES[kind]}index.html")
    # Nothing that only a screen can use.
    shown = page.locator(SCREEN_ONLY).evaluate_all(
        "els => els.filter(el => el.checkVisibility() && el.getBoundingClientRect().width > 1)"
        ".map(el => el.outerHTML.slice(0, 120))"
    )
    assert shown == []
    assert page.locator("h1").is_visible()
    # Nothing is cut off, and a table is a table, however narrow the sheet.
    assert page.evaluate(CUT_OFF) == []
    rows = page.locator("table.iku tr:visible")
    displayed = rows.evaluate_all("els => els.map(el => getComputedStyle(el).display)")
    assert set(displayed) <= {"table-row"}
    # Light and readable, for a reader who likes it dark too.
    ink = page.evaluate(INK)
    assert ink["paper"] > 0.9
    assert ink["faint"] == []
    assert ink["links"] == []
    # Marks and squares keep their colours.
    colours = page.evaluate(MARK_COLOURS)
    assert all(one.startswith("exact | rgb(") for one in colours)
    if kind in WITH_MARKS:
        assert set(colours) & {
            "exact | rgb(18, 67, 109) | rgb(255, 255, 255)",
            "exact | rgb(252, 230, 212) | rgb(127, 53, 0)",
        }
