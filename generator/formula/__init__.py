"""One structured formula per indicator: read, computed, and shown in every way a reader needs.

Imports nothing of ours. Numbers come in as ``Decimal``, and how they are shown as a function.
"""

from generator.formula.baca import dibacakan
from generator.formula.hitung import TidakTerhitung, hitung
from generator.formula.mathml import mathml, mathml_angka
from generator.formula.periksa import RumusError
from generator.formula.pohon import Rumus, Variabel, daftar, variabel
from generator.formula.tulis import dengan_angka, sebagai_teks, tulis
from generator.formula.urai import urai

__all__ = [
    "Rumus",
    "RumusError",
    "TidakTerhitung",
    "Variabel",
    "daftar",
    "dengan_angka",
    "dibacakan",
    "hitung",
    "mathml",
    "mathml_angka",
    "sebagai_teks",
    "tulis",
    "urai",
    "variabel",
]
