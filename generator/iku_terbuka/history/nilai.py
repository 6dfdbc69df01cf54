"""The past of every number, as values that pages can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from iku_terbuka.history.komit import Komit

Tertulis: TypeAlias = Decimal | str

TIDAK_TERSEDIA = (
    "Riwayat perubahan tidak tersedia: salinan data yang dipakai membangun situs ini tidak "
    "membawa catatan perubahannya."
)
SEBAGIAN = (
    "Riwayat hanya sebagian: perubahan yang lebih lama tidak terbawa dalam salinan data yang "
    "dipakai membangun situs ini."
)


class JenisAngka(StrEnum):
    TARGET = "target"
    REALISASI = "realisasi"


@dataclass(frozen=True)
class Isian:
    """What a version of a file gives as one value.

    A number is a ``Decimal`` with its digits as typed, so that 3.2 and 3.20 are equal; what is no
    number is the text as typed. ``keadaan`` stands where there is no number, ``variabel`` where
    the result is computed from components.
    """

    nilai: Tertulis | None = None
    bawah: Tertulis | None = None
    atas: Tertulis | None = None
    predikat: str = ""
    keadaan: str = ""
    variabel: tuple[tuple[str, tuple[Tertulis, ...]], ...] = ()


@dataclass(frozen=True)
class PerubahanAngka:
    """One published number that became another; ``None`` on one side: it came back, or went.

    ``kunci`` is the indicator's (``<instansi>/<id>``) as it is called today. ``setelah_berjalan``:
    a target that changed after its year had begun.
    """

    komit: Komit
    kunci: str
    jenis: JenisAngka
    tahun: int
    lama: Isian | None
    baru: Isian | None
    setelah_berjalan: bool = False


@dataclass(frozen=True)
class HasilBaru:
    """A step in which results of an instansi for a year appeared for the first time."""

    komit: Komit
    instansi_id: str
    tahun: int


@dataclass(frozen=True)
class Riwayat:
    """Every change of the data, and every first entry of results, newest first.

    ``sejak`` is the day on which an instansi's indicators came, by its id. ``catatan`` says why
    the past is not complete; empty when it is. Without arguments: nothing is known.
    """

    terbaru: tuple[PerubahanAngka, ...] = ()
    sejak: Mapping[str, date] = field(default_factory=dict)
    catatan: str = TIDAK_TERSEDIA
    hasil_baru: tuple[HasilBaru, ...] = ()

    @cached_property
    def _menurut_indikator(self) -> Mapping[str, tuple[PerubahanAngka, ...]]:
        grouped: dict[str, list[PerubahanAngka]] = {}
        for satu in self.terbaru:
            grouped.setdefault(satu.kunci, []).append(satu)
        return {kunci: tuple(changes) for kunci, changes in grouped.items()}

    def indikator(self, kunci: str) -> tuple[PerubahanAngka, ...]:
        """Return the changes of one indicator, newest first."""
        return self._menurut_indikator.get(kunci, ())
