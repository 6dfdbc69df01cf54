"""The files that describe the data to other programs, and those that tell what changed."""

from collections.abc import Iterator

from iku_terbuka.context import Context
from iku_terbuka.opendata import dcat, paket
from iku_terbuka.opendata.metadata import indikator_csv
from iku_terbuka.opendata.umpan import umpan
from iku_terbuka.output import Ingat, OutputFile, tanpa_ingatan


def berkas_uraian(context: Context, ingat: Ingat = tanpa_ingatan) -> Iterator[OutputFile]:
    """Yield the table of definitions, the Data Package, the catalogue and the feeds.

    ``ingat`` may have the rows of an instansi.
    """
    yield OutputFile("data/indikator.csv", indikator_csv(context, ingat))
    yield OutputFile(paket.PATH, paket.datapackage(context))
    yield OutputFile(dcat.PATH, dcat.dcat(context))
    for path, text in umpan(context):
        yield OutputFile(path, text)
