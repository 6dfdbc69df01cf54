"""A school year: 2025 is 2025/2026, runs until June 2026, and is due after that."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from iku_terbuka.capaian import Status, report_due
from iku_terbuka.check import check
from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import compare
from iku_terbuka.formulir.form import build_form
from iku_terbuka.history import Commit, History, NumberChange, NumberKind
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.model.skeleton import capaian_skeleton
from iku_terbuka.model.tahun import TahunAjaran
from iku_terbuka.opendata import capaian_csv, downloads
from iku_terbuka.pages import indikator_page, instansi_page, tahun_pages
from iku_terbuka.pages.cari import search_index
from iku_terbuka.pages.kelengkapan import kelengkapan_part, year_square
from iku_terbuka.wording import changed_number, counted_change, day_text
from tests.diff.sides import shown_lines
from tests.fictional import PEMDA, Write
from tests.html_tree import parse_page
from tests.publish.test_fingerprint import state

DINAS = "kabupaten-contoh/dinas-contoh"
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2024, akhir: 2026}
dokumen: {judul: Renstra}
sasaran:
  - nama: Meningkatnya mutu pendidikan
    indikator:
      - id: putus-sekolah
        nama: Angka putus sekolah
        satuan: persen
        arah: turun
        tahun_ajaran: true
        target: {2024: 1.5, 2025: 1.2, 2026: 1.0}
        penanggung_jawab: Dinas Contoh
      - id: guru
        nama: Guru bersertifikat
        satuan: persen
        arah: naik
        target: {2024: 70, 2025: 75, 2026: 80}
        penanggung_jawab: Dinas Contoh
"""
HASIL = """\
tahun: {}
capaian:
  putus-sekolah: {{realisasi: 1.4, sumber: {{judul: Profil Pendidikan}}}}
  guru: {{realisasi: 72, sumber: {{judul: LKjIP}}}}
"""
FILES = {
    "kabupaten-contoh/pemda.yaml": f"{PEMDA}resmi: true\n",
    f"{DINAS}/iku.yaml": IKU,
    f"{DINAS}/capaian/2024.yaml": HASIL.format(2024),
}


def site(
    write: Write, acuan: date | None, *years: int, more: Mapping[str, str] = MappingProxyType({})
) -> Context:
    results = {f"{DINAS}/capaian/{year}.yaml": HASIL.format(year) for year in years}
    loaded = load_laporan(write(FILES | results | more))
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return build_context(loaded.laporan, acuan=acuan)


def statuses(context: Context, tahun: int) -> list[Status]:
    return [context.pengukuran(one)[tahun].status for one in context.laporan.all_indikator()]


@pytest.mark.parametrize(
    ("acuan", "expected"),
    [
        (date(2025, 12, 31), [Status.BELUM_WAKTUNYA, Status.BELUM_WAKTUNYA]),
        (date(2026, 1, 1), [Status.BELUM_WAKTUNYA, Status.BELUM_DILAPORKAN]),
        (date(2026, 6, 30), [Status.BELUM_WAKTUNYA, Status.BELUM_DILAPORKAN]),
        (date(2026, 7, 1), [Status.BELUM_DILAPORKAN, Status.BELUM_DILAPORKAN]),
        (None, [Status.BELUM_DILAPORKAN, Status.BELUM_DILAPORKAN]),
    ],
)
def test_it_runs_until_the_end_of_june(
    write: Write, acuan: date | None, expected: list[Status]
) -> None:
    assert statuses(site(write, acuan), 2025) == expected


def test_a_figure_without_a_status_is_provisional_while_it_runs(write: Write) -> None:
    assert statuses(site(write, date(2026, 3, 1), 2025), 2025) == [
        Status.BERJALAN,
        Status.BELUM_TERCAPAI,
    ]
    assert statuses(site(write, date(2026, 7, 1), 2025), 2025) == [
        Status.BELUM_TERCAPAI,
        Status.BELUM_TERCAPAI,
    ]


@pytest.mark.parametrize(
    ("unit", "calendar", "school"),
    [
        ("kabupaten-contoh", date(2026, 3, 31), date(2026, 9, 30)),
        (DINAS, date(2026, 2, 28), date(2026, 8, 31)),
        (f"{DINAS}/bidang", None, None),
    ],
)
def test_its_report_is_due_as_long_after_its_own_end(
    unit: str, calendar: date | None, school: date | None
) -> None:
    instansi = Instansi(unit, "Contoh")
    assert report_due(instansi, 2025) == calendar
    assert report_due(instansi, TahunAjaran(2025)) == school


GURU = "  guru: {realisasi: 72, sumber: {judul: LKjIP}}"
NOT_YET = {f"{DINAS}/capaian/2025.yaml": f"tahun: 2025\ncapaian:\n{GURU}\n"}


