"""How far a year has come by its quarters, months or halves.

A part never makes a verdict on the year: what it gives is a figure to date, and the target to date
where the parts have targets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian.status import WIDE, for_readers
from iku_terbuka.model import Indikator
from iku_terbuka.model.bagian_tahun import Cara, IsiHasilBagian, PembagianTahun
from iku_terbuka.model.nilai import IsiNilai


@dataclass(frozen=True)
class YearPart:
    """A part of a year, numbered from 1, that has a target or a result."""

    nomor: int
    target: IsiNilai | None
    hasil: IsiHasilBagian | None

    @property
    def realisasi(self) -> IsiNilai | None:
        return self.hasil.realisasi if self.hasil else None


@dataclass(frozen=True)
class ToDate:
    """What the parts up to number ``nomor`` give together, and what was promised for them.

    ``exact`` is the number before rounding, ``complete`` says that the whole year is in it.
    """

    jenis: PembagianTahun
    nomor: int
    cara: Cara
    realisasi: IsiNilai
    target: IsiNilai | None
    exact: Decimal | None
    complete: bool


@dataclass(frozen=True)
class YearParts:
    """The parts of one year of one kind, in order; ``cara`` is how they make the year."""

    jenis: PembagianTahun
    cara: Cara | None
    parts: tuple[YearPart, ...]

    @property
    def reported(self) -> tuple[YearPart, ...]:
        return tuple(part for part in self.parts if part.realisasi)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the parts before the last reported one that have no result."""
        there = [part.nomor for part in self.reported]
        return tuple(sorted(set(range(1, there[-1])) - set(there))) if there else ()

    @property
    def to_date(self) -> ToDate | None:
        """Return the figure to date.

        ``None`` without results or ``cara``, for grades that cannot be added, and for a sum with a
        part missing: missing is not zero.
        """
        reported = self.reported
        if not reported or self.cara is None or (self.cara is Cara.JUMLAH and self.missing):
            return None
        exact, realisasi = _together(self.cara, [part.realisasi for part in reported])
        if realisasi is None:
            return None
        # Set beside it are the targets of the same parts.
        _, target = _together(self.cara, [part.target for part in reported])
        last, whole = reported[-1].nomor, self.jenis.banyak
        complete = last == whole and (self.cara is not Cara.RATA or len(reported) == whole)
        return ToDate(self.jenis, last, self.cara, realisasi, target, exact, complete)

    @property
    def target_of_year(self) -> Decimal | None:
        """Return what the targets of the parts give for the year, where all are there."""
        last = self.parts[-1]
        if self.cara is None or last.nomor != self.jenis.banyak:
            return None
        if self.cara in {Cara.JUMLAH, Cara.RATA} and len(self.parts) < self.jenis.banyak:
            return None
        return _together(self.cara, [part.target for part in self.parts])[0]


def year_parts(
    indikator: Indikator, tahun: int, acuan: date | None = None
) -> tuple[YearParts, ...]:
    """Return the parts of a year, of each kind that has a target or a result.

    Their targets are those of the agreement that counts on ``acuan``, where it divides the year,
    else those of the decree.
    """
    penetapan, hasil = indikator.berlaku(tahun), indikator.hasil.get(tahun)
    if penetapan is None:
        return ()
    target, agreed = penetapan.definisi.target.get(tahun), indikator.target_pk(tahun, acuan)
    if agreed and (agreed.bagian or agreed.cara):
        target = agreed
    goals, results = target.bagian if target else {}, hasil.bagian if hasil else {}
    cara = (target.cara if target else None) or penetapan.definisi.cara
    found = []
    for jenis in PembagianTahun:
        goal, result = goals.get(jenis, {}), results.get(jenis, {})
        parts = tuple(
            YearPart(nomor, goal.get(nomor), result.get(nomor))
            for nomor in sorted({*goal, *result})
        )
        if parts:
            found.append(YearParts(jenis, cara, parts))
    return tuple(found)


def figure_to_date(indikator: Indikator, tahun: int, acuan: date | None = None) -> ToDate | None:
    """Return how far a year has come by its parts, where they say so."""
    found = (parts.to_date for parts in year_parts(indikator, tahun, acuan))
    return next((to_date for to_date in found if to_date), None)


def _together(
    cara: Cara, values: Sequence[IsiNilai | None]
) -> tuple[Decimal | None, IsiNilai | None]:
    """Return what values give together: the exact number, and the value for readers."""
    if cara in {Cara.KUMULATIF, Cara.POSISI}:
        last = values[-1]
        return last.nilai if last else None, last
    numbers = [value.nilai for value in values if value and value.nilai is not None]
    if not numbers or len(numbers) < len(values):
        return None, None
    total = sum(numbers, Decimal(0))
    if cara is Cara.RATA:
        mean = WIDE.divide(total, Decimal(len(numbers)))
        return mean, IsiNilai.model_construct(nilai=for_readers(mean))
    return total, IsiNilai.model_construct(nilai=total)
