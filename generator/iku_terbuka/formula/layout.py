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

    ADD = 1
    MULTIPLY = 2
    MINUS = 3
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Written:
    """A written part and how tightly it holds together."""

    text: str
    binding: Binding = Binding.WHOLE


RenderLeaf: TypeAlias = Callable[[Leaf], Written]

SOURCE_SIGNS: Mapping[Operator, str] = {operator: operator.value for operator in Operator}
SCHOOL_SIGNS: Mapping[Operator, str] = {
    Operator.ADD: "+",
    Operator.SUBTRACT: "\u2212",
    Operator.MULTIPLY: "×",
    Operator.DIVIDE: "÷",
}


def operator_binding(operator: Operator) -> Binding:
    """Return how tightly an operation holds its two sides."""
    return Binding.ADD if operator in {Operator.ADD, Operator.SUBTRACT} else Binding.MULTIPLY


def binding(rumus: Rumus, render_leaf: RenderLeaf) -> Binding:
    """Return how tightly ``rumus`` holds together once it is written."""
    match rumus:
        case Operation(operator):
            return operator_binding(operator)
        case Negative():
            return Binding.MINUS
        case _:
            return render_leaf(rumus).binding


def needs_brackets(part: Binding, operator: Operator, *, right: bool, leading: bool) -> bool:
    """Say whether a side of ``operator`` needs brackets.

    A minus sign stands bare only where a line or a bracket begins (``leading``).
    """
    if part is Binding.MINUS:
        return right or not leading
    limit = operator_binding(operator)
    return part <= limit if right else part < limit


def render_line(
    rumus: Rumus, render_leaf: RenderLeaf, signs: Mapping[Operator, str], *, leading: bool = True
) -> str:
    """Return ``rumus`` on one line with as few brackets as keep its meaning."""

    def part(side: Rumus, bracketed: bool, leading: bool) -> str:
        text = render_line(side, render_leaf, signs, leading=bracketed or leading)
        return f"({text})" if bracketed else text

    match rumus:
        case Operation(operator, left, right):
            left_binding, right_binding = binding(left, render_leaf), binding(right, render_leaf)
            left_bracketed = needs_brackets(left_binding, operator, right=False, leading=leading)
            right_bracketed = needs_brackets(right_binding, operator, right=True, leading=False)
            a, b = part(left, left_bracketed, leading), part(right, right_bracketed, False)
            return f"{a} {signs[operator]} {b}"
        case Negative(operand):
            bracketed = binding(operand, render_leaf) < Binding.WHOLE
            return signs[Operator.SUBTRACT] + part(operand, bracketed, leading=False)
        case _:
            return render_leaf(rumus).text


_NOTATION = str.maketrans(",.", ".,")
# Words for an amount, written with a capital where the decree begins a cell with them.
_AMOUNTS = frozenset(
    {"Banyak", "Banyaknya", "Besaran", "Jumlah", "Nilai", "Persentase", "Rata-rata", "Total"}
)
# A sign within words would be taken for one of the formula.
_SIGN_WITHIN = re.compile(r"[+×÷−=*]| [-/:x] ")
_SUMMARIES = {Function.SUM: "jumlah seluruh", Function.MEAN: "rata-rata"}


def readable_number(value: Decimal) -> str:
    """Return ``1234.50`` as 1.234,50."""
    return f"{value:,f}".translate(_NOTATION)


def variabel_words(name: str, words: Mapping[str, str]) -> str:
    """Return what a variable stands for, in the decree's words, else its name."""
    text = " ".join(words.get(name, "").split()) or name.replace("_", " ")
    return f"“{text}”" if _SIGN_WITHIN.search(text) else text


def within_sentence(text: str) -> str:
    """Return words as they stand within a sentence: ``Jumlah desa`` as ``jumlah desa``."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first in _AMOUNTS else text


def at_start(text: str) -> str:
    """Return words as a sentence begins: ``jumlah desa`` as ``Jumlah desa``."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if re.fullmatch(r"[a-z][a-z-]*", first) else text


def leaf_words(leaf: Leaf, words: Mapping[str, str], fit: Callable[[str], str]) -> str:
    """Return a leaf in words; ``fit`` fits the decree's words to their place."""
    match leaf:
        case Number(value):
            return readable_number(value)
        case Variabel(name):
            return fit(variabel_words(name, words))
        case Aggregate(function, name):
            return f"{_SUMMARIES[function]} {within_sentence(variabel_words(name, words))}"


def leaves_in_words(words: Mapping[str, str], fit: Callable[[str], str]) -> RenderLeaf:
    """Return how to write leaves in words."""

    def render_leaf(leaf: Leaf) -> Written:
        percent = "%" if isinstance(leaf, Number) and leaf.percent else ""
        return Written(leaf_words(leaf, words, fit) + percent)

    return render_leaf


def leaves_in_numbers(
    values: Mapping[str, tuple[Decimal, ...]], show: Callable[[Decimal], str]
) -> RenderLeaf:
    """Return how to write leaves in numbers; a list is written out as a sum."""

    def signed(number: Decimal) -> str:
        return f"\u2212{show(-number)}" if number < 0 else show(number)

    def render_leaf(leaf: Leaf) -> Written:
        if isinstance(leaf, Number):
            return Written(show(leaf.value) + ("%" if leaf.percent else ""))
        numbers = values[leaf.name]
        if len(numbers) == 1:
            return Written(signed(numbers[0]), Binding.MINUS if numbers[0] < 0 else Binding.WHOLE)
        rest = (f"({signed(number)})" if number < 0 else show(number) for number in numbers[1:])
        return Written(" + ".join((signed(numbers[0]), *rest)), Binding.ADD)

    return render_leaf


def expand_means(rumus: Rumus, values: Mapping[str, tuple[Decimal, ...]]) -> Rumus:
    """Return ``rumus`` with every mean as the sum divided by how many there are."""
    match rumus:
        case Aggregate(Function.MEAN, name):
            count = Number(Decimal(len(values[name])))
            return Operation(Operator.DIVIDE, Aggregate(Function.SUM, name), count)
        case Operation(operator, left, right):
            return Operation(operator, expand_means(left, values), expand_means(right, values))
        case Negative(operand):
            return Negative(expand_means(operand, values))
    return rumus
