"""``iku.yaml``: one file mirrors one decree, instansi → sasaran → indikator."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import Field

from iku_terbuka.model.definisi import DefinisiIndikator, Formula, IsiTujuan, Sasaran, Tujuan
from iku_terbuka.model.fields import (
    DaftarIdLengkap,
    DaftarTeks,
    FileModel,
    Id,
    Periode,
    Tahun,
    Tautan,
    Teks,
    Tercetak,
    YesNo,
    from_scalar,
)
from iku_terbuka.model.tanggal import TanggalTercetak


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
    mencabut: DaftarTeks = Field(
        (),
        description="Keputusan yang dicabut atau digantikan oleh keputusan ini.",
        examples=[["Keputusan Bupati Contoh Nomor 47 Tahun 2015"]],
    )
    diganti: Teks | None = Field(
        None,
        description="Keputusan yang menggantikan keputusan ini, bila ada.",
        examples=["Keputusan Bupati Contoh Nomor 12 Tahun 2025"],
    )
    alasan_diganti: Teks | None = Field(
        None,
        description="Mengapa keputusan lama diganti, menurut dokumen.",
        examples=["Penyesuaian dengan RPJMD 2025-2029"],
    )
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


# What a row measures: rows stand below a sasaran, those of an indikator tujuan below a tujuan.
Parent: TypeAlias = Sasaran | IsiTujuan


@dataclass(frozen=True)
class DecreeRow:
    """A definition of a decree, what it measures, and the keys that lead to it in the file."""

    path: tuple[str | int, ...]
    parent: Parent
    definisi: DefinisiIndikator


class Iku(FileModel):
    """Indikator Kinerja Utama satu instansi menurut satu keputusan."""

    instansi: Teks = Field(description="Nama instansi.", examples=["Sekretariat Daerah"])
    instansi_tercetak: Tercetak | None = Field(
        None, description="Nama seperti tercetak, bila berbeda.", examples=["SETDA"]
    )
    dahulu: DaftarIdLengkap = Field(
        (),
        description="Id lengkap instansi yang dilanjutkan: dilebur, dipecah, atau berganti nama. "
        "Indikator ber-id sama dilanjutkan, dan alamat lamanya mengantar ke sini.",
        examples=[["kabupaten-contoh/dinas-sosial"]],
    )
    dokumen: Dokumen | None = Field(None, description="Dokumen yang disalin ke berkas ini.")
    periode: Periode | None = Field(
        None,
        description="Tahun pertama dan tahun terakhir berlakunya keputusan.",
        examples=[{"awal": 2021, "akhir": 2026}],
    )
    dokumen_ref: Id | None = Field(
        None,
        description="Nama berkas di folder dokumen/ Pemda, tanpa .yaml, bila keputusannya satu "
        "untuk banyak instansi. Periode di sana berlaku juga di sini.",
        examples=["perbup-85-2021"],
    )
    dasar_hukum: tuple[DasarHukum, ...] = Field(
        (), description="Keputusan yang menetapkan indikator ini, beserta dasarnya."
    )
    mengubah_sebagian: YesNo = Field(
        False,
        description="true bila keputusan ini hanya mengubah yang tertulis di sini; indikator lain "
        "tetap menurut keputusan sebelumnya.",
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
    def rows(self) -> Iterator[DecreeRow]:
        """Yield every definition of the decree, those of its tujuan first; not bare names."""
        for i, tujuan in enumerate(self.tujuan):
            for j, row in enumerate(tujuan.indikator):
                if not isinstance(row, str):
                    yield DecreeRow(("tujuan", i, "indikator", j), tujuan, row)
        for i, sasaran in enumerate(self.sasaran):
            for j, row in enumerate(sasaran.indikator):
                yield DecreeRow(("sasaran", i, "indikator", j), sasaran, row)

    @property
    def sebagian(self) -> bool:
        """Whether only a part of the document was read."""
        return self.dokumen is not None and self.dokumen.sebagian
