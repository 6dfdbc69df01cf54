"""What an indicator supports and what supports it, as its own page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.pages.pohon import Pohon, line_words
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import count_text, key_origin

_PAGE = Macros("pohon.html.j2")
# Of each kind; the rest stands in the tree.
MAX_LISTED = 20


@dataclass(frozen=True)
class Neighbour:
    """An indicator above or below; without an address where it has no page in this site."""

    nama: str
    href: str
    status: Status
    words: str


@dataclass(frozen=True)
class Neighbours:
    """All that the page shows of other indicators: their own data, which may change without it.

    ``place`` leads to the line of the indicator in the tree, where the site has one.
    """

    menopang: tuple[Neighbour, ...]
    more_menopang: int
    penopang: tuple[Neighbour, ...]
    more_penopang: int
    place: str


def neighbours(context: Context, indikator: Indikator, pohon: Pohon | None) -> Neighbours | None:
    """Return what an indicator supports and what supports it, if there is anything."""
    if not context.pohon.includes(indikator):
        return None
    above = context.pohon.menopang.get(indikator.kunci, ())
    below = context.pohon.penopang.get(indikator.kunci, ())
    here = context.folder(indikator.kunci)
    return Neighbours(
        _listed(context, here, indikator, above),
        max(0, len(above) - MAX_LISTED),
        _listed(context, here, indikator, below),
        max(0, len(below) - MAX_LISTED),
        pohon.link(context, here, indikator) if pohon else "",
    )


def _listed(
    context: Context, here: str, indikator: Indikator, found: Sequence[Indikator]
) -> tuple[Neighbour, ...]:
    def href(each: Indikator) -> str:
        shown = context.has_page(each.instansi_id)
        return context.link(here, context.folder(each.kunci)) if shown else ""

    return tuple(
        Neighbour(
            each.nama,
            href(each),
            context.standing(each).status,
            line_words(context, each, indikator.instansi_id),
        )
        for each in found[:MAX_LISTED]
    )


def neighbours_section(indikator: Indikator, found: Neighbours) -> Section:
    """Return the section that shows them."""
    origin = key_origin(indikator.terbaru, "menopang")
    lists = (
        ("Menopang", origin, found.menopang, found.more_menopang),
        ("Ditopang oleh", (), found.penopang, found.more_penopang),
    )
    html = stack(
        *(
            _PAGE.list(
                title=title,
                origin=origin,
                lines=lines,
                rest=count_text(more) if more else "",
                href=found.place,
            )
            for title, origin, lines, more in lists
            if lines
        ),
        _PAGE.place(found.place) if found.place else "",
    )
    return Section(html, "Menopang dan ditopang", "menopang")
