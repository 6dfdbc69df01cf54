"""What others published: compared at their precision, explained where a rule explains it."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import Explanation, PublishedFigure, compare_published, measure
from iku_terbuka.capaian.published import same_as_printed
from iku_terbuka.model import RumusCapaian
from tests.capaian.made import basis, definisi, indikator, shipped_skala

SKALA = shipped_skala()
NAIK, TURUN, RASIO = RumusCapaian.NAIK, RumusCapaian.TURUN, RumusCapaian.TURUN_RASIO


def terbitan(
    diterbitkan: dict[str, Any],
    hasil: dict[str, Any] | None = None,
    batas: str | None = None,
    **fields: Any,
) -> tuple[PublishedFigure, ...]:
    fields = {"rumus_capaian": "naik", "target": {"2024": "80"}} | fields
    made = definisi(**fields)
    content = {"realisasi": "60", **(hasil or {}), "diterbitkan": diterbitkan}
    each = indikator(
        {2024: {key: value for key, value in content.items() if value is not None}}, made
    )
    limit = Decimal(batas) if batas else None
    return compare_published(each.hasil[2024], measure(each, 2024, basis(SKALA)), made, limit)


@pytest.mark.parametrize(
    ("terbit", "kami", "sama"),
    [
        ("104.96", "104.955752", True),
        ("104.96", "104.955", True),  # half up
        ("104.95", "104.955", False),
        ("105", "104.955", True),
        ("150.0", "150", True),
        ("100", "99.5", True),
        ("100", "99.49", False),
        ("0.00", "-0.004", True),
        ("-33.33", "-33.333", True),
    ],
)
def test_a_figure_is_compared_at_the_digits_it_was_printed_with(
    terbit: str, kami: str, sama: bool
) -> None:
    assert same_as_printed(Decimal(terbit), Decimal(kami)) is sama


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40),
)
def test_comparing_never_raises(terbit: Decimal, kami: Decimal) -> None:
    same_as_printed(terbit, kami)
    assert same_as_printed(terbit, terbit)


def test_nothing_published_nothing_compared() -> None:
    each = indikator({2024: "60"}, definisi())
    assert compare_published(each.hasil[2024], measure(each, 2024, basis()), None) == ()


def test_each_published_number_is_compared_with_ours() -> None:
    found = terbitan({"realisasi": "60", "target": "75", "capaian": "75.00"})
    assert [(each.figure, each.ours, each.agrees) for each in found] == [
        ("realisasi", 60, True),
        ("target", 80, False),
        ("capaian", 75, True),
    ]


def test_ours_wins_even_where_another_rule_explains_it_too() -> None:
    (found,) = terbitan({"capaian": "100"}, {"realisasi": "80"})
    assert found.agrees
    assert found.other_rumus is None


def test_a_figure_that_follows_the_published_numbers_says_so() -> None:
    *_, found = terbitan({"target": "75", "capaian": "80"})
    assert not found.agrees
    assert found.explanation is Explanation.DARI_TERBITAN
    *_, found = terbitan({"realisasi": "62", "capaian": "77.5"})
    assert found.explanation is Explanation.DARI_TERBITAN
    *_, found = terbitan({"realisasi": "62", "capaian": "77.6"})
    assert found.explanation is None


@pytest.mark.parametrize(
    ("rumus", "terbit", "lain"),
    [("naik", "133.33", RASIO), ("naik", "125", TURUN), ("turun", "133.3", RASIO),
     ("turun_rasio", "75", NAIK), ("turun_rasio", "76", None), ("status", "75", NAIK),
     (None, "75", NAIK)],
)  # fmt: skip
def test_another_rule_may_explain_it(
    rumus: str | None, terbit: str, lain: RumusCapaian | None
) -> None:
    (found,) = terbitan({"capaian": terbit}, rumus_capaian=rumus)
    assert not found.agrees
    assert found.other_rumus is lain


def test_without_a_number_of_ours_nothing_agrees() -> None:
    found = terbitan({"target": "75", "realisasi": "60", "capaian": "80"}, target={})
    assert [(each.figure, each.ours, each.agrees) for each in found] == [
        ("realisasi", 60, True),
        ("target", None, False),
        ("capaian", None, False),
    ]
    assert found[-1].explanation is Explanation.DARI_TERBITAN


def test_a_computed_zero_is_a_number() -> None:
    fields = {
        "rumus_capaian": "turun",
        "formula": {"teks": "a", "rumus": "a * 1", "variabel": {"a": "a"}},
    }
    content = {"variabel": {"a": "0"}, "realisasi": "0.3"}  # the check refuses this; ours is exact
    found = terbitan({"realisasi": "0", "capaian": "200"}, content, **fields)
    assert [(each.ours, each.agrees) for each in found] == [(0, True), (200, True)]


WTP = {"rumus_capaian": "status", "target": {"2024": {"predikat": "WTP"}}}


@pytest.mark.parametrize(
    ("terbit", "hasil", "fields", "penjelasan"),
    [
        # 100 % says that the target was reached, 0 % that it was not
        ("100", {"realisasi": {"predikat": "WTP"}}, WTP, Explanation.STATUS),
        ("100.00", {"realisasi": {"predikat": "Opini wtp"}}, WTP, Explanation.STATUS),
        ("0", {"realisasi": {"predikat": "WDP"}}, WTP | {"skala": "opini-bpk"}, Explanation.STATUS),
        ("100", {"realisasi": {"predikat": "A"}},
         {"rumus_capaian": "status", "skala": "sakip", "target": {"2024": {"predikat": "BB"}}},
         Explanation.STATUS),
        ("100", {"realisasi": "0"}, {"rumus_capaian": "turun", "target": {"2024": "0"}},
         Explanation.STATUS),
        ("100", {"realisasi": "0"}, {"target": {"2024": "0"}}, Explanation.STATUS),
        ("0", {"realisasi": "2"}, {"rumus_capaian": "turun", "target": {"2024": "0"}},
         Explanation.STATUS),
        ("100", {"realisasi": "90"}, {}, Explanation.STATUS),
        ("100", {"realisasi": "79"}, {}, None),
        ("0", {"realisasi": "60"}, {}, None),
        # the Pemda's cap, where ours is above it
        ("120", {"realisasi": "120"}, {"batas": "120"}, Explanation.DIBATASI),
        ("120.00", {"realisasi": "97"}, {"batas": "120"}, Explanation.DIBATASI),
        ("110", {"realisasi": "40"}, {"rumus_capaian": "turun", "batas": "110"},
         Explanation.DIBATASI),
        ("100", {"realisasi": "97"}, {"batas": "100"}, Explanation.DIBATASI),
        ("120", {"realisasi": "90"}, {"batas": "120"}, None),
        ("120", {"realisasi": "120"}, {"batas": "110"}, None),
        ("120", {"realisasi": "120"}, {}, None),
        # the way gone from kondisi awal
        ("60", {"realisasi": "24"},
         {"rumus_capaian": "turun", "kondisi_awal": "30", "target": {"2024": "20"}},
         Explanation.KONDISI_AWAL),
        ("50.0", {"realisasi": "70"}, {"kondisi_awal": "60"}, Explanation.KONDISI_AWAL),
        # growth above 4,6–4,95 divided by the lower limit, within it by the upper
        ("113.26", {"realisasi": "5.21"}, {"target": {"2024": {"bawah": "4.6", "atas": "4.95"}}},
         Explanation.BATAS_LAIN),
        ("94.95", {"realisasi": "4.7"}, {"target": {"2024": {"bawah": "4.6", "atas": "4.95"}}},
         Explanation.BATAS_LAIN),
        ("-50", {"realisasi": "50"}, {"kondisi_awal": "60"}, Explanation.KONDISI_AWAL),
        ("33.33", {"realisasi": "2"}, {"kondisi_awal": "1", "target": {"2024": "4"}},
         Explanation.KONDISI_AWAL),
        ("60", {"realisasi": "24"}, {"rumus_capaian": "turun", "target": {"2024": "20"}}, None),
        ("61", {"realisasi": "24"},
         {"rumus_capaian": "turun", "kondisi_awal": "30", "target": {"2024": "20"}}, None),
        ("50", {"realisasi": "70"}, {"kondisi_awal": "80"}, None),  # no way from 80 to 80
        # a realisasi rounded only for print
        ("95.24", {"realisasi": "66.7"}, {"target": {"2024": "70"}}, Explanation.PEMBULATAN),
        ("119.79", {"realisasi": "95.83"}, {"rumus_capaian": "naik"}, None),  # that is ours
        ("82.03", {"realisasi": "65.6"}, {}, Explanation.PEMBULATAN),
        ("82.10", {"realisasi": "65.6"}, {}, None),
        ("75.5", {"realisasi": "60"}, {}, None),  # a count is not rounded
        # nothing to judge it by
        ("97.31", {"realisasi": None}, {"target": {}}, Explanation.TANPA_DATA),
        ("97.31", {}, {"target": {}}, Explanation.TANPA_DATA),
        ("97.31", {"realisasi": None}, {}, Explanation.TANPA_DATA),
        ("75", {"realisasi": {"predikat": "WDP"}}, WTP | {"skala": "opini-bpk"},
         Explanation.BUKAN_ANGKA),
        ("75.4", {"realisasi": {"predikat": "B"}}, {}, Explanation.BUKAN_ANGKA),
        # a note
        ("77", {"catatan": "Dihitung dari triwulan IV."}, {}, Explanation.CATATAN),
        ("77", {}, {}, None),
    ],
)  # fmt: skip
def test_what_a_difference_comes_from(
    terbit: str, hasil: dict[str, Any], fields: dict[str, Any], penjelasan: Explanation | None
) -> None:
    (found,) = terbitan({"capaian": terbit}, hasil, **fields)
    assert found.explanation is penjelasan or found.agrees


def test_a_note_of_the_published_figure_counts_too() -> None:
    (found,) = terbitan({"capaian": "77", "catatan": "Tanpa penjelasan."})
    assert found.explanation is Explanation.CATATAN


@pytest.mark.parametrize(
    ("hasil", "target", "kurang"),
    [
        ({"realisasi": None}, {}, ("target", "realisasi")),
        ({}, {}, ("target",)),
        ({"realisasi": None}, {"2024": "80"}, ("realisasi",)),
    ],
)
def test_what_is_not_here_is_named(
    hasil: dict[str, Any], target: dict[str, str], kurang: tuple[str, ...]
) -> None:
    (found,) = terbitan({"capaian": "97.31"}, hasil, target=target)
    assert found.missing == kurang


desimal = st.decimals(min_value="0.01", max_value="1000", places=2)


@given(desimal, desimal, desimal)
def test_the_way_gone_explains_exactly_its_own_figure(
    awal: Decimal, target: Decimal, realisasi: Decimal
) -> None:
    if awal == target:
        return
    way = ((realisasi - awal) / (target - awal) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    fields = {"rumus_capaian": None, "arah": "naik", "kondisi_awal": str(awal)}
    (found,) = terbitan(
        {"capaian": str(way)}, {"realisasi": str(realisasi)}, target={"2024": str(target)}, **fields
    )
    assert found.explanation is not None
    assert found.explanation is not Explanation.CATATAN


@given(desimal, desimal, st.decimals(min_value="-0.049", max_value="0.049", places=3))
def test_what_rounding_hides_is_explained(
    target: Decimal, realisasi: Decimal, hidden: Decimal
) -> None:
    shown = realisasi.quantize(Decimal("0.1"))
    true = shown + hidden
    if shown <= Decimal("0.1"):
        return
    published = (true / target * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    (found,) = terbitan(
        {"capaian": str(published)}, {"realisasi": str(shown)}, target={"2024": str(target)}
    )
    assert found.agrees or found.explanation is not None
