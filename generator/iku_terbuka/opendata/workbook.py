"""The rows as an Excel workbook: typed numbers, what the columns mean, what to know."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from textwrap import wrap
from typing import Any

from iku_terbuka.opendata.columns import COLUMNS
from iku_terbuka.opendata.notes import Note
from iku_terbuka.opendata.origin import xml_text
from iku_terbuka.opendata.rows import Row

CAPAIAN, DEFINISI, CATATAN = "Capaian", "Definisi", "Catatan"
MAX_ROWS = 1_048_576  # of one sheet, heading included
# Excel wants a date of making; without a reference date it is this one, always.
_NO_DATE = date(1980, 1, 1)
_WIDTHS = {
    **dict.fromkeys(("sasaran", "indikator", "sumber", "halaman"), 44),
    **dict.fromkeys(("instansi_id", "instansi"), 34),
    **dict.fromkeys(("pemda", "indikator_id"), 26),
    **dict.fromkeys(("satuan", "target", "realisasi", "keadaan", "status", "kategori"), 20),
}
_LARGE = 5_000  # rows
_BLUE = "#16324C"
_PARAGRAPH = {"text_wrap": True, "valign": "top"}
_PARAGRAPH_WIDTH = 90

# Excel keeps so many digits of a number.
_EXCEL_DIGITS = 15
_EXCEL_TEXT = 2 * 32_767  # bytes of one text in UTF-16; a longer one makes Excel refuse the file
_YEAR = COLUMNS.index(next(column for column in COLUMNS if column.name == "tahun"))
_NUMERIC = tuple(column.numeric for column in COLUMNS)


def capaian_xlsx(title: str, rows: Sequence[Row], notes: Iterable[Note], day: date | None) -> bytes:
    """Return the workbook of these rows; the same arguments, the same bytes.

    ``title`` says what it is about; ``day`` is the date of the data.
    """
    # Takes long to load.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    out = BytesIO()
    # A large sheet is written row by row: in memory it would be the largest thing there.
    options = {"constant_memory": True} if len(rows) > _LARGE else {"in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        created = datetime.combine(day or _NO_DATE, time())
        book.set_properties({"title": title, "created": created})
        head = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": _BLUE})
        formats = _Formats(book)
        last = MAX_ROWS - 1
        for start in range(0, len(rows) or 1, last):
            name = f"{CAPAIAN} {start // last + 1}" if start else CAPAIAN
            _capaian(book.add_worksheet(name), head, formats, rows[start : start + last])
        _definisi(book, book.add_worksheet(DEFINISI), head)
        _catatan(book, book.add_worksheet(CATATAN), title, notes)
    return out.getvalue()


class _Formats:
    """The formats of the cells of data.

    The format “text” keeps a text that begins with = a text when its cell is edited. A number is
    shown with as many decimals as were typed.
    """

    def __init__(self, book: Any) -> None:
        self.text, self.year = (book.add_format({"num_format": code}) for code in ("@", "0"))
        codes = ("#,##0", *(f"#,##0.{'0' * count}" for count in range(1, _EXCEL_DIGITS + 1)))
        self.decimals = [book.add_format({"num_format": code}) for code in codes]


def _capaian(sheet: Any, head: Any, formats: _Formats, rows: Sequence[Row]) -> None:
    for j, column in enumerate(COLUMNS):
        sheet.write_string(0, j, column.name, head)
        sheet.set_column(j, j, _WIDTHS.get(column.name, max(12, len(column.name) + 4)))
    for i, row in enumerate(rows, start=1):
        for j, cell in enumerate(row):
            if not cell:
                continue
            if _NUMERIC[j] and fits_number(cell):
                looks = formats.year if j == _YEAR else formats.decimals[_decimals(cell)]
                sheet.write_number(i, j, Decimal(cell), looks)
            else:
                sheet.write_string(i, j, _text(cell), formats.text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{len(rows) + 1}"})
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)


def fits_number(cell: str) -> bool:
    """Tell whether Excel keeps ``cell`` as a number with all its digits; a range is none."""
    if ".." in cell or _decimals(cell) > _EXCEL_DIGITS:
        return False
    return len(cell) <= _EXCEL_DIGITS or len(Decimal(cell).as_tuple().digits) <= _EXCEL_DIGITS


def _decimals(cell: str) -> int:
    return len(cell.partition(".")[2])


def _text(cell: str) -> str:
    """Return a text as far as Excel can hold it."""
    if cell.isprintable() and len(cell) <= _EXCEL_TEXT // 4:
        return cell  # nearly every text
    return xml_text(cell).encode("utf-16-le")[:_EXCEL_TEXT].decode("utf-16-le", "ignore")


def _definisi(book: Any, sheet: Any, head: Any) -> None:
    headings = {
        "kolom": 18,
        "jenis": 15,
        "satuan": 10,
        "selalu terisi": 14,
        "arti": _PARAGRAPH_WIDTH,
    }
    for j, (heading, width) in enumerate(headings.items()):
        sheet.write_string(0, j, heading, head)
        sheet.set_column(j, j, width)
    top = book.add_format(_PARAGRAPH)
    for i, column in enumerate(COLUMNS, start=1):
        always = "ya" if column.required else ""
        for j, cell in enumerate((column.name, column.type_word, column.unit, always)):
            sheet.write_string(i, j, cell, top)
        _paragraph(sheet, i, 4, column.meaning, top)
    sheet.freeze_panes(1, 0)
    sheet.fit_to_pages(1, 0)


def _catatan(book: Any, sheet: Any, title: str, notes: Iterable[Note]) -> None:
    bold = book.add_format({"bold": True, **_PARAGRAPH})
    top = book.add_format(_PARAGRAPH)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _PARAGRAPH_WIDTH)
    looks = {"bold": True, "font_size": 14, "font_color": _BLUE}
    sheet.write_string(0, 0, title, book.add_format(looks))
    row = 2
    for note in notes:
        sheet.write_string(row, 0, note.title, bold)
        for paragraph in note.paragraphs:
            _paragraph(sheet, row, 1, paragraph, top)
            row += 1
    sheet.fit_to_pages(1, 0)


def _paragraph(sheet: Any, row: int, column: int, text: str, looks: Any) -> None:
    """Write a text that wraps; the row is given its height, which LibreOffice does not find."""
    sheet.write_string(row, column, text, looks)
    sheet.set_row(row, 15 * _line_count(text))


# Nearly the same texts in every workbook.
@lru_cache(maxsize=256)
def _line_count(text: str) -> int:
    return len(wrap(text, _PARAGRAPH_WIDTH))
