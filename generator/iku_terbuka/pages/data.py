"""The generated parts of the page of downloads: addresses, columns, an example for programs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context
from iku_terbuka.opendata import COLUMNS
from iku_terbuka.opendata.definitions import INDIKATOR_COLUMNS
from iku_terbuka.pages.bagian import Unduhan, unduhan
from iku_terbuka.pages.templat import render

FOLDER = "data"
CONTOH_PANDAS = """\
import pandas as pd

data = pd.read_csv("capaian.csv", encoding="utf-8-sig", dtype={"kode_wilayah": str})
for status, jumlah in data["status"].value_counts().sort_index().items():
    print(status, jumlah)
"""
CONTOH_PYTHON = """\
import csv
from collections import Counter

with open("capaian.csv", encoding="utf-8-sig", newline="") as berkas:
    jumlah = Counter(baris["status"] for baris in csv.DictReader(berkas))
for status in sorted(jumlah):
    print(status, jumlah[status])
"""


@dataclass(frozen=True)
class BarisUnduhan:
    """A node with its page and its files."""

    nama: str
    alamat: str
    unduhan: tuple[Unduhan, ...]


def isi_data(context: Context) -> Mapping[str, str]:
    """Return the parts by the name under which a page asks for them."""
    return {
        "data": render("data.md.j2", baris=_baris(context), contoh=_contoh(context)),
        "kolom": render("kolom.md.j2", judul="Kolom capaian.csv", kolom=COLUMNS),
        "kolom-indikator": render(
            "kolom.md.j2", judul="Kolom indikator.csv", kolom=INDIKATOR_COLUMNS
        ),
        "contoh-program": render(
            "contoh-program.md.j2",
            pandas=CONTOH_PANDAS,
            python=CONTOH_PYTHON,
            hasil=hasil_contoh(context),
        ),
    }


def hasil_contoh(context: Context) -> str:
    """Return what both examples print: each status with its number of rows."""
    counts = Counter(
        status
        for instansi in context.all_instansi()
        for satu in instansi.indikator
        for status in (
            [ukur.status for ukur in context.pengukuran(satu).values()] or [Status.BELUM_DILAPORKAN]
        )
    )
    return "".join(f"{status} {counts[status]}\n" for status in sorted(counts))


def _baris(context: Context) -> list[BarisUnduhan]:
    """Return every Pemda, or what lies below the node that is the home."""
    nodes = context.top_nodes()[0].anak if context.root else context.top_nodes()
    return [_satu(context, node.nama, node.id) for node in nodes]


def _contoh(context: Context) -> list[BarisUnduhan]:
    """Return one instansi that is no Pemda, where there is one, and one indicator of it."""
    filled = [satu for satu in context.all_instansi() if satu.indikator]
    below = [satu for satu in filled if context.folder(satu.id).count("/")]
    example = next(iter(below or filled), None)
    if example is None:
        return []
    indikator = example.indikator[0]
    return [
        _satu(context, context.full_name(example), example.id),
        _satu(context, indikator.nama, indikator.kunci),
    ]


def _satu(context: Context, nama: str, kunci: str) -> BarisUnduhan:
    page = context.link(FOLDER, context.folder(kunci))
    return BarisUnduhan(nama, page, unduhan(context, FOLDER, kunci))
