"""What changes in the years of one indicator: the figures on its page, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from iku_terbuka.capaian import Measurement, Status, two_decimals, year_parts
from iku_terbuka.diff.keys import diff_models, diff_notes, reads_same
from iku_terbuka.diff.leftovers import left_behind
from iku_terbuka.diff.moves import Moves
from iku_terbuka.diff.scope import EVERYTHING, Scope
from iku_terbuka.diff.values import (
    ChangeKind,
    FigureSource,
    KeyChange,
    LeftBehind,
    Value,
    YearDiff,
)
from iku_terbuka.history import Entry, has_begun
from iku_terbuka.model import Hasil, Indikator, Penetapan, Sumber
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.wording import target_document

# What the figures say themselves, so that it is not said twice.
_FIGURE_KEYS = frozenset({"keadaan", "realisasi"})
# Keys of a definition that capaian and status follow from.
_DECIDING_KEYS = ("rumus_capaian", "arah", "skala")


@dataclass(frozen=True)
class Conditions:
    """What decides about every indicator alike.

    ``acuan`` is the reference date of the new side. ``ralat`` are the files that a commit with
    that word touches, ``skala`` the scales that changed, ``kategori`` whether that of capaian did,
    ``scope`` what is compared at all, ``batas`` the cap of capaian that the Pemda names, ``moves``
    what went elsewhere.
    """

    acuan: date | None = None
    ralat: frozenset[str] = frozenset()
    skala: frozenset[str] = frozenset()
    kategori: bool = False
    scope: Scope = EVERYTHING
    batas: Decimal | None = None
    moves: Moves = field(default_factory=Moves)


@dataclass(frozen=True)
class Side:
    """An indicator on one side of the comparison, or its absence; ``measured`` are its years."""

    indikator: Indikator | None
    measured: Mapping[int, Measurement]

    def hasil(self, tahun: int) -> Hasil | None:
        return self.indikator.hasil.get(tahun) if self.indikator else None

    def penetapan(self, tahun: int) -> Penetapan | None:
        return self.indikator.berlaku(tahun) if self.indikator else None

    def result_files(self, tahun: int) -> set[str]:
        """Return the file of a year's result, if it has one."""
        lokasi = self.indikator.lokasi_hasil.get(tahun) if self.indikator else None
        return {lokasi.berkas} if lokasi else set()

    def target_files(self, tahun: int) -> set[str]:
        penetapan = self.penetapan(tahun)
        return {penetapan.lokasi.berkas} if penetapan else set()


def diff_years(old: Side, new: Side, conditions: Conditions) -> tuple[YearDiff, ...]:
    """Return every year that differs, oldest first."""
    years = sorted({*old.measured, *new.measured})
    found = (_diff_year(old, new, tahun, conditions) for tahun in years)
    return tuple(year for year in found if year is not None)


def _diff_year(old: Side, new: Side, tahun: int, conditions: Conditions) -> YearDiff | None:
    old_result, new_result = old.hasil(tahun), new.hasil(tahun)
    old_measured, new_measured = old.measured.get(tahun), new.measured.get(tahun)
    if not (old_result or new_result or _target(old_measured) or _target(new_measured)):
        return None  # only a period names the year; that is said where the period is
    measured = new_measured or old_measured
    tahun = measured.tahun if measured else tahun  # as its decree counts it
    moved = _keadaan(old_result) != _keadaan(new_result)
    angka = tuple(
        _marked(change, old, new, tahun, conditions)
        for change in _figures(old_measured, new_measured, moved=moved)
    )
    parts = tuple(_part_figures(old, new, tahun, conditions.acuan))
    before = old_result is not None and old_result.is_reported
    after = new_result is not None and new_result.is_reported
    kind = ChangeKind.CHANGED
    if before != after:
        kind = ChangeKind.NEW if after else ChangeKind.REMOVED
    # The texts of a first entry are no change; they are read where they are.
    texts = kind is ChangeKind.CHANGED or (old_result and new_result)
    keterangan = (
        *_texts(old_result, new_result if texts else old_result),
        *diff_notes("realisasi", _realisasi(old_result), _realisasi(new_result)),
        *(
            change
            for change in diff_notes("target", _target(old_measured), _target(new_measured))
            if change.kunci.split(".")[1] not in set(PembagianTahun)
        ),
    )
    if not angka and not parts and not keterangan:
        return None
    sebab = tuple(_causes(old, new, tahun, conditions)) if angka and before and after else ()
    if conditions.kategori and [change.kunci for change in angka] == ["kategori"]:
        sebab = (*sebab, "skala_capaian")
    found = YearDiff(tahun, kind, (*angka, *parts), keterangan, sebab)
    return _with_context(found, old, new, conditions)


