"""Since when a document stands in a register: the first version that names its address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from iku_terbuka.history.steps import Step
from iku_terbuka.source import decode, parse

_FILE = re.compile(r"[^.](?:.*/)?daftar-dokumen\.yaml")
_LIST = "dokumen"


def register_blobs(steps: Iterable[Step]) -> Iterator[str]:
    """Yield the blobs of all versions of all registers."""
    for _, blob in _versions(steps):
        yield blob


def first_listed(steps: Iterable[Step], blobs: Mapping[str, bytes]) -> dict[str, date]:
    """Return the day on which each address came into a register, where that day is known.

    The steps are those of :func:`iku_terbuka.history.steps.read_steps`, oldest first.
    """
    found: dict[str, date] = {}
    read: set[str] = set()
    undated: set[str] = set()
    for day, blob in _versions(steps):
        if blob in read:
            continue
        read.add(blob)
        for address in _addresses(blobs.get(blob, b"")):
            if day is None:
                undated.add(address)
            elif address not in undated:
                found.setdefault(address, day)
    return found


def _versions(steps: Iterable[Step]) -> Iterator[tuple[date | None, str]]:
    for step in steps:
        for change in step.files:
            if change.new and _FILE.fullmatch(change.new.path):
                yield step.commit.day, change.new.blob


def _addresses(raw: bytes) -> Iterator[str]:
    """Yield the addresses that a version names; none where it cannot be read."""
    text = decode(raw, "")
    document = parse(text, "", list_key=_LIST)[0] if isinstance(text, str) else None
    entries = document.data.get(_LIST) if document else None
    for entry in entries if isinstance(entries, list) else ():
        tautan = entry.get("tautan") if isinstance(entry, dict) else None
        if isinstance(tautan, str):
            yield tautan.strip()
