"""A number that became another, in words: what it was and what it is."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iku_terbuka.history import Entry, NumberChange
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording.angka import MAX_SATUAN, angka, nilai

# Old versions may hold anything; the beginning is shown.
_MAKS_TEKS = 80


def lama_dan_baru(ubah: NumberChange, satuan: str | None) -> tuple[str, str]:
    """Return both sides of a change; a long unit is left out."""
    if satuan and len(satuan) > MAX_SATUAN:
        satuan = None
    lama, baru = _yang_berbeda(ubah.old, ubah.new)
    return (
        (lama and _isian(lama, satuan)) or "tidak ada",
        (baru and _isian(baru, satuan)) or "dihapus",
    )


def _yang_berbeda(lama: Entry | None, baru: Entry | None) -> tuple[Entry | None, Entry | None]:
    """Leave out the components that both have in common."""
    if not (lama and baru and lama.variabel and baru.variabel):
        return lama, baru
    same = set(lama.variabel) & set(baru.variabel)

    def rest(isian: Entry) -> Entry:
        return replace(isian, variabel=tuple(v for v in isian.variabel if v not in same))

    return rest(lama), rest(baru)


def _isian(isian: Entry, satuan: str | None) -> str:
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
