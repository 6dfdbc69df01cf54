"""How a value says what is wrong with it, in Indonesian, with what to write instead."""

from pydantic_core import PydanticCustomError


def salah(
    code: str, message: str, hint: str = "", at: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """Return an error whose code, message and hint reach the reader as they are.

    ``at`` leads from the value that is checked to the part of it that is wrong.
    """
    return PydanticCustomError(code, "{pesan}", {"pesan": message, "saran": hint, "letak": at})


def kutip(text: str, most: int = 40) -> str:
    """Return what somebody typed in quotation marks: on one line, visible, not too long."""
    text = "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


def require_text(value: object) -> str:
    if value is None:
        raise salah("isi-kosong", "Butir ini kosong.", "Isi atau hapus barisnya.")
    if not isinstance(value, str):
        raise salah(
            "bukan-teks",
            "Di sini diharapkan satu nilai, bukan daftar atau kumpulan kunci.",
            "Tulis satu nilai; teks yang memuat titik dua diapit tanda kutip.",
        )
    return value
