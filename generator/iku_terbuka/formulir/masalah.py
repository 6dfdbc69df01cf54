"""What is wrong with a workbook, at its cell."""

from dataclasses import dataclass
from enum import IntEnum

LEMBAR = "Isian"


class Derajat(IntEnum):
    """How much it matters: a mistake blocks, a warning and a note do not."""

    SALAH = 0
    PERINGATAN = 1
    CATATAN = 2


@dataclass(frozen=True, order=True)
class Masalah:
    """One thing to mend, in Indonesian, sortable by place.

    ``baris`` and ``kolom`` count from 1; 0 means the workbook, or the whole row.
    """

    baris: int
    kolom: int
    pesan: str
    saran: str = ""
    derajat: Derajat = Derajat.SALAH

    @property
    def tempat(self) -> str:
        """Name the cell as Excel does, ``Isian!G7``; empty for the workbook as a whole."""
        if not self.baris:
            return ""
        return f"{LEMBAR}!{alamat(self.baris, self.kolom)}" if self.kolom else f"baris {self.baris}"

    def __str__(self) -> str:
        kinds = {Derajat.PERINGATAN: "peringatan: ", Derajat.CATATAN: "catatan: "}
        place = f"{self.tempat}: " if self.baris else ""
        return f"{place}{kinds.get(self.derajat, '')}{self.pesan} {self.saran}".rstrip()


class BukuDitolakError(Exception):
    """The workbook is not read at all; the message says why and what to do."""


def alamat(baris: int, kolom: int) -> str:
    """Return the address of a cell; both count from 1: (7, 28) is AB7."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{baris}"
