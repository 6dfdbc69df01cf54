"""What the numbers of an indicator were copied from: targets from decrees, results from reports."""

from collections.abc import Collection

from iku_terbuka.model import Indikator
from iku_terbuka.pages.bagian import sumber_dokumen
from iku_terbuka.wording import years_text

# Stands for the year in the title of a report; no title that was typed can hold it.
_TAHUN = "\0"


def sumber_target(indikator: Indikator, tahun: Collection[int]) -> tuple[str, ...]:
    """Return the decrees in force in ``tahun``, each with its years where they are several.

    Without years it is the newest. A decree that cannot be cited is left out.
    """
    years: dict[str, list[int]] = {}
    for satu in sorted(tahun):
        penetapan = indikator.berlaku(satu)
        if penetapan:
            years.setdefault(sumber_dokumen(penetapan.iku), []).append(satu)
    if not years:
        years[sumber_dokumen(indikator.terbaru.iku)] = []
    several = len(years) > 1
    return tuple(
        f"target {years_text(masa)}: {name}" if several else f"target: {name}"
        for name, masa in years.items()
        if name
    )


def sumber_realisasi(indikator: Indikator, tahun: Collection[int]) -> str:
    """Return the reports of the results of ``tahun``, empty where there is no result.

    Titles that differ only by their year are named once: LKjIP 2021–2023.
    """
    years: dict[str, list[int]] = {}
    for satu in sorted(tahun):
        hasil = indikator.hasil.get(satu)
        if hasil is None or not hasil.has_number:
            continue
        title = hasil.sumber.judul if hasil.sumber else f"{satu} tanpa sumber"
        years.setdefault(title.replace(str(satu), _TAHUN), []).append(satu)
    names = [title.replace(_TAHUN, years_text(masa)) for title, masa in years.items()]
    return f"realisasi: {'; '.join(names)}" if names else ""


def sumber_gambar(indikator: Indikator, tahun: Collection[int]) -> str:
    """Return what a picture of ``tahun`` names below it, empty where nothing is known."""
    known = [*sumber_target(indikator, tahun), sumber_realisasi(indikator, tahun)]
    return "Sumber " + "; ".join(filter(None, known)) if any(known) else ""
