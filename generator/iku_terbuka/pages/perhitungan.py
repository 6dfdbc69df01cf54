"""How a result is computed, so that a reader can check it by hand on the same page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import TypeAlias

from markupsafe import Markup

from iku_terbuka.capaian import (
    ATURAN,
    Aturan,
    Measurement,
    kelas_of_number,
    nearest_limit,
    same_rumus,
    same_satuan,
    two_decimals,
)
from iku_terbuka.capaian.predikat import kelas_of_predikat
from iku_terbuka.capaian.skala import kelas_of_value
from iku_terbuka.capaian.status import WIDE
from iku_terbuka.formula import (
    Rumus,
    Variabel,
    evaluate,
    has_percent,
    in_words,
    mathml,
    parse_rumus,
    spoken,
    with_numbers,
)
from iku_terbuka.model import Indikator, Penetapan, Skala
from iku_terbuka.model.definisi import IsiFormula
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import decimals
from iku_terbuka.model.skala import Kelas
from iku_terbuka.wording import (
    KEPASTIAN_WORDS,
    class_limits,
    empty_word,
    in_percent,
    key_origin,
    number_text,
    percent_text,
    printed_formula_sentence,
    satuan_word,
    value_text,
    without_latex,
    years_text,
)

Ukuran: TypeAlias = Mapping[int, Measurement]
_KATA_CAPAIAN = {"realisasi": "realisasi", "target": "target"}


@dataclass(frozen=True)
class RumusTampil:
    """A formula four ways: typeset, as text, as a spoken sentence, and filled with numbers."""

    mathml: Markup
    teks: str
    dibacakan: str
    hitungan: tuple[str, ...] = ()


@dataclass(frozen=True)
class RumusKeputusan:
    """The formula of decrees that agree; ``masa`` names their years where others do not agree.

    ``teks`` are its words, ``dokumen`` those that the structured one was read from, ``asal`` whose
    words they are; ``kosong`` says what stands there without a formula.
    """

    masa: str
    formula: IsiFormula | None
    rumus: RumusTampil | None
    teks: str
    dokumen: str
    asal: tuple[str, ...]
    kosong: str


@dataclass(frozen=True)
class KelasTampil:
    """One class of a scale with what lies in it; ``rentang`` is its place where it is a word."""

    predikat: str
    rentang: str
    arti: str
    tercetak: str
    target: str
    realisasi: str
    sinonim: str = ""


@dataclass(frozen=True)
class SkalaTampil:
    nama: str
    sumber: str
    kepastian: str
    kelas: tuple[KelasTampil, ...]
    catatan: tuple[str, ...]
    beda: tuple[str, ...] = ()
    berangka: bool = True


def rumus_keputusan(indikator: Indikator, ukuran: Ukuran) -> tuple[RumusKeputusan, ...]:
    """Return the formulas of all decrees, the newest first, each with the years it governs.

    Decrees that say the same share one, so that a formula that was copied stands once.
    """
    parts: list[tuple[Penetapan, list[int]]] = []
    for tahun in indikator.tahun:
        penetapan = indikator.berlaku(tahun)
        if penetapan is None:
            continue
        if parts and _serumus(parts[-1][0], penetapan):
            parts[-1] = (penetapan, [*parts[-1][1], tahun])
        else:
            parts.append((penetapan, [tahun]))
    several = len(parts) > 1
    return tuple(
        RumusKeputusan(
            _masa(indikator, penetapan, tahun) if several else "",
            formula := penetapan.definisi.formula,
            _rumus_indikator(indikator, ukuran, penetapan, tahun),
            without_latex(formula.teks) if formula else "",
            printed_formula_sentence(penetapan),
            key_origin(penetapan, "formula"),
            empty_word(penetapan.iku),
        )
        for penetapan, tahun in reversed(parts or [(indikator.terbaru, [])])
    )


def _serumus(lama: Penetapan, baru: Penetapan) -> bool:
    before, now = lama.definisi, baru.definisi
    both = (before.formula is None) is (now.formula is None)
    return (
        both and same_rumus(before.formula, now.formula) and same_satuan(before.satuan, now.satuan)
    )


def _masa(indikator: Indikator, penetapan: Penetapan, tahun: Sequence[int]) -> str:
    """Return the years of a decree, with its unit where today's is another."""
    unit = satuan_word(penetapan.definisi.satuan)
    other = not same_satuan(unit, indikator.definisi.satuan)
    return years_text(tahun) + (f", dalam {unit}" if unit and other else "")


