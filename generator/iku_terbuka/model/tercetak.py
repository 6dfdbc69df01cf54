"""Values as documents print them, and what each becomes in YAML: ``2,5 ± 1``, ``BB (72,50)``.

A reading only becomes a hint, which a person follows or not. Where a print can be read in two
ways, both are told, each with what decides.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from iku_terbuka.model.bacaan import Reading, scaled, yaml_number, yaml_thousands
from iku_terbuka.model.satuan import SatuanKind, kind_of_satuan
from iku_terbuka.model.text import TANPA_ISI

# Longer ones are sentences, no values; no pattern below meets them.
MAX_LENGTH_PRINTED = 100
Match = re.Match[str]


@dataclass(frozen=True)
class Shape:
    """What a print looks like, how a message goes on about it, and its readings.

    No reading means that it only looks so; then the next shape is tried.
    """

    kode: str
    sebutan: str
    pola: str
    baca: Callable[[Match], Iterator[Reading]]


def recognise(text: str) -> tuple[str, str, tuple[Reading, ...]] | None:
    """Return code, predicate of a message and readings of ``text``, a value as printed.

    The likelier reading comes first. ``None`` stands for what hardly any document prints.
    """
    if len(text) > MAX_LENGTH_PRINTED or not text.isprintable():
        return None
    for bentuk in _BENTUK:
        found = re.fullmatch(bentuk.pola, text)
        readings = tuple(bentuk.baca(found)) if found else ()
        if readings:
            return bentuk.kode, bentuk.sebutan, readings
    return None


_ANGKA_TERBILANG = re.compile(
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se|puluh|belas|ratus|ribu|juta"
    r"|koma| |-){1,20}",
    re.IGNORECASE,
)
_PANGKAT = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar", "miliard", "m"), 9),
    **dict.fromkeys(("triliun", "trilyun", "t"), 12),
}
_SEBUTAN_PANGKAT = {3: "ribu", 6: "juta", 9: "miliar", 12: "triliun"}
_ROMAWI = {
    roman: str(number)
    for number, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)
}
# Number words, and a letter that may stand for thousands, millions, milliards.
_ANGKA_LAGI = re.compile(
    r"\d|^[kmtb]\b|\b(?:koma|belas|puluh|ratus|setengah|ribu|rb|juta|jt|mil[iy]ar|tril[iy]un)\b",
    re.IGNORECASE,
)
_LAMA = {
    ("tahun", "bulan"): 12,
    ("minggu", "hari"): 7,
    ("hari", "jam"): 24,
    ("jam", "menit"): 60,
    ("menit", "detik"): 60,
}
_SEPERSEJUTA = Decimal("0.000001")
_SERUPA_ANGKA = frozenset({"No", "Nl"})  # ½, ², Ⅳ


def _bacaan(printed: str, tercetak: str | None = None, tanpa: str = "") -> Iterator[Reading]:
    """Yield the reading of one number, or both where its dot may be for thousands."""
    number = yaml_number(printed)
    as_read = Reading(number, tercetak=tercetak, tanpa=tanpa)
    jenis = kind_of_satuan(tanpa or None)
    if not _mungkin_ribuan(number) or jenis is SatuanKind.PECAHAN:
        yield as_read
        return
    whole = replace(as_read, nilai=number.replace(".", ""))
    if jenis is SatuanKind.LAIN:
        yield replace(whole, tanpa="", kalau="titiknya pemisah ribuan")
        # A printed comma is what tells later that a fraction is meant.
        yield Reading(number, tercetak=number.replace(".", ","), kalau="titiknya koma desimal")
    else:
        yield whole


def _mungkin_ribuan(number: str) -> bool:
    return re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", number) is not None


def _tercetak(found: Match) -> Iterator[Reading]:
    """Keep the print that says more than its number: ``≥ 95%``, ``Level 3``, ``100%*)``."""
    yield from _bacaan(found["n"], tercetak=found[0])


def _angka(found: Match) -> Iterator[Reading]:
    yield from _bacaan(found["n"])


def _koma_tiga(found: Match) -> Iterator[Reading]:
    """``12,500``: a comma is for decimals here, and for thousands in English."""
    number = yaml_number(found["n"])
    yield Reading(number, tercetak=found[0], kalau="komanya desimal")
    yield Reading(number.replace(".", ""), kalau="komanya pemisah ribuan")


def _antara(found: Match) -> Iterator[Reading]:
    """``antara 5 dan 6`` is the range ``5 - 6``; without “antara”, “dan” joins two values."""
    text = f"{found['dari']} - {found['ke']}"
    known = recognise(text)
    for one in known[2] if known else ():
        if one.bawah is not None:
            yield replace(one, tercetak=found[0]) if one.tercetak == text else one


def _lebih_kurang(found: Match) -> Iterator[Reading]:
    """``2,5 ± 1``: from 1.5 to 3.5, exactly, with the digits as printed."""
    as_read = (yaml_number(found["n"]), yaml_number(found["m"]))
    if not any(_mungkin_ribuan(number) for number in as_read):
        yield _simpangan(*as_read, found[0])
        return
    whole = _simpangan(yaml_thousands(found["n"]), yaml_thousands(found["m"]), found[0])
    yield replace(whole, kalau="titiknya pemisah ribuan")
    fraction = _simpangan(*as_read, "")
    printed = f"{fraction.bawah} - {fraction.atas}".replace(".", ",")
    yield replace(fraction, tercetak=printed, kalau="titiknya koma desimal")


def _simpangan(middle: str, off: str, tercetak: str) -> Reading:
    low, high = Decimal(middle) - abs(Decimal(off)), Decimal(middle) + abs(Decimal(off))
    return Reading(bawah=f"{low:f}", atas=f"{high:f}", tercetak=tercetak)


def _salah_pindai(found: Match) -> Iterator[Reading]:
    """``2,5%1`` is what a scanner makes of ``2,5±1``, or of a percentage with a footnote."""
    for one in _lebih_kurang(found):
        yield replace(one, kalau="tanda di tengahnya ±")
    yield Reading(
        yaml_number(found["n"]), tercetak=found[0], kalau="angka terakhirnya catatan kaki"
    )


def _rentang(found: Match) -> Iterator[Reading]:
    given = found.groupdict()
    grade = given.get("p")
    bawah, atas = sorted((yaml_number(found["n"]), yaml_number(found["m"])), key=Decimal)
    as_read = Reading(
        bawah=bawah, atas=atas, predikat=_rapi(grade) if grade else None, tercetak=found[0]
    )
    if not (_mungkin_ribuan(bawah) or _mungkin_ribuan(atas)):
        yield replace(as_read, kalau="rentang")
        return
    whole = sorted((yaml_thousands(found["n"]), yaml_thousands(found["m"])), key=Decimal)
    yield replace(as_read, bawah=whole[0], atas=whole[1], kalau="titiknya pemisah ribuan")
    printed = f"{bawah} - {atas}".replace(".", ",")
    yield replace(as_read, tercetak=printed, kalau="titiknya koma desimal")


def _rentang_uang(found: Match) -> Iterator[Reading]:
    bawah, atas = sorted((yaml_thousands(found["n"]), yaml_thousands(found["m"])), key=Decimal)
    pangkat = _PANGKAT.get((found["kali"] or "").lower(), 0)
    short = Reading(bawah=bawah, atas=atas, tercetak=found[0])
    full = replace(short, bawah=scaled(bawah, pangkat), atas=scaled(atas, pangkat))
    yield from _dalam_kelipatan(short, full, pangkat, "rupiah")


def _uang(found: Match) -> Iterator[Reading]:
    """``Rp 57 juta``, ``2,5 juta ton``."""
    given = found.groupdict()
    kali, tercetak = given["kali"], found[0] if given["batas"] else None
    printed = yaml_thousands(found["n"])
    pangkat = _PANGKAT.get((kali or "").lower(), 0)
    short = Reading(printed, tercetak=tercetak)
    full = replace(short, nilai=scaled(printed, pangkat))
    satuan = "rupiah" if given.get("rp") else found["ekor"].strip(" .,-()")
    yield from _dalam_kelipatan(short, full, pangkat, satuan)
    number = yaml_number(found["n"])
    if _mungkin_ribuan(number) and not given.get("rp"):
        yield Reading(number, tercetak=number.replace(".", ","), kalau="titiknya koma desimal")


def _dalam_kelipatan(short: Reading, full: Reading, pangkat: int, satuan: str) -> Iterator[Reading]:
    """Yield both: the unit tells whether the millions stand in it or in the number.

    Rupiah are measured in any larger multiple too: of ``Rp 57.000.000`` it may be 57 million.
    """
    larger = [
        (kali, _dibagi(full, power))
        for power, kali in _SEBUTAN_PANGKAT.items()
        if satuan == "rupiah" and power > pangkat
    ]
    multiples = [
        replace(one, kalau=f"satuannya “{kali} rupiah”") for kali, one in larger if one is not None
    ]
    if not pangkat:
        yield replace(full, kalau=f"satuannya “{satuan}”")
        yield from multiples
        return
    kali = _SEBUTAN_PANGKAT[pangkat]
    yield replace(
        short, kalau=f"satuannya “{kali} {satuan}”" if satuan else f"satuannya memuat “{kali}”"
    )
    yield replace(full, kalau=f"satuannya “{satuan}”" if satuan else f"satuannya tanpa “{kali}”")
    yield from multiples


def _dibagi(full: Reading, pangkat: int) -> Reading | None:
    """Return an amount in multiples of 10 to the power of ``pangkat``; none below one of them."""
    first = Decimal(full.nilai or full.bawah or 0)
    if first < 10**pangkat:
        return None
    nilai, bawah, atas = (
        scaled(number, -pangkat) if number else None
        for number in (full.nilai, full.bawah, full.atas)
    )
    # A printed comma is what tells later that a fraction is meant.
    printed = nilai.replace(".", ",") if nilai and _mungkin_ribuan(nilai) else full.tercetak
    return replace(full, nilai=nilai, bawah=bawah, atas=atas, tercetak=printed)


def _lama(found: Match) -> Iterator[Reading]:
    """``1 jam 30 menit``: as many of the smaller unit, or of the larger one."""
    large, small = found["besar"].lower(), found["kecil"].lower()
    times = _LAMA.get((large, small))
    if times is None:
        return
    whole = Decimal(yaml_number(found["n"])) * times + Decimal(yaml_number(found["m"]))
    part = (whole / times).quantize(Decimal("0.01"), ROUND_HALF_UP)
    for number, unit in ((f"{whole:f}", small), (f"{part:f}", large)):
        yield Reading(_pendek(number), tercetak=found[0], kalau=f"satuannya “{unit}”")


def _pendek(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _persen_dan_banyaknya(found: Match) -> Iterator[Reading]:
    """``100% (1 dokumen)``, ``12 dokumen (80%)``: a share and the number of it."""
    percent = Reading(yaml_number(found["n"]), tercetak=found[0], kalau="satuannya “persen”")
    if not found["satuan"]:
        yield replace(percent, kalau="")
        return
    number = Reading(
        yaml_thousands(found["m"]),
        tercetak=found[0],
        kalau=f"satuannya “{found['satuan'].strip()}”",
    )
    yield percent
    yield number


def _jenjang_bernilai(found: Match) -> Iterator[Reading]:
    """``Level 3 (2,85)``: the level that a value reaches, and the value."""
    level, word = found["p"], found["jenjang"].lower()
    yield Reading(
        yaml_number(found["m"]), predikat=level, tercetak=found[0], kalau=f"“{level}” itu predikat"
    )
    yield Reading(yaml_number(found["n"]), tercetak=found[0], kalau=f"yang diukur {word}")


def _predikat_kesekian(found: Match) -> Iterator[Reading]:
    """``Baik (ke-7)``: the grade, unless it is counted how many times."""
    yield Reading(predikat=found["p"], tercetak=found[0], kalau=f"“{found['p']}” itu predikat")
    yield Reading(found["n"], tercetak=found[0], kalau="yang diukur berapa kali")


def _perbandingan(found: Match) -> Iterator[Reading]:
    """``1:2.500``, ``95/100.000 KH``, ``3 dari 5``."""
    first, sign, second = (
        yaml_thousands(found["n"]),
        found["tanda"].lower(),
        yaml_thousands(found["m"]),
    )
    if found[0] == "24/7":
        return  # hours and days, no share
    if not Decimal(second) or re.fullmatch(r"[0-9]{2}:[0-9]{2}", found[0]):
        return  # the second may be an hour
    per = re.fullmatch(r"10{2,6}", second) is not None and sign != "dari"
    per_second = Reading(first, tercetak=found[0])
    if sign == "per" or (per and found["ekor"].strip()):
        yield per_second  # the print names its unit
    elif per or (first == "1" and sign != "dari"):
        if first == "1":
            # Fewer for each one is more of it: these rise in opposite directions.
            one_for = f"yang diukur {second} untuk satu (makin besar makin jarang)"
            yield Reading(second, tercetak=found[0], kalau=one_for)
        if per:
            yield replace(per_second, kalau=f"satuannya “per {second}”")
        quotient = (Decimal(first) / Decimal(second)).quantize(_SEPERSEJUTA, ROUND_HALF_UP)
        short = f"{quotient:f}".rstrip("0").rstrip(".")
        yield Reading(short, tercetak=found[0], kalau="yang diukur hasil baginya")
    else:
        part = (Decimal(first) / Decimal(second) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        percent = f"{part:f}".rstrip("0").rstrip(".")
        yield Reading(percent, tercetak=found[0], kalau="satuannya persen")
        yield Reading(first, tercetak=found[0], kalau=f"yang diukur banyaknya, yaitu {first}")


def _rapi(grade: str) -> str:
    """Return ``-B`` as ``B-``."""
    return grade[1:] + grade[0] if grade[0] in "+-" else grade


def _berpredikat(found: Match) -> Iterator[Reading]:
    yield Reading(yaml_number(found["n"]), predikat=_rapi(found["p"]), tercetak=found[0])


def _predikat(found: Match) -> Iterator[Reading]:
    grade = found["p"]
    yield Reading(predikat=grade, tercetak=None if grade == found[0] else found[0])


def _dua_predikat(found: Match) -> Iterator[Reading]:
    for one in (found["p"], found["q"]):
        if not TANPA_ISI.fullmatch(one):
            yield Reading(predikat=one, tercetak=found[0], kalau=f"yang dimaksud “{one}”")


def _berkepanjangan(found: Match) -> Iterator[Reading]:
    """``Wajar Tanpa Pengecualian (WTP)``: the short form is the grade."""
    one, other = found["p"], found["q"]
    short = other if other.isupper() and not one.isupper() else one
    yield Reading(predikat=short, tercetak=found[0], kalau="ini predikat")


def _nilai_kata(found: Match) -> Iterator[Reading]:
    """``3 (Terdefinisi)``: a grade, unless it is a unit or the number once more in words."""
    word = found["p"] or found["p2"]
    if _ANGKA_TERBILANG.fullmatch(word) or kind_of_satuan(word) is not SatuanKind.LAIN:
        yield from _bacaan(found["n"], tanpa=word)
        return
    graded = Reading(yaml_number(found["n"]), predikat=word, tercetak=found[0])
    readings = [replace(graded, kalau=f"“{word}” itu predikat")]
    for one in _bacaan(found["n"]):
        readings.append(one if one.kalau else replace(one, kalau=f"“{word}” itu satuan"))
    # A unit is in lower case.
    yield from readings if word[:1].isupper() else (*readings[1:], readings[0])


def _romawi(found: Match) -> Iterator[Reading]:
    yield Reading(_ROMAWI[found["r"]], tercetak=found[0])


def _romawi_saja(found: Match) -> Iterator[Reading]:
    yield Reading(_ROMAWI[found["r"]], tercetak=found[0], kalau="ini angka Romawi")
    yield Reading(predikat=found[0], kalau="ini predikat")


def _juara_umum(found: Match) -> Iterator[Reading]:
    yield Reading("1", tercetak=found[0], kalau="yang diukur peringkat")
    yield Reading(predikat=found[0], kalau="ini predikat")


def _waktu(found: Match) -> Iterator[Reading]:
    """Keep a date as it is printed; it is compared with nothing."""
    yield Reading(predikat=found[0], kalau="yang diukur memang waktu")


def _bersatuan(found: Match) -> Iterator[Reading]:
    """Take a number from its unit, unless the rest says that another number is meant."""
    rest = found["ekor"].strip()
    spelt = re.match(r"\(([^()]*)\)", rest)
    bare = rest[spelt.end() :] if spelt and _ANGKA_TERBILANG.fullmatch(spelt[1]) else rest
    # The 2 of km2 belongs to the unit.
    beyond = re.sub(r"(?<=[a-z])[23²³](?!\w)", "", bare.strip())
    if _ANGKA_LAGI.search(beyond) or any(unicodedata.category(c) in _SERUPA_ANGKA for c in beyond):
        return
    for one in _bacaan(found["n"], tanpa=bare.strip(" ()") or rest):
        yield replace(one, tanpa=rest) if one.tanpa else one


def _minus(found: Match) -> Iterator[Reading]:
    """``(2,5)`` is minus 2.5 where accounts are kept."""
    number = yaml_number(found["n"])
    yield Reading(f"-{number}", tercetak=found[0], kalau="kurungnya berarti minus")
    yield Reading(number, tercetak=found[0], kalau="kurungnya hanya hiasan")


def _predikat_kata(found: Match) -> Iterator[Reading]:
    """``Opini WTP``: the word before it only says what it is."""
    yield Reading(predikat=found["p"], tercetak=found[0], kalau="ini predikat")


def _kata(found: Match) -> Iterator[Reading]:
    yield Reading(predikat=found[0], kalau="ini predikat")


# The parts that shapes are made of. Fifteen digits before a comma and ten behind it are computed
# exactly. (?i) where case tells nothing; a grade is in upper case.
_DIGIT = r"[0-9]{1,15}(?:[.,][0-9]{3}){0,4}(?:[.,][0-9]{1,10})?"
_N, _M = rf"(?P<n>-?{_DIGIT})", rf"(?P<m>-?{_DIGIT})"
_HURUF = r"[^\W\d_]+(?:[ -][^\W\d_]+){0,7}"
_P, _Q = rf"(?P<p>{_HURUF})", rf"(?P<q>{_HURUF})"
_GRADE = r"(?P<p>[-+]?[A-E]{1,3}[-+]?)"
_EKOR = r"(?P<ekor>[^\d½¼¾⅓⅔]{0,60})"  # a unit or a remark, without a number
_SAMPAI = r"\s*(?:-|–|—|~|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*"
_RP = r"(?:Rp|IDR)\.?\s*"
_KELIPATAN = r"(?:ribu|rb|juta|jt|mil[iy]ar|miliard|tril[iy]un)"
_KALI = rf"(?P<kali>{_KELIPATAN})\b\.?"
_KALI_RP = rf"(?P<kali>{_KELIPATAN}|M|T)\b\.?"
_BATAS = (
    r"(?:(?:[<>≤≥]=?|=[<>]|[±~≈]|\bmin(?:imal|imum)?|\bma(?:ks|x)(?:imal|imum)?|\bpaling \w{1,20}"
    r"|sekitar|kira-kira|sekurang-kurangnya|(?:lebih|kurang) dari|kurang lebih|di ?atas"
    r"|di ?bawah)\.?\s*)"
)
_R = rf"(?P<r>{'|'.join(_ROMAWI)})"
_JENJANG = r"(?:level|tingkat|peringkat|rank(?:ing)?|rangking|juara|kelas|tahap|kategori|strata)"
_NILAI = rf"(?:{_JENJANG}|skor|nilai|indeks)"
_GELAR = r"(?:min(?:imal|imum)?\.?|opini|predikat|kategori|status|akreditasi)"
_OPINI = (
    r"(?:WTP|WDP|TMP|[Ww]ajar (?:[Tt]anpa|[Dd]engan) [Pp]engecualian|[Tt]idak [Ww]ajar"
    r"|[Tt]idak [Mm]enyatakan [Pp]endapat)"
)
_BULAN = (
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november"
    r"|desember)"
)
_WAKTU = rf"(?:{_BULAN}|minggu|pekan|triwulan|tw|semester|tanggal|tgl|tahun|pukul|akhir|awal)"

_BUKAN, _SATUAN = "bukan-angka", "satuan-di-angka"
_DUA, _LEBIH, _KATA = "memuat dua angka.", "memuat lebih dari angka.", "bukan angka."
_BATASAN, _KEDUANYA = "memuat tanda lebih atau kurang.", "memuat angka dan predikat sekaligus."
_HANYA_PREDIKAT = "adalah predikat, bukan angka."
# The first that fits and has a reading wins.
_BENTUK = tuple(
    Shape(*one)
    for one in (
        ("koma-desimal", "memakai koma.", r"(?P<n>-?[1-9][0-9]{0,2},[0-9]{3})", _koma_tiga),
        (
            *(_BUKAN, "memuat angka dan simpangannya."),
            rf"(?i)\(?{_N}\s?%?\s*(?:±|\+\s?/\s?[-−]|\+-)\s*{_M}\)?{_EKOR}",
            _lebih_kurang,
        ),
        (_BUKAN, _DUA, rf"{_N}%{_M}", _salah_pindai),
        (_BUKAN, _DUA, r"(?i)antara (?P<dari>[^ ].*?) (?:dan|sampai|hingga) (?P<ke>.+)", _antara),
        (
            *(_BUKAN, _DUA),
            rf"(?i){_RP}{_N}(?:\s?{_KELIPATAN})?{_SAMPAI}(?:{_RP})?{_M}\s*(?:{_KALI_RP})?{_EKOR}",
            _rentang_uang,
        ),
        (_BUKAN, _DUA, rf"(?i){_N}{_SAMPAI}{_M}\s*{_KALI}{_EKOR}", _rentang_uang),
        (_BUKAN, _DUA, rf"{_N}\s*%?(?i:{_SAMPAI}){_M}\s*%?\s*\(?{_GRADE}\)?", _rentang),
        (_BUKAN, _DUA, rf"(?i)[<>≤≥]?\s*{_N}\s*(?:%|{_HURUF})?{_SAMPAI}{_M}{_EKOR}", _rentang),
        (
            *(_BUKAN, "adalah perbandingan."),
            rf"(?i){_N}\s*(?P<tanda>[:/÷]|per|dari|banding)\s*{_M}{_EKOR}",
            _perbandingan,
        ),
        (_SATUAN, _KEDUANYA, rf"{_N}\s*%?\s*[/|-]?\s*\(?{_GRADE}\)?", _berpredikat),
        (_SATUAN, _KEDUANYA, rf"(?i:{_BATAS}){_N}\s*%?\s*\(?{_GRADE}\)?", _berpredikat),
        (_SATUAN, _KEDUANYA, rf"{_GRADE}\s*[(/|:=-]?\s*{_N}\s*%?\)?", _berpredikat),
        (_BUKAN, _HANYA_PREDIKAT, rf"{_GRADE}(?:\s*\(.+\))?", _predikat),
        (_BUKAN, _HANYA_PREDIKAT, rf"(?i:{_GELAR}|tipe|grade|kelas)[ :]\s*{_GRADE}", _predikat),
        (_BUKAN, _BATASAN, rf"(?i){_BATAS}{_N}(?!\s*{_KELIPATAN}){_EKOR}", _tercetak),
        (
            *(_BUKAN, _BATASAN),
            rf"(?i){_N}\s*%?\s*(?:\+|(?:ke|di) ?(?:atas|bawah)|atau (?:lebih|kurang)){_EKOR}",
            _tercetak,
        ),
        (
            _SATUAN,
            _LEBIH,
            rf"(?i)(?P<batas>{_BATAS})?(?P<rp>{_RP}){_N}\s*(?:{_KALI_RP})?{_EKOR}",
            _uang,
        ),
        (_SATUAN, _LEBIH, rf"(?i)(?P<batas>{_BATAS})?{_N}\s*{_KALI}{_EKOR}", _uang),
        (_SATUAN, _LEBIH, rf"(?i)(?P<batas>{_BATAS})?{_N}(?P<kali>)\s*(?P<rp>rupiah)", _uang),
        (
            *(_BUKAN, _DUA),
            rf"(?i){_N}\s?(?P<besar>[a-z]+)[ ,]+(?:dan )?{_M}\s?(?P<kecil>[a-z]+)",
            _lama,
        ),
        (
            *(_BUKAN, _DUA),
            rf"(?i){_N}\s?(?:%|persen)\s*\(\s*{_M}(?P<satuan>\s[^\d]{{1,40}})\)",
            _persen_dan_banyaknya,
        ),
        (
            *(_BUKAN, _DUA),
            rf"(?i){_M}(?P<satuan>\s[^\d(]{{1,40}})\(\s*{_N}\s?(?:%|persen)\s*\)",
            _persen_dan_banyaknya,
        ),
        (
            *(_BUKAN, _LEBIH),
            rf"(?i){_N}\s?(?:%|persen)(?P<satuan>)\s*\([^()]*\d[^()]*\)",
            _persen_dan_banyaknya,
        ),
        (
            _BUKAN,
            "adalah tanggal, bukan angka.",
            rf"(?i)([0-9]{{1,2}} )?{_BULAN}( [0-9]{{4}})?",
            _waktu,
        ),
        (_BUKAN, "adalah tanggal, bukan angka.", r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}", _waktu),
        (_BUKAN, "adalah waktu, bukan angka.", rf"(?i){_WAKTU}\b.*", _waktu),
        (
            *(_BUKAN, _KEDUANYA),
            rf"(?i)(?:{_HURUF} )?{_NILAI}[ :=]*{_N}\s*\({_P}\)",
            _berpredikat,
        ),
        (_BUKAN, _LEBIH, rf"(?i)(?:{_HURUF} )?{_NILAI}\s*\(\s*{_N}\s*\)", _tercetak),
        (
            *(_BUKAN, _KEDUANYA),
            rf"(?:{_HURUF} )?(?P<p>(?P<jenjang>(?i:{_JENJANG})) (?:ke-?)?{_N})\s*[(/]\s*{_M}\s*\)?",
            _jenjang_bernilai,
        ),
        (_SATUAN, _KEDUANYA, rf"{_P}\s*[(/]\s*{_N}\s*%?\)?", _berpredikat),
        (_BUKAN, _KEDUANYA, rf"(?:(?i:{_GELAR}) )*(?P<p>{_OPINI})\b.*\d.*", _predikat),
        (
            *(_BUKAN, _KEDUANYA),
            rf"(?:(?i:{_GELAR}) )?{_P}\s*\((?i:yang )?(?:(?i:ke)[- ]?)?{_N}\s*(?i:x|kali)?"
            r"[^\d()]{0,40}\)",
            _predikat_kesekian,
        ),
        (_BUKAN, _LEBIH, rf"(?i)(?!.*harapan){_HURUF}[ .:=-]{{0,3}}{_N}{_EKOR}", _tercetak),
        (_BUKAN, _KATA, r"(?i)juara umum.*", _juara_umum),
        (_BUKAN, _KATA, rf"(?i:(?:{_HURUF} )?{_JENJANG}[ -]*(?:ke-?)?\s?){_R}\b{_EKOR}", _romawi),
        (_BUKAN, _KATA, _R, _romawi_saja),
        (_SATUAN, _LEBIH, rf"(?i){_N}\s*(?:besar|terbaik|teratas|tertinggi)\b{_EKOR}", _tercetak),
        (_SATUAN, _LEBIH, rf"{_N}\s*%?\s*[*†‡¹²³⁰⁴-⁹)]+", _tercetak),
        (_SATUAN, _LEBIH, rf"{_N}\s*(?:\({_P}\)|/\s*(?P<p2>[A-Z]{_HURUF}))", _nilai_kata),
        (_SATUAN, _LEBIH, rf"{_N}\s*(?P<ekor>(?:[%‰°(/]|[^\W\d_]).*)", _bersatuan),
        (_BUKAN, "memuat tanda kurung.", rf"\(\s*{_N}\s*%?\s*\)", _minus),
        (_BUKAN, "memuat tanda tambah.", rf"\+\s?{_N}", _angka),
        (_BUKAN, _KATA, rf"{_P}\s*/\s*{_Q}", _dua_predikat),
        (_BUKAN, _KATA, rf"{_P}\s*\({_Q}\)", _berkepanjangan),
        (_BUKAN, _KATA, rf"(?i:{_GELAR})[ :]\s*{_P}", _predikat_kata),
        (_BUKAN, _KATA, r"[^\W\d_].*", _kata),
    )
)
