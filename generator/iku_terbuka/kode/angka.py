"""Codes about numbers, ranges and targets."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

ANGKA = Topik(
    "angka",
    "Angka",
    (
        Kode(
            kode="koma-desimal",
            judul="Angka memakai koma",
            arti="Di berkas data, desimal ditulis dengan titik. Di halaman situs angka tetap "
            "tampil dengan koma.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81,25
""",
            pesan="Angka “81,25” memakai koma. Tulis dengan titik: 81.25",
            benar="""\
realisasi: 81.25
""",
        ),
        Kode(
            kode="titik-ribuan",
            judul="Angka memakai pemisah ribuan",
            arti="Titik dibaca sebagai desimal. Karena itu ribuan ditulis tanpa pemisah apa pun.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
anggaran: {pagu: 150.000.000}
""",
            pesan="Angka “150.000.000” memakai titik ribuan. Tulis tanpa pemisah ribuan: 150000000",
            benar="""\
realisasi: 81.25
anggaran: {pagu: 150000000}
""",
        ),
        Kode(
            kode="satuan-di-angka",
            judul="Angka ditulis bersama satuannya",
            arti="Kunci ini hanya memuat angka. Satuan sebuah indikator ditulis sekali, di "
            "“satuan”.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: persen
target:
  2025: 80%
""",
            pesan="“80%” memuat lebih dari angka. Tulis angkanya saja: 80, tanpa “%”. "
            "Satuannya ditulis di “satuan” indikator.",
            benar="""\
satuan: persen
target:
  2025: 80
""",
        ),
        Kode(
            kode="bukan-angka",
            judul="Bukan angka",
            arti="Di sini hanya angka yang dapat dipakai. Hasil yang belum ada dibiarkan kosong; "
            "hasil yang memang tidak diukur disebut keadaannya. Jangan menulis 0.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: tidak diukur
""",
            pesan="“tidak diukur” berarti tidak ada angka. Hapus baris ini; dalam capaian, "
            "gantinya “keadaan: tidak_diukur”.",
            benar="""\
keadaan: tidak_diukur
""",
        ),
        Kode(
            kode="angka-terlalu-panjang",
            judul="Angka terlalu panjang",
            arti="Angka sepanjang itu biasanya hasil salinan dari lembar hitung. Tulis seperti di "
            "dokumennya.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.2533333333333333333333333
""",
            pesan="Angka “81.2533333333333333333333333” terlalu panjang. Bulatkan seperti yang "
            "tercetak di dokumennya: paling banyak 15 angka di depan titik dan enam di "
            "belakangnya.",
            benar="""\
realisasi: 81.25
""",
        ),
        Kode(
            kode="pecahan-satuan-cacah",
            judul="Pecahan pada sesuatu yang dihitung utuh",
            arti="Kegiatan, orang, dan dokumen dihitung utuh. Angka di belakang titik biasanya "
            "berarti titiknya pemisah ribuan.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: kegiatan
target:
  2025: 2.016
""",
            pesan="“2.016 kegiatan”: kegiatan dihitung utuh, tanpa angka di belakang titik. "
            "Kalau titiknya pemisah ribuan, tulis 2016. Kalau di dokumen memang tercetak “2,016”, "
            'tulis {nilai: 2.016, tercetak: "2,016"}.',
            benar="""\
satuan: kegiatan
target:
  2025: 2016
""",
        ),
        Kode(
            kode="angka-mungkin-ribuan",
            judul="Titik yang mungkin pemisah ribuan",
            arti="Tiga angka di belakang satu titik dapat dibaca dua cara, dan satuannya tidak "
            "memutuskan. Angka lain dari indikator yang sama ikut dibandingkan. Bentuk tercetak "
            "dengan koma menjawabnya.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: ton
target:
  2025: 12.500
""",
            pesan="“12.500 ton” dapat berarti 12500, dapat pula 12,500 dengan koma desimal. Kalau "
            "titiknya pemisah ribuan, tulis 12500. Kalau di dokumen memang tercetak “12,500”, "
            'tulis {nilai: 12.500, tercetak: "12,500"}.',
            benar="""\
satuan: ton
target:
  2025: {nilai: 12.500, tercetak: "12,500"}
""",
            peringatan=True,
        ),
        Kode(
            kode="nilai-kosong",
            judul="Nilai tanpa isi",
            arti="Sebuah nilai memuat angka, predikat, atau rentang. Bentuk tercetak saja belum "
            "cukup.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: persen
target:
  2025: {tercetak: "80,00"}
""",
            pesan="Tidak ada nilai di sini. Isi “nilai”, “predikat”, atau “bawah” dan “atas”.",
            benar="""\
satuan: persen
target:
  2025: {nilai: 80.00, tercetak: "80,00"}
""",
        ),
        Kode(
            kode="nilai-dan-rentang",
            judul="Satu nilai dan rentang sekaligus",
            arti="Target berupa satu angka atau satu rentang, tidak keduanya.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: indeks
target:
  2025: {nilai: 4, bawah: 3.6, atas: 4.4}
""",
            pesan="Di sini ada “nilai” sekaligus rentang “bawah” dan “atas”. Hapus salah satu.",
            benar="""\
satuan: indeks
target:
  2025: {bawah: 3.6, atas: 4.4}
""",
        ),
        Kode(
            kode="rentang-tidak-lengkap",
            judul="Rentang dengan satu batas",
            arti="Rentang memerlukan batas bawah dan batas atas.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: indeks
target:
  2025: {bawah: 3.6}
""",
            pesan="Rentang memerlukan “bawah” dan “atas”. Tulis keduanya, misalnya {bawah: 3.6,"
            " atas: 4.4}",
            benar="""\
satuan: indeks
target:
  2025: {bawah: 3.6, atas: 4.4}
""",
        ),
        Kode(
            kode="rentang-terbalik",
            judul="Batas rentang terbalik",
            arti="Batas bawah tidak boleh lebih besar daripada batas atas.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: indeks
target:
  2025: {bawah: 4.4, atas: 3.6}
""",
            pesan="“bawah” (4.4) lebih besar daripada “atas” (3.6). Tukar keduanya.",
            benar="""\
satuan: indeks
target:
  2025: {bawah: 3.6, atas: 4.4}
""",
        ),
        Kode(
            kode="realisasi-rentang",
            judul="Realisasi berupa rentang",
            arti="Target boleh berupa rentang, tetapi hasil setahun adalah satu nilai.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: {bawah: 80, atas: 82}
""",
            pesan="Realisasi tidak dapat berupa rentang. Tulis satu nilai.",
            benar="""\
realisasi: 81.25
""",
        ),
    ),
)
