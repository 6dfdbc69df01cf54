"""Two measured datasets → what differs between them. Pure: no Git, no words, no order of files."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iku_terbuka.check.hasil import LATE
from iku_terbuka.context import Context
from iku_terbuka.diff.files import diff_shared_decrees
from iku_terbuka.diff.instansi import (
    diff_instansi,
    moved_instansi,
    new_instansi,
    one_sided_instansi,
    with_heirs,
    with_new_folders,
)
from iku_terbuka.diff.keys import diff_models
from iku_terbuka.diff.moves import find_moves
from iku_terbuka.diff.scope import EVERYTHING, Scope
from iku_terbuka.diff.tahun import Conditions
from iku_terbuka.diff.values import (
    ChangeKind,
    Diff,
    InstansiDiff,
    Obstacle,
    PemdaDiff,
    SkalaDiff,
)
from iku_terbuka.model import Instansi, Pemda
from iku_terbuka.source.problems import Problem


def compare(
    old: Context | None,
    new: Context | None,
    *,
    problems: tuple[Sequence[Problem], Sequence[Problem]] = ((), ()),
    ralat: frozenset[str] = frozenset(),
    scope: Scope = EVERYTHING,
) -> Diff:
    """Return everything that differs; a side whose data has errors is ``None``.

    ``problems`` are those of both sides. Both are measured with the reference date of the new one:
    time alone changes nothing. ``ralat`` are the files that a commit between the two touches and
    calls a correction. Outside of ``scope`` nothing differs, and the old side need not be complete.
    """
    before, after = (
        tuple(problem for problem in side if scope.includes_file(problem.file)) for side in problems
    )
    errors = tuple(problem for problem in problems[1] if problem.is_error)
    found = Diff(
        kesalahan=errors,
        masalah_baru=additional_problems(before, after),
        # While there are errors not everything is checked: what is not said need not be solved.
        masalah_selesai=() if errors else additional_problems(after, before),
    )
    if new is None:
        return replace(found, kendala=Obstacle.HEAD)
    if old is None:
        return replace(found, kendala=Obstacle.BASE)
    skala = tuple(_skala(old, new))
    conditions = Conditions(
        new.acuan,
        ralat,
        frozenset(diff.id for diff in skala),
        scope=scope,
        moves=find_moves(old, new),
    )
    return replace(found, skala=skala, pemda=tuple(_every_pemda(old, new, conditions)))


def additional_problems(old: Sequence[Problem], new: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems of ``new`` that ``old`` lacks, whatever lines they are on now.

    Nobody knows what was late while ``old`` has errors, and time makes things late, not a proposal.
    """
    known = Counter(problem.identity for problem in old)
    broken = any(problem.is_error for problem in old)
    found = []
    for problem in new:
        if broken and problem.code == LATE:
            continue
        if known[problem.identity]:
            known[problem.identity] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _skala(old: Context, new: Context) -> Iterator[SkalaDiff]:
    old_scales, new_scales = old.laporan.skala, new.laporan.skala
    for skala_id in sorted({*old_scales, *new_scales}):
        before, after = old_scales.get(skala_id), new_scales.get(skala_id)
        if before and after:
            ubah = diff_models(before, after)
            if ubah:
                yield SkalaDiff(skala_id, after.nama, ChangeKind.CHANGED, ubah)
        elif after:
            yield SkalaDiff(skala_id, after.nama, ChangeKind.NEW)
        elif before:
            yield SkalaDiff(skala_id, before.nama, ChangeKind.REMOVED)


def _every_pemda(old: Context, new: Context, conditions: Conditions) -> Iterator[PemdaDiff]:
    old_pemda = {pemda.id: pemda for pemda in old.laporan.pemda}
    new_pemda = {pemda.id: pemda for pemda in new.laporan.pemda}
    for pemda_id in filter(conditions.scope.includes_pemda, sorted({*old_pemda, *new_pemda})):
        before, after = old_pemda.get(pemda_id), new_pemda.get(pemda_id)
        if before and after:
            kategori = _category_changed(before, after, conditions.skala)
            own = replace(conditions, kategori=kategori, batas=after.profil.batas_capaian)
            found = _pemda(old, before, new, after, own)
            if found:
                yield found
        elif after:
            yield _one_sided_pemda(new, after, ChangeKind.NEW)
        elif before:
            yield _one_sided_pemda(old, before, ChangeKind.REMOVED)


def _category_changed(old: Pemda, new: Pemda, changed_scales: frozenset[str]) -> bool:
    chosen = new.profil.skala_capaian
    return old.profil.skala_capaian != chosen or chosen in changed_scales


def _one_sided_pemda(context: Context, pemda: Pemda, kind: ChangeKind) -> PemdaDiff:
    every = sorted(pemda.instansi.descendants(), key=lambda instansi: _path(instansi.id))
    instansi = tuple(one_sided_instansi(context, own, kind) for own in every)
    return PemdaDiff(pemda.id, pemda.nama, kind, instansi=instansi)


def _path(instansi_id: str) -> list[str]:
    """Return what sorts an instansi before those below it."""
    return instansi_id.split("/")


def _pemda(
    old: Context, before: Pemda, new: Context, after: Pemda, conditions: Conditions
) -> PemdaDiff | None:
    ubah = (*diff_models(before.profil, after.profil), *diff_shared_decrees(before, after))
    instansi = _every_instansi(old, before.instansi, new, after.instansi, conditions)
    if not ubah and not instansi:
        return None
    return PemdaDiff(after.id, after.nama, ChangeKind.CHANGED, ubah, instansi)


def _every_instansi(
    old: Context, before: Instansi, new: Context, after: Instansi, conditions: Conditions
) -> tuple[InstansiDiff, ...]:
    there = {instansi.id: instansi for instansi in before.descendants()}
    here = {instansi.id: instansi for instansi in after.descendants()}
    found: list[InstansiDiff] = []
    ids = sorted({*there, *here}, key=_path)
    moved = conditions.moves.folders
    for instansi_id in filter(conditions.scope.includes, ids):
        if instansi_id not in there and moved.get(instansi_id) in there:
            sides = (old, there[moved[instansi_id]]), (new, here[instansi_id])
            found.append(moved_instansi(*sides, conditions))
        elif instansi_id not in there:
            found.append(new_instansi(old, new, here[instansi_id], conditions))
        elif instansi_id in moved.values():
            continue  # told where it is now
        elif instansi_id not in here:
            gone = one_sided_instansi(old, there[instansi_id], ChangeKind.REMOVED)
            found.append(with_heirs(gone, conditions.moves))
        else:
            sides = (old, there[instansi_id]), (new, here[instansi_id])
            diff = diff_instansi(*sides, conditions)
            if diff:
                found.append(diff)
    return with_new_folders(found)
