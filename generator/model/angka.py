"""A typed number: decimal point, no thousands separator, digits kept as typed.

Whatever else people write as a number is recognised only to say what to write instead;
``2.016`` and ``3,01`` are never guessed at.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.model.salah import require_text, salah

MAX_DIGITS = 30
ANGKA = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def parse_angka(value: object) -> Decimal:
    """Return the number spelled by ``value``; ``3.20`` keeps its last zero."""
    text = require_text(value).strip()
    if not ANGKA.fullmatch(text):
        raise _bukan_angka(text)
    if len(text) > MAX_DIGITS:
        raise salah(
            "angka-terlalu-panjang",
            f"Angka ini lebih dari {MAX_DIGITS} karakter.",
            "Periksa kembali angkanya.",
        )
    return Decimal(text)


def _bukan_angka(text: str) -> PydanticCustomError:
    shown = text if len(text) <= 40 else text[:40] + "…"
    for pattern, code, what, instead in _KEBIASAAN:
        match = re.fullmatch(pattern, text)
        if match:
            return salah(code, f"Angka “{shown}” {what}.", instead(match))
    return salah(
        "bukan-angka", f"“{shown}” bukan angka.", "Tulis angka dengan titik desimal, misalnya 82.5"
    )


def _with_unit(match: re.Match[str]) -> str:
    number, unit = match[1].replace(",", "."), match[2].strip()
    if len(unit) > 40:
        return f"Tulis angkanya saja: {number}"
    word = "persen" if unit == "%" else unit
    return f"Tulis {number} di sini, “{word}” di “satuan”, dan bentuk cetaknya di “tercetak”."


# How people write numbers otherwise: what it looks like, and what to write instead.
_KEBIASAAN: tuple[tuple[str, str, str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"-?[0-9]+,[0-9]+",
        "koma-desimal",
        "memakai koma",
        lambda found: f"Tulis dengan titik: {found[0].replace(',', '.')}",
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3}){2,}",
        "titik-ribuan",
        "memakai titik ribuan",
        lambda found: f"Tulis tanpa titik: {found[0].replace('.', '')}",
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+",
        "koma-desimal",
        "memakai titik ribuan dan koma desimal",
        lambda found: f"Tulis: {found[0].replace('.', '').replace(',', '.')}",
    ),
    (
        r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?",
        "titik-ribuan",
        "memakai koma ribuan",
        lambda found: f"Tulis tanpa koma: {found[0].replace(',', '')}",
    ),
    (
        r"(-?[0-9]+(?:[.,][0-9]+)?)\s*([^0-9.,\s].*)",
        "satuan-di-angka",
        "memuat lebih dari angka",
        _with_unit,
    ),
    (
        r"[−–][0-9.]+",
        "bukan-angka",
        "memakai tanda minus yang lain",
        lambda found: f"Pakai tanda hubung: -{found[0][1:]}",
    ),
    (
        r"-?0[0-9]+(\.[0-9]+)?",
        "bukan-angka",
        "diawali nol",
        lambda found: "Hapus nol di depannya.",
    ),
)
