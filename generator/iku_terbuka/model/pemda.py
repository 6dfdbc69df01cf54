"""``pemda.yaml``: who the Pemda is."""

from enum import StrEnum

from pydantic import Field

from iku_terbuka.model.fields import (
    Angka,
    DaftarTeks,
    FileModel,
    Id,
    KodeWilayah,
    Tautan,
    Teks,
    YesNo,
)


class JenisPemda(StrEnum):
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


class ProfilPemda(FileModel):
    """Profil sebuah pemerintah daerah."""

    nama: Teks = Field(
        description="Nama lengkap, misalnya Kabupaten Contoh.", examples=["Kabupaten Contoh"]
    )
    jenis: JenisPemda = Field(description="provinsi, kabupaten, atau kota.")
    provinsi: Teks | None = Field(
        None, description="Provinsi tempat daerah ini berada.", examples=["Provinsi Contoh"]
    )
    kode_wilayah: KodeWilayah | None = Field(
        None, description='Kode wilayah Kemendagri, selalu dalam tanda kutip: "99.01".'
    )
    resmi: YesNo = Field(
        False,
        description="true hanya bila daerah itu sendiri yang menerbitkan di sini. "
        "Tanpa ini, setiap halaman menyebut dirinya salinan dari dokumen publik.",
    )
    contoh: YesNo = Field(
        False, description="true bila semua nama dan angka rekaan; setiap halaman menyebutnya."
    )
    situs: Tautan | None = Field(
        None, description="Alamat situs resmi daerah; tampil sebagai tautan di profilnya."
    )
    skala_capaian: Id | None = Field(
        None,
        description="Nama berkas di indicators/skala/ untuk kategori capaian, tanpa .yaml.",
        examples=["permendagri-86-2017"],
    )
    batas_capaian: Angka | None = Field(
        None,
        description="Batas atas capaian dalam persen saat merata-ratakan, misalnya 120. "
        "Capaian tiap indikator tetap ditampilkan tanpa batas.",
        examples=[120],
    )
    catatan: DaftarTeks = Field(
        (),
        description="Catatan tentang data daerah ini.",
        examples=["Disalin dari dokumen di situs resmi."],
    )
