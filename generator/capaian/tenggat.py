"""When the results of a year are due: Perpres 29/2014 on SAKIP.

Two months after the year for a perangkat daerah, three for the Pemda itself.
"""

from datetime import date, timedelta

from generator.model import Instansi


def batas_lapor(instansi: Instansi, tahun: int) -> date:
    """Return the last day to report ``tahun``."""
    month = 3 if "/" in instansi.id else 4
    return date(tahun + 1, month, 1) - timedelta(days=1)


def hari_terlambat(instansi: Instansi, tahun: int, acuan: date) -> int:
    """Return how many days after its last day ``tahun`` is on ``acuan``; 0 when still in time."""
    return max(0, (acuan - batas_lapor(instansi, tahun)).days)
