"""A change of a number as pages show it; the indicator's page and /perubahan/ share it."""

from dataclasses import dataclass
from datetime import date

from iku_terbuka.context import Context
from iku_terbuka.history import Commit, NumberChange, NumberKind
from iku_terbuka.model import Indikator, Tanggal
from iku_terbuka.wording import date_text, old_and_new

# More changes of one indicator than this are folded.
MAX_RIWAYAT = 20


@dataclass(frozen=True)
class KomitTampil:
    """A step of the history; ``tautan`` is empty where the site names no repository."""

    tanggal: str
    subjek: str
    pendek: str
    tautan: str
    ralat: bool


@dataclass(frozen=True)
class BarisPerubahan:
    """One change: “Target 2024”, what it was, what it became."""

    apa: str
    lama: str
    baru: str
    setelah_berjalan: bool
    komit: KomitTampil


def baris_perubahan(
    context: Context, indikator: Indikator | None, ubah: NumberChange
) -> BarisPerubahan:
    """Return a change as a row; ``indikator`` is ``None`` when it exists no more."""
    lama, baru = old_and_new(ubah, indikator.satuan(ubah.tahun) if indikator else None)
    return BarisPerubahan(
        f"{ubah.kind.capitalize()} {ubah.tahun}",
        lama,
        baru,
        ubah.after_start,
        komit_tampil(context, ubah.commit),
    )


def komit_tampil(context: Context, komit: Commit) -> KomitTampil:
    return KomitTampil(
        tanggal_lengkap(komit.day),
        komit.subject,
        komit.short,
        context.forge.commit_url(komit.hash) if context.forge else "",
        komit.ralat,
    )


def tanggal_lengkap(day: date) -> str:
    return date_text(Tanggal(day.year, day.month, day.day))


def tahun_diubah(context: Context, indikator: Indikator) -> set[int]:
    """Return the years whose target changed after they had begun."""
    return {
        satu.tahun
        for satu in context.riwayat.of_indikator(indikator.kunci)
        if satu.kind is NumberKind.TARGET and satu.after_start
    }


def bagian_riwayat(context: Context, indikator: Indikator) -> dict[str, object]:
    """Return what the section on the past shows; what is not known is not claimed."""
    past = context.riwayat
    rows = [
        baris_perubahan(context, indikator, satu) for satu in past.of_indikator(indikator.kunci)
    ]
    since = past.since.get(indikator.instansi_id)
    return {
        "riwayat": rows[:MAX_RIWAYAT],
        "riwayat_lama": rows[MAX_RIWAYAT:],
        "riwayat_sejak": tanggal_lengkap(since) if since else "",
        "riwayat_catatan": past.note,
    }
