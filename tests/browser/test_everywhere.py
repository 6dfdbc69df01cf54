"""Every kind of page everywhere: on a server below a sub-path and from a folder, with and without
JavaScript, wide and on a phone, light and dark, enlarged, without motion.

A :class:`Window` keeps console messages, failed and outside requests.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Window
from tests.browser.pages import PAGES, address

pytestmark = pytest.mark.browser

# Where it is narrow, the map of a Pemda leaves out the years in which an instansi promised nothing.
MAY_BE_MISSING = {"Tidak", "berlaku"}

# What is wrong with the page as it stands now; nothing, if all is well.
INSPECT = """() => {
  const wrong = [];
  const widest = document.documentElement.scrollWidth;
  if (widest > innerWidth) wrong.push(`${widest} wide in a window of ${innerWidth}`);
  const headings = [...document.querySelectorAll('h1')].filter((el) => el.checkVisibility());
  if (headings.length !== 1) wrong.push(`${headings.length} main headings`);
  for (const el of headings) {
    const { left, right, width, height } = el.getBoundingClientRect();
    if (!width || !height || left < 0 || right > innerWidth) wrong.push('heading not seen');
  }
  for (const el of document.images)
    if (!el.complete || !el.naturalWidth) wrong.push(`image ${el.src}`);
  for (const el of document.querySelectorAll('use'))
    if (!document.querySelector(el.getAttribute('href'))) wrong.push(`icon ${el.outerHTML}`);
  if (document.documentElement.lang !== 'id') wrong.push('language');
  if (!document.title.trim()) wrong.push('no title');
  return wrong;
}"""


def words_of(page: Page) -> Counter[str]:
    """Return the words that a reader meets, to compare one width with another."""
    return Counter(page.locator("article, body:not(:has(article))").inner_text().split())


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})


# Kinds that between them have every script, and every part that moves.
WITH_SCRIPTS = {"beranda", "instansi", "indikator", "cari", "panduan"}
# Whatever would still move for longer than a hundredth of a second.
MOTION = """() => {
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  const wrong = new Set();
  for (const el of document.querySelectorAll('*'))
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(el, part);
      const animation = style.animationName === 'none' ? 0 : seconds(style.animationDuration);
      const transition =
        style.transitionProperty === 'none' ? 0 : seconds(style.transitionDuration);
      if (Math.max(animation, transition) > 0.01)
        wrong.add(`${el.tagName}.${el.getAttribute('class')}${part ?? ''}`);
    }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') wrong.add('scroll');
  return [...wrong];
}"""


# From a server and from a folder, with and without JavaScript, light and dark; as narrow as WCAG
# 2.2 asks (1.4.10), a window of 1280 at 200 % zoom (1.4.4), and wide. A folder with JavaScript is
# another matter only for the kinds that a script reaches.
@pytest.mark.parametrize(
    ("origin", "javascript", "scheme", "kinds", "widths"),
    [
        ("server", True, "light", PAGES.keys(), (320, 640)),
        ("folder", True, "dark", WITH_SCRIPTS, (320,)),
        ("folder", False, "light", PAGES.keys(), (320,)),
    ],
    ids=["server", "folder", "folder without JavaScript"],
)
def test_whole_everywhere(  # noqa: PLR0917
    browser: Browser,
    site_contoh: Path,
    http_contoh: str,
    origin: str,
    javascript: bool,
    scheme: Literal["light", "dark"],
    kinds: Iterable[str],
    widths: tuple[int, ...],
) -> None:
    base = http_contoh if origin == "server" else f"{site_contoh.as_uri()}/"
    context = browser.new_context(
        color_scheme=scheme, java_script_enabled=javascript, reduced_motion="reduce"
    )
    window = Window(context)
    wrong: dict[str, list[str]] = {}
    for kind in kinds:
        resize(window.page, widths[0])
        page = window.open(address(base, PAGES[kind]))
        found = page.evaluate(INSPECT)
        narrow = [words_of(page)]
        for width in widths[1:]:
            resize(page, width)
            found += page.evaluate(INSPECT)
            narrow.append(words_of(page))
        resize(page, 1366)
        found += page.evaluate(INSPECT)
        wide = words_of(page)
        assert wide.total() > 10, kind
        for few in narrow:
            found += sorted((wide - few).keys() - MAY_BE_MISSING)
        if origin == "server" and kind in WITH_SCRIPTS:
            found += page.evaluate(MOTION)
        if found:
            wrong[kind] = found
    context.close()
    assert wrong == {}
    assert window.wrong == []


def test_the_colours_follow_the_device(browser: Browser, http_contoh: str) -> None:
    """So that the walks above do not see the light pages twice, whether JavaScript runs or not."""
    background = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = Window(context).open(f"{http_contoh}index.html")
        background[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        context.close()
    assert background["light"] != background["dark"]


def test_motion_is_seen_where_it_is_not_switched_off(browser: Browser, http_contoh: str) -> None:
    """Else the walk from the server would find none whatever there is."""
    context = browser.new_context(reduced_motion="no-preference")
    assert Window(context).open(f"{http_contoh}index.html").evaluate(MOTION)
    context.close()


def test_every_kind_of_page_is_there(site_contoh: Path) -> None:
    """A kind of page that is new has to be named in ``PAGES``."""
    there = {path.relative_to(site_contoh).as_posix() for path in site_contoh.rglob("*.html")}
    named = {address("", path) for path in PAGES.values()}
    assert named <= there
    assert {path.partition("/")[0] for path in there} == {path.partition("/")[0] for path in named}
    without_result = site_contoh / PAGES["indikator tanpa hasil"] / "index.html"
    assert "Target per tahun" in without_result.read_text("utf-8")
