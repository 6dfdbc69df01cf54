"""What changes in the years of one indicator: the figures on its page, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian import Measurement, two_decimals
from iku_terbuka.diff.cakupan import SEMUA, Cakupan
from iku_terbuka.diff.datar import beda, beda_pendamping, sama
from iku_terbuka.diff.nilai import Isi, Jenis, PerubahanTahun, Ubah
from iku_terbuka.history import has_begun
from iku_terbuka.model import Hasil, Indikator, Penetapan
from iku_terbuka.model.iku import IsiNilai

# What the figures say themselves, so that it is not said twice.
_ANGKA_HASIL = frozenset({"keadaan", "realisasi"})
# Keys of a definition that capaian and status follow from.
_PENENTU = ("rumus_capaian", "arah", "skala")


@dataclass(frozen=True)
class Latar:
    """What decides about every indicator alike.

    ``acuan`` is the reference date of the new side. ``ralat`` are the files that a commit with
    that word touches, ``skala`` the scales that changed, ``kategori`` whether that of capaian did,
    ``cakupan`` what is compared at all.
    """

    acuan: date | None = None
    ralat: frozenset[str] = frozenset()
    skala: frozenset[str] = frozenset()
    kategori: bool = False
    cakupan: Cakupan = SEMUA


@dataclass(frozen=True)
class Sisi:
    """An indicator on one side of the comparison, or its absence."""

    indikator: Indikator | None
    ukuran: Mapping[int, Measurement]

    def hasil(self, tahun: int) -> Hasil | None:
        return self.indikator.hasil.get(tahun) if self.indikator else None

    def penetapan(self, tahun: int) -> Penetapan | None:
        return self.indikator.berlaku(tahun) if self.indikator else None

    def berkas(self, tahun: int) -> set[str]:
        """Return the file of a year's result, if it has one."""
        lokasi = self.indikator.lokasi_hasil.get(tahun) if self.indikator else None
        return {lokasi.berkas} if lokasi else set()

    def berkas_target(self, tahun: int) -> set[str]:
        penetapan = self.penetapan(tahun)
        return {penetapan.lokasi.berkas} if penetapan else set()


def banding_tahun(lama: Sisi, baru: Sisi, latar: Latar) -> tuple[PerubahanTahun, ...]:
    """Return every year that differs, oldest first."""
    years = sorted({*lama.ukuran, *baru.ukuran})
    found = (_tahun(lama, baru, tahun, latar) for tahun in years)
    return tuple(satu for satu in found if satu is not None)


def ada_hasil(hasil: Hasil | None) -> bool:
    """Tell whether a year was reported: a number, its components, or why there is none."""
    return hasil is not None and bool(hasil.realisasi or hasil.variabel or hasil.keadaan)


def _tahun(lama: Sisi, baru: Sisi, tahun: int, latar: Latar) -> PerubahanTahun | None:
    ha, hb = lama.hasil(tahun), baru.hasil(tahun)
    pa, pb = lama.ukuran.get(tahun), baru.ukuran.get(tahun)
    if not (ha or hb or _promised(pa) or _promised(pb)):
        return None  # only a period names the year; that is said where the period is
    angka = tuple(
        _ditandai(satu, lama, baru, tahun, latar)
        for satu in _angka(pa, pb, moved=_keadaan(ha) != _keadaan(hb))
    )
    before, after = ada_hasil(ha), ada_hasil(hb)
    jenis = Jenis.DIUBAH if before == after else Jenis.BARU if after else Jenis.DIHAPUS
    keterangan = (
        # The texts of a first entry are no change; they are read where they are.
        *(beda(ha, hb, _ANGKA_HASIL) if jenis is Jenis.DIUBAH or (ha and hb) else ()),
        *beda_pendamping("realisasi", _reported(ha), _reported(hb)),
        *beda_pendamping("target", _promised(pa), _promised(pb)),
    )
    if not angka and not keterangan:
        return None
    sebab = tuple(_sebab(lama, baru, tahun, latar)) if angka and before and after else ()
    if latar.kategori and [satu.kunci for satu in angka] == ["kategori"]:
        sebab = (*sebab, "skala_capaian")
    return PerubahanTahun(tahun, jenis, angka, keterangan, sebab)


