"""Which state of the data a page or a file shows: by the newest change of what it shows.

So a page changes when its data change, and a new day or a commit elsewhere leaves it alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

# The files of an instansi in its folder; the others lie one folder below it.
_FOLDERS = ("iku", "capaian")


@dataclass(frozen=True)
class DataState:
    """``day`` is that of the newest change, ``commit`` the full hash of the commit with it.

    Either is empty where it is not known.
    """

    day: date | None = None
    commit: str = ""


class DataStates:
    """The states of a tree of data.

    ``files`` are the paths of its files below the folder of the data, ``changes`` the newest change
    of each as far as it is known. Where one is not (not committed yet, a history cut short), the
    state is ``fallback``.
    """

    def __init__(
        self, files: Iterable[str], changes: Mapping[str, DataState], fallback: DataState
    ) -> None:
        self._fallback = fallback
        self._own: dict[str, DataState] = {}
        self._below: dict[str, DataState] = {}
        for path in files:
            change = changes.get(path, fallback)
            owner = _owner(path)
            self._own[owner] = self._newer(self._own.get(owner), change)
            parts = owner.split("/") if owner else []
            for end in range(len(parts) + 1):
                above = "/".join(parts[:end])
                self._below[above] = self._newer(self._below.get(above), change)

    def of(self, instansi: str, *, below: bool) -> DataState:
        """Return the state of an instansi's own files, or with those ``below``.

        Without an id it is the state of all data.
        """
        states = self._below if below or not instansi else self._own
        return states.get(instansi, self._fallback)

    def _newer(self, known: DataState | None, other: DataState) -> DataState:
        """Return the newer of two states; one that is not known makes both unknown."""
        if known is None:
            return other
        if self._fallback in (known, other):
            return self._fallback
        return other if _day(other) > _day(known) else known


def _day(state: DataState) -> date:
    return state.day or date.min


def _owner(path: str) -> str:
    """Return the id of the Pemda or instansi whose file it is; empty for the scales."""
    folder, _, _ = path.rpartition("/")
    above, _, name = folder.rpartition("/")
    if folder == "skala":
        return ""
    return above if name in _FOLDERS else folder
