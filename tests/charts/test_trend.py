"""Charts are checked by what they say and where their marks lie, not by pixels."""

import re
from decimal import Decimal
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import matplotlib as mpl
import pytest

from iku_terbuka.capaian import MeasureBasis, measure
from iku_terbuka.charts import Slot, SlotKind, time_slots
from iku_terbuka.charts.canvas import Chart, Font, Ink, text_width
from iku_terbuka.charts.trend import trend
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.wording import number_text
from tests import moves
from tests.charts.marks import painted
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku, one_indikator

DASAR = MeasureBasis(ACUAN, skala={})


def draw(write: Write, fields: str, **hasil: str) -> Chart:
    indikator = one_indikator(write, fields, **hasil)
    measurements = [measure(indikator, tahun, DASAR) for tahun in indikator.tahun]
    return trend(time_slots(indikator, measurements), indikator.definisi.satuan)


def words_of(one: Chart) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(one.svg).iter("text")]


def shapes(one: Chart, tag: str, gaya: str) -> list[Element]:
    """Return the marks of a kind whose paint begins so."""
    groups = ElementTree.fromstring(one.svg).iter("g")
    return [node for group in groups if painted(group).startswith(gaya) for node in group.iter(tag)]


def test_every_target_stands_at_its_point(write: Write) -> None:
    one = draw(write, "target: {2021: 3.01, 2022: 3.40, 2023: 3.51}")
    assert sorted(word for word in words_of(one) if "," in word) == ["3,01", "3,40", "3,51"]
    assert one.description.startswith("Target: 2021 3,01; 2022 3,40; 2023 3,51.")


def test_the_words_of_a_chart_keep_the_start_apart_and_name_the_unit(write: Write) -> None:
    fields = "satuan: persen\nkondisi_awal: 27.3\ntarget: {2021: 24, 2022: 20}\ntarget_akhir: 10"
    one = draw(write, fields, t2021="x: {realisasi: 26.1}")
    assert one.description.startswith(
        "Kondisi awal 27,3%. Target: 2021 24%; 2022 20%; akhir 10%. Realisasi: 2021 26,1%."
    )


def test_the_key_and_the_title_name_only_what_is_drawn(write: Write) -> None:
    both = "target: {2021: 1, 2022: {predikat: BB}, 2023: {predikat: A}}"
    some = draw(write, both, t2021="x: {realisasi: 2}")
    assert {"Target", "Realisasi"} <= set(words_of(some))
    assert "Target 2022–2023 berupa predikat; lihat tabel." in some.notes
    graded = "kondisi_awal: 58.75\ntarget: {2021: {predikat: BB}, 2022: {predikat: A}}"
    none = draw(write, graded, t2021="x: {realisasi: 72.1}")
    assert "Target" not in words_of(none)
    assert "Realisasi" in words_of(none)
    assert "Target berupa predikat; lihat tabel." in none.notes
    assert ElementTree.fromstring(none.svg).findtext("title") == "Grafik realisasi"


def test_a_missing_result_is_a_ring_and_never_a_zero(write: Write) -> None:
    one = draw(
        write, "arah: naik\ntarget: {2021: 60, 2023: 80, 2026: 90}", t2023="x: {realisasi: 85}"
    )
    assert "Realisasi 2021–2022 dan 2024–2025 belum dilaporkan" in words_of(one)
    rings = [node for node in shapes(one, "circle", "fill:none") if node.attrib["r"] == "5.5"]
    assert len(rings) == 4  # one a year; 2026 is not due yet
    assert "bukan nilai nol" in one.notes[-1]


def test_a_year_without_a_result_breaks_the_line(write: Write) -> None:
    joined = draw(write, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2023="x: {realisasi: 3}")
    broken = draw(write, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2024="x: {realisasi: 3}")

    def lines(one: Chart) -> int:
        return len(shapes(one, "path", f"fill:none;stroke:{Ink.REALISASI.variable}"))

    # The key at the top holds one line of its own.
    assert lines(joined) == lines(broken) + 1


def axis_lines(one: Chart, width: str = "") -> list[str]:
    """Return the lines in the ink of the axis."""
    style = f' fill="none" stroke="{Ink.AXIS.variable}"{width}'
    groups = re.findall(r"<g( [^>]*)>(.*?)</g>", one.svg)
    return [
        line
        for found, marks in groups
        if found == style
        for line in re.findall(r'd="([^"]*)"', marks)
    ]


