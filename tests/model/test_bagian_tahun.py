"""Targets and results of quarters, months and halves, as they are typed."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from iku_terbuka.model.bagian_tahun import Cara, IsiTargetTahun, PembagianTahun, TargetTahun
from iku_terbuka.model.hasil import Hasil

TARGET: TypeAdapter[IsiTargetTahun] = TypeAdapter(TargetTahun)


def numbers(target: IsiTargetTahun, jenis: PembagianTahun) -> dict[int, Decimal | None]:
    return {nomor: value.nilai for nomor, value in target.bagian[jenis].items()}


def test_a_bare_target_has_no_parts() -> None:
    target = TARGET.validate_python("100")
    assert (target.nilai, dict(target.bagian), target.cara) == (Decimal(100), {}, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["0", "50", "67", "100"], {1: 0, 2: 50, 3: 67, 4: 100}),
        ([None, "50", None, "100"], {2: 50, 4: 100}),
        (["-", "-", "-", "100"], {4: 100}),
        ({"4": "100", "2": "50"}, {2: 50, 4: 100}),
    ],
)
def test_targets_are_a_full_list_or_named_by_number(typed: Any, meant: dict[int, int]) -> None:
    given = {"nilai": "100", "triwulan": typed, "cara": "kumulatif"}
    target = TARGET.validate_python(given)
    assert numbers(target, PembagianTahun.TRIWULAN) == meant
    assert target.cara is Cara.KUMULATIF


@pytest.mark.parametrize(
    ("jenis", "nomor"),
    [("triwulan", "5"), ("triwulan", "0"), ("bulanan", "13"), ("semester", "3"), ("bulanan", "x")],
)
def test_a_part_that_does_not_exist_is_refused(jenis: str, nomor: str) -> None:
    with pytest.raises(ValidationError, match="bukan nomor"):
        Hasil.model_validate({jenis: {nomor: "1"}})


@pytest.mark.parametrize(
    ("jenis", "typed", "meant"),
    [
        ("triwulan", "TW II", "Tulis 2"),
        ("triwulan", "IV", "Tulis 4"),
        ("bulanan", "Agustus", "Tulis 8"),
        ("semester", "Semester 1", "Tulis 1"),
        ("triwulan", "V", "Tulis angka 1 sampai 4."),
    ],
)
def test_the_hint_says_which_number_a_name_means(jenis: str, typed: str, meant: str) -> None:
    with pytest.raises(ValidationError) as error:
        Hasil.model_validate({jenis: {typed: "1"}})
    assert error.value.errors()[0]["ctx"]["hint"] == meant


def test_only_parts_with_a_number_count_as_reported() -> None:
    hasil = Hasil.model_validate({"triwulan": {"2": {"realisasi": "52"}, "1": "0", "3": {}}})
    assert list(hasil.bagian[PembagianTahun.TRIWULAN]) == [1, 2]
    assert not hasil.has_number
    assert not hasil.is_reported
