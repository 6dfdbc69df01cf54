"""Formula, variables, rule of capaian and direction of one definition."""

from collections.abc import Iterator
from dataclasses import replace

from iku_terbuka.capaian import ATURAN
from iku_terbuka.formula import RumusError, urai, variabel
from iku_terbuka.model import Arah, Penetapan, RumusCapaian
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem


def periksa_rumus(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
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


def periksa_arah(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
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
