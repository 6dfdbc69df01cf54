"""What a chart over time shows: one slot per year, before them the start, after them the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from iku_terbuka.capaian import (
    Break,
    Measurement,
    Status,
    YearParts,
    same_satuan,
    series_breaks,
)
from iku_terbuka.model import Indikator
from iku_terbuka.model.definisi import Akumulasi
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import number_text, short_part_name, value_text, years_text
from iku_terbuka.wording.notation import with_satuan

_T = TypeVar("_T")


class SlotKind(StrEnum):
    START = "awal"
    YEAR = "tahun"
    END = "akhir"
    PART = "bagian"  # of a year


@dataclass(frozen=True)
class Slot:
    """One slot on the time axis. ``status`` is ``None`` for the start and the end.

    ``difference`` names what differs from the decree of the slot before, so that nothing joins the
    two; of the first slot, why no earlier year is there. ``joined`` says whether a line may lead
    here: not where a series breaks, and not over years that are missing. ``first`` is the target
    that was promised before it was changed. From a slot that is ``moved`` another instansi tells.
    ``tahun`` is the year of a slot of that kind.
    """

    kind: SlotKind
    label: str
    target: IsiNilai | None
    realisasi: Decimal | None = None
    status: Status | None = None
    difference: str = ""
    joined: bool = False
    first: Decimal | None = None
    moved: bool = False
    tahun: int | None = None

    @property
    def goal(self) -> IsiNilai | None:
        """The target, except where the plan started, which is no promise."""
        return None if self.kind is SlotKind.START else self.target

    @property
    def graded(self) -> bool:
        """Whether the target is a predikat or a date, which has no place on the scale."""
        return self.target is not None and self.target.nilai is None and not self.target.rentang

    @property
    def drawable(self) -> "Slot":
        """The slot as far as it can be drawn."""
        return replace(self, target=None) if self.graded else self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Every number that the scale has to hold."""
        numbers = [self.realisasi, self.target.nilai if self.target else None, self.first]
        numbers += list(self.target.rentang or ()) if self.target else []
        return tuple(number for number in numbers if number is not None)


def time_slots(indikator: Indikator, measurements: Sequence[Measurement]) -> tuple[Slot, ...]:
    """Return the slots of an indicator; empty when it has no number to draw."""
    definisi = indikator.definisi
    # Another unit is another scale.
    drawn = [
        year for year in measurements if same_satuan(indikator.satuan(year.tahun), definisi.satuan)
    ]
    accumulates = definisi.akumulasi is Akumulasi.KUMULATIF
    breaks = series_breaks(indikator)
    before = [0, *(year.tahun for year in drawn)]
    slots = [
        _year(year, last, breaks, definisi.satuan)
        for year, last in zip(drawn, before, strict=False)
    ]
    owners = [indikator.read_from.get(year.tahun) for year in drawn]
    slots = [
        replace(slot, moved=True) if number and owners[number - 1] != owners[number] else slot
        for number, slot in enumerate(slots)
    ]
    # Before years of an older decree it would tell of a change that never happened.
    is_first = not drawn or indikator.berlaku(drawn[0].tahun) is indikator.terbaru
    if definisi.kondisi_awal and is_first:
        difference = slots[0].difference if slots else ""
        slots[:1] = [replace(slot, difference="") for slot in slots[:1]]
        start = Slot(SlotKind.START, "awal", definisi.kondisi_awal, difference=difference)
        slots.insert(0, start)
    if definisi.target_akhir and not accumulates:  # a sum of years, not one of them
        slots.append(Slot(SlotKind.END, "akhir", definisi.target_akhir))
    return tuple(slots) if any(slot.numbers for slot in slots) else ()


def _year(measurement: Measurement, last: int, breaks: Sequence[Break], satuan: str | None) -> Slot:
    """Return the slot of a year; ``last`` is the year drawn before it."""
    tahun = measurement.tahun
    between = [found for found in breaks if last < found.tahun <= tahun]
    differs = {
        "satuan": any(found.satuan for found in between),
        "rumus": any(found.rumus for found in between),
    }
    return Slot(
        kind=SlotKind.YEAR,
        label=str(tahun),
        tahun=tahun,
        target=measurement.target,
        realisasi=measurement.realisasi.nilai if measurement.realisasi else None,
        status=measurement.status,
        difference=" dan ".join(what for what, other in differs.items() if other),
        joined=not between and last == tahun - 1,
        first=_first_target(measurement, satuan),
    )


