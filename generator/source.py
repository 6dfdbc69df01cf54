"""YAML text → plain data that knows its lines. The only YAML parser of the program.

Every scalar is read as its own text (``no``, ``010``, ``12:30`` and ``3.20`` stay what was typed);
the schema decides the type later. What the data never needs and an attacker might use is refused
before anything is built: anchors, aliases, tags, several documents, deep nesting.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from generator.problems import Problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 1_000_000
# libyaml recurses while composing: 25 kB of brackets end the whole process.
MAX_DEPTH = 50
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Characters that turn text around on screen, so that a page shows another order than the file.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Mark:
    """A place in a file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """The data of one file with the place of every key and value.

    ``data`` holds ``str``, ``list`` and ``dict`` only; an empty value is ``None`` in a list and
    left out of a mapping. Both kinds of marks are looked up by path, ``("target", "2021")``.
    """

    file: str
    data: dict[str, Data]
    value_marks: Mapping[Path, Mark]
    key_marks: Mapping[Path, Mark]

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the place of ``path``, or of its nearest parent that exists."""
        first, second = (
            (self.key_marks, self.value_marks) if key else (self.value_marks, self.key_marks)
        )
        for end in range(len(path), -1, -1):
            part = path[:end]
            found = first.get(part) or second.get(part)
            if found is not None:
                return found
        return Mark(1, 1)

    def problem(
        self, path: Path, code: str, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        mark = self.mark(path, key=key)
        return Problem(self.file, mark.line, mark.column, code, message, hint)


def decode(raw: bytes, file: str) -> str | Problem:
    """Return the text of a file, or why it is none (too large, not UTF-8)."""
    if len(raw) > MAX_BYTES:
        return Problem(
            file,
            1,
            1,
            "berkas-terlalu-besar",
            f"Berkas ini lebih dari {MAX_BYTES // 1000}.000 bita.",
            "Pecah menjadi beberapa instansi atau tahun.",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        return Problem(
            file,
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            "bukan-utf8",
            "Berkas ini tidak tersimpan sebagai UTF-8.",
            "Simpan ulang dengan pengodean UTF-8.",
        )


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML document whose top is a mapping; return it with every problem found."""
    try:
        problems = list(_refused_constructs(text, file))
        if problems:
            return None, problems
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, text, file)]
    if node is None:
        return None, [
            Problem(file, 1, 1, "berkas-kosong", "Berkas ini kosong.", "Isi atau hapus berkasnya.")
        ]
    if not isinstance(node, yaml.MappingNode):
        return None, [
            _problem_at(
                node.start_mark,
                file,
                "bukan-pasangan-kunci",
                "Isi berkas harus berupa pasangan “kunci: nilai”.",
                "Awali dengan kunci, misalnya “instansi: Bagian Hukum”.",
            )
        ]
    walk = _Walk(file)
    data = walk.mapping(node, ())
    return Document(file, data, walk.value_marks, walk.key_marks), walk.problems


