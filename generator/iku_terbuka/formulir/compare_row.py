"""One row of a form that came back, beside the same row of the data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

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
from iku_terbuka.model.text import NO_NUMBER, quoted
from iku_terbuka.wording import in_percent

_EMPTY_COMPONENT = (
    "Kalau memang nol, ketik 0. Kalau datanya tidak ada, kosongkan semua komponen indikator ini, "
    "lalu pilih sebabnya di kolom Keadaan pada baris indikatornya."
)
_NUMBER_KEYS = {
    column.key for column in OPEN_COLUMNS if column.kind in {ColumnKind.NUMBER, ColumnKind.RUPIAH}
}


@dataclass
class RowComparison:
    """One row of the form and what became of it.

    ``original`` is what each cell held when the form was made, by the keys of row and column;
    ``here`` the cells of the row that hold anything, by column; ``columns`` where each column is.
    ``final`` is what each cell holds in the end, ``None`` where it was refused.
    """

    original: Mapping[tuple[str, str], str]
    row: FormRow
    here: Mapping[str, FormCell]
    columns: Mapping[str, int]
    number: int
    outcome: Outcome
    final: dict[str, str | None] = field(default_factory=dict)

    def compare(self) -> None:
        self._check_locked()
        for column in OPEN_COLUMNS:
            key = column.key
            if key not in self.columns:
                continue
            if key in self.row.values:
                self.outcome.cells[self.row.path(key)] = (self.number, self.columns[key])
                self.final[key] = self.row.values[key]
                self._compare_cell(key)
            elif key in self.here:
                message = "Sel ini tidak diisi untuk baris ini."
                if key == "predikat" and not self.row.variabel:
                    message = "Indikator ini tidak memakai predikat."
                self.outcome.add_error(self.here[key], message, "Kosongkan selnya.")
        if not self.row.variabel:
            self._check_keadaan()
            self._check_tercetak()

    def _check_locked(self) -> None:
        """Refuse changes of what comes from the decree, and rows whose cells were mixed up."""
        for column in LOCKED_COLUMNS:
            before = self.original.get((self.row.key, column.key), "")
            cell = self.here.get(column.key)
            # An id is told apart from its row; a column that is missing, once for all rows.
            if column.key == "id" or column.key not in self.columns:
                continue
            bare = before.removesuffix(f"\n{NO_ARAH}")
            if (cell.text if cell else "") in {before, bare}:
                continue
            message = f"Kolom “{column.key.capitalize()}” tidak diubah lewat formulir."
            hint = f"Kembalikan isinya: {quoted(bare, 90)}." if before else "Kosongkan selnya."
            self._refuse(column.key, message, hint)
        for key, name in (("target", "Target"), ("satuan", "Satuan")):
            before, now = self.original.get((self.row.key, key), ""), self.row.shown[key]
            if before != now and key in self.columns:
                message = (
                    f"{name} berubah sejak formulir ini dibuat: {before or '–'} → {now or '–'}."
                )
                self.outcome.add_note(self.number, self.columns[key], message)

    def _compare_cell(self, key: str) -> None:
        before = self.original.get((self.row.key, key), "")
        now = self.row.values[key]
        cell = self.here.get(key)
        if cell is None:
            if before and now and not self.outcome.is_merged(self.number, self.columns[key]):
                self._emptied(key, now)
            return
        if cell.kind == "s" and cell.text.casefold() == DELETE:
            if now:
                self._change(key, None, now)
            return
        try:
            typed = self._typed_value(key, cell, before)
        except CellRefusedError as error:
            self._refuse(key, error.message, self._hint(key, cell) or error.hint)
            return
        same = _same_numbers if key in _NUMBER_KEYS else str.__eq__
        if same(typed, before):
            if not same(before, now):
                shown = short_value(now, key in _NUMBER_KEYS)
                message = f"Isi di berkas berubah sejak formulir ini dibuat: {shown}. Dibiarkan."
                self.outcome.add_note(self.number, self.columns[key], message)
        elif not same(typed, now):
            self._change(key, typed, now)

    def _hint(self, key: str, cell: FormCell) -> str:
        """Say what to type for a value as a document prints it; empty where that is not known."""
        if cell.kind != "s" or key not in _NUMBER_KEYS:
            return ""
        if NO_NUMBER.fullmatch(cell.text):
            return _EMPTY_COMPONENT if self.row.variabel else ""
        places = {"realisasi": "sel ini"}
        if key != KOMPONEN or self.row.variabel:
            rupiah = COLUMN_BY_KEY[key].kind is ColumnKind.RUPIAH
            return printed_hint(cell.text, "rupiah" if rupiah else None, places)
        places |= {
            other: self._place(other) for other in ("predikat", "tercetak") if self._has(other)
        }
        hint = multiple_hint(cell.text, self.row.satuan)
        hint = hint or printed_hint(cell.text, self.row.satuan, places)
        if not hint and not any(c.isdigit() for c in cell.text):
            return "Indikator ini dinilai dengan angka: ketik angkanya."
        return hint

    def _has(self, key: str) -> bool:
        """Tell whether this row has a cell of that column to fill in."""
        return key in self.row.values and key in self.columns

    def _typed_value(self, key: str, cell: FormCell, before: str) -> str:
        satuan = self.row.satuan
        percent = False
        if key == KOMPONEN and not self.row.variabel:
            if cell.kind == "s" and (hint := multiple_hint(cell.text, satuan)):
                raise CellRefusedError(f"Satuan indikator ini {quoted(satuan or '')}.", hint)
            before = self._decimal_comma(cell.text) or before
            percent = in_percent(satuan)
        kind = COLUMN_BY_KEY[key].kind
        return cell_value(cell, kind, before, percent=percent, several=self.row.several)

    def _decimal_comma(self, text: str) -> str:
        """Return the number of ``1,234`` where the printed form is the same: then it is a comma."""
        printed = self.here.get("tercetak")
        same = printed is not None and printed.text == text
        return text.replace(",", ".") if same and re.fullmatch("-?[0-9]+,[0-9]{3}", text) else ""

    def _emptied(self, key: str, now: str) -> None:
        """Delete only where a state replaces the number, or a number the state."""
        has_number = any(other in self.here for other in ("realisasi", "predikat"))
        if (
            (key == "keadaan" and has_number)
            or (key in {"realisasi", "predikat", "tercetak"} and "keadaan" in self.here)
            or (key == "tercetak" and self._changed("realisasi", "predikat"))
        ):
            self._change(key, None, now)
            return
        message = f"Sel ini dikosongkan, padahal berisi {short_value(now, key in _NUMBER_KEYS)}."
        self._refuse(key, message, f"Ketik {DELETE} untuk menghapusnya, atau isi kembali.")

    def _changed(self, *keys: str) -> bool:
        return any(self.final.get(key) != self.row.values.get(key) for key in keys)

    def _change(self, key: str, typed: str | None, now: str) -> None:
        row, column = self.row, COLUMN_BY_KEY[key]
        name = f"{row.parent} · {row.nama}" if row.parent else row.nama
        heading = "" if row.variabel else f" · {column.name}"
        self.final[key] = typed or ""
        value: str | tuple[str, ...] | None = typed
        if typed is not None and (
            column.kind is ColumnKind.ITEMS or (row.several and "\n" in typed)
        ):
            value = tuple(typed.split("\n"))
        is_page = key == "sumber_halaman" and (typed or "").isdecimal()
        change = YamlChange(row.path(key), value, key in _NUMBER_KEYS or is_page)
        self.outcome.add_change(f"{name}{heading}", now, change)

    def _check_keadaan(self) -> None:
        """Refuse a state beside a number, one that cannot be read included."""
        cell = self.here.get("realisasi")
        refused = cell is not None and self.final.get("realisasi") is None
        if refused and cell and self.final.get("keadaan") and not NO_NUMBER.fullmatch(cell.text):
            message = "Kolom Keadaan diisi, padahal angkanya ada."
            self._refuse("keadaan", message, "Kosongkan salah satunya.")

    def _check_tercetak(self) -> None:
        """Keep the printed form beside what it is the form of, and only there."""
        final, values = self.final, self.row.values
        printed = final.get("tercetak", values["tercetak"])
        if not printed:
            return
        said = [final.get(key, values.get(key, "")) for key in ("realisasi", "predikat")]
        if not any(value or value is None for value in said) and printed != values["tercetak"]:
            message = "Kolom Tercetak diisi, padahal angka atau predikatnya tidak ada."
            self._refuse("tercetak", message, self._tercetak_hint(printed))
            return
        kept = any(said) and all(_mentions(printed, value or "") for value in said)
        left_over = printed == values["tercetak"] and None not in said and not kept
        if left_over and self._changed("realisasi", "predikat"):
            self.outcome.changes.append(YamlChange(self.row.path("tercetak"), None))
            message = f"Bentuk tercetak dari nilai yang lama, {quoted(printed)}, ikut dihapus."
            self.outcome.add_note(self.number, self.columns.get("tercetak", 0), message)

    def _tercetak_hint(self, printed: str) -> str:
        keys = ("realisasi", "predikat", "tercetak")
        places = {key: self._place(key) for key in keys if self._has(key)}
        hint = printed_hint(printed, self.row.satuan, places) if "realisasi" in places else ""
        return hint or "Isi juga angkanya di kolom Realisasi, atau kosongkan sel ini."

    def _place(self, key: str) -> str:
        """Name a cell of this row by the heading of its column and its address."""
        return f"kolom {COLUMN_BY_KEY[key].name} ({address(self.number, self.columns[key])})"

    def _refuse(self, key: str, message: str, hint: str) -> None:
        self.final[key] = None
        self.outcome.problems.append(FormProblem(self.number, self.columns[key], message, hint))


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
        return all(Decimal(one) == Decimal(other) for one, other in zip(ours, theirs, strict=True))
    except ArithmeticError:  # one of them is empty, or the form was tampered with
        return False
