"""The table of an instansi's indicators, by jenjang and sasaran, and the pages that continue it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, Standing, Status
from iku_terbuka.charts import Slot, time_slots
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.pages.blocks import ValueCell, header, kind_tag, value_cell
from iku_terbuka.pages.paging import Slice, slice_links, slices
from iku_terbuka.pages.template import Macros
from iku_terbuka.publish import Page, PagePlan, Section
from iku_terbuka.publish.page import page_path
from iku_terbuka.wording import (
    decree_label,
    ending_words,
    no_target_word,
    parent_title,
    progress_words,
    to_date_words,
    value_text,
    years_text,
)

_LIST = Macros("daftar.html.j2")
# A list of more indicators than this can be filtered.
MAX_UNFILTERED = 3


@dataclass(frozen=True)
class IndikatorRow:
    """One indicator in a list: the year that counts, and apart from it what is awaited.

    ``parent`` is the sasaran or tujuan that it measures, set where it differs from the row above;
    ``awaited`` names years that are due or still run, and the first target of a new plan.
    """

    nama: str
    tag: str
    cakupan: str
    href: str
    parent: str
    tahun: str
    target: ValueCell | None
    no_target: str
    realisasi: str
    sementara: bool
    status: Status
    awaited: tuple[str, ...]
    sparkline: Markup | None


@dataclass(frozen=True)
class JenjangRows:
    jenjang: str
    rows: tuple[IndikatorRow, ...]

    @property
    def count(self) -> int:
        return len(self.rows)


def list_section(context: Context, instansi: Instansi, number: int = 1) -> Section:
    """Return page ``number`` of the list of an instansi's own indicators, of which it has some."""
    parts = _list_slices(instansi)
    shown = parts[number - 1]
    table = _LIST.table(
        caption=_caption(context, instansi),
        shown=shown,
        links=slice_links(context, parts, partial(_list_folder, context, instansi), number),
        filtered=len(shown.items) > MAX_UNFILTERED,
        series_title=years_text(instansi.tahun) if instansi.tahun else "Perjalanan",
        groups=jenjang_rows(context, _list_folder(context, instansi, number), shown.items),
    )
    goals = any(indikator.terbaru.sasaran is None for indikator in instansi.indikator)
    title = "Tujuan, sasaran, dan indikator" if goals else "Sasaran dan indikator"
    return Section(table, title, "indikator")


def continued_pages(context: Context, instansi: Instansi) -> Iterator[PagePlan]:
    """Plan the pages of its list after the first, which is the page of ``instansi`` itself."""
    for part in _list_slices(instansi)[1:]:
        path = page_path(_list_folder(context, instansi, part.number))
        make = partial(_continued_page, context, instansi, part)
        yield PagePlan(path, make, instansi=instansi.id)


def _continued_page(context: Context, instansi: Instansi, part: Slice[Indikator]) -> Page:
    folder, full_name = _list_folder(context, instansi, part.number), context.full_name(instansi)
    return Page(
        folder=folder,
        title=f"{full_name}, indikator {part.range}",
        description=f"Indikator {part.range} dari {part.total} milik {full_name}.",
        heading=f"{instansi.nama}, indikator {part.range}",
        header=header(context, folder, instansi, f"Indikator {part.range}"),
        sections=(
            Section(_LIST.continued(full_name, part)),
            list_section(context, instansi, part.number),
        ),
        script="tabel.js",
        source=instansi.terbaru.lokasi if instansi.terbaru else None,
    )


def _list_slices(instansi: Instansi) -> tuple[Slice[Indikator], ...]:
    return slices(instansi.indikator, lambda indikator: indikator.terbaru.parent)


def _list_folder(context: Context, instansi: Instansi, number: int) -> str:
    """Return the folder of a page of the list; a folder ``iku`` is never an instansi."""
    return context.folder(f"{instansi.id}/iku/{number}" if number > 1 else instansi.id)


def _caption(context: Context, instansi: Instansi) -> str:
    states = map(context.standing, instansi.indikator)
    reported = any(state.shown and state.shown.realisasi for state in states)
    return f"Indikator {instansi.nama}" + (", menurut hasil terakhir masing-masing" * reported)


