"""Our own way: the whole pipeline, from YAML to the finished site."""

import re
import shutil
import statistics
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from bench.biaya import Biaya, ukur
from bench.data import ACUAN, data

AKAR = Path(__file__).parent.parent
# Noon of the reference date in WIB; a public address, so that cards for sharing are made too.
_HARI = 86_400
_SAAT = (ACUAN.toordinal() - 719_163) * _HARI + 5 * 3600
ENV = {"SOURCE_DATE_EPOCH": str(_SAAT)}
_ALAMAT = 'site_url: "https://iku.contoh.example/"'
_REALISASI = re.compile(r"realisasi: (\d+)")


@dataclass(frozen=True)
class Halaman:
    """Pages of a site: how many, of how many indicators, and the bytes of the latter's HTML."""

    banyak: int
    indikator: int
    tengah: int
    terbesar: int
    terbesar_padat: int


def proyek(folder: Path, banyak: int) -> Path:
    """Write a project of ``banyak`` indicators in ``folder``; return it."""
    for name in ("content", "theme"):
        shutil.copytree(AKAR / name, folder / name)
    config = (AKAR / "mkdocs.yml").read_text(encoding="utf-8").replace('site_url: ""', _ALAMAT)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for path, text in data(banyak).items():
        file = folder / "indicators" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def iku(folder: Path, *args: str, hari: int = 0) -> Biaya:
    """Measure a command of ours in the project, ``hari`` days after the reference date."""
    environ = {"SOURCE_DATE_EPOCH": str(_SAAT + hari * _HARI)}
    return ukur([str(Path(sys.executable).with_name("iku")), *args], folder, environ)


def ubah_angka(folder: Path) -> None:
    """Change one number of one indicator, as a daily correction does."""
    path = next((folder / "indicators").rglob("capaian/*.yaml"))
    text = path.read_text(encoding="utf-8")
    changed = _REALISASI.sub(lambda found: f"realisasi: {int(found[1]) + 1}", text, count=1)
    if changed == text:
        raise RuntimeError(f"tidak ada angka di {path.name}")
    path.write_text(changed, encoding="utf-8")


def bangun_diubah(folder: Path) -> Biaya:
    """Measure a build after one number has changed."""
    ubah_angka(folder)
    return iku(folder, "build")


def halaman(site: Path) -> Halaman:
    """Weigh the pages of a finished site."""
    pages = list(site.rglob("index.html"))
    html = [page.read_bytes() for page in pages]
    own = [text for text in html if b'id="riwayat"' in text]
    sizes = [len(text) for text in own]
    packed = max(len(zlib.compress(text, 6)) for text in own)
    return Halaman(len(pages), len(own), int(statistics.median(sizes)), max(sizes), packed)
