"""A frozen model as flat keys, and the keys in which two of them differ.

Two numbers differ when their digits do: 84 and 84.0 read differently on a page.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from iku_terbuka.diff.values import KeyChange, Value
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.evaluasi import Rekomendasi
from iku_terbuka.model.hasil import Pembanding, Rincian
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.skala import Kelas

_VALUE_KEYS = ("nilai", "bawah", "atas", "predikat", "tanggal")


def json_value(value: Value) -> Any:
    """Return a value as JSON holds it: numbers as text with the digits as typed."""
    match value:
        case None:
            return None
        case IsiNilai():
            parts = {key: getattr(value, key) for key in _VALUE_KEYS}
            return {key: str(part) for key, part in parts.items() if part is not None}
        case tuple():
            return [str(number) for number in value]
        case _:
            return str(value)


def reads_same(old: Value, new: Value) -> bool:
    return bool(json_value(old) == json_value(new))


def diff_models(
    old: BaseModel | None, new: BaseModel | None, leave_out: frozenset[str] = frozenset()
) -> tuple[KeyChange, ...]:
    """Return every key that differs, in the order of the model; ``leave_out`` are top keys."""
    before = dict(_flat_model(old)) if old else {}
    after = dict(_flat_model(new)) if new else {}
    changes = (
        KeyChange(key, before.get(key), after.get(key)) for key in dict.fromkeys([*after, *before])
    )
    return tuple(
        change
        for change in changes
        if change.kunci.split(".", 1)[0] not in leave_out
        and not reads_same(change.lama, change.baru)
    )


def diff_notes(key: str, old: IsiNilai | None, new: IsiNilai | None) -> tuple[KeyChange, ...]:
    """Return what differs between two values besides the value: the printed form, the notes."""
    if old is None or new is None:
        return ()
    return tuple(
        KeyChange(f"{key}.{change.kunci}", change.lama, change.baru)
        for change in diff_models(old, new, frozenset(_VALUE_KEYS))
    )


def _flat_model(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, Value]]:
    for name in type(model).model_fields:
        yield from _flat(getattr(model, name), f"{prefix}.{name}" if prefix else name)


def _flat(value: object, key: str) -> Iterator[tuple[str, Value]]:
    match value:
        case None:
            return
        case IsiNilai():
            yield key, value
            for name in type(value).model_fields:
                if name not in _VALUE_KEYS:
                    yield from _flat(getattr(value, name), f"{key}.{name}")
        case BaseModel():
            yield from _flat_model(value, key)
        case Mapping():
            for name in sorted(value):
                yield from _flat(value[name], f"{key}.{name}")
        case tuple():
            yield from _flat_list(value, key)
        case bool():
            yield key, "ya" if value else "tidak"
        case Decimal():
            yield key, value
        case _:
            yield key, str(value)


def _name(item: object) -> str:
    """Return by what an item of a list is known; empty where only by its place."""
    match item:
        case Kelas():
            return item.predikat
        case Pembanding():
            return item.wilayah
        case Rincian():
            return item.menurut
        case Rekomendasi():
            return item.isi
        case _:
            return ""


def _flat_list(items: tuple[object, ...], key: str) -> Iterator[tuple[str, Value]]:
    """Flatten a list: numbers and texts stay together, models are named or counted from 1."""
    if not items:
        return
    numbers = tuple(item for item in items if isinstance(item, Decimal))
    if len(numbers) == len(items):
        yield key, numbers
    elif any(isinstance(item, DefinisiIndikator) for item in items):
        # Whole rows of a tujuan are compared as indicators; here they are names, as bare ones are.
        names = (item.nama if isinstance(item, DefinisiIndikator) else str(item) for item in items)
        yield key, "; ".join(names)
    elif any(isinstance(item, BaseModel) for item in items):
        for number, item in enumerate(items, 1):
            name = _name(item) or str(number)
            yield from _flat(item, f"{key}.{name}")
    else:
        yield key, "; ".join(str(item) for item in items)
