"""Copies of default files that a project keeps although the program brings newer ones.

``earlier_defaults.txt`` names the contents that default files had in earlier versions. A file of
the project with such a content is a copy that nobody changed, of a version that is over: that is
certain, needs no clock and no record in the project. Whether a file that somebody changed began as
an older default cannot be known, so nothing is said of it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from iku_terbuka import defaults
from iku_terbuka.source.problems import Problem, Severity

FILE = "earlier_defaults.txt"
FOLDERS = ("content", "theme", "indicators/skala")


def blob(content: bytes) -> str:
    """Return the name that Git gives to a text, whatever ends its lines."""
    content = content.replace(b"\r\n", b"\n")
    head = f"blob {len(content)}\0".encode()
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class OldCopy:
    """A copy of the default file of ``version``; ``is_replaced`` by a newer one, or gone."""

    path: str
    version: str
    is_replaced: bool


def outdated(project: Path, indicators: Path, shown: str) -> Iterator[Problem]:
    """Yield a warning for each copy of an old default; ``shown`` names ``indicators``."""
    for copy in old_copies(project, indicators, shown):
        fate, hint = (
            ("diganti", "Hapus, supaya bawaan yang baru dipakai.")
            if copy.is_replaced
            else ("tidak ada lagi", "Hapus, kecuali data Anda memakainya.")
        )
        yield Problem(
            copy.path,
            1,
            1,
            "bawaan-lama",
            f"Berkas ini sama persis dengan bawaan versi {copy.version}, yang sudah {fate}.",
            hint,
            Severity.WARNING,
        )


def old_copies(project: Path, indicators: Path, shown: str) -> Iterator[OldCopy]:
    """Yield each copy of an old default that nobody changed."""
    own = {
        "content": (project / "content", "content"),
        "theme": (project / "theme", "theme"),
        "indicators/skala": (indicators / "skala", f"{shown}/skala"),
    }
    for default, versions in earlier().items():
        folder = next((name for name in FOLDERS if default.startswith(f"{name}/")), "")
        if not folder:
            continue  # what a project keeps: ``iku upgrade`` compares it
        below = default.removeprefix(f"{folder}/")
        path, name = own[folder][0] / below, f"{own[folder][1]}/{below}"
        if not path.is_file():
            continue
        content, now = blob(path.read_bytes()), _now(default)
        if content in versions and content != now:
            yield OldCopy(name, versions[content], is_replaced=bool(now))


def _now(default: str) -> str:
    path = defaults.ROOT / default
    return blob(path.read_bytes()) if path.is_file() else ""


@cache
def earlier() -> Mapping[str, Mapping[str, str]]:
    """Return the version of each earlier content, by its name in Git, by the path of the file."""
    found: dict[str, dict[str, str]] = {}
    lines = files(__package__).joinpath(FILE).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            version, name, path = line.split(" ", 2)
            found.setdefault(path, {})[name] = version
    return found
