"""How a value says what is wrong with it, in Indonesian, with what to write instead."""

from pydantic_core import PydanticCustomError


def salah(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """Return an error whose code, message and hint reach the reader as they are."""
    return PydanticCustomError(code, "{pesan}", {"pesan": message, "saran": hint})


def require_text(value: object) -> str:
    if value is None:
        raise salah("kosong", "Butir ini kosong.", "Isi atau hapus barisnya.")
    if not isinstance(value, str):
        raise salah(
            "bukan-teks",
            "Di sini diharapkan satu nilai, bukan daftar atau kumpulan kunci.",
            "Tulis satu nilai; teks yang memuat titik dua diapit tanda kutip.",
        )
    return value
