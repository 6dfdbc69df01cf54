"""The value of a formula, exact: whole fractions inside, rounded once, at 60 digits, at the end.

So a third times three is one, and a target that is reached is not missed by 10⁻⁶⁰.
"""

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction

from iku_terbuka.formula.tree import (
    Aggregate,
    Function,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    Variabel,
    leaves,
    list_names,
)

PRECISION = 60
_BULATKAN = Context(prec=PRECISION)


class NotComputable(Exception):  # noqa: N818 (a result of its own kind, not a mistake of ours)
    """Why a formula has no value: a clause in Indonesian."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def evaluate(rumus: Rumus, nilai: Mapping[str, tuple[Decimal, ...]]) -> Decimal:
    """Return the value of ``rumus``; a variable that is no list has exactly one number."""
    require_values(rumus, nilai)
    hasil = _hitung(rumus, nilai)
    return _BULATKAN.divide(Decimal(hasil.numerator), Decimal(hasil.denominator))


def require_values(rumus: Rumus, nilai: Mapping[str, tuple[Decimal, ...]]) -> None:
    """Raise unless every variable has its number, every list at least one."""
    for part in leaves(rumus):
        if isinstance(part, Number):
            continue
        isi = nilai.get(part.nama)
        if isi is None:
            raise NotComputable(f"variabel “{part.nama}” belum diisi")
        if not isi:
            raise NotComputable(f"daftar “{part.nama}” kosong")
        if len(isi) > 1 and part.nama not in list_names(rumus):
            raise NotComputable(f"“{part.nama}” harus satu angka")


def _hitung(rumus: Rumus, nilai: Mapping[str, tuple[Decimal, ...]]) -> Fraction:
    match rumus:
        case Number(angka):
            return _pecahan(angka)
        case Variabel(nama):
            return _pecahan(nilai[nama][0])
        case Aggregate(fungsi, nama):
            jumlah = sum(map(_pecahan, nilai[nama]), Fraction(0))
            return jumlah if fungsi is Function.SUM else jumlah / len(nilai[nama])
        case Negative(isi):
            return -_hitung(isi, nilai)
        case Operation(operator, kiri, kanan):
            return _operasi(operator, _hitung(kiri, nilai), _hitung(kanan, nilai))


def _pecahan(angka: Decimal) -> Fraction:
    """Return the same number; ``Fraction(angka)`` asks first what kind of number it is."""
    return Fraction(*angka.as_integer_ratio())


def _operasi(operator: Operator, kiri: Fraction, kanan: Fraction) -> Fraction:
    match operator:
        case Operator.TAMBAH:
            return kiri + kanan
        case Operator.KURANG:
            return kiri - kanan
        case Operator.KALI:
            return kiri * kanan
        case Operator.BAGI:
            if kanan == 0:
                raise NotComputable("pembaginya nol")
            return kiri / kanan
