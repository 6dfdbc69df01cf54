"""Capaian: the rules, what a year's numbers mean under them, and how years and sources compare.

Pure arithmetic on :mod:`generator.model`; nothing is rounded before the reader sees it, nothing
is divided by zero, and a rule is never guessed.
"""

from generator.capaian.aturan import ATURAN, Aturan, hitung_capaian
from generator.capaian.banding import Perbandingan, TerhadapAcuan, Tren, bandingkan, setara_tercetak
from generator.capaian.deret import Putus, putus_deret, rumus_sama, satuan_sama
from generator.capaian.rata import RataRata, rata_rata
from generator.capaian.skala import celah, kelas_untuk
from generator.capaian.status import Status, TanpaCapaian, dua_desimal
from generator.capaian.tenggat import batas_lapor, hari_terlambat
from generator.capaian.terbit import Terbitan, bandingkan_terbitan
from generator.capaian.ukur import DasarUkur, Pengukuran, realisasi_dari_variabel, ukur

__all__ = [
    "ATURAN",
    "Aturan",
    "DasarUkur",
    "Pengukuran",
    "Perbandingan",
    "Putus",
    "RataRata",
    "Status",
    "TanpaCapaian",
    "Terbitan",
    "TerhadapAcuan",
    "Tren",
    "bandingkan",
    "bandingkan_terbitan",
    "batas_lapor",
    "celah",
    "dua_desimal",
    "hari_terlambat",
    "hitung_capaian",
    "kelas_untuk",
    "putus_deret",
    "rata_rata",
    "realisasi_dari_variabel",
    "rumus_sama",
    "satuan_sama",
    "setara_tercetak",
    "ukur",
]
