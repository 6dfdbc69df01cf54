"""Changes of a results file, written into its text: every other line stays as it is.

Line ends become one kind, that of Windows where any line has it.

The file is cut into blocks, one per key: ``tahun``, each indicator, each of its keys. A block that
changes is rewritten by :mod:`.blocks`, a new one is put where the model has it; comments and order
around it are not touched. In the end the text is read back: it must hold the old data with these
changes and nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from iku_terbuka.formulir.blocks import changed_block, new_block, set_value
from iku_terbuka.formulir.outcome import CannotSaveError, YamlChange
from iku_terbuka.model.hasil import CapaianTahunan, Hasil
from iku_terbuka.model.schema import schema_line
from iku_terbuka.source import Document, parse

_NO_VALUE_LINE = re.compile(r"\s*(#.*)?")  # blank, or a comment
_EMPTY_VALUE = re.compile(r"(:)\s*(\{\s*\}|~|null)(?=\s*(#|$))")


def new_file(tahun: int, file: str) -> str:
    """Return the results file of a year without any result; ``file`` is where it will lie."""
    return f"{schema_line('capaian', file)}\ntahun: {tahun}\ncapaian: {{}}\n"


def apply_changes(text: str, changes: Sequence[YamlChange], id_order: Sequence[str]) -> str:
    """Return ``text`` with changes; ``id_order`` are the ids in the order of the decree.

    Raises :class:`CannotSaveError` when the text does not then hold exactly what it should.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = re.sub("\r\n?", "\n", text)
    document, problems = parse(plain, "")
    if document is None or any(problem.is_error for problem in problems):
        raise CannotSaveError
    expected: dict[str, Any] = _copy(document.data)
    for change in changes:
        value = list(change.value) if isinstance(change.value, tuple) else change.value
        set_value(expected, change.path, value)
    after = _Editor(document, plain, id_order, expected).edited(changes)
    again, problems = parse(after, "")
    wrong = any(problem.is_error for problem in problems)
    if again is None or wrong or _without_empty(again.data) != _without_empty(expected):
        raise CannotSaveError
    return after.replace("\n", newline)


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(item) for item in data] if isinstance(data, list) else data


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data without a key that holds nothing: ``capaian: {}`` is none yet."""
    return {key: value for key, value in data.items() if value != {}}


class _Editor:
    """Collects what happens to which lines, then does it from the end to the beginning."""

    def __init__(
        self, document: Document, text: str, id_order: Sequence[str], expected: dict[str, Any]
    ) -> None:
        self.document = document
        self.lines = text.split("\n")
        self.expected = expected
        # The order of the keys by depth: of the file, of ``capaian``, of a result.
        self.orders = {
            0: list(CapaianTahunan.model_fields),
            1: list(id_order),
            2: list(Hasil.model_fields),
        }
        # First line, line behind the last, what comes there; stable for the same place.
        self.splices: list[tuple[int, int, list[str]]] = []
        self.keys = sorted(
            document.key_marks.items(), key=lambda item: (item[1].line, item[1].column)
        )

    def edited(self, changes: Sequence[YamlChange]) -> str:
        self._change_below((), changes)
        lines = self.lines
        self.splices.sort(key=lambda splice: splice[:2])
        for start, end, new in reversed(self.splices):
            lines = [*lines[:start], *new, *lines[end:]]
        text = "\n".join(lines)
        return text if text.endswith("\n") else f"{text}\n"

    def _change_below(self, above: tuple[str, ...], changes: Sequence[YamlChange]) -> None:
        """Apply changes below ``above``, a mapping that is cut into blocks."""
        children = [path for path, _ in self.keys if path[:-1] == above]
        first = self.document.key_marks.get(above)
        marks = [self.document.key_marks[path] for path in children]
        own_lines = {mark.line for mark in marks} | ({first.line} if first else set())
        if len(own_lines) < len(marks) + bool(first):  # written in braces, on one line
            self._replace(above, changes)
            return
        if first and not children:
            line = self.lines[first.line - 1]
            self.splices.append((first.line - 1, first.line, [_EMPTY_VALUE.sub(r"\1", line)]))
        indent = (marks[0].column if marks else (first.column + 2 if first else 1)) - 1
        by_key: dict[str, list[YamlChange]] = {}
        for change in changes:
            by_key.setdefault(change.path[len(above)], []).append(change)
        order = self.orders[len(above)]
        for key in sorted(by_key, key=lambda key: order.index(key) if key in order else len(order)):
            here = (*above, key)
            if here not in self.document.key_marks:
                self._insert(above, key, children, indent, by_key[key])
            elif len(here) == 3 or here[0] != "capaian":
                self._replace(here, by_key[key])
            elif len(here) == 2 and key not in self.expected.get("capaian", {}):
                self.splices.append((*self._block(here), []))
            else:
                self._change_below(here, by_key[key])

    def _insert(
        self,
        above: tuple[str, ...],
        key: str,
        children: Sequence[tuple[str | int, ...]],
        indent: int,
        changes: Sequence[YamlChange],
    ) -> None:
        """Put a new block behind the nearest one that comes before it in the order."""
        order = self.orders[len(above)]
        before = order[: order.index(key)] if key in order else order
        earlier = [path for path in children if path[-1] in before]
        if earlier:
            line = max(self._block(path)[1] for path in earlier)
        elif above:
            line = self.document.key_marks[above].line
        else:
            line = 0
        self.splices.append((line, line, new_block(_from_depth(len(above), changes), indent)))

    def _replace(self, path: tuple[str, ...], changes: Sequence[YamlChange]) -> None:
        start, end = self._block(path) if path else (0, len(self.lines))
        indent = self.document.key_marks[path].column - 1 if path else 0
        below = _from_depth(max(len(path) - 1, 0), changes)
        self.splices.append((start, end, changed_block(self.lines[start:end], indent, below)))

    def _block(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the lines of a key: from its own to the last that belongs to its value."""
        mark = self.document.key_marks[path]
        later = (
            other.line - 1
            for key, other in self.keys
            if other.line > mark.line and key[: len(path)] != path
        )
        end = next(later, len(self.lines))
        while end > mark.line and _lies_outside(self.lines[end - 1], mark.column - 1):
            end -= 1
        return mark.line - 1, end


def _lies_outside(line: str, indent: int) -> bool:
    """Tell whether a line belongs to no value of a key at ``indent``."""
    return bool(_NO_VALUE_LINE.fullmatch(line)) and len(line) - len(line.lstrip()) <= indent


def _from_depth(depth: int, changes: Sequence[YamlChange]) -> list[YamlChange]:
    """Return changes with their paths told from ``depth`` keys down."""
    return [replace(change, path=change.path[depth:]) for change in changes]
