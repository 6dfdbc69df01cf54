"""The pohon kinerja in a browser: for everybody, on a phone, by keyboard, without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Window, serve, violations
from tests.browser.test_everywhere import INSPECT
from tests.browser.test_keyboard import walk
from tests.browser.test_print import CUT_OFF
from tests.cascade import KAB, SMALL, cascade
from tests.conftest import build_site

pytestmark = pytest.mark.browser

PAGES = (f"{KAB}/pohon-kinerja", f"{KAB}/dinas-kesehatan/gizi", KAB)
# Nine levels: the last three stand apart.
CHAIN = {f"bagian-{i}": {"i": [f"bagian-{i - 1}/i" if i else "mutu-hidup"]} for i in range(8)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data") / "indicators"
    for name, text in cascade({**SMALL, **CHAIN}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build_site(tmp_path_factory.mktemp("pohon"), root)


@pytest.fixture(scope="module")
def http_pohon(site: Path) -> Iterator[str]:
    yield from serve(site)


def address(site: Path, page: str) -> str:
    return f"{site.as_uri()}/{page}/index.html"


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(still_window: Window, http_pohon: str, path: str) -> None:
    page = still_window.page
    for width, scheme in ((1366, "light"), (360, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        still_window.open(f"{http_pohon}{path}/index.html")
        assert violations(page) == [], (width, scheme)


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_it_is_whole_on_a_narrow_screen_and_folds_without_javascript(
    plain_page: Page, site: Path
) -> None:
    page = plain_page
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address(site, PAGES[0]))
    assert page.evaluate(INSPECT) == []
    lines = page.locator(".iku-kinerja li:visible")
    count = lines.count()
    assert count > 20
    page.locator(".iku-kinerja summary").first.click()
    assert lines.count() < count


def test_on_paper_everything_is_there(plain_page: Page, site: Path) -> None:
    page = plain_page
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    page.goto(address(site, PAGES[0]))
    assert page.evaluate(CUT_OFF) == []
    assert page.locator(".iku-kinerja details:not([open])").count() == 0


def test_every_stop_is_seen_and_none_is_a_trap(browser: Browser, site: Path) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 360, "height": 800})
    walk(Window(context).open(address(site, PAGES[0])))
    context.close()


def test_a_link_leads_to_the_line_that_is_meant(window: Window, site: Path) -> None:
    page = window.open(address(site, PAGES[1]))
    page.get_by_role("link", name="Lihat tempatnya di pohon kinerja").click()
    assert page.locator(":target").inner_text() == "Indikator gizi"
    assert page.locator(":target").is_visible()
