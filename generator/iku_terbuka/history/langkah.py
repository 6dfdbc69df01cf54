"""The steps of the published branch, from one ``git log``.

What readers saw is the first-parent chain of HEAD: commits of a merged branch were never
published one by one. The log is read without a path, because Git leaves merges out where it looks
for a path; ``--relative`` keeps to the folder instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from iku_terbuka.history.git import git
from iku_terbuka.history.komit import Komit, menyebut_ralat, pesan_sendiri, subjek_terbuka
from iku_terbuka.history.reference import hari

# Nothing of this depends on what a user has configured. A moved file is known as such when most
# of it stays; small files of different instansi are alike, so Git's own 50% would be too low.
_LOG = (
    *("-c", "log.showRoot=true", "log", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev"),
    *(
        "--find-renames=70%",
        "-l1000",
        "--relative",
        "--no-ext-diff",
    ),
    *("--no-notes", "--no-color", "--encoding=UTF-8", "--format=%H%x00%P%x00%ct%x00%B"),
)


@dataclass(frozen=True)
class Versi:
    """A file in one version: its path below the folder, with ``/``, and the id of its blob."""

    path: str
    blob: str


@dataclass(frozen=True)
class Beda:
    """What a step did to a file: ``lama`` became ``baru``; ``None``: it was not there."""

    lama: Versi | None
    baru: Versi | None


@dataclass(frozen=True)
class Langkah:
    """A step of the public history; ``ralat`` are the files that it corrects by its own words."""

    komit: Komit
    beda: tuple[Beda, ...]
    ralat: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Catatan:
    """A record of the log."""

    hash: str
    induk: tuple[str, ...]
    epoch: int
    pesan: str
    beda: tuple[Beda, ...]


def baca_langkah(folder: Path, head: str) -> list[Langkah]:
    """Return the steps to commit ``head`` that changed something in ``folder``, oldest first.

    Raises :class:`iku_terbuka.history.git.GitError`.
    """
    log = {satu.hash: satu for satu in _urai(git(folder, *_LOG, head))}
    chain: list[_Catatan] = []
    at = next(iter(log), None)
    while at in log:
        chain.append(log[at])
        at = next(iter(log[at].induk), None)
    published: set[str] = set()
    steps = []
    for satu in reversed(chain):
        published.add(satu.hash)
        merged = _gabungan(log, satu, published)
        if satu.beda:
            steps.append(Langkah(_komit(satu, merged), satu.beda, _ralat(satu, merged)))
    return steps


def _gabungan(
    log: Mapping[str, _Catatan], langkah: _Catatan, published: set[str]
) -> list[_Catatan]:
    """Return the commits that a step brought besides itself, and add them to ``published``."""
    found, waiting = [], list(langkah.induk[1:])
    while waiting:
        at = waiting.pop()
        if at in log and at not in published:
            published.add(at)
            found.append(log[at])
            waiting += log[at].induk
    return found


def _komit(langkah: _Catatan, merged: list[_Catatan]) -> Komit:
    told = [satu.pesan for satu in merged if len(satu.induk) < 2]
    return Komit(
        langkah.hash,
        hari(langkah.epoch),
        subjek_terbuka(langkah.pesan, told),
    )


def _ralat(langkah: _Catatan, merged: list[_Catatan]) -> frozenset[str]:
    """Return the paths that a step calls a correction, itself or in a commit that it merged."""
    said = [satu for satu in merged if len(satu.induk) < 2 and menyebut_ralat(satu.pesan)]
    if menyebut_ralat(pesan_sendiri(langkah.pesan)):
        said.append(langkah)
    return frozenset(
        versi.path
        for satu in said
        for beda in satu.beda
        for versi in (beda.lama, beda.baru)
        if versi
    )


def _urai(log: bytes) -> Iterator[_Catatan]:
    """Yield the records: four fields, then the files, each a line that begins with a colon."""
    tokens = log.split(b"\0")
    at = 0
    while at + 4 <= len(tokens):
        name, parents, epoch, message = (
            token.decode(errors="replace") for token in tokens[at : at + 4]
        )
        at += 4
        changed = []
        while at < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            words = tokens[at].decode().split()
            paths = [path.decode(errors="replace") for path in islice(tokens, at + 1, at + 3)]
            moved = words[4].startswith("R")
            changed.append(
                Beda(_versi(words[0], words[2], paths[0]), _versi(words[1], words[3], paths[moved]))
            )
            at += 3 if moved else 2
        yield _Catatan(name, tuple(parents.split()), int(epoch or 0), message, tuple(changed))


def _versi(mode: str, blob: str, path: str) -> Versi | None:
    """Return a regular file; links and nothing at all are no data."""
    return Versi(path, blob) if mode.lstrip(":").startswith("100") else None
