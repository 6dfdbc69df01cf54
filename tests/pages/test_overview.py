"""The counts say what they count, on every page and card alike."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from iku_terbuka.capaian import Status, StatusCounts
from iku_terbuka.charts import ShareCard
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import instansi_card, instansi_page, pemda_page
from iku_terbuka.pages.kelengkapan import year_square
from iku_terbuka.pages.overview import (
    bar_segments,
    count_figures,
    count_statuses,
    counted,
    counts_in_words,
    judged_years,
    newest_year,
)
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku, muat
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-contoh/dinas-kesehatan"


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def instansi_html(context: Context, instansi: str) -> Element:
    return parse_page(instansi_page(context, context.instansi[instansi]).html)


def test_an_instansi_that_owes_its_newest_year_says_so_above_the_table(contoh: Context) -> None:
    page = instansi_html(contoh, DINAS)
    figures = page.with_class("iku-angka")[0].text
    assert "Belum pernah dilaporkan 0 dari 7" in figures
    assert "yang dapat dinilai, tahun 2024–2025" in figures
    (sentence,) = (
        one.text for one in page.with_class("iku-kecil") if one.text.startswith("Untuk 2025 saja")
    )
    assert sentence.endswith("belum dilaporkan.")


def test_the_card_says_the_same(contoh: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[ShareCard] = []

    def draw(card: ShareCard) -> bytes:
        drawn.append(card)
        return b""

    monkeypatch.setattr("iku_terbuka.charts.card_picture.card_picture", draw)
    instansi_card(contoh, contoh.instansi[DINAS]).make()
    instansi_card(contoh, replace(contoh.instansi[DINAS], indikator=())).make()
    owes, empty = drawn
    assert [one.words for one in owes.figures][-1] == "Belum pernah dilaporkan"
    assert owes.note.startswith("Untuk 2025 saja: ")
    assert owes.note.rstrip(".") in instansi_html(contoh, DINAS).text.replace(
        ", tahun terbaru yang ada hasilnya", ""
    )
    assert empty.note == ""


def test_the_sentence_on_a_year_counts_as_the_map_does(contoh: Context) -> None:
    pemda = contoh.laporan.pemda[0]
    indicators = tuple(pemda.instansi.all_indikator())
    today = counted(indicators)
    newest, words = newest_year(contoh, today, count_statuses(contoh, today))
    years = [contoh.own_pengukuran(one).get(newest) for one in indicators]
    for kind in (Status.TIDAK_DIUKUR, Status.DIGANTIKAN):
        assert any(year and year.status is kind for year in years)
    square = year_square(contoh, indicators, newest)
    assert words.startswith(
        f"{square.reported} dari {square.wanted} indikator sudah ada hasilnya, "
    )
    assert f", {square.wanted - square.reported} belum dilaporkan, " in words


def test_where_nothing_is_promised_nothing_is_missing() -> None:
    promised, kept = count_figures(StatusCounts(Counter(), Counter()), "")
    assert promised.text == "0"
    assert kept.text == "Belum diketahui"


def test_what_is_promised_and_missing_is_counted(context: Context) -> None:
    counts = count_statuses(context, context.laporan.all_indikator())
    missing = counts.status[Status.BELUM_DILAPORKAN]
    assert missing
    figures = count_figures(counts, "")
    assert (figures[2].text, figures[2].of) == (str(missing), f"dari {counts.total}")


def sums(*counts: tuple[Status, int], sementara: int = 0) -> StatusCounts:
    return StatusCounts(Counter(dict(counts)), Counter(), sementara)


def test_targets_reached_are_told_of_those_that_could_be_judged() -> None:
    counts = sums(
        (Status.MELAMPAUI, 2),
        (Status.TERCAPAI, 3),
        (Status.BELUM_TERCAPAI, 4),
        (Status.TIDAK_DAPAT_DIHITUNG, 5),
        (Status.BELUM_DILAPORKAN, 6),
        (Status.BERJALAN, 7),
    )
    all_of_them, reached, missing = count_figures(counts, "dalam dua jenjang", [2024, 2022, 2024])
    assert (all_of_them.text, all_of_them.note) == ("27", "dalam dua jenjang")
    assert (reached.text, reached.of) == ("5", "dari 9")
    assert reached.note == "yang dapat dinilai, tahun 2022–2024"
    assert (missing.text, missing.of) == ("6", "dari 27")
    assert missing.note == "Belum dimuat di sini; tidak dihitung sebagai nol"


@pytest.mark.parametrize(
    ("years", "note"),
    [
        ((), "yang dapat dinilai"),
        ((2024, 2024), "yang dapat dinilai, tahun 2024"),
        ((2024, 2023), "yang dapat dinilai, tahun 2023–2024"),
    ],
)
def test_the_years_of_the_results_are_named(years: tuple[int, ...], note: str) -> None:
    assert count_figures(sums((Status.TERCAPAI, 1)), "", years)[1].note == note


def test_results_that_may_change_are_counted_beside_them() -> None:
    counts = sums((Status.TERCAPAI, 3), sementara=2)
    assert count_figures(counts, "", [2024])[1].note == (
        "yang dapat dinilai, tahun 2024; 2 angka sementara"
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (Status.TIDAK_DAPAT_DIHITUNG, "Hasilnya ada, tetapi tidak dapat dinilai"),
        (Status.BERJALAN, "Angkanya masih sementara"),
        (Status.BELUM_DILAPORKAN, "Belum ada hasil untuk dinilai"),
        (Status.BELUM_WAKTUNYA, "Belum ada hasil untuk dinilai"),
    ],
)
def test_where_nothing_could_be_judged_the_reason_stands_there(status: Status, why: str) -> None:
    reached = count_figures(sums((status, 3)), "", [2024])[1]
    assert (reached.text, reached.of, reached.note) == ("Belum diketahui", "", why)


def test_a_bar_has_a_piece_for_each_status_that_occurs_in_their_order() -> None:
    counts = sums((Status.BELUM_DILAPORKAN, 2), (Status.TERCAPAI, 1234), (Status.MELAMPAUI, 0))
    segments = bar_segments(counts)
    assert [(segment.status, segment.count) for segment in segments] == [
        (Status.TERCAPAI, 1234),
        (Status.BELUM_DILAPORKAN, 2),
    ]
    assert [segment.text for segment in segments] == ["1.234 tercapai", "2 belum dilaporkan"]
    order = list(Status)
    everything = bar_segments(sums(*((status, 1) for status in reversed(order))))
    assert [segment.status for segment in everything] == order


ROWS = "".join(
    f"      - {{id: {name}, nama: {name}, arah: naik, rumus_capaian: naik, "
    "target: {2022: 10, 2023: 10}}\n"
    for name in "abcd"
)


def results(**numbers: object) -> str:
    """Return the lines of a year's file: ``a=10`` is a result, ``a="…"`` a keadaan."""
    return "\n  ".join(
        f"{name}: {{keadaan: {value}}}"
        if isinstance(value, str)
        else f"{name}: {{realisasi: {value}, sumber: {{judul: LKjIP}}}}"
        for name, value in numbers.items()
    )


