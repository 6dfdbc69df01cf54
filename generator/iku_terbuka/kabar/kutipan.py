"""A line of a file with a caret under one of its columns, as a terminal shows it."""

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

from iku_terbuka.kabar.bersih import tampak

LEBAR = 100


def kutipan(lines: list[str], line: int, column: int) -> tuple[str, str] | None:
    """Return line number ``line`` and the blanks before its caret, both after a margin.

    ``line`` and ``column`` count from 1, columns in characters. The quotation is at most ``LEBAR``
    columns wide: a longer line is cut around the place. Nothing where there is nothing to show.
    """
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        return None
    # The margin also keeps a line of the file from being taken for one of ours.
    margin = f"{line:>6} | "
    shown, indent = _potong(lines[line - 1], column - 1, LEBAR - len(margin))
    return margin + shown, f"{'|':>{len(margin) - 1}} {' ' * indent}"


def _potong(text: str, at: int, room: int) -> tuple[str, int]:
    """Return ``text`` in at most ``room`` columns, and the column where character ``at`` begins."""
    at = min(at, len(text))
    # What lies far away is not shown, and a line may be a megabyte long.
    skipped = max(0, at - 4 * room)
    text, at = text[skipped : at + 4 * room], at - skipped
    cells = [tampak(character) for character in text]
    widths = [_lebar(cell) for cell in cells]
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


def _lebar(cell: str) -> int:
    """Return the columns of a visible character: 0 for a combining mark, 2 for a wide one."""
    if len(cell) > 1:
        return len(cell)
    if unicodedata.category(cell) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(cell) in {"W", "F"} else 1
