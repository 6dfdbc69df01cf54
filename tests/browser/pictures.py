"""Makes the pictures of README and of the guide: ``python -m tests.browser.pictures``.

Not a test: pictures change with fonts and browsers, so they are looked at and committed by hand.
"""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, FloatRect, sync_playwright

from iku_terbuka.mkdocs_plugin.build import build
from tests.browser.conftest import ARGS
from tests.browser.install import MISSING, find
from tests.conftest import CONTOH, EPOCH, ROOT, copy_project

PANDUAN = ROOT / "content" / "panduan" / "gambar"
README = ROOT / ".github"
INDIKATOR = "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/"
COLOURS = 128  # flat pages lose nothing by it
GAP = 24  # px between the phones


@dataclass(frozen=True)
class Screen:
    """What is seen: a page, a window, a theme; ``gulir`` is put at the top of the window."""

    path: str
    width: int = 1280
    height: int = 840
    scheme: Literal["light", "dark"] = "light"
    real: bool = False
    scroll_to: str = ""
    search: str = ""


WIDE: dict[str, Screen] = {
    "beranda": Screen("", real=True),
    "pemda": Screen("kabupaten-contoh/", scroll_to="#kelengkapan"),
    "instansi": Screen("kabupaten-contoh/dinas-kesehatan/", scroll_to="#indikator"),
    "indikator": Screen(INDIKATOR),
    "kelengkapan": Screen("kelengkapan/"),
    "cari": Screen("", real=True, search="melayani publik"),
}
PHONES: tuple[Screen, ...] = (
    Screen("", 360, 740),
    Screen(INDIKATOR, 360, 740, "dark"),
    Screen(INDIKATOR, 360, 740, "dark", scroll_to="#angka"),
    Screen("kabupaten-contoh/dinas-kesehatan/", 360, 740, scroll_to="#indikator"),
)


def build_site(folder: Path, indicators: Path) -> str:
    """Build a site with a repository named, so that its buttons are there; return its address."""
    folder.mkdir()
    project = copy_project(folder, indicators)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("  - iku:\n", "  - iku:\n      repositori: https://github.com/contoh/iku\n"),
        encoding="utf-8",
    )
    build(config, project / "site", None)
    return (project / "site").as_uri()


@contextmanager
def chromium() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        sys.exit(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser
        browser.close()


def screenshot(browser: Browser, address: str, screen: Screen) -> Image.Image:
    """Return what ``layar`` shows of the site at ``alamat``."""
    page = browser.new_page(
        viewport={"width": screen.width, "height": screen.height}, color_scheme=screen.scheme
    )
    page.goto(f"{address}/{screen.path}index.html")
    if screen.scroll_to:
        page.locator(screen.scroll_to).evaluate(
            "el => scrollBy(0, el.getBoundingClientRect().top - 56)"
        )
    if screen.search:
        header = page.get_by_role("banner").get_by_role("searchbox")
        header.fill(screen.search)
        page.get_by_role("banner").get_by_role("status").wait_for()
    raw = page.screenshot(animations="disabled", caret="hide")
    page.close()
    return Image.open(io.BytesIO(raw)).convert("RGB")


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return pictures of one height side by side."""
    width = sum(one.width for one in pictures) + GAP * (len(pictures) - 1)
    sheet = Image.new("RGB", (width, pictures[0].height), "white")
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width + GAP
    return sheet


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture of few colours."""
    path.parent.mkdir(exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")


def buttons(browser: Browser, address: str) -> Image.Image:
    """Return the buttons below an indicator that edit it."""
    page = browser.new_page(viewport={"width": 760, "height": 700}, color_scheme="light")
    page.goto(f"{address}/{INDIKATOR}index.html")
    row = page.locator("div.iku-tindak").last
    row.evaluate("unsur => unsur.scrollIntoView({ block: 'center' })")
    box = row.bounding_box()
    assert box is not None
    clip = FloatRect(x=0, y=box["y"] - 76, width=760, height=190)
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def main() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    with TemporaryDirectory() as folder, chromium() as browser:
        contoh = build_site(Path(folder) / "contoh", CONTOH)
        real = build_site(Path(folder) / "nyata", ROOT / "indicators")
        for nama, screen in WIDE.items():
            save(
                screenshot(browser, real if screen.real else contoh, screen), README / f"{nama}.png"
            )
        phones = [screenshot(browser, contoh, screen) for screen in PHONES]
        save(side_by_side(phones), README / "ponsel.png")
        save(buttons(browser, contoh), PANDUAN / "tombol-ubah.png")


if __name__ == "__main__":
    main()