def level(line: str) -> str | None:
    """Return where a level line lies, ``None`` of any other."""
    heights = set(re.findall(r"[ML]-?[\d.]+ (-?[\d.]+)", line))
    return heights.pop() if len(heights) == 1 else None


def test_a_scale_without_zero_has_ticks_and_a_torn_edge_and_says_so(write: Write) -> None:
    one = draw(write, "target: {2021: 82.53, 2022: 85.00}")
    assert {"82", "85"} <= set(words_of(one)), "the ends of the scale"
    # No line is level but those of the ticks: nothing reads as zero.
    assert [line for line in axis_lines(one) if level(line)] == []
    (torn,) = axis_lines(one, ' stroke-width="1.5"')
    assert torn.count("L") > 20
    assert "Sumbu tegak tidak mulai dari nol, tetapi dari 82; tepi bawahnya bergerigi." in (
        one.notes
    )


@pytest.mark.parametrize(
    ("target", "hasil"),
    [
        ("162", "186.92"),
        ("10", "60"),
        ("100", "100"),
        ("0", "3"),
        ("-2.5", "-4"),
        ("1.5", "-10"),
    ],
)
def test_zero_is_the_one_level_line_of_the_axis(write: Write, target: str, hasil: str) -> None:
    one = draw(write, f"target: {{2021: {target}}}", t2021=f"x: {{realisasi: {hasil}}}")
    assert "0" in words_of(one)
    (zero,) = [height for line in axis_lines(one) if (height := level(line))]
    texts = ElementTree.fromstring(one.svg).iter("text")
    ticks = [float(node.attrib["y"]) for node in texts if node.text == "0"]
    assert any(abs(tick - 4.5 - float(zero)) < 0.2 for tick in ticks), "a tick at its line"
    assert not any("bergerigi" in note for note in one.notes)


def test_counts_start_at_zero(write: Write) -> None:
    fields = "target: {2021: 100, 2022: 101}"
    assert any("bergerigi" in note for note in draw(write, fields).notes)
    counted = draw(write, f"satuan: kegiatan\n{fields}")
    assert not any("bergerigi" in note for note in counted.notes)


def test_the_start_has_an_ink_and_a_mark_of_its_own(write: Write) -> None:
    one = draw(write, "kondisi_awal: 27.3\ntarget: {2021: 24, 2022: 20}")
    groups = re.findall(r"<g( [^>]*)>(.*?)</g>", one.svg)
    ((style, _),) = [(style, marks) for style, marks in groups if ">27,3<" in marks]
    assert f'fill="{Ink.MUTED.variable}"' in style
    boxes = shapes(one, "path", f"fill:{Ink.PAPER.variable};stroke:{Ink.MUTED.variable}")
    assert len(boxes) == 2, "in the plot and in the key"
    assert "Kondisi awal" in words_of(one)
    assert len(shapes(one, "path", f"fill:{Ink.PAPER.variable};stroke:{Ink.TARGET.variable}")) == 3


@pytest.mark.parametrize(
    ("target", "bands"),
    [
        ("{2021: {bawah: 2, atas: 4}}", 1),
        ("{2021: {bawah: 2, atas: 4}, 2022: {bawah: 1.5, atas: 3.5}}", 1),
        ("{2021: {bawah: 2, atas: 4}, 2022: 3, 2023: {bawah: 1, atas: 3}}", 2),
        ("{2021: {bawah: 2, atas: 4}, 2023: {bawah: 1, atas: 3}}", 2),
        ("{2021: {bawah: 0, atas: 0}}", 1),
    ],
)
def test_a_range_is_a_band_over_the_years_that_have_it(
    write: Write, target: str, bands: int
) -> None:
    one = draw(write, f"target: {target}", t2024="x: {realisasi: 2.5}")
    filled = shapes(one, "path", f"fill:{Ink.TARGET_AREA.variable}")
    assert len(filled) == bands + 1, "and one in the key"


def test_a_band_lies_between_the_limits_of_each_year(write: Write) -> None:
    fields = "target: {2021: {bawah: 2, atas: 4}, 2022: {bawah: 1, atas: 5}}"
    one = draw(write, fields)
    heights = {
        word: float(node.attrib["y"]) - 4.5
        for node in ElementTree.fromstring(one.svg).iter("text")
        if (word := node.text or "") in {"0", "6"}
    }
    (band,) = shapes(one, "path", f"fill:{Ink.TARGET_AREA.variable}")
    points = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", band.attrib["d"])
    unit = (heights["0"] - heights["6"]) / 6
    found = {round((heights["0"] - float(y)) / unit) for _, y in points}
    assert found == {1, 2, 4, 5}


