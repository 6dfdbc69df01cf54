"""Who has reported what, and how late: every Pemda with its instansi, year by year.

Where they are many, each Pemda has pages of its own, and /kelengkapan/ sums it up in one row. A
square stands for a year of an instansi: how many of its indicators have a result.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from iku_terbuka.capaian import Measurement, Status, days_late, report_due
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Pemda, ProfilPemda
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.pages.blocks import BLOCKS, Link
from iku_terbuka.pages.daftar_dokumen import document_matrix, units_with_documents
from iku_terbuka.pages.paging import MAX_ROWS, Slice, slice_links, slices
from iku_terbuka.pages.sambungan import dated_name
from iku_terbuka.pages.template import Macros, part, sections_part, stack
from iku_terbuka.publish import Page, PagePlan, Section
from iku_terbuka.publish.page import page_path
from iku_terbuka.wording import count_text, day_text, no_year_sentence

_PAGE = Macros("kelengkapan.html.j2")
# More years than these are on the page of the Pemda.
MAX_YEARS = 5
FOLDER = "kelengkapan"


@dataclass(frozen=True)
class YearSquare:
    """``style`` is a class of the style sheet; depth is completeness, never achievement.

    ``wanted`` are the results that are wanted, ``reported`` those that are there, ``missed`` those
    that missed their target. What was not measured, or does not apply, is not wanted.
    """

    tahun: int
    style: str
    text: str
    icon: str = ""
    reported: int = 0
    wanted: int = 0
    missed: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing that is wanted is missing: what “lengkap” means on every page."""
        return self.reported == self.wanted


# What the squares mean, each as an example; the order is that of the key.
SQUARE_MEANINGS = (
    (YearSquare(0, "h0", "0/4"), "Belum ada yang dilaporkan"),
    (YearSquare(0, "h1", "1/4"), "Kurang dari setengah"),
    (YearSquare(0, "h2", "3/4"), "Setengah atau lebih"),
    (YearSquare(0, "h3", "4/4"), "Lengkap"),
    (YearSquare(0, "td", "Tidak diukur", "tidak-diukur"), "Tidak diukur"),
    (YearSquare(0, "nb", "Tidak berlaku", "tidak-berlaku"), "Tidak berlaku"),
    (YearSquare(0, "dg", "Digantikan", "digantikan"), "Digantikan rencana yang baru"),
    (YearSquare(0, "bj", "Belum dinilai", "berjalan"), "Angka sementara, belum dinilai"),
    (YearSquare(0, "bw", "Belum waktunya", "belum-waktunya"), "Belum waktunya"),
)
_NOT_WANTED = {Status.TIDAK_DIUKUR, Status.TIDAK_BERLAKU, Status.DIGANTIKAN}
_NOT_OVER = {Status.BELUM_WAKTUNYA, Status.BERJALAN}


def year_square(context: Context, indicators: Iterable[Indikator], tahun: int) -> YearSquare:
    """Return the square of ``tahun`` for these indicators."""
    years = _years_of(context, indicators, tahun)
    # A school year goes on when that of the others is over, and is not wanted among them yet.
    over = [
        year
        for year in years
        if not (isinstance(year.tahun, TahunAjaran) and year.status in _NOT_OVER)
    ]
    statuses = [year.status for year in over or years]
    wanted = [status for status in statuses if status not in _NOT_WANTED]
    if not wanted and Status.TIDAK_DIUKUR in statuses:
        return YearSquare(tahun, "td", "Tidak diukur", "tidak-diukur")
    if not wanted and Status.DIGANTIKAN in statuses:
        return YearSquare(tahun, "dg", "Digantikan", "digantikan")
    if not wanted:
        return YearSquare(tahun, "nb", "Tidak berlaku", "tidak-berlaku")
    if Status.BERJALAN in wanted and set(wanted) <= _NOT_OVER:
        return YearSquare(tahun, "bj", "Belum dinilai", "berjalan")
    if set(wanted) == {Status.BELUM_WAKTUNYA}:
        return YearSquare(tahun, "bw", "Belum waktunya", "belum-waktunya")
    reported = sum(1 for status in wanted if status.ada_hasil)
    return YearSquare(
        tahun,
        f"h{_level(reported / len(wanted))}",
        f"{reported}/{len(wanted)}",
        reported=reported,
        wanted=len(wanted),
        missed=wanted.count(Status.BELUM_TERCAPAI),
    )


def _level(share: float) -> int:
    if share == 1:
        return 3
    return 0 if not share else 2 if share >= 0.5 else 1


def square_key(squares: Iterable[YearSquare]) -> tuple[tuple[YearSquare, str], ...]:
    """Return the key to these squares: only what occurs among them."""
    used = {square.style for square in squares}
    return tuple(pair for pair in SQUARE_MEANINGS if pair[0].style in used)


