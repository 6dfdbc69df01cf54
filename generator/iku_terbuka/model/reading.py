"""Readings of a printed value: what stands in YAML for it, and when that is meant.

Each function below takes a print of one shape, which :mod:`.tercetak` has recognised, and yields
its readings, the likelier one first.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from iku_terbuka.model.notation import (
    may_be_thousands,
    scaled,
    with_comma,
    without_dot,
    yaml_number,
    yaml_thousands,
)
from iku_terbuka.model.satuan import SatuanKind, kind_of_satuan
from iku_terbuka.model.tanggal import BULAN
from iku_terbuka.model.text import NO_CONTENT
from iku_terbuka.source.quotes import in_straight_quotes

Match = re.Match[str]


@dataclass(frozen=True)
class Reading:
    """One reading, its numbers in YAML notation with the digits as printed.

    ``tercetak`` is set where the numbers and the grade say less than the print; ``left_off`` is
    what may be left off, because it stands elsewhere; ``when`` tells when this reading is meant,
    as a clause after “Kalau”. Where a unit decides that, it is ``unit``, with ``unit_part`` any
    unit that holds it; ``dot_for_thousands`` is the condition that the dot is no decimal one.
    """

    nilai: str | None = None
    bawah: str | None = None
    atas: str | None = None
    predikat: str | None = None
    tanggal: str | None = None
    tercetak: str | None = None
    left_off: str = ""
    when: str = ""
    unit: str = ""
    unit_part: bool = False
    dot_for_thousands: bool = False

    @property
    def number_only(self) -> bool:
        """Whether a bare number says all of it."""
        return self.nilai is not None and self.predikat is None and self.tercetak is None

    def __str__(self) -> str:
        """Return the reading as YAML."""
        if self.nilai is not None and self.number_only:
            return self.nilai
        numbers = ("nilai", "bawah", "atas")
        parts = [f"{key}: {value}" for key in numbers if (value := getattr(self, key)) is not None]
        if self.predikat is not None:
            parts.append(f"predikat: {_as_yaml(self.predikat)}")
        if self.tanggal is not None:
            parts.append(f"tanggal: {self.tanggal}")
        if self.tercetak is not None:
            parts.append(f"tercetak: {in_straight_quotes(self.tercetak)}")
        return f"{{{', '.join(parts)}}}"


def _if_unit(reading: Reading, unit: str, *, part: bool = False) -> Reading:
    """Return a reading that is meant where the unit is ``unit``, or holds it as a ``part``."""
    when = f"satuannya {'memuat ' if part else ''}“{unit}”"
    return replace(reading, when=when, unit=unit, unit_part=part)


def _if_thousands(reading: Reading) -> Reading:
    """Return a reading that is meant where the dot stands for thousands."""
    return replace(reading, when="titiknya pemisah ribuan", dot_for_thousands=True)


def _as_yaml(text: str) -> str:
    """Return ``text`` as a value within braces, quoted only where YAML needs it."""
    plain = re.fullmatch(r"[\w+-][\w ./()+-]*", text) and not re.match(r"- ", text)
    return text if plain else in_straight_quotes(text)


_SPELLED_NUMBER = re.compile(
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se|puluh|belas|ratus|ribu|juta"
    r"|koma| |-){1,20}",
    re.IGNORECASE,
)
MONTHS = {
    **{name: number for number, name in enumerate(BULAN, 1)},
    "nopember": 11,
}
_POWERS = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar", "miliard", "m"), 9),
    **dict.fromkeys(("triliun", "trilyun", "t"), 12),
}
_POWER_WORDS = {3: "ribu", 6: "juta", 9: "miliar", 12: "triliun"}
ROMAN = {
    roman: str(number)
    for number, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)
}
# Number words, and a letter that may stand for thousands, millions, milliards.
_MORE_NUMBERS = re.compile(
    r"\d|^[kmtb]\b|\b(?:koma|belas|puluh|ratus|setengah|ribu|rb|juta|jt|mil[iy]ar|tril[iy]un)\b",
    re.IGNORECASE,
)
_SMALLER_UNITS = {
    ("tahun", "bulan"): 12,
    ("minggu", "hari"): 7,
    ("hari", "jam"): 24,
    ("jam", "menit"): 60,
    ("menit", "detik"): 60,
}
_MILLIONTH = Decimal("0.000001")
_NUMBER_LIKE = frozenset({"No", "Nl"})  # ½, ², Ⅳ


def number_readings(
    printed: str, tercetak: str | None = None, left_off: str = ""
) -> Iterator[Reading]:
    """Yield the reading of one number, or both where its dot may be for thousands."""
    number = yaml_number(printed)
    as_read = Reading(number, tercetak=tercetak, left_off=left_off)
    kind = kind_of_satuan(left_off or None)
    if not may_be_thousands(number) or kind is SatuanKind.DECIMAL:
        yield as_read
        return
    whole = replace(as_read, nilai=without_dot(number))
    if kind is SatuanKind.OTHER:
        yield _if_thousands(replace(whole, left_off=""))
        # A printed comma is what tells later that a fraction is meant.
        yield Reading(number, tercetak=with_comma(number), when="titiknya koma desimal")
    else:
        yield whole


def keep_print(found: Match) -> Iterator[Reading]:
    """Keep the print that says more than its number: ``≥ 95%``, ``Level 3``, ``100%*)``."""
    yield from number_readings(found["n"], tercetak=found[0])


def bare_number(found: Match) -> Iterator[Reading]:
    yield from number_readings(found["n"])


def comma_before_three(found: Match) -> Iterator[Reading]:
    """``12,500``: a comma is for decimals here, and for thousands in English."""
    number = yaml_number(found["n"])
    yield Reading(number, tercetak=found[0], when="komanya desimal")
    yield Reading(without_dot(number), when="komanya pemisah ribuan")


def plus_minus(found: Match) -> Iterator[Reading]:
    """``2,5 ± 1``: from 1.5 to 3.5, exactly, with the digits as printed."""
    as_read = (yaml_number(found["n"]), yaml_number(found["m"]))
    if not any(may_be_thousands(number) for number in as_read):
        yield _deviation(*as_read, found[0])
        return
    whole = _deviation(yaml_thousands(found["n"]), yaml_thousands(found["m"]), found[0])
    yield _if_thousands(whole)
    fraction = _deviation(*as_read, "")
    printed = with_comma(f"{fraction.bawah} - {fraction.atas}")
    yield replace(fraction, tercetak=printed, when="titiknya koma desimal")


def _deviation(middle: str, off: str, tercetak: str) -> Reading:
    low, high = Decimal(middle) - abs(Decimal(off)), Decimal(middle) + abs(Decimal(off))
    return Reading(bawah=f"{low:f}", atas=f"{high:f}", tercetak=tercetak)


def misread_scan(found: Match) -> Iterator[Reading]:
    """``2,5%1`` is what a scanner makes of ``2,5±1``, or of a percentage with a footnote."""
    for reading in plus_minus(found):
        yield replace(reading, when="tanda di tengahnya ±")
    yield Reading(yaml_number(found["n"]), tercetak=found[0], when="angka terakhirnya catatan kaki")


def number_range(found: Match) -> Iterator[Reading]:
    given = found.groupdict()
    grade = given.get("p")
    bawah, atas = sorted((yaml_number(found["n"]), yaml_number(found["m"])), key=Decimal)
    as_read = Reading(
        bawah=bawah, atas=atas, predikat=_sign_last(grade) if grade else None, tercetak=found[0]
    )
    if not (may_be_thousands(bawah) or may_be_thousands(atas)):
        yield replace(as_read, when="rentang")
        return
    whole = sorted((yaml_thousands(found["n"]), yaml_thousands(found["m"])), key=Decimal)
    yield _if_thousands(replace(as_read, bawah=whole[0], atas=whole[1]))
    printed = with_comma(f"{bawah} - {atas}")
    yield replace(as_read, tercetak=printed, when="titiknya koma desimal")


def money_range(found: Match) -> Iterator[Reading]:
    bawah, atas = sorted((yaml_thousands(found["n"]), yaml_thousands(found["m"])), key=Decimal)
    power = _POWERS.get((found["multiple"] or "").lower(), 0)
    short = Reading(bawah=bawah, atas=atas, tercetak=found[0])
    full = replace(short, bawah=scaled(bawah, power), atas=scaled(atas, power))
    yield from _in_multiples(short, full, power, "rupiah")


def money(found: Match) -> Iterator[Reading]:
    """``Rp 57 juta``, ``2,5 juta ton``."""
    given = found.groupdict()
    multiple, tercetak = given["multiple"], found[0] if given["bound"] else None
    printed = yaml_thousands(found["n"])
    power = _POWERS.get((multiple or "").lower(), 0)
    short = Reading(printed, tercetak=tercetak)
    full = replace(short, nilai=scaled(printed, power))
    satuan = "rupiah" if given.get("rp") else found["tail"].strip(" .,-()")
    yield from _in_multiples(short, full, power, satuan)
    number = yaml_number(found["n"])
    if may_be_thousands(number) and not given.get("rp"):
        yield Reading(number, tercetak=with_comma(number), when="titiknya koma desimal")


def _in_multiples(short: Reading, full: Reading, power: int, satuan: str) -> Iterator[Reading]:
    """Yield both: the unit tells whether the millions stand in it or in the number.

    Rupiah are measured in any larger multiple too: of ``Rp 57.000.000`` it may be 57 million.
    """
    larger = [
        (multiple, _divided(full, larger_power))
        for larger_power, multiple in _POWER_WORDS.items()
        if satuan == "rupiah" and larger_power > power
    ]
    multiples = [
        _if_unit(reading, f"{multiple} rupiah")
        for multiple, reading in larger
        if reading is not None
    ]
    if not power:
        yield _if_unit(full, satuan)
        yield from multiples
        return
    multiple = _POWER_WORDS[power]
    if satuan:
        yield _if_unit(short, f"{multiple} {satuan}")
        yield _if_unit(full, satuan)
    else:
        yield _if_unit(short, multiple, part=True)
        yield replace(full, when=f"satuannya tanpa “{multiple}”")
    yield from multiples


def _divided(full: Reading, power: int) -> Reading | None:
    """Return an amount in multiples of 10 to the ``power``; ``None`` if it is below one."""
    first = Decimal(full.nilai or full.bawah or 0)
    if first < 10**power:
        return None
    nilai, bawah, atas = (
        scaled(number, -power) if number else None for number in (full.nilai, full.bawah, full.atas)
    )
    # A printed comma is what tells later that a fraction is meant.
    printed = with_comma(nilai) if nilai and may_be_thousands(nilai) else full.tercetak
    return replace(full, nilai=nilai, bawah=bawah, atas=atas, tercetak=printed)


def duration(found: Match) -> Iterator[Reading]:
    """``1 jam 30 menit``: as many of the smaller unit, or of the larger one."""
    large, small = found["large"].lower(), found["small"].lower()
    times = _SMALLER_UNITS.get((large, small))
    if times is None:
        return
    whole = Decimal(yaml_number(found["n"])) * times + Decimal(yaml_number(found["m"]))
    part = (whole / times).quantize(Decimal("0.01"), ROUND_HALF_UP)
    for number, unit in ((f"{whole:f}", small), (f"{part:f}", large)):
        yield _if_unit(Reading(_without_zeros(number), tercetak=found[0]), unit)


def _without_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def share_and_count(found: Match) -> Iterator[Reading]:
    """``100% (1 dokumen)``, ``12 dokumen (80%)``: a share and the number of it."""
    percent = Reading(yaml_number(found["n"]), tercetak=found[0])
    if not found["satuan"]:
        yield percent
        return
    yield _if_unit(percent, "persen")
    number = Reading(yaml_thousands(found["m"]), tercetak=found[0])
    yield _if_unit(number, found["satuan"].strip())


def level_and_value(found: Match) -> Iterator[Reading]:
    """``Level 3 (2,85)``: the level that a value reaches, and the value."""
    level, word = found["p"], found["level"].lower()
    yield Reading(
        yaml_number(found["m"]), predikat=level, tercetak=found[0], when=f"“{level}” itu predikat"
    )
    yield Reading(yaml_number(found["n"]), tercetak=found[0], when=f"yang diukur {word}")


def predikat_and_count(found: Match) -> Iterator[Reading]:
    """``Baik (ke-7)``: the grade, unless it is counted how many times."""
    yield Reading(predikat=found["p"], tercetak=found[0], when=f"“{found['p']}” itu predikat")
    yield Reading(found["n"], tercetak=found[0], when="yang diukur berapa kali")


def ratio(found: Match) -> Iterator[Reading]:
    """``1:2.500``, ``95/100.000 KH``, ``3 dari 5``."""
    first, sign, second = (
        yaml_thousands(found["n"]),
        found["sign"].lower(),
        yaml_thousands(found["m"]),
    )
    if found[0] == "24/7":
        return  # hours and days, no share
    if not Decimal(second) or re.fullmatch(r"[0-9]{2}:[0-9]{2}", found[0]):
        return  # the second may be an hour
    per = re.fullmatch(r"10{2,6}", second) is not None and sign != "dari"
    per_second = Reading(first, tercetak=found[0])
    if sign == "per" or (per and found["tail"].strip()):
        yield per_second  # the print names its unit
    elif per or (first == "1" and sign != "dari"):
        if first == "1":
            # The two readings rise in opposite directions: fewer for one is a higher share.
            one_for = f"yang diukur {second} untuk satu (makin besar makin jarang)"
            yield Reading(second, tercetak=found[0], when=one_for)
        if per:
            yield _if_unit(per_second, f"per {second}")
        quotient = (Decimal(first) / Decimal(second)).quantize(_MILLIONTH, ROUND_HALF_UP)
        short = _without_zeros(f"{quotient:f}")
        yield Reading(short, tercetak=found[0], when="yang diukur hasil baginya")
    else:
        part = (Decimal(first) / Decimal(second) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        percent = _without_zeros(f"{part:f}")
        yield Reading(percent, tercetak=found[0], when="satuannya persen")
        yield Reading(first, tercetak=found[0], when=f"yang diukur banyak, yaitu {first}")


def _sign_last(grade: str) -> str:
    """Return ``-B`` as ``B-``."""
    return grade[1:] + grade[0] if grade[0] in "+-" else grade


def number_and_predikat(found: Match) -> Iterator[Reading]:
    yield Reading(yaml_number(found["n"]), predikat=_sign_last(found["p"]), tercetak=found[0])


def predikat_alone(found: Match) -> Iterator[Reading]:
    grade = found["p"]
    yield Reading(predikat=grade, tercetak=None if grade == found[0] else found[0])


def two_predikat(found: Match) -> Iterator[Reading]:
    for grade in (found["p"], found["q"]):
        if not NO_CONTENT.fullmatch(grade):
            yield Reading(predikat=grade, tercetak=found[0], when=f"yang dimaksud “{grade}”")


def long_and_short_form(found: Match) -> Iterator[Reading]:
    """``Wajar Tanpa Pengecualian (WTP)``: the short form is the grade."""
    first, second = found["p"], found["q"]
    short = second if second.isupper() and not first.isupper() else first
    yield Reading(predikat=short, tercetak=found[0], when="ini predikat")


def number_and_word(found: Match) -> Iterator[Reading]:
    """``3 (Terdefinisi)``: a grade, unless it is a unit or the number once more in words."""
    word = found["p"] or found["p2"]
    if _SPELLED_NUMBER.fullmatch(word) or kind_of_satuan(word) is not SatuanKind.OTHER:
        yield from number_readings(found["n"], left_off=word)
        return
    graded = Reading(yaml_number(found["n"]), predikat=word, tercetak=found[0])
    readings = [replace(graded, when=f"“{word}” itu predikat")]
    for reading in number_readings(found["n"]):
        readings.append(reading if reading.when else replace(reading, when=f"“{word}” itu satuan"))
    # A unit is in lower case.
    yield from readings if word[:1].isupper() else (*readings[1:], readings[0])


def roman_level(found: Match) -> Iterator[Reading]:
    yield Reading(ROMAN[found["r"]], tercetak=found[0])


def roman_alone(found: Match) -> Iterator[Reading]:
    yield Reading(ROMAN[found["r"]], tercetak=found[0], when="ini angka Romawi")
    yield Reading(predikat=found[0], when="ini predikat")


def overall_winner(found: Match) -> Iterator[Reading]:
    yield Reading("1", tercetak=found[0], when="yang diukur peringkat")
    yield Reading(predikat=found[0], when="ini predikat")


def printed_date(found: Match) -> Iterator[Reading]:
    """Write a date with figures; where no year is printed, it is to be filled in."""
    year, month, day = found["year"] or "TAHUN", found["month"].lower(), found["day"]
    number = month if month.isdigit() else MONTHS[month]
    parts = [year, f"{int(number):02d}", *([f"{int(day):02d}"] if day else [])]
    yield Reading(tanggal="-".join(parts))


def printed_time(found: Match) -> Iterator[Reading]:
    """Keep a time as it is printed; it is compared with nothing."""
    yield Reading(predikat=found[0], when="yang diukur memang waktu")


def number_with_satuan(found: Match) -> Iterator[Reading]:
    """Take a number from its unit, unless the rest says that another number is meant."""
    rest = found["tail"].strip()
    spelt = re.match(r"\(([^()]*)\)", rest)
    bare = rest[spelt.end() :] if spelt and _SPELLED_NUMBER.fullmatch(spelt[1]) else rest
    # The 2 of km2 belongs to the unit.
    beyond = re.sub(r"(?<=[a-z])[23²³](?!\w)", "", bare.strip())
    if _MORE_NUMBERS.search(beyond) or any(unicodedata.category(c) in _NUMBER_LIKE for c in beyond):
        return
    for reading in number_readings(found["n"], left_off=bare.strip(" ()") or rest):
        yield replace(reading, left_off=rest) if reading.left_off else reading


def in_brackets(found: Match) -> Iterator[Reading]:
    """``(2,5)`` is minus 2.5 where accounts are kept."""
    number = yaml_number(found["n"])
    yield Reading(f"-{number}", tercetak=found[0], when="kurungnya berarti minus")
    yield Reading(number, tercetak=found[0], when="kurungnya hanya hiasan")


def announced_predikat(found: Match) -> Iterator[Reading]:
    """``Opini WTP``: the word before it only says what it is."""
    yield Reading(predikat=found["p"], tercetak=found[0], when="ini predikat")


def words_alone(found: Match) -> Iterator[Reading]:
    yield Reading(predikat=found[0], when="ini predikat")
