"""Random formulas, and a second, independent reader of what we write."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from iku_terbuka.formula import Rumus, rumus_source
from iku_terbuka.formula.parser import MAX_BRACKETS
from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Variabel,
)

TUNGGAL = ("selesai", "diterima", "target", "b2")
DAFTAR = ("unsur", "persepsi")

bulat = st.integers(0, 999).map(lambda angka: Number(Decimal(angka)))
# 1.234 would be read as thousands, so it is written in another way
desimal = st.decimals(0, 10**6, places=3).map(Number) | st.sampled_from(
    [Number(Decimal(teks)) for teks in ("100", "100.0", "1.234", "0.10", "0.0000001", "999.999")]
)


def rumus(angka: st.SearchStrategy[Number] = bulat, maks: int = 12) -> st.SearchStrategy[Rumus]:
    """Formulas of every shape that is within the limits."""
    leaf: st.SearchStrategy[Rumus] = st.one_of(
        angka,
        st.sampled_from(TUNGGAL).map(Variabel),
        st.builds(Aggregate, st.sampled_from(Function), st.sampled_from(DAFTAR)),
    )
    return st.recursive(
        leaf,
        lambda inner: (
            st.builds(Operation, st.sampled_from(Operator), inner, inner)
            | st.builds(Negative, inner)
        ),
        max_leaves=maks,
    ).filter(lambda pohon: rumus_source(pohon).count("(") <= MAX_BRACKETS)


_angka = st.decimals(-(10**6), 10**6, places=2)
isian = st.fixed_dictionaries(
    {
        **{nama: st.tuples(_angka) for nama in TUNGGAL},
        **{nama: st.lists(_angka, min_size=1, max_size=6).map(tuple) for nama in DAFTAR},
    }
)


def python_value(sumber: str, values: Mapping[str, tuple[Decimal, ...]]) -> Fraction | None:
    """Compute ``sumber`` the way Python itself would, in whole fractions; None when by zero."""
    nama: dict[str, Any] = {
        nama: [Fraction(each) for each in values[nama]]
        if nama in DAFTAR
        else Fraction(values[nama][0])
        for nama in values
    }
    fungsi = {"F": Fraction, "sum": sum, "mean": lambda daftar: sum(daftar) / len(daftar)}
    try:
        pecahan = re.sub(r"(?<![a-z0-9.])[0-9]+(\.[0-9]+)?", r"F('\g<0>')", sumber)
        return Fraction(eval(pecahan, {"__builtins__": {}}, {**fungsi, **nama}))
    except ZeroDivisionError:
        return None


def from_school_notation(teks: str) -> str:
    """Rewrite what readers see (``1.234,5 ÷ 2 × 100%``) as a computer writes it."""
    return teks.replace("%", "").replace(".", "").translate(str.maketrans("÷×−,", "/*-."))


def readable(nilai: Decimal) -> str:
    return f"{nilai:,f}".translate(str.maketrans(",.", ".,"))
