"""The values that people type: how a text becomes a number, a year, a name.

The source hands over every scalar as its own text, so each type decides for itself and says in
Indonesian what to write instead. The JSON Schema of each type also admits bare YAML numbers,
because editors see those where we see text.
"""

import keyword
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    WrapSerializer,
    model_validator,
)

from iku_terbuka.model.angka import ANGKA, parse_angka, parse_bersatuan, parse_rupiah
from iku_terbuka.model.text import NO_CONTENT, NO_PREDIKAT, invalid, quoted, require_text

MAX_TEXT = 20_000
TAHUN_AWAL, TAHUN_AKHIR = 1945, 2199

_TAHUN = re.compile(r"[0-9]{4}")
_HALAMAN = re.compile(r"[1-9][0-9]{0,5}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FULL_ID = re.compile(rf"{_ID.pattern}(/{_ID.pattern}){{1,9}}")
_VARIABEL = re.compile(r"[a-z][a-z0-9_]*")
_FUNCTIONS = frozenset({"sum", "mean"})  # words of a formula; Python's own are refused there too
_KODE_WILAYAH = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
_TAUTAN = re.compile(r"https?://[^\s/<>\"'`\\]+[^\s<>\"`\\]*")


def _parse_printed(value: object) -> str:
    text = require_text(value).replace("\xa0", " ").strip()
    if not text:
        raise invalid("isi-kosong", "Teks ini kosong.", "Isi atau hapus barisnya.")
    if len(text) > MAX_TEXT:
        raise invalid(
            "teks-terlalu-panjang",
            f"Teks ini lebih dari {MAX_TEXT // 1000}.000 karakter.",
            "Ringkas, atau rujuk dokumennya di “sumber”.",
        )
    return text


def parse_text(value: object) -> str:
    return _with_content(value, NO_CONTENT)


def _parse_predikat(value: object) -> str:
    return _with_content(value, NO_PREDIKAT)


def _with_content(value: object, nothing: re.Pattern[str]) -> str:
    text = _parse_printed(value)
    if nothing.fullmatch(text):
        raise invalid(
            "teks-tanpa-isi",
            f"{quoted(text)} berarti tidak ada isi.",
            "Kosongkan, atau hapus barisnya.",
        )
    return text


def _parse_tahun(value: object) -> int:
    text = require_text(value).strip()
    if _TAHUN.fullmatch(text) and TAHUN_AWAL <= int(text) <= TAHUN_AKHIR:
        return int(text)
    raise invalid(
        "bukan-tahun",
        f"{quoted(text)} bukan tahun.",
        f"Tulis empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, misalnya 2025",
    )


def _parse_halaman(value: object) -> int:
    text = require_text(value).strip()
    if _HALAMAN.fullmatch(text):
        return int(text)
    raise invalid(
        "bukan-halaman",
        f"{quoted(text)} bukan nomor halaman.",
        "Tulis halaman pertamanya dengan angka, misalnya 12",
    )


def _parse_id(value: object) -> str:
    text = require_text(value).strip()
    if _ID.fullmatch(text) and len(text) <= 80:
        return text
    suggestion = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-")
    raise invalid(
        "id-tidak-sah",
        f"{quoted(text, 60)} tidak dapat menjadi id.",
        "Pakai huruf kecil, angka, dan tanda hubung, paling panjang 80 karakter"
        + (f", misalnya {suggestion}" if suggestion else "."),
    )


def _parse_full_id(value: object) -> str:
    text = require_text(value).strip()
    if _FULL_ID.fullmatch(text) and all(len(part) <= 80 for part in text.split("/")):
        return text
    meant = text.removeprefix("indicators/").strip("/")
    raise invalid(
        "id-lengkap-tidak-sah",
        f"{quoted(text, 100)} bukan id lengkap.",
        f"Tulis {meant}"
        if meant != text and _FULL_ID.fullmatch(meant)
        else "Tulis jalur foldernya di bawah indicators/, misalnya kabupaten-contoh/dinas-contoh; "
        "untuk indikator tambahkan id-nya, misalnya kabupaten-contoh/dinas-contoh/nilai-sakip.",
    )


def _parse_variabel(value: object) -> str:
    text = require_text(value).strip()
    if not _VARIABEL.fullmatch(text) or len(text) > 60:
        hint = "Pakai huruf kecil, angka, dan garis bawah, misalnya jumlah_desa"
    elif text in _FUNCTIONS or keyword.iskeyword(text):
        hint = f"Pakai nama yang lebih lengkap, misalnya jumlah_{text}"
    else:
        return text
    raise invalid(
        "variabel-tidak-sah", f"{quoted(text, 60)} tidak dapat menjadi nama variabel.", hint
    )


def _parse_kode_wilayah(value: object) -> str:
    text = require_text(value).strip()
    if _KODE_WILAYAH.fullmatch(text):
        return text
    raise invalid(
        "kode-wilayah-tidak-sah",
        f"{quoted(text)} bukan kode wilayah.",
        'Tulis kode Kemendagri dalam tanda kutip, misalnya "63.11"',
    )


def _parse_tautan(value: object) -> str:
    text = require_text(value).strip()
    if _TAUTAN.fullmatch(text):
        return text
    hint = "Tulis alamat lengkap yang diawali https://"
    if re.match(r"https?://\S+ ", text):
        hint = "Alamatnya memuat spasi: tulis %20 di tempat spasi, atau hapus spasinya."
    raise invalid("tautan-tidak-sah", f"{quoted(text, 60)} bukan alamat web.", hint)


def _parse_yes_no(value: object) -> bool:
    text = require_text(value).strip()
    if text in {"true", "false"}:
        return text == "true"
    lower = text.lower()
    hint = (
        f"Tulis {lower}, huruf kecil." if lower in {"true", "false"} else "Tulis true atau false."
    )
    raise invalid("bukan-benar-salah", f"{quoted(text)} bukan true atau false.", hint)


def one_or_many(value: object) -> object:
    """Accept one item where a list is expected: ``catatan: teks``."""
    return [value] if isinstance(value, str) else value


_scalar_schema = {"type": ["string", "number", "boolean"]}
_number_schema = {
    "type": ["number", "string"],
    "pattern": f"^{ANGKA.pattern}$",
    "patternErrorMessage": "Tulis angka dengan titik desimal, misalnya 82.5",
}
_K = TypeVar("_K")
_V = TypeVar("_V")


def _thaw(value: Mapping[_K, _V], serialize: Any) -> Any:
    return serialize(dict(value))


def freeze(value: Mapping[_K, _V]) -> Mapping[_K, _V]:
    return MappingProxyType(dict(value))


Teks = Annotated[str, BeforeValidator(parse_text), WithJsonSchema(_scalar_schema)]
# As printed, a lone hyphen included.
Tercetak = Annotated[str, BeforeValidator(_parse_printed), WithJsonSchema(_scalar_schema)]
Predikat = Annotated[str, BeforeValidator(_parse_predikat), WithJsonSchema(_scalar_schema)]
Angka = Annotated[
    Decimal,
    BeforeValidator(parse_angka),
    PlainSerializer(str),
    WithJsonSchema(_number_schema | {"examples": [82.5]}),
]
AngkaBersatuan = Annotated[
    Decimal,
    BeforeValidator(parse_bersatuan),
    PlainSerializer(str),
    WithJsonSchema(_number_schema | {"examples": [82.5]}),
]
Rupiah = Annotated[
    Decimal,
    BeforeValidator(parse_rupiah),
    PlainSerializer(str),
    WithJsonSchema(_number_schema | {"examples": [1004422800]}),
]
Tahun = Annotated[
    int,
    BeforeValidator(_parse_tahun),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": TAHUN_AWAL,
            "maximum": TAHUN_AKHIR,
            "pattern": f"^{_TAHUN.pattern}$",
            "examples": [2025],
        }
    ),
]
Halaman = Annotated[
    int,
    BeforeValidator(_parse_halaman),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": 1,
            "pattern": f"^{_HALAMAN.pattern}$",
            "examples": [12],
        }
    ),
]
Id = Annotated[
    str,
    BeforeValidator(_parse_id),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_ID.pattern}$",
            "maxLength": 80,
            "examples": ["persentase-aduan-selesai"],
        }
    ),
]
IdLengkap = Annotated[
    str,
    BeforeValidator(_parse_full_id),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_FULL_ID.pattern}$",
            "examples": ["kabupaten-contoh/dinas-contoh"],
        }
    ),
]
# The full id of an indicator that is there. One that is typed wrong is mended where all are known.
RujukanIndikator = Annotated[
    str,
    BeforeValidator(parse_text),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_FULL_ID.pattern}$",
            "patternErrorMessage": "Tulis id lengkap: daerah/instansi/id",
            "examples": ["kabupaten-contoh/dinas-contoh/persentase-aduan-selesai"],
        }
    ),
]
NamaVariabel = Annotated[
    str,
    BeforeValidator(_parse_variabel),
    WithJsonSchema({"type": "string", "pattern": f"^{_VARIABEL.pattern}$"}),
]
KodeWilayah = Annotated[
    str,
    BeforeValidator(_parse_kode_wilayah),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_KODE_WILAYAH.pattern}$", "examples": ["63.11"]}
    ),
]
Tautan = Annotated[
    str,
    BeforeValidator(_parse_tautan),
    WithJsonSchema(
        {"type": "string", "pattern": "^https?://", "examples": ["https://contoh.go.id/lkjip.pdf"]}
    ),
]
YesNo = Annotated[
    bool, BeforeValidator(_parse_yes_no), WithJsonSchema({"type": "boolean", "examples": [True]})
]
DaftarTeks = Annotated[
    tuple[Teks, ...],
    BeforeValidator(one_or_many, json_schema_input_type=Teks | tuple[Teks, ...]),
]
DaftarIdLengkap = Annotated[
    tuple[IdLengkap, ...],
    BeforeValidator(one_or_many, json_schema_input_type=IdLengkap | tuple[IdLengkap, ...]),
]
DaftarRujukan = Annotated[
    tuple[RujukanIndikator, ...],
    BeforeValidator(
        one_or_many, json_schema_input_type=RujukanIndikator | tuple[RujukanIndikator, ...]
    ),
]
DaftarPredikat = Annotated[
    tuple[Predikat, ...],
    BeforeValidator(one_or_many, json_schema_input_type=Predikat | tuple[Predikat, ...]),
]
DaftarTercetak = Annotated[
    tuple[Tercetak, ...],
    BeforeValidator(one_or_many, json_schema_input_type=Tercetak | tuple[Tercetak, ...]),
]
FROZEN = (AfterValidator(freeze), WrapSerializer(_thaw))
PerTahun = Annotated[Mapping[Tahun, _V], *FROZEN]


