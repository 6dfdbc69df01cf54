"""The public past of the data, read from Git once."""

from iku_terbuka.riwayat.baca import baca_riwayat
from iku_terbuka.riwayat.komit import Komit, menyebut_ralat, pesan_sendiri, sudah_berjalan
from iku_terbuka.riwayat.nilai import HasilBaru, Isian, JenisAngka, PerubahanAngka, Riwayat

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
