"""Scales: every value has exactly one class, and a scale that breaks this is found."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.capaian import gaps, kelas_of_number
from iku_terbuka.capaian.skala import without_limits
from iku_terbuka.model import Skala
from tests.capaian.made import shipped_skala, skala_names

SKALA = shipped_skala()
GRADES = "ABCDEFGH"


def predikat(skala: Skala, nilai: str | Decimal) -> str | None:
    kelas = kelas_of_number(skala, Decimal(nilai))
    return kelas.predikat if kelas else None


def skala(*kelas: str, **fields: Any) -> Skala:
    """Return a scale: ``mulai 10 sampai 20`` per class, lowest first."""
    classes = [
        {"predikat": grade, **dict(zip(words[::2], words[1::2], strict=True))}
        for grade, words in zip(GRADES, (text.split() for text in kelas), strict=False)
    ]
    return Skala.model_validate(
        {"nama": "x", "jenis": "nilai", "sumber": "x", "kepastian": "terbaca"}
        | {"kelas": classes}
        | {key: str(value) for key, value in fields.items()}
    )


# Published categories (kasus-uji.md §3); they agree with “the lower limit decides”.
@pytest.mark.parametrize(
    ("capaian", "kategori"),
    [
        ("94.50", "Sangat Tinggi"),
        ("90.76", "Tinggi"),  # rounded first it would be 91 and Sangat Tinggi
        ("89.00", "Tinggi"),
        ("98.22", "Sangat Tinggi"),
        ("81.47", "Tinggi"),
        ("73.34", "Sedang"),  # printed “cukup baik”, the same class by another name
        ("64.01", "Rendah"),
        ("184.75", "Sangat Tinggi"),
        # Manggarai Timur prints “Baik” for both; another scale was in use there.
        ("91.02", "Sangat Tinggi"),
        ("85.38", "Tinggi"),
        # Where the printed intervals (50, 51 ≤ 65, …) leave something open, and the ends.
        ("50.00", "Sangat Rendah"),
        ("50.50", "Sangat Rendah"),
        ("51.00", "Rendah"),
        ("65.99", "Rendah"),
        ("66.00", "Sedang"),
        ("75.50", "Sedang"),
        ("76.00", "Tinggi"),
        ("90.00", "Tinggi"),
        ("90.99", "Tinggi"),
        ("90.999999999999999999999999999999999999", "Tinggi"),
        ("91.00", "Sangat Tinggi"),
        ("100.00", "Sangat Tinggi"),
        ("100.01", "Sangat Tinggi"),
        ("0", "Sangat Rendah"),
        ("-40", "Sangat Rendah"),
    ],
)
def test_categories_as_published(capaian: str, kategori: str) -> None:
    assert predikat(SKALA["permendagri-86-2017"], capaian) == kategori


# Published and printed grades (kasus-uji.md §4).
@pytest.mark.parametrize(
    ("nama", "nilai", "grade"),
    [
        ("ipp", "3.01", "B-"),
        ("ipp", "3.40", "B-"),
        ("ipp", "3.51", "B"),
        ("ipp", "3.80", "B"),
        ("ipp", "4.01", "A-"),
        ("ipp", "4.91", "A"),
        ("ipp", "2.97", "C"),
        ("ipp", "3.28", "B-"),
        ("ipp", "3.19", "B-"),
        ("ipp", "3.88", "B"),
        ("ipp", "4.51", "A"),
        ("ipp", "4.57", "A"),
        ("ipp", "5.01", None),
        ("sakip", "66.04", "B"),
        ("sakip", "68.4", "B"),
        ("sakip", "70.4", "BB"),
        ("sakip", "78.2", "BB"),
        ("sakip", "70.41", "BB"),
        ("sakip", "67.87", "B"),
        ("sakip", "78.91", "BB"),
        ("sakip", "70", "B"),  # “di atas 70”
        ("sakip", "70.01", "BB"),
        ("sakip", "100.01", None),
        ("skm", "75.56", "C"),
        ("skm", "86.29", "B"),
        ("skm", "94.61", "A"),
        ("skm", "82.53", "B"),
        ("skm", "85.00", "B"),
        ("skm", "76.604", "C"),  # two decimals first, half up
        ("skm", "76.605", "B"),
        ("skm", "88.305", "A"),
        ("skm", "24.99", None),
        ("skm-1-4", "2.991", "C"),
        ("skm-1-4", "3.05", "C"),
        ("skm-1-4", "3.1", "B"),
    ],
)
def test_grades_as_published(nama: str, nilai: str, grade: str | None) -> None:
    assert predikat(SKALA[nama], nilai) == grade


@given(st.decimals(25, 100, places=8))
def test_the_two_scales_of_the_skm_agree(konversi: Decimal) -> None:
    interval = konversi / 25
    assert predikat(SKALA["skm-1-4"], interval) == predikat(SKALA["skm"], konversi)


@pytest.mark.parametrize("nama", [nama for nama in skala_names() if SKALA[nama].berangka])
@given(st.data())
def test_a_shipped_scale_gives_every_value_exactly_one_class(
    nama: str, data: st.DataObject
) -> None:
    each = SKALA[nama]
    assert list(gaps(each)) == []
    low, high = ujung(each, 10**6)
    limits = [
        limit
        for kelas in each.kelas
        for limit in (kelas.mulai, kelas.di_atas, kelas.sampai, kelas.di_bawah)
        if limit is not None
    ]
    near = st.builds(
        lambda limit, step: min(max(limit + step, low), high),
        st.sampled_from(limits),
        st.decimals("-0.02", "0.02"),
    )
    nilai = data.draw(st.one_of(near, st.decimals(low, high)))
    satu_kelas(each, nilai)


def ujung(each: Skala, jauh: int) -> tuple[Decimal, Decimal]:
    """Return between what values lie, ``jauh`` where the scale is open."""
    low = Decimal(-jauh) if each.terendah is None else each.terendah
    return low, Decimal(jauh) if each.tertinggi is None else each.tertinggi


def satu_kelas(each: Skala, nilai: Decimal) -> None:
    """Assert that one class, and only one, holds ``nilai``."""
    step = each.pembulatan
    rounded = nilai if step is None else (nilai / step).quantize(1, ROUND_HALF_UP) * step
    homes = [kelas for kelas in each.kelas if kelas.memuat(rounded)]
    assert homes == [kelas_of_number(each, nilai)]


@st.composite
def skala_sah(draw: st.DrawFn) -> tuple[list[tuple[Decimal, bool]], dict[str, Any]]:
    """Draw where classes meet, to which side each limit belongs, and the ends."""
    cuts = sorted(draw(st.sets(st.integers(-500, 500), min_size=1, max_size=6)))
    limits = [(Decimal(cut) / 10, draw(st.booleans())) for cut in cuts]
    ends: dict[str, Any] = {}
    if draw(st.booleans()):
        ends["terendah"] = limits[0][0] - draw(st.integers(1, 50))
    if draw(st.booleans()):
        ends["tertinggi"] = limits[-1][0] + draw(st.integers(1, 50))
    return limits, ends


def dari_batas(limits: list[tuple[Decimal, bool]], ends: dict[str, Any]) -> Skala:
    """Return the scale whose limits belong to the class above (``True``) or below."""
    bottom = f"mulai {ends['terendah']} " if "terendah" in ends else ""
    top = f" sampai {ends['tertinggi']}" if "tertinggi" in ends else ""
    lows = [bottom] + [f"{'mulai' if above else 'di_atas'} {cut} " for cut, above in limits]
    highs = [f"{'di_bawah' if above else 'sampai'} {cut}" for cut, above in limits] + [top]
    return skala(*(low + high for low, high in zip(lows, highs, strict=True)), **ends)


@given(skala_sah(), st.data())
def test_a_valid_scale_has_no_gap_and_one_class_for_all(
    made: tuple[list[tuple[Decimal, bool]], dict[str, Any]], data: st.DataObject
) -> None:
    each = dari_batas(*made)
    assert list(gaps(each)) == []
    low, high = ujung(each, 200)
    at_a_limit = st.sampled_from([cut for cut, _ in made[0]])
    satu_kelas(each, data.draw(st.one_of(at_a_limit, st.decimals(low, high, places=3))))


@given(skala_sah(), st.data(), st.decimals("0.1", "3", places=1), st.booleans())
def test_a_planted_gap_or_overlap_is_found(
    made: tuple[list[tuple[Decimal, bool]], dict[str, Any]],
    data: st.DataObject,
    width: Decimal,
    gap: bool,
) -> None:
    each = dari_batas(*made)
    index = data.draw(st.integers(1, len(each.kelas) - 1))
    kelas = each.kelas[index]
    moved = width if gap else -width
    update = {
        key: limit + moved
        for key in ("mulai", "di_atas")
        if (limit := getattr(kelas, key)) is not None
    }
    classes = [*each.kelas]
    classes[index] = kelas.model_copy(update=update)
    assert index in {at for at, _ in gaps(each.model_copy(update={"kelas": tuple(classes)}))}


@given(skala_sah(), st.data())
def test_a_limit_in_both_or_in_neither_class_is_found(
    made: tuple[list[tuple[Decimal, bool]], dict[str, Any]], data: st.DataObject
) -> None:
    each = dari_batas(*made)
    index = data.draw(st.integers(1, len(each.kelas) - 1))
    kelas = each.kelas[index]
    update = {"mulai": kelas.di_atas, "di_atas": kelas.mulai}
    classes = [*each.kelas]
    classes[index] = kelas.model_copy(update=update)
    assert index in {at for at, _ in gaps(each.model_copy(update={"kelas": tuple(classes)}))}


@given(skala_sah(), st.booleans())
def test_a_missing_end_is_found(
    made: tuple[list[tuple[Decimal, bool]], dict[str, Any]], low: bool
) -> None:
    limits, ends = made
    bounded = {"terendah": limits[0][0] - 60, "tertinggi": limits[-1][0] + 60} | ends
    each = dari_batas(limits, bounded)
    end = "terendah" if low else "tertinggi"
    beyond = Decimal(bounded[end]) + (-1 if low else 1)
    for change in ({end: None}, {end: beyond}):
        assert [at for at, _ in gaps(each.model_copy(update=change))] == [
            0 if low else len(each.kelas) - 1
        ]


@pytest.mark.parametrize(
    ("kelas", "fields", "message"),
    [
        (("sampai 10", "mulai 11"), {}, "Ada celah antara “A” dan “B”"),
        (("sampai 10", "mulai 10"), {}, "Kelas “A” dan “B” bertumpang tindih"),
        (("di_bawah 10", "di_atas 10"), {}, "Ada celah antara “A” dan “B”"),
        (("sampai 10", "sampai 20"), {"tertinggi": 20}, "Batas antara “A” dan “B” tidak disebut"),
        (("", ""), {}, None),  # words in order
        (("sampai 10", ""), {}, None),  # said as a class without limits
        # Rounded to whole numbers first, nothing lies between 10 and 11.
        (("sampai 10", "mulai 11"), {"pembulatan": 1}, None),
        (("sampai 10", "mulai 12"), {"pembulatan": 1}, "Ada celah antara “A” dan “B”"),
        (("sampai 10", "mulai 10"), {"pembulatan": 1}, "Kelas “A” dan “B” bertumpang tindih"),
        (("sampai 10", "di_atas 10"), {"pembulatan": 1}, None),
        (("sampai 1.4", "mulai 2.4"), {"pembulatan": 1}, "Ada celah antara “A” dan “B”"),
        # The middle class is upside down: 45 would lie in the first and in the last.
        (
            ("di_bawah 51", "mulai 51 sampai 40", "di_atas 40"),
            {},
            "Tidak ada nilai yang masuk kelas “B”",
        ),
        (
            ("mulai 0 sampai 10",),
            {"terendah": 0, "tertinggi": 10.5, "pembulatan": 1},
            "Kelas terakhir tidak sampai nilai tertinggi yang mungkin",
        ),
        (
            ("mulai 0 sampai 10.6",),  # but 10.6 is looked up as 11
            {"terendah": 0, "tertinggi": 10.6, "pembulatan": 1},
            "Kelas terakhir tidak sampai nilai tertinggi yang mungkin",
        ),
        (("sampai 10", "di_atas 10"), {"pembulatan": 0}, "Langkah pembulatan harus lebih dari nol"),
    ],
)
def test_what_is_wrong_is_said(
    kelas: tuple[str, ...], fields: dict[str, Any], message: str | None
) -> None:
    assert [said for _, said in gaps(skala(*kelas, **fields))] == ([message] if message else [])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**60), max_value=10**60))
def test_looking_up_never_raises(nilai: Decimal) -> None:
    for each in [*SKALA.values(), skala("sampai 1", "mulai 2", pembulatan=0)]:
        kelas_of_number(each, nilai)
    assert predikat(skala("sampai 1", "mulai 2", pembulatan=1), nilai) in {"A", "B"}


@pytest.mark.parametrize(
    ("kelas", "fields", "lacking"),
    [
        (("", "", ""), {}, ()),
        (("",), {}, ()),
        (("di_bawah 10", "mulai 10"), {}, ()),
        (("di_bawah 10", "", "mulai 10"), {}, (1,)),
        (("", "mulai 10"), {}, (0,)),
        (("", ""), {"terendah": 0}, (0, 1)),
        (("", ""), {"pembulatan": 1}, (0, 1)),
        (("", ""), {"jenis": "capaian"}, (0, 1)),
        (("di_bawah 10", "mulai 10"), {"jenis": "capaian"}, ()),
    ],
)
def test_all_classes_have_limits_or_none_has(
    kelas: tuple[str, ...], fields: dict[str, Any], lacking: tuple[int, ...]
) -> None:
    assert without_limits(skala(*kelas, **fields)) == lacking
