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

from iku_terbuka.formulir.rapi import rapikan
from iku_terbuka.formulir.ubahan import TidakTersimpanError
from iku_terbuka.model.hasil import Anggaran, Hasil
from iku_terbuka.model.isian import Sumber
from iku_terbuka.model.nilai import IsiNilai

Isi = str | Sequence[str] | None
# Where, what, and whether it is digits that stand without quotes.
Tulisan = tuple[Sequence[str], Isi, bool]
_LEBAR = 96
_NILAI = frozenset({"nilai", "predikat", "tercetak"})
# The order of the keys below a key; below an id it is that of a result.
_URUTAN: Mapping[str, list[str]] = {
    "": [],
    "capaian": [],
    "variabel": [],
    "realisasi": list(IsiNilai.model_fields),
    "sumber": list(Sumber.model_fields),
    "anggaran": list(Anggaran.model_fields),
}


class _Angka(str):
    """Digits that stand in the file as they are, without quotes."""

    __slots__ = ()


class _Penulis(RoundTripRepresenter):
    pass


def _angka(writer: Any, digits: _Angka) -> ScalarNode:
    kind = "float" if "." in digits else "int"
    return writer.represent_scalar(f"tag:yaml.org,2002:{kind}", str(digits))  # type: ignore[no-any-return]


_Penulis.add_representer(_Angka, _angka)


def blok_baru(isi: Sequence[Tulisan], indent: int) -> list[str]:
    """Return the lines of a new block."""
    data: Any = CommentedMap()
    for below, value, is_number in isi:
        pasang(data, below, _gaya(value, is_number, indent))
    return _lines(data, indent)


def sunting(lines: Sequence[str], indent: int, isi: Sequence[Tulisan]) -> list[str]:
    """Return a block with changes; without lines when nothing is left of it."""
    text = "\n".join(line.lstrip() if line[:indent].strip() else line[indent:] for line in lines)
    try:
        data = _yaml().load(text)
    except YAMLError as error:
        raise TidakTersimpanError from error
    for below, value, is_number in isi:
        pasang(data, below, _gaya(value, is_number, indent))
    return _lines(data, indent) if data else []


def pasang(here: Any, letak: Sequence[str], isi: Isi, induk: str = "", alir: bool = False) -> None:
    """Set the value at ``letak`` below a mapping, or delete it and what it leaves empty.

    A bare realisasi becomes a mapping when it gets a grade. Works on plain data as well.
    """
    key, *rest = letak
    alir = alir or _dalam_kurung(here)
    if not rest:
        if isi is None:
            here.pop(key, None)
        else:
            _taruh(here, key, isi, induk, alir)
        return
    child = here.get(key)
    is_value = key == "realisasi" and rest[0] in _NILAI  # no indicator that is called so
    if not isinstance(child, MutableMapping):
        if is_value and rest == ["nilai"]:
            pasang(here, [key], isi, induk, alir)
            return
        if isi is None:
            return
        bare, child = child, type(here)()
        if is_value:
            if bare is not None:
                child["nilai"] = bare
            if isinstance(child, CommentedMap):
                child.fa.set_flow_style()
        _taruh(here, key, child, induk, alir)
    pasang(child, rest, isi, key, alir)
    if not child or (is_value and child.keys() <= {"tercetak", "catatan"}):
        here.pop(key)


def _taruh(here: Any, key: str, isi: Any, induk: str, alir: bool) -> None:
    """Put a value where the model has its key, or in the place of the old one."""
    if alir:
        isi = _polos(isi)
    old = here.get(key)
    if isinstance(old, MutableSequence) and isinstance(isi, MutableSequence):
        for i, item in enumerate(isi):
            if i >= len(old):
                old.append(item)
            elif rapikan(" ".join(str(old[i]).split())) != str(item):
                old[i] = item
        del old[len(isi) :]
    elif key in here or not isinstance(here, CommentedMap):
        here[key] = isi
    else:
        order = _URUTAN.get(induk, list(Hasil.model_fields))
        before = order[: order.index(key)] if key in order else list(here)
        place = max((i + 1 for i, other in enumerate(here) if other in before), default=0)
        here.insert(place, key, isi)


def _dalam_kurung(here: Any) -> bool:
    return isinstance(here, CommentedMap) and bool(here.fa.flow_style())


def _polos(isi: Any) -> Any:
    """Return text without a style that braces cannot hold."""
    if isinstance(isi, MutableSequence):
        return [_polos(item) for item in isi]
    return isi if isinstance(isi, _Angka | MutableMapping) else str(isi)


def _gaya(isi: Isi, is_number: bool, indent: int) -> Any:
    """Return a value in the style that our files have: long texts folded, numbers bare."""
    if isi is None:
        return None
    if not isinstance(isi, str):
        items = CommentedSeq([_gaya(item, is_number, indent + 4) for item in isi])
        if is_number:
            items.fa.set_flow_style()
        return items
    if is_number:
        return _Angka(isi)
    if "\n" in isi:
        return LiteralScalarString(isi)
    lines = wrap(isi, _LEBAR - indent - 4, break_long_words=False, break_on_hyphens=False)
    if len(lines) < 2:
        return isi
    folded = FoldedScalarString(isi)
    ends: list[int] = []
    for line in lines[:-1]:
        ends.append(len(line) + (ends[-1] + 1 if ends else 0))
    folded.fold_pos = ends
    return folded


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Penulis
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # never a line break of its own
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _lines(data: Any, indent: int) -> list[str]:
    out = StringIO()
    _yaml().dump(data, out)
    lines = out.getvalue().rstrip("\n").split("\n")
    return [" " * indent + line if line else "" for line in lines]
