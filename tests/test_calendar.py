"""Kabupaten Contoh lives through plans, amendments, agreements, quarters, mergers and renames.

On each 1 January, at the end of each quarter and on each 1 July from 2021 to 2027 every sentence on
an indicator is held against every other: lead, large figures, chart, table, table of the year,
list, CSV. What was not known on that day is taken away first: results come in March, those of a
quarter a month after, those of a school year in September. Programmes, evaluations and registers of
documents are held against their tables in the open data.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Hasil, Indikator, Instansi, Laporan
from iku_terbuka.model.evaluasi import Komponen
from iku_terbuka.model.tahun import TahunAjaran, last_day
from iku_terbuka.model.tanggal import Tanggal
from iku_terbuka.opendata import downloads
from iku_terbuka.opendata.rows import COLUMN_NAMES, indikator_rows
from iku_terbuka.pages import (
    generated_parts,
    indikator_page,
    instansi_page,
    pemda_page,
    tahun_pages,
)
from tests.conftest import CONTOH
from tests.html_tree import Element
from tests.said import Baris, angka_besar, baris_indikator, daftar, legenda, pohon, tahunan

KAB = "kabupaten-contoh"
BENCANA = f"{KAB}/badan-penanggulangan-bencana-rekaan"
SOSIAL, KERJA = f"{KAB}/dinas-sosial-rekaan", f"{KAB}/dinas-tenaga-kerja-rekaan"
LEBURAN = f"{KAB}/dinas-sosial-dan-tenaga-kerja-rekaan"
DIGITAL = f"{KAB}/dinas-komunikasi-dan-digital-rekaan"
PENDIDIKAN = f"{KAB}/dinas-pendidikan"
UNITS = (BENCANA, SOSIAL, KERJA, LEBURAN, DIGITAL, PENDIDIKAN)

DAYS = [
    date(tahun, bulan, hari)
    for tahun in range(2021, 2028)
    for bulan, hari in ((1, 1), (3, 31), (6, 30), (7, 1), (9, 30), (12, 31))
]
SPENT: Mapping[str, object] = {"program": {}}
UNPUBLISHED = {"dipublikasikan": None}
# A year as pages print it: 2025, or the school year 2025/2026.
A_YEAR = r"20\d\d(?:/20\d\d)?"
# How a value stands in a sentence or a cell.
VALUE = r"(?:(?:\d+ )?[A-Z][a-z]+ \d{4}|−?[\d.]+(?:,\d+)?)"
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def has_school_years(indikator: Indikator) -> bool:
    return indikator.definisi.tahun_ajaran


def year_of(words: str) -> int:
    return TahunAjaran(words[:4]) if "/" in words else int(words)


def known_on(laporan: Laporan, hari: date) -> Laporan:
    """Return the units that live through changes, with what was known of them on a day."""

    def known(indikator: Indikator) -> Indikator:
        comes = 9 if has_school_years(indikator) else 3
        last = hari.year - 1 if hari.month >= comes else hari.year - 2
        hasil = {tahun: each for tahun, each in indikator.hasil.items() if tahun <= last}
        for tahun in (hari.year - 1, hari.year):
            if tahun in indikator.hasil and tahun not in hasil:
                hasil |= {tahun: _parts_known(indikator.hasil[tahun], tahun, hari)}
        return replace(indikator, hasil=hasil)

    def unit(node: Instansi) -> Instansi:
        shown = (each for each in node.indikator if node.id != PENDIDIKAN or has_school_years(each))
        return replace(_files_known(node, hari), indikator=tuple(map(known, shown)))

    (pemda,) = laporan.pemda
    anak = tuple(unit(node) for node in pemda.instansi.anak if node.id in UNITS)
    own = _files_known(pemda.instansi, hari)
    top = replace(own, iku=(), capaian=None, indikator=(), anak=anak)
    return replace(laporan, pemda=(replace(pemda, instansi=top),))


def _files_known(node: Instansi, hari: date) -> Instansi:
    """Return an instansi with what was spent, evaluated and listed up to a day.

    What was spent comes with the results, an evaluation in September, a document when it is set.
    """
    results = {
        tahun: each if tahun < hari.year - (hari.month < 3) else each.model_copy(update=SPENT)
        for tahun, each in (node.capaian or {}).items()
    }
    last = hari.year - (1 if hari.month >= 9 else 2)
    return replace(
        node,
        capaian=results,
        evaluasi={tahun: each for tahun, each in node.evaluasi.items() if tahun <= last},
        daftar_dokumen=tuple(
            entri if _is_over(entri.dipublikasikan, hari) else entri.model_copy(update=UNPUBLISHED)
            for entri in node.daftar_dokumen
            if _is_over(entri.ditetapkan, hari)
        ),
    )


def _is_over(tanggal: Tanggal | None, hari: date) -> bool:
    return tanggal is not None and tanggal.latest <= hari


def _parts_known(hasil: Hasil, tahun: int, hari: date) -> Hasil:
    """Return the quarters alone that are over for a month."""
    months = 12 * (hari.year - tahun) + hari.month
    triwulan = {nomor: each for nomor, each in hasil.triwulan.items() if 3 * nomor < months}
    return Hasil.model_construct(triwulan=triwulan)


@dataclass(frozen=True)
class Day:
    """The site as on a day, its pages read."""

    hari: date
    context: Context

    def sentence(self, text: str) -> str:
        return f"{self.hari}: {text}"

    @property
    def units(self) -> tuple[Instansi, ...]:
        return self.context.laporan.pemda[0].instansi.anak

    @property
    def indicators(self) -> Iterator[Indikator]:
        return self.context.laporan.all_indikator()

    @cached_property
    def indikator_pages(self) -> Mapping[str, Element]:
        return {
            each.kunci: pohon(indikator_page(self.context, each).html) for each in self.indicators
        }

    @cached_property
    def instansi_pages(self) -> Mapping[str, Element]:
        return {unit.id: pohon(instansi_page(self.context, unit).html) for unit in self.units}

    @cached_property
    def top(self) -> Element:
        return pohon(pemda_page(self.context, self.context.laporan.pemda[0]).html)

    @cached_property
    def year_pages(self) -> Mapping[tuple[str, int], Element]:
        return {
            (unit.id, tahun): pohon(
                "".join(str(plan.make().html) for plan in tahun_pages(self.context, unit, tahun))
            )
            for unit in self.units
            for tahun in unit.tahun
        }

    @cached_property
    def csv(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """The rows of the CSV by key and year."""
        rows = [
            (each.kunci, dict(zip(COLUMN_NAMES, row, strict=True)))
            for each in self.indicators
            for row in indikator_rows(self.context, each)
        ]
        assert len({(key, row["tahun"]) for key, row in rows}) == len(rows)
        return {(key, row["tahun"]): row for key, row in rows}

    @cached_property
    def pages(self) -> Mapping[str, Element]:
        years = {f"{unit}/tahun-{tahun}": page for (unit, tahun), page in self.year_pages.items()}
        return {"": self.top, **self.instansi_pages, **self.indikator_pages, **years}


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    loaded = load_laporan(CONTOH).laporan
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module", params=DAYS, ids=str)
def day(request: pytest.FixtureRequest, laporan: Laporan) -> Day:
    hari: date = request.param
    return Day(hari, build_context(known_on(laporan, hari), acuan=hari))


def as_page(cell: str) -> str:
    """Return a number or a date of the CSV as a page writes it, without dots for thousands."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", cell):
        day = f"{int(found[3])} " if found[3] else ""
        return f"{day}{MONTHS[int(found[2]) - 1]} {found[1]}"
    return cell.replace("-", "−").replace(".", ",")


