"""The tables beside capaian.csv are there when the data fill them, and say what they hold."""

import csv
import io
import json
from pathlib import Path

import frictionless
import jsonschema
import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.opendata import iku_json
from iku_terbuka.opendata.iku_schema import iku_schema
from iku_terbuka.opendata.tables import filled_tables
from iku_terbuka.pages import generated_parts
from tests.conftest import ACUAN
from tests.fictional import Write, muat
from tests.opendata.sites import made, paths, write_data

HASIL = """x:
    realisasi: 81
    sumber: {judul: LKjIP 2024}
    rincian:
      - menurut: jenis kelamin
        nilai: {laki-laki: 80.50, "=perempuan": {nilai: 81.5, predikat: B}}
      - {menurut: kecamatan, nilai: {Utara: 1}, sumber: {judul: Profil Kecamatan}}
    pembanding:
      - {wilayah: Provinsi Contoh, nilai: 79.4, sumber: {judul: LKjIP Provinsi}}
      - {wilayah: Nasional, nilai: {predikat: BB}}"""


@pytest.fixture
def context(write: Write) -> Context:
    x = "      - {id: x, nama: Aduan, satuan: persen, arah: naik, target: {2024: 80}}\n"
    return build_context(muat(write, x, t2024=HASIL), acuan=ACUAN)


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), strict=True))


def test_a_site_without_such_results_has_no_such_table(write: Write) -> None:
    bare = build_context(muat(write, "      - {id: x, nama: X}\n", t2024="x: {realisasi: 1}"))
    assert filled_tables(bare) == ()
    assert not {path for path in paths(bare) if "rincian" in path or "pembanding" in path}


def test_every_group_and_place_has_its_row(context: Context) -> None:
    assert {"data/pembanding.csv", "data/rincian.csv"} <= paths(context)
    found = rows(made(context, "data/rincian.csv"))
    assert [(row["menurut"], row["kelompok"], row["nilai"], row["sumber"]) for row in found] == [
        ("jenis kelamin", "laki-laki", "80.50", "LKjIP 2024"),
        ("jenis kelamin", "'=perempuan", "81.5", "LKjIP 2024"),
        ("kecamatan", "Utara", "1", "Profil Kecamatan"),
    ]
    assert {(row["indikator_id"], row["tahun"], row["satuan"]) for row in found} == {
        ("x", "2024", "persen")
    }
    found = rows(made(context, "data/pembanding.csv"))
    assert [(row["wilayah"], row["nilai"], row["predikat"], row["sumber"]) for row in found] == [
        ("Provinsi Contoh", "79.4", "", "LKjIP Provinsi"),
        ("Nasional", "", "BB", ""),
    ]


def test_the_package_the_archive_and_the_page_name_them(tmp_path: Path, context: Context) -> None:
    folder = write_data(context, tmp_path)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert len(report.tasks) == 2 + len(filled_tables(context))
    assert b"rincian.csv" in made(context, "data/iku.zip")
    page = generated_parts(context)["tabel-lain"]
    assert 'href="rincian.csv"' in page
    assert "Kolom pembanding.csv" in page


def test_the_json_holds_them_as_typed(context: Context) -> None:
    data = json.loads(iku_json(context))
    jsonschema.validate(data, json.loads(iku_schema()))
    (dinas,) = [one for one in data["pemda"][0]["instansi"] if one["indikator"]]
    hasil = dinas["indikator"][0]["hasil"]["2024"]
    assert hasil["rincian"][0]["nilai"]["laki-laki"] == {"nilai": "80.50"}
    assert hasil["pembanding"][1] == {"wilayah": "Nasional", "nilai": {"predikat": "BB"}}
