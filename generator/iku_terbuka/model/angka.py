"""A typed number: decimal point, no thousands separator, digits kept as typed.

Whatever else people write as a number is recognised only to say what to write instead;
``2.016`` and ``3,01`` are never guessed at.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from pydantic_core import PydanticCustomError

from iku_terbuka.model.notation import COMMA_THOUSANDS, decimals, without_dot, yaml_number
from iku_terbuka.model.reading import Reading
from iku_terbuka.model.tercetak import MAX_PRINTED, recognise
from iku_terbuka.model.text import NO_NUMBER, NOT_MEASURED, NOT_YET, invalid, quoted, require_text

# Decimal computes with 28 digits: 10¹⁵ / 0.000001 × 100 still has its two decimals.
MAX_WHOLE, MAX_LENGTH = 15, 25
ANGKA = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Expected(Enum):
    """Where a number is expected, which tells what may be written there instead."""

    NUMBER = "angka"  # a number alone: a component, a limit
    RUPIAH = "rupiah"
    VALUE = "nilai"  # a whole value: number, range or grade, with its printed form
    REALISASI = "realisasi"  # the same without a range
    KEY = "kunci"  # the number within a value in braces
    PART = "bagian"  # the realisasi of a part of a year, as a value without a key

    def accepts(self, reading: Reading) -> bool:
        """Tell whether a reading can be written here at all."""
        if self in {Expected.NUMBER, Expected.RUPIAH}:
            return reading.nilai is not None
        without_range = self in {Expected.REALISASI, Expected.PART}
        return not without_range or reading.bawah is None

    def written(self, reading: Reading) -> str:
        if self in {Expected.NUMBER, Expected.RUPIAH}:
            return reading.nilai or ""
        if self is Expected.PART and str(reading) != reading.nilai:
            return f"{{realisasi: {reading}}}"
        return str(reading)


def parse_angka(value: object) -> Decimal:
    """Return the number spelled by ``value``; ``3.20`` keeps its last zero."""
    return _parse(value, Expected.NUMBER)


def parse_nilai(value: object) -> Decimal:
    """Return the number of a value that is written without braces, such as a target."""
    return _parse(value, Expected.VALUE)


def parse_realisasi(value: object) -> Decimal:
    """Return the number of a realisasi that is written without braces."""
    return _parse(value, Expected.REALISASI)


def parse_bagian(value: object) -> str:
    """Return the number of a part of a year, checked, that is written without a key."""
    text = require_text(value).strip()
    if NO_NUMBER.fullmatch(text):
        raise invalid(
            "bukan-angka",
            f"{quoted(text)} berarti tidak ada angka.",
            "Kosongkan; bagian tahun yang kosong tidak dihitung nol.",
        )
    return str(_parse(text, Expected.PART))


def parse_bersatuan(value: object) -> Decimal:
    """Return the number of a value in braces; its unit has a key of its own."""
    return value if isinstance(value, Decimal) else _parse(value, Expected.KEY)


def parse_rupiah(value: object) -> Decimal:
    """Return an amount of money, where ``500.000`` was surely meant as 500000."""
    number = _parse(value, Expected.RUPIAH)
    if decimals(number) > 2:
        raise invalid(
            "titik-ribuan",
            f"Rupiah “{number}” memuat lebih dari dua angka di belakang titik.",
            f"Kalau titiknya pemisah ribuan, tulis {without_dot(number)}",
        )
    return number


def _parse(value: object, expected: Expected) -> Decimal:
    text = require_text(value).strip()
    if not ANGKA.fullmatch(text):
        raise _not_a_number(text, expected)
    number = Decimal(text) if len(text) <= MAX_LENGTH else None
    # 0.0000001 would be shown as 1E-7
    if number is None or number.adjusted() >= MAX_WHOLE or str(number) != text:
        raise invalid(
            "angka-terlalu-panjang",
            f"Angka {quoted(text)} terlalu panjang.",
            f"Bulatkan seperti yang tercetak di dokumennya: paling banyak {MAX_WHOLE} angka di "
            "depan titik dan enam di belakangnya.",
        )
    return number


def _not_a_number(text: str, expected: Expected) -> PydanticCustomError:
    # Without the quotation marks and the wide spaces of Word.
    bare = re.sub("[ \xa0]+", " ", text).strip("“”‘’„‟«»\"'").strip()
    if bare != text and ANGKA.fullmatch(bare):
        hint = f"Tulis tanpa tanda kutip melengkung dari Word: {bare}"
        return invalid("bukan-angka", f"{quoted(text)} bukan angka.", hint)
    short = bare if len(bare) <= MAX_PRINTED else ""
    for pattern, code, message, instead in _HABITS:
        match = re.fullmatch(pattern, short)
        if match:
            return invalid(code, message.format(quoted(text)), instead(match))
    known = recognise(short)
    hint = _hint(known[2], expected) if known else ""
    if known and hint:
        return invalid(known[0], f"{quoted(text)} {known[1]}", hint)
    hint = (
        "Tulis satu angka saja, misalnya 82.5"
        if re.match("[-<>≤≥]?[0-9]", bare)
        else "Tulis angka dengan titik desimal, misalnya 82.5"
    )
    return invalid("bukan-angka", f"{quoted(text)} bukan angka.", hint)


def _hint(readings: tuple[Reading, ...], expected: Expected) -> str:
    """Say what to write: the one reading, or each with what decides; empty where none fits."""
    fitting = [reading for reading in readings if expected.accepts(reading)]
    if expected is Expected.RUPIAH:
        fitting = sorted(fitting, key=lambda reading: Decimal(reading.nilai or 0))[-1:]
    alone = expected in {Expected.NUMBER, Expected.RUPIAH}
    whole = expected is Expected.KEY and not all(reading.number_only for reading in fitting)
    lead = "Ganti seluruh nilainya, bukan isi “nilai” saja. " if whole else ""
    match fitting:
        case []:
            return ""
        case [reading] if expected.written(reading) == reading.nilai and (
            alone or not reading.when
        ):
            left_off = f", tanpa {quoted(reading.left_off)}." if reading.left_off else ""
            if reading.left_off and not alone:
                left_off += " Satuannya ditulis di “satuan” indikator."
            return f"Tulis angkanya saja: {reading.nilai}{left_off}"
        case [reading] if not reading.when:
            return f"{lead}Tulis {expected.written(reading)}"
    either = [f"kalau {reading.when}, tulis {expected.written(reading)}" for reading in fitting]
    if len(fitting) == 1 and fitting[0].when == "ini predikat":
        either.append("kalau angka, tulis misalnya 82.5")
    said = "; ".join(either)
    return f"{lead}{said[0].upper()}{said[1:]}"


def _with_point(found: re.Match[str]) -> str:
    return f"Tulis dengan titik: {yaml_number(found[0])}"


def _without_separators(found: re.Match[str]) -> str:
    return f"Tulis tanpa pemisah ribuan: {re.sub('[ _]', '', yaml_number(found[0]))}"


def _no_number(found: re.Match[str]) -> str:
    """Return what to do: “not reported yet” is left empty, “never measured” is written."""
    if NOT_YET.fullmatch(found[0]):
        return (
            "Kosongkan, atau hapus indikator ini dari berkas capaian: ia terbaca belum dilaporkan."
        )
    if NOT_MEASURED.fullmatch(found[0]):
        return "Hapus baris ini; dalam capaian, gantinya “keadaan: tidak_diukur”."
    return (
        "Kosongkan kalau angkanya belum ada; kalau memang tidak diukur, dalam capaian tulis "
        "“keadaan: tidak_diukur”; kalau nol, tulis 0."
    )


# How people write numbers otherwise: what it looks like, and what to write instead. What documents
# print besides numbers is recognised by :mod:`.tercetak`.
_HABITS: tuple[tuple[str, str, str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"-?(?:[0-9]+,[0-9]{1,2}|[0-9]+,[0-9]{4,}|(?:0|[0-9]{4,}),[0-9]{3})",
        "koma-desimal",
        "Angka {} memakai koma.",
        _with_point,
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+",
        "koma-desimal",
        "Angka {} memakai titik ribuan dan koma desimal.",
        _with_point,
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3}){2,}",
        "titik-ribuan",
        "Angka {} memakai titik ribuan.",
        _without_separators,
    ),
    (
        COMMA_THOUSANDS,
        "titik-ribuan",
        "Angka {} memakai koma ribuan.",
        _without_separators,
    ),
    (
        r"-?[0-9]+([ _][0-9]{3})+",
        "bukan-angka",
        "Angka {} memakai spasi atau garis bawah sebagai pemisah ribuan.",
        _without_separators,
    ),
    (
        r"-?[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]{1,2}",
        "bukan-angka",
        "Angka {} memakai bentuk pangkat.",
        lambda found: f"Tulis {Decimal(found[0]):f}",
    ),
    (
        rf"(?i:{NO_NUMBER.pattern})",
        "bukan-angka",
        "{} berarti tidak ada angka.",
        _no_number,
    ),
    (
        r"[−–]([0-9.,]+)",
        "bukan-angka",
        "Angka {} memakai tanda minus yang lain.",
        lambda found: f"Tulis -{yaml_number(found[1])}, dengan tanda hubung biasa.",
    ),
    (
        r"(-?)0+([0-9]+(\.[0-9]+)?)",
        "bukan-angka",
        "Angka {} diawali nol.",
        lambda found: f"Tulis {found[1]}{found[2]}",
    ),
    (
        r"(-?)(?=.*[0-9])([0-9]*)\.([0-9]*)",
        "bukan-angka",
        "Angka {} tidak lengkap.",
        lambda found: f"Tulis {found[1]}{found[2] or 0}.{found[3] or 0}",
    ),
    (
        r"(?=.*[^0-9.,])[\d.,]+",
        "bukan-angka",
        "Angka {} tidak memakai angka 0 sampai 9.",
        lambda found: (
            "Tulis " + yaml_number(re.sub(r"\d", lambda digit: str(int(digit[0])), found[0]))
        ),
    ),
)
