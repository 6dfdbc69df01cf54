"""The page of one instansi: what it promised, its indicators by sasaran, what it is for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import DasarHukum, IkuFile, Instansi
from iku_terbuka.model.definisi import DefinisiIndikator, IsiTujuan
from iku_terbuka.model.iku import DefinisiTanpaBaris, Iku, IsiButir
from iku_terbuka.pages.blocks import (
    BLOCKS,
    Fact,
    Link,
    actions,
    cited_document,
    document_facts,
    fact_list,
    header,
    kind_tag,
    optional,
    target_years,
    titled_notes,
    web_link,
    year_links,
)
from iku_terbuka.pages.cari import search_form
from iku_terbuka.pages.daftar import list_section
from iku_terbuka.pages.daftar_dokumen import documents_section
from iku_terbuka.pages.evaluasi import evaluasi_section
from iku_terbuka.pages.overview import count_statuses, counted, plain_overview
from iku_terbuka.pages.perubahan import newest_changes_section
from iku_terbuka.pages.sambungan import dated_name, former_fact, instansi_notes
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, Section
from iku_terbuka.wording import (
    cite_decree,
    date_text,
    decree_label,
    empty_word,
    instansi_summary,
    join_words,
    without_latex,
    years_text,
)

_PAGE = Macros("instansi.html.j2")


@dataclass(frozen=True)
class InstansiCard:
    link: Link
    note: str


@dataclass(frozen=True)
class NamedFacts:
    """A name with facts below it: a definition without a row, a decree."""

    nama: str
    facts: tuple[Fact, ...]


def instansi_page(context: Context, instansi: Instansi) -> Page:
    """Return the page of ``instansi``, which has at least one ``iku.yaml``."""
    folder = context.folder(instansi.id)
    terbaru = instansi.terbaru
    if terbaru is None:
        raise ValueError(f"{instansi.id} has no iku.yaml")
    full_name = context.full_name(instansi)
    counts = count_statuses(context, instansi.counted)
    note = "; ".join(filter(None, (_jenjang_counts(instansi), _other_counts(instansi))))
    lead = instansi_summary(full_name, counts, target_years(instansi.indikator))
    search = search_form(context, folder)
    figures = plain_overview(context, instansi.counted, counts, note)
    return Page(
        folder=folder,
        title=full_name,
        description=lead.striptags(),
        heading=instansi.nama,
        header=header(context, folder, instansi),
        sections=(
            Section(stack(_PAGE.lead(lead), *moves(context, instansi), search, figures)),
            *([list_section(context, instansi)] if instansi.indikator else []),
            *_definitions_section(terbaru.iku),
            *_below_section(context, instansi),
            *year_tables_section(context, instansi),
            *evaluasi_section(context, instansi),
            *documents_section(context, instansi),
            *([] if folder else [newest_changes_section(context)]),
            _about_section(context, instansi, terbaru),
            Section(actions(context, instansi.id, full_name, terbaru.lokasi)),
        ),
        script="tabel.js",
        source=terbaru.lokasi,
    )


def moves(context: Context, instansi: Instansi) -> Iterator[str]:
    """Yield what an instansi goes on with, and what goes on with it."""
    notes = tuple(instansi_notes(context, instansi))
    if notes:
        yield BLOCKS.notes(notes)


def _jenjang_counts(instansi: Instansi) -> str:
    rows = [indikator.terbaru for indikator in instansi.indikator]
    counts = Counter(row.jenjang or "" for row in rows if row.sasaran)
    if not any(counts):
        return ""
    return join_words(
        [f"{count} {jenjang or 'tanpa jenjang'}" for jenjang, count in counts.items()]
    )


def _other_counts(instansi: Instansi) -> str:
    """Say how many measure a tujuan, and how many are no IKU.

    They are counted with the others, for each was promised alike.
    """
    goals = sum(1 for indikator in instansi.indikator if indikator.terbaru.sasaran is None)
    ikk = sum(1 for indikator in instansi.indikator if kind_tag(indikator.definisi))
    counts = [f"{goals} indikator tujuan"] * bool(goals) + [f"{ikk} IKK"] * bool(ikk)
    return f"di antaranya {join_words(counts)}" if counts else ""


def _definitions_section(iku: Iku) -> Iterator[Section]:
    """Yield the section on definitions that no row of the decree uses, where there are any."""
    if iku.definisi_tanpa_baris:
        definitions = [_definition(definisi, iku) for definisi in iku.definisi_tanpa_baris]
        yield Section(_PAGE.definitions(definitions), "Definisi tanpa baris", "tanpa-baris")


def _definition(definisi: DefinisiTanpaBaris, iku: Iku) -> NamedFacts:
    formula, empty = definisi.formula, empty_word(iku)
    teks = optional(without_latex(formula.teks) if formula else None)
    facts = [
        Fact("Jenjang", optional(definisi.jenjang), empty=empty),
        Fact("Arti", optional(definisi.makna), empty=empty),
        Fact("Alasan dipilih", optional(definisi.alasan), empty=empty),
        Fact(
            label="Cara menghitung",
            values=teks,
            notes=formula.catatan if formula else (),
            empty=empty,
        ),
    ]
    if definisi.nama_disimpulkan:
        facts.append(Fact("Nama", ("Tidak tercetak; diambil dari kata-kata definisi ini.",)))
    if definisi.catatan:
        facts.append(Fact("Catatan", definisi.catatan))
    return NamedFacts(definisi.nama, tuple(facts))


def _below_section(context: Context, instansi: Instansi) -> Iterator[Section]:
    """Yield the section on the instansi directly below, where there are any."""
    if instansi.anak:
        folder = context.folder(instansi.id)
        cards = [_card(context, folder, anak) for anak in instansi.anak]
        yield Section(_PAGE.below(cards), f"Di bawah {instansi.nama}", "bawahan")


def _card(context: Context, folder: str, anak: Instansi) -> InstansiCard:
    count = len(counted(anak.all_indikator()) or anak.indikator)
    href = context.link(folder, context.folder(anak.id))
    return InstansiCard(Link(dated_name(anak), href), f"{count} indikator")


def year_tables_section(context: Context, instansi: Instansi) -> Iterator[Section]:
    """Yield the section with links to the tables of an instansi's years, where there are any."""
    links = year_links(context, context.folder(instansi.id), instansi)
    if links:
        yield Section(_PAGE.year_tables(links), "Tabel per tahun", "tahun")


