"""What a share card shows, as values."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class AngkaKartu:
    """A large figure, of how many, and the words below it."""

    besar: str
    dari: str
    kata: str


@dataclass(frozen=True)
class BagianPita:
    """A piece of the bar: a count and its colour; ``None`` is an outline, for what is missing."""

    jumlah: int
    warna: str | None


@dataclass(frozen=True)
class Kartu:
    """What a card shows: ``atas`` above the title, ``catatan`` below the bar, ``bawah`` last."""

    atas: str
    judul: str
    angka: Sequence[AngkaKartu]
    pita: Sequence[BagianPita]
    bawah: str = ""
    catatan: str = ""
