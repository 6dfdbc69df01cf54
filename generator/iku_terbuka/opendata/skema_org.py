"""Structured data for search engines: schema.org in the head of the pages, as JSON-LD.

Only what they read: every indicator's page carries it, on a slow line too.
"""

import json
import re
from typing import Any

from iku_terbuka.konteks import Konteks
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


def dataset_indikator(konteks: Konteks, indikator: Indikator) -> str:
    """Return the ``Dataset`` of an indicator, ready to stand in a script element."""
    instansi = konteks.instansi[indikator.instansi_id]
    pemda = konteks.pemda(instansi.id)
    folder, siapa = konteks.folder(indikator.kunci), konteks.siapa(instansi)
    lead = ringkasan(indikator, siapa, konteks.standing(indikator))
    asal = sumber_iku(indikator.terbaru.iku)
    years = indikator.tahun
    measured = {"@type": "PropertyValue", "name": rata(indikator.nama)}
    if indikator.definisi.satuan:
        measured["unitText"] = rata(indikator.definisi.satuan)
    data = {
        **_kepala(konteks, "Dataset", folder, indikator.kunci),
        "name": rata(f"{indikator.nama} · {siapa}"),
        "description": _uraian(str(lead.striptags()), pemda),
        "variableMeasured": measured,
        **({"temporalCoverage": f"{min(years)}/{max(years)}"} if years else {}),
        "spatialCoverage": _wilayah(pemda),
        "creator": {"@type": "Organization", "name": rata(siapa)},
        "publisher": _penerbit(konteks, pemda),
        **_bersama(konteks),
        **({"isBasedOn": _karya(asal.judul, asal.alamat)} if asal else {}),
        "distribution": _distribusi(konteks, indikator.kunci, folder, (CSV, JSON)),
    }
    return _teks(data)


def katalog_situs(konteks: Konteks) -> str:
    """Return the ``DataCatalog`` of the site, ready to stand in a script element."""
    pemda = {konteks.pemda(simpul.id).id: konteks.pemda(simpul.id) for simpul in konteks.simpul()}
    only = next(iter(pemda.values())) if len(pemda) == 1 else None
    publisher = _penerbit(konteks, only)
    whole = {
        "@type": "Dataset",
        "name": f"{JUDUL_SITUS} · {rata(konteks.nama_situs)}",
        "description": _uraian(
            "Target, realisasi, dan capaian Indikator Kinerja Utama pemerintah daerah, dengan "
            "arti, rumus, dan sumber setiap indikator.",
            only,
        ),
        "publisher": publisher,
        **({"spatialCoverage": _wilayah(only)} if only else {}),
        **_bersama(konteks),
        "distribution": _distribusi(konteks, "", "", (CSV, JSON, XLSX)),
    }
    data = {
        **_kepala(konteks, "DataCatalog", "", ""),
        "name": rata(konteks.nama_situs),
        "description": f"{JUDUL_SITUS} pemerintah daerah, sebagai data terbuka.",
        "publisher": publisher,
        **_bersama(konteks),
        "dataset": whole,
    }
    return _teks(data)


def _kepala(konteks: Konteks, jenis: str, folder: str, kunci: str) -> Simpul:
    name = (
        {"url": alamat_halaman(konteks, folder, folder)}
        if konteks.alamat_situs
        else {"identifier": pengenal(konteks, kunci)}
    )
    return {"@context": "https://schema.org", "@type": jenis, **name}


def _bersama(konteks: Konteks) -> Simpul:
    day = konteks.acuan.isoformat() if konteks.acuan else ""
    if konteks.penanda:
        day = konteks.penanda.hari
    return {
        **({"license": konteks.lisensi.alamat} if konteks.lisensi else {}),
        **({"dateModified": day} if day else {}),
    }


def _uraian(lead: str, pemda: Pemda | None) -> str:
    kind = sifat(pemda) if pemda else ""
    return rata(f"{lead} {kind[:1].upper()}{kind[1:]}." if kind else lead)


def _penerbit(konteks: Konteks, pemda: Pemda | None) -> Simpul:
    name = penerbit(konteks, pemda) if pemda else konteks.nama_situs
    return {"@type": "Organization", "name": rata(name)}


def _wilayah(pemda: Pemda) -> Simpul:
    place = {"@type": "AdministrativeArea", "name": rata(pemda.nama)}
    if pemda.profil.kode_wilayah:
        place["identifier"] = pemda.profil.kode_wilayah
    return place


def _karya(judul: str, alamat: str) -> Simpul:
    return {"@type": "CreativeWork", "name": judul, **({"url": alamat} if alamat else {})}


def _distribusi(konteks: Konteks, kunci: str, folder: str, berkas: tuple[str, ...]) -> list[Simpul]:
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": _MEDIA[nama],
            "contentUrl": alamat_berkas(konteks, path_unduhan(konteks, kunci, nama), folder),
        }
        for nama in berkas
    ]


def _teks(data: Simpul) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _TIDAK_AMAN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