def _rumus_indikator(
    indikator: Indikator, ukuran: Ukuran, penetapan: Penetapan, tahun: Collection[int]
) -> RumusTampil | None:
    """Return the structured formula of a decree with the components of these years."""
    definisi = penetapan.definisi
    formula = definisi.formula
    if formula is None or formula.rumus is None:
        return None
    rumus = parse_rumus(formula.rumus)
    is_percent = in_percent(definisi.satuan)
    lines = tuple(
        f"{year}: {line}"
        for year in sorted(indikator.hasil, reverse=True)
        if year in tahun and (line := _hitungan(indikator, ukuran[year]))
    )
    return _tampil(rumus, formula.variabel, is_percent, None, lines)


def rumus_capaian(indikator: Indikator, ukuran: Ukuran) -> RumusTampil | None:
    """Return the rule of the newest decree, filled with its newest result."""
    penetapan = indikator.terbaru
    satu = next(
        (
            ukuran[tahun]
            for tahun in sorted(ukuran, reverse=True)
            if ukuran[tahun].realisasi and indikator.berlaku(tahun) is penetapan
        ),
        None,
    )
    kunci = penetapan.definisi.rumus_capaian
    rumus = ATURAN[kunci].rumus if kunci else None
    if rumus is None:
        return None
    lines: tuple[str, ...] = ()
    if satu and satu.capaian is not None:
        value = satu.realisasi.nilai if satu.realisasi else None
        limit, side = _acuan_hitung(satu)
        if value is not None and limit is not None:
            exact = value if satu.exact is None else satu.exact
            exact = _setepat_perlu(rumus, exact, value, limit)
            numbers = {"realisasi": (exact,), "target": (limit,)}
            line = with_numbers(
                rumus, numbers, percent_text(satu.capaian), number_text, percent=True
            )
            note = f", dari realisasi sebelum dibulatkan menjadi {number_text(value)}"
            lines = (f"{satu.tahun}: {line}{note if exact != value else ''}{side}",)
        elif value is not None:
            lines = (f"{satu.tahun}: di dalam rentang target, jadi {percent_text(satu.capaian)}",)
    return _tampil(rumus, _KATA_CAPAIAN, True, "capaian", lines)


def _acuan_hitung(satu: Measurement) -> tuple[Decimal | None, str]:
    """Return the number that stands for the target, and which limit of a range it is."""
    if satu.target is None or satu.exact is None or not satu.target.rentang:
        return (satu.target.nilai if satu.target else None), ""
    limit = nearest_limit(satu.target.rentang, satu.exact)
    if limit is None:
        return None, ""
    side = "atas" if satu.exact > limit else "bawah"
    return limit, f", dengan batas {side} rentang sebagai target"


def _setepat_perlu(rumus: Rumus, exact: Decimal, shown: Decimal, target: Decimal) -> Decimal:
    """Return ``exact`` with as few digits as the capaian needs to come out as it does.

    A line with the rounded realisasi would be no equation: 0,67 ÷ 1 is not 66,67%.
    """

    def capaian(value: Decimal) -> str:
        return percent_text(evaluate(rumus, {"realisasi": (value,), "target": (target,)}))

    wanted = capaian(exact)
    if capaian(shown) == wanted:
        return shown
    rounded = (
        exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
        for places in count(decimals(shown) + 1)  # at some place nothing is rounded any more
    )
    return next(value for value in rounded if capaian(value) == wanted)


def rumus_aturan(aturan: Aturan) -> RumusTampil | None:
    """Return the formula of a rule with its worked example."""
    if aturan.rumus is None:
        return None
    lines: tuple[str, ...] = ()
    if aturan.contoh:
        numbers = {"realisasi": (aturan.contoh.realisasi,), "target": (aturan.contoh.target,)}
        result = percent_text(evaluate(aturan.rumus, numbers))
        line = with_numbers(aturan.rumus, numbers, result, number_text, percent=True)
        lines = (f"{line} ({aturan.contoh.sumber})",)
    return _tampil(aturan.rumus, _KATA_CAPAIAN, True, "capaian", lines)


