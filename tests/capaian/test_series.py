"""A series breaks where decrees measure differently, and nowhere else."""

from typing import Any

import pytest

from iku_terbuka.capaian import Break, same_rumus, same_satuan, series_breaks
from tests.capaian.made import definisi, indikator


def formula(teks: str, rumus: str = "", **variabel: str) -> dict[str, Any]:
    return {"teks": teks, **({"rumus": rumus, "variabel": variabel} if rumus else {})}


AIR = {"air": "indeks air", "udara": "indeks udara"}

SAMA: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (formula("Aduan selesai / aduan masuk x 100%"), formula("aduan selesai ÷ Aduan masuk × 100 %")),
    (
        formula("(Aduan selesai : aduan masuk) x 100%"),
        formula("Aduan selesai dibagi aduan masuk dikali 100 persen"),
    ),
    (
        formula("a", "selesai / masuk * 100", selesai="aduan selesai", masuk="aduan masuk"),
        formula("b", "beres / tiba * 100", beres="Aduan selesai", tiba="aduan masuk"),
    ),
    # The editor calls the same things by the same names; only their words were polished.
    (
        formula("a", "selesai / masuk * 100", selesai="aduan selesai", masuk="aduan masuk"),
        formula("b", "selesai / masuk * 100", selesai="aduan yang selesai", masuk="aduan masuk"),
    ),
    (formula("Rata-rata", "(air + udara) / 2", **AIR), formula("Mean", "(air+udara)/2", **AIR)),
]
BEDA: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (formula("Aduan selesai / aduan masuk"), formula("Aduan selesai / jumlah penduduk")),
    (formula("Aduan selesai / aduan masuk"), formula("Aduan masuk / aduan selesai")),
    (
        formula("Indeks", "(air + udara) / 2", **AIR),
        formula("Indeks", "0.4 * air + 0.6 * udara", **AIR),
    ),
    (formula("x", "(air + udara) / 2", **AIR), formula("x", "air + udara / 2", **AIR)),
    (
        formula("x", "a / b * 100", a="rumah layak", b="rumah"),
        formula("x", "c / d * 100", c="rumah layak", d="keluarga"),
    ),
]


@pytest.mark.parametrize(("lama", "baru"), SAMA)
def test_one_formula_in_other_writing_is_one(lama: dict[str, Any], baru: dict[str, Any]) -> None:
    first, second = (definisi(formula=each).formula for each in (lama, baru))
    assert same_rumus(first, second)
    assert same_rumus(second, first)


@pytest.mark.parametrize(("lama", "baru"), BEDA)
def test_another_formula_breaks_the_series(lama: dict[str, Any], baru: dict[str, Any]) -> None:
    each = indikator({}, definisi(formula=lama), definisi(formula=baru))
    assert series_breaks(each) == (Break(2026, satuan=False, rumus=True),)


def test_of_a_formula_that_is_not_printed_nothing_is_claimed() -> None:
    printed, other = (definisi(formula={"teks": teks}) for teks in ("a / b", "a / c"))
    silent = definisi()
    assert series_breaks(indikator({}, printed, silent)) == ()
    assert series_breaks(indikator({}, silent, printed)) == ()
    # What was printed last is remembered.
    assert series_breaks(indikator({}, printed, silent, printed)) == ()
    assert [each.tahun for each in series_breaks(indikator({}, printed, silent, other))] == [2031]


@pytest.mark.parametrize(
    ("lama", "baru", "sama"),
    [
        ("persen", "%", True),
        ("Persen", "persen", True),
        ("per 1.000  kelahiran", "per 1.000 kelahiran", True),
        ("ton", "persen", False),
        ("ton", None, False),
        ("juta rupiah", "rupiah", False),
        (None, None, True),
    ],
)
def test_a_unit_is_one_however_it_is_spelt(lama: str | None, baru: str | None, sama: bool) -> None:
    assert same_satuan(lama, baru) is sama
    each = indikator({}, definisi(satuan=lama), definisi(satuan=baru))
    assert series_breaks(each) == (() if sama else (Break(2026, satuan=True, rumus=False),))


def test_a_lone_decree_is_one_series() -> None:
    assert series_breaks(indikator({2024: "1"}, definisi(formula={"teks": "a"}))) == ()
