"""Git → History: one log, one batch of blobs, one walk; and the reference date of a build."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from iku_terbuka.errors import MisuseError
from iku_terbuka.history.commit import FIRST_YEAR, LAST_YEAR, day_of
from iku_terbuka.history.git import EPOCH, HASH, GitError, NoRepositoryError, ask, git, read_blobs
from iku_terbuka.history.numbers import NumberPlace, Numbers, parse_numbers, place_of
from iku_terbuka.history.register import first_listed, register_blobs
from iku_terbuka.history.steps import FileVersion, Step, last_changes, read_steps
from iku_terbuka.history.values import PARTIAL, UNAVAILABLE, History
from iku_terbuka.history.walk import HistoryWalk, ReadNumbers
from iku_terbuka.source.visible import printable_line

# What differs on disk; paths are told from the top of the repository.
_STATUS = ("status", "--porcelain", "--untracked-files=normal", "--no-renames", "-z")


_NO_HISTORY = "Situs ini tidak akan memuat riwayat perubahan angka."
_SHALLOW = (
    "Riwayat Git terpotong (shallow), jadi situs hanya memuat sebagian riwayat perubahan angka. "
    "Jalankan: git fetch --unshallow. Di GitHub Actions: fetch-depth: 0"
)
_CLOCK = "Periksa jam komputer pembuat komit itu."


@dataclass(frozen=True)
class Reference:
    """The reference date; ``trouble`` says why Git gave none although it should."""

    day: date | None = None
    trouble: str = ""


class SourceDateError(MisuseError):
    """``SOURCE_DATE_EPOCH`` is no time."""


def read_history(folder: Path) -> History:
    """Return the past of every number in ``folder``, as the branch of HEAD published it.

    Uncommitted changes are no part of it. Never fails: what cannot be known is said in ``note``,
    and to who builds in ``trouble``.
    """
    try:
        shape = rf"{HASH}(true|false)\n(.*)\n"
        words = ("rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix")
        head, shallow, prefix = ask(folder, shape, *words)
        history = _history(folder.absolute(), head, shallow == "true")
        status = os.fsdecode(git(folder, *_STATUS, "--", "."))
    except GitError as error:
        return History(trouble=f"{error} {_NO_HISTORY}")
    if history.note == UNAVAILABLE:
        return history
    # Two letters and a space tell what happened to each.
    changed = {entry[3:].removeprefix(prefix) for entry in status.split("\0") if entry}
    files = {path: commit for path, commit in history.files.items() if path not in changed}
    return replace(history, files=MappingProxyType(files), commit="" if changed else head)


def source_date(environ: Mapping[str, str] = os.environ) -> date | None:
    """Return the day that ``SOURCE_DATE_EPOCH`` sets, nothing without it.

    Raises :class:`SourceDateError` for what is no time or lies in a year that cannot be.
    """
    typed = environ.get("SOURCE_DATE_EPOCH")
    if typed is None:
        return None
    day = day_of(int(typed)) if re.fullmatch("[0-9]{1,15}", typed) else None
    if day is None:
        raise SourceDateError(
            f"SOURCE_DATE_EPOCH berisi “{printable_line(typed)[:40]}”. Isi dengan detik sejak 1970 "
            f"dalam angka saja, untuk tahun {FIRST_YEAR} sampai {LAST_YEAR}, atau hapus variabel "
            "itu."
        )
    return day


def read_reference(
    folder: Path, environ: Mapping[str, str] = os.environ, commit: str = "HEAD"
) -> Reference:
    """Return ``SOURCE_DATE_EPOCH``, else the date of ``commit`` if it has ``folder``, else nothing.

    What depends on a date (belum waktunya, days late, the sitemap) must be the same whenever the
    same data is built, so it comes from the data's own history, never from the clock. A commit
    from before the data came, as in a fresh copy of this program, says nothing about them. Raises
    :class:`SourceDateError`.
    """
    day = source_date(environ)
    if day:
        return Reference(day)
    try:
        (epoch,) = ask(folder, rf"{EPOCH}\n", "log", "-1", "--format=%ct", commit)
        if not git(folder, "ls-tree", "--name-only", commit, "./"):
            return Reference()
    except NoRepositoryError:
        return Reference()
    except GitError as error:
        return Reference(trouble=f"Tanggal data tidak diketahui. {error}")
    day = day_of(int(epoch or 0))
    trouble = f"Tanggal komit terakhir tidak mungkin benar, jadi tidak dipakai. {_CLOCK}"
    return Reference(day, "" if day else trouble)


def reference_date(
    folder: Path, environ: Mapping[str, str] = os.environ, commit: str = "HEAD"
) -> date | None:
    """Return the day of :func:`read_reference` alone."""
    return read_reference(folder, environ, commit).day


# The preview asks again after every change of a file, while HEAD stays where it is.
@lru_cache(maxsize=2)
def _history(folder: Path, head: str, shallow: bool) -> History:
    steps = read_steps(folder, head)
    walk = HistoryWalk(_reader(folder, steps))
    for step in steps:
        walk.follow(step)
    if not walk.has_targets():
        unknown = (
            "Git belum mengenal indikator di folder data ini: belum di-commit, atau diabaikan."
        )
        return History(trouble=f"{unknown} {_NO_HISTORY}")
    first = walk.first_results()
    trouble = "\n".join(filter(None, (_SHALLOW if shallow else "", _undated(steps))))
    if shallow:
        # Where the past is cut off, everything seems to come at once.
        later = tuple(results for results in first if results.commit != steps[0].commit)
        return History(walk.changes(), note=PARTIAL, first_results=later, trouble=trouble)
    return History(
        walk.changes(),
        since=walk.since(),
        note="",
        first_results=first,
        files=last_changes(steps),
        listed=first_listed(steps, read_blobs(folder, sorted(set(register_blobs(steps))))),
        trouble=trouble,
    )


def _undated(steps: Iterable[Step]) -> str:
    """Return what is said of commits whose date cannot be right."""
    hashes = [step.commit.short for step in steps if step.commit.day is None]
    if not hashes:
        return ""
    named = ", ".join(hashes[:3]) + (" …" if len(hashes) > 3 else "")
    return (
        f"{len(hashes)} komit bertanggal di luar {FIRST_YEAR}–{LAST_YEAR} ({named}); tanggalnya "
        f"dianggap tidak diketahui. {_CLOCK}"
    )


def _reader(folder: Path, steps: Sequence[Step]) -> ReadNumbers:
    """Return what reads a version of a file; each blob is parsed once, and only when asked for."""
    blobs = read_blobs(folder, sorted(set(_needed(steps))))
    known: dict[tuple[str, int, bool], Numbers | None] = {}

    def read(version: FileVersion, place: NumberPlace) -> Numbers | None:
        key = (version.blob, place.tahun, place.agreement)
        if key not in known:
            known[key] = parse_numbers(blobs.get(version.blob, b""), place)
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
