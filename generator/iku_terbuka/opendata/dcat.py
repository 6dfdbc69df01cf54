"""``data/dcat.jsonld``: the catalogue that data portals harvest, in DCAT-AP as JSON-LD.

One dataset per Pemda, because a portal files data under who answers for it. The context stands in
the file, so that reading it fetches nothing. Addresses of other hosts are names of the European
Union's and IANA's lists, as DCAT-AP asks for them.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from iku_terbuka.context import Context
from iku_terbuka.model import Instansi
from iku_terbuka.opendata.alamat import alamat_berkas, alamat_halaman, pengenal
from iku_terbuka.opendata.asal import penerbit, rata, sifat, sumber
from iku_terbuka.opendata.sitasi import JUDUL_SITUS
from iku_terbuka.opendata.unduhan import CSV, FOLDER, JSON, XLSX, path_unduhan

PATH = "data/dcat.jsonld"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UE = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_TABEL = "https://specs.frictionlessdata.io/tabular-data-package/"
_SUREL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")

Simpul = dict[str, Any]


class _Bentuk(NamedTuple):
    """A form of the same data; ``format`` is its name in the European list of file types."""

    berkas: str
    format: str
    media: str
    judul: str


_BENTUK = (
    _Bentuk(CSV, "CSV", "text/csv", "Tabel: satu baris per indikator dan tahun"),
    _Bentuk(JSON, "JSON", "application/json", "Semua isi, termasuk definisi dan catatan"),
    _Bentuk(
        XLSX,
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Buku kerja dengan lembar data, definisi, dan catatan",
    ),
)


def dcat(context: Context) -> str:
    """Return the catalogue with a dataset for every Pemda, or for the one part that is shown."""
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{pengenal(context, '')}{_sufiks(context, 'katalog')}",
        "@type": "dcat:Catalog",
        "dct:title": _kata(context.site_name),
        "dct:description": _kata(f"{JUDUL_SITUS} pemerintah daerah, sebagai data terbuka."),
        "dct:publisher": _agen(context.site_name),
        "dct:language": _bahasa(),
        "foaf:homepage": {
            "@id": alamat_halaman(context, "", FOLDER),
            "@type": "foaf:Document",
        },
        "dcat:themeTaxonomy": {"@id": f"{_UE}/data-theme", "@type": "skos:ConceptScheme"},
        **_diubah(context),
        **_lisensi(context),
        "dcat:dataset": [_dataset(context, satu) for satu in context.top_nodes()],
    }
    return json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n"


def _dataset(context: Context, simpul: Instansi) -> Simpul:
    pemda = context.pemda(simpul.id)
    siapa = context.full_name(simpul)
    indikator = tuple(simpul.semua_indikator())
    years = sorted({tahun for satu in indikator for tahun in satu.tahun})
    first = min(
        (
            day
            for id_, day in context.riwayat.since.items()
            if f"{id_}/".startswith(f"{simpul.id}/")
        ),
        default=None,
    )
    words = ["Indikator Kinerja Utama", "IKU", "SAKIP", "kinerja pemerintah daerah", pemda.nama]
    words += [pemda.profil.provinsi] if pemda.profil.provinsi else []
    return {
        "@id": f"{pengenal(context, simpul.id)}{_sufiks(context, 'data')}",
        "@type": "dcat:Dataset",
        "dct:title": _kata(f"Indikator Kinerja Utama {siapa}"),
        "dct:description": _kata(_uraian(context, simpul, years)),
        "dct:identifier": f"urn:iku:{simpul.id}",
        "dct:publisher": _agen(penerbit(context, pemda)),
        "dct:creator": _agen(siapa),
        **_kontak(context),
        "dcat:keyword": [_kata(word) for word in words],
        "dcat:theme": {"@id": f"{_UE}/data-theme/GOVE", "@type": "skos:Concept"},
        "dct:language": _bahasa(),
        "dct:spatial": _wilayah(pemda.nama, pemda.profil.kode_wilayah),
        **_masa(years),
        "dct:accrualPeriodicity": {"@id": f"{_UE}/frequency/ANNUAL", "@type": "dct:Frequency"},
        **({"dct:issued": _tanggal(first.isoformat())} if first else {}),
        **_diubah(context),
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": _kata(_asal(context, simpul)),
        },
        "dcat:landingPage": {
            "@id": alamat_halaman(context, context.folder(simpul.id), FOLDER),
            "@type": "foaf:Document",
        },
        "dct:conformsTo": {"@id": _TABEL, "@type": "dct:Standard", "rdfs:label": "Data Package"},
        "dcat:distribution": [_distribusi(context, simpul.id, bentuk) for bentuk in _BENTUK],
    }


def _uraian(context: Context, simpul: Instansi, years: Sequence[int]) -> str:
    count = sum(1 for _ in simpul.semua_indikator())
    period = f", tahun {years[0]}–{years[-1]}" if years else ""
    kind = sifat(context.pemda(simpul.id))
    words = (
        f"Target, realisasi, dan capaian {count} indikator kinerja utama "
        f"{context.full_name(simpul)}{period}, beserta arti, rumus, dan sumbernya."
    )
    return f"{words} {kind[:1].upper()}{kind[1:]}." if kind else words


def _asal(context: Context, simpul: Instansi) -> str:
    decrees = "; ".join(satu.judul for satu in sumber(simpul.keturunan()))
    start = "Diterbitkan sendiri oleh daerah" if not sifat(context.pemda(simpul.id)) else ""
    copied = f"Disalin dari: {decrees}" if decrees else ""
    return ". ".join(filter(None, [start, copied])) or "Asal data belum dimuat"


def _distribusi(context: Context, kunci: str, bentuk: _Bentuk) -> Simpul:
    path = path_unduhan(context, kunci, bentuk.berkas)
    address = {"@id": alamat_berkas(context, path, FOLDER)}
    return {
        "@id": f"{pengenal(context, kunci)}{_sufiks(context, bentuk.berkas)}",
        "@type": "dcat:Distribution",
        "dct:title": _kata(bentuk.judul),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"{_IANA}/{bentuk.media}", "@type": "dct:MediaType"},
        "dct:format": {
            "@id": f"{_UE}/file-type/{bentuk.format}",
            "@type": "dct:MediaTypeOrExtent",
            "rdfs:label": bentuk.format,
        },
        **_diubah(context),
        **_lisensi(context),
    }


def _sufiks(context: Context, nama: str) -> str:
    """Name a thing apart from the page that tells about it."""
    return f"#{nama}" if context.site_url else f":{nama}"


def _kata(text: str) -> Simpul:
    return {"@value": rata(text), "@language": "id"}


def _tanggal(text: str) -> Simpul:
    return {"@value": text, "@type": "xsd:date"}


def _agen(nama: str) -> Simpul:
    return {"@type": "foaf:Organization", "foaf:name": _kata(nama)}


def _bahasa() -> Simpul:
    return {"@id": f"{_UE}/language/IND", "@type": "dct:LinguisticSystem"}


def _diubah(context: Context) -> Simpul:
    return {"dct:modified": _tanggal(context.acuan.isoformat())} if context.acuan else {}


def _lisensi(context: Context) -> Simpul:
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


def _kontak(context: Context) -> Simpul:
    if not context.kontak:
        return {}
    mail = _SUREL.search(context.kontak)
    card: Simpul = {"@type": "vcard:Organization", "vcard:fn": rata(context.kontak)}
    if mail:
        card["vcard:hasEmail"] = {"@id": f"mailto:{mail[0]}"}
    return {"dcat:contactPoint": card}


def _wilayah(nama: str, kode: str | None) -> Simpul:
    place: Simpul = {"@type": "dct:Location", "skos:prefLabel": _kata(nama)}
    if kode:
        place |= {"@id": f"urn:iku:wilayah:{kode}", "dct:identifier": kode}
    return place


def _masa(years: Sequence[int]) -> Simpul:
    if not years:
        return {}
    period = {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _tanggal(f"{years[0]}-01-01"),
        "dcat:endDate": _tanggal(f"{years[-1]}-12-31"),
    }
    resolution = {"@value": "P1Y", "@type": "xsd:duration"}
    return {"dct:temporal": period, "dcat:temporalResolution": resolution}
