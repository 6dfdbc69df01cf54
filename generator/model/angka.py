"""A typed number: decimal point, no thousands separator, digits kept as typed.

Whatever else people write as a number is recognised only to say what to write instead;
``2.016`` and ``3,01`` are never guessed at.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.model.salah import kutip, require_text, salah

# Well within the 28 digits that Decimal computes with: 10¹⁵ / 0.000001 × 100 still has its cents.
MAX_WHOLE, MAX_LENGTH = 15, 25
ANGKA = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def parse_angka(value: object) -> Decimal:
    """Return the number spelled by ``value``; ``3.20`` keeps its last zero."""
    return _parse(value, "")


def parse_bersatuan(value: object) -> Decimal:
    """Return a number whose unit has a key of its own: a target, a realisasi."""
    return _parse(value, " Satuannya ditulis di “satuan” indikator.")


def _parse(value: object, tentang_satuan: str) -> Decimal:
    text = require_text(value).strip()
    if not ANGKA.fullmatch(text):
        raise _bukan_angka(text, tentang_satuan)
    number = Decimal(text) if len(text) <= MAX_LENGTH else None
    # 0.0000001 would be shown as 1E-7
    if number is None or number.adjusted() >= MAX_WHOLE or str(number) != text:
        raise salah(
            "angka-terlalu-panjang",
            f"Angka {kutip(text)} terlalu panjang.",
            f"Bulatkan seperti yang tercetak di dokumennya: paling banyak {MAX_WHOLE} angka di "
            "depan titik dan enam di belakangnya.",
        )
    return number


def parse_rupiah(value: object) -> Decimal:
    """Return an amount of money, where ``500.000`` was surely meant as 500000."""
    number = parse_angka(value)
    if decimals(number) > 2:
        raise salah(
            "titik-ribuan",
            f"Rupiah “{number}” memuat lebih dari dua angka di belakang titik.",
            f"Kalau titiknya pemisah ribuan, tulis {str(number).replace('.', '')}",
        )
    return number


def decimals(number: Decimal) -> int:
    """Count the digits typed after the decimal point."""
    return len(str(number).partition(".")[2])


def _bukan_angka(text: str, tentang_satuan: str) -> PydanticCustomError:
    for pattern, code, message, instead in _KEBIASAAN:
        match = re.fullmatch(pattern, text) if len(text) <= 100 else None
        if match:
            hint = instead(match) + (tentang_satuan if instead is _dengan_satuan else "")
            return salah(code, message.format(kutip(text)), hint)
    return salah(
        "bukan-angka",
        f"{kutip(text)} bukan angka.",
        "Tulis angka dengan titik desimal, misalnya 82.5",
    )


def _biasa(text: str) -> str:
    """Rewrite a number with thousands separators or a decimal comma as we want it."""
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3}){2,}(\.[0-9]+)?|-?[0-9]{1,3},[0-9]{3}\.[0-9]+", text):
        return text.replace(",", "")
    if "," in text or text.count(".") > 1:
        return text.replace(".", "").replace(",", ".")
    return text


def _dengan_titik(found: re.Match[str]) -> str:
    return f"Tulis dengan titik: {_biasa(found[0])}"


def _tanpa_pemisah(found: re.Match[str]) -> str:
    return f"Tulis tanpa pemisah ribuan: {re.sub('[ _]', '', _biasa(found[0]))}"


def _dengan_satuan(found: re.Match[str]) -> str:
    number, unit = _biasa(found[1]), "persen" if found[2] == "%" else found[2].strip()
    if re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", number):
        number += f" (atau {number.replace('.', '')}, kalau titiknya pemisah ribuan)"
    return f"Tulis angkanya saja: {number}, tanpa {kutip(unit)}."


def _dengan_predikat(found: re.Match[str]) -> str:
    number, grade = _biasa(found[1]), found[2]
    grade = grade[1:] + grade[0] if grade[0] in "+-" else grade
    return f'Tulis {{nilai: {number}, predikat: {grade}, tercetak: "{found[0]}"}}'


_TITIK_RIBUAN = r"[.](?=[0-9]{3}\b)"
_N = r"(-?[0-9]+(?:\.[0-9]{3})*(?:[.,][0-9]+)?)"
_PREDIKAT = r"([-+]?[A-E]{1,3}[-+]?)"

# How people write numbers otherwise: what it looks like, and what to write instead.
_KEBIASAAN: tuple[tuple[str, str, str, Callable[[re.Match[str]], str]], ...] = (
    (r"-?[0-9]+,[0-9]+", "koma-desimal", "Angka {} memakai koma.", _dengan_titik),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+",
        "koma-desimal",
        "Angka {} memakai titik ribuan dan koma desimal.",
        _dengan_titik,
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3}){2,}",
        "titik-ribuan",
        "Angka {} memakai titik ribuan.",
        _tanpa_pemisah,
    ),
    (
        r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?",
        "titik-ribuan",
        "Angka {} memakai koma ribuan.",
        _tanpa_pemisah,
    ),
    (
        r"-?[0-9]+([ _][0-9]{3})+",
        "bukan-angka",
        "Angka {} memakai spasi atau garis bawah sebagai pemisah ribuan.",
        _tanpa_pemisah,
    ),
    (
        r"-?[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]{1,2}",
        "bukan-angka",
        "Angka {} memakai bentuk pangkat.",
        lambda found: f"Tulis {Decimal(found[0]):f}",
    ),
    (
        rf"{_N}\s*%?\s*(?:-|–|—|s\.?\s?d\.?|s/d|sampai|hingga)\s*{_N}\s*%?",
        "bukan-angka",
        "{} memuat dua angka.",
        lambda found: (
            f"Kalau rentang, tulis {{bawah: {_biasa(found[1])}, atas: {_biasa(found[2])}}}"
        ),
    ),
    (
        rf"{_N}\s*[/:÷]\s*{_N}",
        "bukan-angka",
        "{} adalah pembagian.",
        lambda found: "Tulis hasilnya, misalnya 82.5",
    ),
    (
        rf"{_N}\s*\(?{_PREDIKAT}\)?",
        "satuan-di-angka",
        "{} memuat angka dan predikat sekaligus.",
        _dengan_predikat,
    ),
    (
        _PREDIKAT,
        "bukan-angka",
        "{} adalah predikat, bukan angka.",
        lambda found: f"Tulis {{predikat: {found[0]}}}",
    ),
    (
        rf"{_N}\s*((?:[%‰°(]|[^\W\d_]).*)",
        "satuan-di-angka",
        "{} memuat lebih dari angka.",
        _dengan_satuan,
    ),
    (
        rf"[Rr]p\.?\s*{_N}(?:,-)?",
        "satuan-di-angka",
        "{} memuat lebih dari angka.",
        lambda found: f"Tulis angkanya saja: {_biasa(re.sub(_TITIK_RIBUAN, '', found[1]))}",
    ),
    (
        r"-|–|—|[Nn]/?[Aa]|[Bb]elum ada|[Tt]idak ada",
        "bukan-angka",
        "{} berarti tidak ada angka.",
        lambda found: "Kosongkan; dalam capaian sebutkan alasannya: “keadaan: tidak_diukur”.",
    ),
    (
        r"[−–]([0-9.,]+)",
        "bukan-angka",
        "Angka {} memakai tanda minus yang lain.",
        lambda found: f"Tulis -{_biasa(found[1])}, dengan tanda hubung biasa.",
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
        lambda found: "Tulis " + _biasa(re.sub(r"\d", lambda digit: str(int(digit[0])), found[0])),
    ),
)
