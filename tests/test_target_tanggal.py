"""A date as a target and as a result, wherever a reader meets it: words, charts, data, history."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.check import check
from iku_terbuka.context import Context
from iku_terbuka.formulir.form import DATED, build_form
from iku_terbuka.history.numbers import NumberKey, NumberPlace, parse_numbers
from iku_terbuka.history.values import Entry
from iku_terbuka.load import load_laporan
from iku_terbuka.model.skeleton import capaian_skeleton
from iku_terbuka.opendata import capaian_csv, iku_json
from iku_terbuka.opendata.iku_schema import iku_schema
from iku_terbuka.pages import indikator_page, instansi_page
from tests.diff.sides import diff, measured, replaced, shown_lines
from tests.fictional import PEMDA, Write
from tests.html_tree import parse_page

DINAS = "kabupaten-contoh/dinas-contoh"
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2024, akhir: 2026}
dokumen: {judul: Renstra}
sasaran:
  - nama: Meningkatnya akuntabilitas
    indikator:
      - id: laporan
        nama: Penyampaian laporan keuangan
        satuan: tanggal
        arah: turun
        target: {2024: {tanggal: 2025-03-31}, 2025: {tanggal: 2026-03-31}}
        penanggung_jawab: Dinas Contoh
"""
HASIL = """\
tahun: 2024
status: final
capaian:
  laporan: {realisasi: {tanggal: 2025-03-24}, sumber: {judul: LKjIP 2024}}
"""
FILES = {
    "kabupaten-contoh/pemda.yaml": PEMDA,
    f"{DINAS}/iku.yaml": IKU,
    f"{DINAS}/capaian/2024.yaml": HASIL,
}
changed = partial(replaced, files=FILES)


@pytest.fixture
def context(write: Write) -> Context:
    return measured(write, FILES)


def test_nothing_of_it_is_doubtful(write: Write) -> None:
    assert [problem.message for problem in check(load_laporan(write(FILES)))] == []


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2025-03-24", Status.TERCAPAI),
        ("2025-03-31", Status.TERCAPAI),
        ("2025-04-01", Status.BELUM_TERCAPAI),
        ("2025", Status.TIDAK_DAPAT_DIHITUNG),
    ],
)
def test_it_is_reached_on_the_day_or_before(write: Write, day: str, status: Status) -> None:
    context = measured(write, changed(f"{DINAS}/capaian/2024.yaml", ("2025-03-24", day)))
    (indikator,) = context.laporan.all_indikator()
    year = context.pengukuran(indikator)[2024]
    assert (year.status, year.capaian) == (status, None)


def test_pages_say_it_in_indonesian(context: Context) -> None:
    (indikator,) = context.laporan.all_indikator()
    page = parse_page(indikator_page(context, indikator).html)
    said = page.text.replace("\xa0", " ")
    assert "24 Maret 2025 . Target paling lambat 31 Maret 2025, jadi tercapai" in said
    assert "akin awal makin baik" in said
    assert "rendah" not in said
    assert "Targetnya tanggal, bukan angka, jadi tidak digambar." in said
    assert "2024 tanpa persentase: targetnya tanggal, yang hanya tercapai atau tidak." in said
    assert "2025-03" not in said
    listed = parse_page(instansi_page(context, context.instansi[DINAS]).html)
    assert "31 Maret 2025" in listed.text
    assert "24 Maret 2025" in listed.text


def test_a_target_alone_is_a_whole_sentence(write: Write) -> None:
    files = {name: text for name, text in FILES.items() if "capaian" not in name}
    context = measured(write, files)
    (indikator,) = context.laporan.all_indikator()
    page = parse_page(indikator_page(context, indikator).html)
    assert "menargetkan paling lambat 31 Maret 2026 untuk 2025." in page.text


def test_open_data_keep_dates_apart_from_numbers(context: Context) -> None:
    first = next(csv.DictReader(io.StringIO(capaian_csv(context).decode("utf-8-sig"))))
    assert (first["target"], first["realisasi"], first["status"]) == ("", "", "tercapai")
    assert (first["target_tanggal"], first["realisasi_tanggal"]) == ("2025-03-31", "2025-03-24")
    data = json.loads(iku_json(context))
    jsonschema.validate(data, json.loads(iku_schema()))
    assert '"realisasi": {"tanggal": "2025-03-24"}' in iku_json(context).decode()


def test_staff_are_told_how_to_write_it(context: Context) -> None:
    dinas = context.instansi[DINAS]
    (row,) = build_form(dinas, 2025, {}).rows
    assert row.shown["target"] == "31 Maret 2026"
    assert row.remark == DATED
    text = capaian_skeleton(dinas, 2025)
    assert "Target 2025: paling lambat 2026-03-31" in text
    assert "realisasi: {tanggal: 2026-03-31}" in text


def test_its_past_is_known() -> None:
    numbers = parse_numbers(IKU.encode(), NumberPlace(DINAS))
    assert numbers is not None
    assert numbers[NumberKey("laporan", 2024)] == Entry(tanggal="2025-03-31")


def test_a_change_of_it_is_told_in_words(write: Write) -> None:
    moved = changed(
        f"{DINAS}/iku.yaml", ("2024: {tanggal: 2025-03-31}", "2024: {tanggal: 2025-02}")
    )
    (line,) = [one for one in shown_lines(diff(write, moved, FILES)) if "· 2024:" in one]
    assert "target 31 Maret 2025 → Februari 2025" in line
    assert "tercapai → belum tercapai" in line
