"""``iku.yaml``: one file mirrors one decree, instansi → sasaran → indikator."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from iku_terbuka.model.angka import parse_nilai, parse_realisasi
from iku_terbuka.model.isian import (
    FROZEN,
    Angka,
    AngkaBersatuan,
    DaftarTeks,
    DaftarTercetak,
    FileModel,
    Id,
    NamaVariabel,
    Periode,
    PerTahun,
    Predikat,
    Tahun,
    TanggalTercetak,
    Tautan,
    Teks,
    Tercetak,
    YesNo,
    from_scalar,
)
from iku_terbuka.model.text import TANPA_ISI, invalid, quoted


class Arah(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    STATUS = "status"


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


class IsiNilai(FileModel):
    """A number, a range or a grade, with the form in which the document prints it."""

    nilai: AngkaBersatuan | None = Field(None, description="Angka dengan titik desimal.")
    bawah: Angka | None = Field(None, description="Batas bawah sebuah rentang.")
    atas: Angka | None = Field(None, description="Batas atas sebuah rentang.")
    predikat: Predikat | None = Field(
        None, description="Predikat, misalnya BB atau B-.", examples=["BB"]
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
        numbered = self.nilai is not None or self.rentang is not None
        # Alone, “Tidak ada” is a grade: the target was “Ada”.
        if self.predikat and numbered and TANPA_ISI.fullmatch(self.predikat):
            raise invalid(
                "teks-tanpa-isi",
                f"{quoted(self.predikat)} berarti tidak ada isi.",
                "Kosongkan, atau hapus barisnya.",
                at=("predikat",),
            )
        if self.nilai is None and self.rentang is None and self.predikat is None:
            raise invalid(
                "nilai-kosong",
                "Tidak ada nilai di sini.",
                "Isi “nilai”, “predikat”, atau “bawah” dan “atas”.",
            )
        return self


Nilai = Annotated[IsiNilai, from_scalar("nilai", IsiNilai, AngkaBersatuan, parse_nilai)]
NilaiRealisasi = Annotated[
    IsiNilai, from_scalar("nilai", IsiNilai, AngkaBersatuan, parse_realisasi)
]


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
_BUKAN_ISIAN = frozenset({"id", "indikator", "disimpulkan", "tercetak_di"})


def _periksa_asal(
    disimpulkan: tuple[str, ...],
    tercetak_di: Mapping[str, str],
    known: AbstractSet[str],
    apa: str,
    contoh: str,
) -> None:
    """Refuse a key that is unknown, or that is said to be ours and the document's at once."""
    for i, name in enumerate(disimpulkan):
        if name not in known:
            raise invalid(
                "disimpulkan-tidak-dikenal",
                f"{quoted(name)} di “disimpulkan” bukan nama kunci {apa}.",
                f"Tulis nama kuncinya, misalnya {contoh}.",
                at=("disimpulkan", i),
            )
    for name in tercetak_di:
        if name not in known:
            raise invalid(
                "tercetak-di-tidak-dikenal",
                f"{quoted(name)} di “tercetak_di” bukan nama kunci {apa}.",
                f"Tulis nama kuncinya, misalnya {contoh}.",
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
    satuan: Teks | None = Field(
        None, description="Satuan, misalnya persen, laporan, indeks.", examples=["persen"]
    )
    arah: Arah | None = Field(None, description="naik, turun, rentang, atau status.")
    rumus_capaian: RumusCapaian | None = Field(
        None, description="Aturan capaian; tanpa ini capaian tidak dihitung."
    )
    akumulasi: Akumulasi | None = Field(None, description="tahunan, kumulatif, atau posisi.")
    skala: Id | None = Field(
        None, description="Nama berkas di indicators/skala/, tanpa .yaml.", examples=["ipp"]
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
    target: PerTahun[Nilai] = Field(
        default_factory=dict,
        description="Target tiap tahun: angka, rentang, atau predikat.",
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

    @model_validator(mode="after")
    def _knows_whose_words(self) -> Self:
        known = (set(type(self).model_fields) | {"sasaran", "jenjang"}) - _BUKAN_ISIAN
        _periksa_asal(self.disimpulkan, self.tercetak_di, known, "indikator", "satuan atau arah")
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
        known = set(type(self).model_fields) - _BUKAN_ISIAN
        _periksa_asal(self.disimpulkan, self.tercetak_di, known, "sasaran", "nama atau jenjang")
        return self


class DefinisiTanpaBaris(FileModel):
    """A definition that the document prints although no row of its tables has it."""

    nama: Teks = Field(
        description="Nama indikator yang didefinisikan.", examples=["Jumlah naskah sambutan"]
    )
    nama_disimpulkan: YesNo = Field(
        False, description="true bila nama ini tidak tercetak dan diisi penyunting."
    )
    jenjang: Teks | None = Field(
        None, description="Judul bagian tempatnya tercetak.", examples=["Eselon III"]
    )
    makna: Teks | None = Field(
        None,
        description="Makna yang tercetak.",
        examples=["Banyaknya naskah yang disusun dalam satu tahun."],
    )
    alasan: Teks | None = Field(
        None, description="Alasan yang tercetak.", examples=["Mengukur beban penyusunan naskah."]
    )
    formula: Formula | None = Field(
        None, description="Rumus yang tercetak.", examples=["Jumlah naskah selama satu tahun"]
    )
    catatan: DaftarTeks = Field(
        (),
        description="Catatan tentang definisi ini.",
        examples=["Tidak ada barisnya di tabel mana pun."],
    )


class IsiButir(FileModel):
    """A numbered item: a misi, a dictum."""

    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.", examples=["KESATU"])
    isi: Teks = Field(description="Isi butir ini.", examples=["Menetapkan Indikator Kinerja Utama"])
    butir: DaftarTeks = Field(
        (), description="Anak butir, bila ada.", examples=[["dalam laporan kinerja", "di situs"]]
    )


Butir = Annotated[IsiButir, from_scalar("isi", IsiButir)]


class DasarHukum(FileModel):
    """The decree itself, as far as it is printed."""

    jenis: Teks = Field(
        description="Jenis dan penetap peraturan atau keputusan.",
        examples=["Keputusan Sekretaris Daerah Kabupaten Contoh"],
    )
    nomor: Teks | None = Field(
        None, description="Nomor seperti tercetak.", examples=["188.45/45/Kum TAHUN 2021"]
    )
    tentang: Teks | None = Field(
        None,
        description="Judul sesudah kata “tentang”.",
        examples=["Indikator Kinerja Utama Sekretariat Daerah Tahun 2021-2026"],
    )
    tanggal: TanggalTercetak | None = Field(
        None, description="Tanggal penetapan: 2021, 2021-12, atau 2021-12-31."
    )
    ditetapkan_di: Teks | None = Field(None, description="Tempat penetapan.", examples=["Paringin"])
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    menimbang: DaftarTeks = Field(
        (),
        description="Pertimbangan, satu butir satu baris.",
        examples=[["bahwa perlu menetapkan Indikator Kinerja Utama"]],
    )
    mengingat: DaftarTeks = Field(
        (),
        description="Dasar hukum yang disebut di dalamnya.",
        examples=[["Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"]],
    )
    diktum: tuple[Butir, ...] = Field(
        (),
        description="Diktum: KESATU, KEDUA, dan seterusnya.",
        examples=[[{"nomor": "KESATU", "isi": "Menetapkan Indikator Kinerja Utama"}]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang keputusan ini.", examples=["Tanggalnya tidak tercetak."]
    )


class Dokumen(FileModel):
    """The document that the file was copied from."""

    judul: Teks = Field(
        description="Judul dokumen.", examples=["Indikator Kinerja Utama Tahun 2021-2026"]
    )
    tahun: Tahun | None = Field(None, description="Tahun terbit dokumen.")
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    sebagian: YesNo = Field(
        False,
        description="true bila hanya sebagian dokumen yang dibaca; yang tidak disalin lalu tidak "
        "dianggap tidak ada.",
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang dokumen ini.", examples=["Halaman 3 tidak terbaca."]
    )


class IsiTujuan(FileModel):
    """A tujuan with the indikator tujuan printed for it."""

    nomor: Teks | None = Field(None, description="Nomor seperti tercetak.", examples=["1.1"])
    nama: Teks = Field(
        description="Tujuan dengan ejaan dokumen.", examples=["Meningkatnya kualitas hidup warga"]
    )
    indikator: DaftarTeks = Field(
        (),
        description="Nama indikator tujuan yang tercetak.",
        examples=[["Indeks Pembangunan Manusia"]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang tujuan ini.", examples=["Tanpa indikator di dokumen."]
    )


Tujuan = Annotated[IsiTujuan, from_scalar("nama", IsiTujuan)]


class Iku(FileModel):
    """Indikator Kinerja Utama satu instansi menurut satu keputusan."""

    instansi: Teks = Field(description="Nama instansi.", examples=["Sekretariat Daerah"])
    instansi_tercetak: Tercetak | None = Field(
        None, description="Nama seperti tercetak, bila berbeda.", examples=["SETDA"]
    )
    dokumen: Dokumen | None = Field(None, description="Dokumen yang disalin ke berkas ini.")
    periode: Periode | None = Field(
        None,
        description="Tahun pertama dan tahun terakhir berlakunya keputusan.",
        examples=[{"awal": 2021, "akhir": 2026}],
    )
    dasar_hukum: tuple[DasarHukum, ...] = Field(
        (), description="Keputusan yang menetapkan indikator ini, beserta dasarnya."
    )
    visi: Teks | None = Field(
        None, description="Visi daerah.", examples=["Kabupaten yang maju dan sejahtera"]
    )
    misi: tuple[Butir, ...] = Field(
        (), description="Misi daerah.", examples=[["Meningkatkan kualitas hidup warga"]]
    )
    tujuan: tuple[Tujuan, ...] = Field(
        (),
        description="Tujuan, dengan indikator tujuannya bila tercetak.",
        examples=[["Meningkatnya kualitas hidup warga"]],
    )
    tugas: Teks | None = Field(
        None,
        description="Tugas instansi menurut dokumen.",
        examples=["Membantu Bupati menyusun kebijakan"],
    )
    fungsi: DaftarTeks = Field(
        (),
        description="Fungsi instansi, satu butir satu baris.",
        examples=[["Pengoordinasian penyusunan kebijakan daerah"]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang berkas ini.", examples=["Dokumen tidak menyebut periode."]
    )
    sasaran: tuple[Sasaran, ...] = Field(
        (), description="Sasaran beserta indikatornya, menurut urutan dokumen."
    )
    definisi_tanpa_baris: tuple[DefinisiTanpaBaris, ...] = Field(
        (), description="Definisi yang tercetak tanpa baris di tabel mana pun."
    )

    @property
    def sebagian(self) -> bool:
        """Whether only a part of the document was read."""
        return self.dokumen is not None and self.dokumen.sebagian
