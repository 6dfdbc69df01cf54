"""A change of a number as pages show it; the indicator's page and /perubahan/ share it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.konteks import Konteks
from generator.model import Indikator, Tanggal
from generator.model.iku import IsiNilai
from generator.pages.bagian import MAX_SATUAN
from generator.riwayat import Isian, JenisAngka, Komit, PerubahanAngka
from generator.wording import angka, nilai, tanggal

# More changes of one indicator than this are folded.
MAX_RIWAYAT = 20
# Old versions may hold anything; a cell shows the beginning.
_MAKS_TEKS = 80


@dataclass(frozen=True)
class KomitTampil:
    """A step of the history; ``tautan`` is empty where the site names no repository."""

    tanggal: str
    subjek: str
    pendek: str
    tautan: str
    ralat: bool


@dataclass(frozen=True)
class BarisPerubahan:
    """One change: “Target 2024”, what it was, what it became."""

    apa: str
    lama: str
    baru: str
    setelah_berjalan: bool
    komit: KomitTampil


def baris_perubahan(
    konteks: Konteks, indikator: Indikator | None, ubah: PerubahanAngka
) -> BarisPerubahan:
    """Return a change as a row; ``indikator`` is ``None`` when it exists no more."""
    satuan = indikator.satuan(ubah.tahun) if indikator else None
    if satuan and len(satuan) > MAX_SATUAN:
        satuan = None
    lama, baru = _yang_berbeda(ubah.lama, ubah.baru)
    return BarisPerubahan(
        f"{ubah.jenis.capitalize()} {ubah.tahun}",
        (lama and _isian(lama, satuan)) or "tidak ada",
        (baru and _isian(baru, satuan)) or "dihapus",
        ubah.setelah_berjalan,
        komit_tampil(konteks, ubah.komit),
    )


def komit_tampil(konteks: Konteks, komit: Komit) -> KomitTampil:
    return KomitTampil(
        tanggal_lengkap(komit.tanggal),
        komit.subjek,
        komit.pendek,
        konteks.forge.komit(komit.hash) if konteks.forge else "",
        komit.ralat,
    )


def tanggal_lengkap(day: date) -> str:
    return tanggal(Tanggal(day.year, day.month, day.day))


def tahun_diubah(konteks: Konteks, indikator: Indikator) -> set[int]:
    """Return the years whose target changed after they had begun."""
    return {
        satu.tahun
        for satu in konteks.riwayat.indikator(indikator.kunci)
        if satu.jenis is JenisAngka.TARGET and satu.setelah_berjalan
    }


def bagian_riwayat(konteks: Konteks, indikator: Indikator) -> dict[str, object]:
    """Return what the section on the past shows; what is not known is not claimed."""
    past = konteks.riwayat
    rows = [baris_perubahan(konteks, indikator, satu) for satu in past.indikator(indikator.kunci)]
    since = past.sejak.get(indikator.instansi_id)
    return {
        "riwayat": rows[:MAX_RIWAYAT],
        "riwayat_lama": rows[MAX_RIWAYAT:],
        "riwayat_sejak": tanggal_lengkap(since) if since else "",
        "riwayat_catatan": past.catatan,
    }


def _yang_berbeda(lama: Isian | None, baru: Isian | None) -> tuple[Isian | None, Isian | None]:
    """Leave out the components that both have in common."""
    if not (lama and baru and lama.variabel and baru.variabel):
        return lama, baru
    same = set(lama.variabel) & set(baru.variabel)

    def rest(isian: Isian) -> Isian:
        return replace(isian, variabel=tuple(v for v in isian.variabel if v not in same))

    return rest(lama), rest(baru)


def _isian(isian: Isian, satuan: str | None) -> str:
    """Return a value in Indonesian notation; what is no number stays as it was typed."""
    if isian.keadaan:
        return _pendek(isian.keadaan.replace("_", " "))
    if isian.variabel:
        return _pendek("; ".join(_komponen(*satu) for satu in isian.variabel))
    number, low, high = isian.nilai, isian.bawah, isian.atas
    if isinstance(number, Decimal):
        words = nilai(IsiNilai.model_construct(nilai=number), satuan)
    elif isinstance(low, Decimal) and isinstance(high, Decimal):
        words = nilai(IsiNilai.model_construct(bawah=low, atas=high), satuan)
    else:
        words = "–".join(_tertulis(part) for part in (number, low, high) if part is not None)
    return _pendek(" ".join(part for part in (words, isian.predikat) if part))


def _komponen(nama: str, isi: Iterable[object]) -> str:
    return f"{nama.replace('_', ' ')} {' + '.join(_tertulis(satu) for satu in isi)}"


def _tertulis(number: object) -> str:
    return angka(number) if isinstance(number, Decimal) else str(number)


def _pendek(text: str) -> str:
    return text if len(text) <= _MAKS_TEKS else f"{text[: _MAKS_TEKS - 1]}…"