def _with_context(year: YearDiff, old: Side, new: Side, conditions: Conditions) -> YearDiff:
    """Add what a reviewer asks of the figures: unit, source, place, and what did not change."""
    tahun = year.tahun
    measured, hasil = new.measured.get(tahun), new.hasil(tahun)
    decree = new.penetapan(tahun) or old.penetapan(tahun)
    place = new.indikator.lokasi_hasil.get(tahun) if new.indikator else None
    unjudged = measured is not None and measured.status is Status.TIDAK_DAPAT_DIHITUNG
    return replace(
        year,
        satuan=decree.definisi.satuan or "" if decree else "",
        alasan=str(measured.reason) if measured and unjudged and year.angka else "",
        sumber=tuple(_sources(year, old, new)),
        tertinggal=tuple(_left_behind(year, old, new, conditions)),
        final_tanpa_ralat=_is_unsaid_correction(year, old),
        berkas=place.berkas if place and hasil else "",
        baris=place.baris if place and hasil else 0,
    )


def _sources(year: YearDiff, old: Side, new: Side) -> Iterator[FigureSource]:
    """Yield the source of each result that is new or another: of the year, and of its parts."""
    before, after = (_figure_sources(side.hasil(year.tahun)) for side in (old, new))
    for change in year.angka:
        sumber = after.get(change.kunci)
        if sumber and change.baru is not None:
            same = change.lama is not None and before.get(change.kunci) == sumber
            yield FigureSource(
                change.kunci, sumber.judul, sumber.halaman, sumber.tautan, tetap=same
            )


def _figure_sources(hasil: Hasil | None) -> dict[str, Sumber]:
    """Return the sources of a year's results by the key of the figure."""
    if hasil is None:
        return {}
    named = {"realisasi": hasil.sumber} | {
        f"{jenis.value}.{nomor}.realisasi": part.sumber
        for jenis, parts in hasil.bagian.items()
        for nomor, part in parts.items()
    }
    return {key: sumber for key, sumber in named.items() if sumber}


def _left_behind(
    year: YearDiff, old: Side, new: Side, conditions: Conditions
) -> Iterator[LeftBehind]:
    tahun = year.tahun
    before, after = old.hasil(tahun), new.hasil(tahun)
    sides = old.measured.get(tahun), new.measured.get(tahun)
    if year.angka and before and after and sides[0] and sides[1]:
        decree = new.penetapan(tahun)
        definisi = decree.definisi if decree else None
        yield from left_behind((before, sides[0]), (after, sides[1]), definisi, conditions.batas)


def _is_unsaid_correction(year: YearDiff, old: Side) -> bool:
    """Tell whether a final result became another one, and no commit calls that a correction."""
    status = old.indikator.status_data.get(year.tahun) if old.indikator else None
    change = year.figure("realisasi")
    return (
        status is StatusData.FINAL
        and year.jenis is ChangeKind.CHANGED
        and change is not None
        and change.lama is not None
        and not change.ralat
        and _entry(change.lama) != _entry(change.baru)
    )


def _part_figures(old: Side, new: Side, tahun: int, acuan: date | None) -> Iterator[KeyChange]:
    """Yield the figures of the parts of a year that differ; no verdict on the year is in them."""
    before, after = _part_values(old, tahun, acuan), _part_values(new, tahun, acuan)
    late = acuan is not None and has_begun(tahun, acuan)
    for key in sorted({*before, *after}):
        change = KeyChange(".".join(map(str, key)), before.get(key), after.get(key))
        if reads_same(change.lama, change.baru):
            continue
        is_target = key[-1] == "target"
        yield replace(change, setelah_berjalan=is_target and late and change.lama is not None)


def _part_values(
    side: Side, tahun: int, acuan: date | None
) -> Mapping[tuple[str, int, str], IsiNilai]:
    """Return the figures of a year's parts by kind, number, and ``target`` or ``realisasi``."""
    found = {}
    for parts in year_parts(side.indikator, tahun, acuan) if side.indikator else ():
        for part in parts.parts:
            for what, value in (("target", part.target), ("realisasi", part.realisasi)):
                if value:
                    found[parts.jenis.value, part.nomor, what] = value
    return found


