"""JSON Schemas of the kinds of file, from the model itself."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from generator.model import CapaianTahunan, Iku, ProfilPemda, Skala

BERKAS: Mapping[str, type[BaseModel]] = {
    "pemda": ProfilPemda,
    "iku": Iku,
    "capaian": CapaianTahunan,
    "skala": Skala,
}


def skema(jenis: str) -> str:
    """Return the JSON Schema of one of ``BERKAS`` as text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BERKAS[jenis].model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
