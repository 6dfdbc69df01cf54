"""Formulas: refused in words, or computed as fractions compute them and shown in every way."""

import json
import string
from decimal import Decimal
from fractions import Fraction
from random import Random
from xml.etree import ElementTree

from iku_terbuka import formula
from iku_terbuka.formula import NotComputable, RumusError
from tests.attack.common import COUNTS, Fault, chance, hostile
from tests.formula.random_rumus import DAFTAR, TUNGGAL, python_value, readable

SUFFIX, SHARE = ".json", 0.5
MAX_MESSAGE = 300
SIGNS = (" + ", " - ", " * ", " / ", "*", "/", "-", " +")
CHARACTERS = "ab1290.,+-*/()[]{}=<>^%:;'\"\\_ \t\n×÷−：０٣é\0\u202e😀" + string.ascii_letters
WORDS = (
    "sum",
    "mean",
    "lambda: ",
    "__import__('os')",
    "a.b",
    "9**9**9",
    "1e9",
    "0x1",
    "if",
    "max(",
)


def draw(rng: Random) -> bytes:
    """Return a formula with numbers and words for its variables, as JSON."""
    source = _expression(rng, rng.choice((1, 2, 3, 4, 5)))
    if chance(rng, 40):
        source = _damaged(source, rng)
    numbers = {name: [_number(rng)] for name in TUNGGAL}
    numbers |= {name: [_number(rng) for _ in range(rng.choice((1, 2, 9)))] for name in DAFTAR}
    words = {name: hostile(rng) for name in numbers}
    return json.dumps({"rumus": source, "angka": numbers, "kata": words}).encode()


def _expression(rng: Random, depth: int) -> str:
    if not depth or chance(rng, 15):
        pick = rng.choice(("number", "single", "single", "list"))
        if pick == "number":
            return rng.choice(("0", "1", "2", "100", "0.5", "1000", "3.20", "0.0000001", "9" * 30))
        return (
            rng.choice(TUNGGAL)
            if pick == "single"
            else f"{rng.choice(('sum', 'mean'))}({rng.choice(DAFTAR)})"
        )
    parts = [_expression(rng, depth - 1) for _ in range(rng.choice((1, 2, 2, 2, 3)))]
    inner = parts[0] + "".join(rng.choice(SIGNS) + part for part in parts[1:])
    return f"({rng.choice(('', '', '-'))}{inner})" if chance(rng, 60) else inner


def _damaged(source: str, rng: Random) -> str:
    for _ in range(rng.choice((1, 1, 2, 5))):
        start = rng.randrange(len(source) + 1)
        end = start + rng.choice((0, 0, 1, 3))
        pieces = (
            rng.choice(CHARACTERS),
            rng.choice(WORDS),
            hostile(rng)[:2_000],
            rng.choice("(-") * 2_000,
        )
        source = source[:start] + rng.choice(pieces[: rng.choice((1, 2, 4))]) + source[end:]
    return source


def _number(rng: Random) -> str:
    digits = rng.choice(("0", "0.00", "-0", "1", "-1", "0.1", "100", "1e30", "-1e-30", ""))
    return digits or str(Decimal(rng.randrange(-(10**12), 10**12)).scaleb(-rng.randrange(13)))


def attack(case: bytes) -> None:
    """Read, compute and show one formula."""
    typed = json.loads(case)
    source, words = typed["rumus"], typed["kata"]
    numbers = {name: tuple(map(Decimal, some)) for name, some in typed["angka"].items()}
    try:
        rumus = formula.parse_rumus(source)
    except RumusError as error:
        COUNTS["refused"] += 1
        if not str(error).isprintable() or not 0 < len(str(error)) <= MAX_MESSAGE:
            raise Fault("a refusal is not one short printable line") from None
        if not 1 <= error.column <= len(source) + 1:
            raise Fault("a refusal names a place outside the formula") from None
        return
    unknown = set(formula.variabel_names(rumus)) - numbers.keys()
    if unknown or formula.list_names(rumus) & set(TUNGGAL):
        COUNTS["of other variables"] += 1
        return
    COUNTS["computed"] += 1
    if formula.parse_rumus(formula.rumus_source(rumus)) != rumus:
        raise Fault("written and read again it is another formula")
    if not _agrees(rumus, numbers):
        raise Fault("the value is not the one of whole fractions")
    formula.times_hundred(rumus)
    formula.is_bare_share(rumus, frozenset({"target"}))
    for percent in (True, False):
        shown = [
            *(formula.in_words(rumus, words, percent), formula.spoken(rumus, words, percent)),
            formula.with_numbers(rumus, numbers, "1,5", readable, percent),
        ]
        if not all(shown):
            raise Fault("a formula is shown as nothing")
        for markup in (
            formula.mathml(rumus, words, percent, words["target"]),
            formula.mathml_numbers(rumus, numbers, "1,5", readable, percent),
        ):
            check_markup(markup)


def _agrees(rumus: formula.Rumus, numbers: dict[str, tuple[Decimal, ...]]) -> bool:
    true = python_value(formula.rumus_source(rumus), numbers)
    try:
        value = Fraction(formula.evaluate(rumus, numbers))
    except NotComputable:
        return true is None
    return true is not None and abs(value - true) <= abs(true) / 10**59


def check_markup(markup: str) -> None:
    """Raise unless MathML is well formed and holds elements of ours alone."""
    known = {
        "x",
        "span",
        "math",
        "wbr",
        "mrow",
        "mfrac",
        "mo",
        "mn",
        "mi",
        "mtext",
        "mstyle",
        "mspace",
    }
    # XML knows fewer characters than HTML; they stand in texts alone.
    clean = "".join(c if c.isprintable() else " " for c in markup)
    try:
        tags = {part.tag for part in ElementTree.fromstring(f"<x>{clean}</x>").iter()}
    except ElementTree.ParseError:
        raise Fault("the MathML is not well formed") from None
    if tags - known:
        raise Fault("the MathML holds an element that is not ours")
