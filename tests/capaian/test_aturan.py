"""The named rules: exact at the target, never divided by zero, and at one with the status."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from iku_terbuka.capaian import ATURAN, NoCapaian, Status, compute_capaian, two_decimals
from iku_terbuka.formula import evaluate
from iku_terbuka.model import RumusCapaian
from iku_terbuka.model.nilai import IsiNilai
from tests.capaian.made import angka, measured_year, rentang

NAIK, TURUN, RASIO = RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO
RENTANG, STATUS = RumusCapaian.RENTANG, RumusCapaian.STATUS
RASIO_SEMUA = (NAIK, TURUN, RASIO)

# Every number that can be typed (15 whole digits, 25 characters), and then some; zero often.
desimal = st.one_of(
    st.just(Decimal(0)),
    st.integers(-3, 3).map(Decimal),
    st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False),
    st.decimals(-1000, 1000, places=2),
)
positif = desimal.map(abs).filter(lambda value: value > 0)
satu_rumus = st.sampled_from(RumusCapaian)
rasio = st.sampled_from(RASIO_SEMUA)


@st.composite
def nilai(draw: st.DrawFn) -> IsiNilai:
    kind = draw(st.sampled_from(["angka", "rentang", "predikat"]))
    if kind == "angka":
        return angka(draw(desimal))
    if kind == "rentang":
        return rentang(*sorted((draw(desimal), draw(desimal))))
    return IsiNilai.model_construct(predikat=draw(st.sampled_from(["A", "BB", "ada"])))


def test_every_rule_has_its_formula_in_words_with_source_and_certainty() -> None:
    assert set(ATURAN) == set(RumusCapaian)
    for kunci, aturan in ATURAN.items():
        assert aturan.kunci is kunci
        assert aturan.kalimat.endswith(".")
        assert aturan.sumber
        assert (aturan.rumus is not None) == (kunci in RASIO_SEMUA)


@given(positif, rasio)
def test_on_target_is_exactly_one_hundred(value: Decimal, rumus: RumusCapaian) -> None:
    assert compute_capaian(rumus, angka(value), angka(value)) == 100
    assert compute_capaian(RENTANG, rentang(value, value), angka(value)) == 100


@given(desimal, desimal, desimal)
def test_inside_a_range_is_exactly_one_hundred(a: Decimal, b: Decimal, c: Decimal) -> None:
    bawah, realisasi, atas = sorted((a, b, c))
    assert compute_capaian(RENTANG, rentang(bawah, atas), angka(realisasi)) == 100


@given(positif, positif, positif)
def test_outside_a_range_the_nearer_limit_counts(a: Decimal, b: Decimal, c: Decimal) -> None:
    low, middle, high = sorted((a, b, c))
    assume(low < middle < high)
    for rumus in RASIO_SEMUA:
        above = compute_capaian(rumus, rentang(low, middle), angka(high))
        assert above == compute_capaian(rumus, angka(middle), angka(high))
        below = compute_capaian(rumus, rentang(middle, high), angka(low))
        assert below == compute_capaian(rumus, angka(middle), angka(low))
    for target, value in ((rentang(low, middle), high), (rentang(middle, high), low)):
        assert compute_capaian(RENTANG, target, angka(value)) is NoCapaian.DI_LUAR_RENTANG


@pytest.mark.parametrize(
    ("rumus", "batas", "realisasi", "capaian", "status"),
    [
        # PermenPANRB 8/2021, annex, pp. 91 and 100.
        (NAIK, ("80", "90"), "92", "102.22", Status.MELAMPAUI),
        (NAIK, ("80", "90"), "85", "100.00", Status.TERCAPAI),
        (NAIK, ("80", "90"), "70", "87.50", Status.BELUM_TERCAPAI),
        (TURUN, ("7", "8"), "6.5", "107.14", Status.MELAMPAUI),
        (TURUN, ("7", "8"), "9", "87.50", Status.BELUM_TERCAPAI),
        # a growth and a poverty rate of 2026, with made-up results
        (NAIK, ("4.6", "4.95"), "5.21", "105.25", Status.MELAMPAUI),
        (TURUN, ("6.70", "7.20"), "6.52", "102.69", Status.MELAMPAUI),
        (RASIO, ("6.70", "7.20"), "6.52", "102.76", Status.MELAMPAUI),
        (RASIO, ("6.70", "7.20"), "8", "90.00", Status.BELUM_TERCAPAI),
        (RASIO, ("0", "5"), "0", "100.00", Status.TERCAPAI),
        (TURUN, ("0", "5"), "2", "100.00", Status.TERCAPAI),
        # the limits themselves are inside
        (NAIK, ("80", "90"), "90", "100.00", Status.TERCAPAI),
        (TURUN, ("7", "8"), "8", "100.00", Status.TERCAPAI),
        (RENTANG, ("1.5", "3.5"), "1.5", "100.00", Status.TERCAPAI),
        # a true band is missed on both sides, without a percentage
        (RENTANG, ("1.5", "3.5"), "1.4", None, Status.BELUM_TERCAPAI),
        (RENTANG, ("1.5", "3.5"), "5.93", None, Status.BELUM_TERCAPAI),
    ],
)
def test_a_range_has_a_direction(
    rumus: RumusCapaian,
    batas: tuple[str, str],
    realisasi: str,
    capaian: str | None,
    status: Status,
) -> None:
    each = measured_year(rumus, rentang(*batas), angka(realisasi))
    assert each.status is status
    assert (None if each.capaian is None else str(two_decimals(each.capaian))) == capaian


def test_outside_a_range_without_a_direction_nothing_is_claimed() -> None:
    outside = measured_year(None, rentang(1, 2), angka(3))
    assert (outside.status, outside.reason) == (
        Status.TIDAK_DAPAT_DIHITUNG,
        NoCapaian.TANPA_ARAH,
    )
    assert measured_year(None, rentang(1, 2), angka(2)).status is Status.TERCAPAI


@given(positif, positif)
def test_the_two_rules_of_less_is_better_meet_only_at_the_target(t: Decimal, r: Decimal) -> None:
    assume(t != r)
    selisih, kebalikan = (compute_capaian(rumus, angka(t), angka(r)) for rumus in (TURUN, RASIO))
    assert isinstance(selisih, Decimal)
    assert isinstance(kebalikan, Decimal)
    assert selisih < kebalikan


@given(st.none() | satu_rumus, st.none() | nilai(), nilai())
@example(NAIK, angka(0), angka(0))
@example(RASIO, angka(0), angka(0))
@example(RENTANG, rentang(0, 0), angka(1))
@example(RENTANG, rentang(-5, 0), angka(1))
@example(RASIO, angka(10**15), angka("1e-20"))
def test_nothing_is_divided_by_zero_and_nothing_raises(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai
) -> None:
    ours = compute_capaian(rumus, target, realisasi)
    if isinstance(ours, NoCapaian):
        return
    assert ours.is_finite()
    assert two_decimals(ours).is_finite()
    assert rumus is not None
    assert target is not None
    assert realisasi.nilai is not None
    if target.rentang is None:
        assert target.nilai is not None
        assert target.nilai > 0
        assert realisasi.nilai >= 0


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "sebab"),
    [
        (NAIK, angka(0), angka(1), NoCapaian.TARGET_NOL),
        (TURUN, angka(0), angka(0), NoCapaian.TARGET_NOL),
        (RASIO, angka(0), angka(1), NoCapaian.TARGET_NOL),
        (RASIO, angka(1), angka(0), NoCapaian.REALISASI_NOL),
        (NAIK, angka(-2), angka(1), NoCapaian.TARGET_NEGATIF),
        (NAIK, angka(3), angka(-100), NoCapaian.REALISASI_NEGATIF),
        (NAIK, rentang(-5, -2), angka(1), NoCapaian.TARGET_NEGATIF),
        (NAIK, rentang(-5, 0), angka(1), NoCapaian.TARGET_NOL),
        (TURUN, rentang(0, 2), angka(-1), NoCapaian.TARGET_NOL),
        (RENTANG, rentang(-5, -2), angka(1), NoCapaian.DI_LUAR_RENTANG),
        (RENTANG, angka(5), angka(1), NoCapaian.BUKAN_RENTANG),
        (NAIK, rentang(1, 2), IsiNilai(predikat="BB"), NoCapaian.BUKAN_ANGKA),
        (NAIK, angka(1), IsiNilai(predikat="BB"), NoCapaian.BUKAN_ANGKA),
        (STATUS, angka(1), angka(1), NoCapaian.RUMUS_STATUS),
        (NAIK, None, angka(1), NoCapaian.TANPA_TARGET),
        (None, angka(1), angka(1), NoCapaian.TANPA_RUMUS),
    ],
)
def test_without_a_percentage_the_reason_is_named(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai, sebab: NoCapaian
) -> None:
    assert compute_capaian(rumus, target, realisasi) is sebab


def test_less_is_better_may_be_negative_and_is_not_hidden() -> None:
    assert compute_capaian(TURUN, angka(5), angka(12)) == -40
    assert compute_capaian(TURUN, angka(5), angka(0)) == 200


@given(desimal, desimal, rasio)
def test_status_follows_from_the_numbers(t: Decimal, r: Decimal, rumus: RumusCapaian) -> None:
    each = measured_year(rumus, angka(t), angka(r))
    reached = r >= t if rumus is NAIK else r <= t
    if rumus is NAIK and t == 0:
        assert each.status is Status.TIDAK_DAPAT_DIHITUNG
    else:
        assert each.status.terpenuhi is reached
        assert (each.status is Status.MELAMPAUI) is (reached and r != t)
        assert (each.status is Status.BELUM_TERCAPAI) is not reached


@given(desimal, desimal, desimal)
def test_in_a_range_reached_outside_never(a: Decimal, b: Decimal, r: Decimal) -> None:
    bawah, atas = sorted((a, b))
    status = measured_year(RENTANG, rentang(bawah, atas), angka(r)).status
    assert status is (Status.TERCAPAI if bawah <= r <= atas else Status.BELUM_TERCAPAI)


@given(positif, positif, rasio)
def test_one_hundred_percent_and_reached_are_the_same(
    t: Decimal, r: Decimal, rumus: RumusCapaian
) -> None:
    each = measured_year(rumus, angka(t), angka(r))
    assert each.capaian is not None
    assert (each.capaian >= 100) is each.status.terpenuhi
    assert (each.capaian > 100) is (each.status is Status.MELAMPAUI)


@given(st.none() | satu_rumus, st.none() | nilai(), nilai())
def test_measuring_never_raises_and_always_says_why(
    rumus: RumusCapaian | None, target: IsiNilai | None, realisasi: IsiNilai
) -> None:
    each = measured_year(rumus, target, realisasi)
    assert each.status.ada_hasil
    assert (each.capaian is None) is (each.reason is not None)
    if each.status is Status.TIDAK_DAPAT_DIHITUNG:
        assert each.capaian is None
    if target is None:
        assert each.reason is NoCapaian.TANPA_TARGET
    elif rumus is None:
        assert each.reason in {
            NoCapaian.TANPA_RUMUS,
            NoCapaian.TANPA_ARAH,
            NoCapaian.TAK_TERBANDING,
        }


def test_the_worked_examples_are_round_figures() -> None:
    shown = {
        kunci: str(
            two_decimals(
                evaluate(
                    aturan.rumus,
                    {"target": (aturan.contoh.target,), "realisasi": (aturan.contoh.realisasi,)},
                )
            )
        )
        for kunci, aturan in ATURAN.items()
        if aturan.rumus and aturan.contoh
    }
    assert shown == {NAIK: "105.00", RumusCapaian.TURUN: "80.00", RASIO: "83.33"}
