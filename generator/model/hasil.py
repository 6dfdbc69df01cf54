"""``capaian/<tahun>.yaml``: what happened in one year."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model.iku import Nilai
from generator.model.isian import (
    Angka,
    Beku,
    Berkas,
    DaftarTeks,
    Id,
    NamaVariabel,
    Rupiah,
    Sumber,
    Tahun,
    Teks,
    one_or_many,
)
from generator.model.salah import salah


class StatusData(StrEnum):
    """Whether a year's figures may still change."""

    SEMENTARA = "sementara"
    FINAL = "final"


class Keadaan(StrEnum):
    """Why there is no number. Three different states; none of them is zero."""

    BELUM_DILAPORKAN = "belum_dilaporkan"
    TIDAK_DIUKUR = "tidak_diukur"
    TIDAK_BERLAKU = "tidak_berlaku"


class Diterbitkan(Berkas):
    """What somebody else published about the same result; shown beside ours, never instead."""

    target: Nilai | None = None
    realisasi: Nilai | None = None
    capaian: Angka | None = Field(None, description="Dalam persen.")
    kategori: Teks | None = None
    predikat: Teks | None = None
    sumber: Sumber | None = None
    catatan: DaftarTeks = ()


class Anggaran(Berkas):
    """Budget and spending in rupiah."""

    pagu: Rupiah | None = None
    realisasi: Rupiah | None = None


class Hasil(Berkas):
    """The result of one indicator in one year."""

    realisasi: Nilai | None = Field(None, description="Hasil tahun itu, dengan titik desimal.")
    variabel: Annotated[
        Mapping[
            NamaVariabel,
            Annotated[
                tuple[Angka, ...],
                BeforeValidator(one_or_many, json_schema_input_type=Angka | tuple[Angka, ...]),
            ],
        ],
        *Beku,
    ] = Field(default_factory=dict, description="Isi variabel rumus, sebagai ganti realisasi.")
    keadaan: Keadaan | None = Field(
        None, description="tidak_diukur atau tidak_berlaku, bila tidak ada angka."
    )
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka ini.")
    diterbitkan: Diterbitkan | None = None
    analisis: Teks | None = None
    faktor_pendukung: DaftarTeks = ()
    faktor_penghambat: DaftarTeks = ()
    tindak_lanjut: Teks | None = None
    anggaran: Anggaran | None = None
    catatan: DaftarTeks = ()

    @model_validator(mode="after")
    def _number_or_state(self) -> Self:
        if self.keadaan is not None and (self.realisasi is not None or self.variabel):
            raise salah(
                "keadaan-dan-angka",
                f"“keadaan: {self.keadaan}” berarti tidak ada angka, padahal angkanya ada.",
                "Hapus “keadaan”, atau hapus angkanya.",
                at=("keadaan",),
            )
        if self.realisasi is not None and self.realisasi.rentang:
            raise salah(
                "realisasi-rentang",
                "Realisasi tidak dapat berupa rentang.",
                "Tulis satu nilai.",
                at=("realisasi",),
            )
        return self


class CapaianTahunan(Berkas):
    """Hasil semua indikator satu instansi dalam satu tahun."""

    tahun: Tahun = Field(description="Sama dengan nama berkas.")
    status: StatusData | None = Field(None, description="sementara atau final.")
    capaian: Annotated[Mapping[Id, Hasil], *Beku] = Field(
        description="Satu kunci per indikator, memakai id di iku.yaml."
    )
    catatan: DaftarTeks = ()
