"""Looking a value up on a scale, and what is wrong with a scale."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

from iku_terbuka.capaian.predikat import kelas_of_predikat
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import JenisSkala, Kelas, Skala


def kelas_of_number(skala: Skala, nilai: Decimal) -> Kelas | None:
    """Return the class of ``nilai``; ``None`` outside of what the scale knows.

    A scale of words knows no numbers.
    """
    if not skala.berangka:
        return None
    if skala.terendah is not None and nilai < skala.terendah:
        return None
    if skala.tertinggi is not None and nilai > skala.tertinggi:
        return None
    rounded = _round(skala, nilai)
    return next((kelas for kelas in skala.kelas if kelas.memuat(rounded)), None)


def _round(skala: Skala, nilai: Decimal) -> Decimal:
    """Round ``nilai`` half up to the step that the scale names, if any."""
    step = skala.pembulatan
    if step is None or step <= 0:
        return nilai
    with localcontext(WIDE):
        return (nilai / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def kelas_of_value(skala: Skala, value: IsiNilai) -> Kelas | None:
    """Return the class of a value: of its number where the scale has limits, else of its grade."""
    if skala.berangka and value.nilai is not None:
        return kelas_of_number(skala, value.nilai)
    return kelas_of_predikat(skala, value.predikat) if value.predikat else None


def gaps(skala: Skala) -> Iterator[tuple[int, str]]:
    """Yield (index of a class, what is wrong) where classes overlap or leave something out.

    Words in order, without limits, leave nothing out; what lacks a limit is :func:`without_limits`.
    """
    if not skala.berangka or any(not kelas.berbatas for kelas in skala.kelas):
        return
    if skala.pembulatan is not None and skala.pembulatan <= 0:
        yield 0, "Langkah pembulatan harus lebih dari nol"
        return
    first, last = skala.kelas[0], skala.kelas[-1]
    if not _covers_start(skala, first):
        yield 0, "Kelas pertama tidak mulai dari nilai terendah yang mungkin"
    for index, kelas in enumerate(skala.kelas):
        if _is_empty(kelas):
            yield index, f"Tidak ada nilai yang masuk kelas “{kelas.predikat}”"
        elif index:
            problem = _seam(skala.kelas[index - 1], kelas, skala.pembulatan)
            if problem:
                yield index, problem
    if not _covers_end(skala, last):
        yield len(skala.kelas) - 1, "Kelas terakhir tidak sampai nilai tertinggi yang mungkin"


def without_limits(skala: Skala) -> tuple[int, ...]:
    """Return the classes without limits although the scale is one of numbers: all or none."""
    if skala.jenis is JenisSkala.NILAI and not (skala.berangka or _names_numbers(skala)):
        return ()
    return tuple(i for i, kelas in enumerate(skala.kelas) if not kelas.berbatas)


def _names_numbers(skala: Skala) -> bool:
    ends = (skala.terendah, skala.tertinggi, skala.pembulatan)
    return any(end is not None for end in ends)


def _lower_limit(kelas: Kelas) -> Decimal | None:
    return kelas.mulai if kelas.mulai is not None else kelas.di_atas


def _upper_limit(kelas: Kelas) -> Decimal | None:
    return kelas.sampai if kelas.sampai is not None else kelas.di_bawah


def _is_empty(kelas: Kelas) -> bool:
    low, high = _lower_limit(kelas), _upper_limit(kelas)
    if low is None or high is None:
        return False
    return low > high or (low == high and not kelas.memuat(low))


def _covers_start(skala: Skala, kelas: Kelas) -> bool:
    if _lower_limit(kelas) is None:
        return True
    return skala.terendah is not None and kelas.memuat(_round(skala, skala.terendah))


def _covers_end(skala: Skala, kelas: Kelas) -> bool:
    if _upper_limit(kelas) is None:
        return True
    return skala.tertinggi is not None and kelas.memuat(_round(skala, skala.tertinggi))


def _seam(lower: Kelas, upper: Kelas, step: Decimal | None) -> str | None:
    """Return what is wrong between two neighbours: every value must lie in exactly one."""
    end, start = _upper_limit(lower), _lower_limit(upper)
    if end is None or start is None:
        return f"Batas antara “{lower.predikat}” dan “{upper.predikat}” tidak disebut"
    closed, opens = lower.sampai is not None, upper.mulai is not None
    if step is None:
        overlap = start < end or (start == end and closed and opens)
        gap = start > end or (start == end and not closed and not opens)
    else:  # only multiples of the step are looked up
        apart = _first_step(start, step, opens) - _last_step(end, step, closed)
        overlap, gap = apart < 1, apart > 1
    if overlap:
        return f"Kelas “{lower.predikat}” dan “{upper.predikat}” bertumpang tindih"
    if gap:
        return f"Ada celah antara “{lower.predikat}” dan “{upper.predikat}”"
    return None


def _first_step(limit: Decimal, step: Decimal, included: bool) -> int:
    steps = Fraction(limit) / Fraction(step)
    return ceil(steps) if included else floor(steps) + 1


def _last_step(limit: Decimal, step: Decimal, included: bool) -> int:
    steps = Fraction(limit) / Fraction(step)
    return floor(steps) if included else ceil(steps) - 1
