"""A value typed as a document prints it: the hint, followed literally, imports what was meant."""

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from iku_terbuka.load import load_laporan
from tests.fictional import PEMDA, Write
from tests.formulir.forms import (
    INSTANSI,
    edit,
    import_form,
    mistakes,
    result_file,
    run,
    template_command,
)

R = "Realisasi 2024"
ROWS = (8, 9)  # the rows of “angka” and of “predikat”
TYPE = re.compile(
    r"(?P<kosong>kosongkan sel ini, lalu )?ketik (?P<isi>.+?)(?=; kalau |\.?$)", re.IGNORECASE
)
PART = re.compile(r"(.+?) di (?:(sel ini)|kolom \w+ \(([A-Z]+[0-9]+)\))(?:, | dan |$)")


def project(write: Write, satuan: str, target: str = "80") -> Path:
    """One indicator that is measured by a number, and one that has a grade beside it."""
    rows = "".join(
        f"      - id: {key}\n        nama: Indikator {key}\n        satuan: {satuan}\n"
        f"        arah: naik\n        target: {{2024: {value}}}\n"
        for key, value in (
            ("angka", target),
            ("predikat", f"{{nilai: {target}, predikat: B}}"),
        )
    )
    return write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{INSTANSI}/iku.yaml": "instansi: Dinas Contoh\nperiode: {awal: 2021, akhir: 2026}\n"
            f"sasaran:\n  - nama: Sasaran\n    indikator:\n{rows}",
        }
    )


def form_of(root: Path) -> Path:
    out = root.parent / "isian.xlsx"
    out.unlink(missing_ok=True)
    args = (INSTANSI, "--tahun", "2024", "-o", str(out), "--indicators", str(root))
    assert run(template_command, *args).return_value == 0
    return out


def type_in(form: Path, entries: dict[str, Any]) -> None:
    def change(book: Any) -> None:
        for cell, value in entries.items():
            book["Isian"][cell].value = value
            if isinstance(value, str):
                book["Isian"][cell].data_type = "s"

    edit(form, change)


def follow(line: str, choice: int) -> dict[str, Any]:
    """Return what to type, cell by cell, after the ``choice``-th reading of a hint."""
    found = re.match(r"Isian!([A-Z]+[0-9]+): .+? ((?:Kalau|Ketik|Kosongkan) .+)$", line)
    assert found, line
    here, hint = found.groups()
    match = list(TYPE.finditer(hint))[choice]
    typed: dict[str, Any] = {here: None} if match["kosong"] else {}
    parts = PART.findall(match["isi"])
    assert parts, line
    for value, own, cell in parts:
        typed[here if own else cell] = value
    return typed


def became(root: Path, indikator_id: str) -> dict[str, str]:
    laporan = load_laporan(root).laporan
    assert laporan is not None
    indikator = next(one for one in laporan.all_indikator() if one.id == indikator_id)
    realisasi = indikator.hasil[2024].realisasi
    assert realisasi is not None
    return {
        name: str(value)
        for name in ("nilai", "predikat", "tercetak")
        if (value := getattr(realisasi, name)) is not None
    }


