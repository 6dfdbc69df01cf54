"""The points of a chart over time: one slot per year, before them the start, after them the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from iku_terbuka.capaian import Break, Measurement, Status, same_satuan, series_breaks
from iku_terbuka.model import Indikator
from iku_terbuka.model.definisi import Akumulasi
from iku_terbuka.model.nilai import IsiNilai

_T = TypeVar("_T")


class Jenis(StrEnum):
    AWAL = "awal"
    TAHUN = "tahun"
    AKHIR = "akhir"


@dataclass(frozen=True)
class Titik:
    """One slot on the time axis. ``status`` is ``None`` for the start and the end.

    ``putus`` names what differs from the decree of the slot before, so that nothing joins the two;
    of the first slot, why no earlier year is there. ``sambung`` says whether a line may lead here:
    not where a series breaks, and not over years that are missing.
    """

    jenis: Jenis
    label: str
    target: IsiNilai | None
    realisasi: Decimal | None = None
    status: Status | None = None
    putus: str = ""
    sambung: bool = False

    @property
    def berpredikat(self) -> bool:
        """Whether the target is a grade alone, which has no place on the scale."""
        return self.target is not None and self.target.nilai is None and not self.target.rentang

    @property
    def tanpa_predikat(self) -> "Titik":
        """Return the slot as far as it can be drawn."""
        return replace(self, target=None) if self.berpredikat else self

    @property
    def angka(self) -> tuple[Decimal, ...]:
        """Every number that the scale has to hold."""
        numbers = [self.realisasi, self.target.nilai if self.target else None]
        numbers += list(self.target.rentang or ()) if self.target else []
        return tuple(number for number in numbers if number is not None)


def titik_waktu(indikator: Indikator, pengukuran: Sequence[Measurement]) -> tuple[Titik, ...]:
    """Return the slots of an indicator; empty when it has no number to draw."""
    definisi = indikator.definisi
    # Another unit is another scale.
    drawn = [
        satu for satu in pengukuran if same_satuan(indikator.satuan(satu.tahun), definisi.satuan)
    ]
    accumulates = definisi.akumulasi is Akumulasi.KUMULATIF
    breaks = series_breaks(indikator)
    before = [0, *(satu.tahun for satu in drawn)]
    slots = [_tahun(satu, lalu, breaks) for satu, lalu in zip(drawn, before, strict=False)]
    # Before years of an older decree it would tell of a change that never happened.
    is_first = not drawn or indikator.berlaku(drawn[0].tahun) is indikator.terbaru
    if definisi.kondisi_awal and is_first:
        putus = slots[0].putus if slots else ""
        slots[:1] = [replace(slot, putus="") for slot in slots[:1]]
        slots.insert(0, Titik(Jenis.AWAL, "awal", definisi.kondisi_awal, putus=putus))
    if definisi.target_akhir and not accumulates:  # a sum of years, not one of them
        slots.append(Titik(Jenis.AKHIR, "akhir", definisi.target_akhir))
    return tuple(slots) if any(slot.angka for slot in slots) else ()


def _tahun(satu: Measurement, lalu: int, breaks: Sequence[Break]) -> Titik:
    """Return the slot of a year; ``lalu`` is the year drawn before it."""
    between = [putus for putus in breaks if lalu < putus.tahun <= satu.tahun]
    differs = {
        "satuan": any(putus.satuan for putus in between),
        "rumus": any(putus.rumus for putus in between),
    }
    words = " dan ".join(what for what, other in differs.items() if other)
    return Titik(
        Jenis.TAHUN,
        str(satu.tahun),
        satu.target,
        satu.realisasi.nilai if satu.realisasi else None,
        satu.status,
        words,
        sambung=not between and lalu == satu.tahun - 1,
    )


def runtun(
    slots: Sequence[Titik], value: Callable[[Titik], _T | None]
) -> list[list[tuple[int, _T]]]:
    """Return the values of ``slots`` with their places, those that nothing parts in one list."""
    runs: list[list[tuple[int, _T]]] = []
    for index, slot in enumerate(slots):
        found = value(slot)
        if found is None:
            continue
        if slot.sambung and runs and runs[-1][-1][0] == index - 1:
            runs[-1].append((index, found))
        else:
            runs.append([(index, found)])
    return runs
