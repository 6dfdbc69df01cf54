"""The folder of a site, written over the files of the build before.

Making a file costs the system ten times as much as looking at it, and from one build to the next a
few of thousands differ. A file that is the same stays, one that differs is replaced, the rest is
deleted. A file is compared byte for byte, unless its inode, size and times are those that it had
when it was written, which is how Git decides too.

:func:`begin` and :func:`remember` hold the one memory between builds: a second copy of the
published site, with a list of what was written. The published one stays untouched until the next
takes its place; then it becomes the memory, brought up to date with what the build made. The memory
may be deleted at any time.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

# By path: the fingerprint of what a file was made from, then its inode, size and times.
Entry = list[str | int]
Entries = Mapping[str, Entry]

# In the folder of the memory: a site, its entries, and those of the published one (unless two
# folders were published in turn: then every byte is compared).
_SITE, _ENTRIES, _LAST_ENTRIES = "situs", "situs.json", "terakhir.json"


class Tree:
    """The folder ``folder``, which holds ``files`` and ``folders`` already, as relative paths.

    ``entries`` are those that :meth:`finish` returned when they were written. A file is never
    written into: it may have another name, a hard link, in the memory or in somebody's backup.
    """

    def __init__(
        self,
        folder: Path,
        files: Iterable[str] = (),
        folders: Iterable[str] = (),
        entries: Entries | None = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._old, self._folders = set(files), {"", *folders}
        self._spelling = {path.casefold(): path for path in self._old}
        # A file that was moved here has an empty entry.
        self._new: dict[str, Entry] = {}
        self._entries = entries or {}
        self._file_mode, self._folder_mode = _modes(folder)

    @classmethod
    def over(cls, folder: Path, entries: Entries | None = None) -> "Tree":
        """Begin over the site that lies in ``folder``; what is neither file nor folder goes."""
        files: list[str] = []
        folders: list[str] = []
        pending = [""]
        while pending:
            parent = pending.pop()
            with os.scandir(folder / parent) as found:
                for entry in found:
                    path = f"{parent}/{entry.name}" if parent else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(path)
                        folders.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        files.append(path)
                    else:
                        Path(entry.path).unlink()
        return cls(folder, files, folders, entries)

    def write(self, path: str, fingerprint: str, make: Callable[[], bytes]) -> None:
        """Write what ``make`` returns to ``path``; ``fingerprint`` is that of all it depends on.

        ``make`` is not called where the file is there already, made from the same.
        """
        target = self._clear(path)
        old = os.lstat(target) if path in self._old else None
        # A file with other permissions is made anew: they are for whoever builds now.
        entry: Entry = [fingerprint, *_marks(old)] if old and old.st_mode == self._file_mode else []
        if not entry or self._entries.get(path) != entry:
            content, file = make(), Path(target)
            if not entry or not _holds(file, content):
                if old:
                    file.unlink()
                file.write_bytes(content)
                entry = [fingerprint, *_marks(file.lstat())]
        self._new[path] = entry

    def keep(self, path: str) -> bool:
        """Leave the file at ``path`` as it is; return whether there is one."""
        if path in self._old:
            self._new[path] = self._entries.get(path, [])
        return path in self._old

    def move_in(self, folder: Path) -> None:
        """Move every file below ``folder`` here."""
        for parent, _, names in os.walk(folder):
            for name in names:
                source = Path(parent, name)
                path = source.relative_to(folder).as_posix()
                source.replace(self._clear(path))
                self._new[path] = []

    @property
    def paths(self) -> Iterable[str]:
        """The paths of what was written, kept or moved here."""
        return self._new.keys()

    def finish(self) -> Entries:
        """Delete what was neither written nor moved here; return the entries of what was."""
        for path in self._old - self._new.keys():
            (self._folder / path).unlink()
        used = {""}
        for path in self._new:
            folder = _parent(path)
            while folder not in used:
                used.add(folder)
                folder = _parent(folder)
        for folder in used & self._folders:
            target = f"{self._folder}/{folder}"
            if os.lstat(target).st_mode != self._folder_mode:
                Path(target).chmod(S_IMODE(self._folder_mode))
        # Inner folders first: their paths are longer.
        for folder in sorted(self._folders - used, key=len, reverse=True):
            (self._folder / folder).rmdir()
        return {path: entry for path, entry in self._new.items() if entry}

    def _clear(self, path: str) -> str:
        """Make way for a file at ``path``; return where that is.

        The place is no ``Path``: there are thousands, and most are only asked after.
        """
        target = f"{self._folder}/{path}"
        if path in self._folders:
            shutil.rmtree(target)
            self._folders = {part for part in self._folders if not _inside(part, path)}
            self._old = {part for part in self._old if not _inside(part, path)}
        self._open(_parent(path))
        # Where case does not count, the new name would be another name of the old file.
        old = self._spelling.get(path.casefold(), path)
        if old != path and old in self._old and old not in self._new:
            (self._folder / old).unlink()
            self._old.remove(old)
        return target

    def _open(self, folder: str) -> None:
        """Have a folder, and those around it."""
        if folder in self._folders:
            return
        self._open(_parent(folder))
        target = self._folder / folder
        if folder in self._old:
            target.unlink()
            self._old.remove(folder)
        target.mkdir(exist_ok=True)
        self._folders.add(folder)


def begin(memory: Path | None, folder: Path) -> Tree:
    """Begin a site in ``folder``, over the one in ``memory`` unless another build took it."""
    if memory is not None:
        with suppress(OSError):
            (memory / _SITE).rename(folder)
            if folder.is_symlink() or not folder.is_dir():
                folder.unlink()  # a link would lead elsewhere
            else:
                return Tree.over(folder, _read(memory / _ENTRIES))
    shutil.rmtree(folder, ignore_errors=True)
    return Tree(folder)


def remember(memory: Path | None, replaced: Path, published: Path, entries: Entries) -> None:
    """Keep the site that was replaced, brought up to date with the ``published`` one.

    ``entries`` are those of the published site. After a first build nothing was replaced.
    """
    if memory is None:
        return
    with suppress(OSError):
        memory.mkdir(parents=True, exist_ok=True)
        kept, known, now = memory / _SITE, dict[str, Entry](), dict(entries)
        if replaced.exists():
            replaced.rename(kept)
            known |= _read(memory / _LAST_ENTRIES)
        else:
            kept.mkdir()
        for path, entry in entries.items():
            same = path in known and known[path][:1] == entry[:1]
            if not same and _share(published / path, kept / path):
                # A second name changes the time of the file under both names.
                now[path] = [entry[0], *_marks(os.lstat(published / path))]
                known[path] = [entry[0], *_marks(os.lstat(kept / path))]
        _store(memory / _ENTRIES, known)
        _store(memory / _LAST_ENTRIES, now)


def _share(source: Path, target: Path) -> bool:
    """Have the file ``source`` at ``target`` too; return whether it is there."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            os.link(source, target)
        except OSError:  # not every disk knows a second name for a file
            shutil.copyfile(source, target)
    except OSError:
        return False
    return True


def _store(path: Path, entries: Entries) -> None:
    path.write_text(json.dumps(entries), encoding="utf-8")


def _read(path: Path) -> Entries:
    """Return entries as written; a file without one costs a comparison.

    Those that another user wrote are not believed. In a copy of the folder they fit no file: a copy
    has other inodes and times.
    """
    try:
        if sys.platform != "win32" and path.lstat().st_uid != os.getuid():
            return {}
        entries = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    return {file: entry for file, entry in entries.items() if isinstance(entry, list)}


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _modes(folder: Path) -> tuple[int, int]:
    """Return the modes that a file and a folder get here now."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        new, inside = Path(own, "berkas"), Path(own, "folder")
        new.touch()
        inside.mkdir()
        return new.stat().st_mode, inside.stat().st_mode


def _holds(path: Path, content: bytes) -> bool:
    try:
        with path.open("rb", buffering=0) as file:
            return file.readall() == content
    except OSError:
        return False


def _marks(status: os.stat_result) -> tuple[int, ...]:
    """Return what changes with any change of a file; on Windows, unless its time is set back."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
