"""The walk through the steps: which number became which, and under which name it lives today."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from iku_terbuka.history.commit import Commit
from iku_terbuka.history.numbers import NumberKey, NumberPlace, Numbers, place_of
from iku_terbuka.history.steps import FileChange, FileVersion, Step
from iku_terbuka.history.values import Entry, FirstResults, NumberChange, NumberKind, has_begun
from iku_terbuka.model.bagian_tahun import PembagianTahun

# Returns the numbers of a version of a file in a place, or nothing when it cannot be read.
ReadNumbers: TypeAlias = Callable[[FileVersion, NumberPlace], Numbers | None]


@dataclass(frozen=True)
class _PlacedChange:
    """A change in a place that may still move; ``step`` counts the steps."""

    step: int
    commit: Commit
    key: NumberKey
    old: Entry | None
    new: Entry | None


@dataclass
class _Trace:
    """What is known of one place so far.

    ``arrivals`` are the days on which it changed, as far as they are known; ``gone`` the numbers
    that were there once; ``first`` the steps that brought first entries, with their count.
    """

    arrivals: list[date] = field(default_factory=list)
    changes: list[_PlacedChange] = field(default_factory=list)
    gone: set[NumberKey] = field(default_factory=set)
    first: list[tuple[int, Commit]] = field(default_factory=list)

    def take_over(self, other: "_Trace") -> None:
        self.arrivals += other.arrivals
        self.changes += other.changes
        self.gone |= other.gone
        self.first += other.first


class HistoryWalk:
    """Follows the steps, oldest first.

    A number that appears for the first time is no change; what disappears is one, and so is its
    return. A version that cannot be read is passed over: the next is compared with the last that
    could. Only files in which a known number may have changed are read.
    """

    def __init__(self, read: ReadNumbers) -> None:
        self._read = read
        self._traces: defaultdict[NumberPlace, _Trace] = defaultdict(_Trace)
        self._readable: dict[str, FileVersion] = {}  # by path, while a file cannot be read
        self._step = 0

    def follow(self, step: Step) -> None:
        """Take the next step."""
        self._step += 1
        files: defaultdict[NumberPlace, list[FileChange]] = defaultdict(list)
        moved: dict[NumberPlace, NumberPlace] = {}
        for place, change in _by_place(step.files):
            files[place].append(change)
            before = place_of(change.old.path) if change.old else None
            if before and before != place:
                moved[before] = place
        for before, place in moved.items():
            trace = self._traces.pop(before, _Trace())
            if place in self._traces:
                trace.take_over(self._traces[place])
            self._traces[place] = trace
        for place, changed in files.items():
            if step.commit.day:
                self._traces[place].arrivals.append(step.commit.day)
            self._compare(step.commit_for(changed), place, changed)

    def _compare(self, commit: Commit, place: NumberPlace, files: Sequence[FileChange]) -> None:
        trace = self._traces[place]
        if not trace.gone and all(change.old is None for change in files):
            trace.first.append((self._step, commit))
            return  # every number here is a first entry
        before: dict[NumberKey, Entry] = {}
        after: dict[NumberKey, Entry] = {}
        for change in files:
            old_numbers, new_numbers = self._sides(place, change)
            before.update(old_numbers)
            after.update(new_numbers)
        fresh = False
        for key in before.keys() | after.keys():
            old, new = before.get(key), after.get(key)
            if old is None and key not in trace.gone:
                # A quarter is not yet the result of a year.
                fresh = fresh or not key.pembagian
                continue
            if old == new:
                continue
            trace.changes.append(_PlacedChange(self._step, commit, key, old, new))
            (trace.gone.add if new is None else trace.gone.discard)(key)
        if fresh:
            trace.first.append((self._step, commit))

    def _sides(self, place: NumberPlace, change: FileChange) -> tuple[Numbers, Numbers]:
        """Return what a file held before and after a step, twice nothing where it is the same."""
        old = self._readable.pop(change.old.path, change.old) if change.old else None
        if old and change.new and old.blob == change.new.blob:
            return {}, {}
        after = self._read(change.new, place) if change.new else {}
        if after is None:
            if old and change.new:
                self._readable[change.new.path] = old
            return {}, {}
        return (self._read(old, place) if old else None) or {}, after

    def changes(self) -> tuple[NumberChange, ...]:
        """Return every change so far, newest first."""
        found = [
            (-change.step, _number_change(place, change))
            for place, trace in self._traces.items()
            for change in trace.changes
        ]
        found.sort(
            key=lambda pair: (
                *(pair[0], pair[1].key, pair[1].kind, pair[1].tahun),
                pair[1].bagian or ("", 0),
            )
        )
        return tuple(change for _, change in found)

    def first_results(self) -> tuple[FirstResults, ...]:
        """Return every first entry of results so far, newest first."""
        found = [
            (-step, place.instansi, place.tahun, commit)
            for place, trace in self._traces.items()
            if place.kind is NumberKind.REALISASI
            for step, commit in trace.first
        ]
        found.sort(key=lambda row: row[:3])
        return tuple(FirstResults(commit, owner, tahun) for _, owner, tahun, commit in found)

    def has_targets(self) -> bool:
        """Tell whether any indicator came."""
        return any(place.is_decree for place in self._traces)

    def since(self) -> dict[str, date]:
        """Return the day on which each instansi's indicators came, by its id, if it is known."""
        return {
            place.instansi: min(trace.arrivals)
            for place, trace in self._traces.items()
            if place.is_decree and trace.arrivals
        }


def _by_place(changes: Iterable[FileChange]) -> Iterator[tuple[NumberPlace, FileChange]]:
    """Yield what happened to each data file, with the place where its numbers live afterwards.

    When a decree moved, its folder is taken to have moved: what else left it counts as having gone
    along, even if Git sees a file that went and another that came. A results file that moves alone
    does not: results of two instansi look alike.
    """
    known = [
        (change, change.old and place_of(change.old.path), change.new and place_of(change.new.path))
        for change in changes
    ]
    moved = {
        before.instansi: after.instansi
        for _, before, after in known
        if before and after and before != after and before.is_decree and after.is_decree
    }
    for change, before, after in known:
        if (
            before
            and after
            and (before.tahun, before.agreement) == (after.tahun, after.agreement)
            and moved.get(before.instansi, before.instansi) == after.instansi
        ):
            yield after, change
            continue
        if before:
            name = moved.get(before.instansi, before.instansi)
            yield replace(before, instansi=name), FileChange(change.old, None)
        if after:
            yield after, FileChange(None, change.new)


def _number_change(place: NumberPlace, change: _PlacedChange) -> NumberChange:
    name, tahun, pembagian, nomor = change.key
    return NumberChange(
        change.commit,
        f"{place.instansi}/{name}",
        place.kind,
        tahun,
        change.old,
        change.new,
        place.kind is NumberKind.TARGET and has_begun(tahun, change.commit.day),
        (PembagianTahun(pembagian), nomor) if pembagian else None,
    )
