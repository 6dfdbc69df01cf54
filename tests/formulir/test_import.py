"""What staff type into a form reaches the YAML, or is refused at its cell with what to type."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Hasil, Keadaan
from tests.fictional import Write
from tests.formulir.forms import (
    INSTANSI,
    cell_place,
    data,
    edit,
    fill,
    import_form,
    mistakes,
    result_file,
    template,
)

R = "Realisasi 2024"
EXISTING = """\
# Hasil tahun 2024.
tahun: 2024
status: sementara
capaian:
  kepuasan:
    realisasi: 81.20 # dari survei
    sumber: {judul: LKjIP 2024, halaman: 12}
    faktor_pendukung: [Loket baru]
"""


def read_result(root: Path, key: str) -> Hasil:
    laporan = load_laporan(root).laporan
    assert laporan is not None
    return next(one.hasil[2024] for one in laporan.all_indikator() if one.id == key)


def test_a_filled_form_becomes_a_results_file(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(
        form,
        {
            ("kepuasan", R): 81.2,
            ("kepuasan", "Sumber: judul"): "LKjIP\u00a02024",
            ("kepuasan", "Sumber: tautan"): "https://contoh.example/lkjip.pdf",
            ("kepuasan", "Sumber: halaman"): 12,
            ("kepuasan", "Analisis"): "Paragraf satu.\n\nParagraf dua.",
            ("kepuasan", "Faktor pendukung"): "• Loket baru\n• Petugas dilatih: dua kali",
            ("kepuasan", "Pagu anggaran"): 1004422800,
            ("kepuasan", "Realisasi anggaran"): "1.000.972.958",
            ("mutu", R): "3,20",
            ("mutu", "Predikat"): "B",
            ("laporan", "Keadaan"): "Tidak diukur",
            ("laporan", "Catatan"): "'=Bukan rumus",  # typed after an apostrophe
            ("tuntas/selesai", R): 47,
            ("tuntas/masuk", R): 49,
            ("dividen/dividen", R): "612500000\n387.250.000\n145.100.000,50",
        },
    )
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert "Tingkat kepuasan masyarakat · Realisasi: kosong → 81,2" in result.output
    assert (
        result_file(root).read_text(encoding="utf-8")
        == """\
# yaml-language-server: $schema=../../../.skema/capaian.schema.json
tahun: 2024
status: sementara
capaian:
  kepuasan:
    realisasi: 81.2
    sumber:
      judul: LKjIP 2024
      tautan: https://contoh.example/lkjip.pdf
      halaman: 12
    analisis: |-
      Paragraf satu.

      Paragraf dua.
    faktor_pendukung:
      - Loket baru
      - 'Petugas dilatih: dua kali'
    anggaran:
      pagu: 1004422800
      realisasi: 1000972958
  mutu:
    realisasi: {nilai: 3.20, predikat: B}
  laporan:
    keadaan: tidak_diukur
    catatan:
      - =Bukan rumus
  tuntas:
    variabel:
      selesai: 47
      masuk: 49
  dividen:
    variabel:
      dividen: [612500000, 387250000, 145100000.50]
