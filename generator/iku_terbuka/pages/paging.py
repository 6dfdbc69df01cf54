"""A long list in several pages, so that no page grows with the organisation.

The first page keeps the address of the list. The others lie below it, in folders that no instansi
and no indicator can have, so they take no name away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from iku_terbuka.context import Context
from iku_terbuka.pages.blocks import Link

# Rows of one page: at most 190 kB of HTML, 13 kB on the line.
MAX_ROWS = 100

T = TypeVar("T")


@dataclass(frozen=True)
class Slice(Generic[T]):
    """What page ``number`` (from 1) of a list shows.

    Its first item is number ``first`` of ``total``.
    """

    items: tuple[T, ...]
    number: int
    first: int
    total: int

    @property
    def range(self) -> str:
        """Return the numbers of its items: 99–196."""
        last = self.first + len(self.items) - 1
        return str(last) if last == self.first else f"{self.first}–{last}"

    @property
    def partial(self) -> bool:
        """Whether other pages hold the rest."""
        return len(self.items) < self.total


def slices(
    items: Sequence[T], group: Callable[[T], object] = lambda _: None
) -> tuple[Slice[T], ...]:
    """Return the pages of a list, at least one.

    Neighbours of the same ``group`` stay on one page, unless they are too many for any.
    """
    parts: list[list[T]] = [[]]
    for _, run in groupby(items, group):
        neighbours = list(run)
        for start in range(0, len(neighbours), MAX_ROWS):
            piece = neighbours[start : start + MAX_ROWS]
            if parts[-1] and len(parts[-1]) + len(piece) > MAX_ROWS:
                parts.append([])
            parts[-1] += piece
    starts = [1]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return tuple(
        Slice(tuple(part), number, start, len(items))
        for number, (part, start) in enumerate(zip(parts, starts, strict=False), start=1)
    )


def slice_links(
    context: Context, parts: Sequence[Slice[T]], folder: Callable[[int], str], current: int
) -> tuple[Link, ...]:
    """Return the links between the pages of a list, nothing where there is only one.

    ``folder`` tells the folder of a page by its number; the page ``current`` has no address.
    """
    if len(parts) == 1:
        return ()
    own = folder(current)
    return tuple(
        Link(
            part.range,
            "" if part.number == current else context.link(own, folder(part.number)),
        )
        for part in parts
    )
