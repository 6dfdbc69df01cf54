"""The sentence that a screen reader says, and that it can mean one thing only."""

import re
from decimal import Decimal

import pytest
from hypothesis import given

from iku_terbuka.formula import Rumus, parse_rumus, spoken
from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Variabel,
)
from tests.formula.random_rumus import rumus

WORDS = {"selesai": "Jumlah perkara selesai", "diterima": "Jumlah perkara diterima"}


@pytest.mark.parametrize(
    ("sumber", "kalimat"),
    [
        (
            "selesai / diterima * 100",
            "jumlah perkara selesai dibagi jumlah perkara diterima, dikali 100 persen",
        ),
        (
            "(2 * target - realisasi) / target * 100",
            "hasil dari 2 dikali target dikurangi realisasi, dibagi target, dikali 100 persen",
        ),
        ("target / realisasi * 100", "target dibagi realisasi, dikali 100 persen"),
        (
            "(1 - selesai / diterima) * 100",
            "kurung buka 1 dikurangi hasil dari jumlah perkara selesai dibagi jumlah perkara "
            "diterima kurung tutup, dikali 100 persen",
        ),
        ("a * (b + c) - d", "a dikali hasil dari b ditambah c, dikurangi d"),
        ("a + b * c", "a ditambah hasil dari b dikali c"),
        ("mean(nilai) * (-a)", "rata-rata nilai dikali minus a"),
        ("sum(unsur) / 0.5", "jumlah seluruh unsur dibagi 0,5"),
        ("selesai", "jumlah perkara selesai"),
    ],
)
def test_reads_as_a_sentence(sumber: str, kalimat: str) -> None:
    assert spoken(parse_rumus(sumber), WORDS, percent=True) == kalimat


OPERATOR = {
    "ditambah": Operator.ADD,
    "dikurangi": Operator.SUBTRACT,
    "dikali": Operator.MULTIPLY,
    "dibagi": Operator.DIVIDE,
}


class Pendengar:
    """Writes down what it hears, by the two rules that the module states."""

    def __init__(self, kalimat: str) -> None:
        ganti = kalimat.replace("hasil dari", "hasil").replace("jumlah seluruh", "seluruh")
        ganti = ganti.replace("kurung buka", "(").replace("kurung tutup", ")").replace(",", " ,")
        self.word = ganti.split()

    def rangkaian(self) -> Rumus:
        pohon = self.sisi()
        while self.word and self.word[0] != ")":
            if self.word[0] == ",":
                self.word.pop(0)
            pohon = Operation(OPERATOR[self.word.pop(0)], pohon, self.sisi())
        return pohon

    def sisi(self) -> Rumus:
        word = self.word.pop(0)
        if word == "minus":
            return Negative(self.sisi())
        if word == "(":
            pohon = self.rangkaian()
            assert self.word.pop(0) == ")"
            return pohon
        if word == "hasil":
            pohon = self.sisi()
            while self.word and self.word[0] not in {",", ")"}:
                pohon = Operation(OPERATOR[self.word.pop(0)], pohon, self.sisi())
            return pohon
        if word in {"seluruh", "rata-rata"}:
            fungsi = Function.SUM if word == "seluruh" else Function.MEAN
            return Aggregate(fungsi, self.word.pop(0))
        return Number(Decimal(word)) if word.isdigit() else Variabel(word)


@given(rumus())
def test_whoever_hears_it_can_write_the_formula_down(pohon: Rumus) -> None:
    kalimat = spoken(pohon, {}, percent=False)
    assert re.fullmatch(r"[a-z0-9, -]+", kalimat), kalimat
    assert Pendengar(kalimat).rangkaian() == pohon
