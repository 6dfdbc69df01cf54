"""The help that an editor shows: in step with the model, in Indonesian, without false alarms."""

import fnmatch
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from iku_terbuka.load import load_laporan
from iku_terbuka.model.schema import (
    FILE_MODELS,
    SCHEMA_FOLDER,
    json_schema,
    schema_file,
    schema_line,
)
from tests.conftest import CONTOH, DATA, RENCANA, ROOT

POLA = {
    "pemda": "*/pemda.yaml",
    "iku": "*/**/iku.yaml",
    "capaian": "*/**/capaian/*.yaml",
    "skala": "skala/*.yaml",
    "dokumen": "*/dokumen/*.yaml",
    "perjanjian-kinerja": "*/**/perjanjian-kinerja/*.yaml",
    "evaluasi": "*/**/evaluasi/*.yaml",
    "daftar-dokumen": "*/**/daftar-dokumen.yaml",
}
SKEMA: dict[str, dict[str, Any]] = {jenis: json.loads(json_schema(jenis)) for jenis in FILE_MODELS}


def properties() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield every property with its name and the schema that holds it."""
    for jenis, whole in SKEMA.items():
        for name, part in (("", whole), *whole["$defs"].items()):
            for key, each in part.get("properties", {}).items():
                yield f"{jenis}{'.' if name else ''}{name}.{key}", each, whole


def validator(jenis: str) -> Draft7Validator:
    return Draft7Validator(SKEMA[jenis])


def terlihat(text: str, versi: str) -> Any:
    """Return what an editor sees: values with the types of YAML 1.1 or 1.2, keys as text."""
    if versi == "1.1":
        data = yaml.safe_load(text)
    else:
        reader = YAML(typ="safe", pure=True)
        reader.version = (1, 2)
        data = reader.load(text)
    return json.loads(json.dumps(data, default=str))


def berkas(jenis: str) -> list[Path]:
    roots = (DATA / "indicators", CONTOH, RENCANA)
    return [path for root in roots for path in root.glob(POLA[jenis])]


def complaints(jenis: str, text: str) -> list[str]:
    return [
        f"{versi}: {error.json_path}: {error.message[:100]}"
        for versi in ("1.1", "1.2")
        for error in validator(jenis).iter_errors(terlihat(text, versi))
    ]


@pytest.mark.parametrize("jenis", FILE_MODELS)
def test_the_committed_schema_is_the_one_of_the_model(jenis: str) -> None:
    path = ROOT / "indicators" / schema_file(jenis)
    assert path.read_bytes() == json_schema(jenis).encode(), (
        f"write them again: iku export --schema indicators/{SCHEMA_FOLDER}"
    )


@pytest.mark.parametrize("jenis", FILE_MODELS)
def test_each_schema_is_a_schema_and_says_what_the_file_is(jenis: str) -> None:
    Draft7Validator.check_schema(SKEMA[jenis])
    assert SKEMA[jenis]["title"]
    assert "indicators/" in SKEMA[jenis]["description"]


def test_every_property_has_title_description_and_a_valid_example() -> None:
    seen = list(properties())
    assert len(seen) > 120
    for name, each, whole in seen:
        assert each["title"][0].isupper(), name
        assert len(each["description"]) >= 10, name
        assert each["description"].endswith((".", "…")), f"{name}: {each['description']}"
        assert each["examples"], name
        part = Draft7Validator({**each, "$defs": whole["$defs"]})
        for contoh in each["examples"]:
            assert [error.message for error in part.iter_errors(contoh)] == [], name


def test_no_word_of_pydantic_or_of_a_docstring_is_shown() -> None:
    said = re.findall(
        r'"(?:title|description)": "([^"]*)"', "\n".join(map(json_schema, FILE_MODELS))
    )
    assert len(said) > 200
    for text in said:
        assert not re.search(r"\b(the|of|and|is|with|what|year|value|Isi[A-Z]\w+)\b", text), text
    for whole in SKEMA.values():
        for part in whole["$defs"].values():
            assert not {"title", "description"} & part.keys()


@pytest.mark.parametrize("jenis", FILE_MODELS)
def test_an_editor_shows_no_error_in_a_shipped_file(jenis: str) -> None:
    files = berkas(jenis)
    assert files
    for path in files:
        assert complaints(jenis, path.read_text(encoding="utf-8")) == [], path


NILAI_BENAR = [
    *("82.5", '"82.5"', "3.20", "-2.07", "1004422800", "", "{nilai: 3.01, predikat: B-}"),
    *("{bawah: 3.6, atas: 4.4}", '{nilai: "3.01", tercetak: "3,01 (-B)"}', "{predikat: on}"),
]


@pytest.mark.parametrize("nilai", NILAI_BENAR)
def test_a_result_that_the_loader_takes_is_right_in_the_editor(nilai: str, tmp_path: Path) -> None:
    text = f"tahun: 2025\ncapaian:\n  x:\n    realisasi: {nilai}\n    sumber:\n"
    assert complaints("capaian", text) == []


@pytest.mark.parametrize("nilai", ["3,01", "1.000.000", "82 persen", "tidak ada", "[1]", "2e3x"])
def test_a_result_that_the_loader_refuses_is_wrong_in_the_editor(nilai: str) -> None:
    assert complaints("capaian", f"tahun: 2025\ncapaian:\n  x:\n    realisasi: {nilai}\n")


@pytest.mark.parametrize(
    ("jenis", "text"),
    [
        ("capaian", 'tahun: "2025"\ncapaian:\n  x:\n'),
        ("capaian", "tahun: 2025\ncapaian: {x: {sumber: {judul: 2025, halaman: '12'}}}\n"),
        ("capaian", "tahun: 2025\ncatatan:\ncapaian: {}\n"),
        ("iku", "instansi: X\ndasar_hukum: [{jenis: K, tanggal: 2021-12}]\n"),
        ("iku", "instansi: X\ndasar_hukum: [{jenis: K, tanggal: 2021-12-31}]\n"),
        ("iku", "instansi: X\ndasar_hukum: [{jenis: K, tanggal: 2021}]\n"),
        ("iku", "instansi: no\nmisi: [Satu, {nomor: 2, isi: Dua}]\nfungsi: satu saja\n"),
        (
            "iku",
            "instansi: X\nsasaran:\n  - nama: S\n    indikator:\n      - id: a\n        nama: A\n"
            "        target:\n          2021: 1\n          '2022': 2.50\n          2023:\n",
        ),
        ("pemda", 'nama: X\njenis: kota\nkode_wilayah: "63.11"\nresmi: true\nsitus:\n'),
    ],
)
def test_ways_of_writing_that_the_loader_takes(jenis: str, text: str) -> None:
    assert complaints(jenis, text) == []


@pytest.mark.parametrize(
    ("jenis", "text"),
    [
        ("capaian", "tahun: 25\ncapaian: {}\n"),
        ("capaian", "tahun: 2025\n"),
        ("capaian", "tahun: 2025\ncapaian: {Bukan Id: {realisasi: 1}}\n"),
        ("capaian", "tahun: 2025\ncapaian: {x: {realisasii: 1}}\n"),
        ("capaian", "tahun: 2025\ncapaian: {x: {keadaan: hilang}}\n"),
        ("iku", "instansi: X\nsasaran: [{nama: S, indikator: [{nama: A}]}]\n"),
        ("pemda", "nama: X\njenis: kota\nkode_wilayah: 63.11\n"),
        ("pemda", "nama: X\njenis: kota\nsitus: contoh.go.id\n"),
        ("skala", "nama: X\njenis: nilai\nsumber: S\nkepastian: terbaca\nkelas: []\n"),
    ],
)
def test_mistakes_are_marked_in_the_editor(jenis: str, text: str) -> None:
    assert complaints(jenis, text)


def test_the_first_line_of_a_file_leads_to_its_schema() -> None:
    for jenis in FILE_MODELS:
        for path in (ROOT / "indicators").glob(POLA[jenis]):
            below = path.relative_to(ROOT / "indicators").as_posix()
            named = schema_line(jenis, below).rpartition("=")[2]
            found = Path(os.path.normpath(path.parent / named))
            assert found == ROOT / "indicators" / schema_file(jenis)
            assert found.is_file()


@pytest.mark.parametrize("jenis", FILE_MODELS)
def test_the_shipped_files_begin_with_that_line(jenis: str) -> None:
    for root in (DATA / "indicators", RENCANA):
        for path in root.glob(POLA[jenis]):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            assert first == schema_line(jenis, path.relative_to(root).as_posix()), path


def test_vs_code_finds_the_schema_of_every_file_by_its_place() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    schemas: dict[str, str | list[str]] = settings["yaml.schemas"]
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]
    assert set(schemas) == {f"./indicators/{schema_file(jenis)}" for jenis in FILE_MODELS}
    for jenis in FILE_MODELS:
        root = (DATA / "indicators" if jenis == "skala" else RENCANA).parent
        globs = schemas[f"./indicators/{schema_file(jenis)}"]
        patterns = [globs] if isinstance(globs, str) else globs
        for path in (root / "indicators").glob(POLA[jenis]):
            name = path.relative_to(root).as_posix()
            matching = [
                schema
                for schema, listed in schemas.items()
                for glob in ([listed] if isinstance(listed, str) else listed)
                if fnmatch.fnmatch(name, glob.replace("**/", "*"))
            ]
            assert matching == [f"./indicators/{schema_file(jenis)}"] * len(matching)
            assert matching, (name, patterns)


def test_the_loader_does_not_see_the_schemas(tmp_path: Path) -> None:
    folder = tmp_path / "indicators" / SCHEMA_FOLDER
    folder.mkdir(parents=True)
    (folder / "iku.yaml").write_text("bukan: data\n", encoding="utf-8")
    loaded = load_laporan(tmp_path / "indicators")
    assert [problem.code for problem in loaded.problems] == ["tanpa-pemda"]
