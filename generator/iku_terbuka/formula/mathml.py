"""A formula as native MathML: fractions, brackets that stretch, the decree's words.

Words stand in ``<mtext>``, where HTML is allowed, so that long ones wrap on a phone: the style
sheet gives ``.iku-var`` its width by ``data-lajur``, how many of them stand side by side (3 is
three or more). ``kiri`` and ``hasil`` stand outside ``<math>``, so that a line may break there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from iku_terbuka.formula.layout import (
    SCHOOL_SIGNS,
    Binding,
    RenderLeaf,
    binding,
    expand_means,
    leaves_in_numbers,
    leaves_in_words,
    needs_brackets,
    operator_binding,
    render_line,
)
from iku_terbuka.formula.tree import Negative, Operation, Operator, Rumus, mark_percent
from iku_terbuka.formula.value import require_values

# A row without fractions and brackets that is longer than this is set as text, so that it wraps.
SEBARIS = 24

_HANYA_ANGKA = re.compile("\u2212?[0-9.,]+%?")
_ANGKA = Markup("<mn>{}</mn>")
_TANDA = Markup("<mo>{}</mo>")
_KATA = Markup('<mtext><span class="iku-var"><span>{}</span></span></mtext>')
_KURUNG = Markup('<mrow><mo symmetric="false">(</mo>{}<mo symmetric="false">)</mo></mrow>')


def mathml(rumus: Rumus, kata: Mapping[str, str], persen: bool, kiri: str | None) -> Markup:
    """Return the formula in words, typeset; ``kiri`` is what it equals."""
    tampak = mark_percent(rumus) if persen else rumus
    isi = _math(tampak, leaves_in_words(kata, str))
    if not kiri:
        return isi
    return Markup('<span class="iku-kiri">{} =</span> {}').format(" ".join(kiri.split()), isi)


def mathml_numbers(
    rumus: Rumus,
    nilai: Mapping[str, tuple[Decimal, ...]],
    hasil: str,
    angka: Callable[[Decimal], str],
    persen: bool,
) -> Markup:
    """Return the same with numbers in place of the words, and what comes out."""
    require_values(rumus, nilai)
    tampak = expand_means(mark_percent(rumus) if persen else rumus, nilai)
    akhir = Markup(' <span class="iku-hasil">= {}</span>').format(hasil)
    return _math(tampak, leaves_in_numbers(nilai, angka)) + akhir


def _math(rumus: Rumus, tulis_daun: RenderLeaf) -> Markup:
    isi = _Penata(tulis_daun).tata(rumus, terdepan=True)
    return Markup('<math displaystyle="true" data-lajur="{}">{}</math>').format(
        min(max(isi.lajur, 1), 3), isi.markup
    )


def _kata(teks: str) -> Markup:
    """Return words in a box that wraps, after a slash too."""
    return _KATA.format(Markup("/<wbr/>").join(teks.split("/")))


@dataclass(frozen=True, slots=True)
class _Kotak:
    """A typeset part and how many boxes of words stand side by side in it."""

    markup: Markup
    lajur: int


class _Penata:
    """Typesets one formula, its leaves as ``tulis_daun`` writes them."""

    def __init__(self, tulis_daun: RenderLeaf) -> None:
        self._daun = tulis_daun

    def tata(self, rumus: Rumus, *, terdepan: bool) -> _Kotak:
        match rumus:
            case Operation() if self._rata(rumus):
                teks = render_line(rumus, self._daun, SCHOOL_SIGNS, terdepan=terdepan)
                panjang = len(teks) > SEBARIS
                return _Kotak(_kata(teks) if panjang else self._deret(rumus, terdepan).markup, 1)
            case Operation(Operator.BAGI, kiri, kanan):
                atas, bawah = self.tata(kiri, terdepan=True), self.tata(kanan, terdepan=True)
                markup = Markup("<mfrac>{}{}</mfrac>").format(atas.markup, bawah.markup)
                return _Kotak(markup, max(atas.lajur, bawah.lajur))
            case Operation():
                return self._deret(rumus, terdepan)
            case Negative(isi):
                dalam = self._sisi(isi, kurung=self._ikat(isi) < Binding.UTUH, terdepan=False)
                tanda = _TANDA.format(SCHOOL_SIGNS[Operator.KURANG])
                return _Kotak(Markup("<mrow>{}{}</mrow>").format(tanda, dalam.markup), dalam.lajur)
            case _:
                teks = self._daun(rumus).teks
                angka = _HANYA_ANGKA.fullmatch(teks)
                return _Kotak(_ANGKA.format(teks), 0) if angka else _Kotak(_kata(teks), 1)

    def _deret(self, rumus: Operation, terdepan: bool) -> _Kotak:
        """Set two sides and the sign between them in a row."""
        kurung = {
            kanan: needs_brackets(self._ikat(sisi), rumus.operator, kanan=kanan, terdepan=depan)
            for kanan, sisi, depan in ((False, rumus.kiri, terdepan), (True, rumus.kanan, False))
        }
        a = self._sisi(rumus.kiri, kurung=kurung[False], terdepan=terdepan)
        b = self._sisi(rumus.kanan, kurung=kurung[True], terdepan=False)
        tanda = _TANDA.format(SCHOOL_SIGNS[rumus.operator])
        markup = Markup("<mrow>{}{}{}</mrow>").format(a.markup, tanda, b.markup)
        return _Kotak(markup, a.lajur + b.lajur)

    def _sisi(self, rumus: Rumus, *, kurung: bool, terdepan: bool) -> _Kotak:
        isi = self.tata(rumus, terdepan=kurung or terdepan)
        return _Kotak(_KURUNG.format(isi.markup), isi.lajur) if kurung else isi

    def _ikat(self, rumus: Rumus) -> Binding:
        """Return how tightly this holds together; a fraction does so by itself."""
        if isinstance(rumus, Operation) and rumus.operator is Operator.BAGI:
            return Binding.UTUH
        return binding(rumus, self._daun)

    def _rata(self, rumus: Rumus) -> bool:
        """Say whether there is neither a fraction nor a bracket in it."""
        match rumus:
            case Operation(Operator.BAGI):
                return False
            case Operation(operator, kiri, kanan):
                sisi = binding(kiri, self._daun), binding(kanan, self._daun)
                return (
                    self._rata(kiri)
                    and self._rata(kanan)
                    and sisi[0] >= operator_binding(operator)
                    and sisi[1] > operator_binding(operator)
                )
            case Negative():
                return False
        return True
