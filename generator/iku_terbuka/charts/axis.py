"""The vertical axis of a chart: where it starts and ends, its ticks, whether it leaves zero out.

A scale from zero shows differences in their true proportion. It is left only where that would hide
them: then the axis is broken, and the picture has to say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

# Below this share of the largest number, differences would be lost on a scale from zero.
_SMALLEST_SHARE = Decimal(1) / 8
_MAX_INTERVALS = 4
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@dataclass(frozen=True)
class Axis:
    """``low`` and ``high`` are the first and the last of ``ticks``; without zero it is broken."""

    ticks: tuple[Decimal, ...]

    @property
    def low(self) -> Decimal:
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        return self.ticks[-1]

    @property
    def broken(self) -> bool:
        return self.low > 0

    def share(self, number: Decimal) -> float:
        """Return where ``number`` lies: 0 at the lower end, 1 at the upper."""
        return float((number - self.low) / (self.high - self.low))


def vertical_axis(numbers: Sequence[Decimal], *, from_zero: bool = False) -> Axis:
    """Return an axis of round ticks that holds ``numbers``.

    It starts at zero with ``from_zero``, with negative numbers, and where the numbers differ
    enough to be told apart on it.
    """
    low, high = min(numbers), max(numbers)
    from_zero = from_zero or low <= 0 or low == high or high - low >= high * _SMALLEST_SHARE
    if from_zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return Axis((Decimal(0), Decimal(1)))
    whole = all(number == number.to_integral_value() for number in numbers)
    return Axis(_ticks(low, high, whole=whole))


def _ticks(low: Decimal, high: Decimal, *, whole: bool) -> tuple[Decimal, ...]:
    """Return the round numbers, evenly apart, that reach least beyond ``low`` and ``high``.

    Zero is one of them where it lies between, because every step starts from there.
    """
    power = (high - low).adjusted()
    sizes = (step.scaleb(power + shift) for shift in (-1, 0, 1) for step in _STEPS)
    # Where all is counted whole, so are the ticks.
    steps = [size for size in sizes if not whole or size == size.to_integral_value()]
    spans = [
        (
            (low / step).to_integral_value(ROUND_FLOOR),
            (high / step).to_integral_value(ROUND_CEILING),
        )
        for step in steps
    ]
    few = [
        (step, first, last)
        for step, (first, last) in zip(steps, spans, strict=True)
        if last - first <= _MAX_INTERVALS
    ]
    step, first, last = min(few, key=_roundness)
    return tuple(step * count for count in range(int(first), int(last) + 1))


def _roundness(found: tuple[Decimal, Decimal, Decimal]) -> tuple[bool, Decimal, int, Decimal]:
    """Return what makes ticks better, the best smallest: one between, a short axis, few digits."""
    step, first, last = found
    return last - first < 2, step * (last - first), len(step.as_tuple().digits), step
