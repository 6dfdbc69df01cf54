"""The large figures below the lead of a page: of one indicator, and the counts of many.

Counts come before any average, and nothing is averaged. An indicator counts once: by its newest
year with a result, or as not reported. So a year of which little is reported yet hides nothing; how
the newest year stands by itself is said in a sentence.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from iku_terbuka.capaian import (
    Measurement,
    NoCapaian,
    Standing,
    Status,
    StatusCounts,
    count_status,
)
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import is_rank
from iku_terbuka.pages.blocks import value_cell
from iku_terbuka.pages.template import Macros
from iku_terbuka.wording import (
    NOT_MENTIONED,
    STATUS_WORDS,
    count_text,
    count_words,
    distance_from_range,
    in_percent,
    no_target_word,
    percent_text,
    reasons_sentence,
    value_text,
)
from iku_terbuka.wording.notation import BARE_UNITS

_FIGURES = Macros("figures.html.j2")
# Above this many indicators, single squares say no more than a bar.
MAX_SQUARES = 200


@dataclass(frozen=True)
class KeyFigure:
    """A large figure of an indicator; ``empty`` says why there is none, ``style`` names classes."""

    label: str
    text: str = ""
    satuan: str = ""
    predikat: str = ""
    status: Status | None = None
    empty: str = ""
    note: str = ""
    style: str = ""


@dataclass(frozen=True)
class CountFigure:
    """A large figure that counts, with the words of what it is a part; ``style`` names classes."""

    label: str
    text: str
    of: str = ""
    note: str = ""
    style: str = ""


@dataclass(frozen=True)
class BarSegment:
    """A piece of a bar of statuses; ``text`` are its count and status in words."""

    status: Status
    count: int
    text: str


def key_figures(context: Context, indikator: Indikator) -> tuple[KeyFigure, ...]:
    """Return realisasi, target and capaian of the result that counts, else the targets."""
    state = context.standing(indikator)
    if state.shown and state.shown.realisasi is not None:
        return _result_figures(indikator, state.shown)
    return _target_figures(indikator, state, tuple(context.pengukuran(indikator).values()))


def key_figure_list(figures: Iterable[KeyFigure]) -> Markup:
    """Return the figures of an indicator as HTML."""
    return _FIGURES.key_figures(figures)


def _result_figures(indikator: Indikator, measurement: Measurement) -> tuple[KeyFigure, ...]:
    return (
        _realisasi_figure(indikator, measurement),
        _target_figure(indikator, f"Target {measurement.tahun}", measurement),
        KeyFigure(
            f"Capaian {measurement.tahun}",
            text="" if measurement.capaian is None else percent_text(measurement.capaian),
            status=measurement.status,
            note=_capaian_note(indikator, measurement),
            style="lebar",
        ),
    )


def _realisasi_figure(indikator: Indikator, measurement: Measurement) -> KeyFigure:
    tahun, predikat = measurement.tahun, measurement.predikat
    figure = _value_figure(
        f"Realisasi {tahun}", measurement.realisasi, indikator.satuan(tahun), "realisasi"
    )
    return replace(figure, predikat=predikat if predikat and predikat != figure.text else "")


def _capaian_note(indikator: Indikator, measurement: Measurement) -> str:
    if measurement.reason is NoCapaian.RUMUS_STATUS:
        return "Target ini hanya tercapai atau tidak"
    definisi = indikator.penetapan_untuk(measurement.tahun).definisi
    if far := distance_from_range(definisi, measurement):
        return far
    if measurement.status is Status.BERJALAN:
        return f"Belum dinilai: {measurement.reason}"
    if measurement.reason:
        return f"Tanpa persentase: {measurement.reason}"
    return f"Kategori: {measurement.kategori}" if measurement.kategori else ""


def _target_figures(
    indikator: Indikator, state: Standing, measurements: Sequence[Measurement]
) -> tuple[KeyFigure, ...]:
    shown = state.shown
    tahun = f" {shown.tahun}" if shown else ""
    missing = STATUS_WORDS[state.status]
    return (
        KeyFigure(f"Realisasi{tahun}", empty=missing, note=_why_no_result(state)),
        _target_figure(indikator, f"Target{tahun}", shown),
        *_last_target_figure(indikator, shown, measurements),
    )


def _last_target_figure(
    indikator: Indikator, shown: Measurement | None, measurements: Sequence[Measurement]
) -> tuple[KeyFigure, ...]:
    """Return the target of the end of the period, or of the last year where it is a later one."""
    definisi, style = indikator.definisi, "target lebar"
    last = next((year for year in reversed(measurements) if year.target), None)
    if definisi.target_akhir:
        label, satuan, awal = "Target akhir periode", definisi.satuan, definisi.kondisi_awal
        note = f"Dari kondisi awal {value_text(awal, satuan)}" if awal else ""
        return (_value_figure(label, definisi.target_akhir, satuan, style, note),)
    if last and shown and last.tahun > shown.tahun:
        satuan = indikator.satuan(last.tahun)
        return (_value_figure(f"Target {last.tahun}", last.target, satuan, style),)
    return ()


def _why_no_result(state: Standing) -> str:
    """Say why there is no result in the year shown."""
    match state.status:
        case Status.BELUM_WAKTUNYA:
            return "Tahunnya belum selesai"
        case Status.BELUM_DILAPORKAN:
            return "Belum ada dokumen hasil yang dimuat di sini"
        case Status.TIDAK_DAPAT_DIHITUNG if state.latest and state.latest.reason:
            return f"Karena {state.latest.reason}"
        case _:
            return ""


def _target_figure(indikator: Indikator, label: str, measurement: Measurement | None) -> KeyFigure:
    decree = indikator.penetapan_untuk(measurement.tahun if measurement else None)
    target = measurement.target if measurement else None
    figure = _value_figure(label, target, decree.definisi.satuan, "target")
    return replace(figure, empty=no_target_word(decree)) if figure.empty else figure


def _value_figure(
    label: str, value: IsiNilai | None, satuan: str | None, style: str, note: str = ""
) -> KeyFigure:
    if value is None:
        return KeyFigure(label, empty=NOT_MENTIONED, note=note, style=style)
    numeric = value.nilai is not None or value.rentang is not None
    inline = in_percent(satuan) or is_rank(satuan)
    cell = value_cell(value, satuan if inline else None)
    bare = satuan is not None and satuan.lower() in BARE_UNITS
    doubt = "Lihat catatan" if value.catatan else ""
    return KeyFigure(
        label,
        text=cell.number if cell else "",
        satuan=satuan if satuan and numeric and not inline and not bare else "",
        predikat=cell.predikat if cell else "",
        note=". ".join(filter(None, (note, doubt))),
        style=f"{style} panjang" if cell and _is_wide(cell.number) else style,
    )


def _is_wide(words: str) -> bool:
    """Tell whether a figure would be too wide for half a phone; letters are wider than digits."""
    return len(words) > (10 if words[:1].isdigit() else 7)


def count_statuses(context: Context, indicators: Iterable[Indikator]) -> StatusCounts:
    """Count how these indicators stand."""
    return count_status(map(context.standing, indicators))


def bar_segments(counts: StatusCounts) -> tuple[BarSegment, ...]:
    """Return the pieces of a bar, in the order of the statuses."""
    return tuple(
        BarSegment(status, count, f"{count_text(count)} {STATUS_WORDS[status].lower()}")
        for status in Status
        if (count := counts.status[status])
    )


def counts_in_words(counts: StatusCounts) -> str:
    """Return the counts as one short line: 5 tercapai · 1 belum tercapai · 2 belum dilaporkan."""
    return count_words(counts.status, counts.sementara, separator=" · ")


def count_figures(
    counts: StatusCounts, note: str, years: Iterable[int] = ()
) -> tuple[CountFigure, ...]:
    """Return how many indicators, targets reached, never reported: the figures of an overview.

    Where nothing is there, nothing is missing either, and the third is left out. ``note`` stands
    below the first; ``years`` are those of the results that are counted.
    """
    total, missing = counts.total, counts.status[Status.BELUM_DILAPORKAN]
    first = CountFigure("Indikator", count_text(total), "", note)
    if not total:  # “0 dari 0, tidak dihitung sebagai nol” would be said of nothing
        return (first, _reached_figure(counts, ()))
    return (
        first,
        _reached_figure(counts, sorted(set(years))),
        CountFigure(
            "Belum pernah dilaporkan",
            count_text(missing),
            f"dari {count_text(total)}",
            "Belum dimuat di sini; tidak dihitung sebagai nol",
            "lebar",
        ),
    )


def _reached_figure(counts: StatusCounts, years: Sequence[int]) -> CountFigure:
    """Return how many targets were reached, of those whose result could be judged."""
    label = "Target tercapai (hasil terakhir)"
    if counts.dinilai:
        draft = f"; {count_text(counts.sementara)} angka sementara" if counts.sementara else ""
        return CountFigure(
            label,
            count_text(counts.terpenuhi),
            f"dari {count_text(counts.dinilai)}",
            f"yang dapat dinilai{_span(years)}{draft}",
            "realisasi",
        )
    if counts.berhasil:
        why = "Hasilnya ada, tetapi tidak dapat dinilai"
    elif counts.status[Status.BERJALAN]:
        why = "Angkanya masih sementara"
    else:
        why = "Belum ada hasil untuk dinilai"
    return CountFigure(label, "Belum diketahui", "", why, "kata")


def _span(years: Sequence[int]) -> str:
    if not years:
        return ""
    return f", tahun {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")


def overview(
    context: Context, indicators: Sequence[Indikator], counts: StatusCounts, note: str
) -> Markup:
    """Return how these indicators stand, counted in ``counts``, as figures, squares and words."""
    return _FIGURES.overview(
        figures=count_figures(counts, note, judged_years(context, indicators)),
        segments=bar_segments(counts),
        squares=0 < counts.total <= MAX_SQUARES,
        reasons=reasons_sentence(counts),
        newest_year=newest_year_sentence(context, indicators, counts),
    )


def plain_overview(
    context: Context, indicators: Sequence[Indikator], counts: StatusCounts, note: str
) -> Markup:
    """Return the figures and words of an overview, without its squares."""
    return _FIGURES.plain_overview(
        figures=count_figures(counts, note, judged_years(context, indicators)),
        reasons=reasons_sentence(counts),
        newest_year=newest_year_sentence(context, indicators, counts),
    )


def judged_years(context: Context, indicators: Iterable[Indikator]) -> list[int]:
    """Return the year of each result that counts as judged."""
    results = (context.standing(indikator).latest for indikator in indicators)
    return [result.tahun for result in results if result and result.status.dinilai]


def newest_year_sentence(
    context: Context, indicators: Sequence[Indikator], counts: StatusCounts
) -> str:
    """Say how the newest year with a result stands by itself, where that is news."""
    tahun, words = newest_year(context, indicators, counts)
    return f"Untuk {tahun} saja, tahun terbaru yang ada hasilnya: {words}." if words else ""


def newest_year(
    context: Context, indicators: Sequence[Indikator], counts: StatusCounts
) -> tuple[int, str]:
    """Return the newest year with a result and how it stands by itself.

    The words are empty where that is no news beside ``counts``.
    """
    results = [context.standing(indikator).latest for indikator in indicators]
    tahun = max(
        (result.tahun for result in results if result and result.status.ada_hasil), default=0
    )
    year = [found for one in indicators if (found := context.pengukuran(one).get(tahun))]
    alone: Counter[Status] = Counter(
        one.status for one in year if one.status is not Status.TIDAK_BERLAKU
    )
    if not tahun or alone == counts.status:
        return tahun, ""
    drafts = sum(1 for one in year if one.sementara and one.status.dinilai)
    return tahun, _year_in_words(alone, drafts)


def _year_in_words(counts: Counter[Status], drafts: int) -> str:
    # What was not measured is not wanted: the map beside this sentence counts so too.
    reported = sum(count for status, count in counts.items() if status.ada_hasil)
    wanted = counts.total() - counts[Status.TIDAK_DIUKUR]
    parts = [f"{count_text(reported)} dari {count_text(wanted)} indikator sudah ada hasilnya"]
    if reached := sum(count for status, count in counts.items() if status.terpenuhi):
        parts.append(f"{count_text(reached)} tercapai")
    if missing := counts[Status.BELUM_DILAPORKAN]:
        parts.append(f"{count_text(missing)} belum dilaporkan")
    if drafts:
        parts.append(f"{count_text(drafts)} angka sementara")
    return ", ".join(parts)
