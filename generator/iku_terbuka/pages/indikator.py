"""The page of one indicator: result first, then how it is computed, then where it comes from."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from iku_terbuka.capaian import ATURAN, Measurement, Status, series_breaks
from iku_terbuka.charts import SlotKind, time_slots
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.opendata.origin import cite_indikator
from iku_terbuka.pages.blocks import (
    Fact,
    Link,
    ValueCell,
    actions,
    document_facts,
    fact_list,
    header,
    optional,
    result_cell,
    titled_notes,
    value_cell,
)
from iku_terbuka.pages.figures import key_figure_list, key_figures
from iku_terbuka.pages.hasil import chart_sources, result_facts, target_sources
from iku_terbuka.pages.perubahan import changed_years, history
from iku_terbuka.pages.rumus import capaian_formula, decree_formulas, skala_view
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Page, Section
from iku_terbuka.wording import (
    AKUMULASI_WORDS,
    ARAH_WORDS,
    KEPASTIAN_WORDS,
    capaian_rule_sentence,
    chart_subtitle,
    chart_title,
    empty_word,
    indikator_lead,
    join_words,
    key_origin,
    no_target_word,
    origin_sentences,
    percent_text,
    rounding_sentence,
    satuan_word,
    value_text,
    years_text,
)

_PAGE = Macros("indikator.html.j2")


@dataclass(frozen=True)
class YearRow:
    """One row of the table: a year, or the end of the period.

    ``end_label`` names the value of an end, which is no target of a year; ``changed`` says that the
    target was changed after its year had begun.
    """

    label: str
    target: ValueCell | None
    realisasi: ValueCell | None = None
    capaian: str = ""
    status: Status | None = None
    href: str = ""
    changed: bool = False
    end_label: str = ""


@dataclass(frozen=True)
class StartValue:
    """Where a plan started: a fact that the decree prints, and no promise."""

    label: str
    value: ValueCell


def indikator_page(context: Context, indikator: Indikator) -> Page:
    """Return the page of ``indikator``."""
    folder = context.folder(indikator.kunci)
    instansi = context.instansi[indikator.instansi_id]
    full_name = context.full_name(instansi)
    lead = indikator_lead(indikator, full_name, context.standing(indikator))
    title = f"{indikator.nama} · {full_name}"
    return Page(
        folder,
        title,
        lead.striptags(),
        indikator.nama,
        header(context, folder, instansi, indikator.nama),
        (
            Section(_lead(context, indikator, lead, full_name)),
            _numbers_section(context, indikator),
            _formulas_section(context, indikator),
            _meaning_section(indikator.terbaru),
            _results_section(context, indikator),
            _data_section(indikator.terbaru),
            Section(history(context, indikator), "Riwayat angka", "riwayat"),
            _citation_section(context, indikator, title),
        ),
        contents=True,
        script="grafik.js",
        source=indikator.terbaru.lokasi,
    )


def _measurements(context: Context, indikator: Indikator) -> tuple[Measurement, ...]:
    return tuple(context.pengukuran(indikator).values())


def _lead(context: Context, indikator: Indikator, lead: str, full_name: str) -> str:
    measurements, sasaran = _measurements(context, indikator), indikator.terbaru.sasaran
    return _PAGE.lead(
        sasaran=sasaran.nama,
        jenjang=sasaran.jenjang,
        lead=lead,
        notes=(*_draft_note(measurements), *_cakupan_note(indikator.definisi, full_name)),
        changed_year=_changed_year(context, indikator, measurements),
        figures=key_figure_list(key_figures(context, indikator)),
    )


def _draft_note(measurements: Sequence[Measurement]) -> tuple[str, ...]:
    drafts = [year.tahun for year in measurements if year.sementara]
    return (f"Angka {years_text(drafts)} masih sementara.",) if drafts else ()


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


def _numbers_section(context: Context, indikator: Indikator) -> Section:
    """Return chart and table of all years."""
    definisi, measurements = indikator.definisi, _measurements(context, indikator)
    with_results = _has_results(measurements)
    rows, start = _year_rows(context, indikator), _start_values(indikator)
    if rows or start:
        numbers = _PAGE.numbers(
            chart=_chart(indikator, measurements),
            start=start,
            table=_table(indikator, rows, with_results=with_results),
            changed=any(row.changed for row in rows),
            notes=tuple(_number_notes(indikator, measurements)),
        )
    else:
        numbers = _PAGE.no_targets(empty_word(indikator.terbaru.iku).lower())
    tercetak = _PAGE.printed_row(definisi.nilai_tercetak) if definisi.nilai_tercetak else ""
    title = "Target dan realisasi" if with_results else "Target per tahun"
    return Section(stack(numbers, tercetak), title, "angka")


def _has_results(measurements: Sequence[Measurement]) -> bool:
    return any(year.realisasi is not None for year in measurements)


def _chart(indikator: Indikator, measurements: tuple[Measurement, ...]) -> str:
    from iku_terbuka.charts.trend import trend  # noqa: PLC0415 (slow, see iku_terbuka.charts)

    slots = time_slots(indikator, measurements)
    drawn = [int(slot.label) for slot in slots if slot.kind is SlotKind.YEAR]
    chart = trend(slots, indikator.definisi.satuan) if slots else None
    left_out = _left_out_notes(indikator.definisi, {slot.kind for slot in slots})
    return _PAGE.chart(
        title=chart_title(indikator, measurements),
        subtitle=chart_subtitle(indikator, measurements),
        sources=chart_sources(indikator, drawn),
        svg=chart.svg if chart else None,
        notes=(*chart.notes, *left_out) if chart else (),
        why_none=_why_no_chart(indikator, measurements),
    )


def _left_out_notes(definisi: DefinisiIndikator, drawn: Collection[SlotKind]) -> Iterator[str]:
    """Say what the table holds and the chart beside it leaves out."""
    if definisi.kondisi_awal and SlotKind.START not in drawn:
        yield (
            "Kondisi awal tidak digambar karena tahun-tahun sebelumnya memakai keputusan lama; "
            "angkanya ada di atas tabel."
        )
    if definisi.target_akhir and SlotKind.END not in drawn:
        yield (
            "Target akhir periode tidak digambar karena merupakan jumlah semua tahun; lihat tabel."
        )


def _why_no_chart(indikator: Indikator, measurements: Sequence[Measurement]) -> str:
    if indikator.definisi.nilai_tercetak:
        return "Nilai yang tercetak tidak dapat dipasangkan dengan tahunnya; lihat di bawah."
    if any(indikator.target(tahun) for tahun in indikator.tahun):
        return "Targetnya predikat, bukan angka, jadi tidak digambar."
    if _has_results(measurements):
        return "Hasilnya predikat, bukan angka, jadi tidak digambar."
    return "Target dan realisasi belum dimuat di sini."


def _table(indikator: Indikator, rows: Sequence[YearRow], *, with_results: bool) -> str:
    if not rows:
        return ""
    satuan = indikator.definisi.satuan
    unit = f" ({satuan_word(satuan)})" if satuan and not _unit_note(indikator) else ""
    what = "Target, realisasi, dan capaian" if with_results else "Target dan realisasi"
    return _PAGE.table(
        caption=f"{what}{unit}",
        rows=rows,
        with_results=with_results,
        no_target=no_target_word(indikator.terbaru).lower(),
    )


def _year_rows(context: Context, indikator: Indikator) -> list[YearRow]:
    """Return the rows in order of time."""
    definisi, folder = indikator.definisi, context.folder(indikator.kunci)
    changed = changed_years(context, indikator)
    rows = [
        YearRow(
            str(tahun),
            value_cell(year.target, indikator.satuan(tahun)),
            result_cell(year, indikator.satuan(tahun)),
            "" if year.capaian is None else percent_text(year.capaian),
            year.status,
            href=context.link(folder, context.folder(f"{indikator.instansi_id}/tahun-{tahun}")),
            changed=tahun in changed,
        )
        for tahun, year in context.pengukuran(indikator).items()
    ]
    if definisi.target_akhir:
        end = value_cell(definisi.target_akhir, definisi.satuan)
        rows.append(YearRow("Akhir periode", end, end_label="Target akhir"))
    return rows


def _start_values(indikator: Indikator) -> tuple[StartValue, ...]:
    """Return the start of each decree, with its years where they are several; the newest last."""
    found = []
    for penetapan in indikator.penetapan:
        start, satuan = penetapan.definisi.kondisi_awal, penetapan.definisi.satuan
        years = [tahun for tahun in indikator.tahun if indikator.berlaku(tahun) is penetapan]
        cell = value_cell(start, satuan)
        if start and cell and (years or penetapan is indikator.terbaru):
            own = len(indikator.penetapan) > 1 and years
            label = f"Kondisi awal untuk {years_text(years)}" if own else "Kondisi awal"
            # No caption above it names a long unit.
            found.append(StartValue(label, replace(cell, number=value_text(start, satuan))))
    return tuple(found)


def _number_notes(indikator: Indikator, measurements: Sequence[Measurement]) -> Iterator[str]:
    """Yield what stands below the table in small print."""
    yield from _without_percentage(measurements)
    for year in measurements:
        if rounded := rounding_sentence(indikator.satuan(year.tahun), year):
            yield f"{year.tahun}: {rounded}"
    yield from _value_notes(indikator.definisi, measurements)
    yield from _unit_note(indikator)
    for cited in target_sources(indikator, [year.tahun for year in measurements]):
        yield f"{cited[:1].upper()}{cited[1:]}."


def _without_percentage(measurements: Sequence[Measurement]) -> list[str]:
    """Name each reason once, with its years."""
    years: dict[str, list[int]] = {}
    for year in measurements:
        if year.reason and year.status is not Status.BERJALAN:
            years.setdefault(year.reason, []).append(year.tahun)
    return [f"{years_text(tahun)} tanpa persentase: {sebab}." for sebab, tahun in years.items()]


def _value_notes(definisi: DefinisiIndikator, measurements: Sequence[Measurement]) -> Iterator[str]:
    """Yield what is doubtful about single values, each with its place in the table."""
    values = [("Kondisi awal", definisi.kondisi_awal)]
    for year in measurements:
        values.append((f"Target {year.tahun}", year.target))
        values.append((f"Realisasi {year.tahun}", year.realisasi))
    values.append(("Target akhir", definisi.target_akhir))
    for label, value in values:
        if value:
            yield from (f"{label}: {note}" for note in value.catatan)


def _unit_note(indikator: Indikator) -> tuple[str, ...]:
    """Say that the unit changed between decrees, because years then cannot be compared."""
    changed = [putus.tahun for putus in series_breaks(indikator) if putus.satuan]
    if not changed:
        return ()
    return (
        f"Satuannya berubah sejak {join_words([str(tahun) for tahun in changed])}; tahun dengan "
        "satuan lain tidak digambar dan tidak dibandingkan.",
    )


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
                rule=_rule_sentence(penetapan),
            ),
            _PAGE.skala(skala) if skala else "",
        ),
        "Cara menghitung",
        "cara",
    )


def _capaian_sentence(penetapan: Penetapan) -> str:
    """Return which rule holds, and where none is named whether more is better."""
    definisi = penetapan.definisi
    arah = ARAH_WORDS[definisi.arah] if definisi.arah and definisi.rumus_capaian is None else ""
    return capaian_rule_sentence(penetapan) + (f" {arah}." if arah else "")


def _rule_sentence(penetapan: Penetapan) -> str:
    key = penetapan.definisi.rumus_capaian
    if key is None:
        return ""
    aturan = ATURAN[key]
    return f"{aturan.judul}. {aturan.sumber} {KEPASTIAN_WORDS[aturan.kepastian]}"


def _meaning_section(penetapan: Penetapan) -> Section:
    """Return what the indicator means and why it was chosen, in the words of the decree."""
    definisi, empty = penetapan.definisi, empty_word(penetapan.iku)
    texts = [("Arti", "makna", definisi.makna), ("Alasan dipilih", "alasan", definisi.alasan)]
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
    years = sorted(indikator.hasil, reverse=True)
    results = [
        _PAGE.result(tahun, result_facts(context, indikator, tahun, newest=years[0]))
        for tahun in years
    ]
    return Section(stack(*results) or _PAGE.no_results(), "Penjelasan hasil", "penjelasan")


def _data_section(penetapan: Penetapan) -> Section:
    """Return the facts of the row, what in them is not from the row, and the doubts."""
    notes = tuple(dict.fromkeys((*penetapan.definisi.catatan, *penetapan.sasaran.catatan)))
    return Section(
        stack(
            fact_list((*_name_facts(penetapan), *_row_facts(penetapan))),
            titled_notes("Yang tidak berasal dari baris ini", origin_sentences(penetapan)),
            titled_notes("Catatan tentang sumber", notes),
        ),
        "Keterangan data",
        "keterangan",
    )


def _name_facts(penetapan: Penetapan) -> Iterator[Fact]:
    """Yield the printed name where the page has another, sasaran, and cakupan."""
    definisi, sasaran = penetapan.definisi, penetapan.sasaran
    if definisi.nama_tercetak:
        note = "Nama di atas dirapikan dari ini."
        yield Fact("Nama tercetak", (definisi.nama_tercetak,), (note,))
    tercetak = sasaran.nama_tercetak
    origin = (f"Tercetak: “{tercetak}”",) if tercetak else key_origin(penetapan, "sasaran")
    yield Fact("Sasaran", (sasaran.nama,), origin)
    if definisi.cakupan:
        yield Fact("Cakupan", (definisi.cakupan,), key_origin(penetapan, "cakupan"))


def _row_facts(penetapan: Penetapan) -> Iterator[Fact]:
    definisi, empty = penetapan.definisi, empty_word(penetapan.iku)

    def fact(label: str, key: str, values: tuple[str, ...], empty: str = empty) -> Fact:
        return Fact(label, values, key_origin(penetapan, key), empty)

    arah = ARAH_WORDS[definisi.arah] if definisi.arah else None
    yield fact("Satuan", "satuan", optional(satuan_word(definisi.satuan)))
    yield fact("Arah", "arah", optional(arah), "Belum ditetapkan")
    if definisi.akumulasi:
        yield Fact("Nilai antartahun", (AKUMULASI_WORDS[definisi.akumulasi],))
    yield fact("Sumber data", "sumber_data", definisi.sumber_data)
    yield fact("Penanggung jawab", "penanggung_jawab", definisi.penanggung_jawab)
    yield from document_facts(penetapan.iku)


def _citation_section(context: Context, indikator: Indikator, title: str) -> Section:
    """Return how to cite, download, edit and report."""
    lokasi = indikator.terbaru.lokasi
    html = stack(
        _PAGE.citation(cite_indikator(context, indikator)),
        actions(context, indikator.kunci, title, lokasi, _edit_result(context, indikator)),
    )
    return Section(html, "Kutip, unduh, dan perbaiki", "ubah")


def _edit_result(context: Context, indikator: Indikator) -> Link | None:
    """Return the link that edits the newest result, for the site that names a repository."""
    if not context.forge or not indikator.lokasi_hasil:
        return None
    tahun = max(indikator.lokasi_hasil)
    return Link(f"Ubah hasil {tahun}", context.edit_link(indikator.lokasi_hasil[tahun]))
