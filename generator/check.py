"""Problems that need more than one value to see, and the reference date the checks share."""

from collections.abc import Iterator

from generator.load import Muatan
from generator.model import Laporan
from generator.problems import Problem, Severity
from generator.source import Document


def check(muatan: Muatan) -> tuple[Problem, ...]:
    """Return every problem of the data, errors and warnings, sorted by place."""
    warnings = list(_warnings(muatan.laporan, muatan)) if muatan.laporan else []
    return tuple(sorted({*muatan.problems, *warnings}))


def _warnings(laporan: Laporan, muatan: Muatan) -> Iterator[Problem]:
    for indikator in laporan.semua_indikator():
        for tahun, hasil in indikator.hasil.items():
            if hasil.sumber is None and (hasil.realisasi is not None or hasil.variabel):
                document = muatan.documents[indikator.lokasi_hasil[tahun].berkas]
                yield _warning(
                    document,
                    ("capaian", indikator.id),
                    "realisasi-tanpa-sumber",
                    f"Realisasi {tahun} “{indikator.nama}” tidak menyebut sumbernya.",
                    "Tambahkan “sumber: {judul: …, halaman: …}”.",
                )


def _warning(
    document: Document, path: tuple[str | int, ...], code: str, message: str, hint: str
) -> Problem:
    mark = document.mark(path, key=True)
    return Problem(document.file, mark.line, mark.column, code, message, hint, Severity.WARNING)
