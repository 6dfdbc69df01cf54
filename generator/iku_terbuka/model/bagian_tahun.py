"""Parts of a year: triwulan, bulan and semester, and how they make the year."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from iku_terbuka.model.angka import parse_nilai
from iku_terbuka.model.fields import AngkaBersatuan, from_scalar
from iku_terbuka.model.nilai import IsiNilai, Nilai


class Cara(StrEnum):
    """How the values of the parts make that of the year."""

    KUMULATIF = "kumulatif"
    JUMLAH = "jumlah"
    POSISI = "posisi"
    RATA = "rata"


class PembagianTahun(StrEnum):
    """How a year is divided; the value is the key that holds its parts."""

    TRIWULAN = "triwulan"
    BULANAN = "bulanan"
    SEMESTER = "semester"

    @property
    def banyak(self) -> int:
        """How many parts a year has."""
        return {"triwulan": 4, "bulanan": 12, "semester": 2}[self]


class IsiTargetTahun(IsiNilai):
    """The target of one year, with those of its parts where the document prints them."""

    triwulan: tuple[Nilai, ...] = Field(
        (),
        description="Target triwulan I sampai IV, empat nilai berurutan.",
        examples=[[0, 50, 67, 100]],
    )
    bulanan: tuple[Nilai, ...] = Field(
        (),
        description="Target Januari sampai Desember, dua belas nilai berurutan.",
        examples=[[0, 0, 0, 50, 50, 50, 67, 67, 67, 87, 87, 100]],
    )
    semester: tuple[Nilai, ...] = Field(
        (),
        description="Target semester I dan II, dua nilai berurutan.",
        examples=[[50, 100]],
    )
    cara: Cara | None = Field(
        None,
        description="Cara bagian tahun menjadi angka setahun: kumulatif, jumlah, posisi, atau "
        "rata. Tanpa ini dipakai yang tertulis pada indikatornya.",
    )

    @property
    def bagian(self) -> tuple[PembagianTahun, tuple[IsiNilai, ...]] | None:
        """How the year is divided, and the target of each part, the first first."""
        for pembagian in PembagianTahun:
            nilai: tuple[IsiNilai, ...] = getattr(self, pembagian)
            if nilai:
                return pembagian, nilai
        return None


TargetTahun = Annotated[
    IsiTargetTahun, from_scalar("nilai", IsiTargetTahun, AngkaBersatuan, parse_nilai)
]
