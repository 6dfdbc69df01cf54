"""Who names whom in ``dahulu`` and ``menggantikan``: an id of today, and the one before it.

A claim of an instansi is one of each of its indicators on the indicator of the same id, unless that
one is named by itself. Where two instansi claim it so, nobody knows which of them goes on with it,
and none does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iku_terbuka.model.keputusan import IkuFile
from iku_terbuka.model.laporan import Indikator, Instansi, Laporan
from iku_terbuka.source import Path

# Things that go on in one, and steps from the first to the last of a chain: nobody could follow
# more, and what is read on each step is the size of all before.
MAX_FORMER = 20


@dataclass(frozen=True)
class Claim:
    """``new`` goes on with ``old``, as the decree says at ``path``; both are full ids.

    ``first`` is the oldest decree that lists ``new``, where that is a later one.
    """

    new: str
    old: str
    keputusan: IkuFile
    path: Path
    first: IkuFile | None = None

    @property
    def sejak(self) -> int:
        """The year with which ``old`` ends. Without one, which is an error, it never was."""
        return self.keputusan.sejak or 0

    @property
    def begins(self) -> int:
        """The first year of ``new``."""
        return max(self.sejak, (self.first and self.first.sejak) or 0)


@dataclass(frozen=True)
class Claims:
    """Every claim: of instansi (``units``), of indicators (``named``, or ``implied`` by instansi).

    ``shared`` are the claims by instansi on an indicator that several make. ``nodes`` and
    ``indicators`` are what there is, by id.
    """

    nodes: Mapping[str, Instansi]
    indicators: Mapping[str, Indikator]
    units: tuple[Claim, ...]
    named: tuple[Claim, ...]
    implied: tuple[Claim, ...]
    shared: tuple[Claim, ...]

    @property
    def continuing(self) -> tuple[Claim, ...]:
        """The claims on an indicator that is still there."""
        every = (*self.named, *self.implied)
        return tuple(claim for claim in every if claim.old in self.indicators)

    @property
    def gone(self) -> tuple[Claim, ...]:
        """The claims on what is there no more: only its address is left."""
        units = (claim for claim in self.units if claim.old not in self.nodes)
        every = (*self.named, *self.implied, *self.shared)
        return (*units, *(claim for claim in every if claim.old not in self.indicators))


def claims_of(laporan: Laporan) -> Claims:
    """Return every claim, each from the oldest decree that makes it."""
    nodes = {node.id: node for pemda in laporan.pemda for node in pemda.instansi.descendants()}
    indicators = {each.kunci: each for node in nodes.values() for each in node.indikator}
    units = _first(
        Claim(node.id, old, keputusan, ("dahulu", i))
        for node in nodes.values()
        for keputusan in node.iku
        for i, old in enumerate(keputusan.iku.dahulu)
    )
    named = _first(
        Claim(each.kunci, old, penetapan.keputusan, (*penetapan.lokasi.path, "dahulu", i))
        for each in indicators.values()
        for penetapan in each.penetapan
        for i, old in enumerate(penetapan.definisi.dahulu)
    )
    implied = _implied(nodes, indicators, units, named)
    count = Counter(claim.old for claim in implied)
    return Claims(
        nodes,
        indicators,
        units,
        named,
        tuple(claim for claim in implied if count[claim.old] == 1),
        tuple(claim for claim in implied if count[claim.old] > 1),
    )


def _first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return each claim once; of more than ``MAX_FORMER`` of one, an error, the first."""
    found: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        own = found.setdefault(claim.new, {})
        if len(own) <= MAX_FORMER:
            own.setdefault(claim.old, claim)
    return tuple(claim for own in found.values() for claim in own.values())


def _implied(
    nodes: Mapping[str, Instansi],
    indicators: Mapping[str, Indikator],
    units: Iterable[Claim],
    named: Iterable[Claim],
) -> list[Claim]:
    """Return what claims of instansi mean for indicators that no claim names."""
    by_name = {claim.old for claim in named}
    own = {(claim.new, claim.old.rpartition("/")[0]) for claim in named}
    return [
        Claim(each.kunci, old, unit.keputusan, unit.path, each.penetapan[0].keputusan)
        for unit in units
        for each in nodes[unit.new].indikator
        for old in [f"{unit.old}/{each.id}"]
        if (unit.old not in nodes or old in indicators)
        and old not in by_name
        and (each.kunci, unit.old) not in own
    ]


def in_order(claims: Iterable[Claim]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return every id that goes on with another, after that one; and those that run in a circle.

    What comes after a circle is in neither.
    """
    olds: dict[str, list[str]] = {}
    news: dict[str, list[str]] = {}
    for claim in claims:
        olds.setdefault(claim.new, []).append(claim.old)
        news.setdefault(claim.old, []).append(claim.new)
    waiting = {key: len(found) for key, found in olds.items()}
    ready = [key for key in news if key not in waiting]
    ordered: list[str] = []
    while ready:
        for key in news.get(ready.pop(), ()):
            waiting[key] -= 1
            if not waiting[key]:
                ordered.append(key)
                ready.append(key)
    # Each of those left has one of them before it, so that every way back ends in a circle.
    back = {
        key: next(old for old in olds[key] if waiting.get(old)) for key in waiting if waiting[key]
    }
    return tuple(ordered), frozenset(_circles(back))


def _circles(back: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids that lead back to themselves."""
    seen: set[str] = set()
    for start in back:
        way: dict[str, None] = {}
        key = start
        while key not in seen:
            seen.add(key)
            way[key] = None
            key = back[key]
        if key in way:
            yield from list(way)[list(way).index(key) :]