def late(write: Write, acuan: date, more: Mapping[str, str]) -> list[str]:
    found = check(load_laporan(write(FILES | more)), acuan)
    return [problem.message for problem in found if problem.code == "hasil-terlambat"]


@pytest.mark.parametrize(
    ("acuan", "said"),
    [
        (date(2026, 2, 28), []),
        (date(2026, 3, 1), ["2025: 1 dari 1 indikator belum dilaporkan, terlambat 1 hari."]),
        (date(2026, 6, 30), ["2025: 1 dari 1 indikator belum dilaporkan, terlambat 122 hari."]),
        (date(2026, 8, 31), ["2025: 1 dari 1 indikator belum dilaporkan, terlambat 184 hari."]),
        (
            date(2026, 9, 1),
            [
                "2025/2026: 1 dari 1 indikator belum dilaporkan, terlambat 1 hari.",
                "2025: 1 dari 1 indikator belum dilaporkan, terlambat 185 hari.",
            ],
        ),
    ],
)
def test_nobody_is_late_before_its_own_day(write: Write, acuan: date, said: list[str]) -> None:
    assert late(write, acuan, {}) == [f"Hasil {words}" for words in said]
    only_school = [words for words in said if words.startswith("2025/2026")]
    assert late(write, acuan, NOT_YET) == [f"Hasil {words}" for words in only_school]


@pytest.mark.parametrize(
    ("acuan", "square", "deadline"),
    [
        (date(2026, 2, 28), "1/1", "28 Februari 2026 lengkap"),
        (date(2026, 6, 30), "1/1", "28 Februari 2026 lengkap"),
        (date(2026, 7, 1), "1/2", "31 Agustus 2026 belum jatuh tempo"),
        (date(2026, 8, 31), "1/2", "31 Agustus 2026 belum jatuh tempo"),
        (date(2026, 9, 1), "1/2", "31 Agustus 2026 terlambat 1 hari"),
    ],
)
def test_completeness_waits_for_it(write: Write, acuan: date, square: str, deadline: str) -> None:
    context = site(write, acuan, more=NOT_YET)
    assert year_square(context, context.instansi[DINAS].indikator, 2025).text == square
    table = parse_page(kelengkapan_part(context))
    assert deadline in " ".join(table.text.split())


def test_an_instansi_of_school_years_alone_owes_nothing_while_they_run(write: Write) -> None:
    start = IKU.index("      - id: guru")
    only = {
        f"{DINAS}/iku.yaml": IKU[:start],
        f"{DINAS}/capaian/2024.yaml": "tahun: 2024\ncapaian: {}\n",
    }
    for day, square in (
        (date(2026, 6, 30), "Belum waktunya"),
        (date(2026, 7, 1), "0/1"),
    ):
        context = site(write, day, more=only)
        assert year_square(context, context.instansi[DINAS].indikator, 2025).text == square


def test_every_year_on_its_page_is_a_school_year(write: Write) -> None:
    context = site(write, date(2026, 9, 1), 2025)
    indikator, other = context.laporan.all_indikator()
    html = indikator_page(context, indikator).html
    page = parse_page(html)
    assert "Angka putus sekolah tahun 2025/2026: 1,4%" in page.text
    assert "Tahunnya tahun ajaran, dari Juli sampai Juni tahun berikutnya." in page.text
    # Parts of titles, dates and addresses are no years of the indicator.
    told = re.sub(r"Periode 2024–2026|Data per .*? 2026|\(\d{4}\)|\d{4}/\d{4}", "", page.text)
    assert "tanpa persentase: rumus" in told
    assert re.findall(r"\b20(?:24|25|26|27)\b", told) == []
    assert "2025/2026" not in parse_page(indikator_page(context, other).html).text


def test_a_later_decree_may_count_otherwise(write: Write) -> None:
    """Each year is named as the decree counts it by which it is read."""
    periods = (
        (2022, "{awal: 2022, akhir: 2024}", "{2023: 1.7, 2024: 1.5}", ""),
        (2025, "{awal: 2025, akhir: 2029}", "{2025: 1.2}", "        tahun_ajaran: true\n"),
    )
    decrees = {
        f"kabupaten-contoh/dinas-lain/iku/{since}.yaml": (
            f"instansi: Dinas Lain\nperiode: {periode}\nsasaran:\n  - nama: Mutu\n"
            "    indikator:\n      - id: putus-sekolah\n        nama: Angka putus sekolah\n"
            f"        satuan: persen\n        arah: turun\n{key}        target: {target}\n"
        )
        for since, periode, target, key in periods
    }
    context = site(write, date(2026, 9, 1), more=decrees)
    *_, indikator = context.laporan.all_indikator()
    assert [str(year.tahun) for year in context.pengukuran(indikator).values()] == [
        "2023",
        "2024",
        "2025/2026",
    ]
    page = parse_page(indikator_page(context, indikator).html).text
    assert "2025/2026: tahun ajaran, dari Juli sampai Juni tahun berikutnya." in page
    assert "Realisasi 2023–2025/2026 belum dilaporkan" in page


