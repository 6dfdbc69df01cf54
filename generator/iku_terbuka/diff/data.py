"""A change as JSON, for programs. Keys stay; new ones may come.

``versi`` 1. ``dari`` and ``ke`` are the two sides: ``nama`` of the revision, ``komit`` in full,
both ``null`` for files on disk; ``bercabang`` whether ``dari`` is where the two parted.
``ringkasan`` is the sentence, ``hitungan`` its counts. ``kendala`` is ``null``, or says whose
errors kept the figures from being compared: ``dasar`` or ``usulan``.
``skala``, ``pemda`` → ``instansi`` → ``indikator`` → ``tahun`` hold what differs, with the fields
of :mod:`iku_terbuka.diff.nilai`. A ``lama`` or ``baru`` is ``null``, a text, a number as text
with the digits as typed and a decimal point, a list of those, or ``{nilai, bawah, atas,
predikat}`` with what there is; capaian is in percent with two decimals. ``kesalahan``,
``masalah_baru`` and ``masalah_selesai`` are problems as ``iku check --format json`` has them.
"""

from dataclasses import asdict, fields, is_dataclass
from typing import Any

from iku_terbuka.diff.datar import mentah
from iku_terbuka.diff.nilai import Pembanding, Perubahan, Ubah
from iku_terbuka.diff.ringkasan import hitung, kalimat
from iku_terbuka.source.problems import Problem

VERSI = 1


def sebagai_data(perubahan: Perubahan, pembanding: Pembanding) -> dict[str, Any]:
    """Return what the module says, ready for JSON."""
    return {
        "versi": VERSI,
        **_data(pembanding),
        "ringkasan": kalimat(perubahan),
        "hitungan": asdict(hitung(perubahan)),
        **_data(perubahan),
    }


def _data(satu: Any) -> Any:
    match satu:
        case Ubah():
            raw = {"lama": mentah(satu.lama), "baru": mentah(satu.baru)}
            marks = {"ralat": satu.ralat, "setelah_berjalan": satu.setelah_berjalan}
            return {"kunci": satu.kunci, **raw, **marks}
        case Problem():
            keys = ("file", "line", "column", "code", "severity", "message", "hint")
            return {key: getattr(satu, key) for key in keys}
        case tuple():
            return [_data(bagian) for bagian in satu]
        case _ if is_dataclass(satu):
            return {field.name: _data(getattr(satu, field.name)) for field in fields(satu)}
        case _:
            return satu
