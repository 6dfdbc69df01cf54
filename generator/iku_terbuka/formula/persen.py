"""Which 100 in a formula stands for 100%, when the result is in percent."""

from dataclasses import replace

from iku_terbuka.formula.pohon import Angka, Negatif, Operasi, Operator, Rumus


def tandai_persen(rumus: Rumus) -> Rumus:
    """Return ``rumus`` with its factor 100 marked, once in every term, or unchanged.

    ``a / b * 100``, ``a * 100 / b`` and ``100 - a / b * 100`` have one; ``(a + b) / 2`` has none,
    because there the variables are percentages already.
    """
    return _tandai(rumus) or rumus


def bertanda_persen(rumus: Rumus) -> bool:
    """Say whether ``rumus`` has such a 100, so that “= 65%” is true of the line written with it.

    Without one the line gives a bare number: ``(80 + 90) ÷ 2 = 85``, whatever its unit.
    """
    return _tandai(rumus) is not None


def _tandai(rumus: Rumus) -> Rumus | None:
    match rumus:
        case Angka(nilai) if nilai == 100:
            return replace(rumus, persen=True)
        case Negatif(isi):
            dalam = _tandai(isi)
            return dalam and Negatif(dalam)
        case Operasi(Operator.KALI | Operator.BAGI, kiri, kanan):
            b = _tandai(kanan) if rumus.operator is Operator.KALI else None
            if b:
                return replace(rumus, kanan=b)
            a = _tandai(kiri)
            return a and replace(rumus, kiri=a)
        case Operasi(_, kiri, kanan):
            a, b = _tandai(kiri), _tandai(kanan)
            return a and b and replace(rumus, kiri=a, kanan=b)
    return None