def _about_section(context: Context, instansi: Instansi, keputusan: IkuFile) -> Section:
    """Return the profile, what the decrees say of themselves, and doubts about the document."""
    iku = keputusan.iku
    decrees = (
        NamedFacts(cite_decree(dasar), decree_facts(dasar, empty_word(iku)))
        for dasar in keputusan.dasar_hukum
    )
    html = stack(
        fact_list(profile_facts(context, instansi, keputusan)),
        *map(_PAGE.decree, decrees),
        titled_notes("Catatan tentang sumber", document_notes(iku)),
    )
    return Section(html, "Keterangan instansi", "keterangan")


def document_notes(iku: Iku) -> tuple[str, ...]:
    """Return the doubts about the document as a whole."""
    return (*iku.catatan, *(iku.dokumen.catatan if iku.dokumen else ()))


def profile_facts(context: Context, instansi: Instansi, keputusan: IkuFile) -> tuple[Fact, ...]:
    """Return the profile as printed in the decree: visi to dasar hukum."""
    iku = keputusan.iku
    above = context.lineage(instansi.id)[:-1]
    pemda = context.pemda(instansi.id).nama
    facts = [Fact("Bagian dari", (above[-1].nama,))] if above else []
    if iku.visi:
        facts.append(Fact(f"Visi {pemda}", (iku.visi,)))
    if iku.misi:
        facts.append(Fact(f"Misi {pemda}", tuple(map(_item_line, iku.misi))))
    for number, tujuan in enumerate(iku.tujuan, 1):
        names = tuple(_indikator_name(context, instansi, row) for row in tujuan.indikator)
        facts += _tujuan_facts(tujuan, names, f" {number}" if len(iku.tujuan) > 1 else "")
    return (
        *facts,
        Fact("Tugas", optional(iku.tugas), empty=empty_word(iku)),
        Fact("Fungsi", iku.fungsi, empty=empty_word(iku)),
        *document_facts(context, instansi.id, keputusan),
        *_other_decrees(instansi),
        *former_fact(instansi.former),
    )


