"""Programmes of a year: what the agreement set aside for each, and what was spent of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from iku_terbuka.capaian.status import WIDE
from iku_terbuka.model import Instansi
from iku_terbuka.model.perjanjian_kinerja import VersiPerjanjian, merged_program
from iku_terbuka.model.program import Program, RealisasiProgram

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class ProgramYear:
    """A programme in one year; ``semula`` are the ceilings that were changed, the first first."""

    program: Program
    semula: tuple[Decimal, ...] = ()
    hasil: RealisasiProgram | None = None

    @property
    def realisasi(self) -> Decimal | None:
        return self.hasil.realisasi if self.hasil else None

    @property
    def serapan(self) -> Decimal | None:
        """The part of the ceiling that was spent, in percent; says nothing of what it achieved."""
        return spent(self.program.pagu, self.realisasi)


def spent(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Return ``realisasi`` in percent of ``pagu``; nothing where it cannot be computed."""
    if not pagu or realisasi is None:
        return None
    return WIDE.divide(WIDE.multiply(realisasi, _HUNDRED), pagu)


def programmes(instansi: Instansi, tahun: int, acuan: date | None) -> tuple[ProgramYear, ...]:
    """Return the programmes of a year by the versions of its agreement that count on ``acuan``."""
    perjanjian = instansi.perjanjian_kinerja.get(tahun)
    if perjanjian is None:
        return ()
    results = (instansi.capaian or {}).get(tahun)
    versi = perjanjian.versi_sampai(acuan)
    return tuple(
        ProgramYear(
            program,
            _former(program.kode, versi),
            results.program.get(program.kode) if results else None,
        )
        for program in merged_program(versi)
    )


def _former(kode: str, versi: Sequence[VersiPerjanjian]) -> tuple[Decimal, ...]:
    """Return the ceilings of a programme in these versions, without the one that counts."""
    named = [each.pagu for one in versi for each in one.program if each.kode == kode]
    ceilings = [pagu for pagu, _ in groupby(pagu for pagu in named if pagu is not None)]
    return tuple(ceilings[:-1])


def total(values: Sequence[Decimal | None]) -> Decimal | None:
    """Return a sum; nothing where a part of it is not known."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None
