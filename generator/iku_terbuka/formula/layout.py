"""How trees become lines: which part needs brackets, and its leaves in words or in numbers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias

from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Leaf,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    Variabel,
)


class Binding(IntEnum):
    """How tightly a part holds together; the loosest first."""

    TAMBAH = 1
    KALI = 2
    MINUS = 3
    UTUH = 4


@dataclass(frozen=True, slots=True)
class Written:
    """A written part and how tightly it holds together."""

    teks: str
    binding: Binding = Binding.UTUH


RenderLeaf: TypeAlias = Callable[[Leaf], Written]

SOURCE_SIGNS: Mapping[Operator, str] = {operator: operator.value for operator in Operator}
SCHOOL_SIGNS: Mapping[Operator, str] = {
    Operator.TAMBAH: "+",
    Operator.KURANG: "\u2212",
    Operator.KALI: "×",
    Operator.BAGI: "÷",
}


def operator_binding(operator: Operator) -> Binding:
    """Return how tightly an operation holds its two sides."""
    return Binding.TAMBAH if operator in {Operator.TAMBAH, Operator.KURANG} else Binding.KALI


def binding(rumus: Rumus, tulis_daun: RenderLeaf) -> Binding:
    """Return how tightly ``rumus`` holds together once it is written."""
    match rumus:
        case Operation(operator):
            return operator_binding(operator)
        case Negative():
            return Binding.MINUS
        case _:
            return tulis_daun(rumus).binding


def needs_brackets(bagian: Binding, operator: Operator, *, kanan: bool, terdepan: bool) -> bool:
    """Say whether a side of ``operator`` needs brackets.

    A minus sign stands bare only where a line or a bracket begins (``terdepan``).
    """
    if bagian is Binding.MINUS:
        return kanan or not terdepan
    batas = operator_binding(operator)
    return bagian <= batas if kanan else bagian < batas


def render_line(
    rumus: Rumus, tulis_daun: RenderLeaf, tanda: Mapping[Operator, str], *, terdepan: bool = True
) -> str:
    """Return ``rumus`` on one line with as few brackets as keep its meaning."""

    def bagian(isi: Rumus, kurung: bool, terdepan: bool) -> str:
        teks = render_line(isi, tulis_daun, tanda, terdepan=kurung or terdepan)
        return f"({teks})" if kurung else teks

    match rumus:
        case Operation(operator, kiri, kanan):
            ikat_kiri, ikat_kanan = binding(kiri, tulis_daun), binding(kanan, tulis_daun)
            kurung_kiri = needs_brackets(ikat_kiri, operator, kanan=False, terdepan=terdepan)
            kurung_kanan = needs_brackets(ikat_kanan, operator, kanan=True, terdepan=False)
            a, b = bagian(kiri, kurung_kiri, terdepan), bagian(kanan, kurung_kanan, False)
            return f"{a} {tanda[operator]} {b}"
        case Negative(isi):
            kurung = binding(isi, tulis_daun) < Binding.UTUH
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
_RINGKASAN = {Function.SUM: "jumlah seluruh", Function.MEAN: "rata-rata"}


def readable_number(nilai: Decimal) -> str:
    """Return ``1234.50`` as 1.234,50."""
    return f"{nilai:,f}".translate(_NOTASI)


def variabel_words(nama: str, kata: Mapping[str, str]) -> str:
    """Return what a variable stands for, in the decree's words, else its name."""
    teks = " ".join(kata.get(nama, "").split()) or nama.replace("_", " ")
    return f"“{teks}”" if _BERTANDA.search(teks) else teks


def within_sentence(teks: str) -> str:
    """Return words as they stand within a sentence: ``Jumlah desa`` as ``jumlah desa``."""
    awal = teks.split(" ", 1)[0]
    return teks[0].lower() + teks[1:] if awal in _BANYAKNYA else teks


def at_start(teks: str) -> str:
    """Return words as a sentence begins: ``jumlah desa`` as ``Jumlah desa``."""
    awal = teks.split(" ", 1)[0]
    return teks[:1].upper() + teks[1:] if re.fullmatch(r"[a-z][a-z-]*", awal) else teks


def leaf_words(daun: Leaf, kata: Mapping[str, str], ubah: Callable[[str], str]) -> str:
    """Return a leaf in words; ``ubah`` fits the decree's words to their place."""
    match daun:
        case Number(nilai):
            return readable_number(nilai)
        case Variabel(nama):
            return ubah(variabel_words(nama, kata))
        case Aggregate(fungsi, nama):
            return f"{_RINGKASAN[fungsi]} {within_sentence(variabel_words(nama, kata))}"


def leaves_in_words(kata: Mapping[str, str], ubah: Callable[[str], str]) -> RenderLeaf:
    """Return how to write leaves in words."""

    def tulis_daun(daun: Leaf) -> Written:
        persen = "%" if isinstance(daun, Number) and daun.persen else ""
        return Written(leaf_words(daun, kata, ubah) + persen)

    return tulis_daun


def leaves_in_numbers(
    nilai: Mapping[str, tuple[Decimal, ...]], angka: Callable[[Decimal], str]
) -> RenderLeaf:
    """Return how to write leaves in numbers; a list is written out as a sum."""

    def bertanda(satu: Decimal) -> str:
        return f"\u2212{angka(-satu)}" if satu < 0 else angka(satu)

    def tulis_daun(daun: Leaf) -> Written:
        if isinstance(daun, Number):
            return Written(angka(daun.nilai) + ("%" if daun.persen else ""))
        isi = nilai[daun.nama]
        if len(isi) == 1:
            return Written(bertanda(isi[0]), Binding.MINUS if isi[0] < 0 else Binding.UTUH)
        sisa = (f"({bertanda(satu)})" if satu < 0 else angka(satu) for satu in isi[1:])
        return Written(" + ".join((bertanda(isi[0]), *sisa)), Binding.TAMBAH)

    return tulis_daun


def expand_means(rumus: Rumus, nilai: Mapping[str, tuple[Decimal, ...]]) -> Rumus:
    """Return ``rumus`` with every mean as the sum divided by how many there are."""
    match rumus:
        case Aggregate(Function.MEAN, nama):
            banyak = Number(Decimal(len(nilai[nama])))
            return Operation(Operator.BAGI, Aggregate(Function.SUM, nama), banyak)
        case Operation(operator, kiri, kanan):
            return Operation(operator, expand_means(kiri, nilai), expand_means(kanan, nilai))
        case Negative(isi):
            return Negative(expand_means(isi, nilai))
    return rumus
