"""The past of every number, as values that pages can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.riwayat.komit import Komit


class JenisAngka(StrEnum):
    TARGET = "target"
    REALISASI = "realisasi"


@dataclass(frozen=True)
class PerubahanAngka:
    """One published number that became another; ``None`` on one side: it came, or went.

    ``kunci`` is the indicator's (``<instansi>/<id>``). ``lama`` and ``baru`` are as typed in the
    YAML. ``setelah_berjalan``: a target that changed after its year had begun.
    """

    komit: Komit
    kunci: str
    jenis: JenisAngka
    tahun: int
    lama: str | None
    baru: str | None
    setelah_berjalan: bool = False


@dataclass(frozen=True)
class Riwayat:
    """Every change by indicator, newest first. ``catatan`` says why the past is not complete."""

    menurut_indikator: Mapping[str, tuple[PerubahanAngka, ...]] = field(default_factory=dict)
    catatan: str = ""

    def indikator(self, kunci: str) -> tuple[PerubahanAngka, ...]:
        return self.menurut_indikator.get(kunci, ())

    def terbaru(self) -> tuple[PerubahanAngka, ...]:
        """Return every change of the data, newest first."""
        semua = [satu for daftar in self.menurut_indikator.values() for satu in daftar]
        return tuple(sorted(semua, key=lambda satu: (-satu.komit.tanggal.toordinal(), satu.kunci)))
