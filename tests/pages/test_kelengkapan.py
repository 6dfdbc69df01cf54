"""Who has reported what; only one who publishes here can be late, and only by a known date."""

import posixpath
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.pages import kelengkapan_pages, pemda_page
from iku_terbuka.pages.kelengkapan import (
    YearSquare,
    kelengkapan_folder,
    kelengkapan_part,
    units_with_indicators,
    year_square,
)
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku
from tests.html_tree import parse_page

TARGET = "        target: {2023: 1, 2024: 2, 2025: 3}\n"
TWO = "".join(f"      - id: {name}\n        nama: {name}\n{TARGET}" for name in ("satu", "dua"))
SOURCE = "sumber: {judul: LKjIP}"


def laporan(write: Write, pemda: str = PEMDA) -> Laporan:
    loaded = load_laporan(
        write(
            {
                "kabupaten-contoh/pemda.yaml": pemda,
                "kabupaten-contoh/dinas-contoh/iku.yaml": iku(TWO, "{awal: 2023, akhir: 2025}"),
                "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                    f"tahun: 2024\ncapaian:\n  satu: {{realisasi: 2, {SOURCE}}}\n"
                    f"  dua: {{realisasi: 2, {SOURCE}}}\n"
                ),
                "kabupaten-contoh/dinas-contoh/capaian/2025.yaml": (
                    f"tahun: 2025\ncapaian:\n  satu: {{realisasi: 0, {SOURCE}}}\n"
                ),
            }
        )
    )
    assert loaded.laporan is not None
    return loaded.laporan


def table_rows(context: Context) -> list[str]:
    tree = parse_page(kelengkapan_part(context))
    return [tr.text for tr in tree.find_all("tr") if not list(tr.find_all("th"))[1:]]


OFFICIAL = PEMDA + "resmi: true\n"


@pytest.mark.parametrize(
    ("acuan", "ending"),
    [
        (date(2026, 2, 28), "28 Februari 2026 belum jatuh tempo"),
        (date(2026, 3, 10), "28 Februari 2026 terlambat 10 hari"),
    ],
)
def test_a_pemda_of_its_own_can_be_late(write: Write, acuan: date, ending: str) -> None:
    (row,) = table_rows(build_context(laporan(write, OFFICIAL), acuan=acuan))
    assert row.split() == f"Dinas Contoh 0/2 2/2 1/2 {ending}".split()


def test_a_year_that_is_not_over_is_not_asked_for(write: Write) -> None:
    (row,) = table_rows(build_context(laporan(write, OFFICIAL), acuan=date(2025, 7, 1)))
    assert row.split() == ["Dinas", "Contoh", "0/2", "2/2", "28", "Februari", "2025", "lengkap"]


@pytest.mark.parametrize(
    ("dokumen", "fields", "said"),
    [
        ("dokumen: {judul: IKU}", "", "Dokumennya tidak menyebut target per tahun"),
        ("dokumen: {judul: LKjIP, sebagian: true}", "", "Belum ada target per tahun yang dimuat"),
        ("tugas: Contoh", "", "Belum ada target per tahun yang dimuat"),
        ("dokumen: {judul: IKU}", 'nilai_tercetak: ["1"]', "Belum ada target per tahun yang"),
        ("dokumen: {judul: IKU}", "target: {2090: 1}", "Belum ada target tahunan yang tahunnya"),
    ],
)
def test_why_no_year_can_be_checked(write: Write, dokumen: str, fields: str, said: str) -> None:
    text = (
        f"instansi: Dinas Contoh\n{dokumen}\nsasaran:\n  - nama: Sasaran contoh\n"
        f"    indikator:\n      - id: x\n        nama: Indikator contoh\n        {fields}\n"
    )
    files = {"kabupaten-contoh/pemda.yaml": PEMDA, "kabupaten-contoh/dinas-contoh/iku.yaml": text}
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    assert said in kelengkapan_part(build_context(laporan, acuan=date(2026, 11, 21)))


@pytest.mark.parametrize("acuan", [None, date(2026, 3, 10)])
def test_a_copy_is_never_late(write: Write, acuan: date | None) -> None:
    (row,) = table_rows(build_context(laporan(write), acuan=acuan))
    assert "terlambat" not in row
    assert "jatuh tempo" not in row


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", "Data daerah ini salinan dari dokumen publik."),
        ("contoh: true\n", "Data contoh; keterlambatan tidak dihitung."),
        ("resmi: true\n", ""),
    ],
)
def test_why_nobody_is_late_is_said_as_it_is(write: Write, extra: str, expected: str) -> None:
    context = build_context(laporan(write, PEMDA + extra), acuan=date(2026, 3, 10))
    notes = [
        one.text
        for one in parse_page(kelengkapan_part(context)).with_class("iku-kecil")
        if "keterlambatan" in one.text
    ]
    assert len(notes) == bool(expected)
    assert all(note.startswith(expected) for note in notes)


