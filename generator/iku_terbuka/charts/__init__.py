"""Figures from values. A chart is a pure function: values in, one SVG text out.

:mod:`.canvas` alone knows how an SVG is drawn and written; :mod:`.trend` and :mod:`.sparkline` are
kinds of charts, :mod:`.card_picture` is the one picture made of pixels. These are imported where
one is drawn: importing matplotlib takes longer than all the rest of a build that draws nothing.
"""

from iku_terbuka.charts.share_card import BarPart, CardFigure, ShareCard
from iku_terbuka.charts.slots import Slot, SlotKind, part_slots, time_slots

__all__ = ["BarPart", "CardFigure", "ShareCard", "Slot", "SlotKind", "part_slots", "time_slots"]
