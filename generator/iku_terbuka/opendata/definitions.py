"""``data/indikator.csv``: what each indicator means, after Satu Data Indonesia.

Perpres 39/2019 asks of data its konsep, definisi, klasifikasi, ukuran and satuan, its producer and
the reference codes. No decree prints the konsep (the notion measured) or the klasifikasi (by what
results are broken down), so neither is claimed; the sasaran and the scale have their own names. One
row per indicator, by its newest decree; what the decree does not say stays empty.
"""

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.model.satuan import COUNTED, in_percent
from iku_terbuka.opendata.columns import COLUMNS, Column, ColumnType
from iku_terbuka.opendata.origin import iku_source, one_line
from iku_terbuka.opendata.rows import BOM, csv_table, safe_cell

_SHARED = {column.name: column for column in COLUMNS}

INDIKATOR_COLUMNS: tuple[Column, ...] = (
    _SHARED["kode_wilayah"],
    _SHARED["pemda"],
    _SHARED["instansi_id"],
    _SHARED["indikator_id"],
    _SHARED["indikator"],
    _SHARED["sasaran"],
    Column("definisi", ColumnType.STRING, "Arti indikator menurut dokumen."),
    Column(
        "skala",
        ColumnType.STRING,
        "Skala yang menggolongkan nilainya, dengan kelas dari yang terendah. Kosong bila nilainya "
        "tidak digolongkan.",
    ),
    Column(
        "ukuran",
        ColumnType.ENUM,
        "Jenis besaran, dibaca dari satuannya. Kosong bila satuannya tidak menunjukkannya.",
        values=("persentase", "indeks", "nilai", "skor", "jumlah"),
    ),
    Column(
        "satuan",
        ColumnType.STRING,
        "Satuan pada dokumen yang terakhir, misalnya persen. Yang tidak tercetak diisi penyunting.",
    ),
    _SHARED["arah"],
    Column("rumus", ColumnType.STRING, "Cara menghitung, menurut dokumen atau susunan penyunting."),
    _SHARED["rumus_capaian"],
    Column("alasan", ColumnType.STRING, "Alasan indikator ini dipilih."),
    Column("sumber_data", ColumnType.STRING, "Asal data menurut dokumen, dipisahkan titik koma."),
    Column(
        "produsen_data",
        ColumnType.STRING,
        "Produsen data: instansi yang memakai indikator ini.",
        required=True,
    ),
    Column(
        "penanggung_jawab",
        ColumnType.STRING,
        "Unit kerja atau jabatan yang bertanggung jawab, dipisahkan titik koma.",
    ),
    Column("dasar", ColumnType.STRING, "Keputusan atau dokumen yang memuat indikator ini."),
    Column("periode_awal", ColumnType.INTEGER, "Tahun pertama berlakunya dokumen itu."),
    Column("periode_akhir", ColumnType.INTEGER, "Tahun terakhir berlakunya dokumen itu."),
    Column(
        "disimpulkan",
        ColumnType.STRING,
        "Isian yang tidak tercetak di dokumen dan ditambahkan penyunting, dipisahkan titik koma.",
    ),
    Column(
        "tercetak_di",
        ColumnType.STRING,
        "Isian yang tercetak di tempat lain dalam dokumen yang sama, dipisahkan titik koma; "
        "tempatnya ada di iku.json.",
    ),
    _SHARED["halaman"],
)


def indikator_csv(context: Context) -> bytes:
    """Return one row per indicator as CSV, UTF-8 with BOM."""
    names = [column.name for column in INDIKATOR_COLUMNS]
    cells = (
        _cells(context, indikator)
        for instansi in context.all_instansi()
        for indikator in instansi.indikator
    )
    return BOM + csv_table([names, *([safe_cell(row[name]) for name in names] for row in cells)])


def _cells(context: Context, indikator: Indikator) -> dict[str, str]:
    instansi = context.instansi[indikator.instansi_id]
    pemda, definisi, iku = context.pemda(instansi.id), indikator.definisi, indikator.terbaru.iku
    source = iku_source(iku)
    return {
        "kode_wilayah": pemda.profil.kode_wilayah or "",
        "pemda": one_line(pemda.nama),
        "instansi_id": instansi.id,
        "indikator_id": indikator.id,
        "indikator": one_line(indikator.nama),
        "sasaran": one_line(indikator.terbaru.sasaran.nama),
        "definisi": one_line(definisi.makna or definisi.penjelasan or ""),
        "skala": _skala(context, definisi.skala),
        "ukuran": _ukuran(definisi.satuan),
        "satuan": definisi.satuan or "",
        "arah": definisi.arah or "",
        "rumus": one_line(definisi.formula.teks) if definisi.formula else "",
        "rumus_capaian": definisi.rumus_capaian or "",
        "alasan": one_line(definisi.alasan or ""),
        "sumber_data": "; ".join(map(one_line, definisi.sumber_data)),
        "produsen_data": one_line(context.full_name(instansi)),
        "penanggung_jawab": "; ".join(map(one_line, definisi.penanggung_jawab)),
        "dasar": source.title if source else "",
        "periode_awal": str(iku.periode.awal) if iku.periode else "",
        "periode_akhir": str(iku.periode.akhir) if iku.periode else "",
        "disimpulkan": "; ".join(definisi.disimpulkan),
        "tercetak_di": "; ".join(definisi.tercetak_di),
        "halaman": context.folder(indikator.kunci) + "/",
    }


def _skala(context: Context, key: str | None) -> str:
    if key is None:
        return ""
    skala = context.laporan.skala[key]
    return one_line(f"{skala.nama}: {', '.join(kelas.predikat for kelas in skala.kelas)}")


def _ukuran(satuan: str | None) -> str:
    unit = (satuan or "").lower()
    if in_percent(satuan):
        return "persentase"
    if unit in {"indeks", "nilai", "skor"}:
        return unit
    return "jumlah" if unit in COUNTED else ""
