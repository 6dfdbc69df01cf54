"""How a result is computed, so that a reader can check it by hand on the same page."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import TypeAlias

from markupsafe import Markup

from iku_terbuka.capaian import (
    ATURAN,
    Aturan,
    Measurement,
    nearest_limit,
    same_rumus,
    same_satuan,
    two_decimals,
)
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
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.definisi import IsiFormula
from iku_terbuka.model.notation import decimals
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.wording import (
    empty_word,
    key_origin,
    number_text,
    percent_text,
    printed_formula_sentence,
    satuan_word,
    without_latex,
    years_text,
)

Measurements: TypeAlias = Mapping[int, Measurement]
_CAPAIAN_WORDS = {"realisasi": "realisasi", "target": "target"}


@dataclass(frozen=True)
class FormulaView:
    """A formula four ways: typeset, as text, as a spoken sentence, and filled with numbers."""

    mathml: Markup
    text: str
    spoken: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class DecreeFormula:
    """The formula of decrees that agree; ``years`` names theirs where others do not agree.

    ``view`` is the structured one and ``read_from`` the words that it was read from; ``text`` are
    the words of one that is not structured. ``origin`` says whose words they are, ``empty`` what
    stands there without a formula.
    """

    years: str
    formula: IsiFormula | None
    view: FormulaView | None
    text: str
    read_from: str
    origin: tuple[str, ...]
    empty: str


def decree_formulas(indikator: Indikator, measurements: Measurements) -> tuple[DecreeFormula, ...]:
    """Return the formulas of all decrees, the newest first, each with the years it governs.

    Decrees that say the same share one, so that a formula that was copied stands once.
    """
    spans = _spans(indikator)
    return tuple(
        _decree_formula(indikator, measurements, penetapan, tahun, several=len(spans) > 1)
        for penetapan, tahun in reversed(spans)
    )


def _decree_formula(
    indikator: Indikator,
    measurements: Measurements,
    penetapan: Penetapan,
    tahun: Sequence[int],
    *,
    several: bool,
) -> DecreeFormula:
    formula = penetapan.definisi.formula
    return DecreeFormula(
        years=_years_of(indikator, penetapan, tahun) if several else "",
        formula=formula,
        view=_indikator_formula(indikator, measurements, penetapan, tahun),
        text=without_latex(formula.teks) if formula else "",
        read_from=printed_formula_sentence(penetapan),
        origin=key_origin(penetapan, "formula"),
        empty=empty_word(penetapan.iku),
    )


def _spans(indikator: Indikator) -> list[tuple[Penetapan, list[int]]]:
    """Return the years of each formula with the last decree that says it, at least one."""
    spans: list[tuple[Penetapan, list[int]]] = []
    for tahun in indikator.tahun:
        penetapan = indikator.berlaku(tahun)
        if penetapan is None:
            continue
        same = spans and _same_formula(spans[-1][0], penetapan)
        earlier = spans.pop()[1] if same else []
        spans.append((penetapan, [*earlier, tahun]))
    return spans or [(indikator.terbaru, [])]


def _same_formula(old: Penetapan, new: Penetapan) -> bool:
    before, now = old.definisi, new.definisi
    both = (before.formula is None) is (now.formula is None)
    return (
        both and same_rumus(before.formula, now.formula) and same_satuan(before.satuan, now.satuan)
    )


def _years_of(indikator: Indikator, penetapan: Penetapan, tahun: Sequence[int]) -> str:
    """Return the years of a decree, with its unit where today's is another."""
    unit = satuan_word(penetapan.definisi.satuan)
    other = not same_satuan(unit, indikator.definisi.satuan)
    return years_text(map(indikator.year, tahun)) + (f", dalam {unit}" if unit and other else "")


def _indikator_formula(
    indikator: Indikator, measurements: Measurements, penetapan: Penetapan, tahun: Collection[int]
) -> FormulaView | None:
    """Return the structured formula of a decree with the components of these years."""
    definisi = penetapan.definisi
    formula = definisi.formula
    if formula is None or formula.rumus is None:
        return None
    rumus = parse_rumus(formula.rumus)
    is_percent = in_percent(definisi.satuan)
    lines = tuple(
        f"{measurements[year].tahun}: {line}"
        for year in sorted(indikator.hasil, reverse=True)
        if year in tahun and (line := _result_line(indikator, measurements[year]))
    )
    return _view(rumus, formula.variabel, is_percent, None, lines)