def test_lists_and_tables_tell_them_apart(write: Write) -> None:
    context = site(write, date(2026, 9, 1), 2025)
    dinas = context.instansi[DINAS]
    listed = parse_page(instansi_page(context, dinas).html)
    cells = [td.text for td in listed.find_all("td") if td.attributes.get("data-l") == "Tahun"]
    assert cells == ["2025/2026", "2025"]
    (plan,) = tahun_pages(context, dinas, 2025)
    assert "tahun ajaran 2025/2026" in parse_page(plan.make().html).text
    form = build_form(dinas, 2025, {})
    assert [row.remark for row in form.rows] == ["Tahun ajaran 2025/2026.", ""]
    assert "Target 2025/2026: 1.2" in capaian_skeleton(dinas, 2025)


def test_the_data_count_years_and_name_them(write: Write) -> None:
    rows = list(csv.DictReader(io.StringIO(capaian_csv(site(write, None)).decode("utf-8-sig"))))
    assert [(row["tahun"], row["tahun_ajaran"]) for row in rows[2:4]] == [
        ("2026", "2026/2027"),
        ("2024", ""),
    ]


def test_json_and_search_name_it(write: Write) -> None:
    context = site(write, date(2026, 9, 1), 2025)
    (plan,) = (each for each in downloads(context) if each.path == "data/iku.json")
    (pemda,) = json.loads(plan.make())["pemda"]
    (dinas,) = (each for each in pemda["instansi"] if each["id"] == DINAS)
    first, second = (each["pengukuran"][1] for each in dinas["indikator"])
    assert (first["tahun"], first["tahun_ajaran"]) == (2025, "2025/2026")
    assert second["tahun"] == 2025
    assert "tahun_ajaran" not in second
    index = search_index(context, {}).make().decode()
    assert '"2025/2026"' in index


@pytest.mark.parametrize(
    ("day", "late"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)], ids=str
)
def test_a_target_changed_before_july_was_changed_in_time(
    write: Write, day: date, late: bool
) -> None:
    indikator, other = site(write, None).laporan.all_indikator()
    for one, label, expected in (
        (indikator, "Target 2025/2026", late),
        (other, "Target 2025", True),
    ):
        change = NumberChange(
            Commit("0" * 40, day, "Ubah"), one.kunci, NumberKind.TARGET, 2025, None, None, True
        )
        counted = counted_change(change, one)
        assert (changed_number(counted), counted.after_start) == (label, expected)


def test_a_diff_names_it(write: Write) -> None:
    before, after = site(write, date(2026, 9, 1)), site(write, date(2026, 9, 1), 2025)
    text = "\n".join(shown_lines(compare(before, after)))
    assert "Angka putus sekolah · 2025/2026: realisasi 1,4%" in text
    assert "Guru bersertifikat · 2025: realisasi 72%" in text


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 8, 30)])
def test_pages_are_made_again_when_it_ends(write: Write, day: date) -> None:
    """Only those that show such a year, and they say by which day they count."""
    other = {
        "kabupaten-contoh/dinas-lain/iku.yaml": IKU.replace("        tahun_ajaran: true\n", "")
    }
    files = FILES | other
    root = write(files)
    past = History(files=dict.fromkeys(files, Commit("0" * 40, date(2025, 3, 1), "Isi")))
    first = date(day.year, 1 if day.month < 7 else 7, 1)
    page, elsewhere = f"{DINAS}/index.html", "kabupaten-contoh/dinas-lain/index.html"
    before, start, now = (
        state(
            root,
            lambda context, on=on: build_context(context.laporan, acuan=on).with_history(
                past, files
            ),
        )
        for on in (first - timedelta(days=1), first, day)
    )
    assert before.fingerprints[page] != start.fingerprints[page] == now.fingerprints[page]
    assert f"Status dihitung per {day_text(first)}." in now.contents[page]
    same_year = first.month == 7
    assert (before.fingerprints[elsewhere] == now.fingerprints[elsewhere]) is same_year
    for file, text in now.contents.items():
        if start.contents[file] != text:
            assert start.fingerprints[file] != now.fingerprints[file], file
        if before.contents[file] != text:
            assert before.fingerprints[file] != now.fingerprints[file], file
