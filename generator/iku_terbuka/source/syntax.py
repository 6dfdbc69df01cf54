"""What libyaml says about broken YAML, as something a member of staff can mend."""

import re
from typing import Any

import yaml

from iku_terbuka.source.marks import ITEM, KEY, spans_lines, split_lines
from iku_terbuka.source.problems import Problem

# What libyaml says, and what a member of staff can do about it.
_EXPLANATIONS = (
    (
        r"unexpected end of stream|unexpected document indicator",
        "Tanda kutip dibuka di sini tetapi tidak ditutup.",
        "Tutup dengan tanda kutip yang sama.",
    ),
    (
        r"text after quote",
        "Ada teks lain sesudah tanda kutip penutup.",
        "Apit seluruh teks dengan tanda kutip jenis lain, misalnya 'kata \"baik\" ini'.",
    ),
    (
        r"no-break space",
        "Ada spasi yang bukan spasi biasa.",
        "Hapus lalu ketik ulang dengan tombol spasi.",
    ),
    (
        r"continued",
        "Baris ini terbaca sebagai lanjutan teks di atasnya.",
        "Samakan lekukannya dengan kunci lain pada tingkat yang sama.",
    ),
    (
        r"found a tab character",
        "Ada tab di lekukan.",
        "Pakai spasi untuk melekukkan baris, dua spasi tiap tingkat.",
    ),
    (
        r"cannot start any token|alphabetic or numeric|comment or line break|directive"
        r"|indentation indicator|mapping keys are not allowed",
        "Nilai tidak boleh diawali tanda ini.",
        "Apit seluruh nilai dengan tanda kutip.",
    ),
    (
        r"mapping values are not allowed",
        "Ada titik dua di tengah teks.",
        "Apit seluruh teks dengan tanda kutip; kalau yang dimaksud kunci, letakkan pada baris "
        "tersendiri.",
    ),
    (
        r"did not find expected key",
        "Baris ini tidak dapat dibaca sebagai “kunci: nilai”.",
        "Samakan lekukannya dengan kunci lain; teks yang diawali kurung diapit tanda kutip.",
    ),
    (
        r"could not find expected ':'",
        "Di sini tidak ada titik dua yang diikuti spasi.",
        "Tulis “kunci: nilai”; kalau ini lanjutan teks di atasnya, lekukkan lebih dalam.",
    ),
    (
        r"did not find expected '-' indicator",
        "Butir daftar ini tidak diawali “- ”, atau lekukannya tidak sama.",
        "Samakan lekukannya dengan butir di atasnya.",
    ),
    (
        r"did not find expected ',' or",
        "Kurung dibuka di sini tetapi tidak ditutup, atau isinya tidak dipisahkan koma.",
        "Tutup dengan “]” atau “}”, dan pisahkan isinya dengan koma.",
    ),
    (
        r"block sequence entries are not allowed",
        "Tanda “-” tidak boleh di tempat ini.",
        "Letakkan “- ” pada baris tersendiri di bawah kuncinya; kalau bagian dari teks, apit "
        "seluruh teks dengan tanda kutip.",
    ),
    (
        r"expected node content",
        "Di sini seharusnya ada nilai.",
        "Kalau tanda ini bagian dari teks, apit seluruh teks dengan tanda kutip.",
    ),
    (
        r"escape|hexdecimal",
        "Garis miring terbalik “\\” punya arti khusus di antara tanda kutip ganda.",
        "Apit teks ini dengan tanda kutip tunggal.",
    ),
    (
        r"",
        "Penulisan di sini tidak dapat dibaca.",
        "Periksa lekukan, titik dua, dan tanda kutip pada baris ini dan baris di atasnya.",
    ),
)


def syntax_problem(
    error: yaml.MarkedYAMLError, last: yaml.Event | None, text: str, file: str
) -> Problem:
    """Say what is wrong where the broken construct begins; ``last`` is what came before it."""
    lines = split_lines(text)
    said, mark = _said(error, last, text, lines)
    # The end of a text without a last line end counts as one line more.
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line]))
    if "mapping values" in said and KEY.fullmatch(lines[line][: column + 1]):
        # The colon is right: a line above lacks its own, or this one is indented too far.
        keyless = _line_without_colon(lines, line)
        said = "continued" if keyless is None else "could not find expected ':'"
        line = line if keyless is None else keyless
        column = len(lines[line]) - len(lines[line].lstrip(" -"))
    space = re.search(r"[^\S \t]", lines[line])
    if space:
        said, column = "no-break space", space.start()
    elif lines[line][column : column + 1] == "\t":
        said = "found a tab character"
    message, hint = _known_value(lines[line][column:]) or next(
        (m, h) for pattern, m, h in _EXPLANATIONS if re.search(pattern, said)
    )
    return Problem(file, line + 1, column + 1, "sintaks-yaml", message, hint)


def _known_value(rest: str) -> tuple[str, str] | None:
    """Say what was meant where a value of this look cannot be anything else."""
    if re.match(r"-\s*(?:[,}\]#]|$)", rest):
        return "“-” berarti tidak ada isi.", "Kosongkan, atau hapus barisnya."
    bound = re.match(
        r"(>=?\s*([0-9]+(?:[.,][0-9]+)?)(?:\s*(?:%|persen\b))?)\s*(?:[,}#]|$)",
        rest,
        re.IGNORECASE,
    )
    if bound:
        shown, number = bound[1].strip(), bound[2].replace(",", ".")
        return (
            f"“{shown}” memuat tanda lebih.",
            f'Tulis {{nilai: {number}, tercetak: "{shown}"}}',
        )
    return None


def _said(error: yaml.MarkedYAMLError, last: Any, text: str, lines: list[str]) -> tuple[str, Any]:
    """Return libyaml's message and its place; of an unclosed bracket or quote, where it opens."""
    said, context = error.problem or "", error.context or ""
    mark: Any = error.problem_mark
    if re.search("expected (key|'-'|','|<block end>)", said) and _is_quoted(last):
        if spans_lines(last):
            # The quote left open ended at the next one; the error came after that.
            return "unexpected end of stream", last.start_mark
        if last.end_mark.line == mark.line or _goes_on(lines, last.end_mark.line, mark.line):
            return "text after quote", last.start_mark
    opener = error.context_mark
    if (
        "flow" in context
        and opener
        and opener.line == mark.line
        and text[mark.index : mark.index + 1] == ":"
    ):
        return "mapping values are not allowed", mark
    opened = re.search("flow|simple key|alias|anchor|directive|block scalar", context)
    if (opened and "tab" not in said) or ("quoted" in context and "unexpected" in said):
        mark = error.context_mark or mark
    return said, mark


def _goes_on(lines: list[str], above: int, line: int) -> bool:
    """Tell whether a line goes on with the text of the one above: indented deeper, and no key."""
    if line >= len(lines):
        return False
    begins = KEY.match(lines[line]) or ITEM.match(lines[line])
    return not begins and _indent(lines[line]) > _indent(lines[above])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_quoted(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}


def _line_without_colon(lines: list[str], line: int) -> int | None:
    """Return the line above ``line`` if it should have been the first key of its mapping."""
    above = [i for i in range(line) if lines[i].strip() and not lines[i].lstrip().startswith("#")]
    if not above or re.search(r":(\s|$)", lines[above[-1]]):
        return None
    opener = lines[above[-2]].rstrip() if len(above) > 1 else "---"
    opens = opener.endswith((":", "---")) or ITEM.match(lines[above[-1]])
    return above[-1] if opens else None