def plain(value: str) -> str:
    return value.replace(".", "")


def test_lists_tables_and_data_show_the_same(day: Day) -> None:
    """The list of the instansi, the table of the page, that of the year, and the CSV agree."""
    seen = 0
    for unit in day.units:
        shown = list(daftar(day.instansi_pages[unit.id]))
        tables = {
            tahun: {row.nama: row for row in tahunan(day.year_pages[unit.id, tahun], tahun)}
            for tahun in unit.tahun
        }
        for indikator, row in zip(unit.indikator, shown, strict=True):
            assert row.nama == indikator.nama
            rows = baris_indikator(day.indikator_pages[indikator.kunci], indikator.nama)
            if row.tahun in rows:
                assert rows[row.tahun] == row
            for tahun in indikator.own_years:
                name = indikator.penetapan_untuk(tahun).definisi.nama
                here, there = rows[str(indikator.year(tahun))], tables[tahun].pop(name)
                assert replace(there, nama=here.nama) == here
                data = day.csv[indikator.kunci, str(tahun)]
                assert (data["indikator"], data["status"]) == (name, here.status)
                for key in ("target", "realisasi"):
                    value = data[key] or data[f"{key}_tanggal"]
                    assert as_page(value) == plain(getattr(here, key))
                seen += 1
        assert not any(tables.values()), "a row that no indicator of the instansi has"
    assert seen > 90


