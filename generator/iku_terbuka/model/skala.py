"""``skala/<id>.yaml``: a scale as data, from a value to a grade or from a capaian to a category."""

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from iku_terbuka.model.fields import (
    Angka,
    DaftarPredikat,
    DaftarTeks,
    FileModel,
    Halaman,
    Periode,
    Predikat,
    Tautan,
    Teks,
    Tercetak,
)
from iku_terbuka.model.text import invalid


class Kepastian(StrEnum):
    """How sure a rule or a limit is."""

    TERBACA = "terbaca"
    SEKUNDER = "sekunder"
    BELUM_DIPASTIKAN = "belum_dipastikan"


class JenisSkala(StrEnum):
    """What is looked up: the value of an indicator, or a capaian in percent."""

    NILAI = "nilai"
    CAPAIAN = "capaian"


class Kelas(FileModel):
    """One class. Its lower end is ``mulai`` (included) or ``di_atas`` (not), or open."""

    predikat: Predikat = Field(
        description="Huruf atau nama kelas, misalnya BB atau Sangat Tinggi.", examples=["BB"]
    )
    arti: Teks | None = Field(
        None, description="Arti predikat, misalnya Sangat Baik.", examples=["Sangat Baik"]
    )
    sinonim: DaftarPredikat = Field(
        (),
        description="Cara lain dokumen menulis predikat ini. Huruf besar, spasi, titik, tanda "
        "hubung, dan kata Opini di depannya tidak dibedakan.",
        examples=[["Wajar Tanpa Pengecualian", "WTP-DPP"]],
    )
    mulai: Angka | None = Field(None, description="Batas bawah, termasuk angkanya.")
    di_atas: Angka | None = Field(None, description="Batas bawah, tidak termasuk angkanya.")
    sampai: Angka | None = Field(None, description="Batas atas, termasuk angkanya.")
    di_bawah: Angka | None = Field(None, description="Batas atas, tidak termasuk angkanya.")
    tercetak: Tercetak | None = Field(
        None, description="Rentang seperti tercetak di sumbernya.", examples=["> 70 – 80"]
    )

    @property
    def berbatas(self) -> bool:
        """Whether it says from where or up to where it reaches."""
        limits = (self.mulai, self.di_atas, self.sampai, self.di_bawah)
        return any(limit is not None for limit in limits)

    def memuat(self, nilai: Decimal) -> bool:
        """Tell whether ``nilai`` lies in this class."""
        return (
            (self.mulai is None or nilai >= self.mulai)
            and (self.di_atas is None or nilai > self.di_atas)
            and (self.sampai is None or nilai <= self.sampai)
            and (self.di_bawah is None or nilai < self.di_bawah)
        )

    @model_validator(mode="after")
    def _one_limit_each_side(self) -> Self:
        if self.mulai is not None and self.di_atas is not None:
            raise invalid(
                "batas-rangkap", "Kelas ini punya “mulai” dan “di_atas”.", "Pilih salah satu."
            )
        if self.sampai is not None and self.di_bawah is not None:
            raise invalid(
                "batas-rangkap", "Kelas ini punya “sampai” dan “di_bawah”.", "Pilih salah satu."
            )
        return self


class Skala(FileModel):
    """A scale: classes from low to high.

    With limits they cover every value that can occur, once. Without any they are words in order,
    as the opinions of BPK are.
    """

    nama: Teks = Field(description="Nama skala.", examples=["Predikat SAKIP"])
    jenis: JenisSkala = Field(
        description="nilai: dicari dari nilai indikator; capaian: dari capaian dalam persen."
    )
    sumber: Teks = Field(
        description="Peraturan atau laporan yang memuat skala ini.",
        examples=["Peraturan Menteri PANRB Nomor 88 Tahun 2021"],
    )
    halaman: Halaman | None = Field(None, description="Halaman skala ini di sumbernya.")
    tautan: Tautan | None = Field(None, description="Alamat sumbernya di web.")
    kepastian: Kepastian = Field(
        description="terbaca: dibaca di sumbernya sendiri; sekunder: dikutip dokumen lain; "
        "belum_dipastikan: keduanya belum."
    )
    berlaku: Periode | None = Field(
        None,
        description="Tahun berlakunya, bila terbatas.",
        examples=[{"awal": 2021, "akhir": 2026}],
    )
    terendah: Angka | None = Field(None, description="Nilai terendah yang mungkin, bila ada.")
    tertinggi: Angka | None = Field(None, description="Nilai tertinggi yang mungkin, bila ada.")
    pembulatan: Angka | None = Field(
        None, description="Langkah pembulatan sebelum dicari, misalnya 0.01.", examples=[0.01]
    )
    kelas: tuple[Kelas, ...] = Field(
        min_length=1,
        description="Kelas-kelasnya, dari yang terendah, tanpa celah dan tanpa tumpang tindih. "
        "Kalau tidak satu kelas pun punya batas, skala ini urutan kata.",
        examples=[[{"predikat": "Rendah", "di_bawah": 50}, {"predikat": "Tinggi", "mulai": 50}]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang skala ini.", examples=["Batas atas tidak tercetak."]
    )

    @property
    def berangka(self) -> bool:
        """Whether a number can be looked up; else the classes are words in order."""
        return any(kelas.berbatas for kelas in self.kelas)
