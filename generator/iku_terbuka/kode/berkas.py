"""Codes about a file as a whole."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

BERKAS = Topik(
    "berkas",
    "Berkas yang tidak dapat dibaca",
    (
        Kode(
            kode="folder-tidak-ada",
            judul="Folder data tidak ada",
            arti="Pemeriksa mencari folder indicators/ di tempat ia dijalankan.",
            jenis=Jenis.KEJADIAN,
            salah="Pemeriksa dijalankan di dalam folder lain.",
            pesan="Folder “indicators” tidak ada. Jalankan di folder yang memuat indicators/, "
            "atau pakai --indicators.",
            benar="Jalankan di folder proyek, tempat folder indicators/ terlihat.",
        ),
        Kode(
            kode="berkas-tidak-terbaca",
            judul="Berkas atau folder tidak dapat dibuka",
            arti="Sistem operasi menolak membukanya. Isinya belum diperiksa.",
            jenis=Jenis.KEJADIAN,
            salah="Berkas iku.yaml hanya boleh dibaca oleh pengguna lain.",
            pesan="Berkas ini tidak dapat dibuka. Periksa izin bacanya.",
            benar="Beri izin baca pada berkas itu untuk pengguna yang menjalankan pemeriksa.",
        ),
        Kode(
            kode="tautan-simbolik",
            judul="Tautan simbolik di folder data",
            arti="Tautan dapat menunjuk berkas di luar folder data, yang tidak boleh ikut terbit.",
            jenis=Jenis.KEJADIAN,
            salah="Berkas iku.yaml adalah tautan ke berkas di folder lain.",
            pesan="Ini tautan simbolik; isinya dapat berada di luar folder data. Ganti dengan "
            "berkas atau folder yang sebenarnya.",
            benar="Salin isi berkas itu ke sini sebagai berkas biasa.",
        ),
        Kode(
            kode="bukan-utf8",
            judul="Berkas tidak tersimpan sebagai UTF-8",
            arti="Huruf dan tanda baca baru terbaca sama di semua komputer kalau disimpan sebagai "
            "UTF-8.",
            jenis=Jenis.KEJADIAN,
            salah="Berkas disimpan dari Notepad dengan pengodean “Unicode” (UTF-16).",
            pesan="Berkas ini tidak tersimpan sebagai UTF-8. Simpan ulang dengan pengodean "
            "UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8).",
            benar="Simpan ulang dengan pengodean UTF-8.",
        ),
        Kode(
            kode="berkas-terlalu-besar",
            judul="Berkas lebih dari 1 MB",
            arti="Data satu instansi atau satu tahun jauh lebih kecil. Berkas sebesar ini biasanya "
            "memuat sesuatu yang bukan data.",
            jenis=Jenis.KEJADIAN,
            salah="Seluruh laporan disalin ke dalam satu berkas capaian.",
            pesan="Berkas ini lebih dari 1 MB. Pecah menjadi beberapa instansi atau tahun.",
            benar="Pindahkan isinya ke berkas instansi atau tahunnya masing-masing.",
        ),
        Kode(
            kode="berkas-kosong",
            judul="Berkas kosong",
            arti="Berkas tanpa isi tidak berarti apa-apa. Untuk instansi tanpa IKU sendiri, satu "
            "baris “instansi: …” sudah cukup.",
            jenis=Jenis.IKU,
            salah="""\
# belum diisi
""",
            pesan="Berkas ini kosong. Isi atau hapus berkasnya.",
            benar="""\
instansi: Dinas Contoh
""",
        ),
        Kode(
            kode="terlalu-dalam",
            judul="Isi atau folder bersarang terlalu dalam",
            arti="Lebih dari 50 tingkat tidak terjadi pada data yang benar. Pesan yang sama muncul "
            "untuk folder di dalam folder.",
            jenis=Jenis.KEJADIAN,
            salah="Sebuah nilai diawali lebih dari lima puluh kurung siku.",
            pesan="Isi bersarang lebih dari 50 tingkat. Periksa kurung atau lekukan yang berlebih.",
            benar="Hapus kurung yang berlebih; kalau bagian dari teks, apit teks dengan tanda "
            "kutip.",
        ),
        Kode(
            kode="terlalu-banyak-masalah",
            judul="Lebih dari 200 masalah dalam satu berkas",
            arti="Hanya 200 masalah pertama yang disebut; kesalahan didahulukan. Masalah sebanyak "
            "itu biasanya punya satu sebab, misalnya semua angka memakai koma.",
            jenis=Jenis.KEJADIAN,
            salah="Daftar “fungsi” memuat 500 butir kosong.",
            pesan="Sedikitnya 300 masalah lain di berkas ini tidak disebut. Perbaiki yang sudah"
            " disebut, lalu periksa lagi.",
            benar="Perbaiki sebabnya, lalu jalankan pemeriksa sekali lagi.",
        ),
    ),
)
