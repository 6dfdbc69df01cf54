"""What changes in one instansi: its decrees, its sasaran, its indicators in every decree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeAlias

from iku_terbuka.capaian import Status, count_status
from iku_terbuka.context import Context
from iku_terbuka.diff.files import diff_files
from iku_terbuka.diff.keys import diff_models
from iku_terbuka.diff.moves import Moves
from iku_terbuka.diff.tahun import Conditions, Side, diff_years
from iku_terbuka.diff.values import (
    ChangeKind,
    IndikatorDiff,
    InstansiDiff,
    KeyChange,
    SasaranDiff,
    StatusShift,
    YearDiff,
)
from iku_terbuka.model import CapaianTahunan, Indikator, Instansi, Lokasi, Penetapan, Sasaran
from iku_terbuka.model.keputusan import IkuFile
from iku_terbuka.wording import cite_decree, date_text, decree_label

# Top keys that are compared on their own: of a decree, of a sasaran, of a year's file.
_DECREE_PARTS = frozenset({"sasaran"})
_SASARAN_PARTS = frozenset({"nama", "indikator"})
_YEAR_PARTS = frozenset({"tahun", "capaian"})
# All but what no indicator tells of when the file of a year comes or goes.
_YEAR_HEAD = frozenset(CapaianTahunan.model_fields) - {"program"}
# The id is the identity; targets are compared year by year, as in force.
_DEFINITION_PARTS = frozenset({"id", "target"})
# A decree on both sides; ``None`` where it is not there.
DecreePair: TypeAlias = tuple[IkuFile | None, IkuFile | None]
# The name of a sasaran, and its turn among those of the same name.
SasaranKey: TypeAlias = tuple[str, int]
# The new name of a sasaran that was only renamed, by the file of its new decree and its old name.
NewNames: TypeAlias = Mapping[tuple[str, str], str]


def one_sided_instansi(context: Context, instansi: Instansi, kind: ChangeKind) -> InstansiDiff:
    """Return an instansi that is on one side alone, with all its indicators."""
    indikator = (_one_sided(_side(context, own), kind) for own in instansi.indikator)
    return InstansiDiff(instansi.id, instansi.nama, kind, indikator=tuple(indikator))


def new_instansi(
    old: Context, new: Context, instansi: Instansi, conditions: Conditions
) -> InstansiDiff:
    """Return an instansi that is new, with what it goes on with."""
    indikator = tuple(_arrived(old, _side(new, own), conditions) for own in instansi.indikator)
    live = tuple(former for former in instansi.former if former in new.instansi)
    return InstansiDiff(instansi.id, instansi.nama, ChangeKind.NEW, indikator=indikator, dari=live)


def moved_instansi(
    old: tuple[Context, Instansi], new: tuple[Context, Instansi], conditions: Conditions
) -> InstansiDiff:
    """Return an instansi in another folder, as it says itself, with what differs besides."""
    after = new[1]
    found = diff_instansi(old, new, conditions)
    found = found or InstansiDiff(after.id, after.nama, ChangeKind.CHANGED)
    return replace(found, dari=(old[1].id,))


def with_heirs(diff: InstansiDiff, moves: Moves) -> InstansiDiff:
    """Name what goes on with an instansi that is gone, and with each of its indicators."""
    indikator = tuple(_with_heir(each, moves) for each in diff.indikator)
    return replace(diff, dilanjutkan=moves.heirs.get(diff.id, ""), indikator=indikator)


def _with_heir(diff: IndikatorDiff, moves: Moves) -> IndikatorDiff:
    """Name what goes on with an indicator that is gone; the results that it has are not lost."""
    heir = moves.new.get(moves.heirs.get(diff.kunci, ""))
    if heir is None:
        return diff
    lost = tuple(tahun for tahun in diff.hilang if tahun not in heir.hasil)
    return replace(diff, dilanjutkan=heir.kunci, hilang=lost)


def _arrived(old: Context, side: Side, conditions: Conditions) -> IndikatorDiff:
    """Return an indicator that is new here: moved, going on with one that is there, or new."""
    indikator, moves = side.indikator, conditions.moves
    if indikator is None:
        raise ValueError("an indicator that is new is on the new side")
    before = moves.old.get(moves.indicators.get(indikator.kunci, ""))
    if before is None:
        live = tuple(key for key in indikator.former if key in moves.new)
        return replace(_one_sided(side, ChangeKind.NEW), dari=live)
    found = _diff_indikator(_side(old, before), side, {}, {}, conditions)
    found = found or IndikatorDiff(indikator.kunci, indikator.nama, ChangeKind.CHANGED)
    return replace(found, dari=(before.kunci,))


def diff_instansi(
    old: tuple[Context, Instansi], new: tuple[Context, Instansi], conditions: Conditions
) -> InstansiDiff | None:
    """Return what differs between the two sides of one folder, or nothing."""
    before, after = old[1], new[1]
    pairs = _decree_pairs(before.iku, after.iku)
    sasaran, new_names = _sasaran(pairs)
    files = diff_files(before, after, conditions.acuan)
    ubah = (
        *_decrees(pairs),
        *_year_heads(before, after),
        *files,
    )
    old_files = {b.lokasi.berkas: a.lokasi.berkas for a, b in pairs if a and b}
    there = {indikator.id: _side(old[0], indikator) for indikator in before.indikator}
    here = {indikator.id: _side(new[0], indikator) for indikator in after.indikator}
    indikator: list[IndikatorDiff] = []
    for indikator_id, side in here.items():
        if indikator_id not in there:
            indikator.append(_arrived(old[0], side, conditions))
            continue
        found = _diff_indikator(there[indikator_id], side, old_files, new_names, conditions)
        if found:
            indikator.append(found)
    indikator += [
        _with_heir(_one_sided(side, ChangeKind.REMOVED), conditions.moves)
        for indikator_id, side in there.items()
        if indikator_id not in here and not _is_told_elsewhere(side, conditions.moves)
    ]
    if not ubah and not sasaran and not indikator:
        return None
    return InstansiDiff(
        after.id,
        after.nama,
        ChangeKind.CHANGED,
        ubah,
        sasaran,
        tuple(_with_new_ids(indikator)),
        akibat=_effect(old, new),
    )


def _effect(
    old: tuple[Context, Instansi], new: tuple[Context, Instansi]
) -> tuple[StatusShift, ...]:
    """Return how many of its indicators have which status, where that is another number."""
    before, after = (
        count_status(map(context.standing, instansi.counted)).status
        for context, instansi in (old, new)
    )
    return tuple(
        StatusShift(status.value, before[status], after[status])
        for status in Status
        if before[status] != after[status]
    )


def with_new_folders(instansi: Sequence[InstansiDiff]) -> tuple[InstansiDiff, ...]:
    """Name, for each removed instansi, the new one of the same name: its folder was renamed."""
    new = {diff.nama.casefold(): diff.id for diff in instansi if diff.jenis is ChangeKind.NEW}
    return tuple(
        replace(diff, menjadi=new.get(diff.nama.casefold(), ""))
        if diff.jenis is ChangeKind.REMOVED
        else diff
        for diff in instansi
    )


def _with_new_ids(indikator: Sequence[IndikatorDiff]) -> Iterator[IndikatorDiff]:
    """Name, for each removed indicator, the new one of the same name: its id was changed.

    A result that the new one has is not lost.
    """
    new = {diff.nama.casefold(): diff for diff in indikator if diff.jenis is ChangeKind.NEW}
    for diff in indikator:
        heir = new.get(diff.nama.casefold()) if diff.jenis is ChangeKind.REMOVED else None
        if heir is None:
            yield diff
            continue
        kept = {year.tahun for year in heir.tahun if year.jenis is ChangeKind.NEW}
        lost = tuple(tahun for tahun in diff.hilang if tahun not in kept)
        yield replace(diff, hilang=lost, menjadi=heir.kunci)


def _decree_pairs(old: Sequence[IkuFile], new: Sequence[IkuFile]) -> list[DecreePair]:
    """Pair the decrees: by first year, else by file, for iku.yaml may become iku/2021.yaml."""
    left = {decree.lokasi.berkas: decree for decree in old}
    pairs: dict[str, IkuFile] = {}
    for same in (_first_year, _file):
        for decree in new:
            found = next((other for other in left.values() if same(other) == same(decree)), None)
            if found is not None and decree.lokasi.berkas not in pairs:
                pairs[decree.lokasi.berkas] = left.pop(found.lokasi.berkas)
    here: list[DecreePair] = [(pairs.get(decree.lokasi.berkas), decree) for decree in new]
    return here + [(decree, None) for decree in left.values()]


def _first_year(decree: IkuFile) -> object:
    return decree.iku.periode.awal if decree.iku.periode else None


def _file(decree: IkuFile) -> object:
    return decree.lokasi.berkas


def _decrees(pairs: Sequence[DecreePair]) -> Iterator[KeyChange]:
    here = [new for _, new in pairs if new is not None]
    for old, new in pairs:
        if old is None or new is None:
            yield KeyChange(
                "keputusan",
                _cited_decree(old, (old,)) if old else None,
                _cited_decree(new, here) if new else None,
            )
            continue
        label = f"{_decree_name(new, here)}." if len(here) > 1 else ""
        for change in diff_models(old.iku, new.iku, _DECREE_PARTS):
            yield replace(change, kunci=f"{label}{change.kunci}")


def _cited_decree(decree: IkuFile, beside: Sequence[IkuFile]) -> str:
    """Name a decree that came or went, with its kind, number and date where they are known."""
    parts = [_decree_name(decree, beside)]
    for dasar in decree.dasar_hukum[:1]:
        parts += [cite_decree(dasar), date_text(dasar.tanggal) if dasar.tanggal else ""]
    return ", ".join(filter(None, parts))


def _decree_name(decree: IkuFile, beside: Sequence[IkuFile]) -> str:
    """Name a decree by its years, ``2021-2026``.

    Where it has none, or another one ``beside`` it has the same, as it is named on pages:
    ``Perubahan 2025``.
    """
    periode = decree.iku.periode
    same = [other for other in beside if other.iku.periode == periode]
    return f"{periode.awal}-{periode.akhir}" if periode and len(same) < 2 else decree_label(decree)


def _year_heads(old: Instansi, new: Instansi) -> Iterator[KeyChange]:
    """Yield what differs in the head of the years' files; of a new year only its programmes."""
    before, after = old.capaian or {}, new.capaian or {}
    for tahun in sorted(before.keys() | after.keys()):
        was, now = before.get(tahun), after.get(tahun)
        for change in diff_models(was, now, _YEAR_PARTS if was and now else _YEAR_HEAD):
            yield replace(change, kunci=f"capaian.{tahun}.{change.kunci}")


