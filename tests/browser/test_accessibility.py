"""axe-core, best-practice rules included, finds nothing on any kind of page."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import Window

SETDA = "kabupaten-contoh/sekretariat-daerah"
PAGES = [
    "",
    "404.html",
    "aksesibilitas/",
    "cari/",
    "data/",
    "glosarium/",
    "kabupaten-contoh/",
    "kabupaten-contoh/dinas-kesehatan/",
    "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/",
    "kabupaten-contoh/dinas-kesehatan/tahun-2025/",
    "kabupaten-contoh/opini-laporan-keuangan/",  # grades, so no chart
    "kelengkapan/",
    "metodologi/",
    "panduan/",
    "panduan/excel/",
    "panduan/pesan/",
    "perubahan/",
    f"{SETDA}/",
    f"{SETDA}/bagian-perencanaan-dan-protokol-rekaan/kepuasan-tamu/",  # without a result
]
# Of the site with eight Pemda: what is there once for each has a name of its own.
MANY_PEMDA = ("", "kabupaten-balangan/", "kelengkapan/", "data/")
# 1093: a laptop of 1366 at 125 % zoom.
WINDOWS = [(1366, "dark"), (1093, "light"), (360, "light"), (360, "dark")]


def address(base: str, path: str) -> str:
    return base + (path if path.endswith(".html") else f"{path}index.html")


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_axe_finds_nothing(
    http_contoh: str, http: str, browser: Browser, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    window = Window(context)
    found = {}
    addresses = [address(http_contoh, path) for path in PAGES]
    for path in [*addresses, *(address(http, path) for path in MANY_PEMDA)]:
        page = window.open(path)
        if page.locator(".iku-menu > summary").is_visible():
            page.locator(".iku-menu > summary").click()  # the menu is part of every page
        results = Axe().run(page)
        if results.violations_count:
            found[path] = [
                (one["id"], [node["target"] for node in one["nodes"]][:3])
                for one in results.response["violations"]
            ]
    context.close()
    assert found == {}
    assert window.wrong == []


# The landmarks and regions of a page by role, each with its name.
LANDMARKS = """() => [...document.querySelectorAll('nav, [role=region], [role=search], form')]
  .filter((el) => el.checkVisibility())
  .map((el) => [el.getAttribute('role') ?? el.tagName, (el.getAttribute('aria-labelledby') ?? '')
    .split(' ').filter(Boolean).map((id) => document.getElementById(id).textContent).join(' ')
    || el.getAttribute('aria-label')])
  .map(String)"""


@pytest.mark.parametrize("path", MANY_PEMDA)
def test_no_two_regions_have_one_name(http: str, window: Window, path: str) -> None:
    names = window.open(address(http, path)).evaluate(LANDMARKS)
    assert len(names) > 2
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_320_pixels(http_contoh: str, window: Window, path: str) -> None:
    page = window.open(address(http_contoh, path))
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_kind_of_page_is_there(site_contoh: Path) -> None:
    kinds = {path.parent.relative_to(site_contoh).parts for path in site_contoh.rglob("index.html")}
    hand_written = {parts[0] for parts in kinds if parts and not parts[0].startswith("kabupaten")}
    assert {f"{name}/" for name in hand_written} <= set(PAGES)
