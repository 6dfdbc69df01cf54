"""The pohon kinerja of a Pemda: what supports what, from its sasaran down, as nested lists.

An indicator that supports several is shown whole once; elsewhere a line leads there. So the tree
has a line for each indicator and for each further support, and long ones continue on more pages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Pemda
from iku_terbuka.pages.blocks import BLOCKS, Fact, Link, fact_list, header
from iku_terbuka.pages.overview import counted
from iku_terbuka.pages.paging import Slice, slice_links, slices
from iku_terbuka.pages.sambungan import dated_name
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, PagePlan, Section
from iku_terbuka.publish.page import page_path
from iku_terbuka.wording import count_text, parent_title

_PAGE = Macros("pohon.html.j2")
FOLDER = "pohon-kinerja"
TITLE = "Pohon kinerja"
# Levels below a heading; what is deeper gets a heading of its own, or a phone could not show it.
MAX_LEVELS = 6


@dataclass(frozen=True)
class Row:
    """A line of the tree; those below it follow, one ``level`` deeper.

    At level 0 it is a heading, which speaks of ``indikator`` where what supports that stands
    ``apart``. ``again``: the line only leads to where the indicator is shown whole.
    """

    level: int
    group: int
    title: str = ""
    indikator: Indikator | None = None
    again: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Pohon:
    """The tree of ``pemda`` in its ``parts``, one for each page.

    ``above`` are for each part the lines that its first line belongs to, top first. By key of an
    indicator ``pages`` has the number of the page on which it is shown whole, and ``apart`` that of
    the heading of what supports it, where there is one; ``below`` names what it stands below.
    """

    pemda: Pemda
    parts: tuple[Slice[Row], ...]
    above: tuple[tuple[Row, ...], ...]
    pages: Mapping[str, int]
    apart: Mapping[str, int]
    below: Mapping[str, str]

    def link(
        self, context: Context, here: str, indikator: Indikator, *, apart: bool = False
    ) -> str:
        """Return the link to the line of an indicator, or to the heading of what supports it."""
        numbers = self.apart if apart else self.pages
        there = pohon_folder(context, self.pemda, numbers[indikator.kunci])
        anchor = _anchor(indikator, apart=apart)
        return f"#{anchor}" if there == here else f"{context.link(here, there)}#{anchor}"


def has_pohon(context: Context, pemda: Pemda) -> bool:
    """Tell whether any indicator of a Pemda supports another."""
    menopang = context.pohon.menopang
    return any(indikator.kunci in menopang for indikator in pemda.instansi.all_indikator())


def pohon_section(context: Context, pemda: Pemda) -> Iterator[Section]:
    """Yield the section of the Pemda's page that leads to the tree, where there is one."""
    if has_pohon(context, pemda):
        here, there = context.folder(pemda.id), pohon_folder(context, pemda)
        yield Section(_PAGE.tree_link(context.link(here, there), pemda.nama), TITLE, FOLDER)


def pohon_folder(context: Context, pemda: Pemda, number: int = 1) -> str:
    """Return the folder of a page; no instansi can have such a name."""
    name = f"{FOLDER}/{number}" if number > 1 else FOLDER
    return context.folder(f"{pemda.id}/{name}")


def grow_pohon(context: Context, pemda: Pemda) -> Pohon | None:
    """Return the tree of a Pemda, where any of its indicators supports another."""
    if not has_pohon(context, pemda):
        return None
    rows = tuple(_rows(context, pemda.instansi))
    parts = slices(rows, lambda row: row.group)
    starts = {part.first - 1 for part in parts}
    above: list[tuple[Row, ...]] = []
    pages: dict[str, int] = {}
    apart: dict[str, int] = {}
    below: dict[str, str] = {}
    path: tuple[Row, ...] = ()
    for i, row in enumerate(rows):
        path = path[: row.level]
        if i in starts:
            above.append(path)
        if row.indikator and not row.level:
            apart[row.indikator.kunci] = len(above)
        elif row.indikator and not row.again:
            pages[row.indikator.kunci] = len(above)
            below[row.indikator.kunci] = path[-1].indikator.nama if path[-1].indikator else ""
        path = (*path, row)
    return Pohon(pemda, parts, tuple(above), pages, apart, below)


