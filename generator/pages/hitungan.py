"""Counting statuses over many indicators. Counts come before any average, and nothing is averaged.

An indicator counts once: by its newest year with a result, or as not reported.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.capaian import Pengukuran, Status
from generator.konteks import Konteks
from generator.model import Indikator


@dataclass(frozen=True)
class AngkaHitung:
    """A large figure that counts."""

    label: str
    besar: str
    dari: str = ""
    kecil: str = ""
    warna: str = ""


def status_terakhir(ukuran: Mapping[int, Pengukuran]) -> Status:
    """Return the status of the newest year with a result, else why there is none."""
    for satu in reversed(list(ukuran.values())):
        if satu.status.ada_hasil:
            return satu.status
    states = {satu.status for satu in ukuran.values()}
    if not states or Status.BELUM_DILAPORKAN in states:
        return Status.BELUM_DILAPORKAN
    return next(reversed(list(ukuran.values()))).status


def hitung_status(konteks: Konteks, indikator: Iterable[Indikator]) -> Counter[Status]:
    return Counter(status_terakhir(konteks.pengukuran(satu)) for satu in indikator)


def berhasil(hitungan: Counter[Status]) -> int:
    """Return how many have a result, whatever it says."""
    return sum(count for status, count in hitungan.items() if status.ada_hasil)


def angka_hitungan(hitungan: Counter[Status], keterangan: str) -> tuple[AngkaHitung, ...]:
    """Return promised, kept, not reported: the three figures of every overview."""
    total, reported = hitungan.total(), berhasil(hitungan)
    kept = sum(count for status, count in hitungan.items() if status.terpenuhi)
    missing = hitungan[Status.BELUM_DILAPORKAN]
    if reported:
        fulfilled = AngkaHitung(
            "Terpenuhi pada hasil terakhir",
            str(kept),
            f"dari {reported}",
            "indikator yang sudah ada hasilnya",
            "realisasi",
        )
    else:
        fulfilled = AngkaHitung(
            "Terpenuhi pada hasil terakhir",
            "Belum diketahui",
            "",
            "Belum ada hasil untuk dinilai",
            "kata",
        )
    return (
        AngkaHitung("Indikator", str(total), "", keterangan),
        fulfilled,
        AngkaHitung(
            "Belum dilaporkan", str(missing), f"dari {total}", "Tidak dihitung sebagai nol", "lebar"
        ),
    )
