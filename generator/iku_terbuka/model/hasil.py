"""``capaian/<tahun>.yaml``: what happened in one year."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from iku_terbuka.model.bagian_tahun import (
    HasilBulanan,
    HasilSemester,
    HasilTriwulan,
    IsiHasilBagian,
    PembagianTahun,
    check_one_kind,
)
from iku_terbuka.model.fields import (
    FROZEN,
    Angka,
    DaftarTeks,
    FileModel,
    Id,
    NamaVariabel,
    Predikat,
    Rupiah,
    Sumber,
    Tahun,
    Teks,
    one_or_many,
)
from iku_terbuka.model.nilai import Nilai, NilaiRealisasi, refuse_range
from iku_terbuka.model.program import KodeProgram, RealisasiProgram
from iku_terbuka.model.text import invalid, quoted


class StatusData(StrEnum):
    """Whether a year's figures may still change."""

    SEMENTARA = "sementara"
    FINAL = "final"


class Keadaan(StrEnum):
    """Why there is no number. Three different states; none of them is zero."""

    BELUM_DILAPORKAN = "belum_dilaporkan"
    TIDAK_DIUKUR = "tidak_diukur"
    TIDAK_BERLAKU = "tidak_berlaku"


class Diterbitkan(FileModel):
    """What somebody else published about the same result; shown beside ours, never instead."""

    target: Nilai | None = Field(None, description="Target yang diterbitkan.", examples=[90])
    realisasi: Nilai | None = Field(None, description="Realisasi yang diterbitkan.", examples=[84])
    capaian: Angka | None = Field(
        None, description="Capaian yang diterbitkan, dalam persen.", examples=[93.33]
    )
    kategori: Teks | None = Field(
        None, description="Kategori capaian yang diterbitkan.", examples=["Tinggi"]
    )
    predikat: Predikat | None = Field(
        None, description="Predikat yang diterbitkan.", examples=["BB"]
    )
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka ini.")
    catatan: DaftarTeks = Field(
        (),
        description="Catatan tentang angka yang diterbitkan.",
        examples=["Tabel dan uraian menyebut angka berbeda."],
    )


class Pembanding(FileModel):
    """What the same indicator came to elsewhere in the same year."""

    wilayah: Teks = Field(
        description="Daerah atau lembaga pembanding.", examples=["Provinsi Contoh"]
    )
    nilai: NilaiRealisasi = Field(
        description="Hasilnya pada tahun yang sama, dalam satuan indikator ini.", examples=[0.82]
    )
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka itu.")
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang pembanding ini.", examples=["Angka sementara."]
    )

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        refuse_range(self.nilai, ("nilai",))
        return self


class Rincian(FileModel):
    """A result broken down. The groups are not added up: their sum need not be the result."""

    menurut: Teks = Field(description="Menurut apa hasilnya dirinci.", examples=["jenis kelamin"])
    nilai: Annotated[Mapping[Teks, NilaiRealisasi], *FROZEN] = Field(
        description="Hasil tiap kelompok, dalam satuan indikator ini.",
        examples=[{"laki-laki": 41.2, "perempuan": 43.0}],
    )
    sumber: Sumber | None = Field(
        None, description="Dokumen yang memuat rincian ini, bila bukan sumber hasilnya."
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang rincian ini.", examples=["Tanpa Kecamatan Contoh."]
    )

    @model_validator(mode="after")
    def _one_value_each(self) -> Self:
        if not self.nilai:
            raise invalid(
                "nilai-kosong",
                "Rincian ini tidak memuat nilai.",
                "Tulis nilai tiap kelompok, misalnya {laki-laki: 41.2, perempuan: 43.0}",
                at=("nilai",),
            )
        for kelompok, nilai in self.nilai.items():
            refuse_range(nilai, ("nilai", kelompok))
        return self


class Anggaran(FileModel):
    """Budget and spending in rupiah."""

    pagu: Rupiah | None = Field(None, description="Anggaran dalam rupiah, tanpa titik ribuan.")
    realisasi: Rupiah | None = Field(None, description="Belanja dalam rupiah, tanpa titik ribuan.")


