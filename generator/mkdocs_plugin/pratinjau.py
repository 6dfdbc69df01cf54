"""What a running preview remembers, so that a change costs what it changes.

Only ``iku serve`` has one. What is published never comes from here: ``iku build`` makes every page
of the site that it writes.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.konteks import Terukur
from generator.load.berkas import Ingatan
from generator.output import OutputFile, Rencana


@dataclass
class Pratinjau:
    """The state of one preview.

    ``halaman`` is the fingerprint of each page as written, by its place; ``unduhan`` are the files
    to take away, which are made once; ``berkas`` the data files as last read, ``ukuran`` what was
    measured of each indicator.
    """

    halaman: dict[str, str] = field(default_factory=dict)
    unduhan: list[str] = field(default_factory=list)
    berkas: Ingatan = field(default_factory=dict)
    ukuran: dict[str, Terukur] = field(default_factory=dict)

    def tandai(self, file: File, sidik: str) -> None:
        """Have MkDocs pass a page by that is written as it would be again.

        MkDocs asks each file whether it was modified; for pages that are generated it has no
        answer of its own, so it gets ours. What will be written is forgotten until it is.
        """
        same = self.halaman.get(file.abs_dest_path) == sidik
        if not same:
            self.halaman.pop(file.abs_dest_path, None)
        vars(file)["is_modified"] = lambda: not same

    def selesai(self, halaman: Mapping[str, str]) -> None:
        """Remember the pages of a build that went well; delete those that are no longer."""
        for gone in self.halaman.keys() - halaman.keys():
            Path(gone).unlink(missing_ok=True)
        self.halaman = dict(halaman)

    def lengkap(self, halaman: Iterable[OutputFile | Rencana], config: MkDocsConfig) -> bool:
        """Tell whether the files to take away are there for every page, though perhaps older."""
        paths = (Path(config.site_dir) / satu.path for satu in halaman)
        pages = (str(path.with_suffix(".html")) for path in paths if path.suffix == ".md")
        return bool(self.unduhan) and all(page in self.halaman for page in pages)

    def simpan_unduhan(self, files: Files, config: MkDocsConfig) -> None:
        """Tell MkDocs of the files to take away that lie there since the first build."""
        for path in self.unduhan:
            written = File.generated(config, path, content="").abs_dest_path
            files.append(File.generated(config, path, abs_src_path=written))


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
