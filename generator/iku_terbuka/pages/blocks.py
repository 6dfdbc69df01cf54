"""Blocks that several pages show: header, facts, cells of values, links to years, actions."""

import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from iku_terbuka.capaian import Measurement
from iku_terbuka.context import Context
from iku_terbuka.model import IkuFile, Indikator, Instansi, Lokasi
from iku_terbuka.model.definisi import DefinisiIndikator, JenisIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.opendata.origin import CSV, JSON, XLSX, download_path
from iku_terbuka.pages.template import Macros
from iku_terbuka.wording import (
    NOT_MENTIONED,
    READ_IN_PART,
    basis_words,
    cite_decree,
    document_title,
    earlier_words,
    empty_word,
    value_text,
    years_text,
)
from iku_terbuka.wording.notation import MAX_SATUAN

BLOCKS = Macros("blocks.html.j2")
MAX_SOURCES = 10


@dataclass(frozen=True)
class Link:
    """A link with its words; without an address it is the page itself."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Fact:
    """A label with what is known about it, or with words for what the source lacks.

    ``notes`` stand below in small print; ``prose`` says that the values keep their paragraphs.
    """

    label: str
    values: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = NOT_MENTIONED
    prose: bool = False

    @property
    def marked(self) -> bool:
        """Whether each value begins with its printed mark, so that a bullet would be a second."""
        return all(_MARK.match(value) for value in self.values)


# a. (1) 3.1.2) KESATU: as decrees number their lists.
_MARK = re.compile(r"\(?(?:[A-Za-z]|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})[.)] |[A-Z]{5,15}: ")


def web_link(text: str, address: str | None) -> str:
    """Return a text that leads to an address, where there is one."""
    return Markup('<a href="{}">{}</a>').format(address, text) if address else text


def optional(text: str | None) -> tuple[str, ...]:
    """Return a text as the values of a fact: one, or none."""
    return (text,) if text else ()


def kind_tag(definisi: DefinisiIndikator) -> str:
    """Return the mark beside the name of what is no IKU, on a site where all else is one."""
    return "IKK" if definisi.jenis is JenisIndikator.IKK else ""


def fact_list(facts: Iterable[Fact]) -> Markup:
    """Return facts as HTML."""
    return BLOCKS.facts(facts)


def titled_notes(title: str, texts: Collection[str]) -> str:
    """Return notes below a title, nothing where there is none."""
    return BLOCKS.titled_notes(title, texts) if texts else ""


@dataclass(frozen=True)
class ValueCell:
    """A value as a table shows it: number and unit, grade, printed form, whether it has a note."""

    number: str
    predikat: str = ""
    tercetak: str = ""
    has_note: bool = False


def value_cell(value: IsiNilai | None, satuan: str | None) -> ValueCell | None:
    """Return the cell of a value, ``None`` where there is none."""
    if value is None:
        return None
    if satuan and len(satuan) > MAX_SATUAN:
        satuan = None  # a long unit stands in the caption
    numeric = value.nilai is not None or value.rentang
    predikat = value.predikat if value.predikat and numeric else ""
    words = value_text(value, satuan)
    return ValueCell(words, predikat or "", value.tercetak or "", bool(value.catatan))


def result_cell(pengukuran: Measurement, satuan: str | None) -> ValueCell | None:
    """Return the result with its grade, the scale's where none was reported."""
    cell, predikat = value_cell(pengukuran.realisasi, satuan), pengukuran.predikat
    if cell is None or cell.predikat or predikat is None or cell.number == predikat:
        return cell
    return replace(cell, predikat=predikat)


def promise_words(measurement: Measurement, satuan: str | None) -> tuple[str, ...]:
    """Return what stands below a target: the document that counts, what was promised before."""
    words = (basis_words(measurement, satuan), earlier_words(measurement))
    return tuple(filter(None, words))


def year_links(
    context: Context, folder: str, instansi: Instansi, current: int | None = None
) -> tuple[Link, ...]:
    """Return the links to the tables of an instansi's years; ``current`` is the page itself."""

    def href(tahun: int) -> str:
        return context.link(folder, context.folder(f"{instansi.id}/tahun-{tahun}"))

    return tuple(
        Link(str(tahun), "" if tahun == current else href(tahun)) for tahun in instansi.tahun
    )


def target_years(indicators: Iterable[Indikator]) -> tuple[int, ...]:
    """Return every year for which a decree prints a target of these indicators themselves."""
    years = {
        tahun
        for indikator in indicators
        for penetapan in indikator.penetapan
        for tahun in penetapan.definisi.target
        if tahun not in indikator.read_from
    }
    return tuple(sorted(years))


@dataclass(frozen=True)
class Download:
    """A file to download; ``filename`` is its name on the reader's disk."""

    kind: str
    href: str
    filename: str


