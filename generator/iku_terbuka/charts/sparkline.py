"""The spark line of a table row: the same marks as :mod:`.trend`, without words.

Its height has a scale of its own, so it tells of ups and downs and of no size.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from iku_terbuka.capaian import Status
from iku_terbuka.charts.band import range_bands
from iku_terbuka.charts.canvas import Canvas, Chart, Ink, Point
from iku_terbuka.charts.slots import Slot, SlotKind, describe, joined_runs
from iku_terbuka.model.satuan import in_percent

WIDTH, HEIGHT = 120.0, 32.0
_DASH = (3, 2.5)


def sparkline(slots: Sequence[Slot], satuan: str | None, prefix: str) -> Chart | None:
    """Draw the years of ``slots`` small, or the parts of one; ``None`` without any number."""
    # A target that was changed has no place in a picture without words.
    shown = {SlotKind.YEAR, SlotKind.PART}
    years = [replace(slot, first=None) for slot in slots if slot.kind in shown]
    numbers = [number for slot in years for number in slot.numbers]
    if not numbers:
        return None
    canvas = Canvas(WIDTH, HEIGHT)
    low, high = min(numbers), max(numbers)
    missing = any(slot.status is Status.BELUM_DILAPORKAN for slot in years)
    top, bottom = 6.0, (17.0 if missing else 26.0)
    step = (WIDTH - 16) / max(len(years) - 1, 1)

    def x(index: int) -> float:
        return 8 + step * index

    def y(number: Decimal) -> float:
        share = 0.5 if low == high else float((number - low) / (high - low))
        return bottom - share * (bottom - top)

    def points(run: Sequence[tuple[int, Decimal]]) -> list[Point]:
        return [(x(index), y(number)) for index, number in run]

    for band in range_bands(years, x, y, min(0.35 * step, 6)):
        band.draw(canvas, 1.2, _DASH)
    targets = joined_runs(years, lambda slot: slot.target.nilai if slot.target else None)
    results = joined_runs(years, lambda slot: slot.realisasi)
    for runs, ink, width, dash in (
        (targets, Ink.TARGET, 1.6, _DASH),
        (results, Ink.REALISASI, 2, None),
    ):
        for run in runs:
            if len(run) > 1:
                canvas.line(points(run), ink, width, dash)
    for run in results:
        for point in points(run):
            canvas.dot(point, 2.6)
    # The last of a line; a year that stands alone has no line to be seen by.
    for run in targets:
        if run is targets[-1] or len(run) == 1:
            canvas.diamond(points(run)[-1], 3.6)
    for index, slot in enumerate(years):
        if slot.status is Status.BELUM_DILAPORKAN:
            canvas.ring((x(index), 27), 2.8, 1.2, (1.7, 1.4))
    drawn = [slot.drawable for slot in years]
    kinds = [("target", any(slot.target for slot in drawn)), ("realisasi", bool(results))]
    title = " dan ".join(kind for kind, there in kinds if there).capitalize()
    words = describe(drawn, satuan if in_percent(satuan) else None)
    return Chart(canvas.svg("iku-percik", title, words, prefix), words)