def test_years_read_elsewhere_are_the_same_there(day: Day) -> None:
    pages = {key: baris_indikator(page, "") for key, page in day.indikator_pages.items()}
    moved = 0
    for indikator in day.indicators:
        for tahun, key in indikator.read_from.items():
            assert pages[indikator.kunci][str(tahun)] == pages[key][str(tahun)]
            assert (indikator.kunci, str(tahun)) not in day.csv, "counted twice"
            assert (key, str(tahun)) in day.csv
            moved += 1
    assert moved == 8


VERDICTS = {
    Status.MELAMPAUI: "jadi melampaui target",
    Status.TERCAPAI: "jadi tercapai",
    Status.BELUM_TERCAPAI: "jadi belum tercapai",
}


def test_lead_figures_and_chart_say_what_the_table_says(day: Day) -> None:
    for unit in day.units:
        shown = daftar(day.instansi_pages[unit.id])
        for indikator, row in zip(unit.indikator, shown, strict=True):
            page = day.indikator_pages[indikator.kunci]
            _lead_agrees(page, row)
            _figures_agree(page, row)
            _chart_agrees(page, row, baris_indikator(page, indikator.nama))


def _lead(page: Element) -> str:
    (lead,) = page.with_class("iku-ringkas")
    return lead.text.replace("\u00a0", " ")


def _lead_agrees(page: Element, row: Baris) -> None:
    lead = _lead(page)
    for status, words in VERDICTS.items():
        assert (words in lead) == (row.status is status), lead
    if row.status.dinilai:
        found = re.search(
            rf"tahun {row.tahun}: ({VALUE}).*?Target (?:paling (?:tinggi|lambat) )?({VALUE})", lead
        )
        assert found, lead
        assert found.groups() == (row.realisasi, row.target), lead
    elif row.target and (
        found := re.search(rf"menargetkan (?:paling (?:tinggi|lambat) )?({VALUE})", lead)
    ):
        assert found[1] == row.target, lead
    if row.status is Status.DIGANTIKAN:
        assert "belum dilaporkan" not in lead
    if row.status is Status.BELUM_WAKTUNYA:
        assert "belum waktunya" in lead
    if row.status is Status.BELUM_DILAPORKAN:
        assert "belum dilaporkan" in lead


def _figures_agree(page: Element, row: Baris) -> None:
    figures = angka_besar(page)
    assert next(iter(figures)) == f"Realisasi {row.tahun}"
    target = figures[f"Target {row.tahun}"]
    assert target.startswith(row.target) if row.target else target.startswith("Tidak")
    if row.realisasi:
        assert figures[f"Realisasi {row.tahun}"].startswith(row.realisasi)


def _chart_agrees(page: Element, row: Baris, rows: Mapping[str, Baris]) -> None:
    caption = next(page.with_class("iku-grafik")[0].find_all("figcaption"))
    title = caption.text.replace("\u00a0", " ")
    found = re.search(
        rf"(?:[Tt]arget|[Hh]asil) ({A_YEAR}).*? (belum tercapai|tercapai|melampaui)", title
    )
    if found:
        assert f"jadi {found[2]}" in VERDICTS[rows[found[1]].status], title
        assert found[1] == row.tahun or not row.status.dinilai, title
    elif row.status.dinilai:
        assert "tercapai" not in title


