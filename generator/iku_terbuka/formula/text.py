"""A formula as text: as source, in the decree's words, with numbers, and as a spoken sentence.

In a spoken sentence a comma means “of all so far”. What stands in brackets becomes
``hasil dari …`` up to the next comma where it has no brackets of its own, else
``kurung buka … kurung tutup``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from iku_terbuka.formula.layout import (
    SEKOLAH,
    SUMBER,
    Ikat,
    Potongan,
    dengan_isi,
    dengan_kata,
    di_awal,
    di_tengah,
    ikat_operator,
    sebut_daun,
    susun,
    uraikan_rata,
)
from iku_terbuka.formula.parser import MERAGUKAN
from iku_terbuka.formula.tree import (
    Angka,
    Daftar,
    Daun,
    Negatif,
    Operasi,
    Operator,
    Rumus,
    tandai_persen,
)
from iku_terbuka.formula.value import pastikan_terisi


def tulis(rumus: Rumus) -> str:
    """Return the source of ``rumus`` in its one form, digits as typed; ``urai`` reads it back."""
    return susun(rumus, _sumber, SUMBER)


def _sumber(daun: Daun) -> Potongan:
    match daun:
        case Angka(nilai):
            teks = f"{nilai:f}"
            return Potongan(teks + "0" if MERAGUKAN.fullmatch(teks) else teks)
        case Daftar(fungsi, nama):
            return Potongan(f"{fungsi}({nama})")
        case _:
            return Potongan(daun.nama)


def sebagai_teks(rumus: Rumus, kata: Mapping[str, str], persen: bool) -> str:
    """Return the formula in words: ``Jumlah selesai ÷ jumlah diterima × 100%``.

    ``kata`` says what each variable stands for; ``persen`` that the result is in percent.
    """
    tampak = tandai_persen(rumus) if persen else rumus
    return di_awal(susun(tampak, dengan_kata(kata, di_tengah), SEKOLAH))


def dengan_angka(
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
    pastikan_terisi(rumus, nilai)
    tampak = uraikan_rata(tandai_persen(rumus) if persen else rumus, nilai)
    return f"{susun(tampak, dengan_isi(nilai, angka), SEKOLAH)} = {hasil}"


_KATA_KERJA = {
    Operator.TAMBAH: "ditambah",
    Operator.KURANG: "dikurangi",
    Operator.KALI: "dikali",
    Operator.BAGI: "dibagi",
}


def dibacakan(rumus: Rumus, kata: Mapping[str, str], persen: bool) -> str:
    """Return the sentence: ``jumlah selesai dibagi jumlah diterima, dikali 100 persen``."""
    return _Pembaca(kata).rangkaian(tandai_persen(rumus) if persen else rumus)


class _Pembaca:
    """Reads one formula aloud in the words of ``kata``."""

    def __init__(self, kata: Mapping[str, str]) -> None:
        self._kata = kata

    def rangkaian(self, rumus: Rumus) -> str:
        """Read from left to right; each comma takes all so far."""
        match rumus:
            case Operasi(operator, kiri, kanan):
                return f"{self._kiri(operator, kiri)} {_KATA_KERJA[operator]} {self._sisi(kanan)}"
            case _:
                return self._sisi(rumus)

    def _kiri(self, operator: Operator, kiri: Rumus) -> str:
        if _sederhana(kiri):
            return self._sisi(kiri)
        lebih_longgar = isinstance(kiri, Operasi) and _ikat(kiri) < ikat_operator(operator)
        return (self._sisi(kiri) if lebih_longgar else self.rangkaian(kiri)) + ","

    def _sisi(self, rumus: Rumus) -> str:
        """Read one side of an operation, so that its end is heard."""
        match rumus:
            case Negatif(isi):
                return f"minus {self._sisi(isi)}"
            case Operasi() if _lurus(rumus):
                return f"hasil dari {self._datar(rumus)}"
            case Operasi():
                return f"kurung buka {self.rangkaian(rumus)} kurung tutup"
            case _:
                return self._daun(rumus)

    def _datar(self, rumus: Rumus) -> str:
        match rumus:
            case Operasi(operator, kiri, kanan):
                return f"{self._datar(kiri)} {_KATA_KERJA[operator]} {self._sisi(kanan)}"
            case _:
                return self._sisi(rumus)

    def _daun(self, daun: Daun) -> str:
        persen = " persen" if isinstance(daun, Angka) and daun.persen else ""
        return sebut_daun(daun, self._kata, di_tengah) + persen


def _sederhana(rumus: Rumus) -> bool:
    """Say whether this is a number or a name, perhaps with a minus before it."""
    return not isinstance(rumus.isi if isinstance(rumus, Negatif) else rumus, Negatif | Operasi)


def _lurus(rumus: Rumus) -> bool:
    """Say whether reading from left to right is right without any bracket or comma."""
    match rumus:
        case Operasi(operator, kiri, kanan):
            return (
                _sederhana(kanan)
                and _lurus(kiri)
                and (_sederhana(kiri) or _ikat(kiri) >= ikat_operator(operator))
            )
        case _:
            return _sederhana(rumus)


def _ikat(rumus: Rumus) -> Ikat:
    return ikat_operator(rumus.operator) if isinstance(rumus, Operasi) else Ikat.MINUS
