"""One module and one template per kind of page; a page is a pure function of its ``Konteks``."""

from generator.pages.beranda import isi_beranda
from generator.pages.cari import indeks_cari
from generator.pages.data import isi_data
from generator.pages.indikator import halaman_indikator
from generator.pages.instansi import halaman_instansi
from generator.pages.kartu import kartu_indikator, kartu_instansi
from generator.pages.kelengkapan import halaman_kelengkapan, isi_kelengkapan
from generator.pages.kode import isi_kode
from generator.pages.lanjutan import halaman_lanjutan
from generator.pages.metodologi import isi_metodologi
from generator.pages.pemda import halaman_pemda
from generator.pages.perubahan import isi_perubahan
from generator.pages.tahun import halaman_tahun
from generator.pages.templat import simpan_templat

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
