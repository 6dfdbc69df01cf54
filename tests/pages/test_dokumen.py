"""One decree for many instansi: its page lists them, and theirs lead to it."""

import json
from collections.abc import Mapping

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata import iku_json
from iku_terbuka.opendata.schema_org import indikator_dataset
from iku_terbuka.pages import dokumen_pages, indikator_page, instansi_page, pemda_page
from iku_terbuka.pages.paging import MAX_ROWS
from iku_terbuka.publish import Page
from tests.conftest import ACUAN, RENCANA
from tests.fictional import Write
from tests.html_tree import facts, parse_page

DINAS = "kabupaten-rekaan/dinas-kebencanaan"
CITED = "Peraturan Bupati Rekaan Nomor 12 Tahun 2025"


@pytest.fixture(scope="module")
def context() -> Context:
    laporan = load_laporan(RENCANA).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def pages(context: Context) -> Mapping[str, Page]:
    (pemda,) = context.all_pemda()
    made = (plan.make() for plan in dokumen_pages(context, pemda))
    return {page.folder: page for page in made}


def test_the_page_says_what_the_decree_says(context: Context) -> None:
    (page,) = pages(context).values()
    said = facts(parse_page(page.html))
    assert page.heading == CITED
    assert said["Tentang"].text.startswith("Indikator Kinerja Utama Pemerintah Daerah")
    assert said["Tanggal"].text == "19 Agustus 2025"
    assert said["Dipublikasikan"].text == "1 September 2025"
    assert said["Periode"].text == "2025–2029"
    assert said["Mencabut"].text == "Peraturan Bupati Rekaan Nomor 47 Tahun 2021"
    assert said["Alasan penggantian"].text == "Penyesuaian dengan RPJMD 2025-2029"
    (link,) = said["Dokumen"].find_all("a")
    assert link.attributes["href"] == "https://rekaan.example/perbup-12-2025.pdf"
    assert "4 indikator di 3 instansi" in page.description


def test_the_page_lists_everything_under_the_decree(context: Context) -> None:
    (page,) = pages(context).values()
    links = {a.text: a.attributes["href"] for a in parse_page(page.html).find_all("a")}
    assert links["Dinas Kebencanaan"] == "../../dinas-kebencanaan/index.html"
    assert links["Nilai SAKIP"] == "../../dinas-kebencanaan/nilai-sakip/index.html"
    assert links["Nilai pengawasan kearsipan"] == "../../dinas-arsip/nilai-arsip/index.html"


def test_who_is_under_it_leads_to_it(context: Context) -> None:
    dinas = context.instansi[DINAS]
    (pemda,) = context.all_pemda()
    there = "dokumen/perbup-12-2025/index.html"
    for page, href in (
        (instansi_page(context, dinas), f"../{there}"),
        (indikator_page(context, dinas.indikator[0]), f"../../{there}"),
    ):
        own = facts(parse_page(page.html))["Dasar hukum"]
        assert [a.attributes["href"] for a in own.find_all("a")] == [href]
        assert "Keputusan Kepala Dinas Kebencanaan Nomor 5/SK/2025" in own.text
    shared = facts(parse_page(pemda_page(context, pemda).html))["Keputusan untuk banyak instansi"]
    assert [a.text for a in shared.find_all("a")] == [CITED]


def test_open_data_name_it_as_one_of_its_own(context: Context) -> None:
    indikator = context.instansi[DINAS].indikator[0]
    based_on = json.loads(indikator_dataset(context, indikator))["isBasedOn"]
    assert based_on["name"].startswith(f"{CITED} tentang Indikator")
    assert based_on["url"] == "https://rekaan.example/perbup-12-2025.pdf"
    data = json.loads(iku_json(context))
    (pemda,) = data["pemda"]
    assert pemda["dokumen"]["perbup-12-2025"]["nomor"] == "12 Tahun 2025"
    for instansi in pemda["instansi"]:
        assert instansi["keputusan"][0]["dasar_hukum"][0]["nomor"] == "12 Tahun 2025"


def test_below_the_pemda_the_page_stands_below_the_home() -> None:
    laporan = load_laporan(RENCANA).laporan
    assert laporan is not None
    context = build_context(laporan, root=DINAS, acuan=ACUAN)
    (page,) = pages(context).values()
    assert page.folder == "dokumen/perbup-12-2025"
    assert "2 indikator di 1 instansi" in page.description
    own = facts(parse_page(instansi_page(context, context.instansi[DINAS]).html))["Dasar hukum"]
    (link,) = own.find_all("a")
    assert link.attributes["href"] == "dokumen/perbup-12-2025/index.html"


def test_a_decree_for_very_many_has_several_pages(write: Write) -> None:
    files = {
        "kabupaten-contoh/pemda.yaml": "nama: Kabupaten Contoh\njenis: kabupaten\n",
        "kabupaten-contoh/dokumen/perbup.yaml": "jenis: Peraturan Bupati\n",
    }
    for number in range(MAX_ROWS + 1):
        text = f"instansi: Dinas {number}\ndokumen_ref: perbup\n"
        files[f"kabupaten-contoh/dinas-{number:03}/iku.yaml"] = text
    laporan = load_laporan(write(files)).laporan
    assert laporan is not None
    made = pages(build_context(laporan, acuan=ACUAN))
    first = "kabupaten-contoh/dokumen/perbup"
    assert list(made) == [first, f"{first}/2"]
    links = [a.attributes["href"] for a in parse_page(made[first].html).find_all("a")]
    assert "2/index.html" in links
    assert "Belum ada indikator yang dimuat" in made[f"{first}/2"].html
