"""The comparisons that an LKjIP must make (PermenPANRB 53/2014, annex, Bab III.A).

This year against last year and earlier years, against the end of the period, against a national
standard. Whether a value rose is kept apart from whether a target was reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext

from iku_terbuka.capaian.aturan import ATURAN, HUNDRED
from iku_terbuka.capaian.measurement import Measurement, compare_predikat
from iku_terbuka.capaian.series import series_breaks
from iku_terbuka.capaian.status import WIDE, Status
from iku_terbuka.model import Arah, Indikator, Penetapan
from iku_terbuka.model.definisi import Akumulasi, DefinisiIndikator
from iku_terbuka.model.hasil import Pembanding
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Skala

ZERO = Decimal(0)
# A change smaller than this part of the earlier value is called none: one in a thousand. A share
# holds in any unit. It is small on purpose: statistics that call 3 % no change (those of the United
# Kingdom on sustainable development) look over many years, and one year moves an index by less.
TREND_THRESHOLD = Decimal("0.001")


def movement(before: Decimal, after: Decimal) -> int:
    """Return 1, −1 or 0: a value rose, fell, or stayed within ``AMBANG_TREN`` of what it was.

    From zero every change is one.
    """
    with localcontext(WIDE):
        if abs(after - before) < abs(before) * TREND_THRESHOLD:
            return 0
    return (after > before) - (after < before)


@dataclass(frozen=True)
class Trend:
    """A value against an earlier year, both as shown, so that a reader can subtract them.

    ``improved`` is ``None`` without a direction or a change; ``alike`` says that the two may be
    roundings of one number, so that nothing is known of a change.
    """

    tahun: int
    before: Decimal
    after: Decimal
    improved: bool | None
    alike: bool = False

    @property
    def change(self) -> Decimal:
        return self.after - self.before

    @property
    def movement(self) -> int:
        return movement(self.before, self.after)


@dataclass(frozen=True)
class AgainstPoint:
    """A result against a fixed point: the end of the period, a national standard.

    ``nilai`` is what was compared, as shown: the year's value, or the sum of the years
    ``summed_years`` where they accumulate; ``exact`` the same before rounding. Without a
    number, ``predikat`` is compared: ``status`` says how, ``None`` where the fixed point is a
    number or a range.
    """

    point: IsiNilai
    nilai: Decimal | None
    exact: Decimal | None
    arah: Arah | None
    predikat: str | None = None
    status: Status | None = None
    summed_years: tuple[int, ...] = ()

    @property
    def side(self) -> int | None:
        """Return −1, 0 or 1: below, at (or within) or above the fixed point, if it is a number."""
        limits = self._limits
        return None if self.exact is None or limits is None else _side(self.exact, *limits)

    @property
    def distance(self) -> Decimal | None:
        """Return how far the result is from the fixed point, or the nearer limit; never below 0.

        It is that of the numbers on the page, unless these hide on which side the result is.
        """
        limits, side = self._limits, self.side
        if self.nilai is None or self.exact is None or limits is None or side is None:
            return None
        value = self.nilai if _side(self.nilai, *limits) == side else self.exact
        with localcontext(WIDE):
            return abs(value - limits[side > 0]) if side else ZERO

    @property
    def _limits(self) -> tuple[Decimal, Decimal] | None:
        if self.point.rentang:
            return self.point.rentang
        return None if self.point.nilai is None else (self.point.nilai, self.point.nilai)


@dataclass(frozen=True)
class AgainstEnd:
    """A result against the end of the period, and how far the way is that has been gone.

    ``start`` is where the way began: kondisi awal, or zero where years accumulate. ``elapsed`` is
    the share of the period that is over when the year ends, in percent; ``None`` without a period.
    """

    comparison: AgainstPoint
    start: Decimal | None
    elapsed: Decimal | None

    @property
    def arah(self) -> Arah | None:
        """Which way is better: the indicator's own, else the way from ``start`` to the target."""
        if self.comparison.arah in {Arah.NAIK, Arah.TURUN}:
            return self.comparison.arah
        goal = self.comparison.point.nilai
        if self.start is None or goal is None or goal == self.start:
            return None
        return Arah.NAIK if goal > self.start else Arah.TURUN

    @property
    def beyond(self) -> bool:
        """Whether the result is better than the target of the end."""
        if self.arah is None:
            return False
        return self.comparison.side == (1 if self.arah is Arah.NAIK else -1)

    @property
    def progress(self) -> Decimal | None:
        """Return the share of the way from ``start`` to the target, in percent.

        Negative where the result moved away. ``None`` where there is no way: no start, a target
        that is no number, equals the start, or lies on its worse side.
        """
        goal, value = self.comparison.point.nilai, self.comparison.exact
        if self.start is None or goal is None or value is None or goal == self.start:
            return None
        if self.arah is not (Arah.NAIK if goal > self.start else Arah.TURUN):
            return None
        with localcontext(WIDE):
            return (value - self.start) / (goal - self.start) * HUNDRED


