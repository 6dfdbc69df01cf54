"""A formula as text: as source, in the decree's words, with numbers, and as a spoken sentence.

In a spoken sentence a comma means “of all so far”. What stands in brackets becomes
``hasil dari …`` up to the next comma where it has no brackets of its own, else
``kurung buka … kurung tutup``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from iku_terbuka.formula.layout import (
    SCHOOL_SIGNS,
    SOURCE_SIGNS,
    Binding,
    Written,
    at_start,
    expand_means,
    leaf_words,
    leaves_in_numbers,
    leaves_in_words,
    operator_binding,
    render_line,
    within_sentence,
)
from iku_terbuka.formula.parser import AMBIGUOUS
from iku_terbuka.formula.tree import (
    Aggregate,
    Leaf,
    Negative,
    Number,
    Operation,
    Operator,
    Rumus,
    mark_percent,
)
from iku_terbuka.formula.value import require_values


def rumus_source(rumus: Rumus) -> str:
    """Return the source of ``rumus`` in its one form, digits as typed; ``urai`` reads it back."""
    return render_line(rumus, _sumber, SOURCE_SIGNS)


def _sumber(daun: Leaf) -> Written:
    match daun:
        case Number(nilai):
            teks = f"{nilai:f}"
            return Written(teks + "0" if AMBIGUOUS.fullmatch(teks) else teks)
        case Aggregate(fungsi, nama):
            return Written(f"{fungsi}({nama})")
        case _:
            return Written(daun.nama)


def in_words(rumus: Rumus, kata: Mapping[str, str], persen: bool) -> str:
    """Return the formula in words: ``Jumlah selesai ÷ jumlah diterima × 100%``.

    ``kata`` says what each variable stands for; ``persen`` that the result is in percent.
    """
    tampak = mark_percent(rumus) if persen else rumus
    return at_start(render_line(tampak, leaves_in_words(kata, within_sentence), SCHOOL_SIGNS))


def with_numbers(
    rumus: Rumus,
    nilai: Mapping[str, tuple[Decimal, ...]],
    hasil: str,
    angka: Callable[[Decimal], str],
    persen: bool,
) -> str:
    """Return the line to check by hand: ``47 ÷ 49 × 100% = 95,92%``.

    ``hasil`` is the result as shown, ``angka`` how a number is shown. Raises ``TidakTerhitung``
    where a variable has no number.
    """
    require_values(rumus, nilai)
    tampak = expand_means(mark_percent(rumus) if persen else rumus, nilai)
    return f"{render_line(tampak, leaves_in_numbers(nilai, angka), SCHOOL_SIGNS)} = {hasil}"


_KATA_KERJA = {
    Operator.TAMBAH: "ditambah",
    Operator.KURANG: "dikurangi",
    Operator.KALI: "dikali",
    Operator.BAGI: "dibagi",
}


def spoken(rumus: Rumus, kata: Mapping[str, str], persen: bool) -> str:
    """Return the sentence: ``jumlah selesai dibagi jumlah diterima, dikali 100 persen``."""
    return _Pembaca(kata).rangkaian(mark_percent(rumus) if persen else rumus)


class _Pembaca:
    """Reads one formula aloud in the words of ``kata``."""

    def __init__(self, kata: Mapping[str, str]) -> None:
        self._kata = kata

    def rangkaian(self, rumus: Rumus) -> str:
        """Read from left to right; each comma takes all so far."""
        match rumus:
            case Operation(operator, kiri, kanan):
                return f"{self._kiri(operator, kiri)} {_KATA_KERJA[operator]} {self._sisi(kanan)}"
            case _:
                return self._sisi(rumus)

    def _kiri(self, operator: Operator, kiri: Rumus) -> str:
        if _sederhana(kiri):
            return self._sisi(kiri)
        lebih_longgar = isinstance(kiri, Operation) and _ikat(kiri) < operator_binding(operator)
        return (self._sisi(kiri) if lebih_longgar else self.rangkaian(kiri)) + ","

    def _sisi(self, rumus: Rumus) -> str:
        """Read one side of an operation, so that its end is heard."""
        match rumus:
            case Negative(isi):
                return f"minus {self._sisi(isi)}"
            case Operation() if _lurus(rumus):
                return f"hasil dari {self._datar(rumus)}"
            case Operation():
                return f"kurung buka {self.rangkaian(rumus)} kurung tutup"
            case _:
                return self._daun(rumus)

    def _datar(self, rumus: Rumus) -> str:
        match rumus:
            case Operation(operator, kiri, kanan):
                return f"{self._datar(kiri)} {_KATA_KERJA[operator]} {self._sisi(kanan)}"
            case _:
                return self._sisi(rumus)

    def _daun(self, daun: Leaf) -> str:
        persen = " persen" if isinstance(daun, Number) and daun.persen else ""
        return leaf_words(daun, self._kata, within_sentence) + persen


def _sederhana(rumus: Rumus) -> bool:
    """Say whether this is a number or a name, perhaps with a minus before it."""
    return not isinstance(rumus.isi if isinstance(rumus, Negative) else rumus, Negative | Operation)


def _lurus(rumus: Rumus) -> bool:
    """Say whether reading from left to right is right without any bracket or comma."""
    match rumus:
        case Operation(operator, kiri, kanan):
            return (
                _sederhana(kanan)
                and _lurus(kiri)
                and (_sederhana(kiri) or _ikat(kiri) >= operator_binding(operator))
            )
        case _:
            return _sederhana(rumus)


def _ikat(rumus: Rumus) -> Binding:
    return operator_binding(rumus.operator) if isinstance(rumus, Operation) else Binding.MINUS
