"""Programmes beside the results of a year, and the evaluation of accountability."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from iku_terbuka.capaian import programmes
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.opendata import downloads
from iku_terbuka.pages import instansi_page, tahun_pages
from tests.conftest import ACUAN, RENCANA
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-rekaan/dinas-kebencanaan"
NONE = ("belum dilaporkan", "tidak dihitung")


@pytest.fixture(scope="module")
def context() -> Context:
    laporan = load_laporan(RENCANA).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def year(context: Context, tahun: int) -> Element:
    (plan,) = tahun_pages(context, context.instansi[DINAS], tahun)
    return parse_page(plan.make().html)


def cells(table: Element) -> list[list[str]]:
    rows = [row for row in table.find_all("tr") if "data" in row.attributes.get("class", "")]
    return [[cell.text for cell in row.find_all("th", "td")] for row in rows]


def table_of(page: Element, label: str) -> Element:
    (found,) = (
        table
        for table in page.find_all("table")
        if any(caption.attributes["id"] == label for caption in table.find_all("caption"))
    )
    return found


def rows_of(context: Context, name: str) -> list[dict[str, str]]:
    plans = {plan.path: plan for plan in downloads(context)}
    text = plans[f"data/{name}"].make().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_what_was_spent_stands_beside_what_was_set_aside(context: Context) -> None:
    page = year(context, 2025)
    assert cells(table_of(page, "tabel-program")) == [
        ["Program Penanggulangan Bencana 1.05.03", "750.000.000", "700.500.000", "93,40%"]
    ]
    assert "efisiensi" not in page.text.lower()
    assert "Sumber: LKjIP 2025, halaman 30." in page.text


def test_an_amended_ceiling_counts_and_the_former_stays(context: Context) -> None:
    assert cells(table_of(year(context, 2026), "tabel-program")) == [
        ["Program Penunjang Urusan 1.05.01", "5.294.655.000", *NONE],
        ["Program Penanggulangan Bencana 1.05.03", "700.000.000 semula 827.924.000", *NONE],
        ["Jumlah", "5.994.655.000", *NONE],
    ]


def test_every_ceiling_that_was_agreed_is_shown_in_order() -> None:
    def versi(jenis: str, tanggal: str, pagu: int) -> dict[str, object]:
        programme = {"kode": "1.05.03", "nama": "Program Contoh", "pagu": str(pagu)}
        return {"jenis": jenis, "tanggal": tanggal, "program": [programme]}

    agreed = [versi("awal", "2025-01", 900), versi("perubahan", "2025-06", 900)]
    agreed += [versi("perubahan", "2025-08", 800), versi("perubahan", "2025-10", 700)]
    perjanjian = PerjanjianKinerja.model_validate({"tahun": "2025", "versi": agreed})
    laporan = load_laporan(RENCANA).laporan
    assert laporan is not None
    dinas = replace(build_context(laporan).instansi[DINAS], perjanjian_kinerja={2025: perjanjian})
    (late,) = programmes(dinas, 2025, date(2025, 12, 1))
    (early,) = programmes(dinas, 2025, date(2025, 9, 1))
    assert [str(pagu) for pagu in late.semula] == ["900", "800"]
    assert [str(pagu) for pagu in early.semula] == ["900"]


def test_the_table_of_programmes_is_open_data(context: Context) -> None:
    rows = rows_of(context, "program.csv")
    shown = ("tahun", "kode_program", "pagu", "realisasi", "serapan", "sumber")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("2025", "1.05.03", "750000000", "700500000", "93.40", "LKjIP 2025"),
        ("2026", "1.05.01", "5294655000", "", "", ""),
        ("2026", "1.05.03", "700000000", "", "", ""),
    ]


def test_an_evaluation_shows_values_against_their_weights(context: Context) -> None:
    page = parse_page(instansi_page(context, context.instansi[DINAS]).html)
    assert cells(table_of(page, "tabel-evaluasi-2025")) == [
        ["Perencanaan kinerja", "24,60", "30"],
        ["Pengukuran kinerja", "21,90", "30"],
        ["Pelaporan kinerja", "11,40", "15"],
        ["Evaluasi akuntabilitas kinerja internal", "17,45", "25"],
    ]
    said = [item.text for item in page.find_all("li") if "Menyusun cascading" in item.text]
    assert said == [
        "Menyusun cascading kinerja sampai tingkat individu (dalam proses) "
        "Cascading disusun untuk tiga dari lima bidang."
    ]
    (row,) = rows_of(context, "evaluasi.csv")
    assert (row["total"], row["predikat"], row["pelaporan"]) == ("75.35", "BB", "11.40")
    assert (row["rekomendasi"], row["rekomendasi_selesai"]) == ("2", "1")


def test_a_copy_shows_no_evaluation(context: Context) -> None:
    (pemda,) = context.laporan.pemda
    copy = replace(pemda, profil=pemda.profil.model_copy(update={"resmi": False}))
    other = build_context(replace(context.laporan, pemda=(copy,)), acuan=ACUAN)
    page = instansi_page(other, other.instansi[DINAS])
    assert "Menyusun cascading" not in page.html
    assert "data/evaluasi.csv" not in {plan.path for plan in downloads(other)}