def _sasaran(pairs: Sequence[DecreePair]) -> tuple[tuple[SasaranDiff, ...], NewNames]:
    """Return the sasaran that differ, and the new name of each that was only renamed."""
    found: list[SasaranDiff] = []
    renamed: dict[tuple[str, str], str] = {}
    for old, new in pairs:
        if old is None or new is None:
            continue  # the decree itself is new, or gone
        # That a tujuan in the same place was renamed is told of the decree itself.
        there = {tujuan.nama for tujuan in old.iku.tujuan}
        here = {tujuan.nama for tujuan in new.iku.tujuan}
        for one, other in zip(old.iku.tujuan, new.iku.tujuan, strict=False):
            if one.nama not in here and other.nama not in there:
                renamed[new.lokasi.berkas, one.nama] = other.nama
        before, after = _by_name(old.iku.sasaran), _by_name(new.iku.sasaran)
        gone = {key: sasaran for key, sasaran in before.items() if key not in after}
        owners = _owners(gone)
        for key, sasaran in after.items():
            former = before.get(key) or _former(gone, owners, sasaran)
            if former is None:
                found.append(SasaranDiff(sasaran.nama, ChangeKind.NEW))
                continue
            ubah = diff_models(former, sasaran, _SASARAN_PARTS)
            if former.nama != sasaran.nama:
                renamed[new.lokasi.berkas, former.nama] = sasaran.nama
                ubah = (KeyChange("nama", former.nama, sasaran.nama), *ubah)
            if ubah:
                found.append(SasaranDiff(sasaran.nama, ChangeKind.CHANGED, ubah))
        found += [SasaranDiff(sasaran.nama, ChangeKind.REMOVED) for sasaran in gone.values()]
    return tuple(found), renamed