def jenjang_rows(
    context: Context, folder: str, indicators: Iterable[Indikator]
) -> tuple[JenjangRows, ...]:
    """Return the rows of these indicators in their order, as links from ``folder``."""
    groups: list[tuple[str, list[IndikatorRow]]] = []
    above = ""
    for indikator in indicators:
        parent = parent_title(indikator.terbaru)
        jenjang = ": ".join(filter(None, (_plan(indikator), indikator.terbaru.jenjang)))
        if not groups or groups[-1][0] != jenjang:
            groups.append((jenjang, []))
            above = ""
        new = "" if parent == above else parent
        groups[-1][1].append(_row(context, folder, indikator, new))
        above = parent
    return tuple(JenjangRows(jenjang, tuple(rows)) for jenjang, rows in groups)


def _plan(indikator: Indikator) -> str:
    """Say that a later plan has replaced an indicator, or that its own is still to come."""
    if indikator.diganti:
        return ending_words(indikator)
    if indikator.is_upcoming:
        keputusan = indikator.penetapan[0].keputusan
        return f"Mulai {keputusan.sejak} menurut {decree_label(keputusan)}"
    if indikator.terbaru.keputusan.perjanjian:
        return "Hanya dalam Perjanjian Kinerja"
    return ""


def _row(context: Context, folder: str, indikator: Indikator, parent: str) -> IndikatorRow:
    state = context.standing(indikator)
    shown = state.shown
    decree = indikator.penetapan_untuk(shown.tahun if shown else None)
    satuan = decree.definisi.satuan
    slots = time_slots(indikator, tuple(context.pengukuran(indikator).values()))
    return IndikatorRow(
        nama=indikator.nama,
        tag=kind_tag(indikator.definisi),
        cakupan=indikator.definisi.cakupan or "",
        href=context.link(folder, context.folder(indikator.kunci)),
        parent=parent,
        tahun=str(shown.tahun) if shown else "",
        target=value_cell(shown.target if shown else None, satuan),
        no_target=no_target_word(decree).lower(),
        realisasi=_result_words(shown, satuan),
        sementara=bool(shown and shown.sementara and shown.status.dinilai),
        status=state.status,
        awaited=tuple(_awaited(indikator, state)),
        sparkline=_sparkline(indikator, slots) if slots else None,
    )


def _awaited(indikator: Indikator, state: Standing) -> Iterator[str]:
    """Yield how far the year that is shown has come by its parts, and what comes after it."""
    shown, running, upcoming = state.shown, state.running, state.upcoming
    if shown and shown.sampai:
        yield to_date_words(shown.sampai, indikator.satuan(shown.tahun))
    due = [year for year in state.due if year is not shown]
    if without := [year.tahun for year in due if not year.sampai]:
        yield f"{years_text(without)}: belum dilaporkan"
    for year in due:
        if year.sampai:
            words = to_date_words(year.sampai, indikator.satuan(year.tahun))
            yield f"{year.tahun}: belum dilaporkan, {words}"
    if running and running is not shown:
        definisi = indikator.penetapan_untuk(running.tahun).definisi
        yield f"{running.tahun} {progress_words(definisi, running)}"
    elif shown and upcoming and upcoming is not shown and upcoming.target:
        decree = indikator.berlaku(upcoming.tahun)
        if decree is not indikator.berlaku(shown.tahun):
            goal = value_text(upcoming.target, indikator.satuan(upcoming.tahun))
            yield f"Target {upcoming.tahun}: {goal}, belum waktunya"


def _sparkline(indikator: Indikator, slots: Sequence[Slot]) -> Markup | None:
    from iku_terbuka.charts.sparkline import sparkline  # noqa: PLC0415 (slow, see iku_terbuka.charts)

    drawn = sparkline(slots, indikator.definisi.satuan, f"p-{indikator.id}-")
    return drawn.svg if drawn else None


def _result_words(shown: Measurement | None, satuan: str | None) -> str:
    if shown is None or shown.realisasi is None:
        return ""
    words, predikat = value_text(shown.realisasi, satuan), shown.predikat
    return f"{words} ({predikat})" if predikat and predikat != words else words
