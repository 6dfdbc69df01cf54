"""Dates as targets and as results: whether they can be judged, and fit their year."""

from collections.abc import Iterator

from iku_terbuka.capaian import effective_arah
from iku_terbuka.check.notes import explained
from iku_terbuka.model import Arah, Indikator, Penetapan
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.text import quoted
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# A budget is due before its year begins, a report after it has ended.
_MAX_YEARS = 1


def dates_against_arah(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield a direction under which a date cannot be reached: later is better, or a range is."""
    definisi, arah = penetapan.definisi, effective_arah(penetapan.definisi)
    dated = [tahun for tahun, value in definisi.target.items() if value.tanggal]
    if not dated or arah not in {Arah.NAIK, Arah.RENTANG}:
        return
    key = "arah" if definisi.arah else "rumus_capaian"
    hint = "Tulis “arah: turun”, karena makin awal makin baik, atau “arah: status”"
    if definisi.rumus_capaian:
        hint += "; hapus “rumus_capaian”, karena tanggal tidak punya persentase"
    yield document.problem(
        (*path, key),
        "tanggal-lawan-arah",
        f"Target {dated[0]} berupa tanggal, padahal “{key}: {getattr(definisi, key)}”.",
        f"{hint}.",
    )


def doubtful_dates(penetapan: Penetapan, document: Document, path: Path) -> Iterator[Problem]:
    """Yield targets whose date lies years away from their year, or that have no direction."""
    definisi = penetapan.definisi
    dated = any(value.tanggal for value in definisi.target.values())
    noted = explained("arah", *definisi.catatan) or document.holds((*path, "arah"))
    if dated and effective_arah(definisi) is None and not noted:
        yield document.warning(
            path,
            "tanpa-arah",
            f"Tanggal {quoted(definisi.nama, 80)} tidak dapat dinilai karena “arah” belum "
            "ditetapkan.",
            "Tambahkan “arah: turun”, karena makin awal makin baik. Kalau arah tidak tercetak, "
            "sebutkan juga di “disimpulkan”.",
        )
    for tahun, value in penetapan.definisi.target.items():
        yield from _far(value, tahun, document, (*path, "target", str(tahun)))


def doubtful_date(
    indikator: Indikator, tahun: int, document: Document, path: Path
) -> Iterator[Problem]:
    """Yield a result whose date is far from its year, or that is a date where the target is not."""
    value, target = indikator.hasil[tahun].realisasi, indikator.target(tahun)
    if value is None:
        return
    here = (*path, "realisasi")
    yield from _far(value, tahun, document, here)
    if target and bool(target.tanggal) is not bool(value.tanggal):
        yield document.warning(
            here,
            "tanggal-tak-sebanding",
            f"Realisasi {tahun} {'berupa' if value.tanggal else 'bukan'} tanggal, padahal "
            f"targetnya {'berupa' if target.tanggal else 'bukan'} tanggal.",
            "Tulis tanggalnya, misalnya {tanggal: 2026-03-31}"
            if target.tanggal
            else "Tulis angka atau predikatnya, seperti targetnya.",
        )


def _far(value: IsiNilai, tahun: int, document: Document, path: Path) -> Iterator[Problem]:
    if value.tanggal and abs(value.tanggal.tahun - tahun) > _MAX_YEARS and not value.catatan:
        yield document.warning(
            path,
            "tanggal-jauh-dari-tahun",
            f"Tanggal {value.tanggal} jauh dari tahunnya, {tahun}.",
            "Periksa tahunnya. Kalau di dokumen memang begitu, jelaskan di “catatan” nilai itu.",
        )
