"""Who has reported what, and how late: every Pemda with its instansi, year by year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.capaian import batas_lapor, hari_terlambat
from generator.konteks import Konteks
from generator.model import Instansi, Pemda
from generator.pages.petak import PetakTahun, petak_tahun
from generator.pages.templat import render
from generator.wording import tanggal_biasa

# More years than these are on the page of the Pemda.
MAX_TAHUN = 5
# Above this many instansi the page names each Pemda once; its own page has the rest.
MAX_INSTANSI = 300


@dataclass(frozen=True)
class BarisKelengkapan:
    """One instansi. ``batas`` and ``keterlambatan`` speak of the newest year that is due."""

    nama: str
    induk: str
    tautan: str
    sel: tuple[PetakTahun, ...]
    batas: str
    keterlambatan: str
    terlambat: bool


@dataclass(frozen=True)
class KelengkapanPemda:
    nama: str
    anchor: str
    tautan: str
    salinan: bool
    tahun: tuple[int, ...]
    baris: tuple[BarisKelengkapan, ...]

    @property
    def tahun_akhir(self) -> int | None:
        return self.tahun[-1] if self.tahun else None


def isi_kelengkapan(konteks: Konteks) -> Mapping[str, str]:
    """Return the part ``kelengkapan`` of the page of that name."""
    tops = konteks.simpul()
    units = sum(1 for top in tops for unit in top.keturunan() if unit.indikator)
    whole = units <= MAX_INSTANSI
    parts = [_pemda(konteks, konteks.pemda(top.id), top, whole) for top in tops]
    return {
        "kelengkapan": render(
            "kelengkapan.md.j2",
            pemda=[part for part in parts if part.baris],
            ringkas=not whole,
            acuan=tanggal_biasa(konteks.acuan) if konteks.acuan else "",
        )
    }


def _pemda(konteks: Konteks, pemda: Pemda, top: Instansi, whole: bool) -> KelengkapanPemda:
    semua = tuple(top.semua_indikator())
    years = sorted({tahun for satu in semua for tahun in satu.tahun})
    if konteks.acuan:
        years = [tahun for tahun in years if tahun < konteks.acuan.year]
    shown = tuple(years[-MAX_TAHUN:])
    return KelengkapanPemda(
        pemda.nama,
        pemda.id,
        konteks.tautan("kelengkapan", konteks.folder(top.id)),
        not pemda.profil.resmi,
        shown,
        tuple(_rows(konteks, pemda, top, shown, whole)),
    )


def _rows(
    konteks: Konteks, pemda: Pemda, top: Instansi, years: tuple[int, ...], whole: bool
) -> Iterator[BarisKelengkapan]:
    names = {unit.id: unit.nama for unit in top.keturunan()}
    for unit in top.keturunan() if whole else (top,):
        indikator = unit.indikator if whole else tuple(unit.semua_indikator())
        if not indikator:
            continue
        cells = tuple(petak_tahun(konteks, indikator, tahun) for tahun in years)
        due, words, late = _tenggat(konteks.acuan, pemda, unit, cells[-1] if cells else None)
        yield BarisKelengkapan(
            unit.nama,
            names.get(unit.id.rpartition("/")[0], ""),
            konteks.tautan("kelengkapan", konteks.folder(unit.id)),
            cells,
            due,
            words,
            late,
        )


def _tenggat(
    acuan: date | None, pemda: Pemda, unit: Instansi, newest: PetakTahun | None
) -> tuple[str, str, bool]:
    """Return the last day, what to say of it, and whether it has passed with results missing.

    A copy of documents cannot be late, and without a reference date nobody is.
    """
    if newest is None or not newest.jumlah:
        return "", "", False
    due = tanggal_biasa(batas_lapor(unit, newest.tahun))
    if newest.lengkap:
        return due, "lengkap", False
    if acuan is None or not pemda.profil.resmi:
        return due, "", False
    late = hari_terlambat(unit, newest.tahun, acuan)
    return due, f"terlambat {late} hari" if late else "belum jatuh tempo", late > 0
