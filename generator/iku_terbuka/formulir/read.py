"""The bytes of a workbook → its cells. The only home of openpyxl.

Old, encrypted and macro workbooks, zip bombs and entity bombs are refused before anything is
parsed, from the table of contents and the first bytes of each part. Nothing is interpreted here: a
formula stays one, a date stays one. At most so many rows and columns are read, whatever a sheet
claims about its size.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from openpyxl import load_workbook

from iku_terbuka.formulir.cells import (
    DATA_SHEET,
    ENTRY_SHEET,
    HELP_SHEET,
    VERSION,
    CellKind,
    FilledForm,
    FormCell,
)
from iku_terbuka.formulir.columns import STATUS_LABEL
from iku_terbuka.formulir.outcome import WorkbookRefusedError
from iku_terbuka.formulir.typed import clean_text
from iku_terbuka.model.text import quoted

MAX_FILE = 5_000_000  # bytes
_MAX_UNPACKED = 20_000_000  # bytes
_MAX_PARTS = 500
_MAX_ELEMENTS = 600_000  # each empty element costs a parser a hundred times its bytes
_MAX_ROWS, _MAX_COLUMNS, _MAX_DATA_ROWS = 5_000, 60, 100_000
_MAX_MERGED = 200  # areas of merged cells; every row is held against each
_TOP_ROWS = 20  # rows in which the headings are looked for
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_OTHER_ENCODING = re.compile(
    rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii)""", re.IGNORECASE
)
_MERGED_CELLS = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*ref=\"([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)"
)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SAVE_AS = "Buka di Excel, lalu Simpan Sebagai “Buku Kerja Excel (.xlsx)”."
_DAMAGED = (
    "Berkas Excel ini rusak atau tidak lengkap. Simpan ulang dari Excel, atau buat formulir baru."
)
_TOO_LARGE = (
    "Isi berkas ini jauh lebih besar daripada formulir. Buat formulir baru, lalu salin isian Anda "
    "ke sana."
)
_NO_FORM = (
    "Ini bukan formulir dari “iku template”, atau lembar di dalamnya terhapus. Buat yang baru."
)


def read_form(raw: bytes) -> FilledForm:
    """Read a workbook that :mod:`.write` made; raises :class:`WorkbookRefusedError`."""
    check_archive(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl drops does not concern a form
            return _read(raw)
    except WorkbookRefusedError:
        raise
    except Exception as error:  # openpyxl fails in any way on a damaged workbook
        raise WorkbookRefusedError(
            "Berkas Excel ini tidak dapat dibaca. Simpan ulang dari Excel, atau buat formulir baru."
        ) from error


def check_archive(raw: bytes) -> None:
    """Raise :class:`WorkbookRefusedError` unless ``raw`` may be handed to a parser."""
    if len(raw) > MAX_FILE:
        raise WorkbookRefusedError(
            f"Berkas ini lebih dari {MAX_FILE // 1_000_000} MB. Buang gambar dan lembar lain, "
            "atau buat formulir baru."
        )
    if raw.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise WorkbookRefusedError(
                "Berkas ini bersandi. Hapus kata sandinya di Excel (Berkas, Info), lalu simpan."
            )
        raise WorkbookRefusedError(f"Ini berkas Excel lama (.xls). {_SAVE_AS}")
    try:
        with ZipFile(BytesIO(raw)) as archive:
            _check_parts(archive)
    except WorkbookRefusedError:
        raise
    except Exception as error:  # a damaged archive may fail in any way
        raise WorkbookRefusedError(
            _DAMAGED if raw.startswith(b"PK") else f"Ini bukan berkas Excel. {_SAVE_AS}"
        ) from error


def _check_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "mimetype" in names and "content.xml" in names:
        raise WorkbookRefusedError(f"Ini berkas LibreOffice (.ods). {_SAVE_AS}")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise WorkbookRefusedError(f"Ini bukan berkas Excel. {_SAVE_AS}")
    total = sum(part.file_size for part in parts)
    if total > _MAX_UNPACKED or len(parts) > _MAX_PARTS or len(set(names)) < len(names):
        raise WorkbookRefusedError(_TOO_LARGE)
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookRefusedError("Berkas ini bersandi. Simpan tanpa kata sandi.")
    elements = 0
    for part in parts:
        content = archive.read(part)
        _check_part(part, content)
        elements += content.count(b"<")
    if elements > _MAX_ELEMENTS:
        raise WorkbookRefusedError(_TOO_LARGE)


def _check_part(part: ZipInfo, content: bytes) -> None:
    """Refuse macros and XML that declares anything of its own."""
    if "vbaproject" in part.filename.lower() or (
        part.filename == "[Content_Types].xml" and b"macroEnabled" in content
    ):
        raise WorkbookRefusedError(f"Berkas ini memuat makro. {_SAVE_AS}")
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    strange = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:64]
    if strange or _OTHER_ENCODING.match(content[:1000]) or _DTD.search(content):
        raise WorkbookRefusedError(_DAMAGED)


