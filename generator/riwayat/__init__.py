"""The public past of the data, read from Git once."""

from generator.riwayat.baca import baca_riwayat
from generator.riwayat.komit import Komit, menyebut_ralat, sudah_berjalan, tanpa_nomor_orang
from generator.riwayat.nilai import Isian, JenisAngka, PerubahanAngka, Riwayat

__all__ = [
    "Isian",
    "JenisAngka",
    "Komit",
    "PerubahanAngka",
    "Riwayat",
    "baca_riwayat",
    "menyebut_ralat",
    "sudah_berjalan",
    "tanpa_nomor_orang",
]