def test_a_year_that_runs_is_not_missed(day: Day) -> None:
    for (_, tahun), row in day.csv.items():
        if last_day(year_of(row["tahun_ajaran"] or tahun)) >= day.hari:
            assert row["status"] not in {Status.BELUM_DILAPORKAN, Status.BELUM_TERCAPAI}
    for path, page in day.pages.items():
        for tahun in _said_missing(page.text.replace("\u00a0", " ")):
            assert last_day(tahun) < day.hari, path


def _said_missing(text: str) -> Iterator[int]:
    """Yield the years of which a page says that they are not reported."""
    years = rf"({A_YEAR}(?:(?:[–,]| dan |, dan )\s?{A_YEAR})*)"
    for pattern in (
        rf"(?:Hasil|Realisasi) {years} [Bb]elum dilaporkan",
        rf"{years}: belum dilaporkan",
        rf"; realisasi ({A_YEAR}) belum dilaporkan",
    ):
        for found in re.findall(pattern, text):
            named = [year_of(tahun) for tahun in re.findall(A_YEAR, found)]
            count = type(named[0])
            yield from map(count, range(named[0], named[-1] + 1)) if "–" in found else named


def test_a_quarter_makes_no_verdict(day: Day) -> None:
    parts = 0
    for row in day.csv.values():
        if not (row["realisasi"] or row["realisasi_tanggal"]):
            assert not Status(row["status"]).dinilai
            assert row["capaian"] == row["kategori"] == ""
    for indikator in day.indicators:
        for tahun, year in day.context.pengukuran(indikator).items():
            if year.sampai is None:
                continue
            parts += 1
            assert year.status in {Status.BERJALAN, Status.BELUM_DILAPORKAN}
            assert (year.status is Status.BERJALAN) == (tahun >= day.hari.year)
            words = f"s.d. TW {'I' * year.sampai.nomor}"
            places = [
                day.indikator_pages[indikator.kunci],
                day.instansi_pages[indikator.instansi_id],
                day.year_pages[indikator.instansi_id, tahun],
            ]
            for place in places:
                assert words in place.text.replace("\u00a0", " "), words
            sentences = _lead(places[0]).split(". ")
            assert not any(words in one and "jadi" in one for one in sentences)
    assert bool(parts) == (day.hari >= date(2026, 6, 30))


def test_what_is_replaced_is_not_owed(day: Day) -> None:
    replaced = Counter(row["status"] for row in day.csv.values())[Status.DIGANTIKAN]
    assert replaced
    assert not any(row["keadaan"] for row in day.csv.values() if row["status"] == Status.DIGANTIKAN)
    for indikator in day.indicators:
        page = day.indikator_pages[indikator.kunci].text.replace("\u00a0", " ")
        rows = baris_indikator(day.indikator_pages[indikator.kunci], "")
        owed = set(_said_missing(page))
        for tahun, row in rows.items():
            if row.status is Status.DIGANTIKAN:
                assert year_of(tahun) not in owed
        for tahun in owed:
            assert rows[str(tahun)].status is Status.BELUM_DILAPORKAN


def test_what_was_promised_first_is_the_same_everywhere(day: Day) -> None:
    changed = 0
    for indikator in day.indicators:
        page = day.indikator_pages[indikator.kunci]
        cells = _target_cells(page)
        for tahun in indikator.own_years:
            data = day.csv[indikator.kunci, str(tahun)]
            cell = cells[str(indikator.year(tahun))]
            first = re.search(rf"semula ({VALUE})", cell)
            assert (plain(first[1]) if first else "") == as_page(data["target_semula"])
            year = _target_cells(day.year_pages[indikator.instansi_id, tahun])
            name = indikator.penetapan_untuk(tahun).definisi.nama
            there = next(cell for head, cell in year.items() if head.startswith(name))
            assert re.findall(rf"(?:semula|lalu|IKU:) {VALUE}", there) == re.findall(
                rf"(?:semula|lalu|IKU:) {VALUE}", cell
            )
            changed += bool(first)
        lead = _lead(page)
        told = re.search(rf"tahun ({A_YEAR})|pada ({A_YEAR})", lead)
        said = re.findall(rf"(?:semula|lalu) {VALUE}", lead)
        if told and said:
            assert said == re.findall(rf"(?:semula|lalu) {VALUE}", cells[told[1] or told[2]])
    assert changed


