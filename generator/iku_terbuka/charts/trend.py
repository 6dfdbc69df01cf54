"""The chart of an indicator page: target and realisasi by year.

Target: dashed, open diamond, ochre; a range is a filled band. What was promised before a target was
changed: dotted, short stroke, grey. Realisasi: solid, dot, blue. Where the plan started: open box,
grey. A year without a result is a gap in the line and a dashed ring below the axis, outside the
scale. Values stand at their points. Zero is a solid line, and no other line looks like it: a scale
without zero ends below in a torn edge.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from iku_terbuka.charts.axis import vertical_axis
from iku_terbuka.charts.band import Band, range_bands
from iku_terbuka.charts.canvas import Canvas, Chart, Columns, Font, Ink, Point, text_width
from iku_terbuka.charts.labels import (
    Label,
    Order,
    Places,
    labelled_slots,
    write_names,
    write_values,
)
from iku_terbuka.charts.slots import Slot, SlotKind, describe, joined_runs, missing_years, notes
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import COUNTED, in_percent
from iku_terbuka.wording import number_text, value_text, years_text
from iku_terbuka.wording.notation import with_satuan

WIDTH = 360
_KEY_HEIGHT, _MARKER_HEIGHT = 24.0, 18.0
# Below what stands above: the room of a value, the lowest point, the floor.
_TOP, _BOTTOM, _FLOOR = 28.0, 126.0, 150.0
# Wider than this, the words of the ticks stand on their lines instead of beside them.
_MAX_GUTTER = 90.0
_TOOTH = (8.0, 4.0)
_DASH = (6, 4)


def trend(slots: Sequence[Slot], satuan: str | None, prefix: str = "tren") -> Chart:
    """Draw the slots; ``satuan`` is only added to the labels where it is ``persen``."""
    return _Trend(slots, satuan).draw(prefix)


class _Trend:
    def __init__(self, slots: Sequence[Slot], satuan: str | None) -> None:
        self.slots = slots
        self.satuan = satuan if in_percent(satuan) else None
        self.has_results = any(slot.realisasi is not None for slot in slots)
        goals = [slot for slot in slots if slot.goal]
        self.has_targets = any(not slot.graded for slot in goals)
        self.has_points = any(_target_number(slot) is not None for slot in goals)
        self.has_start = any(slot.numbers for slot in slots if slot.kind is SlotKind.START)
        self.was_changed = any(slot.first is not None for slot in slots)
        # Targets alone are named by the title.
        self.has_key = self.has_results or self.has_start or self.was_changed
        numbers = [number for slot in slots for number in slot.numbers]
        counted = satuan is not None and satuan.lower() in COUNTED
        self.axis = vertical_axis(numbers, from_zero=counted)
        self.ticks = [(tick, _tick(tick)) for tick in self.axis.ticks]
        gutter = max(text_width(words, Font.SMALL) for _, words in self.ticks) + 6
        self.beside = gutter <= _MAX_GUTTER
        self.left = gutter if self.beside else 4.0
        self.step = (WIDTH - self.left) / len(slots)
        self.bands = range_bands(slots, self.x, self.y, min(0.35 * self.step, 14))
        self.missing = missing_years(slots)
        self.order = Order.of(slots)
        height = self.floor + 28 + (48 if self.missing else 0)
        self.canvas = Canvas(WIDTH, height)
        self.places = Places(self.left + 2 if self.beside else 0, WIDTH)
        self.labels: list[Label] = []

    @property
    def above(self) -> float:
        """Return the height of what stands above the plot: key, words of breaks."""
        marked = any(slot.difference or slot.moved for slot in self.slots)
        return _KEY_HEIGHT * self.has_key + _MARKER_HEIGHT * marked

    @property
    def floor(self) -> float:
        return self.above + _FLOOR

    def x(self, index: int) -> float:
        return self.left + self.step * (index + 0.5)

    def y(self, number: Decimal) -> float:
        # Zero lies on the floor itself; any other lower end keeps its distance from it.
        top, bottom = self.above + _TOP, self.above + (_BOTTOM if self.axis.low else _FLOOR)
        return bottom - self.axis.share(number) * (bottom - top)

    def draw(self, prefix: str) -> Chart:
        self._axis()
        self._breaks()
        for band in self.bands:
            band.draw(self.canvas, 2, _DASH)
        self._first_targets()
        self._series(_target_number, Ink.TARGET, 2, _DASH)
        self._series(lambda slot: slot.realisasi, Ink.REALISASI, 3, None)
        if self.has_key:
            self._key()
        labelled = labelled_slots(self.slots, self.satuan, self.step)
        for index, slot in enumerate(self.slots):
            self._draw_target(index, slot, index in labelled)
        for index, slot in enumerate(self.slots):
            self._draw_realisasi(index, slot, index in labelled)
        self._take_marks()
        write_values(self.canvas, self.places, self.labels, self.order)
        below = [(slot.label, (self.x(i), self.floor + 20)) for i, slot in enumerate(self.slots)]
        write_names(self.canvas, below, self.order)
        if self.missing:
            self._rings(self.floor + 42)
        kinds = [("target", self.has_targets), ("realisasi", self.has_results)]
        title = "Grafik " + (" dan ".join(kind for kind, drawn in kinds if drawn) or "target")
        words = describe(self.slots, self.satuan)
        # A script tells the values of a year; those of its parts all stand in the table beside it.
        in_parts = any(slot.kind is SlotKind.PART for slot in self.slots)
        names = tuple(slot.label for slot in self.slots)
        columns = None if in_parts else Columns(names, self.left, WIDTH)
        svg = self.canvas.svg("iku-tren", title, words, prefix, columns)
        start = _tick(self.axis.low) if self.axis.broken else ""
        return Chart(svg, words, notes(self.slots, start))

    def _axis(self) -> None:
        """Draw the ticks, zero as a solid line, and a torn edge where there is no zero."""
        start = self.left if self.beside else 0
        for tick, _ in self.ticks:
            if tick:
                self.canvas.line([(start, self.y(tick)), (WIDTH, self.y(tick))], Ink.GRID, 1)
        ends = [self.y(self.axis.low), self.y(self.axis.high)]
        self.canvas.line([(start, end) for end in ends], Ink.AXIS, 1)
        if self.axis.broken:
            self._torn_edge(start)
        else:
            zero = self.y(Decimal(0))
            self.canvas.line([(start, zero), (WIDTH, zero)], Ink.AXIS, 1)
        for tick, words in self.ticks:
            if self.beside:
                at = (start - 4, self.y(tick) + 4.5)
                self.canvas.text(at, words, Ink.MUTED, Font.SMALL, "end")
            elif tick in {self.axis.low, self.axis.high}:
                middle = text_width(words, Font.SMALL) / 2
                at = self.places.take(words, Font.SMALL, (middle, self.y(tick) - 4)) or (0, 0)
                self.canvas.text(at, words, Ink.MUTED, Font.SMALL)

    def _torn_edge(self, start: float) -> None:
        wide, high = _TOOTH
        teeth = int((WIDTH - start) / wide)
        points = [(start + wide * n, self.floor - high * (n % 2 * 2 - 1)) for n in range(teeth + 1)]
        self.canvas.line(points, Ink.AXIS, 1.5)

    def _breaks(self) -> None:
        """Mark where the series breaks or another instansi goes on, in a row of its own."""
        row = Places(0, WIDTH)
        base = self.above - 5
        for index, slot in enumerate(self.slots):
            if not slot.difference and not slot.moved:
                continue
            x = self.left + self.step * index
            words = f"{slot.difference.capitalize()} berbeda" if slot.difference else ""
            if slot.moved:
                words = f"{words}, instansi lain" if words else "Instansi lain"
            if index:
                self.canvas.line([(x, base + 4), (x, self.floor)], Ink.AXIS, 1.5, (2, 3))
            else:
                words = f"Sebelumnya {slot.difference} berbeda"
            at = row.take(words, Font.SMALL, (x if index else 0, base))
            if at and index:
                self.canvas.text(at, words, Ink.MUTED, Font.SMALL)
            elif at:
                self.canvas.text((1, base), words, Ink.MUTED, Font.SMALL, "start")

    def _take_marks(self) -> None:
        for index, slot in enumerate(self.slots):
            for number in slot.numbers:
                self.places.take_mark((self.x(index), self.y(number)), 5)

    def _series(
        self,
        number: Callable[[Slot], Decimal | None],
        ink: Ink,
        width: float,
        dash: tuple[float, float] | None,
    ) -> None:
        """Join the years that follow each other; a year without a number breaks the line."""
        for run in joined_runs(self.slots, number):
            if len(run) > 1:
                self.canvas.line([(self.x(i), self.y(value)) for i, value in run], ink, width, dash)

    def _first_targets(self) -> None:
        """Draw what was promised before targets were changed, lightly: it no longer counts.

        The line goes from the year before, whose target still stands, to show where they part.
        """
        for index, slot in enumerate(self.slots):
            if slot.first is None:
                continue
            x, y = point = (self.x(index), self.y(slot.first))
            before = self.slots[index - 1] if index and slot.joined else None
            start = _first_number(before) if before else None
            if start is not None:
                self._first_target_line([(self.x(index - 1), self.y(start)), point])
            self.canvas.line([(x - 5, y), (x + 5, y)], Ink.AXIS, 1.5)

    def _first_target_line(self, points: list[Point]) -> None:
        self.canvas.line(points, Ink.AXIS, 1.2, (2, 3))

    def _draw_target(self, index: int, slot: Slot, labelled: bool) -> None:
        if slot.target is None or slot.graded:
            return
        x = self.x(index)
        low, high = (
            self.y(limit) for limit in (min(_limits(slot.target)), max(_limits(slot.target)))
        )
        same = slot.realisasi is not None and slot.realisasi == slot.target.nilai
        ink = Ink.TARGET_TEXT
        if slot.kind is SlotKind.START:
            self.canvas.box((x - 4.5, high - 4.5), (x + 4.5, low + 4.5))
            ink = Ink.MUTED
        elif not slot.target.rentang:
            self.canvas.diamond((x, high), 9 if same else 6, hollow=same)
        if same or not labelled:
            return
        # On the side where the result is not.
        below = slot.realisasi is not None and slot.realisasi > _middle(slot.target)
        below = below and self._room_below(low)
        places = self._beside(x, high - 12, low + 22, below=below)
        self._label(index, value_text(slot.target, self.satuan), ink, places)

    def _draw_realisasi(self, index: int, slot: Slot, labelled: bool) -> None:
        if slot.realisasi is None:
            return
        x, y = self.x(index), self.y(slot.realisasi)
        self.canvas.dot((x, y), 5)
        aimed = slot.target is not None and not slot.graded
        below = aimed and slot.target is not None and slot.realisasi < _middle(slot.target)
        if labelled:
            words = with_satuan(number_text(slot.realisasi), self.satuan)
            low = below and self._room_below(y)
            places = self._beside(x, y - 13, y + 22, below=low)
            self._label(index, words, Ink.REALISASI, places, Font.VALUE_BOLD)

    def _room_below(self, y: float) -> bool:
        return y + 24 < self.floor

    def _beside(self, x: float, above: float, under: float, *, below: bool) -> list[Point]:
        """Return where a value may stand, the better place first."""
        if below:
            return [(x, under), (x, above)]
        return [(x, above), *([(x, under)] if self._room_below(under - 22) else [])]

    def _label(
        self, slot: int, words: str, ink: Ink, at: list[Point], font: Font = Font.VALUE
    ) -> None:
        """Keep a value to be written at the first of these places that is free.

        The newest result may stand beside its mark too: it is never to be missed.
        """
        if slot == self.order.newest and ink is Ink.REALISASI:
            x, y = self.x(slot), self.y(self.slots[slot].realisasi or Decimal(0)) + 5
            aside = text_width(words, font) / 2 + 10
            at = [*at, (x + aside, y), (x - aside, y)]
        self.labels.append(Label(slot=slot, words=words, ink=ink, font=font, places=tuple(at)))

    def _key(self) -> None:
        """Name the marks that are drawn."""
        left = 1.0
        if self.has_targets:
            if self.bands:
                lower, upper = (((left, y), (left + 30, y)) for y in (19, 5))
                Band(lower, upper).draw(self.canvas, 2, _DASH)
            if self.has_points:
                self.canvas.line([(left, 12), (left + 30, 12)], Ink.TARGET, 2, _DASH)
                self.canvas.diamond((left + 15, 12), 5)
            at = (left + 37, 17)
            self.canvas.text(at, "Target", Ink.TARGET_TEXT, Font.SMALL, "start")
            left += 100
        if self.was_changed:
            self._first_target_line([(left, 12), (left + 30, 12)])
            self.canvas.text((left + 37, 17), "Semula", Ink.MUTED, Font.SMALL, "start")
            left += 100
        if self.has_results:
            self.canvas.line([(left, 12), (left + 30, 12)], Ink.REALISASI, 3)
            self.canvas.dot((left + 15, 12), 4.5)
            at = (left + 37, 17)
            self.canvas.text(at, "Realisasi", Ink.REALISASI, Font.SMALL_BOLD, "start")
            left += 121
        if self.has_start:
            self.canvas.box((left + 3.5, 7.5), (left + 12.5, 16.5))
            self.canvas.text((left + 20, 17), "Kondisi awal", Ink.MUTED, Font.SMALL, "start")

    def _rings(self, y: float) -> None:
        self.canvas.line([(0, y - 14), (WIDTH, y - 14)], Ink.GRID, 1)
        for index, slot in enumerate(self.slots):
            if slot.tahun in self.missing:
                self.canvas.ring((self.x(index), y), 5.5, 1.6, (2.4, 2))
        words = f"Realisasi {years_text(self.missing)} belum dilaporkan"
        self.canvas.text((WIDTH / 2, y + 26), words, Ink.MUTED, Font.SMALL)


def _tick(tick: Decimal) -> str:
    return number_text(Decimal(f"{tick:f}")) if tick else "0"


def _target_number(slot: Slot) -> Decimal | None:
    return slot.target.nilai if slot.target else None


def _first_number(slot: Slot) -> Decimal | None:
    """Return what was promised first: the target, where it was not changed."""
    return _target_number(slot) if slot.first is None else slot.first


def _limits(target: IsiNilai) -> tuple[Decimal, ...]:
    """Return the number of a target, or both ends of its range."""
    return target.rentang or (target.nilai or Decimal(0),)


def _middle(target: IsiNilai) -> Decimal:
    """Return the target, or the middle of a range, to tell on which side a result lies."""
    limits = _limits(target)
    return sum(limits, Decimal(0)) / len(limits)
