"""Where the years of an indicator stop being one series: another unit, or another formula.

Only what two decrees both print can differ; where one is silent nothing is known of a change.
Whether other words mean another formula no program can tell. So words that differ count, and all
that is claimed of them is that: they are written differently.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iku_terbuka.formula import in_words, parse_rumus, rumus_source
from iku_terbuka.model import Indikator
from iku_terbuka.model.definisi import IsiFormula
from iku_terbuka.model.satuan import in_percent

# One arithmetic, written with other signs or in words.
_OTHER_SPELLINGS = {
    **dict.fromkeys(("×", "·", "x", "kali", "dikali", "dikalikan"), "*"),
    **dict.fromkeys(("÷", ":", "dibagi"), "/"),
    **dict.fromkeys(("−", "–", "dikurangi"), "-"),
    **dict.fromkeys(("ditambah",), "+"),
    "persen": "%",
}
_WORD_OR_SIGN = re.compile(r"\d+(?:[.,]\d+)*|\w+|[-+*/×·÷:−–%]")


@dataclass(frozen=True)
class Break:
    """``tahun`` is the first year that is no part of the series before it, and why."""

    tahun: int
    satuan: bool
    rumus: bool


def series_breaks(indikator: Indikator) -> tuple[Break, ...]:
    """Return where the decree of a year has another unit or another formula than the one before."""
    return tuple(_breaks(indikator))


def same_satuan(satuan: str | None, other: str | None) -> bool:
    """Tell whether two units are one, however they are spelt."""
    return _satuan_key(satuan) == _satuan_key(other)


def same_rumus(formula: IsiFormula | None, other: IsiFormula | None) -> bool:
    """Tell whether two formulas are written alike; of one that is not printed nothing is known."""
    if formula is None or other is None:
        return True
    if formula.rumus is None or other.rumus is None:
        return _written_words(formula.teks) == _written_words(other.teks)
    first, second = parse_rumus(formula.rumus), parse_rumus(other.rumus)
    if rumus_source(first) == rumus_source(second):
        return True  # the editor gave the same names to the same things
    words = in_words(first, formula.variabel, percent=False)
    return words.casefold() == in_words(second, other.variabel, percent=False).casefold()


def _breaks(indikator: Indikator) -> Iterator[Break]:
    before, formula = None, None
    for tahun in indikator.tahun:
        penetapan = indikator.berlaku(tahun)
        if penetapan is None:
            continue
        if before is not None and penetapan is not before:
            unit = not same_satuan(before.definisi.satuan, penetapan.definisi.satuan)
            other = not same_rumus(formula, penetapan.definisi.formula)
            if unit or other:
                yield Break(indikator.year(tahun), unit, other)
        before, formula = penetapan, penetapan.definisi.formula or formula


def _satuan_key(satuan: str | None) -> str:
    return "persen" if in_percent(satuan) else " ".join((satuan or "").casefold().split())


def _written_words(text: str) -> list[str]:
    """Return the words and signs of a formula in one spelling, without brackets.

    (a / b) × 100 is a / b × 100; in a decree brackets are layout as often as arithmetic.
    """
    parts = _WORD_OR_SIGN.findall(text.casefold())
    return [_OTHER_SPELLINGS.get(part, part) for part in parts]