class FileModel(BaseModel):
    """Base of everything read from a file: frozen; unknown keys are errors.

    A file that is a list has the key under which the model holds it as its ``list_key``.
    """

    list_key: ClassVar[str] = ""

    # Validators are built at first use: most are only used as a part of another one.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class Periode(FileModel):
    """The years a decree is for, both included."""

    awal: Tahun = Field(description="Tahun pertama, termasuk.")
    akhir: Tahun = Field(description="Tahun terakhir, termasuk.")

    def __contains__(self, tahun: object) -> bool:
        return isinstance(tahun, int) and self.awal <= tahun <= self.akhir

    @property
    def tahun(self) -> tuple[int, ...]:
        return tuple(range(self.awal, self.akhir + 1))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.awal > self.akhir:
            raise invalid(
                "periode-terbalik",
                f"Periode {self.awal}–{self.akhir} terbalik.",
                "“awal” tidak boleh sesudah “akhir”.",
                at=("awal",),
            )
        return self


class Sumber(FileModel):
    """Where a figure was published."""

    judul: Teks = Field(description="Judul dokumen sumber.", examples=["LKjIP 2025"])
    tautan: Tautan | None = Field(None, description="Alamat dokumennya di web.")
    halaman: Halaman | None = Field(None, description="Halaman pertama yang memuat angkanya.")
    sebagian: YesNo = Field(
        False,
        description="true bila hanya sebagian dokumen yang dibaca; uraian yang tidak disalin lalu "
        "tidak dianggap tidak ada.",
    )


def from_scalar(
    field: str,
    model: type[FileModel],
    scalar: Any = Teks,
    parse: Callable[[str], object] = str,
) -> Any:
    """Return a validator that reads a bare scalar as ``{field: parse(scalar)}``."""

    def wrap(value: object) -> object:
        if isinstance(value, list):
            raise invalid(
                "bukan-teks",
                "Di sini diharapkan satu nilai, bukan daftar.",
                "Tulis satu nilai, tanpa kurung siku dan tanpa “- ”.",
            )
        return {field: parse(value)} if isinstance(value, str) else value

    return BeforeValidator(wrap, json_schema_input_type=scalar | model)
