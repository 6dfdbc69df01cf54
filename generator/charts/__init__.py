"""Figures from values. A chart is a pure function: values in, one SVG text out.

:mod:`.canvas` alone knows how an SVG is drawn and written; each other module is one kind of
chart. :mod:`.kartu` is the one picture made of pixels.
"""

from generator.charts.canvas import Gambar
from generator.charts.kartu import AngkaKartu, BagianPita, Kartu, kartu
from generator.charts.percik import percik
from generator.charts.titik import Jenis, Titik, titik_waktu
from generator.charts.tren import tren

__all__ = [
    "AngkaKartu",
    "BagianPita",
    "Gambar",
    "Jenis",
    "Kartu",
    "Titik",
    "kartu",
    "percik",
    "titik_waktu",
    "tren",
]
