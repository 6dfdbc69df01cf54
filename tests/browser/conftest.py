"""One Chromium and three windows (light, dark, without JavaScript) for every browser test.

A window keeps an eye on everything that must not happen; see :class:`Window`.
"""

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.install import MISSING, find
from tests.conftest import ROOT, build_once
from tests.test_hostile import BERMUSUHAN

ARGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
BASE_PATH = "/a/sub/path/"
TIMEOUT = 20_000  # ms; only a failure waits that long
expect.set_options(timeout=TIMEOUT)


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Wait until JavaScript is true; asked from outside, as the pages allow no ``eval``."""
    for _ in range(TIMEOUT // 50):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


class Window:
    """A page, with the list of everything that went wrong on it."""

    def __init__(self, context: BrowserContext) -> None:
        self.wrong: list[str] = []
        self._allowed = {"data:", "blob:"}
        self.page: Page = context.new_page()
        self.page.set_default_timeout(TIMEOUT)
        context.on("request", lambda request: self._request(request.url))
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self.wrong.append(f"galat: {error.error}"))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        context.on("response", lambda response: self._response(response.status, response.url))
        self.page.on("dialog", self._dialog)

    def open(self, address: str) -> Page:
        """Open a page; only the sites that were opened like this may be asked for anything."""
        self._allowed.add(
            "file:" if address.startswith("file:") else address.partition(BASE_PATH)[0] + BASE_PATH
        )
        self.page.goto(address)
        return self.page

    def search(self, words: str) -> Locator:
        """Type into the search box of the header; return the list of results."""
        form = self.page.get_by_role("banner").get_by_role("search")
        box = form.get_by_role("searchbox")
        box.click()
        box.fill("")
        box.press_sequentially(words)
        expect(form.get_by_role("status")).not_to_be_empty()
        return form.get_by_role("list")

    def _request(self, url: str) -> None:
        if not url.startswith(tuple(self._allowed)):
            self.wrong.append(f"permintaan keluar: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(f"konsol: {text}")

    def _failed(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # the reader went on before it came
            self.wrong.append(f"gagal: {url} {why}")

    def _response(self, status: int, url: str) -> None:
        if status >= 400:
            self.wrong.append(f"{status}: {url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _light(browser: Browser) -> Window:
    return Window(browser.new_context(color_scheme="light"))


@pytest.fixture(scope="session")
def _dark(browser: Browser) -> Window:
    return Window(browser.new_context(color_scheme="dark"))


@pytest.fixture(scope="session")
def _without_js(browser: Browser) -> Window:
    return Window(browser.new_context(java_script_enabled=False))


def _lend(window: Window) -> Iterator[Window]:
    """Lend a window, and see that nothing went wrong meanwhile."""
    window.wrong.clear()
    window.page.set_viewport_size({"width": 1366, "height": 900})
    yield window
    assert window.wrong == []


@pytest.fixture(scope="session")
def _still(browser: Browser) -> Window:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE_FILE_PATH)
    return Window(context)


@pytest.fixture
def still_window(_still: Window) -> Iterator[Window]:
    """A window without motion, so that a change of its size or colours is there at once.

    Every page in it has axe-core; see :func:`violations`.
    """
    _still.page.emulate_media(color_scheme="light")
    yield from _lend(_still)


# What says the same many times on one page: the first few are enough.
CONTEXT = {
    "exclude": [
        [".iku-kode ~ .iku-kode ~ .iku-kode ~ .iku-kode"],  # messages
        ["dl > :nth-child(n+41)"],  # terms of the glossary
        [".iku-gulir ~ .iku-gulir ~ .iku-gulir ~ .iku-gulir ~ .iku-gulir"],  # scales
    ]
}


def violations(page: Page, *rules: str, within: str = "") -> list[tuple[str, list[str]]]:
    """Return what ``rules`` of axe-core find, or all of them, on a page or ``within`` a part."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": [*rules]} if rules else {})
    run = "async ([context, options]) => (await axe.run(context, options)).violations"
    found = page.evaluate(run, [{"include": [within]} if within else CONTEXT, options])
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.fixture
def window(_light: Window) -> Iterator[Window]:
    yield from _lend(_light)


@pytest.fixture
def dark_window(_dark: Window) -> Iterator[Window]:
    yield from _lend(_dark)


@pytest.fixture
def window_without_js(_without_js: Window) -> Iterator[Window]:
    yield from _lend(_without_js)


def shipped_headers() -> dict[str, str]:
    """Return the headers that the guide hands out."""
    text = (ROOT / "content/panduan/menerbitkan/headers.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^  ([\w-]+): (.+)$", text, re.MULTILINE))


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below ``BASE_PATH``, with the headers of the guide, and nothing above it."""

    def end_headers(self) -> None:
        for name, value in shipped_headers().items():
            self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE_PATH):
            return str(Path(self.directory) / "tidak-ada")
        return super().translate_path(path.removeprefix(BASE_PATH.rstrip("/")))

    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as a fixture lasts; its address ends in a slash."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        server.shutdown()


@pytest.fixture(scope="session")
def http(built: Path) -> Iterator[str]:
    """The address of the site of the five documents on a server."""
    yield from serve(built)


@pytest.fixture(scope="session")
def http_hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of the hostile data on a server."""
    yield from serve(build_once(tmp_path_factory, "hostile", BERMUSUHAN))


@pytest.fixture(scope="session")
def http_contoh(site_contoh: Path) -> Iterator[str]:
    """The address of the site of the fictional Kabupaten Contoh on a server."""
    yield from serve(site_contoh)
