"""What a report says about a result besides the number, in the order of LKjIP Bab III."""

from generator.model import Hasil
from generator.model.hasil import Anggaran
from generator.pages.bagian import Fakta, satu
from generator.wording import angka

_BELUM = "Belum dilaporkan"


def fakta_hasil(hasil: Hasil) -> tuple[Fakta, ...]:
    """Return one row per slot; an empty slot says that it is not reported."""
    rows = [
        Fakta("Sumber", _sumber(hasil), kosong=_BELUM),
        Fakta("Analisis", satu(hasil.analisis), kosong=_BELUM),
        Fakta("Faktor pendukung", hasil.faktor_pendukung, kosong=_BELUM),
        Fakta("Faktor penghambat", hasil.faktor_penghambat, kosong=_BELUM),
        Fakta("Tindak lanjut", satu(hasil.tindak_lanjut), kosong=_BELUM),
        Fakta("Anggaran", _anggaran(hasil.anggaran), kosong=_BELUM),
    ]
    if hasil.catatan:
        rows.append(Fakta("Catatan", hasil.catatan))
    return tuple(rows)


def _sumber(hasil: Hasil) -> tuple[str, ...]:
    sumber = hasil.sumber
    if sumber is None:
        return ()
    return (f"{sumber.judul}, halaman {sumber.halaman}" if sumber.halaman else sumber.judul,)


def _anggaran(anggaran: Anggaran | None) -> tuple[str, ...]:
    if anggaran is None:
        return ()
    parts = []
    if anggaran.pagu is not None:
        parts.append(f"pagu Rp{angka(anggaran.pagu)}")
    if anggaran.realisasi is not None:
        parts.append(f"realisasi Rp{angka(anggaran.realisasi)}")
    return satu(", ".join(parts))
