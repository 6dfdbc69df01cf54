"""Text as people type it: words for nothing, quotation, and errors that say what to write."""

import re

from pydantic_core import PydanticCustomError

from iku_terbuka.source.visible import printable_line

# Not yet: the indicator is left out. Never: a state of its own. Otherwise it is not known which.
_LATER = r"t\.?b\.?[ad]\.?|(?:data )?menyusul"
_DONE = r"di(?:ukur|laporkan|isi|tetapkan|tentukan|hitung|rilis|nilai|targetkan)"
_NOT_YET = (
    rf"{_LATER}|belum (?:ada|{_DONE}|tersedia|rilis|keluar)(?: (?:data|datanya|angka))?"
    rf"|akan {_DONE}(?: [\w ]{{1,40}})?"
)
_NOT_MEASURED = r"tidak (?:dapat |bisa |dilakukan )?(?:diukur|dihitung|pengukuran)"
_NOTHING = r"[-–—]{1,3}|n\.?/?a\.?|t\.?a\.?d\.?|nihil|kosong|tidak ada(?: (?:data|datanya|angka))?"

NOT_YET = re.compile(_NOT_YET, re.IGNORECASE)
NOT_MEASURED = re.compile(_NOT_MEASURED, re.IGNORECASE)
NO_NUMBER = re.compile(rf"{_NOTHING}|{_NOT_YET}|{_NOT_MEASURED}", re.IGNORECASE)
# A text may well say that something is not measured; these say nothing at all.
_MARKS = r"[-–—]{1,3}|n\.?/a\.?|t\.?b\.?[ad]\.?|t\.?a\.?d\.?"
NO_CONTENT = re.compile(rf"{_MARKS}|nihil|tidak ada|belum ada", re.IGNORECASE)
# “Tidak ada” is a grade where the target is “Ada”.
NO_PREDIKAT = re.compile(_MARKS, re.IGNORECASE)


def invalid(
    code: str, message: str, hint: str = "", at: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """Return an error whose code, message and hint reach the reader as they are.

    ``at`` leads from the value that is checked to the part of it that is wrong.
    """
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, "at": at})


def quoted(text: str, most: int = 40) -> str:
    """Return what somebody typed in quotation marks: on one line, visible, not too long."""
    text = printable_line(text)
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


def require_text(value: object) -> str:
    if value is None:
        raise invalid("isi-kosong", "Butir ini kosong.", "Isi atau hapus barisnya.")
    if not isinstance(value, str):
        raise invalid(
            "bukan-teks",
            "Di sini diharapkan satu nilai, bukan daftar atau kumpulan kunci.",
            "Tulis satu nilai; teks yang memuat titik dua diapit tanda kutip.",
        )
    return value
