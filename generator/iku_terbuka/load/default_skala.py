"""The scales that come with the program, for data that name one and do not have it themselves.

Only those that are named are read: a site shows no scale that nothing on it uses.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from iku_terbuka import defaults
from iku_terbuka.load.files import DataFiles, ValidFile, parse_file
from iku_terbuka.model.skala import Skala
from iku_terbuka.source import Document, at

# How messages name the folder of these scales; the project has no such folder.
SHOWN = "skala bawaan"
_KEYS = frozenset({"skala", "skala_capaian"})


@cache
def default_skala_ids() -> tuple[str, ...]:
    """Return the ids of all default scales, sorted."""
    return tuple(sorted(path.stem for path in defaults.SKALA.glob("*.yaml")))


def with_default_skala(data: DataFiles) -> DataFiles:
    """Return ``data`` with the default scales that it names; a scale of its own wins."""
    named = {name for name in _named(data.documents, data.texts) if name not in data.skala}
    found = {name: _read(name) for name in sorted(named.intersection(default_skala_ids()))}
    return replace(
        data,
        skala={**data.skala, **found},
        documents={
            **data.documents,
            **{file.document.file: file.document for file in found.values()},
        },
    )


def _named(documents: Mapping[str, Document], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the scales that a file names, valid or not."""
    for name, document in documents.items():
        if "skala" in texts[name]:
            for path in document.value_marks:
                if path and path[-1] in _KEYS and isinstance(at(document.data, path), str):
                    yield str(at(document.data, path)).strip()


@cache
def _read(name: str) -> ValidFile[Skala]:
    text = (defaults.SKALA / f"{name}.yaml").read_text(encoding="utf-8")
    parsed = parse_file(text, f"{SHOWN}/{name}.yaml", Skala)
    assert parsed.document is not None
    assert isinstance(parsed.content, Skala), parsed.problems
    return ValidFile(parsed.content, parsed.document, name)
