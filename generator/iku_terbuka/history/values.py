"""The past of every number, as values that pages can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from iku_terbuka.history.commit import Commit
from iku_terbuka.model.bagian_tahun import PembagianTahun
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.tahun import first_day

Written: TypeAlias = Decimal | str

UNAVAILABLE = (
    "Riwayat perubahan tidak tersedia: salinan data yang dipakai membangun situs ini tidak "
    "membawa catatan perubahannya."
)
PARTIAL = (
    "Riwayat hanya sebagian: perubahan yang lebih lama tidak terbawa dalam salinan data yang "
    "dipakai membangun situs ini."
)


class NumberKind(StrEnum):
    TARGET = "target"
    REALISASI = "realisasi"


@dataclass(frozen=True)
class Entry:
    """What a version of a file gives as one value.

    A number is a ``Decimal`` with its digits as typed, so that 3.2 and 3.20 are equal; what is no
    number is the text as typed. ``keadaan`` stands where there is no number, ``variabel`` where
    the result is computed from components.
    """

    nilai: Written | None = None
    bawah: Written | None = None
    atas: Written | None = None
    predikat: str = ""
    keadaan: str = ""
    variabel: tuple[tuple[str, tuple[Written, ...]], ...] = ()
    tanggal: str = ""

    @classmethod
    def of(cls, value: IsiNilai) -> "Entry":
        """Return a value of the model as an entry."""
        date = str(value.tanggal or "")
        return cls(value.nilai, value.bawah, value.atas, value.predikat or "", tanggal=date)


@dataclass(frozen=True)
class NumberChange:
    """One published number that became another; ``None`` on one side: it came back, or went.

    ``key`` is the indicator's (``<instansi>/<id>``) as it is called today. ``after_start``: a
    target that changed after its year had begun. ``bagian`` is set for the number of a part of the
    year: its kind and its place.
    """

    commit: Commit
    key: str
    kind: NumberKind
    tahun: int
    old: Entry | None
    new: Entry | None
    after_start: bool = False
    bagian: tuple[PembagianTahun, int] | None = None


@dataclass(frozen=True)
class FirstResults:
    """A step in which results of an instansi for a year appeared for the first time."""

    commit: Commit
    instansi_id: str
    tahun: int


@dataclass(frozen=True)
class History:
    """Every change of the data, and every first entry of results, newest first.

    ``since`` is the day on which an instansi's indicators came, by its id, where one is known.
    ``note`` says why the past is not complete; empty when it is. Without arguments: nothing is
    known.

    ``files`` is the newest commit that changed each file, by its path below the data folder, the
    newest of all last. A file that Git does not know, or that differs on disk, has none; where the
    past is cut off no file has one. ``listed`` is the day on which each address came into a
    register of documents, where that is known. ``commit`` is the hash of HEAD where it holds the
    data just as they are on disk, else empty. ``trouble`` is for who builds: what ``note`` tells
    readers, with reason and remedy, one line each.
    """

    changes: tuple[NumberChange, ...] = ()
    since: Mapping[str, date] = field(default_factory=dict)
    note: str = UNAVAILABLE
    first_results: tuple[FirstResults, ...] = ()
    files: Mapping[str, Commit] = field(default_factory=lambda: MappingProxyType({}))
    listed: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    commit: str = ""
    trouble: str = ""

    @cached_property
    def _by_indikator(self) -> Mapping[str, tuple[NumberChange, ...]]:
        grouped: dict[str, list[NumberChange]] = {}
        for change in self.changes:
            grouped.setdefault(change.key, []).append(change)
        return {key: tuple(changes) for key, changes in grouped.items()}

    def of_indikator(self, key: str) -> tuple[NumberChange, ...]:
        """Return the changes of one indicator, newest first."""
        return self._by_indikator.get(key, ())


def has_begun(tahun: int, day: date | None) -> bool:
    """Tell whether a year that a target is for has begun on ``day``; not if no day is known."""
    return day is not None and day >= first_day(tahun)
