"""Targets that differ: what was promised first, by which document, and what counts."""

import re
from collections.abc import Sequence

from iku_terbuka.capaian import DasarTarget, Measurement, Promise
from iku_terbuka.model import IkuFile, Indikator, Successor
from iku_terbuka.model.perjanjian_kinerja import JenisVersi, VersiPerjanjian
from iku_terbuka.wording.notation import date_text, join_words, value_text

_KINDS = ("Keputusan", "Peraturan", "Surat")
_AMENDS = re.compile(r"\bperubahan\b", re.IGNORECASE)


def decree_label(keputusan: IkuFile) -> str:
    """Return a short name of a decree: Keputusan 2016, Perubahan 2018.

    The year is the one from which it governs, as its file says.
    """
    if keputusan.perjanjian:
        return f"PK {keputusan.perjanjian}"
    dasar = keputusan.dasar_hukum
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


def _label(dokumen: IkuFile | VersiPerjanjian) -> str:
    """Return a short name of a document that prints a target: Keputusan 2016, PK awal."""
    if isinstance(dokumen, IkuFile):
        return decree_label(dokumen)
    if dokumen.jenis is JenisVersi.AWAL:
        return "PK awal"
    return f"PK perubahan {date_text(dokumen.tanggal)}" if dokumen.tanggal else "PK perubahan"


def target_document(measurement: Measurement) -> str:
    """Return a short name of the document whose target counts; empty without a target."""
    return _label(measurement.dokumen_target) if measurement.dokumen_target else ""


def basis_words(measurement: Measurement, satuan: str | None) -> str:
    """Name the document whose target counts where it is an agreement, and what the decree says.

    menurut Perjanjian Kinerja; keputusan IKU: 75. Empty where it is the decree.
    """
    if measurement.dasar_target is not DasarTarget.PK:
        return ""
    decreed = measurement.target_iku
    if decreed is None:
        return "menurut Perjanjian Kinerja; tidak ada di keputusan IKU"
    if measurement.target and value_text(decreed) == value_text(measurement.target):
        return "menurut Perjanjian Kinerja, sama dengan keputusan IKU"
    return f"menurut Perjanjian Kinerja; keputusan IKU: {value_text(decreed, satuan)}"


def unsigned_sentence(indikator: Indikator) -> str:
    """Say that an agreement alone has the indicator, and is not signed on the reference date.

    To be asked where no target counts; empty for every other indicator.
    """
    tahun = indikator.terbaru.keputusan.perjanjian
    if tahun is None or indikator.target_pk(tahun) is None:
        return ""
    return f"Perjanjian Kinerja {tahun} yang memuat indikator ini belum ditandatangani."


def earlier_words(measurement: Measurement) -> str:
    """Say what was promised before: semula 20 (Keputusan 2016), lalu 15 (Perubahan 2017).

    Empty where nothing was changed.
    """
    return ", ".join(
        f"{'lalu' if number else 'semula'} {_value(promise)} ({_label(promise.dokumen)})"
        for number, promise in enumerate(measurement.semula)
    )


def earlier_values(measurement: Measurement) -> str:
    """Say the same without the decrees: semula 20, lalu 15."""
    return ", ".join(
        f"{'lalu' if number else 'semula'} {_value(promise)}"
        for number, promise in enumerate(measurement.semula)
    )


def promise_label(promise: Promise) -> str:
    """Return a short name of the document that prints a promise."""
    return _label(promise.dokumen)


def later_words(promises: Sequence[Promise]) -> str:
    """Say what decrees printed for a year that they do not govern: 11 (Perubahan 2018)."""
    return join_words([f"{_value(promise)} ({_label(promise.dokumen)})" for promise in promises])


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
