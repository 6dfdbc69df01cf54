"""Two decrees for the same years: both promises stand on every surface."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata.rows import COLUMN_NAMES, indikator_rows
from iku_terbuka.publish import PagePlan
from iku_terbuka.site import Site
from tests.fictional import PEMDA, Write

DINAS = "kabupaten-contoh/dinas-pmd"
FIRST = """\
instansi: Dinas Pemberdayaan Masyarakat dan Desa
periode: {awal: 2016, akhir: 2021}
dasar_hukum:
  - {jenis: Keputusan Kepala Dinas, nomor: 1/2016, tentang: IKU, tanggal: 2016-03-01}
sasaran:
  - nama: Meningkatnya kemandirian desa
    indikator:
      - id: desa-mandiri
        nama: Jumlah desa mandiri
        satuan: desa
        arah: naik
        rumus_capaian: naik
        target: {2017: 10, 2018: 20, 2019: 30, 2020: 40, 2021: 50}
      - {id: bumdes, nama: Jumlah BUMDes, satuan: unit, arah: naik, target: {2017: 3, 2019: 7}}
"""
AMENDMENT = """\
instansi: Dinas Pemberdayaan Masyarakat dan Desa
periode: {awal: 2018, akhir: 2021}
dasar_hukum:
  - {jenis: Perubahan Keputusan Kepala Dinas, nomor: 9/2018, tentang: IKU, tanggal: 2018-10-01}
sasaran:
  - nama: Meningkatnya kemandirian desa
    indikator:
      - id: desa-mandiri
        nama: Jumlah desa mandiri
        satuan: desa
        arah: naik
        rumus_capaian: naik
        target: {2018: 12, 2019: 20, 2020: 25, 2021: 30}
"""
RESULTS = """\
tahun: 2018
status: final
capaian:
  desa-mandiri: {realisasi: 12, sumber: {judul: LKjIP 2018}}
"""


@pytest.fixture
def context(write: Write) -> Context:
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku/2016.yaml": FIRST,
            f"{DINAS}/iku/2018.yaml": AMENDMENT,
            f"{DINAS}/capaian/2018.yaml": RESULTS,
        }
    )
    loaded = load_laporan(root)
    assert loaded.laporan is not None
    assert [problem for problem in loaded.problems if problem.is_error] == []
    return build_context(loaded.laporan, acuan=date(2020, 6, 1))


@pytest.fixture
def html(context: Context) -> Mapping[str, str]:
    """The pages by their folder, with plain spaces."""
    plans = Site(context, {}).pages()
    made = (plan.make() for plan in plans if isinstance(plan, PagePlan))
    return {page.folder: str(page.html).replace("\u00a0", " ") for page in made}


@pytest.fixture
def rows(context: Context) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The rows of the CSV by indicator and year."""
    found = {}
    for indikator in context.laporan.all_indikator():
        for row in indikator_rows(context, indikator):
            cells = dict(zip(COLUMN_NAMES, row, strict=True))
            found[cells["indikator_id"], cells["tahun"]] = cells
    return found


def test_the_page_of_the_indicator_names_both_promises(html: Mapping[str, str]) -> None:
    page = html[f"{DINAS}/desa-mandiri"]
    assert "Target 12 desa (semula 20 desa), jadi <strong>tercapai</strong>" in page
    assert "<small>semula 20 desa (Keputusan 2016)</small>" in page
    assert "Keputusan 2016: Keputusan Kepala Dinas Nomor 1/2016." in page
    assert "Target semula: 2018 20; 2019 30; 2020 40; 2021 50." in page  # the chart in words
    assert ">Semula</text>" in page


def test_the_table_of_the_year_names_both_promises(html: Mapping[str, str]) -> None:
    assert "<small>semula 20 desa (Keputusan 2016)</small>" in html[f"{DINAS}/tahun-2018"]


def test_the_page_of_the_instansi_names_both_decrees(html: Mapping[str, str]) -> None:
    page = html[DINAS]
    assert "Perubahan Keputusan Kepala Dinas Nomor 9/2018" in page
    assert "Keputusan 2016: Keputusan Kepala Dinas Nomor 1/2016, periode 2016–2021" in page
    assert "Tidak dimuat lagi dalam Perubahan 2018" in page


def test_a_promise_that_was_left_out_stays_without_a_verdict(
    html: Mapping[str, str], rows: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    page = html[f"{DINAS}/bumdes"]
    assert "Perubahan 2018 tidak memuatnya lagi" in page
    assert "7 unit" in page
    assert (rows["bumdes", "2019"]["target"], rows["bumdes", "2019"]["status"]) == (
        "7",
        "digantikan",
    )
    # 2017 was over before: it is still missing.
    assert rows["bumdes", "2017"]["status"] == "belum_dilaporkan"


def test_the_data_hold_both_promises(
    context: Context, rows: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    row = rows["desa-mandiri", "2018"]
    assert (row["target"], row["target_iku"], row["dasar_target"]) == ("12", "12", "iku")
    assert (row["target_semula"], row["status"]) == ("20", "tercapai")
    assert rows["desa-mandiri", "2017"]["target_semula"] == ""
    files = {plan.path: plan for plan in Site(context, {}).downloads()}
    text = files["data/iku.json"].make()
    (pemda,) = json.loads(text)["pemda"]
    indikator: dict[str, Any] = pemda["instansi"][0]["indikator"][0]
    year = next(year for year in indikator["pengukuran"] if year["tahun"] == 2018)
    assert year["target_semula"] == [
        {"target": {"nilai": "20"}, "satuan": "desa", "dokumen": "Keputusan 2016"}
    ]
    assert indikator["berlaku_sejak"] == 2018
    whole = io.StringIO(files["data/capaian.csv"].make().decode("utf-8-sig"))
    semula = {line["target_semula"] for line in csv.DictReader(whole)}
    assert semula == {"", "20", "30", "40", "50"}
