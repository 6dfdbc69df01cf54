"""What is known about a unit by its name."""

# Things that are counted whole: a fraction of one is a thousands dot that was meant otherwise.
SATUAN_CACAH = frozenset(
    {
        *("orang", "pegawai", "desa", "kelurahan", "kecamatan", "skpd", "opd", "perangkat daerah"),
        *("kegiatan", "laporan", "dokumen", "berita", "media", "paket", "rekomendasi", "kebijakan"),
        *("kesepakatan", "urusan", "permasalahan", "tindak lanjut", "kasus", "perkara", "aduan"),
        *("unit", "organisasi", "lembaga", "kelompok", "sekolah", "bumd", "blud", "bumd/blud"),
        *("titik", "buah", "kali", "rumah", "bahan", "berkas", "peraturan", "produk hukum"),
        *("peserta", "jiwa", "siswa", "rapat", "izin", "inovasi", "penghargaan", "pengaduan"),
    }
)


def adalah_persen(satuan: str | None) -> bool:
    """Tell whether values of this unit are written with a percent sign."""
    return satuan is not None and satuan.lower() in {"persen", "%"}
