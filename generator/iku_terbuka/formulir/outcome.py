"""What an import does: changes, problems, and the cell behind each place of the YAML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

from iku_terbuka.formulir.cells import ENTRY_SHEET, FormCell, address
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.text import quoted

# The keys that lead to a value of ``capaian/<tahun>.yaml``.
YamlPath: TypeAlias = tuple[str, ...]


class FormSeverity(IntEnum):
    """How much a problem matters: an error blocks, a warning and a note do not."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True, order=True)
class FormProblem:
    """One thing to mend, in Indonesian, sortable by place.

    ``row`` and ``column`` count from 1; 0 means the workbook, or the whole row.
    """

    row: int
    column: int
    message: str
    hint: str = ""
    severity: FormSeverity = FormSeverity.ERROR

    @property
    def place(self) -> str:
        """Name the cell as Excel does, ``Isian!G7``; empty for the workbook as a whole."""
        if not self.row:
            return ""
        if not self.column:
            return f"baris {self.row}"
        return f"{ENTRY_SHEET}!{address(self.row, self.column)}"

    def __str__(self) -> str:
        kinds = {FormSeverity.WARNING: "peringatan: ", FormSeverity.NOTE: "catatan: "}
        place = f"{self.place}: " if self.row else ""
        return f"{place}{kinds.get(self.severity, '')}{self.message} {self.hint}".rstrip()


class WorkbookRefusedError(Exception):
    """The workbook is not read at all; the message says why and what to do."""


@dataclass(frozen=True)
class YamlChange:
    """Set ``path`` to ``value``, or delete it. ``is_number``: digits that stand without quotes."""

    path: YamlPath
    value: str | tuple[str, ...] | None
    is_number: bool = False


class CannotSaveError(Exception):
    """The file cannot be changed without losing something; it must be edited by hand."""


@dataclass
class Outcome:
    """Collects while a form is compared.

    ``words`` says each change: old → new; ``cells`` is the cell of each place of the YAML;
    ``merged`` are merged cells: first row and column, last row and column.
    """

    changes: list[YamlChange] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    problems: list[FormProblem] = field(default_factory=list)
    cells: dict[YamlPath, tuple[int, int]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def refused_cells(self) -> frozenset[tuple[int, int]]:
        """The cells that hold an error, by row and column."""
        errors = (one for one in self.problems if one.severity is FormSeverity.ERROR)
        return frozenset((error.row, error.column) for error in errors if error.column)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is FormSeverity.ERROR for problem in self.problems)

    def is_merged(self, row: int, column: int) -> bool:
        """Tell whether a cell belongs to merged ones, of which only the first keeps its value."""
        return any(
            top <= row <= bottom and left <= column <= right
            for top, left, bottom, right in self.merged
        )

    def add_error(self, cell: FormCell, message: str, hint: str) -> None:
        self.problems.append(FormProblem(cell.row, cell.column, message, hint))

    def add_note(self, row: int, column: int, message: str) -> None:
        self.problems.append(FormProblem(row, column, message, severity=FormSeverity.NOTE))

    def add_change(self, name: str, now: str, change: YamlChange) -> None:
        """Add a change of ``name``, which is ``now`` in the data."""
        value = change.value
        text = "\n".join(value) if isinstance(value, tuple) else value or ""
        old, new = (short_value(side, change.is_number) for side in (now, text))
        self.changes.append(change)
        self.words.append(f"{name}: {old} → {new}")

    def sorted_problems(self) -> Iterator[FormProblem]:
        """Yield errors first, then warnings and notes, each by place."""
        yield from sorted(self.problems, key=lambda problem: (problem.severity, problem))


def short_value(value: str, is_number: bool = False) -> str:
    """Return a value as short words: a number with a comma, a text in quotes."""
    shown = "; ".join(line for line in value.split("\n") if line)
    if not shown:
        return "kosong"
    if is_number and len(shown) <= 60:
        return with_comma(shown)
    return quoted(shown, 60)
