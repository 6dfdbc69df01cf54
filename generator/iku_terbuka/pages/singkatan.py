"""Abbreviations: read from the glossary, their only source, and explained where first used.

The first use on a page becomes a link to the entry, around an ``<abbr>`` with the full name. The
``title`` alone would reach only those with a mouse; the link serves touch, keyboard and screen
readers too, without a script.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# What an entry says first where no document explains the letters: nobody is to guess.
UNCERTAIN = "Kepanjangan tidak pasti"

_ENTRY = re.compile(r'<dt id="([^"]+)">([^<]+)</dt><dd>([^<:.]+):')
# Where a piece of a page begins: an element left as it is with all that is in it, a comment, the
# start or end of a name, another tag, or a word. A link in text that only screen readers get
# (iku-baca) would be a stop that nobody sees, and so would one in the head of a table, which narrow
# windows hide; one in a name would stand in another link, or in the list of headings; and a
# citation (iku-kutip) is there to be copied.
_PIECE = re.compile(
    r"""<(?P<whole>abbr|button|code|math|nav|pre|script|select|style|svg|textarea|title)(?=[\s>])
      | <(?P<unseen>p|span)\s+class="iku-(?:baca|kutip)"
      | (?P<comment><!--)
      | <(?P<name>/?)(?:a|h[1-6]|label|summary|thead)(?=[\s>])
      | (?P<tag><)
      | \w\w+
    """,
    re.VERBOSE,
)
_REST_OF_TAG = re.compile(r"""[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")

# A note that says so leaves the letters to the reader.
_DOUBTED = re.compile(r"Singkatan “?(\w+)”? tidak dijelaskan")


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation as the glossary has it; ``id`` is the anchor of its entry."""

    short: str
    full: str
    id: str


def read_abbreviations(glossary: str) -> Iterator[Abbreviation]:
    """Yield the abbreviations among the entries of the glossary.

    An entry is one when it explains itself as ``SAKIP: Sistem Akuntabilitas …: more``, a short
    name followed by words that its letters come from, or by :data:`UNCERTAIN`.
    """
    for anchor, term, meaning in _ENTRY.findall(glossary):
        short, full = html.unescape(term).strip(), html.unescape(meaning).strip()
        is_short = " " not in short and 2 * len(short) <= len(full)
        spelt = full[:1].isupper() and " " in full and _has_letters_of(short, full)
        if is_short and (spelt or full == UNCERTAIN):
            yield Abbreviation(short, full, html.unescape(anchor))


def full_names(glossary: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation with a full name of it, as often as it has one, for the search."""
    for entry in read_abbreviations(glossary):
        if entry.full != UNCERTAIN:
            yield from ((entry.short, full) for full in entry.full.split(" atau "))


def abbreviations(glossary: str) -> dict[str, Abbreviation]:
    """Return the abbreviation that each word of a page stands for: Rakor and rakor are one."""
    known: dict[str, Abbreviation] = {}
    for entry in read_abbreviations(glossary):
        known.setdefault(entry.short, entry)
        if entry.short[1:].islower():
            known.setdefault(entry.short[0].lower() + entry.short[1:], entry)
    return known


def explain(parts: Sequence[str], known: Mapping[str, Abbreviation], glossary: str) -> list[str]:
    """Return the HTML of a page with the first use of each abbreviation explained.

    The page comes in consecutive parts, each of whole elements. ``glossary`` is the address of the
    glossary as seen from it. Links and headings stay as they are; what only they use is explained
    at the end. A use that the text itself explains stays too: ``Nomor Induk Pegawai (NIP)``, and so
    does one that a note of the page calls unexplained. Only whole words of ``known`` are touched,
    so that text cannot become markup.
    """
    doubted = {word for part in parts for word in _DOUBTED.findall(part)}
    left = {word: entry for word, entry in known.items() if word not in doubted}
    done: set[str] = set()
    in_names: dict[str, Abbreviation] = {}
    explained = ["".join(_explained(part, left, glossary, done, in_names)) for part in parts]
    rest = [entry for key, entry in in_names.items() if key not in done]
    if rest:
        explained[-1] += _closing(rest, glossary)
    return explained


def _explained(
    part: str,
    known: Mapping[str, Abbreviation],
    glossary: str,
    done: set[str],
    in_names: dict[str, Abbreviation],
) -> Iterator[str]:
    """Yield a part piece by piece; add to ``done`` what is explained, or need not be.

    ``in_names`` gets what links and headings use.
    """
    end = depth = after = 0
    while found := _PIECE.search(part, after):
        after = _end_of(part, found)
        if found.lastgroup:
            if found.lastgroup == "name":
                depth += -1 if found["name"] else 1
            continue
        entry = known.get(found[0])
        if entry is None or _in_address(part, found):
            continue
        if entry.id in done or _is_spelt_out(part, found, entry):
            done.add(entry.id)
        elif depth:
            in_names[entry.id] = entry
        else:
            done.add(entry.id)
            inside = f'<abbr title="{html.escape(entry.full)}">{found[0]}</abbr>'
            yield from (part[end : found.start()], _link(glossary, entry, inside))
            end = found.end()
    yield part[end:]


def _end_of(page: str, piece: re.Match[str]) -> int:
    """Return where a piece ends: with the page if nothing ends it, as browsers read it."""
    match piece.lastgroup:
        case None:
            return piece.end()
        case "whole" | "unseen" as kind:
            closer = f"</{piece[kind]}>"
        case "comment":
            closer = "-->"
        case _:
            tag = _REST_OF_TAG.match(page, piece.end())
            return tag.end() if tag else len(page)
    start = page.find(closer, piece.end())
    return len(page) if start < 0 else start + len(closer)


def _closing(rest: Iterable[Abbreviation], glossary: str) -> str:
    entries = ", ".join(
        f"{_link(glossary, entry, html.escape(entry.short))} ({html.escape(entry.full)})"
        for entry in rest
    )
    return f'\n<p class="iku-kecil">Singkatan lain di halaman ini: {entries}.</p>\n'


def _link(glossary: str, entry: Abbreviation, inside: str) -> str:
    href = html.escape(f"{glossary}#{entry.id}")
    return f'<a class="iku-singkat" href="{href}">{inside}</a>'


def _in_address(page: str, word: re.Match[str]) -> bool:
    """Tell whether the word is part of a typed address, like ``bangsa.kemendagri.go.id``."""
    after = page[word.end() : word.end() + 2]
    return after[:1] == "." and after[1:].islower()


def _is_spelt_out(page: str, word: re.Match[str], entry: Abbreviation) -> bool:
    """Tell whether the full name stands right before the word: ``Nomor Induk Pegawai (NIP)``."""
    before = f"{entry.full} (".casefold()
    return page[max(0, word.start() - len(before)) : word.start()].casefold() == before


def _has_letters_of(short: str, full: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``full`` in the same order."""
    letters = iter(full.lower())
    return all(letter in letters for letter in short.lower())
