"""The JSON Schema of ``iku.json``: the models as they are written there, and what is added."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from iku_terbuka.capaian import Status
from iku_terbuka.model import CapaianTahunan, DefinisiIndikator, Hasil, Iku, ProfilPemda, Skala
from iku_terbuka.model.isian import Periode
from iku_terbuka.model.nilai import IsiNilai

Skema = dict[str, Any]

_MODEL: tuple[type[BaseModel], ...] = (
    *(ProfilPemda, Skala, Iku, CapaianTahunan, DefinisiIndikator, Hasil, IsiNilai, Periode),
)
# Words for programmers, and what only helps those who type.
_BUANG = {"title", "examples", "default", "patternErrorMessage"}
_TEKS = {"type": "string"}


def iku_schema() -> bytes:
    """Return the schema as text that people read too."""
    made = models_json_schema([(model, "validation") for model in _MODEL])[1]["$defs"]
    defs = {nama: _objek_model(isi) for nama, isi in made.items() if nama != "Sasaran"}
    iku, tahunan = defs.pop("Iku"), defs.pop("CapaianTahunan")
    definisi, pemda = defs.pop("DefinisiIndikator"), defs.pop("ProfilPemda")
    for isi, lain in ((iku, "sasaran"), (tahunan, "capaian")):
        del isi["properties"][lain]
        isi["required"] = [nama for nama in isi["required"] if nama != lain]
    skema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "iku.json",
        "description": "Indikator Kinerja Utama: definisi, target, hasil, dan capaian. Angka "
        "ditulis sebagai teks dengan digit seperti diketik. Kunci yang tidak ada berarti tidak "
        "diketahui, bukan nol.",
        **_objek(
            acuan=_boleh_null("Tanggal keadaan data, misalnya 2026-11-21.", format="date"),
            skala=_peta("Skala predikat dan kategori, menurut namanya.", _rujuk("Skala")),
            pemda=_daftar("Pemerintah daerah.", _rujuk("Pemda")),
        ),
        "$defs": {
            "Pemda": _tambah(
                pemda,
                id=_teks("Nama folder daerah; bagian pertama tanda pengenal instansinya."),
                resmi={"type": "boolean", "description": "Diterbitkan sendiri oleh daerah itu."},
                instansi=_daftar("Instansi, induk sebelum anaknya.", _rujuk("Instansi")),
            ),
            "Instansi": _objek(
                id=_teks("Tanda pengenal, sama dengan jalur foldernya."),
                nama=_teks("Nama instansi."),
                keputusan=_daftar("Keputusan, dari yang terlama.", _rujuk("Keputusan")),
                capaian_tahunan=_daftar("Laporan tiap tahun.", _rujuk("CapaianTahunan")),
                indikator=_daftar("Indikator menurut urutan dokumen.", _rujuk("Indikator")),
            ),
            "Keputusan": iku,
            "CapaianTahunan": tahunan,
            "Penetapan": {
                "description": "Satu indikator menurut satu keputusan.",
                **_tambah(
                    _terbuka(definisi),
                    sasaran=_teks("Sasaran indikator. Yang tidak tercetak diisi penyunting."),
                    jenjang=_boleh_null("Jenjang dalam dokumen, misalnya Eselon III."),
                    periode={
                        "anyOf": [_rujuk("Periode"), {"type": "null"}],
                        "description": "Tahun berlakunya keputusan.",
                    },
                ),
            },
            "Indikator": {
                "description": "Satu indikator menurut keputusan terakhir, beserta semua hasilnya.",
                **_rujuk("Penetapan"),
                **_terbuka(
                    _objek(
                        halaman=_teks("Folder halamannya di situs, tanpa garis miring di depan."),
                        hasil=_peta("Hasil seperti dilaporkan, menurut tahun.", _rujuk("Hasil")),
                        pengukuran=_daftar("Satu butir untuk setiap tahun.", _rujuk("Pengukuran")),
                        penetapan_lama=_daftar(
                            "Indikator ini dalam keputusan sebelumnya, dari yang terlama.",
                            {**_rujuk("Penetapan"), "unevaluatedProperties": False},
                        ),
                    )
                ),
                "unevaluatedProperties": False,
            },
            "Pengukuran": _pengukuran(),
            **defs,
        },
    }
    return f"{json.dumps(skema, ensure_ascii=False, indent=2)}\n".encode()


def _pengukuran() -> Skema:
    nilai = {"anyOf": [_rujuk("IsiNilai"), {"type": "null"}]}
    persen = r"^-?[0-9]+\.[0-9]{2}$"
    return {
        "description": "Target dan hasil satu tahun, dibandingkan menurut aturan capaian.",
        **_objek(
            tahun={"type": "integer", "description": "Tahun target dan realisasi."},
            target={**nilai, "description": "Target menurut keputusan yang berlaku tahun itu."},
            realisasi={**nilai, "description": "Hasil; dari komponen, dibulatkan dua desimal."},
            capaian=_boleh_null("Capaian dalam persen, dua desimal.", pattern=persen),
            status={"enum": list(Status), "description": "Hasil dibandingkan dengan target."},
            kategori=_boleh_null("Kategori capaian, misalnya Tinggi."),
            predikat=_boleh_null("Predikat hasil, misalnya BB."),
            sebab=_boleh_null("Mengapa ada hasil tetapi tidak ada persentase."),
        ),
    }


def _objek(**isi: Skema) -> Skema:
    return {
        "type": "object",
        "properties": isi,
        "required": list(isi),
        "additionalProperties": False,
    }


def _terbuka(objek: Skema) -> Skema:
    """Return an object that another may add to; ``unevaluatedProperties`` then closes it."""
    return {key: isi for key, isi in objek.items() if key != "additionalProperties"}


def _tambah(objek: Skema, **isi: Skema) -> Skema:
    return {
        **objek,
        "properties": {**objek["properties"], **isi},
        "required": [*dict.fromkeys([*objek["required"], *isi])],
    }


def _teks(uraian: str) -> Skema:
    return {**_TEKS, "description": uraian}


def _boleh_null(uraian: str, **lain: str) -> Skema:
    return {"type": ["string", "null"], **lain, "description": uraian}


def _daftar(uraian: str, isi: Skema) -> Skema:
    return {"type": "array", "items": isi, "description": uraian}


def _peta(uraian: str, isi: Skema) -> Skema:
    return {"type": "object", "additionalProperties": isi, "description": uraian}


def _rujuk(nama: str) -> Skema:
    return {"$ref": f"#/$defs/{nama}"}


def _objek_model(skema: Skema) -> Skema:
    """Return a model as it is written out; its docstring is for programmers."""
    kept = {key: isi for key, isi in skema.items() if key not in {*_BUANG, "description"}}
    if "properties" not in kept:
        return kept
    isi = {nama: _tertulis(satu) for nama, satu in kept.pop("properties").items()}
    return {**kept, "properties": isi, "required": kept.get("required", [])}


def _tertulis(skema: Any) -> Any:
    """Return a part as it is written out: no short forms, every number and date a text.

    Only years and pages, which have a ``minimum``, stay whole numbers.
    """
    if isinstance(skema, list):
        return [_tertulis(satu) for satu in skema]
    if not isinstance(skema, dict):
        return skema
    kept = {key: _tertulis(isi) for key, isi in skema.items() if key not in _BUANG}
    if isinstance(kept.get("type"), list):
        kept["type"] = "integer" if "minimum" in kept else "string"
        if "minimum" in kept:
            del kept["pattern"]
    branches = [satu for satu in kept.pop("anyOf", ()) if satu != {"type": "null"}]
    full = [satu for satu in branches if "$ref" in satu or satu["type"] in {"array", "object"}]
    (satu,) = full or branches or ({},)
    return {**satu, **kept}
