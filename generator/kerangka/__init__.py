"""Skeletons of data files: commented text that is valid as it stands. Nothing is written here."""

from generator.kerangka.capaian import berkas_capaian, indikator_berlaku, kerangka_capaian
from generator.kerangka.instansi import kerangka_instansi
from generator.kerangka.pemda import kerangka_pemda

__all__ = [
    "berkas_capaian",
    "indikator_berlaku",
    "kerangka_capaian",
    "kerangka_instansi",
    "kerangka_pemda",
]