@dataclass(frozen=True)
class Comparison:
    """All comparisons of one year; each is ``None`` or empty where there is nothing to compare."""

    previous: Trend | None
    earlier: tuple[Trend, ...]
    target_akhir: AgainstEnd | None
    standar_nasional: AgainstPoint | None


def compare_elsewhere(
    indikator: Indikator, measured: Measurement, skala: Skala | None = None
) -> tuple[tuple[Pembanding, AgainstPoint | None], ...]:
    """Compare a result with those of the same year elsewhere; ``None`` where it has no number."""
    penetapan, hasil = indikator.berlaku(measured.tahun), indikator.hasil.get(measured.tahun)
    others = hasil.pembanding if hasil else ()
    if penetapan is None or measured.realisasi is None:
        return tuple((other, None) for other in others)
    definisi = penetapan.definisi
    return tuple(
        (other, _against_point(definisi, other.nilai, [measured], skala)) for other in others
    )


def compare(
    indikator: Indikator,
    tahun: int,
    measurements: Mapping[int, Measurement],
    skala: Skala | None = None,
) -> Comparison | None:
    """Compare the result of ``tahun``; ``None`` when there is nothing to compare it with.

    ``skala`` is the scale of its grades. A result without a number is compared with grades alone.
    """
    penetapan, measured = indikator.berlaku(tahun), measurements.get(tahun)
    if penetapan is None or measured is None or measured.realisasi is None:
        return None
    definisi = penetapan.definisi
    standard = _against_point(definisi, definisi.standar_nasional, [measured], skala)
    if _number(measured) is None:
        at_end = _against_point(definisi, definisi.target_akhir, [measured], skala)
        graded = [found if found and found.status else None for found in (at_end, standard)]
        if graded == [None, None]:
            return None
        end = AgainstEnd(graded[0], None, _elapsed(penetapan, tahun)) if graded[0] else None
        return Comparison(None, (), end, graded[1])
    # Nothing is compared with years before a break of the series.
    since = max((gap.tahun for gap in series_breaks(indikator) if gap.tahun <= tahun), default=0)
    earlier = [
        _trend(definisi.arah, other, measured)
        for year, other in sorted(measurements.items(), reverse=True)
        if since <= year < tahun and _number(other) is not None
    ]
    last = earlier[0] if earlier and earlier[0].tahun == tahun - 1 else None
    return Comparison(
        last,
        tuple(earlier[1:] if last else earlier),
        _against_end(indikator, penetapan, tahun, measurements, skala),
        standard,
    )


