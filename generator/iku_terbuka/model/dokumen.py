"""``dokumen/<name>.yaml`` of a Pemda: one decree for many instansi, written once."""

from pydantic import Field

from iku_terbuka.model.fields import DaftarTeks, FileModel, Periode, Tautan, Teks
from iku_terbuka.model.iku import Butir, DasarHukum
from iku_terbuka.model.tanggal import TanggalTercetak


class DokumenHukum(FileModel):
    """A decree that sets the indicators of several instansi; each names its file."""

    jenis: Teks = Field(
        description="Jenis dan penetap peraturan atau keputusan.",
        examples=["Peraturan Bupati Contoh"],
    )
    nomor: Teks | None = Field(
        None, description="Nomor seperti tercetak.", examples=["85 Tahun 2021"]
    )
    tentang: Teks | None = Field(
        None,
        description="Judul sesudah kata “tentang”.",
        examples=["Indikator Kinerja Utama Pemerintah Daerah dan Perangkat Daerah"],
    )
    periode: Periode | None = Field(
        None,
        description="Tahun pertama dan tahun terakhir yang tercetak di judulnya.",
        examples=[{"awal": 2021, "akhir": 2026}],
    )
    ditetapkan: TanggalTercetak | None = Field(
        None, description="Tanggal penetapan: 2021, 2021-12, atau 2021-12-31."
    )
    ditetapkan_di: Teks | None = Field(None, description="Tempat penetapan.", examples=["Contoh"])
    dipublikasikan: TanggalTercetak | None = Field(
        None, description="Tanggal dokumen ini pertama kali dapat dibaca umum."
    )
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    mencabut: DaftarTeks = Field(
        (),
        description="Keputusan yang dicabut atau digantikan oleh keputusan ini.",
        examples=[["Peraturan Bupati Contoh Nomor 47 Tahun 2015"]],
    )
    diganti: Teks | None = Field(
        None,
        description="Keputusan yang menggantikan keputusan ini, bila ada.",
        examples=["Peraturan Bupati Contoh Nomor 12 Tahun 2025"],
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
        (), description="Catatan tentang keputusan ini.", examples=["Lampiran XII tidak terbaca."]
    )

    @property
    def dasar_hukum(self) -> DasarHukum:
        """The same decree as one of an instansi's own."""
        same = set(DasarHukum.model_fields) & set(type(self).model_fields)
        known = {name: getattr(self, name) for name in same}
        return DasarHukum.model_construct(**known, tanggal=self.ditetapkan)
