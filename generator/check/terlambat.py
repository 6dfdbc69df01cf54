"""Results that are overdue, by the dates of Perpres 29/2014."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.peringatan import peringatan
from generator.load import Muatan
from generator.model import Hasil, Instansi, Keadaan, Pemda
from generator.problems import Problem


def hasil_terlambat(pemda: Pemda, muatan: Muatan, acuan: date) -> Iterator[Problem]:
    """Yield, for each instansi and year with a target, how many results are overdue on ``acuan``.

    Only a Pemda that publishes here itself can be late; a copy of its documents cannot.
    """
    if not pemda.profil.resmi:
        return
    for instansi in pemda.instansi.keturunan():
        for tahun in instansi.tahun:
            late = (acuan - batas_lapor(instansi, tahun)).days
            if late > 0:
                yield from _terlambat(instansi, tahun, late, muatan)


def batas_lapor(instansi: Instansi, tahun: int) -> date:
    """Return the last day to report ``tahun``: two months for an instansi, three for the Pemda."""
    month = 3 if "/" in instansi.id else 4
    return date(tahun + 1, month, 1) - timedelta(days=1)


def _terlambat(instansi: Instansi, tahun: int, late: int, muatan: Muatan) -> Iterator[Problem]:
    promised = [satu for satu in instansi.indikator if satu.target(tahun) is not None]
    missing = [satu for satu in promised if not _dilaporkan(satu.hasil.get(tahun))]
    penetapan = missing[0].berlaku(tahun) if missing else None
    if penetapan is None:
        return
    limit = "dua" if "/" in instansi.id else "tiga"
    yield peringatan(
        muatan.documents[penetapan.lokasi.berkas],
        (*penetapan.lokasi.path, "target", str(tahun)),
        "hasil-terlambat",
        f"Hasil {tahun}: {len(missing)} dari {len(promised)} indikator belum dilaporkan, "
        f"terlambat {late} hari.",
        f"Isi capaian/{tahun}.yaml. Batas laporan kinerja adalah {limit} bulan sesudah tahun "
        "berakhir (Perpres 29/2014).",
    )


def _dilaporkan(hasil: Hasil | None) -> bool:
    if hasil is None:
        return False
    stated = hasil.keadaan not in {None, Keadaan.BELUM_DILAPORKAN}
    return stated or hasil.realisasi is not None or bool(hasil.variabel)
