"""A form in the hands of staff: filled with openpyxl, as Excel would store it."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from iku_terbuka.cli.formulir import import_command, template_command
from tests.fictional import PEMDA

INSTANSI = "kabupaten-contoh/dinas-contoh"
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Sasaran satu
    indikator:
      - id: kepuasan
        nama: Tingkat kepuasan masyarakat
        satuan: persen
        target: {2024: 86.50}
      - id: mutu
        nama: Indeks mutu
        satuan: indeks
        skala: mutu
        target: {2024: {nilai: 3.20, predikat: B}}
  - nama: Sasaran dua
    indikator:
      - id: laporan
        nama: Jumlah laporan
        satuan: laporan
        target: {2024: 12}
      - id: tuntas
        nama: Persentase aduan tuntas
        satuan: persen
        formula:
          teks: Tuntas / masuk × 100%
          rumus: selesai / masuk * 100
          variabel: {selesai: aduan yang selesai, masuk: aduan yang masuk}
      - id: dividen
        nama: Nilai dividen
        satuan: rupiah
        formula:
          teks: Jumlah dividen
          rumus: sum(dividen)
          variabel: {dividen: dividen tiap badan usaha}
"""
SKALA = """\
nama: Skala mutu
jenis: nilai
sumber: Rekaan
kepastian: terbaca
kelas:
  - {predikat: C, di_bawah: 3}
  - {predikat: B, mulai: 3, di_bawah: 4}
  - {predikat: A, mulai: 4}
"""
Entry = Mapping[tuple[str, str], Any]
_MADE: dict[str, bytes] = {}


def data(write: Callable[[dict[str, str]], Path], capaian: str | None = None) -> Path:
    """Write a small instansi, with results of 2024 when given."""
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{INSTANSI}/iku.yaml": IKU,
        "skala/mutu.yaml": SKALA,
    }
    if capaian is not None:
        files[f"{INSTANSI}/capaian/2024.yaml"] = capaian
    return write(files)


def result_file(root: Path) -> Path:
    return root / INSTANSI / "capaian" / "2024.yaml"


def template(root: Path) -> Path:
    """Make a form and return where it lies; the same data give the same form, made once."""
    out = root.parent / "isian.xlsx"
    out.unlink(missing_ok=True)
    key = "".join(path.read_text("utf-8") for path in sorted(root.rglob("*.yaml")))
    if key not in _MADE:
        args = (INSTANSI, "--tahun", "2024", "-o", str(out))
        result = run(template_command, *args, "--indicators", str(root))
        assert result.return_value == 0, result.output
        _MADE[key] = out.read_bytes()
    out.write_bytes(_MADE[key])
    return out


def import_form(root: Path, form: Path) -> Result:
    return run(import_command, str(form), "--indicators", str(root))


def run(command: Any, *args: str) -> Result:
    return CliRunner().invoke(command, args, standalone_mode=False)


def cell_place(sheet: Worksheet, key: str, heading: str) -> tuple[int, int]:
    """Return row and column of a cell: by the id of its row and the heading of its column."""
    top = next(row for row in sheet.iter_rows() if row[0].value == "Id")
    column = next(cell.column for cell in top if cell.value == heading)
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == key)
    return row, column


def edit(form: Path, change: Callable[[Any], None]) -> None:
    """Open a form, change it, save it."""
    book = load_workbook(form)
    change(book)
    book.save(form)


def fill(
    form: Path, entries: Entry, formats: Mapping[tuple[str, str], str] | None = None
) -> list[str]:
    """Type values into cells, give some a number format; return the addresses of all."""
    typed: list[str] = []

    def change(book: Any) -> None:
        sheet = book["Isian"]
        cells = {where: sheet.cell(*cell_place(sheet, *where)) for where in entries}
        typed.extend(cell.coordinate for cell in cells.values())
        for where, cell in cells.items():
            value = entries[where]
            cell.value = value
            if isinstance(value, str) and value.startswith("'"):
                cell.value, cell.data_type = value[1:], "s"  # as typed after an apostrophe
            if formats and where in formats:
                cell.number_format = formats[where]

    edit(form, change)
    return typed


def edit_parts(form: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Change the parts of the archive itself."""
    with zipfile.ZipFile(form) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    form.write_bytes(out.getvalue())


def mistakes(result: Result) -> list[str]:
    """Return the mistakes that an import named; it must have written nothing."""
    assert result.exception is None, result.output
    assert result.return_value == 1, result.output
    *lines, last = result.output.splitlines()
    assert last.startswith("Tidak ada yang ditulis."), result.output
    wrong = (line for line in lines if not re.search(": (catatan|peringatan): ", line))
    return [re.sub(r"^isian\.xlsx, ", "", line) for line in wrong]
