"""Texts from the data made safe and short for one line, and two of them compared word by word."""

import difflib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from iku_terbuka.diff.nilai import Jenis

# Comparing costs the product of the two lengths; a longer text is shown as replaced.
MAX_KATA = 400
# How much of a piece is shown: of one that changed, and of the words around it.
_UBAHAN, _SEKITAR = 40, 4
_HURUF = 300
_TAK_TAMPAK = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True)
class Kata:
    """A run of words that both texts share (``diubah`` is none of them), or only one has."""

    teks: str
    jenis: Jenis | None = None


def bersih(teks: str) -> str:
    """Return a text on one line, without characters that nobody sees or a terminal obeys."""
    seen = "".join(" " if c.isspace() else c for c in teks)
    return " ".join(
        "".join("?" if unicodedata.category(c) in _TAK_TAMPAK else c for c in seen).split()
    )


def pendek(teks: str, paling: int) -> str:
    """Return a text of at most ``paling`` characters, cut between words where it can be."""
    text = bersih(teks)
    if len(text) <= paling:
        return text
    cut = text[: paling - 2]
    return f"{cut.rsplit(' ', 1)[0]} …" if " " in cut else f"{cut}…"


def beda_kata(lama: str, baru: str) -> tuple[Kata, ...]:
    """Return both texts as one run of words: shared, gone, new; long pieces are shortened."""
    pieces = list(_potong(bersih(lama).split(), bersih(baru).split()))
    last = len(pieces) - 1
    return tuple(_ringkas(satu, i == 0, i == last) for i, satu in enumerate(pieces))


def _potong(lama: list[str], baru: list[str]) -> Iterator[Kata]:
    start = _awal_sama(lama, baru)
    yield from _kata(lama[:start])
    lama, baru = lama[start:], baru[start:]
    end = _awal_sama(lama[::-1], baru[::-1])
    yield from _tengah(lama[: len(lama) - end], baru[: len(baru) - end])
    yield from _kata(lama[len(lama) - end :])


def _awal_sama(lama: list[str], baru: list[str]) -> int:
    pairs = enumerate(zip(lama, baru, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(lama), len(baru)))


def _tengah(lama: list[str], baru: list[str]) -> Iterator[Kata]:
    if max(len(lama), len(baru)) > MAX_KATA:
        yield from _kata(lama, Jenis.DIHAPUS)
        yield from _kata(baru, Jenis.BARU)
        return
    matcher = difflib.SequenceMatcher(None, lama, baru, autojunk=True)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from _kata(lama[a:b])
        else:
            yield from _kata(lama[a:b], Jenis.DIHAPUS)
            yield from _kata(baru[c:d], Jenis.BARU)


def _kata(words: list[str], jenis: Jenis | None = None) -> Iterator[Kata]:
    if words:
        yield Kata(" ".join(words), jenis)


def _ringkas(satu: Kata, pertama: bool, terakhir: bool) -> Kata:
    words = satu.teks.split(" ")
    if satu.jenis is not None:
        if len(words) > _UBAHAN:
            words = [*words[:_UBAHAN], f"… ({len(words) - _UBAHAN} kata lagi)"]
    else:
        head = [] if pertama else words[:_SEKITAR]
        tail = [] if terakhir else words[-_SEKITAR:]
        if len(head) + len(tail) + 1 < len(words):
            words = [*head, "…", *tail]
    return replace(satu, teks=pendek(" ".join(words), _HURUF))
