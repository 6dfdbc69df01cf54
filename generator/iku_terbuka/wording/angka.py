"""Numbers, units, years and dates in Indonesian notation."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date

from iku_terbuka.capaian import two_decimals
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model.isian import Tanggal
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import indonesian
from iku_terbuka.model.satuan import in_percent, is_rank

_LOCALE = "id_ID"
_SERATUS = Decimal(100)
# A unit longer than this would break a table's columns.
MAX_SATUAN = 16
MINUS = "\u2212"
NBSP = "\u00a0"
# Units that only say what kind of number it is: 76,4, not “76,4 indeks”.
TANPA_SATUAN = frozenset({"indeks", "nilai", "skor"})


def angka(value: Decimal) -> str:
    """Return ``1234.50`` as 1.234,50: same digits, Indonesian notation."""
    return indonesian(value).replace("-", MINUS)


def cacah(count: int) -> str:
    """Return a count as digits: 1.200."""
    return angka(Decimal(count))


def persen(value: Decimal) -> str:
    """Return a capaian in percent, two decimals, half up.

    What is not 100 never reads 100,00%: it has as many decimals as that takes.
    """
    rounded = two_decimals(value)
    if rounded == _SERATUS != value:
        places = -WIDE.subtract(value, _SERATUS).adjusted()
        rounded = value.quantize(Decimal(1).scaleb(-max(3, places)), ROUND_HALF_UP, WIDE)
    return angka(rounded) + "%"


def satuan_baca(satuan: str | None) -> str | None:
    """Return the unit as a word to read: persen for ``%``."""
    return "persen" if in_percent(satuan) else satuan


def dengan_satuan(text: str, satuan: str | None) -> str:
    """Return a number in words with its unit behind it."""
    if satuan is None or satuan.lower() in TANPA_SATUAN:
        return text
    if in_percent(satuan):
        return text + "%"
    return text + NBSP + satuan


def nilai(isi: IsiNilai, satuan: str | None = None) -> str:
    """Return a value with its unit, without its grade unless the grade is all there is."""
    if isi.nilai is not None and is_rank(satuan):
        return f"peringkat {angka(isi.nilai)}"
    if isi.nilai is not None:
        return dengan_satuan(angka(isi.nilai), satuan)
    if isi.rentang:
        bawah, atas = isi.rentang
        if is_rank(satuan):
            return f"peringkat {angka(bawah)}–{angka(atas)}"
        return dengan_satuan(f"{angka(bawah)}–{angka(atas)}", satuan)
    return isi.predikat or ""


def nilai_dan_predikat(isi: IsiNilai) -> str:
    """Return a value without its unit, its grade behind it in brackets: 3,20 (B)."""
    graded = isi.predikat and (isi.nilai is not None or isi.rentang)
    return f"{nilai(isi)} ({isi.predikat})" if graded else nilai(isi)


def rentang_tahun(years: Iterable[int]) -> str:
    """Return years as 2021–2023 dan 2025: runs of three or more are joined."""
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


def tanggal(value: Tanggal) -> str:
    """Return a date as exact as it was printed: 2021, Desember 2021, 31 Desember 2021."""
    if value.bulan is None:
        return str(value.tahun)
    if value.hari is None:
        return format_date(date(value.tahun, value.bulan, 1), "MMMM y", locale=_LOCALE)
    return format_date(date(value.tahun, value.bulan, value.hari), "d MMMM y", locale=_LOCALE)


def tanggal_biasa(day: date) -> str:
    """Return a day of the calendar: 31 Desember 2021."""
    return format_date(day, "d MMMM y", locale=_LOCALE)
