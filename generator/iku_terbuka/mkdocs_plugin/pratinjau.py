"""What a running preview remembers, so that a change costs what it changes.

Only ``iku serve`` has one. What is published never comes from here: ``iku build`` holds every file
of the site that it publishes against what it would write.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from iku_terbuka.context import Measured
from iku_terbuka.load.files import ParseCache
from iku_terbuka.mkdocs_plugin.berkas import berkas_sendiri
from iku_terbuka.output import OutputFile, Rencana


@dataclass
class Pratinjau:
    """The state of one preview.

    ``halaman`` is the fingerprint of each page as written, by its place; ``unduhan`` are the files
    to take away, which are made once; ``berkas`` the data files as last read, ``ukuran`` what was
    measured of each indicator.
    """

    halaman: dict[str, str] = field(default_factory=dict)
    unduhan: list[str] = field(default_factory=list)
    berkas: ParseCache = field(default_factory=dict)
    ukuran: dict[str, Measured] = field(default_factory=dict)

    _kini: dict[str, str] = field(default_factory=dict)

    def mulai(self) -> None:
        """Begin a build; what one that failed meant to write is forgotten."""
        self._kini = {}

    def sama(self, path: str, sidik: str) -> bool:
        """Tell whether a page lies there as it would be written again.

        Otherwise it will be written: until then what lies there counts for nothing.
        """
        self._kini[path] = sidik
        same = self.halaman.get(path) == sidik
        if not same:
            self.halaman.pop(path, None)
        return same

    def selesai(self, folder: Path) -> None:
        """Remember the pages of a build that went well; delete those that are no longer."""
        for gone in self.halaman.keys() - self._kini.keys():
            (folder / gone).unlink(missing_ok=True)
        self.halaman = self._kini

    def lengkap(self, halaman: Iterable[OutputFile | Rencana]) -> bool:
        """Tell whether the files to take away are there for every page, though perhaps older."""
        pages = (satu.path for satu in halaman if satu.path.endswith(".md"))
        written = (f"{path.removesuffix('.md')}.html" in self.halaman for path in pages)
        return bool(self.unduhan) and all(written)

    def simpan_unduhan(self, files: Files, config: MkDocsConfig) -> None:
        """Tell MkDocs of the files to take away that lie there since the first build."""
        for path in self.unduhan:
            files.append(berkas_sendiri(config, path))


_KINI: ContextVar[Pratinjau | None] = ContextVar("pratinjau", default=None)


@contextmanager
def pratinjau() -> Iterator[None]:
    """Remember from build to build, until the end of the block."""
    token = _KINI.set(Pratinjau())
    try:
        yield
    finally:
        _KINI.reset(token)


def pratinjau_kini() -> Pratinjau | None:
    return _KINI.get()
