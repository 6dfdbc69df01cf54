"""A form that came back, as stored: its cells, and what they held when it was made."""

from collections.abc import Mapping
from dataclasses import dataclass

from iku_terbuka.formulir.rapi import rapikan

# The sheet that nobody sees, and the version of what it says.
DATA, VERSI = "iku-data", "1"
PETUNJUK = "Petunjuk"


@dataclass(frozen=True)
class Sel:
    """A cell as stored. ``isi`` is text, a number or a truth value; ``jenis`` as in the file.

    ``jenis``: s text, n number, b truth value, f formula, e error, d date.
    """

    baris: int
    kolom: int
    isi: str | float | bool
    jenis: str
    format: str = "General"

    @property
    def teks(self) -> str:
        """The text without what nobody sees; of a number its digits."""
        return rapikan(str(self.isi))


@dataclass(frozen=True)
class Buku:
    """A form that came back. ``dasar`` is what each cell held when the form was made.

    ``judul`` are the cells of the heading row; ``baris`` the rows below it that hold anything.
    """

    instansi_id: str
    tahun: int
    dasar: Mapping[tuple[str, str], str]
    status: Sel | None
    judul: tuple[Sel, ...]
    baris: tuple[Mapping[int, Sel], ...]
    gabungan: tuple[str, ...]