def capaian_formula(indikator: Indikator, measurements: Measurements) -> FormulaView | None:
    """Return the rule of the newest decree, filled with its newest result."""
    penetapan = indikator.terbaru
    key = penetapan.definisi.rumus_capaian
    rumus = ATURAN[key].rumus if key else None
    if rumus is None:
        return None
    newest = next(
        (
            measurements[tahun]
            for tahun in sorted(measurements, reverse=True)
            if measurements[tahun].realisasi and indikator.berlaku(tahun) is penetapan
        ),
        None,
    )
    lines = _capaian_lines(rumus, newest) if newest else ()
    return _view(rumus, _CAPAIAN_WORDS, True, "capaian", lines)


def _capaian_lines(rumus: Rumus, measurement: Measurement) -> tuple[str, ...]:
    """Return the rule filled with a result; nothing where that is no number."""
    capaian, tahun = measurement.capaian, measurement.tahun
    value = measurement.realisasi.nilai if measurement.realisasi else None
    if capaian is None or value is None:
        return ()
    limit, side = _target_number(measurement)
    if limit is None:
        return (f"{tahun}: di dalam rentang target, jadi {percent_text(capaian)}",)
    exact = value if measurement.exact is None else measurement.exact
    exact = _as_exact_as_needed(rumus, exact, value, limit)
    numbers = {"realisasi": (exact,), "target": (limit,)}
    line = with_numbers(rumus, numbers, percent_text(capaian), number_text, percent=True)
    note = f", dari realisasi sebelum dibulatkan menjadi {number_text(value)}"
    return (f"{tahun}: {line}{note if exact != value else ''}{side}",)


def _target_number(measurement: Measurement) -> tuple[Decimal | None, str]:
    """Return the number that stands for the target, and which limit of a range it is."""
    target, exact = measurement.target, measurement.exact
    if target is None or exact is None or not target.rentang:
        return (target.nilai if target else None), ""
    limit = nearest_limit(target.rentang, exact)
    if limit is None:
        return None, ""
    side = "atas" if exact > limit else "bawah"
    return limit, f", dengan batas {side} rentang sebagai target"


def _as_exact_as_needed(rumus: Rumus, exact: Decimal, shown: Decimal, target: Decimal) -> Decimal:
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


def rule_formula(aturan: Aturan) -> FormulaView | None:
    """Return the formula of a rule with its worked example."""
    if aturan.rumus is None:
        return None
    lines: tuple[str, ...] = ()
    if aturan.contoh:
        numbers = {"realisasi": (aturan.contoh.realisasi,), "target": (aturan.contoh.target,)}
        result = percent_text(evaluate(aturan.rumus, numbers))
        line = with_numbers(aturan.rumus, numbers, result, number_text, percent=True)
        lines = (f"{line} (angka contoh)",)
    return _view(aturan.rumus, _CAPAIAN_WORDS, True, "capaian", lines)


def _result_line(indikator: Indikator, measurement: Measurement) -> str:
    """Return the line of one year by the formula of its own decree, if it was computed.

    The sign of percent stands on both sides or on none: a mean of percentages is written as the
    numbers that it is made of.
    """
    penetapan, hasil = indikator.berlaku(measurement.tahun), indikator.hasil[measurement.tahun]
    formula = penetapan.definisi.formula if penetapan else None
    if (
        measurement.computed is None
        or penetapan is None
        or formula is None
        or formula.rumus is None
    ):
        return ""
    rumus = parse_rumus(formula.rumus)
    if isinstance(rumus, Variabel):
        return ""  # a count says nothing when filled in
    is_percent = in_percent(penetapan.definisi.satuan) and has_percent(rumus)
    stated = measurement.realisasi.nilai if measurement.realisasi else None
    shown = number_text(two_decimals(measurement.computed) if stated is None else stated)
    sign = "%" if is_percent else ""
    return with_numbers(rumus, hasil.variabel, shown + sign, number_text, percent=is_percent)


def _view(
    rumus: Rumus,
    words: Mapping[str, str],
    is_percent: bool,
    left: str | None,
    lines: tuple[str, ...],
) -> FormulaView:
    return FormulaView(
        mathml=mathml(rumus, words, is_percent, left),
        text=in_words(rumus, words, is_percent),
        spoken=spoken(rumus, words, is_percent),
        lines=lines,
    )
