"""A diff as a comment on a pull request: GitHub's and GitLab's Markdown, below GitHub's limit.

Every piece may come from the data, so every piece is escaped: no markup, no HTML, no mention, no
reference. The only links are ours to the lines of files, and those of sources, whose address the
model has checked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import TypeAlias

from iku_terbuka.diff.lines import (
    Emphasis,
    Line,
    LineGroup,
    Piece,
    line_groups,
    obstacle_words,
    side_pieces,
)
from iku_terbuka.diff.summary import summary_sentence
from iku_terbuka.diff.values import Diff, Sides
from iku_terbuka.report.markdown import code_span
from iku_terbuka.source.visible import printable_line
from iku_terbuka.wording import count_text

# The first line, by which a bot finds its own comment again.
MARKER = "<!-- iku-diff -->"
# Characters. GitHub refuses 65,536 and more.
MAX_LENGTH = 65_000
# More lines than this are folded.
_FOLD = 12
# Characters kept free for the sentence on what was left out, and for the frame of each group.
_RESERVE, _FRAME = 300, 120
_MARKS = {
    Emphasis.NAME: "**",
    Emphasis.REMOVED: "~~",
    Emphasis.ADDED: "**",
    Emphasis.WARNING: "**",
}

# An entity is text wherever it stands; it never opens or closes anything.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&$|~{}]")
# What forges make mentions, references, emoji and links of, even out of entities. A character
# without width in the middle prevents that. The data itself cannot hold one.
_BREAK = "\u200b"
_REFERENCE = re.compile(
    r"""(?<=[@#!%^~$&])(?=[\w"]) | (?<=:)(?=\S) | (?<=www)(?=\.) | (?<=\bgh)(?=-\d)""",
    re.IGNORECASE | re.VERBOSE,
)
# Seven digits of a hash may name a commit.
_HASH = re.compile(r"\b[0-9a-f]{7,}\b")
_SIX_DIGITS = re.compile(r".{6}(?=.)")
_LIST_MARK = re.compile(r"[-+=#]|\d+[.)]")
_BREAK_ENTITY = f"&#{ord(_BREAK)};"


# File and line → address.
Locate: TypeAlias = Callable[[str, int], str]


def escape(text: str) -> str:
    """Return a text that a forge reads as nothing but text."""
    broken = _REFERENCE.sub(_BREAK, printable_line(text))
    broken = _HASH.sub(lambda found: _SIX_DIGITS.sub(rf"\g<0>{_BREAK}", found[0]), broken)
    escaped = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", broken)
    return escaped.replace(_BREAK, _BREAK_ENTITY)


def diff_markdown(
    diff: Diff, sides: Sides, most: int = MAX_LENGTH, locate: Locate | None = None
) -> str:
    """Return at most ``most`` characters; a last sentence counts the lines that did not fit.

    ``locate`` returns the address of a line of a file, for the forge that shows it.
    """
    heading = "".join(_piece(piece) for piece in side_pieces(sides))
    obstacle = obstacle_words(diff)
    head = [MARKER, f"**{escape(summary_sentence(diff))}**", "", heading]
    head += ["", obstacle] if obstacle else []
    groups = line_groups(diff)
    if locate:
        groups = tuple(
            replace(group, lines=tuple(_with_links(line, locate) for line in group.lines))
            for group in groups
        )
    kept = _fitting(groups, most - sum(len(line) + 1 for line in head) - _RESERVE)
    lines = [*head, *chain.from_iterable(_blocks(kept))]
    total = sum(len(group.lines) for group in groups)
    left = total - sum(len(group.lines) for group in kept)
    if left:
        lines += [
            "",
            f"**Tidak muat di sini: {count_text(left)} dari {count_text(total)} baris.** Baris "
            "yang ditandai tebal didahulukan. Jalankan `iku diff` untuk membaca semuanya.",
        ]
    return "\n".join(lines) + "\n"


def _fitting(groups: Sequence[LineGroup], room: int) -> list[LineGroup]:
    """Return the lines that fit, important ones first, in their own order."""
    places = [(g, n) for g, group in enumerate(groups) for n in range(len(group.lines))]
    lines = {(g, n): line for g, group in enumerate(groups) for n, line in enumerate(group.lines)}
    places.sort(key=lambda place: not (lines[place].important or lines[place].summary))
    kept: set[tuple[int, int]] = set()
    opened: set[int] = set()
    for g, n in places:
        group = groups[g]
        frame = 0 if g in opened else len(escape(group.title) + escape(group.name)) + _FRAME
        cost = frame + sum(len(text) + 1 for text in _line(group.lines[n]))
        if cost <= room:
            room -= cost
            opened.add(g)
            kept.add((g, n))
    return [
        LineGroup(
            group.title,
            group.name,
            tuple(line for n, line in enumerate(group.lines) if (g, n) in kept),
        )
        for g, group in enumerate(groups)
        if g in opened
    ]


def _blocks(groups: Sequence[LineGroup]) -> Iterator[list[str]]:
    for title, below in groupby(groups, key=lambda group: group.title):
        yield ["", f"### {escape(title)}"]
        for name, same in groupby(below, key=lambda group: group.name):
            yield _block(name, [line for group in same for line in group.lines])


def _block(name: str, lines: Sequence[Line]) -> list[str]:
    texts = [text for line in lines for text in _line(line)]
    if len(texts) <= _FOLD:
        return [*(["", f"#### {escape(name)}"] if name else []), "", *texts]
    important = sum(line.important for line in lines)
    more = f", {count_text(important)} perlu perhatian" if important else ""
    label = f"{escape(name)}: " if name else ""
    return [
        "",
        f"<details><summary>{label}{count_text(len(lines))} baris{more}</summary>",
        "",
        *texts,
        "",
        "</details>",
    ]


def _line(line: Line, level: int = 0) -> list[str]:
    text = "".join(_piece(piece) for piece in line.pieces)
    guard = _BREAK_ENTITY if _LIST_MARK.match(text) else ""
    here = f"{'  ' * level}- {guard}{text}"
    return [here, *(text for child in line.children for text in _line(child, level + 1))]


def _with_links(line: Line, locate: Locate) -> Line:
    """Return a line whose pieces link to the places that they speak of."""
    return replace(
        line,
        pieces=tuple(
            replace(piece, href=locate(*piece.place)) if piece.place else piece
            for piece in line.pieces
        ),
        children=tuple(_with_links(child, locate) for child in line.children),
    )


def _address(href: str) -> str:
    """Return an address that ends no link before its end, and hides nothing."""
    return "".join(
        char
        if char.isascii() and char.isprintable() and char not in "<>()[]\\ "
        else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in href
    )


def _piece(piece: Piece) -> str:
    text = _unlinked(piece)
    return f"[{text}](<{_address(piece.href)}>)" if piece.href else text


def _unlinked(piece: Piece) -> str:
    if piece.emphasis is Emphasis.CODE:
        return code_span(printable_line(piece.text))
    mark = _MARKS.get(piece.emphasis, "")
    # Spaces between pieces stay as they are; within a mark they would break it.
    if not mark:
        lead = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        tail = piece.text[len(piece.text.rstrip()) :] if piece.text.strip() else ""
        return lead + escape(piece.text) + tail
    return f"{mark}{escape(piece.text)}{mark}"
