"""Capaian: the rules, what a year's numbers mean under them, and how years and sources compare.

Pure arithmetic on :mod:`iku_terbuka.model`; nothing is rounded before the reader sees it, nothing
is divided by zero, and a rule is never guessed.
"""

from iku_terbuka.capaian.aturan import (
    ATURAN,
    RENTANG_SOURCE,
    Aturan,
    compute_capaian,
    effective_arah,
    nearest_limit,
)
from iku_terbuka.capaian.bagian_tahun import ToDate, YearPart, YearParts, year_parts
from iku_terbuka.capaian.comparison import (
    TREND_THRESHOLD,
    AgainstEnd,
    AgainstPoint,
    Comparison,
    Trend,
    alike_when_rounded,
    compare,
    compare_elsewhere,
    movement,
)
from iku_terbuka.capaian.measurement import (
    MeasureBasis,
    Measurement,
    average,
    measure,
    realisasi_from_variabel,
)
from iku_terbuka.capaian.program import ProgramYear, programmes, spent, total
from iku_terbuka.capaian.promise import DasarTarget, Promise, earlier_promises, later_promises
from iku_terbuka.capaian.published import Explanation, PublishedFigure, compare_published
from iku_terbuka.capaian.series import Break, same_rumus, same_satuan, series_breaks
from iku_terbuka.capaian.skala import gaps, kelas_of_number
from iku_terbuka.capaian.standing import Standing, StatusCounts, count_status, standing
from iku_terbuka.capaian.status import (
    NoCapaian,
    Status,
    days_late,
    report_due,
    two_decimals,
)

__all__ = [
    "ATURAN",
    "RENTANG_SOURCE",
    "TREND_THRESHOLD",
    "AgainstEnd",
    "AgainstPoint",
    "Aturan",
    "Break",
    "Comparison",
    "DasarTarget",
    "Explanation",
    "MeasureBasis",
    "Measurement",
    "NoCapaian",
    "ProgramYear",
    "Promise",
    "PublishedFigure",
    "Standing",
    "Status",
    "StatusCounts",
    "ToDate",
    "Trend",
    "YearPart",
    "YearParts",
    "alike_when_rounded",
    "average",
    "compare",
    "compare_elsewhere",
    "compare_published",
    "compute_capaian",
    "count_status",
    "days_late",
    "earlier_promises",
    "effective_arah",
    "gaps",
    "kelas_of_number",
    "later_promises",
    "measure",
    "movement",
    "nearest_limit",
    "programmes",
    "realisasi_from_variabel",
    "report_due",
    "same_rumus",
    "same_satuan",
    "series_breaks",
    "spent",
    "standing",
    "total",
    "two_decimals",
    "year_parts",
]
