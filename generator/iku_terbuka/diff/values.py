"""What a change of the data changes, as values: typed, in a fixed order, not yet in words.

The names of the fields are keys of ``iku diff --format json``; see :mod:`.formats`.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.source.problems import Problem

# What one key holds; ``None`` where it is not there. Choices and states are their own text.
Value: TypeAlias = IsiNilai | Decimal | tuple[Decimal, ...] | str | None


@dataclass(frozen=True)
class Revision:
    """A side as it was named, and its commit; both ``None`` for the files on disk."""

    nama: str | None = None
    komit: str | None = None


@dataclass(frozen=True)
class Sides:
    """The two sides that are compared.

    Not ``bercabang``: where they parted is not known, so BASE itself is ``dari``.
    """

    dari: Revision
    ke: Revision = Revision()
    bercabang: bool = True


class ChangeKind(StrEnum):
    NEW = "baru"
    CHANGED = "diubah"
    REMOVED = "dihapus"


class Obstacle(StrEnum):
    """Whose errors keep the figures from being compared: those of BASE, or those of HEAD."""

    BASE = "dasar"
    HEAD = "usulan"


@dataclass(frozen=True)
class KeyChange:
    """One key that became another, ``formula.teks``. ``None`` on one side: it came, or went.

    ``setelah_berjalan``: a target that was there before and is another after its year began.
    ``ralat``: a commit that touches the file says so.
    """

    kunci: str
    lama: Value
    baru: Value
    ralat: bool = False
    setelah_berjalan: bool = False


@dataclass(frozen=True)
class FigureSource:
    """Where a new or changed figure was published; ``kunci`` is that of the figure.

    ``tetap``: the number is another, and its source is not.
    """

    kunci: str
    judul: str
    halaman: int | None = None
    tautan: str | None = None
    tetap: bool = False


class LeftReason(StrEnum):
    """Why something that did not change is doubtful beside a figure that did."""

    PUBLISHED = "berbeda_dari_hitungan"
    OLD_FIGURE = "menyebut_angka_lama"
    UNCHANGED = "tidak_ikut_diubah"


@dataclass(frozen=True)
class LeftBehind:
    """What may contradict the new figures: a published figure, or a text that is as it was.

    ``isi`` is the published figure or an excerpt of the text, ``hitungan`` what follows from the
    data; both as a page shows them.
    """

    kunci: str
    sebab: LeftReason
    isi: str
    hitungan: str = ""


@dataclass(frozen=True)
class YearDiff:
    """One indicator in one year.

    ``jenis`` is that of the result: its first entry is new. ``angka`` are the public figures
    (realisasi, target, capaian, status, kategori, predikat), each there when it changed; capaian
    and status also when only what they follow from did; and those of the parts of the year
    (``triwulan.2.realisasi``). ``keterangan`` is every other key.
    ``sebab`` names what else the figures follow from and what changed there, ``rumus_capaian``.
    ``satuan`` is the unit of the figures, ``alasan`` why the new ones have no verdict. ``sumber``
    are those of new or changed results, ``tertinggal`` what did not change with it.
    ``final_tanpa_ralat``: a result that was final is another, and no commit calls that a
    correction. ``berkas`` and ``baris`` are where the new result is written.
    """

    tahun: int
    jenis: ChangeKind
    angka: tuple[KeyChange, ...] = ()
    keterangan: tuple[KeyChange, ...] = ()
    sebab: tuple[str, ...] = ()
    satuan: str = ""
    alasan: str = ""
    sumber: tuple[FigureSource, ...] = ()
    tertinggal: tuple[LeftBehind, ...] = ()
    final_tanpa_ralat: bool = False
    berkas: str = ""
    baris: int = 0

    @property
    def parts(self) -> tuple[KeyChange, ...]:
        """The changed figures of the parts of the year."""
        return tuple(change for change in self.angka if "." in change.kunci)

    def figure(self, key: str) -> KeyChange | None:
        """Return the change of one public figure."""
        return next((change for change in self.angka if change.kunci == key), None)


@dataclass(frozen=True)
class IndikatorDiff:
    """One indicator; ``kunci`` is ``<instansi>/<id>``.

    ``hilang`` are the years whose result is no longer on the site. ``menjadi`` is the new one that
    a removed one seems to be, ``dilanjutkan`` the one that says so itself; ``dari`` are those that
    this one goes on with. ``berkas`` and ``baris`` are where it is defined, while it is.
    """

    kunci: str
    nama: str
    jenis: ChangeKind
    definisi: tuple[KeyChange, ...] = ()
    tahun: tuple[YearDiff, ...] = ()
    hilang: tuple[int, ...] = ()
    menjadi: str = ""
    dilanjutkan: str = ""
    dari: tuple[str, ...] = ()
    berkas: str = ""
    baris: int = 0


@dataclass(frozen=True)
class SasaranDiff:
    nama: str
    jenis: ChangeKind
    ubah: tuple[KeyChange, ...] = ()


@dataclass(frozen=True)
class StatusShift:
    """How many indicators of an instansi had a status before, and have it now."""

    status: str
    sebelum: int
    sesudah: int


@dataclass(frozen=True)
class InstansiDiff:
    """``menjadi`` is the new folder that a removed one seems to have moved to.

    ``dilanjutkan`` is the one that says so itself; ``dari`` are those that this one goes on with.
    ``akibat`` are the counts of its indicators by status that are other ones now.
    """

    id: str
    nama: str
    jenis: ChangeKind
    ubah: tuple[KeyChange, ...] = ()
    sasaran: tuple[SasaranDiff, ...] = ()
    indikator: tuple[IndikatorDiff, ...] = ()
    menjadi: str = ""
    dilanjutkan: str = ""
    dari: tuple[str, ...] = ()
    akibat: tuple[StatusShift, ...] = ()


@dataclass(frozen=True)
class PemdaDiff:
    id: str
    nama: str
    jenis: ChangeKind
    ubah: tuple[KeyChange, ...] = ()
    instansi: tuple[InstansiDiff, ...] = ()


@dataclass(frozen=True)
class SkalaDiff:
    id: str
    nama: str
    jenis: ChangeKind
    ubah: tuple[KeyChange, ...] = ()


@dataclass(frozen=True)
class Diff:
    """Everything that differs. ``kesalahan`` are all errors of the new side, old or new.

    With a ``kendala`` nothing but problems could be compared.
    """

    skala: tuple[SkalaDiff, ...] = ()
    pemda: tuple[PemdaDiff, ...] = ()
    kesalahan: tuple[Problem, ...] = ()
    masalah_baru: tuple[Problem, ...] = ()
    masalah_selesai: tuple[Problem, ...] = ()
    kendala: Obstacle | None = None

    @property
    def is_empty(self) -> bool:
        return self == Diff()
