"""The title of a chart says what its numbers say, and nothing more."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import Measurement, Status, measure, standing
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.wording import chart_subtitle, chart_title, indikator_lead
from tests.capaian.made import basis, definisi, indikator, shipped_skala

SKALA = shipped_skala()
KH = "per 1.000 kelahiran hidup"
RUMUS = {"formula": {"teks": "a", "rumus": "a / b", "variabel": {"a": "a", "b": "b"}}}


def measure_all(one: Indikator) -> list[Measurement]:
    return [measure(one, tahun, basis(SKALA)) for tahun in one.tahun]


def title(hasil: dict[int, Any], sementara: Sequence[int] = (), **fields: Any) -> str:
    one = partly(indikator(hasil, definisi(**fields)), sementara)
    return chart_title(one, measure_all(one)).replace("\xa0", " ")


def partly(one: Indikator, sementara: Iterable[int]) -> Indikator:
    """Return the indicator with provisional figures in these years."""
    return replace(one, status_data=dict.fromkeys(sementara, StatusData.SEMENTARA))


def hitung(a: str, b: str) -> dict[str, Any]:
    return {"variabel": {"a": a, "b": b}}


T5 = {"2022": "5", "2023": "5", "2024": "5"}
DENGAN_HASIL: list[tuple[dict[int, Any], dict[str, Any], str]] = [
    ({2024: "6"}, {"rumus_capaian": "naik"}, "Hasil 2024 melampaui target"),
    ({2024: "5"}, {"rumus_capaian": "turun"}, "Target 2024 tercapai"),
    ({2022: "4", 2024: "4.5"}, {"rumus_capaian": "naik"}, "Target 2024 belum tercapai"),
    (
        {2023: "4", 2024: "6"}, {"rumus_capaian": "naik"},
        "Realisasi naik dari 2023, dan hasil 2024 melampaui target",
    ),
    (
        {2022: "3", 2023: "4", 2024: "4.5"}, {"rumus_capaian": "naik"},
        "Realisasi naik dua tahun beruntun, tetapi target 2024 belum tercapai",
    ),
    (
        {2022: "9", 2023: "7", 2024: "4.5"}, {"rumus_capaian": "turun"},
        "Realisasi turun dua tahun beruntun, dan hasil 2024 melampaui target",
    ),
    (
        {2022: "2", 2023: "3", 2024: "6"}, {"rumus_capaian": "turun"},
        "Realisasi naik dua tahun beruntun, dan target 2024 belum tercapai",
    ),
    # the run ends where the way turns
    (
        {2022: "9", 2023: "7", 2024: "8"}, {"rumus_capaian": "naik"},
        "Realisasi naik dari 2023, dan hasil 2024 melampaui target",
    ),
    (
        {2022: "5", 2023: "5", 2024: "5"}, {"rumus_capaian": "naik"},
        "Realisasi sama seperti 2023, dan target 2024 tercapai",
    ),
    # less than one in a thousand is no rise, and says nothing against the verdict
    (
        {2023: "88.94", 2024: "88.95"}, {"rumus_capaian": "naik", "target": {"2024": "90"}},
        "Realisasi hampir sama seperti 2023, dan target 2024 belum tercapai",
    ),
    (
        {2022: "88.93", 2023: "88.94", 2024: "89.94"},
        {"rumus_capaian": "naik", "target": {"2024": "90"}},
        "Realisasi naik dari 2023, tetapi target 2024 belum tercapai",
    ),
    (
        {2023: "3", 2024: "4"}, {"rumus_capaian": "turun"},
        "Realisasi naik dari 2023, tetapi hasil 2024 melampaui target",
    ),
    # two roundings of one number are no rise
    (
        {2023: "66.67", 2024: "66.7"}, {"rumus_capaian": "naik", "target": {"2024": "70"}},
        "Target 2024 belum tercapai",
    ),
    (
        {2023: "66.67", 2024: "66.8"}, {"rumus_capaian": "naik", "target": {"2024": "70"}},
        "Realisasi naik dari 2023, tetapi target 2024 belum tercapai",
    ),
    # a year in between is missing: nothing is claimed about the way
    ({2022: "3", 2024: "5"}, {"rumus_capaian": "naik"}, "Target 2024 tercapai"),
    # without a direction neither praise nor blame
    (
        {2023: "4", 2024: "6"}, {},
        "Realisasi naik dari 2023; capaian 2024 tidak dapat dihitung",
    ),
    (
        {2024: "6"}, {"satuan": "persen"},
        "Realisasi 2024 adalah 6%; capaian 2024 tidak dapat dihitung",
    ),
    (
        {2024: "6"}, {"rumus_capaian": "naik", "target": {"2022": "5"}},
        "Realisasi 2024 adalah 6; target 2024 tidak disebut",
    ),
    (
        {2024: hitung("1", "0")}, {"rumus_capaian": "naik", **RUMUS},
        "Realisasi 2024 tidak dapat dihitung",
    ),
    # grades: compared by the scale, never called a rise
    (
        {2023: {"realisasi": {"predikat": "B"}}, 2024: {"realisasi": {"predikat": "A"}}},
        {"arah": "naik", "skala": "sakip", "target": {"2024": {"predikat": "BB"}}},
        "Hasil 2024 melampaui target",
    ),
    # a yes or no has no way
    ({2023: "4", 2024: "5"}, {"rumus_capaian": "status"}, "Target 2024 tercapai"),
    # inside a range, out of it
    (
        {2023: "9", 2024: "4"},
        {"rumus_capaian": "rentang", "target": {"2024": {"bawah": "3.6", "atas": "4.4"}}},
        "Realisasi turun dari 2023, dan target 2024 tercapai",
    ),
    # computed alike; then only rounded alike, so that nothing is claimed
    (
        {2023: hitung("10001", "3"), 2024: hitung("20002", "6")},
        {"rumus_capaian": "naik", **RUMUS},
        "Realisasi sama seperti 2023, dan hasil 2024 melampaui target",
    ),
    (
        {2023: hitung("10000", "30001"), 2024: hitung("1", "3")},
        {"rumus_capaian": "naik", **RUMUS},
        "Target 2024 belum tercapai",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("hasil", "fields", "expected"), DENGAN_HASIL)
def test_a_title_with_results(hasil: dict[int, Any], fields: dict[str, Any], expected: str) -> None:
    assert title(hasil, **{"target": T5, **fields}) == expected


TANPA_HASIL: list[tuple[dict[int, Any], dict[str, Any], str]] = [
    ({}, {"target": {"2024": "60"}}, "Target 2024 adalah 60; realisasi belum dilaporkan"),
    (
        {}, {"target": {"2022": "60", "2023": "60", "2024": "75"}},
        "Target naik dari 60 menjadi 75; realisasi belum dilaporkan",
    ),
    ({}, {"target": {"2026": "8.5", "2027": "8"}}, "Target turun dari 8,5 menjadi 8"),
    (
        {}, {"target": {"2022": "3", "2023": "1", "2024": "2"}, "satuan": "%"},
        "Target berubah-ubah antara 1% dan 3%; realisasi belum dilaporkan",
    ),
    ({}, {"target": T5, "satuan": "laporan"}, "Target tetap 5; realisasi belum dilaporkan"),
    (
        {}, {"target": {"2022": {"predikat": "B"}, "2023": {"predikat": "BB"}}},
        "Target berubah dari B menjadi BB; realisasi belum dilaporkan",
    ),
    (
        {}, {"target": {"2022": {"bawah": "3", "atas": "4"}, "2023": {"bawah": "3", "atas": "4"}}},
        "Target tetap 3–4; realisasi belum dilaporkan",
    ),
    (
        {}, {"target_akhir": "9", "kondisi_awal": "3"},
        "Target akhir periode 9, dari kondisi awal 3",
    ),
    ({}, {}, "Tidak ada target per tahun"),
    ({2024: {"keadaan": "tidak_diukur"}}, {"target": T5}, "Realisasi 2024 tidak diukur"),
    ({2024: {"keadaan": "tidak_berlaku"}}, {}, "Indikator ini tidak berlaku pada 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("hasil", "fields", "expected"), TANPA_HASIL)
def test_a_title_without_results(
    hasil: dict[int, Any], fields: dict[str, Any], expected: str
) -> None:
    assert title(hasil, **fields) == expected


def test_provisional_figures_are_called_so() -> None:
    hasil = {2022: "3", 2023: "4", 2024: "6"}
    fields: dict[str, Any] = {"rumus_capaian": "naik", "target": T5}
    assert title(hasil, (2024,), **fields).endswith("melampaui target (angka 2024 sementara)")
    assert title(hasil, (2022, 2023, 2024), **fields).endswith("(angka 2022–2024 sementara)")
    # a draft of which nothing is said needs no remark
    assert "sementara" not in title({2021: "9", **hasil}, (2021,), **fields)


def test_another_unit_is_not_compared() -> None:
    ton = definisi(satuan="ton", rumus_capaian="naik", target={"2025": "500"})
    persen = definisi(satuan="persen", rumus_capaian="naik", target={"2026": "20", "2027": "30"})
    lama = indikator({2024: "400", 2025: "480"}, ton, persen)
    assert chart_title(lama, measure_all(lama)) == (
        "Target naik dari 20% menjadi 30%; belum ada realisasi dalam satuan ini"
    )
    assert chart_subtitle(lama, measure_all(lama)) == "Target 2026–2027, dalam persen"
    baru = indikator({2025: "480", 2026: "25"}, ton, persen)
    assert chart_title(baru, measure_all(baru)) == (
        "Realisasi 2026 adalah 25% (angka sementara); tahunnya masih berjalan"
    )


def test_another_formula_is_not_compared() -> None:
    lama = definisi(rumus_capaian="naik", formula={"teks": "a / b"}, target={"2025": "60"})
    baru = definisi(rumus_capaian="naik", formula={"teks": "a / c"}, target={"2026": "65"})
    hasil = {2024: "59", 2025: "61", 2026: "67"}
    final = {2026: StatusData.FINAL}
    one = replace(indikator(hasil, lama, baru), status_data=final)
    assert chart_title(one, measure_all(one)) == "Hasil 2026 melampaui target"
    alike = baru.model_copy(update={"formula": lama.formula})
    same = replace(indikator(hasil, lama, alike), status_data=final)
    assert chart_title(same, measure_all(same)) == (
        "Realisasi naik dua tahun beruntun, dan hasil 2026 melampaui target"
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"satuan": "%"}, "Target dan realisasi 2022–2024, dalam persen"),
        ({"satuan": "indeks"}, "Target dan realisasi 2022–2024"),
        (
            {"satuan": KH, "arah": "turun"},
            f"Target dan realisasi 2022–2024, {KH}; makin rendah makin baik",
        ),
    ],
)
def test_the_subtitle_says_what_is_shown(fields: dict[str, Any], expected: str) -> None:
    one = indikator({2024: "5"}, definisi(target=T5, **fields))
    assert chart_subtitle(one, measure_all(one)) == expected


angka = st.decimals(-1000, 1000, places=2)
PUTUSAN = re.compile(r"(?:target|hasil) \d{4} (belum tercapai|tercapai|melampaui)", re.IGNORECASE)
PUTUSAN_UTAMA = re.compile(r"jadi (belum tercapai|tercapai|melampaui)")
WORDS: dict[Status | None, str] = {
    Status.MELAMPAUI: "melampaui",
    Status.TERCAPAI: "tercapai",
    Status.BELUM_TERCAPAI: "belum tercapai",
}


@given(
    hasil=st.dictionaries(st.integers(2017, 2025), angka, max_size=8),
    target=st.dictionaries(st.integers(2017, 2027), angka, max_size=8),
    rumus=st.sampled_from([None, "naik", "turun", "turun_rasio", "status"]),
    sementara=st.sets(st.integers(2017, 2025)),
)
def test_no_title_claims_more_than_the_numbers(
    hasil: dict[int, Decimal], target: dict[int, Decimal], rumus: str | None, sementara: set[int]
) -> None:
    made = definisi(
        target={str(tahun): str(one) for tahun, one in target.items()},
        **({"rumus_capaian": rumus} if rumus else {}),
    )
    one = indikator({tahun: str(value) for tahun, value in hasil.items()}, made)
    one = partly(one, sementara)
    ukuran = measure_all(one)
    text = chart_title(one, ukuran)
    assert text[0].isupper()
    assert not re.search(r"  |\.$|None| [,;]", text)
    results = [one for one in ukuran if one.status.ada_hasil]
    newest = results[-1] if results else None
    claimed = PUTUSAN.search(text)
    assert (claimed[1] if claimed else "") == WORDS.get(newest.status if newest else None, "")
    if newest is None:
        return
    # it agrees with the sentence above it
    by_year = {one.tahun: one for one in ukuran}
    lead = PUTUSAN_UTAMA.search(
        indikator_lead(one, "Dinas Contoh", standing(by_year, dated=True)).striptags()
    )
    assert (lead[1] if lead else "") == (claimed[1] if claimed else "")
    run = re.search(r"(naik|turun) (\w+) tahun beruntun", text)
    if run:
        years = [newest.tahun - n for n in range(3)]
        values = [hasil[tahun] for tahun in reversed(years)]
        assert all((b > a) is (run[1] == "naik") and a != b for a, b in pairwise(values))
    if rumus is None or rumus == "status":
        assert "tetapi" not in text
    assert ("sementara" in text) >= (newest.tahun in sementara)


def test_every_title_of_the_real_documents_is_whole(context: Context) -> None:
    texts = [
        chart_title(one, tuple(context.pengukuran(one).values()))
        for one in context.laporan.all_indikator()
    ]
    assert len(texts) > 60
    assert max(map(len, texts)) <= 110
    assert len(set(texts)) > 20, "they speak of their own numbers"
