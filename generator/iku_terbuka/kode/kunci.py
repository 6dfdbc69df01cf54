"""Codes about keys and the shape of what stands at them."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

KUNCI = Topik(
    "kunci",
    "Kunci dan bentuk isian",
    (
        Kode(
            kode="kunci-wajib",
            judul="Kunci wajib belum diisi",
            arti="Beberapa kunci harus ada, misalnya “instansi”, serta “id” dan “nama” setiap "
            "indikator.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
sumber: {halaman: 12}
""",
            pesan="Kunci “judul” wajib diisi. Tambahkan “judul: …”.",
            benar="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025, halaman: 12}
""",
        ),
        Kode(
            kode="kunci-tidak-dikenal",
            judul="Kunci tidak dikenal",
            arti="Kunci yang salah eja atau salah tempat tidak akan terbaca. Pesannya menyebut "
            "kunci yang paling mirip, atau semua yang dikenal.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
satuaan: menit
""",
            pesan="Kunci “satuaan” tidak dikenal di sini. Maksudnya “satuan”?",
            benar="""\
nama: Waktu tunggu
satuan: menit
""",
        ),
        Kode(
            kode="pilihan-tidak-dikenal",
            judul="Isian bukan salah satu pilihan",
            arti="Kunci ini hanya menerima pilihan tertentu, ditulis dengan huruf kecil.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
arah: Turun
""",
            pesan="“Turun” bukan pilihan untuk “arah”. Maksudnya “turun”?",
            benar="""\
nama: Waktu tunggu
arah: turun
""",
        ),
        Kode(
            kode="bukan-daftar",
            judul="Seharusnya daftar",
            arti="Kunci ini memuat beberapa butir, masing-masing diawali “- ”, walaupun baru ada "
            "satu.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
sasaran: Meningkatnya mutu pelayanan
""",
            pesan="“sasaran” harus berupa daftar. Awali tiap butirnya dengan “- ” pada baris "
            "tersendiri.",
            benar="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
""",
        ),
        Kode(
            kode="bukan-kumpulan-kunci",
            judul="Seharusnya pasangan “kunci: nilai”",
            arti="Bagian ini terdiri atas beberapa kunci, bukan satu teks atau daftar.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
periode: 2021-2026
""",
            pesan="“periode” harus berisi pasangan “kunci: nilai”. Tulis {awal: 2021, akhir: 2026}",
            benar="""\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
""",
        ),
        Kode(
            kode="bukan-teks",
            judul="Seharusnya satu nilai",
            arti="Kunci ini memuat satu teks atau angka. Kurung siku membuatnya menjadi daftar.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: [Waktu tunggu]
""",
            pesan="Di sini diharapkan satu nilai, bukan daftar atau kumpulan kunci. Tulis satu "
            "nilai; teks yang memuat titik dua diapit tanda kutip.",
            benar="""\
nama: Waktu tunggu
""",
        ),
        Kode(
            kode="daftar-kosong",
            judul="Daftar tanpa butir",
            arti="Daftar ini memerlukan sedikitnya satu butir.",
            jenis=Jenis.SKALA,
            salah="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas: []
""",
            pesan="“kelas” kosong. Tulis sedikitnya satu butir, diawali “- ”.",
            benar="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: B, di_bawah: 3}
  - {predikat: A, mulai: 3}
""",
        ),
        Kode(
            kode="isi-kosong",
            judul="Butir atau teks kosong",
            arti="Butir daftar tanpa isi biasanya sisa penyuntingan.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
fungsi:
  - Penerimaan aduan
  -
""",
            pesan="Butir ini kosong. Isi atau hapus barisnya.",
            benar="""\
instansi: Dinas Contoh
fungsi:
  - Penerimaan aduan
""",
        ),
        Kode(
            kode="teks-tanpa-isi",
            judul="Tanda bahwa tidak ada isi",
            arti="Tanda hubung, “nihil”, atau “tidak ada” akan terbit sebagai isi. Yang tidak ada "
            "dibiarkan kosong; halaman menyebutnya dengan kata-kata yang sama di mana-mana.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025}
tindak_lanjut: nihil
""",
            pesan="“nihil” berarti tidak ada isi. Kosongkan, atau hapus barisnya.",
            benar="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025}
""",
        ),
        Kode(
            kode="teks-terlalu-panjang",
            judul="Teks terlalu panjang",
            arti="Teks sepanjang itu tidak terbaca di halaman. Ringkas, dan rujuk dokumen "
            "lengkapnya.",
            jenis=Jenis.KEJADIAN,
            salah="Satu bab laporan disalin ke dalam “analisis”.",
            pesan="Teks ini lebih dari 20.000 karakter. Ringkas, atau rujuk dokumennya di "
            "“sumber”.",
            benar="Tulis beberapa kalimat di “analisis”, dan sebut laporannya di “sumber”.",
        ),
        Kode(
            kode="isi-tidak-sah",
            judul="Isi tidak dapat dibaca",
            arti="Pesan umum, untuk isian yang tidak cocok dan belum punya pesan sendiri.",
            jenis=Jenis.KEJADIAN,
            salah="Isian tidak cocok dengan kuncinya.",
            pesan="Isi ini tidak dapat dibaca. Bandingkan dengan berkas lain.",
            benar="Bandingkan dengan berkas lain yang memakai kunci itu.",
        ),
        Kode(
            kode="bukan-benar-salah",
            judul="Seharusnya true atau false",
            arti="Kunci ini hanya menjawab ya atau tidak: true berarti ya, false berarti tidak.",
            jenis=Jenis.PEMDA,
            salah="""\
nama: Kabupaten Contoh
jenis: kabupaten
resmi: ya
""",
            pesan="“ya” bukan true atau false. Tulis true atau false.",
            benar="""\
nama: Kabupaten Contoh
jenis: kabupaten
resmi: true
""",
        ),
    ),
)
