"""One block of a results file, made new or changed. The only home of ruamel.yaml.

Round trip: the comments, quotes and style of a block that changes stay.
"""

from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from io import StringIO
from textwrap import wrap
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from iku_terbuka.formulir.outcome import CannotSaveError, YamlChange
from iku_terbuka.formulir.typed import clean_text
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.fields import Sumber
from iku_terbuka.model.hasil import Anggaran, Hasil
from iku_terbuka.model.nilai import IsiNilai

_PARTS = frozenset(PembagianTahun)
_WIDTH = 96  # of a line of text that is folded
_VALUE_KEYS = frozenset({"nilai", "predikat", "tercetak"})
# The order of the keys below a key; below an id it is that of a result.
_KEY_ORDER: Mapping[str, list[str]] = {
    "": [],
    "capaian": [],
    "variabel": [],
    "realisasi": list(IsiNilai.model_fields),
    "sumber": list(Sumber.model_fields),
    "anggaran": list(Anggaran.model_fields),
}


class _Digits(str):
    """Digits that stand in the file as they are, without quotes."""

    __slots__ = ()


class _Representer(RoundTripRepresenter):
    pass


def _represent_digits(representer: Any, digits: _Digits) -> ScalarNode:
    kind = "float" if "." in digits else "int"
    return representer.represent_scalar(f"tag:yaml.org,2002:{kind}", str(digits))  # type: ignore[no-any-return]


_Representer.add_representer(_Digits, _represent_digits)


def new_block(changes: Sequence[YamlChange], indent: int) -> list[str]:
    """Return the lines of a new block; the paths of ``changes`` begin with its key."""
    data: Any = CommentedMap()
    for change in changes:
        set_value(data, change.path, _styled(change.value, change.is_number, indent))
    return _lines(data, indent)


def changed_block(lines: Sequence[str], indent: int, changes: Sequence[YamlChange]) -> list[str]:
    """Return a block with changes; without lines when nothing is left of it."""
    text = "\n".join(line.lstrip() if line[:indent].strip() else line[indent:] for line in lines)
    try:
        data = _yaml().load(text)
    except YAMLError as error:
        raise CannotSaveError from error
    for change in changes:
        set_value(data, change.path, _styled(change.value, change.is_number, indent))
    return _lines(data, indent) if data else []


def set_value(
    here: Any, path: Sequence[str], value: Any, parent: str = "", in_braces: bool = False
) -> None:
    """Set the value at ``path`` below a mapping, or delete it and what it leaves empty.

    A bare realisasi becomes a mapping when it gets a grade. Works on plain data as well.
    """
    key, *rest = path
    key = _own_key(here, key, parent)
    in_braces = in_braces or _is_in_braces(here)
    if not rest:
        if value is None:
            here.pop(key, None)
        else:
            _put(here, key, value, parent, in_braces)
        return
    child = here.get(key)
    is_value = key == "realisasi" and rest[0] in _VALUE_KEYS  # no indicator that is called so
    if not isinstance(child, MutableMapping):
        if is_value and rest == ["nilai"]:
            set_value(here, [key], value, parent, in_braces)
            return
        if value is None:
            return
        bare, child = child, type(here)()
        if parent in _PARTS and bare is not None:
            child["realisasi"] = bare
        if is_value:
            if bare is not None:
                child["nilai"] = bare
            if isinstance(child, CommentedMap):
                child.fa.set_flow_style()
        _put(here, key, child, parent, in_braces)
    set_value(child, rest, value, key, in_braces)
    if not child or (is_value and child.keys() <= {"tercetak", "catatan"}):
        here.pop(key)


def _own_key(here: Any, key: Any, parent: str) -> Any:
    """Return the number of a part of a year as ruamel.yaml has it: a whole number, no text."""
    return int(key) if parent in _PARTS and isinstance(here, CommentedMap) else key


def _put(here: Any, key: Any, value: Any, parent: str, in_braces: bool) -> None:
    """Put a value where the model has its key, or in the place of the old one."""
    if in_braces:
        value = _unstyled(value)
    old = here.get(key)
    if isinstance(old, MutableSequence) and isinstance(value, MutableSequence):
        for i, item in enumerate(value):
            if i >= len(old):
                old.append(item)
            elif clean_text(" ".join(str(old[i]).split())) != str(item):
                old[i] = item
        del old[len(value) :]
    elif key in here or not isinstance(here, CommentedMap):
        here[key] = value
    else:
        order = _KEY_ORDER.get(parent, list(Hasil.model_fields))
        before: list[Any] = order[: order.index(key)] if key in order else list(here)
        if parent in _PARTS:
            before = [other for other in here if other < key]
        place = max((i + 1 for i, other in enumerate(here) if other in before), default=0)
        here.insert(place, key, value)


def _is_in_braces(here: Any) -> bool:
    return isinstance(here, CommentedMap) and bool(here.fa.flow_style())


def _unstyled(value: Any) -> Any:
    """Return text without a style that braces cannot hold."""
    if isinstance(value, MutableSequence):
        return [_unstyled(item) for item in value]
    return value if isinstance(value, _Digits | MutableMapping) else str(value)


def _styled(value: str | Sequence[str] | None, is_number: bool, indent: int) -> Any:
    """Return a value in the style that our files have: long texts folded, numbers bare."""
    if value is None:
        return None
    if not isinstance(value, str):
        items = CommentedSeq([_styled(item, is_number, indent + 4) for item in value])
        if is_number:
            items.fa.set_flow_style()
        return items
    if is_number:
        return _Digits(value)
    if "\n" in value:
        return LiteralScalarString(value)
    lines = wrap(value, _WIDTH - indent - 4, break_long_words=False, break_on_hyphens=False)
    if len(lines) < 2:
        return value
    folded = FoldedScalarString(value)
    ends: list[int] = []
    for line in lines[:-1]:
        ends.append(len(line) + (ends[-1] + 1 if ends else 0))
    folded.fold_pos = ends
    return folded


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # never a line break of its own
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _lines(data: Any, indent: int) -> list[str]:
    out = StringIO()
    _yaml().dump(data, out)
    lines = out.getvalue().rstrip("\n").split("\n")
    return [" " * indent + line if line else "" for line in lines]
