"""The large figures of one indicator: what they say, and what stands there without a number."""

from datetime import date

import pytest

from iku_terbuka.context import build_context
from iku_terbuka.pages import indikator_page
from tests.fictional import Write, muat
from tests.html_tree import parse_page


def result(realisasi: object) -> str:
    """Return the line of a year's file with one result."""
    return f"x: {{realisasi: {realisasi}, sumber: {{judul: LKjIP}}}}"


def figures(write: Write, keys: str, acuan: date = date(2025, 6, 1), **capaian: str) -> list[str]:
    """Return the large figures of an indicator, each as its label, its words and its note."""
    laporan = muat(write, f"      - {{id: x, nama: x, {keys}}}\n", **capaian)
    context = build_context(laporan, acuan=acuan)
    (indikator,) = laporan.all_indikator()
    page = parse_page(indikator_page(context, indikator).html)
    return [
        tile.text.replace("\xa0", " ") for tile in page.with_class("iku-angka")[0].find_all("div")
    ]


def test_a_result_is_shown_with_its_target_and_capaian(write: Write) -> None:
    keys = "satuan: orang, arah: naik, rumus_capaian: naik, target: {2023: 10, 2024: 20, 2025: 30}"
    assert figures(write, keys, t2023=result(10), t2024=result(15)) == [
        "Realisasi 2024 15 orang",
        "Target 2024 20 orang",
        "Capaian 2024 75,00% Belum tercapai",
    ]


@pytest.mark.parametrize(
    ("keys", "result", "last"),
    [
        (
            "satuan: persen, arah: naik, rumus_capaian: naik, target: {2024: 50}",
            "75",
            ["Realisasi 2024 75%", "Target 2024 50%", "Capaian 2024 150,00% Melampaui target"],
        ),
        (
            "rumus_capaian: status, target: {2024: {predikat: WTP}}",
            "{predikat: WTP}",
            [
                "Realisasi 2024 WTP",
                "Target 2024 WTP",
                "Capaian 2024 Tercapai Target ini hanya tercapai atau tidak",
            ],
        ),
        (
            "satuan: persen",
            "75",
            [
                "Realisasi 2024 75%",
                "Target 2024 Belum dimuat",
                "Capaian 2024 Tidak dapat dihitung "
                "Tanpa persentase: target tahun itu tidak disebut",
            ],
        ),
        (
            "satuan: indeks, target: {2024: 70}",
            "{nilai: 71, predikat: BB}",
            [
                "Realisasi 2024 71 BB",
                "Target 2024 70",
                "Capaian 2024 Tidak dapat dihitung Tanpa persentase: arah belum ditetapkan",
            ],
        ),
        (
            "satuan: persen, arah: rentang, rumus_capaian: rentang, "
            "target: {2024: {bawah: 1, atas: 3}}",
            "4",
            [
                "Realisasi 2024 4%",
                "Target 2024 1–3%",
                "Capaian 2024 Belum tercapai 1 poin persen di atas rentang target",
            ],
        ),
        (
            "arah: naik, rumus_capaian: naik, target: {2024: {nilai: 5, catatan: Ragu.}}",
            "5",
            ["Realisasi 2024 5", "Target 2024 5 Lihat catatan", "Capaian 2024 100,00% Tercapai"],
        ),
    ],
)
def test_what_the_figures_say_beside_their_number(
    write: Write, keys: str, result: str, last: list[str]
) -> None:
    assert figures(write, keys, t2024=f"x: {{realisasi: {result}}}") == last


@pytest.mark.parametrize(
    ("value", "wide"),
    [
        ("{nilai: 1234567}", False),
        ("{nilai: 12345678901}", True),
        ("{predikat: WTP}", False),
        ("{predikat: Sangat Baik}", True),
    ],
)
def test_a_figure_that_is_wider_than_half_a_phone_gets_the_whole_line(
    write: Write, value: str, wide: bool
) -> None:
    rows = f"      - {{id: x, nama: x, target: {{2024: {value}}}}}\n"
    laporan = muat(write, rows, t2024=f"x: {{realisasi: {value}}}")
    context = build_context(laporan, acuan=date(2025, 6, 1))
    (indikator,) = laporan.all_indikator()
    (tiles, *_) = parse_page(indikator_page(context, indikator).html).with_class("iku-angka")
    assert len(tiles.with_class("panjang")) == 2 * wide


def test_without_a_result_the_targets_are_shown_and_why_there_is_none(write: Write) -> None:
    keys = "satuan: orang, target: {2024: 20, 2025: 30, 2026: 40}"
    assert figures(write, keys) == [
        "Realisasi 2024 Belum dilaporkan Belum ada dokumen hasil yang dimuat di sini",
        "Target 2024 20 orang",
        "Target 2026 40 orang",
    ]
    assert figures(write, "satuan: orang, target: {2026: 40}") == [
        "Realisasi 2026 Belum waktunya Tahunnya belum selesai",
        "Target 2026 40 orang",
    ]


def test_the_end_of_the_period_is_shown_with_its_start(write: Write) -> None:
    keys = "satuan: orang, kondisi_awal: 5, target: {2024: 20, 2026: 40}, target_akhir: 60"
    assert figures(write, keys)[2:] == ["Target akhir periode 60 orang Dari kondisi awal 5 orang"]
