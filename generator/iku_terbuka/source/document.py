"""The data of a file with the place of every key and value."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from iku_terbuka.source.problems import Problem, Severity

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a file; both count from 1."""

    line: int
    column: int


class Marks(Mapping[Path, Mark]):
    """Places by path. libyaml's own marks are converted when asked for, as few ever are."""

    def __init__(self, found: Mapping[Path, Any]) -> None:
        self._found = found

    def __getitem__(self, path: Path) -> Mark:
        mark = self._found[path]
        return Mark(mark.line + 1, mark.column + 1)

    def __contains__(self, path: object) -> bool:
        return path in self._found

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True)
class Document:
    """The data of one file with the place of every key and value.

    ``data`` holds ``str``, ``list`` and ``dict`` only; an empty value is ``None`` in a list and
    left out of a mapping. Both kinds of marks are looked up by path, ``("target", "2021")``.
    ``plain`` are the values that stand in the file as they are, on one line and without quotes;
    ``empty`` the keys whose value is empty.
    """

    file: str
    data: dict[str, Data]
    value_marks: Mapping[Path, Mark]
    key_marks: Mapping[Path, Mark]
    plain: AbstractSet[Path] = frozenset()
    empty: AbstractSet[Path] = frozenset()

    def holds(self, path: Path) -> bool:
        """Tell whether something is written at the key that ``path`` leads to, right or wrong."""
        return path in self.key_marks and path not in self.empty

    @cached_property
    def keys_below(self) -> Mapping[Path, Sequence[Path]]:
        """The keys of each mapping, with and without a value, in the order of their lines."""
        below: dict[Path, list[Path]] = {}
        for key in sorted(self.key_marks, key=self.key_marks.__getitem__):
            below.setdefault(key[:-1], []).append(key)
        return below

    def keys(self, path: Path) -> set[str]:
        """Return the keys that have a value at ``path``, right or wrong."""
        here = at(self.data, path)
        return set(here) if isinstance(here, dict) else set()

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the place of ``path``, or of its nearest parent that exists."""
        first, second = (
            (self.key_marks, self.value_marks) if key else (self.value_marks, self.key_marks)
        )
        for end in range(len(path), -1, -1):
            part = path[:end]
            found = first.get(part) or second.get(part)
            if found is not None:
                return found
        return Mark(1, 1)

    def problem(
        self, path: Path, code: str, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        mark = self.mark(path, key=key)
        return Problem(self.file, mark.line, mark.column, code, message, hint, path=path)

    def warning(self, path: Path, code: str, message: str, hint: str) -> Problem:
        """Return a warning at the key of ``path``."""
        problem = self.problem(path, code, message, hint, key=True)
        return replace(problem, severity=Severity.WARNING)


def at(data: Data, path: Path) -> Data:
    """Return what ``path`` leads to in ``data``, or nothing."""
    for part in path:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
