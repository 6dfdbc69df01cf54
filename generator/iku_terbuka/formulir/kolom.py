"""The columns of the form: what each is called, what it takes, and where that goes in the YAML."""

from dataclasses import dataclass
from enum import Enum, auto

from iku_terbuka.model import Keadaan


class Jenis(Enum):
    """What a column takes."""

    TERKUNCI = auto()
    ANGKA = auto()
    RUPIAH = auto()
    PILIHAN = auto()
    TEKS = auto()
    BUTIR = auto()  # several items, one a line
    PENDEK = auto()  # a text on one line


@dataclass(frozen=True)
class Kolom:
    """One column. ``letak`` leads to its value below an indicator; ``lebar`` is in characters."""

    kunci: str
    judul: str
    jenis: Jenis
    lebar: int
    kelompok: str
    letak: tuple[str, ...] = ()
    petunjuk: str = ""

    def judul_tahun(self, tahun: int) -> str:
        """Return the heading in the form of ``tahun``."""
        return self.judul.format(tahun=tahun, lalu=tahun - 1)


_KEPUTUSAN, _HASIL, _SUMBER = "Jangan diubah", "Isi: hasil", "Isi: sumber angka"
_URAIAN, _ANGGARAN, _LAIN = "Isi: uraian", "Isi: anggaran (Rp)", "Isi: lain-lain"
_ANGKA = "Ketik angkanya saja, tanpa satuan. Untuk menghapus isi lama, ketik hapus."
_BUTIR = "Satu hal satu baris. Pindah baris dengan Alt+Enter."
_RUPIAH = "Rupiah penuh, angka saja. Bukan juta atau miliar."

KOLOM = (
    Kolom("id", "Id", Jenis.TERKUNCI, 5, _KEPUTUSAN),
    Kolom("indikator", "Indikator", Jenis.TERKUNCI, 34, _KEPUTUSAN),
    Kolom("sasaran", "Sasaran", Jenis.TERKUNCI, 22, _KEPUTUSAN),
    Kolom("satuan", "Satuan", Jenis.TERKUNCI, 10, _KEPUTUSAN),
    Kolom("target", "Target {tahun}", Jenis.TERKUNCI, 11, _KEPUTUSAN),
    Kolom("lalu", "Realisasi {lalu}", Jenis.TERKUNCI, 11, _KEPUTUSAN),
    Kolom(
        *("realisasi", "Realisasi {tahun}", Jenis.ANGKA, 13, _HASIL, ("realisasi", "nilai")),
        _ANGKA,
    ),
    Kolom(
        *("predikat", "Predikat", Jenis.PENDEK, 9, _HASIL, ("realisasi", "predikat")),
        "Predikat seperti tercetak di dokumen, misalnya BB.",
    ),
    Kolom(
        *("tercetak", "Tercetak", Jenis.PENDEK, 12, _HASIL, ("realisasi", "tercetak")),
        "Hanya bila dokumennya mencetak lebih dari angka atau predikatnya, misalnya BB (72,50).",
    ),
    Kolom(
        *("keadaan", "Keadaan", Jenis.PILIHAN, 14, _HASIL, ("keadaan",)),
        "Hanya bila tidak ada angka. Pilih dari daftar.",
    ),
    Kolom(
        *("sumber_judul", "Sumber: judul", Jenis.PENDEK, 28, _SUMBER, ("sumber", "judul")),
        "Dokumen yang memuat angka ini, misalnya LKjIP 2024.",
    ),
    Kolom(
        *("sumber_tautan", "Sumber: tautan", Jenis.PENDEK, 22, _SUMBER, ("sumber", "tautan")),
        "Alamat web dokumennya, diawali https://",
    ),
    Kolom(
        *("sumber_halaman", "Sumber: halaman", Jenis.PENDEK, 9, _SUMBER, ("sumber", "halaman")),
        "Nomor halaman pertamanya, misalnya 12.",
    ),
    Kolom("analisis", "Analisis", Jenis.TEKS, 30, _URAIAN, ("analisis",)),
    Kolom(
        *("pendukung", "Faktor pendukung", Jenis.BUTIR, 24, _URAIAN, ("faktor_pendukung",)),
        _BUTIR,
    ),
    Kolom(
        *("penghambat", "Faktor penghambat", Jenis.BUTIR, 24, _URAIAN, ("faktor_penghambat",)),
        _BUTIR,
    ),
    Kolom("tindak_lanjut", "Tindak lanjut", Jenis.TEKS, 24, _URAIAN, ("tindak_lanjut",)),
    Kolom(
        *("pagu", "Pagu anggaran", Jenis.RUPIAH, 16, _ANGGARAN, ("anggaran", "pagu")),
        _RUPIAH,
    ),
    Kolom(
        *("belanja", "Realisasi anggaran", Jenis.RUPIAH, 16, _ANGGARAN, ("anggaran", "realisasi")),
        _RUPIAH,
    ),
    Kolom("catatan", "Catatan", Jenis.BUTIR, 24, _LAIN, ("catatan",), _BUTIR),
)
TERKUNCI = tuple(kolom for kolom in KOLOM if kolom.jenis is Jenis.TERKUNCI)
ISIAN = tuple(kolom for kolom in KOLOM if kolom.jenis is not Jenis.TERKUNCI)
BERKUNCI = {kolom.kunci: kolom for kolom in KOLOM}

KATA_KEADAAN = {
    Keadaan.TIDAK_DIUKUR: "Tidak diukur",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.BELUM_DILAPORKAN: "Belum dilaporkan",
}
HAPUS = "hapus"
MAKS_SEL = 32_767  # what Excel holds in a cell, in UTF-16 units
