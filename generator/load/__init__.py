"""Folder → :class:`~generator.model.Laporan`. The only reader of ``indicators/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.berkas import read
from generator.load.crosscheck import crosscheck
from generator.load.folder import scan
from generator.load.susun import susun
from generator.model.laporan import Laporan
from generator.problems import Problem
from generator.source import Document


@dataclass(frozen=True)
class Muatan:
    """The result of loading: ``laporan`` is ``None`` when any problem is an error.

    ``problems`` are sorted by place; ``documents`` know the line of every value, by file;
    ``berkas_skala`` is the file of each scale.
    """

    laporan: Laporan | None
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]
    berkas_skala: Mapping[str, str]


def load_laporan(root: Path, shown: str | None = None) -> Muatan:
    """Load everything below ``root``. Messages name its files ``<shown>/…``."""
    bacaan = read(scan(root, root.name if shown is None else shown))
    problems = {*bacaan.problems, *crosscheck(bacaan)}
    broken = any(problem.is_error for problem in problems)
    return Muatan(
        None if broken else susun(bacaan),
        tuple(sorted(problems)),
        bacaan.documents,
        {skala_id: satu.document.file for skala_id, satu in bacaan.skala.items() if satu},
    )
