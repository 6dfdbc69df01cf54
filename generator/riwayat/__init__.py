"""The public past of the data, read from Git once."""

from generator.riwayat.komit import Komit, menyebut_ralat, sudah_berjalan, tanpa_nomor_orang
from generator.riwayat.nilai import JenisAngka, PerubahanAngka, Riwayat

__all__ = [
    "JenisAngka",
    "Komit",
    "PerubahanAngka",
    "Riwayat",
    "menyebut_ralat",
    "sudah_berjalan",
    "tanpa_nomor_orang",
]
