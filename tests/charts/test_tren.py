"""Charts are checked by what they say and where their marks lie, not by pixels."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import matplotlib as mpl
import pytest

from generator.capaian import DasarUkur, ukur
from generator.charts import titik_waktu
from generator.charts.canvas import Gambar, Huruf, Ink, text_width
from generator.charts.percik import percik
from generator.charts.tren import tren
from generator.konteks import Konteks, buat_konteks
from generator.load import load_laporan
from generator.wording import angka
from tests.conftest import ACUAN, CONTOH
from tests.rekaan import Tulis, satu_indikator

DASAR = DasarUkur(ACUAN, skala={})


def gambar(tulis: Tulis, fields: str, **hasil: str) -> Gambar:
    indikator = satu_indikator(tulis, fields, **hasil)
    ukuran = [ukur(indikator, tahun, DASAR) for tahun in indikator.tahun]
    return tren(titik_waktu(indikator, ukuran), indikator.definisi.satuan)


def kata(satu: Gambar) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(satu.svg).iter("text")]


def bentuk(satu: Gambar, tag: str, gaya: str) -> list[Element]:
    """Return the marks of a kind whose style begins so."""
    groups = ElementTree.fromstring(satu.svg).iter("g")
    return [
        node
        for group in groups
        if group.attrib["style"].startswith(gaya)
        for node in group.iter(tag)
    ]


def test_every_target_stands_at_its_point(tulis: Tulis) -> None:
    satu = gambar(tulis, "target: {2021: 3.01, 2022: 3.40, 2023: 3.51}")
    assert [word for word in kata(satu) if "," in word] == ["3,01", "3,40", "3,51"]
    assert satu.uraian.startswith("Target: 2021 3,01; 2022 3,40; 2023 3,51.")


def test_the_words_of_a_chart_keep_the_start_apart_and_name_the_unit(tulis: Tulis) -> None:
    fields = "satuan: persen\nkondisi_awal: 27.3\ntarget: {2021: 24, 2022: 20}\ntarget_akhir: 10"
    satu = gambar(tulis, fields, t2021="x: {realisasi: 26.1}")
    assert satu.uraian.startswith(
        "Kondisi awal 27,3%. Target: 2021 24%; 2022 20%; akhir 10%. Realisasi: 2021 26,1%."
    )


def test_the_key_and_the_title_name_only_what_is_drawn(tulis: Tulis) -> None:
    both = "target: {2021: 1, 2022: {predikat: BB}, 2023: {predikat: A}}"
    some = gambar(tulis, both, t2021="x: {realisasi: 2}")
    assert {"Target", "Realisasi"} <= set(kata(some))
    assert "Target 2022–2023 berupa predikat; lihat tabel." in some.catatan
    graded = "kondisi_awal: 58.75\ntarget: {2021: {predikat: BB}, 2022: {predikat: A}}"
    none = gambar(tulis, graded, t2021="x: {realisasi: 72.1}")
    assert "Target" not in kata(none)
    assert "Realisasi" in kata(none)
    assert "Target berupa predikat; lihat tabel." in none.catatan
    assert ElementTree.fromstring(none.svg).findtext("title") == "Grafik realisasi"


def test_a_missing_result_is_a_ring_and_never_a_zero(tulis: Tulis) -> None:
    satu = gambar(tulis, "arah: naik\ntarget: {2023: 80, 2024: 90}", t2023="x: {realisasi: 85}")
    assert "Realisasi 2021–2022 dan 2024–2025 belum dilaporkan" in kata(satu)
    rings = [node for node in bentuk(satu, "circle", "fill:none") if node.attrib["r"] == "5.5"]
    assert len(rings) == 4  # one a year; 2026 is not due yet
    assert "bukan nilai nol" in satu.catatan[-1]


def test_a_year_without_a_result_breaks_the_line(tulis: Tulis) -> None:
    joined = gambar(
        tulis, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2023="x: {realisasi: 3}"
    )
    broken = gambar(
        tulis, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2024="x: {realisasi: 3}"
    )

    def lines(satu: Gambar) -> int:
        return len(bentuk(satu, "path", f"fill:none;stroke:{Ink.REALISASI.variable}"))

    # The key at the top holds one line of its own.
    assert lines(joined) == lines(broken) + 1


def test_the_axis_starts_at_zero_unless_it_says_so(tulis: Tulis) -> None:
    wide = gambar(tulis, "target: {2021: 10, 2022: 60}")
    narrow = gambar(tulis, "target: {2021: 82.53, 2022: 85.00}")
    assert not any("nol agar" in note for note in wide.catatan)
    assert any("tidak mulai dari nol" in note for note in narrow.catatan)


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
def test_any_values_stay_on_the_sheet(tulis: Tulis, fields: str) -> None:
    satu = gambar(tulis, fields, t2023="x: {realisasi: 3}")
    root = ElementTree.fromstring(satu.svg)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    for node in root.iter("text"):
        assert 0 <= float(node.attrib["x"]) <= width
        assert 10 <= float(node.attrib["y"]) <= height
    for shape in re.findall(r'd="([^"]*)"', satu.svg):
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape):
            assert -2 <= float(x) <= width + 2
            assert -2 <= float(y) <= height
    circles = list(root.iter("circle"))
    assert circles, "the result of 2023"
    for node in circles:
        x, y, radius = (float(node.attrib[name]) for name in ("cx", "cy", "r"))
        assert -2 <= x - radius <= x + radius <= width + 2
        assert -2 <= y - radius <= y + radius <= height


def test_a_result_is_a_circle_on_its_line(tulis: Tulis) -> None:
    satu = gambar(tulis, "target: {2021: 1}", t2022="x: {realisasi: 2}", t2023="x: {realisasi: 3}")
    _, *dots = [
        (node.attrib["cx"], node.attrib["cy"], node.attrib["r"])
        for node in bentuk(satu, "circle", "fill:var(--iku-real)")
    ]
    line = " ".join(f"{mark}{x} {y}" for mark, (x, y, _) in zip("ML", dots, strict=True))
    assert f'd="{line.replace(" L", "L")}"' in satu.svg
    assert {radius for _, _, radius in dots} == {"5"}


def test_a_chart_is_a_small_svg_that_follows_the_theme(konteks: Konteks) -> None:
    for indikator in konteks.laporan.semua_indikator():
        slots = titik_waktu(indikator, tuple(konteks.pengukuran(indikator).values()))
        if not slots:
            continue
        svg = str(tren(slots, indikator.definisi.satuan).svg)
        assert svg == str(tren(slots, indikator.definisi.satuan).svg)
        assert len(svg) < 6000
        bare = re.sub(r"var\(--[a-z-]+,#[0-9a-f]{6}\)", "", svg)
        assert not re.search(r"#[0-9a-f]{6}", bare), "a colour that ignores the theme"
        sizes = {float(size) for size in re.findall(r"font-size:([\d.]+)px", svg)}
        assert min(sizes) >= 13


def test_an_indicator_without_numbers_has_no_chart(konteks: Konteks) -> None:
    without = [
        indikator.id
        for indikator in konteks.laporan.semua_indikator()
        if not titik_waktu(indikator, tuple(konteks.pengukuran(indikator).values()))
    ]
    assert len(without) == 11, "those without targets"


def test_a_spark_line_says_in_words_what_it_shows(tulis: Tulis) -> None:
    indikator = satu_indikator(tulis, "target: {2021: 1, 2022: 2}", t2021="x: {realisasi: 2}")
    ukuran = [ukur(indikator, tahun, DASAR) for tahun in indikator.tahun]
    satu = percik(titik_waktu(indikator, ukuran), "Target 2021 1; 2022 2", "a")
    assert ElementTree.fromstring(satu.svg).findtext("desc") == "Target 2021 1; 2022 2"


def test_the_settings_of_the_machine_do_not_matter(tulis: Tulis) -> None:
    fields = "arah: naik\ntarget: {2021: 80, 2022: {bawah: 81, atas: 90}, 2023: 70}"
    usual = gambar(tulis, fields, t2021="x: {realisasi: 85}", t2022="x: {realisasi: 80}")
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
        assert (
            gambar(tulis, fields, t2021="x: {realisasi: 85}", t2022="x: {realisasi: 80}") == usual
        )
    assert "stroke-dasharray:6,4" in usual.svg


def test_no_value_stands_on_another_and_the_newest_result_always_stands(konteks: Konteks) -> None:
    contoh = load_laporan(CONTOH).laporan
    assert contoh
    for satu in (konteks, buat_konteks(contoh, acuan=ACUAN)):
        for indikator in satu.laporan.semua_indikator():
            ukuran = tuple(satu.pengukuran(indikator).values())
            slots = titik_waktu(indikator, ukuran)
            if not slots:
                continue
            drawn = tren(slots, indikator.definisi.satuan)
            boxes = []
            for group in ElementTree.fromstring(drawn.svg).iter("g"):
                for node in group.iter("text"):
                    words, bold = node.text or "", "font-weight:700" in group.attrib["style"]
                    half = text_width(words, Huruf.TEBAL if bold else Huruf.NILAI) / 2
                    x, y = float(node.attrib["x"]), float(node.attrib["y"])
                    if "text-anchor:middle" in group.attrib["style"]:
                        boxes.append((words, x - half, y - 10, x + half, y))
            for i, (kata_satu, *a) in enumerate(boxes):
                for kata_lain, *b in boxes[:i]:
                    apart = a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]
                    assert apart, (indikator.kunci, kata_satu, kata_lain)
            results = [slot.realisasi for slot in slots if slot.realisasi is not None]
            if results:
                words = [words.removesuffix("%") for words, *_ in boxes]
                assert angka(results[-1]) in words, indikator.kunci