def _rows(context: Context, top: Instansi) -> Iterator[Row]:
    """Yield the lines: headings with what stands below them."""
    penopang, placed, apart = context.pohon.penopang, set[str](), list[Indikator]()

    def grow(indikator: Indikator, level: int, group: int) -> Iterator[Row]:
        again = indikator.kunci in placed
        placed.add(indikator.kunci)
        below = () if again else penopang.get(indikator.kunci, ())
        deep = bool(below) and level == MAX_LEVELS
        yield Row(level, group, indikator=indikator, again=again, apart=deep)
        if deep:
            apart.append(indikator)
            return
        for each in below:
            yield from grow(each, level + 1, group)

    headings = list(_headings(context, top))
    for group, (title, roots) in enumerate(headings):
        yield Row(0, group, title)
        for root in roots:
            yield from grow(root, 1, group)
    for group, indikator in enumerate(apart, len(headings)):  # which grows meanwhile
        yield Row(0, group, indikator=indikator, apart=True)
        for each in penopang[indikator.kunci]:
            yield from grow(each, 1, group)


def _headings(context: Context, top: Instansi) -> Iterator[tuple[str, list[Indikator]]]:
    """Yield each tujuan and sasaran with what supports nothing: first those of the Pemda.

    Of the Pemda also those that nothing supports, of the instansi only the tops of a tree.
    """
    for instansi in top.descendants():
        roots = [
            indikator
            for indikator in instansi.indikator
            if indikator.kunci not in context.pohon.menopang
            and (
                indikator.kunci in context.pohon.penopang
                or (instansi is top and indikator.is_counted)
            )
        ]
        whose = "" if instansi is top else f"{dated_name(instansi)} · "
        for title, found in groupby(roots, lambda indikator: parent_title(indikator.terbaru)):
            yield f"{whose}{title}", list(found)


def _anchor(indikator: Indikator, *, apart: bool = False) -> str:
    """Return the id of a line. No name of a folder holds two hyphens one after the other."""
    key = indikator.kunci.replace("/", "--")
    return f"penopang--{key}" if apart else key


def pohon_pages(context: Context, pohon: Pohon) -> Iterator[PagePlan]:
    """Plan the pages of a tree."""
    for part in pohon.parts:
        path = page_path(pohon_folder(context, pohon.pemda, part.number))
        make = partial(_page, context, pohon, part)
        yield PagePlan(path, make, instansi=pohon.pemda.id, below=True)


def _page(context: Context, pohon: Pohon, part: Slice[Row]) -> Page:
    pemda, folder = pohon.pemda, pohon_folder(context, pohon.pemda, part.number)
    suffix = f", baris {part.range}" if part.partial else ""
    links = slice_links(
        context, pohon.parts, partial(pohon_folder, context, pohon.pemda), part.number
    )
    html = stack(
        *(_lead(context, pohon) if part.number == 1 else ()),
        BLOCKS.links(links, "Bagian pohon", "Baris") if links else "",
        _PAGE.tree(_nodes(context, pohon, part)),
    )
    return Page(
        folder=folder,
        title=f"{TITLE} {pemda.nama}{suffix}",
        description=f"{search_words(pemda)}{suffix}.",
        heading=f"{TITLE} {pemda.nama}{suffix}",
        header=header(context, folder, pemda.instansi, f"{TITLE}{suffix}"),
        sections=(Section(html),),
        source=pemda.instansi.terbaru.lokasi if pemda.instansi.terbaru else pemda.lokasi,
    )


def search_words(pemda: Pemda) -> str:
    """Return what the page is about, in a few words."""
    return f"Indikator mana menopang indikator mana, dari sasaran ke bawah: {pemda.nama}"


