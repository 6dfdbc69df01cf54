"""Values as documents print them, and what each becomes in YAML: ``2,5 ± 1``, ``BB (72,50)``.

A reading only becomes a hint, which a person follows or not. Where a print can be read in two
ways, both are told, each with what decides.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from iku_terbuka.model import reading
from iku_terbuka.model.reading import ROMAN, Match, Reading

# Longer ones are sentences, no values; no pattern below meets them.
MAX_PRINTED = 100


@dataclass(frozen=True)
class Shape:
    """What a print looks like, how a message goes on about it, and its readings.

    No reading means that it only looks so; then the next shape is tried.
    """

    code: str
    predicate: str
    pattern: str
    readings: Callable[[Match], Iterator[Reading]]


def recognise(text: str) -> tuple[str, str, tuple[Reading, ...]] | None:
    """Return code, predicate of a message and readings of ``text``, a value as printed.

    The likelier reading comes first. ``None`` stands for what hardly any document prints.
    """
    if len(text) > MAX_PRINTED or not text.isprintable():
        return None
    for shape in _SHAPES:
        found = re.fullmatch(shape.pattern, text)
        readings = tuple(shape.readings(found)) if found else ()
        if readings:
            return shape.code, shape.predicate, readings
    return None


# The parts that shapes are made of. Fifteen digits before a comma and ten behind it are computed
# exactly. (?i) where case tells nothing; a grade is in upper case.
_DIGIT = r"[0-9]{1,15}(?:[.,][0-9]{3}){0,4}(?:[.,][0-9]{1,10})?"
_N, _M = rf"(?P<n>-?{_DIGIT})", rf"(?P<m>-?{_DIGIT})"
_WORDS = r"[^\W\d_]+(?:[ -][^\W\d_]+){0,7}"
_P, _Q = rf"(?P<p>{_WORDS})", rf"(?P<q>{_WORDS})"
_GRADE = r"(?P<p>[-+]?[A-E]{1,3}[-+]?)"
_TAIL = r"(?P<tail>[^\d½¼¾⅓⅔]{0,60})"  # a unit or a remark, without a number
_TO = r"\s*(?:-|–|—|~|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*"
_RP = r"(?:Rp|IDR)\.?\s*"
_MULTIPLES = r"(?:ribu|rb|juta|jt|mil[iy]ar|miliard|tril[iy]un)"
_MULTIPLE = rf"(?P<multiple>{_MULTIPLES})\b\.?"
_MONEY_MULTIPLE = rf"(?P<multiple>{_MULTIPLES}|M|T)\b\.?"
_BOUND = (
    r"(?:(?:[<>≤≥]=?|=[<>]|[±~≈]|\bmin(?:imal|imum)?|\bma(?:ks|x)(?:imal|imum)?|\bpaling \w{1,20}"
    r"|sekitar|kira-kira|sekurang-kurangnya|(?:lebih|kurang) dari|kurang lebih|di ?atas"
    r"|di ?bawah)\.?\s*)"
)
_R = rf"(?P<r>{'|'.join(ROMAN)})"
_LEVEL = r"(?:level|tingkat|peringkat|rank(?:ing)?|rangking|juara|kelas|tahap|kategori|strata)"
_SCORE = rf"(?:{_LEVEL}|skor|nilai|indeks)"
_TITLE = r"(?:min(?:imal|imum)?\.?|opini|predikat|kategori|status|akreditasi)"
_OPINION = (
    r"(?:WTP|WDP|TMP|[Ww]ajar (?:[Tt]anpa|[Dd]engan) [Pp]engecualian|[Tt]idak [Ww]ajar"
    r"|[Tt]idak [Mm]enyatakan [Pp]endapat)"
)
_MONTH = (
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november"
    r"|desember)"
)
_TIME = rf"(?:{_MONTH}|minggu|pekan|triwulan|tw|semester|tanggal|tgl|tahun|pukul|akhir|awal)"

_NOT_A_NUMBER, _WITH_SATUAN = "bukan-angka", "satuan-di-angka"
_TWO, _MORE, _NO_NUMBER = "memuat dua angka.", "memuat lebih dari angka.", "bukan angka."
_BOUNDED, _BOTH = "memuat tanda lebih atau kurang.", "memuat angka dan predikat sekaligus."
_PREDIKAT_ONLY = "adalah predikat, bukan angka."


def _between(found: Match) -> Iterator[Reading]:
    """``antara 5 dan 6`` is the range ``5 - 6``; without “antara”, “dan” joins two values."""
    text = f"{found['low']} - {found['high']}"
    known = recognise(text)
    for part in known[2] if known else ():
        if part.bawah is not None:
            yield replace(part, tercetak=found[0]) if part.tercetak == text else part


# The first that fits and has a reading wins.
_SHAPES = tuple(
    Shape(*row)
    for row in (
        (
            "koma-desimal",
            "memakai koma.",
            r"(?P<n>-?[1-9][0-9]{0,2},[0-9]{3})",
            reading.comma_before_three,
        ),
        (
            *(_NOT_A_NUMBER, "memuat angka dan simpangannya."),
            rf"(?i)\(?{_N}\s?%?\s*(?:±|\+\s?/\s?[-−]|\+-)\s*{_M}\)?{_TAIL}",
            reading.plus_minus,
        ),
        (_NOT_A_NUMBER, _TWO, rf"{_N}%{_M}", reading.misread_scan),
        (
            _NOT_A_NUMBER,
            _TWO,
            r"(?i)antara (?P<low>[^ ].*?) (?:dan|sampai|hingga) (?P<high>.+)",
            _between,
        ),
        (
            *(_NOT_A_NUMBER, _TWO),
            rf"(?i){_RP}{_N}(?:\s?{_MULTIPLES})?{_TO}(?:{_RP})?{_M}\s*(?:{_MONEY_MULTIPLE})?{_TAIL}",
            reading.money_range,
        ),
        (_NOT_A_NUMBER, _TWO, rf"(?i){_N}{_TO}{_M}\s*{_MULTIPLE}{_TAIL}", reading.money_range),
        (
            _NOT_A_NUMBER,
            _TWO,
            rf"{_N}\s*%?(?i:{_TO}){_M}\s*%?\s*\(?{_GRADE}\)?",
            reading.number_range,
        ),
        (
            _NOT_A_NUMBER,
            _TWO,
            rf"(?i)[<>≤≥]?\s*{_N}\s*(?:%|{_WORDS})?{_TO}{_M}{_TAIL}",
            reading.number_range,
        ),
        (
            *(_NOT_A_NUMBER, "adalah perbandingan."),
            rf"(?i){_N}\s*(?P<sign>[:/÷]|per|dari|banding)\s*{_M}{_TAIL}",
            reading.ratio,
        ),
        (_WITH_SATUAN, _BOTH, rf"{_N}\s*%?\s*[/|-]?\s*\(?{_GRADE}\)?", reading.number_and_predikat),
        (
            _WITH_SATUAN,
            _BOTH,
            rf"(?i:{_BOUND}){_N}\s*%?\s*\(?{_GRADE}\)?",
            reading.number_and_predikat,
        ),
        (_WITH_SATUAN, _BOTH, rf"{_GRADE}\s*[(/|:=-]?\s*{_N}\s*%?\)?", reading.number_and_predikat),
        (_NOT_A_NUMBER, _PREDIKAT_ONLY, rf"{_GRADE}(?:\s*\(.+\))?", reading.predikat_alone),
        (
            _NOT_A_NUMBER,
            _PREDIKAT_ONLY,
            rf"(?i:{_TITLE}|tipe|grade|kelas)[ :]\s*{_GRADE}",
            reading.predikat_alone,
        ),
        (
            _NOT_A_NUMBER,
            _BOUNDED,
            rf"(?i){_BOUND}{_N}(?!\s*{_MULTIPLES}){_TAIL}",
            reading.keep_print,
        ),
        (
            *(_NOT_A_NUMBER, _BOUNDED),
            rf"(?i){_N}\s*%?\s*(?:\+|(?:ke|di) ?(?:atas|bawah)|atau (?:lebih|kurang)){_TAIL}",
            reading.keep_print,
        ),
        (
            _WITH_SATUAN,
            _MORE,
            rf"(?i)(?P<bound>{_BOUND})?(?P<rp>{_RP}){_N}\s*(?:{_MONEY_MULTIPLE})?{_TAIL}",
            reading.money,
        ),
        (_WITH_SATUAN, _MORE, rf"(?i)(?P<bound>{_BOUND})?{_N}\s*{_MULTIPLE}{_TAIL}", reading.money),
        (
            _WITH_SATUAN,
            _MORE,
            rf"(?i)(?P<bound>{_BOUND})?{_N}(?P<multiple>)\s*(?P<rp>rupiah)",
            reading.money,
        ),
        (
            *(_NOT_A_NUMBER, _TWO),
            rf"(?i){_N}\s?(?P<large>[a-z]+)[ ,]+(?:dan )?{_M}\s?(?P<small>[a-z]+)",
            reading.duration,
        ),
        (
            *(_NOT_A_NUMBER, _TWO),
            rf"(?i){_N}\s?(?:%|persen)\s*\(\s*{_M}(?P<satuan>\s[^\d]{{1,40}})\)",
            reading.share_and_count,
        ),
        (
            *(_NOT_A_NUMBER, _TWO),
            rf"(?i){_M}(?P<satuan>\s[^\d(]{{1,40}})\(\s*{_N}\s?(?:%|persen)\s*\)",
            reading.share_and_count,
        ),
        (
            *(_NOT_A_NUMBER, _MORE),
            rf"(?i){_N}\s?(?:%|persen)(?P<satuan>)\s*\([^()]*\d[^()]*\)",
            reading.share_and_count,
        ),
        (
            _NOT_A_NUMBER,
            "adalah tanggal, bukan angka.",
            rf"(?i)(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<year>[0-9]{{4}}))?",
            reading.printed_date,
        ),
        (
            _NOT_A_NUMBER,
            "adalah tanggal, bukan angka.",
            r"(?P<year>[0-9]{4})-(?P<month>0?[1-9]|1[0-2])-(?P<day>[0-9]{1,2})",
            reading.printed_date,
        ),
        (
            _NOT_A_NUMBER,
            "adalah tanggal, bukan angka.",
            r"(?P<day>[0-9]{1,2})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<year>[0-9]{4})",
            reading.printed_date,
        ),
        (_NOT_A_NUMBER, "adalah waktu, bukan angka.", rf"(?i){_TIME}\b.*", reading.printed_time),
        (
            *(_NOT_A_NUMBER, _BOTH),
            rf"(?i)(?:{_WORDS} )?{_SCORE}[ :=]*{_N}\s*\({_P}\)",
            reading.number_and_predikat,
        ),
        (_NOT_A_NUMBER, _MORE, rf"(?i)(?:{_WORDS} )?{_SCORE}\s*\(\s*{_N}\s*\)", reading.keep_print),
        (
            *(_NOT_A_NUMBER, _BOTH),
            rf"(?:{_WORDS} )?(?P<p>(?P<level>(?i:{_LEVEL})) (?:ke-?)?{_N})\s*[(/]\s*{_M}\s*\)?",
            reading.level_and_value,
        ),
        (_WITH_SATUAN, _BOTH, rf"{_P}\s*[(/]\s*{_N}\s*%?\)?", reading.number_and_predikat),
        (
            _NOT_A_NUMBER,
            _BOTH,
            rf"(?:(?i:{_TITLE}) )*(?P<p>{_OPINION})\b.*\d.*",
            reading.predikat_alone,
        ),
        (
            *(_NOT_A_NUMBER, _BOTH),
            rf"(?:(?i:{_TITLE}) )?{_P}\s*\((?i:yang )?(?:(?i:ke)[- ]?)?{_N}\s*(?i:x|kali)?"
            r"[^\d()]{0,40}\)",
            reading.predikat_and_count,
        ),
        (
            _NOT_A_NUMBER,
            _MORE,
            rf"(?i)(?!.*harapan){_WORDS}[ .:=-]{{0,3}}{_N}{_TAIL}",
            reading.keep_print,
        ),
        (_NOT_A_NUMBER, _NO_NUMBER, r"(?i)juara umum.*", reading.overall_winner),
        (
            _NOT_A_NUMBER,
            _NO_NUMBER,
            rf"(?i:(?:{_WORDS} )?{_LEVEL}[ -]*(?:ke-?)?\s?){_R}\b{_TAIL}",
            reading.roman_level,
        ),
        (_NOT_A_NUMBER, _NO_NUMBER, _R, reading.roman_alone),
        (
            _WITH_SATUAN,
            _MORE,
            rf"(?i){_N}\s*(?:besar|terbaik|teratas|tertinggi)\b{_TAIL}",
            reading.keep_print,
        ),
        (_WITH_SATUAN, _MORE, rf"{_N}\s*%?\s*[*†‡¹²³⁰⁴-⁹)]+", reading.keep_print),
        (
            _WITH_SATUAN,
            _MORE,
            rf"{_N}\s*(?:\({_P}\)|/\s*(?P<p2>[A-Z]{_WORDS}))",
            reading.number_and_word,
        ),
        (
            _WITH_SATUAN,
            _MORE,
            rf"{_N}\s*(?P<tail>(?:[%‰°(/]|[^\W\d_]).*)",
            reading.number_with_satuan,
        ),
        (_NOT_A_NUMBER, "memuat tanda kurung.", rf"\(\s*{_N}\s*%?\s*\)", reading.in_brackets),
        (_NOT_A_NUMBER, "memuat tanda tambah.", rf"\+\s?{_N}", reading.bare_number),
        (_NOT_A_NUMBER, _NO_NUMBER, rf"{_P}\s*/\s*{_Q}", reading.two_predikat),
        (_NOT_A_NUMBER, _NO_NUMBER, rf"{_P}\s*\({_Q}\)", reading.long_and_short_form),
        (_NOT_A_NUMBER, _NO_NUMBER, rf"(?i:{_TITLE})[ :]\s*{_P}", reading.announced_predikat),
        (_NOT_A_NUMBER, _NO_NUMBER, r"[^\W\d_].*", reading.words_alone),
    )
)
