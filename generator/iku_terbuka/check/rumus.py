"""The formula of a definition: its variables, its rule of capaian, and ``* 100`` of percentages.

A quotient without ``* 100`` gives 0,65 where 65 percent is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from iku_terbuka.capaian import ATURAN, realisasi_from_variabel
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.check.notes import explained
from iku_terbuka.formula import (
    Rumus,
    RumusError,
    is_bare_share,
    parse_rumus,
    rumus_source,
    times_hundred,
    variabel_names,
)
from iku_terbuka.model import Arah, Hasil, Indikator, Penetapan, RumusCapaian
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.model.notation import short_number
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# A formula longer than this is not repeated in a hint.
_MAX_LENGTH = 120
_PERSEN = re.compile(r"pers?entase|prosentase|presentase|persen|%", re.IGNORECASE)
# These are often in percent; a sum of them divided by their number is then a mean.
_SCORES = re.compile(r"capaian|skor|nilai|indeks|tingkat|rata-rata|cakupan", re.IGNORECASE)
_COUNTS = re.compile(r"\s*(?:jumlah|banyak)", re.IGNORECASE)


def check_formula(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a formula, and where it does not explain just what it uses."""
    formula = penetapan.definisi.formula
    if formula is None:
        return
    here = (*path, "formula", "rumus")
    if formula.rumus is None:
        if formula.variabel and not document.holds(here):
            yield document.problem(
                (*path, "formula", "variabel"),
                "variabel-tanpa-rumus",
                "Ada “variabel” tetapi tidak ada “rumus”.",
                "Tulis rumusnya, atau hapus variabelnya.",
                key=True,
            )
        return
    try:
        used = set(variabel_names(parse_rumus(formula.rumus)))
    except RumusError as error:
        yield _unreadable(error, document, here)
        return
    unread = document.keys((*path, "formula", "variabel")) - set(formula.variabel)
    for name in sorted(used - set(formula.variabel)) if not unread else ():
        yield document.problem(
            here,
            "variabel-tanpa-arti",
            f"Variabel “{name}” dipakai dalam rumus, tetapi artinya tidak ditulis.",
            f"Tambahkan “{name}: …” di bawah “variabel”.",
        )
    for name in sorted(set(formula.variabel) - used):
        yield document.problem(
            (*path, "formula", "variabel", name),
            "variabel-tidak-dipakai",
            f"Variabel “{name}” tidak dipakai dalam rumus.",
            "Periksa ejaannya, atau hapus.",
            key=True,
        )


def _unreadable(error: RumusError, document: Document, path: Path) -> Problem:
    """Return the problem at its place in the formula, if that stands on one line as it is."""
    problem = document.problem(path, "rumus-tidak-terbaca", error.message)
    if path not in document.plain:
        return problem
    return replace(problem, column=problem.column + error.column - 1)


