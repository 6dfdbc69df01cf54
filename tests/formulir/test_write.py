"""The workbook as Excel sees it: what is open, what is locked, what is checked."""

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.formulir.forms import data, letak, template
from tests.rekaan import Tulis

ADA = """\
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
def buku(tulis: Tulis) -> Any:
    return load_workbook(template(data(tulis, ADA)))


def sel(buku: Any, kunci: str, judul: str) -> Any:
    return buku["Isian"].cell(*letak(buku["Isian"], kunci, judul))


def test_there_is_a_sheet_to_fill_and_one_to_read(buku: Any) -> None:
    assert buku.sheetnames == ["Isian", "Petunjuk", "iku-data"]
    assert [buku[name].sheet_state for name in buku.sheetnames] == [
        *("visible", "visible", "veryHidden")
    ]
    words = " ".join(row[1].value for row in buku["Petunjuk"].iter_rows())
    for needed in ("hapus", "Alt+Enter", "iku import", "NIP", "15 digit"):
        assert needed in words


def test_what_the_decree_says_is_shown_and_locked(buku: Any) -> None:
    assert buku["Isian"].protection.sheet
    assert sel(buku, "kepuasan", "Target 2024").value == "86,50"
    assert sel(buku, "mutu", "Target 2024").value == "3,20 (B)"
    assert sel(buku, "kepuasan", "Satuan").value == "persen"
    for judul in ("Id", "Indikator", "Satuan", "Target 2024", "Realisasi 2023"):
        assert sel(buku, "kepuasan", judul).protection.locked


def test_what_staff_fill_in_is_open_and_marked(buku: Any) -> None:
    cell = sel(buku, "kepuasan", "Realisasi 2024")
    assert not cell.protection.locked
    assert cell.fill.fgColor.rgb == "FFFFF6D5"
    assert (cell.value, cell.number_format) == (81.2, "0.00")
    assert not sel(buku, "mutu", "Predikat").protection.locked
    assert sel(buku, "laporan", "Predikat").protection.locked
    assert not sel(buku, "tuntas/selesai", "Realisasi 2024").protection.locked
    assert sel(buku, "tuntas/selesai", "Analisis").protection.locked
    assert sel(buku, "tuntas/selesai", "Indikator").value == "↳ aduan yang selesai"


def test_nothing_is_a_formula_and_no_digit_is_lost(buku: Any) -> None:
    for row in buku["Isian"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    assert sel(buku, "kepuasan", "Sumber: judul").value == '=LKjIP("2024")'
    assert sel(buku, "mutu", "Realisasi 2024").value == "123456789012345,5"
    assert sel(buku, "dividen/dividen", "Realisasi 2024").value == "612500000\n1,234"


def test_numbers_and_states_are_checked_while_typing(buku: Any) -> None:
    rules = {
        str(where): rule
        for rule in buku["Isian"].data_validations.dataValidation
        for where in rule.sqref.ranges
    }
    number = rules[sel(buku, "kepuasan", "Realisasi 2024").coordinate]
    assert number.type == "custom"
    assert "ISNUMBER(G8)" in number.formula1
    assert number.error.startswith("Ketik angka saja")
    assert rules[sel(buku, "kepuasan", "Keadaan").coordinate].formula1 == (
        '"Tidak diukur,Tidak berlaku,hapus"'
    )
    assert rules["C4"].formula1 == '"sementara,final"'


def test_it_is_set_up_for_screen_and_paper(buku: Any) -> None:
    sheet = buku["Isian"]
    assert sheet.freeze_panes == "C8"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == "$6:$7"
    assert buku.properties.created.year == 2000
