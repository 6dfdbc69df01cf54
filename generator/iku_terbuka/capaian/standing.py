"""How an indicator stands over its years: the result that counts, and what is still awaited.

Every overview, list and sentence takes the year that it shows from here, so that no two of them
contradict each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iku_terbuka.capaian.measurement import Measurement
from iku_terbuka.capaian.status import Status


@dataclass(frozen=True)
class Standing:
    """The years of one indicator by what they mean today.

    ``latest`` is the newest year with a result, else the newest that the agency says was not
    measured, or does not apply with nothing after it. ``running`` is the provisional result of a
    year that still runs. ``due`` are the years after ``latest`` that are over and not reported,
    oldest first; ``upcoming`` is the first whose year is not over, or of which that is not known.
    ``replaced`` is the newest year after ``latest`` for which a later plan no longer lists it.
    Where the indicator has targets at all (``promised``), only years with one are awaited.
    """

    latest: Measurement | None
    running: Measurement | None
    due: tuple[Measurement, ...]
    upcoming: Measurement | None
    promised: bool
    replaced: Measurement | None = None

    @property
    def shown(self) -> Measurement | None:
        """The year that a list shows; ``None`` where no year is named at all."""
        awaited = self.due[-1] if self.due else self.upcoming
        return self.latest or self.running or awaited or self.replaced

    @property
    def status(self) -> Status:
        """What the indicator counts as; an indicator counts once."""
        if self.latest:
            return self.latest.status
        if self.running:
            return Status.BERJALAN
        if self.upcoming and not self.due:
            return self.upcoming.status
        if self.replaced and not self.due:
            return Status.DIGANTIKAN
        return Status.BELUM_DILAPORKAN


def standing(years: Mapping[int, Measurement], *, dated: bool) -> Standing:
    """Return how an indicator stands; ``years`` are all its measurements, oldest first.

    Without a reference date (``dated``) nobody knows which years are over, so none is due.
    """
    newest = list(years.values())[::-1]
    latest = next((year for year in newest if year.status.ada_hasil), None)
    if latest is None:
        latest = next((year for year in newest if year.status is Status.TIDAK_DIUKUR), None)
    promised = any(year.target for year in newest)
    awaited = [year for year in newest if year.target or not promised]
    if latest is None and awaited and awaited[0].status is Status.TIDAK_BERLAKU:
        latest = awaited[0]
    after = [year for year in years.values() if latest is None or year.tahun > latest.tahun]
    running = [year for year in after if year.status is Status.BERJALAN]
    awaited = [year for year in after if year.target or not promised]
    missing = tuple(year for year in awaited if year.status is Status.BELUM_DILAPORKAN)
    upcoming = [year for year in awaited if year.status is Status.BELUM_WAKTUNYA]
    if not dated:
        missing, upcoming = (), list(missing)
    replaced = [year for year in after if year.status is Status.DIGANTIKAN]
    return Standing(
        latest,
        running[-1] if running else None,
        missing,
        upcoming[0] if upcoming else None,
        promised,
        replaced[-1] if replaced else None,
    )


@dataclass(frozen=True)
class StatusCounts:
    """How many indicators stand how; each counts once.

    ``reasons`` counts why results have no status. ``sementara`` are the judged results that may
    still change, ``bertarget`` the indicators with a target in any year.
    """

    status: Counter[Status]
    reasons: Counter[str]
    sementara: int = 0
    bertarget: int = 0

    def __add__(self, other: "StatusCounts") -> "StatusCounts":
        return StatusCounts(
            self.status + other.status,
            self.reasons + other.reasons,
            self.sementara + other.sementara,
            self.bertarget + other.bertarget,
        )

    @property
    def total(self) -> int:
        return self.status.total()

    @property
    def berhasil(self) -> int:
        """How many have the result of a whole year, whatever it says."""
        return sum(count for status, count in self.status.items() if status.ada_hasil)

    @property
    def dinilai(self) -> int:
        """How many results were compared with their target."""
        return sum(count for status, count in self.status.items() if status.dinilai)

    @property
    def terpenuhi(self) -> int:
        """How many reached their target or went beyond it."""
        return sum(count for status, count in self.status.items() if status.terpenuhi)


def count_status(standings: Iterable[Standing]) -> StatusCounts:
    """Count how indicators stand."""
    found = tuple(standings)
    results = [one.latest for one in found if one.latest]
    return StatusCounts(
        Counter(one.status for one in found),
        Counter(
            str(result.reason) for result in results if result.status is Status.TIDAK_DAPAT_DIHITUNG
        ),
        sum(1 for result in results if result.sementara and result.status.dinilai),
        sum(1 for one in found if one.promised),
    )
