"""``iku.yaml``: one file mirrors one decree, instansi → sasaran → indikator."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.model.isian import (
    Angka,
    Beku,
    Berkas,
    DaftarTeks,
    Id,
    NamaVariabel,
    Periode,
    PerTahun,
    Tahun,
    TanggalTercetak,
    Tautan,
    Teks,
    Ya,
    teks_jadi,
)
from generator.model.salah import kutip, salah


class Arah(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STATUS = "status"


class RumusCapaian(StrEnum):
    """The named rules of capaian; :mod:`generator.capaian` computes them."""

    NAIK = "naik"
    TURUN = "turun"
    TURUN_RASIO = "turun_rasio"
    RENTANG = "rentang"
    STATUS = "status"


class Akumulasi(StrEnum):
    """How the values of the years belong together."""

    TAHUNAN = "tahunan"
    KUMULATIF = "kumulatif"
    POSISI = "posisi"


class IsiNilai(Berkas):
    """A number, a range or a grade, with the form in which the document prints it."""

    nilai: Angka | None = Field(None, description="Angka dengan titik desimal.")
    bawah: Angka | None = Field(None, description="Batas bawah sebuah rentang.")
    atas: Angka | None = Field(None, description="Batas atas sebuah rentang.")
    predikat: Teks | None = Field(None, description="Predikat, misalnya BB atau B-.")
    tercetak: Teks | None = Field(
        None, description="Bentuk yang tercetak di dokumen, bila bacaan kita tidak harfiah."
    )
    catatan: DaftarTeks = ()

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        return None if self.bawah is None or self.atas is None else (self.bawah, self.atas)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.bawah is None) != (self.atas is None):
            raise salah(
                "rentang-tidak-lengkap",
                "Rentang memerlukan “bawah” dan “atas”.",
                "Tulis keduanya, misalnya {bawah: 3.6, atas: 4.4}",
            )
        if self.rentang and self.nilai is not None:
            raise salah(
                "nilai-dan-rentang",
                "Di sini ada “nilai” sekaligus rentang “bawah” dan “atas”.",
                "Hapus salah satu.",
                at=("nilai",),
            )
        if self.rentang and self.rentang[0] > self.rentang[1]:
            raise salah(
                "rentang-terbalik",
                f"“bawah” ({self.bawah}) lebih besar daripada “atas” ({self.atas}).",
                "Tukar keduanya.",
                at=("bawah",),
            )
        if self.nilai is None and self.rentang is None and self.predikat is None:
            raise salah(
                "nilai-kosong",
                "Tidak ada nilai di sini.",
                "Isi “nilai”, “predikat”, atau “bawah” dan “atas”.",
            )
        return self


Nilai = Annotated[IsiNilai, teks_jadi("nilai", IsiNilai)]


class IsiFormula(Berkas):
    """How the decree says the indicator is computed."""

    teks: Teks = Field(description="Rumus dengan kata-kata dokumen.")
    tercetak: Teks | None = Field(None, description="Seperti tercetak, bila bacaannya dirapikan.")
    rumus: Teks | None = Field(None, description="Rumus terstruktur, misalnya a / b * 100")
    variabel: Annotated[Mapping[NamaVariabel, Teks], *Beku] = Field(
        default_factory=dict, description="Arti tiap variabel dalam “rumus”."
    )
    catatan: DaftarTeks = Field((), description="Apa yang rusak, terbalik, atau hilang.")


Formula = Annotated[IsiFormula, teks_jadi("teks", IsiFormula)]


class DefinisiIndikator(Berkas):
    """One row of the decree's table."""

    id: Id = Field(description="Tanda pengenal yang tidak pernah berubah, unik di instansinya.")
    nama: Teks = Field(description="Nama dengan ejaan dokumen.")
    nama_tercetak: Teks | None = Field(
        None, description="Bentuk tercetak, bila kerusakan pindaian pada nama dirapikan."
    )
    satuan: Teks | None = Field(None, description="Satuan, misalnya persen, laporan, indeks.")
    arah: Arah | None = Field(None, description="naik, turun, rentang, atau status.")
    rumus_capaian: RumusCapaian | None = Field(
        None, description="Aturan capaian; tanpa ini capaian tidak dihitung."
    )
    akumulasi: Akumulasi | None = Field(None, description="tahunan, kumulatif, atau posisi.")
    skala: Id | None = Field(None, description="Nama berkas di indicators/skala/.")
    makna: Teks | None = None
    alasan: Teks | None = Field(None, description="Alasan pemilihan indikator.")
    penjelasan: Teks | None = Field(None, description="Penjelasan lain yang tercetak.")
    formula: Formula | None = None
    kondisi_awal: Nilai | None = Field(None, description="Nilai sebelum periode rencana.")
    target: PerTahun[Nilai] = Field(default_factory=dict, description="Target tiap tahun.")
    target_akhir: Nilai | None = Field(None, description="Target pada akhir periode.")
    standar_nasional: Nilai | None = None
    sumber_data: DaftarTeks = ()
    penanggung_jawab: DaftarTeks = Field(
        (), description="Satuan kerja atau jabatan, bukan nama orang."
    )
    disimpulkan: DaftarTeks = Field(
        (), description="Kunci yang tidak tercetak di dokumen dan diisi penyunting."
    )
    nilai_tercetak: DaftarTeks = Field(
        (), description="Baris seperti tercetak, bila nilai dan judul kolom tidak sepadan."
    )
    catatan: DaftarTeks = ()

    @model_validator(mode="after")
    def _knows_what_was_inferred(self) -> Self:
        known = (set(type(self).model_fields) | {"sasaran", "jenjang"}) - {"id", "disimpulkan"}
        for i, name in enumerate(self.disimpulkan):
            if name not in known:
                raise salah(
                    "disimpulkan-tidak-dikenal",
                    f"{kutip(name)} di “disimpulkan” bukan nama kunci indikator.",
                    "Tulis nama kuncinya, misalnya satuan atau arah.",
                    at=("disimpulkan", i),
                )
        return self


