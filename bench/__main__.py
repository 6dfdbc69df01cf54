"""``make bench``: what a site costs, beside the plain way and, where it is installed, Hugo.

Compare within one run only: the same machine is twice as fast on another day.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench import hugo, kita, polos
from bench.biaya import Biaya, termurah, ukur
from bench.pratinjau import pratinjau
from bench.tabel import Baris, tabel

# A preview of more than a district is nobody's work.
_PRATINJAU = 1200
# Of what takes seconds, the cheapest of so many runs counts.
_KALI = 3
HASIL = Path(__file__).parent / "HASIL.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--banyak", type=int, nargs="+", default=[100, 1200, 4000])
    parser.add_argument(
        "--polos", type=int, default=1200, help="largest number for the plain way, which is slow"
    )
    parser.add_argument("--simpan", action="store_true", help=f"write {HASIL.name} too")
    options = parser.parse_args()
    rows: list[Baris] = []
    notes: list[str] = []
    for banyak in options.banyak:
        with tempfile.TemporaryDirectory() as folder:
            for made in _ukur(Path(folder), banyak, plain=banyak <= options.polos, notes=notes):
                rows.append(made)
                print(f"{made.indikator:>6,} {made.cara:<34} {made.biaya.cpu:8.2f} s", flush=True)
    report = f"{_mesin()}\n\n{tabel(rows)}\n" + "".join(f"- {note}\n" for note in notes)
    print(f"\n{report}")
    if options.simpan:
        text = HASIL.read_text(encoding="utf-8") if HASIL.exists() else "# Results\n"
        head = text.split("\n## ", 1)[0].rstrip()
        HASIL.write_text(f"{head}\n\n## Newest run\n\n{report}", encoding="utf-8")


def _ukur(folder: Path, banyak: int, *, plain: bool, notes: list[str]) -> Iterator[Baris]:
    """Measure everything about ``banyak`` indicators in ``folder``."""
    project = folder / "kita"
    project.mkdir()
    kita.proyek(project, banyak)
    check = termurah(kita.iku(project, "check") for _ in range(_KALI))
    yield Baris(banyak, "`iku check`", check)
    cold = kita.iku(project, "build")
    pages = kita.halaman(project / "site")
    notes.append(
        f"{banyak:,}: {pages.banyak:,} pages; HTML of an indicator: {pages.tengah:,} bytes in the "
        f"middle, {pages.terbesar:,} at most ({pages.terbesar_padat:,} compressed)."
    )
    markdown = folder / "markdown"
    kita.iku(project, "export", "--markdown", str(markdown))
    ratio = None
    if plain:
        (folder / "polos").mkdir()
        polos.proyek(markdown, folder / "polos")
        cost = ukur([sys.executable, "-m", "bench.polos", str(folder / "polos")], kita.AKAR)
        ratio = cost.cpu
        yield Baris(banyak, "plain: stock Material, pyplot", cost, pages.banyak, 1.0)
    if shutil.which("hugo"):
        (folder / "hugo").mkdir()
        hugo.proyek(markdown, folder / "hugo")
        cost = ukur(["hugo", "--quiet"], folder / "hugo")
        share = cost.cpu / ratio if ratio else None
        yield Baris(banyak, "Hugo: pages alone, made before", cost, pages.banyak, share)

    def row(cara: str, cost: Biaya) -> Baris:
        return Baris(banyak, cara, cost, pages.banyak, cost.cpu / ratio if ratio else None)

    yield row("**ours, cold**", cold)
    kita.iku(project, "build")  # from the third on, a build has a site to begin with
    same = termurah(kita.iku(project, "build") for _ in range(_KALI))
    yield row("ours, nothing changed", same)
    changed = termurah(kita.bangun_diubah(project) for _ in range(_KALI))
    yield row("ours, one number changed", changed)
    days = termurah(kita.iku(project, "build", hari=hari) for hari in range(1, _KALI + 1))
    yield row("ours, the next day", days)
    if banyak <= _PRATINJAU and (served := pratinjau(project)):
        yield row("`iku serve`, begun", served[0])
        yield row("`iku serve`, one number changed", served[1])


def _mesin() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs-material", "matplotlib"))
    return (
        f"{date.today()}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {packages}. Of `iku check` and of builds over an "
        f"older site, the cheapest of {_KALI} runs."
    )


if __name__ == "__main__":
    main()