def _texts(old: Hasil | None, new: Hasil | None) -> Iterator[KeyChange]:
    """Yield the keys of a result that differ and are no figure; of a new part of a year none."""
    known = {
        (jenis.value, str(nomor))
        for jenis, parts in (old.bagian if old else {}).items()
        for nomor in parts
    }
    for change in diff_models(old, new, _FIGURE_KEYS):
        jenis, *rest = change.kunci.split(".")
        if jenis in set(PembagianTahun) and (
            rest[1:] == ["realisasi"] or (jenis, rest[0]) not in known
        ):
            continue
        yield change


def _realisasi(hasil: Hasil | None) -> IsiNilai | None:
    return hasil.realisasi if hasil else None


def _target(measured: Measurement | None) -> IsiNilai | None:
    return measured.target if measured else None


def _keadaan(hasil: Hasil | None) -> str | None:
    return hasil.keadaan if hasil else None


def _figures(
    old: Measurement | None, new: Measurement | None, *, moved: bool
) -> Iterator[KeyChange]:
    """Yield the public figures that differ, and those that a reader wants to see beside them."""
    realisasi = KeyChange(
        "realisasi", old.realisasi if old else None, new.realisasi if new else None
    )
    for change in (realisasi, KeyChange("target", _target(old), _target(new))):
        if not reads_same(change.lama, change.baru):
            moved = True
            yield change
            if change.kunci == "target":
                yield from _document(old, new)
    capaian = KeyChange("capaian", _capaian(old), _capaian(new))
    status = KeyChange(
        "status", old.status.value if old else None, new.status.value if new else None
    )
    for change in (capaian, status):
        if not reads_same(change.lama, change.baru) or (moved and change.baru is not None):
            yield change
    yield from _grades(old, new)


def _document(old: Measurement | None, new: Measurement | None) -> Iterator[KeyChange]:
    """Yield which document counts, where that is another one."""
    before, after = (target_document(side) if side else "" for side in (old, new))
    if before and after and before != after:
        yield KeyChange("dokumen_target", before, after)


def _grades(old: Measurement | None, new: Measurement | None) -> Iterator[KeyChange]:
    """Yield category and grade; a reported grade is part of the realisasi already."""
    before, after = old.kategori if old else None, new.kategori if new else None
    if before != after:
        yield KeyChange("kategori", before, after)
    before, after = _predikat(old), _predikat(new)
    if before != after:
        yield KeyChange("predikat", before, after)


def _predikat(measured: Measurement | None) -> str | None:
    if measured is None or (measured.realisasi and measured.realisasi.predikat):
        return None
    return measured.predikat


def _capaian(measured: Measurement | None) -> Decimal | None:
    """Return capaian as it is published."""
    return None if measured is None or measured.capaian is None else two_decimals(measured.capaian)


def _marked(
    change: KeyChange, old: Side, new: Side, tahun: int, conditions: Conditions
) -> KeyChange:
    """Mark a figure that was public before: as a correction, as a target of a running year."""
    if change.lama is None or change.kunci not in {"realisasi", "target"}:
        return change
    if change.kunci == "realisasi":
        files = old.result_files(tahun) | new.result_files(tahun)
        return replace(change, ralat=bool(files & conditions.ralat))
    files = old.target_files(tahun) | new.target_files(tahun)
    late = conditions.acuan is not None and has_begun(tahun, conditions.acuan)
    return replace(
        change,
        ralat=bool(files & conditions.ralat),
        setelah_berjalan=late and _entry(change.lama) != _entry(change.baru),
    )


def _entry(value: Value) -> Entry | None:
    """Return a target as the history compares it: equal however its digits are written."""
    return Entry.of(value) if isinstance(value, IsiNilai) else None


def _causes(old: Side, new: Side, tahun: int, conditions: Conditions) -> Iterator[str]:
    """Yield what, besides realisasi and target, decides about the figures and changed."""
    old_decree, new_decree = old.penetapan(tahun), new.penetapan(tahun)
    before, after = (decree.definisi if decree else None for decree in (old_decree, new_decree))
    if before is None or after is None:
        if before is not after:
            yield "periode"
        return
    for key in _DECIDING_KEYS:
        if getattr(before, key) != getattr(after, key):
            yield key
    if after.skala and after.skala == before.skala and after.skala in conditions.skala:
        yield "skala"
    old_formula, new_formula = (
        definisi.formula.rumus if definisi.formula else None for definisi in (before, after)
    )
    if old_formula != new_formula:
        yield "formula"
    old_result, new_result = old.hasil(tahun), new.hasil(tahun)
    if old_result and new_result and dict(old_result.variabel) != dict(new_result.variabel):
        yield "variabel"
