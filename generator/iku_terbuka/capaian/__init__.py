"""Capaian: the rules, what a year's numbers mean under them, and how years and sources compare.

Pure arithmetic on :mod:`iku_terbuka.model`; nothing is rounded before the reader sees it, nothing
is divided by zero, and a rule is never guessed.
"""

from iku_terbuka.capaian.aturan import (
    ATURAN,
    SUMBER_RENTANG,
    Aturan,
    arah_berlaku,
    batas_terdekat,
    hitung_capaian,
)
from iku_terbuka.capaian.comparison import (
    AMBANG_TREN,
    Perbandingan,
    TerhadapAcuan,
    TerhadapAkhir,
    Tren,
    bandingkan,
    gerak,
    setara_tercetak,
)
from iku_terbuka.capaian.measurement import (
    DasarUkur,
    Pengukuran,
    RataRata,
    rata_rata,
    realisasi_dari_variabel,
    ukur,
)
from iku_terbuka.capaian.published import Penjelasan, Terbitan, bandingkan_terbitan
from iku_terbuka.capaian.series import Putus, putus_deret, rumus_sama, satuan_sama
from iku_terbuka.capaian.skala import celah, kelas_untuk
from iku_terbuka.capaian.standing import Hitungan, Standing, hitung_status, standing
from iku_terbuka.capaian.status import (
    Status,
    TanpaCapaian,
    batas_lapor,
    dua_desimal,
    hari_terlambat,
)

__all__ = [
    "AMBANG_TREN",
    "ATURAN",
    "SUMBER_RENTANG",
    "Aturan",
    "DasarUkur",
    "Hitungan",
    "Pengukuran",
    "Penjelasan",
    "Perbandingan",
    "Putus",
    "RataRata",
    "Standing",
    "Status",
    "TanpaCapaian",
    "Terbitan",
    "TerhadapAcuan",
    "TerhadapAkhir",
    "Tren",
    "arah_berlaku",
    "bandingkan",
    "bandingkan_terbitan",
    "batas_lapor",
    "batas_terdekat",
    "celah",
    "dua_desimal",
    "gerak",
    "hari_terlambat",
    "hitung_capaian",
    "hitung_status",
    "kelas_untuk",
    "putus_deret",
    "rata_rata",
    "realisasi_dari_variabel",
    "rumus_sama",
    "satuan_sama",
    "setara_tercetak",
    "standing",
    "ukur",
]