"""
    )
    assert (root / ".skema" / "capaian.schema.json").is_file()


def test_an_existing_file_changes_in_its_place_only(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("kepuasan", R): 84, ("laporan", R): 12})
    result = import_form(root, form)
    # The cell shows two decimals, as it did before.
    assert "Tingkat kepuasan masyarakat · Realisasi: 81,20 → 84,00" in result.output
    assert "isian.xlsx, Isian!K10: peringatan: " in result.output  # a result without its source
    assert "Isi kolom “Sumber: judul”." in result.output
    assert (
        result_file(root).read_text(encoding="utf-8")
        == EXISTING.replace("81.20 # dari", "84.00 # dari") + "  laporan:\n    realisasi: 12\n"
    )


def test_an_untouched_form_changes_nothing_and_keeps_digits(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("kepuasan", R): 81.2})  # typed again, without the zero
    before = result_file(root).read_bytes()
    result = import_form(root, form)
    assert result.return_value == 0
    assert "tidak ada yang ditulis" in result.output
    assert result_file(root).read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "format_", "digits"),
    [
        ("81,2", "General", "81.2"),
        ("81.2", "General", "81.2"),
        ("81,20", "General", "81.20"),
        (81.2, "0.00", "81.20"),
        (0.1 + 0.2, "General", "0.3"),
        (0.812, "0%", "81.2"),
        ("81,2%", "General", "81.2"),
        (81, "0", "81"),
    ],
)
def test_a_number_typed_in_any_way(write: Write, typed: Any, format_: str, digits: str) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): typed}, {("kepuasan", R): format_})
    assert import_form(root, form).return_value == 0
    assert f"    realisasi: {digits}\n" in result_file(root).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("where", "typed", "said"),
    [
        (("kepuasan", R), "=40+41", "Sel ini berisi rumus. Ganti dengan nilainya"),
        (("kepuasan", R), "#DIV/0!", "Sel ini berisi galat “#DIV/0!”. Ganti dengan nilainya."),
        (("kepuasan", R), date(2024, 5, 3), "Excel membaca isi sel ini sebagai tanggal"),
        (("kepuasan", R), True, "Sel ini berisi nilai benar atau salah"),
        (("kepuasan", R), "'1.234", "“1.234” dapat dibaca 1234 atau 1 koma 234. Yang mana?"),
        (("kepuasan", R), "delapan", "“delapan” bukan angka. Indikator ini dinilai dengan angka"),
        (("kepuasan", R), "-", "“-” bukan angka. Kosongkan sel ini dan pilih sebabnya"),
        (("kepuasan", R), "81\n82", "Sel ini memuat lebih dari satu baris."),
        (("kepuasan", R), 1e18, "Angka ini lebih dari 15 digit"),
        (("mutu", R), "3,2%", "memakai tanda persen, padahal satuannya bukan persen"),
        (("laporan", R), 2.016, "laporan dihitung utuh"),
        (("laporan", "Predikat"), "BB", "Indikator ini tidak memakai predikat. Kosongkan selnya."),
        (("laporan", "Keadaan"), "lupa", "“lupa” bukan pilihan. Pilih Tidak diukur atau"),
        (("tuntas/selesai", R), "nihil", "Kalau memang nol, ketik 0. Kalau datanya tidak ada"),
        (("tuntas/selesai", "Analisis"), "x", "Sel ini tidak diisi untuk baris ini."),
        (("tuntas/selesai", R), 4, "Komponen “masuk” belum diisi. Isi semua baris komponennya."),
        (("kepuasan", "Sumber: tautan"), "contoh.example", "bukan alamat web"),
        (("kepuasan", "Sumber: halaman"), "12-14", "“12-14” bukan nomor halaman"),
        (
            ("kepuasan", "Sumber: halaman"),
            12,
            "Judul sumbernya belum diisi. Isi kolom “Sumber: judul”.",
        ),
        (("kepuasan", "Sumber: judul"), "–", "“–” berarti tidak ada isi. Kosongkan selnya."),
        (
            ("mutu", R),
            "Sangat Baik",
            "Kalau ini predikat, kosongkan sel ini, lalu ketik Sangat Baik di kolom Predikat (H9)",
        ),
        (("kepuasan", "Analisis"), 3.5, "Sel ini berisi angka pecahan"),
        (("kepuasan", "Analisis"), date(2024, 5, 3), "sebagai tanggal atau jam (“2024-05-03”)"),
        (("kepuasan", "Analisis"), "=A1", "Sel ini berisi rumus."),
        (("kepuasan", "Target 2024"), "90", "Kolom “Target” tidak diubah lewat formulir."),
        (("kepuasan", "Indikator"), "Lain", "Kembalikan isinya: “Tingkat kepuasan masyarakat”."),
        (
            ("mutu", "Id"),
            "kepuasaan",
            "Id “kepuasaan” tidak ada dalam keputusan instansi ini. Kembalikan Id-nya: mutu",
        ),
        (("mutu", "Id"), "kepuasan", "sudah ada di baris 8. Kembalikan Id-nya: mutu"),
        (("kepuasan", "Pagu anggaran"), "satu juta", "“satu juta” bukan angka."),
    ],
)
def test_what_is_refused(write: Write, where: tuple[str, str], typed: Any, said: str) -> None:
    """At the cell, with what to type; nothing is written."""
    root = data(write)
    form = template(root)
    heading = ("kepuasan", "Sumber: judul")
    source = {} if "Judul sumbernya" in said or where == heading else {heading: "LKjIP 2024"}
    place = fill(form, {where: typed, **source})[0]
    lines = mistakes(import_form(root, form))
    assert len(lines) == 1, lines
    if "belum diisi" not in said:  # told where it is missing
        assert lines[0].startswith(f"Isian!{place}: "), lines
    assert said in lines[0]
    assert not result_file(root).exists()


def test_a_bare_row_of_data_is_refused(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): 5, ("kepuasan", "Id"): None})
    (line,) = mistakes(import_form(root, form))
    assert line.startswith("Isian!A8: Baris ini berisi data tetapi tidak punya Id.")


def test_all_problems_at_once(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): "x", ("mutu", R): "=1", ("laporan", "Keadaan"): "?"})
    assert [line.split(":")[0] for line in mistakes(import_form(root, form))] == [
        *("Isian!G8", "Isian!G9", "Isian!J10")
    ]


def emptied(key: str, heading: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        sheet = book["Isian"]
        sheet.cell(*cell_place(sheet, key, heading)).value = None

    return change


def test_an_emptied_cell_is_not_a_deletion(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    edit(form, emptied("kepuasan", R))
    (line,) = mistakes(import_form(root, form))
    assert "dikosongkan, padahal berisi 81,20. Ketik hapus untuk menghapusnya" in line
    assert result_file(root).read_text(encoding="utf-8") == EXISTING


def test_hapus_deletes(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(
        form, {("kepuasan", "Sumber: halaman"): "Hapus", ("kepuasan", "Faktor pendukung"): "hapus"}
    )
    result = import_form(root, form)
    assert "Faktor pendukung: “Loket baru” → kosong" in result.output
    assert result_file(root).read_text(encoding="utf-8") == EXISTING.replace(
        ", halaman: 12", ""
    ).replace("    faktor_pendukung: [Loket baru]\n", "")


def test_a_state_takes_the_place_of_an_emptied_number_and_back(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("kepuasan", R): None, ("kepuasan", "Keadaan"): "Tidak diukur"})
    assert import_form(root, form).return_value == 0
    assert read_result(root, "kepuasan").keadaan is Keadaan.TIDAK_DIUKUR
    form = template(root)
    fill(form, {("kepuasan", R): 80, ("kepuasan", "Keadaan"): None})
    assert import_form(root, form).return_value == 0
    assert read_result(root, "kepuasan").keadaan is None


def test_a_missing_component_is_told_at_its_own_cell(write: Write) -> None:
    root = data(write)
    form = template(root)
    source = {("tuntas", "Sumber: judul"): "LKjIP 2024"}
    place = fill(form, {("tuntas/masuk", R): None, ("tuntas/selesai", R): 4, **source})[0]
    (line,) = mistakes(import_form(root, form))
    assert line.startswith(f"Isian!{place}: Komponen “masuk” belum diisi.")


def test_a_component_is_named_with_its_indicator(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("tuntas/selesai", R): 47, ("tuntas/masuk", R): 49})
    said = import_form(root, form).output
    assert "Persentase aduan tuntas · aduan yang selesai: kosong → 47" in said


def test_a_number_and_a_state_at_once_are_refused(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): 80, ("kepuasan", "Keadaan"): "Tidak berlaku"})
    (line,) = mistakes(import_form(root, form))
    assert line.startswith("Isian!J8: Kolom Keadaan diisi, padahal angkanya ada.")


def test_an_old_form_does_not_undo_what_came_since(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    newer = EXISTING.replace("81.20", "83.00").replace("halaman: 12", "halaman: 14")
    newer += "  mutu: {realisasi: 3.5, sumber: {judul: LKjIP 2024}}\n"
    result_file(root).write_text(newer, encoding="utf-8")
    fill(form, {("laporan", R): 12, ("laporan", "Sumber: judul"): "LKjIP 2024"})
    result = import_form(root, form)
    assert "Isian!G8: catatan: Isi di berkas berubah sejak formulir ini dibuat" in result.output
    after = result_file(root).read_text(encoding="utf-8")
    assert after.startswith(newer)
    assert read_result(root, "laporan").realisasi is not None


def test_a_printed_form_goes_with_its_number(write: Write) -> None:
    root = data(
        write,
        "tahun: 2024\ncapaian:\n  mutu:\n"
        '    realisasi: {nilai: 3.05, predikat: B, tercetak: "3,05 (B)"}\n'
        "    sumber: {judul: LKjIP 2024}\n",
    )
    form = template(root)
    fill(form, {("mutu", R): 3.1})
    result = import_form(root, form)
    assert (
        "catatan: Bentuk tercetak dari nilai yang lama, “3,05 (B)”, ikut dihapus." in result.output
    )
    assert "    realisasi: {nilai: 3.10, predikat: B}\n" in result_file(root).read_text("utf-8")


def move_column(sheet: Worksheet, left: int, right: int) -> None:
    """Swap two columns of the table, headings included."""
    for row in range(7, sheet.max_row + 1):
        one, other = sheet.cell(row, left), sheet.cell(row, right)
        one.value, other.value = other.value, one.value
        one.number_format, other.number_format = other.number_format, one.number_format


def test_moved_columns_and_reordered_rows_are_read(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): 81.2, ("laporan", R): 12})

    def change(book: Any) -> None:
        sheet = book["Isian"]
        move_column(sheet, 7, 10)
        top, below = (cell_place(sheet, key, "Id")[0] for key in ("kepuasan", "laporan"))
        for column in range(1, 20):
            one, other = sheet.cell(top, column), sheet.cell(below, column)
            one.value, other.value = other.value, one.value

    edit(form, change)
    assert import_form(root, form).return_value == 0
    assert str(read_result(root, "kepuasan").realisasi.nilai) == "81.2"  # type: ignore[union-attr]
    assert str(read_result(root, "laporan").realisasi.nilai) == "12"  # type: ignore[union-attr]


def test_a_missing_row_leaves_its_indicator_alone(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("laporan", R): 12, ("laporan", "Sumber: judul"): "LKjIP"})
    edit(form, lambda book: book["Isian"].delete_rows(8))
    result = import_form(root, form)
    assert result.return_value == 0
    assert "dibiarkan seperti semula: “Tingkat kepuasan masyarakat”." in result.output
    assert result_file(root).read_text(encoding="utf-8").startswith(EXISTING)


def test_a_column_missing_or_doubled_is_refused(write: Write) -> None:
    root = data(write)
    form = template(root)
    edit(form, lambda book: book["Isian"].__setitem__("N7", "Realisasi 2024"))
    lines = mistakes(import_form(root, form))
    assert lines == [
        "baris 7: Kolom “Analisis” tidak ada. Kembalikan judul kolomnya, atau salin isian Anda ke "
        "formulir baru.",
        "Isian!N7: Judul kolom “Realisasi 2024” sudah ada di G7. Hapus salah satu kolomnya.",
    ]


def test_a_column_of_ones_own_is_named_and_not_read(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", R): 80})
    edit(form, lambda book: book["Isian"].__setitem__("U7", "Cek"))
    result = import_form(root, form)
    assert result.return_value == 0
    assert "Isian!U7: catatan: Kolom “Cek” tidak dikenal, jadi tidak dibaca." in result.output


def test_merged_cells_of_the_table_are_refused(write: Write) -> None:
    root = data(write)
    form = template(root)
    edit(form, lambda book: book["Isian"].merge_cells("J8:J9"))
    (line,) = mistakes(import_form(root, form))
    assert "Sel J8:J9 digabung. Pisahkan" in line
    form = template(root)
    edit(form, lambda book: book["Isian"].merge_cells("A1:C1"))
    assert import_form(root, form).return_value == 0


def test_the_status_of_the_year(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    edit(form, lambda book: book["Isian"].__setitem__("C4", "final"))
    assert import_form(root, form).return_value == 0
    assert result_file(root).read_text(encoding="utf-8") == EXISTING.replace("sementara", "final")
    form = template(root)
    edit(form, lambda book: book["Isian"].__setitem__("C4", "beres"))
    (line,) = mistakes(import_form(root, form))
    assert line == "Isian!C4: “beres” bukan status. Pilih sementara atau final."


def test_a_form_knows_whose_it_is(write: Write) -> None:
    """The name inside a form is looked up among the instansi, never used as a path."""
    root = data(write)
    for name in ("../../etc", "kabupaten-contoh/lain", "", f"{INSTANSI}/../dinas-contoh"):
        form = template(root)

        def change(book: Any, name: str = name) -> None:
            book["iku-data"]["C2"] = name

        edit(form, change)
        result = import_form(root, form)
        assert result.return_value == 1
        assert "Instansi formulir ini tidak ada" in result.output
    assert sorted(path.name for path in root.parent.iterdir()) == ["indicators", "isian.xlsx"]


def test_what_a_form_remembers_may_be_nonsense(write: Write) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("laporan", R): 12, ("laporan", "Sumber: judul"): "LKjIP"})

    def change(book: Any) -> None:
        for row in book["iku-data"].iter_rows():
            if row[1].value == "realisasi":
                row[2].value = "bukan angka"

    edit(form, change)
    result = import_form(root, form)
    assert result.exception is None
    assert result_file(root).read_text(encoding="utf-8").startswith(EXISTING)


def test_text_that_looks_like_a_number_is_text(write: Write) -> None:
    root = data(write, EXISTING.replace("[Loket baru]", "['1.0']"))
    form = template(root)
    fill(form, {("kepuasan", "Faktor pendukung"): "1.00"})
    assert import_form(root, form).return_value == 0
    assert read_result(root, "kepuasan").faktor_pendukung == ("1.00",)


def test_nothing_is_left_when_writing_fails(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = data(write, EXISTING)
    form = template(root)
    fill(form, {("kepuasan", R): 84})

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    assert import_form(root, form).exception is not None
    assert result_file(root).read_text(encoding="utf-8") == EXISTING
    assert [path.name for path in result_file(root).parent.iterdir()] == ["2024.yaml"]


PRINTED = """\
tahun: 2024
capaian:
  # Dinilai tim.
  mutu:
    realisasi: {nilai: 3.05, predikat: B, tercetak: "3,05 (B)"} # Tabel 3.2
    sumber: {judul: LKjIP 2024}
