"""The bytes of a workbook → its cells. The only home of openpyxl.

Nothing is interpreted here: a formula stays one, a date stays one. At most so many rows and
columns are read, whatever a sheet claims about its size.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from iku_terbuka.formulir.arsip import periksa_arsip
from iku_terbuka.formulir.buku import DATA, PETUNJUK, VERSI, Buku, Sel
from iku_terbuka.formulir.lembar import KATA_STATUS
from iku_terbuka.formulir.masalah import LEMBAR, BukuDitolakError
from iku_terbuka.formulir.rapi import rapikan
from iku_terbuka.model.text import quoted

MAKS_BARIS, MAKS_KOLOM, MAKS_DATA = 5_000, 60, 100_000
_KEPALA = 20  # rows in which the headings are looked for
_GABUNG = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*ref=\"([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)"
)
_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ASING = "Ini bukan formulir dari “iku template”, atau lembar di dalamnya terhapus. Buat yang baru."


def baca_buku(raw: bytes) -> Buku:
    """Read a workbook that :mod:`.tulis` made; raise :class:`BukuDitolakError` if it is none."""
    periksa_arsip(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl drops does not concern a form
            return _baca(raw)
    except BukuDitolakError:
        raise
    except Exception as error:  # openpyxl fails in any way on a damaged workbook
        raise BukuDitolakError(
            "Berkas Excel ini tidak dapat dibaca. Simpan ulang dari Excel, atau buat formulir baru."
        ) from error


def _baca(raw: bytes) -> Buku:
    book = load_workbook(BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    sheets: dict[str, Any] = {sheet.title.casefold(): sheet for sheet in book.worksheets}
    main, data = sheets.get(LEMBAR.casefold()), sheets.get(DATA)
    if main is None and data is not None and _lembar_lain(book.sheetnames):
        raise BukuDitolakError(_lembar_hilang(_lembar_lain(book.sheetnames)))
    if main is None or data is None:
        raise BukuDitolakError(_ASING)
    dasar: dict[tuple[str, str], str] = {}
    for row in _rows(data, MAKS_DATA):
        kunci, kolom, isi = (row[i].isi if i in row else "" for i in (1, 2, 3))
        dasar[str(kunci), str(kolom)] = str(isi)
    tahun = dasar.get(("", "tahun"), "")
    if dasar.get(("", "versi")) != VERSI or not re.fullmatch(r"[0-9]{4}", tahun):
        raise BukuDitolakError(_ASING)
    rows = list(_rows(main, MAKS_BARIS + 1))
    if len(rows) > MAKS_BARIS:
        raise BukuDitolakError(
            f"Lembar {LEMBAR} berisi lebih dari {MAKS_BARIS} baris. Hapus baris di luar formulir."
        )
    top = next((i for i, row in enumerate(rows[:_KEPALA]) if _is_heading(row)), None)
    if top is None:
        raise BukuDitolakError(
            f"Baris judul kolom di lembar {LEMBAR} tidak ditemukan. Kembalikan judul “Id” dan "
            "“Indikator”, atau buat formulir baru."
        )
    path = str(main._worksheet_path)  # openpyxl does not read merges in this mode
    with ZipFile(BytesIO(raw)) as archive:
        merged = tuple(found.decode() for found in _GABUNG.findall(archive.read(path)))
    return Buku(
        dasar.get(("", "instansi"), ""),
        int(tahun),
        dasar,
        _status(rows[:top]),
        tuple(rows[top].values()),
        tuple(row for row in rows[top + 1 :] if row),
        merged,
    )


def _lembar_lain(names: list[str]) -> list[str]:
    return [name for name in names if name.casefold() not in {PETUNJUK.casefold(), DATA}]


def _lembar_hilang(others: list[str]) -> str:
    """Say which sheet was renamed: the one that is none of ours."""
    which = quoted(others[0]) if len(others) == 1 else "yang berisi isian"
    return f"Lembar “{LEMBAR}” tidak ditemukan. Ganti nama lembar {which} menjadi {LEMBAR}."


def _rows(sheet: Any, most: int) -> Iterator[Mapping[int, Sel]]:
    """Yield the cells of each row that hold anything, by column from 1."""
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=most, max_col=MAKS_KOLOM):
        found = {}
        for cell in row:
            value = cell.value
            if value is None:
                continue
            jenis = str(cell.data_type)
            if isinstance(value, str):
                value = _LOLOS.sub(lambda code: chr(int(code[1], 16)), value)
                jenis = jenis if jenis in {"f", "e"} else "s"
                if jenis == "s" and not rapikan(value):
                    continue
            elif isinstance(value, bool):
                jenis = "b"
            elif isinstance(value, int | float):
                jenis = "n"
            else:  # a date, a time, a formula over several cells
                jenis = "f" if jenis == "f" else "d"
                value = str(value).removesuffix(" 00:00:00")
            found[cell.column] = Sel(cell.row, cell.column, value, jenis, str(cell.number_format))
        yield found


def _is_heading(row: Mapping[int, Sel]) -> bool:
    words = {cell.teks.casefold() for cell in row.values()}
    return {"id", "indikator"} <= words


def _status(rows: list[Mapping[int, Sel]]) -> Sel | None:
    """Find the cell to the right of its label."""
    for row in rows:
        for column, cell in row.items():
            if cell.teks.casefold() == KATA_STATUS.casefold():
                return row.get(column + 1)
    return None
