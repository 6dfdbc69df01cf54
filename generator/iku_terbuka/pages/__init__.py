"""One module and one template per kind of page; a page is a pure function of its ``Context``."""

from iku_terbuka.pages.cari import search_index
from iku_terbuka.pages.daftar import continued_pages
from iku_terbuka.pages.dokumen import dokumen_pages
from iku_terbuka.pages.indikator import indikator_page
from iku_terbuka.pages.instansi import instansi_page
from iku_terbuka.pages.kartu import indikator_card, instansi_card
from iku_terbuka.pages.kelengkapan import kelengkapan_pages
from iku_terbuka.pages.parts import generated_parts
from iku_terbuka.pages.pemda import pemda_page
from iku_terbuka.pages.penopang import neighbours
from iku_terbuka.pages.pindah import moved_pages
from iku_terbuka.pages.pohon import Pohon, grow_pohon, pohon_pages
from iku_terbuka.pages.singkatan import abbreviations, explain
from iku_terbuka.pages.tahun import tahun_pages

__all__ = [
    "Pohon",
    "abbreviations",
    "continued_pages",
    "dokumen_pages",
    "explain",
    "generated_parts",
    "grow_pohon",
    "indikator_card",
    "indikator_page",
    "instansi_card",
    "instansi_page",
    "kelengkapan_pages",
    "moved_pages",
    "neighbours",
    "pemda_page",
    "pohon_pages",
    "search_index",
    "tahun_pages",
]
