"""The catalogue of messages: what each code of ``iku check`` means, shown wrong and right.

``kode/<area>.yaml`` explains the codes. ``pesan.yaml`` holds what the check says of each wrong
example; ``python -m tests.check.examples`` writes it, so that the words of a message are written
once, in the code that finds the problem. A test runs the check on every example.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# In the order of the page.
_AREAS = (
    *("angka", "tulisan", "kunci", "isian", "dokumen", "rumus", "hasil", "bagian-tahun"),
    *("perjanjian", "skala"),
    *("susunan", "pohon", "pindah", "berkas", "peringatan-dokumen", "peringatan-hasil"),
)


class ExampleScope(Enum):
    """What an example is a piece of; the value says so to readers."""

    IKU = "di iku.yaml"
    INDIKATOR = "di iku.yaml, pada satu indikator"
    CAPAIAN = "di capaian/2025.yaml"
    HASIL = "di capaian/2025.yaml, pada satu indikator"
    PEMDA = "di pemda.yaml"
    SKALA = "di skala/contoh.yaml"
    PERJANJIAN = "di perjanjian-kinerja/2025.yaml"
    EVALUASI = "di evaluasi/2025.yaml"
    DAFTAR = "di daftar-dokumen.yaml"
    FOLDER = "berkas di indicators/"
    BERKAS = "lebih dari satu berkas"
    KEJADIAN = ""

    @property
    def is_text(self) -> bool:
        """Whether the examples are texts to type; otherwise they are sentences."""
        return self is not ExampleScope.KEJADIAN


@dataclass(frozen=True)
class CodeEntry:
    """One code: what it means, and the same thing written wrong and right.

    ``pesan`` is message and hint as said of ``salah``, and ``peringatan`` tells a warning from an
    error; nothing is said of ``benar``. In examples of several files each begins with the line
    ``# indicators/…``.
    """

    kode: str
    judul: str
    arti: str
    tempat: ExampleScope
    salah: str
    benar: str
    pesan: str = ""
    peringatan: bool = False


@dataclass(frozen=True)
class CodeArea:
    """Codes that belong together on the page; ``id`` is its anchor there."""

    id: str
    judul: str
    kode: tuple[CodeEntry, ...]


@cache
def catalogue() -> tuple[CodeArea, ...]:
    """Return all areas with their codes. A code that ``pesan.yaml`` lacks has no message."""
    said = _read("pesan.yaml")
    return tuple(_area(name, _read(f"kode/{name}.yaml"), said) for name in _AREAS)


def entries() -> Mapping[str, CodeEntry]:
    """Return every entry by its code, in the order of the page."""
    return {entry.kode: entry for area in catalogue() for entry in area.kode}


def _area(name: str, raw: Mapping[str, Any], said: Mapping[str, Any]) -> CodeArea:
    return CodeArea(
        name,
        raw["judul"],
        tuple(
            CodeEntry(
                kode=code,
                **{**fields, "tempat": ExampleScope[fields["tempat"].upper()]},
                **said.get(code, {}),
            )
            for code, fields in raw["kode"].items()
        ),
    )


def _read(path: str) -> Any:
    text = files(__package__).joinpath(path).read_text(encoding="utf-8")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
