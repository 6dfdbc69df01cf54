"""Laporan → everything on the site, as plans and values: pages, files to take away, navigation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.opendata import downloads
from iku_terbuka.opendata.feed import feed_titles
from iku_terbuka.opendata.schema_org import indikator_dataset, site_catalogue
from iku_terbuka.pages import (
    Pohon,
    continued_pages,
    dokumen_pages,
    generated_parts,
    grow_pohon,
    indikator_card,
    indikator_page,
    instansi_card,
    instansi_page,
    kelengkapan_pages,
    moved_pages,
    neighbours,
    pemda_page,
    pohon_pages,
    search_index,
    tahun_pages,
)
from iku_terbuka.publish import Page, PagePlan, Plan, Section
from iku_terbuka.publish.page import HEADING_ID, page_path
from iku_terbuka.wording import state_sentence

# Every page holds the navigation; the Pemda of a whole province stand on the home page alone.
MAX_NAVIGATION = 20
# The path of the home page's Markdown.
HOME = "index.md"
_ID = re.compile(r'(?<= id=")[^"]+(?=")')
_REQUEST = re.compile(r"^<!--\s*iku:([a-z-]+)\s*-->\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """The site of a Laporan; ``written`` are the hand-written pages by path, the home among them.

    ``home`` are a project's own words on the home page of one Pemda or instansi, as HTML.
    Nothing is made before it is asked for: the files of a large site are many times its data.
    """

    context: Context
    written: Mapping[str, str]
    home: str = ""

    def plans(self) -> Iterator[Plan]:
        """Yield every page and file that the data make."""
        return chain(self.pages(), self.downloads())

    def pages(self) -> Iterator[Plan]:
        """Yield the pages, the cards for sharing them, and the index of the search."""
        return _pages(self.context, self.written, self.home)

    def downloads(self) -> Iterator[Plan]:
        """Yield the files to take away."""
        return downloads(self.context)

    @cached_property
    def filled(self) -> Mapping[str, str]:
        """Return the hand-written pages that ask for parts, with these in their place.

        The node chosen by ``hanya`` is the home itself; unknown names stay.
        """
        asking = {
            path: text
            for path, text in sorted(self.written.items())
            if _REQUEST.search(text) and not (self.context.root and path == HOME)
        }
        parts = generated_parts(self.context) if asking else {}
        return {
            path: _REQUEST.sub(lambda found: parts.get(found[1], found[0]), text)
            for path, text in asking.items()
        }

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """Return title and folder of what the navigation gets besides the hand-written pages."""
        shown = () if self.context.root else self.context.laporan.pemda
        entries = tuple((pemda.nama, self.context.folder(pemda.id)) for pemda in shown)
        return entries if len(entries) <= MAX_NAVIGATION else ()

    @property
    def json_ld(self) -> str:
        """Return the structured data of the home page."""
        return site_catalogue(self.context)

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """Return the title of each feed by the folder whose pages it is about."""
        return feed_titles(self.context)

    def sitemap(self, plans: Iterable[Plan], written: Iterable[str]) -> list[tuple[str, str]]:
        """Return address and day of every page, sorted; nothing without a public address.

        ``written`` are the places of the hand-written pages in the finished site.
        """
        base = self.context.site_url.rstrip("/")
        if not base:
            return []
        ours = (
            (plan.path, self.context.state(plan.instansi, below=plan.below).day)
            for plan in plans
            if isinstance(plan, PagePlan)
        )
        theirs = ((path, self.context.state().day) for path in written)
        return sorted(
            (f"{base}/{path}", day.isoformat() if day else "") for path, day in chain(ours, theirs)
        )

    @property
    def footer(self) -> str:
        """Return the sentence at the foot of hand-written pages: which state of the data is shown.

        They name the reference date, by which statuses and days late are counted.
        """
        return state_sentence(self.context.state().day, self.context.acuan)


def asks_for_parts(text: str) -> bool:
    """Tell whether a hand-written page asks for a part that the data make."""
    return _REQUEST.search(text) is not None


def _pages(context: Context, written: Mapping[str, str], home: str) -> Iterator[Plan]:
    for plan in kelengkapan_pages(context):
        yield _finished(context, plan)
    for pemda in context.all_pemda():
        for plan in dokumen_pages(context, pemda):
            yield _finished(context, plan)
    for top in context.top_nodes():
        # A site of one instansi has no tree: it would hold a part of that of the Pemda.
        pohon = None if "/" in top.id else grow_pohon(context, context.pemda(top.id))
        for instansi in top.descendants():
            words = home if instansi.id == context.root else ""
            yield from _instansi(context, instansi, pohon, words)
        for plan in pohon_pages(context, pohon) if pohon else ():
            yield _finished(context, plan)
    yield from moved_pages(context)
    yield search_index(context, written)


def _instansi(
    context: Context, instansi: Instansi, pohon: Pohon | None, home: str
) -> Iterator[Plan]:
    """Yield the pages of one instansi; with a public address also the cards for sharing them.

    ``home`` are the project's own words on its page.
    """
    card = instansi_card(context, instansi) if context.site_url else None
    shared = card.path if card else ""
    if card:
        yield card
    for indikator in instansi.indikator:
        if card and context.kartu_indikator:
            own = indikator_card(context, indikator)
            yield own
            yield _indikator(context, indikator, pohon, own.path)
        else:
            yield _indikator(context, indikator, pohon, shared)
    lists = [continued_pages(context, instansi)]
    lists += (tahun_pages(context, instansi, tahun) for tahun in instansi.tahun)
    for plan in (_node(context, instansi, home), *chain.from_iterable(lists)):
        yield _finished(context, plan, card=shared)


def _node(context: Context, instansi: Instansi, home: str) -> PagePlan:
    """Plan the page of a Pemda or an instansi; either shows those below it, and ``home``."""

    def make() -> Page:
        if "/" in instansi.id:
            page = instansi_page(context, instansi)
        else:
            page = pemda_page(context, context.pemda(instansi.id))
        return _with_words(page, home) if home else page

    path = page_path(context.folder(instansi.id))
    texts = (home,) if home else ()
    return PagePlan(path, make, instansi=instansi.id, below=True, texts=texts)


def _with_words(page: Page, home: str) -> Page:
    """Return the home page with a project's own words above the figures, its ids unlike ours."""
    taken = {HEADING_ID, *(section.id for section in page.sections), *_ID.findall(page.html)}
    own = _ID.sub(lambda found: f"{found[0]}-kami" if found[0] in taken else found[0], home)
    words = Section(f'<div class="iku-tulisan">\n{own}\n</div>')
    return replace(page, sections=(page.sections[0], words, *page.sections[1:]))


def _indikator(context: Context, indikator: Indikator, pohon: Pohon | None, card: str) -> PagePlan:
    """Plan the page of an indicator; what it shows of others counts beside its own data."""
    others = neighbours(context, indikator, pohon)

    def make() -> Page:
        page = indikator_page(context, indikator, others)
        return replace(page, json_ld=indikator_dataset(context, indikator))

    path = page_path(context.folder(indikator.kunci))
    texts = (repr(others),) if others else ()
    plan = PagePlan(path, make, instansi=indikator.instansi_id, texts=texts)
    return _finished(context, plan, card=card)


def _finished(context: Context, plan: PagePlan, *, card: str = "") -> PagePlan:
    """Return the plan of a page with its card, and with the state of its data at its foot."""

    def make() -> Page:
        acuan = context.acuan
        # A page that knows only the year of the reference date must not change with its day.
        counted: date | int | None = acuan
        day = context.state(plan.instansi, below=plan.below).day
        if acuan and not plan.dated:
            since = context.counted_on(plan.instansi, below=plan.below)
            counted = since if since and not (day and day >= since) else acuan.year
        return replace(plan.make(), card=card, footer=state_sentence(day, counted))

    return replace(plan, make=make)
