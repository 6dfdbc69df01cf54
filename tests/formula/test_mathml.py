"""The typeset formula: the same formula, in the browser's own notation, and safe."""

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from iku_terbuka.formula import (
    NotComputable,
    Rumus,
    mathml,
    mathml_numbers,
    parse_rumus,
    rumus_source,
    variabel_names,
)
from tests.conftest import ROOT
from tests.formula.random_rumus import from_school_notation, isian, python_value, readable, rumus

HURUF = ROOT / "theme" / "assets" / "fonts"
BOLEH = {"x", "math", "mrow", "mfrac", "mo", "mn", "mtext", "span", "wbr"}


def pohon_html(markup: Markup) -> ET.Element:
    assert isinstance(markup, Markup)
    return ET.fromstring(f"<x>{markup}</x>")


def sebaris(element: ET.Element) -> str:
    """Write typeset mathematics on one line; only a fraction is a bracket of its own."""
    if element.tag == "mfrac":
        atas, bawah = element
        return f"(({sebaris(atas)}) / ({sebaris(bawah)}))"
    if element.tag in {"mo", "mn", "mtext"}:
        return f" {''.join(element.itertext())} "
    return "".join(sebaris(anak) for anak in element)


def tersusun(sumber: str, kata: dict[str, str], kiri: str | None = None) -> ET.Element:
    return pohon_html(mathml(parse_rumus(sumber), kata, percent=True, left=kiri))


def test_a_ratio_is_a_fraction_in_words() -> None:
    kata = {"selesai": "Jumlah perkara selesai", "diterima": "jumlah perkara diterima"}
    susunan = tersusun("selesai / diterima * 100", kata, "capaian")
    fraction = susunan.find(".//mfrac")
    assert fraction is not None
    atas, bawah = fraction
    assert "".join(atas.itertext()) == "Jumlah perkara selesai"
    assert "".join(bawah.itertext()) == "jumlah perkara diterima"
    assert [element.text for element in susunan.iter("mn")] == ["100%"]
    assert "".join(susunan.itertext()).startswith("capaian = Jumlah")


def test_without_a_left_side_there_is_only_the_formula() -> None:
    assert [anak.tag for anak in tersusun("a", {})] == ["math"]


@pytest.mark.parametrize(
    ("sumber", "kurung"),
    [
        ("a / (b + c)", 0),  # the bar is the bracket
        ("(a + b) / (c - (d + e))", 1),
        ("a * (b / c)", 0),
        ("(a + b) * c", 1),
        ("(1 - a / b) * 100", 1),
        ("-(a + b) * (-c)", 2),
        ("-a * b / (-c * d)", 0),
        ("a - (b - c)", 1),
        ("a * (-b)", 1),
    ],
)
@pytest.mark.parametrize("panjang", [1, 40])
def test_brackets_stand_only_where_no_bar_does(sumber: str, kurung: int, panjang: int) -> None:
    tanda = [
        element.text
        for element in tersusun(sumber, {nama: nama * panjang for nama in "abcd"}).iter("mo")
    ]
    assert (tanda.count("("), tanda.count(")")) == (kurung, kurung)


def test_a_long_row_is_text_that_wraps() -> None:
    panjang = "Persentase pengadaan secara elektronik"
    kotak = [
        "".join(element.itertext())
        for element in tersusun("(a + b + c) / 3", dict.fromkeys("abc", panjang)).iter("mtext")
    ]
    assert kotak == [" + ".join([panjang] * 3)]
    assert len(list(tersusun("(a + b + c) / 3", {}).iter("mtext"))) == 3


@given(rumus(), isian)
def test_whoever_computes_the_typeset_numbers_gets_the_same(
    pohon: Rumus, nilai: dict[str, tuple[Decimal, ...]]
) -> None:
    susunan = pohon_html(mathml_numbers(pohon, nilai, "1,5%", readable, percent=True))
    math, hasil = susunan
    assert "".join(hasil.itertext()) == "= 1,5%"
    kiri = re.sub(r"\s+", " ", from_school_notation(sebaris(math))).strip()
    assert python_value(kiri, {}) == python_value(rumus_source(pohon), nilai)


@given(rumus(), st.integers(1, 40))
def test_short_or_long_words_say_the_same_formula(pohon: Rumus, panjang: int) -> None:
    """Long rows become text that wraps; what they mean may not change with that."""
    kata = {nama: nama * panjang for nama in variabel_names(pohon)}
    nilai = {nama: (Decimal(i + 2),) for i, nama in enumerate(variabel_names(pohon))}
    teks = from_school_notation(sebaris(pohon_html(mathml(pohon, kata, percent=False, left=None))))
    teks = re.sub(r"\s+", " ", teks.replace("jumlah seluruh", "").replace("rata-rata", ""))
    for nama, (angka,) in nilai.items():
        teks = teks.replace(kata[nama], str(angka))
    assert python_value(teks.strip(), {}) == python_value(rumus_source(pohon), nilai)


def test_a_missing_number_is_not_typeset() -> None:
    with pytest.raises(NotComputable):
        mathml_numbers(parse_rumus("a / b"), {"a": (Decimal(1),)}, "1", readable, percent=False)


def test_words_stand_where_they_can_wrap() -> None:
    susunan = tersusun("a / b + c / d + e", {"a": "telaahan/arahan"})
    math = susunan.find("math")
    assert math is not None
    assert math.get("data-lajur") == "3"
    kotak = math.find(".//span[@class='iku-var']/span")
    assert kotak is not None
    assert [kotak.text, *(anak.tag for anak in kotak)] == ["telaahan/", "wbr"]


JAHAT = [
    "<script>alert(1)</script>",
    "</span></mtext></math><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "<annotation-xml encoding='text/html'><svg onload=alert(1)>",
    "&lt;b&gt; & &amp; &#60;",
    "{{ 7 * 7 }} {% raw %}",
    "a/b/<c>/d",
    "\u202eterbalik",
    "\n\n    kode\n\n# judul",
]


@pytest.mark.parametrize("kata", JAHAT)
def test_hostile_words_stay_words(kata: str) -> None:
    markup = mathml(parse_rumus("a / b * 100"), {"a": kata, "b": kata}, percent=True, left=kata)
    susunan = pohon_html(markup)
    assert {element.tag for element in susunan.iter()} <= BOLEH
    assert {nama for element in susunan.iter() for nama in element.attrib} <= {
        *("class", "data-lajur", "displaystyle", "symmetric")
    }
    tampak = [
        " ".join("".join(element.itertext()).strip("“”").split())
        for element in susunan.iter("mtext")
    ]
    assert tampak == [" ".join(kata.split())] * 2
    assert "\n" not in markup


def test_the_font_of_the_brackets_is_small_and_has_its_licence() -> None:
    (huruf,) = HURUF.glob("*.woff2")
    assert huruf.read_bytes()[:4] == b"wOF2"
    assert huruf.stat().st_size < 10_000
    assert "SIL Open Font License" in Path(HURUF / "OFL.txt").read_text(encoding="utf-8")
