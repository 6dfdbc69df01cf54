"""The same rows as an Excel workbook: typed numbers, what the columns mean, what to know."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from textwrap import wrap
from typing import Any

from iku_terbuka.opendata.catatan import Catatan
from iku_terbuka.opendata.kolom import KOLOM

CAPAIAN, DEFINISI, CATATAN = "Capaian", "Definisi", "Catatan"
MAKS_BARIS = 1_048_576  # of one sheet, heading included
# Excel wants a date of making; without a reference date it is this one, always.
_TANPA_TANGGAL = date(1980, 1, 1)
_LEBAR = {
    **dict.fromkeys(("sasaran", "indikator", "sumber", "halaman"), 44),
    **dict.fromkeys(("instansi_id", "instansi"), 34),
    **dict.fromkeys(("pemda", "indikator_id"), 26),
    **dict.fromkeys(("satuan", "target", "realisasi", "keadaan", "status", "kategori"), 20),
}
_BESAR = 5_000  # rows
_BIRU = "#16324C"
_TEKS = {"text_wrap": True, "valign": "top"}
_LEBAR_TEKS = 90


def iku_xlsx(
    judul: str, baris: Sequence[str], catatan: Iterable[Catatan], acuan: date | None
) -> bytes:
    """Return the workbook of rows made by ``baris_sel``; the same arguments, the same bytes.

    ``judul`` says what it is about.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    from iku_terbuka.opendata.lembar import Lembar, daftarkan_gaya  # noqa: PLC0415

    out = BytesIO()
    # A large sheet is put together in a file: in memory it would be the largest thing there.
    with xlsxwriter.Workbook(out, {"in_memory": len(baris) < _BESAR}) as book:
        made = datetime.combine(acuan or _TANPA_TANGGAL, time())
        book.set_properties({"title": judul, "created": made})
        daftarkan_gaya(book)
        head = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": _BIRU})
        last = MAKS_BARIS - 1
        for start in range(0, len(baris) or 1, last):
            name = f"{CAPAIAN} {start // last + 1}" if start else CAPAIAN
            _capaian(book.add_worksheet(name, Lembar), head, baris[start : start + last])
        _definisi(book, book.add_worksheet(DEFINISI), head)
        _catatan(book, book.add_worksheet(CATATAN), judul, catatan)
    return out.getvalue()


def _capaian(sheet: Any, head: Any, rows: Sequence[str]) -> None:
    for j, kolom in enumerate(KOLOM):
        sheet.write_string(0, j, kolom.nama, head)
        sheet.set_column(j, j, _LEBAR.get(kolom.nama, max(12, len(kolom.nama) + 4)))
    sheet.isi(rows)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(KOLOM) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{len(rows) + 1}"})
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)


def _definisi(book: Any, sheet: Any, head: Any) -> None:
    headings = {"kolom": 18, "jenis": 15, "satuan": 10, "selalu terisi": 14, "arti": _LEBAR_TEKS}
    for j, (heading, width) in enumerate(headings.items()):
        sheet.write_string(0, j, heading, head)
        sheet.set_column(j, j, width)
    top = book.add_format(_TEKS)
    for i, kolom in enumerate(KOLOM, start=1):
        always = "ya" if kolom.wajib else ""
        for j, cell in enumerate((kolom.nama, kolom.kata_jenis, kolom.satuan, always)):
            sheet.write_string(i, j, cell, top)
        _paragraf(sheet, i, 4, kolom.arti, top)
    sheet.freeze_panes(1, 0)
    sheet.fit_to_pages(1, 0)


def _catatan(book: Any, sheet: Any, judul: str, catatan: Iterable[Catatan]) -> None:
    bold = book.add_format({"bold": True, **_TEKS})
    top = book.add_format(_TEKS)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _LEBAR_TEKS)
    title = {"bold": True, "font_size": 14, "font_color": _BIRU}
    sheet.write_string(0, 0, judul, book.add_format(title))
    row = 2
    for note in catatan:
        sheet.write_string(row, 0, note.judul, bold)
        for paragraph in note.isi:
            _paragraf(sheet, row, 1, paragraph, top)
            row += 1
    sheet.fit_to_pages(1, 0)


def _paragraf(sheet: Any, row: int, column: int, text: str, looks: Any) -> None:
    """Write a text that wraps; the row is given its height, which LibreOffice does not find."""
    sheet.write_string(row, column, text, looks)
    sheet.set_row(row, 15 * _jumlah_baris(text))


# Nearly the same texts in every workbook.
@lru_cache(maxsize=256)
def _jumlah_baris(text: str) -> int:
    return len(wrap(text, _LEBAR_TEKS))
