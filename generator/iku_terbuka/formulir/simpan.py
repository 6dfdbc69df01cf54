"""Changes of a results file, written into its text: every other line stays as it is.

Line ends become one kind, that of Windows where any line has it.

The file is cut into blocks, one per key: ``tahun``, each indicator, each of its keys. A block that
changes is rewritten by :mod:`.blok`, a new one is put where the model has it; comments and order
around it are not touched. In the end the text is read back: it must hold the old data with these
changes and nothing else.
"""

import re
from collections.abc import Sequence
from typing import Any

from iku_terbuka.formulir.blok import Tulisan, blok_baru, pasang, sunting
from iku_terbuka.formulir.ubahan import TidakTersimpanError, Ubahan
from iku_terbuka.model.hasil import CapaianTahunan, Hasil
from iku_terbuka.model.schema import schema_line
from iku_terbuka.source import Document, parse

_LUAR = re.compile(r"\s*(#.*)?")  # a line that belongs to no value
_ISI_KOSONG = re.compile(r"(:)\s*(\{\s*\}|~|null)(?=\s*(#|$))")


def berkas_baru(tahun: int, berkas: str) -> str:
    """Return the results file of a year without any result; ``berkas`` is where it will lie."""
    return f"{schema_line('capaian', berkas)}\ntahun: {tahun}\ncapaian: {{}}\n"


def terapkan(text: str, ubahan: Sequence[Ubahan], urutan: Sequence[str]) -> str:
    """Return ``text`` with changes; ``urutan`` are the ids in the order of the decree.

    Raises :class:`TidakTersimpanError` when the text does not then hold exactly what it should.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = re.sub("\r\n?", "\n", text)
    document, problems = parse(plain, "")
    if document is None or any(satu.is_error for satu in problems):
        raise TidakTersimpanError
    expected: dict[str, Any] = _salin(document.data)
    for satu in ubahan:
        pasang(expected, satu.letak, list(satu.isi) if isinstance(satu.isi, tuple) else satu.isi)
    after = _Penyunting(document, plain, urutan, expected).tulis(ubahan)
    again, problems = parse(after, "")
    wrong = any(satu.is_error for satu in problems)
    if again is None or wrong or _berisi(again.data) != _berisi(expected):
        raise TidakTersimpanError
    return after.replace("\n", newline)


def _salin(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _salin(value) for key, value in data.items()}
    return [_salin(item) for item in data] if isinstance(data, list) else data


def _berisi(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data without a key that holds nothing: ``capaian: {}`` is none yet."""
    return {key: value for key, value in data.items() if value != {}}


class _Penyunting:
    """Collects what happens to which lines, then does it from the end to the beginning."""

    def __init__(
        self, document: Document, text: str, urutan: Sequence[str], expected: dict[str, Any]
    ) -> None:
        self.document = document
        self.lines = text.split("\n")
        self.expected = expected
        self.orders = {0: list(CapaianTahunan.model_fields), 1: list(urutan)}
        self.orders[2] = list(Hasil.model_fields)
        # First line, line behind the last, what comes there; stable for the same place.
        self.splices: list[tuple[int, int, list[str]]] = []
        self.keys = sorted(
            document.key_marks.items(), key=lambda item: (item[1].line, item[1].column)
        )

    def tulis(self, ubahan: Sequence[Ubahan]) -> str:
        self._di((), ubahan)
        lines = self.lines
        self.splices.sort(key=lambda one: one[:2])
        for start, end, new in reversed(self.splices):
            lines = [*lines[:start], *new, *lines[end:]]
        text = "\n".join(lines)
        return text if text.endswith("\n") else f"{text}\n"

    def _di(self, above: tuple[str, ...], ubahan: Sequence[Ubahan]) -> None:
        """Apply changes below ``above``, a mapping that is cut into blocks."""
        children = [path for path, _ in self.keys if path[:-1] == above]
        first = self.document.key_marks.get(above)
        marks = [self.document.key_marks[path] for path in children]
        own_lines = {mark.line for mark in marks} | ({first.line} if first else set())
        if len(own_lines) < len(marks) + bool(first):  # written in braces, on one line
            self._ganti(above, ubahan)
            return
        if first and not children:
            line = self.lines[first.line - 1]
            self.splices.append((first.line - 1, first.line, [_ISI_KOSONG.sub(r"\1", line)]))
        indent = (marks[0].column if marks else (first.column + 2 if first else 1)) - 1
        groups: dict[str, list[Ubahan]] = {}
        for satu in ubahan:
            groups.setdefault(satu.letak[len(above)], []).append(satu)
        order = self.orders[len(above)]
        for key in sorted(groups, key=lambda key: order.index(key) if key in order else len(order)):
            here = (*above, key)
            if here not in self.document.key_marks:
                self._sisipkan(above, key, children, indent, groups[key])
            elif len(here) == 3 or here[0] != "capaian":
                self._ganti(here, groups[key])
            elif len(here) == 2 and key not in self.expected.get("capaian", {}):
                self.splices.append((*self._blok(here), []))
            else:
                self._di(here, groups[key])

    def _sisipkan(
        self,
        above: tuple[str, ...],
        key: str,
        children: Sequence[tuple[str | int, ...]],
        indent: int,
        ubahan: Sequence[Ubahan],
    ) -> None:
        """Put a new block behind the nearest one that comes before it in the order."""
        order = self.orders[len(above)]
        before = order[: order.index(key)] if key in order else order
        earlier = [path for path in children if path[-1] in before]
        if earlier:
            line = max(self._blok(path)[1] for path in earlier)
        elif above:
            line = self.document.key_marks[above].line
        else:
            line = 0
        self.splices.append((line, line, blok_baru(_dari(len(above), ubahan), indent)))

    def _ganti(self, path: tuple[str, ...], ubahan: Sequence[Ubahan]) -> None:
        start, end = self._blok(path) if path else (0, len(self.lines))
        indent = self.document.key_marks[path].column - 1 if path else 0
        changes = _dari(max(len(path) - 1, 0), ubahan)
        self.splices.append((start, end, sunting(self.lines[start:end], indent, changes)))

    def _blok(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the lines of a key: from its own to the last that belongs to its value."""
        mark = self.document.key_marks[path]
        later = (
            other.line - 1
            for key, other in self.keys
            if other.line > mark.line and key[: len(path)] != path
        )
        end = next(later, len(self.lines))
        while end > mark.line and self._luar(self.lines[end - 1], mark.column - 1):
            end -= 1
        return mark.line - 1, end

    def _luar(self, line: str, indent: int) -> bool:
        return bool(_LUAR.fullmatch(line)) and len(line) - len(line.lstrip()) <= indent


def _dari(depth: int, ubahan: Sequence[Ubahan]) -> list[Tulisan]:
    """Return changes with their places told from ``depth`` keys down."""
    return [(satu.letak[depth:], satu.isi, satu.angka) for satu in ubahan]
