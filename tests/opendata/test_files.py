"""Every node and indicator has its files, all made of the same rows."""

import csv
import io
import json
import posixpath
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any, cast

import openpyxl
import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator
from iku_terbuka.opendata import COLUMN_NAMES, COLUMNS, capaian_csv, downloads, iku_json
from iku_terbuka.opendata import files as module
from iku_terbuka.opendata.origin import download_path
from iku_terbuka.opendata.rows import Row
from tests.conftest import ACUAN, CONTOH
from tests.fictional import PEMDA, Write, iku
from tests.opendata.sites import read_site

Files = Mapping[str, bytes]
TABLES = ("capaian.csv", "iku.json")


def make_all(context: Context) -> Files:
    plans = list(downloads(context))
    files = {plan.path: plan.make() for plan in plans}
    assert len(files) == len(plans)
    return cast(Files, files)


@pytest.fixture(scope="module")
def context() -> Context:
    return read_site()


@pytest.fixture(scope="module")
def files(context: Context) -> Files:
    return make_all(context)


def csv_rows(raw: bytes) -> list[list[str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def xlsx_rows(raw: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(raw))["Capaian"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def indikator_json(raw: bytes) -> list[str]:
    return [
        one["halaman"]
        for pemda in json.loads(raw)["pemda"]
        for instansi in pemda["instansi"]
        for one in instansi["indikator"]
    ]


def test_every_node_and_indicator_has_its_files(context: Context, files: Files) -> None:
    about_all = ("datapackage.json", "dcat.jsonld", "iku.schema.json", "iku.zip", "indikator.csv")
    expected = {"feed.xml", "kabupaten-contoh/feed.xml", *(f"data/{name}" for name in about_all)}
    expected |= {
        f"data/{name}.csv"
        for name in (
            *("pembanding", "rincian", "triwulan"),
            *("program", "evaluasi", "dokumen"),
        )
    }
    for key in ("", *context.instansi):
        expected |= {posixpath.join("data", key, n) for n in TABLES}
        expected.add(posixpath.join("data", key, "iku.xlsx"))
    for one in context.laporan.all_indikator():
        expected |= {f"data/{one.kunci}/{n}" for n in TABLES}
    assert set(files) == expected
    assert files["data/capaian.csv"] == capaian_csv(context)
    assert files["data/iku.json"] == iku_json(context)


def test_a_part_has_the_rows_of_the_whole_that_are_below_it(context: Context, files: Files) -> None:
    head, *rows = csv_rows(files["data/capaian.csv"])
    assert tuple(head) == COLUMN_NAMES
    page = COLUMN_NAMES.index("halaman")
    # The file of an indicator that goes on with another one begins with the rows of that one.
    before = {
        one.kunci: {f"{key}/" for key in one.read_from.values()}
        for one in context.laporan.all_indikator()
    }
    for path, raw in files.items():
        below = posixpath.dirname(path).removeprefix("data").lstrip("/")
        expected = [row for row in rows if row[page] in before.get(below, ())] + [
            row for row in rows if f"/{row[page]}".startswith(f"/{below}".rstrip("/") + "/")
        ]
        if path.endswith("capaian.csv"):
            assert csv_rows(raw) == [head, *expected], path
        elif path.endswith("iku.json"):
            assert indikator_json(raw) == list(dict.fromkeys(row[page] for row in expected)), path
        elif path.endswith(".xlsx"):
            shown = xlsx_rows(raw)
            assert shown[0] == head
            assert len(shown) - 1 == len(expected), path


def test_the_workbook_has_the_cells_of_the_csv(files: Files) -> None:
    """Same texts; numbers as numbers, of which the CSV has the digits."""
    _, *rows = csv_rows(files["data/capaian.csv"])
    _, *shown = xlsx_rows(files["data/iku.xlsx"])
    kinds: Counter[str] = Counter()
    for row, cells in zip(rows, shown, strict=True):
        for column, text, value in zip(COLUMNS, row, cells, strict=True):
            kinds[type(value).__name__] += 1
            if isinstance(value, int | float):
                assert column.numeric
                assert float(text) == value
            else:
                assert (value or "") == text
                assert not text or not column.numeric or ".." in text
    assert set(kinds) == {"str", "int", "float", "NoneType"}


def test_with_hanya_the_prefix_falls_as_it_does_for_pages(files: Files) -> None:
    root = "kabupaten-contoh/dinas-pendidikan"
    own = make_all(read_site(root=root))
    prefix = f"data/{root}/"
    below = {path.removeprefix(prefix) for path in files if path.startswith(prefix)}
    assert {
        path.removeprefix("data/") for path in own if path.endswith((*TABLES, "iku.xlsx"))
    } == below
    page = COLUMN_NAMES.index("halaman")
    _, *rows = csv_rows(own["data/capaian.csv"])
    assert [f"{root}/{row[page]}" for row in rows] == [
        row[page] for row in csv_rows(files[f"{prefix}capaian.csv"])[1:]
    ]
    context = read_site(root=root)
    assert download_path(context, root, "iku.json") == "data/iku.json"
    assert download_path(context, f"{root}/x", "iku.json") == "data/x/iku.json"


def test_nothing_is_made_before_it_is_asked_for(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And then once, for all files that hold it."""
    calls: Counter[str] = Counter()
    original = module.indikator_rows

    def counted(context: Context, indikator: Indikator) -> tuple[Row, ...]:
        calls[indikator.kunci] += 1
        return original(context, indikator)

    monkeypatch.setattr(module, "indikator_rows", counted)
    plans = list(downloads(context))
    assert not calls
    for plan in plans:
        plan.make()
    assert calls == Counter(one.kunci for one in context.laporan.all_indikator())


def test_the_same_data_give_the_same_bytes() -> None:
    """Whatever order sets have, and at any time."""
    program = (
        "import hashlib, pathlib, sys\n"
        "from iku_terbuka.context import build_context\n"
        "from iku_terbuka.load import load_laporan\n"
        "from iku_terbuka.opendata import downloads\n"
        "context = build_context(load_laporan(pathlib.Path(sys.argv[1])).laporan)\n"
        "for plan in downloads(context):\n"
        "    print(plan.path, hashlib.sha256(plan.make()).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(CONTOH)],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Jayapura"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") > 90


def test_a_pemda_without_indicators_has_empty_files(write: Write) -> None:
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-lain/pemda.yaml": PEMDA.replace("Contoh", "Lain").replace("99.01", "99.02"),
            "kabupaten-lain/dinas/iku.yaml": iku("      - id: x\n        nama: X\n"),
        }
    )
    laporan = load_laporan(root).laporan
    assert laporan is not None
    files = make_all(build_context(laporan))
    assert csv_rows(files["data/kabupaten-contoh/capaian.csv"]) == [list(COLUMN_NAMES)]
    assert xlsx_rows(files["data/kabupaten-contoh/iku.xlsx"]) == [list(COLUMN_NAMES)]
    assert indikator_json(files["data/kabupaten-contoh/iku.json"]) == []


def test_json_keeps_what_an_older_decree_said() -> None:
    context = read_site(CONTOH)
    data = json.loads(iku_json(context))
    semua = {
        one["halaman"]: one
        for instansi in data["pemda"][0]["instansi"]
        for one in instansi["indikator"]
    }
    several = [s for s in context.laporan.all_indikator() if len(s.own_penetapan) > 1]
    assert several
    for one in several:
        lama = semua[f"{one.kunci}/"]["penetapan_lama"]
        assert [(content["nama"], content["sasaran"]) for content in lama] == [
            (p.definisi.nama, p.sasaran.nama) for p in one.own_penetapan[:-1]
        ]
    reports = [t for i in data["pemda"][0]["instansi"] for t in i["capaian_tahunan"]]
    assert {"sementara", "final"} <= {tahun.get("status") for tahun in reports}
    assert data["acuan"] == ACUAN.isoformat()
