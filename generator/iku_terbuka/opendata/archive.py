"""One zip of everything about the site, with a text that says what it is."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from io import BytesIO
from textwrap import fill
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from iku_terbuka.context import Context
from iku_terbuka.opendata.columns import COLUMNS
from iku_terbuka.opendata.notes import Note, data_notes, data_title
from iku_terbuka.opendata.origin import cite_site

README = "BACA-SAYA.txt"
_WIDTH = 88
# The first day that a zip can tell.
_NO_DATE = date(1980, 1, 1)
_CONTENTS = {
    "capaian.csv": "satu baris untuk setiap indikator dan tahun",
    "indikator.csv": "arti setiap indikator",
    "iku.xlsx": "baris yang sama untuk Excel, dengan arti kolom dan catatan",
    "iku.json": "semuanya: definisi, rumus, sumber, hasil, dan catatan",
    "iku.schema.json": "bentuk iku.json, sebagai JSON Schema",
    "datapackage.json": "uraian data untuk program, sebagai Frictionless Data Package",
    "dcat.jsonld": "uraian data untuk portal, sebagai katalog DCAT",
}
_PROCESSING = (
    "Dokumen disalin ke berkas YAML, satu berkas untuk satu keputusan dan satu berkas untuk "
    "setiap tahun hasil. Yang disimpulkan penyunting disebut di iku.json, kunci disimpulkan.",
    "Semua berkas di sini dibuat dari YAML itu oleh IKU Terbuka, sama seperti halaman situsnya. "
    "Angka tidak diubah; yang dihitung hanya capaian, status, kategori, predikat menurut skala, "
    "dan realisasi dari komponennya.",
)


def archive(context: Context, files: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Return the zip of the files about the whole site; the same files give the same bytes."""
    out = BytesIO()
    day = context.state().day or _NO_DATE
    contents: Mapping[str, Callable[[], bytes]] = {
        **files,
        README: partial(readme, context, sorted(files)),
    }
    with ZipFile(out, "w") as packed:
        for name, make in contents.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, whose permissions these are, wherever it is made
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, make())
    return out.getvalue()


def readme(context: Context, names: Iterable[str]) -> bytes:
    """Return the text beside the files called ``names``: Windows line ends, UTF-8 with BOM."""
    instansi = [node for node in context.all_instansi() if node.indikator]
    files = [f"{name}: {_CONTENTS[name]}." if name in _CONTENTS else name for name in names]
    columns = [f"{column.name}: {column.meaning}" for column in COLUMNS]
    parts = [
        data_title(context, instansi),
        "Target, realisasi, dan capaian Indikator Kinerja Utama (IKU) pemerintah daerah.",
        _section(Note("Isi", tuple(files))),
        *(_section(note) for note in data_notes(context, instansi, context.state())),
        _section(Note("Cara mengutip", (cite_site(context).full,))),
        _section(Note("Pengolahan", _PROCESSING)),
        _section(Note("Kolom capaian.csv", tuple(columns))),
    ]
    text = "\n\n".join(parts).replace("\n", "\r\n")
    return f"\ufeff{text}\r\n".encode()


def _section(note: Note) -> str:
    lines = [
        fill(
            paragraph,
            _WIDTH,
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for paragraph in note.paragraphs
    ]
    return "\n".join([note.title.upper(), "", *lines])
