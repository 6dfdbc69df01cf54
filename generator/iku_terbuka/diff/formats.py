"""A diff for a terminal, and as JSON for programs.

In the JSON keys stay; new ones may come. ``versi`` 1. ``dari`` and ``ke`` are the two sides:
``nama`` of the revision, ``komit`` in full, both ``null`` for files on disk; ``bercabang`` whether
``dari`` is where the two parted. ``ringkasan`` is the sentence, ``hitungan`` its counts.
``kendala`` is ``null``, or says whose errors kept the figures from being compared: ``dasar`` or
``usulan``. ``skala``, ``pemda`` → ``instansi`` → ``indikator`` → ``tahun`` hold what differs, with
the fields of :mod:`iku_terbuka.diff.values`. A ``lama`` or ``baru`` is ``null``, a text, a number
as text with the digits as typed and a decimal point, a list of those, or ``{nilai, bawah, atas,
predikat, tanggal}`` with what there is; capaian is in percent with two decimals. ``kesalahan``,
``masalah_baru`` and ``masalah_selesai`` are problems as ``iku check --format json`` has them.
"""

from dataclasses import asdict, fields, is_dataclass
from itertools import groupby
from typing import Any

from iku_terbuka.diff.keys import json_value
from iku_terbuka.diff.lines import (
    Emphasis,
    Line,
    LineGroup,
    Piece,
    line_groups,
    obstacle_words,
    side_pieces,
)
from iku_terbuka.diff.summary import count_changes, summary_sentence
from iku_terbuka.diff.values import Diff, KeyChange, Sides
from iku_terbuka.report import problem_data
from iku_terbuka.source.problems import Problem

VERSION = 1
_BRACKETS = {Emphasis.REMOVED: ("[-", "-]"), Emphasis.ADDED: ("{+", "+}")}
# Colours of a terminal (ECMA-48).
_BOLD = "1"
_COLOURS = {
    Emphasis.NAME: _BOLD,
    Emphasis.REMOVED: "31",
    Emphasis.ADDED: "32",
    Emphasis.WARNING: "33",
}


def diff_text(diff: Diff, sides: Sides, *, coloured: bool = False) -> str:
    """Return everything, the summary first."""
    heading = "".join(piece.text for piece in side_pieces(sides))
    obstacle = obstacle_words(diff)
    lines = [summary_sentence(diff), heading, *([obstacle] if obstacle else [])]
    for title, groups in groupby(line_groups(diff), key=lambda group: group.title):
        lines += ["", _colour(title, _BOLD, coloured)]
        for group in groups:
            lines += _group_lines(group, coloured)
    return "\n".join(lines) + "\n"


def _group_lines(group: LineGroup, coloured: bool) -> list[str]:
    head = f"  {group.name} · " if group.name else "  "
    return [text for line in group.lines for text in _line(line, head, coloured)]


def _line(line: Line, head: str, coloured: bool) -> list[str]:
    here = head + "".join(_piece(piece, coloured) for piece in line.pieces)
    below = "    " if head.strip() or head == "  " else f"{head}  "
    return [here, *(text for child in line.children for text in _line(child, below, coloured))]


def _piece(piece: Piece, coloured: bool) -> str:
    before, after = _BRACKETS.get(piece.emphasis, ("", ""))
    link = f", {piece.href}" if piece.href else ""
    text = f"{before}{piece.text}{after}{link}"
    colour = _COLOURS.get(piece.emphasis)
    return _colour(text, colour, coloured) if colour else text


def _colour(text: str, colour: str, coloured: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if coloured else text


def diff_data(diff: Diff, sides: Sides) -> dict[str, Any]:
    """Return what the module says, ready for JSON."""
    return {
        "versi": VERSION,
        **_data(sides),
        "ringkasan": summary_sentence(diff),
        "hitungan": asdict(count_changes(diff)),
        **_data(diff),
    }


def _data(value: Any) -> Any:
    match value:
        case KeyChange():
            values = {"lama": json_value(value.lama), "baru": json_value(value.baru)}
            marks = {"ralat": value.ralat, "setelah_berjalan": value.setelah_berjalan}
            return {"kunci": value.kunci, **values, **marks}
        case Problem():
            return problem_data(value)
        case tuple():
            return [_data(part) for part in value]
        case _ if is_dataclass(value):
            return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value
