"""Formulas and rules filled with numbers: every printed line is a true equation."""

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iku_terbuka.capaian import measure
from iku_terbuka.formula import Rumus, rumus_source
from iku_terbuka.pages.rumus import FormulaView, capaian_formula, decree_formulas
from tests.capaian.made import basis, definisi, indikator
from tests.formula.random_rumus import DAFTAR, TUNGGAL, rumus

FORMULA = {"formula": {"teks": "a", "rumus": "a / b", "variabel": {"a": "a", "b": "b"}}}


@pytest.mark.parametrize(
    ("a", "b", "target", "expected"),
    [
        ("14", "2", "7", "2024: 7 ÷ 7 × 100% = 100,00%"),
        (
            "98765432099", "1", "98765432100",
            "2024: 98.765.432.099 ÷ 98.765.432.100 × 100% = 99,999999999%",
        ),
        (
            "2", "3", "1",
            "2024: 0,6667 ÷ 1 × 100% = 66,67%, dari realisasi sebelum dibulatkan menjadi 0,67",
        ),
        (
            "1", "3", "0.33",
            "2024: 0,33333 ÷ 0,33 × 100% = 101,01%, dari realisasi sebelum dibulatkan menjadi "
            "0,33",
        ),
        ("2000", "3", "600", "2024: 666,67 ÷ 600 × 100% = 111,11%"),
    ],
)  # fmt: skip
def test_only_a_rounded_result_is_called_so(a: str, b: str, target: str, expected: str) -> None:
    made = definisi(rumus_capaian="naik", target={"2024": target}, **FORMULA)
    one_indikator = indikator({2024: {"variabel": {"a": a, "b": b}}}, made)
    rumus = capaian_formula(one_indikator, {2024: measure(one_indikator, 2024, basis())})
    assert rumus is not None
    assert rumus.lines == (expected,)


def is_true(line: str) -> bool:
    """Compute both sides as a reader does, a percent sign as a hundredth; compare as rounded."""
    left, _, right = re.sub("^[0-9]{4}: |, dari .*$", "", line).partition(" = ")
    places = len(right.rstrip("%").partition(",")[2]) + 2 * right.endswith("%")
    return abs(_value(left) - _value(right)) <= Fraction(1, 2 * 10**places)


def _value(side: str) -> Fraction:
    plain = side.replace(".", "").translate(str.maketrans("÷×−,", "/*-."))
    numbers = re.sub(
        "([0-9.]+)(%?)",
        lambda found: f"(F('{found[1]}') / {100 if found[2] else 1})",
        plain,
    )
    return Fraction(eval(numbers, {"F": Fraction, "__builtins__": {}}))


@pytest.mark.parametrize(
    ("line", "true"),
    [
        ("47 ÷ 49 × 100% = 95,92%", True),
        ("33 ÷ 51 = 0,65%", False),
        ("33 ÷ 51 = 0,65", True),
        ("(80 + 90) ÷ 2 = 85%", False),
        ("(80 + 90) ÷ 2 = 85,0", True),
        ("0,67 ÷ 1 × 100% = 66,67%", False),
        ("2024: 1.500 × 100% ÷ 2.000 = 75%", True),
        ("100% − 1 ÷ 4 × 100% = 75,00%", True),
    ],
)
def test_what_a_true_equation_is(line: str, true: bool) -> None:
    assert is_true(line) is true


def lines_of(formula: Rumus | str, satuan: str, components: dict[str, object]) -> tuple[str, ...]:
    """Return the lines of an indicator with that formula, its own and the rule's."""
    text = formula if isinstance(formula, str) else rumus_source(formula)
    variabel = dict.fromkeys(components, "Arti")
    made = definisi(
        satuan=satuan,
        rumus_capaian="naik",
        target={"2024": "90"},
        formula={"teks": "Rumus", "rumus": text, "variabel": variabel},
    )
    one_indikator = indikator({2024: {"variabel": components}}, made)
    measurements = {2024: measure(one_indikator, 2024, basis())}
    shown: tuple[FormulaView | None, ...] = (
        decree_formulas(one_indikator, measurements)[0].view,
        capaian_formula(one_indikator, measurements),
    )
    return tuple(line for one in shown if one for line in one.lines)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a / b * 100", "2024: 33 ÷ 51 × 100% = 64,71%"),
        ("a * 100 / b", "2024: 33 × 100% ÷ 51 = 64,71%"),
        ("a / b", "2024: 33 ÷ 51 = 0,65"),
        ("(a + b) / 2", "2024: (33 + 51) ÷ 2 = 42"),
        ("(a - b) / b", "2024: (33 − 51) ÷ 51 = −0,35"),
        ("100 - a / b * 100", "2024: 100% − 33 ÷ 51 × 100% = 35,29%"),
        ("100 - a / b", "2024: 100 − 33 ÷ 51 = 99,35"),
        ("a / 100 + b", "2024: 33 ÷ 100 + 51 = 51,33"),
        ("a / b * 100 + 1", "2024: 33 ÷ 51 × 100 + 1 = 65,71"),
    ],
)
def test_the_sign_of_percent_stands_on_both_sides_or_on_none(formula: str, expected: str) -> None:
    (first, *_) = lines_of(formula, "persen", {"a": "33", "b": "51"})
    assert first == expected
    assert is_true(first)


def test_components_beside_a_grade_give_their_number() -> None:
    made = definisi(
        satuan="persen",
        formula={"teks": "a", "rumus": "a / b * 100", "variabel": {"a": "a", "b": "b"}},
    )
    result = {"variabel": {"a": "47", "b": "49"}, "realisasi": {"predikat": "Baik"}}
    one_indikator = indikator({2024: result}, made)
    shown = decree_formulas(one_indikator, {2024: measure(one_indikator, 2024, basis())})[0].view
    assert shown is not None
    assert shown.lines == ("2024: 47 ÷ 49 × 100% = 95,92%",)


_numbers = st.decimals(0, 10**6, places=2).map(str)


@given(
    rumus(),
    st.sampled_from(["persen", "%", "Persen", "orang", "indeks"]),
    st.fixed_dictionaries(
        {
            **dict.fromkeys(TUNGGAL, _numbers),
            **{nama: st.lists(_numbers, min_size=1, max_size=4) for nama in DAFTAR},
        }
    ),
)
def test_no_formula_prints_a_false_equation(
    formula: Rumus, satuan: str, components: dict[str, object]
) -> None:
    lines = lines_of(formula, satuan, components)
    assume(lines)
    assert [line for line in lines if not is_true(line)] == []


@given(st.integers(0, 10**4), st.integers(1, 10**4))
def test_no_rule_prints_a_false_equation(a: int, b: int) -> None:
    lines = lines_of("a / b * 100", "persen", {"a": str(a), "b": str(b)})
    assert len(lines) == 2
    assert [line for line in lines if not is_true(line)] == []
