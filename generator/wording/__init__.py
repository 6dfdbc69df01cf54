"""Numbers, dates, statuses and sentences as readers see them, in Indonesian.

Digits stay as typed (``3.20`` reads 3,20); only notation changes. Nothing here computes a result.
"""

from generator.model.satuan import adalah_persen
from generator.wording.angka import (
    angka,
    cacah,
    nilai,
    persen,
    rentang_tahun,
    satuan_baca,
    tanggal,
    tanggal_biasa,
)
from generator.wording.banding import (
    kalimat_acuan,
    kalimat_akhir,
    kalimat_ambang,
    kalimat_terbitan,
    kalimat_tren,
)
from generator.wording.grafik import judul_grafik, subjudul_grafik
from generator.wording.istilah import (
    DISIMPULKAN,
    KATA_AKUMULASI,
    KATA_ARAH,
    KATA_KEPASTIAN,
    kalimat_capaian,
    kalimat_disimpulkan,
    rentang_kelas,
)
from generator.wording.kalimat import (
    bilangan,
    daftar,
    jarak_rentang,
    kalimat_pembulatan,
    kalimat_sebab,
    kalimat_tahun,
    kata_hitungan,
    kemajuan,
    kutipan_hukum,
    ringkasan,
    ringkasan_instansi,
    ringkasan_tahun,
)
from generator.wording.perubahan import lama_dan_baru
from generator.wording.status import IKON_STATUS, KATA_STATUS, KATA_STATUS_PENDEK

__all__ = [
    "DISIMPULKAN",
    "IKON_STATUS",
    "KATA_AKUMULASI",
    "KATA_ARAH",
    "KATA_KEPASTIAN",
    "KATA_STATUS",
    "KATA_STATUS_PENDEK",
    "adalah_persen",
    "angka",
    "bilangan",
    "cacah",
    "daftar",
    "jarak_rentang",
    "judul_grafik",
    "kalimat_acuan",
    "kalimat_akhir",
    "kalimat_ambang",
    "kalimat_capaian",
    "kalimat_disimpulkan",
    "kalimat_pembulatan",
    "kalimat_sebab",
    "kalimat_tahun",
    "kalimat_terbitan",
    "kalimat_tren",
    "kata_hitungan",
    "kemajuan",
    "kutipan_hukum",
    "lama_dan_baru",
    "nilai",
    "persen",
    "rentang_kelas",
    "rentang_tahun",
    "ringkasan",
    "ringkasan_instansi",
    "ringkasan_tahun",
    "satuan_baca",
    "subjudul_grafik",
    "tanggal",
    "tanggal_biasa",
]
