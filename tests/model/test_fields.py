"""Values that people type besides numbers."""

import keyword

import pytest
from pydantic import TypeAdapter, ValidationError

from iku_terbuka.formula.tree import is_name
from iku_terbuka.model.fields import (
    DaftarTeks,
    NamaVariabel,
    Periode,
    Teks,
)


def test_a_period_includes_both_its_ends() -> None:
    periode = Periode(awal="2021", akhir="2023")
    assert periode.tahun == (2021, 2022, 2023)
    assert [tahun in periode for tahun in (2020, 2021, 2023, 2024)] == [False, True, True, False]


def test_a_single_text_is_a_list_of_one() -> None:
    assert TypeAdapter(DaftarTeks).validate_python("satu, dua") == ("satu, dua",)


def test_a_no_break_space_is_a_space() -> None:
    assert TypeAdapter(Teks).validate_python(" Bagian\xa0Hukum\xa0") == "Bagian Hukum"


NAMA = ["a", "jumlah_desa", "a1", "x" * 60, "x" * 61, "A", "_a", "1a", "a-b", "é", "sum", "mean"]


@pytest.mark.parametrize("nama", [*NAMA, *keyword.kwlist, *keyword.softkwlist])
def test_a_variable_has_a_name_that_a_formula_can_hold(nama: str) -> None:
    """The model may not import the formula; both must refuse the same names."""
    try:
        known = TypeAdapter(NamaVariabel).validate_python(nama) == nama
    except ValidationError:
        known = False
    assert known is is_name(nama)
