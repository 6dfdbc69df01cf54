"""The columns of the form: what each is called, what it takes, and where that goes in the YAML."""

from dataclasses import dataclass
from enum import Enum, auto

from iku_terbuka.model import Keadaan


class ColumnKind(Enum):
    """What a column takes."""

    LOCKED = auto()
    NUMBER = auto()
    RUPIAH = auto()
    CHOICE = auto()
    TEXT = auto()
    ITEMS = auto()  # several, one a line
    LINE = auto()  # a text on one line


@dataclass(frozen=True)
class FormColumn:
    """One column. ``path`` leads to its value below an indicator; ``width`` is in characters."""

    key: str
    heading: str
    kind: ColumnKind
    width: int
    group: str
    path: tuple[str, ...] = ()
    hint: str = ""

    @property
    def name(self) -> str:
        """Return the heading without a year."""
        return self.heading.replace(" {tahun}", "")

    def heading_for(self, tahun: int) -> str:
        """Return the heading in the form of ``tahun``."""
        return self.heading.format(tahun=tahun, lalu=tahun - 1)


_LOCKED, _RESULT, _SOURCE = "Jangan diubah", "Isi: hasil", "Isi: sumber angka"
_TEXTS, _BUDGET, _OTHER = "Isi: uraian", "Isi: anggaran (Rp)", "Isi: lain-lain"
_NUMBER_HINT = "Ketik angkanya saja, tanpa satuan. Untuk menghapus isi lama, ketik hapus."
_ITEMS_HINT = "Satu hal satu baris. Pindah baris dengan Alt+Enter."
_RUPIAH_HINT = "Rupiah penuh, angka saja. Bukan juta atau miliar."

COLUMNS = (
    FormColumn("id", "Id", ColumnKind.LOCKED, 5, _LOCKED),
    FormColumn("indikator", "Indikator", ColumnKind.LOCKED, 34, _LOCKED),
    FormColumn("sasaran", "Sasaran", ColumnKind.LOCKED, 22, _LOCKED),
    FormColumn("satuan", "Satuan", ColumnKind.LOCKED, 10, _LOCKED),
    FormColumn("target", "Target {tahun}", ColumnKind.LOCKED, 11, _LOCKED),
    FormColumn("lalu", "Realisasi {lalu}", ColumnKind.LOCKED, 11, _LOCKED),
    FormColumn(
        *("realisasi", "Realisasi {tahun}", ColumnKind.NUMBER, 13, _RESULT, ("realisasi", "nilai")),
        _NUMBER_HINT,
    ),
    FormColumn(
        *("predikat", "Predikat", ColumnKind.LINE, 9, _RESULT, ("realisasi", "predikat")),
        "Predikat seperti tercetak di dokumen, misalnya BB.",
    ),
    FormColumn(
        *("tercetak", "Tercetak", ColumnKind.LINE, 12, _RESULT, ("realisasi", "tercetak")),
        "Hanya bila dokumennya mencetak lebih dari angka atau predikatnya, misalnya BB (72,50).",
    ),
    FormColumn(
        *("keadaan", "Keadaan", ColumnKind.CHOICE, 14, _RESULT, ("keadaan",)),
        "Hanya bila tidak ada angka. Pilih dari daftar.",
    ),
    FormColumn(
        *("sumber_judul", "Sumber: judul", ColumnKind.LINE, 28, _SOURCE, ("sumber", "judul")),
        "Dokumen yang memuat angka ini, misalnya LKjIP 2024.",
    ),
    FormColumn(
        *("sumber_tautan", "Sumber: tautan", ColumnKind.LINE, 22, _SOURCE, ("sumber", "tautan")),
        "Alamat web dokumennya, diawali https://",
    ),
    FormColumn(
        *("sumber_halaman", "Sumber: halaman", ColumnKind.LINE, 9, _SOURCE, ("sumber", "halaman")),
        "Nomor halaman pertamanya, misalnya 12.",
    ),
    FormColumn("analisis", "Analisis", ColumnKind.TEXT, 30, _TEXTS, ("analisis",)),
    FormColumn(
        *("pendukung", "Faktor pendukung", ColumnKind.ITEMS, 24, _TEXTS, ("faktor_pendukung",)),
        _ITEMS_HINT,
    ),
    FormColumn(
        *("penghambat", "Faktor penghambat", ColumnKind.ITEMS, 24, _TEXTS, ("faktor_penghambat",)),
        _ITEMS_HINT,
    ),
    FormColumn("tindak_lanjut", "Tindak lanjut", ColumnKind.TEXT, 24, _TEXTS, ("tindak_lanjut",)),
    FormColumn(
        *("pagu", "Pagu anggaran", ColumnKind.RUPIAH, 16, _BUDGET, ("anggaran", "pagu")),
        _RUPIAH_HINT,
    ),
    FormColumn(
        *(
            "belanja",
            "Realisasi anggaran",
            ColumnKind.RUPIAH,
            16,
            _BUDGET,
            ("anggaran", "realisasi"),
        ),
        _RUPIAH_HINT,
    ),
    FormColumn("catatan", "Catatan", ColumnKind.ITEMS, 24, _OTHER, ("catatan",), _ITEMS_HINT),
)
LOCKED_COLUMNS = tuple(column for column in COLUMNS if column.kind is ColumnKind.LOCKED)
OPEN_COLUMNS = tuple(column for column in COLUMNS if column.kind is not ColumnKind.LOCKED)
COLUMN_BY_KEY = {column.key: column for column in COLUMNS}

STATUS_LABEL = "Status data"
KEADAAN_WORDS = {
    Keadaan.TIDAK_DIUKUR: "Tidak diukur",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.BELUM_DILAPORKAN: "Belum dilaporkan",
}
# What staff type to delete what a cell held.
DELETE = "hapus"
MAX_CELL = 32_767  # what Excel holds in a cell, in UTF-16 units