def newest(write: Write, acuan: date = date(2024, 6, 1), **capaian: str) -> tuple[int, str]:
    context = build_context(muat(write, ROWS, **capaian), acuan=acuan)
    indicators = tuple(context.laporan.all_indikator())
    return newest_year(context, indicators, count_statuses(context, indicators))


def test_an_indicator_counts_once_by_its_newest_result(write: Write) -> None:
    laporan = muat(write, ROWS, t2022=results(a=10, b=9, c=9), t2023=results(b=10))
    counts = count_statuses(build_context(laporan, acuan=date(2024, 6, 1)), laporan.all_indikator())
    assert counts.total == 4
    assert +counts.status == Counter(
        {Status.TERCAPAI: 2, Status.BELUM_TERCAPAI: 1, Status.BELUM_DILAPORKAN: 1}
    )
    assert counts_in_words(counts) == "2 tercapai · 1 belum tercapai · 1 belum dilaporkan"


def test_the_newest_year_is_told_in_all_that_it_holds(write: Write) -> None:
    everything = results(a=10, b=10, c=10, d=10)
    assert newest(write, t2022=everything, t2023=results(a=11, b=9)) == (
        2023,
        "2 dari 4 indikator sudah ada hasilnya, 1 tercapai, 2 belum dilaporkan",
    )
    # What was not measured is not wanted, and what does not apply is not there.
    few = results(a=11, b="tidak_diukur", c="tidak_berlaku", d="belum_dilaporkan")
    assert newest(write, t2022=everything, t2023=few) == (
        2023,
        "1 dari 2 indikator sudah ada hasilnya, 1 tercapai, 1 belum dilaporkan",
    )


def test_the_newest_year_is_no_news_where_it_is_what_counts(write: Write) -> None:
    assert newest(write, t2023=results(a=10, b=9)) == (2023, "")
    assert newest(write) == (0, "")


def test_the_figures_say_of_which_years_the_results_are(write: Write) -> None:
    laporan = muat(write, ROWS, t2022=results(a=10, b=9), t2023=results(b=10))
    context = build_context(laporan, acuan=date(2024, 6, 1))
    assert sorted(judged_years(context, laporan.all_indikator())) == [2022, 2023]
    # A result without a target was not judged, so its year is not one of them.
    unjudged = muat(write, ROWS, t2021=results(a=10), t2022=results(b=9))
    context = build_context(unjudged, acuan=date(2024, 6, 1))
    assert judged_years(context, unjudged.all_indikator()) == [2022]


def test_figures_of_the_newest_year_that_may_change_are_counted(write: Write) -> None:
    rows = ROWS + "      - {id: e, nama: e, arah: naik}\n"
    drafts = "tahun: 2023\nstatus: sementara\ncapaian:\n  " + results(a=10, b=9, e=1) + "\n"
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku(rows),
        "kabupaten-contoh/dinas-contoh/capaian/2022.yaml": (
            "tahun: 2022\nstatus: final\ncapaian:\n  " + results(c=10) + "\n"
        ),
        "kabupaten-contoh/dinas-contoh/capaian/2023.yaml": drafts,
    }
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    context = build_context(laporan, acuan=date(2024, 6, 1))
    indicators = tuple(laporan.all_indikator())
    _, words = newest_year(context, indicators, count_statuses(context, indicators))
    # The third result has no target, so that nothing of it could change.
    assert words.startswith("3 dari 5 indikator sudah ada hasilnya, 1 tercapai, ")
    assert words.endswith(", 2 angka sementara")


def test_why_results_have_no_verdict_is_said_on_every_overview(write: Write) -> None:
    rows = "".join(f"      - {{id: {name}, nama: {name}, target: {{2023: 1}}}}\n" for name in "ab")
    laporan = muat(write, rows, t2023=results(a=2, b=3))
    context = build_context(laporan, acuan=date(2024, 6, 1))
    said = "2 dari 2 hasil tidak dapat dinilai: arah belum ditetapkan."
    assert said in instansi_html(context, "kabupaten-contoh/dinas-contoh").text
    assert said in parse_page(pemda_page(context, laporan.pemda[0]).html).text
