"""YAML text → plain data that knows its lines. The only YAML parser of the program.

Every scalar is read as its own text (``no``, ``010``, ``12:30`` and ``3.20`` stay what was typed);
the schema decides the type later. What the data never needs and an attacker might use is refused
before anything is built: anchors, aliases, tags, several documents, deep nesting, characters that
nobody sees.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import yaml

from generator.problems import Problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 1_000_000
# libyaml recurses while composing: 25 kB of brackets end the whole process.
MAX_DEPTH = 50
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# How a line begins that is a key, or an item, of its own.
_KUNCI = re.compile(r"\s*(- )?[a-z0-9_-]+:(\s|$)")
_BUTIR = re.compile(r"\s*- ")


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
    lines = _lines(before)
    return Problem(
        file,
        len(lines),
        len(lines[-1]) + 1,
        "bukan-utf8",
        "Berkas ini tidak tersimpan sebagai UTF-8.",
        "Simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8).",
    )


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML document whose top is a mapping; return it with every problem found."""
    problems = list(_unseen(text, file)) or list(_refused(text, file))
    if problems:
        return None, problems
    node = yaml.compose(text, Loader=_LOADER)
    if node is None or _is_empty(node):
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
                "Awali dengan kunci, titik dua, dan spasi, misalnya “instansi: Bagian Hukum”.",
            )
        ]
    walk = _Walk(text, file)
    data = walk.mapping(node, ())
    return Document(file, data, walk.value_marks, walk.key_marks), walk.problems


def _unseen(text: str, file: str) -> Iterator[Problem]:
    """Find the characters that nobody sees, the first one of each line."""
    for number, line in enumerate(_lines(text), start=1):
        column = _first_unseen(line)
        if column is not None:
            yield Problem(file, number, column + 1, *_tak_terlihat(line[column]))


def _first_unseen(line: str) -> int | None:
    """Control, direction and zero-width characters: they split words, lines and numbers unseen.

    Some turn text around on screen, so that a page would show another order than the file.
    """
    if line.isprintable():
        return None
    seen = (c.isprintable() or c in "\t\n" or unicodedata.category(c) == "Zs" for c in line)
    return next((i for i, is_seen in enumerate(seen) if not is_seen), None)


def _tak_terlihat(character: str) -> tuple[str, str, str]:
    return (
        "karakter-tak-terlihat",
        f"Ada karakter yang tak terlihat di sini (U+{ord(character):04X}).",
        "Hapus lalu ketik ulang kata itu; karakter ini sering ikut tersalin dari PDF atau Word.",
    )


def _refused(text: str, file: str) -> Iterator[Problem]:
    """Find what is refused on sight. Works on events, so nothing deep is ever built."""
    event: yaml.Event | None = None
    depth = documents = 0
    swallowed = False
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            found = list(_refused_in(event, text, documents, depth))
            for said in found:
                yield _problem_at(event.start_mark, file, *said)
                if said[0] in {"banyak-dokumen", "terlalu-dalam"}:
                    return
                swallowed = swallowed or said[0] == "baris-tertelan"
    except yaml.MarkedYAMLError as error:
        if not swallowed:  # otherwise a consequence, no second mistake
            yield _syntax_problem(error, event, text, file)


def _refused_in(
    event: yaml.Event, text: str, documents: int, depth: int
) -> Iterator[tuple[str, str, str]]:
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
    if isinstance(event, yaml.AliasEvent):
        yield (
            "alias-yaml",
            f"“*{anchor}” dibaca sebagai rujukan YAML, yang tidak dipakai di sini.",
            "Tulis isinya sekali lagi; kalau memang teks, apit dengan tanda kutip.",
        )
    elif anchor is not None:
        yield (
            "alias-yaml",
            f"“&{anchor}” dibaca sebagai jangkar YAML, yang tidak dipakai di sini.",
            "Hapus; kalau memang teks, apit dengan tanda kutip.",
        )
    if getattr(event, "tag", None) is not None:
        yield (
            "tag-yaml",
            "Nilai yang diawali tanda seru dibaca sebagai tag YAML, yang tidak dipakai di sini.",
            "Hapus tanda serunya; kalau memang teks, apit seluruhnya dengan tanda kutip.",
        )
    if isinstance(event, yaml.ScalarEvent):
        unseen = _first_unseen(event.value)  # written as an escape, "\u202e"
        if unseen is not None:
            yield _tak_terlihat(event.value[unseen])
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
    if event.style in {"|", ">"} or not _spans_lines(event):
        return None
    first: Any = event.start_mark
    own = _KUNCI if event.style else _BUTIR
    below = _lines(text[first.index : _index(event.end_mark)])[1:]
    return next((n for n, line in enumerate(below, first.line + 2) if own.match(line)), None)


