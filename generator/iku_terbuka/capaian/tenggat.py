"""When the results of a year are due: Perpres 29/2014 on SAKIP, as secondary sources tell it.

Two months after the year for a perangkat daerah to hand its report to the head of the region, three
for the Pemda. A unit below a perangkat daerah reports to its parent; it has no day of its own.
"""

from datetime import date, timedelta

from iku_terbuka.model import Instansi


def batas_lapor(instansi: Instansi, tahun: int) -> date | None:
    """Return the last day to report ``tahun``; ``None`` for a unit that follows its parent."""
    depth = instansi.id.count("/")
    if depth > 1:
        return None
    return date(tahun + 1, 3 if depth else 4, 1) - timedelta(days=1)


def hari_terlambat(instansi: Instansi, tahun: int, acuan: date) -> int:
    """Return how many days after its last day ``tahun`` is on ``acuan``; 0 when still in time."""
    due = batas_lapor(instansi, tahun)
    return max(0, (acuan - due).days) if due else 0
