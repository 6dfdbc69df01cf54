"""A number keeps its digits as typed, or is refused with what to write instead."""

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from iku_terbuka.load.validate import validate
from iku_terbuka.model.angka import parse_angka, parse_nilai, parse_rupiah
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.notation import decimals
from iku_terbuka.source import parse

# A busy machine is no failure.
TENANG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEPERTI_ANGKA = st.text(alphabet="0123456789.,-+eE_% ٣−\xa0BRp/", max_size=12)
APA_SAJA = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="#\\"), max_size=12)


@TENANG
@given(text=st.one_of(SEPERTI_ANGKA, APA_SAJA))
@example("3.20")
@example("0.0000001")
@example("-0")
@example("0,,0%")
@example("1" * 40)
def test_any_scalar_keeps_its_digits_or_is_refused(text: str) -> None:
    for written in (text, f'"{text}"', f"'{text}'", f"\n  {text}", f">-\n  {text}"):
        _keeps_or_refuses(f"nilai: {written}")
    for written in (f"nilai: {text}", f"nilai: {text}, bawah: 1", f"bawah: {text}"):
        _keeps_or_refuses(f"{{{written}}}")


def _keeps_or_refuses(text: str) -> None:
    document, problems = parse(text, "uji.yaml")
    if document is None or problems:
        return
    content, problems = validate(document, IsiNilai)
    assert content or problems
    if content and content.nilai is not None:
        typed = re.sub(r"nilai:|[{}\"'>]|- |-\n|\s|\xa0", "", text)
        assert str(content.nilai) == typed.rstrip(",")  # {nilai: 3,} is YAML


@TENANG
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-9999, max_value=9999)
)
def test_every_number_in_our_notation_is_read(number: Decimal) -> None:
    assert str(parse_angka(f"{number:f}")) == f"{number:f}"


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("3,01", "3.01"),
        ("1.004.422.800", "1004422800"),
        ("1.004,5", "1004.5"),
        ("1,004,422", "1004422"),
        ("1,004.5", "1004.5"),
        ("1_000", "1000"),
        ("1 000 000", "1000000"),
        ("1e5", "100000"),
        ("82,5%", "82.5"),
        ("82,5 persen", "82.5"),
        ("10.000.000 orang", "10000000"),
        ("5 km2", "5"),
        ("Rp 1.004.422.800", "1004422800"),
        ("Rp500.000,-", "500000"),
        ("3,01 (-B)", 'nilai: 3.01, predikat: B-, tercetak: "3,01 (-B)"'),
        ("BB", "{predikat: BB}"),
        ("3,6 s.d. 4,4", '{bawah: 3.6, atas: 4.4, tercetak: "3,6 s.d. 4,4"}'),
        ("80–90%", '{bawah: 80, atas: 90, tercetak: "80–90%"}'),
        ("−5,2", "-5.2"),
        ("007.5", "7.5"),
        (".5", "0.5"),
        ("٨٢,٥", "82.5"),
        ("2.016 kegiatan", "2016"),
        ("2.016 ton", "kalau titiknya koma desimal, tulis {nilai: 2.016, tercetak"),
        ("n/a", "keadaan: tidak_diukur"),
    ],
)
def test_a_number_written_otherwise_is_refused_with_what_to_write(typed: str, instead: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_nilai(typed)
    context = caught.value.context
    assert context is not None
    assert re.search(rf"(?<![0-9.]){re.escape(instead)}(?![0-9])", context["hint"])


@TENANG
@given(st.text(alphabet="0123456789.,-+eE_% ٣−ABRp/()", max_size=120))
def test_every_refusal_says_something(text: str) -> None:
    try:
        parse_angka(text)
    except PydanticCustomError as error:
        context = error.context
        assert context is not None
        assert context["message"]
        assert context["hint"]


@pytest.mark.parametrize("typed", ["500.000", "1004.422", "1.0044"])
def test_money_with_a_thousands_dot_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError, match="dua angka di belakang titik"):
        parse_rupiah(typed)


@pytest.mark.parametrize("typed", ["500000", "1004422800.50", "0"])
def test_money_keeps_its_digits(typed: str) -> None:
    assert str(parse_rupiah(typed)) == typed


@pytest.mark.parametrize(("typed", "count"), [("12", 0), ("3.20", 2), ("2.000", 3), ("-0.5", 1)])
def test_decimals_counts_what_was_typed(typed: str, count: int) -> None:
    assert decimals(parse_angka(typed)) == count