def _target_cells(page: Element) -> dict[str, str]:
    return {
        next(tr.find_all("th")).text: td.text.replace("\u00a0", " ")
        for tr in page.find_all("tr")
        for td in tr.find_all("td")
        if td.attributes.get("data-l") == "Target" and list(tr.find_all("th"))
    }


def test_a_plan_to_come_names_nothing(day: Day) -> None:
    """Names of a later decree are not yet used, and what ends is not yet gone."""
    text = {key: page.text for key, page in day.pages.items()}
    early = day.hari.year < 2025
    digital = day.context.instansi[DIGITAL].nama
    assert digital == (
        "Dinas Komunikasi Rekaan" if early else "Dinas Komunikasi dan Digital Rekaan"
    )
    for key, words in text.items():
        # The table of a year is by the decree that will govern it.
        if early and not re.search(r"/tahun-20(?:2[5-9]|30)$", key):
            assert "Dinas Komunikasi dan Digital Rekaan" not in words, key
            assert "desa dan kelurahan tangguh" not in words, key
        for tahun in re.findall(r"tidak ada lagi sejak (20\d\d)", words):
            assert int(tahun) <= day.hari.year, key
        for tahun in re.findall(r"\(sampai (20\d\d)\)", words):
            assert int(tahun) < day.hari.year, key
        for tahun in re.findall(r"Sejak (20\d\d) indikator ini", words):
            assert int(tahun) <= day.hari.year or "Target lamanya" in words, key
    training = day.indikator_pages[f"{BENCANA}/pelatihan-relawan"].text
    signed = day.hari >= date(2026, 1, 28)
    assert ("belum ditandatangani" in training) is not signed
    assert signed or "tidak memuat target per tahun" not in training
    for row in day.csv.values():
        if row["instansi_id"] == LEBURAN and row["tahun"]:
            assert int(row["tahun"]) >= 2025


def test_counts_add_up_and_each_counts_once(day: Day) -> None:
    total: Counter[Status] = Counter()
    for unit in day.units:
        rows = list(daftar(day.instansi_pages[unit.id]))
        states = [row.status for row in rows]
        own = [
            status
            for indikator, status in zip(unit.indikator, states, strict=True)
            if indikator in unit.counted
        ]
        figure = angka_besar(day.instansi_pages[unit.id])["Target tercapai (hasil terakhir)"]
        kept, judged = (
            sum(status.terpenuhi for status in own),
            sum(status.dinilai for status in own),
        )
        assert figure.startswith(f"{kept} dari {judged} " if judged else "Belum diketahui")
        total += Counter(
            status
            for indikator, status in zip(unit.indikator, states, strict=True)
            if indikator.is_counted
        )
    assert legenda(day.top) == total
    home = generated_parts(day.context)["ringkasan"]
    assert legenda(pohon(home)) == total
    families = {
        "keluarga": (f"{SOSIAL}/keluarga-dibantu", f"{LEBURAN}/keluarga-dibantu"),
        "lulusan": (f"{KERJA}/lulusan-bekerja", f"{LEBURAN}/peserta-bekerja"),
    }
    by_key = {each.kunci: each for each in day.indicators}
    for keys in families.values():
        assert sum(by_key[key].is_counted for key in keys) == 1
        years = [tahun for key, tahun in day.csv if key in keys and tahun]
        results = [day.csv[key, tahun]["realisasi"] for key, tahun in day.csv if key in keys]
        assert len([one for one in results if one]) <= len(set(years))


def _table(page: Element, caption: str) -> list[dict[str, str]]:
    """Return the rows of a table by the id of its caption: the cells by their names."""
    return [
        {
            "": next(tr.find_all("th")).text,
            **{td.attributes["data-l"]: td.text for td in tr.find_all("td")},
        }
        for table in page.find_all("table")
        if any(each.attributes["id"] == caption for each in table.find_all("caption"))
        for tr in table.find_all("tr")
        if list(tr.find_all("td"))
    ]