"""


def test_a_printed_form_is_written_and_read(write: Write) -> None:
    root = data(write, PRINTED)
    form = template(root)
    sheet = load_workbook(form)["Isian"]
    assert sheet.cell(*cell_place(sheet, "mutu", "Tercetak")).value == "3,05 (B)"
    fill(
        form,
        {
            ("kepuasan", R): 95,
            ("kepuasan", "Tercetak"): "≥ 95%",
            ("kepuasan", "Sumber: judul"): "LKjIP 2024",
        },
    )
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert "Tingkat kepuasan masyarakat · Tercetak: kosong → “≥ 95%”" in result.output
    assert result_file(root).read_text("utf-8") == PRINTED.replace(
        "capaian:\n",
        "capaian:\n  kepuasan:\n    realisasi: {nilai: 95, tercetak: ≥ 95%}\n    sumber:\n"
        "      judul: LKjIP 2024\n",
    )


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        # What the print still speaks of stays, with the comment behind it.
        ({R: 3.5, "Tercetak": "3,50 (B)"}, '{nilai: 3.50, predikat: B, tercetak: "3,50 (B)"}'),
        ({"Predikat": "hapus"}, '{nilai: 3.05, tercetak: "3,05 (B)"}'),
        ({R: 3.5}, "{nilai: 3.50, predikat: B}"),
        ({"Predikat": "A"}, "{nilai: 3.05, predikat: A}"),
        ({R: 3.5, "Tercetak": None}, "{nilai: 3.50, predikat: B}"),
        ({"Tercetak": "hapus"}, "{nilai: 3.05, predikat: B}"),
    ],
)
def test_a_printed_form_stays_with_what_it_prints(
    write: Write, typed: dict[str, Any], line: str
) -> None:
    root = data(write, PRINTED)
    form = template(root)
    fill(form, {("mutu", heading): value for heading, value in typed.items()})
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    after = " ".join(result_file(root).read_text("utf-8").replace("'", '"').split())
    assert f"realisasi: {line} # Tabel 3.2" in after


def test_a_number_that_the_print_speaks_of_keeps_it(write: Write) -> None:
    """A misread number is mended: what the document prints is right all the same."""
    root = data(write, PRINTED.replace("3.05", "3.50"))
    form = template(root)
    fill(form, {("mutu", R): "3,05"})
    assert import_form(root, form).return_value == 0
    assert result_file(root).read_text("utf-8") == PRINTED


def test_a_state_takes_the_place_of_all_that_is_printed(write: Write) -> None:
    root = data(write, PRINTED)
    form = template(root)
    empty = {("mutu", heading): None for heading in (R, "Predikat", "Tercetak")}
    fill(form, {**empty, ("mutu", "Keadaan"): "Tidak diukur"})
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert read_result(root, "mutu").keadaan is Keadaan.TIDAK_DIUKUR


@pytest.mark.parametrize("keadaan", list(Keadaan))
def test_every_state_comes_back(write: Write, keadaan: Keadaan) -> None:
    capaian = f"tahun: 2024\ncapaian:\n  kepuasan:\n    keadaan: {keadaan} # hal. 12\n"
    root = data(write, capaian)
    form = template(root)
    fill(form, {("laporan", R): 12, ("laporan", "Sumber: judul"): "LKjIP 2024"})
    assert import_form(root, form).return_value == 0
    assert result_file(root).read_text("utf-8").startswith(capaian)


def test_a_form_of_the_version_before_is_taken(write: Write) -> None:
    """It has no column for the printed form, and knows of none."""
    root = data(write, PRINTED)
    form = template(root)
    fill(form, {("laporan", R): 12, ("laporan", "Sumber: judul"): "LKjIP 2024"})

    def change(book: Any) -> None:
        sheet = book["Isian"]
        column = cell_place(sheet, "mutu", "Tercetak")[1]
        sheet.delete_cols(column)
        memory = book["iku-data"]
        gone = [row[0].row for row in memory.iter_rows() if row[1].value == "tercetak"]
        for row in reversed(gone):
            memory.delete_rows(row)

    edit(form, change)
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert result_file(root).read_text("utf-8").startswith(PRINTED)
