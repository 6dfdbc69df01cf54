"""One value as a document states it: a number, a range, a grade or a date."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from iku_terbuka.model.angka import parse_nilai, parse_realisasi
from iku_terbuka.model.fields import (
    Angka,
    AngkaBersatuan,
    DaftarTeks,
    FileModel,
    Predikat,
    Tercetak,
    from_scalar,
)
from iku_terbuka.model.tanggal import TanggalTercetak
from iku_terbuka.model.text import NO_CONTENT, invalid, quoted


class IsiNilai(FileModel):
    """A number, a range, a grade or a date, with the form in which the document prints it."""

    nilai: AngkaBersatuan | None = Field(None, description="Angka dengan titik desimal.")
    bawah: Angka | None = Field(None, description="Batas bawah sebuah rentang.")
    atas: Angka | None = Field(None, description="Batas atas sebuah rentang.")
    predikat: Predikat | None = Field(
        None, description="Predikat, misalnya BB atau B-.", examples=["BB"]
    )
    tanggal: TanggalTercetak | None = Field(
        None, description="Tanggal paling lambat, atau tanggal hasilnya: 2026-03-31 atau 2026-03."
    )
    tercetak: Tercetak | None = Field(
        None,
        description="Bentuk yang tercetak di dokumen, bila bacaan kita tidak harfiah.",
        examples=["3,01 (-B)"],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang nilai ini.", examples=["Angka sangat sementara."]
    )

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        return None if self.bawah is None or self.atas is None else (self.bawah, self.atas)

    @property
    def has_number(self) -> bool:
        """Whether it is a number or a range, with a grade or without."""
        return self.nilai is not None or self.rentang is not None

    @property
    def tegas(self) -> str:
        """The sign of a printed limit that is not part of the target: ``<`` or ``>``, else none."""
        sign = (self.tercetak or "").strip()[:2]
        return sign[0] if sign[:1] in {"<", ">"} and sign[1:] != "=" else ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.bawah is None) != (self.atas is None):
            raise invalid(
                "rentang-tidak-lengkap",
                "Rentang memerlukan “bawah” dan “atas”.",
                "Tulis keduanya, misalnya {bawah: 3.6, atas: 4.4}",
            )
        if self.rentang and self.nilai is not None:
            raise invalid(
                "nilai-dan-rentang",
                "Di sini ada “nilai” sekaligus rentang “bawah” dan “atas”.",
                "Hapus salah satu.",
                at=("nilai",),
            )
        if self.rentang and self.rentang[0] > self.rentang[1]:
            raise invalid(
                "rentang-terbalik",
                f"“bawah” ({self.bawah}) lebih besar daripada “atas” ({self.atas}).",
                "Tukar keduanya.",
                at=("bawah",),
            )
        # Alone, “Tidak ada” is a grade: the target was “Ada”.
        if self.predikat and self.has_number and NO_CONTENT.fullmatch(self.predikat):
            raise invalid(
                "teks-tanpa-isi",
                f"{quoted(self.predikat)} berarti tidak ada isi.",
                "Kosongkan, atau hapus barisnya.",
                at=("predikat",),
            )
        if self.tanggal and (self.has_number or self.predikat):
            raise invalid(
                "tanggal-dan-nilai",
                "Di sini ada “tanggal” sekaligus angka atau predikat.",
                "Hapus salah satu; keterangan lain ditulis di “catatan”.",
                at=("tanggal",),
            )
        if not (self.has_number or self.predikat or self.tanggal):
            raise invalid(
                "nilai-kosong",
                "Tidak ada nilai di sini.",
                "Isi “nilai”, “predikat”, “tanggal”, atau “bawah” dan “atas”.",
            )
        return self


Nilai = Annotated[IsiNilai, from_scalar("nilai", IsiNilai, AngkaBersatuan, parse_nilai)]
NilaiRealisasi = Annotated[
    IsiNilai, from_scalar("nilai", IsiNilai, AngkaBersatuan, parse_realisasi)
]


def refuse_range(happened: IsiNilai | None, at: tuple[str, ...] = ("realisasi",)) -> None:
    """Refuse a range as what happened; ``at`` leads to the value."""
    if happened is not None and happened.rentang:
        raise invalid(
            "realisasi-rentang",
            "Realisasi tidak dapat berupa rentang.",
            "Tulis satu nilai.",
            at=at,
        )
