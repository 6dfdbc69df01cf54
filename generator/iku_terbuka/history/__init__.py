"""The public past of the data, read from Git once."""

from iku_terbuka.history.baca import baca_riwayat
from iku_terbuka.history.komit import Komit, menyebut_ralat, pesan_sendiri, sudah_berjalan
from iku_terbuka.history.nilai import HasilBaru, Isian, JenisAngka, PerubahanAngka, Riwayat

__all__ = [
    "HasilBaru",
    "Isian",
    "JenisAngka",
    "Komit",
    "PerubahanAngka",
    "Riwayat",
    "baca_riwayat",
    "menyebut_ralat",
    "pesan_sendiri",
    "sudah_berjalan",
]
