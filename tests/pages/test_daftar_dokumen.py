"""Registers of documents: what a reader learns of each, and that nothing missing is made up."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.history import History
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.model.daftar_dokumen import DaftarDokumen
from iku_terbuka.opendata import downloads
from iku_terbuka.pages import instansi_page, kelengkapan_pages
from iku_terbuka.pages.kelengkapan import kelengkapan_part
from tests.conftest import ACUAN, CONTOH, RENCANA
from tests.fictional import PEMDA, Write, iku
from tests.html_tree import Element, parse_page

DINAS = "kabupaten-rekaan/dinas-kebencanaan"
LKJIP = "https://rekaan.example/lkjip-2025.pdf"
PAST = History(note="", listed={LKJIP: date(2026, 3, 3)})


@pytest.fixture(scope="module")
def context() -> Context:
    laporan = load_laporan(RENCANA).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def rows_of(page: Element, caption: str) -> list[list[str]]:
    """Return the cells of a table by the id of its caption; a link is its words and address."""
    tables = [
        table
        for table in page.find_all("table")
        if any(each.attributes["id"] == caption for each in table.find_all("caption"))
    ]
    rows = [row for table in tables for row in table.find_all("tr") if row.attributes]
    return [[cell.text for cell in row.find_all("th", "td")] for row in rows]


def test_the_register_stands_on_the_page_of_the_instansi(context: Context) -> None:
    page = parse_page(instansi_page(context, context.instansi[DINAS]).html)
    unknown = "belum diketahui"
    assert rows_of(page, "tabel-dokumen") == [
        [
            "Rencana Strategis Dinas Kebencanaan 2025-2029",
            *("Renstra", "2025–2029", "10 September 2025", "17 September 2025"),
        ],
        [
            "Perjanjian Kinerja 2026",
            *("Perjanjian Kinerja", "2026", "30 Januari 2026", "2 Februari 2026"),
        ],
        [
            "Laporan Kinerja Dinas Kebencanaan Tahun 2025",
            *("LKjIP", "2025", "25 Februari 2026", unknown),
        ],
    ]
    assert LKJIP in {a.attributes.get("href") for a in page.find_all("a")}


def test_since_when_it_is_listed_stands_beside_the_day_that_is_not_known(context: Context) -> None:
    known = replace(context, history=PAST)
    page = parse_page(instansi_page(known, known.instansi[DINAS]).html)
    *_, last = rows_of(page, "tabel-dokumen")
    assert last[-1] == "belum diketahui; ada di daftar ini sejak 3 Maret 2026"
    (row,) = rows_of(parse_page(kelengkapan_part(known)), "dokumen-kabupaten-rekaan")
    assert row[-1].endswith("tanggal publikasi belum diketahui; ada di daftar sejak 3 Maret 2026")


def test_the_matrix_has_the_newest_of_each_kind_and_says_what_is_not_known() -> None:
    register = DaftarDokumen.model_validate(
        {
            "dokumen": [
                {"jenis": "LAKIP", "tahun": "2023", "ditetapkan": "2024-02"},
                {"jenis": "Laporan Kinerja", "tahun": "2024"},
                {"jenis": "PK Perubahan", "tahun": "2025", "ditetapkan": "2025-09"},
                {"jenis": "PK", "tahun": "2025", "ditetapkan": "2025-01"},
                {"jenis": "Denah kantor", "tahun": "2025"},
            ]
        }
    )
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    (pemda,) = laporan.pemda

    def with_register(node: Instansi) -> Instansi:
        own = register.dokumen if node.id.endswith("dinas-pendidikan") else ()
        return replace(node, daftar_dokumen=own, anak=tuple(map(with_register, node.anak)))

    top = with_register(pemda.instansi)
    laporan = replace(laporan, pemda=(replace(pemda, instansi=top),))
    page = parse_page(kelengkapan_part(build_context(laporan, acuan=ACUAN)))
    ((nama, pk, lkjip, others),) = rows_of(page, "dokumen-kabupaten-contoh")
    assert nama == "Dinas Pendidikan Contoh"
    assert pk.startswith("PK Perubahan 2025")
    assert lkjip.startswith("Laporan Kinerja 2024")
    assert "tautan belum diketahui" in lkjip
    assert others == "1 dokumen"
    units = sum(1 for node in top.descendants() if node.indikator) - 1
    assert f"{units} instansi lain belum memuat daftar dokumen" in page.text


def test_without_a_register_nothing_is_said(write: Write) -> None:
    row = "      - {id: satu, nama: satu, target: {2024: 1}}\n"
    folder = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku(row, "{awal: 2023, akhir: 2025}"),
        }
    )
    laporan = load_laporan(folder).laporan
    assert laporan is not None
    context = build_context(laporan, acuan=ACUAN)
    assert "okumen terbaru" not in kelengkapan_part(context)
    page = instansi_page(context, context.instansi["kabupaten-contoh/dinas-contoh"])
    assert "Dokumen perencanaan dan pelaporan" not in page.html
    assert "data/dokumen.csv" not in {plan.path for plan in downloads(context)}


def test_every_register_of_a_large_pemda_is_on_one_of_its_pages(write: Write) -> None:
    row = "      - {id: satu, nama: satu, target: {2024: 1}}\n"
    files = {"kabupaten-contoh/pemda.yaml": PEMDA}
    for number in range(130):
        folder = f"kabupaten-contoh/dinas-{number:03}"
        own = iku(row, "{awal: 2023, akhir: 2025}") if number % 10 else "instansi: Tanpa IKU\n"
        files[f"{folder}/iku.yaml"] = own.replace("Dinas Contoh", f"Dinas {number}")
        files[f"{folder}/daftar-dokumen.yaml"] = "- {jenis: LKjIP, tahun: 2024}\n"
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    context = build_context(laporan, acuan=ACUAN)
    pages = [parse_page(plan.make().html) for plan in kelengkapan_pages(context)]
    assert len(pages) == 2
    shown = [rows_of(page, "dokumen-kabupaten-contoh") for page in pages]
    assert [len(rows) > 0 for rows in shown] == [True, True]
    assert sum(map(len, shown)) == 130


def test_the_register_is_open_data(context: Context) -> None:
    plans = {plan.path: plan for plan in downloads(replace(context, history=PAST))}
    text = plans["data/dokumen.csv"].make().decode("utf-8-sig")
    renstra, pk, lkjip = csv.DictReader(io.StringIO(text))
    assert (renstra["tahun_awal"], renstra["tahun_akhir"]) == ("2025", "2029")
    assert (pk["jenis"], pk["jenis_baku"]) == ("Perjanjian Kinerja", "PK")
    assert (lkjip["dipublikasikan"], lkjip["tercantum_sejak"]) == ("", "2026-03-03")
    assert b'"tercantum_sejak":"2026-03-03"' in plans["data/iku.json"].make().replace(b": ", b":")


REGISTER = "- {jenis: RPJMD, periode: {awal: 2025, akhir: 2029}}\n"
OWN = "- {jenis: Renstra, periode: {awal: 2025, akhir: 2029}}\n"


def test_a_kind_that_is_not_its_own_to_write_is_not_called_unknown(write: Write) -> None:
    """Also of a Pemda that has registers and no indicator yet."""
    folder = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/daftar-dokumen.yaml": REGISTER,
            "kabupaten-contoh/dinas-contoh/iku.yaml": "instansi: Dinas Contoh\n",
            "kabupaten-contoh/dinas-contoh/daftar-dokumen.yaml": OWN
            + "- {jenis: IKU, tahun: 2025}\n",
        }
    )
    laporan = load_laporan(folder).laporan
    assert laporan is not None
    page = parse_page(kelengkapan_part(build_context(laporan, acuan=ACUAN)))
    pemda, dinas = rows_of(page, "dokumen-kabupaten-contoh")
    assert (pemda[0], dinas[0]) == ("Kabupaten Contoh", "Dinas Contoh")
    assert pemda[2:] == ["disusun perangkat daerah", "belum diketahui"]
    assert dinas[1] == "disusun Pemda"
    assert dinas[2].startswith("Renstra 2025–2029")
