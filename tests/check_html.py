"""Runs the Nu HTML checker over built sites: ``make check-html``. Not part of ``make test``: it
needs Java and npm.

Without a folder it only makes the checker ready. Exit status: 0 nothing of ours, 1 findings,
2 not able to check.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

VERSI = "26.9.27"
ROOT = Path(__file__).parents[1]
TEMPAT = ROOT / ".cache" / "vnu"
JAR = TEMPAT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PASANG = "Di Debian atau Ubuntu: sudo apt install default-jre-headless npm"


@dataclass(frozen=True)
class Dikenal:
    """A finding that is not ours to mend: part of its message, part of its place, and why."""

    pesan: str
    potongan: str
    sebab: str


DIKENAL = (
    Dikenal(
        "Attribute “autocomplete” is only allowed when the input type is",
        'data-md-toggle="',
        "Material: switches of the drawer and the search are checkboxes that browsers "
        "must not remember",
    ),
    Dikenal(
        "The value of the “for” attribute of the “label” element must be the ID of a",
        'for="__toc"',
        "Material: the title of the contents list is a label of a switch that only the page's "
        "drawer has, and there is none",
    ),
    Dikenal(
        "Trailing slash on void elements has no effect",
        "<img",
        "Python-Markdown writes pictures as XHTML does; a remark, no error",
    ),
    Dikenal(
        "Trailing slash on void elements has no effect",
        "<wbr/>",
        "our MathML is XML at the same time, so that tests can read it; a remark, no error",
    ),
)


@dataclass(frozen=True)
class Temuan:
    jenis: str
    pesan: str
    tempat: str
    potongan: str

    @property
    def dikenal(self) -> Dikenal | None:
        return next(
            (
                satu
                for satu in DIKENAL
                if self.pesan.startswith(satu.pesan) and satu.potongan in self.potongan
            ),
            None,
        )


def siapkan() -> str | None:
    """Fetch the checker once; return what is missing, as one line, or nothing."""
    if not shutil.which("java"):
        return f"Java tidak ada, jadi HTML tidak dapat diperiksa (Java is missing). {PASANG}"
    paket = JAR.parents[2] / "package.json"
    if JAR.exists() and json.loads(paket.read_text(encoding="utf-8"))["version"] == VERSI:
        return None
    npm = shutil.which("npm")
    if not npm:
        return f"npm tidak ada, jadi pemeriksa HTML tidak dapat dipasang (npm is missing). {PASANG}"
    TEMPAT.mkdir(parents=True, exist_ok=True)
    flags = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(
        [npm, "install", "--prefix", str(TEMPAT), *flags, f"vnu-jar@{VERSI}"], check=False
    )
    if done.returncode or not JAR.exists():
        return f"vnu-jar {VERSI} gagal dipasang dengan npm (npm could not install the checker)."
    return None


def periksa(folder: Path) -> list[Temuan]:
    """Return everything that the checker says about the HTML below ``folder``."""
    done = subprocess.run(
        ["java", "-jar", str(JAR), "--format", "json", "--stdout", "--skip-non-html", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if not done.stdout:
        sys.exit(f"Pemeriksa HTML berhenti: {done.stderr.strip()}")
    awal = f"file:{folder.resolve().as_posix()}/"
    return [
        Temuan(
            satu.get("subType", satu["type"]),
            satu["message"],
            f"{unquote(satu.get('url', '')).removeprefix(awal)}:{satu.get('lastLine', 0)}",
            re.sub(r"\s+", " ", satu.get("extract", "")).strip(),
        )
        for satu in json.loads(done.stdout)["messages"]
    ]


def cetak(temuan: list[Temuan]) -> None:
    """Print findings grouped by message, the most frequent first, each with its first place."""
    kelompok: dict[tuple[str, str], list[Temuan]] = defaultdict(list)
    for satu in temuan:
        kelompok[satu.jenis, satu.pesan].append(satu)
    for (jenis, pesan), isi in sorted(kelompok.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(f"  {len(isi)}× {jenis}: {pesan}\n     {isi[0].tempat}: {isi[0].potongan}")


def main(folders: list[str]) -> int:
    kurang = siapkan()
    if kurang:
        print(kurang)
        return 2
    ours = 0
    for name in folders:
        folder = Path(name)
        pages = sum(1 for _ in folder.rglob("*.html"))
        if not pages:
            print(f"Tidak ada halaman HTML di {name}.")
            return 2
        temuan = periksa(folder)
        salah = [satu for satu in temuan if not satu.dikenal]
        ours += len(salah)
        print(f"{name}: {pages} halaman, {len(salah)} temuan")
        cetak(salah)
        for dikenal in DIKENAL:
            jumlah = sum(satu.dikenal is dikenal for satu in temuan)
            print(f"  {jumlah}× dikenal: {dikenal.pesan} … ({dikenal.sebab})")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
