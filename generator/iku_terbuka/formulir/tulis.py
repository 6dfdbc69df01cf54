"""A form → the bytes of a workbook. The only home of XlsxWriter, with :mod:`.lembar`.

The same form gives the same bytes: no clock, no temporary names. Nothing typed by anybody is ever
written as a formula or a link.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter  # type: ignore[import-untyped]

from iku_terbuka.formulir.buku import DATA, PETUNJUK, VERSI
from iku_terbuka.formulir.isi import STATUS, Formulir
from iku_terbuka.formulir.lembar import LembarIsian, tinggi
from iku_terbuka.formulir.petunjuk import petunjuk

_LEBAR = 90


def tulis_formulir(formulir: Formulir) -> bytes:
    """Return the workbook: a sheet to fill, instructions, and what the import needs."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": f"Hasil IKU {formulir.tahun}, {formulir.instansi}"[:255],
            "created": datetime(2000, 1, 1, tzinfo=UTC),
        }
    )
    LembarIsian(book, formulir).write()
    _petunjuk(book, formulir)
    _data(book, formulir)
    book.close()
    return _tinggi_luwes(out.getvalue())


def _tinggi_luwes(raw: bytes) -> bytes:
    """Let the rows grow with what is typed: XlsxWriter marks every height as fixed by hand."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(b' customHeight="1"', b"")
            new.writestr(part, content)
    return out.getvalue()


def _petunjuk(book: Any, formulir: Formulir) -> None:
    sheet = book.add_worksheet(PETUNJUK)
    look = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "bottom"}
    plain = book.add_format(look)
    heading = book.add_format(look | {"bold": True, "font_color": "#16324C", "font_size": 12})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, _LEBAR)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, text in enumerate(petunjuk(formulir)):
        is_heading = text.startswith("# ")
        sheet.set_row(row, 15 * tinggi(text, _LEBAR) + (8 if is_heading else 2))
        sheet.write_string(row, 1, text.removeprefix("# "), heading if is_heading else plain)
    sheet.protect()


def _data(book: Any, formulir: Formulir) -> None:
    """Write whose form this is, and what each cell held: so an import knows what was changed."""
    sheet = book.add_worksheet(DATA)
    for row, triple in enumerate(_tiga(formulir)):
        for column, text in enumerate(triple):
            sheet.write_string(row, column, text)
    sheet.protect()
    sheet.very_hidden()


def _tiga(formulir: Formulir) -> Iterator[tuple[str, str, str]]:
    yield "", "versi", VERSI
    yield "", "instansi", formulir.instansi_id
    yield "", "tahun", str(formulir.tahun)
    yield "", STATUS, formulir.status
    for baris in formulir.baris:
        for kolom, text in (*baris.tampak.items(), *baris.isi.items()):
            yield baris.kunci, kolom, text
