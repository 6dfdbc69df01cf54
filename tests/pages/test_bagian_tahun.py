"""Quarters, months and halves on pages: a table and a line, and words in every list."""

from pathlib import Path

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator
from iku_terbuka.pages import indikator_page, instansi_page, tahun_pages
from tests.conftest import ACUAN, DATA
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-contoh/dinas-triwulan"


@pytest.fixture(scope="module")
def context() -> Context:
    laporan = load_laporan(Path(DATA / "triwulan")).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def indikator(context: Context, key: str) -> Indikator:
    return next(one for one in context.laporan.all_indikator() if one.id == key)


def page(context: Context, key: str) -> Element:
    return parse_page(indikator_page(context, indikator(context, key)).html)


def folded(root: Element) -> list[Element]:
    return root.with_class("iku-bagian")


def lines(root: Element) -> list[str]:
    return [" ".join(row.text.split()) for row in root.find_all("tr")]


def test_each_year_with_parts_has_a_table_the_newest_open(context: Context) -> None:
    newest, older = folded(page(context, "spm"))
    assert "open" in newest.attributes
    assert "open" not in older.attributes
    assert next(newest.find_all("summary")).text == "2026: s.d. TW II: 52% dari target 50%"
    assert next(older.find_all("summary")).text == "2025: s.d. TW IV: 95,2% dari target 100%"
    assert [line.split("Laporan")[0].strip() for line in lines(newest)] == [
        "Triwulan Target Realisasi Sumber",
        "TW I 0% 0%",
        "TW II 50% 52%",
        "TW III 67% belum dilaporkan",
        "TW IV 100% belum dilaporkan",
    ]
    assert len(list(newest.find_all("svg"))) == len(list(older.find_all("svg"))) == 1


def test_a_year_that_its_parts_contradict_says_so_and_keeps_both(context: Context) -> None:
    _, older = folded(page(context, "spm"))
    assert "Realisasi setahun 96%, sedangkan triwulan terakhir 95,2%." in older.text
    assert "TW IV: Sebelum pemeriksaan APIP." in older.text


def test_a_sum_with_a_part_missing_is_not_made(context: Context) -> None:
    newest, older = folded(page(context, "jumlah-pelatihan"))
    assert "TW II belum dilaporkan, jadi jumlah s.d. TW III tidak dihitung." in newest.text
    assert next(older.find_all("summary")).text == "2025: s.d. TW III: 310 dari target 300"


def test_parts_without_cara_are_shown_and_nothing_is_made_of_them(context: Context) -> None:
    (year,) = folded(page(context, "aduan"))
    assert next(year.find_all("summary")).text == "2026"
    assert "Angka s.d. TW II tidak dihitung karena tidak disebut apakah" in year.text
    assert lines(year)[1:] == [
        "TW I 12 aduan Laporan Triwulan I 2026",
        "TW II 15 aduan Laporan Triwulan II 2026",
    ]


def test_an_indicator_without_parts_has_no_such_section(context: Context) -> None:
    assert folded(page(context, "nilai-sakip")) == []


def test_lists_say_how_far_a_year_has_come_where_only_parts_are_there(context: Context) -> None:
    listed = parse_page(instansi_page(context, context.instansi[DINAS]).html).text
    (plan,) = tahun_pages(context, context.instansi[DINAS], 2026)
    year = parse_page(plan.make().html).text
    for text in (listed, year):
        assert "s.d. TW II: 52% dari target 50%" in text
        assert "s.d. Semester I: 7,31% dari target 7,25%" in text
        assert "s.d. Maret: rata-rata 3,22 dari target 3,23" in text
    assert "2025: belum dilaporkan, s.d. TW III: 310 dari target 300" in listed


def test_the_lead_names_no_verdict_on_a_year_that_runs(context: Context) -> None:
    lead = page(context, "penduduk-miskin").with_class("iku-ringkas")[0].text.replace("% .", "%.")
    assert lead.startswith(
        "Persentase penduduk miskin tahun 2026, s.d. Semester I: 7,31% dari target 7,25%. "
        "Setahun belum dinilai karena tahunnya masih berjalan. Target setahun paling tinggi 7%."
    )
