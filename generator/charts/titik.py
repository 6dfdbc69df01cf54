"""The points of a chart over time: one slot per year, before them the start, after them the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.capaian import Pengukuran, Status
from generator.model import Indikator
from generator.model.iku import Akumulasi, IsiNilai


class Jenis(StrEnum):
    AWAL = "awal"
    TAHUN = "tahun"
    AKHIR = "akhir"


@dataclass(frozen=True)
class Titik:
    """One slot on the time axis. ``status`` is ``None`` for the start and the end."""

    jenis: Jenis
    label: str
    target: IsiNilai | None
    realisasi: Decimal | None = None
    status: Status | None = None

    @property
    def berpredikat(self) -> bool:
        """Whether the target is a grade alone, which has no place on the scale."""
        return self.target is not None and self.target.nilai is None and not self.target.rentang

    @property
    def angka(self) -> tuple[Decimal, ...]:
        """Every number that the scale has to hold."""
        numbers = [self.realisasi, self.target.nilai if self.target else None]
        numbers += list(self.target.rentang or ()) if self.target else []
        return tuple(number for number in numbers if number is not None)


def titik_waktu(indikator: Indikator, pengukuran: Sequence[Pengukuran]) -> tuple[Titik, ...]:
    """Return the slots of an indicator; empty when it has no number to draw."""
    definisi = indikator.definisi
    # Another unit is another scale.
    drawn = [satu for satu in pengukuran if indikator.satuan(satu.tahun) == definisi.satuan]
    accumulates = definisi.akumulasi is Akumulasi.KUMULATIF
    slots = [
        Titik(
            Jenis.TAHUN,
            str(satu.tahun),
            satu.target,
            satu.realisasi.nilai if satu.realisasi else None,
            satu.status,
        )
        for satu in drawn
    ]
    # Before years of an older decree it would tell of a change that never happened.
    is_first = not drawn or indikator.berlaku(drawn[0].tahun) is indikator.terbaru
    if definisi.kondisi_awal and is_first:
        slots.insert(0, Titik(Jenis.AWAL, "awal", definisi.kondisi_awal))
    if definisi.target_akhir and not accumulates:  # a sum of years, not one of them
        slots.append(Titik(Jenis.AKHIR, "akhir", definisi.target_akhir))
    return tuple(slots) if any(slot.angka for slot in slots) else ()
