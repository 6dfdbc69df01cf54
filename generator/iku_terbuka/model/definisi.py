"""Rows of a decree's tables: a sasaran or tujuan and the indicators that measure it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, model_validator

from iku_terbuka.model.bagian_tahun import Cara, TargetTahun
from iku_terbuka.model.fields import (
    FROZEN,
    DaftarIdLengkap,
    DaftarRujukan,
    DaftarTeks,
    DaftarTercetak,
    FileModel,
    Id,
    NamaVariabel,
    PerTahun,
    Tahun,
    Teks,
    Tercetak,
    YesNo,
    from_scalar,
    one_or_many,
    parse_text,
)
from iku_terbuka.model.nilai import Nilai
from iku_terbuka.model.text import invalid, quoted


class Arah(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STATUS = "status"


class JenisIndikator(StrEnum):
    """What a plan calls a row: its main indicators, or the key ones of a field of government."""

    IKU = "iku"
    IKK = "ikk"


class RumusCapaian(StrEnum):
    """The named rules of capaian; :mod:`iku_terbuka.capaian` computes them."""

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


class IsiFormula(FileModel):
    """How the decree says the indicator is computed."""

    teks: Teks = Field(
        description="Rumus dengan kata-kata dokumen.",
        examples=["Aduan yang selesai dibagi aduan yang masuk, dikali 100%"],
    )
    tercetak: Tercetak | None = Field(
        None,
        description="Seperti tercetak, bila bacaannya dirapikan.",
        examples=["Aduan selesai / Aduan masuk X 100 %"],
    )
    rumus: Teks | None = Field(
        None,
        description="Rumus terstruktur: nama variabel, angka, + - * / ( ), sum, dan mean.",
        examples=["aduan_selesai / aduan_masuk * 100"],
    )
    variabel: Annotated[Mapping[NamaVariabel, Teks], *FROZEN] = Field(
        default_factory=dict,
        description="Arti tiap variabel dalam “rumus”.",
        examples=[{"aduan_selesai": "aduan yang selesai", "aduan_masuk": "aduan yang masuk"}],
    )
    catatan: DaftarTeks = Field(
        (),
        description="Apa yang rusak, terbalik, atau hilang.",
        examples=["Penyebut tidak tercetak."],
    )


Formula = Annotated[IsiFormula, from_scalar("teks", IsiFormula)]


TercetakDi = Annotated[Mapping[str, Teks], *FROZEN]
# Keys of a row that hold no words of the document.
_NOT_FROM_DOCUMENT = frozenset({"id", "dahulu", "indikator", "disimpulkan", "tercetak_di"})


def _check_origin(
    disimpulkan: tuple[str, ...],
    tercetak_di: Mapping[str, str],
    known: AbstractSet[str],
    row: str,
    example: str,
) -> None:
    """Refuse an unknown key, and one that is named in both ``disimpulkan`` and ``tercetak_di``."""
    for i, name in enumerate(disimpulkan):
        if name not in known:
            raise invalid(
                "disimpulkan-tidak-dikenal",
                f"{quoted(name)} di “disimpulkan” bukan nama kunci {row}.",
                f"Tulis nama kuncinya, misalnya {example}.",
                at=("disimpulkan", i),
            )
    for name in tercetak_di:
        if name not in known:
            raise invalid(
                "tercetak-di-tidak-dikenal",
                f"{quoted(name)} di “tercetak_di” bukan nama kunci {row}.",
                f"Tulis nama kuncinya, misalnya {example}.",
                at=("tercetak_di", name),
            )
        if name in disimpulkan:
            raise invalid(
                "asal-rangkap",
                f"{quoted(name)} ada di “disimpulkan” dan di “tercetak_di”.",
                "Tinggalkan di “tercetak_di” bila kata-katanya ada di dokumen, atau di "
                "“disimpulkan” bila Anda yang mengisinya.",
                at=("tercetak_di", name),
            )


class Menggantikan(FileModel):
    """The indicator of the same instansi that this one took the place of."""

    id: Id = Field(description="Id indikator yang digantikan, di instansi yang sama.")
    sejak: Tahun = Field(description="Tahun pertama yang memakai indikator baru.")
    dasar: Teks | None = Field(
        None,
        description="Alasan atau dasar penggantian menurut dokumen.",
        examples=["Surat Menteri PANRB Nomor B/123/2024"],
    )


class DefinisiIndikator(FileModel):
    """One row of the decree's table."""

    id: Id = Field(description="Tanda pengenal yang tidak pernah berubah, unik di instansinya.")
    nama: Teks = Field(
        description="Nama dengan ejaan dokumen.", examples=["Persentase aduan yang selesai"]
    )
    nama_tercetak: Tercetak | None = Field(
        None,
        description="Bentuk tercetak, bila kerusakan pindaian pada nama dirapikan.",
        examples=["Prosentase aduan yang se1esai"],
    )
    dahulu: DaftarIdLengkap = Field(
        (),
        description="Id lengkap indikator ini di instansi lama: hasil lamanya dibaca dari sana, "
        "dan alamat lamanya mengantar ke sini.",
        examples=[["kabupaten-contoh/dinas-sosial/nilai-sakip"]],
    )
    menggantikan: Menggantikan | None = Field(
        None,
        description="Indikator instansi ini yang digantikan di tengah periode, sejak kapan, dan "
        "dasarnya.",
        examples=[{"id": "spbe", "sejak": 2026, "dasar": "PermenPANRB 8/2026"}],
    )
    jenis: JenisIndikator | None = Field(
        None,
        description="iku (Indikator Kinerja Utama) atau ikk (Indikator Kinerja Kunci), bila "
        "dokumen membedakannya.",
        examples=["ikk"],
    )
    satuan: Teks | None = Field(
        None, description="Satuan, misalnya persen, laporan, indeks.", examples=["persen"]
    )
    arah: Arah | None = Field(None, description="naik, turun, rentang, atau status.")
    rumus_capaian: RumusCapaian | None = Field(
        None, description="Aturan capaian; tanpa ini capaian tidak dihitung."
    )
    akumulasi: Akumulasi | None = Field(None, description="tahunan, kumulatif, atau posisi.")
    cara: Cara | None = Field(
        None,
        description="Cara triwulan, bulan, atau semester menjadi setahun: kumulatif, jumlah, "
        "posisi, atau rata.",
    )
    tahun_ajaran: YesNo = Field(
        False,
        description="true bila tahunnya tahun ajaran: 2025 berarti 2025/2026, sampai Juni 2026.",
    )
    skala: Id | None = Field(
        None, description="Nama berkas di indicators/skala/, tanpa .yaml.", examples=["ipp"]
    )
    definisi_operasional: Teks | None = Field(
        None,
        description="Definisi operasional yang tercetak: apa persisnya yang diukur, dan apa tidak.",
        examples=["Aduan selesai adalah aduan yang dijawab tertulis dalam 14 hari kerja."],
    )
    makna: Teks | None = Field(
        None,
        description="Apa yang ditunjukkan indikator ini, untuk pembaca umum.",
        examples=["Makin tinggi angkanya, makin banyak aduan warga yang selesai."],
    )
    alasan: Teks | None = Field(
        None,
        description="Alasan pemilihan indikator.",
        examples=["Aduan yang selesai adalah layanan yang langsung dirasakan warga."],
    )
    penjelasan: Teks | None = Field(
        None,
        description="Penjelasan lain yang tercetak.",
        examples=["Dihitung dari aduan melalui semua saluran."],
    )
    formula: Formula | None = Field(
        None,
        description="Cara menghitung menurut dokumen: satu kalimat, atau dengan rumusnya.",
        examples=["Aduan yang selesai dibagi aduan yang masuk, dikali 100%"],
    )
    kondisi_awal: Nilai | None = Field(
        None, description="Nilai sebelum periode rencana.", examples=[82.5]
    )
    target: PerTahun[TargetTahun] = Field(
        default_factory=dict,
        description="Target tiap tahun: angka, rentang, atau predikat; bila tercetak, beserta "
        "target tiap triwulan, bulan, atau semester.",
        examples=[{"2025": 90, "2026": {"bawah": 3.6, "atas": 4.4}}],
    )
    target_akhir: Nilai | None = Field(
        None, description="Target pada akhir periode.", examples=[95]
    )
    standar_nasional: Nilai | None = Field(
        None, description="Standar atau rata-rata nasional sebagai pembanding.", examples=[85]
    )
    sumber_data: DaftarTeks = Field(
        (), description="Asal data menurut dokumen.", examples=[["Aplikasi pengaduan"]]
    )
    penanggung_jawab: DaftarTeks = Field(
        (),
        description="Satuan kerja atau jabatan, bukan nama orang.",
        examples=[["Bagian Organisasi"]],
    )
    menopang: DaftarRujukan = Field(
        (),
        description="Indikator yang ditopang indikator ini, dengan id lengkap: milik instansi ini, "
        "induknya, atau perangkat daerah lain di daerah yang sama.",
        examples=[["kabupaten-contoh/indeks-kepuasan-masyarakat"]],
    )
    cakupan: Teks | None = Field(
        None,
        description="Yang hasilnya diukur, bila bukan hanya instansi ini: misalnya seluruh daerah.",
        examples=["Kabupaten Contoh"],
    )
    disimpulkan: DaftarTeks = Field(
        (),
        description="Kunci yang tidak tercetak di dokumen dan diisi penyunting.",
        examples=[["satuan", "arah", "rumus_capaian"]],
    )
    tercetak_di: TercetakDi = Field(
        default_factory=dict,
        description="Kunci yang kata-katanya tercetak di tempat lain dalam dokumen yang sama, "
        "dan tempatnya.",
        examples=[{"makna": "sel definisi baris nomor 1"}],
    )
    nilai_tercetak: DaftarTercetak = Field(
        (),
        description="Baris seperti tercetak, bila nilai dan judul kolom tidak sepadan.",
        examples=[["3,01 (-B)", "3,40 (-B)"]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang indikator ini.", examples=["Satuan tidak tercetak."]
    )

    @property
    def dated(self) -> bool:
        """Whether its targets are dates."""
        return any(value.tanggal for value in self.target.values())

    @model_validator(mode="after")
    def _knows_whose_words(self) -> Self:
        known = (
            set(type(self).model_fields) | {"sasaran", "tujuan", "jenjang"}
        ) - _NOT_FROM_DOCUMENT
        _check_origin(self.disimpulkan, self.tercetak_di, known, "indikator", "satuan atau arah")
        return self


class Sasaran(FileModel):
    """A sasaran (kinerja utama) and the indicators that measure it."""

    nama: Teks = Field(
        description="Sasaran atau kinerja utama dengan ejaan dokumen.",
        examples=["Meningkatnya kualitas pelayanan publik"],
    )
    nama_tercetak: Tercetak | None = Field(
        None,
        description="Bentuk tercetak, bila kerusakan pindaian pada nama dirapikan.",
        examples=["Meningkatnya kua1itas pelayanan publik"],
    )
    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.", examples=["1"])
    jenjang: Teks | None = Field(
        None, description="Judul tabel, misalnya Eselon III.", examples=["Eselon III"]
    )
    disimpulkan: DaftarTeks = Field(
        (),
        description="Kunci yang tidak tercetak di dokumen dan diisi penyunting.",
        examples=[["jenjang"]],
    )
    tercetak_di: TercetakDi = Field(
        default_factory=dict,
        description="Kunci yang tercetak di tempat lain dalam dokumen yang sama, dan tempatnya.",
        examples=[{"jenjang": "judul di atas baris nomor 1"}],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang sasaran ini.", examples=["Nomornya tercetak dua kali."]
    )
    indikator: tuple[DefinisiIndikator, ...] = Field(
        (), description="Indikator yang mengukur sasaran ini, satu butir untuk satu baris tabel."
    )

    @model_validator(mode="after")
    def _knows_whose_words(self) -> Self:
        known = set(type(self).model_fields) - _NOT_FROM_DOCUMENT
        _check_origin(self.disimpulkan, self.tercetak_di, known, "sasaran", "nama atau jenjang")
        return self


def _name_or_row(value: object) -> DefinisiIndikator | str:
    """Read a bare name as a text, and a mapping as a whole row."""
    return DefinisiIndikator.model_validate(value) if isinstance(value, dict) else parse_text(value)


def _name(row: DefinisiIndikator | str) -> str:
    return row if isinstance(row, str) else row.nama


# Written out it is its name: a whole row stands among the indicators, as those of a sasaran do.
IndikatorTujuan = Annotated[
    DefinisiIndikator | str,
    PlainValidator(_name_or_row, json_schema_input_type=Teks | DefinisiIndikator),
    PlainSerializer(_name, return_type=str),
]


class IsiTujuan(FileModel):
    """A tujuan with the indikator tujuan printed for it: their names, or whole rows."""

    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.", examples=["1.1"])
    nama: Teks = Field(
        description="Tujuan dengan ejaan dokumen.", examples=["Meningkatnya kualitas hidup warga"]
    )
    indikator: Annotated[
        tuple[IndikatorTujuan, ...],
        BeforeValidator(
            one_or_many, json_schema_input_type=Teks | tuple[Teks | DefinisiIndikator, ...]
        ),
    ] = Field(
        (),
        description="Indikator tujuan yang tercetak: namanya saja, atau selengkap indikator "
        "sasaran dengan “id”, target, dan hasil.",
        examples=[["Indeks Pembangunan Manusia"]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang tujuan ini.", examples=["Tanpa indikator di dokumen."]
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its indicators, whether whole rows or not."""
        return tuple(_name(row) for row in self.indikator)


Tujuan = Annotated[IsiTujuan, from_scalar("nama", IsiTujuan)]
