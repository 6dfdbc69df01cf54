"""Structured data for search engines: schema.org in the head of the pages, as JSON-LD.

Only what they read: every indicator's page carries it, on a slow line too.
"""

import json
import re
from typing import Any

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Pemda
from iku_terbuka.opendata.alamat import alamat_berkas, alamat_halaman, pengenal
from iku_terbuka.opendata.asal import penerbit, rata, sifat, sumber_iku
from iku_terbuka.opendata.sitasi import JUDUL_SITUS
from iku_terbuka.opendata.unduhan import CSV, JSON, XLSX, path_unduhan
from iku_terbuka.wording import ringkasan

_MEDIA = {
    CSV: "text/csv",
    JSON: "application/json",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Inside a script element these would end it, or begin a comment; JSON may write them otherwise.
_TIDAK_AMAN = re.compile("[<>&\u2028\u2029]")

Simpul = dict[str, Any]


def dataset_indikator(context: Context, indikator: Indikator) -> str:
    """Return the ``Dataset`` of an indicator, ready to stand in a script element."""
    instansi = context.instansi[indikator.instansi_id]
    pemda = context.pemda(instansi.id)
    folder, siapa = context.folder(indikator.kunci), context.full_name(instansi)
    lead = ringkasan(indikator, siapa, context.standing(indikator))
    asal = sumber_iku(indikator.terbaru.iku)
    years = indikator.tahun
    measured = {"@type": "PropertyValue", "name": rata(indikator.nama)}
    if indikator.definisi.satuan:
        measured["unitText"] = rata(indikator.definisi.satuan)
    data = {
        **_kepala(context, "Dataset", folder, indikator.kunci),
        "name": rata(f"{indikator.nama} · {siapa}"),
        "description": _uraian(str(lead.striptags()), pemda),
        "variableMeasured": measured,
        **({"temporalCoverage": f"{min(years)}/{max(years)}"} if years else {}),
        "spatialCoverage": _wilayah(pemda),
        "creator": {"@type": "Organization", "name": rata(siapa)},
        "publisher": _penerbit(context, pemda),
        **_bersama(context),
        **({"isBasedOn": _karya(asal.judul, asal.alamat)} if asal else {}),
        "distribution": _distribusi(context, indikator.kunci, folder, (CSV, JSON)),
    }
    return _teks(data)


def katalog_situs(context: Context) -> str:
    """Return the ``DataCatalog`` of the site, ready to stand in a script element."""
    pemda = context.all_pemda()
    only = pemda[0] if len(pemda) == 1 else None
    publisher = _penerbit(context, only)
    whole = {
        "@type": "Dataset",
        "name": f"{JUDUL_SITUS} · {rata(context.site_name)}",
        "description": _uraian(
            "Target, realisasi, dan capaian Indikator Kinerja Utama pemerintah daerah, dengan "
            "arti, rumus, dan sumber setiap indikator.",
            only,
        ),
        "publisher": publisher,
        **({"spatialCoverage": _wilayah(only)} if only else {}),
        **_bersama(context),
        "distribution": _distribusi(context, "", "", (CSV, JSON, XLSX)),
    }
    data = {
        **_kepala(context, "DataCatalog", "", ""),
        "name": rata(context.site_name),
        "description": f"{JUDUL_SITUS} pemerintah daerah, sebagai data terbuka.",
        "publisher": publisher,
        **_bersama(context),
        "dataset": whole,
    }
    return _teks(data)


def _kepala(context: Context, jenis: str, folder: str, kunci: str) -> Simpul:
    name = (
        {"url": alamat_halaman(context, folder, folder)}
        if context.site_url
        else {"identifier": pengenal(context, kunci)}
    )
    return {"@context": "https://schema.org", "@type": jenis, **name}


def _bersama(context: Context) -> Simpul:
    day = context.acuan.isoformat() if context.acuan else ""
    if context.penanda:
        day = context.penanda.hari
    return {
        **({"license": context.lisensi.url} if context.lisensi else {}),
        **({"dateModified": day} if day else {}),
    }


def _uraian(lead: str, pemda: Pemda | None) -> str:
    kind = sifat(pemda) if pemda else ""
    return rata(f"{lead} {kind[:1].upper()}{kind[1:]}." if kind else lead)


def _penerbit(context: Context, pemda: Pemda | None) -> Simpul:
    name = penerbit(context, pemda) if pemda else context.site_name
    return {"@type": "Organization", "name": rata(name)}


def _wilayah(pemda: Pemda) -> Simpul:
    place = {"@type": "AdministrativeArea", "name": rata(pemda.nama)}
    if pemda.profil.kode_wilayah:
        place["identifier"] = pemda.profil.kode_wilayah
    return place


def _karya(judul: str, alamat: str) -> Simpul:
    return {"@type": "CreativeWork", "name": judul, **({"url": alamat} if alamat else {})}


def _distribusi(context: Context, kunci: str, folder: str, berkas: tuple[str, ...]) -> list[Simpul]:
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": _MEDIA[nama],
            "contentUrl": alamat_berkas(context, path_unduhan(context, kunci, nama), folder),
        }
        for nama in berkas
    ]


def _teks(data: Simpul) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _TIDAK_AMAN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
