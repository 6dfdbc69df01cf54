"""Which indicator supports which: the pohon kinerja, as the newest decree of each tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iku_terbuka.model.laporan import Indikator, Laporan


@dataclass(frozen=True)
class PohonKinerja:
    """``menopang`` are what an indicator supports, ``penopang`` what supports it today.

    Both are by key, in the order of the data, and name only those that have any.
    """

    menopang: Mapping[str, tuple[Indikator, ...]] = field(default_factory=dict)
    penopang: Mapping[str, tuple[Indikator, ...]] = field(default_factory=dict)

    def includes(self, indikator: Indikator) -> bool:
        """Tell whether an indicator supports another or is supported."""
        return indikator.kunci in self.menopang or indikator.kunci in self.penopang


def pohon_kinerja(laporan: Laporan) -> PohonKinerja:
    """Join what the indicators that count today say of each other.

    What is not there is left out.
    """
    every = {indikator.kunci: indikator for indikator in laporan.all_indikator()}
    menopang: dict[str, tuple[Indikator, ...]] = {}
    penopang: dict[str, list[Indikator]] = {}
    for indikator in filter(_counts, every.values()):
        keys = dict.fromkeys(indikator.definisi.menopang)
        found = tuple(every[key] for key in keys if key in every and key != indikator.kunci)
        if found:
            menopang[indikator.kunci] = found
        for target in found:
            penopang.setdefault(target.kunci, []).append(indikator)
    return PohonKinerja(menopang, {key: tuple(found) for key, found in penopang.items()})


def _counts(indikator: Indikator) -> bool:
    return indikator.is_counted
