"""The ordinary file in one pass: its data and marks, while its events are read.

Nearly every file is ordinary, and to keep all its events for a second look costs as much as to read
them. What is in any way doubtful or wrong is left to :mod:`.simpul` and :mod:`.susuri`, which look
twice and explain; so nothing is said here, and a file is read here as it would be there.
"""

import re
from typing import Any

import yaml

from iku_terbuka.source.dokumen import Data, Document, Marks, Path
from iku_terbuka.source.ragu import ragu
from iku_terbuka.source.tempat import KOSONG, LOADER
from iku_terbuka.source.tolak import MAX_DEPTH, refused_in

_KATA = re.compile(r"[\w-]+").fullmatch


class _Lain(Exception):  # noqa: N818 (no mistake)
    """The file is not ordinary."""


def lancar(text: str, file: str) -> Document | None:
    """Return the document of an ordinary file, nothing for any other."""
    reading = _Bacaan(text, file)
    try:
        data = reading.dokumen()
    except (_Lain, yaml.YAMLError):
        return None
    marks, keys = Marks(reading.value_marks), Marks(reading.key_marks)
    return Document(file, data, marks, keys, reading.plain, frozenset(reading.kosong))


class _Bacaan:
    """A document that is being read, event after event."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.next: Any = LOADER(text).get_event
        self.value_marks: dict[Path, Any] = {}
        self.key_marks: dict[Path, Any] = {}
        self.plain: set[Path] = set()
        self.kosong: set[Path] = set()

    def dokumen(self) -> dict[str, Data]:
        """Read the stream: one document, whose top is a mapping."""
        self.exactly(yaml.StreamStartEvent)
        self.exactly(yaml.DocumentStartEvent)
        top = self.exactly(yaml.MappingStartEvent)
        self.value_marks[()] = top.start_mark
        data: dict[str, Data] = self.collection(top, ())
        self.exactly(yaml.DocumentEndEvent)
        self.exactly(yaml.StreamEndEvent)
        return data

    def exactly(self, kind: type[yaml.Event]) -> Any:
        event = self.next()
        if type(event) is not kind:
            raise _Lain
        return event

    def collection(self, start: Any, path: Path) -> Any:
        if start.anchor is not None or start.tag is not None or len(path) >= MAX_DEPTH:
            raise _Lain
        kind, flow = type(start), start.flow_style
        if kind is yaml.MappingStartEvent:
            return self.mapping(path, flow=flow)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(path, flow=flow)
        raise _Lain

    def mapping(self, path: Path, *, flow: bool) -> dict[str, Data]:
        data: dict[str, Data] = {}
        while type(key := self.next()) is yaml.ScalarEvent:
            name = key.value
            here = (*path, name)
            start = key.start_mark
            # Not a word, as “a b” and “a  b”, which are one key; or there already.
            if (
                not _KATA(name)
                or here in self.key_marks
                or key.anchor is not None
                or key.tag is not None
            ):
                raise _Lain
            self.key_marks[here] = start
            value = self.value(self.next(), here, in_list=False)
            if value is not None:
                data[name] = value
            elif flow:
                raise _Lain  # {3,01} is no key without a value
            else:
                self.value_marks[here] = start
                self.kosong.add(here)
        if type(key) is not yaml.MappingEndEvent:
            raise _Lain
        return data

    def sequence(self, path: Path, *, flow: bool) -> list[Data]:
        items: list[Data] = []
        end = -1
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            if flow and event.start_mark.index == end + 1:
                raise _Lain  # [3,01]
            end = event.end_mark.index
            items.append(self.value(event, (*path, len(items)), in_list=True))
        return items

    def value(self, event: Any, path: Path, *, in_list: bool) -> Data:
        start, end = event.start_mark, event.end_mark
        self.value_marks[path] = start
        if type(event) is not yaml.ScalarEvent:
            data: Data = self.collection(event, path)
            return data
        value: str = event.value
        one_line = start.line == end.line
        sure = event.anchor is event.tag is None and one_line and value.isprintable()
        if not sure and any(refused_in(event, self.text, 1, 0)):
            raise _Lain
        if event.style:
            return value
        if one_line:
            self.plain.add(path)
            # Never doubtful where no space is behind it: a word or a number; but in a list “a.” or
            # “1.” may be a bullet, which shows in the first three characters.
            word = value[:3].isalpha() if in_list else value[:1].isalnum()
            if word and self.text[end.index : end.index + 1] not in " \t":
                return None if value in KOSONG else value
        if ragu(event, self.text, self.file, in_list=in_list):
            raise _Lain
        return None if value in KOSONG else value
