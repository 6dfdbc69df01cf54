"""Folder → :class:`~iku_terbuka.model.Laporan`. The only reader of ``indicators/``."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from iku_terbuka.load.assemble import assemble
from iku_terbuka.load.crosscheck import crosscheck
from iku_terbuka.load.files import ParseCache, read
from iku_terbuka.load.folder import scan
from iku_terbuka.model.laporan import Laporan
from iku_terbuka.source import Document
from iku_terbuka.source.problems import Problem


@contextmanager
def without_collector(*, selamanya: bool = False) -> Iterator[None]:
    """Pause the collector for the block.

    Loading makes a million values that stay; looking through all of them again and again takes a
    third of the time. With ``selamanya`` it never looks at them, nor at the end of the process.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if selamanya:
            gc.freeze()
        if was:
            gc.enable()


@dataclass(frozen=True)
class Loaded:
    """The result of loading: ``laporan`` is ``None`` when any problem is an error.

    ``terbaca`` is what could be read all the same, to be checked and never to be shown.
    ``problems`` are sorted by place; ``documents`` know the line of every value, by file;
    ``berkas_skala`` is the file of each scale; ``teks`` is the text of each file that is text.
    """

    laporan: Laporan | None
    terbaca: Laporan
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    berkas_skala: Mapping[str, str]
    teks: Mapping[str, str]


def load_laporan(root: Path, shown: str | None = None, ingatan: ParseCache | None = None) -> Loaded:
    """Load everything below ``root``. Messages name its files ``<shown>/…``.

    ``ingatan`` keeps what came of each text, for who loads again and again.
    """
    with without_collector():
        return _load(root, shown, ingatan)


def _load(root: Path, shown: str | None, ingatan: ParseCache | None) -> Loaded:
    bacaan = read(scan(root, root.name if shown is None else shown), ingatan)
    problems = {*bacaan.problems, *crosscheck(bacaan)}
    broken = any(problem.is_error for problem in problems)
    terbaca = assemble(bacaan)
    return Loaded(
        None if broken else terbaca,
        terbaca,
        tuple(sorted(problems)),
        bacaan.documents,
        {skala_id: satu.document.file for skala_id, satu in bacaan.skala.items() if satu},
        bacaan.teks,
    )
