"""axe-core, best-practice rules included, finds nothing on any kind of page."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Window, wait_until
from tests.browser.pages import MANY_PEMDA, PAGES, address

# Kinds whose tables, cards or charts stand otherwise on a phone; only they can have, at one width,
# colours upon each other that the other width does not have.
OTHER_LAYOUT = {"beranda", "pemda", "instansi", "indikator", "tahun", "kelengkapan"}
# 1093: a laptop of 1366 at 125 % zoom, which gets the menu of a narrow window.
WITH_MENU = (1093, 360)
# The page of messages says the same of more than a hundred: the first of each group are enough.
WITHOUT_COLOURS = ("cat.name-role-value", "cat.semantics", "cat.structure", "cat.keyboard")
CONTEXT = {"exclude": [[".iku-kode ~ .iku-kode ~ .iku-kode ~ .iku-kode"]]}

IS_DARK = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0] < 128"


@pytest.fixture(scope="module")
def still_window(browser: Browser) -> Iterator[Window]:
    """A window without motion, so that a change of its size or colours is there at once."""
    context = browser.new_context(reduced_motion="reduce")
    yield Window(context)
    context.close()


def violations(page: Page, *rules: str) -> list[tuple[str, list[str]]]:
    """Return what ``rules`` find, or all rules, with the elements."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": [*rules]} if rules else {})
    found = Axe().run(page, context=CONTEXT, options=options).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(still_window: Window, http_contoh: str, kind: str) -> None:
    """Wide and light, narrow and dark; the other way round where the layout is another."""
    page = still_window.page
    page.set_viewport_size({"width": 1366, "height": 900})
    page.emulate_media(color_scheme="light")
    still_window.open(address(http_contoh, PAGES[kind]))
    assert violations(page) == []
    if kind in OTHER_LAYOUT:
        page.set_viewport_size({"width": 360, "height": 900})
        assert violations(page, "color-contrast") == []
    page.emulate_media(color_scheme="dark")
    wait_until(page, IS_DARK)
    if kind in OTHER_LAYOUT:
        page.set_viewport_size({"width": 1366, "height": 900})
        assert violations(page, "color-contrast") == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert violations(page) == []
    assert still_window.wrong == []


@pytest.mark.parametrize("width", WITH_MENU)
def test_axe_finds_nothing_in_the_menu(still_window: Window, http_contoh: str, width: int) -> None:
    """The menu is the same on every page."""
    page = still_window.page
    page.set_viewport_size({"width": width, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        still_window.open(address(http_contoh, PAGES["indikator"]))
        page.locator(".iku-menu > summary").click()
        expect(page.locator(".iku-menu nav")).to_be_visible()
        assert violations(page) == [], scheme
    assert still_window.wrong == []


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
    page.set_viewport_size({"width": 1366, "height": 900})
    names = still_window.open(address(http, path)).evaluate(LANDMARKS)
    assert len(names) > 2
    assert sorted(set(names)) == sorted(names)
    assert violations(page, *WITHOUT_COLOURS) == []
