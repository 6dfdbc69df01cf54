"""Every node and indicator has its files, all made of the same rows."""

import csv
import io
import json
import posixpath
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.opendata import (
    KOLOM,
    NAMA_KOLOM,
    berkas_unduhan,
    capaian_csv,
    iku_json,
    path_unduhan,
    potongan,
)
from iku_terbuka.output import jadi
from tests.conftest import ACUAN, CONTOH
from tests.opendata.buatan import baca
from tests.rekaan import PEMDA, Tulis, iku

Berkas = Mapping[str, bytes]


def buat(context: Context) -> Berkas:
    files = list(map(jadi, berkas_unduhan(context)))
    assert len({satu.path for satu in files}) == len(files)
    return {satu.path: _bytes(satu.content) for satu in files}


def _bytes(isi: str | bytes) -> bytes:
    return isi if isinstance(isi, bytes) else isi.encode()


@pytest.fixture(scope="module")
def context() -> Context:
    return baca()


@pytest.fixture(scope="module")
def berkas(context: Context) -> Berkas:
    return buat(context)


def baris_csv(raw: bytes) -> list[list[str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def baris_xlsx(raw: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(raw))["Capaian"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def indikator_json(raw: bytes) -> list[str]:
    return [
        satu["halaman"]
        for pemda in json.loads(raw)["pemda"]
        for instansi in pemda["instansi"]
        for satu in instansi["indikator"]
    ]


def test_every_node_and_indicator_has_its_files(context: Context, berkas: Berkas) -> None:
    expected = {"data/iku.schema.json"}
    for kunci in ("", *context.instansi):
        expected |= {posixpath.join("data", kunci, n) for n in ("capaian.csv", "iku.json")}
        expected.add(posixpath.join("data", kunci, "iku.xlsx"))
    for satu in context.laporan.semua_indikator():
        expected |= {f"data/{satu.kunci}/{n}" for n in ("capaian.csv", "iku.json")}
    assert set(berkas) == expected
    assert berkas["data/capaian.csv"] == capaian_csv(context)
    assert berkas["data/iku.json"] == iku_json(context)


def test_a_part_has_the_rows_of_the_whole_that_are_below_it(berkas: Berkas) -> None:
    head, *rows = baris_csv(berkas["data/capaian.csv"])
    assert tuple(head) == NAMA_KOLOM
    page = NAMA_KOLOM.index("halaman")
    for path, raw in berkas.items():
        below = posixpath.dirname(path).removeprefix("data").lstrip("/")
        expected = [
            row for row in rows if f"/{row[page]}".startswith(f"/{below}".rstrip("/") + "/")
        ]
        if path.endswith(".csv"):
            assert baris_csv(raw) == [head, *expected], path
        elif path.endswith("iku.json"):
            assert indikator_json(raw) == list(dict.fromkeys(row[page] for row in expected)), path
        elif path.endswith(".xlsx"):
            shown = baris_xlsx(raw)
            assert shown[0] == head
            assert len(shown) - 1 == len(expected), path


def test_the_workbook_has_the_cells_of_the_csv(berkas: Berkas) -> None:
    """Same texts; numbers as numbers, of which the CSV has the digits."""
    _, *rows = baris_csv(berkas["data/capaian.csv"])
    _, *shown = baris_xlsx(berkas["data/iku.xlsx"])
    kinds: Counter[str] = Counter()
    for row, cells in zip(rows, shown, strict=True):
        for kolom, text, value in zip(KOLOM, row, cells, strict=True):
            kinds[type(value).__name__] += 1
            if isinstance(value, int | float):
                assert kolom.berangka
                assert float(text) == value
            else:
                assert (value or "") == text
                assert not text or not kolom.berangka or ".." in text
    assert set(kinds) == {"str", "int", "float", "NoneType"}


def test_with_hanya_the_prefix_falls_as_it_does_for_pages(berkas: Berkas) -> None:
    akar = "kabupaten-contoh/dinas-pendidikan"
    own = buat(baca(akar=akar))
    prefix = f"data/{akar}/"
    assert {path.removeprefix("data/") for path in own} - {"iku.schema.json"} == {
        path.removeprefix(prefix) for path in berkas if path.startswith(prefix)
    }
    page = NAMA_KOLOM.index("halaman")
    _, *rows = baris_csv(own["data/capaian.csv"])
    assert [f"{akar}/{row[page]}" for row in rows] == [
        row[page] for row in baris_csv(berkas[f"{prefix}capaian.csv"])[1:]
    ]
    context = baca(akar=akar)
    assert path_unduhan(context, akar, "iku.json") == "data/iku.json"
    assert path_unduhan(context, f"{akar}/x", "iku.json") == "data/x/iku.json"


def test_each_indicator_is_measured_out_once(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    for name in ("baris_indikator", "json_indikator"):
        original = getattr(potongan, name)

        def counted(*args: Any, name: str = name, original: Any = original) -> Any:
            calls[name] += 1
            return original(*args)

        monkeypatch.setattr(potongan, name, counted)
    buat(context)
    many = sum(1 for _ in context.laporan.semua_indikator())
    assert calls == {"baris_indikator": many, "json_indikator": many}


def test_the_same_data_give_the_same_bytes() -> None:
    """Whatever order sets have, and at any time."""
    program = (
        "import hashlib, pathlib, sys\n"
        "from iku_terbuka.context import build_context\n"
        "from iku_terbuka.load import load_laporan\n"
        "from iku_terbuka.opendata import berkas_unduhan, dengan_zip\n"
        "from iku_terbuka.output import jadi\n"
        "context = build_context(load_laporan(pathlib.Path(sys.argv[1])).laporan)\n"
        "for satu in map(jadi, dengan_zip(context, berkas_unduhan(context))):\n"
        "    raw = satu.content if isinstance(satu.content, bytes) else satu.content.encode()\n"
        "    print(satu.path, hashlib.sha256(raw).hexdigest())\n"
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


def test_a_pemda_without_indicators_has_empty_files(tulis: Tulis) -> None:
    root = tulis(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-lain/pemda.yaml": PEMDA.replace("Contoh", "Lain").replace("99.01", "99.02"),
            "kabupaten-lain/dinas/iku.yaml": iku("      - id: x\n        nama: X\n"),
        }
    )
    laporan = load_laporan(root).laporan
    assert laporan is not None
    files = buat(build_context(laporan))
    assert baris_csv(files["data/kabupaten-contoh/capaian.csv"]) == [list(NAMA_KOLOM)]
    assert baris_xlsx(files["data/kabupaten-contoh/iku.xlsx"]) == [list(NAMA_KOLOM)]
    assert indikator_json(files["data/kabupaten-contoh/iku.json"]) == []


def test_json_keeps_what_an_older_decree_said() -> None:
    context = baca(CONTOH)
    data = json.loads(iku_json(context))
    semua = {
        satu["halaman"]: satu
        for instansi in data["pemda"][0]["instansi"]
        for satu in instansi["indikator"]
    }
    several = [s for s in context.laporan.semua_indikator() if len(s.penetapan) > 1]
    assert several
    for satu in several:
        lama = semua[f"{satu.kunci}/"]["penetapan_lama"]
        assert [(isi["nama"], isi["sasaran"]) for isi in lama] == [
            (p.definisi.nama, p.sasaran.nama) for p in satu.penetapan[:-1]
        ]
    reports = [t for i in data["pemda"][0]["instansi"] for t in i["capaian_tahunan"]]
    assert {"sementara", "final"} <= {tahun.get("status") for tahun in reports}
    assert data["acuan"] == ACUAN.isoformat()
