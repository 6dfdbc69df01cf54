"""A form that came back, as stored: its cells, and what each of them says.

A cell is handled or refused, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from iku_terbuka.formulir.columns import KEADAAN_WORDS, ColumnKind
from iku_terbuka.formulir.typed import (
    CellRefusedError,
    clean_text,
    is_percent_format,
    items_of,
    number_in_cell,
    number_in_text,
)
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.text import quoted

# The sheets: to fill, to read, and one that nobody sees, with the version of what it says.
ENTRY_SHEET, HELP_SHEET = "Isian", "Petunjuk"
DATA_SHEET, VERSION = "iku-data", "1"
# Text, number, truth value, formula, error, date.
CellKind: TypeAlias = Literal["s", "n", "b", "f", "e", "d"]


@dataclass(frozen=True)
class FormCell:
    """A cell as stored; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    value: str | float | bool
    kind: CellKind
    format: str = "General"

    @property
    def text(self) -> str:
        """The text without what nobody sees; of a number its digits."""
        return clean_text(str(self.value))


@dataclass(frozen=True)
class FilledForm:
    """A form that came back.

    ``original`` is what each cell held when the form was made, by the keys of row and column.
    ``headings`` are the cells of the heading row; ``rows`` the rows below it that hold anything,
    each by column; ``merged`` the addresses of merged cells.
    """

    instansi_id: str
    tahun: int
    original: Mapping[tuple[str, str], str]
    status: FormCell | None
    headings: tuple[FormCell, ...]
    rows: tuple[Mapping[int, FormCell], ...]
    merged: tuple[str, ...]


def address(row: int, column: int) -> str:
    """Return the address of a cell; both count from 1: (7, 28) is AB7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def row_and_column(cell_address: str) -> tuple[int, int]:
    """Return row and column of an address, both from 1: AB7 is (7, 28)."""
    letters = cell_address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell_address[len(letters) :]), column


def cell_value(
    cell: FormCell, kind: ColumnKind, original: str, *, percent: bool, several: bool
) -> str:
    """Return what ``cell`` says, as the YAML holds it.

    Raises :class:`CellRefusedError` saying what to type instead. ``original`` is what the form was
    made with: a text that is still the same is not read again.
    """
    _refuse_kind(cell, kind)
    match kind:
        case ColumnKind.NUMBER | ColumnKind.RUPIAH:
            if cell.kind != "s":
                return str(number_in_cell(_number(cell), cell.format, percent=percent))
            shown = with_comma(original).split("\n")
            known = dict(zip(shown, original.split("\n"), strict=False))
            rupiah = kind is ColumnKind.RUPIAH
            return "\n".join(
                known.get(line.strip()) or str(number_in_text(line, percent=percent, rupiah=rupiah))
                for line in _number_lines(cell.text, several=several)
            )
        case ColumnKind.CHOICE:
            return _keadaan(cell.text)
        case ColumnKind.ITEMS:
            lines = "\n".join(line for line in cell.text.split("\n") if line)
            return lines if lines == original else "\n".join(items_of(cell.text))
        case ColumnKind.LINE:
            return " ".join(_text(cell).split("\n"))
        case _:
            return _text(cell)


def _refuse_kind(cell: FormCell, kind: ColumnKind) -> None:
    """Refuse what is neither a text nor a number."""
    match cell.kind:
        case "f":
            raise CellRefusedError(
                "Sel ini berisi rumus.",
                "Ganti dengan nilainya: salin sel, lalu Tempel Khusus, Nilai.",
            )
        case "e":
            raise CellRefusedError(
                f"Sel ini berisi galat {quoted(str(cell.value))}.", "Ganti dengan nilainya."
            )
        case "b":
            raise CellRefusedError(
                "Sel ini berisi nilai benar atau salah (TRUE/FALSE).", "Ketik isi yang dimaksud."
            )
        case "d":
            meant = "angkanya" if kind in {ColumnKind.NUMBER, ColumnKind.RUPIAH} else "isinya"
            raise CellRefusedError(
                f"Excel membaca isi sel ini sebagai tanggal atau jam ({quoted(str(cell.value))}).",
                f"Ubah format selnya menjadi Teks, lalu ketik ulang {meant}.",
            )


def _number_lines(text: str, *, several: bool) -> list[str]:
    lines = [line for part in text.split("\n") for line in part.split(";") if line.strip()]
    if len(lines) > 1 and not several:
        raise CellRefusedError("Sel ini memuat lebih dari satu baris.", "Tulis satu angka saja.")
    return lines


def _number(cell: FormCell) -> float:
    return cell.value if isinstance(cell.value, int | float) else float("nan")


def _keadaan(text: str) -> str:
    for keadaan, words in KEADAAN_WORDS.items():
        if text.casefold().replace("_", " ") == words.casefold():
            return keadaan.value
    choices = " atau ".join(list(KEADAAN_WORDS.values())[:2])
    raise CellRefusedError(f"{quoted(text)} bukan pilihan.", f"Pilih {choices} dari daftar.")


def _text(cell: FormCell) -> str:
    """Return a text; whole numbers (a page, a year) are texts too."""
    if cell.kind != "n":
        return cell.text
    number = number_in_cell(_number(cell), "General")
    if number != number.to_integral_value() or is_percent_format(cell.format):
        raise CellRefusedError(
            "Sel ini berisi angka pecahan, padahal yang diminta teks.",
            "Ubah format selnya menjadi Teks, lalu ketik ulang isinya.",
        )
    return clean_text(str(number))