def _open_data(day: Day, name: str) -> list[dict[str, str]]:
    plans = {plan.path: plan for plan in downloads(day.context)}
    plan = plans.get(f"data/{name}.csv")
    if plan is None:
        return []
    text = plan.make()
    assert isinstance(text, bytes)
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))


def test_programmes_are_those_signed_and_spent_so_far(day: Day) -> None:
    rows = _open_data(day, "program")
    for tahun in (2025, 2026):
        table = _table(day.year_pages[BENCANA, tahun], "tabel-program")
        here = [row for row in rows if row["tahun"] == str(tahun)]
        signed = day.hari >= (date(2025, 1, 30) if tahun == 2025 else date(2026, 1, 28))
        assert bool(table) == bool(here) == signed
        for row, data in zip(table, here, strict=False):  # the last row is the sum
            assert row[""] == f"{data['program']} {data['kode_program']}"
            assert plain(row["Pagu"].split()[0]) == data["pagu"]
            reported = tahun == 2025 and day.hari >= date(2026, 3, 31)
            assert (data["realisasi"] != "") == reported
            assert plain(row["Realisasi"]) == (data["realisasi"] or "belum dilaporkan")
            serapan = data["serapan"].replace(".", ",")
            assert row["Serapan"] == (f"{serapan}%" if serapan else "tidak dihitung")
    if day.hari >= date(2026, 1, 28):
        amended = _table(day.year_pages[BENCANA, 2026], "tabel-program")[1]["Pagu"]
        cut = day.hari >= date(2026, 9, 15)
        assert amended == ("700.000.000 semula 825.000.000" if cut else "825.000.000")


def test_an_evaluation_is_shown_when_it_is_there(day: Day) -> None:
    rows = {row["tahun"]: row for row in _open_data(day, "evaluasi")}
    known = [tahun for tahun in (2024, 2025) if day.hari >= date(tahun + 1, 9, 30)]
    assert list(rows) == list(map(str, known))
    page = day.instansi_pages[BENCANA]
    assert ("Evaluasi akuntabilitas kinerja (AKIP)" in page.text) is bool(known)
    tables = {tahun: _table(page, f"tabel-evaluasi-{tahun}") for tahun in (2024, 2025)}
    assert [tahun for tahun, table in tables.items() if table] == known
    for tahun in known:
        shown = [row["Nilai"].replace(",", ".") for row in tables[tahun]]
        assert shown == [rows[str(tahun)][key] or "belum diketahui" for key in Komponen]


def test_a_register_names_nothing_that_is_to_come(day: Day) -> None:
    rows = _open_data(day, "dokumen")
    assert all(row["ditetapkan"] <= str(day.hari) for row in rows)
    assert all(row["dipublikasikan"] <= str(day.hari) for row in rows)
    matrix = _table(pohon(generated_parts(day.context)["kelengkapan"]), f"dokumen-{KAB}")
    listing = [unit for unit in (day.context.instansi[KAB], *day.units) if unit.daftar_dokumen]
    assert [row[""] for row in matrix] == [unit.nama for unit in listing]
    for unit, cells in zip(listing, matrix, strict=True):
        own = [row for row in rows if row["instansi_id"] == unit.id]
        elsewhere = "disusun perangkat daerah" if unit.id == KAB else "disusun Pemda"
        page = day.top if unit.id == KAB else day.instansi_pages[unit.id]
        table = _table(page, "tabel-dokumen")
        assert Counter(row["Jenis"] for row in table) == Counter(row["jenis"] for row in own)
        for kind, words in cells.items():
            if kind in {"", "Lainnya"}:
                continue
            ends = [row["tahun_akhir"] for row in own if row["jenis_baku"] == kind]
            newest = re.match(r"\D+(?:20\d\d–)?(20\d\d)", words)
            assert (newest[1] if newest else "") == max(ends, default="")
            assert bool(ends) or words in {"belum diketahui", elsewhere}