@pytest.mark.parametrize(
    ("satuan", "tercetak", "key", "choice", "meant"),
    [
        (
            *("nilai", "BB (72,50)", "predikat", 0),
            {"nilai": "72.50", "predikat": "BB", "tercetak": "BB (72,50)"},
        ),
        ("nilai", "BB (72,50)", "angka", 0, {"nilai": "72.50", "tercetak": "BB (72,50)"}),
        ("nilai", "80 (A)", "angka", 0, {"nilai": "80", "tercetak": "80 (A)"}),
        ("indeks", "3,01 (-B)", "predikat", 0, {"nilai": "3.01", "predikat": "B-"}),
        ("persen", "≥ 95%", "angka", 0, {"nilai": "95", "tercetak": "≥ 95%"}),
        ("persen", ">95", "angka", 0, {"nilai": "95", "tercetak": ">95"}),
        ("persen", "95,5*)", "angka", 0, {"nilai": "95.5", "tercetak": "95,5*)"}),
        ("level", "Level 3", "angka", 0, {"nilai": "3", "tercetak": "Level 3"}),
        ("level", "Level 3,2", "predikat", 0, {"nilai": "3.2", "tercetak": "Level 3,2"}),
        (
            *("level", "3 (Terdefinisi)", "predikat", 0),
            {"nilai": "3", "predikat": "Terdefinisi", "tercetak": "3 (Terdefinisi)"},
        ),
        ("peringkat", "Peringkat 3", "angka", 0, {"nilai": "3", "tercetak": "Peringkat 3"}),
        ("peringkat", "10 Besar", "angka", 0, {"nilai": "10", "tercetak": "10 Besar"}),
        ("peringkat", "III", "angka", 0, {"nilai": "3", "tercetak": "III"}),
        ("bh", "1.450bh", "angka", 0, {"nilai": "1450"}),
        ("orang", "1.450 orang", "angka", 0, {"nilai": "1450"}),
        ("ekor", "12.500 ekor", "angka", 0, {"nilai": "12500"}),
        ("ha", "1.450 ha", "angka", 0, {"nilai": "1450"}),
        ("ha", "1.450 ha", "angka", 1, {"nilai": "1.45", "tercetak": "1,450"}),
        ("ha", "1.234 ha", "angka", 1, {"nilai": "1.234", "tercetak": "1,234"}),
        ("ha", "1.450,5 ha", "angka", 0, {"nilai": "1450.5"}),
        ("dokumen", "12 dokumen", "angka", 0, {"nilai": "12"}),
        ("dokumen", "1 (satu) dokumen", "angka", 0, {"nilai": "1"}),
        ("juta rupiah", "Rp 57 juta", "angka", 0, {"nilai": "57"}),
        ("juta rupiah", "Rp 57.000.000", "angka", 0, {"nilai": "57"}),
        ("juta rupiah", "Rp57.250.000,-", "angka", 0, {"nilai": "57.25"}),
        ("juta rupiah", "57 juta", "angka", 0, {"nilai": "57"}),
        ("miliar rupiah", "Rp 1,5 miliar", "angka", 0, {"nilai": "1.5"}),
        ("rupiah", "Rp 57 juta", "angka", 0, {"nilai": "57000000"}),
        ("rupiah", "Rp 1,5 miliar", "angka", 0, {"nilai": "1500000000"}),
        ("indeks", "81.25%", "angka", 0, {"nilai": "81.25"}),
        ("tahun", "71,2 tahun", "angka", 0, {"nilai": "71.2"}),
        ("per 100.000 KH", "100 per 100.000 KH", "angka", 0, {"nilai": "100"}),
        ("persen", "5 dari 7", "angka", 0, {"nilai": "71.43", "tercetak": "5 dari 7"}),
        ("opini", "WTP", "predikat", 0, {"predikat": "WTP"}),
        ("predikat", "Sangat Baik", "predikat", 0, {"predikat": "Sangat Baik"}),
        ("opini", "Opini WTP", "predikat", 0, {"predikat": "WTP", "tercetak": "Opini WTP"}),
    ],
)
def test_the_hint_leads_to_what_was_meant(  # noqa: PLR0917 (a row of the table above)
    write: Write,
    satuan: str,
    tercetak: str,
    key: str,
    choice: int,
    meant: dict[str, str],
) -> None:
    root = project(write, f'"{satuan}"')
    form = form_of(root)
    row = ROWS[key == "predikat"]
    type_in(form, {f"G{row}": tercetak, f"K{row}": "LKjIP 2024"})
    (line,) = mistakes(import_form(root, form))
    assert line.startswith(f"Isian!G{row}: "), line
    type_in(form, follow(line, choice))
    result = import_form(root, form)
    assert result.return_value == 0, f"{line}\n{result.output}"
    found = became(root, key)
    assert found | meant == found, line
    assert ("predikat" in found) == ("predikat" in meant)


