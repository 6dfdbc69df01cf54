"""A long list in several pages, so that no page grows with the organisation.

The first page keeps the address of the list. The others lie below it, in folders that no instansi
and no indicator can have, so they take no name away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from iku_terbuka.context import Context
from iku_terbuka.pages.bagian import Tautan

# Rows of one page: at most 190 kB of HTML, 13 kB on the line.
MAX_BARIS = 100

T = TypeVar("T")


@dataclass(frozen=True)
class Potongan(Generic[T]):
    """What page number ``ke`` (from 1) shows; its first item is number ``awal`` of ``jumlah``."""

    isi: tuple[T, ...]
    ke: int
    awal: int
    jumlah: int

    @property
    def nomor(self) -> str:
        """Return the numbers of its items: 99–196."""
        akhir = self.awal + len(self.isi) - 1
        return str(akhir) if akhir == self.awal else f"{self.awal}–{akhir}"

    @property
    def sebagian(self) -> bool:
        """Whether other pages hold the rest."""
        return len(self.isi) < self.jumlah


def potong(
    isi: Sequence[T], kelompok: Callable[[T], object] = lambda _: None
) -> tuple[Potongan[T], ...]:
    """Return the pages of a list, at least one.

    Neighbours of the same ``kelompok`` stay on one page, unless they are too many for any.
    """
    parts: list[list[T]] = [[]]
    for _, run in groupby(isi, kelompok):
        items = list(run)
        for start in range(0, len(items), MAX_BARIS):
            piece = items[start : start + MAX_BARIS]
            if parts[-1] and len(parts[-1]) + len(piece) > MAX_BARIS:
                parts.append([])
            parts[-1] += piece
    starts = [1]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return tuple(
        Potongan(tuple(part), ke, start, len(isi))
        for ke, (part, start) in enumerate(zip(parts, starts, strict=False), start=1)
    )


def pilihan(
    context: Context, semua: Sequence[Potongan[T]], alamat: Callable[[int], str], kini: int
) -> tuple[Tautan, ...]:
    """Return the links between the pages of a list, nothing where there is only one.

    ``alamat`` tells the folder of a page by its number; the page itself, ``kini``, has no address.
    """
    if len(semua) == 1:
        return ()
    return tuple(
        Tautan(satu.nomor, "" if satu.ke == kini else context.link(alamat(kini), alamat(satu.ke)))
        for satu in semua
    )
