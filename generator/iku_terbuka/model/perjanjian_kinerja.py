"""``perjanjian-kinerja/<tahun>.yaml``: what an instansi promised for one year, in its versions."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from iku_terbuka.model.bagian_tahun import TargetTahun
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.fields import (
    FROZEN,
    DaftarTeks,
    FileModel,
    Id,
    Tahun,
    Tautan,
    Teks,
)
from iku_terbuka.model.program import Program
from iku_terbuka.model.tanggal import TanggalTercetak
from iku_terbuka.model.text import invalid, quoted


class JenisVersi(StrEnum):
    AWAL = "awal"
    PERUBAHAN = "perubahan"


class AlasanPerubahan(StrEnum):
    """The grounds on which PermenPANRB 53/2014 lets an agreement change."""

    PERGANTIAN_PEJABAT = "pergantian_pejabat"
    PERUBAHAN_ANGGARAN = "perubahan_anggaran"
    PERUBAHAN_PRIORITAS = "perubahan_prioritas"


class Pihak(FileModel):
    """Who agree: posts, never persons."""

    pertama: Teks = Field(
        description="Jabatan yang berjanji, bukan nama orang.",
        examples=["Kepala Dinas Contoh"],
    )
    kedua: Teks | None = Field(
        None, description="Jabatan yang menerima janji, bukan nama orang.", examples=["Bupati"]
    )


class VersiPerjanjian(FileModel):
    """The agreement as signed, or a change of it: what it does not name stays as it was."""

    jenis: JenisVersi = Field(description="awal atau perubahan.")
    tanggal: TanggalTercetak | None = Field(
        None, description="Tanggal penandatanganan: 2026, 2026-01, atau 2026-01-31."
    )
    alasan: AlasanPerubahan | None = Field(
        None,
        description="Alasan perubahan: pergantian_pejabat, perubahan_anggaran, atau "
        "perubahan_prioritas.",
    )
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    target: Annotated[Mapping[Id, TargetTahun], *FROZEN] = Field(
        default_factory=dict,
        description="Target tiap indikator menurut id; dalam perubahan cukup yang berubah.",
        examples=[{"nilai-sakip": 75.35}],
    )
    program: tuple[Program, ...] = Field(
        (),
        description="Program dan anggarannya; dalam perubahan cukup yang berubah.",
        examples=[[{"kode": "1.05.03", "nama": "Program Contoh", "pagu": 827924000}]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang versi ini.", examples=["Lampirannya tidak terbaca."]
    )

    def signed_by(self, acuan: date | None) -> bool:
        """Tell whether it is dated no later than ``acuan``; without a date of either it is."""
        return acuan is None or self.tanggal is None or self.tanggal.earliest <= acuan


def merged_program(versions: Iterable[VersiPerjanjian]) -> tuple[Program, ...]:
    """Return the programmes after these versions; what a later one does not name stays."""
    found: dict[str, Program] = {}
    for versi in versions:
        for program in versi.program:
            before = found.get(program.kode, program)
            found[program.kode] = Program.model_construct(
                kode=program.kode,
                nama=program.nama or before.nama,
                pagu=before.pagu if program.pagu is None else program.pagu,
            )
    return tuple(found.values())


class IndikatorPerjanjian(DefinisiIndikator):
    """An indicator that only the agreement has."""

    sasaran: Teks | None = Field(
        None,
        description="Sasaran yang tercetak di perjanjian untuk indikator ini.",
        examples=["Meningkatnya kualitas pelayanan publik"],
    )


class PerjanjianKinerja(FileModel):
    """Perjanjian Kinerja satu instansi untuk satu tahun."""

    tahun: Tahun = Field(description="Sama dengan nama berkas.")
    pihak: Pihak | None = Field(
        None,
        description="Jabatan kedua pihak, bukan nama orang.",
        examples=[{"pertama": "Kepala Dinas Contoh", "kedua": "Bupati"}],
    )
    versi: tuple[VersiPerjanjian, ...] = Field(
        min_length=1,
        description="Perjanjian awal, lalu perubahannya, dari yang terlama.",
        examples=[[{"jenis": "awal", "tanggal": "2026-01", "target": {"nilai-sakip": 75.35}}]],
    )
    indikator: tuple[IndikatorPerjanjian, ...] = Field(
        (),
        description="Indikator yang hanya ada dalam perjanjian ini, tidak dalam keputusan IKU.",
        examples=[[{"id": "ipp", "nama": "Indeks Pelayanan Publik", "satuan": "indeks"}]],
    )
    catatan: DaftarTeks = Field(
        (), description="Catatan tentang perjanjian ini.", examples=["Disalin dari situs PPID."]
    )

    def versi_sampai(self, acuan: date | None) -> tuple[VersiPerjanjian, ...]:
        """Return the versions up to the one that counts on ``acuan``, the first first.

        It is the last that is dated no later; without a reference date the last of all. Empty
        where none was signed yet.
        """
        signed = [i for i, versi in enumerate(self.versi, 1) if versi.signed_by(acuan)]
        return self.versi[: signed[-1]] if signed else ()

    def program(self, acuan: date | None) -> tuple[Program, ...]:
        """Return the programmes by the version that counts on ``acuan``, in their first order."""
        return merged_program(self.versi_sampai(acuan))

    @model_validator(mode="after")
    def _versions_in_order(self) -> Self:
        first, *later = self.versi
        if first.jenis is not JenisVersi.AWAL:
            raise invalid(
                "perjanjian-tanpa-awal",
                "Versi pertama perjanjian ini bukan “awal”.",
                "Tulis dahulu perjanjian yang semula: {jenis: awal, tanggal: …, target: …}",
                at=("versi", 0, "jenis"),
            )
        for i, versi in enumerate(later, 1):
            _check_amendment(versi, i)
        for i, (before, after) in enumerate(pairwise(self.versi), 1):
            if before.tanggal and after.tanggal and after.tanggal.latest < before.tanggal.earliest:
                raise invalid(
                    "tanggal-versi-mundur",
                    f"Versi ini bertanggal {after.tanggal}, sebelum versi di atasnya "
                    f"({before.tanggal}).",
                    "Periksa tanggalnya, atau urutkan dari yang terlama.",
                    at=("versi", i, "tanggal"),
                )
        return self

    @model_validator(mode="after")
    def _programmes_are_named_once(self) -> Self:
        named: set[str] = set()
        for i, versi in enumerate(self.versi):
            here: set[str] = set()
            for j, program in enumerate(versi.program):
                place = ("versi", i, "program", j)
                if program.kode in here:
                    raise invalid(
                        "program-ganda",
                        f"Program {quoted(program.kode)} sudah ada dalam versi ini.",
                        "Gabungkan keduanya, atau perbaiki kodenya.",
                        at=(*place, "kode"),
                    )
                if program.nama is None and program.kode not in named:
                    raise invalid(
                        "program-tanpa-nama",
                        f"Program {quoted(program.kode)} belum punya nama.",
                        "Tambahkan “nama: …” di tempat program ini pertama kali disebut.",
                        at=(*place, "kode"),
                    )
                here.add(program.kode)
            named |= here
        return self


def _check_amendment(versi: VersiPerjanjian, i: int) -> None:
    """Refuse a second beginning, and an amendment that nobody can date."""
    if versi.jenis is JenisVersi.AWAL:
        raise invalid(
            "perjanjian-awal-ganda",
            "Perjanjian “awal” hanya satu, yaitu versi pertama.",
            "Tulis “jenis: perubahan”, atau hapus salah satu.",
            at=("versi", i, "jenis"),
        )
    if versi.tanggal is None:
        raise invalid(
            "perubahan-tanpa-tanggal",
            "Perubahan perjanjian ini tidak bertanggal.",
            "Tambahkan “tanggal: …”, supaya jelas sejak kapan targetnya berubah.",
            at=("versi", i, "jenis"),
        )