def _refused_constructs(text: str, file: str) -> Iterator[Problem]:
    """Find what is refused on sight. Works on events, so nothing deep is ever built."""
    bidi = _BIDI.search(text)
    if bidi:
        before = text[: bidi.start()]
        yield Problem(
            file,
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            "karakter-arah",
            f"Ada karakter pengatur arah tulisan yang tak terlihat (U+{ord(bidi.group()):04X}).",
            "Hapus lalu ketik ulang kata itu.",
        )
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield _problem_at(
                    event.start_mark,
                    file,
                    "banyak-dokumen",
                    "Berkas ini memuat lebih dari satu dokumen YAML (baris “---”).",
                    "Satu berkas memuat satu dokumen; pindahkan sisanya ke berkas lain.",
                )
                return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield _problem_at(
                    event.start_mark,
                    file,
                    "terlalu-dalam",
                    f"Isi bersarang lebih dari {MAX_DEPTH} tingkat.",
                    "Periksa kurung atau lekukan yang berlebih.",
                )
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            yield _problem_at(
                event.start_mark,
                file,
                "alias-yaml",
                f"Rujukan “*{anchor}” tidak dipakai di sini.",
                "Tulis isinya sekali lagi; kalau memang teks, apit dengan tanda kutip.",
            )
        elif anchor is not None:
            yield _problem_at(
                event.start_mark,
                file,
                "alias-yaml",
                f"Jangkar “&{anchor}” tidak dipakai di sini.",
                "Hapus; kalau memang teks, apit dengan tanda kutip.",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            yield _problem_at(
                event.start_mark,
                file,
                "tag-yaml",
                f"Tag YAML “{tag.replace('tag:yaml.org,2002:', '!!')}” tidak dipakai di sini.",
                "Hapus tanda serunya; kalau memang teks, apit dengan tanda kutip.",
            )


class _Walk:
    """Turns composed nodes into plain data and notes every mark on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.value_marks: dict[Path, Mark] = {}
        self.key_marks: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, path: Path) -> Data:
        self.value_marks[path] = _mark(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        return None if _is_empty(node) else str(node.value)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Data]:
        self.value_marks.setdefault(path, _mark(node.start_mark))
        data: dict[str, Data] = {}
        previous: tuple[str, yaml.Node] | None = None
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._add(key_node, "kunci-bukan-teks", "Kunci harus berupa teks.", "")
                continue
            key = str(key_node.value)
            if node.flow_style and previous and self._is_split_decimal(key, value_node, previous):
                del data[previous[0]]
                previous = None
                continue
            if (*path, key) in self.key_marks:
                first = self.key_marks[(*path, key)].line
                self._add(
                    key_node,
                    "kunci-ganda",
                    f"Kunci “{key}” sudah ada pada baris {first}.",
                    "Gabungkan keduanya atau hapus salah satu.",
                )
                continue
            here = (*path, key)
            self.key_marks[here] = _mark(key_node.start_mark)
            value = self.value(value_node, here)
            if value is None:
                # An empty value counts as absent; its place stays for “wajib diisi”.
                self.value_marks[here] = self.key_marks[here]
            else:
                data[key] = value
            previous = (key, value_node)
        return data

    def _is_split_decimal(
        self, key: str, value: yaml.Node, previous: tuple[str, yaml.Node]
    ) -> bool:
        """YAML reads ``{b: 100,5}`` as two keys; a comma decimal was meant."""
        _, left = previous
        if not (
            _is_empty(value)
            and key.isdigit()
            and isinstance(left, yaml.ScalarNode)
            and left.value.lstrip("-").isdigit()
        ):
            return False
        self._add(
            left,
            "koma-desimal",
            f"Angka “{left.value},{key}” memakai koma.",
            f"Tulis dengan titik: {left.value}.{key}",
        )
        return True

    def _add(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        self.problems.append(_problem_at(node.start_mark, self.file, code, message, hint))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _problem_at(mark: Any, file: str, code: str, message: str, hint: str) -> Problem:
    return Problem(file, mark.line + 1, mark.column + 1, code, message, hint)


# What libyaml says, and what a member of staff can do about it.
_SYNTAX = (
    (
        "found unexpected end of stream",
        "Tanda kutip dibuka tetapi tidak ditutup.",
        "Tutup dengan tanda kutip yang sama.",
    ),
    (
        "found character '\\t'",
        "Ada tab di lekukan.",
        "Pakai spasi untuk melekukkan baris, dua spasi tiap tingkat.",
    ),
    (
        "found character that cannot start any token",
        "Ada karakter yang tidak boleh mengawali nilai.",
        "Apit nilainya dengan tanda kutip; untuk lekukan pakai spasi, bukan tab.",
    ),
    (
        "mapping values are not allowed",
        "Ada titik dua di tempat yang tidak boleh.",
        "Kalau titik dua bagian dari teks, apit seluruh teks dengan tanda kutip.",
    ),
    (
        "did not find expected key",
        "Baris ini tidak dapat dibaca sebagai “kunci: nilai”.",
        "Samakan lekukannya dengan kunci lain; teks yang diawali tanda kutip harus diakhiri juga.",
    ),
    (
        "could not find expected ':'",
        "Kunci ini tidak diikuti titik dua.",
        "Tulis “kunci: nilai”, dengan spasi sesudah titik dua.",
    ),
    (
        "did not find expected '-' indicator",
        "Butir daftar ini tidak diawali “- ”, atau lekukannya tidak sama.",
        "Samakan lekukannya dengan butir di atasnya.",
    ),
    (
        "did not find expected ',' or",
        "Kurung dibuka tetapi tidak ditutup.",
        "Tutup dengan “]” atau “}”, dan pisahkan isinya dengan koma.",
    ),
    (
        "block sequence entries are not allowed",
        "Tanda “-” tidak boleh di tempat ini.",
        "Letakkan “- ” pada baris tersendiri di bawah kuncinya.",
    ),
    (
        "control characters are not allowed",
        "Ada karakter kendali yang tak terlihat.",
        "Hapus lalu ketik ulang baris itu.",
    ),
)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    said = f"{getattr(error, 'problem', None) or error}"
    context = getattr(error, "context", None) or ""
    place = getattr(error, "problem_mark", None)
    runaway = _runaway_quote(text) if "expected key" in said else None
    if runaway is not None:
        said, place = "found unexpected end of stream", runaway
    elif any(word in context for word in ("quoted scalar", "flow", "simple key")):
        # What was opened and never closed is mended where it was opened.
        place = getattr(error, "context_mark", None) or place
    mark = _mark(place) if place is not None else _place_of_bad_character(error, text)
    for fragment, message, hint in _SYNTAX:
        if fragment in said:
            return Problem(file, mark.line, mark.column, "sintaks-yaml", message, hint)
    return Problem(
        file,
        mark.line,
        mark.column,
        "sintaks-yaml",
        "Penulisan YAML di sini tidak dapat dibaca.",
        "Periksa lekukan, titik dua, dan tanda kutip pada baris ini dan baris di atasnya.",
    )


def _runaway_quote(text: str) -> Any:
    """Return where a quote opens that swallowed whole lines up to the next quote, if one did."""
    last: Any = None
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            last = event
    except yaml.YAMLError:
        pass
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start: Any = last.start_mark
    end: Any = last.end_mark
    return start if start.line < end.line else None


def _place_of_bad_character(error: yaml.YAMLError, text: str) -> Mark:
    """Errors of the reader carry an offset at most; find the first unprintable character."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if ord(character) < 0x20 and character not in "\t\r":
                return Mark(number, column)
    return Mark(1, 1)