def two_decrees(write: Write, lama: str, baru: str) -> Chart:
    item = '      - id: x\n        nama: Indeks\n        formula: "{}"\n        target: {{{}}}\n'
    dinas = "kabupaten-contoh/dinas-contoh"
    loaded = load_laporan(
        write(
            {
                "kabupaten-contoh/pemda.yaml": PEMDA,
                f"{dinas}/iku/2021.yaml": iku(
                    item.format(lama, "2021: 60, 2022: 62"), "{awal: 2021, akhir: 2022}"
                ),
                f"{dinas}/iku/2023.yaml": iku(
                    item.format(baru, "2023: 61, 2024: 63"), "{awal: 2023, akhir: 2024}"
                ),
                **{
                    f"{dinas}/capaian/{tahun}.yaml": (
                        f"tahun: {tahun}\ncapaian:\n  x: {{realisasi: {60 + tahun - 2021}}}\n"
                    )
                    for tahun in range(2021, 2025)
                },
            }
        )
    )
    assert loaded.laporan, loaded.problems
    (indikator,) = loaded.laporan.all_indikator()
    measurements = [measure(indikator, tahun, DASAR) for tahun in indikator.tahun]
    return trend(time_slots(indikator, measurements), None)


def test_another_formula_breaks_the_lines_and_is_marked(write: Write) -> None:
    one = two_decrees(write, "Nilai A / nilai B", "nilai A : nilai B")
    broken = two_decrees(write, "Nilai A / nilai B", "Nilai A / nilai C")

    def lines(one: Chart, ink: Ink) -> int:
        pattern = f'<g fill="none"[^>]* stroke="{re.escape(ink.variable)}"[^>]*>(.*?)</g>'
        return sum(marks.count("<path") for marks in re.findall(pattern, one.svg))

    for ink in (Ink.TARGET, Ink.REALISASI):
        assert lines(broken, ink) == lines(one, ink) + 1
    assert "Rumus berbeda" in words_of(broken)
    assert "Rumus berbeda" not in words_of(one)
    assert any("Garis diputus sebelum 2023 karena rumus" in note for note in broken.notes)
    assert "Sejak 2023 rumus berbeda." in broken.description
    assert 'stroke-dasharray="2,3"' in broken.svg
    assert 'stroke-dasharray="2,3"' not in one.svg


def test_years_that_are_missing_altogether_are_not_joined(write: Write) -> None:
    one = one_indikator(write, "satuan: indeks")
    years = [
        Slot(SlotKind.YEAR, str(tahun), None, Decimal(tahun - 2000), joined=tahun == 2017)
        for tahun in (2016, 2017, 2019, 2021)
    ]
    drawn = trend(years, one.definisi.satuan)
    style = f"fill:none;stroke:{Ink.REALISASI.variable}"
    assert len(shapes(drawn, "path", style)) == 2, "2016 to 2017, and the key"


@pytest.mark.parametrize(
    "fields",
    [
        "target: {2021: 0}",
        "target: {2021: 0, 2022: 0}",
        "target: {2021: -5, 2022: -5}",
        "target: {2021: -5, 2022: 5}",
        "target: {2021: 100, 2022: 100}",
        "target: {2021: {bawah: 3.6, atas: 4.4}}",
        "target: {2021: 1234567890.55, 2022: 1234567891.55}",
        "kondisi_awal: 2\ntarget_akhir: 9",
    ],
)
def test_any_values_stay_on_the_sheet(write: Write, fields: str) -> None:
    one = draw(write, fields, t2023="x: {realisasi: 3}")
    root = ElementTree.fromstring(one.svg)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    for node in root.iter("text"):
        assert 0 <= float(node.attrib["x"]) <= width
        assert 10 <= float(node.attrib["y"]) <= height
    for shape in re.findall(r'd="([^"]*)"', one.svg):
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape):
            assert -2 <= float(x) <= width + 2
            assert -2 <= float(y) <= height
    circles = list(root.iter("circle"))
    assert circles, "the result of 2023"
    for node in circles:
        x, y, radius = (float(node.attrib[name]) for name in ("cx", "cy", "r"))
        assert -2 <= x - radius <= x + radius <= width + 2
        assert -2 <= y - radius <= y + radius <= height


