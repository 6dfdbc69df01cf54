"""One structured formula per indicator: read, computed, and shown in every way a reader needs.

Imports nothing of ours. Numbers come in as ``Decimal``, and how they are shown as a function.
"""

from generator.formula.baca import dibacakan
from generator.formula.hitung import TidakTerhitung, hitung
from generator.formula.mathml import mathml, mathml_angka
from generator.formula.nisbah import kali_seratus, tanpa_seratus
from generator.formula.periksa import RumusError
from generator.formula.persen import bertanda_persen
from generator.formula.pohon import Rumus, Variabel, daftar, variabel
from generator.formula.tulis import dengan_angka, sebagai_teks, tulis
from generator.formula.urai import urai

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
