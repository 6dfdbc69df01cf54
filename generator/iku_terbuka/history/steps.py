"""The steps of the published branch, from one ``git log``.

What readers saw is the first-parent chain of HEAD: commits of a merged branch were never
published one by one. The log is read without a path, because Git leaves merges out where it looks
for a path; ``--relative`` keeps to the folder instead.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from iku_terbuka.history.commit import (
    Commit,
    day_of,
    mentions_ralat,
    own_message,
    public_subject,
)
from iku_terbuka.history.git import EPOCH, NONSENSE, GitError, git

# Nothing of this depends on what a user has configured. A moved file is known as such when most
# of it stays; small files of different instansi are alike, so Git's own 50% would be too low.
_LOG = (
    *("-c", "log.showRoot=true", "log", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev"),
    *("--find-renames=70%", "-l1000", "--relative", "--no-ext-diff", "--no-notes", "--no-color"),
    *("--encoding=UTF-8", "--format=%H%x00%P%x00%ct%x00%B"),
)
_FILE_LINE = re.compile(r"\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*")
_EPOCH = re.compile(EPOCH)


@dataclass(frozen=True)
class FileVersion:
    """A file in one version: its path below the folder, with ``/``, and the id of its blob."""

    path: str
    blob: str


@dataclass(frozen=True)
class FileChange:
    """What a step did to a file: ``old`` became ``new``; ``None``: it was not there."""

    old: FileVersion | None
    new: FileVersion | None

    @property
    def versions(self) -> tuple[FileVersion, ...]:
        return tuple(version for version in (self.old, self.new) if version)


@dataclass(frozen=True)
class Step:
    """A step of the public history; ``ralat`` are the paths that it corrects by its own words."""

    commit: Commit
    files: tuple[FileChange, ...]
    ralat: frozenset[str] = frozenset()

    def commit_for(self, files: Iterable[FileChange]) -> Commit:
        """Return the commit as it is told of at some of its files: it may correct only others."""
        paths = {version.path for change in files for version in change.versions}
        return replace(self.commit, ralat=not self.ralat.isdisjoint(paths))


@dataclass(frozen=True)
class _Record:
    """A record of the log; ``epoch`` is the committer's time in seconds since 1970."""

    hash: str
    parents: tuple[str, ...]
    epoch: int
    message: str
    files: tuple[FileChange, ...]

    @property
    def is_merge(self) -> bool:
        return len(self.parents) > 1


def read_steps(folder: Path, head: str) -> list[Step]:
    """Return the steps to commit ``head`` that changed something in ``folder``, oldest first.

    Raises :class:`iku_terbuka.history.git.GitError`.
    """
    log = {record.hash: record for record in _parse_log(git(folder, *_LOG, head))}
    chain: list[_Record] = []
    at = next(iter(log), None)
    while at in log:
        chain.append(log[at])
        at = next(iter(log[at].parents), None)
    published: set[str] = set()
    steps = []
    for record in reversed(chain):
        published.add(record.hash)
        merged = _merged(log, record, published)
        if record.files:
            steps.append(Step(_commit(record, merged), record.files, _ralat(record, merged)))
    return steps


def last_changes(steps: Sequence[Step]) -> dict[str, Commit]:
    """Return the newest commit that changed each file, by path, the newest of all last.

    What is gone has none.
    """
    found: dict[str, Commit] = {}
    for step in steps:
        for change in step.files:
            for version in change.versions:
                found.pop(version.path, None)
        for change in step.files:
            if change.new:
                found[change.new.path] = step.commit
    return found


def _merged(log: Mapping[str, _Record], step: _Record, published: set[str]) -> list[_Record]:
    """Return the commits that a step brought besides itself, and add them to ``published``.

    Merges among them are left out: what they brought is here itself.
    """
    found, waiting = [], list(step.parents[1:])
    while waiting:
        at = waiting.pop()
        if at in log and at not in published:
            published.add(at)
            found.append(log[at])
            waiting += log[at].parents
    return [record for record in found if not record.is_merge]


def _commit(record: _Record, merged: Sequence[_Record]) -> Commit:
    subject = public_subject(record.message, [other.message for other in merged])
    return Commit(record.hash, day_of(record.epoch), subject)


def _ralat(record: _Record, merged: Sequence[_Record]) -> frozenset[str]:
    """Return the paths that a step calls a correction, itself or in a commit that it merged."""
    corrections = [other for other in merged if mentions_ralat(other.message)]
    if mentions_ralat(own_message(record.message)):
        corrections.append(record)
    return frozenset(
        version.path
        for correction in corrections
        for change in correction.files
        for version in change.versions
    )


def _parse_log(log: bytes) -> Iterator[_Record]:
    """Yield the records: four fields, then the files, each a line that begins with a colon.

    Raises :class:`iku_terbuka.history.git.GitError` where the log is none.
    """
    tokens = log.split(b"\0")
    at = 0
    while at + 4 <= len(tokens):
        name, parents, epoch, message = (
            token.decode(errors="replace") for token in tokens[at : at + 4]
        )
        at += 4
        changes = []
        while at < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            line = _FILE_LINE.fullmatch(tokens[at].decode(errors="replace"))
            paths = [path.decode(errors="replace") for path in islice(tokens, at + 1, at + 3)]
            if line is None or len(paths) < 2:
                raise GitError(NONSENSE)
            old_mode, new_mode, old_blob, new_blob, status = line.groups()
            moved = status == "R"
            changes.append(
                FileChange(
                    _version(old_mode, old_blob, paths[0]),
                    _version(new_mode, new_blob, paths[moved]),
                )
            )
            at += 3 if moved else 2
        if not _EPOCH.fullmatch(epoch):
            raise GitError(NONSENSE)
        yield _Record(name, tuple(parents.split()), int(epoch or 0), message, tuple(changes))


def _version(mode: str, blob: str, path: str) -> FileVersion | None:
    """Return a regular file; links and nothing at all are no data."""
    return FileVersion(path, blob) if mode.startswith("100") else None
