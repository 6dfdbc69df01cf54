"""JSON Schemas of the kinds of file, from the model itself: the help that an editor shows.

Editors know draft-07 best and show what a property says about itself, so every property carries
an Indonesian title, description and example, and nothing says anything in English.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from iku_terbuka.model import CapaianTahunan, Iku, ProfilPemda, Skala

FILE_MODELS: Mapping[str, type[BaseModel]] = {
    "pemda": ProfilPemda,
    "iku": Iku,
    "capaian": CapaianTahunan,
    "skala": Skala,
}
# What each kind of file is, and where it lies.
_TENTANG: Mapping[str, tuple[str, str]] = {
    "pemda": ("Profil Pemda", "indicators/<pemda>/pemda.yaml: siapa pemerintah daerah ini."),
    "iku": (
        "Indikator Kinerja Utama",
        "indicators/<pemda>/<instansi>/iku.yaml: satu berkas menyalin satu keputusan.",
    ),
    "capaian": (
        "Capaian satu tahun",
        "indicators/<pemda>/<instansi>/capaian/<tahun>.yaml: hasil semua indikator satu instansi "
        "dalam satu tahun.",
    ),
    "skala": (
        "Skala",
        "indicators/skala/<id>.yaml: predikat untuk nilai, atau kategori untuk capaian.",
    ),
}
# Beside the data, hidden from the loader: the path from a file to its schema needs no repository.
SCHEMA_FOLDER = ".skema"
NULL = {"type": "null"}


def json_schema(jenis: str) -> str:
    """Return the JSON Schema of one of ``BERKAS`` as text."""
    made = FILE_MODELS[jenis].model_json_schema()
    defined = made.pop("$defs", {})
    judul, tentang = _TENTANG[jenis]
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_objek(made, defined),
        "title": judul,
        "description": tentang,
        "$defs": {name: _objek(one, defined) for name, one in defined.items()},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_file(jenis: str) -> str:
    """Return where the schema of a kind of file lies, relative to the folder of the data."""
    return f"{SCHEMA_FOLDER}/{jenis}.schema.json"


def schema_line(jenis: str, berkas: str) -> str:
    """Return the first line of a data file, by which editors find its schema.

    ``berkas`` is the file's path below the folder of the data, with ``/``.
    """
    return f"# yaml-language-server: $schema={'../' * berkas.count('/')}{schema_file(jenis)}"


def _objek(schema: dict[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    """Return a definition without pydantic's words; its docstring is for programmers."""
    kept = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    if "properties" in kept:
        required = kept.get("required", ())
        kept["properties"] = {
            key: _properti(key, one if key in required else _boleh_kosong(one), defined)
            for key, one in kept["properties"].items()
        }
    return kept


def _properti(key: str, schema: dict[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    kept = _bersih(schema)
    if kept.get("default", ...) in (None, [], {}):
        del kept["default"]
    return {
        "title": key.replace("_", " ").capitalize(),
        **kept,
        "examples": schema.get("examples") or [_contoh(schema, defined)],
    }


def _boleh_kosong(schema: dict[str, Any]) -> dict[str, Any]:
    """Accept an empty value, which a mapping leaves out: a form to fill begins that way."""
    branches = schema.get("anyOf")
    if branches is None:
        about: dict[str, Any] = {
            key: schema[key] for key in ("description", "default") if key in schema
        }
        value = {key: one for key, one in schema.items() if key not in about}
        return {**about, "anyOf": [value, NULL]}
    return schema if NULL in branches else {**schema, "anyOf": [*branches, NULL]}


def _bersih(schema: Any) -> Any:
    """Return a part of a schema with neither titles nor examples: its property has them."""
    if isinstance(schema, list):
        return [_bersih(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _bersih(one) for key, one in schema.items() if key not in {"title", "examples"}}
    if "patternProperties" in kept:
        named = kept["patternProperties"].items()
        kept["patternProperties"] = {name: _boleh_kosong(one) for name, one in named}
        kept["additionalProperties"] = False
    return kept


def _contoh(schema: dict[str, Any], defined: Mapping[str, Any]) -> Any:
    """Make an example from those of the parts: the required ones, or else the first."""
    if "$ref" in schema:
        return _contoh(defined[schema["$ref"].rpartition("/")[2]], defined)
    if "examples" in schema:
        return schema["examples"][0]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _contoh(schema["anyOf"][0], defined)
    if "items" in schema:
        return [_contoh(schema["items"], defined)]
    parts = schema["properties"]
    names = schema.get("required") or list(parts)[:1]
    return {name: _contoh(parts[name], defined) for name in names}
