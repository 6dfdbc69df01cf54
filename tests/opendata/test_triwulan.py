"""The parts of years in the open data: in files of their own, never in the year's figure."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest

from iku_terbuka.context import Context
from iku_terbuka.opendata import capaian_csv, iku_json
from iku_terbuka.opendata.iku_schema import iku_schema
from tests.conftest import DATA
from tests.opendata.sites import made, paths, read_site, write_data


@pytest.fixture(scope="module")
def context() -> Context:
    return read_site(DATA / "triwulan")


def table(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_every_part_has_a_row_and_no_year_is_filled_from_them(context: Context) -> None:
    rows = [
        row
        for row in table(made(context, "data/triwulan.csv"))
        if row["indikator_id"] == "kepuasan"
    ]
    assert len(rows) == 12
    assert {(row["pembagian"], row["cara"]) for row in rows} == {("bulanan", "rata")}
    assert [row["realisasi"] for row in rows] == ["3.1", "3.25", "3.31", *[""] * 9]
    assert rows[1]["sumber"] == "Survei Februari"
    years = {
        row["tahun"]: row
        for row in table(capaian_csv(context))
        if row["indikator_id"] == "jumlah-pelatihan"
    }
    assert {tahun: (row["realisasi"], row["status"]) for tahun, row in years.items()} == {
        "2025": ("", "belum_dilaporkan"),
        "2026": ("", "berjalan"),
    }


def test_frictionless_accepts_the_package_with_the_parts(tmp_path: Path, context: Context) -> None:
    data = write_data(context, tmp_path)
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert [task.name for task in report.tasks] == ["capaian", "indikator", "triwulan"]


def test_the_json_has_the_parts_and_the_figure_to_date(context: Context) -> None:
    data: dict[str, Any] = json.loads(iku_json(context))
    jsonschema.Draft202012Validator(json.loads(iku_schema())).validate(data)
    (spm,) = (
        one
        for instansi in data["pemda"][0]["instansi"]
        for one in instansi["indikator"]
        if one["id"] == "spm"
    )
    assert spm["hasil"]["2026"]["triwulan"]["2"]["realisasi"] == {"nilai": "52"}
    assert spm["pengukuran"][-1]["sampai"] == {
        "pembagian": "triwulan",
        "bagian": 2,
        "cara": "kumulatif",
        "target": {"nilai": "50"},
        "realisasi": {"nilai": "52"},
    }
    assert "sampai" not in spm["pengukuran"][1], "the year's own figure wins"


def test_data_without_parts_have_no_such_file() -> None:
    assert "data/triwulan.csv" in paths(read_site(DATA / "triwulan"))
    assert "data/triwulan.csv" not in paths(read_site(DATA / "indicators"))
