"""What a share card shows, as values; :mod:`.card_picture` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class CardFigure:
    """A large number, of how many, and the words below it."""

    number: str
    of: str
    words: str


@dataclass(frozen=True)
class BarPart:
    """A piece of the bar: a count and its colour; ``None`` is an outline, for what is missing."""

    count: int
    colour: str | None


@dataclass(frozen=True)
class ShareCard:
    """``header`` stands above the title, ``note`` below the bar, ``footer`` last.

    ``colour`` is that behind the header, on which white is readable.
    """

    header: str
    title: str
    figures: Sequence[CardFigure]
    bar: Sequence[BarPart]
    colour: str
    footer: str = ""
    note: str = ""
