"""``data/datapackage.json``: the tables as a Data Package (version 1 of the standard).

Programs that know the standard read the tables with the right types, and check them.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from iku_terbuka.context import Context
from iku_terbuka.opendata.columns import COLUMNS, INDIKATOR_COLUMNS, Column, ColumnType
from iku_terbuka.opendata.origin import (
    FOLDER,
    SITE_TITLE,
    Source,
    data_kind,
    file_url,
    identifier,
    one_line,
    page_url,
    sources,
)
from iku_terbuka.opendata.tables import Table, filled_tables

_KEY = ["instansi_id", "indikator_id"]
_OF_INDIKATOR = {"fields": _KEY, "reference": {"resource": "indikator", "fields": _KEY}}


def data_package(context: Context) -> bytes:
    """Return the descriptor of ``capaian.csv``, ``indikator.csv`` and the tables beside them."""
    day = context.state().day
    site = context.site_url
    path = f"{FOLDER}/datapackage.json"
    data = {
        "profile": "tabular-data-package",
        "name": "iku-terbuka",
        "id": file_url(context, path, "") if site else identifier(context, ""),
        "title": f"{context.site_name}: {SITE_TITLE}",
        "description": _description(context),
        **({"homepage": page_url(context, "", "")} if site else {}),
        **({"version": f"{day:%Y.%m.%d}", "created": f"{day}T00:00:00+07:00"} if day else {}),
        "keywords": ["indikator kinerja utama", "IKU", "SAKIP", "pemerintah daerah"],
        **_licence(context),
        "contributors": _contributors(context),
        "sources": [_source(source) for source in sources(context.all_instansi())],
        "resources": [
            _capaian(context),
            _indikator(),
            *(_more(table) for table in filled_tables(context)),
        ],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _licence(context: Context) -> dict[str, Any]:
    """Return the licence of the data; nothing where the site states none."""
    licence = context.lisensi
    if licence is None:
        return {}
    return {"licenses": [{"name": licence.spdx, "title": licence.title, "path": licence.url}]}


def _description(context: Context) -> str:
    kinds = [
        f"{pemda.nama}: {kind}." for pemda in context.all_pemda() if (kind := data_kind(pemda))
    ]
    first = (
        "Target, realisasi, dan capaian Indikator Kinerja Utama pemerintah daerah, beserta arti "
        "dan dasar setiap indikator. Sel kosong berarti tidak diketahui, bukan nol."
    )
    return one_line(" ".join([first, *kinds]))


def _contributors(context: Context) -> list[dict[str, str]]:
    authors = dict.fromkeys(pemda.nama for pemda in context.all_pemda())
    return [
        {"title": one_line(context.site_name), "role": "publisher"},
        *({"title": one_line(name), "role": "author"} for name in authors),
    ]


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, **({"path": source.url} if source.url else {})}


def _capaian(context: Context) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": _fields(COLUMNS), "missingValues": [""]}
    indicators = (indikator for node in context.all_instansi() for indikator in node.indikator)
    if all(indikator.own_years for indikator in indicators):
        # An indicator without any year has one row with an empty year, which no key may hold.
        schema["primaryKey"] = [*_KEY, "tahun"]
    schema["foreignKeys"] = [_OF_INDIKATOR]
    return _resource(
        "capaian", "Target, realisasi, dan capaian: satu baris per indikator dan tahun", schema
    )


def _indikator() -> dict[str, Any]:
    schema = {
        "fields": _fields(INDIKATOR_COLUMNS),
        "missingValues": [""],
        "primaryKey": _KEY,
    }
    title = "Arti setiap indikator: satu baris per indikator"
    return _resource("indikator", title, schema)


def _more(table: Table) -> dict[str, Any]:
    """Return the descriptor of a table beside these two."""
    schema = {
        "fields": _fields(table.all_columns),
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
        **({"foreignKeys": [_OF_INDIKATOR]} if table.of_indikator else {}),
    }
    return _resource(table.name, table.about[:1].upper() + table.about[1:], schema)


def _resource(name: str, title: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
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


def _fields(columns: Iterable[Column]) -> list[dict[str, Any]]:
    return [_field(column) for column in columns]


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.required:
        limits["required"] = True
    if column.values:
        limits["enum"] = list(column.values)
    if column.pattern:
        limits["pattern"] = column.pattern
    return {
        "name": column.name,
        "type": "string" if column.type is ColumnType.ENUM else column.type.value,
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": limits} if limits else {}),
    }
