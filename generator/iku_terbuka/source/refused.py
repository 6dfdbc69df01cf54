"""What is refused on sight: invisible characters, anchors, tags, depth, swallowed lines."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from iku_terbuka.source.marks import ITEM, KEY, index, spans_lines, split_lines
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.visible import shortened

# Far deeper than any data file; walking the nodes recurses once a level.
MAX_DEPTH = 50


# Another kind of space where YAML needs an ordinary one: in the indentation, after “-” or “:”.
_OTHER_SPACE = re.compile(
    r"[ -]*(?:[a-z0-9_][a-z0-9_-]*: *)?(?P<start>[^\S \t])"
    r"|[^{]*\{ *[a-z_]{1,30}:(?P<brace>[^\S \t])"
)
_MERGE_MARK = re.compile(r"(<{7}|>{7})( |$)")


def unseen(text: str, file: str) -> Iterator[Problem]:
    """Find the characters that nobody sees, the first one of each line."""
    if text.replace("\n", "").replace("\r", "").isprintable():
        return  # the only space that counts as printable is the ordinary one
    for number, line in enumerate(split_lines(text), start=1):
        column = first_unseen(line)
        if column is not None:
            yield Problem(file, number, column + 1, *invisible(line[column]))
        elif not line.isascii() and (space := _OTHER_SPACE.match(line)):
            column = space.start(space.lastgroup or 0)
            yield Problem(file, number, column + 1, *invisible(line[column]))


def left_over(text: str, file: str) -> Iterator[Problem]:
    """Find lines that are not data: conflict markers of Git, code fences of Markdown."""
    if not any(mark in text for mark in ("<" * 7, ">" * 7, "```")):
        return
    lines = list(enumerate(split_lines(text), start=1))
    for number, line in lines:
        if _MERGE_MARK.match(line):
            yield Problem(
                file,
                number,
                1,
                "sintaks-yaml",
                "Di sini ada sisa penggabungan Git.",
                "Pilih isi yang benar, lalu hapus baris <<<<<<<, =======, dan >>>>>>>.",
            )
            return
    for number, line in lines:
        if line.startswith("```"):
            yield Problem(
                file,
                number,
                1,
                "sintaks-yaml",
                "Baris “```” bukan bagian data.",
                "Hapus baris ini; tanda itu hanya dipakai di halaman Markdown.",
            )


def first_unseen(line: str) -> int | None:
    """Control, direction and zero-width characters: they split words, lines and numbers unseen.

    Some turn text around on screen, so that a page would show another order than the file.
    """
    if line.isprintable():
        return None
    seen = (c.isprintable() or c in "\t\n" or unicodedata.category(c) == "Zs" for c in line)
    return next((i for i, is_seen in enumerate(seen) if not is_seen), None)


def invisible(character: str) -> tuple[str, str, str]:
    hint = "Hapus lalu ketik ulang kata itu; karakter ini sering ikut tersalin dari PDF atau Word."
    if character.isspace():
        hint = "Hapus lalu ketik ulang dengan tombol spasi; ini spasi lain, salinan PDF atau Word."
    return (
        "karakter-tak-terlihat",
        f"Ada karakter yang tak terlihat di sini (U+{ord(character):04X}).",
        hint,
    )


def refused_in(
    event: yaml.Event, text: str, documents: int, depth: int
) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint for what is refused of ``event``, in the midst of a file."""
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        yield (
            "banyak-dokumen",
            "Berkas ini memuat lebih dari satu dokumen YAML (baris “---”).",
            "Satu berkas memuat satu dokumen; pindahkan sisanya ke berkas lain.",
        )
    if isinstance(event, yaml.CollectionStartEvent) and depth > MAX_DEPTH:
        yield (
            "terlalu-dalam",
            f"Isi bersarang lebih dari {MAX_DEPTH} tingkat.",
            "Periksa kurung atau lekukan yang berlebih.",
        )
    anchor = getattr(event, "anchor", None)
    name = shortened(anchor or "", 60)
    if isinstance(event, yaml.AliasEvent):
        yield (
            "alias-yaml",
            f"“*{name}” dibaca sebagai rujukan YAML, yang tidak dipakai di sini.",
            "Tulis isinya sekali lagi; kalau memang teks, apit dengan tanda kutip.",
        )
    elif anchor is not None:
        yield (
            "alias-yaml",
            f"“&{name}” dibaca sebagai jangkar YAML, yang tidak dipakai di sini.",
            "Hapus; kalau memang teks, apit dengan tanda kutip.",
        )
    if getattr(event, "tag", None) is not None:
        yield (
            "tag-yaml",
            "Nilai yang diawali tanda seru dibaca sebagai tag YAML, yang tidak dipakai di sini.",
            "Hapus tanda serunya; kalau memang teks, apit seluruhnya dengan tanda kutip.",
        )
    if isinstance(event, yaml.ScalarEvent):
        unseen = first_unseen(event.value)  # written as an escape, "\u202e"
        if unseen is not None:
            yield invisible(event.value[unseen])
        line = _swallowed_line(event, text)
        if line is not None:
            yield (
                "baris-tertelan",
                f"Baris {line} terbaca sebagai lanjutan teks yang dimulai di sini.",
                "Tutup tanda kutipnya di akhir teks yang dimaksud."
                if event.style
                else "Samakan lekukan tanda “-” dengan butir di atasnya.",
            )


def _swallowed_line(event: yaml.ScalarEvent, text: str) -> int | None:
    """Return the line that was meant as a key or an item of its own, but became text."""
    if event.style in {"|", ">"} or not spans_lines(event):
        return None
    first: Any = event.start_mark
    own = KEY if event.style else ITEM
    below = split_lines(text[first.index : index(event.end_mark)])[1:]
    return next((n for n, line in enumerate(below, first.line + 2) if own.match(line)), None)
