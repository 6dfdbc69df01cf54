"""One year of one instansi, in the order of LKjIP Bab III: sasaran by sasaran."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from iku_terbuka.capaian import Measurement, Status, average
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Lokasi, Penetapan
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.skeleton import capaian_skeleton, indikator_in_force
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.pages.blocks import (
    BLOCKS,
    Fact,
    ValueCell,
    download_links,
    header,
    kind_tag,
    promise_words,
    result_cell,
    value_cell,
    year_links,
)
from iku_terbuka.pages.hasil import has_explanation, result_facts
from iku_terbuka.pages.paging import Slice, slice_links, slices
from iku_terbuka.pages.perjanjian import agreement_section
from iku_terbuka.pages.program import program_section
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, PagePlan, Section
from iku_terbuka.publish.page import page_path
from iku_terbuka.wording import (
    NOT_MENTIONED,
    empty_word,
    no_target_word,
    number_text,
    parent_title,
    percent_text,
    rounding_sentence,
    satuan_word,
    to_date_words,
    year_summary,
)

_PAGE = Macros("tahun.html.j2")


@dataclass(frozen=True)
class ResultRow:
    nama: str
    tag: str
    tahun_ajaran: str
    href: str
    satuan: str
    target: ValueCell | None
    promises: tuple[str, ...]
    realisasi: ValueCell | None
    capaian: str
    sebab: str
    status: Status
    kategori: str
    no_satuan: str
    no_target: str


@dataclass(frozen=True)
class ParentRows:
    parent: str
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True)
class IndikatorFacts:
    nama: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class _YearTable:
    """The indicators of an instansi in a year, in one page or several."""

    context: Context
    instansi: Instansi
    tahun: int
    parts: tuple[Slice[Indikator], ...]

    @cached_property
    def measurements(self) -> list[Measurement]:
        """Return the measurement of each indicator on all pages."""
        indicators = (indikator for part in self.parts for indikator in part.items)
        return [self.context.pengukuran(indikator)[self.tahun] for indikator in indicators]

    def folder(self, number: int) -> str:
        """Return the folder of a page of the table."""
        page = f"/{number}" if number > 1 else ""
        return self.context.folder(f"{self.instansi.id}/tahun-{self.tahun}{page}")


def tahun_pages(context: Context, instansi: Instansi, tahun: int) -> Iterator[PagePlan]:
    """Plan the table of ``instansi`` in ``tahun``, in several pages where it is long."""
    indicators = [indikator for indikator in instansi.indikator if tahun in indikator.own_years]
    parts = slices(indicators, lambda indikator: indikator.penetapan_untuk(tahun).parent)
    table = _YearTable(context, instansi, tahun, parts)
    for part in parts:
        path = page_path(table.folder(part.number))
        yield PagePlan(path, partial(_page, table, part), instansi=instansi.id)


def _page(table: _YearTable, part: Slice[Indikator]) -> Page:
    context, instansi, tahun = table.context, table.instansi, table.tahun
    full_name, folder = context.full_name(instansi), table.folder(part.number)
    more = f", indikator {part.range}" if part.number > 1 else ""
    lead = year_summary(full_name, tahun, table.measurements)
    source, skeleton = _source(context, instansi, tahun)
    return Page(
        folder=folder,
        title=f"{full_name}, tahun {tahun}{more}",
        description=lead.striptags(),
        heading=f"{instansi.nama}, tahun {tahun}{more}",
        header=header(context, folder, instansi, f"Tahun {tahun}{more}"),
        sections=(
            Section(stack(_PAGE.lead(lead), *_links(table, part))),
            _table_section(table, part),
            *(_agreement_sections(context, instansi, tahun) if part.number == 1 else ()),
            _explanations_section(table, part),
            Section(download_links(context, folder, instansi.id)),
        ),
        source=source,
        skeleton=skeleton,
    )


def _agreement_sections(context: Context, instansi: Instansi, tahun: int) -> Iterator[Section]:
    yield from agreement_section(context, instansi, tahun)
    yield from program_section(context, instansi, tahun)


def _links(table: _YearTable, part: Slice[Indikator]) -> Iterator[str]:
    """Yield the links to other years, and to the other pages of this one."""
    own = None if part.number > 1 else table.tahun
    years = year_links(table.context, table.folder(part.number), table.instansi, own)
    yield BLOCKS.links(years, "Tahun lain")
    pages = slice_links(table.context, table.parts, table.folder, part.number)
    if pages:
        yield BLOCKS.links(pages, "Bagian tabel", "Indikator")


def _table_section(table: _YearTable, part: Slice[Indikator]) -> Section:
    context, tahun = table.context, table.tahun
    rows = _rows(context, table.folder(part.number), part.items, tahun)
    notes = _year_notes(table.instansi, tahun)
    span = f": {part.range} dari {part.total}" if part.partial else ""
    average = _average(table) if part.number == 1 else ""
    html = stack(
        _PAGE.table(caption=f"Indikator {table.instansi.nama}, tahun {tahun}{span}", groups=rows),
        BLOCKS.small(_rounding_notes(context, part.items, tahun)),
        BLOCKS.notes(notes) if notes else "",
        BLOCKS.small([average]) if average else "",
    )
    return Section(html, "Target dan realisasi", "angka")


def _rows(
    context: Context, folder: str, indicators: Iterable[Indikator], tahun: int
) -> tuple[ParentRows, ...]:
    groups: dict[str, list[ResultRow]] = {}
    for indikator in indicators:
        penetapan = indikator.berlaku(tahun)
        if penetapan is not None and tahun in indikator.own_years:
            row = _row(context, folder, indikator, penetapan, tahun)
            groups.setdefault(parent_title(penetapan), []).append(row)
    return tuple(ParentRows(nama, tuple(rows)) for nama, rows in groups.items())


def _row(
    context: Context, folder: str, indikator: Indikator, penetapan: Penetapan, tahun: int
) -> ResultRow:
    measurement = context.pengukuran(indikator)[tahun]
    satuan = penetapan.definisi.satuan
    return ResultRow(
        nama=penetapan.definisi.nama,
        tag=kind_tag(penetapan.definisi),
        tahun_ajaran=str(measurement.tahun) if isinstance(measurement.tahun, TahunAjaran) else "",
        href=context.link(folder, context.folder(indikator.kunci)),
        satuan=satuan_word(satuan) or "",
        target=value_cell(measurement.target, satuan),
        promises=promise_words(measurement, satuan),
        realisasi=result_cell(measurement, satuan),
        capaian="" if measurement.capaian is None else percent_text(measurement.capaian),
        sebab=_why(measurement, satuan),
        status=measurement.status,
        kategori=measurement.kategori or "",
        no_satuan=empty_word(penetapan.iku, NOT_MENTIONED).lower(),
        no_target=no_target_word(penetapan).lower(),
    )


def _why(measurement: Measurement, satuan: str | None) -> str:
    """Say how far the year has come by its parts, else why it has no verdict or percentage."""
    if measurement.sampai:
        return to_date_words(measurement.sampai, satuan)
    return measurement.reason or ""


def _rounding_notes(context: Context, indicators: Iterable[Indikator], tahun: int) -> Iterator[str]:
    """Name the indicators whose printed figures hide on which side of the target they lie."""
    for indikator in indicators:
        measurement, decree = context.pengukuran(indikator)[tahun], indikator.berlaku(tahun)
        words = rounding_sentence(indikator.satuan(tahun), measurement)
        if decree and words:
            yield f"{decree.definisi.nama}: {words}"


def _year_notes(instansi: Instansi, tahun: int) -> tuple[str, ...]:
    """Return what the year's file says about itself."""
    year = instansi.capaian.get(tahun) if instansi.capaian else None
    if year is None:
        return ()
    draft = ("Angka tahun ini masih sementara.",) if year.status is StatusData.SEMENTARA else ()
    return (*draft, *year.catatan)


