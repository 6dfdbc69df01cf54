"""Every kind of page everywhere: on a server below a sub-path and from a folder, with and without
JavaScript, wide and on a phone, light and dark, enlarged, without motion.

A :class:`Jendela` keeps console messages, failed and outside requests.
"""

from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Window

pytestmark = pytest.mark.browser

SETDA = "kabupaten-contoh/sekretariat-daerah/"
WITHOUT_RESULT = f"{SETDA}bagian-perencanaan-dan-protokol-rekaan/kepuasan-tamu/"
PAGES = [
    "index.html",
    "kabupaten-contoh/index.html",
    "kabupaten-contoh/dinas-kesehatan/index.html",
    "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/index.html",
    f"{SETDA}indeks-pelayanan-publik/index.html",
    f"{WITHOUT_RESULT}index.html",
    "kabupaten-contoh/dinas-kesehatan/tahun-2025/index.html",
    "kelengkapan/index.html",
    "metodologi/index.html",
    "data/index.html",
    "perubahan/index.html",
    "glosarium/index.html",
    "panduan/index.html",
    "panduan/peramban/index.html",  # with pictures
    "panduan/pesan/index.html",
    "cari/index.html",
    "aksesibilitas/index.html",
    "404.html",
]

# Where it is narrow, the map of a Pemda leaves out the years in which an instansi promised nothing.
MAY_BE_MISSING = {"Tidak", "berlaku"}

# What is wrong with the page as it stands now; nothing, if all is well.
INSPECT = """() => {
  const salah = [];
  const lebar = document.documentElement.scrollWidth;
  if (lebar > innerWidth) salah.push(`selebar ${lebar} di jendela ${innerWidth}`);
  const judul = [...document.querySelectorAll('h1')].filter((el) => el.checkVisibility());
  if (judul.length !== 1) salah.push(`${judul.length} judul utama`);
  for (const el of judul) {
    const { left, right, width, height } = el.getBoundingClientRect();
    if (!width || !height || left < 0 || right > innerWidth) salah.push('judul tidak terlihat');
  }
  for (const el of document.images)
    if (!el.complete || !el.naturalWidth) salah.push(`gambar ${el.src}`);
  for (const el of document.querySelectorAll('use'))
    if (!document.querySelector(el.getAttribute('href'))) salah.push(`ikon ${el.outerHTML}`);
  if (document.documentElement.lang !== 'id') salah.push('bahasa');
  if (!document.title.trim()) salah.push('tanpa judul jendela');
  return salah;
}"""


def words_of(page: Page) -> Counter[str]:
    """Return the words that a reader meets, to compare one width with another."""
    return Counter(page.locator("article, body:not(:has(article))").inner_text().split())


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})


# Each colour from a server and from a folder, with and without JavaScript.
@pytest.mark.parametrize(
    ("origin", "javascript", "scheme"),
    [
        ("server", True, "light"),
        ("server", False, "dark"),
        ("berkas", True, "dark"),
        ("berkas", False, "light"),
    ],
)
def test_whole_everywhere(  # noqa: PLR0917
    browser: Browser,
    site_contoh: Path,
    http_contoh: str,
    origin: str,
    javascript: bool,
    scheme: Literal["light", "dark"],
) -> None:
    base = http_contoh if origin == "server" else f"{site_contoh.as_uri()}/"
    context = browser.new_context(
        color_scheme=scheme, java_script_enabled=javascript, reduced_motion="reduce"
    )
    window = Window(context)
    wrong: dict[str, list[str]] = {}
    # A phone, or as narrow as WCAG 2.2 asks (1.4.10); then turned wide.
    narrow = 360 if scheme == "light" else 320
    for path in PAGES:
        resize(window.page, narrow)
        page = window.open(f"{base}{path}")
        found = page.evaluate(INSPECT)
        few = words_of(page)
        resize(page, 1366)
        found += page.evaluate(INSPECT)
        every = words_of(page)
        assert every.total() > 10, path
        found += sorted((every - few).keys() - MAY_BE_MISSING)
        if found:
            wrong[path] = found
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


def test_nothing_is_lost_at_two_hundred_percent(browser: Browser, http_contoh: str) -> None:
    """A window of 1280 at 200 % zoom is 640 wide, with two dots to a pixel (WCAG 2.2, 1.4.4)."""
    context = browser.new_context(
        viewport={"width": 640, "height": 400}, device_scale_factor=2, reduced_motion="reduce"
    )
    window = Window(context)
    wrong = {}
    for path in PAGES:
        page = window.open(f"{http_contoh}{path}")
        found = page.evaluate(INSPECT)
        enlarged = words_of(page)
        resize(page, 1280)
        found += sorted((words_of(page) - enlarged).keys() - MAY_BE_MISSING)
        if found:
            wrong[path] = found
    context.close()
    assert wrong == {}
    assert window.wrong == []


# Whatever would still move for longer than a hundredth of a second.
MOTION = """() => {
  const detik = (daftar) => Math.max(...daftar.split(',').map(parseFloat));
  const salah = new Set();
  for (const el of document.querySelectorAll('*'))
    for (const bagian of [null, '::before', '::after']) {
      const gaya = getComputedStyle(el, bagian);
      const animasi = gaya.animationName === 'none' ? 0 : detik(gaya.animationDuration);
      const peralihan = gaya.transitionProperty === 'none' ? 0 : detik(gaya.transitionDuration);
      if (Math.max(animasi, peralihan) > 0.01)
        salah.add(`${el.tagName}.${el.getAttribute('class')}${bagian ?? ''}`);
    }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') salah.add('gulir');
  return [...salah];
}"""


def test_nothing_moves_where_that_is_asked(browser: Browser, http_contoh: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    window = Window(context)
    moving = {}
    for path in PAGES:
        if motion := window.open(f"{http_contoh}{path}").evaluate(MOTION):
            moving[path] = motion
    context.close()
    assert moving == {}
    context = browser.new_context(reduced_motion="no-preference")
    assert Window(context).open(f"{http_contoh}index.html").evaluate(MOTION), (
        "the check sees motion"
    )
    context.close()


def test_every_kind_of_page_is_there(site_contoh: Path) -> None:
    """A kind of page that is new has to be named above."""
    there = {path.relative_to(site_contoh).as_posix() for path in site_contoh.rglob("*.html")}
    assert set(PAGES) <= there
    kind = {path.partition("/")[0] for path in there}
    assert kind == {path.partition("/")[0] for path in PAGES}
    assert "Target per tahun" in (site_contoh / WITHOUT_RESULT / "index.html").read_text("utf-8")
