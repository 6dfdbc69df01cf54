"""The words of a spark line say what it draws: each number, and nothing else (WCAG 1.1.1)."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from iku_terbuka.capaian import MeasureBasis, measure
from iku_terbuka.charts import Slot, SlotKind, time_slots
from iku_terbuka.charts.canvas import Chart, Ink
from iku_terbuka.charts.sparkline import sparkline
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.wording import number_text
from tests.charts.marks import painted
from tests.conftest import ACUAN, CONTOH
from tests.fictional import Write, one_indikator

DASAR = MeasureBasis(ACUAN, skala={})
BUTIR = re.compile(r"(\d{4}(?:/\d{4})?) (−?[\d.,]+)(?:–(−?[\d.,]+))?%?")


def draw(write: Write, fields: str, **hasil: str) -> Chart | None:
    indikator = one_indikator(write, fields, **hasil)
    measurements = [measure(indikator, tahun, DASAR) for tahun in indikator.tahun]
    return sparkline(time_slots(indikator, measurements), indikator.definisi.satuan, "a")


def said(words: str, what: str) -> dict[str, list[str]]:
    """Return the numbers by year that the words name as ``what``."""
    found = re.search(rf"{what}: (.*?)\.(?: |$)", words)
    items = found[1].split("; ") if found else []
    parsed = [match for item in items if (match := BUTIR.fullmatch(item))]
    assert len(parsed) == len(items), "every item is a year and its number"
    return {match[1]: [number for number in match.groups()[1:] if number] for match in parsed}


def marks(one: Chart, tag: str, style: str) -> int:
    groups = ElementTree.fromstring(one.svg).iter("g")
    return sum(len(list(g.iter(tag))) for g in groups if painted(g).startswith(style))


def agree(one: Chart, slots: Sequence[Slot]) -> None:
    years = [slot for slot in slots if slot.kind is SlotKind.YEAR]
    results = {
        slot.label: [number_text(slot.realisasi)] for slot in years if slot.realisasi is not None
    }
    targets = {
        slot.label: [
            number_text(limit)
            for limit in slot.target.rentang or (slot.target.nilai,)
            if limit is not None
        ]
        for slot in years
        if slot.target and not slot.graded
    }
    assert said(one.description, "Realisasi") == results
    assert said(one.description, "Target") == targets
    root = ElementTree.fromstring(one.svg)
    assert root.findtext("desc") == one.description
    title = root.findtext("title") or ""
    assert ("realisasi" in title.lower()) is bool(results)
    assert ("target" in title.lower()) is bool(targets)
    assert marks(one, "circle", f"fill:{Ink.REALISASI.variable}") == len(results)


def test_on_every_page_the_words_are_those_of_the_picture(context: Context) -> None:
    contoh = load_laporan(CONTOH).laporan
    assert contoh
    drawn = 0
    for one in (context, build_context(contoh, acuan=ACUAN)):
        for indikator in one.laporan.all_indikator():
            slots = time_slots(indikator, tuple(one.pengukuran(indikator).values()))
            made = sparkline(slots, indikator.definisi.satuan, "a")
            if made:
                drawn += 1
                agree(made, slots)
    assert drawn > 60


def test_targets_that_are_grades_are_not_named(write: Write) -> None:
    one = draw(
        write,
        "target: {2021: {predikat: B}, 2022: {predikat: BB}}",
        t2021="x: {realisasi: 61.2}",
        t2022="x: {realisasi: {nilai: 70, predikat: BB}}",
    )
    assert one is not None
    assert one.description == "Realisasi: 2021 61,2; 2022 70."
    assert ElementTree.fromstring(one.svg).findtext("title") == "Realisasi"


@pytest.mark.parametrize(
    "fields",
    ["kondisi_awal: 2\ntarget_akhir: 9", "target: {2021: {predikat: B}, 2022: {predikat: BB}}"],
)
def test_without_a_number_of_a_year_there_is_no_picture(write: Write, fields: str) -> None:
    assert draw(write, fields) is None


def test_the_start_and_the_end_are_neither_drawn_nor_named(write: Write) -> None:
    one = draw(write, "kondisi_awal: 27.3\ntarget: {2026: 14}\ntarget_akhir: 10")
    assert one is not None
    assert one.description == "Target: 2026 14."


@pytest.mark.parametrize(
    ("target", "bands"),
    [
        ("{2021: {bawah: 2, atas: 4}}", 1),
        ("{2021: {bawah: 2, atas: 4}, 2022: {bawah: 1, atas: 3}}", 1),
        ("{2021: {bawah: 2, atas: 4}, 2022: 3, 2023: {bawah: 1, atas: 3}}", 2),
        ("{2021: {bawah: 2, atas: 4}, 2024: {bawah: 1, atas: 3}}", 2),
        ("{2021: 2, 2022: 3}", 0),
    ],
)
def test_a_range_is_a_band_over_the_years_that_have_it(
    write: Write, target: str, bands: int
) -> None:
    one = draw(write, f"target: {target}", t2022="x: {realisasi: 2.5}")
    assert one is not None
    assert marks(one, "path", f"fill:{Ink.TARGET_AREA.variable}") == bands


def test_no_line_leads_over_a_year_without_a_number(write: Write) -> None:
    one = draw(write, "target: {2021: 5, 2022: 6, 2024: 8}")
    assert one is not None
    (line,) = re.findall(r'<g fill="none" stroke-dasharray="3,2.5"[^>]*>(.*?)</g>', one.svg)
    assert line.count("<path") == 1
    assert line.count("L") == 1, "2021 to 2022; 2024 stands alone"
