"""One zip of everything about the site, with a text that says what it is."""

import posixpath
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from textwrap import fill
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from iku_terbuka.context import Context
from iku_terbuka.opendata.catatan import Catatan, catatan_data, judul_data
from iku_terbuka.opendata.kolom import KOLOM
from iku_terbuka.opendata.sitasi import sitasi_situs
from iku_terbuka.output import OutputFile, Rencana

PATH = "data/iku.zip"
BACA_SAYA = "BACA-SAYA.txt"
_LEBAR = 88
# The first day that a zip can tell.
_TANPA_TANGGAL = date(1980, 1, 1)
_ISI = {
    "capaian.csv": "satu baris untuk setiap indikator dan tahun",
    "indikator.csv": "arti setiap indikator",
    "iku.xlsx": "baris yang sama untuk Excel, dengan arti kolom dan catatan",
    "iku.json": "semuanya: definisi, rumus, sumber, hasil, dan catatan",
    "iku.schema.json": "bentuk iku.json, sebagai JSON Schema",
    "datapackage.json": "uraian data untuk program, sebagai Frictionless Data Package",
    "dcat.jsonld": "uraian data untuk portal, sebagai katalog DCAT",
}


class Arsip:
    """The zip of what lies beside it, which is about everything.

    Each file is packed as it comes and need not be held; the same files give the same bytes.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._out = BytesIO()
        self._zip = ZipFile(self._out, "w")
        self._nama: list[str] = []

    def tambah(self, satu: OutputFile) -> None:
        """Pack a file, if it belongs in here."""
        if posixpath.dirname(satu.path) == posixpath.dirname(PATH):
            self._nama.append(posixpath.basename(satu.path))
            self._tulis(self._nama[-1], satu.content)

    def selesai(self) -> OutputFile:
        """Return the zip, closed by a text that says what it is."""
        self._tulis(BACA_SAYA, baca_saya(self._context, sorted(self._nama)))
        self._zip.close()
        return OutputFile(PATH, self._out.getvalue())

    def _tulis(self, nama: str, isi: str | bytes) -> None:
        day = self._context.acuan or _TANPA_TANGGAL
        entry = ZipInfo(nama, (day.year, day.month, day.day, 0, 0, 0))
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = 3  # Unix, whose permissions these are, wherever it is made
        entry.external_attr = 0o100644 << 16
        self._zip.writestr(entry, isi)


def dengan_zip(
    context: Context, berkas: Iterable[OutputFile | Rencana]
) -> Iterator[OutputFile | Rencana]:
    """Yield the files as they come, and in the end the zip of those about everything."""
    arsip = Arsip(context)
    for satu in berkas:
        if isinstance(satu, OutputFile):  # what is about everything is never only planned
            arsip.tambah(satu)
        yield satu
    yield arsip.selesai()


def baca_saya(context: Context, nama: Iterable[str]) -> str:
    """Return the text beside the files called ``nama``: Windows line ends, UTF-8 with BOM."""
    instansi = [satu for satu in context.all_instansi() if satu.indikator]
    files = [f"{satu}: {_ISI[satu]}." if satu in _ISI else satu for satu in nama]
    parts = [
        judul_data(context, instansi),
        "Target, realisasi, dan capaian Indikator Kinerja Utama (IKU) pemerintah daerah.",
        _bagian(Catatan("Isi", tuple(files))),
        *(_bagian(note) for note in catatan_data(context, instansi)),
        _bagian(Catatan("Cara mengutip", (sitasi_situs(context).lengkap,))),
        _bagian(Catatan("Pengolahan", _PENGOLAHAN)),
        _bagian(
            Catatan("Kolom capaian.csv", tuple(f"{kolom.nama}: {kolom.arti}" for kolom in KOLOM))
        ),
    ]
    return "\ufeff" + "\n\n".join(parts).replace("\n", "\r\n") + "\r\n"


_PENGOLAHAN = (
    "Dokumen disalin ke berkas YAML, satu berkas untuk satu keputusan dan satu berkas untuk "
    "setiap tahun hasil. Yang disimpulkan penyunting disebut di iku.json, kunci disimpulkan.",
    "Semua berkas di sini dibuat dari YAML itu oleh IKU Terbuka, sama seperti halaman situsnya. "
    "Angka tidak diubah; yang dihitung hanya capaian, status, kategori, predikat menurut skala, "
    "dan realisasi dari komponennya.",
)


def _bagian(note: Catatan) -> str:
    lines = [
        fill(
            satu,
            _LEBAR,
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for satu in note.isi
    ]
    return "\n".join([note.judul.upper(), "", *lines])
