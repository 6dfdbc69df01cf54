"""``evaluasi/<tahun>.yaml``: what the evaluation of accountability (LHE AKIP) says of one year."""

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from iku_terbuka.model.fields import (
    Angka,
    DaftarTeks,
    FileModel,
    Predikat,
    Sumber,
    Tahun,
    Teks,
)
from iku_terbuka.model.notation import indonesian
from iku_terbuka.model.text import invalid


class Komponen(StrEnum):
    """The components of PermenPANRB 88/2021; the value is the key that holds one."""

    PERENCANAAN = "perencanaan"
    PENGUKURAN = "pengukuran"
    PELAPORAN = "pelaporan"
    EVALUASI_INTERNAL = "evaluasi_internal"

    @property
    def bobot(self) -> int:
        """Its weight, of 100 together."""
        return {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15}.get(self, 25)


class StatusTindakLanjut(StrEnum):
    """How far a recommendation has been followed."""

    SELESAI = "selesai"
    DALAM_PROSES = "dalam_proses"
    BELUM = "belum"
    TIDAK_DAPAT = "tidak_dapat"


class NilaiKomponen(FileModel):
    """The value of each component, as printed."""

    perencanaan: Angka | None = Field(
        None, description="Nilai perencanaan kinerja, paling tinggi 30.", examples=[24.6]
    )
    pengukuran: Angka | None = Field(
        None, description="Nilai pengukuran kinerja, paling tinggi 30.", examples=[21.9]
    )
    pelaporan: Angka | None = Field(
        None, description="Nilai pelaporan kinerja, paling tinggi 15.", examples=[11.4]
    )
    evaluasi_internal: Angka | None = Field(
        None,
        description="Nilai evaluasi akuntabilitas kinerja internal, paling tinggi 25.",
        examples=[17.45],
    )

    @model_validator(mode="after")
    def _within_the_weights(self) -> Self:
        for komponen in Komponen:
            nilai: Decimal | None = getattr(self, komponen)
            if nilai is not None and not 0 <= nilai <= komponen.bobot:
                raise invalid(
                    "nilai-di-luar-bobot",
                    f"Nilai “{komponen}” {indonesian(nilai)} di luar bobotnya, 0 sampai "
                    f"{komponen.bobot}.",
                    "Tulis nilai tertimbang seperti di LHE, bukan persentasenya.",
                    at=(str(komponen),),
                )
        return self


class Rekomendasi(FileModel):
    """A recommendation of the evaluators, and what became of it."""

    isi: Teks = Field(
        description="Rekomendasi seperti tercetak.",
        examples=["Menyusun cascading kinerja sampai tingkat individu"],
    )
    status: StatusTindakLanjut | None = Field(
        None, description="selesai, dalam_proses, belum, atau tidak_dapat."
    )
    tindak_lanjut: Teks | None = Field(
        None,
        description="Yang sudah dilakukan.",
        examples=["Cascading disusun untuk 3 dari 5 bidang."],
    )


class EvaluasiAkip(FileModel):
    """Hasil evaluasi AKIP satu instansi untuk satu tahun."""

    tahun: Tahun = Field(description="Tahun yang dievaluasi, sama dengan nama berkas.")
    nilai: NilaiKomponen | None = Field(
        None,
        description="Nilai tiap komponen menurut PermenPANRB 88/2021.",
        examples=[{"perencanaan": 24.6, "pengukuran": 21.9}],
    )
    total: Angka | None = Field(
        None, description="Nilai seluruhnya, 0 sampai 100.", examples=[75.35]
    )
    predikat: Predikat | None = Field(
        None, description="Predikat seperti tercetak.", examples=["BB"]
    )
    rekomendasi: tuple[Rekomendasi, ...] = Field(
        (), description="Rekomendasi evaluator dan tindak lanjutnya."
    )
    sumber: Sumber | None = Field(
        None,
        description="Laporan hasil evaluasinya.",
        examples=[{"judul": "LHE AKIP 2025"}],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang evaluasi ini.", examples=["Nilai komponen tidak dimuat."]
    )

    @model_validator(mode="after")
    def _total_of_a_hundred(self) -> Self:
        if self.total is not None and not 0 <= self.total <= 100:
            raise invalid(
                "nilai-di-luar-bobot",
                f"Nilai total {indonesian(self.total)} di luar 0 sampai 100.",
                "Periksa titik desimalnya, misalnya 75.35",
                at=("total",),
            )
        return self
