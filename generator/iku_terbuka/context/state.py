"""Which state of the data a page or a file shows: by the newest change of what it shows.

So a page changes when its data change, and a new day or a commit elsewhere leaves it alone.

What counts are the files in the folder of the instansi: its decrees and its results. A page also
shows the name of its Pemda and the classes of a scale, but its date says how recent the data are,
and a corrected name would make those of years ago look new on every page. A scale dates the whole
alone, as does all else. The pages are made again all the same (``publish/fingerprint.py``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from iku_terbuka.history import Commit
from iku_terbuka.model.keputusan import SKALA, instansi_of
from iku_terbuka.model.laporan import Laporan


@dataclass(frozen=True)
class DataState:
    """``day`` is that of the newest change, ``commit`` the full hash of the commit that made it.

    Either is empty where it is not known.
    """

    day: date | None = None
    commit: str = ""


def readers(laporan: Laporan) -> Mapping[str, set[str]]:
    """Return which instansi show results of an old one that they go on with, by its id."""
    found: dict[str, set[str]] = {}
    for indikator in laporan.all_indikator():
        for key in set(indikator.read_from.values()):
            found.setdefault(key.rpartition("/")[0], set()).add(indikator.instansi_id)
    return found


class DataStates:
    """The states of a tree of data.

    ``files`` are the paths of its files below the folder of the data; ``changes`` the newest change
    of each as far as it is known, the newest of all last. Where that of one file is not known (not
    committed yet, a history cut short), the state of all that show it is ``fallback``. ``readers``
    are the instansi whose pages show the results of another too, by the id of that one.
    """

    def __init__(
        self,
        files: Iterable[str],
        changes: Mapping[str, Commit],
        fallback: DataState,
        readers: Mapping[str, Iterable[str]] = MappingProxyType({}),
    ) -> None:
        known = [DataState(commit.day, commit.hash) for commit in changes.values()]
        self._states = [*known, fallback]
        ranks = {path: rank for rank, path in enumerate(changes)}
        # By id: the rank of the newest change. The fallback counts as newer than any.
        self._own: dict[str, int] = {}
        self._below: dict[str, int] = {}
        for path in files:
            rank = ranks.get(path, len(known))
            owner = "" if path.startswith(f"{SKALA}/") else instansi_of(path)
            for shown in (owner, *readers.get(owner, ())):
                self._own[shown] = max(self._own.get(shown, 0), rank)
                parts = shown.split("/") if shown else []
                for end in range(len(parts) + 1):
                    above = "/".join(parts[:end])
                    self._below[above] = max(self._below.get(above, 0), rank)

    def of(self, instansi: str, *, below: bool) -> DataState:
        """Return the state of an instansi's own files, or with those ``below``.

        Without an id it is the state of all data.
        """
        ranks = self._below if below or not instansi else self._own
        return self._states[ranks.get(instansi, -1)]
