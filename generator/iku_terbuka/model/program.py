"""A programme of the budget: its code, its ceiling, what was spent."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from iku_terbuka.model.fields import DaftarTeks, FileModel, Rupiah, Sumber, Teks
from iku_terbuka.model.text import invalid, quoted, require_text

_KODE = re.compile(r"[0-9X]{1,2}(\.[0-9X]{1,4}){1,7}")


def _parse_kode(value: object) -> str:
    text = require_text(value).strip()
    if _KODE.fullmatch(text):
        return text
    raise invalid(
        "kode-program-tidak-sah",
        f"{quoted(text)} bukan kode program.",
        "Tulis kode seperti dalam dokumen anggaran, misalnya 1.05.03 atau X.XX.01",
    )


KodeProgram = Annotated[
    str,
    BeforeValidator(_parse_kode),
    WithJsonSchema(
        {"type": ["string", "number"], "pattern": f"^{_KODE.pattern}$", "examples": ["1.05.03"]}
    ),
]


class Program(FileModel):
    """A programme with its budget."""

    kode: KodeProgram = Field(description="Kode program, seperti dalam dokumen anggaran.")
    nama: Teks | None = Field(
        None,
        description="Nama program. Dalam perubahan boleh tidak diulang.",
        examples=["Program Penanggulangan Bencana"],
    )
    pagu: Rupiah | None = Field(None, description="Anggaran dalam rupiah, tanpa titik ribuan.")


class RealisasiProgram(FileModel):
    """What was spent on a programme in a year."""

    realisasi: Rupiah | None = Field(None, description="Belanja dalam rupiah, tanpa titik ribuan.")
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka ini.")
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang program ini.", examples=["Satu kegiatan dibatalkan."]
    )
