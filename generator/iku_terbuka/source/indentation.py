"""A line that stands too far left or right, and where it belongs.

libyaml gives up where it can read no further, often one line late, and cannot tell what was meant.
So the lines in question are moved to each column that is open there; what can then be read furthest
was meant.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iku_terbuka.source.marks import KEY, split_lines
from iku_terbuka.source.nodes import compose
from iku_terbuka.source.problems import Problem

MAKS_TEKS = 200_000  # trying costs a reading each
_MAKS_TINGKAT = 6
_AWAL = re.compile(r" *(?P<butir>(?:- +)*)(?P<kunci>[^\s:#][^:]*)?")


@dataclass(frozen=True)
class Move:
    """Lines ``first`` to ``last``, both included and from 0, moved to begin in ``column``."""

    first: int
    last: int
    column: int


def indentation_problem(
    text: str, file: str, problem: Problem, salah: Callable[[str], int]
) -> Problem | None:
    """Say which line to move and by how much, where that alone makes it readable.

    ``salah`` counts what is wrong with a text that can be read: of the moves that make it so, the
    one that gives the fewest unknown keys was meant.
    """
    if len(text) > MAKS_TEKS:
        return None
    lines = split_lines(text)
    here = problem.line - 1
    best: tuple[float, int] | None = None
    meant: Move | None = None
    for geser in _percobaan(lines, here):
        moved = _tergeser(lines, geser)
        reach = _terbaca_sampai(moved, file)
        # A wrong move only passes the trouble on to the next line.
        if reach <= max(here, geser.last) + 1:
            continue
        found = (-reach, salah(moved) if reach == float("inf") else 0)
        if best is None or found < best:
            best, meant = found, geser
    return _masalah(lines, meant, file) if meant else None


def _masalah(lines: list[str], geser: Move, file: str) -> Problem:
    line = lines[geser.first]
    which = "baris ini"
    if geser.last > geser.first:
        which = f"baris {geser.first + 1} sampai {geser.last + 1}"
    level = next((i for i in _isi(lines, geser.first) if geser.column in _kolom(lines[i])), None)
    beside = ""
    if level is not None:
        name = _nama(lines[level][geser.column :])
        beside = f", sejajar dengan “{name}” di baris {level + 1}"
    return Problem(
        file,
        geser.first + 1,
        _lekuk(line) + 1,
        "sintaks-yaml",
        "Lekukan baris ini tidak cocok dengan baris di sekitarnya.",
        f"Awali {which} dengan {geser.column} spasi{beside}.",
    )


def _percobaan(lines: list[str], here: int) -> list[Move]:
    """Return the moves worth trying, the likeliest first."""
    before = next(_isi(lines, here), None)
    # What holds the line, unless it stands too far left itself.
    holder = next((i for i in _isi(lines, here) if _lekuk(lines[i]) < _lekuk(lines[here])), None)
    tries: list[tuple[tuple[bool, int, int], Move]] = []
    for i in dict.fromkeys((here, before, holder)):
        if i is None or not KEY.match(lines[i]):
            continue
        now, is_item = _lekuk(lines[i]), bool(_awal(lines[i])["butir"])
        # One that stands too far left may belong beside the line that cannot be read.
        beside = [_kolom(lines[here])[0]] if i == holder else []
        columns = dict.fromkeys([*_tingkat(lines, i, is_item=is_item), *beside])
        for column in sorted(columns, key=lambda column: abs(column - now))[:_MAKS_TINGKAT]:
            for last in {i, _akhir(lines, i)} if column != now else ():
                likely = _asing(lines, i, column), abs(column - now), -column
                tries.append((likely, Move(i, last, column)))
    return [geser for _, geser in sorted(tries, key=lambda one: (one[0], one[1].last))]


def _asing(lines: list[str], i: int, column: int) -> bool:
    """Tell whether this key, or any year, never stands in ``column`` elsewhere."""
    key = _nama(lines[i])
    same = re.compile(rf" {{{column}}}{'[0-9]{4}' if key.isdigit() else re.escape(key)}:")
    return not any(same.match(line) for j, line in enumerate(lines) if j != i)


def _tingkat(lines: list[str], i: int, *, is_item: bool) -> Iterator[int]:
    """Yield the columns in which a key, or the hyphen of an item, may stand at line ``i``."""
    limit = len(lines[i]) + 1_000
    for j in _isi(lines, i):
        items, key = _kolom(lines[j])[:-1], _kolom(lines[j])[-1]
        if key < limit and not is_item:
            yield key
        yield from (column for column in items if column < limit and is_item)
        limit = min([limit, *_kolom(lines[j])])
        if limit == 0:
            break
    after = next((j for j in range(i + 1, len(lines)) if _berisi(lines[j])), None)
    if after is not None:
        columns = _kolom(lines[after])
        if not is_item:
            yield columns[-1]
        elif len(columns) == 1:  # the second key of an item tells where its hyphen stands
            own = _kolom(lines[i])
            yield max(columns[0] - (own[-1] - own[0]), 0)


def _kolom(line: str) -> list[int]:
    """Return the columns of the hyphens of a line and, last, that of its key."""
    found = _awal(line)
    hyphens = [found.start("butir") + m.start() for m in re.finditer("-", found["butir"])]
    return [*hyphens, found.end("butir")]


def _akhir(lines: list[str], i: int) -> int:
    """Return the last of the lines from ``i`` on that begin in its column."""
    last = i
    while last + 1 < len(lines) and KEY.match(lines[last + 1]):
        if _lekuk(lines[last + 1]) != _lekuk(lines[i]):
            break
        last += 1
    return last


def _tergeser(lines: list[str], geser: Move) -> str:
    moved = [" " * geser.column + line.lstrip(" ") for line in lines[geser.first : geser.last + 1]]
    return "\n".join([*lines[: geser.first], *moved, *lines[geser.last + 1 :]])


def _terbaca_sampai(text: str, file: str) -> float:
    """Return the line of the first problem, from 0; infinite where there is none."""
    _, problems = compose(text, file)
    return min((problem.line - 1 for problem in problems), default=float("inf"))


def _isi(lines: list[str], i: int) -> Iterator[int]:
    """Yield the lines above ``i`` that hold something, upwards."""
    return (j for j in range(i - 1, -1, -1) if _berisi(lines[j]))


def _berisi(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _nama(line: str) -> str:
    return line.strip().partition(":")[0][:40]


def _lekuk(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _awal(line: str) -> re.Match[str]:
    found = _AWAL.match(line)
    assert found is not None  # every part of it may be empty
    return found
