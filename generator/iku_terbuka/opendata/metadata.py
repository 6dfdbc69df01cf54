"""``data/indikator.csv``: what each indicator means, after Satu Data Indonesia.

Perpres 39/2019 asks of data its konsep, definisi, klasifikasi, ukuran and satuan, its producer and
the reference codes. No decree prints the konsep (the notion measured) or the klasifikasi (by what
results are broken down), so neither is claimed; the sasaran and the scale have their own names. One
row per indicator, by its newest decree; what the decree does not say stays empty.
"""

from functools import partial

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.satuan import COUNTED, in_percent
from iku_terbuka.opendata.asal import rata, sumber_iku
from iku_terbuka.opendata.kolom import KOLOM, Jenis, Kolom
from iku_terbuka.opendata.tabel import BOM, csv_tabel, sel_teks
from iku_terbuka.output import Ingat, tanpa_ingatan

_SAMA = {kolom.nama: kolom for kolom in KOLOM}

KOLOM_INDIKATOR: tuple[Kolom, ...] = (
    _SAMA["kode_wilayah"],
    _SAMA["pemda"],
    _SAMA["instansi_id"],
    _SAMA["indikator_id"],
    _SAMA["indikator"],
    _SAMA["sasaran"],
    Kolom("definisi", Jenis.STRING, "Arti indikator menurut dokumen."),
    Kolom(
        "skala",
        Jenis.STRING,
        "Skala yang menggolongkan nilainya, dengan kelas dari yang terendah. Kosong bila nilainya "
        "tidak digolongkan.",
    ),
    Kolom(
        "ukuran",
        Jenis.ENUM,
        "Jenis besaran, dibaca dari satuannya. Kosong bila satuannya tidak menunjukkannya.",
        nilai=("persentase", "indeks", "nilai", "skor", "jumlah"),
    ),
    Kolom(
        "satuan",
        Jenis.STRING,
        "Satuan pada dokumen yang terakhir, misalnya persen. Yang tidak tercetak diisi penyunting.",
    ),
    _SAMA["arah"],
    Kolom("rumus", Jenis.STRING, "Cara menghitung, menurut dokumen atau susunan penyunting."),
    _SAMA["rumus_capaian"],
    Kolom("alasan", Jenis.STRING, "Alasan indikator ini dipilih."),
    Kolom("sumber_data", Jenis.STRING, "Asal data menurut dokumen, dipisahkan titik koma."),
    Kolom(
        "produsen_data",
        Jenis.STRING,
        "Produsen data: instansi yang memakai indikator ini.",
        wajib=True,
    ),
    Kolom(
        "penanggung_jawab",
        Jenis.STRING,
        "Unit kerja atau jabatan yang bertanggung jawab, dipisahkan titik koma.",
    ),
    Kolom("dasar", Jenis.STRING, "Keputusan atau dokumen yang memuat indikator ini."),
    Kolom("periode_awal", Jenis.INTEGER, "Tahun pertama berlakunya dokumen itu."),
    Kolom("periode_akhir", Jenis.INTEGER, "Tahun terakhir berlakunya dokumen itu."),
    Kolom(
        "disimpulkan",
        Jenis.STRING,
        "Isian yang tidak tercetak di dokumen dan ditambahkan penyunting, dipisahkan titik koma.",
    ),
    Kolom(
        "tercetak_di",
        Jenis.STRING,
        "Isian yang tercetak di tempat lain dalam dokumen yang sama, dipisahkan titik koma; "
        "tempatnya ada di iku.json.",
    ),
    _SAMA["halaman"],
)


def indikator_csv(context: Context, ingat: Ingat = tanpa_ingatan) -> bytes:
    """Return one row per indicator as CSV, UTF-8 with BOM.

    ``ingat`` may have the rows of an instansi.
    """
    head = csv_tabel([[kolom.nama for kolom in KOLOM_INDIKATOR]])
    rows = (
        ingat("indikator.csv", satu.id, partial(_csv_instansi, context, satu))
        for satu in context.all_instansi()
        if satu.indikator
    )
    return BOM + head + b"".join(rows)


def _skala(context: Context, skala: str | None) -> str:
    if skala is None:
        return ""
    chosen = context.laporan.skala[skala]
    return rata(f"{chosen.nama}: {', '.join(kelas.predikat for kelas in chosen.kelas)}")


def _ukuran(satuan: str | None) -> str:
    unit = (satuan or "").lower()
    if in_percent(satuan):
        return "persentase"
    if unit in {"indeks", "nilai", "skor"}:
        return unit
    return "jumlah" if unit in COUNTED else ""


def _csv_instansi(context: Context, instansi: Instansi) -> bytes:
    rows = (_isi(context, instansi, satu) for satu in instansi.indikator)
    return csv_tabel([sel_teks(row[kolom.nama]) for kolom in KOLOM_INDIKATOR] for row in rows)


def _isi(context: Context, instansi: Instansi, indikator: Indikator) -> dict[str, str]:
    pemda, definisi, iku = (
        context.pemda(instansi.id),
        indikator.definisi,
        indikator.terbaru.iku,
    )
    asal = sumber_iku(iku)
    return {
        "kode_wilayah": pemda.profil.kode_wilayah or "",
        "pemda": rata(pemda.nama),
        "instansi_id": instansi.id,
        "indikator_id": indikator.id,
        "indikator": rata(indikator.nama),
        "sasaran": rata(indikator.terbaru.sasaran.nama),
        "definisi": rata(definisi.makna or definisi.penjelasan or ""),
        "skala": _skala(context, definisi.skala),
        "ukuran": _ukuran(definisi.satuan),
        "satuan": definisi.satuan or "",
        "arah": definisi.arah or "",
        "rumus": rata(definisi.formula.teks) if definisi.formula else "",
        "rumus_capaian": definisi.rumus_capaian or "",
        "alasan": rata(definisi.alasan or ""),
        "sumber_data": "; ".join(map(rata, definisi.sumber_data)),
        "produsen_data": rata(context.full_name(instansi)),
        "penanggung_jawab": "; ".join(map(rata, definisi.penanggung_jawab)),
        "dasar": asal.judul if asal else "",
        "periode_awal": str(iku.periode.awal) if iku.periode else "",
        "periode_akhir": str(iku.periode.akhir) if iku.periode else "",
        "disimpulkan": "; ".join(definisi.disimpulkan),
        "tercetak_di": "; ".join(definisi.tercetak_di),
        "halaman": context.folder(indikator.kunci) + "/",
    }
