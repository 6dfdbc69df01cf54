"""Figures from values. A chart is a pure function: values in, one SVG text out.

:mod:`.canvas` alone knows how an SVG is drawn and written; :mod:`.tren` and :mod:`.percik` are
kinds of charts, :mod:`.kartu` is the one picture made of pixels. These are imported where one is
drawn: importing matplotlib takes longer than all the rest, and where nothing changed all are kept.
"""

from iku_terbuka.charts.isi_kartu import AngkaKartu, BagianPita, Kartu
from iku_terbuka.charts.titik import Jenis, Titik, titik_waktu

__all__ = ["AngkaKartu", "BagianPita", "Jenis", "Kartu", "Titik", "titik_waktu"]