@dataclass(frozen=True)
class InstansiRow:
    """One instansi. ``deadline`` and ``lateness`` speak of the newest year that is over.

    Both are empty where no deadline is claimed.
    """

    nama: str
    parent: str
    href: str
    squares: tuple[YearSquare, ...]
    deadline: str
    lateness: str
    late: bool


@dataclass(frozen=True)
class PemdaTable:
    """The table of a Pemda, or a page of it.

    ``no_deadline`` says why nobody is late, ``no_years`` why there is no table.
    """

    nama: str
    id: str
    no_deadline: str
    years: tuple[int, ...]
    rows: tuple[InstansiRow, ...]
    no_years: str

    @property
    def last_year(self) -> int | None:
        return self.years[-1] if self.years else None

    @property
    def with_deadlines(self) -> bool:
        """Whether a deadline is claimed for any row."""
        return any(row.deadline for row in self.rows)


def kelengkapan_folder(pemda: Pemda, number: int = 1) -> str:
    """Return the folder of a page of a Pemda's own table."""
    return f"{FOLDER}/{pemda.id}/{number}" if number > 1 else f"{FOLDER}/{pemda.id}"


def units_with_indicators(top: Instansi) -> tuple[Instansi, ...]:
    """Return the instansi from ``top`` down that have indicators of their own."""
    return tuple(unit for unit in top.descendants() if unit.indikator)


def counted_units(top: Instansi) -> tuple[Instansi, ...]:
    """Return those of which an indicator counts today."""
    units = units_with_indicators(top)
    return tuple(unit for unit in units if any(each.is_counted for each in unit.indikator))


def kelengkapan_part(context: Context) -> str:
    """Return the tables of all Pemda, for /kelengkapan/."""
    return part(stack(sections_part(_sections(context)), _day(context)))


def _sections(context: Context) -> Iterator[Section]:
    summed = _too_many(context)
    for top in context.top_nodes():
        units = units_with_indicators(top)
        if units:
            yield _pemda_section(context, top, () if summed else units)
        elif units_with_documents(top.descendants()):
            yield _documents_section(context, top)


def _documents_section(context: Context, top: Instansi) -> Section:
    """Return the registers of a Pemda that has no indicators yet."""
    pemda = context.pemda(top.id)
    html = document_matrix(context, top, FOLDER, tuple(top.descendants()))
    return Section(html, pemda.nama, pemda.id)


def _pemda_section(context: Context, top: Instansi, units: Sequence[Instansi]) -> Section:
    table = _table(context, top, FOLDER, units)
    html = _PAGE.table(table=table, summed=not units)
    link = _PAGE.all_instansi(table) if not units and table.years else ""
    documents = document_matrix(context, top, FOLDER, tuple(top.descendants()) if units else ())
    return Section(stack(html, link, documents), table.nama, table.id)


def kelengkapan_pages(context: Context) -> Iterator[PagePlan]:
    """Plan the pages of each Pemda's own table, where /kelengkapan/ has only a row of it."""
    for top in context.top_nodes() if _too_many(context) else ():
        parts = slices(units_with_indicators(top) if _years(context, top) else ())
        for shown in parts:
            path = page_path(kelengkapan_folder(context.pemda(top.id), shown.number))
            make = partial(_page, context, top, parts, shown)
            yield PagePlan(path, make, instansi=top.id, below=True, dated=True)


def _page(
    context: Context, top: Instansi, parts: Sequence[Slice[Instansi]], shown: Slice[Instansi]
) -> Page:
    pemda = context.pemda(top.id)
    folder = kelengkapan_folder(pemda, shown.number)
    nama = f"{top.nama}, instansi {shown.range}" if shown.partial else top.nama
    links = slice_links(context, parts, partial(kelengkapan_folder, pemda), shown.number)
    html = stack(
        _PAGE.lead(),
        BLOCKS.links(links, "Bagian tabel", "Instansi") if links else "",
        _PAGE.table(table=_table(context, top, folder, shown.items), summed=False),
        document_matrix(context, top, folder, _between(top, parts, shown)),
        _day(context),
    )
    return Page(
        folder=folder,
        title=f"Kelengkapan laporan {nama}",
        description=f"Hasil yang sudah dimuat dan yang belum, instansi demi instansi: {nama}.",
        heading=f"Kelengkapan laporan {nama}",
        header=BLOCKS.header(_breadcrumb(context, folder, nama), None),
        sections=(Section(html),),
    )


