"""What a running preview remembers, so that a change costs what it changes.

Only ``iku serve`` has one. What is published never comes from here: ``iku build`` makes every page
of the site that it writes.
"""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.load.berkas import Ingatan

T = TypeVar("T")


@dataclass
class Pratinjau:
    """The state of one preview.

    ``halaman`` is the fingerprint of each page as written, by its place; ``unduhan`` are the files
    to take away, which are made once; ``berkas`` the data files as last read; ``riwayat`` the past
    by commit.
    """

    halaman: dict[str, str] = field(default_factory=dict)
    unduhan: list[str] = field(default_factory=list)
    berkas: Ingatan = field(default_factory=dict)
    riwayat: dict[str, Any] = field(default_factory=dict)

    def tandai(self, file: File, sidik: str) -> None:
        """Have MkDocs pass a page by that is written as it would be again."""
        vars(file)["is_modified"] = lambda: self.halaman.get(file.abs_dest_path) != sidik

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


def diingat(ingatan: MutableMapping[str, T] | None, kunci: str, buat: Callable[[], T]) -> T:
    """Return what is remembered under ``kunci``, alone; make it where it is not."""
    if ingatan is None:
        return buat()
    if kunci not in ingatan:
        made = buat()
        ingatan.clear()
        ingatan[kunci] = made
    return ingatan[kunci]
