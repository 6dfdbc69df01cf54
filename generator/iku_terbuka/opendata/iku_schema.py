"""The JSON Schema of ``iku.json``: the models as they are written there, and what is added."""

from functools import cache

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from iku_terbuka.capaian import DasarTarget, Status
from iku_terbuka.model import CapaianTahunan, DefinisiIndikator, Hasil, Iku, ProfilPemda, Skala
from iku_terbuka.model.bagian_tahun import Cara, PembagianTahun
from iku_terbuka.model.daftar_dokumen import EntriDokumen
from iku_terbuka.model.dokumen import DokumenHukum
from iku_terbuka.model.evaluasi import EvaluasiAkip
from iku_terbuka.model.fields import Periode
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.perjanjian_kinerja import PerjanjianKinerja
from iku_terbuka.model.schema import NULL, JsonSchema, rewrite, schema_text

_MODELS: tuple[type[BaseModel], ...] = (
    *(ProfilPemda, Skala, Iku, CapaianTahunan, DefinisiIndikator, Hasil, IsiNilai, Periode),
    PerjanjianKinerja,
    DokumenHukum,
    EntriDokumen,
    EvaluasiAkip,
)
# Words for programmers, and what only helps those who type.
_LEFT_OUT = {"title", "examples", "default", "patternErrorMessage"}
# Indicators have a place of their own, and dates are written as text.
_ELSEWHERE = {"Sasaran", "Tanggal"}


@cache
def iku_schema() -> bytes:
    """Return the schema as text that people read too."""
    models = models_json_schema([(model, "validation") for model in _MODELS])[1]["$defs"]
    defs = {name: _model(schema) for name, schema in models.items() if name not in _ELSEWHERE}
    names = {"type": "array", "items": {"type": "string"}}
    defs["IsiTujuan"]["properties"]["indikator"] |= names  # a whole row stands in “indikator”
    defs["EntriDokumen"] = _with_optional(
        defs["EntriDokumen"],
        tercantum_sejak=_text("Hari alamat itu pertama kali masuk daftar, menurut riwayat Git."),
    )
    iku, tahunan = defs.pop("Iku"), defs.pop("CapaianTahunan")
    definisi, pemda = defs.pop("DefinisiIndikator"), defs.pop("ProfilPemda")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "iku.json",
        "description": "Indikator Kinerja Utama: definisi, target, hasil, dan capaian. Angka "
        "ditulis sebagai teks dengan digit seperti diketik. Kunci yang tidak ada berarti tidak "
        "diketahui, bukan nol.",
        **_object(
            acuan=_nullable("Tanggal keadaan data, misalnya 2026-11-21.", format="date"),
            skala=_mapping("Skala predikat dan kategori, menurut namanya.", _ref("Skala")),
            pemda=_list("Pemerintah daerah.", _ref("Pemda")),
        ),
        "$defs": {
            "Pemda": _pemda(pemda),
            "Instansi": _instansi(),
            "Keputusan": _without(iku, "sasaran"),
            "CapaianTahunan": _without(tahunan, "capaian"),
            "Penetapan": _penetapan(definisi),
            "Indikator": _indikator(),
            "Pengukuran": _pengukuran(),
            "TargetSemula": _object(
                target={**_ref("IsiTargetTahun"), "description": "Target sebelum diubah."},
                satuan=_nullable("Satuan dalam keputusan itu."),
                dokumen=_text("Nama pendek dokumen yang memuatnya, misalnya Keputusan 2016."),
            ),
            **defs,
        },
    }
    return schema_text(schema).encode()


def _pemda(profil: JsonSchema) -> JsonSchema:
    schema = _extended(
        profil,
        id=_text("Nama folder daerah; bagian pertama tanda pengenal instansinya."),
        resmi={"type": "boolean", "description": "Diterbitkan sendiri oleh daerah itu."},
        instansi=_list("Instansi, induk sebelum anaknya.", _ref("Instansi")),
    )
    shared = _mapping("Keputusan untuk banyak instansi, menurut nama.", _ref("DokumenHukum"))
    return _with_optional(schema, dokumen=shared)


