"""What a first visit costs on a slow line: bytes, movement, and what the eye has to wait for."""

import gzip
import re
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from tests.browser.conftest import Window, wait_until

PAGES = {
    "beranda": "",
    "pemda": "kabupaten-contoh/",
    "instansi": "kabupaten-contoh/dinas-kesehatan/",
    "indikator": "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/",
}


def compressed_size(response: Response) -> int:
    """Return the bytes of an answer as a server that compresses would send it."""
    body = response.body()
    return min(len(body), len(gzip.compress(body)))


@pytest.mark.parametrize("kind", ["beranda", "pemda", "indikator"])
def test_a_first_visit_is_light(browser: Browser, http_contoh: str, kind: str) -> None:
    """At most 200 kB in all: page, styles, scripts, fonts and pictures."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page = Window(context).open(f"{http_contoh}{PAGES[kind]}index.html")
    page.evaluate("document.fonts.ready.then(() => 0)")
    bytes_of = {answer.url: compressed_size(answer) for answer in answers}
    kinds = {PurePosixPath(url).suffix for url in bytes_of}
    assert {".html", ".css", ".js", ".svg"} <= kinds
    assert (".woff2" in kinds) is (kind == "indikator"), "the font of formulas comes with them"
    assert not [url for url in bytes_of if "/workers/" in url or "search" in url]
    assert sum(bytes_of.values()) <= 200_000, bytes_of
    context.close()


# What moved in the article, with its distance in px, and the largest texts that were painted. The
# browser leaves out what moves by less than 3 px, and what the reader has caused.
OBSERVER = """
window.moved = [];
window.largest = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (entry.hadRecentInput) return;
  for (const { node, previousRect, currentRect } of entry.sources) {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element?.closest('article')) continue;
    const [x, y] = [currentRect.x - previousRect.x, currentRect.y - previousRect.y];
    window.moved.push(`${element.outerHTML.slice(0, 80)} ${x}, ${y}`);
  }
})).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.largest.push({
    at: entry.startTime, words: (entry.element?.textContent ?? "").slice(0, 80),
  });
})).observe({ type: "largest-contentful-paint", buffered: true });
"""


# All but the two of a kilobyte that come with the styles, before which nothing is painted either.
HELD = re.compile(r"/(?!early|palette)[^/]*\.js$")


def let_paint(page: Page) -> None:
    """Let the browser paint twice, so that what was going to move has moved."""
    page.evaluate("() => new Promise(then => requestAnimationFrame(() => setTimeout(then, 120)))")


@pytest.mark.parametrize(
    ("kind", "width"),
    [
        ("beranda", 360),
        ("pemda", 1366),
        ("instansi", 1366),
        ("indikator", 1366),
    ],
)
def test_the_largest_paint_waits_for_no_script(
    browser: Browser, http_contoh: str, kind: str, width: int
) -> None:
    """While the scripts are held back the page is painted; when they come nothing moves."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(OBSERVER)
    window = Window(context)
    held: list[Route] = []
    window.page.route(HELD, lambda route: held.append(route))  # noqa: PLW0108
    page = window.page
    page.goto(f"{http_contoh}{PAGES[kind]}index.html", wait_until="commit")
    # The whole page has come: a table that grows row by row moves its columns by itself.
    page.locator("footer").wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => 0)")
    wait_until(page, "window.largest.length > 0")
    let_paint(page)
    assert held, "the scripts are still on their way"
    before = page.evaluate("window.moved = [], window.largest.at(-1)")
    assert len(before["words"].split()) > 3, "the largest paint is text of the page"
    for route in held:
        route.continue_()
    page.unroute(HELD)
    page.wait_for_load_state("load")
    let_paint(page)
    assert page.evaluate("window.largest.at(-1)") == before
    assert page.evaluate("window.moved") == []
    context.close()


def test_the_observers_see_what_they_look_for(browser: Browser, http_contoh: str) -> None:
    """A page that moves and paints late would be caught."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(OBSERVER)
    page = Window(context).open(f"{http_contoh}index.html")
    wait_until(page, "window.largest.length > 0")
    let_paint(page)
    first = page.evaluate("window.moved = [], window.largest.at(-1)")
    page.evaluate(
        """() => {
          const heading = document.createElement('h1');
          heading.style.cssText = 'font-size:3rem;max-width:none';
          heading.textContent = 'kata yang datang belakangan '.repeat(9);
          document.querySelector('article').prepend(heading);
        }"""
    )
    wait_until(page, "(first) => window.largest.at(-1).at !== first.at", first)
    wait_until(page, "window.moved.length > 0")
    context.close()
