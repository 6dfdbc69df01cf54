"""A page is dated by its own data: a new day, or a commit elsewhere, leaves it as it is."""

from datetime import date

import pytest

from iku_terbuka.context.state import DataState, DataStates
from iku_terbuka.history import Commit

FILES = (
    *("skala/sakip.yaml", "pemda/pemda.yaml", "pemda/capaian/2024.yaml"),
    *("pemda/dinas/iku.yaml", "pemda/dinas/capaian/2024.yaml"),
    *("pemda/dinas/bidang/iku/2021.yaml", "pemda-lain/iku.yaml"),
)
HEAD = DataState(date(2026, 11, 30), "")


def commit(day: int, name: str) -> Commit:
    return Commit(name * 40, date(2026, 1, day), "Pesan")


def states(**changes: Commit) -> DataStates:
    """Return the states of ``FILES``, of which the oldest commit changed all but ``changes``.

    These are named by their paths with ``__`` for the slash, in the order of the commits.
    """
    named = {name.replace("__", "/") + ".yaml": change for name, change in changes.items()}
    first = {path: commit(1, "a") for path in FILES if path not in named}
    return DataStates(FILES, {**first, **named}, HEAD)


FIRST = DataState(date(2026, 1, 1), "a" * 40)
LATER = DataState(date(2026, 1, 2), "b" * 40)


def test_a_change_dates_the_instansi_those_above_it_and_the_whole() -> None:
    made = states(pemda__dinas__capaian__2024=commit(2, "b"))
    assert made.of("pemda/dinas", below=False) == LATER
    assert made.of("pemda", below=True) == LATER
    assert made.of("", below=False) == LATER
    assert made.of("pemda", below=False) == FIRST
    assert made.of("pemda/dinas/bidang", below=False) == FIRST
    assert made.of("pemda-lain", below=True) == FIRST


def test_of_two_commits_on_one_day_the_later_counts() -> None:
    made = states(pemda__dinas__iku=commit(2, "c"), pemda__dinas__capaian__2024=commit(2, "b"))
    assert made.of("pemda/dinas", below=False) == LATER


def test_a_scale_is_no_instansi_and_dates_the_whole() -> None:
    made = states(skala__sakip=commit(2, "b"))
    assert made.of("", below=True) == LATER
    assert made.of("pemda", below=True) == FIRST


@pytest.mark.parametrize("instansi", ["pemda/dinas", "pemda", ""])
def test_a_file_that_is_not_committed_claims_no_commit(instansi: str) -> None:
    changes = {path: commit(1, "a") for path in FILES if path != "pemda/dinas/iku.yaml"}
    made = DataStates(FILES, changes, HEAD)
    assert made.of(instansi, below=True) == HEAD
    assert made.of("pemda-lain", below=True) == FIRST


def test_without_a_history_everything_has_the_reference_date() -> None:
    made = DataStates(FILES, {}, HEAD)
    assert {made.of(node, below=True) for node in ("", "pemda", "pemda-lain", "tidak-ada")} == {
        HEAD
    }
