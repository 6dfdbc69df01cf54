"""A formula as native MathML: fractions, brackets that stretch, the decree's words.

Words stand in ``<mtext>``, where HTML is allowed, so that long ones wrap on a phone: the style
sheet gives ``.iku-var`` its width by ``data-lajur``, how many of them stand side by side (3 is
three or more). ``left`` and ``result`` stand outside ``<math>``, so that a line may break there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from iku_terbuka.formula.layout import (
    SCHOOL_SIGNS,
    Binding,
    RenderLeaf,
    binding,
    expand_means,
    leaves_in_numbers,
    leaves_in_words,
    needs_brackets,
    operator_binding,
    render_line,
)
from iku_terbuka.formula.tree import Negative, Operation, Operator, Rumus, mark_percent
from iku_terbuka.formula.value import require_values

# A row without fractions and brackets that is longer than this is set as text, so that it wraps.
MAX_ROW = 24

_ONLY_A_NUMBER = re.compile("\u2212?[0-9.,]+%?")
_NUMBER = Markup("<mn>{}</mn>")
_SIGN = Markup("<mo>{}</mo>")
_WORDS = Markup('<mtext><span class="iku-var"><span>{}</span></span></mtext>')
_BRACKETS = Markup('<mrow><mo symmetric="false">(</mo>{}<mo symmetric="false">)</mo></mrow>')


def mathml(rumus: Rumus, words: Mapping[str, str], percent: bool, left: str | None) -> Markup:
    """Return the formula in words, typeset; ``left`` is what it equals."""
    shown = mark_percent(rumus) if percent else rumus
    math = _math(shown, leaves_in_words(words, str))
    if not left:
        return math
    return Markup('<span class="iku-kiri">{} =</span> {}').format(" ".join(left.split()), math)


def mathml_numbers(
    rumus: Rumus,
    values: Mapping[str, tuple[Decimal, ...]],
    result: str,
    show: Callable[[Decimal], str],
    percent: bool,
) -> Markup:
    """Return the same with numbers in place of the words, and what comes out."""
    require_values(rumus, values)
    shown = expand_means(mark_percent(rumus) if percent else rumus, values)
    end = Markup(' <span class="iku-hasil">= {}</span>').format(result)
    return _math(shown, leaves_in_numbers(values, show)) + end


def _math(rumus: Rumus, render_leaf: RenderLeaf) -> Markup:
    box = _Typesetter(render_leaf).typeset(rumus, leading=True)
    return Markup('<math displaystyle="true" data-lajur="{}">{}</math>').format(
        min(max(box.columns, 1), 3), box.markup
    )


def _words(text: str) -> Markup:
    """Return words in a box that wraps, after a slash too."""
    return _WORDS.format(Markup("/<wbr/>").join(text.split("/")))


@dataclass(frozen=True, slots=True)
class _Box:
    """A typeset part and how many boxes of words stand side by side in it."""

    markup: Markup
    columns: int


class _Typesetter:
    """Typesets one formula, its leaves as ``render_leaf`` writes them."""

    def __init__(self, render_leaf: RenderLeaf) -> None:
        self._leaf = render_leaf

    def typeset(self, rumus: Rumus, *, leading: bool) -> _Box:
        match rumus:
            case Operation() if self._is_flat(rumus):
                text = render_line(rumus, self._leaf, SCHOOL_SIGNS, leading=leading)
                is_long = len(text) > MAX_ROW
                return _Box(_words(text) if is_long else self._row(rumus, leading).markup, 1)
            case Operation(Operator.DIVIDE, left, right):
                top, bottom = self.typeset(left, leading=True), self.typeset(right, leading=True)
                markup = Markup("<mfrac>{}{}</mfrac>").format(top.markup, bottom.markup)
                return _Box(markup, max(top.columns, bottom.columns))
            case Operation():
                return self._row(rumus, leading)
            case Negative(operand):
                bracketed = self._binding(operand) < Binding.WHOLE
                inner = self._side(operand, bracketed=bracketed, leading=False)
                sign = _SIGN.format(SCHOOL_SIGNS[Operator.SUBTRACT])
                return _Box(Markup("<mrow>{}{}</mrow>").format(sign, inner.markup), inner.columns)
            case _:
                text = self._leaf(rumus).text
                is_number = _ONLY_A_NUMBER.fullmatch(text)
                return _Box(_NUMBER.format(text), 0) if is_number else _Box(_words(text), 1)

    def _row(self, rumus: Operation, leading: bool) -> _Box:
        """Set two sides and the sign between them in a row."""
        bracketed = {
            right: needs_brackets(self._binding(side), rumus.operator, right=right, leading=lead)
            for right, side, lead in ((False, rumus.left, leading), (True, rumus.right, False))
        }
        a = self._side(rumus.left, bracketed=bracketed[False], leading=leading)
        b = self._side(rumus.right, bracketed=bracketed[True], leading=False)
        sign = _SIGN.format(SCHOOL_SIGNS[rumus.operator])
        markup = Markup("<mrow>{}{}{}</mrow>").format(a.markup, sign, b.markup)
        return _Box(markup, a.columns + b.columns)

    def _side(self, rumus: Rumus, *, bracketed: bool, leading: bool) -> _Box:
        box = self.typeset(rumus, leading=bracketed or leading)
        return _Box(_BRACKETS.format(box.markup), box.columns) if bracketed else box

    def _binding(self, rumus: Rumus) -> Binding:
        """Return how tightly this holds together; a fraction does so by itself."""
        if isinstance(rumus, Operation) and rumus.operator is Operator.DIVIDE:
            return Binding.WHOLE
        return binding(rumus, self._leaf)

    def _is_flat(self, rumus: Rumus) -> bool:
        """Say whether there is neither a fraction nor a bracket in it."""
        match rumus:
            case Operation(Operator.DIVIDE):
                return False
            case Operation(operator, left, right):
                sides = binding(left, self._leaf), binding(right, self._leaf)
                return (
                    self._is_flat(left)
                    and self._is_flat(right)
                    and sides[0] >= operator_binding(operator)
                    and sides[1] > operator_binding(operator)
                )
            case Negative():
                return False
        return True
