"""How many indicators stand how: counted in large figures, squares and words.

Counts come before any average, and nothing is averaged. An indicator counts once: by its newest
year with a result, or as not reported. So a year of which little is reported yet hides nothing; how
the newest year stands by itself is said in a sentence.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from iku_terbuka.capaian import Status, StatusCounts, count_status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.pages.template import Macros
from iku_terbuka.wording import STATUS_WORDS, count_text, count_words, reasons_sentence

_OVERVIEW = Macros("overview.html.j2")
# Above this many indicators, single squares say no more than a bar.
MAX_SQUARES = 200


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
    """A piece of a bar of statuses; ``text`` are its count and status in words.

    ``percent`` is its share in whole percent, at least 1, so that it can be seen.
    """

    status: Status
    count: int
    percent: int
    text: str


def count_statuses(context: Context, indicators: Iterable[Indikator]) -> StatusCounts:
    """Count how these indicators stand, each once."""
    return count_status(map(context.standing, indicators))


def counted(indicators: Iterable[Indikator]) -> tuple[Indikator, ...]:
    """Return those that count today: one of two where one goes on with the other."""
    return tuple(indikator for indikator in indicators if indikator.is_counted)


def bar_segments(counts: StatusCounts) -> tuple[BarSegment, ...]:
    """Return the pieces of a bar, in the order of the statuses."""
    return tuple(
        BarSegment(
            status=status,
            count=count,
            percent=max(1, round(100 * count / counts.total)),
            text=f"{count_text(count)} {STATUS_WORDS[status].lower()}",
        )
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
    first = CountFigure(label="Indikator", text=count_text(total), note=note)
    if not total:  # “0 dari 0, tidak dihitung sebagai nol” would be said of nothing
        return (first, _reached_figure(counts, ()))
    return (
        first,
        _reached_figure(counts, sorted(set(years))),
        CountFigure(
            label="Belum pernah dilaporkan",
            text=count_text(missing),
            of=f"dari {count_text(total)}",
            note="Belum dimuat di sini; tidak dihitung sebagai nol",
            style="lebar",
        ),
    )


def _reached_figure(counts: StatusCounts, years: Sequence[int]) -> CountFigure:
    """Return how many targets were reached, of those whose result could be judged."""
    label = "Target tercapai (hasil terakhir)"
    if counts.dinilai:
        draft = f"; {count_text(counts.sementara)} angka sementara" if counts.sementara else ""
        return CountFigure(
            label=label,
            text=count_text(counts.terpenuhi),
            of=f"dari {count_text(counts.dinilai)}",
            note=f"yang dapat dinilai{_span(years)}{draft}",
            style="realisasi",
        )
    if counts.berhasil:
        why = "Hasilnya ada, tetapi tidak dapat dinilai"
    elif counts.status[Status.BERJALAN]:
        why = "Angkanya masih sementara"
    else:
        why = "Belum ada hasil untuk dinilai"
    return CountFigure(label=label, text="Belum diketahui", note=why, style="kata")


def _span(years: Sequence[int]) -> str:
    if not years:
        return ""
    return f", tahun {years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "")


def overview(
    context: Context, indicators: Sequence[Indikator], counts: StatusCounts, note: str
) -> Markup:
    """Return how these indicators stand, counted in ``counts``, as figures, squares and words."""
    return _OVERVIEW.overview(
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
    return _OVERVIEW.plain_overview(
        figures=count_figures(counts, note, judged_years(context, indicators)),
        reasons=reasons_sentence(counts),
        newest_year=newest_year_sentence(context, indicators, counts),
    )


def judged_years(context: Context, indicators: Iterable[Indikator]) -> list[int]:
    """Return the year of each result that counts as judged."""
    results = (context.standing(indikator).latest for indikator in indicators)
    return [int(result.tahun) for result in results if result and result.status.dinilai]


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
        (int(result.tahun) for result in results if result and result.status.ada_hasil), default=0
    )
    measurements = [
        measurement
        for indikator in indicators
        if (measurement := context.pengukuran(indikator).get(tahun))
    ]
    alone: Counter[Status] = Counter(
        measurement.status
        for measurement in measurements
        if measurement.status is not Status.TIDAK_BERLAKU
    )
    if not tahun or alone == counts.status:
        return tahun, ""
    drafts = sum(
        1 for measurement in measurements if measurement.sementara and measurement.status.dinilai
    )
    return tahun, _year_in_words(alone, drafts)


def _year_in_words(counts: Counter[Status], drafts: int) -> str:
    # What was not measured or is replaced is not wanted: the map beside this counts so too.
    reported = sum(count for status, count in counts.items() if status.ada_hasil)
    wanted = counts.total() - counts[Status.TIDAK_DIUKUR] - counts[Status.DIGANTIKAN]
    parts = [f"{count_text(reported)} dari {count_text(wanted)} indikator sudah ada hasilnya"]
    if reached := sum(count for status, count in counts.items() if status.terpenuhi):
        parts.append(f"{count_text(reached)} tercapai")
    if missing := counts[Status.BELUM_DILAPORKAN]:
        parts.append(f"{count_text(missing)} belum dilaporkan")
    if drafts:
        parts.append(f"{count_text(drafts)} angka sementara")
    return ", ".join(parts)
