"""``data/dcat.jsonld``: the catalogue that data portals harvest, in DCAT-AP as JSON-LD.

One dataset per Pemda, because a portal files data under who answers for it. The context stands in
the file, so that reading it fetches nothing. Addresses of other hosts are names of the European
Union's and IANA's lists, as DCAT-AP asks for them.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from iku_terbuka.context import Context
from iku_terbuka.context.state import DataState
from iku_terbuka.model import Instansi
from iku_terbuka.opendata.origin import (
    CSV,
    FOLDER,
    JSON,
    SITE_TITLE,
    XLSX,
    data_kind,
    download_path,
    file_url,
    identifier,
    one_line,
    page_url,
    publisher,
    publisher_site,
    sources,
    with_kind,
)

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_TABLE = "https://specs.frictionlessdata.io/tabular-data-package/"

JsonObject = dict[str, Any]


class _Format(NamedTuple):
    """A form of the same data; ``file_type`` is its name in the European list of file types."""

    file: str
    file_type: str
    media: str
    title: str


_FORMATS = (
    _Format(CSV, "CSV", "text/csv", "Tabel: satu baris per indikator dan tahun"),
    _Format(JSON, "JSON", "application/json", "Semua isi, termasuk definisi dan catatan"),
    _Format(
        XLSX,
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Buku kerja dengan lembar data, definisi, dan catatan",
    ),
)


def dcat(context: Context) -> bytes:
    """Return the catalogue with a dataset for every Pemda, or for the one part that is shown."""
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{identifier(context, '')}{_suffix(context, 'katalog')}",
        "@type": "dcat:Catalog",
        "dct:title": _words(context.site_name),
        "dct:description": _words(f"{SITE_TITLE} pemerintah daerah, sebagai data terbuka."),
        "dct:publisher": _agent(context.site_name),
        "dct:language": _language(),
        "foaf:homepage": {
            "@id": page_url(context, "", FOLDER),
            "@type": "foaf:Document",
        },
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme", "@type": "skos:ConceptScheme"},
        **_modified(context.state()),
        **_licence(context),
        "dcat:dataset": [_dataset(context, node) for node in context.top_nodes()],
    }
    return f"{json.dumps(catalogue, ensure_ascii=False, indent=1)}\n".encode()


def _dataset(context: Context, node: Instansi) -> JsonObject:
    pemda = context.pemda(node.id)
    creator = context.full_name(node)
    state = context.state(node.id, below=True)
    years = sorted({tahun for indikator in node.all_indikator() for tahun in indikator.tahun})
    words = ["Indikator Kinerja Utama", "IKU", "SAKIP", "kinerja pemerintah daerah", pemda.nama]
    words += [pemda.profil.provinsi] if pemda.profil.provinsi else []
    return {
        "@id": f"{identifier(context, node.id)}{_suffix(context, 'data')}",
        "@type": "dcat:Dataset",
        "dct:title": _words(f"Indikator Kinerja Utama {creator}"),
        "dct:description": _words(_description(context, node, years)),
        "dct:identifier": f"urn:iku:{node.id}",
        "dct:publisher": _agent(publisher(context, pemda), publisher_site(pemda)),
        "dct:creator": _agent(creator),
        **_contact(context),
        "dcat:keyword": [_words(word) for word in words],
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE", "@type": "skos:Concept"},
        "dct:language": _language(),
        "dct:spatial": _place(pemda.nama, pemda.profil.kode_wilayah),
        **_period(years),
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/ANNUAL", "@type": "dct:Frequency"},
        **_issued(context, node),
        **_modified(state),
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": _words(_provenance(context, node)),
        },
        "dcat:landingPage": {
            "@id": page_url(context, context.folder(node.id), FOLDER),
            "@type": "foaf:Document",
        },
        "dct:conformsTo": {"@id": _TABLE, "@type": "dct:Standard", "rdfs:label": "Data Package"},
        "dcat:distribution": [_distribution(context, node.id, form, state) for form in _FORMATS],
    }


def _description(context: Context, node: Instansi, years: Sequence[int]) -> str:
    count = sum(1 for _ in node.all_indikator())
    period = f", tahun {years[0]}–{years[-1]}" if years else ""
    words = (
        f"Target, realisasi, dan capaian {count} indikator kinerja utama "
        f"{context.full_name(node)}{period}, beserta arti, rumus, dan sumbernya."
    )
    return with_kind(words, context.pemda(node.id))


def _provenance(context: Context, node: Instansi) -> str:
    decrees = "; ".join(source.title for source in sources(node.descendants()))
    start = "Diterbitkan sendiri oleh daerah" if not data_kind(context.pemda(node.id)) else ""
    copied = f"Disalin dari: {decrees}" if decrees else ""
    return ". ".join(filter(None, [start, copied])) or "Asal data belum dimuat"


def _distribution(context: Context, key: str, form: _Format, state: DataState) -> JsonObject:
    path = download_path(context, key, form.file)
    address = {"@id": file_url(context, path, FOLDER)}
    return {
        "@id": f"{identifier(context, key)}{_suffix(context, form.file)}",
        "@type": "dcat:Distribution",
        "dct:title": _words(form.title),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"{_IANA}/{form.media}", "@type": "dct:MediaType"},
        "dct:format": {
            "@id": f"{_EU}/file-type/{form.file_type}",
            "@type": "dct:MediaTypeOrExtent",
            "rdfs:label": form.file_type,
        },
        **_modified(state),
        **_licence(context),
    }


def _suffix(context: Context, name: str) -> str:
    """Return what distinguishes the identifier of a thing from that of the page about it."""
    return f"#{name}" if context.site_url else f":{name}"


def _words(text: str) -> JsonObject:
    return {"@value": one_line(text), "@language": "id"}


def _date(text: str) -> JsonObject:
    return {"@value": text, "@type": "xsd:date"}


def _agent(name: str, site: str = "") -> JsonObject:
    homepage = {"foaf:homepage": {"@id": site, "@type": "foaf:Document"}} if site else {}
    return {"@type": "foaf:Organization", "foaf:name": _words(name), **homepage}


def _language() -> JsonObject:
    return {"@id": f"{_EU}/language/IND", "@type": "dct:LinguisticSystem"}


def _issued(context: Context, node: Instansi) -> JsonObject:
    """Return since when there are data, as far as the history tells."""
    days = context.history.since.items()
    below = [day for key, day in days if f"{key}/".startswith(f"{node.id}/")]
    return {"dct:issued": _date(min(below).isoformat())} if below else {}


def _modified(state: DataState) -> JsonObject:
    return {"dct:modified": _date(state.day.isoformat())} if state.day else {}


def _licence(context: Context) -> JsonObject:
    licence = context.lisensi
    if licence is None:
        return {}
    return {
        "dct:license": {
            "@id": licence.url,
            "@type": "dct:LicenseDocument",
            "rdfs:label": licence.spdx,
        }
    }


def _contact(context: Context) -> JsonObject:
    kontak = context.kontak
    if not kontak.text:
        return {}
    card: JsonObject = {"@type": "vcard:Organization", "vcard:fn": one_line(kontak.text)}
    if kontak.email:
        card["vcard:hasEmail"] = {"@id": f"mailto:{kontak.email}"}
    return {"dcat:contactPoint": card}


def _place(name: str, kode_wilayah: str | None) -> JsonObject:
    place: JsonObject = {"@type": "dct:Location", "skos:prefLabel": _words(name)}
    if kode_wilayah:
        place |= {"@id": f"urn:iku:wilayah:{kode_wilayah}", "dct:identifier": kode_wilayah}
    return place


def _period(years: Sequence[int]) -> JsonObject:
    if not years:
        return {}
    period = {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _date(f"{years[0]}-01-01"),
        "dcat:endDate": _date(f"{years[-1]}-12-31"),
    }
    resolution = {"@value": "P1Y", "@type": "xsd:duration"}
    return {"dct:temporal": period, "dcat:temporalResolution": resolution}
