"""What was made before, kept by fingerprint in a folder that may be deleted at any time.

An entry is written beside and moved into place, so that two builds at once see whole entries or
none. One that is not whole all the same is no entry.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

# Entries of other builds are kept for the next change back: this many times those in use, and
# always this many, about 30 MB, so that a build of one part spares those of the whole.
_LEBIH, _SELALU = 3, 1000


class Simpanan:
    """Contents of files by fingerprint below ``folder``; without one, nothing is kept."""

    def __init__(self, folder: Path | None, selalu: int = _SELALU) -> None:
        self._folder, self._selalu = folder, selalu
        self._dipakai: set[str] = set()

    @property
    def pohon(self) -> Path | None:
        """Return where a whole site may be kept, beside the folder."""
        return self._folder and self._folder.with_name(f"{self._folder.name}-situs")

    @property
    def tempat(self) -> tuple[Path, ...]:
        """Return the folders of what is kept, the one around them first."""
        return (
            (self._folder.parent, self._folder, self.pohon) if self._folder and self.pohon else ()
        )

    def baca(self, kunci: str) -> bytes | None:
        """Return what is kept under ``kunci``, if there is one."""
        path = self._path(kunci)
        if path is None:
            return None
        try:
            with path.open("rb", buffering=0) as file:
                sidik, _, isi = file.readall().partition(b"\n")
        except OSError:
            return None
        return isi if sidik == _sidik(isi) else None

    def tulis(self, kunci: str, isi: bytes) -> None:
        """Keep the contents of a file. Where that is not possible, nothing is kept."""
        path = self._path(kunci)
        if path is None:
            return
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_sidik(isi) + b"\n" + isi)
            Path(beside).replace(path)

    def ingat(self, kunci: str, buat: Callable[[], bytes]) -> bytes:
        """Return what is kept under ``kunci``; otherwise make it and keep it."""
        isi = self.baca(kunci)
        if isi is None:
            isi = buat()
            self.tulis(kunci, isi)
        return isi

    def pakai(self, kunci: str) -> str:
        """Note that what is kept under ``kunci`` is still of use, though nobody asks for it."""
        self._dipakai.add(kunci)
        return kunci

    def rapikan(self) -> None:
        """Delete what was not asked for, once it is far more than what was."""
        if self._folder is None:
            return
        kept = [(folder, name) for folder, _, names in os.walk(self._folder) for name in names]
        if len(kept) > max(_LEBIH * len(self._dipakai), self._selalu):
            for folder, name in kept:
                if folder[-2:] + name not in self._dipakai:
                    with suppress(OSError):
                        Path(folder, name).unlink()

    def _path(self, kunci: str) -> Path | None:
        if self._folder is None:
            return None
        self.pakai(kunci)
        return self._folder / f"{kunci[:2]}/{kunci[2:]}"


def _sidik(raw: bytes) -> bytes:
    return b"%08x" % crc32(raw)
