"""The page of one Pemda: its organisation as a tree, with who reported what and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from iku_terbuka.capaian import StatusCounts
from iku_terbuka.context import Context, full_name
from iku_terbuka.model import Indikator, Instansi, Pemda, ProfilPemda
from iku_terbuka.pages.blocks import (
    Fact,
    actions,
    fact_list,
    header,
    optional,
    target_years,
    titled_notes,
    web_link,
)
from iku_terbuka.pages.cari import search_form
from iku_terbuka.pages.daftar import list_section
from iku_terbuka.pages.daftar_dokumen import documents_section
from iku_terbuka.pages.dokumen import dokumen_links
from iku_terbuka.pages.evaluasi import evaluasi_section
from iku_terbuka.pages.instansi import document_notes, moves, profile_facts, year_tables_section
from iku_terbuka.pages.kelengkapan import (
    YearSquare,
    counted_units,
    kelengkapan_folder,
    square_key,
    units_with_indicators,
    year_square,
)
from iku_terbuka.pages.overview import (
    BarSegment,
    bar_segments,
    count_statuses,
    counted,
    counts_in_words,
    overview,
)
from iku_terbuka.pages.paging import MAX_ROWS
from iku_terbuka.pages.perubahan import newest_changes_section
from iku_terbuka.pages.pohon import pohon_section
from iku_terbuka.pages.sambungan import dated_name
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, Section
from iku_terbuka.wording import count_text, count_word, instansi_summary, years_text

_PAGE = Macros("pemda.html.j2")


@dataclass(frozen=True)
class Node:
    """A node of the tree; what it counts includes everything below it."""

    instansi: Instansi
    href: str
    counts: StatusCounts
    children: tuple["Node", ...] = ()

    @property
    def segments(self) -> tuple[BarSegment, ...]:
        return bar_segments(self.counts)

    @property
    def nama(self) -> str:
        return dated_name(self.instansi)

    @property
    def words(self) -> str:
        total = self.counts.total
        if not total:
            return _why_none_counts(self.instansi)
        below = ", termasuk unit di bawahnya" if self.children else ""
        return f"{count_text(total)} indikator{below}: {counts_in_words(self.counts)}"


def _why_none_counts(instansi: Instansi) -> str:
    """Say why nothing counts in an instansi today: it has nothing, has gone, or is to come."""
    to_come = [each.begins for each in instansi.indikator if each.begins and each.is_upcoming]
    if to_come:
        return f"mulai {min(to_come)}"
    return "dilanjutkan instansi lain" if instansi.indikator else "belum ada indikator"


@dataclass(frozen=True)
class MapRow:
    """A row of the map. ``level`` counts from 0; ``last`` is the last of its siblings."""

    nama: str
    href: str
    level: int
    last: bool
    count: int
    squares: tuple[YearSquare, ...]


def pemda_page(context: Context, pemda: Pemda) -> Page:
    """Return the page of ``pemda``; its own IKU, if any, stand on the same page."""
    instansi, folder = pemda.instansi, context.folder(pemda.id)
    tree = _tree(context, folder, instansi)
    indicators = tuple(instansi.all_indikator())
    lead = instansi_summary(_who_promised(pemda), tree.counts, target_years(indicators))
    return Page(
        folder=folder,
        title=pemda.nama,
        description=lead.striptags(),
        heading=pemda.nama,
        header=header(context, folder, instansi),
        sections=(
            Section(
                stack(_PAGE.lead(lead), *moves(context, instansi), search_form(context, folder))
            ),
            Section(_overview(context, pemda, counted(indicators), tree.counts)),
            *_tree_section(context, tree),
            *pohon_section(context, pemda),
            *_map_section(context, tree, _years(indicators)),
            *([list_section(context, instansi)] if instansi.indikator else []),
            *year_tables_section(context, instansi),
            *evaluasi_section(context, instansi),
            *documents_section(context, instansi),
            *([] if folder else [newest_changes_section(context)]),
            _profile_section(context, pemda, _years(indicators)),
            Section(actions(context, pemda.id, pemda.nama, pemda.lokasi)),
        ),
        script="tabel.js",
        source=pemda.lokasi,
    )


def _years(indicators: Iterable[Indikator]) -> tuple[int, ...]:
    return tuple(sorted({tahun for indikator in indicators for tahun in indikator.tahun}))


def _overview(
    context: Context, pemda: Pemda, indicators: Sequence[Indikator], counts: StatusCounts
) -> str:
    units = len(counted_units(pemda.instansi))
    return overview(context, indicators, counts, f"di {count_text(units)} instansi")


def _who_promised(pemda: Pemda) -> str:
    """Say who made the promises: the Pemda only where it has an IKU of its own."""
    units = counted_units(pemda.instansi)
    if pemda.instansi.indikator or not units:
        return pemda.nama
    if len(units) == 1:
        return full_name(units[0], pemda)
    count = count_word(len(units))
    # A sentence does not begin with digits.
    first = f"Sebanyak {count}" if count[0].isdigit() else count.capitalize()
    return f"{first} instansi di {pemda.nama}"


def _tree(context: Context, folder: str, instansi: Instansi) -> Node:
    """Return the tree below ``instansi``, counted once from the leaves up."""
    below = tuple(_tree(context, folder, anak) for anak in instansi.anak)
    own = count_statuses(context, counted(instansi.indikator))
    return Node(
        instansi=instansi,
        href=context.link(folder, context.folder(instansi.id)),
        counts=sum((node.counts for node in below), own),
        children=below,
    )


def _is_large(top: Instansi) -> bool:
    """Tell whether tree and map show only what lies directly below, each with all below that."""
    return len(units_with_indicators(top)) > MAX_ROWS


def _tree_section(context: Context, top: Node) -> Iterator[Section]:
    """Yield the section with the tree of the organisation, where there is anything below."""
    if not top.children:
        return
    own = top.instansi.indikator
    first = (
        (Node(top.instansi, "#indikator", count_statuses(context, counted(own))),) if own else ()
    )
    nodes = (*first, *top.children)
    several = len(nodes) > 1 or nodes[0].children
    html = _PAGE.tree(
        nodes=nodes,
        folded=_is_large(top.instansi),
        without_own="" if own else top.instansi.nama,
    )
    yield Section(html, "Organisasi" if several else "Instansi", "organisasi")


def _map_section(context: Context, top: Node, years: tuple[int, ...]) -> Iterator[Section]:
    """Yield the section with a square for each instansi and year, where there are years.

    Where even those directly below are many, the map has only their sum.
    """
    if not years:
        return
    large = _is_large(top.instansi)
    rows = tuple(_map_rows(context, top, years, large=large))
    if len(rows) > MAX_ROWS + 2:
        rows = rows[:1]
    squares = [square for row in rows for square in row.squares]
    folder = context.folder(top.instansi.id)
    table = kelengkapan_folder(context.pemda(top.instansi.id))
    html = _PAGE.map(
        rows=rows,
        years=years,
        summed=large,
        key=square_key(squares),
        missed=any(square.missed for square in squares),
        href=context.link(folder, table) if large else "",
    )
    yield Section(html, "Kelengkapan laporan", "kelengkapan")


def _map_rows(
    context: Context, top: Node, years: tuple[int, ...], *, large: bool
) -> Iterator[MapRow]:
    """Yield the rows from the top down; more than one have a sum above them.

    In a ``large`` organisation a row counts all that is below it, which then has no row.
    """
    instansi = top.instansi
    several = len(units_with_indicators(instansi)) > 1

    def row(
        nama: str, href: str, level: int, last: bool, indicators: Sequence[Indikator]
    ) -> MapRow:
        squares = tuple(year_square(context, indicators, tahun) for tahun in years)
        return MapRow(
            nama=nama, href=href, level=level, last=last, count=len(indicators), squares=squares
        )

    def below(node: Node, level: int) -> Iterator[MapRow]:
        shown = [child for child in node.children if any(child.instansi.all_indikator())]
        for child in shown:
            unit = child.instansi
            own = tuple(unit.all_indikator()) if large else unit.indikator
            if own or several:
                yield row(dated_name(unit), child.href, level, child is shown[-1], own)
            if not large:
                yield from below(child, level + several)

    if several:
        every = tuple(instansi.all_indikator())
        total = row("Semua instansi", "", 0, True, every)
        yield replace(total, count=len(counted(every)))
    if instansi.indikator:
        last = not any(any(child.instansi.all_indikator()) for child in top.children)
        yield row(instansi.nama, "#indikator", int(several), last, instansi.indikator)
    yield from below(top, int(several))


def _profile_section(context: Context, pemda: Pemda, years: tuple[int, ...]) -> Section:
    terbaru = pemda.instansi.terbaru
    own = document_notes(terbaru.iku) if terbaru else ()
    html = stack(
        fact_list(_profile(context, pemda, years)),
        titled_notes("Catatan", (*pemda.profil.catatan, *own)),
    )
    return Section(html, "Profil", "profil")


def _profile(context: Context, pemda: Pemda, years: tuple[int, ...]) -> tuple[Fact, ...]:
    profil, terbaru = pemda.profil, pemda.instansi.terbaru
    span = optional(years_text(years) if years else None)
    return (
        Fact("Provinsi", optional(profil.provinsi)),
        Fact("Kode wilayah", optional(profil.kode_wilayah)),
        Fact("Tahun target", span, empty="Belum ada target tahunan yang dimuat"),
        Fact("Status data", (_data_status(profil),)),
        *_website(profil),
        *(profile_facts(context, pemda.instansi, terbaru) if terbaru else ()),
        *_shared_decrees(context, pemda),
    )


def _website(profil: ProfilPemda) -> Iterator[Fact]:
    """Yield the address of the Pemda's own web site, as people read addresses."""
    if profil.situs:
        shown = profil.situs.partition("//")[2].removeprefix("www.").rstrip("/")
        yield Fact("Situs resmi daerah", (web_link(shown, profil.situs),))


def _shared_decrees(context: Context, pemda: Pemda) -> Iterator[Fact]:
    """Yield the decrees for many instansi, where there are any, each with a page of its own."""
    links = dokumen_links(context, context.folder(pemda.id), pemda)
    if links:
        named = tuple(web_link(link.text, link.href) for link in links)
        yield Fact("Keputusan untuk banyak instansi", named)


def _data_status(profil: ProfilPemda) -> str:
    if profil.contoh:
        return "Data contoh; semua nama dan angka rekaan"
    if profil.resmi:
        return "Diterbitkan sendiri oleh daerah ini"
    return "Salinan dari dokumen publik"
