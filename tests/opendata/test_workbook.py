"""The workbook: typed numbers with their digits, what columns mean, what to know."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter as sheet_column

from iku_terbuka.opendata import COLUMN_NAMES, COLUMNS, workbook
from iku_terbuka.opendata.notes import Note
from iku_terbuka.opendata.rows import Row
from iku_terbuka.opendata.workbook import capaian_xlsx

CATATAN = (Note("Kosong bukan nol", ("Sel kosong berarti tidak ada angka.", "Dua.")),)


def row_of(**content: str) -> Row:
    return tuple(content.get(nama, "") for nama in COLUMN_NAMES)


def open_book(*rows: Row, acuan: date | None = None) -> Any:
    raw = capaian_xlsx("Judul", rows, CATATAN, acuan)
    return openpyxl.load_workbook(io.BytesIO(raw))


@pytest.mark.parametrize(
    ("typed", "value", "pattern"),
    [
        ("3.20", 3.2, "#,##0.00"),
        ("98", 98, "#,##0"),
        ("-0.5", -0.5, "#,##0.0"),
        ("1144850000", 1144850000, "#,##0"),
        ("0", 0, "#,##0"),
        ("3.6..4.4", "3.6..4.4", "@"),
        ("1234567890.1234567", "1234567890.1234567", "@"),
        ("0.0000000000000001", "0.0000000000000001", "@"),
    ],
)
def test_a_number_keeps_its_digits(typed: str, value: object, pattern: str) -> None:
    book = open_book(row_of(target=typed, tahun="2025", kode_wilayah="63.10"))
    cells = dict(zip(COLUMN_NAMES, next(book["Capaian"].iter_rows(min_row=2)), strict=True))
    assert (cells["target"].value, cells["target"].number_format) == (value, pattern)
    assert (cells["tahun"].value, cells["tahun"].number_format) == (2025, "0")
    assert cells["kode_wilayah"].value == "63.10"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('Sehat & <aman> "sekali"', 'Sehat & <aman> "sekali"'),
        ("=1+1", "=1+1"),
        (" dua  kata ", " dua  kata "),
        ("baris\nkedua", "baris\nkedua"),
        ("kode_x0041_", "kode_x0041_"),
        ("ke\0nol", "ke\ufffdnol"),
        ("é – 東 🙂", "é – 東 🙂"),
        ("a" * 40_000, "a" * 32_767),
        ("a" + "🙂" * 20_000, "a" + "🙂" * 16_383),
    ],
)
def test_a_text_stays_as_it_is_as_far_as_excel_can_hold_it(text: str, read: str) -> None:
    book = open_book(row_of(indikator="Satu"), row_of(indikator=text, sumber=text))
    cells = dict(zip(COLUMN_NAMES, next(book["Capaian"].iter_rows(min_row=3)), strict=True))
    for nama in ("indikator", "sumber"):
        assert (cells[nama].value, cells[nama].data_type) == (read, "s")
        assert cells[nama].number_format == "@"
    assert cells["sasaran"].value is None


def test_every_cell_says_where_it_stands() -> None:
    """Programs that read a part of a sheet go by these, not by the order."""
    raw = capaian_xlsx("Judul", [row_of(**{COLUMN_NAMES[-1]: "1"}), row_of(pemda="b")], (), None)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    last = sheet_column(len(COLUMNS))
    assert f'<dimension ref="A1:{last}3"/>' in sheet
    assert re.findall('<row r="([0-9]+)"', sheet) == ["1", "2", "3"]
    assert re.findall('<c r="([A-Z]+[23])"', sheet) == [f"{last}2", "B3"]
    lazy = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)["Capaian"]
    assert [len(row) for row in lazy.iter_rows()] == [len(COLUMNS)] * 3


def test_the_first_sheet_is_a_table_to_filter() -> None:
    book = open_book(row_of(indikator="Satu"), row_of(indikator="Dua"))
    assert book.sheetnames == ["Capaian", "Definisi", "Catatan"]
    sheet = book["Capaian"]
    assert tuple(cell.value for cell in sheet[1]) == COLUMN_NAMES
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(COLUMNS)).column_letter}3"


def test_the_other_sheets_explain_it() -> None:
    book = open_book()
    rows = list(book["Definisi"].iter_rows(min_row=2, values_only=True))
    assert tuple(row[0] for row in rows) == COLUMN_NAMES
    assert all(row[1] and row[4] for row in rows)
    status = next(row for row in rows if row[0] == "status")
    assert (status[1], status[3]) == ("pilihan", "ya")
    assert "belum_tercapai" in status[4]
    notes = [row for row in book["Catatan"].iter_rows(values_only=True) if any(row)]
    assert notes[0][0] == "Judul"
    assert notes[1] == ("Kosong bukan nol", "Sel kosong berarti tidak ada angka.")


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    book = open_book(*(row_of(indikator=str(i)) for i in range(5)))
    assert book.sheetnames == ["Capaian", "Capaian 2", "Capaian 3", "Definisi", "Catatan"]
    column = COLUMN_NAMES.index("indikator")
    found = [
        row[column]
        for sheet in book.worksheets[:3]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert found == ["0", "1", "2", "3", "4"]


def test_it_is_dated_by_the_data() -> None:
    assert open_book(acuan=date(2026, 11, 21)).properties.created.date() == date(2026, 11, 21)
    raw = capaian_xlsx("Judul", [], CATATAN, None)
    assert raw == capaian_xlsx("Judul", [], CATATAN, None)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