class Hasil(FileModel):
    """The result of one indicator in one year."""

    realisasi: NilaiRealisasi | None = Field(
        None, description="Hasil tahun itu, dengan titik desimal.", examples=[82.5]
    )
    variabel: Annotated[
        Mapping[
            NamaVariabel,
            Annotated[
                tuple[Angka, ...],
                BeforeValidator(one_or_many, json_schema_input_type=Angka | tuple[Angka, ...]),
            ],
        ],
        *FROZEN,
    ] = Field(
        default_factory=dict,
        description="Isi variabel rumus, sebagai ganti realisasi.",
        examples=[{"aduan_selesai": 47, "aduan_masuk": 49}],
    )
    keadaan: Keadaan | None = Field(
        None, description="tidak_diukur atau tidak_berlaku, bila tidak ada angka."
    )
    sumber: Sumber | None = Field(None, description="Dokumen yang memuat angka ini.")
    triwulan: HasilTriwulan = Field(
        default_factory=dict,
        description="Hasil tiap triwulan, menurut nomornya; tidak menggantikan realisasi setahun.",
        examples=[{"1": 0, "2": {"realisasi": 52, "sumber": {"judul": "Laporan triwulan II"}}}],
    )
    bulanan: HasilBulanan = Field(
        default_factory=dict,
        description="Hasil tiap bulan, menurut nomornya; tidak menggantikan realisasi setahun.",
        examples=[{"1": 12, "2": 25}],
    )
    semester: HasilSemester = Field(
        default_factory=dict,
        description="Hasil tiap semester, menurut nomornya; tidak menggantikan realisasi setahun.",
        examples=[{"1": 40}],
    )
    rincian: tuple[Rincian, ...] = Field(
        (),
        description="Hasil menurut kelompok atau bagian wilayah; tidak ikut dinilai dan tidak "
        "dijumlahkan.",
        examples=[[{"menurut": "jenis kelamin", "nilai": {"laki-laki": 41.2, "perempuan": 43.0}}]],
    )
    diterbitkan: Diterbitkan | None = Field(
        None,
        description="Angka yang diterbitkan pihak lain; ditampilkan di samping angka ini.",
        examples=[{"capaian": 93.33, "kategori": "Tinggi"}],
    )
    pembanding: tuple[Pembanding, ...] = Field(
        (),
        description="Hasil indikator yang sama di wilayah lain pada tahun itu.",
        examples=[[{"wilayah": "Provinsi Contoh", "nilai": 0.82}]],
    )
    analisis: Teks | None = Field(
        None,
        description="Mengapa hasilnya demikian.",
        examples=["Aduan selesai lebih cepat sejak satu pintu dibuka."],
    )
    faktor_pendukung: DaftarTeks = Field(
        (), description="Hal yang membantu, satu butir satu baris.", examples=[["Petugas baru"]]
    )
    faktor_penghambat: DaftarTeks = Field(
        (),
        description="Hal yang menghambat, satu butir satu baris.",
        examples=[["Jaringan sering putus"]],
    )
    tindak_lanjut: Teks | None = Field(
        None,
        description="Yang akan dilakukan sesudah ini.",
        examples=["Menambah loket aduan pada triwulan pertama."],
    )
    anggaran: Anggaran | None = Field(
        None,
        description="Pagu dan realisasi anggaran dalam rupiah.",
        examples=[{"pagu": 1004422800, "realisasi": 1000972958}],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang hasil ini.", examples=["Angka triwulan IV belum masuk."]
    )

    @property
    def has_number(self) -> bool:
        """Whether a result is given: the realisasi, or the components that give it."""
        return self.realisasi is not None or bool(self.variabel)

    @property
    def bagian(self) -> Mapping[PembagianTahun, Mapping[int, IsiHasilBagian]]:
        """The parts of the year that have a result, by kind and number."""
        parts = {jenis: getattr(self, jenis) for jenis in PembagianTahun}
        reported = {
            jenis: {nomor: one for nomor, one in sorted(here.items()) if one.realisasi}
            for jenis, here in parts.items()
        }
        return {jenis: here for jenis, here in reported.items() if here}

    @property
    def is_reported(self) -> bool:
        """Whether the year is reported: a number, or why there is none."""
        return self.has_number or self.keadaan not in {None, Keadaan.BELUM_DILAPORKAN}

    @model_validator(mode="after")
    def _number_or_state(self) -> Self:
        unmeasured = self.keadaan in {Keadaan.TIDAK_DIUKUR, Keadaan.TIDAK_BERLAKU}
        if self.keadaan is not None and (self.has_number or (unmeasured and self.bagian)):
            raise invalid(
                "keadaan-dan-angka",
                f"“keadaan: {self.keadaan}” berarti tidak ada angka, padahal angkanya ada.",
                "Hapus “keadaan”, atau hapus angkanya.",
                at=("keadaan",),
            )
        refuse_range(self.realisasi)
        _refuse_twice("pembanding", "wilayah", [each.wilayah for each in self.pembanding])
        _refuse_twice("rincian", "menurut", [each.menurut for each in self.rincian])
        check_one_kind(self)
        return self


def _refuse_twice(listed: str, key: str, names: Sequence[str]) -> None:
    """Refuse two items of a list that tell of the same thing."""
    for i, name in enumerate(names):
        if name in names[:i]:
            raise invalid(
                "butir-ganda",
                f"{quoted(name)} sudah ada di “{listed}” tahun ini, butir ke-"
                f"{names.index(name) + 1}.",
                f"Gabungkan keduanya, atau bedakan isi “{key}”.",
                at=(listed, i, key),
            )


class CapaianTahunan(FileModel):
    """Hasil semua indikator satu instansi dalam satu tahun."""

    tahun: Tahun = Field(description="Sama dengan nama berkas.")
    status: StatusData | None = Field(None, description="sementara atau final.")
    capaian: Annotated[Mapping[Id, Hasil], *FROZEN] = Field(
        description="Satu kunci per indikator, memakai id di iku.yaml.",
        examples=[{"persentase-aduan-selesai": {"realisasi": 82.5}}],
    )
    program: Annotated[Mapping[KodeProgram, RealisasiProgram], *FROZEN] = Field(
        default_factory=dict,
        description="Realisasi anggaran tiap program, menurut kode di perjanjian kinerja.",
        examples=[{"1.05.03": {"realisasi": 301250000}}],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang tahun ini.", examples=["Belum diaudit."]
    )
