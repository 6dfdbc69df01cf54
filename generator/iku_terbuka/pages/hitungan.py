"""Counting statuses over many indicators. Counts come before any average, and nothing is averaged.

An indicator counts once: by its newest year with a result, or as not reported. So a year of which
little is reported yet hides nothing; how the newest year stands by itself is said in a sentence.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from iku_terbuka.capaian import Status, StatusCounts, count_status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.wording import STATUS_WORDS, count_text, count_words, reasons_sentence

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


def hitungan(context: Context, indikator: Iterable[Indikator]) -> StatusCounts:
    """Count how these indicators stand."""
    return count_status(map(context.standing, indikator))


def pita(counts: StatusCounts) -> tuple[BagianPita, ...]:
    """Return the pieces of a bar, in the order of the statuses."""
    return tuple(
        BagianPita(status, count, f"{count_text(count)} {STATUS_WORDS[status].lower()}")
        for status in Status
        if (count := counts.status[status])
    )


def kata_pita(counts: StatusCounts) -> str:
    """Return the counts as one short line: 5 tercapai · 1 belum tercapai · 2 belum dilaporkan."""
    return count_words(counts.status, counts.sementara, separator=" · ")


def angka_hitungan(
    counts: StatusCounts, keterangan: str, tahun: Iterable[int] = ()
) -> tuple[AngkaHitung, ...]:
    """Return how many indicators, targets reached, never reported: the figures of an overview.

    Where nothing is there, nothing is missing either, and the third is left out. ``tahun`` are the
    years of the results that are counted.
    """
    total, missing = counts.total, counts.status[Status.BELUM_DILAPORKAN]
    first = AngkaHitung("Indikator", count_text(total), "", keterangan)
    if not total:  # “0 dari 0, tidak dihitung sebagai nol” would be said of nothing
        return (first, _terpenuhi(counts, ()))
    return (
        first,
        _terpenuhi(counts, sorted(set(tahun))),
        AngkaHitung(
            "Belum pernah dilaporkan",
            count_text(missing),
            f"dari {count_text(total)}",
            "Belum dimuat di sini; tidak dihitung sebagai nol",
            "lebar",
        ),
    )


def _terpenuhi(counts: StatusCounts, years: Iterable[int]) -> AngkaHitung:
    """Return how many targets were reached, of those whose result could be judged."""
    label = "Target tercapai (hasil terakhir)"
    if counts.dinilai:
        draft = f"; {count_text(counts.sementara)} angka sementara" if counts.sementara else ""
        return AngkaHitung(
            label,
            count_text(counts.terpenuhi),
            f"dari {count_text(counts.dinilai)}",
            f"yang dapat dinilai{_masa(list(years))}{draft}",
            "realisasi",
        )
    if counts.berhasil:
        why = "Hasilnya ada, tetapi tidak dapat dinilai"
    elif counts.status[Status.BERJALAN]:
        why = "Angkanya masih sementara"
    else:
        why = "Belum ada hasil untuk dinilai"
    return AngkaHitung(label, "Belum diketahui", "", why, "kata")


def _masa(years: list[int]) -> str:
    if not years:
        return ""
    return f", tahun {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")


def bagian_ringkasan(
    context: Context,
    indikator: Iterable[Indikator],
    counts: StatusCounts,
    keterangan: str,
) -> dict[str, object]:
    """Return what ``ringkasan.md.j2`` shows of these indicators, counted in ``counts``."""
    semua = tuple(indikator)
    newest, alone = kata_tahun(context, semua, counts)
    return {
        "angka_kunci": angka_hitungan(counts, keterangan, tahun_dinilai(context, semua)),
        "pita": pita(counts),
        "satu_petak": 0 < counts.total <= MAX_PETAK,
        "kalimat_sebab": reasons_sentence(counts),
        "kalimat_tahun": f"Untuk {newest} saja, tahun terbaru yang ada hasilnya: {alone}."
        if alone
        else "",
    }


def tahun_dinilai(context: Context, semua: Iterable[Indikator]) -> list[int]:
    """Return the year of each result that counts as judged."""
    results = (context.standing(satu).latest for satu in semua)
    return [result.tahun for result in results if result and result.status.dinilai]


def kata_tahun(
    context: Context, semua: tuple[Indikator, ...], counts: StatusCounts
) -> tuple[int, str]:
    """Return the newest year with a result and how it stands by itself.

    The words are empty where that is no news beside ``counts``.
    """
    results = [context.standing(satu).latest for satu in semua]
    tahun = max((one.tahun for one in results if one and one.status.ada_hasil), default=0)
    year = [one for satu in semua if (one := context.pengukuran(satu).get(tahun))]
    alone = Counter(one.status for one in year if one.status is not Status.TIDAK_BERLAKU)
    if not tahun or alone == counts.status:
        return tahun, ""
    # What was not measured is not wanted: the map beside this sentence counts so too.
    reported = sum(count for status, count in alone.items() if status.ada_hasil)
    wanted = alone.total() - alone[Status.TIDAK_DIUKUR]
    parts = [f"{count_text(reported)} dari {count_text(wanted)} indikator sudah ada hasilnya"]
    if kept := sum(count for status, count in alone.items() if status.terpenuhi):
        parts.append(f"{count_text(kept)} tercapai")
    if missing := alone[Status.BELUM_DILAPORKAN]:
        parts.append(f"{count_text(missing)} belum dilaporkan")
    if drafts := sum(1 for one in year if one.sementara and one.status.dinilai):
        parts.append(f"{count_text(drafts)} angka sementara")
    return tahun, ", ".join(parts)
