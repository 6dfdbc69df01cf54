"""Every code of ``iku check``, each with a wrong and a right example.

The page of messages is made from this catalogue, and a test runs the check on every example, so
that message, example and documentation cannot drift apart.
"""

from collections.abc import Mapping
from types import MappingProxyType

from iku_terbuka.kode.angka import ANGKA
from iku_terbuka.kode.bentuk import Jenis, Kode, Topik
from iku_terbuka.kode.berkas import BERKAS
from iku_terbuka.kode.definisi import DEFINISI
from iku_terbuka.kode.hasil import HASIL
from iku_terbuka.kode.isian import ISIAN
from iku_terbuka.kode.kunci import KUNCI
from iku_terbuka.kode.peringatan import PERINGATAN_DEFINISI
from iku_terbuka.kode.peringatan_hasil import PERINGATAN_HASIL
from iku_terbuka.kode.rumus import RUMUS
from iku_terbuka.kode.skala import SKALA
from iku_terbuka.kode.susunan import SUSUNAN
from iku_terbuka.kode.tulisan import TULISAN

__all__ = ["KATALOG", "KODE", "Jenis", "Kode", "Topik"]

KATALOG: tuple[Topik, ...] = (
    ANGKA,
    TULISAN,
    KUNCI,
    ISIAN,
    DEFINISI,
    RUMUS,
    HASIL,
    SKALA,
    SUSUNAN,
    BERKAS,
    PERINGATAN_DEFINISI,
    PERINGATAN_HASIL,
)
KODE: Mapping[str, Kode] = MappingProxyType(
    {satu.kode: satu for topik in KATALOG for satu in topik.kode}
)