@pytest.mark.parametrize(
    ("satuan", "typed", "nilai"),
    [
        *(("persen", text, "2.5") for text in ("2,5 persen", "2,5%", "2.5 %", "2,5")),
        ("juta rupiah", "57", "57"),
        ("juta rupiah", "Rp 57", "57"),
        ("rupiah", "Rp 57.000.000,-", "57000000"),
        ("persen", "81.25%", "81.25"),
    ],
)
def test_what_leaves_no_doubt_is_taken(write: Write, satuan: str, typed: str, nilai: str) -> None:
    root = project(write, satuan)
    form = form_of(root)
    type_in(form, {"G8": typed, "K8": "LKjIP 2024"})
    assert import_form(root, form).return_value == 0
    assert became(root, "angka") == {"nilai": nilai}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2,5 ± 1", "Ketik satu angka, bukan rentang."),
        ("80-90", "Ketik satu angka, bukan rentang."),
        ("delapan", "Indikator ini dinilai dengan angka: ketik angkanya."),
        ("WTP", "Indikator ini dinilai dengan angka: ketik angkanya."),
    ],
)
def test_what_has_no_place_says_so(write: Write, typed: str, said: str) -> None:
    root = project(write, "persen")
    form = form_of(root)
    type_in(form, {"G8": typed, "K8": "LKjIP 2024"})
    (line,) = mistakes(import_form(root, form))
    assert line.endswith(said)


def test_a_printed_form_alone_says_where_the_number_goes(write: Write) -> None:
    root = project(write, "nilai")
    form = form_of(root)
    type_in(form, {"I9": "BB (72,50)", "K9": "LKjIP 2024"})
    (line,) = mistakes(import_form(root, form))
    type_in(form, follow(line, 0))
    assert import_form(root, form).return_value == 0
    assert became(root, "predikat")["predikat"] == "BB"


def test_money_and_components_get_the_number_alone(write: Write) -> None:
    root = project(write, "persen")
    form = form_of(root)
    column = next(
        cell.column_letter
        for cell in load_workbook(form)["Isian"][7]
        if cell.value == "Pagu anggaran"
    )
    type_in(form, {"G8": 80, "K8": "LKjIP 2024", f"{column}8": "Rp 1,5 miliar"})
    (line,) = mistakes(import_form(root, form))
    type_in(form, follow(line, 0))
    assert import_form(root, form).return_value == 0
    assert "pagu: 1500000000\n" in result_file(root).read_text("utf-8")


@pytest.mark.parametrize(
    ("satuan", "typed", "printed"),
    [("ekor", 12.734, "12,734"), ("orang", 12.5, "12,5"), ("rupiah", 250.125, "250,125"),
     ("ekor", 1.25, "1,25")],
)  # fmt: skip
def test_a_comma_that_is_printed_has_a_column(
    write: Write, satuan: str, typed: float, printed: str
) -> None:
    """What the check says in YAML is said here of cells, and leads to a file that passes."""
    root = project(write, satuan, "100")
    form = form_of(root)
    type_in(form, {"G9": typed, "H9": "B", "K9": "LKjIP 2024"})
    (line,) = mistakes(import_form(root, form))
    assert f"ketik {printed} di kolom Tercetak" in line
    assert "{" not in line
    type_in(form, {"I9": printed})
    result = import_form(root, form)
    assert result.return_value == 0, result.output
    assert became(root, "predikat") == {
        "nilai": str(typed),
        "predikat": "B",
        "tercetak": printed,
    }


def test_thousands_that_are_doubted_are_a_matter_of_cells_too(write: Write) -> None:
    root = project(write, "ton", "12")
    form = form_of(root)
    type_in(form, {"G8": 12.734, "K8": "LKjIP 2024"})
    result = import_form(root, form)
    assert result.return_value == 0
    assert "{nilai" not in result.output
    assert "ketik 12,734 di kolom Tercetak" in result.output
