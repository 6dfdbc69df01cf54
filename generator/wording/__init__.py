"""Numbers, dates, statuses and sentences as readers see them, in Indonesian.

Digits stay as typed (``3.20`` reads 3,20); only notation changes. Nothing here computes a result.
"""

from generator.wording.angka import angka, nilai, persen, rentang_tahun, satuan_baca, tanggal
from generator.wording.istilah import (
    DISIMPULKAN,
    KATA_ARAH,
    kalimat_capaian,
    kalimat_disimpulkan,
)
from generator.wording.kalimat import (
    bilangan,
    daftar,
    kutipan_hukum,
    ringkasan,
    ringkasan_instansi,
    ringkasan_tahun,
)
from generator.wording.status import IKON_STATUS, KATA_STATUS, KATA_STATUS_PENDEK

__all__ = [
    "DISIMPULKAN",
    "IKON_STATUS",
    "KATA_ARAH",
    "KATA_STATUS",
    "KATA_STATUS_PENDEK",
    "angka",
    "bilangan",
    "daftar",
    "kalimat_capaian",
    "kalimat_disimpulkan",
    "kutipan_hukum",
    "nilai",
    "persen",
    "rentang_tahun",
    "ringkasan",
    "ringkasan_instansi",
    "ringkasan_tahun",
    "satuan_baca",
    "tanggal",
]