def _other_decrees(instansi: Instansi) -> Iterator[Fact]:
    """Yield the decrees before and after the one that names everything here."""
    if instansi.terbaru is None:
        return
    at = instansi.iku.index(instansi.terbaru)
    for label, decrees in (
        ("Keputusan sebelumnya", instansi.iku[:at]),
        ("Keputusan berikutnya", instansi.iku[at + 1 :]),
    ):
        if decrees:
            yield Fact(label, tuple(map(_decree_line, decrees)))


def _decree_line(keputusan: IkuFile) -> str:
    """Return a decree in one line: label, citation, the years of its title."""
    periode, cited = keputusan.iku.periode, cited_document(keputusan)
    words = decree_label(keputusan) + (f": {cited}" if cited else "")
    return f"{words}, periode {years_text(periode.tahun)}" if periode else words


def _indikator_name(context: Context, instansi: Instansi, row: DefinisiIndikator | str) -> str:
    """Return the name of an indikator tujuan, linked where it has a page."""
    if isinstance(row, str):
        return row
    page = context.folder(f"{instansi.id}/{row.id}")
    return web_link(row.nama, context.link(context.folder(instansi.id), page))


def _tujuan_facts(tujuan: IsiTujuan, names: tuple[str, ...], number: str) -> list[Fact]:
    """Return its facts; no two labels of a list may be the same, so one of many has a number."""
    number = f" {tujuan.nomor}" if tujuan.nomor else number
    facts = [Fact(f"Tujuan{number}", (tujuan.nama,), tujuan.catatan)]
    if names:
        facts.append(Fact(f"Indikator tujuan{number}", names))
    return facts


def _item_line(item: IsiButir) -> str:
    """Return a numbered item in one line; what stands below it keeps its own marks."""
    number = f"{item.nomor}{_mark_end(item.nomor)} " if item.nomor else ""
    below = f" {'; '.join(item.butir)}" if item.butir else ""
    return f"{number}{item.isi}{below}"


def _mark_end(mark: str) -> str:
    """Return what follows a mark: 3. and KESATU:, and nothing after a) as printed."""
    if not mark[-1].isalnum():
        return ""
    return ":" if mark.isalpha() and len(mark) > 3 else "."


def decree_facts(dasar: DasarHukum, empty: str) -> tuple[Fact, ...]:
    date = optional(date_text(dasar.tanggal) if dasar.tanggal else None)
    facts = [
        Fact("Tentang", optional(dasar.tentang), empty=empty),
        Fact("Nomor", optional(dasar.nomor), empty=empty),
        Fact("Tanggal", date, empty=empty),
    ]
    more = [
        Fact("Ditetapkan di", optional(dasar.ditetapkan_di)),
        Fact("Mencabut", dasar.mencabut),
        Fact("Diganti oleh", optional(dasar.diganti)),
        Fact("Alasan penggantian", optional(dasar.alasan_diganti)),
        Fact("Menimbang", dasar.menimbang),
        Fact("Mengingat", dasar.mengingat),
        Fact("Memutuskan", tuple(map(_item_line, dasar.diktum))),
        Fact("Catatan", dasar.catatan),
    ]
    return (*facts, *(fact for fact in more if fact.values))
