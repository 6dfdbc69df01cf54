"""A date as a document prints it: a year, a month of a year, or a day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from iku_terbuka.model.text import NO_CONTENT, invalid, quoted, require_text

_TANGGAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_NUMERIC_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_INDONESIAN_DATE = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{1,2}|[a-z]+)[-/. ]+([0-9]{4})")
BULAN = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)


@dataclass(frozen=True)
class Tanggal:
    """A date as exact as the document prints it: a year, a month of a year, or a day."""

    tahun: int
    bulan: int | None = None
    hari: int | None = None

    def is_by(self, limit: "Tanggal") -> bool | None:
        """Tell whether it is no later than ``limit``; ``None`` where it is too coarse to tell."""
        if self.latest <= limit.latest:
            return True
        return False if self.earliest > limit.latest else None

    def __str__(self) -> str:
        parts = [f"{self.tahun:04d}"]
        parts += [f"{part:02d}" for part in (self.bulan, self.hari) if part is not None]
        return "-".join(parts)

    @property
    def earliest(self) -> date:
        """The first day that it may be."""
        return date(self.tahun, self.bulan or 1, self.hari or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be."""
        if self.bulan and self.hari:
            return date(self.tahun, self.bulan, self.hari)
        bulan = self.bulan or 12
        after = date(self.tahun + bulan // 12, bulan % 12 + 1, 1)
        return after - timedelta(days=1)


def parse_tanggal(value: object) -> Tanggal:
    text = require_text(value).strip()
    match = _TANGGAL.fullmatch(text)
    if match and (match[3] is None or _day_exists(match)):
        return Tanggal(*(int(part) for part in match.groups() if part is not None))
    raise invalid("bukan-tanggal", f"{quoted(text)} bukan tanggal.", _tanggal_hint(text))


def _tanggal_hint(text: str) -> str:
    """Say what date was meant, where there is one reading."""
    if NO_CONTENT.fullmatch(text):
        return "Kosongkan, atau hapus barisnya."
    found = _NUMERIC_DATE.fullmatch(text)
    year, month, day = found.groups() if found else ("", "", "")
    found = _INDONESIAN_DATE.fullmatch(text.lower())
    if found:
        day, month, year = found.groups()
        month = next((str(n) for n, name in enumerate(BULAN, 1) if name == month), month)
    found = re.fullmatch(rf"({'|'.join(BULAN)}) ([0-9]{{4}})", text.lower())
    if found:
        return f"Tulis {found[2]}-{BULAN.index(found[1]) + 1:02d}"
    if month.isdigit() and 1 <= int(month) <= 12:
        meant = f"{year}-{int(month):02d}-{int(day):02d}"
        match = _TANGGAL.fullmatch(meant)
        if match and _day_exists(match):
            return f"Tulis {meant}"
        name = BULAN[int(month) - 1].capitalize()
        return f"Bulan {name} {year} tidak punya tanggal {int(day)}; periksa dokumennya."
    return "Tulis tahun-bulan-hari, misalnya 2021-12-31; tanpa hari 2021-12, tanpa bulan 2021"


def _day_exists(match: re.Match[str]) -> bool:
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    year, month, day = (int(part) for part in match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= days[month - 1] + (leap and month == 2)


TanggalTercetak = Annotated[
    Tanggal,
    BeforeValidator(parse_tanggal),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^{_TANGGAL.pattern}$",
            "examples": ["2021-12-31"],
        }
    ),
]
