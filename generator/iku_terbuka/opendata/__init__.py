"""The same figures for programs: tables, JSON and Excel, and their descriptions."""

from iku_terbuka.opendata.columns import COLUMN_NAMES, COLUMNS
from iku_terbuka.opendata.files import capaian_csv, downloads, iku_json

__all__ = ["COLUMNS", "COLUMN_NAMES", "capaian_csv", "downloads", "iku_json"]
