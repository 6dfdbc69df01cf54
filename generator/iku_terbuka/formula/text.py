"""A formula as text: as source, in the decree's words, with numbers, and as a spoken sentence.

In a spoken sentence a comma means “of all so far”. What stands in brackets becomes
``hasil dari …`` up to the next comma where it has no brackets of its own, else
``kurung buka … kurung tutup``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from iku_terbuka.formula.layout import (
    SCHOOL_SIGNS,
    SOURCE_SIGNS,
    Binding,
    Written,
    at_start,
    expand_means,
    leaf_words,
    leaves_in_numbers,
    leaves_in_words,
    operator_binding,
    render_line,
    within_sentence,
)
from iku_terbuka.formula.parser import AMBIGUOUS
from iku_terbuka.formula.tree import (
    Aggregate,
    Leaf,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    mark_percent,
)
from iku_terbuka.formula.value import require_values


def rumus_source(rumus: Rumus) -> str:
    """Return the source of ``rumus`` in its one form, digits as typed."""
    return render_line(rumus, _source_leaf, SOURCE_SIGNS)


def _source_leaf(leaf: Leaf) -> Written:
    match leaf:
        case Number(value):
            text = f"{value:f}"
            return Written(text + "0" if AMBIGUOUS.fullmatch(text) else text)
        case Aggregate(function, name):
            return Written(f"{function}({name})")
        case _:
            return Written(leaf.name)


def in_words(rumus: Rumus, words: Mapping[str, str], percent: bool) -> str:
    """Return the formula in words: ``Jumlah selesai ÷ jumlah diterima × 100%``.

    ``words`` says what each variable stands for; ``percent`` that the result is in percent.
    """
    shown = mark_percent(rumus) if percent else rumus
    return at_start(render_line(shown, leaves_in_words(words, within_sentence), SCHOOL_SIGNS))


def with_numbers(
    rumus: Rumus,
    values: Mapping[str, tuple[Decimal, ...]],
    result: str,
    show: Callable[[Decimal], str],
    percent: bool,
) -> str:
    """Return the line to check by hand: ``47 ÷ 49 × 100% = 95,92%``.

    ``result`` is the result as shown, ``show`` how a number is shown. Raises ``NotComputable``
    where a variable has no number.
    """
    require_values(rumus, values)
    shown = expand_means(mark_percent(rumus) if percent else rumus, values)
    return f"{render_line(shown, leaves_in_numbers(values, show), SCHOOL_SIGNS)} = {result}"


_VERBS = {
    Operator.ADD: "ditambah",
    Operator.SUBTRACT: "dikurangi",
    Operator.MULTIPLY: "dikali",
    Operator.DIVIDE: "dibagi",
}


def spoken(rumus: Rumus, words: Mapping[str, str], percent: bool) -> str:
    """Return the sentence: ``jumlah selesai dibagi jumlah diterima, dikali 100 persen``."""
    return _Speaker(words).chain(mark_percent(rumus) if percent else rumus)


class _Speaker:
    """Writes one formula as a spoken sentence; ``words`` says what each variable stands for."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def chain(self, rumus: Rumus) -> str:
        """Read from left to right; each comma takes all so far."""
        match rumus:
            case Operation(operator, left, right):
                return f"{self._left(operator, left)} {_VERBS[operator]} {self._side(right)}"
            case _:
                return self._side(rumus)

    def _left(self, operator: Operator, left: Rumus) -> str:
        if _is_simple(left):
            return self._side(left)
        looser = isinstance(left, Operation) and _binding(left) < operator_binding(operator)
        return (self._side(left) if looser else self.chain(left)) + ","

    def _side(self, rumus: Rumus) -> str:
        """Read one side of an operation, so that its end is heard."""
        match rumus:
            case Negative(operand):
                return f"minus {self._side(operand)}"
            case Operation() if _is_straight(rumus):
                return f"hasil dari {self._flat(rumus)}"
            case Operation():
                return f"kurung buka {self.chain(rumus)} kurung tutup"
            case _:
                return self._leaf(rumus)

    def _flat(self, rumus: Rumus) -> str:
        match rumus:
            case Operation(operator, left, right):
                return f"{self._flat(left)} {_VERBS[operator]} {self._side(right)}"
            case _:
                return self._side(rumus)

    def _leaf(self, leaf: Leaf) -> str:
        percent = " persen" if isinstance(leaf, Number) and leaf.percent else ""
        return leaf_words(leaf, self._words, within_sentence) + percent


def _is_simple(rumus: Rumus) -> bool:
    """Say whether this is a number or a name, perhaps with a minus before it."""
    inner = rumus.operand if isinstance(rumus, Negative) else rumus
    return not isinstance(inner, Negative | Operation)


def _is_straight(rumus: Rumus) -> bool:
    """Say whether reading from left to right is right without any bracket or comma."""
    match rumus:
        case Operation(operator, left, right):
            return (
                _is_simple(right)
                and _is_straight(left)
                and (_is_simple(left) or _binding(left) >= operator_binding(operator))
            )
        case _:
            return _is_simple(rumus)


def _binding(rumus: Rumus) -> Binding:
    return operator_binding(rumus.operator) if isinstance(rumus, Operation) else Binding.MINUS
