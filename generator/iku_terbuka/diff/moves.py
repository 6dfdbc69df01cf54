"""What went elsewhere between two sides, as the new side says in ``dahulu``: moved, not removed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator


@dataclass(frozen=True)
class Moves:
    """By the full id on the new side: what it was called on the old side, where that is gone.

    ``heirs`` is what goes on with each id that is gone; ``old`` are the indicators of the old side.
    """

    folders: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)
    heirs: Mapping[str, str] = field(default_factory=dict)
    old: Mapping[str, Indikator] = field(default_factory=dict)
    new: Mapping[str, Indikator] = field(default_factory=dict)


def find_moves(old: Context, new: Context) -> Moves:
    """Return what moved; of several that go on in one, the first is compared with it."""
    before, after = dict(_indicators(old)), dict(_indicators(new))
    folders: dict[str, str] = {}
    indicators: dict[str, str] = {}
    heirs: dict[str, str] = {}
    units = ((node.id, node.former) for node in new.instansi.values())
    for found, pairs, there, here in (
        (folders, units, old.instansi, new.instansi),
        (indicators, ((key, each.former) for key, each in after.items()), before, after),
    ):
        for key, former in pairs:
            gone = [each for each in former if each in there and each not in here]
            for each in gone:
                heirs.setdefault(each, key)
            if gone and key not in there and heirs[gone[0]] == key:
                found[key] = gone[0]
    return Moves(folders, indicators, heirs, before, after)


def _indicators(context: Context) -> Iterator[tuple[str, Indikator]]:
    for node in context.instansi.values():
        for indikator in node.indikator:
            yield indikator.kunci, indikator
