"""What an import does: changes, problems, and the cell behind each place of the YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TypeAlias

from iku_terbuka.formulir.cells import ENTRY_SHEET, FormCell, address
from iku_terbuka.model.notation import with_comma
from iku_terbuka.model.text import quoted
from iku_terbuka.source.problems import MAX_SENTENCES
from iku_terbuka.source.visible import shortened

MAX_NAME = 200  # characters of the name of a cell in words
# The keys that lead to a value of ``capaian/<tahun>.yaml``.
YamlPath: TypeAlias = tuple[str, ...]
# Row and column of a cell, both from 1.
Place: TypeAlias = tuple[int, int]


class FormSeverity(IntEnum):
    """How much a problem matters: an error blocks, a warning and a note do not."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True, order=True)
class FormProblem:
    """One thing to mend, in Indonesian, sortable by place.

    ``row`` and ``column`` count from 1; 0 means the workbook, or the whole row. As with a
    :class:`Problem`, message and hint stay one line that can be printed, and are cut.
    """

    row: int
    column: int
    message: str
    hint: str = ""
    severity: FormSeverity = FormSeverity.ERROR

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", shortened(self.message, MAX_SENTENCES))
        object.__setattr__(self, "hint", shortened(self.hint, MAX_SENTENCES))

    @classmethod
    def at(cls, cell: FormCell, message: str, hint: str) -> "FormProblem":
        """Return an error of a cell."""
        return cls(cell.row, cell.column, message, hint)

    @classmethod
    def note(cls, row: int, column: int, message: str) -> "FormProblem":
        return cls(row, column, message, severity=FormSeverity.NOTE)

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
    """Set ``path`` to ``value``, or delete it. ``is_number``: digits that stand without quotes.

    ``words`` says it, old → new; empty where it only follows from another change.
    """

    path: YamlPath
    value: str | tuple[str, ...] | None
    is_number: bool = False
    words: str = ""

    def described(self, name: str, now: str) -> "YamlChange":
        """Return the change in words: of ``name``, which is ``now`` in the data."""
        text = "\n".join(self.value) if isinstance(self.value, tuple) else self.value or ""
        old, new = (short_value(side, self.is_number) for side in (now, text))
        return replace(self, words=f"{shortened(name, MAX_NAME)}: {old} → {new}")


class CannotSaveError(Exception):
    """The file cannot be changed without losing something; it must be edited by hand."""


@dataclass(frozen=True)
class Outcome:
    """What becomes of a form, or of a part of it; ``cells`` is the cell of each YAML path."""

    changes: tuple[YamlChange, ...] = ()
    problems: tuple[FormProblem, ...] = ()
    cells: Mapping[YamlPath, Place] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """Say each change that staff made: old → new."""
        return tuple(change.words for change in self.changes if change.words)

    @property
    def refused_cells(self) -> frozenset[Place]:
        """The cells that hold an error."""
        errors = (problem for problem in self.problems if problem.severity is FormSeverity.ERROR)
        return frozenset((error.row, error.column) for error in errors if error.column)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is FormSeverity.ERROR for problem in self.problems)

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
