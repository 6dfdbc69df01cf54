"""The folder that a site is published in. It is somebody's, and readers see it while a build runs.

A site is built beside it (:func:`staging`) and takes its place whole (:func:`put_in_place`). A list
in the site names every file that a build wrote; whatever else lies there is somebody's, and stays.
"""

import ctypes
import json
import os
import re
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
# In the folder beside: the new site, what MkDocs writes, and where the site before lies then; the
# lock shows that its build still runs.
FRESH, BY_MKDOCS = "baru", "mkdocs"
_LOCK, _BEFORE = "kunci", "lama"
# A site by version 0.1 has no manifest, but all of these, and files of these kinds.
_SITE_OF_0_1 = ("index.html", "assets/iku.css", "data/iku.json", "data/datapackage.json")
_KINDS_OF_0_1 = (
    *(".css", ".csv", ".gz", ".html", ".js", ".json", ".jsonld", ".map", ".png", ".svg"),
    *(".woff2", ".xlsx", ".xml", ".zip", "OFL.txt"),
)


class OutputError(ExpectedError):
    """The folder cannot be published in."""


def foreign_paths(out: Path) -> list[str]:
    """Return what lies in ``out`` and no build wrote, sorted: files, links, empty folders.

    Raises :class:`OutputError` where ``out`` is not a folder of ours, nor empty.
    """
    if not os.path.lexists(out):
        return []
    if not out.is_dir():
        raise OutputError(f"{out.name} bukan folder. Pilih folder lain dengan --out.")
    found = set(_paths(out))
    if (out / MANIFEST).is_file():
        return sorted(found - _listed(out))
    if all((out / path).is_file() for path in _SITE_OF_0_1):
        return sorted(path for path in found if _is_no_file_of_0_1(path))
    if found:
        raise OutputError(
            f"Folder {out.name} berisi berkas lain, misalnya {min(found)}, dan bukan situs buatan "
            "iku. Pilih folder kosong dengan --out."
        )
    return []


def manifest(paths: Iterable[str]) -> bytes:
    """Return the list of the files of a site."""
    return json.dumps(sorted({*paths, MANIFEST}), indent=0).encode()


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield a new folder beside ``out``, which goes at the end.

    Folders of builds that were killed go too. Where a build took the site away and put none in its
    place, the site comes back first.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with _locked(out.parent):
        for old in [path for path in out.parent.iterdir() if _is_beside(path, out)]:
            if _is_abandoned(old):
                _clear(old, out)
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        lock = (beside / _LOCK).open("wb")
        _take(lock)
    try:
        yield beside
    finally:
        lock.close()
        _clear(beside, out)


def put_in_place(out: Path, beside: Path) -> Path:
    """Have the site that was built in ``beside`` at ``out``, with what is foreign there.

    Returns where the site before lies now, below ``beside``, without what is foreign; there was
    none if nothing is there. Raises :class:`OutputError` where the site needs the place of
    something foreign, or cannot be moved; what was at ``out`` is there then.
    """
    fresh, before = beside / FRESH, beside / _BEFORE
    carried = foreign_paths(out)
    taking_over = not (out / MANIFEST).is_file()
    for path in carried:
        if os.path.lexists(fresh / path) and not taking_over:
            raise OutputError(
                f"{out.name}/{path} bukan buatan iku, dan situs yang baru memerlukan tempatnya. "
                "Pindahkan berkas itu, atau pilih folder lain dengan --out."
            )
        if not os.access((out / path).parent, os.W_OK):
            raise OutputError(
                f"{out.name}/{path} tidak dapat dibawa ke situs yang baru, karena foldernya milik "
                "orang lain. Ubah pemilik folder itu, atau taruh di luar folder situs."
            )
        _carry(out, fresh, path)
    if out.exists():
        shutil.copymode(out, fresh)
    if _exchange(fresh, out):
        fresh.rename(before)
    else:
        try:
            if out.exists():
                out.rename(before)
            fresh.rename(out)
        except OSError as error:
            raise OutputError(
                f"Situs sudah dibuat, tetapi tidak dapat dipindahkan ke {out.name}. "
                "Pilih folder lain dengan --out."
            ) from error
    if before.exists():
        # What somebody put there meanwhile.
        for path in set(foreign_paths(before)).difference(carried):
            _carry(before, out, path)
        for path in carried:
            with suppress(OSError):
                _remove(before / path)
    return before


