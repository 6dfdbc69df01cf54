"""The list of keys is whole: each property of each schema, described, with what it takes."""

import json
from typing import Any

import pytest

from iku_terbuka.model.keys import KeyTable, file_keys
from iku_terbuka.model.schema import FILE_MODELS, json_schema

FILES = {file.jenis: file for file in file_keys()}
TABLES = {table.anchor: table for file in file_keys() for table in file.tables}


def names(table: KeyTable) -> set[str]:
    return {key.name for key in table.keys} | (names(TABLES[table.also]) if table.also else set())


def schemas_with_keys(jenis: str) -> list[dict[str, Any]]:
    schema = json.loads(json_schema(jenis))
    return [one for one in (schema, *schema["$defs"].values()) if "properties" in one]


@pytest.mark.parametrize("jenis", FILE_MODELS)
def test_every_key_of_the_schema_is_listed(jenis: str) -> None:
    listed = [names(table) for table in TABLES.values()]
    for schema in schemas_with_keys(jenis):
        assert set(schema["properties"]) in listed
    top = json.loads(json_schema(jenis))
    first = FILES[jenis].tables[0]
    keys = top.get("properties") or top["$defs"]["EntriDokumen"]["properties"]
    assert names(first) == set(keys)


def test_every_key_says_what_it_is_and_what_it_takes() -> None:
    for table in TABLES.values():
        for key in table.keys:
            assert key.description.endswith("."), (table.anchor, key.name)
            assert not key.parts or key.parts in TABLES
    arah = {key.name: key for key in TABLES["iku-indikator"].keys}["rumus_capaian"]
    assert arah.choices == ("naik", "turun", "turun_rasio", "rentang", "status")


def test_required_keys_are_those_that_the_schema_requires() -> None:
    required = {key.name for key in TABLES["iku-indikator"].keys if key.required}
    assert required == {"id", "nama"}
