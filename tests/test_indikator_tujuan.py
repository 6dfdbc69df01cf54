"""A whole row below a tujuan goes wherever one below a sasaran goes; a bare name stays a name."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.check import check
from iku_terbuka.context import Context
from iku_terbuka.formulir.form import build_form
from iku_terbuka.history.numbers import NumberKey, NumberPlace, parse_numbers
from iku_terbuka.load import load_laporan
from iku_terbuka.model.skeleton import indikator_in_force
from iku_terbuka.opendata import capaian_csv, iku_json
from iku_terbuka.opendata.iku_schema import iku_schema
from iku_terbuka.opendata.rows import indikator_csv
from iku_terbuka.pages import indikator_page, instansi_page, search_index, tahun_pages
from tests.diff.sides import diff, measured, replaced, shown_lines
from tests.fictional import PEMDA, Write
from tests.html_tree import facts, parse_page

DINAS = "kabupaten-contoh/dinas-contoh"
IKU = """\
instansi: Dinas Contoh
periode: {awal: 2024, akhir: 2026}
dokumen: {judul: Renstra}
tujuan:
  - nama: Meningkatnya derajat kesehatan
    indikator:
      - Indeks Pembangunan Manusia
      - id: usia-harapan-hidup
        nama: Usia harapan hidup
        satuan: tahun
        arah: naik
        rumus_capaian: naik
        target: {2024: 70, 2025: 71}
        penanggung_jawab: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu layanan
    jenjang: Eselon II
    indikator:
      - id: kepuasan
        nama: Kepuasan pasien
        satuan: persen
        arah: naik
        rumus_capaian: naik
        target: {2024: 80, 2025: 82}
        penanggung_jawab: Dinas Contoh
"""
HASIL = """\
tahun: 2024
status: final
capaian:
  usia-harapan-hidup: {realisasi: 70.5, sumber: {judul: LKjIP 2024}}
  kepuasan: {realisasi: 79, sumber: {judul: LKjIP 2024}}
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


def problems(write: Write, *pairs: tuple[str, str]) -> list[str]:
    found = check(load_laporan(write(changed(f"{DINAS}/iku.yaml", *pairs))))
    return [f"{problem.line} {problem.message}" for problem in found]


def test_it_is_complete(write: Write) -> None:
    assert problems(write) == []


def test_its_id_and_keys_are_checked_like_any_other(write: Write) -> None:
    assert problems(write, ("      - id: usia-harapan-hidup\n        n", "      - n")) == [
        "8 Kunci “id” wajib diisi."
    ]
    twice = problems(write, ("id: kepuasan", "id: usia-harapan-hidup"))
    assert "19 Id “usia-harapan-hidup” sudah dipakai pada baris 8." in twice
    assert "13 Angka “7,1” memakai koma." in problems(write, ("2025: 71", "2025: 7,1"))
    misspelled = "\n".join(problems(write, ("satuan: t", "satuna: t")))
    assert "10 Kunci “satuna” tidak dikenal di sini." in misspelled
    outside = "\n".join(problems(write, ("2025: 71", "2029: 71")))
    assert "13 Target 2029 di luar periode" in outside
    (unknown,) = problems(write, ("id: usia-harapan-hidup", "id: umur"))
    assert "“usia-harapan-hidup” tidak ada dalam keputusan" in unknown


def test_a_mapping_with_a_name_alone_is_told_to_be_a_name(write: Write) -> None:
    given = ("- Indeks Pembangunan Manusia", "- nama: Indeks Pembangunan Manusia")
    assert problems(write, given) == ["7 Kunci “id” wajib diisi."]


def test_it_stands_first_and_is_measured(context: Context) -> None:
    first, second = context.laporan.all_indikator()
    assert (first.id, second.id) == ("usia-harapan-hidup", "kepuasan")
    assert context.pengukuran(first)[2024].status is Status.MELAMPAUI
    dinas = context.instansi[DINAS]
    assert indikator_in_force(dinas, 2025) == (first, second)
    form = build_form(dinas, 2025, {})
    assert [row.shown["sasaran"] for row in form.rows] == [
        "Tujuan: Meningkatnya derajat kesehatan",
        "Meningkatnya mutu layanan",
    ]


