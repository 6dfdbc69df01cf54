"""The problems that need formulas, scales or several values. Errors block, warnings do not."""

from collections.abc import Iterator
from datetime import date

from iku_terbuka.check.arah import arah_berlawanan, target_lawan_arah
from iku_terbuka.check.batas import batasi
from iku_terbuka.check.data_pribadi import data_pribadi
from iku_terbuka.check.definisi import periksa_definisi
from iku_terbuka.check.deret import deret_putus, lonjakan, nilai_hasil
from iku_terbuka.check.hasil import periksa_hasil
from iku_terbuka.check.letak_titik import Deret, hasil_jauh, target_jauh, target_tergeser
from iku_terbuka.check.persen import periksa_persen
from iku_terbuka.check.predikat import predikat_hasil, predikat_tanpa_skala, predikat_target
from iku_terbuka.check.ribuan import periksa_ribuan
from iku_terbuka.check.rumus import periksa_arah, periksa_rumus
from iku_terbuka.check.skala import periksa_skala
from iku_terbuka.check.terlambat import hasil_terlambat
from iku_terbuka.load import Muatan
from iku_terbuka.model import Indikator, Instansi, Laporan
from iku_terbuka.source.problems import Problem


def check(muatan: Muatan, acuan: date | None = None) -> tuple[Problem, ...]:
    """Return every problem of the data, errors and warnings, sorted by place.

    ``acuan`` is the reference date; without it nothing is called late. Of a file with more than
    200 problems the first are named and the others counted.
    """
    found = {
        *muatan.problems,
        *_kesalahan(muatan.terbaca, muatan),
        *_keraguan(muatan.terbaca, muatan),
    }
    if muatan.laporan and acuan:
        for pemda in muatan.laporan.pemda:
            found.update(hasil_terlambat(pemda, muatan, acuan))
    return batasi(found)


def kesalahan(muatan: Muatan) -> tuple[Problem, ...]:
    """Return the errors of the data alone, without looking for what is only doubtful."""
    found = {*muatan.problems, *_kesalahan(muatan.terbaca, muatan)}
    return batasi(problem for problem in found if problem.is_error)


def _kesalahan(laporan: Laporan, muatan: Muatan) -> Iterator[Problem]:
    """Yield every error, and the warnings that are found on the way."""
    for skala_id, skala in laporan.skala.items():
        yield from periksa_skala(skala, muatan.documents[muatan.berkas_skala[skala_id]])
    for indikator in laporan.semua_indikator():
        for penetapan in indikator.penetapan:
            document, path = muatan.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
            yield from periksa_rumus(penetapan, document, path)
            yield from periksa_arah(penetapan, document, path)
            yield from periksa_persen(indikator, penetapan, document, path)
        for tahun in indikator.lokasi_hasil:
            yield from periksa_hasil(indikator, tahun, muatan)
        yield from periksa_ribuan(indikator, muatan)


def _keraguan(laporan: Laporan, muatan: Muatan) -> Iterator[Problem]:
    """Yield what is doubtful: warnings, never an error."""
    for pemda in laporan.pemda:
        yield from arah_berlawanan(pemda, muatan)
        for instansi in pemda.instansi.keturunan():
            yield from periksa_definisi(instansi, muatan)
            for indikator in instansi.indikator:
                yield from _indikator(indikator, instansi, laporan, muatan)
    for file, text in muatan.teks.items():
        yield from data_pribadi(file, text)


def _indikator(
    indikator: Indikator, instansi: Instansi, laporan: Laporan, muatan: Muatan
) -> Iterator[Problem]:
    """Yield what is doubtful about one indicator: its targets, its results, its years."""
    doubted = {satu.lokasi: target_tergeser(satu.definisi) for satu in indikator.penetapan}
    for penetapan in indikator.penetapan:
        document, path = muatan.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
        yield from predikat_target(penetapan, laporan, document, path)
        yield from target_jauh(penetapan, document, doubted[penetapan.lokasi])
        yield from target_lawan_arah(penetapan, document, doubted[penetapan.lokasi])
    for tahun, lokasi in indikator.lokasi_hasil.items():
        document = muatan.documents[lokasi.berkas]
        yield from predikat_hasil(indikator, tahun, laporan, document, lokasi.path)
    yield from predikat_tanpa_skala(indikator, muatan)
    values = nilai_hasil(indikator)
    far = hasil_jauh(Deret(indikator, instansi, values, doubted), laporan, muatan)
    yield from far.values()
    yield from lonjakan(indikator, values, muatan, far)
    yield from deret_putus(indikator, muatan)
