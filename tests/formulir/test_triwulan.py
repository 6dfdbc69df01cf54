"""The parts of a year in the Excel form: out, filled in, and back into the YAML."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from iku_terbuka.cli.formulir import template_command
from iku_terbuka.load import load_laporan
from tests.conftest import DATA
from tests.formulir.forms import cell_place, edit, import_form, run

DINAS = "kabupaten-contoh/dinas-triwulan"
RESULTS = """\
tahun: 2026
status: sementara
capaian:
  # Dihitung bersama Bagian Organisasi.
  spm:
    triwulan:
      1: 0  # belum ada kegiatan
      # menyusul
      2:
        realisasi: 52
        sumber: {judul: Laporan Triwulan II 2026}
  jumlah-pelatihan:
    triwulan: {1: {realisasi: 110, sumber: {judul: Laporan Triwulan I 2026}}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = shutil.copytree(DATA / "triwulan", tmp_path / "indicators")
    (root / DINAS / "capaian" / "2026.yaml").write_text(RESULTS, encoding="utf-8")
    return root


def make(root: Path, *options: str) -> Path:
    out = root.parent / "isian.xlsx"
    args = (DINAS, "--tahun", "2026", "-o", str(out), "--indicators", str(root))
    assert run(template_command, *args, *options).return_value == 0
    return out


def fill(form: Path, entries: dict[tuple[str, str], str]) -> None:
    def change(book: object) -> None:
        sheet = book["Isian"]  # type: ignore[index]
        for (key, heading), value in entries.items():
            sheet.cell(*cell_place(sheet, key, heading)).value = value

    edit(form, change)


def test_without_the_option_a_form_has_no_rows_for_parts(root: Path) -> None:
    keys = [row[0].value for row in load_workbook(make(root))["Isian"].iter_rows()]
    assert not [key for key in keys if key and "/triwulan/" in key]


def test_each_part_has_a_row_with_its_target_and_what_the_data_hold(root: Path) -> None:
    sheet = load_workbook(make(root, "--triwulan"))["Isian"]
    found = {}
    for nomor in range(1, 5):
        row, _ = cell_place(sheet, f"spm/triwulan/{nomor}", "Id")
        texts = [
            sheet.cell(*cell_place(sheet, f"spm/triwulan/{nomor}", heading)).value
            for heading in ("Indikator", "Target 2026", "Realisasi 2026", "Sumber: judul")
        ]
        found[row] = texts
    assert list(found.values()) == [
        ["↳ TW I", "0", 0, None],
        ["↳ TW II", "50", 52, "Laporan Triwulan II 2026"],
        ["↳ TW III", "67", None, None],
        ["↳ TW IV", "100", None, None],
    ]
    # What the decree divides in another way keeps that one.
    assert cell_place(sheet, "kepuasan/bulanan/12", "Id")


def test_an_untouched_form_changes_nothing(root: Path) -> None:
    result = import_form(root, make(root, "--triwulan"))
    assert result.return_value == 0, result.output
    assert "Tidak ada isian yang berubah" in result.output
    assert (root / DINAS / "capaian" / "2026.yaml").read_text("utf-8") == RESULTS


def test_what_was_filled_in_comes_back_and_comments_stay(root: Path) -> None:
    form = make(root, "--triwulan")
    entries = {
        ("spm/triwulan/3", "Realisasi 2026"): "68,50",
        ("spm/triwulan/3", "Sumber: judul"): "Laporan Triwulan III 2026",
        ("spm/triwulan/1", "Sumber: judul"): "Laporan Triwulan I 2026",
        ("jumlah-pelatihan/triwulan/2", "Realisasi 2026"): "95",
        ("jumlah-pelatihan/triwulan/2", "Sumber: judul"): "Laporan Triwulan II 2026",
    }
    fill(form, entries)
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert "Persentase pemenuhan SPM · TW III · Realisasi: kosong → 68,50" in result.output
    text = (root / DINAS / "capaian" / "2026.yaml").read_text("utf-8")
    assert "# Dihitung bersama Bagian Organisasi." in text
    assert "# menyusul" in text
    laporan = load_laporan(root).laporan
    assert laporan
    hasil = {one.id: one.hasil[2026] for one in laporan.all_indikator() if 2026 in one.hasil}
    spm = hasil["spm"].triwulan
    values = {nomor: str(part.realisasi.nilai) for nomor, part in spm.items() if part.realisasi}
    assert values == {1: "0", 2: "52", 3: "68.50"}
    assert [part.sumber.judul for part in spm.values() if part.sumber] == [
        f"Laporan Triwulan {roman} 2026" for roman in ("I", "II", "III")
    ]
    pelatihan = hasil["jumlah-pelatihan"].triwulan
    assert [nomor for nomor, part in pelatihan.items() if part.realisasi] == [1, 2]


def test_a_number_that_is_none_is_refused_at_its_cell(root: Path) -> None:
    form = make(root, "--triwulan")
    fill(form, {("spm/triwulan/3", "Realisasi 2026"): "belum ada"})
    result = import_form(root, form)
    assert result.return_value == 1
    assert "Kosongkan sel ini" in result.output
    assert (root / DINAS / "capaian" / "2026.yaml").read_text("utf-8") == RESULTS
