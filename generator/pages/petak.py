"""One square of the map instansi × tahun: how many of the year's indicators have a result."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.capaian import Status
from generator.konteks import Konteks
from generator.model import Indikator


@dataclass(frozen=True)
class PetakTahun:
    """``kelas`` is a name in the style sheet; depth is completeness, never achievement.

    ``belum`` are the results that are missing though due, ``jumlah`` those that are wanted,
    ``meleset`` the results that missed their target.
    """

    tahun: int
    kelas: str
    kata: str
    ikon: str = ""
    belum: int = 0
    jumlah: int = 0
    meleset: int = 0


# What the squares mean, each as an example; the order is that of the key.
ARTI_PETAK = (
    (PetakTahun(0, "h0", "0/4"), "Belum ada yang dilaporkan"),
    (PetakTahun(0, "h1", "1/4"), "Kurang dari setengah"),
    (PetakTahun(0, "h2", "3/4"), "Setengah atau lebih"),
    (PetakTahun(0, "h3", "4/4"), "Lengkap"),
    (PetakTahun(0, "nb", "Tidak berlaku", "tidak-berlaku"), "Tidak berlaku"),
    (PetakTahun(0, "bw", "Belum waktunya", "belum-waktunya"), "Belum waktunya"),
)


def petak_tahun(konteks: Konteks, indikator: Iterable[Indikator], tahun: int) -> PetakTahun:
    """Return the square of ``tahun`` for these indicators."""
    ukuran = [konteks.pengukuran(satu).get(tahun) for satu in indikator]
    states = [satu.status for satu in ukuran if satu and satu.status is not Status.TIDAK_BERLAKU]
    if not states:
        return PetakTahun(tahun, "nb", "Tidak berlaku", "tidak-berlaku")
    reported = sum(1 for status in states if status.ada_hasil)
    if not reported and set(states) == {Status.BELUM_WAKTUNYA}:
        return PetakTahun(tahun, "bw", "Belum waktunya", "belum-waktunya")
    share = reported / len(states)
    level = 0 if not reported else 3 if share == 1 else 2 if share >= 0.5 else 1
    return PetakTahun(
        tahun,
        f"h{level}",
        f"{reported}/{len(states)}",
        belum=states.count(Status.BELUM_DILAPORKAN),
        jumlah=len(states),
        meleset=states.count(Status.BELUM_TERCAPAI),
    )


def kunci_petak(petak: Iterable[PetakTahun]) -> tuple[tuple[PetakTahun, str], ...]:
    """Return the key to these squares: only what occurs among them."""
    used = {satu.kelas for satu in petak}
    return tuple(pair for pair in ARTI_PETAK if pair[0].kelas in used)