def _against_end(
    indikator: Indikator,
    penetapan: Penetapan,
    tahun: int,
    measurements: Mapping[int, Measurement],
    skala: Skala | None,
) -> AgainstEnd | None:
    definisi = penetapan.definisi
    adds_up = definisi.akumulasi is Akumulasi.KUMULATIF
    years = _reported_years(indikator, tahun, measurements) if adds_up else (tahun,)
    end = _against_point(
        definisi, definisi.target_akhir, [measurements[year] for year in years], skala
    )
    if end is None:
        return None
    start = definisi.kondisi_awal.nilai if definisi.kondisi_awal else None
    if adds_up:  # a sum begins at nothing, whatever the year before the plan brought
        end, start = replace(end, summed_years=years), ZERO
    return AgainstEnd(end, start, _elapsed(penetapan, tahun))


def _elapsed(penetapan: Penetapan, tahun: int) -> Decimal | None:
    """Return the share of the period that is over at the end of ``tahun``, in percent."""
    periode = penetapan.iku.periode
    if periode is None or tahun < periode.awal:
        return None
    passed = min(tahun, periode.akhir) - periode.awal + 1
    return Decimal(passed * 100) / len(periode.tahun)


def alike_when_rounded(measured: Measurement, other: Measurement) -> bool:
    """Tell whether different figures are alike when rounded to the coarser of their decimals.

    66,67 and 66,7 may both be two thirds. A computed value that needed no rounding is exact.
    """
    first, second = _number(measured), _number(other)
    places = [found for each in (measured, other) if (found := _decimals(each)) is not None]
    if first is None or second is None or first == second or not places or min(places) == 0:
        return False  # a number without decimals is a count, or was typed short
    step = Decimal(1).scaleb(-min(places))
    return first.quantize(step, ROUND_HALF_UP, WIDE) == second.quantize(step, ROUND_HALF_UP, WIDE)


def _decimals(measured: Measurement) -> int | None:
    value = _number(measured)
    if value is None or measured.computed == value:
        return None
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None


def _trend(arah: Arah | None, before: Measurement, now: Measurement) -> Trend:
    then, current = _number(before) or ZERO, _number(now) or ZERO
    alike = alike_when_rounded(before, now)
    better = None if alike else _improved(arah, movement(then, current))
    return Trend(before.tahun, then, current, better, alike)


def _side(value: Decimal, bawah: Decimal, atas: Decimal) -> int:
    return (value > atas) - (value < bawah)


def _number(measured: Measurement | None) -> Decimal | None:
    return measured.realisasi.nilai if measured and measured.realisasi else None


def _improved(arah: Arah | None, moved: int) -> bool | None:
    if moved == 0 or arah not in {Arah.NAIK, Arah.TURUN}:
        return None
    return (moved > 0) is (arah is Arah.NAIK)


def _reported_years(
    indikator: Indikator, tahun: int, measurements: Mapping[int, Measurement]
) -> tuple[int, ...]:
    """Return the reported years of the same decree up to ``tahun``."""
    decree = indikator.berlaku(tahun)
    return tuple(
        year
        for year in sorted(measurements)
        if year <= tahun
        and indikator.berlaku(year) is decree
        and _number(measurements[year]) is not None
    )


def _against_point(
    definisi: DefinisiIndikator,
    point: IsiNilai | None,
    measurements: Sequence[Measurement],
    skala: Skala | None,
) -> AgainstPoint | None:
    """Compare one year, or the sum of those that accumulate, with ``acuan``."""
    if point is None:
        return None
    shown = exact = None
    if all(_number(measured) is not None for measured in measurements):
        with localcontext(WIDE):
            shown = sum((_number(measured) or ZERO for measured in measurements), ZERO)
            exact = sum((measured.exact or ZERO for measured in measurements), ZERO)
    grade = measurements[0].predikat if len(measurements) == 1 else None
    arah = definisi.arah
    if arah is None and definisi.rumus_capaian:
        arah = ATURAN[definisi.rumus_capaian].arah
    status = None
    if point.predikat and grade and (shown is None or not point.has_number):
        status = compare_predikat(arah, point.predikat, grade, skala)
    return AgainstPoint(
        point, shown, exact, arah, grade if point.predikat or shown is None else None, status
    )
