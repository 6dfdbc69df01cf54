"""Problems for people at a terminal: each with the line of the file and a caret under the place."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import Literal, TypeAlias

from iku_terbuka.model.notation import indonesian
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.visible import printable

# From so many warnings on, the totals also say how many there are of each code.
_MANY = 20
# Columns of a quoted line, its margin included.
WIDTH = 100
# What stands above problems that the base of a proposal has too.
OLD_PROBLEMS = "Sudah ada sebelum usulan ini"
Style: TypeAlias = Callable[[str, Literal["error", "warning", "caret"]], str]


def _unstyled(text: str, _role: str) -> str:
    return text


def problem_text(
    problems: Iterable[Problem], texts: Mapping[str, str], style: Style = _unstyled
) -> str:
    """Return the lines about ``problems``, in their order; ``texts`` are the files by name.

    The first line about a problem is ``str(problem)``, which editors read.
    """
    said: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        lines = re.split(r"\r\n|\r|\n", texts.get(file, ""))
        for problem in group:
            said.append(_message(one_line(problem), style))
            # A file that is unknown here, or empty, has no line to blame; and logs are public.
            quoted = (
                None
                if problem.code.startswith("berkas-") or problem.code == "data-pribadi"
                else quotation(lines, problem.line, problem.column)
            )
            if quoted:
                said += [quoted[0], quoted[1] + style("^", "caret")]
    return "\n".join(said)


def _message(problem: Problem, style: Style) -> str:
    kind = "" if problem.is_error else "peringatan: "
    said = kind + problem.message
    before, _, after = str(problem).partition(said)
    return before + style(said, problem.severity.value) + after


def totals(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, and of many warnings how many of each code."""
    warnings = Counter(problem.code for problem in problems if not problem.is_error)
    total = warnings.total()
    lines = [f"{indonesian(len(problems) - total)} kesalahan, {indonesian(total)} peringatan."]
    if total > _MANY:
        counts = sorted(warnings.items(), key=lambda item: (-item[1], item[0]))
        lines += ["Peringatan menurut kodenya:"]
        lines += [f"{indonesian(count):>7}  {code}" for code, count in counts]
    return "\n".join(lines)


def new_totals(problems: Sequence[Problem], base: str) -> str:
    """Return how many of the problems ``base`` lacks."""
    errors = sum(1 for problem in problems if problem.is_error)
    warnings = len(problems) - errors
    return (
        f"Baru sejak {printable(base)}: {indonesian(errors)} kesalahan, "
        f"{indonesian(warnings)} peringatan."
    )


def one_line(problem: Problem) -> Problem:
    """Return ``problem`` on one line and without anything that a terminal would obey.

    Its sentences are so anyway, but a name on disk may hold line breaks, escape sequences, or bytes
    that are no text at all.
    """
    return replace(problem, file=printable(problem.file))


def quotation(lines: list[str], line: int, column: int) -> tuple[str, str] | None:
    """Return line number ``line`` and the blanks before its caret, both after a margin.

    ``line`` and ``column`` count from 1, columns in characters. The quotation is at most ``WIDTH``
    columns wide: a longer line is cut around the place. ``None`` where there is nothing to show.
    """
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        return None
    # The margin also keeps a line of the file from being taken for one of ours.
    margin = f"{line:>6} | "
    shown, indent = _cut(lines[line - 1], column - 1, WIDTH - len(margin))
    return margin + shown, f"{'|':>{len(margin) - 1}} {' ' * indent}"


def _cut(text: str, at: int, room: int) -> tuple[str, int]:
    """Return ``text`` in at most ``room`` columns, and the column where character ``at`` begins."""
    at = min(at, len(text))
    # What lies far away is not shown, and a line may be a megabyte long.
    skipped = max(0, at - 4 * room)
    text, at = text[skipped : at + 4 * room], at - skipped
    cells = [_visible(character) for character in text]
    widths = [_columns(cell) for cell in cells]
    while 0 < at < len(text) and not widths[at]:
        at -= 1  # a mark stands above the letter before it
    edges = [0, *accumulate(widths)]
    if edges[-1] < room:  # the caret may stand behind the end
        return "".join(cells), edges[at]
    inner = room - 3  # “…” on both sides, and the caret behind the end
    left = min(max(0, edges[at] - inner * 2 // 3), edges[-1] - inner)
    start = bisect_right(edges, edges[bisect_left(edges, left)]) - 1  # no mark without its letter
    end = min(bisect_right(edges, edges[start] + inner) - 1, len(text))
    before, after = "…" if start or skipped else "", "…" if end < len(text) else ""
    return before + "".join(cells[start:end]) + after, len(before) + edges[at] - edges[start]


def _visible(character: str) -> str:
    """Return how a character of a file is shown: a tab as ``␉``, an escape as ``␛``."""
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _columns(cell: str) -> int:
    """Return the columns of a visible character: 0 for a combining mark, 2 for a wide one."""
    if len(cell) > 1:
        return len(cell)
    if unicodedata.category(cell) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(cell) in {"W", "F"} else 1
