"""A line that stands too far left or right, and where it belongs.

libyaml gives up where it can read no further, often one line late, and cannot tell what was meant.
So the lines in question are moved to each column that is open there; what can then be read furthest
was meant.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iku_terbuka.source.marks import ITEM, KEY, split_lines
from iku_terbuka.source.nodes import compose
from iku_terbuka.source.problems import Problem

MAX_TEXT = 200_000  # characters; every move tried reads the whole text
_MAX_LEVELS = 6
_START = re.compile(r" *(?P<items>(?:- +)*)(?P<key>[^\s:#][^:]*)?")


@dataclass(frozen=True)
class Move:
    """Lines ``first`` to ``last``, both included and from 0, moved to begin in ``column``."""

    first: int
    last: int
    column: int


def indentation_problem(
    text: str, file: str, problem: Problem, count_wrong: Callable[[str], int]
) -> Problem | None:
    """Say which line to move and by how much, where that alone makes it readable.

    ``count_wrong`` counts what is wrong with a text that can be read: of the moves that make it
    so, the one that gives the fewest unknown keys was meant.
    """
    if len(text) > MAX_TEXT:
        return None
    lines = split_lines(text)
    here = problem.line - 1
    best: tuple[float, int] | None = None
    meant: Move | None = None
    for move in _moves_to_try(lines, here):
        moved = _apply(lines, move)
        reach = _readable_to(moved, file)
        # A wrong move only passes the trouble on to the next line.
        if reach <= max(here, move.last) + 1:
            continue
        found = (-reach, count_wrong(moved) if reach == float("inf") else 0)
        if best is None or found < best:
            best, meant = found, move
    return _problem(lines, meant, file) if meant else None


def _problem(lines: list[str], move: Move, file: str) -> Problem:
    line = lines[move.first]
    which = "baris ini"
    if move.last > move.first:
        which = f"baris {move.first + 1} sampai {move.last + 1}"
    level = next(
        (i for i in _filled_above(lines, move.first) if move.column in _columns(lines[i])), None
    )
    beside = ""
    if level is not None:
        name = _key_name(lines[level][move.column :])
        beside = f", sejajar dengan “{name}” di baris {level + 1}"
    return Problem(
        file,
        move.first + 1,
        _indent(line) + 1,
        "sintaks-yaml",
        "Lekukan baris ini tidak cocok dengan baris di sekitarnya.",
        f"Awali {which} dengan {move.column} spasi{beside}.",
    )


def _moves_to_try(lines: list[str], here: int) -> list[Move]:
    """Return the moves worth trying, the likeliest first."""
    before = next(_filled_above(lines, here), None)
    # What holds the line, unless it stands too far left itself.
    holder = next(
        (i for i in _filled_above(lines, here) if _indent(lines[i]) < _indent(lines[here])), None
    )
    tries: list[tuple[tuple[bool, int, int], Move]] = []
    for i in dict.fromkeys((here, before, holder)):
        if i is None or not KEY.match(lines[i]):
            continue
        now, is_item = _indent(lines[i]), bool(_start(lines[i])["items"])
        # One that stands too far left may belong beside the line that cannot be read.
        beside = [_columns(lines[here])[0]] if i == holder and _begins(lines[here]) else []
        columns = dict.fromkeys([*_levels(lines, i, is_item=is_item), *beside])
        for column in sorted(columns, key=lambda column: abs(column - now))[:_MAX_LEVELS]:
            for last in {i, _last_line(lines, i)} if column != now else ():
                likely = _is_unusual(lines, i, column), abs(column - now), -column
                tries.append((likely, Move(i, last, column)))
    return [move for _, move in sorted(tries, key=lambda attempt: (attempt[0], attempt[1].last))]


def _is_unusual(lines: list[str], i: int, column: int) -> bool:
    """Tell whether this key, or any year, never stands in ``column`` elsewhere."""
    key = _key_name(lines[i])
    same = re.compile(rf" {{{column}}}{'[0-9]{4}' if key.isdigit() else re.escape(key)}:")
    return not any(same.match(line) for j, line in enumerate(lines) if j != i)


def _levels(lines: list[str], i: int, *, is_item: bool) -> Iterator[int]:
    """Yield the columns in which a key, or the hyphen of an item, may stand at line ``i``."""
    limit = len(lines[i]) + 1_000
    for j in _filled_above(lines, i):
        if not _begins(lines[j]):
            continue  # the text of a line above: what moves there would become text as well
        items, key = _columns(lines[j])[:-1], _columns(lines[j])[-1]
        if key < limit and not is_item:
            yield key
        yield from (column for column in items if column < limit and is_item)
        limit = min([limit, *_columns(lines[j])])
        if limit == 0:
            break
    after = next((j for j in range(i + 1, len(lines)) if _is_filled(lines[j])), None)
    if after is not None and _begins(lines[after]):
        columns = _columns(lines[after])
        if not is_item:
            yield columns[-1]
        elif len(columns) == 1:  # the second key of an item tells where its hyphen stands
            own = _columns(lines[i])
            yield max(columns[0] - (own[-1] - own[0]), 0)


def _columns(line: str) -> list[int]:
    """Return the columns of the hyphens of a line and, last, that of its key."""
    found = _start(line)
    hyphens = [found.start("items") + m.start() for m in re.finditer("-", found["items"])]
    return [*hyphens, found.end("items")]


def _last_line(lines: list[str], i: int) -> int:
    """Return the last of the lines from ``i`` on that begin in its column."""
    last = i
    while last + 1 < len(lines) and KEY.match(lines[last + 1]):
        if _indent(lines[last + 1]) != _indent(lines[i]):
            break
        last += 1
    return last


def _apply(lines: list[str], move: Move) -> str:
    moved = [" " * move.column + line.lstrip(" ") for line in lines[move.first : move.last + 1]]
    return "\n".join([*lines[: move.first], *moved, *lines[move.last + 1 :]])


def _readable_to(text: str, file: str) -> float:
    """Return the line of the first problem, from 0; infinite where there is none."""
    _, problems = compose(text, file)
    return min((problem.line - 1 for problem in problems), default=float("inf"))


def _filled_above(lines: list[str], i: int) -> Iterator[int]:
    """Yield the lines above ``i`` that hold something, upwards."""
    return (j for j in range(i - 1, -1, -1) if _is_filled(lines[j]))


def _is_filled(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _begins(line: str) -> bool:
    """Tell whether a line begins a key or an item; another is part of a text."""
    return bool(KEY.match(line) or ITEM.match(line))


def _key_name(line: str) -> str:
    return line.strip().partition(":")[0][:40]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _start(line: str) -> re.Match[str]:
    found = _START.match(line)
    assert found is not None  # every part of it may be empty
    return found