def downloads(context: Context, folder: str, key: str) -> tuple[Download, ...]:
    """Return the downloads about a node or an indicator, as the page in ``folder`` offers them."""
    kinds = [("CSV", CSV), ("JSON", JSON), ("Excel", XLSX)]
    if key not in context.instansi:
        del kinds[-1]  # a workbook is for tables of several indicators
    return tuple(
        Download(
            kind,
            context.file_link(folder, download_path(context, key, name)),
            f"{posixpath.basename(key)}-{name}",
        )
        for kind, name in kinds
    )


def download_links(context: Context, folder: str, key: str) -> Markup:
    """Return the buttons that download the files about a node or an indicator."""
    return BLOCKS.downloads(downloads(context, folder, key))


def actions(
    context: Context, key: str, title: str, lokasi: Lokasi, edit_result: Link | None = None
) -> Markup:
    """Return the buttons that download, edit and report, and where the data of the page lies.

    ``edit_result`` edits the newest result where that is another file.
    """
    folder = context.folder(key)
    return BLOCKS.actions(
        downloads=download_links(context, folder, key),
        lokasi=lokasi,
        edit=context.edit_link(lokasi),
        report=context.report_link(title, folder),
        edit_result=edit_result,
    )


def header(context: Context, folder: str, instansi: Instansi, last: str = "") -> str:
    """Return what stands above the title of a page about ``instansi``: breadcrumb and notice."""
    return BLOCKS.header(breadcrumb(context, folder, instansi.id, last), notice(context, instansi))


def breadcrumb(context: Context, folder: str, key: str, last: str = "") -> tuple[Link, ...]:
    """Return the breadcrumb of a page in ``folder`` below node ``key``.

    ``last`` names the page itself when it is not the node's own page.
    """
    steps = [] if context.root else [Link("Beranda", context.link(folder, ""))]
    for instansi in context.lineage(key):
        there = context.folder(instansi.id)
        steps.append(Link(instansi.nama, "" if there == folder else context.link(folder, there)))
    return (*steps, Link(last)) if last else tuple(steps)


def cite_decrees(context: Context, key: str, keputusan: IkuFile) -> tuple[str, ...]:
    """Return how the decrees of a file are cited; the one for many instansi leads to its page."""
    cited = [cite_decree(dasar) for dasar in keputusan.dasar_hukum]
    if keputusan.dokumen and keputusan.iku.dokumen_ref:
        there = context.dokumen_folder(context.pemda(key), keputusan.iku.dokumen_ref)
        cited[0] = web_link(cited[0], context.link(context.folder(key), there))
    return tuple(cited)


def document_facts(context: Context, key: str, keputusan: IkuFile) -> tuple[Fact, ...]:
    """Return what the page of ``key`` was copied from: decree, document, years.

    It says too that this is an excerpt.
    """
    iku = keputusan.iku
    dokumen, empty = iku.dokumen, empty_word(iku)
    tahun = str(dokumen.tahun) if dokumen and dokumen.tahun else None
    periode = years_text(iku.periode.tahun) if iku.periode else None
    return (
        Fact("Dasar hukum", cite_decrees(context, key, keputusan), empty=empty),
        Fact(
            label="Dokumen",
            values=optional(dokumen.judul if dokumen else None),
            notes=(READ_IN_PART,) if iku.sebagian else (),
            empty=empty_word(iku, NOT_MENTIONED),
        ),
        Fact("Tahun dokumen", optional(tahun), empty=empty),
        Fact("Periode", optional(periode), empty=empty),
    )


def cited_document(keputusan: IkuFile) -> str:
    """Return what a page was copied from, as one would cite it."""
    if keputusan.dasar_hukum:
        return cite_decree(keputusan.dasar_hukum[0])
    dokumen = keputusan.iku.dokumen
    return document_title(dokumen) if dokumen else ""


@dataclass(frozen=True)
class Notice:
    """The notice above a title: what kind of page this is, and what it was copied from."""

    text: str
    sumber: str = ""


def notice(context: Context, instansi: Instansi) -> Notice | None:
    """Return the notice of a copy or of demonstration data; ``None`` where the Pemda publishes."""
    profil = context.pemda(instansi.id).profil
    if profil.contoh:
        return Notice("Data contoh. Semua nama dan angka di halaman ini rekaan.")
    if profil.resmi:
        return None
    if instansi.terbaru:
        decrees = [instansi.terbaru]
    else:
        decrees = [unit.terbaru for unit in instansi.descendants() if unit.terbaru]
    named = list(dict.fromkeys(filter(None, map(cited_document, decrees))))
    if len(named) > MAX_SOURCES:
        # The rest stands on the pages of the instansi: a notice is to be read.
        named[MAX_SOURCES:] = [f"dan {len(named) - MAX_SOURCES} dokumen lain"]
    sebagian = "sebagian " if decrees and all(each.iku.sebagian for each in decrees) else ""
    return Notice(f"Salinan dari {sebagian}dokumen publik, bukan situs resmi.", "; ".join(named))
