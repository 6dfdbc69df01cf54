"""The Data Package: valid, true of the tables beside it, and read as its users read it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest
from frictionless import FrictionlessException, Package

from iku_terbuka.context import Context
from iku_terbuka.opendata.columns import INDIKATOR_COLUMNS
from iku_terbuka.opendata.data_package import data_package
from iku_terbuka.opendata.rows import indikator_csv
from tests.cascade import KAB, cascade_context
from tests.conftest import CONTOH, DATA
from tests.fictional import Write
from tests.opendata.sites import SITE_URL, bare, read_site, write_data


@pytest.fixture(scope="module")
def contoh() -> Context:
    return read_site()


def descriptor(context: Context) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(data_package(context))
    return made


def definitions(context: Context) -> list[dict[str, str]]:
    text = indikator_csv(context).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_what_an_indicator_supports_is_named_by_its_whole_id(write: Write) -> None:
    rows = {row["indikator_id"]: row["menopang"] for row in definitions(cascade_context(write))}
    assert rows["gizi"] == f"{KAB}/kemiskinan; {KAB}/dinas-kesehatan/kematian"
    assert rows["mutu-hidup"] == ""


@pytest.mark.parametrize(
    ("folder", "root"),
    [
        (DATA / "indicators", ""),
        (CONTOH, ""),
        (CONTOH, "kabupaten-contoh/dinas-kesehatan"),
        (DATA / "hostile", ""),
    ],
)
def test_frictionless_accepts_the_package(tmp_path: Path, folder: Path, root: str) -> None:
    data = write_data(read_site(folder, root), tmp_path)
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert [task.stats["rows"] > 3 for task in report.tasks[:2]] == [True, True]


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b",72.46,", b",baik,", "type-error"),
        (b",melampaui,", b",hebat,", "constraint-error"),
        (b",indeks-kesejahteraan-daerah,", b",tanpa-definisi,", "foreign-key"),
    ],
)
def test_frictionless_refuses_a_damaged_table(
    tmp_path: Path, contoh: Context, old: bytes, new: bytes, error: str
) -> None:
    """Else the test above would pass whatever the schema says."""
    data = write_data(contoh, tmp_path)
    table = data / "capaian.csv"
    assert old in table.read_bytes()
    table.write_bytes(table.read_bytes().replace(old, new, 1))
    report = frictionless.validate(str(data / "datapackage.json"))
    assert error in {error for (error,) in report.flatten(["type"])}


def test_a_reader_gets_typed_values(tmp_path: Path, contoh: Context) -> None:
    package = Package(str(write_data(contoh, tmp_path) / "datapackage.json"))
    (row,) = (
        row
        for row in package.get_resource("capaian").read_rows()
        if (row["indikator_id"], row["tahun"]) == ("indeks-kesejahteraan-daerah", 2025)
    )
    assert (str(row["realisasi"]), str(row["capaian"])) == ("72.46", "100.64")
    assert (row["target"], row["keadaan"], row["kode_wilayah"]) == ("72.00", None, "99.99")


def test_the_key_is_claimed_only_where_it_is_true(contoh: Context) -> None:
    def primary_keys(context: Context) -> list[Any]:
        return [one["schema"].get("primaryKey") for one in descriptor(context)["resources"]]

    # One of the five documents names no year; its indicators have a row without one.
    assert primary_keys(read_site(DATA / "indicators")) == [None, ["instansi_id", "indikator_id"]]
    one = replace(read_site(DATA / "indicators", "kabupaten-balangan"))
    assert primary_keys(one)[0] == ["instansi_id", "indikator_id", "tahun"]


def test_every_field_says_what_it_is(contoh: Context) -> None:
    made = descriptor(contoh)
    for resource in made["resources"]:
        for column in resource["schema"]["fields"]:
            assert column["description"].endswith(".")
            assert column["type"] in {"string", "integer", "number"}
    units = {
        column["name"]: column["unit"]
        for resource in made["resources"]
        for column in resource["schema"]["fields"]
        if "unit" in column
    }
    rupiah = dict.fromkeys(("pagu", "realisasi"), "rupiah")
    assert units == {"capaian": "persen", "serapan": "persen", **rupiah}


def test_the_package_tells_where_it_comes_from(contoh: Context) -> None:
    made = descriptor(contoh)
    assert made["id"] == f"{SITE_URL}data/datapackage.json"
    assert made["homepage"] == SITE_URL
    assert (made["version"], made["created"]) == ("2026.11.21", "2026-11-21T00:00:00+07:00")
    assert made["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "rekaan" in made["description"]
    titles = [one["title"] for one in made["sources"]]
    assert titles[0].startswith("Keputusan Bupati Contoh Nomor 000/Rekaan/Tahun 2021 tentang")
    assert len(titles) == len(set(titles)) > 5


def test_a_site_that_knows_nothing_of_itself_claims_nothing(contoh: Context) -> None:
    made = descriptor(bare(contoh))
    assert made["id"] == "urn:iku:situs"
    assert not {"homepage", "version", "created", "licenses"} & set(made)
    try:
        Package.from_descriptor(made)
    except FrictionlessException as error:
        pytest.fail(str(error.reasons))


def test_every_indicator_has_its_metadata(contoh: Context) -> None:
    rows = definitions(contoh)
    assert list(rows[0]) == [column.name for column in INDIKATOR_COLUMNS]
    assert [row["halaman"] for row in rows] == [
        f"{one.kunci}/" for one in contoh.laporan.all_indikator()
    ]
    by_id = {row["indikator_id"]: row for row in rows}
    indeks = by_id["indeks-kesejahteraan-daerah"]
    assert indeks["sasaran"] == "Meningkatnya kualitas hidup warga"
    assert indeks["definisi"].startswith("Indeks ini menggabungkan kesehatan")
    assert (indeks["ukuran"], indeks["satuan"]) == ("indeks", "indeks")
    assert (indeks["kode_wilayah"], indeks["produsen_data"]) == ("99.99", "Kabupaten Contoh")
    assert {row["ukuran"] for row in rows} >= {"persentase", "indeks", ""}
    scales = {row["skala"] for row in rows if row["skala"]}
    assert any(text.endswith("D, C, CC, B, BB, A, AA") for text in scales), scales


def test_a_definition_begins_no_formula() -> None:
    hostile = read_site(DATA / "hostile")
    for row in definitions(hostile):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert "; =" not in cell
