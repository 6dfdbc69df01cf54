"""What YAML reads without complaint, but hardly as it was meant: lost text, bullets of Word."""

import re
from typing import Any

import yaml

from iku_terbuka.source.marks import index, is_empty, spans_lines, split_lines
from iku_terbuka.source.problems import Problem, Severity
from iku_terbuka.source.visible import printable

_BULLET = r"[•·●○◦▪■□►▸➢➤✓❖\ue000-\uf8ff]"
# In a list; as a value of a key, -5 and “1.” may be meant.
_ITEM_MARK = re.compile(
    rf"({_BULLET}|[–—](?=\s)|-(?=[^\W\d_])|\(?(?:[0-9]{{1,2}}|[a-z])[.)](?=\s))"
)
_VALUE_MARK = re.compile(rf"({_BULLET}|[–—](?=\s)|-(?=[^\W\d_]))")
_OPENING_MARKS = ("“", "„", "”")
_NUMBER = re.compile(r"[“”„‟0-9.,%\s-]*")
_HASH = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_EXCEL_ERROR = re.compile(r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)")


def doubts(node: yaml.ScalarEvent, text: str, file: str, *, in_list: bool) -> list[Problem]:
    """Return what is doubtful about a value that stands without quotes."""
    found: list[Problem] = []
    start: Any = node.start_mark
    lost = _HASH.match(text, index(node.end_mark))
    if lost:
        found.append(_lost_behind_hash(node, lost, file))
    opening = (_ITEM_MARK if in_list else _VALUE_MARK).match(node.value)
    if not opening and spans_lines(node):
        lines = split_lines(text[index(start) : index(node.end_mark)])
        opening = next((m for line in lines if (m := _VALUE_MARK.match(line.strip()))), None)
    if opening:
        found.append(
            Problem(
                file,
                start.line + 1,
                start.column + 1,
                "tanda-butir",
                f"“{printable(opening[1])}” bukan tanda butir YAML.",
                "Awali tiap butir dengan “- ” pada baris tersendiri, dan hapus tanda itu; kalau "
                "bagian dari teks, apit dengan tanda kutip.",
                Severity.WARNING,
            )
        )
    if (
        node.value[:1] in _OPENING_MARKS
        and not _NUMBER.fullmatch(node.value)
        and _is_one_pair(node.value)
    ):
        found.append(
            Problem(
                file,
                start.line + 1,
                start.column + 1,
                "kutip-melengkung",
                "Tanda kutip melengkung dari Word ikut terbaca sebagai isi.",
                "Hapus, atau ganti dengan tanda kutip lurus di awal dan di akhir. Kalau memang "
                "tercetak begitu, apit seluruhnya dengan tanda kutip lurus.",
                Severity.WARNING,
            )
        )
    return found


def _is_one_pair(value: str) -> bool:
    """Tell whether marks stand around all of a value, or opened one that a comma cut off."""
    inside = [i for i, c in enumerate(value) if c in "“”„‟"]
    return inside in ([0], [0, len(value) - 1])


def _lost_behind_hash(node: yaml.ScalarEvent, lost: re.Match[str], file: str) -> Problem:
    """Say what is lost behind ``#``: there YAML begins a comment, and nobody sees it."""
    mark: Any = node.end_mark
    column = mark.column + lost.start(1) - lost.start() + 1
    excel_error = _EXCEL_ERROR.match(lost[1])
    if excel_error and is_empty(node):
        return Problem(
            file,
            mark.line + 1,
            column,
            "tanda-pagar",
            f"“{excel_error[0]}” adalah galat Excel, bukan isi.",
            "Kosongkan, atau tulis isinya yang benar.",
        )
    shown = lost[1].strip()
    shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
    return Problem(
        file,
        mark.line + 1,
        column,
        "tanda-pagar",
        f"Mulai “{printable(shown)}” baris ini tidak terbaca: tanda pagar memulai komentar.",
        "Kalau bagian dari isi, apit seluruh isi dengan tanda kutip; kalau komentar, beri spasi "
        "sesudah tanda pagar.",
        Severity.WARNING,
    )
