"""Whether a formula gives a bare share, 0,65, where its unit is percent and 65 is meant.

Told by dimension. Every variable is a quantity, a quotient of two quantities is a share, and only
a constant factor makes percent of it. A variable that is itself in percent brings its 100 along.
"""

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from iku_terbuka.formula.tree import (
    Aggregate,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    Variabel,
)

# A share has the factor 1 and a percentage 100; weights and points blur both.
_BATAS = 10
_SERATUS = Number(Decimal(100))


@dataclass(frozen=True, slots=True)
class _Dimensi:
    """How many quantities are multiplied less how many divide, and the constant beside them.

    A constant alone fits beside every dimension and has ``derajat`` ``None``.
    """

    derajat: int | None
    faktor: Fraction


def is_bare_share(rumus: Rumus, persen: Set[str] = frozenset()) -> bool:
    """Say whether ``rumus`` divides quantities by one another and multiplies by no 100.

    ``persen`` names the variables that are percentages already. ``a / b``, ``(a - b) / b`` and
    ``1 - a / b`` are such shares; ``a / b * 100``, ``(a + b) / 2``, ``a / 100`` and weights like
    ``a / b * 60 + c / d * 40`` are not. What mixes dimensions is not judged.
    """
    dimensi = _dimensi(rumus, persen)
    if dimensi is None or dimensi.derajat is None:
        return False
    return dimensi.derajat <= 0 and dimensi.faktor < _BATAS


def times_hundred(rumus: Rumus) -> Rumus:
    """Return the share ``rumus`` as a percentage; ``100 - a / b`` has its one 100 already."""
    match rumus:
        case Operation(Operator.TAMBAH | Operator.KURANG, kiri, kanan) if _ada_seratus(rumus):
            return Operation(rumus.operator, times_hundred(kiri), times_hundred(kanan))
        case Number(nilai) if nilai == _SERATUS.nilai:
            return rumus
        case _:
            return Operation(Operator.KALI, rumus, _SERATUS)


def _ada_seratus(rumus: Rumus) -> bool:
    """Say whether 100 is one of the terms of a sum."""
    match rumus:
        case Operation(Operator.TAMBAH | Operator.KURANG, kiri, kanan):
            return _ada_seratus(kiri) or _ada_seratus(kanan)
        case Number(nilai):
            return nilai == _SERATUS.nilai
        case _:
            return False


def _dimensi(rumus: Rumus, persen: Set[str]) -> _Dimensi | None:
    match rumus:
        case Number(nilai):
            return _Dimensi(None, Fraction(nilai))
        case Variabel(nama) | Aggregate(_, nama):
            return _Dimensi(0, Fraction(100)) if nama in persen else _Dimensi(1, Fraction(1))
        case Negative(isi):
            return _dimensi(isi, persen)
        case Operation(operator, kiri, kanan):
            a, b = _dimensi(kiri, persen), _dimensi(kanan, persen)
            if a is None or b is None:
                return None
            if operator in {Operator.TAMBAH, Operator.KURANG}:
                return _jumlah(operator, a, b)
            return _hasil_kali(operator, a, b)


def _jumlah(operator: Operator, a: _Dimensi, b: _Dimensi) -> _Dimensi | None:
    """Add two terms: like quantities keep the larger factor, shares add theirs."""
    if a.derajat is None and b.derajat is None:
        faktor = a.faktor + b.faktor if operator is Operator.TAMBAH else a.faktor - b.faktor
        return _Dimensi(None, abs(faktor))
    if a.derajat is None or b.derajat is None:
        return b if a.derajat is None else a
    if a.derajat != b.derajat:
        return None
    shares = a.derajat <= 0
    return _Dimensi(a.derajat, a.faktor + b.faktor if shares else max(a.faktor, b.faktor))


def _hasil_kali(operator: Operator, a: _Dimensi, b: _Dimensi) -> _Dimensi | None:
    both = a.derajat is None and b.derajat is None
    if operator is Operator.KALI:
        derajat = (a.derajat or 0) + (b.derajat or 0)
        return _Dimensi(None if both else derajat, a.faktor * b.faktor)
    if b.faktor == 0:
        return None
    derajat = (a.derajat or 0) - (b.derajat or 0)
    return _Dimensi(None if both else derajat, a.faktor / b.faktor)