def check_rule(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield a contradiction between the rule of capaian and the direction."""
    rumus, arah = penetapan.definisi.rumus_capaian, penetapan.definisi.arah
    graded = rumus is RumusCapaian.STATUS and arah in {Arah.NAIK, Arah.TURUN}
    if rumus and arah and ATURAN[rumus].arah is not arah and not graded:
        yield document.problem(
            (*path, "rumus_capaian"),
            "rumus-lawan-arah",
            f"Rumus capaian “{rumus}” tidak sesuai dengan arah “{arah}”.",
            "Samakan keduanya; rumus turun dan turun_rasio untuk arah turun.",
        )


@dataclass(frozen=True)
class _Evidence:
    """What the components of a year give by the formula, and which number shows it is too small."""

    computed: Decimal
    against: str


def check_percentage(
    indikator: Indikator, penetapan: Penetapan, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield an error where components show that a formula lacks ``* 100``, else a warning.

    They show it where they give at most 1 against a target above 1, or a hundredth of the stated
    realisasi. Where all of them give more than 1 and more than a tenth of the target, or a
    variable is in percent by its meaning, or a note of the formula speaks of “persen”, nothing is
    said.
    """
    definisi = penetapan.definisi
    rumus = _bare_share(definisi)
    if rumus is None or definisi.formula is None:
        return
    years = [tahun for tahun in indikator.hasil if indikator.berlaku(tahun) is penetapan]
    here = (*path, "formula", "rumus")
    for tahun in sorted(years):
        evidence = _evidence(definisi, indikator.hasil[tahun], tahun)
        if evidence:
            yield document.problem(
                here,
                "rumus-tanpa-100",
                f"Dengan rumus ini realisasi {tahun} menjadi {short_number(evidence.computed)} "
                f"persen, padahal {evidence.against}.",
                _hint(rumus),
            )
            return
    plausible = [_is_plausible(definisi, indikator.hasil[tahun], tahun) for tahun in years]
    proven = True in plausible and False not in plausible
    if proven or _may_be_mean(definisi) or explained("persen", *definisi.formula.catatan):
        return
    yield document.warning(
        here,
        "rumus-mungkin-tanpa-100",
        f"Satuan {quoted(definisi.nama, 80)} persen, tetapi rumusnya tidak mengalikan dengan 100.",
        f"{_hint(rumus)}. Kalau pembilangnya sudah dalam persen, sebutkan “persen” di arti "
        "variabelnya.",
    )


def is_hundredfold(definisi: DefinisiIndikator, stated: Decimal, computed: Decimal) -> bool:
    """Tell whether a stated realisasi is what a formula gives that lacks its ``* 100``."""
    return lacks_hundred(definisi) and _same_hundredfold(stated, computed)


def lacks_hundred(definisi: DefinisiIndikator) -> bool:
    """Tell whether the formula of a percentage gives a bare share."""
    return _bare_share(definisi) is not None


def _same_hundredfold(stated: Decimal, computed: Decimal) -> bool:
    return computed != 0 and same_as_printed(stated, computed * 100)


def _bare_share(definisi: DefinisiIndikator) -> Rumus | None:
    """Return the formula of a percentage that gives a bare share."""
    formula = definisi.formula
    if formula is None or formula.rumus is None or not in_percent(definisi.satuan):
        return None
    try:
        rumus = parse_rumus(formula.rumus)
    except RumusError:
        return None  # said at the formula itself
    persen = {nama for nama, arti in formula.variabel.items() if _PERSEN.search(arti)}
    return rumus if is_bare_share(rumus, persen) else None


def _may_be_mean(definisi: DefinisiIndikator) -> bool:
    """Tell whether the formula may be a mean: a sum of scores, divided by their number."""
    arti = definisi.formula.variabel.values() if definisi.formula else ()
    counted = [one for one in arti if _COUNTS.match(one)]
    scores = [one for one in arti if _SCORES.search(one)]
    return any(one != other for one in scores for other in counted)


def _evidence(definisi: DefinisiIndikator, hasil: Hasil, tahun: int) -> _Evidence | None:
    computed = realisasi_from_variabel(definisi, hasil)
    if not isinstance(computed, Decimal) or computed == 0:
        return None
    stated = hasil.realisasi.nilai if hasil.realisasi else None
    if stated is not None and _same_hundredfold(stated, computed):
        return _Evidence(computed, f"realisasi yang ditulis {stated}")
    target = _target_number(definisi, tahun)
    if target is not None and 0 < computed <= 1 < target:
        return _Evidence(computed, f"targetnya {target}")
    return None


def _is_plausible(definisi: DefinisiIndikator, hasil: Hasil, tahun: int) -> bool | None:
    """Tell whether what components give looks like a percentage; ``None`` without evidence."""
    computed, target = realisasi_from_variabel(definisi, hasil), _target_number(definisi, tahun)
    if not isinstance(computed, Decimal) or computed == 0 or target is None:
        return None
    return computed > 1 and computed * 10 > target


def _target_number(definisi: DefinisiIndikator, tahun: int) -> Decimal | None:
    value = definisi.target.get(tahun)
    if value is None:
        return None
    return value.nilai if value.nilai is not None else value.bawah


def _hint(rumus: Rumus) -> str:
    text = rumus_source(times_hundred(rumus))
    return f"Tulis {text}" if len(text) <= _MAX_LENGTH else "Kalikan seluruh rumusnya dengan 100"
