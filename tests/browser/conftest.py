"""One Chromium and three windows (light, dark, without JavaScript) for every browser test.

A window keeps an eye on everything that must not happen; see :class:`Jendela`.
"""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.install import TIDAK_ADA, find
from tests.test_bermusuhan import bangun

ARGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
JALUR = "/a/sub/path/"
TENGGAT = 20_000  # ms; only a failure waits that long
expect.set_options(timeout=TENGGAT)


class Jendela:
    """A page, with the list of everything that went wrong on it."""

    def __init__(self, context: BrowserContext) -> None:
        self.salah: list[str] = []
        self._boleh = {"data:", "blob:"}
        self.page: Page = context.new_page()
        self.page.set_default_timeout(TENGGAT)
        context.on("request", lambda request: self._request(request.url))
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self.salah.append(f"galat: {error.error}"))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        context.on("response", lambda response: self._response(response.status, response.url))
        self.page.on("dialog", self._dialog)

    def buka(self, alamat: str) -> Page:
        """Open a page; only the sites that were opened like this may be asked for anything."""
        self._boleh.add(
            "file:" if alamat.startswith("file:") else alamat.partition(JALUR)[0] + JALUR
        )
        self.page.goto(alamat)
        return self.page

    def cari(self, kata: str) -> Locator:
        """Type into the search box of the header; return the list of results."""
        formulir = self.page.get_by_role("banner").get_by_role("search")
        kotak = formulir.get_by_role("searchbox")
        kotak.click()
        kotak.fill("")
        kotak.press_sequentially(kata)
        expect(formulir.get_by_role("status")).not_to_be_empty()
        return formulir.get_by_role("list")

    def _request(self, url: str) -> None:
        if not url.startswith(tuple(self._boleh)):
            self.salah.append(f"permintaan keluar: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.salah.append(f"konsol: {text}")

    def _failed(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # the reader went on before it came
            self.salah.append(f"gagal: {url} {why}")

    def _response(self, status: int, url: str) -> None:
        if status >= 400:
            self.salah.append(f"{status}: {url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.salah.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        pytest.fail(TIDAK_ADA, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _terang(peramban: Browser) -> Jendela:
    return Jendela(peramban.new_context(color_scheme="light"))


@pytest.fixture(scope="session")
def _gelap(peramban: Browser) -> Jendela:
    return Jendela(peramban.new_context(color_scheme="dark"))


@pytest.fixture(scope="session")
def _tanpa_js(peramban: Browser) -> Jendela:
    return Jendela(peramban.new_context(java_script_enabled=False))


def _pinjam(jendela: Jendela) -> Iterator[Jendela]:
    """Lend a window, and see that nothing went wrong meanwhile."""
    jendela.salah.clear()
    jendela.page.set_viewport_size({"width": 1366, "height": 900})
    yield jendela
    assert jendela.salah == []


@pytest.fixture
def jendela(_terang: Jendela) -> Iterator[Jendela]:
    yield from _pinjam(_terang)


@pytest.fixture
def jendela_gelap(_gelap: Jendela) -> Iterator[Jendela]:
    yield from _pinjam(_gelap)


@pytest.fixture
def jendela_tanpa_js(_tanpa_js: Jendela) -> Iterator[Jendela]:
    yield from _pinjam(_tanpa_js)


class _Penyaji(SimpleHTTPRequestHandler):
    """Serves a folder below ``JALUR`` and nothing above it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(JALUR):
            return str(Path(self.directory) / "tidak-ada")
        return super().translate_path(path.removeprefix(JALUR.rstrip("/")))

    def log_message(self, *_: object) -> None:
        pass


def sajikan(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as a fixture lasts; its address ends in a slash."""
    handler = functools.partial(_Penyaji, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{JALUR}"
        server.shutdown()


@pytest.fixture(scope="session")
def http(built: Path) -> Iterator[str]:
    """The address of the site of the five documents on a server."""
    yield from sajikan(built)


@pytest.fixture(scope="session")
def http_bermusuhan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of the hostile data on a server."""
    yield from sajikan(bangun(tmp_path_factory.mktemp("bermusuhan")))


@pytest.fixture(scope="session")
def http_contoh(situs_contoh: Path) -> Iterator[str]:
    """The address of the site of the fictional Kabupaten Contoh on a server."""
    yield from sajikan(situs_contoh)
