"""What the files in ``indicators/`` may say, as frozen values.

One module per kind of file, :mod:`.fields` for the values inside them, and :mod:`.laporan` for the
whole dataset that the rest of the program reads.
"""

from iku_terbuka.model.definisi import Arah, DefinisiIndikator, RumusCapaian, Sasaran
from iku_terbuka.model.fields import Sumber
from iku_terbuka.model.hasil import CapaianTahunan, Hasil, Keadaan
from iku_terbuka.model.iku import DasarHukum, Iku
from iku_terbuka.model.keputusan import IkuFile, Lokasi, Penetapan, Successor
from iku_terbuka.model.laporan import Indikator, Instansi, Laporan, Pemda, as_of
from iku_terbuka.model.pemda import ProfilPemda
from iku_terbuka.model.skala import Kepastian, Skala
from iku_terbuka.model.tanggal import Tanggal

__all__ = [
    "Arah",
    "CapaianTahunan",
    "DasarHukum",
    "DefinisiIndikator",
    "Hasil",
    "Iku",
    "IkuFile",
    "Indikator",
    "Instansi",
    "Keadaan",
    "Kepastian",
    "Laporan",
    "Lokasi",
    "Pemda",
    "Penetapan",
    "ProfilPemda",
    "RumusCapaian",
    "Sasaran",
    "Skala",
    "Successor",
    "Sumber",
    "Tanggal",
    "as_of",
]
