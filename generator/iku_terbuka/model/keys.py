"""Every key that a data file may have, read off the models: what the guide lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from iku_terbuka.model.fields import FileModel
from iku_terbuka.model.schema import ABOUT, FILE_MODELS

_Class = TypeVar("_Class")


@dataclass(frozen=True)
class Key:
    """A key; ``parts`` is the anchor of the table of what may stand under it, or empty.

    ``choices`` are the words that it takes, where its description does not name them.
    """

    name: str
    required: bool
    description: str
    choices: tuple[str, ...]
    example: Any
    parts: str


@dataclass(frozen=True)
class KeyTable:
    """The keys of one place; ``under`` names the key above them, empty at the top of a file.

    The keys of the table ``also`` may stand here too.
    """

    anchor: str
    under: str
    keys: tuple[Key, ...]
    also: str


@dataclass(frozen=True)
class FileKeys:
    """A kind of file with its tables, the one of its top first; ``about`` begins with its path."""

    jenis: str
    title: str
    about: str
    tables: tuple[KeyTable, ...]


@cache
def file_keys() -> tuple[FileKeys, ...]:
    """Return every kind of file; what several have in common is listed at the first alone."""
    anchors: dict[type[FileModel], str] = {}
    return tuple(
        FileKeys(jenis, *ABOUT[jenis], tuple(_tables(jenis, model, anchors)))
        for jenis, model in FILE_MODELS.items()
    )


def _tables(
    jenis: str, model: type[FileModel], anchors: dict[type[FileModel], str]
) -> Iterator[KeyTable]:
    """Yield the tables of a kind of file, level by level; adds their anchors to ``anchors``."""
    if model.list_key:
        model = next(_models(model.model_fields[model.list_key].annotation))
    anchors[model] = jenis
    waiting = [("", model)]
    while waiting:
        under, model = waiting.pop(0)
        base = model.__mro__[1]
        also = anchors.get(base, "") if issubclass(base, FileModel) else ""
        fields = {
            name: field
            for name, field in model.model_fields.items()
            if not also or name in model.__annotations__
        }
        for name, field in fields.items():
            for part in _models(field.annotation):
                if part not in anchors:
                    anchors[part] = f"{jenis}-{name}"
                    waiting.append((name, part))
        keys = tuple(_key(name, field, anchors) for name, field in fields.items())
        yield KeyTable(anchors[model], under, keys, also)


def _key(name: str, field: FieldInfo, anchors: Mapping[type[FileModel], str]) -> Key:
    description = field.description or ""
    choices = tuple(str(one) for kind in _classes(field.annotation, StrEnum) for one in kind)
    return Key(
        name,
        field.is_required(),
        description,
        () if all(choice in description for choice in choices) else choices,
        field.examples[0] if field.examples else None,
        next((anchors[part] for part in _models(field.annotation)), ""),
    )


def _models(annotation: Any) -> Iterator[type[FileModel]]:
    return _classes(annotation, FileModel)


def _classes(annotation: Any, base: type[_Class]) -> Iterator[type[_Class]]:
    """Yield the classes of a kind that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part, base)
