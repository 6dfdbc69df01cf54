"""The page of a decree for many instansi: what it says, and everything that it sets."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from iku_terbuka.context import Context
from iku_terbuka.model import IkuFile, Instansi, Lokasi, Pemda
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.keputusan import DOKUMEN
from iku_terbuka.pages.blocks import (
    BLOCKS,
    Fact,
    Link,
    fact_list,
    header,
    optional,
    web_link,
)
from iku_terbuka.pages.instansi import decree_facts
from iku_terbuka.pages.paging import Slice, slice_links, slices
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, PagePlan, Section
from iku_terbuka.publish.page import page_path
from iku_terbuka.wording import NOT_MENTIONED, cite_decree, count_text, date_text, years_text

_PAGE = Macros("dokumen.html.j2")


@dataclass(frozen=True)
class _Decree:
    """A decree of a Pemda by the name of its file; ``folder`` is that of its first page."""

    pemda: Pemda
    name: str
    dokumen: DokumenHukum
    folder: str

    @property
    def cited(self) -> str:
        return cite_decree(self.dokumen.dasar_hukum)

    @property
    def lokasi(self) -> Lokasi:
        """Where it is written."""
        return Lokasi(f"{posixpath.dirname(self.pemda.lokasi.berkas)}/{DOKUMEN}/{self.name}.yaml")

    def page(self, number: int) -> str:
        """Return the folder of one of its pages."""
        return self.folder if number == 1 else f"{self.folder}/{number}"


@dataclass(frozen=True)
class SetIndikator:
    """An indicator as the decree sets it; an instansi without any has one row without a name."""

    instansi: Instansi
    nama: str = ""
    href: str = ""


def dokumen_pages(context: Context, pemda: Pemda) -> Iterator[PagePlan]:
    """Plan the pages of each decree for many instansi of a Pemda."""
    for decree in _decrees(context, pemda):
        parts = slices(tuple(_rows(context, decree)), lambda row: row.instansi.id)
        for shown in parts:
            make = partial(_page, context, decree, parts, shown)
            path = page_path(decree.page(shown.number))
            yield PagePlan(path, make, instansi=pemda.id, below=True)


def dokumen_links(context: Context, folder: str, pemda: Pemda) -> tuple[Link, ...]:
    """Return the links to the decrees for many instansi, for a page in ``folder``."""
    return tuple(
        Link(decree.cited, context.link(folder, decree.folder))
        for decree in _decrees(context, pemda)
    )


def _decrees(context: Context, pemda: Pemda) -> Iterator[_Decree]:
    for name, dokumen in pemda.dokumen.items():
        yield _Decree(pemda, name, dokumen, context.dokumen_folder(pemda, name))


def _under(context: Context, decree: _Decree) -> Iterator[tuple[Instansi, IkuFile]]:
    """Yield the instansi of the site that it is about."""
    for instansi in context.all_instansi():
        if context.pemda(instansi.id) is decree.pemda:
            for keputusan in instansi.iku:
                if keputusan.iku.dokumen_ref == decree.name:
                    yield instansi, keputusan


def _rows(context: Context, decree: _Decree) -> Iterator[SetIndikator]:
    for instansi, keputusan in _under(context, decree):
        rows = [row.definisi for row in keputusan.iku.rows]
        for definisi in rows:
            there = context.folder(f"{instansi.id}/{definisi.id}")
            yield SetIndikator(instansi, definisi.nama, there)
        if not rows:
            yield SetIndikator(instansi)


def _page(
    context: Context,
    decree: _Decree,
    parts: Sequence[Slice[SetIndikator]],
    shown: Slice[SetIndikator],
) -> Page:
    folder, lokasi = decree.page(shown.number), decree.lokasi
    title = f"{decree.cited}, indikator {shown.range}" if shown.number > 1 else decree.cited
    lead = _lead(decree, [row for part in parts for row in part.items])
    about = () if shown.number > 1 else (_about_section(decree.dokumen),)
    links = slice_links(context, parts, decree.page, shown.number)
    return Page(
        folder=folder,
        title=f"{title} · {decree.pemda.nama}",
        description=lead,
        heading=title,
        header=header(context, folder, _top(context, decree.pemda), title),
        sections=(
            Section(_PAGE.lead(lead)),
            *about,
            _instansi_section(context, folder, shown, links),
            Section(
                BLOCKS.actions(
                    downloads="",
                    lokasi=lokasi,
                    edit=context.edit_link(lokasi),
                    report=context.report_link(title, folder),
                    edit_result=None,
                )
            ),
        ),
        source=lokasi,
    )


def _top(context: Context, pemda: Pemda) -> Instansi:
    """Return the node below which the page stands: the Pemda, or the home below it."""
    return context.instansi[context.root] if context.root else pemda.instansi


def _lead(decree: _Decree, rows: Sequence[SetIndikator]) -> str:
    about = f" tentang {decree.dokumen.tentang}" if decree.dokumen.tentang else ""
    units = len({row.instansi.id for row in rows})
    count = sum(1 for row in rows if row.nama)
    sets = (
        f"menetapkan {count_text(count)} indikator di {count_text(units)} instansi di situs ini"
        if rows
        else "belum dirujuk satu instansi pun di situs ini"
    )
    return f"{decree.cited}{about} {sets}."


def _about_section(dokumen: DokumenHukum) -> Section:
    empty = NOT_MENTIONED
    facts = list(decree_facts(dokumen.dasar_hukum, empty))
    published = optional(date_text(dokumen.dipublikasikan) if dokumen.dipublikasikan else None)
    periode = optional(years_text(dokumen.periode.tahun) if dokumen.periode else None)
    more = [
        Fact("Dipublikasikan", published, empty="Belum diketahui"),
        Fact("Periode", periode, empty=empty),
    ]
    if dokumen.tautan:
        more.append(Fact("Dokumen", (web_link("Buka dokumen", dokumen.tautan),)))
    return Section(fact_list((*facts[:3], *more, *facts[3:])), "Isi keputusan", "isi")


def _instansi_section(
    context: Context, folder: str, shown: Slice[SetIndikator], links: tuple[Link, ...]
) -> Section:
    groups = []
    for _, run in groupby(shown.items, lambda row: row.instansi.id):
        rows = list(run)
        unit = rows[0].instansi
        names = [Link(row.nama, context.link(folder, row.href)) for row in rows if row.nama]
        groups.append((Link(unit.nama, context.link(folder, context.folder(unit.id))), names))
    html = stack(
        _PAGE.instansi(groups),
        BLOCKS.links(links, "Bagian daftar", "Indikator") if links else "",
    )
    return Section(html, "Instansi dan indikatornya", "instansi")
