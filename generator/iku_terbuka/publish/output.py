"""The folder that a site is published in. It is somebody's, and readers see it while a build runs.

A site is built beside it (:func:`staging`) and takes its place whole (:func:`publish`). A list in
the site names every file that a build wrote; whatever else lies there is somebody's, and stays.
"""

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from iku_terbuka.errors import ExpectedError

if sys.platform != "win32":
    import fcntl

# In the site: the paths of all files that the build wrote, as JSON.
MANIFEST = ".iku-berkas"
# In the folder beside: what shows that its build still runs, and where the site before lies.
_LOCK, _BEFORE = "kunci", "lama"
# What a build puts there.
FRESH, BY_MKDOCS = "baru", "mkdocs"
BESIDE = (FRESH, BY_MKDOCS)
# Sites by version 0.1 have no manifest, but this file; these of theirs are somebody's.
_SITE_OF_0_1 = "data/iku.json"
_SOMEBODYS = ("robots.txt",)


class OutputError(ExpectedError):
    """The folder cannot be published in."""


def foreign_files(out: Path) -> list[str]:
    """Return the paths in ``out`` that no build wrote, sorted; links and devices count too.

    Raises :class:`OutputError` where ``out`` is not a folder of ours, nor empty.
    """
    if not os.path.lexists(out):
        return []
    if not out.is_dir():
        raise OutputError(f"{out.name} bukan folder. Pilih folder lain dengan --out.")
    found = set(_files(out))
    if (out / MANIFEST).is_file():
        return sorted(found - _listed(out / MANIFEST))
    if (out / _SITE_OF_0_1).is_file():
        return sorted(path for path in found if path.startswith(".") or path in _SOMEBODYS)
    if found:
        raise OutputError(
            f"Folder {out.name} berisi berkas lain, misalnya {min(found)}, dan bukan situs buatan "
            "iku. Pilih folder kosong dengan --out."
        )
    return []


def manifest(paths: Iterable[str]) -> bytes:
    """Return the list of the files of a site."""
    return json.dumps(sorted({*paths, MANIFEST}), indent=0).encode()


def _listed(manifest: Path) -> set[str]:
    """Return the paths in a list; none where somebody spoilt it, so everything counts as theirs."""
    try:
        paths = json.loads(manifest.read_bytes())
    except (ValueError, RecursionError):
        return {MANIFEST}
    listed = paths if isinstance(paths, list) else []
    return {MANIFEST, *(path for path in listed if isinstance(path, str))}


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield a new folder beside ``out``, which goes at the end.

    Folders of builds that were killed go too. Where such a build had taken the site away already,
    it comes back first.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{out.name}-"
    with _locked(out.parent):
        for old in [path for path in out.parent.iterdir() if path.name.startswith(prefix)]:
            if _is_abandoned(old):
                if not os.path.lexists(out):
                    with suppress(OSError):
                        (old / _BEFORE).rename(out)
                shutil.rmtree(old, ignore_errors=True)
        beside = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
        lock = (beside / _LOCK).open("wb")
        _take(lock)
    try:
        yield beside
    finally:
        lock.close()
        shutil.rmtree(beside, ignore_errors=True)


def publish(fresh: Path, out: Path, beside: Path, foreign: Iterable[str]) -> Path:
    """Have the site ``fresh`` at ``out``, with the ``foreign`` files that lie there.

    Returns where the site before lies now, below ``beside``; there was none if nothing is there.
    Raises :class:`OutputError` where the site needs the place of a foreign file, or cannot be
    moved; what was at ``out`` is there then.
    """
    for path in foreign:
        if os.path.lexists(fresh / path):
            raise OutputError(
                f"{out.name}/{path} bukan buatan iku, dan situs yang baru memerlukan tempatnya. "
                "Pindahkan berkas itu, atau pilih folder lain dengan --out."
            )
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(out / path, fresh / path, follow_symlinks=False)
        except OSError:  # not every disk knows a second name for a file
            shutil.copy2(out / path, fresh / path, follow_symlinks=False)
    before = beside / _BEFORE
    if _exchange(fresh, out):
        fresh.rename(before)
        return before
    try:
        if out.exists():
            out.rename(before)
        fresh.rename(out)
    except OSError as error:
        if before.exists():
            before.rename(out)
        raise OutputError(
            f"Situs sudah dibuat, tetapi tidak dapat dipindahkan ke {out.name}: "
            f"{error.strerror}. Pilih folder lain dengan --out."
        ) from error
    return before


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether that was done.

    Neither Python nor POSIX has a name for it; Linux and macOS have one each.
    """
    names = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None) if sys.platform in {"linux", "darwin"} else None
    if rename := getattr(system, "renameat2", None):
        here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        return bool(rename(here, names[0], here, names[1], exchange) == 0)
    if rename := getattr(system, "renamex_np", None):
        return bool(rename(*names, 2) == 0)  # RENAME_SWAP
    return False


def _files(folder: Path) -> Iterator[str]:
    """Yield the path of everything below ``folder`` that is no folder."""
    pending = [""]
    while pending:
        parent = pending.pop()
        with os.scandir(folder / parent) as found:
            for entry in found:
                path = f"{parent}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{path}/")
                else:
                    yield path


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let no other build begin or clear up beside this folder; not on Windows."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _take(lock: BinaryIO) -> bool:
    """Lock an open file until it is closed or its process ends; return whether it was free."""
    if sys.platform != "win32":
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _is_abandoned(folder: Path) -> bool:
    """Tell whether this is a folder of a build that runs no longer.

    Windows has no such lock, but does not delete a file that is open.
    """
    try:
        if {entry.name for entry in folder.iterdir()} - {_LOCK, _BEFORE, *BESIDE}:
            return False
        if sys.platform == "win32":
            (folder / _LOCK).unlink(missing_ok=True)
            return True
        with (folder / _LOCK).open("ab") as lock:
            return _take(lock)
    except OSError:
        return False
