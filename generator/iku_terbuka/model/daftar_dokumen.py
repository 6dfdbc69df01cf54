"""``daftar-dokumen.yaml``: the register of an instansi's planning and reporting documents."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self

from pydantic import Field, model_validator

from iku_terbuka.model.fields import FileModel, Periode, Tahun, Tautan, Teks
from iku_terbuka.model.tanggal import TanggalTercetak
from iku_terbuka.model.text import invalid, quoted

# The kinds of documents in the order of a year's work, each with other names of the same.
JENIS_DOKUMEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "RPJPD": ("Rencana Pembangunan Jangka Panjang Daerah",),
        "RPJMD": ("Rencana Pembangunan Jangka Menengah Daerah",),
        "RPD": ("Rencana Pembangunan Daerah",),
        "Renstra": ("Rencana Strategis",),
        "IKU": ("Indikator Kinerja Utama", "Keputusan IKU", "Penetapan IKU"),
        "Pohon Kinerja": ("Cascading",),
        "RKPD": ("Rencana Kerja Pemerintah Daerah",),
        "Renja": ("Rencana Kerja",),
        "RKT": ("Rencana Kinerja Tahunan",),
        "PK": ("Perjanjian Kinerja", "PK Perubahan", "Perjanjian Kinerja Perubahan"),
        "Rencana Aksi": ("Renaksi",),
        "LKjIP": (
            *("LKIP", "LKj", "LAKIP", "Laporan Kinerja", "Laporan Kinerja Instansi Pemerintah"),
            "Laporan Akuntabilitas Kinerja Instansi Pemerintah",
        ),
        "LKPJ": ("Laporan Keterangan Pertanggungjawaban",),
        "LPPD": ("Laporan Penyelenggaraan Pemerintahan Daerah",),
        "LHE": ("LHE AKIP", "Laporan Hasil Evaluasi"),
    }
)
# Written by the Pemda as a whole, or by each perangkat daerah: after UU 25/2004 and Pasal 69 of UU
# 23/2014, neither of which was read in its own text.
OF_PEMDA = frozenset({"RPJPD", "RPJMD", "RPD", "RKPD", "LKPJ", "LPPD"})
OF_PERANGKAT_DAERAH = frozenset({"Renstra", "Renja"})
_JENIS = {
    name.casefold(): jenis for jenis, others in JENIS_DOKUMEN.items() for name in (jenis, *others)
}


def known_jenis(typed: str) -> str | None:
    """Return which of :data:`JENIS_DOKUMEN` a kind is, by any of its names; ``None``: another."""
    return _JENIS.get(" ".join(typed.split()).casefold())


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
    def jenis_baku(self) -> str | None:
        """Its kind by its short name; nothing where that is none of the known ones."""
        return known_jenis(self.jenis)

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

    @model_validator(mode="after")
    def _each_is_named_once(self) -> Self:
        seen: set[tuple[object, ...]] = set()
        for i, entri in enumerate(self.dokumen):
            jenis = entri.jenis_baku or entri.jenis.casefold()
            judul = entri.judul.casefold() if entri.judul else None
            same = (jenis, entri.tahun_dokumen, judul, entri.ditetapkan)
            if same in seen:
                raise invalid(
                    "dokumen-ganda",
                    f"Dokumen {quoted(entri.jenis)} ini sudah ada di daftar, dengan tahun, judul, "
                    "dan tanggal yang sama.",
                    "Gabungkan keduanya. Kalau memang dua dokumen, bedakan “judul” atau "
                    "“ditetapkan”.",
                    at=("dokumen", i, "jenis"),
                )
            seen.add(same)
        return self
