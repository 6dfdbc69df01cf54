"""One row of a form that came back, beside the same row of the data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from iku_terbuka.formulir.cells import FormCell, address, cell_value
from iku_terbuka.formulir.columns import (
    COLUMN_BY_KEY,
    DELETE,
    LOCKED_COLUMNS,
    OPEN_COLUMNS,
    ColumnKind,
)
from iku_terbuka.formulir.form import KOMPONEN, NO_ARAH, FormRow
from iku_terbuka.formulir.hints import multiple_hint, printed_hint
from iku_terbuka.formulir.outcome import FormProblem, Outcome, YamlChange, short_value
from iku_terbuka.formulir.typed import CellRefusedError
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.model.text import NO_NUMBER, quoted

_EMPTY_COMPONENT = (
    "Kalau memang nol, ketik 0. Kalau datanya tidak ada, kosongkan semua komponen indikator ini, "
    "lalu pilih sebabnya di kolom Keadaan pada baris indikatornya."
)
_NUMBER_KEYS = {
    column.key for column in OPEN_COLUMNS if column.kind in {ColumnKind.NUMBER, ColumnKind.RUPIAH}
}


@dataclass(frozen=True)
class FilledRow:
    """A row of a form that came back, with the same row of the data.

    ``row`` is what a form made now would hold; ``number`` counts rows from 1. ``cells`` are those
    of the row that hold anything, by column; ``columns`` where each column is. ``original`` is
    what each cell held when the form was made, by the keys of row and column. ``merged`` are the
    columns, first and last, of merged cells, of which only the first keeps its value.
    """

    row: FormRow
    number: int
    cells: Mapping[str, FormCell]
    columns: Mapping[str, int]
    original: Mapping[tuple[str, str], str]
    merged: tuple[tuple[int, int], ...] = ()

    def before(self, key: str) -> str:
        """Return what the cell held when the form was made."""
        return self.original.get((self.row.key, key), "")

    def has(self, key: str) -> bool:
        """Tell whether this row has a cell of that column to fill in."""
        return key in self.row.values and key in self.columns

    def is_merged(self, key: str) -> bool:
        return any(left <= self.columns[key] <= right for left, right in self.merged)

    def name_cell(self, key: str) -> str:
        """Name a cell of this row by the heading of its column and its address."""
        return f"kolom {COLUMN_BY_KEY[key].name} ({address(self.number, self.columns[key])})"

    def error(self, key: str, message: str, hint: str) -> FormProblem:
        return FormProblem(self.number, self.columns[key], message, hint)

    def note(self, key: str, message: str) -> FormProblem:
        return FormProblem.note(self.number, self.columns.get(key, 0), message)


@dataclass(frozen=True)
class _CellOutcome:
    """What became of a cell. ``final`` is what it holds in the end, ``None`` if refused."""

    final: str | None
    change: YamlChange | None = None
    problem: FormProblem | None = None


# What the cells of a row hold in the end, by column; ``None`` where they were refused.
_Final: TypeAlias = Mapping[str, str | None]


def compare_row(filled: FilledRow) -> Outcome:
    """Return what became of one row."""
    final: dict[str, str | None] = {}
    outcomes: list[_CellOutcome] = []
    for column in OPEN_COLUMNS:
        if filled.has(column.key):
            outcome = _compare_cell(filled, column.key, final)
            final[column.key] = outcome.final
            outcomes.append(outcome)
    problems = [*_changed_locked(filled), *_filled_closed(filled)]
    if not filled.row.variabel:
        problems += _keadaan_beside_number(filled, final)
        outcomes += _left_over_tercetak(filled, final)
    return Outcome(
        changes=tuple(outcome.change for outcome in outcomes if outcome.change),
        problems=(*problems, *(outcome.problem for outcome in outcomes if outcome.problem)),
        cells={filled.row.path(key): (filled.number, filled.columns[key]) for key in final},
    )


def _changed_locked(filled: FilledRow) -> Iterator[FormProblem]:
    """Refuse changes of what comes from the decree, and rows whose cells were mixed up."""
    for column in LOCKED_COLUMNS:
        # An id is told apart from its row; a column that is missing, once for all rows.
        if column.key == "id" or column.key not in filled.columns:
            continue
        before, cell = filled.before(column.key), filled.cells.get(column.key)
        bare = before.removesuffix(f"\n{NO_ARAH}")
        if (cell.text if cell else "") in {before, bare}:
            continue
        message = f"Kolom “{column.key.capitalize()}” tidak diubah lewat formulir."
        hint = f"Kembalikan isinya: {quoted(bare, 90)}." if before else "Kosongkan selnya."
        yield filled.error(column.key, message, hint)
    for key, name in (("target", "Target"), ("satuan", "Satuan")):
        before, now = filled.before(key), filled.row.shown[key]
        if before != now and key in filled.columns:
            message = f"{name} berubah sejak formulir ini dibuat: {before or '–'} → {now or '–'}."
            yield filled.note(key, message)


def _filled_closed(filled: FilledRow) -> Iterator[FormProblem]:
    """Refuse what was typed where this row has nothing to fill in."""
    for column in OPEN_COLUMNS:
        if column.key in filled.cells and not filled.has(column.key):
            message = "Sel ini tidak diisi untuk baris ini."
            if column.key == "predikat" and not filled.row.variabel:
                message = "Indikator ini tidak memakai predikat."
            yield FormProblem.at(filled.cells[column.key], message, "Kosongkan selnya.")


def _compare_cell(filled: FilledRow, key: str, final: _Final) -> _CellOutcome:
    """Return what became of a cell; ``final`` holds the columns before it."""
    before, now = filled.before(key), filled.row.values[key]
    cell = filled.cells.get(key)
    if cell is None:
        lost = before and now and not filled.is_merged(key)
        return _emptied(filled, key, final) if lost else _CellOutcome(now)
    if cell.kind == "s" and cell.text.casefold() == DELETE:
        return _changed(filled, key, None) if now else _CellOutcome(now)
    try:
        typed = _typed_value(filled, key, cell)
    except CellRefusedError as error:
        hint = _hint(filled, key, cell) or error.hint
        return _CellOutcome(None, problem=filled.error(key, error.message, hint))
    same = _same_numbers if key in _NUMBER_KEYS else str.__eq__
    if same(typed, now):
        return _CellOutcome(now)
    if not same(typed, before):
        return _changed(filled, key, typed)
    shown = short_value(now, key in _NUMBER_KEYS)
    message = f"Isi di berkas berubah sejak formulir ini dibuat: {shown}. Dibiarkan."
    return _CellOutcome(now, problem=filled.note(key, message))


def _hint(filled: FilledRow, key: str, cell: FormCell) -> str:
    """Say what to type for a value as a document prints it; empty where that is not known."""
    row = filled.row
    if cell.kind != "s" or key not in _NUMBER_KEYS:
        return ""
    if NO_NUMBER.fullmatch(cell.text):
        return _EMPTY_COMPONENT if row.variabel else ""
    places = {"realisasi": "sel ini"}
    if key != KOMPONEN or row.variabel:
        rupiah = COLUMN_BY_KEY[key].kind is ColumnKind.RUPIAH
        return printed_hint(cell.text, "rupiah" if rupiah else None, places)
    places |= _cell_names(filled, "predikat", "tercetak")
    hint = multiple_hint(cell.text, row.satuan) or printed_hint(cell.text, row.satuan, places)
    if not hint and not any(c.isdigit() for c in cell.text):
        return "Indikator ini dinilai dengan angka: ketik angkanya."
    return hint


def _cell_names(filled: FilledRow, *keys: str) -> dict[str, str]:
    return {key: filled.name_cell(key) for key in keys if filled.has(key)}


def _typed_value(filled: FilledRow, key: str, cell: FormCell) -> str:
    row, before = filled.row, filled.before(key)
    percent = False
    if key == KOMPONEN and not row.variabel:
        if cell.kind == "s" and (hint := multiple_hint(cell.text, row.satuan)):
            raise CellRefusedError(f"Satuan indikator ini {quoted(row.satuan or '')}.", hint)
        before = _decimal_comma(filled, cell.text) or before
        percent = in_percent(row.satuan)
    kind = COLUMN_BY_KEY[key].kind
    return cell_value(cell, kind, before, percent=percent, several=row.several)


def _decimal_comma(filled: FilledRow, text: str) -> str:
    """Return the number of ``1,234`` where the printed form is the same: then it is a comma."""
    printed = filled.cells.get("tercetak")
    same = printed is not None and printed.text == text
    return text.replace(",", ".") if same and re.fullmatch("-?[0-9]+,[0-9]{3}", text) else ""


def _emptied(filled: FilledRow, key: str, final: _Final) -> _CellOutcome:
    """Delete only where a keadaan replaces the number, or a number the keadaan."""
    has_number = any(other in filled.cells for other in ("realisasi", "predikat"))
    if (
        (key == "keadaan" and has_number)
        or (key in {"realisasi", "predikat", "tercetak"} and "keadaan" in filled.cells)
        or (key == "tercetak" and _has_another_value(filled, final))
    ):
        return _changed(filled, key, None)
    shown = short_value(filled.row.values[key], key in _NUMBER_KEYS)
    message = f"Sel ini dikosongkan, padahal berisi {shown}."
    hint = f"Ketik {DELETE} untuk menghapusnya, atau isi kembali."
    return _CellOutcome(None, problem=filled.error(key, message, hint))


def _has_another_value(filled: FilledRow, final: _Final) -> bool:
    """Tell whether the number or the grade is not what the data holds."""
    values = filled.row.values
    return any(final.get(key) != values.get(key) for key in ("realisasi", "predikat"))


def _changed(filled: FilledRow, key: str, typed: str | None) -> _CellOutcome:
    """Take over what was typed; ``None`` deletes."""
    row, column = filled.row, COLUMN_BY_KEY[key]
    name = f"{row.parent} · {row.nama}" if row.parent else row.nama
    heading = "" if row.variabel else f" · {column.name}"
    value: str | tuple[str, ...] | None = typed
    if typed is not None and (column.kind is ColumnKind.ITEMS or (row.several and "\n" in typed)):
        value = tuple(typed.split("\n"))
    is_page = key == "sumber_halaman" and (typed or "").isdecimal()
    change = YamlChange(row.path(key), value, key in _NUMBER_KEYS or is_page)
    return _CellOutcome(typed or "", change.described(f"{name}{heading}", row.values[key]))


def _keadaan_beside_number(filled: FilledRow, final: _Final) -> Iterator[FormProblem]:
    """Refuse a keadaan beside a number, one that cannot be read included."""
    cell = filled.cells.get("realisasi")
    refused = cell is not None and final.get("realisasi") is None
    if refused and cell and final.get("keadaan") and not NO_NUMBER.fullmatch(cell.text):
        message = "Kolom Keadaan diisi, padahal angkanya ada."
        yield filled.error("keadaan", message, "Kosongkan salah satunya.")


def _left_over_tercetak(filled: FilledRow, final: _Final) -> Iterator[_CellOutcome]:
    """Keep the printed form beside what it is the form of, and only there."""
    values = filled.row.values
    printed = final.get("tercetak", values["tercetak"])
    if not printed:
        return
    is_old = printed == values["tercetak"]
    shown = [final.get(key, values.get(key, "")) for key in ("realisasi", "predikat")]
    if not is_old and all(value == "" for value in shown):
        message = "Kolom Tercetak diisi, padahal angka atau predikatnya tidak ada."
        hint = _tercetak_hint(filled, printed)
        yield _CellOutcome(None, problem=filled.error("tercetak", message, hint))
        return
    kept = any(shown) and all(_mentions(printed, value or "") for value in shown)
    if is_old and None not in shown and not kept and _has_another_value(filled, final):
        message = f"Bentuk tercetak dari nilai yang lama, {quoted(printed)}, ikut dihapus."
        change = YamlChange(filled.row.path("tercetak"), None)
        yield _CellOutcome("", change, filled.note("tercetak", message))


def _tercetak_hint(filled: FilledRow, printed: str) -> str:
    places = _cell_names(filled, "realisasi", "predikat", "tercetak")
    hint = printed_hint(printed, filled.row.satuan, places) if "realisasi" in places else ""
    return hint or "Isi juga angkanya di kolom Realisasi, atau kosongkan sel ini."


def _mentions(printed: str, value: str) -> bool:
    """Tell whether a printed form speaks of a number or a grade: ``3,05 (B)`` of 3.05 and of B."""
    try:
        number = Decimal(value or "-")
    except ArithmeticError:
        return value.casefold() in printed.casefold()
    texts = re.findall(r"[0-9]+(?:[.,][0-9]+)?", printed)
    return any(Decimal(text.replace(",", ".")) == abs(number) for text in texts)


def _same_numbers(left: str, right: str) -> bool:
    """Tell whether numbers, one a line, are the same: where 3.2 is 3.20, the old digits stay."""
    ours, theirs = left.split("\n"), right.split("\n")
    if left == right or len(ours) != len(theirs):
        return left == right
    try:
        return all(Decimal(a) == Decimal(b) for a, b in zip(ours, theirs, strict=True))
    except ArithmeticError:  # one of them is empty, or the form was tampered with
        return False