def _reported(hasil: Hasil | None) -> IsiNilai | None:
    return hasil.realisasi if hasil else None


def _promised(satu: Measurement | None) -> IsiNilai | None:
    return satu.target if satu else None


def _keadaan(hasil: Hasil | None) -> str | None:
    return hasil.keadaan if hasil else None


def _angka(pa: Measurement | None, pb: Measurement | None, *, moved: bool) -> Iterator[Ubah]:
    """Yield the public figures that differ, and those that a reader wants to see beside them."""
    figures: list[tuple[str, Isi, Isi]] = [
        ("realisasi", pa.realisasi if pa else None, pb.realisasi if pb else None),
        ("target", _promised(pa), _promised(pb)),
    ]
    for kunci, before, after in figures:
        if not sama(before, after):
            moved = True
            yield Ubah(kunci, before, after)
    capaian = Ubah("capaian", _persen(pa), _persen(pb))
    status = Ubah("status", pa.status.value if pa else None, pb.status.value if pb else None)
    for satu in (capaian, status):
        if not sama(satu.lama, satu.baru) or (moved and satu.baru is not None):
            yield satu
    yield from _kelas(pa, pb)


def _kelas(pa: Measurement | None, pb: Measurement | None) -> Iterator[Ubah]:
    """Yield category and grade; a reported grade is part of the realisasi already."""
    before, after = pa.kategori if pa else None, pb.kategori if pb else None
    if before != after:
        yield Ubah("kategori", before, after)
    before, after = _predikat(pa), _predikat(pb)
    if before != after:
        yield Ubah("predikat", before, after)


def _predikat(satu: Measurement | None) -> str | None:
    if satu is None or (satu.realisasi and satu.realisasi.predikat):
        return None
    return satu.predikat


def _persen(satu: Measurement | None) -> Decimal | None:
    """Return capaian as it is published."""
    return None if satu is None or satu.capaian is None else two_decimals(satu.capaian)


def _ditandai(satu: Ubah, lama: Sisi, baru: Sisi, tahun: int, latar: Latar) -> Ubah:
    """Mark a figure that was public before: as a correction, as a target of a running year."""
    if satu.lama is None or satu.kunci not in {"realisasi", "target"}:
        return satu
    if satu.kunci == "realisasi":
        files = lama.berkas(tahun) | baru.berkas(tahun)
        return replace(satu, ralat=bool(files & latar.ralat))
    files = lama.berkas_target(tahun) | baru.berkas_target(tahun)
    late = latar.acuan is not None and has_begun(tahun, latar.acuan)
    return replace(
        satu,
        ralat=bool(files & latar.ralat),
        setelah_berjalan=late and not _setara(satu.lama, satu.baru),
    )


def _setara(lama: Isi, baru: Isi) -> bool:
    """Tell whether two targets promise the same, however their digits are written."""
    if not isinstance(lama, IsiNilai) or not isinstance(baru, IsiNilai):
        return False
    keys = ("nilai", "bawah", "atas", "predikat")
    return all(getattr(lama, key) == getattr(baru, key) for key in keys)


def _sebab(lama: Sisi, baru: Sisi, tahun: int, latar: Latar) -> Iterator[str]:
    """Yield what, besides realisasi and target, decides about the figures and changed."""
    dulu, kini = lama.penetapan(tahun), baru.penetapan(tahun)
    before, after = (satu.definisi if satu else None for satu in (dulu, kini))
    if before is None or after is None:
        if before is not after:
            yield "periode"
        return
    for kunci in _PENENTU:
        if getattr(before, kunci) != getattr(after, kunci):
            yield kunci
    if after.skala and after.skala == before.skala and after.skala in latar.skala:
        yield "skala"
    rumus = [satu.formula.rumus if satu.formula else None for satu in (before, after)]
    if rumus[0] != rumus[1]:
        yield "formula"
    ha, hb = lama.hasil(tahun), baru.hasil(tahun)
    if ha and hb and dict(ha.variabel) != dict(hb.variabel):
        yield "variabel"
