"""Series over the years: jumps, and definitions that change, without an explanation."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from iku_terbuka.capaian import realisasi_from_variabel
from iku_terbuka.check.notes import explained
from iku_terbuka.formula import RumusError, parse_rumus
from iku_terbuka.load import Loaded
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.keputusan import instansi_of
from iku_terbuka.model.notation import short_number
from iku_terbuka.model.satuan import in_percent
from iku_terbuka.model.text import quoted
from iku_terbuka.source.problems import Problem

# A result so many times last year's, or its inverse, is more often a slip than a fact.
JUMP = 5


def jumps(
    indikator: Indikator,
    values: Mapping[int, Decimal],
    loaded: Loaded,
    doubted: Container[int] = frozenset(),
) -> Iterator[Problem]:
    """Yield the results far from last year's, in the same unit, that nothing explains.

    One wrong year between two right ones is one jump, not two. ``values`` are the numbers by
    year; ``doubted`` are the years whose result is compared with its target already.
    """
    normal: dict[int, Decimal] = {}  # for a year that jumped: the value it jumped from
    for tahun, value in sorted(values.items()):
        before = values.get(tahun - 1)
        if not value or not before or not _far(value, before) or not _same_unit(indikator, tahun):
            continue
        if tahun - 1 in normal and not _far(value, normal[tahun - 1]):
            continue
        normal[tahun] = before
        if tahun in doubted:
            continue
        lokasi, hasil = indikator.lokasi_hasil[tahun], indikator.hasil[tahun]
        document = loaded.documents[lokasi.berkas]
        if hasil.analisis or hasil.catatan or document.holds((*lokasi.path, "analisis")):
            continue
        key = "realisasi" if hasil.realisasi else "variabel"
        above = abs(value) > abs(before)
        far = f"lebih dari {JUMP} kali" if above else "kurang dari seperlima"
        yield document.warning(
            (*lokasi.path, key),
            "lonjakan-realisasi",
            f"Realisasi {tahun} ({short_number(value)}) {far} realisasi {tahun - 1} "
            f"({short_number(before)}).",
            "Periksa titik desimal dan jumlah angkanya; kalau benar, jelaskan di “analisis”.",
        )


def result_values(indikator: Indikator) -> Mapping[int, Decimal]:
    """Return the numbers of the results by year, as stated, else as their components give them."""
    values = ((tahun, _value(indikator, tahun)) for tahun in indikator.hasil)
    return {tahun: value for tahun, value in values if value is not None}


def _value(indikator: Indikator, tahun: int) -> Decimal | None:
    hasil, penetapan = indikator.hasil[tahun], indikator.berlaku(tahun)
    if hasil.realisasi:
        return hasil.realisasi.nilai
    try:
        computed = realisasi_from_variabel(penetapan.definisi, hasil) if penetapan else None
    except RumusError:
        return None  # said at the formula itself
    return computed if isinstance(computed, Decimal) else None


def _far(value: Decimal, before: Decimal) -> bool:
    if (value > 0) != (before > 0):
        return False
    small, large = sorted((abs(value), abs(before)))
    return large > JUMP * small


def _same_unit(indikator: Indikator, tahun: int) -> bool:
    return _same_satuan(indikator.satuan(tahun), indikator.satuan(tahun - 1))


def broken_series(indikator: Indikator, loaded: Loaded) -> Iterator[Problem]:
    """Yield where a later decree changes unit, direction or formula and no note says so."""
    for older, newer in pairwise(indikator.penetapan):
        if older.lokasi.berkas == newer.lokasi.berkas:
            continue  # the id stands twice in one decree, an error of its own
        file = _file_name(older.lokasi.berkas, newer.lokasi.berkas)
        for what, key, before, after in _changes(older, newer):
            words = rf"(?:{what}|berubah|perubahan|diubah|sebelumnya)"
            if explained(words, *newer.definisi.catatan):
                continue
            yield loaded.documents[newer.lokasi.berkas].warning(
                (*newer.lokasi.path, *key),
                "deret-putus",
                f"{what.capitalize()} {quoted(newer.definisi.nama, 80)} berubah dari "
                f"{quoted(before)} di {file} menjadi "
                f"{quoted(after)}; angka lama dan baru tidak sebanding.",
                f"Jelaskan perubahan {what} di “catatan”, atau beri id baru kalau indikatornya "
                "memang lain.",
            )


def _file_name(berkas: str, beside: str) -> str:
    """Return the name of a decree's file, with its folders where that is of another instansi."""
    own = instansi_of(berkas) == instansi_of(beside)
    return berkas.rpartition("/")[2] if own else berkas


def _changes(older: Penetapan, newer: Penetapan) -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Yield what changed: its name, its keys, before and after; what one decree lacks is none."""
    before, after = older.definisi, newer.definisi
    if before.satuan and after.satuan and not _same_satuan(before.satuan, after.satuan):
        yield "satuan", ("satuan",), before.satuan, after.satuan
    if before.arah and after.arah and before.arah is not after.arah:
        yield "arah", ("arah",), before.arah, after.arah
    formulas = [
        definisi.formula.rumus if definisi.formula else None for definisi in (before, after)
    ]
    if formulas[0] and formulas[1] and not _same_rumus(formulas[0], formulas[1]):
        yield "rumus", ("formula", "rumus"), formulas[0], formulas[1]


def _same_satuan(satuan: str | None, other: str | None) -> bool:
    if in_percent(satuan) and in_percent(other):
        return True
    return satuan is not None and other is not None and satuan.lower() == other.lower()


def _same_rumus(rumus: str, other: str) -> bool:
    try:
        return parse_rumus(rumus) == parse_rumus(other)
    except RumusError:
        return True  # said at the formula itself