def _average(table: _YearTable) -> str:
    """Say the average capaian with what it left out; empty where there is none."""
    profil = table.context.pemda(table.instansi.id).profil
    rata = average(table.measurements, profil.batas_capaian)
    if rata is None:
        return ""
    text = f"Rata-rata capaian {percent_text(rata.nilai)}, dari {rata.count} indikator."
    if rata.left_out:
        text += f" Tidak ikut dihitung: {rata.left_out} indikator tanpa persentase."
    if rata.cap is not None:
        text += f" Untuk rata-rata, capaian dibatasi 0–{number_text(rata.cap)}%."
    return text + " Rata-rata dapat menutupi target yang tidak tercapai; lihat tabel di atas."


def _explanations_section(table: _YearTable, part: Slice[Indikator]) -> Section:
    """Return what the report says; without a heading, that none was reported, or nothing."""
    explanations = _explanations(table.context, part.items, table.tahun)
    if explanations:
        return Section(_PAGE.explanations(explanations), "Penjelasan", "penjelasan")
    if any(table.tahun in indikator.hasil for page in table.parts for indikator in page.items):
        return Section("")
    running = any(year.status is Status.BELUM_WAKTUNYA for year in table.measurements)
    return Section(_PAGE.no_results(tahun=table.tahun, running=running))


def _explanations(
    context: Context, indicators: Sequence[Indikator], tahun: int
) -> list[IndikatorFacts]:
    """Return what the report says, under the names and in the order of the table above it."""
    groups: dict[str, list[IndikatorFacts]] = {}
    for indikator in indicators:
        penetapan = indikator.penetapan_untuk(tahun)
        group = groups.setdefault(parent_title(penetapan), [])  # also without a result: its place
        if tahun in indikator.hasil and has_explanation(indikator.hasil[tahun]):
            facts = result_facts(context, indikator, tahun)
            group.append(IndikatorFacts(penetapan.definisi.nama, facts))
    return [facts for group in groups.values() for facts in group]


def _source(context: Context, instansi: Instansi, tahun: int) -> tuple[Lokasi | None, str]:
    """Return the year's file, with the text to begin it where there is none; else the decree."""
    if not context.forge or instansi.terbaru is None:
        return None, ""
    decree = instansi.terbaru.lokasi
    # …/iku.yaml or …/iku/2021.yaml; the years lie beside either.
    folder = decree.berkas.rpartition("/iku")[0]
    results = Lokasi(f"{folder}/capaian/{tahun}.yaml")
    if instansi.capaian and tahun in instansi.capaian:
        return results, ""
    if not indikator_in_force(instansi, tahun):
        return decree, ""
    return results, capaian_skeleton(instansi, tahun)
