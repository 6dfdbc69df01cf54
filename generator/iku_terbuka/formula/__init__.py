"""One structured formula per indicator: read, computed, and shown in every way a reader needs.

Imports nothing of ours. Numbers come in as ``Decimal``, and how they are shown as a function.
"""

from iku_terbuka.formula.mathml import mathml, mathml_angka
from iku_terbuka.formula.parser import RumusError, urai
from iku_terbuka.formula.share import kali_seratus, tanpa_seratus
from iku_terbuka.formula.text import dengan_angka, dibacakan, sebagai_teks, tulis
from iku_terbuka.formula.tree import Rumus, Variabel, bertanda_persen, daftar, variabel
from iku_terbuka.formula.value import TidakTerhitung, hitung

__all__ = [
    "Rumus",
    "RumusError",
    "TidakTerhitung",
    "Variabel",
    "bertanda_persen",
    "daftar",
    "dengan_angka",
    "dibacakan",
    "hitung",
    "kali_seratus",
    "mathml",
    "mathml_angka",
    "sebagai_teks",
    "tanpa_seratus",
    "tulis",
    "urai",
    "variabel",
]
