"""What decrees and agreements promised for one year, beside the target that counts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from iku_terbuka.capaian.series import same_satuan
from iku_terbuka.model import IkuFile, Indikator, Penetapan
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.perjanjian_kinerja import VersiPerjanjian

# What may print a target for a year.
TargetDocument: TypeAlias = IkuFile | VersiPerjanjian


@dataclass(frozen=True)
class Promise:
    """A target for a year as one document prints it: a decree, or a version of an agreement."""

    target: IsiNilai
    satuan: str | None
    dokumen: TargetDocument


class DasarTarget(StrEnum):
    """The kind of document whose target counts."""

    IKU = "iku"
    PK = "pk"


@dataclass(frozen=True)
class Goal:
    """What a year is measured against, the kind of document that says so, and what else was said.

    ``dokumen`` is that document; ``target_iku`` is the target of the decree; ``semula`` are the
    targets before ``target`` was changed, in documents of its kind.
    """

    target: IsiNilai | None = None
    dasar: DasarTarget | None = None
    target_iku: IsiNilai | None = None
    semula: tuple[Promise, ...] = ()
    dokumen: TargetDocument | None = None


def goal_of(indikator: Indikator, tahun: int, acuan: date | None) -> Goal:
    """Return what ``tahun`` is measured against: the agreement that is signed, else the decree."""
    decree = indikator.berlaku(tahun)
    target = decree.definisi.target.get(tahun) if decree else None
    agreed = indikator.target_pk(tahun, acuan)
    if decree and decree.keputusan.perjanjian:
        agreed, target = agreed or target, None  # the agreement itself defines it
    if agreed is not None:
        earlier = earlier_agreed(indikator, tahun, acuan)
        agreement = indikator.perjanjian.get(tahun)
        signed = agreement.targets(acuan) if agreement else ()
        own = decree.keputusan if decree else None
        return Goal(agreed, DasarTarget.PK, target, earlier, signed[-1][0] if signed else own)
    if target is None or decree is None:
        return Goal()
    earlier = earlier_promises(indikator, tahun)
    return Goal(target, DasarTarget.IKU, target, earlier, decree.keputusan)


def earlier_promises(indikator: Indikator, tahun: int) -> tuple[Promise, ...]:
    """Return what older decrees printed for ``tahun`` and later ones changed, oldest first.

    A target that was printed again as it was is no change.
    """
    printed = indikator.promises(tahun)
    current = indikator.berlaku(tahun)
    if len(printed) < 2 or current not in printed:
        return ()
    older = printed[: printed.index(current) + 1]
    changed = [before for before, after in pairwise(older) if not _same(before, after, tahun)]
    return tuple(_promise(penetapan, tahun) for penetapan in changed)


def earlier_agreed(indikator: Indikator, tahun: int, acuan: date | None) -> tuple[Promise, ...]:
    """Return what the agreement of ``tahun`` promised before it was changed, oldest first."""
    satuan = indikator.satuan(tahun)
    promised = [
        Promise(target, satuan, versi)
        for versi, target in indikator.perjanjian[tahun].targets(acuan)
    ]
    return tuple(
        before
        for before, after in pairwise(promised)
        if not _same_value(before.target, after.target)
    )


def later_promises(indikator: Indikator, tahun: int) -> tuple[Promise, ...]:
    """Return what decrees printed for ``tahun`` that began to govern only after it."""
    printed, current = indikator.promises(tahun), indikator.berlaku(tahun)
    if len(printed) < 2 or current not in printed:
        return ()
    later = printed[printed.index(current) + 1 :]
    return tuple(_promise(each, tahun) for each in later if not _same(each, current, tahun))


def _promise(penetapan: Penetapan, tahun: int) -> Promise:
    definisi = penetapan.definisi
    return Promise(definisi.target[tahun], definisi.satuan, penetapan.keputusan)


def _same(one: Penetapan, other: Penetapan, tahun: int) -> bool:
    return same_satuan(one.definisi.satuan, other.definisi.satuan) and _same_value(
        one.definisi.target[tahun], other.definisi.target[tahun]
    )


def _same_value(one: IsiNilai, other: IsiNilai) -> bool:
    names = ("nilai", "bawah", "atas", "tegas", "predikat", "tanggal")
    return all(getattr(one, name) == getattr(other, name) for name in names)