def _between(
    top: Instansi, parts: Sequence[Slice[Instansi]], shown: Slice[Instansi]
) -> list[Instansi]:
    """Return every instansi that belongs to a page, also those without indicators.

    They stand in the order of the tree, and a page begins with the first that it shows; the first
    page begins with all that is before.
    """
    every = list(top.descendants())
    starts = [0, *(every.index(part.items[0]) for part in parts[1:]), len(every)]
    return every[starts[shown.number - 1] : starts[shown.number]]


def _too_many(context: Context) -> bool:
    """Tell whether the tables of all Pemda are too much for one page."""
    return sum(len(units_with_indicators(top)) for top in context.top_nodes()) > MAX_ROWS


def _day(context: Context) -> str:
    return _PAGE.day(day_text(context.acuan) if context.acuan else "")


def _breadcrumb(context: Context, folder: str, nama: str) -> tuple[Link, ...]:
    home = () if context.root else (Link("Beranda", context.link(folder, "")),)
    return (*home, Link("Kelengkapan", context.link(folder, FOLDER)), Link(nama))


def _years(context: Context, top: Instansi) -> tuple[int, ...]:
    """Return the last years that are over."""
    years = sorted({tahun for indikator in top.all_indikator() for tahun in indikator.tahun})
    if context.acuan:
        years = [tahun for tahun in years if tahun < context.acuan.year]
    return tuple(years[-MAX_YEARS:])


def _table(context: Context, top: Instansi, folder: str, units: Sequence[Instansi]) -> PemdaTable:
    """Return a row for each of ``units``, or the one of all together where none are given."""
    pemda, years = context.pemda(top.id), _years(context, top)
    rows = [
        _row(context, unit, unit.indikator, years, context.link(folder, context.folder(unit.id)))
        for unit in units
    ]
    if not units:
        own = context.link(folder, kelengkapan_folder(pemda))
        rows = [_row(context, top, tuple(top.all_indikator()), years, own)]
    return PemdaTable(
        nama=pemda.nama,
        id=pemda.id,
        no_deadline=_why_no_deadline(pemda.profil),
        years=years,
        rows=tuple(rows),
        no_years="" if years else _why_no_years(top),
    )


def _why_no_years(top: Instansi) -> str:
    if any(indikator.tahun for indikator in top.all_indikator()):
        return (
            "Belum ada target tahunan yang tahunnya sudah lewat, jadi belum ada yang dapat "
            "diperiksa."
        )
    return no_year_sentence(indikator.terbaru for indikator in top.all_indikator())


def _why_no_deadline(profil: ProfilPemda) -> str:
    if profil.resmi:
        return ""
    if profil.contoh:
        return "Data contoh; keterlambatan tidak dihitung."
    return (
        "Data daerah ini salinan dari dokumen publik. Hasil yang belum dimuat di sini mungkin "
        "sudah dilaporkan di tempat lain, jadi keterlambatan tidak dihitung."
    )


def _row(
    context: Context,
    unit: Instansi,
    indicators: Sequence[Indikator],
    years: tuple[int, ...],
    href: str,
) -> InstansiRow:
    above = context.lineage(unit.id)[:-1]
    squares = tuple(year_square(context, indicators, tahun) for tahun in years)
    newest = squares[-1] if squares else None
    measured = _years_of(context, indicators, newest.tahun) if newest else []
    deadline, lateness, late = _deadline(context, unit, newest, measured)
    return InstansiRow(
        nama=dated_name(unit),
        parent=above[-1].nama if above else "",
        href=href,
        squares=squares,
        deadline=deadline,
        lateness=lateness,
        late=late,
    )


def _years_of(context: Context, indicators: Iterable[Indikator], tahun: int) -> list[Measurement]:
    found = (context.own_pengukuran(indikator).get(tahun) for indikator in indicators)
    return [year for year in found if year]


def _deadline(
    context: Context, unit: Instansi, newest: YearSquare | None, years: Sequence[Measurement]
) -> tuple[str, str, bool]:
    """Return the last day, what to say of it, and whether it has passed with a target unreported.

    A copy of documents has no deadline here, and without a reference date nobody is late. School
    years have a later one: the first day counts of those that are still owed, else of all.
    """
    if newest is None or not newest.wanted or not context.pemda(unit.id).profil.resmi:
        return "", "", False
    owed = [year for year in years if year.target and year.status is Status.BELUM_DILAPORKAN]
    days = [due for year in owed or years if (due := report_due(unit, year.tahun))]
    if not days:
        return "mengikuti induknya", "", False
    day = day_text(min(days))
    if newest.complete:
        return day, "lengkap", False
    if context.acuan is None or not owed:
        return day, "", False
    late = max(days_late(unit, year.tahun, context.acuan) for year in owed)
    return day, f"terlambat {count_text(late)} hari" if late else "belum jatuh tempo", late > 0
