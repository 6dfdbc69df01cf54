"""Figures from values. A chart is a pure function: values in, one SVG text out.

:mod:`.canvas` alone knows matplotlib, the inks and how an SVG is written; each other module is
one kind of chart.
"""

from generator.charts.canvas import Gambar
from generator.charts.percik import percik
from generator.charts.titik import Titik, titik_waktu
from generator.charts.tren import tren

__all__ = ["Gambar", "Titik", "percik", "titik_waktu", "tren"]
