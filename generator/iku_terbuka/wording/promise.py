"""A target that was changed: what was promised first, by which decree, and what counts now."""

import re
from collections.abc import Sequence

from iku_terbuka.capaian import Measurement, Promise
from iku_terbuka.model import IkuFile, Indikator, Successor
from iku_terbuka.wording.notation import join_words, value_text

_KINDS = ("Keputusan", "Peraturan", "Surat")
_AMENDS = re.compile(r"\bperubahan\b", re.IGNORECASE)


def decree_label(keputusan: IkuFile) -> str:
    """Return a short name of a decree: Keputusan 2016, Perubahan 2018.

    The year is the one from which it governs, as its file says.
    """
    dasar = keputusan.iku.dasar_hukum
    title = f"{dasar[0].jenis} {dasar[0].tentang or ''}" if dasar else ""
    if _AMENDS.search(title):
        kind = "Perubahan"
    else:
        kind = next((kind for kind in _KINDS if title.startswith(kind)), "Keputusan")
    stem = keputusan.lokasi.berkas.rpartition("/")[2].removesuffix(".yaml")
    year, _, number = stem.partition("-")
    if not year.isdecimal():
        year = str(keputusan.sejak or "")
    return f"{kind} {year}{f' ({number})' if number else ''}".strip()


def earlier_words(measurement: Measurement) -> str:
    """Say what was promised before: semula 20 (Keputusan 2016), lalu 15 (Perubahan 2017).

    Empty where nothing was changed.
    """
    return ", ".join(
        f"{'lalu' if number else 'semula'} {_value(promise)} ({decree_label(promise.keputusan)})"
        for number, promise in enumerate(measurement.semula)
    )


def earlier_values(measurement: Measurement) -> str:
    """Say the same without the decrees: semula 20, lalu 15."""
    return ", ".join(
        f"{'lalu' if number else 'semula'} {_value(promise)}"
        for number, promise in enumerate(measurement.semula)
    )


def change_words(indikator: Indikator, measurement: Measurement) -> str:
    """Say what was promised before and what counts: semula 20 (…), menjadi 12 (Perubahan 2018)."""
    current = indikator.berlaku(measurement.tahun)
    if not measurement.semula or current is None or measurement.target is None:
        return ""
    now = value_text(measurement.target, current.definisi.satuan)
    return f"{earlier_words(measurement)}, menjadi {now} ({decree_label(current.keputusan)})"


def later_words(promises: Sequence[Promise]) -> str:
    """Say what decrees printed for a year that they do not govern: 11 (Perubahan 2018)."""
    return join_words(
        [f"{_value(promise)} ({decree_label(promise.keputusan)})" for promise in promises]
    )


def _value(promise: Promise) -> str:
    return value_text(promise.target, promise.satuan)


def replaced_sentence(indikator: Indikator) -> str:
    """Say why an indicator is not measured any more; empty where it still is."""
    keputusan, ending = indikator.diganti, indikator.ending
    if keputusan is None:
        return ""
    since = f"Sejak {keputusan.sejak} indikator" if keputusan.sejak else "Indikator"
    if ending is None:
        return f"{since} ini digantikan: {decree_label(keputusan)} tidak memuatnya lagi."
    if ending.continues:
        return f"Sejak {ending.sejak} indikator ini dilanjutkan {keputusan.iku.instansi}."
    if nama := _replacement(indikator, ending):
        why = f", dasar: {ending.dasar}" if ending.dasar else ""
        return f"Sejak {ending.sejak} indikator ini digantikan “{nama}”{why.rstrip('.')}."
    return f"Sejak {ending.sejak} instansinya tidak ada lagi, dan indikator ini tidak dilanjutkan."


def ending_words(indikator: Indikator) -> str:
    """Say the same in a few words, as the heading of those that are alike; empty where it lives."""
    keputusan, ending = indikator.diganti, indikator.ending
    if keputusan is None:
        return ""
    if ending is None:
        return f"Tidak dimuat lagi dalam {decree_label(keputusan)}"
    if ending.continues:
        return f"Sejak {ending.sejak} dilanjutkan {keputusan.iku.instansi}"
    what = "digantikan indikator lain" if _replacement(indikator, ending) else "tidak dilanjutkan"
    return f"Sejak {ending.sejak} {what}"


def _replacement(indikator: Indikator, successor: Successor) -> str:
    """Return the name of the indicator of the same instansi that takes its place, if one does."""
    owner, _, wanted = successor.kunci.rpartition("/")
    if owner != indikator.instansi_id:
        return ""
    return next(
        (row.definisi.nama for row in successor.keputusan.iku.rows if row.definisi.id == wanted),
        "",
    )
