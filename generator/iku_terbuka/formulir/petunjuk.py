"""The words of the sheet of instructions. ``#`` opens a heading."""

from iku_terbuka.formulir.isi import TANPA_ARAH, Formulir
from iku_terbuka.formulir.masalah import LEMBAR


def petunjuk(formulir: Formulir) -> tuple[str, ...]:
    """Return the instructions, one paragraph each."""
    tahun = formulir.tahun
    return (
        f"# Cara mengisi hasil IKU {tahun}, {formulir.instansi}",
        f"Isi lembar {LEMBAR}. Sel berwarna kuning boleh diisi; sel lain terkunci.",
        "Satu baris untuk satu indikator. Baris yang belum ada datanya boleh dibiarkan kosong.",
        "Simpan berkas ini sebagai Buku Kerja Excel (.xlsx), lalu kirim kepada pengelola data "
        "atau jalankan: iku import NAMA-BERKAS.xlsx",
        "# Status data",
        "Pilih sementara bila angka masih dapat berubah, atau final bila sudah ditetapkan.",
        "# Realisasi",
        "Ketik angkanya saja, tanpa satuan. Tulis 81,2 bukan 81,2 persen. Kalau satuannya persen, "
        "81,2 dan 81,2% dibaca sama.",
        "Angka dari Excel lain: salin nilainya saja (Tempel Khusus, Nilai). Sel yang berisi rumus "
        "ditolak, karena angkanya dapat berubah tanpa terlihat.",
        "Kalau selnya berisi teks seperti 1.234, kami bertanya yang dimaksud 1234 atau 1,234. "
        "Tidak ada angka yang ditebak.",
        "Excel menyimpan paling banyak 15 digit. Nol terakhir (3,20) tetap tersimpan bila sel "
        "menampilkannya.",
        "# Komponen rumus",
        "Baris yang diawali ↳ adalah komponen rumus indikator di atasnya. Isi semua komponennya, "
        "dan realisasi dihitung sendiri. Kolom Realisasi pada indikatornya boleh dikosongkan.",
        "Komponen yang terdiri dari banyak angka: tulis satu angka satu baris dalam sel itu.",
        "# Predikat",
        "Hanya untuk indikator yang memakai predikat. Tulis seperti tercetak, misalnya BB.",
        "# Tercetak",
        "Hanya bila dokumennya mencetak lebih dari angka atau predikatnya. Kalau tercetak BB "
        "(72,50), ketik 72,50 di Realisasi, BB di Predikat, dan BB (72,50) di Tercetak. Kalau "
        "tercetak ≥ 95%, ketik 95 di Realisasi dan ≥ 95% di Tercetak.",
        "# Keadaan",
        "Pilih Tidak diukur atau Tidak berlaku kalau memang tidak ada angka. Angka nol bukan "
        "pengganti data yang tidak ada.",
        "# Sumber",
        "Sebutkan dokumen yang memuat angka itu: judul, alamat web, dan halaman. Warga memakainya "
        "untuk memeriksa angka Anda.",
        "# Analisis, faktor, tindak lanjut, dan catatan",
        "Tulis kalimat biasa. Pada Faktor pendukung, Faktor penghambat, dan Catatan, satu hal satu "
        "baris; pindah baris dalam sel dengan Alt+Enter.",
        "Jangan menulis nama orang atau NIP. Sebut jabatan atau unit kerjanya.",
        "# Anggaran",
        "Tulis rupiah penuh, angka saja: 1004422800, bukan 1.004 juta.",
        *_tanpa_arah(formulir),
        "# Menghapus isi lama",
        "Ketik hapus di selnya. Sel yang hanya dikosongkan ditolak, supaya data tidak hilang tanpa "
        "sengaja. Perkecualian: memilih Keadaan sambil mengosongkan angka, dan sebaliknya.",
        "# Yang boleh dan tidak boleh diubah",
        "Boleh: melebarkan kolom dan baris. Kalau ada baris yang terbuang, indikatornya tetap "
        "seperti semula.",
        "Jangan: menggabung sel, mengganti judul kolom, mengubah Id, atau menambah indikator. "
        "Target dan definisi diubah lewat berkas keputusannya, bukan di sini.",
    )


def _tanpa_arah(formulir: Formulir) -> tuple[str, ...]:
    if not any(baris.perhatian == TANPA_ARAH for baris in formulir.baris):
        return ()
    return (
        "# Arah belum ditetapkan",
        "Pada beberapa indikator belum tertulis apakah makin tinggi makin baik, atau makin rendah "
        "makin baik. Angkanya tetap terbit, tetapi tidak dinilai tercapai atau belum tercapai. "
        "Mintalah pengelola mengisi “arah” di iku.yaml.",
    )
