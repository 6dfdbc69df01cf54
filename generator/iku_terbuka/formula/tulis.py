"""A formula on one line: as source, in the decree's words, and with numbers in their place."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from iku_terbuka.formula.hitung import pastikan_terisi
from iku_terbuka.formula.kata import dengan_isi, dengan_kata, di_awal, di_tengah, uraikan_rata
from iku_terbuka.formula.periksa import MERAGUKAN
from iku_terbuka.formula.persen import tandai_persen
from iku_terbuka.formula.pohon import Angka, Daftar, Daun, Rumus
from iku_terbuka.formula.susun import SEKOLAH, SUMBER, Potongan, susun


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
