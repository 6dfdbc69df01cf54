"""Texts and numbers as people type or paste them into cells.

A text loses what nobody sees. A number has either one reading, or it is asked which: Excel keeps 15
digits and no notation, so a number cell gives the value that Excel shows, and a text cell is read
in Indonesian (``1.234,5``) or English notation (``1,234.5``).
"""

import math
import re
import unicodedata
from decimal import Decimal

from iku_terbuka.model.text import NO_NUMBER, NOT_MEASURED, NOT_YET, quoted

EXCEL_DIGITS = 15
_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = r"[•·●○◦▪■□►▸➢➤✓❖\ue000-\uf8ff*–—-]"  # Word's own bullets are private characters
_OPENINGS = (re.compile(rf"{_BULLET}\s+"), re.compile(r"\(?([0-9]{1,2}|[a-z])[.)]\s+"))
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_ONE_SEPARATOR = re.compile(r"-?(0|[1-9][0-9]*)[.,]([0-9]+)")
_FIRST_DIGITS = r"-?[1-9][0-9]{0,2}"
# Thousands and decimals: two separators, or the same one twice, leave no doubt.
_THOUSANDS = (
    (
        re.compile(rf"{_FIRST_DIGITS}(\.[0-9]{{3}})+,[0-9]+|{_FIRST_DIGITS}(\.[0-9]{{3}}){{2,}}"),
        ".",
    ),
    (re.compile(rf"{_FIRST_DIGITS}(,[0-9]{{3}})+\.[0-9]+|{_FIRST_DIGITS}(,[0-9]{{3}}){{2,}}"), ","),
)
_SPACED = re.compile(r"-?[0-9]{1,3}([ _\xa0\u202f][0-9]{3})+")
_DOUBTFUL = re.compile(rf"({_FIRST_DIGITS})[.,]([0-9]{{3}})")
_NUMBER_FORMAT = re.compile(r"(?:#,##)?0(?:\.(0+))?(%?)")


class CellRefusedError(Exception):
    """Why a cell cannot be taken, and what to type instead; both whole sentences."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def clean_text(text: str) -> str:
    """Return ``text`` without what Word adds: hard spaces, soft hyphens, zero-width characters.

    Lines stay lines; of several blank lines one is left.
    """
    lines = [_clean_line(line) for line in _LINE_BREAK.split(text)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _clean_line(line: str) -> str:
    seen = (
        line
        if line.isprintable()
        else "".join(
            " " if c == "\t" or unicodedata.category(c) == "Zs" else c
            for c in line
            if c == "\t" or unicodedata.category(c) not in {"Cf", "Cc", "Cs"}
        )
    )
    return re.sub(" {2,}", " ", seen).strip()


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a cell, one a line.

    A bullet or a number in front is dropped only where every line has one; otherwise it may be
    part of the text.
    """
    lines = [line for line in clean_text(text).split("\n") if line]
    for opening in _OPENINGS:
        matches = [opening.match(line) for line in lines]
        if lines and all(matches):
            return tuple(line[m.end() :] for line, m in zip(lines, matches, strict=True) if m)
    return tuple(lines)


def number_in_text(text: str, *, percent: bool = False, rupiah: bool = False) -> Decimal:
    """Return the number that ``text`` spells; its last zeros stay.

    ``percent`` says that the value is a percentage anyway, so that a percent sign adds nothing;
    ``rupiah`` that there are two decimals at most, so that three digits behind a dot are thousands.
    """
    typed = text.strip()
    bare = typed.replace("−", "-")
    bare = re.sub(r"^(-?)\s*Rp\.?\s*", r"\1", bare, flags=re.IGNORECASE)
    bare = re.sub(r"(?<=[0-9]),-$", "", bare)
    if percent:
        bare = re.sub(r"(?<=[0-9])\s*(%|persen)$", "", bare, flags=re.IGNORECASE)
    if NO_NUMBER.fullmatch(typed):
        raise CellRefusedError(f"{quoted(typed)} bukan angka.", _hint_without_number(typed))
    doubtful = _DOUBTFUL.fullmatch(bare)
    if doubtful:
        whole, rest = doubtful.groups()
        if rupiah:
            return Decimal(whole + rest)
        raise CellRefusedError(
            f"{quoted(typed)} dapat dibaca {whole}{rest} atau {whole} koma {rest}.",
            f"Yang mana? Ketik {whole}{rest} kalau tandanya pemisah ribuan. Kalau tandanya koma "
            "desimal, ubah format selnya menjadi Umum (General), lalu ketik ulang.",
        )
    if _WHOLE.fullmatch(bare):
        return Decimal(bare)
    if _ONE_SEPARATOR.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    for pattern, separator in _THOUSANDS:
        if pattern.fullmatch(bare):
            return Decimal(bare.replace(separator, "").replace(",", "."))
    if _SPACED.fullmatch(bare):
        raise CellRefusedError(
            f"Angka {quoted(typed)} memakai spasi atau garis bawah sebagai pemisah ribuan.",
            f"Ketik tanpa pemisah ribuan: {re.sub('[^0-9-]', '', bare)}.",
        )
    if "%" in typed:
        raise CellRefusedError(
            f"{quoted(typed)} memakai tanda persen, padahal satuannya bukan persen.",
            "Ketik angkanya saja, tanpa tanda persen, kalau itu angka dalam satuan indikator ini.",
        )
    raise CellRefusedError(f"{quoted(typed)} bukan angka.", "Ketik angkanya saja, misalnya 82,5.")


def _hint_without_number(typed: str) -> str:
    if NOT_YET.fullmatch(typed):
        return "Kosongkan sel ini; situs menyebutnya belum dilaporkan."
    if NOT_MEASURED.fullmatch(typed):
        return "Kosongkan sel ini dan pilih Tidak diukur di kolom Keadaan."
    return "Kosongkan sel ini dan pilih sebabnya di kolom Keadaan; kalau memang nol, ketik 0."


def is_percent_format(number_format: str) -> bool:
    """Tell whether Excel shows a hundred times the value; ``0.0"%"`` is no percent format."""
    return "%" in _without_literals(number_format)


def _without_literals(number_format: str) -> str:
    return re.sub(r'"[^"]*"|\\.', "", number_format)


def number_in_cell(value: float, number_format: str, *, percent: bool = False) -> Decimal:
    """Return the value of a number cell as Excel shows it in full.

    Excel stores ``0.1 + 0.2`` with noise behind the fifteenth digit, so that is cut off; zeros
    that the format shows (``3,20``) are kept. A percent format shows a hundred times the value.
    """
    # In this order: a whole number of many digits is no float.
    if abs(value) >= 10**EXCEL_DIGITS or not math.isfinite(value):
        raise CellRefusedError(
            f"Angka ini lebih dari {EXCEL_DIGITS} digit; Excel tidak menyimpannya dengan lengkap.",
            "Periksa angkanya.",
        )
    number = Decimal(f"{value:.{EXCEL_DIGITS}g}")
    if is_percent_format(number_format):
        if not percent:
            raise CellRefusedError(
                "Sel ini berformat persen, padahal satuannya bukan persen.",
                "Ubah format selnya menjadi Umum (General), lalu ketik ulang angkanya.",
            )
        number = number.scaleb(2)
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    shown = _NUMBER_FORMAT.fullmatch(
        re.split("[;_]", _without_literals(number_format), maxsplit=1)[0]
    )
    if shown and shown[1]:
        whole, _, decimals = plain.partition(".")
        plain = f"{whole}.{decimals.ljust(len(shown[1]), '0')}"
    return Decimal(plain.removeprefix("-") if not number else plain)
