"""What others published: compared at their precision, explained where a rule explains it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.capaian import Terbitan, bandingkan_terbitan, ukur
from generator.capaian.terbit import sama_teliti
from generator.model import RumusCapaian
from tests.capaian.buatan import dasar, definisi, indikator

NAIK, TURUN, RASIO = RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO


def terbitan(
    diterbitkan: dict[str, Any], hasil: dict[str, Any] | None = None, **fields: Any
) -> tuple[Terbitan, ...]:
    fields = {"rumus_capaian": "naik", "target": {"2024": "80"}} | fields
    made = definisi(**fields)
    isi = {"realisasi": "60", **(hasil or {}), "diterbitkan": diterbitkan}
    satu = indikator({2024: isi}, made)
    return bandingkan_terbitan(satu.hasil[2024], ukur(satu, 2024, dasar()), made.rumus_capaian)


@pytest.mark.parametrize(
    ("terbit", "kami", "sama"),
    [
        ("104.96", "104.955752", True),
        ("104.96", "104.955", True),  # half up
        ("104.95", "104.955", False),
        ("105", "104.955", True),
        ("150.0", "150", True),
        ("100", "99.5", True),
        ("100", "99.49", False),
        ("0.00", "-0.004", True),
        ("-33.33", "-33.333", True),
    ],
)
def test_a_figure_is_compared_at_the_digits_it_was_printed_with(
    terbit: str, kami: str, sama: bool
) -> None:
    assert sama_teliti(Decimal(terbit), Decimal(kami)) is sama


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40),
)
def test_comparing_never_raises(terbit: Decimal, kami: Decimal) -> None:
    sama_teliti(terbit, kami)
    assert sama_teliti(terbit, terbit)


def test_nothing_published_nothing_compared() -> None:
    satu = indikator({2024: "60"}, definisi())
    assert bandingkan_terbitan(satu.hasil[2024], ukur(satu, 2024, dasar()), None) == ()


def test_each_published_number_is_compared_with_ours() -> None:
    found = terbitan({"realisasi": "60", "target": "75", "capaian": "75.00"})
    assert [(satu.apa, satu.kami, satu.sama) for satu in found] == [
        ("realisasi", 60, True),
        ("target", 80, False),
        ("capaian", 75, True),
    ]


def test_ours_wins_even_where_another_rule_explains_it_too() -> None:
    (found,) = terbitan({"capaian": "100"}, {"realisasi": "80"})
    assert found.sama
    assert found.rumus_lain is None


def test_a_figure_that_follows_the_published_numbers_says_so() -> None:
    *_, found = terbitan({"target": "75", "capaian": "80"})
    assert not found.sama
    assert found.dari_terbitan
    *_, found = terbitan({"realisasi": "62", "capaian": "77.5"})
    assert found.dari_terbitan
    *_, found = terbitan({"realisasi": "62", "capaian": "77.6"})
    assert not found.dari_terbitan


@pytest.mark.parametrize(
    ("rumus", "terbit", "lain"),
    [("naik", "133.33", RASIO), ("naik", "125", TURUN), ("turun", "133.3", RASIO),
     ("turun_rasio", "75", NAIK), ("turun_rasio", "76", None), ("status", "75", NAIK),
     (None, "75", NAIK)],
)  # fmt: skip
def test_another_rule_may_explain_it(
    rumus: str | None, terbit: str, lain: RumusCapaian | None
) -> None:
    (found,) = terbitan({"capaian": terbit}, rumus_capaian=rumus)
    assert not found.sama
    assert found.rumus_lain is lain


def test_without_a_number_of_ours_nothing_agrees() -> None:
    found = terbitan({"target": "75", "realisasi": "60", "capaian": "80"}, target={})
    assert [(satu.apa, satu.kami, satu.sama) for satu in found] == [
        ("realisasi", 60, True),
        ("target", None, False),
        ("capaian", None, False),
    ]
    assert found[-1].dari_terbitan


def test_a_computed_zero_is_a_number() -> None:
    fields = {
        "rumus_capaian": "turun",
        "formula": {"teks": "a", "rumus": "a * 1", "variabel": {"a": "a"}},
    }
    isi = {"variabel": {"a": "0"}, "realisasi": "0.3"}  # the check refuses this; ours is exact
    found = terbitan({"realisasi": "0", "capaian": "200"}, isi, **fields)
    assert [(satu.kami, satu.sama) for satu in found] == [(0, True), (200, True)]
