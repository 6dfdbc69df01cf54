"""The expression tree of a formula: frozen, and a leaf that cannot be written cannot be built."""

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

MAX_DIGITS = 30
MAX_NAME = 60
_NAMA = re.compile(r"[a-z][a-z0-9_]*")


class Operator(StrEnum):
    """The four operations, by their sign in the source."""

    TAMBAH = "+"
    KURANG = "-"
    KALI = "*"
    BAGI = "/"


class Function(StrEnum):
    """What can be made of a list, by its name in the source."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula. ``persen`` only says that it is shown as ``100%``."""

    nilai: Decimal
    persen: bool = False

    def __post_init__(self) -> None:
        if not self.nilai.is_finite() or self.nilai.is_signed():
            raise ValueError(f"not a plain number: {self.nilai}")
        if len(f"{self.nilai:f}") > MAX_DIGITS:
            raise ValueError(f"more than {MAX_DIGITS} characters: {self.nilai}")


@dataclass(frozen=True, slots=True)
class Variabel:
    """One number by its name."""

    nama: str

    def __post_init__(self) -> None:
        if not is_name(self.nama):
            raise ValueError(f"not a name: {self.nama!r}")


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The sum or the mean of a list of numbers."""

    fungsi: Function
    nama: str

    def __post_init__(self) -> None:
        if not is_name(self.nama):
            raise ValueError(f"not a name: {self.nama!r}")


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus; it binds more tightly than ``*`` and ``/``."""

    isi: "Rumus"


@dataclass(frozen=True, slots=True)
class Operation:
    """One of the four operations."""

    operator: Operator
    kiri: "Rumus"
    kanan: "Rumus"


Leaf: TypeAlias = Number | Variabel | Aggregate
Rumus: TypeAlias = Leaf | Negative | Operation


def is_name(nama: str) -> bool:
    """Say whether ``nama`` can be the name of a variable."""
    return (
        _NAMA.fullmatch(nama) is not None
        and len(nama) <= MAX_NAME
        and nama not in set(Function)
        and not keyword.iskeyword(nama)
    )


def leaves(rumus: Rumus) -> Iterator[Leaf]:
    """Yield the leaves from left to right."""
    ahead = [rumus]
    while ahead:
        part = ahead.pop()
        if isinstance(part, Operation):
            ahead += (part.kanan, part.kiri)
        elif isinstance(part, Negative):
            ahead.append(part.isi)
        else:
            yield part


def variabel_names(rumus: Rumus) -> tuple[str, ...]:
    """Return the names of all variables, lists included, in order of first use."""
    return tuple(dict.fromkeys(d.nama for d in leaves(rumus) if not isinstance(d, Number)))


def list_names(rumus: Rumus) -> frozenset[str]:
    """Return the names of those variables that are lists."""
    return frozenset(d.nama for d in leaves(rumus) if isinstance(d, Aggregate))


def mark_percent(rumus: Rumus) -> Rumus:
    """Return ``rumus`` with its factor 100 marked, once in every term, or unchanged.

    That 100 stands for 100%. ``a / b * 100``, ``a * 100 / b`` and ``100 - a / b * 100`` have one;
    ``(a + b) / 2`` has none, because there the variables are percentages already.
    """
    return _tandai(rumus) or rumus


def has_percent(rumus: Rumus) -> bool:
    """Say whether ``rumus`` has such a 100, so that “= 65%” is true of the line written with it.

    Without one the line gives a bare number: ``(80 + 90) ÷ 2 = 85``, whatever its unit.
    """
    return _tandai(rumus) is not None


def _tandai(rumus: Rumus) -> Rumus | None:
    match rumus:
        case Number(nilai) if nilai == 100:
            return replace(rumus, persen=True)
        case Negative(isi):
            dalam = _tandai(isi)
            return dalam and Negative(dalam)
        case Operation(Operator.KALI | Operator.BAGI, kiri, kanan):
            b = _tandai(kanan) if rumus.operator is Operator.KALI else None
            if b:
                return replace(rumus, kanan=b)
            a = _tandai(kiri)
            return a and replace(rumus, kiri=a)
        case Operation(_, kiri, kanan):
            a, b = _tandai(kiri), _tandai(kanan)
            return a and b and replace(rumus, kiri=a, kanan=b)
    return None
