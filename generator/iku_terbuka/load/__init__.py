"""Folder → :class:`~iku_terbuka.model.Laporan`. The only reader of ``indicators/``."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from iku_terbuka.load.assemble import assemble
from iku_terbuka.load.claimcheck import check_claims
from iku_terbuka.load.continuation import continue_series
from iku_terbuka.load.crosscheck import crosscheck
from iku_terbuka.load.default_skala import with_default_skala
from iku_terbuka.load.files import ParseCache, read
from iku_terbuka.load.folder import scan
from iku_terbuka.load.menopang import check_menopang
from iku_terbuka.model.laporan import Laporan
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem


@contextmanager
def without_collector(*, forever: bool = False) -> Iterator[None]:
    """Pause the collector for the block.

    Loading makes a million values that stay in use; collecting among them takes a third of the
    time. With ``forever`` they are never looked at, not even when the process ends.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if forever:
            gc.freeze()
        if was:
            gc.enable()


@dataclass(frozen=True)
class Loaded:
    """The result of loading: ``laporan`` is ``None`` when any problem is an error.

    ``readable`` is what could be read all the same, each file by itself, to be checked and never to
    be shown.
    ``problems`` are sorted by place; ``documents`` know the line of every value, by file;
    ``skala_files`` is the file of each scale, also of those that come with the program; ``texts``
    is the text of each file of the data that is text.
    """

    laporan: Laporan | None
    readable: Laporan
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    skala_files: Mapping[str, str]
    texts: Mapping[str, str]


def load_laporan(
    root: Path,
    shown: str | None = None,
    cache: ParseCache | None = None,
    *,
    partial: bool = False,
) -> Loaded:
    """Load everything below ``root``. Messages name its files ``<shown>/…``.

    ``cache`` keeps what came of each text, for programs that load again and again. ``partial``:
    only a part of the folders is there, so that references to others are not looked up.
    """
    with without_collector():
        return _load(root, shown, cache, partial)


def _load(root: Path, shown: str | None, cache: ParseCache | None, partial: bool) -> Loaded:
    found = read(scan(root, root.name if shown is None else shown), cache)
    data = with_default_skala(found)
    readable = assemble(data)
    problems = {*data.problems, *crosscheck(data), *check_claims(readable, data.documents)}
    if not partial:
        problems.update(check_menopang(data, readable))
    broken = any(problem.is_error for problem in problems)
    return Loaded(
        None if broken else continue_series(readable),
        readable,
        tuple(sorted(problems)),
        data.documents,
        {skala_id: file.document.file for skala_id, file in data.skala.items() if file},
        data.texts,
    )
