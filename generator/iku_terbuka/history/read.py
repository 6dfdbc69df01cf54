"""Git → History: one log, one batch of blobs, one walk; and the reference date of a build."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from iku_terbuka.history.commit import day_of
from iku_terbuka.history.git import GitError, git, read_blobs
from iku_terbuka.history.numbers import NumberPlace, Numbers, parse_numbers, place_of
from iku_terbuka.history.steps import FileVersion, Step, last_changes, read_steps
from iku_terbuka.history.values import PARTIAL, UNAVAILABLE, History
from iku_terbuka.history.walk import HistoryWalk, ReadNumbers

# What differs on disk; paths are told from the top of the repository.
_STATUS = ("status", "--porcelain", "--untracked-files=normal", "--no-renames", "-z")


def read_history(folder: Path) -> History:
    """Return the past of every number in ``folder``, as the branch of HEAD published it.

    Uncommitted changes are no part of it. Never fails: what cannot be known is said in ``note``.
    """
    try:
        answer = git(folder, "rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix")
        head, shallow, prefix = answer.decode(errors="replace").split("\n")[:3]
        history = _history(folder.absolute(), head, shallow == "true")
        status = git(folder, *_STATUS, "--", ".").decode(errors="replace")
    except GitError:
        return History()
    if history.note == UNAVAILABLE:
        return history
    # Two letters and a space tell what happened to each.
    changed = {entry[3:].removeprefix(prefix) for entry in status.split("\0") if entry}
    files = {path: commit for path, commit in history.files.items() if path not in changed}
    return replace(history, files=MappingProxyType(files), commit="" if changed else head)


def reference_date(
    folder: Path, environ: Mapping[str, str] = os.environ, commit: str = "HEAD"
) -> date | None:
    """Return ``SOURCE_DATE_EPOCH``, else the date of ``commit`` in ``folder``, else nothing.

    What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the
    same data is built, so it comes from the data's own history, never from the clock.
    """
    epoch = (environ.get("SOURCE_DATE_EPOCH") or _commit_epoch(folder, commit)).strip()
    return day_of(int(epoch)) if epoch.isascii() and epoch.isdigit() else None


def _commit_epoch(folder: Path, commit: str) -> str:
    try:
        return git(folder, "log", "-1", "--format=%ct", commit).decode()
    except GitError:
        return ""


# The preview asks again after every change of a file, while HEAD stays where it is.
@lru_cache(maxsize=2)
def _history(folder: Path, head: str, shallow: bool) -> History:
    steps = read_steps(folder, head)
    walk = HistoryWalk(_reader(folder, steps))
    for step in steps:
        walk.follow(step)
    since = walk.since()
    if not since:
        return History()  # Git knows no indicator of this folder
    first = walk.first_results()
    if shallow:
        # Where the past is cut off, everything seems to come at once.
        later = tuple(results for results in first if results.commit != steps[0].commit)
        return History(walk.changes(), note=PARTIAL, first_results=later)
    return History(
        walk.changes(), since=since, note="", first_results=first, files=last_changes(steps)
    )


def _reader(folder: Path, steps: Sequence[Step]) -> ReadNumbers:
    """Return what reads a version of a file; each blob is parsed once, and only when asked for."""
    blobs = read_blobs(folder, sorted(set(_needed(steps))))
    known: dict[tuple[str, int], Numbers | None] = {}

    def read(version: FileVersion, place: NumberPlace) -> Numbers | None:
        key = (version.blob, place.tahun)
        if key not in known:
            known[key] = parse_numbers(blobs.get(version.blob, b""), place.tahun)
        return known[key]

    return read


def _needed(steps: Iterable[Step]) -> Iterator[str]:
    """Yield the blobs that may be asked for: not those of files new to an untouched instansi."""
    touched: set[str] = set()
    for step in steps:
        for change in step.files:
            if change.old:
                places = map(place_of, (version.path for version in change.versions))
                touched.update(place.instansi for place in places if place)
        for change in step.files:
            for version in change.versions:
                place = place_of(version.path)
                if place and place.instansi in touched:
                    yield version.blob
