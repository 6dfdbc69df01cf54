"""The same figures for programs: tables, JSON and Excel, and their descriptions."""

from iku_terbuka.opendata.arsip import dengan_zip
from iku_terbuka.opendata.kolom import KOLOM, NAMA_KOLOM, Kolom
from iku_terbuka.opendata.sitasi import keadaan
from iku_terbuka.opendata.unduhan import berkas_unduhan, capaian_csv, iku_json, path_unduhan

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
