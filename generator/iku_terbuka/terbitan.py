"""A site as it comes to lie on disk, over the files of an older one.

Making a file or a folder costs the system ten times as much as reading it, and from one build to
the next few of thousands differ. What lies there the same is left, what differs is replaced, and
the rest goes. Nothing that lies there is believed: every byte is compared, unless the file is by
all that the system tells of it the one that was written, as Git does it.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from stat import S_IMODE

# By path: the fingerprint of what a file was made from, then what the system told of the file.
Entri = list[str | int]
Daftar = Mapping[str, Entri]


class Terbitan:
    """The folder ``folder``, which holds ``files`` and ``folders`` already, as relative paths.

    ``daftar`` is what :meth:`selesai` returned when they were written. No file is written into:
    another name of it, a hard link, may be somebody's backup.
    """

    def __init__(
        self,
        folder: Path,
        files: Iterable[str] = (),
        folders: Iterable[str] = (),
        daftar: Daftar | None = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._lama, self._folders = set(files), {"", *folders}
        self._ejaan = {path.casefold(): path for path in self._lama}
        # An empty entry is that of a file that was moved here.
        self._baru: dict[str, Entri] = {}
        self._daftar = daftar or {}
        self._modus, self._modus_folder = _modus(folder)

    @classmethod
    def di_atas(cls, folder: Path, daftar: Daftar | None = None) -> "Terbitan":
        """Begin over the site that lies in ``folder``, less what is neither file nor folder."""
        files: list[str] = []
        folders: list[str] = []
        below = [""]
        while below:
            here = below.pop()
            with os.scandir(folder / here) as entries:
                for entry in entries:
                    path = f"{here}/{entry.name}" if here else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        below.append(path)
                        folders.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        files.append(path)
                    else:
                        Path(entry.path).unlink()
        return cls(folder, files, folders, daftar)

    def tulis(self, path: str, sidik: str, buat: Callable[[], bytes]) -> None:
        """Have at ``path`` what ``buat`` makes; ``sidik`` is the fingerprint of all it depends on.

        It is not made where the same lies already.
        """
        target = self._tempat(path)
        lama = os.lstat(target) if path in self._lama else None
        # Who may read a site is for whoever builds it now, not for who built the older one.
        entri: Entri = [sidik, *_ciri(lama)] if lama and lama.st_mode == self._modus else []
        if not entri or self._daftar.get(path) != entri:
            isi, file = buat(), Path(target)
            if not entri or not _sama(file, isi):
                if lama:
                    file.unlink()
                file.write_bytes(isi)
                entri = [sidik, *_ciri(file.lstat())]
        self._baru[path] = entri

    def pindahkan(self, folder: Path) -> None:
        """Move every file below ``folder`` here."""
        for parent, _, names in os.walk(folder):
            for name in names:
                source = Path(parent, name)
                path = source.relative_to(folder).as_posix()
                source.replace(self._tempat(path))
                self._baru[path] = []

    def selesai(self) -> Daftar:
        """Delete what was neither written nor moved here; tell what was written."""
        for path in self._lama - self._baru.keys():
            (self._folder / path).unlink()
        used = {""}
        for path in self._baru:
            folder = _folder(path)
            while folder not in used:
                used.add(folder)
                folder = _folder(folder)
        for folder in used & self._folders:
            here = f"{self._folder}/{folder}"
            if os.lstat(here).st_mode != self._modus_folder:
                Path(here).chmod(S_IMODE(self._modus_folder))
        # Those inside first: they are longer.
        for folder in sorted(self._folders - used, key=len, reverse=True):
            (self._folder / folder).rmdir()
        return {path: entri for path, entri in self._baru.items() if entri}

    def _tempat(self, path: str) -> str:
        """Make way for a file at ``path``; return where that is.

        That is no ``Path``: there are thousands, and most are only asked after.
        """
        target = f"{self._folder}/{path}"
        if path in self._folders:
            shutil.rmtree(target)
            self._folders = {part for part in self._folders if not _di_dalam(part, path)}
            self._lama = {part for part in self._lama if not _di_dalam(part, path)}
        self._buka(_folder(path))
        # Where case does not count, the new name would be another name of the old file.
        lama = self._ejaan.get(path.casefold(), path)
        if lama != path and lama in self._lama and lama not in self._baru:
            (self._folder / lama).unlink()
            self._lama.remove(lama)
        return target

    def _buka(self, folder: str) -> None:
        """Have a folder, and those around it."""
        if folder in self._folders:
            return
        self._buka(_folder(folder))
        target = self._folder / folder
        if folder in self._lama:
            target.unlink()
            self._lama.remove(folder)
        target.mkdir(exist_ok=True)
        self._folders.add(folder)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _modus(folder: Path) -> tuple[int, int]:
    """Return the modes that a file and a folder get here now."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        new, inside = Path(own, "berkas"), Path(own, "folder")
        new.touch()
        inside.mkdir()
        return new.stat().st_mode, inside.stat().st_mode


def _sama(path: Path, isi: bytes) -> bool:
    try:
        with path.open("rb", buffering=0) as file:
            return file.readall() == isi
    except OSError:
        return False


def _ciri(told: os.stat_result) -> tuple[int, ...]:
    """Return what changes with any change of a file; on Windows, unless its time is set back."""
    return told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


def _di_dalam(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
