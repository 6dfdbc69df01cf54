"""What a pull request changes in the public figures, in words and numbers.

:func:`bandingkan` is pure; :mod:`.revisi` reads a revision from Git; three modules write the
result out: for a terminal, for a comment, for programs.
"""

from iku_terbuka.diff.bandingkan import bandingkan
from iku_terbuka.diff.cakupan import Cakupan, cakupan
from iku_terbuka.diff.data import sebagai_data
from iku_terbuka.diff.markdown import MAX_HURUF, sebagai_markdown
from iku_terbuka.diff.nilai import Pembanding, Perubahan, Revisi
from iku_terbuka.diff.revisi import (
    Repositori,
    RevisiError,
    ada_data,
    berkas_berubah,
    berkas_ralat,
    buka,
    komit,
    salin,
    titik_cabang,
)
from iku_terbuka.diff.teks import sebagai_teks

__all__ = [
    "MAX_HURUF",
    "Cakupan",
    "Pembanding",
    "Perubahan",
    "Repositori",
    "Revisi",
    "RevisiError",
    "ada_data",
    "bandingkan",
    "berkas_berubah",
    "berkas_ralat",
    "buka",
    "cakupan",
    "komit",
    "salin",
    "sebagai_data",
    "sebagai_markdown",
    "sebagai_teks",
    "titik_cabang",
]
