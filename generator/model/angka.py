"""A typed number: decimal point, no thousands separator, digits kept as typed.

Whatever else people write as a number is recognised only to say what to write instead;
``2.016`` and ``3,01`` are never guessed at.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.model.kosong import BELUM, TANPA_ANGKA, TIDAK_DIUKUR
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
            hint = instead(match)
            if instead is _dengan_satuan and tentang_satuan:
                hint = f"{hint.removesuffix('.')}.{tentang_satuan}"
            return salah(code, message.format(kutip(text)), hint)
    hint = "Tulis angka dengan titik desimal, misalnya 82.5"
    bare = text.strip("“”‘’„")
    if bare != text and ANGKA.fullmatch(bare):
        hint = f"Tulis tanpa tanda kutip melengkung dari Word: {bare}"
    # Where a unit is told apart, a grade may stand too.
    if tentang_satuan and _KATA.fullmatch(text):
        hint = f"Kalau ini predikat, tulis {{predikat: {text}}}; kalau angka, tulis misalnya 82.5"
    return salah("bukan-angka", f"{kutip(text)} bukan angka.", hint)


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
    """Propose the number alone, unless the rest says that another one is meant."""
    number, rest = _biasa(found[1]), found[2].strip()
    ragu = re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", number)
    times = _KELIPATAN.match(rest)
    # The 2 of km2 belongs to the unit.
    beyond = re.sub(r"(?<=[a-z])[23²³](?!\w)", "", rest[times.end() :] if times else rest)
    if _ANGKA_LAGI.search(beyond) or any(unicodedata.category(c) in _SERUPA_ANGKA for c in beyond):
        return "Tulis satu angka saja, misalnya 82.5"
    if times:
        # 1.500 juta may be 1,5 juta as well.
        kali = _PANGKAT[times[0].lower()]
        return "Tulis lengkap dengan angka." if ragu else f"Tulis {_kalikan(number, kali)}"
    if ragu:
        number += f" (atau {number.replace('.', '')}, kalau titiknya pemisah ribuan)"
    return f"Tulis angkanya saja: {number}, tanpa {kutip('persen' if rest == '%' else rest)}."


def _rupiah(found: re.Match[str]) -> str:
    number = _biasa(re.sub(_TITIK_RIBUAN, "", found[1]))
    return f"Tulis angkanya saja: {_kalikan(number, _PANGKAT.get((found[2] or '').lower(), 0))}"


def _kalikan(number: str, pangkat: int) -> str:
    """Return ``number`` times 10 to the power of ``pangkat``, without needless zeros."""
    if not pangkat:
        return number
    product = f"{Decimal(number).scaleb(pangkat):f}"
    return product.rstrip("0").rstrip(".") if "." in product else product


def _tanpa_angka(found: re.Match[str]) -> str:
    """Not reported yet and never measured are two states; only one of them is written."""
    if BELUM.fullmatch(found[0]):
        return (
            "Kosongkan, atau hapus indikator ini dari berkas capaian: ia terbaca belum dilaporkan."
        )
    if TIDAK_DIUKUR.fullmatch(found[0]):
        return "Hapus baris ini; dalam capaian, gantinya “keadaan: tidak_diukur”."
    return (
        "Kosongkan kalau angkanya belum ada; kalau memang tidak diukur, dalam capaian tulis "
        "“keadaan: tidak_diukur”; kalau nol, tulis 0."
    )


def _dengan_batas(found: re.Match[str]) -> str:
    return f'Tulis {{nilai: {_biasa(found[1])}, tercetak: "{found[0]}"}}'


def _dengan_predikat(found: re.Match[str]) -> str:
    number, grade = _biasa(found[1]), found[2]
    grade = grade[1:] + grade[0] if grade[0] in "+-" else grade
    return f'Tulis {{nilai: {number}, predikat: {grade}, tercetak: "{found[0]}"}}'


_KATA = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_PANGKAT = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar", "miliard"), 9),
    **dict.fromkeys(("triliun", "trilyun"), 12),
}
_KELIPATAN = re.compile(rf"(?:{'|'.join(_PANGKAT)})\b", re.IGNORECASE)
# Digits and number words; a letter that may stand for thousands, millions, milliards.
_ANGKA_LAGI = re.compile(
    rf"\d|^[kmtb]\b|\b(?:koma|belas|puluh|ratus|setengah|{'|'.join(_PANGKAT)})\b", re.IGNORECASE
)
_SERUPA_ANGKA = frozenset({"No", "Nl"})  # ½, ², Ⅳ
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
        rf"{_N}(?:\s*[/÷]\s*|\s+:\s+){_N}",
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
        rf"[Rr]p\.?\s*{_N}(?:,-|\s*({'|'.join(_PANGKAT)}))?",
        "satuan-di-angka",
        "{} memuat lebih dari angka.",
        _rupiah,
    ),
    (
        rf"(?:[<>≤≥]=?)\s*{_N}",
        "bukan-angka",
        "{} memuat tanda lebih atau kurang.",
        _dengan_batas,
    ),
    (
        rf"(?i:{TANPA_ANGKA.pattern})",
        "bukan-angka",
        "{} berarti tidak ada angka.",
        _tanpa_angka,
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
