"""Numbers, units, years, dates and lists as Indonesian writes them."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from markupsafe import Markup

from iku_terbuka.capaian import two_decimals
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model import Tanggal
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import indonesian
from iku_terbuka.model.satuan import in_percent, is_rank

_LOCALE = "id_ID"
_HUNDRED = Decimal(100)
_COUNT_WORDS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
)
# A unit longer than this would break a table's columns.
MAX_SATUAN = 16
MINUS = "\u2212"
NBSP = "\u00a0"
# Units that only say what kind of number it is: 76,4, not “76,4 indeks”.
BARE_UNITS = frozenset({"indeks", "nilai", "skor"})


def number_text(value: Decimal) -> str:
    """Return ``1234.50`` as 1.234,50: same digits, Indonesian notation."""
    return indonesian(value).replace("-", MINUS)


def count_text(count: int) -> str:
    """Return a count as digits: 1.200."""
    return number_text(Decimal(count))


def percent_text(value: Decimal) -> str:
    """Return a capaian in percent, two decimals, half up.

    What is not 100 never reads 100,00%: it has as many decimals as that takes.
    """
    rounded = two_decimals(value)
    if rounded == _HUNDRED != value:
        places = -WIDE.subtract(value, _HUNDRED).adjusted()
        rounded = value.quantize(Decimal(1).scaleb(-max(3, places)), ROUND_HALF_UP, WIDE)
    return number_text(rounded) + "%"


def satuan_word(satuan: str | None) -> str | None:
    """Return the unit as a word to read: persen for ``%``."""
    return "persen" if in_percent(satuan) else satuan


def with_satuan(text: str, satuan: str | None) -> str:
    """Return a number in words with its unit behind it."""
    if satuan is None or satuan.lower() in BARE_UNITS:
        return text
    if in_percent(satuan):
        return text + "%"
    return text + NBSP + satuan


def value_text(value: IsiNilai, satuan: str | None = None) -> str:
    """Return a value with its unit, without its predikat unless that is all there is."""
    if value.nilai is not None and is_rank(satuan):
        return f"peringkat {number_text(value.nilai)}"
    if value.nilai is not None:
        return with_satuan(number_text(value.nilai), satuan)
    if value.rentang:
        low, high = value.rentang
        if is_rank(satuan):
            return f"peringkat {number_text(low)}–{number_text(high)}"
        return with_satuan(f"{number_text(low)}–{number_text(high)}", satuan)
    if value.tanggal:
        return date_text(value.tanggal)
    return value.predikat or ""


def value_and_predikat(value: IsiNilai) -> str:
    """Return a value without its unit, its predikat behind it in brackets: 3,20 (B)."""
    graded = value.predikat and (value.nilai is not None or value.rentang)
    return f"{value_text(value)} ({value.predikat})" if graded else value_text(value)


def with_predikat(value: IsiNilai, satuan: str | None, predikat: str | None) -> str:
    """Return a value with its unit and its predikat: 76,4 (BB)."""
    words = value_text(value, satuan)
    return f"{words} ({predikat})" if predikat and value.nilai is not None else words


def short_satuan(satuan: str | None) -> str | None:
    """Return a unit of one word; a longer one is left out where it was said already."""
    return None if satuan and " " in satuan else satuan


def years_text(years: Iterable[int]) -> str:
    """Return years as 2021–2023 dan 2025: years that follow each other are joined."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts: list[str] = []
    for run in runs:
        if len(run) > 1:
            parts.append(f"{run[0]}–{run[-1]}")
        else:
            parts.append(str(run[0]))
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " dan " + parts[-1]


def unbroken_years(years: Iterable[int]) -> Markup:
    """Return years as HTML, a single range kept on one line."""
    words = years_text(years)
    one_line = '<span class="iku-utuh">{}</span>' if " " not in words else "{}"
    return Markup(one_line).format(words)  # noqa: S704


def date_text(value: Tanggal) -> str:
    """Return a date as exact as it was printed: 2021, Desember 2021, 31 Desember 2021."""
    if value.bulan is None:
        return str(value.tahun)
    if value.hari is None:
        return format_date(date(value.tahun, value.bulan, 1), "MMMM y", locale=_LOCALE)
    return format_date(date(value.tahun, value.bulan, value.hari), "d MMMM y", locale=_LOCALE)


def day_text(day: date) -> str:
    """Return a day of the calendar: 31 Desember 2021."""
    return format_date(day, "d MMMM y", locale=_LOCALE)


def join_words(items: Sequence[str]) -> str:
    """Join words as Indonesian does: a, b, dan c."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def count_word(count: int) -> str:
    """Return a small count as a word, a large one as digits."""
    return _COUNT_WORDS[count] if count < len(_COUNT_WORDS) else count_text(count)


def state_sentence(day: date | None, counted: date | int | None) -> str:
    """Return which state of the data is shown, and by which day or year statuses were counted.

    The latter is left out where the first says as much.
    """
    parts = [f"Data per {day_text(day)}."] if day else []
    if isinstance(counted, date) and counted != day:
        parts.append(f"Status dihitung per {day_text(counted)}.")
    if isinstance(counted, int) and not (day and day.year == counted):
        parts.append(f"Status dihitung pada tahun {counted}.")
    return " ".join(parts)
