"""Values that people type besides numbers."""

import keyword

import pytest
from pydantic import TypeAdapter, ValidationError

from iku_terbuka.formula.tree import is_name
from iku_terbuka.model.fields import (
    DaftarTeks,
    NamaVariabel,
    Periode,
    Tanggal,
    TanggalTercetak,
    Teks,
)


def test_a_date_is_as_exact_as_it_is_printed() -> None:
    tanggal = TypeAdapter(TanggalTercetak)
    assert tanggal.validate_python("2021") == Tanggal(2021)
    assert tanggal.validate_python("2021-12") == Tanggal(2021, 12)
    assert tanggal.validate_python("2024-02-29") == Tanggal(2024, 2, 29)
    assert [str(tanggal.validate_python(text)) for text in ("2021", "2021-12")] == [
        "2021",
        "2021-12",
    ]


@pytest.mark.parametrize("text", ["2023-02-29", "2100-02-29", "2021-13", "2021-1-5", "12-2021"])
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    with pytest.raises(ValidationError, match="bukan tanggal"):
        TypeAdapter(TanggalTercetak).validate_python(text)


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