def _by_name(every: Sequence[Sasaran]) -> dict[SasaranKey, Sasaran]:
    """Key each sasaran by its name, and by its turn among those of the same name."""
    turn: dict[str, count[int]] = {}
    return {
        (sasaran.nama, next(turn.setdefault(sasaran.nama, count()))): sasaran for sasaran in every
    }


def _owners(every: Mapping[SasaranKey, Sasaran]) -> dict[str, list[tuple[int, SasaranKey]]]:
    """Return where each indicator stands: the turn and the key of its sasaran."""
    found: dict[str, list[tuple[int, SasaranKey]]] = {}
    for turn, (key, sasaran) in enumerate(every.items()):
        for definisi in sasaran.indikator:
            found.setdefault(definisi.id, []).append((turn, key))
    return found


def _former(
    gone: dict[SasaranKey, Sasaran],
    owners: Mapping[str, list[tuple[int, SasaranKey]]],
    sasaran: Sasaran,
) -> Sasaran | None:
    """Take out of ``gone`` the first sasaran that shares an indicator with the new ``sasaran``."""
    shared = (
        owner
        for definisi in sasaran.indikator
        for owner in owners.get(definisi.id, ())
        if owner[1] in gone
    )
    first = min(shared, default=None)
    return gone.pop(first[1]) if first else None


