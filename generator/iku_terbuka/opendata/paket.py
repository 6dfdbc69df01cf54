"""``data/datapackage.json``: the tables as a Data Package (version 1 of the standard).

Programs that know the standard read the tables with the right types, and check them.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from iku_terbuka.context import Context
from iku_terbuka.opendata.alamat import alamat_berkas, alamat_halaman, pengenal
from iku_terbuka.opendata.asal import Sumber, rata, sifat, sumber
from iku_terbuka.opendata.kolom import KOLOM, Jenis, Kolom
from iku_terbuka.opendata.metadata import KOLOM_INDIKATOR
from iku_terbuka.opendata.sitasi import JUDUL_SITUS

PATH = "data/datapackage.json"
_FOLDER = "data"
_KUNCI = ["instansi_id", "indikator_id"]


def datapackage(context: Context) -> str:
    """Return the descriptor of ``capaian.csv`` and ``indikator.csv``."""
    day = context.acuan
    site = context.site_url
    data = {
        "profile": "tabular-data-package",
        "name": "iku-terbuka",
        "id": alamat_berkas(context, PATH, "") if site else pengenal(context, ""),
        "title": f"{context.site_name}: {JUDUL_SITUS}",
        "description": _uraian(context),
        **({"homepage": alamat_halaman(context, "", "")} if site else {}),
        **({"version": f"{day:%Y.%m.%d}", "created": f"{day}T00:00:00+07:00"} if day else {}),
        "keywords": ["indikator kinerja utama", "IKU", "SAKIP", "pemerintah daerah"],
        **lisensi(context),
        "contributors": _penyumbang(context),
        "sources": [_sumber(satu) for satu in sumber(context.all_instansi())],
        "resources": [_capaian(context), _indikator()],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def lisensi(context: Context) -> dict[str, Any]:
    """Return the licence of the data; nothing where the site states none."""
    licence = context.lisensi
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.spdx, "title": licence.title, "path": licence.url}]}


def _uraian(context: Context) -> str:
    pemda = context.all_pemda()
    kinds = [f"{satu.nama}: {kind}." for satu in pemda if (kind := sifat(satu))]
    first = (
        "Target, realisasi, dan capaian Indikator Kinerja Utama pemerintah daerah, beserta arti "
        "dan dasar setiap indikator. Sel kosong berarti tidak diketahui, bukan nol."
    )
    return rata(" ".join([first, *kinds]))


def _penyumbang(context: Context) -> list[dict[str, str]]:
    pemda = {context.pemda(simpul.id).nama: None for simpul in context.top_nodes()}
    return [
        {"title": rata(context.site_name), "role": "publisher"},
        *({"title": rata(nama), "role": "author"} for nama in pemda),
    ]


def _sumber(satu: Sumber) -> dict[str, str]:
    return {"title": satu.judul, **({"path": satu.alamat} if satu.alamat else {})}


def _capaian(context: Context) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": _bidang(KOLOM), "missingValues": [""]}
    semua = (satu for node in context.all_instansi() for satu in node.indikator)
    if all(satu.tahun for satu in semua):
        # An indicator without any year has one row with an empty year, which no key may hold.
        schema["primaryKey"] = [*_KUNCI, "tahun"]
    schema["foreignKeys"] = [
        {"fields": _KUNCI, "reference": {"resource": "indikator", "fields": _KUNCI}}
    ]
    return _sumber_daya(
        "capaian", "Target, realisasi, dan capaian: satu baris per indikator dan tahun", schema
    )


def _indikator() -> dict[str, Any]:
    schema = {
        "fields": _bidang(KOLOM_INDIKATOR),
        "missingValues": [""],
        "primaryKey": _KUNCI,
    }
    title = "Arti setiap indikator: satu baris per indikator"
    return _sumber_daya("indikator", title, schema)


def _sumber_daya(nama: str, judul: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": nama,
        "title": judul,
        "path": f"{nama}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "csvddfVersion": 1.2,
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": schema,
    }


def _bidang(kolom: Iterable[Kolom]) -> list[dict[str, Any]]:
    return [_satu_bidang(satu) for satu in kolom]


def _satu_bidang(kolom: Kolom) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if kolom.wajib:
        limits["required"] = True
    if kolom.nilai:
        limits["enum"] = list(kolom.nilai)
    if kolom.pola:
        limits["pattern"] = kolom.pola
    return {
        "name": kolom.nama,
        "type": "string" if kolom.jenis is Jenis.ENUM else kolom.jenis.value,
        "description": kolom.uraian,
        **({"unit": kolom.satuan} if kolom.satuan else {}),
        **({"constraints": limits} if limits else {}),
    }
