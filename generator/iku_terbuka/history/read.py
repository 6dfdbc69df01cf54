"""Git → History: one log, one batch of blobs, one walk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from iku_terbuka.history.git import GitError, git, read_blobs
from iku_terbuka.history.numbers import NumberPlace, Numbers, parse_numbers, place_of
from iku_terbuka.history.steps import FileVersion, Step, last_changes, read_steps
from iku_terbuka.history.values import PARTIAL, History
from iku_terbuka.history.walk import HistoryWalk, ReadNumbers

_DIFF = (
    *("-c", "diff.autoRefreshIndex=true", "diff", "--name-only", "--no-renames"),
    *("--no-ext-diff", "--relative", "-z"),
)


def read_history(folder: Path) -> History:
    """Return the past of every number in ``folder``, as the branch of HEAD published it.

    Uncommitted changes are no part of it. Never fails: what cannot be known is said in ``note``.
    """
    try:
        answer = git(folder, "rev-parse", "HEAD", "--is-shallow-repository").decode()
        head, shallow = answer.split()
        history = _history(folder.absolute(), head, shallow == "true")
        return _without_uncommitted(history, folder) if history.files else history
    except GitError:
        return History()


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
        return History(walk.changes(), {}, PARTIAL, later)
    return History(walk.changes(), since, "", first, MappingProxyType(last_changes(steps)))


def _without_uncommitted(history: History, folder: Path) -> History:
    """Leave out the files that are not on disk as HEAD holds them."""
    listed = git(folder, *_DIFF, "HEAD", "--", ".").decode(errors="replace")
    changed = {name for name in listed.split("\0") if name in history.files}
    if not changed:
        return history
    kept = {path: commit for path, commit in history.files.items() if path not in changed}
    return replace(history, files=MappingProxyType(kept))


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
