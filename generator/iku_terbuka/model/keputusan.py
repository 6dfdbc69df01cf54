"""Decrees and agreements as they stand in the dataset, with their files and years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from iku_terbuka.model.bagian_tahun import IsiTargetTahun
from iku_terbuka.model.definisi import DefinisiIndikator, Sasaran
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.iku import DasarHukum, Iku, Parent
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja, VersiPerjanjian


@dataclass(frozen=True)
class Lokasi:
    """Where something is written: a file with ``/``, a line from 1, the keys that lead there."""

    berkas: str
    baris: int = 1
    path: tuple[str | int, ...] = ()


# The folders of files in that of an instansi, ``DOKUMEN`` in that of a Pemda alone; the other files
# of an instansi lie beside them.
DOKUMEN = "dokumen"
FILE_FOLDERS = ["iku", "capaian", "perjanjian-kinerja", "evaluasi", DOKUMEN]
SKALA = "skala"


def instansi_of(path: str) -> str:
    """Return the id of the Pemda or instansi in whose folder a file lies, by its path."""
    parts = path.split("/")[:-1]
    return "/".join(parts[:-1] if parts and parts[-1] in FILE_FOLDERS else parts)


@dataclass(frozen=True)
class IkuFile:
    """A decree as loaded. It governs from the year ``sejak``; ``None`` is always.

    ``dokumen`` is the decree for many instansi that it refers to. ``perjanjian`` is the year of an
    agreement that stands in place of a decree for the indicators that it alone has.
    """

    iku: Iku
    lokasi: Lokasi
    sejak: int | None = None
    dokumen: DokumenHukum | None = None
    perjanjian: int | None = None

    @property
    def dasar_hukum(self) -> tuple[DasarHukum, ...]:
        """Every decree behind it, the one for many instansi first."""
        shared = (self.dokumen.dasar_hukum,) if self.dokumen else ()
        return (*shared, *self.iku.dasar_hukum)

    def has_begun(self, tahun: int) -> bool:
        return self.sejak is None or self.sejak <= tahun

    def governs(self, tahun: int) -> bool:
        return self.has_begun(tahun) if self.perjanjian is None else tahun == self.perjanjian

    def reaches(self, tahun: int) -> bool:
        """Tell whether its years go so far; a title often ends a year before its targets do."""
        periode = self.iku.periode
        return periode is None or tahun <= periode.akhir + 1

    @property
    def replaces(self) -> bool:
        """Whether an indicator that it does not list has ended with it."""
        return not (self.iku.sebagian or self.iku.mengubah_sebagian)


@dataclass(frozen=True)
class Penetapan:
    """What one decree says about an indicator."""

    keputusan: IkuFile
    parent: Parent
    definisi: DefinisiIndikator
    lokasi: Lokasi

    @property
    def sasaran(self) -> Sasaran | None:
        """The sasaran that it measures; ``None`` for an indikator tujuan."""
        return self.parent if isinstance(self.parent, Sasaran) else None

    @property
    def jenjang(self) -> str | None:
        return self.sasaran.jenjang if self.sasaran else None

    @property
    def iku(self) -> Iku:
        return self.keputusan.iku


def governing(decrees: Sequence[IkuFile], tahun: int | None) -> IkuFile:
    """Return the newest decree (oldest first) that has begun; before the first, the first.

    Without a year it is the newest of all.
    """
    if tahun is None:
        return decrees[-1]
    return next((each for each in reversed(decrees) if each.has_begun(tahun)), decrees[0])


@dataclass(frozen=True)
class Successor:
    """What goes on with an instansi or an indicator that ends: ``kunci``, from the year ``sejak``.

    ``keputusan`` is the decree that says so, ``dasar`` the reason that is printed for it. What
    ``continues`` an indicator is the same one in another place, and counts instead of it.
    """

    kunci: str
    sejak: int
    keputusan: IkuFile
    dasar: str | None = None
    continues: bool = False


@dataclass(frozen=True)
class Agreement:
    """The agreement of one year, with the id by which it names an indicator."""

    id: str
    perjanjian: PerjanjianKinerja

    def targets(self, acuan: date | None) -> tuple[tuple[VersiPerjanjian, IsiTargetTahun], ...]:
        """Return the targets by the versions that are signed on ``acuan``, the last counts."""
        return tuple(
            (versi, versi.target[self.id])
            for versi in self.perjanjian.versi_sampai(acuan)
            if self.id in versi.target
        )