def test_many_instansi_become_one_row_for_each_pemda_and_pages_of_their_own(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(kelengkapan_pages(context)) == []
    whole = table_rows(context)
    for module in ("kelengkapan", "paging"):
        monkeypatch.setattr(f"iku_terbuka.pages.{module}.MAX_ROWS", 3)
    filled = [
        one
        for one in context.laporan.pemda
        if any(indikator.tahun for indikator in one.instansi.all_indikator())
    ]
    assert len(table_rows(context)) < len(whole)
    pages = {plan.path: parse_page(plan.make().html) for plan in kelengkapan_pages(context)}
    told = [page for page in pages.values() if "yang dapat diperiksa" in page.text]
    names: list[str] = []
    for pemda in filled:
        paths = [path for path in pages if f"/{pemda.id}/" in path]
        assert paths[0] == f"{kelengkapan_folder(pemda)}/index.html"
        assert len(paths) == -(-len(units_with_indicators(pemda.instansi)) // 3)
        for path in paths:
            page = pages.pop(path)
            rows = [th for th in page.find_all("th") if th.attributes["scope"] == "row"]
            names += [next(th.find_all("a")).text for th in rows]
            assert len(rows) <= 3
            links = [
                a.attributes["href"]
                for nav in page.with_class("iku-tindak")
                for a in nav.find_all("a")
            ]
            others = [posixpath.normpath(f"{path}/../{link}") for link in links]
            assert others == [other for other in paths if other != path]
    assert names == [unit.nama for one in filled for unit in units_with_indicators(one.instansi)]
    assert list(pages.values()) == told, "a Pemda without years says so on one page"


# One square, one meaning: what is not measured is missing on no page.


RESULTS = {
    "ada": f"realisasi: 2, {SOURCE}",
    "meleset": f"realisasi: 0, {SOURCE}",
    "tidak_diukur": "keadaan: tidak_diukur",
    "tidak_berlaku": "keadaan: tidak_berlaku",
    "belum": "keadaan: belum_dilaporkan",
}


def site(write: Write, *keadaan: str) -> Context:
    """Return the site of a Pemda whose indicators stood so in 2024."""
    item = "      - id: {0}\n        nama: {0}\n        arah: naik\n        target: {{2024: 1}}\n"
    rows = "".join(f"  i{n}: {{{RESULTS[one]}}}\n" for n, one in enumerate(keadaan))
    loaded = load_laporan(
        write(
            {
                "kabupaten-contoh/pemda.yaml": PEMDA + "resmi: true\n",
                "kabupaten-contoh/dinas-contoh/iku.yaml": iku(
                    "".join(item.format(f"i{n}") for n in range(len(keadaan))),
                    "{awal: 2024, akhir: 2024}",
                ),
                "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": f"tahun: 2024\ncapaian:\n{rows}",
            }
        )
    )
    assert loaded.laporan is not None, loaded.problems
    return build_context(loaded.laporan, acuan=ACUAN)


@pytest.mark.parametrize(
    ("keadaan", "style", "word", "missed"),
    [
        (["ada", "meleset"], "h3", "2/2", 1),
        (["ada", "tidak_diukur"], "h3", "1/1", 0),
        (["belum", "tidak_diukur"], "h0", "0/1", 0),
        (["ada", "belum", "tidak_berlaku"], "h2", "1/2", 0),
        (["ada", "belum", "belum"], "h1", "1/3", 0),
        (["tidak_diukur", "tidak_berlaku"], "td", "Tidak diukur", 0),
        (["tidak_berlaku"], "nb", "Tidak berlaku", 0),
    ],
)
def test_a_square(write: Write, keadaan: list[str], style: str, word: str, missed: int) -> None:
    context = site(write, *keadaan)
    one = year_square(context, context.laporan.all_indikator(), 2024)
    assert (one.style, one.text, one.missed) == (style, word, missed)


def squares(text: str) -> list[str]:
    """Return the kinds of the squares in the rows, not of those in the key."""
    return [
        one.attributes["class"].split()[-1]
        for td in parse_page(text).find_all("td")
        for one in td.with_class("sel")
    ]


@pytest.mark.parametrize("keadaan", list(product(["ada", "belum", "tidak_diukur"], repeat=2)))
def test_both_pages_say_the_same(write: Write, keadaan: tuple[str, ...]) -> None:
    context = site(write, *keadaan)
    overview = kelengkapan_part(context)
    page_of_pemda = pemda_page(context, context.laporan.pemda[0]).html
    (style,) = squares(overview)
    assert squares(page_of_pemda) == [style]
    assert (style == "h3") is (">lengkap<" in overview)
    assert ("terlambat" in overview) is ("belum" in keadaan)


def all_squares(context: Context) -> Iterator[tuple[YearSquare, list[Any]]]:
    for instansi in context.all_instansi():
        for tahun in instansi.tahun:
            states = [
                measurement.status
                for one in instansi.indikator
                if (measurement := context.pengukuran(one).get(tahun))
            ]
            yield year_square(context, instansi.indikator, tahun), states


def test_complete_means_that_nothing_is_missing_anywhere() -> None:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    seen = set()
    for one, states in all_squares(build_context(laporan, acuan=ACUAN)):
        waits = {Status.BELUM_DILAPORKAN, Status.BELUM_WAKTUNYA} & set(states)
        assert one.complete is not bool(waits) or one.style in {"bw", "bj"}
        seen.add((one.complete, Status.TIDAK_DIUKUR in states))
    assert (True, True) in seen, "a year that is complete although something was not measured"
