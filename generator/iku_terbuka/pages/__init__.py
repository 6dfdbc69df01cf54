"""One module and one template per kind of page; a page is a pure function of its ``Context``."""

from iku_terbuka.pages.beranda import isi_beranda
from iku_terbuka.pages.cari import indeks_cari
from iku_terbuka.pages.data import isi_data
from iku_terbuka.pages.indikator import halaman_indikator
from iku_terbuka.pages.instansi import halaman_instansi
from iku_terbuka.pages.kartu import kartu_indikator, kartu_instansi
from iku_terbuka.pages.kelengkapan import halaman_kelengkapan, isi_kelengkapan
from iku_terbuka.pages.kode import isi_kode
from iku_terbuka.pages.lanjutan import halaman_lanjutan
from iku_terbuka.pages.metodologi import isi_metodologi
from iku_terbuka.pages.pemda import halaman_pemda
from iku_terbuka.pages.perubahan import isi_perubahan
from iku_terbuka.pages.tahun import halaman_tahun
from iku_terbuka.pages.templat import simpan_templat

__all__ = [
    "halaman_indikator",
    "halaman_instansi",
    "halaman_kelengkapan",
    "halaman_lanjutan",
    "halaman_pemda",
    "halaman_tahun",
    "indeks_cari",
    "isi_beranda",
    "isi_data",
    "isi_kelengkapan",
    "isi_kode",
    "isi_metodologi",
    "isi_perubahan",
    "kartu_indikator",
    "kartu_instansi",
    "simpan_templat",
]
