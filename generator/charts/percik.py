"""The spark line of a table row: the same marks as :mod:`.tren`, without words."""

from collections.abc import Sequence
from decimal import Decimal

from generator.capaian import Status
from generator.charts.canvas import Canvas, Gambar, Ink, Point
from generator.charts.titik import Jenis, Titik

WIDTH, HEIGHT = 120.0, 32.0


def percik(slots: Sequence[Titik], uraian: str, awalan: str) -> Gambar:
    """Draw the years of ``slots`` small; ``uraian`` says the same in words."""
    years = [slot for slot in slots if slot.jenis is Jenis.TAHUN]
    numbers = [number for slot in years for number in slot.angka]
    canvas = Canvas(WIDTH, HEIGHT)
    if not numbers:
        return Gambar(canvas.svg("iku-percik", "Target", uraian, awalan), uraian)
    low, high = min(numbers), max(numbers)
    missing = any(slot.status is Status.BELUM_DILAPORKAN for slot in years)
    top, bottom = 6.0, (17.0 if missing else 26.0)
    step = (WIDTH - 16) / max(len(years) - 1, 1)

    def at(index: int, number: Decimal) -> Point:
        share = 0.5 if low == high else float((number - low) / (high - low))
        return 8 + step * index, bottom - share * (bottom - top)

    targets = [
        at(index, slot.target.nilai)
        for index, slot in enumerate(years)
        if slot.target and slot.target.nilai is not None
    ]
    if len(targets) > 1:
        canvas.line(targets, Ink.TARGET, 1.6, (3, 2.5))
    run: list[Point] = []
    for index, slot in enumerate(years):
        if slot.realisasi is not None:
            run.append(at(index, slot.realisasi))
            canvas.dot(run[-1], 2.6)
        if slot.realisasi is None or index == len(years) - 1:
            if len(run) > 1:
                canvas.line(run, Ink.REALISASI, 2)
            run = []
    if targets:
        canvas.diamond(targets[-1], 3.6)
    for index, slot in enumerate(years):
        if slot.status is Status.BELUM_DILAPORKAN:
            canvas.ring((8 + step * index, 27), 2.8, 1.2, (1.7, 1.4))
    return Gambar(canvas.svg("iku-percik", "Perjalanan target", uraian, awalan), uraian)