def _instansi() -> JsonSchema:
    schema = _object(
        id=_text("Tanda pengenal, sama dengan jalur foldernya."),
        nama=_text("Nama instansi."),
        keputusan=_list("Keputusan, dari yang terlama.", _ref("Keputusan")),
        capaian_tahunan=_list("Laporan tiap tahun.", _ref("CapaianTahunan")),
        indikator=_list("Indikator menurut urutan dokumen.", _ref("Indikator")),
    )
    return _with_optional(
        schema,
        penerus=_successors(),
        perjanjian_kinerja=_list(
            "Perjanjian Kinerja setiap tahun, dengan semua versinya.", _ref("PerjanjianKinerja")
        ),
        evaluasi=_list("Hasil evaluasi AKIP setiap tahun.", _ref("EvaluasiAkip")),
        daftar_dokumen=_list("Dokumen perencanaan dan pelaporan.", _ref("EntriDokumen")),
    )


def _successors() -> JsonSchema:
    each = _object(
        id=_text("Id lengkap penerusnya."),
        sejak={"type": "integer", "description": "Tahun pertama penerusnya."},
        melanjutkan={
            "type": "boolean",
            "description": "Indikator yang sama di tempat lain, yang dihitung sebagai gantinya.",
        },
    )
    each = _with_optional(each, dasar=_text("Alasan yang tercetak."))
    return _list("Yang menggantikan atau melanjutkannya, bila sudah berakhir.", each)


def _with_optional(schema: JsonSchema, **properties: JsonSchema) -> JsonSchema:
    """Return an object with properties that need not be there."""
    return {**schema, "properties": {**schema["properties"], **properties}}


def _penetapan(definisi: JsonSchema) -> JsonSchema:
    periode = {"anyOf": [_ref("Periode"), NULL], "description": "Tahun berlakunya keputusan."}
    schema = _extended(
        _open(definisi),
        sasaran=_nullable(
            "Sasaran indikator. Yang tidak tercetak diisi penyunting. null bila indikator ini "
            "mengukur tujuan."
        ),
        jenjang=_nullable("Jenjang dalam dokumen, misalnya Eselon III."),
        periode=periode,
        berlaku_sejak={
            "type": ["integer", "null"],
            "description": "Tahun sejak keputusan ini berlaku; tanpa tahun bila selalu.",
        },
    )
    schema["properties"]["tujuan"] = _text("Tujuan yang diukur, sebagai ganti sasaran.")
    return {"description": "Satu indikator menurut satu keputusan.", **schema}


def _indikator() -> JsonSchema:
    older = {**_ref("Penetapan"), "unevaluatedProperties": False}
    more = _object(
        halaman=_text("Folder halamannya di situs, tanpa garis miring di depan."),
        hasil=_mapping("Hasil seperti dilaporkan, menurut tahun.", _ref("Hasil")),
        pengukuran=_list("Satu butir untuk setiap tahun.", _ref("Pengukuran")),
        penetapan_lama=_list("Indikator ini dalam keputusan sebelumnya, dari yang terlama.", older),
        penetapan_berikutnya=_list("Indikator ini dalam keputusan yang akan berlaku.", older),
    )
    former = _list("Id lengkap indikator yang dilanjutkan.", {"type": "string"})
    more = _with_optional(more, melanjutkan=former, penerus=_successors())
    return {
        "description": "Satu indikator menurut keputusan terakhir, beserta semua hasilnya.",
        **_ref("Penetapan"),
        **_open(more),
        "unevaluatedProperties": False,
    }


