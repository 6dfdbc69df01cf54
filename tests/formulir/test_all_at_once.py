"""One import names everything that is wrong with a form, whatever finds it; no second round."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.fictional import Write
from tests.formulir.forms import data, edit, fill, import_form, mistakes, result_file, template

R = "Realisasi 2024"
SUMBER = {
    (key, "Sumber: judul"): "LKjIP 2024"
    for key in ("kepuasan", "mutu", "laporan", "tuntas", "dividen")
}
# What is typed, what is said of it, and what the hint tells to type instead.
WRONG: dict[tuple[str, str], tuple[Any, str, Any]] = {
    # Found in the cell itself.
    ("kepuasan", R): ("=40+41", "Sel ini berisi rumus.", 81),
    ("kepuasan", "Analisis"): (3.5, "angka pecahan, padahal yang diminta teks", "'3,5 kali"),
    ("kepuasan", "Pagu anggaran"): ("=1", "Sel ini berisi rumus.", 1000),
    ("mutu", "Keadaan"): ("lupa", "bukan pilihan. Pilih Tidak diukur", None),
    ("mutu", R): (date(2024, 5, 3), "sebagai tanggal atau jam", "3,5"),
    ("mutu", "Realisasi anggaran"): ("#REF!", "berisi galat", 900),
    ("laporan", "Predikat"): ("BB", "tidak memakai predikat. Kosongkan selnya.", None),
    ("laporan", "Target 2024"): ("90", "tidak diubah lewat formulir", "12"),
    ("laporan", "Indikator"): ("Lain", "Kembalikan isinya: “Jumlah laporan”.", "Jumlah laporan"),
    ("tuntas/masuk", R): (True, "benar atau salah", 49),
    ("tuntas/selesai", "Analisis"): ("x", "tidak diisi untuk baris ini", None),
    # Found when the file that would be written is read.
    ("kepuasan", "Sumber: tautan"): ("contoh", "bukan alamat web", "https://contoh.example/"),
    ("kepuasan", "Sumber: halaman"): ("12-14", "bukan nomor halaman", 12),
    ("mutu", "Sumber: judul"): ("–", "berarti tidak ada isi. Kosongkan selnya.", None),
    ("kepuasan", "Catatan"): ("-", "berarti tidak ada isi. Kosongkan selnya.", None),
    # Found when its values are compared.
    ("laporan", R): (2.016, "laporan dihitung utuh", 2016),
    ("dividen", "Keadaan"): ("Tidak berlaku", "Kolom Keadaan diisi, padahal angkanya ada.", None),
    ("dividen", "Sumber: tautan"): ("lain", "bukan alamat web", "https://contoh.example/"),
    # Found when the cells of a row are compared.
    ("tuntas", "Tercetak"): ("95,9 (B)", "padahal angka atau predikatnya tidak ada", None),
}
RIGHT: dict[tuple[str, str], Any] = {
    **SUMBER,
    ("tuntas/selesai", R): 47,
    ("dividen/dividen", R): 612500000,
}


def test_one_wrong_cell_of_every_kind(write: Write) -> None:
    root = data(write)
    form = template(root)
    wrong = {where: typed for where, (typed, _, _) in WRONG.items()}
    places = dict(zip(RIGHT | wrong, fill(form, RIGHT | wrong), strict=True))
    edit(form, lambda book: book["Isian"].__setitem__("C4", "beres"))
    lines = mistakes(import_form(root, form))
    assert "Isian!C4: “beres” bukan status. Pilih sementara atau final." in lines
    for where, (_, said, _) in WRONG.items():
        here = [line for line in lines if line.startswith(f"Isian!{places[where]}: ")]
        assert len(here) == 1, (where, lines)
        assert said in here[0]
    assert len(lines) == len(WRONG) + 1, lines
    # And after one correction it is taken over.
    fill(form, {where: instead for where, (_, _, instead) in WRONG.items()})
    edit(form, lambda book: book["Isian"].__setitem__("C4", "final"))
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert result_file(root).exists()


def test_a_column_that_is_missing_does_not_hide_the_cells(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {**SUMBER, ("kepuasan", R): "'x", ("mutu", "Sumber: tautan"): "contoh"})
    edit(form, lambda book: book["Isian"].__setitem__("N7", "Ulasan"))
    lines = mistakes(import_form(root, form))
    assert [line.partition(":")[0] for line in lines] == ["baris 7", "Isian!G8", "Isian!L9"]


@pytest.mark.parametrize("typed", ["mutuu", None])
def test_a_wrong_id_does_not_hide_its_row(write: Write, typed: str | None) -> None:
    root = data(write)
    form = template(root)
    wrong = {("mutu", R): "'tiga", ("mutu", "Sumber: tautan"): "contoh", ("mutu", "Id"): typed}
    fill(form, SUMBER | wrong)
    lines = mistakes(import_form(root, form))
    assert [line.partition(":")[0] for line in lines] == ["Isian!A9", "Isian!G9", "Isian!L9"]
    assert "Kembalikan Id-nya: mutu" in lines[0]
    assert "Tidak ada barisnya" not in import_form(root, form).output


def test_merged_cells_are_not_told_to_be_emptied(write: Write) -> None:
    capaian = "tahun: 2024\ncapaian:\n" + "".join(
        f"  {key}: {{realisasi: 3, sumber: {{judul: LKjIP}}}}\n" for key in ("kepuasan", "mutu")
    )
    root = data(write, capaian)
    form = template(root)
    edit(form, lambda book: book["Isian"].merge_cells("K8:K9"))
    (line,) = mistakes(import_form(root, form))
    assert "Sel K8:K9 digabung." in line


def test_what_only_follows_from_a_refused_cell_is_not_told(write: Write) -> None:
    """The old number stays in the file while its cell is refused: it is no news that it differs."""
    capaian = (
        "tahun: 2024\ncapaian:\n  tuntas:\n    realisasi: 50\n"
        "    variabel: {selesai: 1, masuk: 2}\n    sumber: {judul: LKjIP}\n"
    )
    root = data(write, capaian)
    form = template(root)
    fill(form, {("tuntas", R): "'x", ("tuntas/masuk", R): 4})
    (line,) = mistakes(import_form(root, form))
    assert line.startswith("Isian!G11: “x” bukan angka.")


def test_a_file_that_cannot_be_changed_does_not_hide_the_form(write: Write) -> None:
    root = data(write, "tahun: 2024\ncapaian: {kepuasan: {realisasi: 80}}\n")
    form = template(root)
    Path(result_file(root)).write_text(
        "tahun: 2024\ncapaian: {kepuasan: {realisasi: 80,}}\n", "utf-8"
    )
    fill(form, {("mutu", R): "'x", ("laporan", "Keadaan"): "?"})
    assert len(mistakes(import_form(root, form))) == 2


def test_a_state_beside_a_number_that_cannot_be_read(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, SUMBER | {("kepuasan", R): "'x", ("kepuasan", "Keadaan"): "Tidak diukur"})
    lines = mistakes(import_form(root, form))
    assert [line.partition(":")[0] for line in lines] == ["Isian!G8", "Isian!J8"]
    fill(form, {("kepuasan", R): "'nihil"})
    (line,) = mistakes(import_form(root, form))
    assert line.startswith("Isian!G8: “nihil” bukan angka. Kosongkan sel ini")
