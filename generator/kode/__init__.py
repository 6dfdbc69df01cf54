"""Every code of ``iku check``, each with a wrong and a right example.

The page of messages is made from this catalogue, and a test runs the check on every example, so
that message, example and documentation cannot drift apart.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.kode.angka import ANGKA
from generator.kode.bentuk import Jenis, Kode, Topik
from generator.kode.berkas import BERKAS
from generator.kode.definisi import DEFINISI
from generator.kode.hasil import HASIL
from generator.kode.isian import ISIAN
from generator.kode.kunci import KUNCI
from generator.kode.peringatan import PERINGATAN_DEFINISI
from generator.kode.peringatan_hasil import PERINGATAN_HASIL
from generator.kode.rumus import RUMUS
from generator.kode.skala import SKALA
from generator.kode.susunan import SUSUNAN
from generator.kode.tulisan import TULISAN

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
