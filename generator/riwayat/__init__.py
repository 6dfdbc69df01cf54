"""The public past of the data, read from Git once."""

from generator.riwayat.baca import baca_riwayat
from generator.riwayat.komit import Komit, menyebut_ralat, pesan_sendiri, sudah_berjalan
from generator.riwayat.nilai import HasilBaru, Isian, JenisAngka, PerubahanAngka, Riwayat

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
