"""A text that looks like a formula is harmless in every download."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.opendata import COLUMNS, capaian_csv, downloads, iku_json
from iku_terbuka.opendata.rows import safe_cell
from tests.fictional import Write, muat
from tests.opendata.sites import made

FORMULAS = (
    '=HYPERLINK("https://contoh.example","klik")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "Nama; =1+1",
    "Nama\n=1+1",
    "=1+1",
)


@pytest.fixture
def context(write: Write) -> Context:
    lines = "".join(
        f"      - id: i-{i}\n        nama: {json.dumps(nama)}\n        satuan: {json.dumps(nama)}\n"
        for i, nama in enumerate(FORMULAS)
    )
    results = "\n  ".join(
        f"i-{i}: {{realisasi: {{nilai: -1.50, predikat: {json.dumps(nama)}}}, "
        f"sumber: {{judul: {json.dumps(nama)}}}}}"
        for i, nama in enumerate(FORMULAS)
    )
    return build_context(muat(write, lines, t2024=results))


def _cells(raw: bytes, separator: str) -> list[str]:
    text = raw.decode("utf-8-sig")
    return [
        cell
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for cell in row
    ]


@pytest.mark.parametrize("separator", [",", ";"])
def test_no_cell_of_a_csv_is_a_formula(context: Context, separator: str) -> None:
    """With the comma that we write, and with the semicolon that Indonesian settings expect."""
    files = [plan.make() for plan in downloads(context) if plan.path.endswith("capaian.csv")]
    assert len(files) == 3 + len(FORMULAS)
    for content in files:
        assert isinstance(content, bytes)
        for cell in _cells(content, separator):
            for line in cell.splitlines():
                assert not line.lstrip().startswith(("=", "+", "@", "\t")), line
                assert not line.startswith("-") or line == "-1.50"


def test_a_text_is_found_again_in_the_csv(context: Context) -> None:
    rows = csv.DictReader(io.StringIO(capaian_csv(context).decode("utf-8-sig"), newline=""))
    names = [row["indikator"] for row in rows if row["tahun"] == "2024"]
    assert [nama.replace("'", "", 1) for nama in names] == list(FORMULAS)


def test_a_workbook_has_texts_and_no_formulas(context: Context) -> None:
    for plan in downloads(context):
        if not plan.path.endswith(".xlsx"):
            continue
        content = plan.make()
        assert isinstance(content, bytes)
        book = openpyxl.load_workbook(io.BytesIO(content))
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds
        column = [column.name for column in COLUMNS].index("indikator")
        cells = [row[column] for row in book["Capaian"].iter_rows(min_row=2)]
        assert set(FORMULAS) == {cell.value for cell in cells}
        # Still a text when somebody edits the cell.
        assert {cell.number_format for cell in cells} == {"@"}
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = [name for name in archive.namelist() if "worksheets/" in name]
            parts = b"".join(archive.read(name) for name in sheets)
        assert b"<f>" not in parts
        assert b"<hyperlink" not in parts


def test_json_and_zip_hold_them_as_they_are(context: Context) -> None:
    text = iku_json(context).decode()
    assert all(json.dumps(nama, ensure_ascii=False) in text for nama in FORMULAS)
    with zipfile.ZipFile(io.BytesIO(made(context, "data/iku.zip"))) as opened:
        assert opened.read("capaian.csv") == capaian_csv(context)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("Persentase a-b = c", "Persentase a-b = c"),
        ("\t=1", "\t'=1"),
        ("＝1", "'＝1"),
        ("a;-b", "a;'-b"),
        ("−5", "−5"),
        ("§ 5; dan -b", "§ 5; dan -b"),
    ],
)
def test_only_what_begins_a_cell_is_marked(text: str, cell: str) -> None:
    assert safe_cell(text) == cell