def _is_told_elsewhere(side: Side, moves: Moves) -> bool:
    """Tell whether an indicator that is gone here is compared where it is now."""
    return side.indikator is not None and side.indikator.kunci in moves.indicators.values()


def _side(context: Context, indikator: Indikator) -> Side:
    return Side(indikator, context.own_pengukuran(indikator))


def _one_sided(side: Side, kind: ChangeKind) -> IndikatorDiff:
    """Return an indicator that is on one side alone, with all its years."""
    if side.indikator is None:
        raise ValueError("an indicator is on one side at least")
    absent = Side(None, {})
    pair = (absent, side) if kind is ChangeKind.NEW else (side, absent)
    years = diff_years(*pair, Conditions())
    lokasi = side.indikator.terbaru.lokasi if kind is ChangeKind.NEW else Lokasi("", 0)
    return IndikatorDiff(
        side.indikator.kunci,
        side.indikator.nama,
        kind,
        tahun=years,
        hilang=_lost(years),
        berkas=lokasi.berkas,
        baris=lokasi.baris,
    )


def _lost(years: Iterable[YearDiff]) -> tuple[int, ...]:
    return tuple(year.tahun for year in years if year.jenis is ChangeKind.REMOVED)


def _diff_indikator(
    old: Side, new: Side, old_files: Mapping[str, str], new_names: NewNames, conditions: Conditions
) -> IndikatorDiff | None:
    """Return what differs, or nothing; ``old_files`` gives the old file of each new decree."""
    if old.indikator is None or new.indikator is None:
        raise ValueError("both sides have the indicator")
    definisi = tuple(_definition(old.indikator, new.indikator, old_files, new_names))
    years = diff_years(old, new, conditions)
    if not definisi and not years:
        return None
    indikator = new.indikator
    lokasi = indikator.terbaru.lokasi
    return IndikatorDiff(
        indikator.kunci,
        indikator.nama,
        ChangeKind.CHANGED,
        definisi,
        years,
        _lost(years),
        berkas=lokasi.berkas,
        baris=lokasi.baris,
    )


def _definition(
    old: Indikator, new: Indikator, old_files: Mapping[str, str], new_names: NewNames
) -> Iterator[KeyChange]:
    """Yield what differs, decree by decree; a new decree is compared with the one before it."""
    left = {penetapan.lokasi.berkas: penetapan for penetapan in old.own_penetapan}
    here = [penetapan.keputusan for penetapan in new.own_penetapan]
    for penetapan in new.own_penetapan:
        # An agreement is the same one in the same file.
        file = penetapan.lokasi.berkas
        own = file if penetapan.keputusan.perjanjian else ""
        before = left.pop(old_files.get(file, own), None)
        if before is None:
            yield KeyChange("keputusan", None, _decree_name(penetapan.keputusan, here))
        label = f"{_decree_name(penetapan.keputusan, here)}." if len(here) > 1 else ""
        for change in _penetapan(before or old.terbaru, penetapan, new_names):
            yield replace(change, kunci=f"{label}{change.kunci}")
    for penetapan in left.values():
        name = _decree_name(penetapan.keputusan, (penetapan.keputusan,))
        yield KeyChange("keputusan", name, None)


def _penetapan(old: Penetapan, new: Penetapan, new_names: NewNames) -> Iterator[KeyChange]:
    yield from diff_models(old.definisi, new.definisi, _DEFINITION_PARTS)
    kind, nama = ("sasaran" if new.sasaran else "tujuan"), old.parent.nama
    moved = (old.sasaran is None) is not (new.sasaran is None)
    if moved or new_names.get((new.lokasi.berkas, nama), nama) != new.parent.nama:
        yield KeyChange(kind, nama, new.parent.nama)
