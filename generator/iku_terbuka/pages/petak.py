"""One square of the map instansi × tahun: how many of the year's indicators have a result."""

from collections.abc import Iterable
from dataclasses import dataclass

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator


@dataclass(frozen=True)
class PetakTahun:
    """``kelas`` is a name in the style sheet; depth is completeness, never achievement.

    ``jumlah`` are the results that are wanted, ``ada`` those that are there, ``meleset`` those that
    missed their target. What was not measured, or does not apply, is not wanted.
    """

    tahun: int
    kelas: str
    kata: str
    ikon: str = ""
    ada: int = 0
    jumlah: int = 0
    meleset: int = 0

    @property
    def lengkap(self) -> bool:
        """Whether nothing that is wanted is missing: what “lengkap” means on every page."""
        return self.ada == self.jumlah


# What the squares mean, each as an example; the order is that of the key.
ARTI_PETAK = (
    (PetakTahun(0, "h0", "0/4"), "Belum ada yang dilaporkan"),
    (PetakTahun(0, "h1", "1/4"), "Kurang dari setengah"),
    (PetakTahun(0, "h2", "3/4"), "Setengah atau lebih"),
    (PetakTahun(0, "h3", "4/4"), "Lengkap"),
    (PetakTahun(0, "td", "Tidak diukur", "tidak-diukur"), "Tidak diukur"),
    (PetakTahun(0, "nb", "Tidak berlaku", "tidak-berlaku"), "Tidak berlaku"),
    (PetakTahun(0, "bj", "Belum dinilai", "berjalan"), "Angka sementara, belum dinilai"),
    (PetakTahun(0, "bw", "Belum waktunya", "belum-waktunya"), "Belum waktunya"),
)
_TAK_DIMINTA = {Status.TIDAK_DIUKUR, Status.TIDAK_BERLAKU}
_BELUM_SELESAI = {Status.BELUM_WAKTUNYA, Status.BERJALAN}


def petak_tahun(context: Context, indikator: Iterable[Indikator], tahun: int) -> PetakTahun:
    """Return the square of ``tahun`` for these indicators."""
    ukuran = [context.pengukuran(satu).get(tahun) for satu in indikator]
    states = [satu.status for satu in ukuran if satu]
    wanted = [status for status in states if status not in _TAK_DIMINTA]
    if not wanted and Status.TIDAK_DIUKUR in states:
        return PetakTahun(tahun, "td", "Tidak diukur", "tidak-diukur")
    if not wanted:
        return PetakTahun(tahun, "nb", "Tidak berlaku", "tidak-berlaku")
    reported = sum(1 for status in wanted if status.ada_hasil)
    if Status.BERJALAN in wanted and set(wanted) <= _BELUM_SELESAI:
        return PetakTahun(tahun, "bj", "Belum dinilai", "berjalan")
    if set(wanted) == {Status.BELUM_WAKTUNYA}:
        return PetakTahun(tahun, "bw", "Belum waktunya", "belum-waktunya")
    share = reported / len(wanted)
    level = 0 if not reported else 3 if share == 1 else 2 if share >= 0.5 else 1
    return PetakTahun(
        tahun,
        f"h{level}",
        f"{reported}/{len(wanted)}",
        ada=reported,
        jumlah=len(wanted),
        meleset=wanted.count(Status.BELUM_TERCAPAI),
    )


def kunci_petak(petak: Iterable[PetakTahun]) -> tuple[tuple[PetakTahun, str], ...]:
    """Return the key to these squares: only what occurs among them."""
    used = {satu.kelas for satu in petak}
    return tuple(pair for pair in ARTI_PETAK if pair[0].kelas in used)
