"""Text as it is pasted into cells, made as the data wants it: nothing invisible, no bullets."""

import re
import unicodedata

_BARIS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_TITIK = r"[•·●○◦▪■□►▸➢➤✓❖\ue000-\uf8ff*–—-]"  # Word's own bullets are private characters
_PEMBUKA = (re.compile(rf"{_TITIK}\s+"), re.compile(r"\(?([0-9]{1,2}|[a-z])[.)]\s+"))


def rapikan(text: str) -> str:
    """Return ``text`` without what Word adds: hard spaces, soft hyphens, zero-width characters.

    Lines stay lines; of several blank lines one is left.
    """
    lines = [_sebaris(line) for line in _BARIS.split(text)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _sebaris(line: str) -> str:
    seen = "".join(
        " " if c == "\t" or unicodedata.category(c) == "Zs" else c
        for c in line
        if c == "\t" or unicodedata.category(c) not in {"Cf", "Cc", "Cs"}
    )
    return re.sub(" {2,}", " ", seen).strip()


def butir(text: str) -> tuple[str, ...]:
    """Return the items of a cell, one a line.

    A bullet or a number in front is dropped only where every line has one; otherwise it may be
    part of the text.
    """
    lines = [line for line in rapikan(text).split("\n") if line]
    for opening in _PEMBUKA:
        matches = [opening.match(line) for line in lines]
        if lines and all(matches):
            return tuple(line[m.end() :] for line, m in zip(lines, matches, strict=True) if m)
    return tuple(lines)
