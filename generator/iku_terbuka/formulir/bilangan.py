"""Numbers as people type them into a cell. Either there is one reading, or it is asked which.

Excel keeps 15 digits and no notation: a number cell gives the value that Excel shows, a text cell
is read in Indonesian (``1.234,5``) or English notation (``1,234.5``).
"""

import math
import re
from decimal import Decimal

from iku_terbuka.model.text import BELUM, TANPA_ANGKA, TIDAK_DIUKUR, quoted

DIGIT_EXCEL = 15
_POLOS = re.compile(r"-?(0|[1-9][0-9]*)")
_SATU_TANDA = re.compile(r"-?(0|[1-9][0-9]*)[.,]([0-9]+)")
_KELOMPOK = r"-?[1-9][0-9]{0,2}"
# Thousands and decimals: two separators, or the same one twice, leave no doubt.
_RIBUAN = (
    (re.compile(rf"{_KELOMPOK}(\.[0-9]{{3}})+,[0-9]+|{_KELOMPOK}(\.[0-9]{{3}}){{2,}}"), "."),
    (re.compile(rf"{_KELOMPOK}(,[0-9]{{3}})+\.[0-9]+|{_KELOMPOK}(,[0-9]{{3}}){{2,}}"), ","),
)
_BERSPASI = re.compile(r"-?[0-9]{1,3}([ _\xa0\u202f][0-9]{3})+")
_RAGU = re.compile(rf"({_KELOMPOK})[.,]([0-9]{{3}})")
_FORMAT = re.compile(r"(?:#,##)?0(?:\.(0+))?(%?)")


class BukanAngkaError(Exception):
    """Why a cell is no number, and what to type instead; both whole sentences."""

    def __init__(self, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran


def angka_teks(text: str, *, persen: bool = False, rupiah: bool = False) -> Decimal:
    """Return the number that ``text`` spells; its last zeros stay.

    ``persen`` says that the value is a percentage anyway, so that a percent sign adds nothing;
    ``rupiah`` that there are two decimals at most, so that three digits behind a dot are thousands.
    """
    typed = text.strip()
    bare = typed.replace("−", "-")
    bare = re.sub(r"^(-?)\s*Rp\.?\s*", r"\1", bare, flags=re.IGNORECASE)
    bare = re.sub(r"(?<=[0-9]),-$", "", bare)
    if persen:
        bare = re.sub(r"(?<=[0-9])\s*(%|persen)$", "", bare, flags=re.IGNORECASE)
    if TANPA_ANGKA.fullmatch(typed):
        raise BukanAngkaError(f"{quoted(typed)} bukan angka.", _tanpa_angka(typed))
    doubtful = _RAGU.fullmatch(bare)
    if doubtful:
        whole, rest = doubtful.groups()
        if rupiah:
            return Decimal(whole + rest)
        raise BukanAngkaError(
            f"{quoted(typed)} dapat dibaca {whole}{rest} atau {whole} koma {rest}.",
            f"Yang mana? Ketik {whole}{rest} kalau tandanya pemisah ribuan. Kalau tandanya koma "
            "desimal, ubah format selnya menjadi Umum (General), lalu ketik ulang.",
        )
    if _POLOS.fullmatch(bare):
        return Decimal(bare)
    if _SATU_TANDA.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    for pattern, thousands in _RIBUAN:
        if pattern.fullmatch(bare):
            return Decimal(bare.replace(thousands, "").replace(",", "."))
    if _BERSPASI.fullmatch(bare):
        raise BukanAngkaError(
            f"Angka {quoted(typed)} memakai spasi atau garis bawah sebagai pemisah ribuan.",
            f"Ketik tanpa pemisah ribuan: {re.sub('[^0-9-]', '', bare)}.",
        )
    if "%" in typed:
        raise BukanAngkaError(
            f"{quoted(typed)} memakai tanda persen, padahal satuannya bukan persen.",
            "Ketik angkanya saja, tanpa tanda persen, kalau itu angka dalam satuan indikator ini.",
        )
    raise BukanAngkaError(f"{quoted(typed)} bukan angka.", "Ketik angkanya saja, misalnya 82,5.")


def _tanpa_angka(typed: str) -> str:
    if BELUM.fullmatch(typed):
        return "Kosongkan sel ini; situs menyebutnya belum dilaporkan."
    if TIDAK_DIUKUR.fullmatch(typed):
        return "Kosongkan sel ini dan pilih Tidak diukur di kolom Keadaan."
    return "Kosongkan sel ini dan pilih sebabnya di kolom Keadaan; kalau memang nol, ketik 0."


def tanpa_hiasan(bentuk: str) -> str:
    """Return a number format without words in quotes: ``0.0"%"`` is no percent format."""
    return re.sub(r'"[^"]*"|\\.', "", bentuk)


def angka_sel(value: float, bentuk: str, *, persen: bool = False) -> Decimal:
    """Return the value of a number cell as Excel shows it in full; ``bentuk`` is its format.

    Excel stores ``0.1 + 0.2`` with noise behind the fifteenth digit, so that is cut off; zeros
    that the format shows (``3,20``) are kept. A percent format shows a hundred times the value.
    """
    if not math.isfinite(value) or abs(value) >= 10**DIGIT_EXCEL:
        raise BukanAngkaError(
            f"Angka ini lebih dari {DIGIT_EXCEL} digit; Excel tidak menyimpannya dengan lengkap.",
            "Periksa angkanya.",
        )
    number = Decimal(f"{value:.{DIGIT_EXCEL}g}")
    bentuk = tanpa_hiasan(bentuk)
    if "%" in bentuk:
        if not persen:
            raise BukanAngkaError(
                "Sel ini berformat persen, padahal satuannya bukan persen.",
                "Ubah format selnya menjadi Umum (General), lalu ketik ulang angkanya.",
            )
        number = number.scaleb(2)
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    shown = _FORMAT.fullmatch(re.split("[;_]", bentuk, maxsplit=1)[0])
    if shown and shown[1]:
        whole, _, decimals = plain.partition(".")
        plain = f"{whole}.{decimals.ljust(len(shown[1]), '0')}"
    return Decimal(plain.removeprefix("-") if not number else plain)
