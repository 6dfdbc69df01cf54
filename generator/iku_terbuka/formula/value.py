"""The value of a formula, exact: whole fractions inside, rounded once, at 60 digits, at the end.

So a third times three is one, and a target that is reached is not missed by 10⁻⁶⁰.
"""

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction

from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    Variabel,
    leaves,
    list_names,
)

PRECISION = 60
_ROUNDING = Context(prec=PRECISION)


class NotComputable(Exception):  # noqa: N818 (a result of its own kind, not a mistake of ours)
    """Why a formula has no value: a clause in Indonesian."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def evaluate(rumus: Rumus, values: Mapping[str, tuple[Decimal, ...]]) -> Decimal:
    """Return the value of ``rumus``; a variable that is no list has exactly one number."""
    require_values(rumus, values)
    result = _evaluate(rumus, values)
    return _ROUNDING.divide(Decimal(result.numerator), Decimal(result.denominator))


def require_values(rumus: Rumus, values: Mapping[str, tuple[Decimal, ...]]) -> None:
    """Raise unless every variable has its number, every list at least one."""
    for leaf in leaves(rumus):
        if isinstance(leaf, Number):
            continue
        numbers = values.get(leaf.name)
        if numbers is None:
            raise NotComputable(f"variabel “{leaf.name}” belum diisi")
        if not numbers:
            raise NotComputable(f"daftar “{leaf.name}” kosong")
        if len(numbers) > 1 and leaf.name not in list_names(rumus):
            raise NotComputable(f"“{leaf.name}” harus satu angka")


def _evaluate(rumus: Rumus, values: Mapping[str, tuple[Decimal, ...]]) -> Fraction:
    match rumus:
        case Number(value):
            return _fraction(value)
        case Variabel(name):
            return _fraction(values[name][0])
        case Aggregate(function, name):
            total = sum(map(_fraction, values[name]), Fraction(0))
            return total if function is Function.SUM else total / len(values[name])
        case Negative(operand):
            return -_evaluate(operand, values)
        case Operation(operator, left, right):
            return _operate(operator, _evaluate(left, values), _evaluate(right, values))


def _fraction(number: Decimal) -> Fraction:
    """Return the same number; faster than ``Fraction(number)``, which checks its type first."""
    return Fraction(*number.as_integer_ratio())


def _operate(operator: Operator, left: Fraction, right: Fraction) -> Fraction:
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            if right == 0:
                raise NotComputable("pembaginya nol")
            return left / right
