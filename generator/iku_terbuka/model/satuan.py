"""What is known about a unit by its name: whether things are counted, and whether in thousands."""

import re
from enum import StrEnum

# Things that are counted whole: a fraction of one is a thousands dot that was meant otherwise.
# Nobody can list them all; what is missing here is asked about.
COUNTED = frozenset(
    {
        *("orang", "pegawai", "desa", "kelurahan", "kecamatan", "skpd", "opd", "perangkat daerah"),
        *("kegiatan", "laporan", "dokumen", "berita", "media", "paket", "rekomendasi", "kebijakan"),
        *("kesepakatan", "urusan", "permasalahan", "tindak lanjut", "kasus", "perkara", "aduan"),
        *("unit", "organisasi", "lembaga", "kelompok", "sekolah", "bumd", "blud", "bumd/blud"),
        *("titik", "buah", "kali", "rumah", "bahan", "berkas", "peraturan", "produk hukum"),
        *("peserta", "jiwa", "siswa", "rapat", "izin", "inovasi", "penghargaan", "pengaduan"),
        *("ekor", "bh", "batang", "pohon", "bibit", "lembar", "eksemplar", "judul", "judul buku"),
        *("kk", "kepala keluarga", "keluarga", "rumah tangga", "penduduk", "warga", "balita"),
        *("anak", "bayi", "ibu", "guru", "pelajar", "mahasiswa", "petani", "nelayan", "pemilih"),
        *("wisatawan", "pengunjung", "kunjungan", "penumpang", "pelanggan", "pasien", "akseptor"),
        *("umkm", "ukm", "koperasi", "perusahaan", "kendaraan", "sr", "sambungan rumah"),
        *("sambungan", "sertifikat", "surat", "kejadian", "posyandu", "puskesmas", "bidang tanah"),
    }
)
_RUPIAH = re.compile(r"\b(?:rp|rupiah|idr)\b")
_MULTIPLE = re.compile(r"ribu|juta|mil[iy]ar|tril[iy]|000|\b(?:rb|jt|m|t)\b")
# What is written with decimals, and never in thousands.
_DECIMAL = re.compile(
    r"[%‰°]|\b(?:pers?en|pers?entase|prosentase|permil|indeks|index|nilai|skor|score|skala)\b|^tahun$"
)
_DECIMAL_NAME = re.compile(
    r"%|\b(?:pers?entase|prosentase|indeks|index|skor|skala|sakip|akip|ikm|skm|ipm|spbe"
    r"|reformasi birokrasi|maturitas|kematangan|laju|gini)\b"
)
# A mean or a rate of whole things is no whole thing.
_MEAN_OR_RATE = re.compile(r"rata|rerata|\b(?:rasio|angka|rate|tingkat|kepadatan|per)\b")


class SatuanKind(StrEnum):
    """What a number of this unit may look like."""

    COUNTED = "utuh"  # counted whole, without decimals
    RUPIAH = "rupiah"  # two decimals at most
    DECIMAL = "pecahan"  # an index, a percentage: decimals, and hardly ever a thousand
    OTHER = "lain"  # tons, millions of rupiah, a unit we do not know: both may be


def kind_of_satuan(satuan: str | None, nama: str = "") -> SatuanKind:
    """Return the kind of a unit; where none is given, what ``nama``, of an indicator, says of it.

    “Jumlah wisatawan (orang)” names its unit in parentheses.
    """
    unit, name = (satuan or satuan_in_name(nama)).strip().lower(), nama.lower()
    if unit in COUNTED:
        return SatuanKind.OTHER if _MEAN_OR_RATE.search(name) else SatuanKind.COUNTED
    if _RUPIAH.search(unit):
        return SatuanKind.OTHER if _MULTIPLE.search(unit) else SatuanKind.RUPIAH
    if _DECIMAL.search(unit) or (satuan is None and _DECIMAL_NAME.search(name)):
        return SatuanKind.DECIMAL
    return SatuanKind.OTHER


def satuan_in_name(nama: str) -> str:
    """Return the unit in the parentheses that end ``nama``, or whatever stands there."""
    text = nama.rstrip(" .")
    return text[:-1].rpartition("(")[2] if text.endswith(")") and "(" in text else ""


_PERCENT = re.compile(r"%|pers?en|(?:pers?en|pros?en|pres?en)tase|persen ?\(%\)|% ?\(persen\)")
_RANKS = frozenset({"peringkat", "ranking", "rangking", "urutan"})


def in_percent(satuan: str | None) -> bool:
    """Tell whether values of this unit are written with a percent sign."""
    return satuan is not None and _PERCENT.fullmatch(satuan.strip().lower()) is not None


def is_rank(satuan: str | None) -> bool:
    """Tell whether a number of this unit is a rank, of which 1 is the highest."""
    return satuan is not None and satuan.strip().lower() in _RANKS
