"""One square of the map instansi × tahun: how many of the year's indicators have a result."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.capaian import Status
from generator.konteks import Konteks
from generator.model import Indikator


@dataclass(frozen=True)
class PetakTahun:
    """``kelas`` is a name in the style sheet; depth is completeness, never achievement.

    ``belum`` are the results that are missing though due, ``jumlah`` those that are wanted.
    """

    tahun: int
    kelas: str
    kata: str
    ikon: str = ""
    belum: int = 0
    jumlah: int = 0


def petak_tahun(konteks: Konteks, indikator: Iterable[Indikator], tahun: int) -> PetakTahun:
    """Return the square of ``tahun`` for these indicators."""
    states = [konteks.pengukuran(satu)[tahun].status for satu in indikator if tahun in satu.tahun]
    states = [status for status in states if status is not Status.TIDAK_BERLAKU]
    if not states:
        return PetakTahun(tahun, "nb", "Tidak berlaku", "tidak-berlaku")
    reported = sum(1 for status in states if status.ada_hasil)
    if not reported and set(states) == {Status.BELUM_WAKTUNYA}:
        return PetakTahun(tahun, "bw", "Belum waktunya", "belum-waktunya")
    share = reported / len(states)
    level = 0 if not reported else 3 if share == 1 else 2 if share >= 0.5 else 1
    missing = states.count(Status.BELUM_DILAPORKAN)
    words = f"{reported}/{len(states)}"
    return PetakTahun(tahun, f"h{level}", words, belum=missing, jumlah=len(states))
