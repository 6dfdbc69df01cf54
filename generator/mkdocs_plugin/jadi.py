"""A page as it stands between the parser and the theme, and as text to be kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.model import Lokasi
from generator.output import OutputFile
from generator.siap import Judul


@dataclass(frozen=True)
class Jadi:
    """Front matter, headings and HTML of a page; ``asal`` is what it was made of, without text."""

    meta: Mapping[str, Any]
    judul: tuple[Judul, ...]
    html: str
    asal: OutputFile


def ke_teks(jadi: Jadi) -> str:
    return json.dumps(asdict(jadi), ensure_ascii=False)


def dari_teks(teks: str) -> Jadi:
    """Return the page that :func:`ke_teks` wrote."""
    made = json.loads(teks)
    asal = OutputFile(**made["asal"])
    if made["asal"]["sumber"]:
        place = made["asal"]["sumber"]
        asal = replace(asal, sumber=Lokasi(place["berkas"], place["baris"], tuple(place["path"])))
    return Jadi(made["meta"], tuple(Judul(**satu) for satu in made["judul"]), made["html"], asal)
