"""The quarters, months or halves of the years of an indicator: a table and a line for each year."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from iku_terbuka.capaian import Measurement, YearPart, YearParts, year_parts
from iku_terbuka.charts import part_slots
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.pages.blocks import ValueCell, value_cell
from iku_terbuka.pages.hasil import cited
from iku_terbuka.pages.template import Macros, stack
from iku_terbuka.publish import Section
from iku_terbuka.wording import (
    PART_WORDS,
    against_year_sentences,
    cara_sentence,
    no_to_date_sentence,
    part_name,
    satuan_word,
    to_date_words,
)

_PAGE = Macros("bagian_tahun.html.j2")


@dataclass(frozen=True)
class PartRow:
    """A part of a year in the table."""

    label: str
    target: ValueCell | None
    realisasi: ValueCell | None
    sumber: Markup | str


@dataclass(frozen=True)
class PartTable:
    """The parts of one year of one kind; a column without any value is left out."""

    id: str
    caption: str
    head: str
    rows: tuple[PartRow, ...]
    notes: tuple[str, ...]

    @property
    def with_targets(self) -> bool:
        return any(row.target for row in self.rows)

    @property
    def with_results(self) -> bool:
        return any(row.realisasi for row in self.rows)


def parts_section(context: Context, indikator: Indikator) -> Iterator[Section]:
    """Yield the section on the parts of the years, newest first, where any year has some."""
    years = [
        (year, parts)
        for tahun, year in sorted(context.pengukuran(indikator).items(), reverse=True)
        for parts in year_parts(indikator, tahun, context.acuan)
    ]
    if not years:
        return
    kinds = dict.fromkeys(PART_WORDS[parts.jenis] for _, parts in years)
    newest = years[0][0]
    folded = (_year(indikator, year, parts, newest=year is newest) for year, parts in years)
    yield Section(stack(*folded), f"Angka tiap {' dan '.join(kinds)}", "dalam-setahun")


def _year(indikator: Indikator, year: Measurement, parts: YearParts, *, newest: bool) -> Markup:
    tahun, satuan = year.tahun, indikator.satuan(year.tahun)
    word = PART_WORDS[parts.jenis]
    unit = f" ({satuan_word(satuan)})" if satuan else ""
    to_date = parts.to_date
    return _PAGE.year(
        title=f"{tahun}: {to_date_words(to_date, satuan)}" if to_date else f"{tahun}",
        open=newest,
        chart=_chart(parts, tahun, satuan, newest=newest),
        caption=f"Target dan realisasi tiap {word}",
        table=PartTable(
            id=f"bagian-{parts.jenis}-{tahun}",
            caption=f"{word.capitalize()} {tahun}{unit}",
            head=word.capitalize(),
            rows=tuple(_row(parts, part, satuan) for part in parts.parts),
            notes=tuple(_notes(year, parts, satuan)),
        ),
    )


def _row(parts: YearParts, part: YearPart, satuan: str | None) -> PartRow:
    sources = cited(part.hasil.sumber) if part.hasil else ()
    return PartRow(
        label=part_name(parts.jenis, part.nomor),
        target=value_cell(part.target, satuan),
        realisasi=value_cell(part.realisasi, satuan),
        sumber=sources[0] if sources else "",
    )


def _notes(year: Measurement, parts: YearParts, satuan: str | None) -> Iterator[str]:
    """Yield how the parts make the year, what they say against it, and what is doubtful."""
    if sentence := cara_sentence(parts):
        yield sentence
    if why := no_to_date_sentence(parts):
        yield why
    yield from against_year_sentences(parts, (year.target, year.realisasi), satuan)
    for part in parts.parts:
        name = part_name(parts.jenis, part.nomor)
        for label, value in (("Target", part.target), ("Realisasi", part.realisasi)):
            yield from (f"{label} {name}: {note}" for note in (value.catatan if value else ()))
        yield from (f"{name}: {note}" for note in (part.hasil.catatan if part.hasil else ()))


def _chart(parts: YearParts, tahun: int, satuan: str | None, *, newest: bool) -> Markup | None:
    """Draw the newest year with its values, an older one small: its values are in its table."""
    slots, prefix = part_slots(parts), f"bagian-{parts.jenis}-{tahun}-"
    if sum(1 for slot in slots if slot.numbers) < 2:
        return None
    from iku_terbuka.charts.sparkline import sparkline  # noqa: PLC0415 (slow)
    from iku_terbuka.charts.trend import trend  # noqa: PLC0415 (slow, see iku_terbuka.charts)

    chart = trend(slots, satuan, prefix) if newest else sparkline(slots, satuan, prefix)
    return chart.svg if chart else None
