"""Numbers, dates, statuses and sentences as readers see them, in Indonesian.

Digits stay as typed (``3.20`` reads 3,20); only notation changes. Nothing here computes a result.
"""

from iku_terbuka.model.satuan import in_percent
from iku_terbuka.wording.angka import (
    angka,
    cacah,
    nilai,
    nilai_dan_predikat,
    persen,
    rentang_tahun,
    satuan_baca,
    tanggal,
    tanggal_biasa,
)
from iku_terbuka.wording.banding import (
    kalimat_acuan,
    kalimat_akhir,
    kalimat_ambang,
    kalimat_terbitan,
    kalimat_tren,
)
from iku_terbuka.wording.change import old_and_new
from iku_terbuka.wording.grafik import judul_grafik, subjudul_grafik
from iku_terbuka.wording.istilah import (
    KATA_AKUMULASI,
    KATA_ARAH,
    KATA_KEPASTIAN,
    kalimat_capaian,
    rentang_kelas,
)
from iku_terbuka.wording.kalimat import (
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
from iku_terbuka.wording.status import IKON_STATUS, KATA_STATUS, KATA_STATUS_PENDEK
from iku_terbuka.wording.sumber import (
    BELUM_DISALIN,
    HANYA_SEBAGIAN,
    TIDAK_DISEBUT,
    asal_kunci,
    judul_dokumen,
    kalimat_asal,
    kalimat_rumus_dokumen,
    kalimat_tanpa_tahun,
    kata_kosong,
    kata_tanpa_target,
    tanpa_latex,
)

__all__ = [
    "BELUM_DISALIN",
    "HANYA_SEBAGIAN",
    "IKON_STATUS",
    "KATA_AKUMULASI",
    "KATA_ARAH",
    "KATA_KEPASTIAN",
    "KATA_STATUS",
    "KATA_STATUS_PENDEK",
    "TIDAK_DISEBUT",
    "angka",
    "asal_kunci",
    "bilangan",
    "cacah",
    "daftar",
    "in_percent",
    "jarak_rentang",
    "judul_dokumen",
    "judul_grafik",
    "kalimat_acuan",
    "kalimat_akhir",
    "kalimat_ambang",
    "kalimat_asal",
    "kalimat_capaian",
    "kalimat_pembulatan",
    "kalimat_rumus_dokumen",
    "kalimat_sebab",
    "kalimat_tahun",
    "kalimat_tanpa_tahun",
    "kalimat_terbitan",
    "kalimat_tren",
    "kata_hitungan",
    "kata_kosong",
    "kata_tanpa_target",
    "kemajuan",
    "kutipan_hukum",
    "nilai",
    "nilai_dan_predikat",
    "old_and_new",
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
    "tanpa_latex",
]
