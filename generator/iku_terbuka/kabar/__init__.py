"""What a check tells: problems as text for people and as the formats of editors and forges.

Pure functions; the caller reads and prints. Nothing in what they return can steer a terminal.
"""

from iku_terbuka.kabar.data import data
from iku_terbuka.kabar.github import anotasi, tanpa_perintah
from iku_terbuka.kabar.gitlab import code_quality
from iku_terbuka.kabar.markdown import BATAS, ringkasan
from iku_terbuka.kabar.teks import Gaya, jumlah, teks

__all__ = [
    "BATAS",
    "Gaya",
    "anotasi",
    "code_quality",
    "data",
    "jumlah",
    "ringkasan",
    "tanpa_perintah",
    "teks",
]
