"""Results that are overdue, by the dates of Perpres 29/2014."""

from collections.abc import Iterator
from datetime import date

from iku_terbuka.capaian import hari_terlambat
from iku_terbuka.check.peringatan import peringatan
from iku_terbuka.load import Muatan
from iku_terbuka.model import Hasil, Instansi, Keadaan, Pemda
from iku_terbuka.source.problems import Problem


def hasil_terlambat(pemda: Pemda, muatan: Muatan, acuan: date) -> Iterator[Problem]:
    """Yield, for each instansi and year with a target, how many results are overdue on ``acuan``.

    Only a Pemda that publishes here itself can be late; a copy of its documents cannot. A unit
    below a perangkat daerah follows its parent.
    """
    if not pemda.profil.resmi:
        return
    for instansi in pemda.instansi.keturunan():
        for tahun in instansi.tahun:
            late = hari_terlambat(instansi, tahun, acuan)
            if late:
                yield from _terlambat(instansi, tahun, late, muatan)


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
        f"Isi capaian/{tahun}.yaml. Laporan kinerja disampaikan paling lambat {limit} bulan "
        "sesudah tahun berakhir (Perpres 29/2014 menurut sumber sekunder; naskahnya belum kami "
        "baca).",
    )


def _dilaporkan(hasil: Hasil | None) -> bool:
    if hasil is None:
        return False
    stated = hasil.keadaan not in {None, Keadaan.BELUM_DILAPORKAN}
    return stated or hasil.realisasi is not None or bool(hasil.variabel)