def test_pages_name_its_tujuan(context: Context) -> None:
    first, _ = context.laporan.all_indikator()
    page = parse_page(indikator_page(context, first).html)
    assert page.with_class("iku-atas")[0].text == "Tujuan: Meningkatnya derajat kesehatan"
    assert facts(page)["Tujuan"].text == "Meningkatnya derajat kesehatan"
    assert "Sasaran" not in facts(page)
    dinas = context.instansi[DINAS]
    listed = parse_page(instansi_page(context, dinas).html)
    groups = [
        row.text for row in listed.find_all("th") if row.attributes.get("scope") == "rowgroup"
    ]
    assert groups == [
        "Tujuan: Meningkatnya derajat kesehatan",
        "Eselon II · 1 indikator",
        "Sasaran: Meningkatnya mutu layanan",
    ]
    assert "1 Eselon II; di antaranya 1 indikator tujuan" in listed.text
    (names,) = [dd for label, dd in facts(listed).items() if label == "Indikator tujuan"]
    assert [name.text for name in names.find_all("li")] == [
        "Indeks Pembangunan Manusia",
        "Usia harapan hidup",
    ]
    assert [link.attributes["href"] for link in names.find_all("a")] == [
        "usia-harapan-hidup/index.html"
    ]
    (year,) = (plan for plan in tahun_pages(context, dinas, 2024))
    groups = [row.text for row in parse_page(year.make().html).with_class("sasaran")]
    assert groups == [
        "Tujuan: Meningkatnya derajat kesehatan",
        "Sasaran: Meningkatnya mutu layanan",
    ]
    index = search_index(context, {}).make().decode()
    assert "Usia harapan hidup" in index
    assert "Meningkatnya derajat kesehatan" in index


def test_open_data_leave_the_sasaran_empty_and_name_the_tujuan(context: Context) -> None:
    for raw in (capaian_csv(context), indikator_csv(context)):
        first = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
        assert first["indikator_id"] == "usia-harapan-hidup"
        assert (first["sasaran"], first["tujuan"]) == ("", "Meningkatnya derajat kesehatan")
    data = json.loads(iku_json(context))
    jsonschema.validate(data, json.loads(iku_schema()))
    (dinas,) = data["pemda"][0]["instansi"][1:] or data["pemda"][0]["instansi"]
    names = ["Indeks Pembangunan Manusia", "Usia harapan hidup"]
    assert dinas["keputusan"][0]["tujuan"][0]["indikator"] == names
    assert dinas["indikator"][0]["sasaran"] is None
    assert dinas["indikator"][0]["tujuan"] == "Meningkatnya derajat kesehatan"
    assert "tujuan" not in dinas["indikator"][1]


def test_the_past_of_its_numbers_is_known() -> None:
    numbers = parse_numbers(IKU.encode(), NumberPlace(DINAS))
    assert numbers is not None
    assert NumberKey("usia-harapan-hidup", 2025) in numbers


def test_a_change_is_told_once(write: Write) -> None:
    name = f"{DINAS}/iku.yaml"
    lines = shown_lines(diff(write, changed(name, ("2024: 70", "2024: 69")), FILES))
    assert len([line for line in lines if "69" in line]) == 1
    lines = shown_lines(diff(write, changed(name, ("derajat kesehatan", "kesehatan")), FILES))
    assert len([line for line in lines if "kesehatan" in line]) == 1
    below = ("  - nama: Meningkatnya derajat", "  - Tujuan baru\n  - nama: Meningkatnya derajat")
    lines = shown_lines(diff(write, changed(name, below), FILES))
    assert not [line for line in lines if "Usia harapan hidup ·" in line]
