"""How trees become lines: which part needs brackets. Shared by every notation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from iku_terbuka.formula.pohon import Daun, Negatif, Operasi, Operator, Rumus


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
