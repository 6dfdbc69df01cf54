"""Counting statuses over many indicators. Counts come before any average, and nothing is averaged.

An indicator counts once: by its newest year with a result, or as not reported. So a year of which
little is reported yet hides nothing; how the newest year stands by itself is said in a sentence.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.capaian import Pengukuran, Status
from generator.konteks import Konteks
from generator.model import Indikator
from generator.wording import KATA_STATUS

# Above this many indicators, single squares say no more than a bar.
MAX_PETAK = 200


@dataclass(frozen=True)
class AngkaHitung:
    """A large figure that counts."""

    label: str
    besar: str
    dari: str = ""
    kecil: str = ""
    warna: str = ""


@dataclass(frozen=True)
class BagianPita:
    """A piece of a bar of statuses; ``kata`` are its count and status in words."""

    status: Status
    jumlah: int
    kata: str


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


def terpenuhi(hitungan: Counter[Status]) -> int:
    """Return how many reached their target or went beyond it."""
    return sum(count for status, count in hitungan.items() if status.terpenuhi)


def pita(hitungan: Counter[Status]) -> tuple[BagianPita, ...]:
    """Return the pieces of a bar, in the order of the statuses."""
    return tuple(
        BagianPita(status, hitungan[status], f"{hitungan[status]} {KATA_STATUS[status].lower()}")
        for status in Status
        if hitungan[status]
    )


def kata_hitungan(hitungan: Counter[Status]) -> str:
    """Return the counts as one short line: 5 terpenuhi · 1 belum tercapai · 2 belum dilaporkan."""
    kept = terpenuhi(hitungan)
    words = [f"{kept} terpenuhi"] if kept else []
    words += [satu.kata for satu in pita(hitungan) if not satu.status.terpenuhi]
    return " · ".join(words)


def angka_hitungan(
    hitungan: Counter[Status], keterangan: str, tahun: Iterable[int] = ()
) -> tuple[AngkaHitung, ...]:
    """Return promised, kept, not reported: the three figures of every overview.

    Where nothing is promised, nothing is missing either, and the third is left out.

    ``tahun`` are the years of the results that are counted.
    """
    total, reported = hitungan.total(), berhasil(hitungan)
    missing = hitungan[Status.BELUM_DILAPORKAN]
    label = "Terpenuhi pada hasil terakhir"
    if reported:
        years = sorted(set(tahun))
        fulfilled = AngkaHitung(
            label,
            str(terpenuhi(hitungan)),
            f"dari {reported}",
            f"yang sudah ada hasilnya{_masa(years)}",
            "realisasi",
        )
    else:
        fulfilled = AngkaHitung(
            label, "Belum diketahui", "", "Belum ada hasil untuk dinilai", "kata"
        )
    if not total:  # “0 dari 0, tidak dihitung sebagai nol” would be said of nothing
        return (AngkaHitung("Dijanjikan", "0", "indikator", keterangan), fulfilled)
    return (
        AngkaHitung("Dijanjikan", str(total), "indikator", keterangan),
        fulfilled,
        AngkaHitung(
            "Belum pernah dilaporkan",
            str(missing),
            f"dari {total}",
            "Belum dimuat di sini; tidak dihitung sebagai nol",
            "lebar",
        ),
    )


def _masa(years: list[int]) -> str:
    if not years:
        return ""
    return f", tahun {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")


def bagian_ringkasan(
    konteks: Konteks,
    indikator: Iterable[Indikator],
    hitungan: Counter[Status],
    keterangan: str,
) -> dict[str, object]:
    """Return what ``ringkasan.md.j2`` shows of these indicators, counted in ``hitungan``."""
    semua = tuple(indikator)
    years = _tahun_hasil(konteks, semua)
    newest, alone = kata_tahun(konteks, semua, hitungan)
    return {
        "angka_kunci": angka_hitungan(hitungan, keterangan, years),
        "pita": pita(hitungan),
        "satu_petak": 0 < hitungan.total() <= MAX_PETAK,
        "kalimat_tahun": f"Untuk {newest} saja, tahun terbaru yang ada hasilnya: {alone}."
        if alone
        else "",
    }


def _tahun_hasil(konteks: Konteks, semua: Iterable[Indikator]) -> list[int]:
    """Return the newest year with a result of each indicator that has one."""
    found = (
        max((tahun for tahun, satu in ukuran.items() if satu.status.ada_hasil), default=0)
        for ukuran in map(konteks.pengukuran, semua)
    )
    return [tahun for tahun in found if tahun]


def kata_tahun(
    konteks: Konteks, semua: tuple[Indikator, ...], hitungan: Counter[Status]
) -> tuple[int, str]:
    """Return the newest year with a result and how it stands by itself.

    The words are empty where that is no news beside ``hitungan``.
    """
    tahun = max(_tahun_hasil(konteks, semua), default=0)
    alone = Counter(
        ukuran[tahun].status
        for satu in semua
        if tahun in (ukuran := konteks.pengukuran(satu))
        and ukuran[tahun].status is not Status.TIDAK_BERLAKU
    )
    if not tahun or alone == hitungan:
        return tahun, ""
    # What was not measured is not wanted: the map beside this sentence counts so too.
    reported, total = berhasil(alone), alone.total() - alone[Status.TIDAK_DIUKUR]
    parts = [f"{reported} dari {total} indikator sudah ada hasilnya"]
    if kept := terpenuhi(alone):
        parts.append(f"{kept} terpenuhi")
    if missing := alone[Status.BELUM_DILAPORKAN]:
        parts.append(f"{missing} belum dilaporkan")
    return tahun, ", ".join(parts)
