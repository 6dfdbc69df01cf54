"""Data of every shape that the JSON Schemas allow, with odd values: checked, built, looked through.

A tree begins as an honest one, of which some properties are drawn anew, so that many are accepted.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from iku_terbuka.model.schema import FILE_MODELS, json_schema
from tests.attack.common import SMALL_DATA, chance, hostile
from tests.attack.site import build_site, new_project
from tests.conftest import CONTOH

SUFFIX, SHARE = ".json", 1.6
Schema = dict[str, Any]
Place = tuple[dict[str, Any], Schema, Schema]
SCHEMAS: dict[str, Schema] = {kind: json.loads(json_schema(kind)) for kind in FILE_MODELS}
# What a value with a pattern may be; those that do not fit are left out.
PATTERNED = (
    *("0", "-0", "1", "-1", "82.5", "3.20", "0.00", "100", "1004422800", "9" * 30, "0.000000001"),
    *("2024", "2025", "1945", "2199", "2024-02-29", "2025-12-31", "a", "kasus", "a-b", "a" * 80),
    *("-" + "9" * 60 + ".5", "99.01", "#16324c", "2020-01", "1e5"),
)
_HONEST = {
    name: yaml.load((CONTOH / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    for name in SMALL_DATA
}


def kind_of(name: str) -> str:
    """Return which kind of file lies at a path."""
    kinds = (("skala/", "skala"), ("capaian/", "capaian"), ("/iku", "iku"), ("", "pemda"))
    return next(kind for sign, kind in kinds if sign in name)


def draw(rng: Random) -> bytes:
    """Return a tree as JSON: the data of each file by its path."""
    tree = honest()
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        name = rng.choice(sorted(tree))
        objects = list(objects_in(tree[name], SCHEMAS[kind_of(name)], SCHEMAS[kind_of(name)]))
        value, schema, whole = rng.choice(objects)
        names = sorted(schema.get("properties", ())) or list(value)
        key = rng.choice(names) if names else "x"
        value[key] = drawn(property_of(schema, key), whole, rng)
        if chance(rng, 10):
            del value[key]
    return json.dumps(tree, indent=1).encode()


def honest() -> dict[str, Any]:
    """Return a fresh copy of a tree that is accepted."""
    copy: dict[str, Any] = json.loads(json.dumps(_HONEST))
    return copy


def objects_in(
    value: Any, schema: Schema, whole: Schema
) -> Iterator[tuple[dict[str, Any], Schema, Schema]]:
    """Yield every object in a value with its schema and the schema of the whole file."""
    schema = _fitting(value, schema, whole)
    if isinstance(value, dict):
        yield value, schema, whole
        for key, one in list(value.items()):
            yield from objects_in(one, property_of(schema, key), whole)
    elif isinstance(value, list):
        for one in value:
            yield from objects_in(one, schema.get("items", {}), whole)


def property_of(schema: Schema, key: str) -> Schema:
    """Return the schema of a property by its name, an empty one where there is none."""
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    return next(iter(schema.get("patternProperties", {}).values()), {})


def resolved(schema: Schema, whole: Schema) -> Schema:
    while "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def branches(schema: Schema, whole: Schema) -> list[Schema]:
    """Return what a value may be, without the empty value."""
    schema = resolved(schema, whole)
    if "anyOf" not in schema:
        return [schema]
    found = [one for part in schema["anyOf"] for one in branches(part, whole)]
    return [one for one in found if one.get("type") != "null"] or found


def _fitting(value: Any, schema: Schema, whole: Schema) -> Schema:
    wanted = {dict: "object", list: "array"}.get(type(value), "string")
    found = branches(schema, whole)
    return next((one for one in found if wanted in one.get("type", ())), found[0])


def drawn(schema: Schema, whole: Schema, rng: Random, depth: int = 0) -> Any:
    """Return a value that a schema allows, or nearly."""
    examples = schema.get("examples")
    if examples and chance(rng, 20):
        return rng.choice(examples)
    if chance(rng, 3) or depth > 6:
        return rng.choice((None, "", [], {}, [[]], hostile(rng)))
    one = rng.choice(branches(schema, whole))
    if "enum" in one:
        return rng.choice(one["enum"])
    if one.get("type") == "array":
        least, most = one.get("minItems", 0), one.get("maxItems", 4)
        return [drawn(one["items"], whole, rng, depth + 1) for _ in range(rng.randint(least, most))]
    if one.get("type") == "object":
        return _drawn_object(one, whole, rng, depth)
    fitting = [text for text in PATTERNED if re.search(one.get("pattern", "(?!)"), text)]
    return rng.choice(fitting) if fitting and chance(rng, 90) else hostile(rng)


def _drawn_object(schema: Schema, whole: Schema, rng: Random, depth: int) -> dict[str, Any]:
    names = list(schema.get("properties", ()))
    required = set(schema.get("required", ()))
    kept = [name for name in names if name in required or chance(rng, 40)]
    for pattern in schema.get("patternProperties", ()):
        fitting = [text for text in PATTERNED if re.search(pattern, text)] or ["a"]
        kept += rng.sample(fitting, min(len(fitting), rng.randrange(4)))
    return {name: drawn(property_of(schema, name), whole, rng, depth + 1) for name in kept}


def write(tree: dict[str, Any], folder: Path) -> None:
    """Write a tree as YAML files below a folder."""
    for name, data in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def attack(case: bytes) -> None:
    """Build the site of one tree."""
    with tempfile.TemporaryDirectory() as folder:
        project = new_project(Path(folder, "proyek"))
        write(json.loads(case), project / "indicators")
        build_site(project)
