"""The same figures for programs: CSV rows and one JSON of everything."""

from generator.opendata.baris import KOLOM, capaian_csv, csv_text
from generator.opendata.lengkap import iku_json

__all__ = ["KOLOM", "capaian_csv", "csv_text", "iku_json"]
