"""The workbook as Excel sees it: what is open, what is locked, what is checked."""

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.fictional import Write
from tests.formulir.forms import cell_place, data, template

EXISTING = """\
tahun: 2024
status: final
capaian:
  kepuasan:
    realisasi: 81.20
    sumber: {judul: '=LKjIP("2024")', halaman: 12}
    catatan: [_x0041_, '@dua']
  mutu: {realisasi: 123456789012345.5}
  dividen: {variabel: {dividen: [612500000, 1.234]}}
"""


@pytest.fixture
def book(write: Write) -> Any:
    return load_workbook(template(data(write, EXISTING)))


def cell_of(book: Any, key: str, heading: str) -> Any:
    return book["Isian"].cell(*cell_place(book["Isian"], key, heading))


def test_there_is_a_sheet_to_fill_and_one_to_read(book: Any) -> None:
    assert book.sheetnames == ["Isian", "Petunjuk", "iku-data"]
    assert [book[name].sheet_state for name in book.sheetnames] == [
        *("visible", "visible", "veryHidden")
    ]
    words = " ".join(row[1].value for row in book["Petunjuk"].iter_rows())
    for needed in ("hapus", "Alt+Enter", "iku import", "NIP", "15 digit"):
        assert needed in words


def test_what_the_decree_says_is_shown_and_locked(book: Any) -> None:
    assert book["Isian"].protection.sheet
    assert cell_of(book, "kepuasan", "Target 2024").value == "86,50"
    assert cell_of(book, "mutu", "Target 2024").value == "3,20 (B)"
    assert cell_of(book, "kepuasan", "Satuan").value == "persen"
    for heading in ("Id", "Indikator", "Satuan", "Target 2024", "Realisasi 2023"):
        assert cell_of(book, "kepuasan", heading).protection.locked


def test_what_staff_fill_in_is_open_and_marked(book: Any) -> None:
    cell = cell_of(book, "kepuasan", "Realisasi 2024")
    assert not cell.protection.locked
    assert cell.fill.fgColor.rgb == "FFFFF6D5"
    assert (cell.value, cell.number_format) == (81.2, "0.00")
    assert not cell_of(book, "mutu", "Predikat").protection.locked
    assert cell_of(book, "laporan", "Predikat").protection.locked
    assert not cell_of(book, "tuntas/selesai", "Realisasi 2024").protection.locked
    assert cell_of(book, "tuntas/selesai", "Analisis").protection.locked
    assert cell_of(book, "tuntas/selesai", "Indikator").value == "↳ aduan yang selesai"


def test_nothing_is_a_formula_and_no_digit_is_lost(book: Any) -> None:
    for row in book["Isian"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    assert cell_of(book, "kepuasan", "Sumber: judul").value == '=LKjIP("2024")'
    assert cell_of(book, "mutu", "Realisasi 2024").value == "123456789012345,5"
    assert cell_of(book, "dividen/dividen", "Realisasi 2024").value == "612500000\n1,234"


def test_numbers_and_states_are_checked_while_typing(book: Any) -> None:
    rules = {
        str(where): rule
        for rule in book["Isian"].data_validations.dataValidation
        for where in rule.sqref.ranges
    }
    number = rules[cell_of(book, "kepuasan", "Realisasi 2024").coordinate]
    assert number.type == "custom"
    assert "ISNUMBER(G8)" in number.formula1
    assert number.error.startswith("Ketik angka saja")
    assert rules[cell_of(book, "kepuasan", "Keadaan").coordinate].formula1 == (
        '"Tidak diukur,Tidak berlaku,hapus"'
    )
    assert rules["C4"].formula1 == '"sementara,final"'


def test_it_is_set_up_for_screen_and_paper(book: Any) -> None:
    sheet = book["Isian"]
    assert sheet.freeze_panes == "C8"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == "$6:$7"
    assert book.properties.created.year == 2000
