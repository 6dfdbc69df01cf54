"""Folder → :class:`~generator.model.Laporan`. The only reader of ``indicators/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.berkas import read_folder
from generator.load.crosscheck import crosscheck
from generator.load.folder import scan
from generator.load.susun import susun
from generator.model.laporan import Laporan
from generator.problems import Problem
from generator.source import Document


@dataclass(frozen=True)
class Muatan:
    """The result of loading: ``laporan`` is ``None`` when any problem is an error.

    ``problems`` are sorted by place; ``documents`` know the line of every value, by file.
    """

    laporan: Laporan | None
    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]


def load_laporan(root: Path, shown: str | None = None) -> Muatan:
    """Load everything below ``root``. Messages name its files ``<shown>/…``."""
    folders, problems = scan(root, root.name if shown is None else shown)
    readings = [read_folder(folder) for folder in folders]
    documents: dict[str, Document] = {}
    for reading in readings:
        documents.update(reading.documents)
        problems += reading.problems
        problems += crosscheck(reading.instansi)
    broken = any(problem.is_error for problem in problems)
    return Muatan(
        None if broken else susun(tuple(reading.instansi for reading in readings)),
        tuple(sorted(set(problems))),
        documents,
    )
