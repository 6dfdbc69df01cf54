"""One structured formula per indicator: read, computed, and shown in every way a reader needs.

Imports nothing of ours. Numbers come in as ``Decimal``, and how they are shown as a function.
"""

from iku_terbuka.formula.baca import dibacakan
from iku_terbuka.formula.hitung import TidakTerhitung, hitung
from iku_terbuka.formula.mathml import mathml, mathml_angka
from iku_terbuka.formula.nisbah import kali_seratus, tanpa_seratus
from iku_terbuka.formula.periksa import RumusError
from iku_terbuka.formula.persen import bertanda_persen
from iku_terbuka.formula.pohon import Rumus, Variabel, daftar, variabel
from iku_terbuka.formula.tulis import dengan_angka, sebagai_teks, tulis
from iku_terbuka.formula.urai import urai

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
