"""The parts of a year: quarters, months, halves, with their targets and results.

They tell how far a year has come. The year's own figure stands beside them and wins.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from iku_terbuka.model.angka import parse_bagian, parse_nilai
from iku_terbuka.model.fields import (
    FROZEN,
    AngkaBersatuan,
    DaftarTeks,
    FileModel,
    Sumber,
    from_scalar,
)
from iku_terbuka.model.nilai import IsiNilai, Nilai, NilaiRealisasi, refuse_range
from iku_terbuka.model.tanggal import BULAN
from iku_terbuka.model.text import NO_CONTENT, invalid, quoted, require_text


class PembagianTahun(StrEnum):
    """Into what a year is divided."""

    TRIWULAN = "triwulan"
    BULANAN = "bulanan"
    SEMESTER = "semester"

    @property
    def banyak(self) -> int:
        """How many of them make a year."""
        return {PembagianTahun.TRIWULAN: 4, PembagianTahun.BULANAN: 12, PembagianTahun.SEMESTER: 2}[
            self
        ]


class Cara(StrEnum):
    """How the parts of a year make the year."""

    KUMULATIF = "kumulatif"  # each tells all since January: the last counts
    JUMLAH = "jumlah"  # each tells itself alone: they add up
    POSISI = "posisi"  # each tells a state, which may fall: the last counts
    RATA = "rata"  # the year is their mean


_NAMES = {PembagianTahun.TRIWULAN: "triwulan", PembagianTahun.BULANAN: "bulan"}
_ROMAN = ("I", "II", "III", "IV")
# TW II, triwulan 2, T.W. 2, semester I, bulan 3.
_SPELT = re.compile(r"(?:t\.?w\.?|triwulan|bulan|semester|smt\.?|ke-)?\s*([0-9]{1,2}|[ivx]+)")


def _parse_nomor(jenis: PembagianTahun) -> Callable[[object], int]:
    """Return what reads the number of a part. That of a list is its place, from 0."""
    most, name = jenis.banyak, _NAMES.get(jenis, jenis.value)

    def parse(value: object) -> int:
        if isinstance(value, int):
            return value + 1
        text = require_text(value).strip()
        if re.fullmatch(r"[1-9][0-9]?", text) and int(text) <= most:
            return int(text)
        meant = _meant(text, jenis)
        raise invalid(
            "bagian-tahun-tidak-dikenal",
            f"{quoted(text)} bukan nomor {name}.",
            f"Tulis {meant}" if meant else f"Tulis angka 1 sampai {most}.",
        )

    return parse


def _meant(text: str, jenis: PembagianTahun) -> int | None:
    """Return which part was meant by a name or a Roman number, where that is clear."""
    lower = text.lower().rstrip(".")
    if jenis is PembagianTahun.BULANAN and lower in BULAN:
        return BULAN.index(lower) + 1
    spelt = _SPELT.fullmatch(lower)
    if spelt is None:
        return None
    roman = spelt[1].upper()
    nomor = _ROMAN.index(roman) + 1 if roman in _ROMAN else int(spelt[1]) if roman.isdigit() else 0
    return nomor if 0 < nomor <= jenis.banyak else None


def _from_list(jenis: PembagianTahun) -> Callable[[object], object]:
    """Return what reads a list as the parts by their place in it; an empty item is no target."""
    most = jenis.banyak

    def read(value: object) -> object:
        if not isinstance(value, list):
            return value
        if len(value) != most:
            name = _NAMES.get(jenis, jenis.value)
            raise invalid(
                "bagian-tahun-tidak-lengkap",
                f"Daftar ini berisi {len(value)} butir; setahun punya {most} {name}.",
                f"Tulis {most} butir, atau sebut nomornya, misalnya {{{most}: 100}}",
            )
        return {place: item for place, item in enumerate(value) if not _is_empty(item)}

    return read


def _is_empty(item: object) -> bool:
    return item is None or (
        isinstance(item, str) and NO_CONTENT.fullmatch(item.strip()) is not None
    )


def _nomor_schema(jenis: PembagianTahun) -> WithJsonSchema:
    numbers = "|".join(str(nomor) for nomor in range(1, jenis.banyak + 1))
    return WithJsonSchema({"type": "string", "pattern": f"^({numbers})$"})


def _or_list(jenis: PembagianTahun, mapping: Any) -> BeforeValidator:
    return BeforeValidator(_from_list(jenis), json_schema_input_type=tuple[Nilai, ...] | mapping)


_T, _B, _S = PembagianTahun.TRIWULAN, PembagianTahun.BULANAN, PembagianTahun.SEMESTER
NomorTriwulan = Annotated[int, BeforeValidator(_parse_nomor(_T)), _nomor_schema(_T)]
NomorBulan = Annotated[int, BeforeValidator(_parse_nomor(_B)), _nomor_schema(_B)]
NomorSemester = Annotated[int, BeforeValidator(_parse_nomor(_S)), _nomor_schema(_S)]


def check_one_kind(value: "IsiTargetTahun | FileModel") -> None:
    """Refuse a year that is divided in two ways at once."""
    given = [jenis for jenis in PembagianTahun if getattr(value, jenis)]
    if len(given) > 1:
        raise invalid(
            "bagian-tahun-rangkap",
            f"Di sini ada “{given[0]}” sekaligus “{given[1]}”.",
            "Pakai satu saja, yang tercetak di dokumennya.",
            at=(given[1].value,),
        )


class IsiTargetTahun(IsiNilai):
    """The target of a year, with those of its parts where they are printed."""

    triwulan: Annotated[
        Mapping[NomorTriwulan, Nilai], *FROZEN, _or_list(_T, Mapping[NomorTriwulan, Nilai])
    ] = Field(
        default_factory=dict,
        description="Target tiap triwulan: empat angka, atau nomor triwulan dan targetnya.",
        examples=[[0, 50, 67, 100], {"2": 50, "4": 100}],
    )
    bulanan: Annotated[
        Mapping[NomorBulan, Nilai], *FROZEN, _or_list(_B, Mapping[NomorBulan, Nilai])
    ] = Field(
        default_factory=dict,
        description="Target tiap bulan: dua belas angka, atau nomor bulan dan targetnya.",
        examples=[{"6": 50, "12": 100}],
    )
    semester: Annotated[
        Mapping[NomorSemester, Nilai], *FROZEN, _or_list(_S, Mapping[NomorSemester, Nilai])
    ] = Field(
        default_factory=dict,
        description="Target tiap semester: dua angka, atau nomor semester dan targetnya.",
        examples=[[40, 100]],
    )
    cara: Cara | None = Field(
        None,
        description="Cara bagian tahun menjadi setahun, bila lain daripada “cara” indikatornya.",
    )

    @property
    def bagian(self) -> Mapping[PembagianTahun, Mapping[int, IsiNilai]]:
        """The targets of the parts of the year, by kind and number."""
        parts = {jenis: getattr(self, jenis) for jenis in PembagianTahun}
        return {jenis: dict(sorted(here.items())) for jenis, here in parts.items() if here}

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        check_one_kind(self)
        return self


TargetTahun = Annotated[
    IsiTargetTahun, from_scalar("nilai", IsiTargetTahun, AngkaBersatuan, parse_nilai)
]


class IsiHasilBagian(FileModel):
    """The result of a part of a year."""

    realisasi: NilaiRealisasi | None = Field(
        None, description="Hasil bagian tahun itu, dengan titik desimal.", examples=[52]
    )
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka ini.")
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang angka ini.", examples=["Data sampai 20 Juni."]
    )

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        refuse_range(self.realisasi)
        return self


HasilBagian = Annotated[
    IsiHasilBagian, from_scalar("realisasi", IsiHasilBagian, AngkaBersatuan, parse_bagian)
]
HasilTriwulan = Annotated[Mapping[NomorTriwulan, HasilBagian], *FROZEN]
HasilBulanan = Annotated[Mapping[NomorBulan, HasilBagian], *FROZEN]
HasilSemester = Annotated[Mapping[NomorSemester, HasilBagian], *FROZEN]
