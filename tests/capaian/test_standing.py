"""How an indicator stands: which year counts, and what is still awaited."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import (
    MeasureBasis,
    Measurement,
    NoCapaian,
    Standing,
    Status,
    count_status,
    measure,
    standing,
)
from tests.capaian.made import definisi, indikator

JULI = date(2026, 7, 15)
TARGET = {str(tahun): "10" for tahun in range(2024, 2029)}


def keadaan(hasil: dict[int, Any], acuan: date | None = JULI, **fields: Any) -> Standing:
    made = definisi(**{"arah": "naik", "target": TARGET, **fields})
    one = indikator(hasil, made)
    basis = MeasureBasis(acuan, {})
    years = {tahun: measure(one, tahun, basis) for tahun in one.tahun}
    return standing(years, dated=acuan is not None)


def tahun(each: Measurement | None) -> int | None:
    return each.tahun if each else None


KEADAAN: list[tuple[dict[int, Any], tuple[int, list[int], int | None, int], Status]] = [
    # year shown, years due, year that runs, next target
    ({}, (2025, [2024, 2025], None, 2026), Status.BELUM_DILAPORKAN),
    # one early result hides nobody's last one
    ({2024: "11"}, (2024, [2025], None, 2026), Status.MELAMPAUI),
    ({2024: "11", 2026: "3"}, (2024, [2025], 2026, 2027), Status.MELAMPAUI),
    ({2026: "3"}, (2026, [2024, 2025], 2026, 2027), Status.BERJALAN),
    # what was not measured is stated, and never called unreported
    ({2024: {"keadaan": "tidak_diukur"}}, (2024, [2025], None, 2026), Status.TIDAK_DIUKUR),
    (
        {2024: "9", 2025: {"keadaan": "tidak_diukur"}},
        (2024, [], None, 2026),
        Status.BELUM_TERCAPAI,
    ),
    ({2025: {"keadaan": "tidak_diukur"}}, (2025, [], None, 2026), Status.TIDAK_DIUKUR),
    # what did not apply once is awaited later
    ({2024: {"keadaan": "tidak_berlaku"}}, (2025, [2025], None, 2026), Status.BELUM_DILAPORKAN),
]


@pytest.mark.parametrize(("hasil", "years", "status"), KEADAAN)
def test_the_newest_result_counts_and_what_is_due_stands_apart(
    hasil: dict[int, Any], years: tuple[int, list[int], int | None, int], status: Status
) -> None:
    state = keadaan(hasil)
    shown, running, upcoming = (
        one.tahun if one else None for one in (state.shown, state.running, state.upcoming)
    )
    assert (shown, [one.tahun for one in state.due], running, upcoming) == years
    assert state.status is status


def test_the_first_year_of_a_plan_shows_the_first_target() -> None:
    state = keadaan({}, date(2024, 3, 1))
    assert (tahun(state.shown), state.status) == (2024, Status.BELUM_WAKTUNYA)
    assert state.due == ()


def test_a_new_year_takes_no_result_away() -> None:
    before, after = (
        keadaan({2024: "11", 2025: "12"}, day) for day in (date(2025, 12, 31), date(2026, 1, 1))
    )
    assert before.latest is not None
    assert (before.latest.tahun, before.running and before.running.tahun) == (2024, 2025)
    assert after.latest is not None
    assert (after.latest.tahun, after.running) == (2025, None)


def test_without_a_date_nothing_is_due_and_nothing_too_early() -> None:
    state = keadaan({}, None)
    assert (state.due, tahun(state.shown)) == ((), 2024)
    assert state.status is Status.BELUM_DILAPORKAN
    state = keadaan({2025: "11"}, None)
    assert (state.due, tahun(state.shown)) == ((), 2025)


def test_years_without_a_target_are_awaited_only_where_there_are_no_targets() -> None:
    assert [one.tahun for one in keadaan({}, target={"2025": "10"}).due] == [2025]
    none = keadaan({2023: "5"}, target={})
    assert (none.promised, none.status) == (False, Status.TIDAK_DAPAT_DIHITUNG)
    assert none.latest is not None
    assert none.latest.reason is NoCapaian.TANPA_TARGET
    assert keadaan({}, target={}).shown is None


@given(
    st.lists(
        st.dictionaries(st.integers(2022, 2028), st.sampled_from(["9", "10", "11"]), max_size=4),
        max_size=6,
    ),
    st.sampled_from([None, JULI, date(2027, 1, 15)]),
)
def test_every_indicator_counts_once(many: list[dict[int, str]], acuan: date | None) -> None:
    states = [keadaan(hasil, acuan) for hasil in many]
    counts = count_status(states)
    assert counts.total == len(many)
    assert counts.status == Counter(one.status for one in states)
    assert counts.dinilai + counts.reasons.total() == counts.berhasil
    assert counts.terpenuhi <= counts.dinilai
    half = len(states) // 2
    assert count_status(states[:half]) + count_status(states[half:]) == counts


def test_why_results_have_no_verdict_is_counted() -> None:
    counts = count_status(
        [
            keadaan({2025: "9"}, arah=None),
            keadaan({2025: "9"}, arah=None),
            keadaan({2025: "9"}, target={}),
            keadaan({2025: "9"}),
        ]
    )
    assert counts.reasons == {NoCapaian.TANPA_ARAH: 2, NoCapaian.TANPA_TARGET: 1}
    assert (counts.berhasil, counts.dinilai, counts.bertarget) == (4, 1, 3)
