"""A share is told from a percentage by its dimension, not by how it is written."""

from decimal import Decimal

import pytest

from iku_terbuka.formula import evaluate, is_bare_share, parse_rumus, rumus_source, times_hundred


@pytest.mark.parametrize(
    ("sumber", "seratus"),
    [
        ("a / b", "a / b * 100"),
        ("pd_akrual / pd", "pd_akrual / pd * 100"),
        ("(a - b) / b", "(a - b) / b * 100"),
        ("1 - a / b", "(1 - a / b) * 100"),
        ("100 - a / b", "100 - a / b * 100"),
        ("a / b - 1", "(a / b - 1) * 100"),
        ("(a / b + c / d) / 2", "(a / b + c / d) / 2 * 100"),
        ("0.6 * a / b + 0.4 * c / d", "(0.6 * a / b + 0.4 * c / d) * 100"),
        ("(a + b * 0.5) / (c - d)", "(a + b * 0.5) / (c - d) * 100"),
        ("(3 * a + 2 * b + c) / (3 * n)", "(3 * a + 2 * b + c) / (3 * n) * 100"),
        ("sum(a) / sum(b)", "sum(a) / sum(b) * 100"),
        ("sum(a) / b", "sum(a) / b * 100"),
        ("mean(a) / b", "mean(a) / b * 100"),
        ("a / (b * c)", "a / (b * c) * 100"),
        ("a * b / (c * d)", "a * b / (c * d) * 100"),
        ("-(a / b)", "-(a / b) * 100"),
        ("(a + b + c + d + e + f + g + h + i + j + k + l) / m", None),
        ("a / b / 100", "a / b / 100 * 100"),
    ],
)
def test_a_share_lacks_its_hundred(sumber: str, seratus: str | None) -> None:
    rumus = parse_rumus(sumber)
    assert is_bare_share(rumus)
    times = times_hundred(rumus)
    assert seratus is None or rumus_source(times) == seratus
    assert parse_rumus(rumus_source(times)) == times
    if sumber != "a / b / 100":
        assert not is_bare_share(times)


@pytest.mark.parametrize(
    "sumber",
    [
        "a / b * 100",
        "a * 100 / b",
        "100 * a / b",
        "100 - a / b * 100",
        "(1 - a / b) * 100",
        "a / (b / 100)",
        "a / (0.01 * b)",
        "a * 1000 / (b * 10)",
        "(a / b + c / d) * 50",
        "a / b * 60 + c / d * 40",
        "a / b * 60 + c / d * 35 + e / f * 5",
        "(4 * a + 3 * b + 2 * c + d) / n * 25",
        "(100 * a + 50 * b) / n",
        "kematian / kelahiran * 100000",
        # Quantities and percentages themselves, not shares of one another.
        "a",
        "sum(a)",
        "mean(a)",
        "mean(a) * 25",
        "a / 100",
        "a + b",
        "(sirup + e_tendering + e_purchasing + non_e_purchasing + ekontrak) / 5",
        "0.4 * air + 0.35 * udara + 0.25 * lahan",
        "bobot * a / b",
        # What mixes dimensions is not judged.
        "lalu + a / b",
        "(capaian_lalu + selesai / masuk) / 2",
        "50 / 2",
        "a / 0",
        "a / (2 - 2)",
    ],
)
def test_what_is_no_bare_share(sumber: str) -> None:
    assert not is_bare_share(parse_rumus(sumber))


@pytest.mark.parametrize(
    ("sumber", "share"),
    [
        ("a / n", False),
        ("sum(a) / n", False),
        ("(a + b) / 2", False),
        ("mean(a)", False),
        ("c * a / n", False),
        ("a / b", True),  # a percentage of a percentage
        ("n / a", False),
    ],
)
def test_a_variable_in_percent_brings_its_hundred(sumber: str, share: bool) -> None:
    assert is_bare_share(parse_rumus(sumber), frozenset({"a", "b"})) is share


@pytest.mark.parametrize("sumber", ["1 - a / b", "100 - a / b", "a / b", "(a - b) / b + c / d"])
def test_what_is_proposed_gives_percent(sumber: str) -> None:
    """Complements of 100 keep their 100; all else is a hundred times what it was."""
    nilai = {name: (Decimal(value),) for name, value in zip("abcd", (3, 4, 1, 2), strict=True)}
    expected = {"100 - a / b": 25}.get(sumber, evaluate(parse_rumus(sumber), nilai) * 100)
    assert evaluate(times_hundred(parse_rumus(sumber)), nilai) == expected
