"""The same thing in another place: indicators go on with those of instansi that exist no more.

What ``dahulu`` and ``menggantikan`` name is worked out once, over the whole tree, so that all that
reads an :class:`Indikator` finds the years before among its own. The years keep belonging to the
old indicator, by which they are counted; the promise of today counts with the new one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from iku_terbuka.load.claims import Claim, Claims, claims_of, in_order
from iku_terbuka.model.keputusan import Successor
from iku_terbuka.model.laporan import Indikator, Instansi, Laporan


def continue_series(laporan: Laporan) -> Laporan:
    """Return the same data with everything that goes on elsewhere joined.

    The claims must hold (:mod:`.claimcheck`). Without any it is the Laporan itself.
    """
    claims = claims_of(laporan)
    ends = _ends(claims)
    if not claims.units and not claims.named and not ends:
        return laporan
    indicators = {
        key: replace(each, successors=tuple(ends[key])) if key in ends else each
        for key, each in _joined(claims).items()
    }
    former = _by_new(claims.units)
    pemda = tuple(
        replace(each, instansi=_instansi(each.instansi, indicators, ends, former))
        for each in laporan.pemda
    )
    return replace(laporan, pemda=pemda, moved=MappingProxyType(_moved(claims)))


def _by_new(claims: Iterable[Claim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(claim.new, []).append(claim.old)
    return found


def _moved(claims: Claims) -> dict[str, tuple[str, ...]]:
    """Return the ids that are gone, each with those that go on with it."""
    found: dict[str, list[str]] = {}
    for claim in claims.gone:
        found.setdefault(claim.old, []).append(claim.new)
    return {old: tuple(news) for old, news in found.items()}


def _instansi(
    node: Instansi,
    indicators: Mapping[str, Indikator],
    ends: Mapping[str, list[Successor]],
    former: Mapping[str, list[str]],
) -> Instansi:
    return replace(
        node,
        indikator=tuple(indicators[each.kunci] for each in node.indikator),
        anak=tuple(_instansi(anak, indicators, ends, former) for anak in node.anak),
        former=tuple(former.get(node.id, ())),
        successors=tuple(ends.get(node.id, ())),
    )


def _ends(claims: Claims) -> dict[str, list[Successor]]:
    """Return what goes on with every instansi and indicator that ends, by its id."""
    found: dict[str, list[Successor]] = {}
    for claim in claims.units:
        if claim.old in claims.nodes:
            found.setdefault(claim.old, []).append(_successor(claim))
    for claim in claims.continuing:
        found.setdefault(claim.old, []).append(replace(_successor(claim), continues=True))
    for key, each in claims.indicators.items():
        # What nothing goes on with ends with its instansi all the same.
        if key not in found and each.instansi_id in found:
            found[key] = found[each.instansi_id]
    for key, successor in _replaced(claims):
        found.setdefault(key, []).insert(0, successor)
    return found


def _successor(claim: Claim) -> Successor:
    return Successor(claim.new, claim.sejak, claim.keputusan)


def _replaced(claims: Claims) -> Iterator[tuple[str, Successor]]:
    """Yield what takes the place of an indicator of the same instansi, as decrees say."""
    for each in claims.indicators.values():
        said: set[str] = set()
        for penetapan in each.penetapan:
            named = penetapan.definisi.menggantikan
            if named and named.id not in said:
                said.add(named.id)
                yield (
                    f"{each.instansi_id}/{named.id}",
                    Successor(each.kunci, named.sejak, penetapan.keputusan, named.dasar),
                )


def _joined(claims: Claims) -> dict[str, Indikator]:
    """Return every indicator with the years of those that it goes on with, the old ones first."""
    found = dict(claims.indicators)
    live: dict[str, list[Claim]] = {}
    for claim in claims.continuing:
        live.setdefault(claim.new, []).append(claim)
    gone = _by_new(claim for claim in claims.gone if claim.new in found)
    for key in gone.keys() - live.keys():
        found[key] = replace(found[key], former=tuple(gone[key]))
    for key in in_order(claims.continuing)[0]:
        olds = [(found[claim.old], claim.begins) for claim in live[key]]
        found[key] = _continued(found[key], olds, gone.get(key, ()))
    return found


def _continued(
    new: Indikator, olds: Iterable[tuple[Indikator, int]], gone: Iterable[str]
) -> Indikator:
    """Return ``new`` with the years of ``olds`` before it.

    Where two of them have the same year, none is read: what they are together nobody knows.
    """
    parts = [(old, [tahun for tahun in old.tahun if tahun < sejak]) for old, sejak in olds]
    former = (*(key for old, _ in parts for key in (old.kunci, *old.former)), *gone)
    known = replace(new, former=former, begins=new.penetapan[0].keputusan.sejak)
    owners = {tahun: old for old, years in parts for tahun in years}
    if len(owners) < sum(len(years) for _, years in parts) or owners.keys() & new.hasil.keys():
        return known
    parts.sort(key=lambda part: part[1][:1])
    hasil = {tahun: old.hasil[tahun] for tahun, old in owners.items() if tahun in old.hasil}
    first = min(sejak for _, sejak in olds)
    return replace(
        known,
        penetapan=(*(each for old, _ in parts for each in old.penetapan), *new.penetapan),
        keputusan=(
            *(each for old, _ in parts for each in old.keputusan if (each.sejak or 0) < first),
            *new.keputusan,
        ),
        hasil=MappingProxyType(dict(sorted((hasil | dict(new.hasil)).items()))),
        lokasi_hasil=MappingProxyType(
            {tahun: owners[tahun].lokasi_hasil[tahun] for tahun in sorted(hasil)}
            | dict(new.lokasi_hasil)
        ),
        status_data=MappingProxyType(
            dict(new.status_data)
            | {
                tahun: old.status_data[tahun]
                for tahun, old in owners.items()
                if tahun in old.status_data
            }
        ),
        perjanjian=MappingProxyType(
            {
                tahun: old.perjanjian[tahun]
                for tahun, old in owners.items()
                if tahun in old.perjanjian
            }
            | dict(new.perjanjian)
        ),
        read_from=MappingProxyType(
            {tahun: old.read_from.get(tahun, old.kunci) for tahun, old in owners.items()}
        ),
    )
