"""The JSON Schema describes what is built, and nothing looser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest

from iku_terbuka.opendata import downloads, iku_json
from iku_terbuka.opendata.iku_schema import iku_schema
from tests.cascade import KAB, cascade_context
from tests.conftest import CONTOH, DATA
from tests.fictional import Write
from tests.opendata.sites import bare, read_site

SCHEMA: dict[str, Any] = json.loads(iku_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("folder", [DATA / "indicators", CONTOH], ids=["nyata", "contoh"])
def test_every_json_is_valid(folder: Path) -> None:
    VALIDATOR.check_schema(SCHEMA)
    context = read_site(folder)
    plans = [plan for plan in downloads(context) if plan.path.endswith("iku.json")]
    # The parts are the whole in smaller files: some of each depth.
    some = [plans[0], *plans[1::15]]
    assert len({plan.path.count("/") for plan in some}) > 2
    for plan in some:
        VALIDATOR.validate(json.loads(cast(bytes, plan.make())))
    VALIDATOR.validate(json.loads(iku_json(bare(context))))


def test_what_an_indicator_supports_is_there_too(write: Write) -> None:
    data = json.loads(iku_json(cascade_context(write)))
    VALIDATOR.validate(data)
    menopang = {
        indikator["id"]: indikator.get("menopang")
        for pemda in data["pemda"]
        for instansi in pemda["instansi"]
        for indikator in instansi["indikator"]
    }
    assert menopang["kematian"] == [f"{KAB}/mutu-hidup"]
    assert menopang["antrean"] is None


@pytest.fixture(scope="module")
def contoh() -> str:
    return iku_json(read_site()).decode()


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ((), {"lain": 1}),
        (("pemda", 0), {"resmi": "ya"}),
        (("pemda", 0, "instansi", 0, "indikator", 0), {"warna": "merah"}),
        (("pemda", 0, "instansi", 0, "indikator", 0), {"nama": None}),
        (("pemda", 0, "instansi", 0, "indikator", 0, "pengukuran", 0), {"capaian": 99.5}),
        (("pemda", 0, "instansi", 0, "indikator", 0, "pengukuran", 0), {"status": "gagal"}),
        (("pemda", 0, "instansi", 0, "indikator", 0, "pengukuran", 0), {"target": {"nilai": 3.2}}),
        (("pemda", 0, "instansi", 0, "keputusan", 0), {"sasaran": []}),
    ],
)
def test_a_wrong_json_is_not(
    contoh: str, path: tuple[str | int, ...], change: dict[str, Any]
) -> None:
    data = json.loads(contoh)
    place = data
    for step in path:
        place = place[step]
    place.update(change)
    assert not VALIDATOR.is_valid(data)


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    for one in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(one, dict | list):
            yield from _parts(one)
    if isinstance(schema, dict):
        yield schema


def test_it_can_be_read_by_people() -> None:
    """Every property says in Indonesian what it is; every reference leads somewhere."""
    described = 0
    for part in _parts(SCHEMA):
        for nama, change in part.get("properties", {}).items():
            assert change.get("description"), nama
            described += 1
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]
    assert described > 100
    words = " ".join(
        b["description"] for b in _parts(SCHEMA) if isinstance(b.get("description"), str)
    )
    assert not re.search(r"\b(the|which|of|whether)\b", words)
