"""The problems that need formulas, scales or several values. Errors block, warnings do not."""

from collections.abc import Iterator

from generator.check.hasil import periksa_hasil
from generator.check.predikat import predikat_hasil, predikat_target
from generator.check.rumus import periksa_arah, periksa_rumus
from generator.check.skala import periksa_skala
from generator.load import Muatan
from generator.model import Laporan
from generator.problems import Problem


def check(muatan: Muatan) -> tuple[Problem, ...]:
    """Return every problem of the data, errors and warnings, sorted by place."""
    found = list(_check(muatan.laporan, muatan)) if muatan.laporan else []
    return tuple(sorted({*muatan.problems, *found}))


def _check(laporan: Laporan, muatan: Muatan) -> Iterator[Problem]:
    for skala_id, skala in laporan.skala.items():
        yield from periksa_skala(skala, muatan.documents[muatan.berkas_skala[skala_id]])
    for indikator in laporan.semua_indikator():
        for penetapan in indikator.penetapan:
            document, path = muatan.documents[penetapan.lokasi.berkas], penetapan.lokasi.path
            yield from periksa_rumus(penetapan, document, path)
            yield from periksa_arah(penetapan, document, path)
            yield from predikat_target(penetapan, laporan, document, path)
        for tahun, lokasi in indikator.lokasi_hasil.items():
            document = muatan.documents[lokasi.berkas]
            yield from periksa_hasil(indikator, tahun, document, lokasi.path)
            yield from predikat_hasil(indikator, tahun, laporan, document, lokasi.path)
