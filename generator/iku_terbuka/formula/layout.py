"""How trees become lines: which part needs brackets, and its leaves in words or in numbers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias

from iku_terbuka.formula.tree import (
    Angka,
    Daftar,
    Daun,
    Fungsi,
    Negatif,
    Operasi,
    Operator,
    Rumus,
    Variabel,
)


class Ikat(IntEnum):
    """How tightly a part holds together; the loosest first."""

    TAMBAH = 1
    KALI = 2
    MINUS = 3
    UTUH = 4


@dataclass(frozen=True, slots=True)
class Potongan:
    """A written part and how tightly it holds together."""

    teks: str
    ikat: Ikat = Ikat.UTUH


TulisDaun: TypeAlias = Callable[[Daun], Potongan]

SUMBER: Mapping[Operator, str] = {operator: operator.value for operator in Operator}
SEKOLAH: Mapping[Operator, str] = {
    Operator.TAMBAH: "+",
    Operator.KURANG: "\u2212",
    Operator.KALI: "×",
    Operator.BAGI: "÷",
}


def ikat_operator(operator: Operator) -> Ikat:
    """Return how tightly an operation holds its two sides."""
    return Ikat.TAMBAH if operator in {Operator.TAMBAH, Operator.KURANG} else Ikat.KALI


def ikat(rumus: Rumus, tulis_daun: TulisDaun) -> Ikat:
    """Return how tightly ``rumus`` holds together once it is written."""
    match rumus:
        case Operasi(operator):
            return ikat_operator(operator)
        case Negatif():
            return Ikat.MINUS
        case _:
            return tulis_daun(rumus).ikat


def perlu_kurung(bagian: Ikat, operator: Operator, *, kanan: bool, terdepan: bool) -> bool:
    """Say whether a side of ``operator`` needs brackets.

    A minus sign stands bare only where a line or a bracket begins (``terdepan``).
    """
    if bagian is Ikat.MINUS:
        return kanan or not terdepan
    batas = ikat_operator(operator)
    return bagian <= batas if kanan else bagian < batas


def susun(
    rumus: Rumus, tulis_daun: TulisDaun, tanda: Mapping[Operator, str], *, terdepan: bool = True
) -> str:
    """Return ``rumus`` on one line with as few brackets as keep its meaning."""

    def bagian(isi: Rumus, kurung: bool, terdepan: bool) -> str:
        teks = susun(isi, tulis_daun, tanda, terdepan=kurung or terdepan)
        return f"({teks})" if kurung else teks

    match rumus:
        case Operasi(operator, kiri, kanan):
            ikat_kiri, ikat_kanan = ikat(kiri, tulis_daun), ikat(kanan, tulis_daun)
            kurung_kiri = perlu_kurung(ikat_kiri, operator, kanan=False, terdepan=terdepan)
            kurung_kanan = perlu_kurung(ikat_kanan, operator, kanan=True, terdepan=False)
            a, b = bagian(kiri, kurung_kiri, terdepan), bagian(kanan, kurung_kanan, False)
            return f"{a} {tanda[operator]} {b}"
        case Negatif(isi):
            kurung = ikat(isi, tulis_daun) < Ikat.UTUH
            return tanda[Operator.KURANG] + bagian(isi, kurung, terdepan=False)
        case _:
            return tulis_daun(rumus).teks


_NOTASI = str.maketrans(",.", ".,")
# Words for an amount, written with a capital where the decree begins a cell with them.
_BANYAKNYA = frozenset(
    {"Banyak", "Banyaknya", "Besaran", "Jumlah", "Nilai", "Persentase", "Rata-rata", "Total"}
)
# A sign within words would be taken for one of the formula.
_BERTANDA = re.compile(r"[+×÷−=*]| [-/:x] ")
_RINGKASAN = {Fungsi.SUM: "jumlah seluruh", Fungsi.MEAN: "rata-rata"}


def angka_baca(nilai: Decimal) -> str:
    """Return ``1234.50`` as 1.234,50."""
    return f"{nilai:,f}".translate(_NOTASI)


def sebut(nama: str, kata: Mapping[str, str]) -> str:
    """Return what a variable stands for, in the decree's words, else its name."""
    teks = " ".join(kata.get(nama, "").split()) or nama.replace("_", " ")
    return f"“{teks}”" if _BERTANDA.search(teks) else teks


def di_tengah(teks: str) -> str:
    """Return words as they stand within a sentence: ``Jumlah desa`` as ``jumlah desa``."""
    awal = teks.split(" ", 1)[0]
    return teks[0].lower() + teks[1:] if awal in _BANYAKNYA else teks


def di_awal(teks: str) -> str:
    """Return words as a sentence begins: ``jumlah desa`` as ``Jumlah desa``."""
    awal = teks.split(" ", 1)[0]
    return teks[:1].upper() + teks[1:] if re.fullmatch(r"[a-z][a-z-]*", awal) else teks


def sebut_daun(daun: Daun, kata: Mapping[str, str], ubah: Callable[[str], str]) -> str:
    """Return a leaf in words; ``ubah`` fits the decree's words to their place."""
    match daun:
        case Angka(nilai):
            return angka_baca(nilai)
        case Variabel(nama):
            return ubah(sebut(nama, kata))
        case Daftar(fungsi, nama):
            return f"{_RINGKASAN[fungsi]} {di_tengah(sebut(nama, kata))}"


def dengan_kata(kata: Mapping[str, str], ubah: Callable[[str], str]) -> TulisDaun:
    """Return how to write leaves in words."""

    def tulis_daun(daun: Daun) -> Potongan:
        persen = "%" if isinstance(daun, Angka) and daun.persen else ""
        return Potongan(sebut_daun(daun, kata, ubah) + persen)

    return tulis_daun


def dengan_isi(
    nilai: Mapping[str, tuple[Decimal, ...]], angka: Callable[[Decimal], str]
) -> TulisDaun:
    """Return how to write leaves in numbers; a list is written out as a sum."""

    def bertanda(satu: Decimal) -> str:
        return f"\u2212{angka(-satu)}" if satu < 0 else angka(satu)

    def tulis_daun(daun: Daun) -> Potongan:
        if isinstance(daun, Angka):
            return Potongan(angka(daun.nilai) + ("%" if daun.persen else ""))
        isi = nilai[daun.nama]
        if len(isi) == 1:
            return Potongan(bertanda(isi[0]), Ikat.MINUS if isi[0] < 0 else Ikat.UTUH)
        sisa = (f"({bertanda(satu)})" if satu < 0 else angka(satu) for satu in isi[1:])
        return Potongan(" + ".join((bertanda(isi[0]), *sisa)), Ikat.TAMBAH)

    return tulis_daun


def uraikan_rata(rumus: Rumus, nilai: Mapping[str, tuple[Decimal, ...]]) -> Rumus:
    """Return ``rumus`` with every mean as the sum divided by how many there are."""
    match rumus:
        case Daftar(Fungsi.MEAN, nama):
            banyak = Angka(Decimal(len(nilai[nama])))
            return Operasi(Operator.BAGI, Daftar(Fungsi.SUM, nama), banyak)
        case Operasi(operator, kiri, kanan):
            return Operasi(operator, uraikan_rata(kiri, nilai), uraikan_rata(kanan, nilai))
        case Negatif(isi):
            return Negatif(uraikan_rata(isi, nilai))
    return rumus
