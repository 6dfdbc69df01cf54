"""Where the words of a chart may stand: none over another; what finds no place is left out.

Every value stands in the table beside the chart, so nothing is lost; the script tells it too.
"""

from iku_terbuka.charts.canvas import Huruf, Point, text_width

# On either side of a word; two words of one line are twice that apart.
_SELA = 2.0


class Letak:
    """The places taken so far, between ``kiri`` and ``kanan`` px from the left of the sheet."""

    def __init__(self, kiri: float, kanan: float) -> None:
        self._kiri, self._kanan = kiri, kanan
        self._terisi: list[tuple[float, float, float, float]] = []

    def isi(self, centre: Point, radius: float) -> None:
        """Take the place of a mark."""
        x, y = centre
        self._terisi.append((x - radius, y - radius, x + radius, y + radius))

    def muat(self, words: str, huruf: Huruf, *pilihan: Point) -> Point | None:
        """Take the first free place for ``words``, centred on a baseline, if there is one.

        A place too near an edge is moved inside.
        """
        size, half = huruf.value[0], text_width(words, huruf) / 2
        for x, y in pilihan:
            middle = min(max(x, self._kiri + half), self._kanan - half)
            box = (middle - half - _SELA, y - size, middle + half + _SELA, y + size * 0.2)
            if not any(_bertindih(box, other) for other in self._terisi):
                self._terisi.append(box)
                return middle, y
        return None


def _bertindih(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
