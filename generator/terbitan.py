"""A site as it comes to lie on disk, over the files of an older one.

Making a file or a folder costs the system ten times as much as reading it, and from one build to
the next few of thousands differ. What lies there the same is left, what differs is replaced, and
the rest goes. Nothing that lies there is believed: every byte is compared.
"""

import os
import posixpath
import shutil
from collections.abc import Iterable
from pathlib import Path


class Terbitan:
    """The folder ``folder``, which holds ``files`` and ``folders`` already, as relative paths.

    No file is written into: another name of it, a hard link, may be somebody's backup.
    """

    def __init__(
        self, folder: Path, files: Iterable[str] = (), folders: Iterable[str] = ()
    ) -> None:
        self._folder = folder
        self._lama, self._folders = set(files), {"", *folders}
        self._baru: set[str] = set()

    @classmethod
    def di_atas(cls, folder: Path) -> "Terbitan":
        """Begin over the site that lies in ``folder``, less what is neither file nor folder."""
        files: list[str] = []
        folders: list[str] = []
        below = [""]
        while below:
            here = below.pop()
            with os.scandir(folder / here) as entries:
                for entry in entries:
                    path = posixpath.join(here, entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        below.append(path)
                        folders.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        files.append(path)
                    else:
                        Path(entry.path).unlink()
        return cls(folder, files, folders)

    def tulis(self, path: str, isi: bytes) -> Path:
        """Have ``isi`` lie at ``path``; return where that is."""
        target = self._tempat(path)
        if path in self._lama:
            if target.read_bytes() == isi:
                return target
            target.unlink()
        target.write_bytes(isi)
        return target

    def pindahkan(self, folder: Path) -> None:
        """Move every file below ``folder`` here."""
        for parent, _, names in os.walk(folder):
            for name in names:
                source = Path(parent, name)
                source.replace(self._tempat(source.relative_to(folder).as_posix()))

    def selesai(self) -> None:
        """Delete what was neither written nor moved here."""
        for path in self._lama - self._baru:
            (self._folder / path).unlink()
        used = {""}
        for path in self._baru:
            folder = posixpath.dirname(path)
            while folder not in used:
                used.add(folder)
                folder = posixpath.dirname(folder)
        # Those inside first: they are longer.
        for folder in sorted(self._folders - used, key=len, reverse=True):
            (self._folder / folder).rmdir()

    def _tempat(self, path: str) -> Path:
        """Make way for a file at ``path``; return where that is."""
        target = self._folder / path
        if path in self._folders:
            shutil.rmtree(target)
            self._folders = {part for part in self._folders if not _di_dalam(part, path)}
            self._lama = {part for part in self._lama if not _di_dalam(part, path)}
        self._buka(posixpath.dirname(path))
        self._baru.add(path)
        return target

    def _buka(self, folder: str) -> None:
        """Have a folder, and those around it."""
        if folder in self._folders:
            return
        self._buka(posixpath.dirname(folder))
        target = self._folder / folder
        if folder in self._lama:
            target.unlink()
            self._lama.remove(folder)
        target.mkdir(parents=True, exist_ok=True)
        self._folders.add(folder)


def _di_dalam(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
