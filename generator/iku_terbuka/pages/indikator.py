"""The page of one indicator: result first, then how it is computed, then where it comes from."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from iku_terbuka.capaian import ATURAN, Measurement, Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.definisi import DefinisiIndikator, JenisIndikator
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.opendata.origin import cite_indikator
from iku_terbuka.pages.angka import numbers_section
from iku_terbuka.pages.bagian_tahun import parts_section
from iku_terbuka.pages.blocks import (
    BLOCKS,
    Fact,
    Link,
    actions,
    document_facts,
    fact_list,
    header,
    kind_tag,
    optional,
    titled_notes,
)
from iku_terbuka.pages.hasil import breakdowns, has_explanation, result_facts
from iku_terbuka.pages.key_figures import key_figures
from iku_terbuka.pages.penopang import Neighbours, neighbours_section
from iku_terbuka.pages.perubahan import changed_years, history
from iku_terbuka.pages.rumus import capaian_formula, decree_formulas
from iku_terbuka.pages.sambungan import former_fact, indikator_notes
from iku_terbuka.pages.skala import skala_view
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, Section
from iku_terbuka.wording import (
    AKUMULASI_WORDS,
    CARA_WORDS,
    JENIS_WORDS,
    arah_words,
    capaian_rule_sentence,
    empty_word,
    indikator_lead,
    key_origin,
    origin_sentences,
    parent_title,
    parent_word,
    satuan_word,
    years_text,
)

_PAGE = Macros("indikator.html.j2")


def indikator_page(
    context: Context, indikator: Indikator, neighbours: Neighbours | None = None
) -> Page:
    """Return the page of ``indikator``; ``neighbours`` are above and below it."""
    folder = context.folder(indikator.kunci)
    instansi = context.instansi[indikator.instansi_id]
    full_name = context.full_name(instansi)
    lead = indikator_lead(indikator, full_name, context.standing(indikator))
    title = f"{indikator.nama} · {full_name}"
    return Page(
        folder=folder,
        title=title,
        description=lead.striptags(),
        heading=indikator.nama,
        header=header(context, folder, instansi, indikator.nama),
        sections=(
            Section(_lead(context, indikator, lead, full_name)),
            numbers_section(context, indikator),
            *parts_section(context, indikator),
            _formulas_section(context, indikator),
            _meaning_section(indikator.terbaru),
            *([neighbours_section(indikator, neighbours)] if neighbours else []),
            _results_section(context, indikator),
            _data_section(context, indikator),
            Section(history(context, indikator), "Riwayat angka", "riwayat"),
            _citation_section(context, indikator, title),
        ),
        contents=True,
        script="grafik.js",
        source=indikator.terbaru.lokasi,
    )


def _lead(context: Context, indikator: Indikator, lead: str, full_name: str) -> str:
    measurements = tuple(context.pengukuran(indikator).values())
    return _PAGE.lead(
        jenis=JENIS_WORDS[JenisIndikator.IKK] if kind_tag(indikator.definisi) else "",
        parent=parent_title(indikator.terbaru),
        jenjang=indikator.terbaru.jenjang,
        lead=lead,
        notes=(
            *_draft_note(measurements),
            *_cakupan_note(indikator.definisi, full_name),
            *_school_note(measurements),
            *indikator_notes(context, indikator),
        ),
        changed_year=_changed_year(context, indikator, measurements),
        figures=_PAGE.key_figures(key_figures(context, indikator)),
    )


def _draft_note(measurements: Sequence[Measurement]) -> tuple[str, ...]:
    drafts = [year.tahun for year in measurements if year.sementara]
    return (f"Angka {years_text(drafts)} masih sementara.",) if drafts else ()


def _school_note(measurements: Sequence[Measurement]) -> tuple[str, ...]:
    """Say which years are not those of the calendar; a later decree may count them otherwise."""
    school = [year.tahun for year in measurements if isinstance(year.tahun, TahunAjaran)]
    if not school:
        return ()
    which = "Tahunnya" if len(school) == len(measurements) else f"{years_text(school)}:"
    return (f"{which} tahun ajaran, dari Juli sampai Juni tahun berikutnya.",)


def _cakupan_note(definisi: DefinisiIndikator, full_name: str) -> tuple[str, ...]:
    """Say whose result it is, where it is not that of the instansi alone."""
    if not definisi.cakupan:
        return ()
    return (f"Angka ini untuk seluruh {definisi.cakupan}, bukan {full_name} saja.",)


def _changed_year(
    context: Context, indikator: Indikator, measurements: Sequence[Measurement]
) -> int | None:
    """Return the newest year with a result, else with a due target, if its target was changed."""
    shown = [year.tahun for year in measurements if year.realisasi is not None] or [
        year.tahun
        for year in measurements
        if year.target and year.status is Status.BELUM_DILAPORKAN
    ]
    changed = changed_years(context, indikator)
    return shown[-1] if shown and shown[-1] in changed else None


def _formulas_section(context: Context, indikator: Indikator) -> Section:
    """Return how the result and its capaian are computed, and the scale."""
    penetapan, measurements = indikator.terbaru, context.pengukuran(indikator)
    decrees = decree_formulas(indikator, measurements)
    key = penetapan.definisi.skala
    skala = skala_view(context.laporan.skala[key], penetapan, measurements) if key else None
    return Section(
        stack(
            *(_PAGE.decree_formula(decree) for decree in decrees),
            _PAGE.capaian_formula(
                formula=capaian_formula(indikator, measurements),
                sentence=_capaian_sentence(penetapan),
                rule=_rule_origin(context, indikator),
            ),
            _PAGE.skala(skala, _methodology(context, indikator, f"skala-{key}")) if skala else "",
        ),
        "Cara menghitung",
        "cara",
    )


def _capaian_sentence(penetapan: Penetapan) -> str:
    """Return which rule holds, and where none is named whether more is better."""
    definisi = penetapan.definisi
    arah = arah_words(definisi) if definisi.rumus_capaian is None else None
    return capaian_rule_sentence(penetapan) + (f" {arah}." if arah else "")


def _rule_origin(context: Context, indikator: Indikator) -> str:
    """Name the rule, and lead to where its sources and an example stand."""
    key = indikator.terbaru.definisi.rumus_capaian
    if key is None:
        return ""
    link = _methodology(context, indikator, f"aturan-{key}")
    return Markup("{}. Asal dan contohnya: {}.").format(ATURAN[key].judul, link)


def _methodology(context: Context, indikator: Indikator, anchor: str) -> Markup:
    page = context.link(context.folder(indikator.kunci), "metodologi")
    return Markup('<a href="{}#{}">Metodologi</a>').format(page, anchor)


def _meaning_section(penetapan: Penetapan) -> Section:
    """Return what the indicator means and why it was chosen, in the words of the decree."""
    definisi, empty = penetapan.definisi, empty_word(penetapan.iku)
    texts = [("Arti", "makna", definisi.makna), ("Alasan dipilih", "alasan", definisi.alasan)]
    if definisi.definisi_operasional:
        text = definisi.definisi_operasional
        texts.insert(0, ("Definisi operasional", "definisi_operasional", text))
    if definisi.penjelasan:
        texts.append(("Penjelasan", "penjelasan", definisi.penjelasan))
    blocks = (
        _PAGE.prose(title=title, text=text, origin=key_origin(penetapan, key), empty=empty)
        for title, key, text in texts
    )
    return Section(stack(*blocks), "Arti dan alasan", "arti")


def _results_section(context: Context, indikator: Indikator) -> Section:
    """Return what was reported of each year with a result, newest first.

    The newest alone is compared with all years before, or pages would grow with their square; the
    others are so on the page of their year.
    """
    told = [tahun for tahun, hasil in indikator.hasil.items() if has_explanation(hasil)]
    years = sorted(told, reverse=True)
    results = [
        _PAGE.result(
            tahun=indikator.year(tahun),
            facts=result_facts(context, indikator, tahun, newest=years[0]),
            breakdowns=breakdowns(indikator, tahun),
        )
        for tahun in years
    ]
    return Section(stack(*results) or _PAGE.no_results(), "Penjelasan hasil", "penjelasan")


def _data_section(context: Context, indikator: Indikator) -> Section:
    """Return the facts of the row, what in them is not from the row, and the doubts."""
    penetapan = indikator.terbaru
    documents = document_facts(context, indikator.kunci, penetapan.keputusan)
    notes = tuple(dict.fromkeys((*penetapan.definisi.catatan, *penetapan.parent.catatan)))
    return Section(
        stack(
            fact_list(
                (
                    *_name_facts(penetapan),
                    *_row_facts(penetapan),
                    *documents,
                    *former_fact(indikator.former),
                )
            ),
            titled_notes("Yang tidak berasal dari baris ini", origin_sentences(penetapan)),
            titled_notes("Catatan tentang sumber", notes),
        ),
        "Keterangan data",
        "keterangan",
    )


def _name_facts(penetapan: Penetapan) -> Iterator[Fact]:
    """Yield the printed name where the page has another, sasaran, and cakupan."""
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    word = parent_word(penetapan)
    if definisi.nama_tercetak:
        note = "Nama di atas dirapikan dari ini."
        yield Fact("Nama tercetak", (definisi.nama_tercetak,), (note,))
    tercetak = sasaran.nama_tercetak if sasaran else None
    origin = (f"Tercetak: “{tercetak}”",) if tercetak else key_origin(penetapan, word.lower())
    yield Fact(word, (penetapan.parent.nama,), origin)
    if definisi.cakupan:
        yield Fact("Cakupan", (definisi.cakupan,), key_origin(penetapan, "cakupan"))


def _row_facts(penetapan: Penetapan) -> Iterator[Fact]:
    definisi, empty = penetapan.definisi, empty_word(penetapan.iku)

    def fact(label: str, key: str, values: tuple[str, ...], empty: str = empty) -> Fact:
        return Fact(label=label, values=values, notes=key_origin(penetapan, key), empty=empty)

    if definisi.jenis:
        yield fact("Jenis", "jenis", (JENIS_WORDS[definisi.jenis],))
    yield fact("Satuan", "satuan", optional(satuan_word(definisi.satuan)))
    yield fact("Arah", "arah", optional(arah_words(definisi)), "Belum ditetapkan")
    if definisi.akumulasi:
        yield Fact("Nilai antartahun", (AKUMULASI_WORDS[definisi.akumulasi],))
    if definisi.cara:
        yield Fact("Nilai dalam setahun", (CARA_WORDS[definisi.cara],))
    yield fact("Sumber data", "sumber_data", definisi.sumber_data)
    yield fact("Penanggung jawab", "penanggung_jawab", definisi.penanggung_jawab)


def _citation_section(context: Context, indikator: Indikator, title: str) -> Section:
    """Return how to cite, download, edit and report."""
    lokasi = indikator.terbaru.lokasi
    html = stack(
        BLOCKS.citation(cite_indikator(context, indikator)),
        actions(context, indikator.kunci, title, lokasi, _edit_result(context, indikator)),
    )
    return Section(html, "Kutip, unduh, dan perbaiki", "ubah")


def _edit_result(context: Context, indikator: Indikator) -> Link | None:
    """Return the link that edits the newest result, for the site that names a repository."""
    if not context.forge or not indikator.lokasi_hasil:
        return None
    tahun = max(indikator.lokasi_hasil)
    return Link(
        f"Ubah hasil {indikator.year(tahun)}", context.edit_link(indikator.lokasi_hasil[tahun])
    )
