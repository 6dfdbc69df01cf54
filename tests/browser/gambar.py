"""Makes the pictures of README and of the guide: ``python -m tests.browser.gambar``.

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
from tests.browser.install import TIDAK_ADA, find
from tests.conftest import AKAR, CONTOH, EPOCH, copy_project

PANDUAN = AKAR / "content" / "panduan" / "gambar"
README = AKAR / ".github"
INDIKATOR = "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/"
WARNA = 128  # flat pages lose nothing by it
SELA = 24  # px between the phones


@dataclass(frozen=True)
class Layar:
    """What is seen: a page, a window, a theme; ``gulir`` is put at the top of the window."""

    jalur: str
    lebar: int = 1280
    tinggi: int = 840
    tema: Literal["light", "dark"] = "light"
    nyata: bool = False
    gulir: str = ""
    cari: str = ""


LEBAR: dict[str, Layar] = {
    "beranda": Layar("", nyata=True),
    "pemda": Layar("kabupaten-contoh/", gulir="#kelengkapan"),
    "instansi": Layar("kabupaten-contoh/dinas-kesehatan/", gulir="#indikator"),
    "indikator": Layar(INDIKATOR),
    "kelengkapan": Layar("kelengkapan/"),
    "cari": Layar("", nyata=True, cari="melayani publik"),
}
PONSEL: tuple[Layar, ...] = (
    Layar("", 360, 740),
    Layar(INDIKATOR, 360, 740, "dark"),
    Layar(INDIKATOR, 360, 740, "dark", gulir="#angka"),
    Layar("kabupaten-contoh/dinas-kesehatan/", 360, 740, gulir="#indikator"),
)


def bangun(folder: Path, indicators: Path) -> str:
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
def peramban() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        sys.exit(TIDAK_ADA)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser
        browser.close()


def potret(browser: Browser, alamat: str, layar: Layar) -> Image.Image:
    """Return what ``layar`` shows of the site at ``alamat``."""
    page = browser.new_page(
        viewport={"width": layar.lebar, "height": layar.tinggi}, color_scheme=layar.tema
    )
    page.goto(f"{alamat}/{layar.jalur}index.html")
    if layar.gulir:
        page.locator(layar.gulir).evaluate("el => scrollBy(0, el.getBoundingClientRect().top - 56)")
    if layar.cari:
        kepala = page.get_by_role("banner").get_by_role("searchbox")
        kepala.fill(layar.cari)
        page.get_by_role("banner").get_by_role("status").wait_for()
    raw = page.screenshot(animations="disabled", caret="hide")
    page.close()
    return Image.open(io.BytesIO(raw)).convert("RGB")


def sejajar(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return pictures of one height side by side."""
    width = sum(one.width for one in pictures) + SELA * (len(pictures) - 1)
    sheet = Image.new("RGB", (width, pictures[0].height), "white")
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width + SELA
    return sheet


def simpan(picture: Image.Image, path: Path) -> None:
    """Write a picture of few colours."""
    path.parent.mkdir(exist_ok=True)
    picture.quantize(WARNA, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
    print(f"{path.relative_to(AKAR)}: {path.stat().st_size // 1024} kB")


def tombol(browser: Browser, alamat: str) -> Image.Image:
    """Return the buttons below an indicator that edit it."""
    page = browser.new_page(viewport={"width": 760, "height": 700}, color_scheme="light")
    page.goto(f"{alamat}/{INDIKATOR}index.html")
    row = page.locator("div.iku-tindak").last
    row.evaluate("unsur => unsur.scrollIntoView({ block: 'center' })")
    box = row.bounding_box()
    assert box is not None
    clip = FloatRect(x=0, y=box["y"] - 76, width=760, height=190)
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def main() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    with TemporaryDirectory() as folder, peramban() as browser:
        contoh = bangun(Path(folder) / "contoh", CONTOH)
        nyata = bangun(Path(folder) / "nyata", AKAR / "indicators")
        for nama, layar in LEBAR.items():
            simpan(potret(browser, nyata if layar.nyata else contoh, layar), README / f"{nama}.png")
        phones = [potret(browser, contoh, layar) for layar in PONSEL]
        simpan(sejajar(phones), README / "ponsel.png")
        simpan(tombol(browser, contoh), PANDUAN / "tombol-ubah.png")


if __name__ == "__main__":
    main()