def _lead(context: Context, pohon: Pohon) -> Iterator[str]:
    """Yield how much the tree holds, how it is read, and the tujuan that head no part of it."""
    top = pohon.pemda.instansi
    every = counted(top.all_indikator())
    supporting = sum(1 for indikator in every if indikator.kunci in context.pohon.menopang)
    missing = sum(1 for indikator in every if indikator.kunci not in pohon.pages)
    yield _PAGE.lead(
        owner=pohon.pemda.nama,
        supporting=count_text(supporting),
        total=count_text(len(every)),
        missing=count_text(missing) if missing else "",
    )
    tujuan = top.terbaru.iku.tujuan if top.terbaru else ()
    names = tuple(
        f"{each.nomor} {each.nama}" if each.nomor else each.nama
        for each in tujuan
        if all(isinstance(row, str) for row in each.indikator)
    )
    if names:
        yield fact_list([Fact("Tujuan daerah", names)])


@dataclass(frozen=True)
class Node:
    """A line with all below it. A heading has ``title``, an indicator ``link`` and ``status``.

    ``words`` are what else is said of it, ``more`` leads to where there is more; ``count`` is how
    many stand directly below it on all pages, ``continued`` that it began on another.
    """

    title: str
    count: int
    continued: bool
    children: tuple["Node", ...]
    id: str = ""
    link: Link | None = None
    status: Status | None = None
    words: str = ""
    more: Link | None = None


def _nodes(context: Context, pohon: Pohon, part: Slice[Row]) -> tuple[Node, ...]:
    """Return the lines of a page, nested."""
    above = pohon.above[part.number - 1]
    below: dict[int, list[Node]] = {}
    for i, row in reversed(list(enumerate((*above, *part.items)))):
        children = tuple(reversed(below.pop(row.level + 1, ())))
        count = _count(context, row.indikator) if row.indikator else len(children)
        bare = Node(_title(row), count, continued=i < len(above), children=children)
        here = pohon_folder(context, pohon.pemda, part.number)
        node = _indikator_node(context, pohon, here, row, bare) if row.indikator else bare
        below.setdefault(row.level, []).append(node)
    return tuple(reversed(below[0]))


def _count(context: Context, indikator: Indikator) -> int:
    return len(context.pohon.penopang.get(indikator.kunci, ()))


def _title(row: Row) -> str:
    if row.level or row.indikator is None:
        return row.title
    return f"Penopang “{row.indikator.nama}”"


def _indikator_node(context: Context, pohon: Pohon, here: str, row: Row, bare: Node) -> Node:
    """Add to a line what it says of its indicator."""
    indikator = row.indikator
    if indikator is None:
        return bare
    own = "" if row.again or bare.continued else _anchor(indikator, apart=not row.level)
    if not row.level:
        more = Link("Lihat tempatnya di pohon", pohon.link(context, here, indikator))
        return replace(bare, id=own, more=more)
    return replace(
        bare,
        id=own,
        link=Link(indikator.nama, context.link(here, context.folder(indikator.kunci))),
        status=context.standing(indikator).status,
        words=line_words(context, indikator, pohon.pemda.id),
        more=_more(context, pohon, here, row),
    )


def line_words(context: Context, indikator: Indikator, here: str) -> str:
    """Return whose indicator it is, unless that of ``here``, and of which year its status is."""
    shown = context.standing(indikator).shown
    instansi = context.instansi[indikator.instansi_id]
    whose = "" if instansi.id == here else dated_name(instansi)
    return " · ".join(filter(None, (whose, str(shown.tahun) if shown else "")))


def _more(context: Context, pohon: Pohon, here: str, row: Row) -> Link | None:
    """Return the link to where the rest of a line stands, if that is elsewhere."""
    indikator = row.indikator
    if indikator is None or not (row.apart or row.again):
        return None
    count = _count(context, indikator)
    if row.apart:
        words = f"{count_text(count)} penopangnya ditulis tersendiri"
        return Link(words, pohon.link(context, here, indikator, apart=True))
    words = f"Juga menopang “{pohon.below[indikator.kunci]}”"
    if count:
        words += f"; {count_text(count)} penopangnya ditulis di sana"
    return Link(words, pohon.link(context, here, indikator))
