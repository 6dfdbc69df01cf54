"""``pemda.yaml``: who the Pemda is."""

from enum import StrEnum

from pydantic import Field

from generator.model.isian import Berkas, DaftarTeks, KodeWilayah, Tautan, Teks, Ya


class JenisPemda(StrEnum):
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


class ProfilPemda(Berkas):
    """Profil sebuah pemerintah daerah."""

    nama: Teks = Field(description="Nama lengkap, misalnya Kabupaten Balangan.")
    jenis: JenisPemda = Field(description="provinsi, kabupaten, atau kota.")
    provinsi: Teks | None = Field(None, description="Provinsi tempat daerah ini berada.")
    kode_wilayah: KodeWilayah | None = Field(
        None, description='Kode wilayah Kemendagri, selalu dalam tanda kutip: "63.11".'
    )
    resmi: Ya = Field(
        False,
        description="true hanya bila daerah itu sendiri yang menerbitkan di sini. "
        "Tanpa ini, setiap halaman menyebut dirinya salinan dari dokumen publik.",
    )
    situs: Tautan | None = Field(None, description="Alamat situs resmi daerah.")
    catatan: DaftarTeks = Field((), description="Catatan tentang data daerah ini.")
