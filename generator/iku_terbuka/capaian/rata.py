"""Averages of capaian, which never stand alone: counts of statuses come first."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from iku_terbuka.capaian.ukur import Pengukuran

NOL = Decimal(0)


@dataclass(frozen=True)
class RataRata:
    """The mean capaian in percent of ``banyak`` indicators; ``luput`` more have no percentage.

    With a cap (``batas``, the Pemda's option) each capaian counts as at most that much and at
    least 0; the figures beside it stay uncapped.
    """

    nilai: Decimal
    banyak: int
    luput: int
    batas: Decimal | None


def rata_rata(pengukuran: Iterable[Pengukuran], batas: Decimal | None = None) -> RataRata | None:
    """Average the capaian of ``pengukuran``; ``None`` when fewer than two have one."""
    semua = tuple(pengukuran)
    values = [satu.capaian for satu in semua if satu.capaian is not None]
    if len(values) < 2:
        return None
    if batas is not None:
        values = [min(max(value, NOL), batas) for value in values]
    return RataRata(sum(values, NOL) / len(values), len(values), len(semua) - len(values), batas)
