"""The value is exact, or there is a reason why there is none."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given

from iku_terbuka.formula import NotComputable, Rumus, evaluate, parse_rumus, rumus_source
from tests.formula.random_rumus import desimal, isian, python_value, rumus


def values(**angka: str) -> dict[str, tuple[Decimal, ...]]:
    return {nama: tuple(Decimal(each) for each in teks.split()) for nama, teks in angka.items()}


@pytest.mark.parametrize(
    ("sumber", "nilai", "hasil"),
    [
        ("realisasi / target * 100", values(realisasi="88.94", target="82.5"), "107.81"),
        (
            "(2 * target - realisasi) / target * 100",
            values(realisasi="9.53", target="9.2"),
            "96.41",
        ),
        ("target / realisasi * 100", values(realisasi="186", target="162"), "87.10"),
        ("kematian / kelahiran * 100000", values(kematian="10", kelahiran="5350"), "186.92"),
        ("selesai / diterima * 100", values(selesai="47", diterima="49"), "95.92"),
        ("mean(nilai)", values(nilai="80 90 85"), "85.00"),
        ("sum(nilai) / 3", values(nilai="80 90 85"), "85.00"),
        ("-a - (-b)", values(a="1", b="-2.5"), "-3.50"),
    ],
)
def test_computes_what_the_reports_print(
    sumber: str, nilai: Mapping[str, tuple[Decimal, ...]], hasil: str
) -> None:
    assert str(round(evaluate(parse_rumus(sumber), nilai), 2)) == hasil


def test_a_third_times_three_is_one() -> None:
    """A target of 100 that is reached must not be missed by a digit far behind the comma."""
    assert evaluate(parse_rumus("a / 3 * 3 * 100"), values(a="1")) == 100
    assert evaluate(parse_rumus("mean(a) * 3"), values(a="1 0 0")) == 1


def test_does_not_depend_on_the_decimals_around_it() -> None:
    with localcontext(prec=3):
        assert evaluate(parse_rumus("a + b"), values(a="123456.78", b="0.01")) == Decimal(
            "123456.79"
        )


@given(rumus(desimal), isian)
def test_agrees_with_python_in_whole_fractions(
    pohon: Rumus, nilai: dict[str, tuple[Decimal, ...]]
) -> None:
    benar = python_value(rumus_source(pohon), nilai)
    if benar is None:
        with pytest.raises(NotComputable) as ditolak:
            evaluate(pohon, nilai)
        assert ditolak.value.reason == "pembaginya nol"
    else:
        hasil = evaluate(pohon, nilai)
        assert abs(Fraction(hasil) - benar) <= abs(benar) / 10**59


@pytest.mark.parametrize(
    ("sumber", "nilai", "sebab"),
    [
        ("a / b", values(a="1", b="0"), "pembaginya nol"),
        ("a / b", values(a="0", b="0.00"), "pembaginya nol"),
        ("a / (b - b)", values(a="1", b="3"), "pembaginya nol"),
        ("a / sum(b)", values(a="1", b="1 -1"), "pembaginya nol"),
        ("a / 0", values(a="1"), "pembaginya nol"),
        ("a / b", values(a="1"), "variabel “b” belum diisi"),
        ("sum(b)", values(), "variabel “b” belum diisi"),
        ("a / b", values(b="0"), "variabel “a” belum diisi"),
        ("a / b", values(a="1 2", b="3"), "“a” harus satu angka"),
        ("mean(a)", values(a=""), "daftar “a” kosong"),
        ("sum(a)", values(a=""), "daftar “a” kosong"),
    ],
)
def test_says_why_there_is_no_value(
    sumber: str, nilai: Mapping[str, tuple[Decimal, ...]], sebab: str
) -> None:
    with pytest.raises(NotComputable) as ditolak:
        evaluate(parse_rumus(sumber), nilai)
    assert ditolak.value.reason == sebab


def test_missing_is_never_zero() -> None:
    with pytest.raises(NotComputable):
        evaluate(parse_rumus("a + b"), values(a="1"))


def test_a_long_list_is_no_trouble() -> None:
    assert evaluate(parse_rumus("sum(a)"), {"a": (Decimal("0.1"),) * 5000}) == 500
