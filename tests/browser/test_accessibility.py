"""axe-core, best-practice rules included, finds nothing on any kind of page."""

import pytest
from playwright.sync_api import expect

from tests.browser.colours import COLOURS
from tests.browser.conftest import Window, violations, wait_until
from tests.browser.pages import MANY_PEMDA, PAGES, address

# Kinds whose tables, cards or charts stand otherwise on a phone; only they can have, at one width,
# colours upon each other that the other width does not have.
OTHER_LAYOUT = {"beranda", "pemda", "instansi", "indikator", "tahun", "kelengkapan"}
# 1093: a laptop of 1366 at 125 % zoom, which gets the menu of a narrow window.
WITH_MENU = (1093, 360)
WITHOUT_COLOURS = ("cat.name-role-value", "cat.semantics", "cat.structure", "cat.keyboard")
# The rules that depend on size and colours; all others find at one width what they find at another.
OF_LAYOUT = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
IS_DARK = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0] < 128"


# Texts that are hard to read on the colour behind them (WCAG 2.2, 1.4.3), far faster than axe-core
# finds them, but blind to what lies above an element that does not hold it.
FAINT = f"""() => {{
  {COLOURS}
  return [...document.querySelectorAll('body *')].filter((el) => {{
    const words = [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!words || el.closest('svg, [disabled], .iku-baca') || !el.checkVisibility()) return false;
    const style = getComputedStyle(el), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    return contrast(style.color, behind(el)) < (large ? 3 : 4.5);
  }}).map((el) => el.outerHTML.slice(0, 120));
}}"""


# The theme makes code that scrolls focusable, some time after the window has become narrow.
REACHABLE = """() => [...document.querySelectorAll('code')]
  .every((code) => code.scrollWidth <= code.clientWidth || code.tabIndex === 0)"""


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(still_window: Window, http_contoh: str, kind: str) -> None:
    """Wide and light, narrow and dark; the other way round where the layout is another."""
    page = still_window.page
    still_window.open(address(http_contoh, PAGES[kind]))
    assert violations(page) == []
    if kind in OTHER_LAYOUT:
        page.set_viewport_size({"width": 360, "height": 900})
        assert page.evaluate(FAINT) == []
    page.emulate_media(color_scheme="dark")
    wait_until(page, IS_DARK)
    if kind in OTHER_LAYOUT:
        page.set_viewport_size({"width": 1366, "height": 900})
        assert page.evaluate(FAINT) == []
    page.set_viewport_size({"width": 360, "height": 900})
    wait_until(page, REACHABLE)
    rules = () if kind in OTHER_LAYOUT else OF_LAYOUT
    assert violations(page, *rules) == []


@pytest.mark.parametrize("width", WITH_MENU)
def test_axe_finds_nothing_in_the_menu(still_window: Window, http_contoh: str, width: int) -> None:
    """The menu is the same on every page; the page around it is looked at above."""
    page = still_window.page
    page.set_viewport_size({"width": width, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        still_window.open(address(http_contoh, PAGES["indikator"]))
        page.locator(".iku-menu > summary").click()
        expect(page.locator(".iku-menu nav")).to_be_visible()
        assert violations(page, within=".iku-menu") == [], scheme


# The landmarks and regions of a page by role, each with its name.
LANDMARKS = """() => [...document.querySelectorAll('nav, [role=region], [role=search], form')]
  .filter((el) => el.checkVisibility())
  .map((el) => [el.getAttribute('role') ?? el.tagName, (el.getAttribute('aria-labelledby') ?? '')
    .split(' ').filter(Boolean).map((id) => document.getElementById(id).textContent).join(' ')
    || el.getAttribute('aria-label')])
  .map(String)"""


@pytest.mark.parametrize("path", MANY_PEMDA)
def test_no_two_regions_have_one_name(still_window: Window, http: str, path: str) -> None:
    """What is there once for each of eight Pemda has a name of its own."""
    page = still_window.page
    names = still_window.open(address(http, path)).evaluate(LANDMARKS)
    assert len(names) > 2
    assert sorted(set(names)) == sorted(names)
    assert violations(page, *WITHOUT_COLOURS) == []