def _pengukuran() -> JsonSchema:
    nilai = {"anyOf": [_ref("IsiNilai"), NULL]}
    target = {"anyOf": [_ref("IsiTargetTahun"), NULL]}
    persen = r"^-?[0-9]+\.[0-9]{2}$"
    always = _object(
        tahun={"type": "integer", "description": "Tahun target dan realisasi."},
        target={**target, "description": "Target yang dinilai: Perjanjian Kinerja, atau IKU."},
        realisasi={**nilai, "description": "Hasil; dari komponen, dibulatkan dua desimal."},
        capaian=_nullable("Capaian dalam persen, dua desimal.", pattern=persen),
        status={"enum": list(Status), "description": "Hasil dibandingkan dengan target."},
        kategori=_nullable("Kategori capaian, misalnya Tinggi."),
        predikat=_nullable("Predikat hasil, misalnya BB."),
        sebab=_nullable("Mengapa ada hasil tetapi tidak ada persentase."),
        target_iku={**target, "description": "Target menurut keputusan yang berlaku tahun itu."},
        dasar_target={
            "enum": [*DasarTarget, None],
            "description": "Dokumen yang memuat target: keputusan IKU (iku) atau PK (pk).",
        },
        target_semula=_list(
            "Target tahun itu sebelum diubah, dari yang pertama.", _ref("TargetSemula")
        ),
    )
    return {
        "description": "Target dan hasil satu tahun, dibandingkan menurut aturan capaian.",
        **always,
        "properties": {
            **always["properties"],
            "sampai": _sampai(nilai),
            "tahun_ajaran": {
                "type": "string",
                "description": "Tahun ajarannya, misalnya 2025/2026; hanya bila indikator ini "
                "memakai tahun ajaran.",
            },
        },
    }


def _sampai(nilai: JsonSchema) -> JsonSchema:
    return {
        **_object(
            pembagian={"enum": list(PembagianTahun), "description": "Cara tahun itu dibagi."},
            bagian={"type": "integer", "description": "Nomor bagian terakhir yang dilaporkan."},
            cara={"enum": list(Cara), "description": "Cara bagian tahun menjadi setahun."},
            target={**nilai, "description": "Target sampai bagian itu."},
            realisasi={**nilai, "description": "Hasil sampai bagian itu."},
        ),
        "description": "Angka sampai bagian tahun yang terakhir dilaporkan; hanya bila tahun itu "
        "belum punya angka sendiri.",
    }


def _object(**properties: JsonSchema) -> JsonSchema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _open(schema: JsonSchema) -> JsonSchema:
    """Return an object that another may add to; ``unevaluatedProperties`` then closes it."""
    return {key: value for key, value in schema.items() if key != "additionalProperties"}


def _extended(schema: JsonSchema, **properties: JsonSchema) -> JsonSchema:
    return {
        **schema,
        "properties": {**schema["properties"], **properties},
        "required": [*dict.fromkeys([*schema["required"], *properties])],
    }


def _without(schema: JsonSchema, name: str) -> JsonSchema:
    """Return an object without one of its properties."""
    properties = {key: value for key, value in schema["properties"].items() if key != name}
    required = [key for key in schema["required"] if key != name]
    return {**schema, "properties": properties, "required": required}


def _text(description: str) -> JsonSchema:
    return {"type": "string", "description": description}


def _nullable(description: str, **more: str) -> JsonSchema:
    return {"type": ["string", "null"], **more, "description": description}


def _list(description: str, items: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": items, "description": description}


def _mapping(description: str, values: JsonSchema) -> JsonSchema:
    return {"type": "object", "additionalProperties": values, "description": description}


def _ref(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def _model(schema: JsonSchema) -> JsonSchema:
    """Return a model as it is written out; its docstring is for programmers."""
    left_out = {*_LEFT_OUT, "description", "properties"}
    kept = {key: value for key, value in schema.items() if key not in left_out}
    if "properties" not in schema:
        return kept
    properties = {
        name: rewrite(part, _LEFT_OUT, _written) for name, part in schema["properties"].items()
    }
    return {**kept, "properties": properties, "required": kept.get("required", [])}


def _written(schema: JsonSchema) -> JsonSchema:
    """Return a part as it is written out: no short forms, every number and date a text.

    Only years and pages, which have a ``minimum``, stay whole numbers.
    """
    kept = dict(schema)
    if isinstance(kept.get("type"), list):
        kept["type"] = "integer" if "minimum" in kept else "string"
        if "minimum" in kept:
            del kept["pattern"]
    branches = [branch for branch in kept.pop("anyOf", ()) if branch != NULL]
    # A list of parts of a year is written out as a mapping too.
    full = [branch for branch in branches if "$ref" in branch or branch["type"] == "object"]
    full = full or [branch for branch in branches if branch["type"] == "array"]
    (branch,) = full or branches or ({},)
    return {**branch, **kept}