class _Walk:
    """Turns composed nodes into plain data and notes every mark on the way."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.value_marks: dict[Path, Mark] = {}
        self.key_marks: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, path: Path) -> Data:
        self.value_marks[path] = _mark(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for left, right in pairwise(node.value) if node.flow_style else ():
                self._split_decimal(left, right, "; kalau dua butir, beri spasi sesudah koma")
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        return None if _is_empty(node) else str(node.value)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Data]:
        self.value_marks.setdefault(path, _mark(node.start_mark))
        data: dict[str, Data] = {}
        previous: tuple[str, yaml.Node] | None = None
        for key_node, value_node in node.value:
            key = " ".join(str(key_node.value).split())
            if not isinstance(key_node, yaml.ScalarNode) or not key:
                self._add(
                    key_node,
                    "kunci-bukan-teks",
                    "Di depan titik dua harus ada satu kunci.",
                    "Tulis “kunci: nilai”; kalau kurungnya bagian dari teks, apit seluruh teks "
                    "dengan tanda kutip.",
                )
                continue
            if node.flow_style and self._has_no_colon(key_node, value_node):
                decimal = previous and self._split_decimal(previous[1], key_node)
                if previous and decimal:
                    data[previous[0]] = decimal.split()[0]  # so that nothing seems missing
                else:
                    self._add(
                        key_node,
                        "kunci-tanpa-titik-dua",
                        f"“{key[:60]}” di antara kurung tidak diikuti titik dua dan nilai.",
                        "Kalau komanya bagian dari teks, apit teks itu dengan tanda kutip.",
                    )
                previous = None
                continue
            here = (*path, key)
            if here in self.key_marks:
                self._add(
                    key_node,
                    "kunci-ganda",
                    f"Kunci “{key[:60]}” sudah ada pada baris {self.key_marks[here].line}.",
                    "Gabungkan keduanya atau hapus salah satu.",
                )
                continue
            self.key_marks[here] = _mark(key_node.start_mark)
            value = self.value(value_node, here)
            if value is None:
                # An empty value counts as absent; its place stays for “wajib diisi”.
                self.value_marks[here] = self.key_marks[here]
            else:
                data[key] = value
            previous = (key, value_node)
        return data

    def _has_no_colon(self, key: yaml.Node, value: yaml.Node) -> bool:
        between = self.text[_index(key.end_mark) : _index(value.start_mark)]
        return _is_empty(value) and ":" not in between

    def _split_decimal(self, left: yaml.Node, right: yaml.Node, otherwise: str = "") -> str | None:
        """YAML reads ``{b: 100,5}`` as two keys and ``[3,5]`` as two items; 100.5 was meant."""
        if not (
            _index(left.end_mark) + 1 == _index(right.start_mark)
            and _is_plain(left, r"-?[0-9][0-9.]*")
            and _is_plain(right, r"[0-9].*")
        ):
            return None
        decimal = f"{left.value.replace('.', '')}.{right.value}"
        self._add(
            left,
            "koma-desimal",
            f"Angka “{left.value},{right.value}” memakai koma.",
            f"Tulis dengan titik: {decimal}{otherwise}",
        )
        return decimal

    def _add(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        self.problems.append(_problem_at(node.start_mark, self.file, code, message, hint))


def _is_plain(node: yaml.Node, pattern: str) -> bool:
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and re.fullmatch(pattern, node.value) is not None
    )


def _is_empty(node: yaml.Node) -> bool:
    """Nothing, or YAML's own words for nothing, which schemas and editors know as such."""
    return _is_plain(node, r"|~|null")


def _lines(text: str) -> list[str]:
    """Return the lines as YAML counts them."""
    return re.split(r"\r\n|\r|\n", text)


def _spans_lines(event: Any) -> bool:
    return bool(event.start_mark.line < event.end_mark.line)


def _index(mark: Any) -> int:
    return int(mark.index)


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _problem_at(mark: Any, file: str, code: str, message: str, hint: str) -> Problem:
    return Problem(file, mark.line + 1, mark.column + 1, code, message, hint)


# What libyaml says, and what a member of staff can do about it.
_SYNTAX = (
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


def _syntax_problem(
    error: yaml.MarkedYAMLError, last: yaml.Event | None, text: str, file: str
) -> Problem:
    """Say what is wrong where the broken construct begins; ``last`` is what came before it."""
    said, mark = _said(error, last)
    lines = _lines(text)
    # The end of a text without a last line end counts as one line more.
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line]))
    if "mapping values" in said and _KUNCI.fullmatch(lines[line][: column + 1]):
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
    message, hint = next((m, h) for pattern, m, h in _SYNTAX if re.search(pattern, said))
    return Problem(file, line + 1, column + 1, "sintaks-yaml", message, hint)


def _said(error: yaml.MarkedYAMLError, last: Any) -> tuple[str, Any]:
    """Return what libyaml said and where; what was opened is mended where it was opened."""
    said, context = error.problem or "", error.context or ""
    mark: Any = error.problem_mark
    if re.search("expected (key|'-'|','|<block end>)", said) and _is_quoted(last):
        if _spans_lines(last):
            # The quote left open ended at the next one; the error came after that.
            return "unexpected end of stream", last.start_mark
        if last.end_mark.line == mark.line:
            return "text after quote", last.start_mark
    opened = re.search("flow|simple key|alias|anchor|directive|block scalar", context)
    if (opened and "tab" not in said) or ("quoted" in context and "unexpected" in said):
        mark = error.context_mark or mark
    return said, mark


def _is_quoted(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}


def _line_without_colon(lines: list[str], line: int) -> int | None:
    """Return the line above ``line`` if it should have been the first key of its mapping."""
    above = [i for i in range(line) if lines[i].strip() and not lines[i].lstrip().startswith("#")]
    if not above or re.search(r":(\s|$)", lines[above[-1]]):
        return None
    opener = lines[above[-2]].rstrip() if len(above) > 1 else "---"
    opens = opener.endswith((":", "---")) or _BUTIR.match(lines[above[-1]])
    return above[-1] if opens else None
