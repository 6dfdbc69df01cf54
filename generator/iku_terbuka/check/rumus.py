"""The formula of a definition: its variables, its rule of capaian, and ``* 100`` of percentages.

A quotient without ``* 100`` gives 0,65 where 65 percent is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from iku_terbuka.capaian import ATURAN, realisasi_dari_variabel
from iku_terbuka.capaian.published import sama_teliti
from iku_terbuka.check.warning import explained, short, warning
from iku_terbuka.formula import (
    Rumus,
    RumusError,
    kali_seratus,
    tanpa_seratus,
    tulis,
    urai,
    variabel,
)
from iku_terbuka.model import Arah, Hasil, Indikator, Penetapan, RumusCapaian
from iku_terbuka.model.iku import DefinisiIndikator
from iku_terbuka.model.satuan import adalah_persen
from iku_terbuka.model.text import kutip
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# A formula longer than this is not repeated in a hint.
_MAKS_RUMUS = 120
_PERSEN = re.compile(r"pers?entase|prosentase|presentase|persen|%", re.IGNORECASE)
# Often in percent, and then a sum of them divided by how many there are is a mean.
_MUNGKIN_PERSEN = re.compile(r"capaian|skor|nilai|indeks|tingkat|rata-rata|cakupan", re.IGNORECASE)
_BANYAKNYA = re.compile(r"\s*(?:jumlah|banyak)", re.IGNORECASE)


def check_formula(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a formula; it explains exactly the variables that it uses."""
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
        used = set(variabel(urai(formula.rumus)))
    except RumusError as error:
        yield _tidak_terbaca(error, document, here)
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


def _tidak_terbaca(error: RumusError, document: Document, path: Path) -> Problem:
    """Point to the place in the formula, if the file holds it as it is on one line."""
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
class _Bukti:
    """What a year's components give by the formula, beside what shows that it is too small."""

    tahun: int
    hitungan: Decimal
    lawan: str


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
    rumus = _nisbah(definisi)
    if rumus is None or definisi.formula is None:
        return
    tahun = [satu for satu in indikator.hasil if indikator.berlaku(satu) is penetapan]
    here = (*path, "formula", "rumus")
    for bukti in (_bukti(definisi, indikator.hasil[satu], satu) for satu in sorted(tahun)):
        if bukti:
            yield document.problem(
                here,
                "rumus-tanpa-100",
                f"Dengan rumus ini realisasi {bukti.tahun} menjadi {short(bukti.hitungan)} "
                f"persen, padahal {bukti.lawan}.",
                _saran(rumus),
            )
            return
    benar = [_wajar(definisi, indikator.hasil[satu], satu) for satu in tahun]
    terbukti = True in benar and False not in benar
    if terbukti or _mungkin_rata(definisi) or explained("persen", *definisi.formula.catatan):
        return
    yield warning(
        document,
        here,
        "rumus-mungkin-tanpa-100",
        f"Satuan {kutip(definisi.nama, 80)} persen, tetapi rumusnya tidak mengalikan dengan 100.",
        f"{_saran(rumus)}. Kalau pembilangnya sudah dalam persen, sebutkan “persen” di arti "
        "variabelnya.",
    )


def is_hundredfold(definisi: DefinisiIndikator, stated: Decimal, computed: Decimal) -> bool:
    """Tell whether a stated realisasi is what a formula gives that lacks its ``* 100``."""
    return lacks_hundred(definisi) and _sama_seratus(stated, computed)


def lacks_hundred(definisi: DefinisiIndikator) -> bool:
    """Tell whether the formula of a percentage gives a bare share."""
    return _nisbah(definisi) is not None


def _sama_seratus(stated: Decimal, computed: Decimal) -> bool:
    return computed != 0 and sama_teliti(stated, computed * 100)


def _nisbah(definisi: DefinisiIndikator) -> Rumus | None:
    """Return the formula of a percentage that gives a bare share."""
    formula = definisi.formula
    if formula is None or formula.rumus is None or not adalah_persen(definisi.satuan):
        return None
    try:
        rumus = urai(formula.rumus)
    except RumusError:
        return None  # said at the formula itself
    persen = {nama for nama, arti in formula.variabel.items() if _PERSEN.search(arti)}
    return rumus if tanpa_seratus(rumus, persen) else None


def _mungkin_rata(definisi: DefinisiIndikator) -> bool:
    """Tell whether the formula may be a mean: a sum of scores, divided by their number."""
    arti = definisi.formula.variabel.values() if definisi.formula else ()
    counted = [satu for satu in arti if _BANYAKNYA.match(satu)]
    scores = [satu for satu in arti if _MUNGKIN_PERSEN.search(satu)]
    return any(one != other for one in scores for other in counted)


def _bukti(definisi: DefinisiIndikator, hasil: Hasil, tahun: int) -> _Bukti | None:
    hitungan = realisasi_dari_variabel(definisi, hasil)
    if not isinstance(hitungan, Decimal) or hitungan == 0:
        return None
    stated = hasil.realisasi.nilai if hasil.realisasi else None
    if stated is not None and _sama_seratus(stated, hitungan):
        return _Bukti(tahun, hitungan, f"realisasi yang ditulis {stated}")
    target = _target(definisi, tahun)
    if target is not None and 0 < hitungan <= 1 < target:
        return _Bukti(tahun, hitungan, f"targetnya {target}")
    return None


def _wajar(definisi: DefinisiIndikator, hasil: Hasil, tahun: int) -> bool | None:
    """Tell whether what components give looks like a percentage; ``None`` without evidence."""
    hitungan, target = realisasi_dari_variabel(definisi, hasil), _target(definisi, tahun)
    if not isinstance(hitungan, Decimal) or hitungan == 0 or target is None:
        return None
    return hitungan > 1 and hitungan * 10 > target


def _target(definisi: DefinisiIndikator, tahun: int) -> Decimal | None:
    isi = definisi.target.get(tahun)
    if isi is None:
        return None
    return isi.nilai if isi.nilai is not None else isi.bawah


def _saran(rumus: Rumus) -> str:
    text = tulis(kali_seratus(rumus))
    return f"Tulis {text}" if len(text) <= _MAKS_RUMUS else "Kalikan seluruh rumusnya dengan 100"
