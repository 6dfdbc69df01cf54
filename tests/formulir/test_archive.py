"""Workbooks that mean harm, or are none: refused in words, before anything is parsed."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from iku_terbuka.formulir.outcome import WorkbookRefusedError
from iku_terbuka.formulir.read import MAX_FILE, check_archive
from tests.fictional import Write
from tests.formulir.forms import data, edit_parts, fill, import_form, result_file, template

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY_PART = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


def archive_of(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


BASE = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "Ini bukan berkas Excel."),
        (b"id;realisasi\n", "Ini bukan berkas Excel. Buka di Excel, lalu Simpan Sebagai"),
        (b"PK\x03\x04rusak", "rusak atau tidak lengkap"),
        (OLE + bytes(600), "Ini berkas Excel lama (.xls)."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Berkas ini bersandi."),
        (b"x" * (MAX_FILE + 1), "lebih dari 5 MB"),
        (archive_of(**{"a.txt": b"x"}), "Ini bukan berkas Excel."),
        (archive_of(mimetype=b"x", **{"content.xml": b"x"}), "Ini berkas LibreOffice (.ods)."),
        (archive_of(**BASE, **{"xl/vbaProject.bin": b"x"}), "memuat makro"),
        (
            archive_of(**BASE | {"[Content_Types].xml": b"application/vnd.ms-excel.macroEnabled"}),
            "memuat makro",
        ),
        (archive_of(**BASE, **{"xl/media/besar": bytes(30_000_000)}), "jauh lebih besar"),
        (archive_of(**BASE, **{f"xl/{i}": b"" for i in range(600)}), "jauh lebih besar"),
        (
            archive_of(**BASE | {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "rusak atau tidak lengkap",
        ),
        (
            archive_of(**BASE | {"xl/workbook.xml": "<!DOCTYPE x><x/>".encode("utf-16")}),
            "rusak atau tidak lengkap",
        ),
    ],
)
def test_refused_at_the_door(raw: bytes, said: str) -> None:
    with pytest.raises(WorkbookRefusedError) as caught:
        check_archive(raw)
    assert said in str(caught.value)


def test_a_part_that_lies_about_its_size_is_not_unpacked() -> None:
    """Four bytes of the table of contents say 10 instead of 30,000,000."""
    raw = archive_of(**BASE, **{"xl/media/besar": bytes(30_000_000)})
    size = (30_000_000).to_bytes(4, "little")
    assert raw.count(size) == 2
    with pytest.raises(WorkbookRefusedError, match="rusak"):
        check_archive(raw.replace(size, (10).to_bytes(4, "little")))


def test_an_honest_form_passes(write: Write) -> None:
    check_archive(template(data(write)).read_bytes())


def without(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def replacing(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return change


@pytest.mark.parametrize(
    "change",
    [
        without("xl/sharedStrings.xml"),
        without(ENTRY_PART),
        without("xl/worksheets/sheet3.xml"),
        replacing(ENTRY_PART, b"</sheetData>", b""),
        replacing(ENTRY_PART, b'<row r="8"', b'<row r="0x8"'),
        replacing("xl/workbook.xml", b'name="iku-data"', b'name="lain"'),
        replacing("xl/sharedStrings.xml", b">Id<", b">No<"),
    ],
)
def test_a_damaged_form_is_refused_in_words(write: Write, change: Callable[[Parts], None]) -> None:
    root = data(write)
    form = template(root)
    edit_parts(form, change)
    result = import_form(root, form)
    assert result.exception is None
    assert result.return_value == 1
    assert "formulir baru" in result.output or "Buat yang baru." in result.output
    assert not result_file(root).exists()


def test_a_sheet_that_claims_to_be_huge_is_read_quickly(write: Write) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", "Realisasi 2024"): 81})

    def change(parts: Parts) -> None:
        sheet = parts[ENTRY_PART]
        start, end = sheet.index(b"<dimension"), sheet.index(b"<sheetViews")
        sheet = sheet[:start] + b'<dimension ref="A1:XFD1048576"/>' + sheet[end:]
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts[ENTRY_PART] = sheet.replace(b"</sheetData>", far)

    edit_parts(form, change)
    before = time.process_time()
    result = import_form(root, form)
    assert time.process_time() - before < 5
    assert result.return_value == 1
    assert "berisi lebih dari 5000 baris" in result.output
    assert not result_file(root).exists()


def test_a_workbook_of_millions_of_empty_elements_is_refused(write: Write) -> None:
    root = data(write)
    form = template(root)

    def change(parts: Parts) -> None:
        parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si/>" * 700_000 + b"</sst>"

    edit_parts(form, change)
    result = import_form(root, form)
    assert result.return_value == 1
    assert "jauh lebih besar daripada formulir" in result.output


@pytest.mark.parametrize("value", [b"1E999", b"9" * 5000, b"NaN", b"1e", b"&#1;"])
def test_a_value_that_is_none(write: Write, value: bytes) -> None:
    root = data(write)
    form = template(root)
    fill(form, {("kepuasan", "Realisasi 2024"): 81})
    edit_parts(form, replacing(ENTRY_PART, b"<v>81</v>", b"<v>" + value + b"</v>"))
    result = import_form(root, form)
    assert result.exception is None
    assert result.return_value == 1
    assert not result_file(root).exists()


def test_a_missing_file_is_said(write: Write) -> None:
    root = data(write)
    result = import_form(root, Path("tidak-ada.xlsx"))
    assert "Berkas tidak-ada.xlsx tidak ada" in str(result.exception)


def test_a_renamed_sheet_is_named(write: Write) -> None:
    root = data(write)
    form = template(root)
    edit_parts(form, replacing("xl/workbook.xml", b'name="Isian"', b'name="Lain"'))
    result = import_form(root, form)
    assert (
        "Lembar “Isian” tidak ditemukan. Ganti nama lembar “Lain” menjadi Isian." in result.output
    )