class Sasaran(Berkas):
    """A sasaran (kinerja utama) and the indicators that measure it."""

    nama: Teks
    nama_tercetak: Teks | None = None
    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.")
    jenjang: Teks | None = Field(None, description="Judul tabel, misalnya Eselon III.")
    disimpulkan: DaftarTeks = ()
    catatan: DaftarTeks = ()
    indikator: tuple[DefinisiIndikator, ...] = ()


class DefinisiTanpaBaris(Berkas):
    """A definition that the document prints although no row of its tables has it."""

    nama: Teks
    nama_disimpulkan: Ya = False
    jenjang: Teks | None = None
    makna: Teks | None = None
    alasan: Teks | None = None
    formula: Formula | None = None
    catatan: DaftarTeks = ()


class IsiButir(Berkas):
    """A numbered item: a misi, a dictum."""

    nomor: Teks | None = None
    isi: Teks
    butir: DaftarTeks = ()


Butir = Annotated[IsiButir, teks_jadi("isi", IsiButir)]


class DasarHukum(Berkas):
    """The decree itself, as far as it is printed."""

    jenis: Teks = Field(description="Misalnya Keputusan Sekretaris Daerah Kabupaten Balangan.")
    nomor: Teks | None = None
    tentang: Teks | None = None
    tanggal: TanggalTercetak | None = Field(None, description="2021, 2021-12, atau 2021-12-31.")
    ditetapkan_di: Teks | None = None
    tautan: Tautan | None = None
    menimbang: DaftarTeks = ()
    mengingat: DaftarTeks = ()
    diktum: tuple[Butir, ...] = ()
    catatan: DaftarTeks = ()


class Dokumen(Berkas):
    """The document that the file was copied from."""

    judul: Teks
    tahun: Tahun | None = None
    tautan: Tautan | None = None
    catatan: DaftarTeks = ()


class IsiTujuan(Berkas):
    """A tujuan with the indikator tujuan printed for it."""

    nomor: Teks | None = None
    nama: Teks
    indikator: DaftarTeks = ()
    catatan: DaftarTeks = ()


Tujuan = Annotated[IsiTujuan, teks_jadi("nama", IsiTujuan)]


class Iku(Berkas):
    """Indikator Kinerja Utama satu instansi menurut satu keputusan."""

    instansi: Teks = Field(description="Nama instansi.")
    instansi_tercetak: Teks | None = None
    dokumen: Dokumen | None = None
    periode: Periode | None = Field(None, description="{awal: 2021, akhir: 2026}")
    dasar_hukum: tuple[DasarHukum, ...] = ()
    visi: Teks | None = Field(None, description="Visi daerah.")
    misi: tuple[Butir, ...] = Field((), description="Misi daerah.")
    tujuan: tuple[Tujuan, ...] = ()
    tugas: Teks | None = None
    fungsi: DaftarTeks = ()
    catatan: DaftarTeks = ()
    sasaran: tuple[Sasaran, ...] = ()
    definisi_tanpa_baris: tuple[DefinisiTanpaBaris, ...] = ()
