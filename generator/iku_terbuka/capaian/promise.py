"""What the decrees of an indicator promised for one year, beside the target that counts."""

from dataclasses import dataclass
from itertools import pairwise

from iku_terbuka.capaian.series import same_satuan
from iku_terbuka.model import IkuFile, Indikator, Penetapan
from iku_terbuka.model.nilai import IsiNilai


@dataclass(frozen=True)
class Promise:
    """A target for a year as one decree prints it."""

    target: IsiNilai
    satuan: str | None
    keputusan: IkuFile


def earlier_promises(indikator: Indikator, tahun: int) -> tuple[Promise, ...]:
    """Return what older decrees printed for ``tahun`` and the one in force changed, oldest first.

    A target that was printed again as it was is no change.
    """
    printed = indikator.promises(tahun)
    current = indikator.berlaku(tahun)
    if len(printed) < 2 or current not in printed:
        return ()
    older = printed[: printed.index(current) + 1]
    changed = [before for before, after in pairwise(older) if not _same(before, after, tahun)]
    return tuple(_promise(penetapan, tahun) for penetapan in changed)


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
    first, second = (each.definisi.target[tahun] for each in (one, other))
    return same_satuan(one.definisi.satuan, other.definisi.satuan) and all(
        getattr(first, name) == getattr(second, name)
        for name in ("nilai", "bawah", "atas", "tegas", "predikat")
    )
