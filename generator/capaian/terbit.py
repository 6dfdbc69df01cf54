"""What somebody else published, beside what the figures give: agreement or a named difference."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.capaian.aturan import hitung_capaian
from generator.capaian.status import LEGA
from generator.capaian.ukur import Pengukuran
from generator.model import Hasil, RumusCapaian
from generator.model.hasil import Diterbitkan
from generator.model.iku import IsiNilai

_RASIO = (RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO)


@dataclass(frozen=True)
class Terbitan:
    """A published figure beside ours.

    ``rumus_lain`` is another rule that explains it; ``dari_terbitan`` says that it follows from
    the published figures, where these differ from ours.
    """

    apa: str
    terbit: Decimal
    kami: Decimal | None
    sama: bool
    rumus_lain: RumusCapaian | None = None
    dari_terbitan: bool = False


def sama_teliti(terbit: Decimal, kami: Decimal) -> bool:
    """Tell whether ``kami``, rounded half up to the digits of ``terbit``, reads the same."""
    exponent = terbit.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    return kami.quantize(step, ROUND_HALF_UP, LEGA) == terbit


def bandingkan_terbitan(
    hasil: Hasil, satu: Pengukuran, rumus: RumusCapaian | None
) -> tuple[Terbitan, ...]:
    """Return one comparison for each published number of ``hasil``."""
    published = hasil.diterbitkan
    if published is None:
        return ()
    found = []
    if published.realisasi and published.realisasi.nilai is not None:
        ours = satu.tepat
        terbit = published.realisasi.nilai
        found.append(
            Terbitan("realisasi", terbit, ours, ours is not None and sama_teliti(terbit, ours))
        )
    if published.target and published.target.nilai is not None:
        goal = satu.target.nilai if satu.target else None
        terbit = published.target.nilai
        found.append(
            Terbitan("target", terbit, goal, goal is not None and sama_teliti(terbit, goal))
        )
    if published.capaian is not None:
        found.append(_capaian(published, published.capaian, satu, rumus))
    return tuple(found)


def _capaian(
    published: Diterbitkan, terbit: Decimal, satu: Pengukuran, rumus: RumusCapaian | None
) -> Terbitan:
    if satu.capaian is not None and sama_teliti(terbit, satu.capaian):
        return Terbitan("capaian", terbit, satu.capaian, True)
    ours = None if satu.tepat is None else IsiNilai.model_construct(nilai=satu.tepat)
    theirs = published.realisasi or ours
    goal = published.target or satu.target
    if (theirs, goal) != (ours, satu.target) and _menjelaskan(rumus, goal, theirs, terbit):
        return Terbitan("capaian", terbit, satu.capaian, False, dari_terbitan=True)
    for other in _RASIO:
        if other is not rumus and _menjelaskan(other, goal, theirs, terbit):
            return Terbitan("capaian", terbit, satu.capaian, False, other)
    return Terbitan("capaian", terbit, satu.capaian, False)


def _menjelaskan(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai | None, terbit: Decimal
) -> bool:
    if realisasi is None:
        return False
    value = hitung_capaian(rumus, target, realisasi)
    return isinstance(value, Decimal) and sama_teliti(terbit, value)
