"""A row as SpreadsheetML, made once for every workbook it stands in: see :mod:`.lembar`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from html import escape
from string import ascii_uppercase

from iku_terbuka.opendata.baris import Baris
from iku_terbuka.opendata.kolom import KOLOM

_DIGIT_EXCEL = 15
_BITA_EXCEL = 2 * 32_767  # of one text, in UTF-16; a longer one makes Excel refuse the file
# The number formats of the cells; a cell names its own by its place here, from 1. The format
# “text” keeps a text that begins with = a text when its cell is edited; a number is shown with as
# many decimals as were typed.
GAYA = ("@", "0", "#,##0", *(f"#,##0.{'0' * digits}" for digits in range(1, _DIGIT_EXCEL + 1)))
_TEKS, _TAHUN, _BULAT = 1, 2, 3
# Stands for the number of the row until a sheet gives it one; no text in XML can hold it.
NOMOR = "\0"
# Stands between two rows, for the same reason.
_ANTARA = "\1"
# Excel reads _x0041_ as a character, unless its first underscore is written so itself.
_SANDI = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_BUKAN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Letter, whether the cells are numbers, and the format of those where it is always the same.
_KOLOM = tuple(
    (ascii_uppercase[j], kolom.berangka, _TAHUN if kolom.nama == "tahun" else 0)
    for j, kolom in enumerate(KOLOM)
)


def gabung_sel(rows: Iterable[Baris]) -> bytes:
    """Return the rows of an indicator in one piece; :func:`pisah_sel` takes them apart."""
    return _ANTARA.join(map(baris_sel, rows)).encode()


def pisah_sel(isi: bytes) -> list[str]:
    """Return the rows that ``gabung_sel`` put in one piece, at least one."""
    return isi.decode().split(_ANTARA)


def baris_sel(row: Baris) -> str:
    """Return a row with :data:`NOMOR` for its number; empty cells are left out."""
    cells = [_sel(*kolom, cell) for kolom, cell in zip(_KOLOM, row, strict=True) if cell]
    return f'<row r="{NOMOR}">{"".join(cells)}</row>'


# Most cells of a row are those of the row before: 100 ms less for 1,200 indicators.
@lru_cache(maxsize=1024)
def _sel(huruf: str, berangka: bool, gaya: int, cell: str) -> str:
    start = f'<c r="{huruf}{NOMOR}" s="'
    if berangka and _muat(cell):
        return f'{start}{gaya or _BULAT + _desimal(cell)}"><v>{cell}</v></c>'
    space = ' xml:space="preserve"' if cell != cell.strip() else ""
    return f'{start}{_TEKS}" t="inlineStr"><is><t{space}>{_teks(cell)}</t></is></c>'


def _muat(cell: str) -> bool:
    """Tell whether Excel keeps ``cell`` as a number with all its digits; a range is none."""
    if ".." in cell or _desimal(cell) > _DIGIT_EXCEL:
        return False
    return len(cell) <= _DIGIT_EXCEL or len(Decimal(cell).as_tuple().digits) <= _DIGIT_EXCEL


def _desimal(cell: str) -> int:
    return len(cell.partition(".")[2])


def _teks(cell: str) -> str:
    if len(cell) > _BITA_EXCEL // 4:
        cell = cell.encode("utf-16-le")[:_BITA_EXCEL].decode("utf-16-le", "ignore")
    cell = _SANDI.sub("_x005F_", cell)
    return escape(_BUKAN_XML.sub("\ufffd", cell), quote=False)
