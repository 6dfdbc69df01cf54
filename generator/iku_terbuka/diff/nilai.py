"""What a change of the data changes, as values: typed, in a fixed order, not yet in words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from iku_terbuka.model.iku import IsiNilai
from iku_terbuka.source.problems import Problem

# What one key holds; ``None`` where it is not there. Choices and states are their own text.
Isi: TypeAlias = IsiNilai | Decimal | tuple[Decimal, ...] | str | None


@dataclass(frozen=True)
class Revisi:
    """A side as it was named, and its commit; both ``None`` for the files on disk."""

    nama: str | None = None
    komit: str | None = None


@dataclass(frozen=True)
class Pembanding:
    """The two sides. Not ``bercabang``: where they parted is not known, BASE itself is ``dari``."""

    dari: Revisi
    ke: Revisi = Revisi()
    bercabang: bool = True


class Jenis(StrEnum):
    BARU = "baru"
    DIUBAH = "diubah"
    DIHAPUS = "dihapus"


class Kendala(StrEnum):
    """Whose errors keep the figures from being compared: those of BASE, or those of HEAD."""

    DASAR = "dasar"
    USULAN = "usulan"


@dataclass(frozen=True)
class Ubah:
    """One key that became another, ``formula.teks``. ``None`` on one side: it came, or went.

    ``setelah_berjalan``: a target that was there before and is another after its year began.
    ``ralat``: a commit that touches the file says so.
    """

    kunci: str
    lama: Isi
    baru: Isi
    ralat: bool = False
    setelah_berjalan: bool = False


@dataclass(frozen=True)
class PerubahanTahun:
    """One indicator in one year.

    ``jenis`` is that of the result: its first entry is ``baru``. ``angka`` are the public figures
    (realisasi, target, capaian, status, kategori, predikat), each there when it changed; capaian
    and status also when only what they follow from did. ``keterangan`` is every other key.
    ``sebab`` names what else the figures follow from and what changed there, ``rumus_capaian``.
    """

    tahun: int
    jenis: Jenis
    angka: tuple[Ubah, ...] = ()
    keterangan: tuple[Ubah, ...] = ()
    sebab: tuple[str, ...] = ()

    def ubah(self, kunci: str) -> Ubah | None:
        """Return the change of one public figure."""
        return next((satu for satu in self.angka if satu.kunci == kunci), None)


@dataclass(frozen=True)
class PerubahanIndikator:
    """One indicator; ``kunci`` is ``<instansi>/<id>``.

    ``hilang`` are the years whose result is no longer on the site. ``menjadi`` is the new one that
    a removed one seems to be.
    """

    kunci: str
    nama: str
    jenis: Jenis
    definisi: tuple[Ubah, ...] = ()
    tahun: tuple[PerubahanTahun, ...] = ()
    hilang: tuple[int, ...] = ()
    menjadi: str = ""


@dataclass(frozen=True)
class PerubahanSasaran:
    nama: str
    jenis: Jenis
    ubah: tuple[Ubah, ...] = ()


@dataclass(frozen=True)
class PerubahanInstansi:
    """``menjadi`` is the new folder that a removed one seems to have moved to."""

    id: str
    nama: str
    jenis: Jenis
    ubah: tuple[Ubah, ...] = ()
    sasaran: tuple[PerubahanSasaran, ...] = ()
    indikator: tuple[PerubahanIndikator, ...] = ()
    menjadi: str = ""


@dataclass(frozen=True)
class PerubahanPemda:
    id: str
    nama: str
    jenis: Jenis
    ubah: tuple[Ubah, ...] = ()
    instansi: tuple[PerubahanInstansi, ...] = ()


@dataclass(frozen=True)
class PerubahanSkala:
    id: str
    nama: str
    jenis: Jenis
    ubah: tuple[Ubah, ...] = ()


@dataclass(frozen=True)
class Perubahan:
    """Everything that differs. ``kesalahan`` are all errors of the new side, old or new.

    With a ``kendala`` nothing but problems could be compared.
    """

    skala: tuple[PerubahanSkala, ...] = ()
    pemda: tuple[PerubahanPemda, ...] = ()
    kesalahan: tuple[Problem, ...] = ()
    masalah_baru: tuple[Problem, ...] = ()
    masalah_selesai: tuple[Problem, ...] = ()
    kendala: Kendala | None = None

    @property
    def kosong(self) -> bool:
        return self == Perubahan()
