"""The problems that need formulas, scales or several values. Errors block, warnings do not."""

from collections.abc import Iterator
from datetime import date

from generator.check.batas import batasi
from generator.check.data_pribadi import data_pribadi
from generator.check.definisi import periksa_definisi
from generator.check.deret import deret_putus, lonjakan
from generator.check.hasil import periksa_hasil
from generator.check.predikat import predikat_hasil, predikat_tanpa_skala, predikat_target
from generator.check.rumus import periksa_arah, periksa_rumus
from generator.check.skala import periksa_skala
from generator.check.terlambat import hasil_terlambat
from generator.load import Muatan
from generator.model import Laporan
from generator.problems import Problem


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
        for tahun in indikator.lokasi_hasil:
            yield from periksa_hasil(indikator, tahun, muatan)


def _keraguan(laporan: Laporan, muatan: Muatan) -> Iterator[Problem]:
    """Yield what is doubtful: warnings, never an error."""
    for pemda in laporan.pemda:
        for instansi in pemda.instansi.keturunan():
            yield from periksa_definisi(instansi, muatan)
    for indikator in laporan.semua_indikator():
        for penetapan in indikator.penetapan:
            document, path = muatan.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
            yield from predikat_target(penetapan, laporan, document, path)
        for tahun, lokasi in indikator.lokasi_hasil.items():
            document = muatan.documents[lokasi.berkas]
            yield from predikat_hasil(indikator, tahun, laporan, document, lokasi.path)
        yield from predikat_tanpa_skala(indikator, muatan)
        yield from lonjakan(indikator, muatan)
        yield from deret_putus(indikator, muatan)
    for file, text in muatan.teks.items():
        yield from data_pribadi(file, text)
