"""Codes about scales."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

SKALA = Topik(
    "skala",
    "Skala",
    (
        Kode(
            kode="skala-tidak-dikenal",
            judul="Skala tidak ada",
            arti="“skala” menyebut nama berkas di indicators/skala/, tanpa “.yaml”.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Nilai SAKIP
satuan: nilai
skala: sakip-2021
""",
            pesan="Skala “sakip-2021” tidak ada di indicators/skala/. Yang ada: kategori, sakip.",
            benar="""\
nama: Nilai SAKIP
satuan: nilai
skala: sakip
""",
        ),
        Kode(
            kode="skala-lain-jenis",
            judul="Skala untuk keperluan lain",
            arti="Skala berjenis nilai memberi predikat pada nilai indikator. Skala berjenis "
            "capaian memberi kategori pada capaian dalam persen.",
            jenis=Jenis.PEMDA,
            salah="""\
nama: Kabupaten Contoh
jenis: kabupaten
skala_capaian: sakip
""",
            pesan="Skala “sakip” berjenis “nilai”; di sini perlu “capaian”. Pilih skala lain.",
            benar="""\
nama: Kabupaten Contoh
jenis: kabupaten
skala_capaian: kategori
""",
        ),
        Kode(
            kode="skala-berlubang",
            judul="Kelas skala bercelah atau bertumpang tindih",
            arti="Setiap nilai harus masuk tepat satu kelas. Di antara 2.99 dan 3 masih ada "
            "nilai, misalnya 2.995.",
            jenis=Jenis.SKALA,
            salah="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: B, sampai: 2.99}
  - {predikat: A, mulai: 3}
""",
            pesan="Ada celah antara “B” dan “A”. Setiap nilai harus masuk tepat satu kelas; "
            "periksa batas kelas ini.",
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
            kode="batas-rangkap",
            judul="Dua batas di sisi yang sama",
            arti="Batas bawah adalah “mulai” (termasuk angkanya) atau “di_atas” (tidak termasuk). "
            "Batas atas adalah “sampai” atau “di_bawah”.",
            jenis=Jenis.SKALA,
            salah="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: B, di_bawah: 3}
  - {predikat: A, mulai: 3, di_atas: 3}
""",
            pesan="Kelas ini punya “mulai” dan “di_atas”. Pilih salah satu.",
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
            kode="kelas-tanpa-batas",
            judul="Kelas tanpa batas",
            arti="Semua kelas sebuah skala berbatas angka, atau tidak satu pun: skala itu lalu "
            "urutan kata dari yang terendah. Kategori capaian selalu memerlukan batas.",
            jenis=Jenis.SKALA,
            salah="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: C}
  - {predikat: B, di_bawah: 3}
  - {predikat: A, mulai: 3}
""",
            pesan="Kelas “C” tidak punya batas, padahal kelas lain punya. Tulis batasnya. Kalau "
            "skala ini hanya urutan kata, hapus batas semua kelas.",
            benar="""\
nama: Mutu layanan
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: C}
  - {predikat: B}
  - {predikat: A}
""",
        ),
        Kode(
            kode="predikat-ganda",
            judul="Satu nama untuk dua kelas",
            arti="Predikat dan sinonim menunjuk satu kelas. Huruf besar, spasi, titik, dan tanda "
            "hubung tidak membedakannya.",
            jenis=Jenis.SKALA,
            salah="""\
nama: Peringkat contoh
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: Madya, sinonim: Tingkat 2}
  - {predikat: Utama, sinonim: [Tingkat 3, tingkat-2]}
""",
            pesan="Nama “tingkat-2” sudah dipakai kelas “Madya”. Satu nama hanya untuk satu kelas; "
            "ganti atau hapus salah satunya.",
            benar="""\
nama: Peringkat contoh
jenis: nilai
sumber: Peraturan contoh
kepastian: terbaca
kelas:
  - {predikat: Madya, sinonim: Tingkat 2}
  - {predikat: Utama, sinonim: Tingkat 3}
""",
        ),
    ),
)
