"""The same figures for programs: tables, JSON and Excel, and their descriptions."""

from generator.opendata.arsip import dengan_zip
from generator.opendata.kolom import KOLOM, NAMA_KOLOM, Kolom
from generator.opendata.sitasi import keadaan
from generator.opendata.unduhan import berkas_unduhan, capaian_csv, iku_json, path_unduhan

__all__ = [
    "KOLOM",
    "NAMA_KOLOM",
    "Kolom",
    "berkas_unduhan",
    "capaian_csv",
    "dengan_zip",
    "iku_json",
    "keadaan",
    "path_unduhan",
]