def skala_tampil(skala: Skala, penetapan: Penetapan | None, ukuran: Ukuran) -> SkalaTampil:
    """Return a scale with the years whose target or result lies in each class.

    ``beda`` names every printed grade that the scale does not give for its value.
    """
    targets = {
        tahun: kelas_of_value(skala, satu.target) for tahun, satu in ukuran.items() if satu.target
    }
    results = {
        tahun: kelas_of_value(
            skala, IsiNilai.model_construct(nilai=satu.exact, predikat=satu.predikat)
        )
        for tahun, satu in ukuran.items()
        if satu.realisasi
    }
    return SkalaTampil(
        skala.nama,
        skala.sumber,
        KEPASTIAN_WORDS[skala.kepastian],
        tuple(
            KelasTampil(
                kelas.predikat,
                class_limits(kelas) if skala.berangka else _urutan(skala, place),
                kelas.arti or "",
                kelas.tercetak or "",
                _tahun_di(kelas, targets),
                _tahun_di(kelas, results),
                ", ".join(kelas.sinonim),
            )
            for place, kelas in enumerate(skala.kelas, 1)
        ),
        skala.catatan,
        tuple(_beda(skala, penetapan, ukuran)) if penetapan else (),
        skala.berangka,
    )


def _beda(skala: Skala, penetapan: Penetapan, ukuran: Ukuran) -> Iterator[str]:
    definisi = penetapan.definisi
    graded = [("Kondisi awal", definisi.kondisi_awal), ("Target akhir", definisi.target_akhir)]
    for tahun, satu in ukuran.items():
        graded += [(f"Target {tahun}", satu.target), (f"Realisasi {tahun}", satu.realisasi)]
    for label, isi in graded:
        if not skala.berangka or isi is None or isi.nilai is None or isi.predikat is None:
            continue
        kelas = kelas_of_number(skala, isi.nilai)
        if kelas is None or kelas_of_predikat(skala, isi.predikat) is not kelas:
            ours = f"menurut skala ini {kelas.predikat}" if kelas else "di luar skala ini"
            yield f"{label}: {value_text(isi)} tercetak {isi.predikat}, {ours}."


def _urutan(skala: Skala, place: int) -> str:
    """Return the place of a word in the order, from 1, the lowest."""
    ends = {1: " (terendah)", len(skala.kelas): " (tertinggi)"}
    return f"urutan {place}{ends.get(place, '')}"


def _tahun_di(kelas: Kelas, places: Mapping[int, Kelas | None]) -> str:
    years = [tahun for tahun, place in places.items() if place is kelas]
    return years_text(years) if years else ""


def _hitungan(indikator: Indikator, satu: Measurement) -> str:
    """Return the line of one year by the formula of its own decree, if it was computed.

    The sign of percent stands on both sides or on none: a mean of percentages is written as the
    numbers that it is made of.
    """
    penetapan, hasil = indikator.berlaku(satu.tahun), indikator.hasil[satu.tahun]
    formula = penetapan.definisi.formula if penetapan else None
    if satu.computed is None or penetapan is None or formula is None or formula.rumus is None:
        return ""
    rumus = parse_rumus(formula.rumus)
    if isinstance(rumus, Variabel):
        return ""  # a count says nothing when filled in
    is_percent = in_percent(penetapan.definisi.satuan) and has_percent(rumus)
    stated = satu.realisasi.nilai if satu.realisasi else None
    shown = number_text(two_decimals(satu.computed) if stated is None else stated)
    sign = "%" if is_percent else ""
    return with_numbers(rumus, hasil.variabel, shown + sign, number_text, percent=is_percent)


def _tampil(
    rumus: Rumus,
    kata: Mapping[str, str],
    is_percent: bool,
    kiri: str | None,
    lines: tuple[str, ...],
) -> RumusTampil:
    return RumusTampil(
        mathml(rumus, kata, is_percent, kiri),
        in_words(rumus, kata, is_percent),
        spoken(rumus, kata, is_percent),
        lines,
    )
