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
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Operator(StrEnum):
    """The four operations, by their sign in the source."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class Function(StrEnum):
    """What can be made of a list, by its name in the source."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula. ``percent`` only says that it is shown as ``100%``."""

    value: Decimal
    percent: bool = False

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value.is_signed():
            raise ValueError(f"not a plain number: {self.value}")
        if len(f"{self.value:f}") > MAX_DIGITS:
            raise ValueError(f"more than {MAX_DIGITS} characters: {self.value}")


@dataclass(frozen=True, slots=True)
class Variabel:
    """One number by its name."""

    name: str

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise ValueError(f"not a name: {self.name!r}")


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The sum or the mean of a list of numbers."""

    function: Function
    name: str

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise ValueError(f"not a name: {self.name!r}")


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus; it binds more tightly than ``*`` and ``/``."""

    operand: "Rumus"


@dataclass(frozen=True, slots=True)
class Operation:
    """One of the four operations."""

    operator: Operator
    left: "Rumus"
    right: "Rumus"


Leaf: TypeAlias = Number | Variabel | Aggregate
Rumus: TypeAlias = Leaf | Negative | Operation


def is_name(name: str) -> bool:
    """Say whether ``name`` can be the name of a variable."""
    return (
        _NAME.fullmatch(name) is not None
        and len(name) <= MAX_NAME
        and name not in set(Function)
        and not keyword.iskeyword(name)
    )


def leaves(rumus: Rumus) -> Iterator[Leaf]:
    """Yield the leaves from left to right."""
    ahead = [rumus]
    while ahead:
        part = ahead.pop()
        if isinstance(part, Operation):
            ahead += (part.right, part.left)
        elif isinstance(part, Negative):
            ahead.append(part.operand)
        else:
            yield part


def variabel_names(rumus: Rumus) -> tuple[str, ...]:
    """Return the names of all variables, lists included, in order of first use."""
    return tuple(dict.fromkeys(d.name for d in leaves(rumus) if not isinstance(d, Number)))


def list_names(rumus: Rumus) -> frozenset[str]:
    """Return the names of those variables that are lists."""
    return frozenset(d.name for d in leaves(rumus) if isinstance(d, Aggregate))


def mark_percent(rumus: Rumus) -> Rumus:
    """Return ``rumus`` with its factor 100 marked, once in every term, or unchanged.

    That 100 stands for 100%. ``a / b * 100``, ``a * 100 / b`` and ``100 - a / b * 100`` have one;
    ``(a + b) / 2`` has none, because there the variables are percentages already.
    """
    return _mark(rumus) or rumus


def has_percent(rumus: Rumus) -> bool:
    """Say whether ``rumus`` has such a 100, so that “= 65%” is true of the line written with it.

    Without one the line gives a bare number: ``(80 + 90) ÷ 2 = 85``, whatever its unit.
    """
    return _mark(rumus) is not None


def _mark(rumus: Rumus) -> Rumus | None:
    match rumus:
        case Number(value) if value == 100:
            return replace(rumus, percent=True)
        case Negative(operand):
            inner = _mark(operand)
            return inner and Negative(inner)
        case Operation(Operator.MULTIPLY | Operator.DIVIDE, left, right):
            b = _mark(right) if rumus.operator is Operator.MULTIPLY else None
            if b:
                return replace(rumus, right=b)
            a = _mark(left)
            return a and replace(rumus, left=a)
        case Operation(_, left, right):
            a, b = _mark(left), _mark(right)
            return a and b and replace(rumus, left=a, right=b)
    return None
