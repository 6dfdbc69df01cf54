"""``daftar-dokumen.yaml``: the register of an instansi's planning and reporting documents."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from iku_terbuka.model.fields import FileModel, Periode, Tahun, Tautan, Teks
from iku_terbuka.model.tanggal import TanggalTercetak
from iku_terbuka.model.text import invalid


class EntriDokumen(FileModel):
    """One document: of a year, or of the years of a plan."""

    jenis: Teks = Field(
        description="Jenis dokumen, misalnya Renstra, Renja, PK, atau LKjIP.", examples=["LKjIP"]
    )
    tahun: Tahun | None = Field(None, description="Tahun yang direncanakan atau dilaporkan.")
    periode: Periode | None = Field(
        None,
        description="Tahun pertama dan terakhirnya, bila dokumen ini untuk beberapa tahun.",
        examples=[{"awal": 2025, "akhir": 2029}],
    )
    judul: Teks | None = Field(
        None, description="Judul dokumen.", examples=["Laporan Kinerja Dinas Contoh Tahun 2025"]
    )
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    ditetapkan: TanggalTercetak | None = Field(
        None, description="Tanggal penetapan: 2026, 2026-02, atau 2026-02-28."
    )
    dipublikasikan: TanggalTercetak | None = Field(
        None, description="Tanggal dokumen ini pertama kali dapat dibaca umum."
    )

    @property
    def tahun_dokumen(self) -> tuple[int, ...]:
        """Every year that it is for."""
        if self.periode:
            return self.periode.tahun
        return () if self.tahun is None else (self.tahun,)

    @model_validator(mode="after")
    def _of_a_year_or_of_several(self) -> Self:
        if self.tahun is None and self.periode is None:
            raise invalid(
                "dokumen-tanpa-tahun",
                "Dokumen ini tidak menyebut tahun.",
                "Tambahkan “tahun: 2025”, atau “periode: {awal: 2025, akhir: 2029}”.",
            )
        if self.tahun is not None and self.periode is not None:
            raise invalid(
                "dokumen-tahun-rangkap",
                "Dokumen ini menyebut “tahun” sekaligus “periode”.",
                "Hapus salah satu.",
                at=("tahun",),
            )
        return self


class DaftarDokumen(FileModel):
    """Daftar dokumen satu instansi; the file is the list itself."""

    list_key: ClassVar[str] = "dokumen"

    dokumen: tuple[EntriDokumen, ...] = Field(description="Satu butir untuk satu dokumen.")
