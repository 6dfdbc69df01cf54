"""A problem in the data: a value with a place, and how its sentences show texts."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from iku_terbuka.source.visible import printable, shortened

MAX_SENTENCES = 400  # characters of a message, and of a hint
_LINE_NUMBERS = re.compile(r"\b([Bb]aris) [0-9]+(?:, [0-9]+)*")


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class PrintedValue:
    """A value with its form as printed: ``yaml`` as a hint says to write it, ``tercetak`` alone."""

    yaml: str
    tercetak: str


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, in Indonesian, sortable by place.

    ``line`` and ``column`` count from 1, columns in characters. ``message`` says what is wrong,
    ``hint`` what to write instead; both are whole sentences. ``path`` are the keys of what it is
    about, empty where these are not known; ``printed`` is what the hint says to write. Neither
    tells two problems apart.

    Whatever texts of the data a message quotes, it stays one line that can be printed: message and
    hint are cut to :data:`MAX_SENTENCES`. ``file`` is the name as it is on disk.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    path: tuple[str | int, ...] = field(default=(), compare=False)
    printed: PrintedValue | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        # A value that is still being made; nothing else changes it.
        object.__setattr__(self, "message", shortened(self.message, MAX_SENTENCES))
        object.__setattr__(self, "hint", shortened(self.hint, MAX_SENTENCES))

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def text(self) -> str:
        """Message and hint in one text."""
        return f"{self.message} {self.hint}".strip()

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays when lines are added above: file, code, message without line numbers."""
        return self.file, self.code, _LINE_NUMBERS.sub(r"\1", self.message)

    def __str__(self) -> str:
        kind = "" if self.is_error else "peringatan: "
        return f"{printable(self.file)}:{self.line}:{self.column}: {kind}{self.text} [{self.code}]"
