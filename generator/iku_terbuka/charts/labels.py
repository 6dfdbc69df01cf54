"""Which words of a chart are written, and where: none over another.

What finds no place is left out: every value stands in the table beside the chart, and a script
tells it where the reader points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.charts.canvas import Canvas, Font, Ink, Point, text_width
from iku_terbuka.charts.slots import Slot
from iku_terbuka.wording import value_text
from iku_terbuka.wording.notation import number_text

# On either side of a word; two words of one line are twice that apart.
_GAP = 2.0

Box = tuple[float, float, float, float]


class Places:
    """The places taken so far, between ``left`` and ``right`` px from the left of the sheet."""

    def __init__(self, left: float, right: float) -> None:
        self._left, self._right = left, right
        self._taken: list[Box] = []

    def take_mark(self, centre: Point, radius: float) -> None:
        """Take the place of a mark."""
        x, y = centre
        self._taken.append((x - radius, y - radius, x + radius, y + radius))

    def take(self, words: str, font: Font, *places: Point) -> Point | None:
        """Take the first free place for ``words``, centred on a baseline, if there is one.

        A place too near an edge is moved inside.
        """
        size, half = font.value[0], text_width(words, font) / 2
        for x, y in places:
            middle = min(max(x, self._left + half), self._right - half)
            box = (middle - half - _GAP, y - size, middle + half + _GAP, y + size * 0.2)
            if not any(_overlap(box, other) for other in self._taken):
                self._taken.append(box)
                return middle, y
        return None


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@dataclass(frozen=True)
class Label:
    """The value of a slot, with the places where it may stand, the better first."""

    slot: int
    words: str
    ink: Ink
    font: Font
    places: tuple[Point, ...]


@dataclass(frozen=True)
class Order:
    """The order in which slots are looked for, and so labelled while there is room.

    ``newest`` is the slot of the newest result, else the last of ``count`` slots.
    """

    newest: int
    count: int

    @classmethod
    def of(cls, slots: Sequence[Slot]) -> "Order":
        reported = [index for index, slot in enumerate(slots) if slot.realisasi is not None]
        return cls(reported[-1] if reported else len(slots) - 1, len(slots))

    def rank(self, index: int) -> tuple[bool, bool, int, int]:
        """Return a sort key: the newest result first, then the ends, every second slot, all."""
        far = abs(index - self.newest)
        return index != self.newest, 0 < index < self.count - 1, far % 2, far


def labelled_slots(slots: Sequence[Slot], satuan: str | None, width: float) -> set[int]:
    """Return the slots whose value is written: all, or the two ends where they would touch.

    ``width`` is that of a slot in px.
    """
    words = [
        value_text(slot.target, satuan)
        if slot.target
        else number_text(slot.realisasi or Decimal(0))
        for slot in slots
    ]
    if max(text_width(word) for word in words) <= width:
        return set(range(len(slots)))
    drawn = [index for index, slot in enumerate(slots) if slot.numbers]
    results = [index for index in drawn if slots[index].realisasi is not None]
    if results and results[-1] == drawn[-1] - 1:
        return {drawn[0], results[-1]}  # the newest result, not the target beside it
    return {drawn[0], drawn[-1], *results[-1:]}


def write_values(canvas: Canvas, places: Places, labels: Sequence[Label], order: Order) -> None:
    """Write the values, the most looked for first, while there is room."""
    placed = []
    results_first = sorted(labels, key=lambda label: label.ink is not Ink.REALISASI)
    for label in sorted(results_first, key=lambda label: order.rank(label.slot)):
        at = places.take(label.words, label.font, *label.places)
        if at:
            placed.append((label, at))
    # Each kind together: what looks alike is written once.
    for label, at in sorted(placed, key=lambda pair: pair[0].ink.name):
        canvas.text(at, label.words, label.ink, label.font)


def write_names(canvas: Canvas, names: Sequence[tuple[str, Point]], order: Order) -> None:
    """Name the slots below the axis; where they are narrow, every second."""
    places = Places(0, canvas.width)
    placed = []
    for index in sorted(range(len(names)), key=order.rank):
        words, at = names[index]
        found = places.take(words, Font.SMALL, at)
        if found:
            placed.append((index, found))
    for index, at in sorted(placed):
        canvas.text(at, names[index][0], Ink.MUTED, Font.SMALL)
