"""A number that is ten, a hundred or a thousand times another one: a misplaced decimal point.

A misplaced point keeps the digits (8125 for 81.25); real results beyond a target have any digits.
So a number is doubted where its ratio to the other one, divided by the nearest power of ten, lies
in a window around 1:

- Ten times, or a tenth: 0.8 to 1.25 where both numbers have two digits, or one of them if they are
  not both counts. With fewer digits 0.9 to 1.1, for a level (percent, an index, a rate, a duration)
  always: target 80 and result 815, or 8; for an amount from 100 on if one number has two digits,
  else from 1000 on. Result 10 for target 1 of a count, or 10 for 100, is not doubted.
- A hundred times and more, up to 10^12 (rupiah for billions is 10^9): 0.5 to 2.
- Where the difference is to be expected (less under ``arah: turun``, less while the year still
  runs, targets that get better all along): 0.95 to 1.05 at ten times, 0.8 to 1.25 beyond, and
  two digits in both. A tenth while the year still runs is never doubted.

Percentages have limits, which allows more: above 200 for at most 100 has the window 0.5 to 2 from
ten times on; where all numbers of a row are above 200 the first is compared with 100; at most 1
for more than 10 is a share that was not multiplied by 100, where as a percentage it is 0.2 to 1.5
times the other number.
"""

from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.check.arah import has_level_unit, is_level
from iku_terbuka.model.angka import MAX_LENGTH
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.notation import may_be_thousands, short_number
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.source import Path

# Ratios without their power of ten.
_WIDE = (Decimal("0.5"), Decimal(2))
_NARROW = (Decimal("0.8"), Decimal("1.25"))
_NEAR = (Decimal("0.9"), Decimal("1.1"))
_TIGHT = (Decimal("0.95"), Decimal("1.05"))
_EMPTY = (Decimal(1), Decimal(0))
_SHARE = (Decimal("0.2"), Decimal("1.5"))
_FARTHEST = 12
_ROOT_OF_TEN = Decimal("3.1623")
_TIMES = {
    -6: "sepersejuta",
    -3: "seperseribu",
    -2: "seperseratus",
    -1: "sepersepuluh",
    6: "sejuta kali",
    9: "satu miliar kali",
    12: "satu triliun kali",
}


@dataclass(frozen=True)
class NamedNumber:
    """A number of an indicator: what it is called, where it stands, and what it is."""

    name: str
    path: Path
    nilai: Decimal


USUAL_PERCENT = NamedNumber("nilai persen yang lazim", (), Decimal(100))


@dataclass(frozen=True)
class Shift:
    """A number that is another one times ten to the power of ``power``, more or less."""

    number: NamedNumber
    reference: NamedNumber
    power: int

    @property
    def sentence(self) -> str:
        """Both numbers side by side."""
        times = _TIMES.get(self.power)
        if times is None:
            power = 10 ** abs(self.power)
            times = f"{power} kali" if self.power > 0 else f"1/{power}"
        return (
            f"{self.number.name} ({_as_typed(self.number.nilai)}) kira-kira {times} "
            f"{self.reference.name} ({_as_typed(self.reference.nilai)})."
        )

    @property
    def proposal(self) -> str:
        """What may have been meant: the point where the other number has it."""
        return _moved(self.number.nilai, -self.power)

    @property
    def reference_proposal(self) -> str:
        """What may have been meant by the other number, where that one is wrong."""
        return _moved(self.reference.nilai, self.power)


def far_apart(value: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers above 0 are at least three times apart."""
    return not other < 3 * value < 9 * other


def power_of_ten(
    value: Decimal, reference: Decimal, definisi: DefinisiIndikator, expected: bool
) -> int | None:
    """Return the power of ten by which ``value`` seems to be off ``reference``, if any.

    ``expected`` says that a difference of that kind is no surprise. Of amounts, ``12.500`` beside
    12734 is a thousands dot and asked about as such.
    """
    if value <= 0 or reference <= 0 or not far_apart(value, reference):
        return None
    ratio = value / reference
    power = ratio.adjusted()
    rest = ratio.scaleb(-power)
    if rest > _ROOT_OF_TEN:
        power, rest = power + 1, rest / 10
    if not 1 <= abs(power) <= _FARTHEST:
        return None
    if abs(power) == 3 and may_be_thousands(min(value, reference)) and not is_level(definisi):
        return None
    if in_percent(definisi.satuan) and reference <= 100 and value > 200:
        window = _WIDE
    elif in_percent(definisi.satuan) and value <= 1 and reference > 10:
        power, rest = -2, ratio * 100
        window = _NARROW if expected else _SHARE
    elif expected:
        if min(_significant_digits(value), _significant_digits(reference)) < 2:
            return None
        window = _TIGHT if abs(power) == 1 else _NARROW
    elif abs(power) == 1:
        window = _window_at_ten(value, reference, definisi)
    else:
        window = _WIDE
    return power if window[0] <= rest <= window[1] else None


def _window_at_ten(
    value: Decimal, reference: Decimal, definisi: DefinisiIndikator
) -> tuple[Decimal, Decimal]:
    """Return the window for numbers ten times apart: the wider, the more their digits tell."""
    digits = (_significant_digits(value), _significant_digits(reference))
    counts = _is_whole(value) and _is_whole(reference)
    if (min(digits) if counts else max(digits)) >= 2:
        return _NARROW
    if has_level_unit(definisi) or max(value, reference) >= (100 if max(digits) >= 2 else 1000):
        return _NEAR
    return _EMPTY


def _moved(value: Decimal, places: int) -> str:
    """Return a number with its point moved, without decimals of nothing but zeros."""
    moved = value.scaleb(places)
    return f"{moved.normalize() if _is_whole(value) else moved:f}"


def _as_typed(value: Decimal) -> str:
    """Return a number as typed; a computed one may be longer than anybody types."""
    text = f"{value:f}"
    return text if len(text) <= MAX_LENGTH else short_number(value)


def _is_whole(value: Decimal) -> bool:
    """Tell whether a number was typed without decimals, as counts are."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


def _significant_digits(value: Decimal) -> int:
    """Count the digits that tell something: in 1200 two, in 8.10 three."""
    return len((value.normalize() if _is_whole(value) else value).as_tuple().digits)
