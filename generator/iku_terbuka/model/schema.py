"""JSON Schemas of the kinds of file, from the model itself: the help that an editor shows.

Editors know draft-07 best and show what a property says about itself, so every property carries
an Indonesian title, description and example, and nothing says anything in English.
"""

import json
from collections.abc import Callable, Container, Mapping
from typing import Any

from iku_terbuka.model import CapaianTahunan, Iku, ProfilPemda, Skala
from iku_terbuka.model.daftar_dokumen import DaftarDokumen
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.evaluasi import EvaluasiAkip
from iku_terbuka.model.fields import FileModel
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja

FILE_MODELS: Mapping[str, type[FileModel]] = {
    "pemda": ProfilPemda,
    "iku": Iku,
    "capaian": CapaianTahunan,
    "skala": Skala,
    "dokumen": DokumenHukum,
    "perjanjian-kinerja": PerjanjianKinerja,
    "evaluasi": EvaluasiAkip,
    "daftar-dokumen": DaftarDokumen,
}
# What each kind of file is, and where it lies.
ABOUT: Mapping[str, tuple[str, str]] = {
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
    "dokumen": (
        "Keputusan untuk banyak instansi",
        "indicators/<pemda>/dokumen/<nama>.yaml: satu keputusan yang dirujuk banyak iku.yaml.",
    ),
    "perjanjian-kinerja": (
        "Perjanjian Kinerja satu tahun",
        "indicators/<pemda>/<instansi>/perjanjian-kinerja/<tahun>.yaml: target dan program yang "
        "dijanjikan satu instansi untuk satu tahun.",
    ),
    "evaluasi": (
        "Evaluasi AKIP satu tahun",
        "indicators/<pemda>/<instansi>/evaluasi/<tahun>.yaml: hasil evaluasi akuntabilitas "
        "kinerja (LHE AKIP).",
    ),
    "daftar-dokumen": (
        "Daftar dokumen",
        "indicators/<pemda>/<instansi>/daftar-dokumen.yaml: dokumen perencanaan dan pelaporan "
        "satu instansi.",
    ),
}
# Lies beside the data; the loader skips hidden folders.
SCHEMA_FOLDER = ".skema"
NULL = {"type": "null"}

JsonSchema = dict[str, Any]


def json_schema(jenis: str) -> str:
    """Return the JSON Schema of one of ``FILE_MODELS`` as text."""
    model = FILE_MODELS[jenis]
    schema = model.model_json_schema()
    defined = schema.pop("$defs", {})
    title, about = ABOUT[jenis]
    whole = _object(schema, defined)
    return schema_text(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            **(whole["properties"][model.list_key] if model.list_key else whole),
            "title": title,
            "description": about,
            "$defs": {name: _object(one, defined) for name, one in defined.items()},
        }
    )


def schema_text(schema: JsonSchema) -> str:
    """Return a schema as text that people read too."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def rewrite(
    schema: Any, left_out: Container[str], change: Callable[[JsonSchema], JsonSchema]
) -> Any:
    """Return a part of a schema without the keys ``left_out``, and every object in it changed.

    ``change`` gets an object whose parts have been changed already.
    """
    if isinstance(schema, list):
        return [rewrite(one, left_out, change) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in left_out}
    return change({key: rewrite(value, left_out, change) for key, value in kept.items()})


def schema_file(jenis: str) -> str:
    """Return where the schema of a kind of file lies, relative to the folder of the data."""
    return f"{SCHEMA_FOLDER}/{jenis}.schema.json"


def schema_line(jenis: str, path: str) -> str:
    """Return the first line of a data file, by which editors find its schema.

    ``path`` is the file's path below the folder of the data, with ``/``.
    """
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{schema_file(jenis)}"


def _object(schema: JsonSchema, defined: Mapping[str, Any]) -> JsonSchema:
    """Return a definition without pydantic's words; its docstring is for programmers."""
    kept = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    if "properties" in kept:
        required = kept.get("required", ())
        kept["properties"] = {
            key: _property(key, one if key in required else _may_be_empty(one), defined)
            for key, one in kept["properties"].items()
        }
    return kept


def _property(key: str, schema: JsonSchema, defined: Mapping[str, Any]) -> JsonSchema:
    # Titles and examples of its parts would be shown instead of its own.
    kept = rewrite(schema, {"title", "examples"}, _only_named)
    if kept.get("default", ...) in (None, [], {}):
        del kept["default"]
    return {
        "title": key.replace("_", " ").capitalize(),
        **kept,
        "examples": schema.get("examples") or [_example(schema, defined)],
    }


def _only_named(schema: JsonSchema) -> JsonSchema:
    """Refuse other names in a mapping whose names have a pattern; its values may be empty."""
    if "patternProperties" not in schema:
        return schema
    named = {name: _may_be_empty(one) for name, one in schema["patternProperties"].items()}
    return {**schema, "patternProperties": named, "additionalProperties": False}


def _may_be_empty(schema: JsonSchema) -> JsonSchema:
    """Accept an empty value, which a mapping leaves out: a form to fill begins that way."""
    branches = schema.get("anyOf")
    if branches is None:
        about: JsonSchema = {
            key: schema[key] for key in ("description", "default") if key in schema
        }
        value = {key: one for key, one in schema.items() if key not in about}
        return {**about, "anyOf": [value, NULL]}
    return schema if NULL in branches else {**schema, "anyOf": [*branches, NULL]}


def _example(schema: JsonSchema, defined: Mapping[str, Any]) -> Any:
    """Make an example from those of the parts: the required ones, or else the first."""
    if "$ref" in schema:
        return _example(defined[schema["$ref"].rpartition("/")[2]], defined)
    if "examples" in schema:
        return schema["examples"][0]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _example(schema["anyOf"][0], defined)
    if "items" in schema:
        return [_example(schema["items"], defined)]
    parts = schema["properties"]
    names = schema.get("required") or list(parts)[:1]
    return {name: _example(parts[name], defined) for name in names}
