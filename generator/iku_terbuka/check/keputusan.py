"""Decrees that follow each other within one plan."""

from collections.abc import Iterator
from itertools import pairwise

from iku_terbuka.check.notes import explained
from iku_terbuka.load import Loaded
from iku_terbuka.model import IkuFile, Instansi
from iku_terbuka.model.text import quoted
from iku_terbuka.source.problems import Problem

MAX_NAMED = 3


def dropped_indicators(instansi: Instansi, loaded: Loaded) -> Iterator[Problem]:
    """Yield each amendment that leaves out indicators of the plan that it amends.

    Where both titles end in the same year, the later decree amends the plan. What it does not list
    counts as replaced; whether it was meant to stay only its text says.
    """
    for older, newer in pairwise(instansi.iku):
        if not newer.replaces or not _amends(older, newer):
            continue
        listed = _names(newer)
        dropped = [name for known, name in _names(older).items() if known not in listed]
        if dropped and not explained("(?:digantikan|dihapus|dicabut)", *newer.iku.catatan):
            named = ", ".join(quoted(name, 60) for name in dropped[:MAX_NAMED])
            more = len(dropped) - MAX_NAMED
            yield loaded.documents[newer.lokasi.berkas].warning(
                ("sasaran",),
                "indikator-tidak-dilanjutkan",
                f"{len(dropped)} indikator di {older.lokasi.berkas.rpartition('/')[2]} tidak ada "
                f"di sini dan ditandai digantikan: {named}"
                + (f", dan {more} lainnya." if more > 0 else "."),
                "Kalau keputusan ini hanya mengubah yang tertulis di sini, tambahkan "
                "“mengubah_sebagian: true”. Kalau memang dihapus, sebutkan “dihapus” di “catatan”.",
            )


def _amends(older: IkuFile, newer: IkuFile) -> bool:
    before, after = older.iku.periode, newer.iku.periode
    return before is not None and after is not None and before.akhir == after.akhir


def _names(keputusan: IkuFile) -> dict[str, str]:
    """Return the indicators that a decree lists: id → name."""
    return {
        definisi.id: definisi.nama
        for sasaran in keputusan.iku.sasaran
        for definisi in sasaran.indikator
    }
