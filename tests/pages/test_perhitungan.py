"""The rule filled with numbers: it says that it was not computed from the figures beside it."""

import pytest

from generator.capaian import ukur
from generator.pages.perhitungan import rumus_capaian
from tests.capaian.buatan import dasar, definisi, indikator

RUMUS = {"formula": {"teks": "a", "rumus": "a / b", "variabel": {"a": "a", "b": "b"}}}


@pytest.mark.parametrize(
    ("a", "b", "target", "expected"),
    [
        ("14", "2", "7", "2024: 7 ÷ 7 × 100% = 100,00%"),
        (
            "98765432099", "1", "98765432100",
            "2024: 98.765.432.099 ÷ 98.765.432.100 × 100% = 99,999999999%",
        ),
        ("2", "3", "1", "2024: 0,67 ÷ 1 × 100% = 66,67%, dari realisasi yang belum dibulatkan"),
    ],
)  # fmt: skip
def test_only_a_rounded_result_is_called_so(a: str, b: str, target: str, expected: str) -> None:
    made = definisi(rumus_capaian="naik", target={"2024": target}, **RUMUS)
    satu = indikator({2024: {"variabel": {"a": a, "b": b}}}, made)
    rumus = rumus_capaian(satu, {2024: ukur(satu, 2024, dasar())})
    assert rumus is not None
    assert rumus.hitungan == (expected,)
