"""Composed nodes → plain data, noting every mark on the way."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from yaml import MappingNode, ScalarEvent, SequenceNode

from iku_terbuka.source.document import Data, Path
from iku_terbuka.source.doubts import doubts
from iku_terbuka.source.marks import EMPTY, index, is_empty, is_plain, problem_at, spans_lines
from iku_terbuka.source.nodes import Node
from iku_terbuka.source.problems import Problem
from iku_terbuka.source.visible import shortened

_WHOLE_NUMBER = r"-?[0-9][0-9.]*"
_MAX_SHOWN, _MAX_WRITTEN = 60, 200  # characters of what was typed, and of what to type instead


class Walk:
    """Turns composed nodes into plain data and notes every mark on the way."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.value_marks: dict[Path, Any] = {}
        self.key_marks: dict[Path, Any] = {}
        self.plain: set[Path] = set()
        self.empty: set[Path] = set()
        self.problems: list[Problem] = []

    def value(self, node: Node, path: Path) -> Data:
        self.value_marks[path] = node.start_mark
        if isinstance(node, ScalarEvent):
            return str(node.value) if node.style else self._plain_scalar(node, path)
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        for left, right in pairwise(node.value) if node.flow_style else ():
            self._split_decimal(left, right, "; kalau dua butir, beri spasi sesudah koma")
        items = node.value if node.flow_style else self._items(node)
        return [self.value(item, (*path, i)) for i, item in enumerate(items)]

    def _plain_scalar(self, node: Any, path: Path) -> str | None:
        value: str = node.value
        in_list, one_line = isinstance(path[-1], int), not spans_lines(node)
        if one_line:
            self.plain.add(path)
        # A word or a number on one line is never doubtful where no space is behind it.
        end = node.end_mark.index
        if in_list or not (one_line and value[:1].isalnum()) or self.text[end : end + 1] in " \t":
            self.problems += doubts(node, self.text, self.file, in_list=in_list)
        return None if value in EMPTY else value

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Data]:
        self.value_marks.setdefault(path, node.start_mark)
        data: dict[str, Data] = {}
        previous, joined = "", 0
        spaceless = False
        for i, (key_node, value_node) in enumerate(node.value):
            is_text = isinstance(key_node, ScalarEvent)
            key = " ".join(key_node.value.split()) if is_text else ""
            if not key:
                self._add(
                    key_node,
                    "kunci-bukan-teks",
                    "Di depan titik dua harus ada satu kunci.",
                    "Tulis “kunci: nilai”; kalau kurungnya bagian dari teks, apit seluruh teks "
                    "dengan tanda kutip.",
                )
                continue
            if i < joined:
                continue
            if node.flow_style and self._has_no_colon(key_node, value_node):
                # Keep what was meant, so that the key is not reported as missing too.
                pieces = self._pieces(node.value, i - 1) if previous else []
                close = re.fullmatch(r"([a-z_]+): ?(?!/)(\S.*)", key)
                if previous and pieces:
                    data[previous] = self._cut_by_comma(previous, pieces)
                    joined = i + len(pieces) - 1
                elif close:
                    if not spaceless:
                        self._add(
                            key_node,
                            "kunci-tanpa-titik-dua",
                            f"Tidak ada spasi sesudah titik dua di “{key[:_MAX_SHOWN]}”.",
                            f"Tulis “{close[1]}: {close[2][:_MAX_SHOWN]}”, begitu juga yang lain.",
                        )
                    spaceless = True
                    data[close[1]] = close[2]
                else:
                    self._add(
                        key_node,
                        "kunci-tanpa-titik-dua",
                        f"“{key[:_MAX_SHOWN]}” di antara kurung tidak diikuti titik dua dan nilai.",
                        "Kalau komanya bagian dari teks, apit teks itu dengan tanda kutip.",
                    )
                previous = ""
                continue
            here = (*path, key)
            if here in self.key_marks:
                self._add(
                    key_node,
                    "kunci-ganda",
                    f"Kunci “{key[:_MAX_SHOWN]}” sudah ada pada baris "
                    f"{self.key_marks[here].line + 1}.",
                    "Gabungkan keduanya atau hapus salah satu.",
                )
                continue
            self.key_marks[here] = key_node.start_mark
            value = self.value(value_node, here)
            if value is None:
                # An empty value counts as absent; its place is kept for the message “wajib diisi”.
                self.value_marks[here] = self.key_marks[here]
                self.empty.add(here)
            else:
                data[key] = value
            previous = key
        return data

    def _items(self, node: SequenceNode) -> list[Node]:
        """Take two items apart where the second lacks its hyphen: its first key comes again."""
        items: list[Node] = []
        for item in node.value:
            rest, before = item, 0
            for again in _again(item) if isinstance(item, MappingNode) else ():
                first = item.value[again][0]
                self._add(
                    first,
                    "kunci-ganda",
                    f"Kunci “{first.value[:_MAX_SHOWN]}” sudah ada pada baris "
                    f"{item.value[before][0].start_mark.line + 1}.",
                    f"Awali {'indikator' if first.value == 'id' else 'butir'} baru dengan “- ”.",
                )
                items.append(MappingNode(rest.tag, item.value[before:again], rest.start_mark))
                rest, before = MappingNode(rest.tag, [], first.start_mark), again
            if before:
                rest.value = item.value[before:]
            items.append(rest)
        return items

    def _has_no_colon(self, key: Node, value: Node) -> bool:
        return is_empty(value) and (
            ":" not in self.text[index(key.end_mark) : index(value.start_mark)]
        )

    def _split_decimal(self, left: Node, right: Node, otherwise: str) -> None:
        """YAML reads ``[3,5]`` as two items; 3.5 was meant."""
        if (
            index(left.end_mark) + 1 == index(right.start_mark)
            and is_plain(left, _WHOLE_NUMBER)
            and is_plain(right, r"[0-9].*")
        ):
            typed = shortened(f"{left.value},{right.value}", _MAX_SHOWN)
            meant = shortened(f"{left.value.replace('.', '')}.{right.value}", _MAX_WRITTEN)
            self._add(
                left,
                "koma-desimal",
                f"Angka “{typed}” memakai koma.",
                f"Tulis dengan titik: {meant}{otherwise}",
            )

    def _pieces(self, items: list[tuple[Node, Node]], first: int) -> list[Node]:
        """Return the parts into which commas between digits cut the value of the item ``first``.

        YAML reads ``{b: 100,5}`` as two keys; 100.5 was meant. None where nothing was cut.
        """
        pieces = [items[first][1]]
        for i in range(first + 1, len(items)):
            key, value = items[i]
            if not (
                self._has_no_colon(key, value)
                and index(pieces[-1].end_mark) + 1 == index(key.start_mark)
                and is_plain(pieces[-1], r".*[0-9]")
                and is_plain(key, r"[0-9].*|-")
            ):
                break
            pieces.append(key)
        return pieces if len(pieces) > 1 else []

    def _cut_by_comma(self, key: str, pieces: list[Node]) -> str:
        """Report the cut and return what was meant; the parser of its type may say more."""
        first, second = pieces[0], pieces[1]
        printed = ",".join(piece.value for piece in pieces)
        a_number = (
            key != "tercetak"
            and len(pieces) == 2
            and is_plain(first, _WHOLE_NUMBER)
            and is_plain(second, r"[0-9]+")
        )
        # 12,500 may be thousands as well.
        if a_number and (len(second.value) != 3 or first.value == "0"):
            decimal = f"{first.value.replace('.', '')}.{second.value}"
            self._add(
                first,
                "koma-desimal",
                f"Angka “{shortened(printed, _MAX_SHOWN)}” memakai koma.",
                f"Tulis dengan titik: {shortened(decimal, _MAX_WRITTEN)}",
            )
            return decimal
        written = shortened(printed, _MAX_WRITTEN)
        self._add(
            first,
            "kunci-tanpa-titik-dua",
            f"Komanya memotong “{printed[:_MAX_SHOWN]}” di antara kurung.",
            f'Apit dengan tanda kutip: {"tercetak: " if key == "tercetak" else ""}"{written}"',
        )
        return printed

    def _add(self, node: Node, code: str, message: str, hint: str) -> None:
        self.problems.append(problem_at(node.start_mark, self.file, code, message, hint))


def _again(item: MappingNode) -> Iterator[int]:
    """Yield where the first key of ``item`` comes again, and after it one that stood before it."""
    keys = [key.value if isinstance(key, ScalarEvent) else None for key, _ in item.value]
    last = {key: i for i, key in enumerate(keys)}
    before = 0
    for i in range(1, len(keys)):
        if keys[i] == keys[0] is not None:
            if all(last[key] < i for key in keys[before + 1 : i]):
                return
            yield i
            before = i
