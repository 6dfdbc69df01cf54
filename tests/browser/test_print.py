"""Paper: an indicator on two A4 sheets, nothing cut off, nothing to press, always light."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Window
from tests.browser.test_site import COLOURS

pytestmark = pytest.mark.browser

PAGES = {
    "beranda": "",
    "pemda": "kabupaten-contoh/",
    "instansi": "kabupaten-contoh/dinas-kesehatan/",
    "indikator": "kabupaten-contoh/dinas-pendidikan/rata-rata-lama-sekolah/",
    "indikator-skala": "kabupaten-contoh/sekretariat-daerah/indeks-pelayanan-publik/",
    "tahun": "kabupaten-contoh/dinas-kesehatan/tahun-2025/",
    "kelengkapan": "kelengkapan/",
    "metodologi": "metodologi/",
    "glosarium": "glosarium/",
}
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


@pytest.fixture(params=PAGES)
def paper(request: pytest.FixtureRequest, paper_window: Window, http_contoh: str) -> Page:
    """Each kind of page on paper."""
    return paper_window.open(f"{http_contoh}{PAGES[request.param]}index.html")


def test_every_indicator_fits_on_two_sheets(site_contoh: Path, window_without_js: Window) -> None:
    sheets = {}
    for path in sorted(site_contoh.rglob("index.html")):
        if 'id="cara"' not in path.read_text(encoding="utf-8"):
            continue
        page = window_without_js.open(path.as_uri())
        sheets[path.parent.name] = len(SHEET.findall(page.pdf(format="A4")))
    assert len(sheets) > 30
    assert {nama: count for nama, count in sheets.items() if not 1 <= count <= 2} == {}


# Nothing that is left over may take a sheet of its own.
MOST_SHEETS = {"beranda": 1, "pemda": 2, "instansi": 1, "tahun": 2, "kelengkapan": 1}


@pytest.mark.parametrize("kind", MOST_SHEETS)
def test_no_sheet_is_for_a_rest(window_without_js: Window, http_contoh: str, kind: str) -> None:
    page = window_without_js.open(f"{http_contoh}{PAGES[kind]}index.html")
    sheets = len(SHEET.findall(page.pdf(format="A4")))
    assert 1 <= sheets <= MOST_SHEETS[kind]


def test_nothing_that_only_a_screen_can_use(paper: Page) -> None:
    shown = paper.locator(SCREEN_ONLY).evaluate_all(
        "els => els.filter(el => el.checkVisibility() && el.getBoundingClientRect().width > 1)"
        ".map(el => el.outerHTML.slice(0, 120))"
    )
    assert shown == []
    assert paper.locator("h1").is_visible()


# Elements that reach beyond the paper, or that hide a part of what they hold.
CUT_OFF = """() => {
  const salah = [];
  for (const el of document.querySelectorAll('main *, .iku-acuan *')) {
    if (!el.checkVisibility() || el.closest('.iku-baca, math, symbol')) continue;
    const { left, right, width } = el.getBoundingClientRect();
    const gaya = getComputedStyle(el);
    const menyembunyikan = !(el instanceof SVGElement) && gaya.overflowX !== 'visible'
      && el.scrollWidth > el.clientWidth + 1;
    if (width > 1 && (left < -1 || right > innerWidth + 1 || menyembunyikan))
      salah.push(`${el.outerHTML.slice(0, 100)} ${left}–${right}`);
  }
  return salah;
}"""


def test_nothing_is_cut_off(paper: Page) -> None:
    assert paper.evaluate(CUT_OFF) == []
    # A table is a table on paper, however narrow the sheet.
    rows = paper.locator("table.iku tr:visible")
    assert {one.evaluate("el => getComputedStyle(el).display") for one in rows.all()} <= {
        "table-row"
    }


INK = f"""() => {{
  {COLOURS}
  const kabur = [];
  for (const el of document.querySelectorAll('main :is(p, li, td, th, dt, dd, a, h1, h2, h3)')) {{
    if (!el.checkVisibility() || !el.textContent.trim()) continue;
    const gaya = getComputedStyle(el);
    if (kontras(gaya.color, latar(el)) < 4.5) kabur.push(el.outerHTML.slice(0, 120));
  }}
  return {{
    kabur,
    kertas: terang(latar(document.querySelector('main'))),
    // An abbreviation leads to the glossary on a screen only.
  tautan: [...document.querySelectorAll('main p a:not(.iku-singkat)')]
      .filter(el => el.checkVisibility()
        && !getComputedStyle(el).textDecorationLine.includes('underline'))
      .map(el => el.outerHTML.slice(0, 120)),
  }};
}}"""


def test_light_and_readable_for_who_likes_it_dark_too(paper: Page) -> None:
    ink = paper.evaluate(INK)
    assert ink["kertas"] > 0.9
    assert ink["kabur"] == []
    assert ink["tautan"] == []


MARK_COLOURS = """() => [...document.querySelectorAll(
  '.iku-keping[data-status="melampaui"], .iku-keping[data-status="belum-tercapai"], .sel.h3'
)].filter((el) => el.checkVisibility()).map((el) => {
  const gaya = getComputedStyle(el);
  return [gaya.printColorAdjust, gaya.backgroundColor, gaya.color].join(' | ');
})"""


@pytest.mark.parametrize("kind", ["indikator", "instansi", "tahun", "pemda", "kelengkapan"])
def test_marks_and_squares_keep_their_colours(
    paper_window: Window, http_contoh: str, kind: str
) -> None:
    page = paper_window.open(f"{http_contoh}{PAGES[kind]}index.html")
    assert set(page.evaluate(MARK_COLOURS)) & {
        "exact | rgb(18, 67, 109) | rgb(255, 255, 255)",
        "exact | rgb(252, 230, 212) | rgb(127, 53, 0)",
    }
    assert all(one.startswith("exact | rgb(") for one in page.evaluate(MARK_COLOURS))
