"""Makes the pictures of README and of the guide from real pages: ``make gambar``.

Not a test: pictures change with fonts and browsers, so they are looked at and committed by hand.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import FloatRect, Page, sync_playwright

from generator.build import build
from tests.browser.conftest import ARGS
from tests.browser.install import TIDAK_ADA, find
from tests.conftest import AKAR, CONTOH, copy_project

PANDUAN = AKAR / "content" / "panduan" / "gambar"
INDIKATOR = "kabupaten-contoh/dinas-kesehatan/angka-kematian-bayi/index.html"


def bangun(folder: Path, indicators: Path) -> str:
    """Build a site with a repository named, so that its buttons are there; return its address."""
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
def halaman(lebar: int, tinggi: int) -> Iterator[Page]:
    executable = find()
    if executable is None:
        sys.exit(TIDAK_ADA)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGS)
        yield browser.new_page(
            viewport={"width": lebar, "height": tinggi}, color_scheme="light", device_scale_factor=1
        )
        browser.close()


def simpan(raw: bytes, path: Path) -> None:
    """Write a screenshot as a picture of few colours: flat pages lose nothing by it."""
    path.parent.mkdir(exist_ok=True)
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(path, "PNG", optimize=True)
    print(f"{path.relative_to(AKAR)}: {path.stat().st_size // 1024} kB")


def main() -> None:
    with TemporaryDirectory() as folder, halaman(760, 700) as page:
        contoh = Path(folder) / "contoh"
        contoh.mkdir()
        alamat = bangun(contoh, CONTOH)
        page.goto(f"{alamat}/{INDIKATOR}")
        tombol = page.locator("div.iku-tindak").last
        tombol.evaluate("unsur => unsur.scrollIntoView({ block: 'center' })")
        box = tombol.bounding_box()
        assert box is not None
        clip = FloatRect(x=0, y=box["y"] - 76, width=760, height=190)
        simpan(page.screenshot(clip=clip), PANDUAN / "tombol-ubah.png")


if __name__ == "__main__":
    main()
