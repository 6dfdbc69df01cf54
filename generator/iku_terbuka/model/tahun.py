"""A year of an indicator: of the calendar, or of schools."""

from datetime import date

# The last month of a school year.
SCHOOL_YEAR_END = 6


class TahunAjaran(int):
    """A school year: the number of the year that it begins in, which readers see as 2025/2026.

    It runs from 1 July to 30 June, as the education calendars of the provinces have it. Where a
    program reads the number (a file, an address, a column) it is written with the format ``d``.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"{int(self)}/{int(self) + 1}"


def first_day(tahun: int) -> date:
    """Return the day on which a year begins."""
    return date(tahun, SCHOOL_YEAR_END + 1 if isinstance(tahun, TahunAjaran) else 1, 1)


def last_day(tahun: int) -> date:
    """Return the last day of a year: until then it runs, and nothing of it is due."""
    if isinstance(tahun, TahunAjaran):
        return date(tahun + 1, SCHOOL_YEAR_END, 30)
    return date(tahun, 12, 31)
