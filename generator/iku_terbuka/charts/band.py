"""Targets that are ranges: a band filled between their ends, across the years that have one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.charts.canvas import Canvas, Ink, Point
from iku_terbuka.charts.slots import Slot, joined_runs


@dataclass(frozen=True)
class Band:
    """The lower and the upper edge, from left to right."""

    lower: tuple[Point, ...]
    upper: tuple[Point, ...]

    def draw(self, canvas: Canvas, width: float, dash: tuple[float, float]) -> None:
        canvas.area([*self.lower, *reversed(self.upper)])
        for edge in (self.lower, self.upper):
            canvas.line(edge, Ink.TARGET, width, dash)


def range_bands(
    slots: Sequence[Slot],
    x: Callable[[int], float],
    y: Callable[[Decimal], float],
    half: float,
) -> list[Band]:
    """Return a band for each run of years that follow each other; ``x`` places a slot.

    It reaches ``half`` px beyond the first and the last of them, so that one year is a band too.
    """
    return [
        Band(
            *(
                _edge([(x(index), y(limits[side])) for index, limits in run], half)
                for side in (0, 1)
            )
        )
        for run in joined_runs(slots, _limits)
    ]


def _limits(slot: Slot) -> tuple[Decimal, Decimal] | None:
    return slot.goal.rentang if slot.goal else None


def _edge(points: Sequence[Point], half: float) -> tuple[Point, ...]:
    (first, start), (last, end) = points[0], points[-1]
    return ((first - half, start), *points, (last + half, end))
