"""The chart of an indicator page: target and realisasi by year.

Target: dashed, open diamond, ochre. Realisasi: solid, dot, blue. A year without a result is a gap
in the line and a dashed ring below the axis, outside the scale. Values stand at their points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.capaian import Status
from generator.charts.canvas import Canvas, Gambar, Huruf, Ink, Point, text_width
from generator.charts.letak import Letak
from generator.charts.titik import Jenis, Titik
from generator.model.iku import IsiNilai
from generator.wording import adalah_persen, angka, nilai, rentang_tahun

WIDTH = 360
_LEFT, _RIGHT = 8.0, 352.0
_TOP, _BOTTOM, _AXIS = 52.0, 150.0, 174.0
_KEY_HEIGHT = 24.0


def tren(slots: Sequence[Titik], satuan: str | None, awalan: str = "tren") -> Gambar:
    """Draw the slots; ``satuan`` is only added to the labels where it is ``persen``."""
    return _Tren(slots, satuan).draw(awalan)


@dataclass(frozen=True)
class _Label:
    """A value of a slot, and where it may stand."""

    slot: int
    words: str
    ink: Ink
    huruf: Huruf
    at: tuple[Point, ...]


class _Tren:
    def __init__(self, slots: Sequence[Titik], satuan: str | None) -> None:
        self.slots = slots
        self.satuan = satuan if adalah_persen(satuan) else None
        self.step = (_RIGHT - _LEFT) / len(slots)
        self.has_results = any(slot.realisasi is not None for slot in slots)
        goals = [slot for slot in slots if slot.target and slot.jenis is not Jenis.AWAL]
        self.graded = [slot for slot in goals if slot.berpredikat]
        self.has_targets = len(self.graded) < len(goals)
        # Targets alone are named by the title.
        self.shift = 0.0 if self.has_results else -_KEY_HEIGHT
        numbers = [number for slot in slots for number in slot.angka]
        self.low, self.high = _limits(min(numbers), max(numbers))
        self.missing = [slot.label for slot in slots if slot.status is Status.BELUM_DILAPORKAN]
        height = _AXIS + 28 + self.shift + (48 if self.missing else 0)
        self.canvas = Canvas(WIDTH, height)
        self.labels: list[_Label] = []
        reported = [i for i, slot in enumerate(slots) if slot.realisasi is not None]
        # What a reader looks for first: the newest result, else the end.
        self.pokok = reported[-1] if reported else len(slots) - 1

    def x(self, index: int) -> float:
        return _LEFT + self.step * (index + 0.5)

    def y(self, number: Decimal) -> float:
        # Zero lies on the axis itself; any other lower end keeps its distance from it.
        bottom = _AXIS if self.low == 0 else _BOTTOM
        share = float((number - self.low) / (self.high - self.low))
        return bottom + self.shift - share * (bottom - _TOP)

    def draw(self, awalan: str) -> Gambar:
        axis = _AXIS + self.shift
        self.canvas.line([(0, axis), (WIDTH, axis)], Ink.AXIS, 1)
        if self.low < 0 < self.high:
            zero = self.y(Decimal(0))
            self.canvas.line([(0, zero), (WIDTH, zero)], Ink.GRID, 1)
            self.canvas.text((WIDTH, zero - 4), "0", Ink.MUTED, Huruf.KECIL, "end")
        self._series(lambda slot: slot.target.nilai if slot.target else None, Ink.TARGET, 2, (6, 4))
        self._series(lambda slot: slot.realisasi, Ink.REALISASI, 3, None)
        if self.has_results:
            self._key()
        labelled = self._labelled()
        for index, slot in enumerate(self.slots):
            self._target(index, slot, index in labelled)
        for index, slot in enumerate(self.slots):
            self._realisasi(index, slot, index in labelled)
        self._values()
        self._ticks(axis + 20)
        if self.missing:
            self._rings(axis + 42)
        kinds = [("target", self.has_targets), ("realisasi", self.has_results)]
        judul = "Grafik " + (" dan ".join(kind for kind, drawn in kinds if drawn) or "target")
        uraian = self._describe()
        names = [slot.label for slot in self.slots]
        svg = self.canvas.svg("iku-tren", judul, uraian, awalan, names)
        return Gambar(svg, uraian, tuple(self._notes()))

    def _values(self) -> None:
        """Write the values above all marks, the most looked for first, while there is room."""
        letak = Letak(WIDTH)
        for index, slot in enumerate(self.slots):
            for number in slot.angka:
                letak.isi((self.x(index), self.y(number)), 5)
        placed = []
        results_first = sorted(self.labels, key=lambda label: label.ink is not Ink.REALISASI)
        for label in sorted(results_first, key=lambda label: self._urutan(label.slot)):
            at = letak.muat(label.words, label.huruf, *label.at)
            if at:
                placed.append((label, at))
        # Each kind together: what looks alike is written once.
        for label, at in sorted(placed, key=lambda pair: pair[0].ink.name):
            self.canvas.text(at, label.words, label.ink, label.huruf)

    def _ticks(self, y: float) -> None:
        """Name the slots below the axis; where they are narrow, every second."""
        letak = Letak(WIDTH)
        placed = []
        for index in sorted(range(len(self.slots)), key=self._urutan):
            at = letak.muat(self.slots[index].label, Huruf.KECIL, (self.x(index), y))
            if at:
                placed.append((index, at))
        for index, at in sorted(placed):
            self.canvas.text(at, self.slots[index].label, Ink.MUTED, Huruf.KECIL)

    def _urutan(self, index: int) -> tuple[bool, bool, int, int]:
        """Return how soon a slot is looked for: the newest result, the ends, every second, all."""
        far = abs(index - self.pokok)
        return index != self.pokok, 0 < index < len(self.slots) - 1, far % 2, far

    def _series(
        self,
        number: Callable[[Titik], Decimal | None],
        ink: Ink,
        width: float,
        dash: tuple[float, float] | None,
    ) -> None:
        """Join the years that follow each other; a year without a number breaks the line."""
        run: list[Point] = []
        for index, slot in enumerate([*self.slots, None]):
            value = number(slot) if slot and slot.jenis is Jenis.TAHUN else None
            if value is not None:
                run.append((self.x(index), self.y(value)))
                continue
            if len(run) > 1:
                self.canvas.line(run, ink, width, dash)
            run = []

    def _target(self, index: int, slot: Titik, labelled: bool) -> None:
        if slot.target is None:
            return
        x = self.x(index)
        if slot.target.rentang:
            low, high = (self.y(limit) for limit in slot.target.rentang)
            self._range(x, low, high)
            if labelled:
                # On the side where the result is not.
                middle = _middle(slot.target) or Decimal(0)
                above = slot.realisasi is None or slot.realisasi < middle
                places = [(x, high - 10), (x, low + 22)]
                words = nilai(slot.target, self.satuan)
                self._label(index, words, Ink.TARGET_TEXT, places if above else places[::-1])
            return
        goal = slot.target.nilai
        if goal is None:
            return
        y = self.y(goal)
        same = slot.realisasi == goal
        if slot.jenis is Jenis.AWAL:
            self.canvas.square((x, y), 4.5)
        else:
            self.canvas.diamond((x, y), 9 if same else 6, hollow=same)
        if same or not labelled:
            return
        below = slot.realisasi is not None and slot.realisasi > goal
        below = below and self._room_below(y)
        places = self._places(x, y - 12, y + 22, below=below)
        self._label(index, nilai(slot.target, self.satuan), Ink.TARGET_TEXT, places)

    def _range(self, x: float, low: float, high: float) -> None:
        """Draw a target that is a range: dashed between two ends."""
        self.canvas.line([(x, low), (x, high)], Ink.TARGET, 2, (6, 4))
        for end in (low, high):
            self.canvas.line([(x - 7, end), (x + 7, end)], Ink.TARGET, 2)

    def _realisasi(self, index: int, slot: Titik, labelled: bool) -> None:
        if slot.realisasi is None:
            return
        x, y = self.x(index), self.y(slot.realisasi)
        self.canvas.dot((x, y), 5)
        goal = _middle(slot.target) if slot.target else None
        below = goal is not None and slot.realisasi < goal
        if labelled:
            words = self._angka(slot.realisasi)
            low = below and self._room_below(y)
            places = self._places(x, y - 13, y + 22, below=low)
            self._label(index, words, Ink.REALISASI, places, Huruf.TEBAL)

    def _angka(self, realisasi: Decimal) -> str:
        return angka(realisasi) + ("%" if self.satuan else "")

    def _room_below(self, y: float) -> bool:
        return y + 24 < _AXIS + self.shift

    def _places(self, x: float, above: float, under: float, *, below: bool) -> list[Point]:
        """Return where a value may stand, the better place first."""
        if below:
            return [(x, under), (x, above)]
        return [(x, above), *([(x, under)] if self._room_below(under - 22) else [])]

    def _label(
        self, slot: int, words: str, ink: Ink, at: list[Point], huruf: Huruf = Huruf.NILAI
    ) -> None:
        """Keep a value to be written at the first of these places that is free.

        The newest result may stand beside its mark too: it is never to be missed.
        """
        if slot == self.pokok and ink is Ink.REALISASI:
            x, y = self.x(slot), self.y(self.slots[slot].realisasi or Decimal(0)) + 5
            aside = text_width(words, huruf) / 2 + 10
            at = [*at, (x + aside, y), (x - aside, y)]
        self.labels.append(_Label(slot, words, ink, huruf, tuple(at)))

    def _labelled(self) -> set[int]:
        """Return the slots whose value is written: all, or the two ends where they would touch."""
        words = [
            nilai(slot.target, self.satuan) if slot.target else angka(slot.realisasi or Decimal(0))
            for slot in self.slots
        ]
        if max(text_width(word) for word in words) <= self.step:
            return set(range(len(self.slots)))
        drawn = [index for index, slot in enumerate(self.slots) if slot.angka]
        results = [index for index in drawn if self.slots[index].realisasi is not None]
        if results and results[-1] == drawn[-1] - 1:
            return {drawn[0], results[-1]}  # the newest result, not the target beside it
        return {drawn[0], drawn[-1], *results[-1:]}

    def _key(self) -> None:
        """Name the marks that are drawn."""
        left = 1.0
        if self.has_targets:
            self._key_target()
            left = 101.0
        self.canvas.line([(left, 12), (left + 30, 12)], Ink.REALISASI, 3)
        self.canvas.dot((left + 15, 12), 4.5)
        at = (left + 37, 17)
        self.canvas.text(at, "Realisasi", Ink.REALISASI, Huruf.KECIL_TEBAL, "start")

    def _key_target(self) -> None:
        if any(slot.target and slot.target.rentang for slot in self.slots):
            self._range(16, 4, 20)
        else:
            self.canvas.line([(1, 12), (31, 12)], Ink.TARGET, 2, (6, 4))
            self.canvas.diamond((16, 12), 5)
        self.canvas.text((38, 17), "Target", Ink.TARGET_TEXT, Huruf.KECIL, "start")

    def _rings(self, y: float) -> None:
        self.canvas.line([(0, y - 14), (WIDTH, y - 14)], Ink.GRID, 1)
        for index, slot in enumerate(self.slots):
            if slot.status is Status.BELUM_DILAPORKAN:
                self.canvas.ring((self.x(index), y), 5.5, 1.6, (2.4, 2))
        years = rentang_tahun(int(label) for label in self.missing)
        self.canvas.text(
            (WIDTH / 2, y + 26), f"Realisasi {years} belum dilaporkan", Ink.MUTED, Huruf.KECIL
        )

    def _describe(self) -> str:
        parts = [
            f"Kondisi awal {nilai(slot.target, self.satuan)}."
            for slot in self.slots
            if slot.target and slot.jenis is Jenis.AWAL
        ]
        targets = [
            f"{slot.label} {nilai(slot.target, self.satuan)}"
            for slot in self.slots
            if slot.target and slot.jenis is not Jenis.AWAL
        ]
        if targets:
            parts.append(f"Target: {'; '.join(targets)}.")
        results = [
            f"{slot.label} {self._angka(slot.realisasi)}"
            for slot in self.slots
            if slot.realisasi is not None
        ]
        if results:
            parts.append(f"Realisasi: {'; '.join(results)}.")
        if self.missing:
            years = rentang_tahun(int(label) for label in self.missing)
            parts.append(f"Realisasi {years} belum dilaporkan.")
        return " ".join(parts)

    def _notes(self) -> list[str]:
        notes = []
        if self.low > 0 or self.high < 0:
            notes.append("Sumbu tegak tidak mulai dari nol agar selisihnya terlihat.")
        if self.missing:
            notes.append("Lingkaran putus-putus: tahun tanpa laporan, bukan nilai nol.")
        if self.graded:
            years = [int(slot.label) for slot in self.graded if slot.jenis is Jenis.TAHUN]
            which = f" {rentang_tahun(years)}" if years else " akhir periode"
            notes.append(f"Target{which if self.has_targets else ''} berupa predikat; lihat tabel.")
        return notes


def _middle(target: IsiNilai) -> Decimal | None:
    """Return the target, or the middle of a range, to tell on which side a result lies."""
    if target.rentang:
        return sum(target.rentang, Decimal(0)) / 2
    return target.nilai


def _limits(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of the vertical axis. It starts at zero unless that hides the difference."""
    if low == high:
        edges = sorted((Decimal(0), low * Decimal("1.3")))
        return (edges[0], edges[1]) if low else (Decimal(0), Decimal(1))
    spread = high - low
    if low >= 0 and spread * 4 >= high:
        return Decimal(0), high
    if high <= 0 and spread * 4 >= -low:
        return low, Decimal(0)
    pad = spread * Decimal("0.1")
    return low - pad, high