def _carry(source: Path, target: Path, path: str) -> None:
    """Have what lies at ``path`` in ``source`` in ``target`` too, unless something is there."""
    if os.path.lexists(target / path):
        return
    for folder in reversed(Path(path).parents):
        if not (target / folder).exists():
            (target / folder).mkdir()
            shutil.copystat(source / folder, target / folder)
    with suppress(FileNotFoundError):  # gone meanwhile
        if (source / path).is_dir() and not (source / path).is_symlink():
            (target / path).mkdir()
            shutil.copystat(source / path, target / path)
            return
        try:
            os.link(source / path, target / path, follow_symlinks=False)
        except FileNotFoundError:
            raise
        except OSError:  # not every disk knows a second name for a file
            shutil.copy2(source / path, target / path, follow_symlinks=False)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()


def _clear(beside: Path, out: Path) -> None:
    """Remove the folder of a build; a site that it took away and did not replace comes back.

    If that cannot be, the folder stays, for the next build to try again.
    """
    before = beside / _BEFORE
    if not os.path.lexists(out) and before.exists():
        with suppress(OSError):
            before.rename(out)
        if before.exists():
            return
    # The lock last: killed here, the folder is known for one of ours by it.
    for name in (BY_MKDOCS, FRESH, _BEFORE):
        shutil.rmtree(beside / name, ignore_errors=True)
    shutil.rmtree(beside, ignore_errors=True)


def _exchange(folder: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether that was done.

    Neither Python nor POSIX has a name for it; Linux and macOS have one each.
    """
    names = os.fsencode(folder), os.fsencode(other)
    system = ctypes.CDLL(None) if sys.platform in {"linux", "darwin"} else None
    if rename := getattr(system, "renameat2", None):
        here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        return bool(rename(here, names[0], here, names[1], exchange) == 0)
    if rename := getattr(system, "renamex_np", None):
        return bool(rename(*names, 2) == 0)  # RENAME_SWAP
    return False


def _paths(folder: Path) -> Iterator[str]:
    """Yield the path of everything below ``folder`` but of folders that hold something."""
    pending = [""]
    while pending:
        parent = pending.pop()
        with os.scandir(folder / parent) as found:
            entries = list(found)
        if not entries and parent:
            yield parent.rstrip("/")
        for entry in entries:
            path = f"{parent}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{path}/")
            else:
                yield path


def _listed(site: Path) -> set[str]:
    """Return the paths in the list of a site. Raises :class:`OutputError` where it is spoilt."""
    try:
        paths = json.loads((site / MANIFEST).read_bytes())
    except (ValueError, RecursionError):
        paths = None
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise OutputError(
            f"Daftar {MANIFEST} di folder {site.name} rusak, jadi tidak diketahui mana berkas Anda "
            "sendiri. Pindahkan berkas Anda dari folder itu, kosongkan, lalu bangun lagi."
        )
    return {MANIFEST, *paths}


def _is_no_file_of_0_1(path: str) -> bool:
    return path.startswith(".") or path == "robots.txt" or not path.endswith(_KINDS_OF_0_1)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let no other build begin or clear up beside this folder, where the disk knows locks."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _take(lock: BinaryIO) -> bool:
    """Lock an open file until it is closed or its process ends; return whether it was free."""
    if sys.platform != "win32":
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _is_beside(path: Path, out: Path) -> bool:
    """Tell whether a folder is named as :func:`staging` names one for ``out``."""
    return re.fullmatch(rf"\.{re.escape(out.name)}-[a-z0-9_]{{8}}", path.name) is not None


def _is_abandoned(folder: Path) -> bool:
    """Tell whether this is a folder of a build that runs no longer.

    Without a lock it is, if it is empty: of a build that was killed as it began or as it ended.
    Windows has no such lock, but does not delete a file that is open.
    """
    try:
        if not any(folder.iterdir()):
            return True
        if sys.platform == "win32":
            (folder / _LOCK).unlink()
            return True
        with (folder / _LOCK).open("r+b") as lock:
            return _take(lock)
    except OSError:
        return False
