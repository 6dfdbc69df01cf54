"""The table of results, as Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.biaya import Biaya

_KEPALA = ("Indicators", "Way", "CPU s", "Wall s", "Peak MB", "ms/page", "CPU ÷ plain")


@dataclass(frozen=True)
class Baris:
    """One run: ``halaman`` pages were made, if any; ``nisbah`` is its CPU over the plain way's."""

    indikator: int
    cara: str
    biaya: Biaya
    halaman: int = 0
    nisbah: float | None = None

    @property
    def sel(self) -> tuple[str, ...]:
        each = self.biaya.cpu / self.halaman * 1000 if self.halaman else None
        return (
            f"{self.indikator:,}",
            self.cara,
            f"{self.biaya.cpu:.2f}",
            f"{self.biaya.waktu:.2f}",
            f"{self.biaya.memori:.0f}",
            "" if each is None else f"{each:.2f}",
            "" if self.nisbah is None else f"{self.nisbah:.3f}",
        )


def tabel(rows: Sequence[Baris]) -> str:
    """Return the rows under a heading."""
    lines = [_KEPALA, tuple("---" if i == 1 else "--:" for i in range(len(_KEPALA)))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (*lines, *(row.sel for row in rows)))