def _read(raw: bytes) -> FilledForm:
    book = load_workbook(BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    entry_sheet, data_sheet = _sheets(book)
    original: dict[tuple[str, str], str] = {}
    for row in _rows(data_sheet, _MAX_DATA_ROWS):
        row_key, column_key, value = (str(row[i].value) if i in row else "" for i in (1, 2, 3))
        original[row_key, column_key] = value
    tahun = original.get(("", "tahun"), "")
    if original.get(("", "versi")) != VERSION or not re.fullmatch(r"[0-9]{4}", tahun):
        raise WorkbookRefusedError(_NO_FORM)
    rows = list(_rows(entry_sheet, _MAX_ROWS + 1))
    if len(rows) > _MAX_ROWS:
        raise WorkbookRefusedError(
            f"Lembar {ENTRY_SHEET} berisi lebih dari {_MAX_ROWS} baris. Hapus baris di luar "
            "formulir."
        )
    top = next((i for i, row in enumerate(rows[:_TOP_ROWS]) if _is_heading(row)), None)
    if top is None:
        raise WorkbookRefusedError(
            f"Baris judul kolom di lembar {ENTRY_SHEET} tidak ditemukan. Kembalikan judul “Id” dan "
            "“Indikator”, atau buat formulir baru."
        )
    path = str(entry_sheet._worksheet_path)  # openpyxl does not read merges in this mode
    with ZipFile(BytesIO(raw)) as archive:
        merged = tuple(found.decode() for found in _MERGED_CELLS.findall(archive.read(path)))
    if len(merged) > _MAX_MERGED:
        raise WorkbookRefusedError(
            f"Lembar {ENTRY_SHEET} memuat lebih dari {_MAX_MERGED} sel yang digabung. Pisahkan "
            "(Gabung & Ketengahkan, Batalkan), atau buat formulir baru."
        )
    return FilledForm(
        instansi_id=original.get(("", "instansi"), ""),
        tahun=int(tahun),
        original=original,
        status=_status(rows[:top]),
        headings=tuple(rows[top].values()),
        rows=tuple(row for row in rows[top + 1 :] if row),
        merged=merged,
    )


def _sheets(book: Any) -> tuple[Any, Any]:
    """Return the sheet to fill and that of the data."""
    sheets = {sheet.title.casefold(): sheet for sheet in book.worksheets}
    entry_sheet, data_sheet = sheets.get(ENTRY_SHEET.casefold()), sheets.get(DATA_SHEET)
    ours = {HELP_SHEET.casefold(), DATA_SHEET}
    others = [name for name in book.sheetnames if name.casefold() not in ours]
    if entry_sheet is None and data_sheet is not None and others:
        renamed = quoted(others[0]) if len(others) == 1 else "yang berisi isian"
        raise WorkbookRefusedError(
            f"Lembar “{ENTRY_SHEET}” tidak ditemukan. Ganti nama lembar {renamed} menjadi "
            f"{ENTRY_SHEET}."
        )
    if entry_sheet is None or data_sheet is None:
        raise WorkbookRefusedError(_NO_FORM)
    return entry_sheet, data_sheet


def _rows(sheet: Any, most: int) -> Iterator[Mapping[int, FormCell]]:
    """Yield the cells of each row that hold anything, by column from 1."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=most, max_col=_MAX_COLUMNS):
        cells = (_cell(cell) for cell in row if cell.value is not None)
        yield {cell.column: cell for cell in cells if cell}


def _cell(cell: Any) -> FormCell | None:
    """Return a cell of openpyxl as one of ours; nothing where its text is blank."""
    value, stored = cell.value, str(cell.data_type)
    kind: CellKind
    if isinstance(value, str):
        value = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), value)
        kind = "f" if stored == "f" else "e" if stored == "e" else "s"
        if kind == "s" and not clean_text(value):
            return None
    elif isinstance(value, bool):
        kind = "b"
    elif isinstance(value, int | float):
        kind = "n"
    else:  # a date, a time, a formula over several cells
        kind = "f" if stored == "f" else "d"
        value = str(value).removesuffix(" 00:00:00")
    return FormCell(cell.row, cell.column, value, kind, str(cell.number_format))


def _is_heading(row: Mapping[int, FormCell]) -> bool:
    words = {cell.text.casefold() for cell in row.values()}
    return {"id", "indikator"} <= words


def _status(rows: list[Mapping[int, FormCell]]) -> FormCell | None:
    """Find the cell to the right of its label."""
    for row in rows:
        for column, cell in row.items():
            if cell.text.casefold() == STATUS_LABEL.casefold():
                return row.get(column + 1)
    return None
