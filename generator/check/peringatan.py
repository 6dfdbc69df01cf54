"""A warning: worth a look, but nothing that blocks."""

from generator.problems import Problem, Severity
from generator.source import Document, Path


def peringatan(document: Document, path: Path, code: str, message: str, hint: str) -> Problem:
    """Return a warning at the key of ``path``."""
    mark = document.mark(path, key=True)
    return Problem(document.file, mark.line, mark.column, code, message, hint, Severity.WARNING)
