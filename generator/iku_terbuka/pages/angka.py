"""The numbers of an indicator through the years: chart, table, and what is to be known of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from iku_terbuka.capaian import Measurement, Status, later_promises, series_breaks
from iku_terbuka.charts import SlotKind, time_slots
from iku_terbuka.context import Context
from iku_terbuka.model import IkuFile, Indikator
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.pages.blocks import (
    ValueCell,
    cited_document,
    promise_words,
    result_cell,
    value_cell,
)
from iku_terbuka.pages.hasil import chart_sources, target_sources
from iku_terbuka.pages.perubahan import changed_years
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import (
    chart_subtitle,
    chart_title,
    empty_word,
    join_words,
    later_words,
    no_target_word,
    percent_text,
    promise_label,
    replaced_sentence,
    rounding_sentence,
    satuan_word,
    value_text,
    years_text,
)

_PAGE = Macros("indikator.html.j2")


@dataclass(frozen=True)
class YearRow:
    """One row of the table: a year, or the end of the period.

    ``promises`` say what else was promised for the year, and which document counts.
    ``end_label`` names the value of an end, which is no target of a year; ``changed`` says that the
    target was changed after its year had begun; ``owner`` whose year it is, where not its own.
    """

    label: str
    target: ValueCell | None
    promises: tuple[str, ...] = ()
    realisasi: ValueCell | None = None
    capaian: str = ""
    status: Status | None = None
    href: str = ""
    changed: bool = False
    end_label: str = ""
    owner: str = ""


@dataclass(frozen=True)
class StartValue:
    """Where a plan started: a fact that the decree prints, and no promise."""

    label: str
    value: ValueCell


def numbers_section(context: Context, indikator: Indikator) -> Section:
    """Return chart and table of all years."""
    definisi = indikator.definisi
    measurements = tuple(context.pengukuran(indikator).values())
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
    labels = {slot.label for slot in slots if slot.kind is SlotKind.YEAR}
    drawn = [year for year in measurements if str(year.tahun) in labels]
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
    if goals := [goal for tahun in indikator.tahun if (goal := indikator.target(tahun))]:
        return f"Targetnya {_kinds(goals)}, bukan angka, jadi tidak digambar."
    if results := [year.realisasi for year in measurements if year.realisasi]:
        return f"Hasilnya {_kinds(results)}, bukan angka, jadi tidak digambar."
    return "Target dan realisasi belum dimuat di sini."


def _kinds(values: Iterable[IsiNilai]) -> str:
    """Name what values are that are no numbers."""
    dates = [value.tanggal is not None for value in values]
    return "tanggal" if all(dates) else "predikat atau tanggal" if any(dates) else "predikat"


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
            label=str(year.tahun),
            target=value_cell(year.target, indikator.satuan(tahun)),
            promises=promise_words(year, indikator.satuan(tahun)),
            realisasi=result_cell(year, indikator.satuan(tahun)),
            capaian="" if year.capaian is None else percent_text(year.capaian),
            status=year.status,
            href=_year_link(context, folder, owner, tahun),
            changed=tahun in changed,
            owner="" if owner == indikator.instansi_id else _name_of(context, owner),
        )
        for tahun, year in context.pengukuran(indikator).items()
        for owner in [_owner(indikator, tahun)]
    ]
    if definisi.target_akhir:
        end = value_cell(definisi.target_akhir, definisi.satuan)
        rows.append(YearRow("Akhir periode", end, end_label="Target akhir"))
    return rows


def _owner(indikator: Indikator, tahun: int) -> str:
    """Return the id of the instansi to which a year belongs."""
    key = indikator.read_from.get(tahun)
    return key.rpartition("/")[0] if key else indikator.instansi_id


def _name_of(context: Context, instansi: str) -> str:
    return context.instansi[instansi].nama


def _year_link(context: Context, folder: str, instansi: str, tahun: int) -> str:
    """Return the link to the table of a year; a site of one part has not that of another."""
    if not context.has_page(instansi):
        return ""
    return context.link(folder, context.folder(f"{instansi}/tahun-{tahun}"))


def _start_values(indikator: Indikator) -> tuple[StartValue, ...]:
    """Return the start of each decree, with its years where they are several; the newest last."""
    found = []
    for penetapan in indikator.penetapan:
        start, satuan = penetapan.definisi.kondisi_awal, penetapan.definisi.satuan
        years = [tahun for tahun in indikator.tahun if indikator.berlaku(tahun) is penetapan]
        cell = value_cell(start, satuan)
        if start and cell and (years or penetapan is indikator.terbaru):
            own = len(indikator.penetapan) > 1 and years
            label = (
                f"Kondisi awal untuk {years_text(map(indikator.year, years))}"
                if own
                else "Kondisi awal"
            )
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
    yield from _changed_notes(indikator, measurements)
    for cited in target_sources(indikator, measurements):
        yield f"{cited[:1].upper()}{cited[1:]}."


def _without_percentage(measurements: Sequence[Measurement]) -> list[str]:
    """Name each reason once, with its years."""
    years: dict[str, list[int]] = {}
    for year in measurements:
        if year.reason and year.status not in {Status.BERJALAN, Status.DIGANTIKAN}:
            years.setdefault(year.reason, []).append(year.tahun)
    return [f"{years_text(tahun)} tanpa persentase: {sebab}." for sebab, tahun in years.items()]


def _changed_notes(indikator: Indikator, measurements: Sequence[Measurement]) -> Iterator[str]:
    """Yield what later decrees changed or left out, and what the decrees are in full."""
    replaced = [year.tahun for year in measurements if year.status is Status.DIGANTIKAN]
    if replaced and indikator.diganti:
        yield (
            f"{years_text(replaced)}: {replaced_sentence(indikator)} Target lamanya tetap "
            "ditampilkan, tetapi tidak dinilai."
        )
    older: dict[str, str] = {}
    for year in measurements:
        for promise in year.semula:
            if isinstance(promise.dokumen, IkuFile):
                older[promise_label(promise)] = cited_document(promise.dokumen)
        if later := later_promises(indikator, year.tahun):
            yield (
                f"Target {year.tahun} kemudian dicetak {later_words(later)}; keputusan itu baru "
                "berlaku sesudahnya."
            )
    yield from (f"{label}: {cited}." for label, cited in older.items() if cited)


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
