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
_LIMIT = 10
_HUNDRED = Number(Decimal(100))


@dataclass(frozen=True, slots=True)
class _Dimension:
    """How many quantities are multiplied less how many divide, and the constant beside them.

    A constant alone fits beside every dimension and has ``degree`` ``None``.
    """

    degree: int | None
    factor: Fraction


def is_bare_share(rumus: Rumus, percent: Set[str] = frozenset()) -> bool:
    """Say whether ``rumus`` divides quantities by one another and multiplies by no 100.

    ``percent`` names the variables that are percentages already. ``a / b``, ``(a - b) / b`` and
    ``1 - a / b`` are such shares; ``a / b * 100``, ``(a + b) / 2``, ``a / 100`` and weights like
    ``a / b * 60 + c / d * 40`` are not. What mixes dimensions is not judged.
    """
    dimension = _dimension(rumus, percent)
    if dimension is None or dimension.degree is None:
        return False
    return dimension.degree <= 0 and dimension.factor < _LIMIT


def times_hundred(rumus: Rumus) -> Rumus:
    """Return the share ``rumus`` as a percentage; ``100 - a / b`` has its one 100 already."""
    match rumus:
        case Operation(Operator.ADD | Operator.SUBTRACT, left, right) if _has_hundred(rumus):
            return Operation(rumus.operator, times_hundred(left), times_hundred(right))
        case Number(value) if value == _HUNDRED.value:
            return rumus
        case _:
            return Operation(Operator.MULTIPLY, rumus, _HUNDRED)


def _has_hundred(rumus: Rumus) -> bool:
    """Say whether 100 is one of the terms of a sum."""
    match rumus:
        case Operation(Operator.ADD | Operator.SUBTRACT, left, right):
            return _has_hundred(left) or _has_hundred(right)
        case Number(value):
            return value == _HUNDRED.value
        case _:
            return False


def _dimension(rumus: Rumus, percent: Set[str]) -> _Dimension | None:
    match rumus:
        case Number(value):
            return _Dimension(None, Fraction(value))
        case Variabel(name) | Aggregate(_, name):
            return _Dimension(0, Fraction(100)) if name in percent else _Dimension(1, Fraction(1))
        case Negative(operand):
            return _dimension(operand, percent)
        case Operation(operator, left, right):
            a, b = _dimension(left, percent), _dimension(right, percent)
            if a is None or b is None:
                return None
            if operator in {Operator.ADD, Operator.SUBTRACT}:
                return _sum(operator, a, b)
            return _product(operator, a, b)


def _sum(operator: Operator, a: _Dimension, b: _Dimension) -> _Dimension | None:
    """Add two terms: like quantities keep the larger factor, shares add theirs."""
    if a.degree is None and b.degree is None:
        factor = a.factor + b.factor if operator is Operator.ADD else a.factor - b.factor
        return _Dimension(None, abs(factor))
    if a.degree is None or b.degree is None:
        return b if a.degree is None else a
    if a.degree != b.degree:
        return None
    shares = a.degree <= 0
    return _Dimension(a.degree, a.factor + b.factor if shares else max(a.factor, b.factor))


def _product(operator: Operator, a: _Dimension, b: _Dimension) -> _Dimension | None:
    both = a.degree is None and b.degree is None
    if operator is Operator.MULTIPLY:
        degree = (a.degree or 0) + (b.degree or 0)
        return _Dimension(None if both else degree, a.factor * b.factor)
    if b.factor == 0:
        return None
    degree = (a.degree or 0) - (b.degree or 0)
    return _Dimension(None if both else degree, a.factor / b.factor)
