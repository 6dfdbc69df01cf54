"""YAML text → plain data that knows its lines. The only YAML parser of the program.

Every scalar is read as its own text (``no``, ``010``, ``12:30`` and ``3.20`` stay what was typed);
the schema decides the type later. What the data never needs and an attacker might use is refused
before anything is built: anchors, aliases, tags, several documents, deep nesting, characters that
nobody sees.
"""

import codecs
from collections.abc import Callable

import yaml

from iku_terbuka.source.document import Data, Document, Mark, Marks, Path, at
from iku_terbuka.source.indentation import indentation_problem
from iku_terbuka.source.marks import is_empty, problem_at, split_lines
from iku_terbuka.source.nodes import compose
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.quotes import curly_quote_problems
from iku_terbuka.source.refused import MAX_DEPTH, left_over, unseen
from iku_terbuka.source.walk import Walk

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Data", "Document", "Mark", "Path", "at", "decode", "parse"]

MAX_BYTES = 1_000_000


def decode(raw: bytes, file: str) -> str | Problem:
    """Return the text of a file, or why it is none (too large, not UTF-8)."""
    if len(raw) > MAX_BYTES:
        return Problem(
            file,
            1,
            1,
            "berkas-terlalu-besar",
            f"Berkas ini lebih dari {MAX_BYTES // 1_000_000} MB.",
            "Pecah menjadi beberapa instansi atau tahun.",
        )
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
        # UTF-16 without its mark is valid UTF-8 with a NUL beside every letter.
        wrong = text.find("\0")
        if wrong < 0:
            return text
        before = text[:wrong]
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
    lines = split_lines(before)
    return Problem(
        file,
        len(lines),
        len(lines[-1]) + 1,
        "bukan-utf8",
        "Berkas ini tidak tersimpan sebagai UTF-8.",
        "Simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8).",
    )


def parse(
    text: str,
    file: str,
    count_foreign: Callable[[Document], int] = lambda _: 0,
    list_key: str = "",
) -> tuple[Document | None, list[Problem]]:
    """Read one YAML document whose top is a mapping; return it with every problem found.

    With ``list_key`` its top is a list, which is read as the value of that key. ``count_foreign``
    counts the keys that do not belong into a document; it helps to tell what broken YAML meant.
    """
    problems = list(unseen(text, file)) or list(left_over(text, file))
    if problems:
        return None, problems
    document, problems = _read(text, file, count_foreign, list_key)
    return document, curly_quote_problems(
        text, file, problems, lambda mended: _reread(mended, file)
    )


def _read(
    text: str, file: str, count_foreign: Callable[[Document], int], list_key: str
) -> tuple[Document | None, list[Problem]]:
    """Read a document whose characters are all visible."""
    node, problems = compose(text, file)
    if problems:

        def count_wrong(mended: str) -> int:
            document, problems = _read(mended, file, count_foreign, list_key)
            return len(problems) + (count_foreign(document) if document else 1)

        return None, [_explain(text, file, problem, count_wrong) for problem in problems]
    if node is None or is_empty(node):
        return None, [
            Problem(file, 1, 1, "berkas-kosong", "Berkas ini kosong.", "Isi atau hapus berkasnya.")
        ]
    walk = Walk(text, file)
    if list_key and isinstance(node, yaml.SequenceNode):
        data: dict[str, Data] = {list_key: walk.value(node, (list_key,))}
    elif isinstance(node, yaml.MappingNode) and not list_key:
        data = walk.mapping(node, ())
    else:
        return None, [problem_at(node.start_mark, file, *_wrong_top(list_key))]
    document = Document(
        file,
        data,
        value_marks=Marks(walk.value_marks),
        key_marks=Marks(walk.key_marks),
        plain=walk.plain,
        empty=frozenset(walk.empty),
    )
    return document, walk.problems


def _wrong_top(list_key: str) -> tuple[str, str, str]:
    if list_key:
        return (
            "bukan-daftar",
            "Isi berkas harus berupa daftar.",
            "Awali tiap butirnya dengan “- ” pada baris tersendiri, misalnya “- jenis: LKjIP”.",
        )
    return (
        "bukan-pasangan-kunci",
        "Isi berkas harus berupa pasangan “kunci: nilai”.",
        "Awali dengan kunci, titik dua, dan spasi, misalnya “instansi: Bagian Hukum”.",
    )


def _reread(text: str, file: str) -> list[Problem]:
    """Return the problems of a text as they are found, without trying what was meant."""
    node, problems = compose(text, file)
    if not problems and node is not None and not is_empty(node):
        walk = Walk(text, file)
        walk.value(node, ("",))
        problems = walk.problems
    return problems


def _explain(text: str, file: str, problem: Problem, count_wrong: Callable[[str], int]) -> Problem:
    """Return a syntax error as what to do about it, where trying tells."""
    if problem.code != "sintaks-yaml":
        return problem
    return indentation_problem(text, file, problem, count_wrong) or problem