def _first_target(measurement: Measurement, satuan: str | None) -> Decimal | None:
    """Return what was promised first for a year, where it is a number in the unit drawn."""
    if not measurement.semula or not same_satuan(measurement.semula[0].satuan, satuan):
        return None
    return measurement.semula[0].target.nilai


def part_slots(parts: YearParts) -> tuple[Slot, ...]:
    """Return the slots of a year's parts, all that it has; a grade has no place on the scale."""
    given = {part.nomor: part for part in parts.parts}
    slots = []
    for nomor in range(1, parts.jenis.banyak + 1):
        part = given.get(nomor)
        slot = Slot(
            kind=SlotKind.PART,
            label=short_part_name(parts.jenis, nomor),
            target=part.target if part else None,
            realisasi=part.realisasi.nilai if part and part.realisasi else None,
            joined=nomor > 1,
        )
        slots.append(slot.drawable)
    return tuple(slots)


def joined_runs(
    slots: Sequence[Slot], value: Callable[[Slot], _T | None]
) -> list[list[tuple[int, _T]]]:
    """Return the values of ``slots`` with their places, those that a line may join in one list."""
    runs: list[list[tuple[int, _T]]] = []
    for index, slot in enumerate(slots):
        found = value(slot)
        if found is None:
            continue
        if slot.joined and runs and runs[-1][-1][0] == index - 1:
            runs[-1].append((index, found))
        else:
            runs.append([(index, found)])
    return runs


def missing_years(slots: Sequence[Slot]) -> tuple[int, ...]:
    """Return the years whose result is still missing."""
    return tuple(
        slot.tahun for slot in slots if slot.tahun and slot.status is Status.BELUM_DILAPORKAN
    )


def describe(slots: Sequence[Slot], satuan: str | None) -> str:
    """Say what a chart shows to those who do not see it: every value, and what is missing.

    ``satuan`` follows each number.
    """
    parts = [
        f"Kondisi awal {value_text(slot.target, satuan)}."
        for slot in slots
        if slot.target and slot.kind is SlotKind.START
    ]
    targets = [(slot.label, value_text(slot.goal, satuan)) for slot in slots if slot.goal]
    first = [
        (slot.label, with_satuan(number_text(slot.first), satuan))
        for slot in slots
        if slot.first is not None
    ]
    results = [
        (slot.label, with_satuan(number_text(slot.realisasi), satuan))
        for slot in slots
        if slot.realisasi is not None
    ]
    for what, values in (("Target semula", first), ("Target", targets), ("Realisasi", results)):
        if values:
            parts.append(f"{what}: {'; '.join(f'{label} {words}' for label, words in values)}.")
    missing = missing_years(slots)
    if missing:
        parts.append(f"Realisasi {years_text(missing)} belum dilaporkan.")
    parts += [
        f"Sejak {slot.label} {slot.difference} berbeda." for slot in slots[1:] if slot.difference
    ]
    parts += [f"Sejak {slot.label} dari instansi penerus." for slot in slots if slot.moved]
    return " ".join(parts)


def notes(slots: Sequence[Slot], start: str) -> tuple[str, ...]:
    """Say what must be known to read a chart; ``start`` is where an axis without zero begins."""
    found = []
    if start:
        found.append(
            f"Sumbu tegak tidak mulai dari nol, tetapi dari {start}; tepi bawahnya bergerigi."
        )
    found += [
        f"Garis diputus sebelum {slot.label} karena {slot.difference} di keputusannya berbeda; "
        "lihat “Cara menghitung”."
        for slot in slots[1:]
        if slot.difference
    ]
    found += [
        f"Angka sejak {slot.label} dari instansi yang melanjutkan indikator ini."
        for slot in slots
        if slot.moved
    ]
    if missing_years(slots):
        found.append("Lingkaran putus-putus: tahun tanpa laporan, bukan nilai nol.")
    goals = [slot for slot in slots if slot.goal]
    graded = [slot for slot in goals if slot.graded]
    if graded:
        years = [slot.tahun for slot in graded if slot.tahun]
        which = f" {years_text(years)}" if years else " akhir periode"
        dates = [bool(slot.goal and slot.goal.tanggal) for slot in graded]
        kinds = "tanggal" if all(dates) else "predikat atau tanggal" if any(dates) else "predikat"
        found.append(
            f"Target{which if len(graded) < len(goals) else ''} berupa {kinds}; lihat tabel."
        )
    return tuple(found)
