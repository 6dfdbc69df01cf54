"""The files that describe the data to other programs, and those that tell what changed."""

from collections.abc import Iterator

from generator.konteks import Konteks
from generator.opendata import dcat, paket
from generator.opendata.metadata import indikator_csv
from generator.opendata.umpan import umpan
from generator.output import Ingat, OutputFile, tanpa_ingatan


def berkas_uraian(konteks: Konteks, ingat: Ingat = tanpa_ingatan) -> Iterator[OutputFile]:
    """Yield the table of definitions, the Data Package, the catalogue and the feeds.

    ``ingat`` may have the rows of an instansi.
    """
    yield OutputFile("data/indikator.csv", indikator_csv(konteks, ingat))
    yield OutputFile(paket.PATH, paket.datapackage(konteks))
    yield OutputFile(dcat.PATH, dcat.dcat(konteks))
    for path, text in umpan(konteks):
        yield OutputFile(path, text)