def test_a_result_is_a_circle_on_its_line(write: Write) -> None:
    one = draw(write, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2023="x: {realisasi: 3}")
    _, *dots = [
        (node.attrib["cx"], node.attrib["cy"], node.attrib["r"])
        for node in shapes(one, "circle", "fill:var(--iku-real)")
    ]
    line = " ".join(f"{mark}{x} {y}" for mark, (x, y, _) in zip("ML", dots, strict=True))
    assert f'd="{line.replace(" L", "L")}"' in one.svg
    assert {radius for _, _, radius in dots} == {"5"}


def test_a_chart_is_a_small_svg_that_follows_the_theme(context: Context) -> None:
    for indikator in context.laporan.all_indikator():
        slots = time_slots(indikator, tuple(context.pengukuran(indikator).values()))
        if not slots:
            continue
        svg = str(trend(slots, indikator.definisi.satuan).svg)
        assert svg == str(trend(slots, indikator.definisi.satuan).svg)
        assert len(svg) < 6000
        bare = re.sub(r"var\(--[a-z-]+,#[0-9a-f]{6}\)", "", svg)
        assert not re.search(r"#[0-9a-f]{6}", bare), "a colour that ignores the theme"
        sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)}
        assert min(sizes) >= 13


def test_an_indicator_without_numbers_has_no_chart(context: Context) -> None:
    without = [
        indikator.id
        for indikator in context.laporan.all_indikator()
        if not time_slots(indikator, tuple(context.pengukuran(indikator).values()))
    ]
    assert len(without) == 11, "those without targets"


def test_the_settings_of_the_machine_do_not_matter(write: Write) -> None:
    fields = "arah: naik\ntarget: {2021: 80, 2022: {bawah: 81, atas: 90}, 2023: 70}"
    usual = draw(write, fields, t2021="x: {realisasi: 85}", t2022="x: {realisasi: 80}")
    other = {
        "lines.scale_dashes": False,
        "lines.marker": "o",
        "lines.linestyle": "--",
        "lines.linewidth": 7,
        "patch.edgecolor": "red",
        "patch.facecolor": "red",
        "patch.force_edgecolor": True,
        "hatch.color": "red",
        "font.size": 30,
        "text.usetex": True,
        "path.simplify": True,
        "path.sketch": (1, 1, 1),
    }
    with mpl.rc_context(other):
        assert draw(write, fields, t2021="x: {realisasi: 85}", t2022="x: {realisasi: 80}") == usual
    assert 'stroke-dasharray="6,4"' in usual.svg


def test_no_value_stands_on_another_and_the_newest_result_always_stands(context: Context) -> None:
    contoh = load_laporan(CONTOH).laporan
    assert contoh
    for one in (context, build_context(contoh, acuan=ACUAN)):
        for indikator in one.laporan.all_indikator():
            measurements = tuple(one.pengukuran(indikator).values())
            slots = time_slots(indikator, measurements)
            if not slots:
                continue
            drawn = trend(slots, indikator.definisi.satuan)
            boxes = []
            for group in ElementTree.fromstring(drawn.svg).iter("g"):
                for node in group.iter("text"):
                    words, bold = node.text or "", "font-weight" in group.attrib
                    half = text_width(words, Font.VALUE_BOLD if bold else Font.VALUE) / 2
                    x, y = float(node.attrib["x"]), float(node.attrib["y"])
                    if group.attrib["text-anchor"] == "middle":
                        boxes.append((words, x - half, y - 10, x + half, y))
            for i, (kata_satu, *a) in enumerate(boxes):
                for kata_lain, *b in boxes[:i]:
                    apart = a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]
                    assert apart, (indikator.kunci, kata_satu, kata_lain)
            results = [slot.realisasi for slot in slots if slot.realisasi is not None]
            if results:
                words = [words.removesuffix("%") for words, *_ in boxes]
                assert number_text(results[-1]) in words, indikator.kunci


def test_where_another_instansi_goes_on_the_line_does_too(write: Write) -> None:
    context = moves.context(write, moves.MERGED)
    new = next(each for each in context.instansi[moves.BARU].indikator if each.id == "keluarga")
    slots = time_slots(new, tuple(context.pengukuran(new).values()))
    assert [(slot.label, slot.moved, slot.joined) for slot in slots] == [
        ("2023", False, False),
        ("2024", False, True),
        ("2025", True, True),
        ("2026", False, True),
    ]
    drawn = trend(slots, "keluarga")
    assert "Instansi lain" in words_of(drawn)
    assert "Sejak 2025 dari instansi penerus." in drawn.description
    assert "Angka sejak 2025 dari instansi yang melanjutkan indikator ini." in drawn.notes
