"""Skeletons of data files: commented text that is valid as it stands. Nothing is written here."""

from iku_terbuka.kerangka.capaian import berkas_capaian, indikator_berlaku, kerangka_capaian
from iku_terbuka.kerangka.instansi import kerangka_instansi
from iku_terbuka.kerangka.pemda import kerangka_pemda

__all__ = [
    "berkas_capaian",
    "indikator_berlaku",
    "kerangka_capaian",
    "kerangka_instansi",
    "kerangka_pemda",
]
