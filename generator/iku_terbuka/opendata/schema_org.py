"""Structured data for search engines: schema.org in the head of the pages, as JSON-LD.

Only what they read: every indicator's page carries it, on a slow line too.
"""

import json
import re
from typing import Any

from iku_terbuka.context import Context
from iku_terbuka.context.state import DataState
from iku_terbuka.model import Indikator, Pemda
from iku_terbuka.opendata.origin import (
    CSV,
    JSON,
    SITE_TITLE,
    XLSX,
    Source,
    download_path,
    file_url,
    identifier,
    iku_source,
    one_line,
    only_pemda,
    page_url,
    publisher,
    publisher_site,
    with_kind,
)
from iku_terbuka.wording import indikator_lead

_MEDIA = {
    CSV: "text/csv",
    JSON: "application/json",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Inside a script element these would end it, or begin a comment; JSON may write them otherwise.
_UNSAFE = re.compile("[<>&\u2028\u2029]")

JsonObject = dict[str, Any]


def indikator_dataset(context: Context, indikator: Indikator) -> str:
    """Return the ``Dataset`` of an indicator, ready to stand in a script element."""
    instansi = context.instansi[indikator.instansi_id]
    pemda = context.pemda(instansi.id)
    folder, creator = context.folder(indikator.kunci), context.full_name(instansi)
    lead = indikator_lead(indikator, creator, context.standing(indikator))
    source = iku_source(indikator.terbaru.keputusan)
    years = indikator.tahun
    measured = {"@type": "PropertyValue", "name": one_line(indikator.nama)}
    if indikator.definisi.satuan:
        measured["unitText"] = one_line(indikator.definisi.satuan)
    data = {
        **_head(context, "Dataset", folder, indikator.kunci),
        "name": one_line(f"{indikator.nama} · {creator}"),
        "description": with_kind(str(lead.striptags()), pemda),
        "variableMeasured": measured,
        **({"temporalCoverage": f"{min(years)}/{max(years)}"} if years else {}),
        "spatialCoverage": _place(pemda),
        "creator": {"@type": "Organization", "name": one_line(creator)},
        "publisher": _publisher(context, pemda),
        **_licence_and_date(context, context.state(instansi.id)),
        **({"isBasedOn": _work(source)} if source else {}),
        "distribution": _distribution(context, indikator.kunci, folder, (CSV, JSON)),
    }
    return _text(data)


def site_catalogue(context: Context) -> str:
    """Return the ``DataCatalog`` of the site, ready to stand in a script element."""
    only = only_pemda(context)
    site_publisher = _publisher(context, only)
    licence_and_date = _licence_and_date(context, context.state())
    words = (
        "Target, realisasi, dan capaian Indikator Kinerja Utama pemerintah daerah, dengan "
        "arti, rumus, dan sumber setiap indikator."
    )
    whole = {
        "@type": "Dataset",
        "name": f"{SITE_TITLE} · {one_line(context.site_name)}",
        "description": with_kind(words, only),
        "publisher": site_publisher,
        **({"spatialCoverage": _place(only)} if only else {}),
        **licence_and_date,
        "distribution": _distribution(context, "", "", (CSV, JSON, XLSX)),
    }
    data = {
        **_head(context, "DataCatalog", "", ""),
        "name": one_line(context.site_name),
        "description": f"{SITE_TITLE} pemerintah daerah, sebagai data terbuka.",
        "publisher": site_publisher,
        **licence_and_date,
        "dataset": whole,
    }
    return _text(data)


def _head(context: Context, kind: str, folder: str, key: str) -> JsonObject:
    name = (
        {"url": page_url(context, folder, folder)}
        if context.site_url
        else {"identifier": identifier(context, key)}
    )
    return {"@context": "https://schema.org", "@type": kind, **name}


def _licence_and_date(context: Context, state: DataState) -> JsonObject:
    day = state.day.isoformat() if state.day else ""
    return {
        **({"license": context.lisensi.url} if context.lisensi else {}),
        **({"dateModified": day} if day else {}),
    }


def _publisher(context: Context, pemda: Pemda | None) -> JsonObject:
    site = publisher_site(pemda)
    return {
        "@type": "Organization",
        "name": one_line(publisher(context, pemda)),
        **({"url": site} if site else {}),
    }


def _place(pemda: Pemda) -> JsonObject:
    place = {"@type": "AdministrativeArea", "name": one_line(pemda.nama)}
    if pemda.profil.kode_wilayah:
        place["identifier"] = pemda.profil.kode_wilayah
    return place


def _work(source: Source) -> JsonObject:
    url = {"url": source.url} if source.url else {}
    return {"@type": "CreativeWork", "name": source.title, **url}


def _distribution(
    context: Context, key: str, folder: str, names: tuple[str, ...]
) -> list[JsonObject]:
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": _MEDIA[name],
            "contentUrl": file_url(context, download_path(context, key, name), folder),
        }
        for name in names
    ]


def _text(data: JsonObject) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
