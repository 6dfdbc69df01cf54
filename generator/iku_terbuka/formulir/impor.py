"""What an import does: changes, problems, and the cell behind each place of the YAML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from iku_terbuka.formulir.buku import Sel
from iku_terbuka.formulir.masalah import Derajat, Masalah
from iku_terbuka.formulir.ubahan import Ubahan
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.text import quoted

Letak = tuple[str, ...]


@dataclass
class Impor:
    """Collects while a form is compared.

    ``kata`` says each change in words: old → new; ``sel`` is the cell of each place of the YAML;
    ``gabungan`` are merged cells: first row and column, last row and column.
    """

    ubahan: list[Ubahan] = field(default_factory=list)
    kata: list[str] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    sel: dict[Letak, tuple[int, int]] = field(default_factory=dict)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def ditolak(self) -> frozenset[tuple[int, int]]:
        """The cells that hold a mistake, by row and column."""
        wrong = (satu for satu in self.masalah if satu.derajat is Derajat.SALAH)
        return frozenset((satu.baris, satu.kolom) for satu in wrong if satu.kolom)

    @property
    def gagal(self) -> bool:
        return any(satu.derajat is Derajat.SALAH for satu in self.masalah)

    def tergabung(self, baris: int, kolom: int) -> bool:
        """Tell whether a cell belongs to merged ones, of which only the first keeps its value."""
        return any(
            top <= baris <= bottom and left <= kolom <= right
            for top, left, bottom, right in self.gabungan
        )

    def salah(self, cell: Sel, pesan: str, saran: str) -> None:
        self.masalah.append(Masalah(cell.baris, cell.kolom, pesan, saran))

    def catat(self, baris: int, kolom: int, pesan: str) -> None:
        self.masalah.append(Masalah(baris, kolom, pesan, derajat=Derajat.CATATAN))

    def ubah(self, nama: str, kini: str, ubahan: Ubahan) -> None:
        """Note a change of ``nama``, which is ``kini`` in the data."""
        isi = ubahan.isi
        text = "\n".join(isi) if isinstance(isi, tuple) else isi or ""
        old, new = (pendek(value, ubahan.angka) for value in (kini, text))
        self.ubahan.append(ubahan)
        self.kata.append(f"{nama}: {old} → {new}")

    def urut(self) -> Iterator[Masalah]:
        """Yield mistakes first, then warnings and notes, each by place."""
        yield from sorted(self.masalah, key=lambda satu: (satu.derajat, satu))


def pendek(isi: str, is_number: bool = False) -> str:
    """Return a value as short words: a number with a comma, a text in quotes."""
    shown = "; ".join(line for line in isi.split("\n") if line)
    if not shown:
        return "kosong"
    if is_number and len(shown) <= 60:
        return with_comma(shown)
    return quoted(shown, 60)
