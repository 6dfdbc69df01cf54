"""The line in words and the line that a citizen checks by hand."""

from decimal import Decimal

import pytest
from hypothesis import given

from iku_terbuka.formula import (
    NotComputable,
    Rumus,
    in_words,
    list_names,
    parse_rumus,
    rumus_source,
    variabel_names,
    with_numbers,
)
from tests.formula.random_rumus import from_school_notation, isian, python_value, readable, rumus

WORDS = {
    "selesai": "Jumlah perkara selesai",
    "diterima": "Jumlah perkara diterima",
    "unsur": "Nilai per unsur",
    "skpd": "SKPD yang melapor",
    "rusak": "SIRUP + e-tendering",
}


@pytest.mark.parametrize(
    ("sumber", "teks"),
    [
        (
            "selesai / diterima * 100",
            "Jumlah perkara selesai ÷ jumlah perkara diterima × 100%",
        ),
        ("selesai * 100 / diterima", "Jumlah perkara selesai × 100% ÷ jumlah perkara diterima"),
        ("100 - selesai / skpd * 100", "100% − jumlah perkara selesai ÷ SKPD yang melapor × 100%"),
        ("realisasi / target * 100", "Realisasi ÷ target × 100%"),
        ("(2 * target - realisasi) / target * 100", "(2 × target − realisasi) ÷ target × 100%"),
        ("target / realisasi * 100", "Target ÷ realisasi × 100%"),
        ("(selesai + diterima) / 2", "(jumlah perkara selesai + jumlah perkara diterima) ÷ 2"),
        ("mean(unsur) * 25", "Rata-rata nilai per unsur × 25"),
        ("sum(unsur) / skpd", "Jumlah seluruh nilai per unsur ÷ SKPD yang melapor"),
        ("rusak / 100000", "“SIRUP + e-tendering” ÷ 100.000"),
        ("tanpa_kata * 0.5", "Tanpa kata × 0,5"),
        ("-selesai * (-skpd)", "−jumlah perkara selesai × (−SKPD yang melapor)"),
        ("selesai", "Jumlah perkara selesai"),
    ],
)
def test_in_the_words_of_the_decree(sumber: str, teks: str) -> None:
    assert in_words(parse_rumus(sumber), WORDS, percent=True) == teks


def test_a_hundred_is_a_percentage_only_where_the_result_is_one() -> None:
    assert in_words(parse_rumus("a / b * 100"), {}, percent=False).endswith("× 100")
    assert in_words(parse_rumus("a / 100"), {}, percent=True) == "A ÷ 100"
    assert in_words(parse_rumus("a / 100 + b"), {}, percent=True) == "A ÷ 100 + b"
    assert in_words(parse_rumus("a * 100 * 100"), {}, percent=True) == "A × 100 × 100%"
    assert in_words(parse_rumus("a * 100 + b"), {}, percent=True) == "A × 100 + b"


@given(rumus())
def test_the_words_say_the_same_formula(pohon: Rumus) -> None:
    word = {nama: nama for nama in variabel_names(pohon)}
    teks = from_school_notation(in_words(pohon, word, percent=True)).lower()
    for nama in list_names(pohon):
        teks = teks.replace(f"jumlah seluruh {nama}", f"sum({nama})")
        teks = teks.replace(f"rata-rata {nama}", f"mean({nama})")
    assert teks == rumus_source(pohon)


def values(**angka: str) -> dict[str, tuple[Decimal, ...]]:
    return {nama: tuple(Decimal(each) for each in teks.split()) for nama, teks in angka.items()}


@pytest.mark.parametrize(
    ("sumber", "nilai", "hasil", "baris"),
    [
        (
            "selesai / diterima * 100",
            values(selesai="47", diterima="49"),
            "95,92%",
            "47 ÷ 49 × 100% = 95,92%",
        ),
        ("sum(n) / 3", values(n="80 90 85"), "85,00%", "(80 + 90 + 85) ÷ 3 = 85,00%"),
        ("mean(n)", values(n="80 90 85"), "85,00%", "(80 + 90 + 85) ÷ 3 = 85,00%"),
        ("mean(n)", values(n="80"), "80%", "80 ÷ 1 = 80%"),
        ("a / mean(n)", values(a="1", n="1 3"), "0,5", "1 ÷ ((1 + 3) ÷ 2) = 0,5"),
        ("sum(n) + a", values(a="1", n="1 3"), "5", "1 + 3 + 1 = 5"),
        ("a - sum(n)", values(a="1", n="-1 -3"), "5", "1 − (−1 + (−3)) = 5"),
        ("a - b", values(a="-1", b="-2.50"), "1,50", "−1 − (−2,50) = 1,50"),
        ("-a", values(a="-1"), "1", "−(−1) = 1"),
        ("a / b * 100", values(a="100", b="5350"), "1,87%", "100 ÷ 5.350 × 100% = 1,87%"),
    ],
)
def test_numbers_in_place_of_words(
    sumber: str, nilai: dict[str, tuple[Decimal, ...]], hasil: str, baris: str
) -> None:
    assert with_numbers(parse_rumus(sumber), nilai, hasil, readable, percent=True) == baris


@given(rumus(), isian)
def test_whoever_computes_the_line_by_hand_gets_the_same(
    pohon: Rumus, nilai: dict[str, tuple[Decimal, ...]]
) -> None:
    baris = with_numbers(pohon, nilai, "hasil", readable, percent=True)
    kiri, _, hasil = baris.partition(" = ")
    assert hasil == "hasil"
    assert python_value(from_school_notation(kiri), {}) == python_value(rumus_source(pohon), nilai)


def test_a_line_with_a_hole_is_not_written() -> None:
    with pytest.raises(NotComputable):
        with_numbers(parse_rumus("a / b"), values(a="1"), "1", readable, percent=False)
