"""Warnings, the notes that make one needless, and how they show a computed number."""

import re
from dataclasses import replace
from decimal import Context, Decimal

from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem, Severity

_FOUR_DIGITS = Context(prec=4)


def warning(document: Document, path: Path, code: str, message: str, hint: str) -> Problem:
    """Return a warning at the key of ``path``."""
    problem = document.problem(path, code, message, hint, key=True)
    return replace(problem, severity=Severity.WARNING)


def explained(pattern: str, *catatan: str) -> bool:
    """Tell whether a note has a word that ``pattern`` matches.

    Then the editor has seen the matter, and the page shows the note. Many decrees print no unit
    or no owner, and nobody can mend that.
    """
    # “satuan kerja” is an office, no unit.
    named = re.compile(rf"\b{pattern}(?:nya)?\b(?! kerja)", re.IGNORECASE)
    return any(named.search(note) for note in catatan)


def short(value: Decimal) -> str:
    """Return a computed number as YAML has it, with no more digits than help to recognise it."""
    whole = abs(value) >= 1
    rounded = value.quantize(Decimal("0.0001")) if whole else _FOUR_DIGITS.plus(value)
    return f"{rounded.normalize():f}"
