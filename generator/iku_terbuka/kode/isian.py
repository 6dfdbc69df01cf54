"""Codes about years, dates, addresses and ids."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

ISIAN = Topik(
    "isian",
    "Tahun, tanggal, alamat, dan id",
    (
        Kode(
            kode="bukan-tahun",
            judul="Bukan tahun",
            arti="Tahun ditulis dengan empat angka, tanpa kata lain.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: menit
target:
  Tahun 2025: 15
""",
            pesan="“Tahun 2025” bukan tahun. Tulis empat angka antara 1945 dan 2199, misalnya 2025",
            benar="""\
satuan: menit
target:
  2025: 15
""",
        ),
        Kode(
            kode="bukan-tanggal",
            judul="Bukan tanggal",
            arti="Tanggal ditulis tahun-bulan-hari dengan angka. Bagian yang tidak tercetak di "
            "dokumen boleh ditinggalkan.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
dasar_hukum:
  - jenis: Keputusan Bupati Contoh
    tanggal: 31 Desember 2021
""",
            pesan="“31 Desember 2021” bukan tanggal. Tulis 2021-12-31",
            benar="""\
instansi: Dinas Contoh
dasar_hukum:
  - jenis: Keputusan Bupati Contoh
    tanggal: 2021-12-31
""",
        ),
        Kode(
            kode="bukan-halaman",
            judul="Bukan nomor halaman",
            arti="“halaman” adalah satu nomor, supaya pembaca dapat langsung membukanya.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025, halaman: 12-14}
""",
            pesan="“12-14” bukan nomor halaman. Tulis halaman pertamanya dengan angka, misalnya 12",
            benar="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025, halaman: 12}
""",
        ),
        Kode(
            kode="tautan-tidak-sah",
            judul="Bukan alamat web",
            arti="Alamat harus lengkap, supaya tautannya dapat dibuka.",
            jenis=Jenis.PEMDA,
            salah="""\
nama: Kabupaten Contoh
jenis: kabupaten
situs: www.example.go.id
""",
            pesan="“www.example.go.id” bukan alamat web. Tulis alamat lengkap yang diawali "
            "https://",
            benar="""\
nama: Kabupaten Contoh
jenis: kabupaten
situs: https://www.example.go.id
""",
        ),
        Kode(
            kode="kode-wilayah-tidak-sah",
            judul="Bukan kode wilayah",
            arti="Kode wilayah Kemendagri memakai titik. Tanpa tanda kutip, nol di belakangnya "
            "dapat hilang di program lain.",
            jenis=Jenis.PEMDA,
            salah="""\
nama: Kabupaten Contoh
jenis: kabupaten
kode_wilayah: 9901
""",
            pesan="“9901” bukan kode wilayah. Tulis kode Kemendagri dalam tanda kutip, misalnya"
            ' "63.11"',
            benar="""\
nama: Kabupaten Contoh
jenis: kabupaten
kode_wilayah: "99.01"
""",
        ),
        Kode(
            kode="id-tidak-sah",
            judul="Tidak dapat menjadi id",
            arti="Id menjadi alamat halaman dan tidak pernah berubah. Karena itu bentuknya "
            "sederhana.",
            jenis=Jenis.INDIKATOR,
            salah="""\
id: Waktu Tunggu
nama: Waktu tunggu
""",
            pesan="“Waktu Tunggu” tidak dapat menjadi id. Pakai huruf kecil, angka, dan tanda "
            "hubung, paling panjang 80 karakter, misalnya waktu-tunggu",
            benar="""\
id: waktu-tunggu
nama: Waktu tunggu
""",
        ),
    ),
)
