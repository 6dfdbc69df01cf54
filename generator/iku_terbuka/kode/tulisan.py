"""Codes about the text of a file: what YAML cannot read, or reads otherwise than meant."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

TULISAN = Topik(
    "tulisan",
    "Penulisan YAML",
    (
        Kode(
            kode="kutip-melengkung",
            judul="Tanda kutip dari Word ikut terbaca",
            arti="YAML hanya mengenal tanda kutip lurus. Tanda kutip melengkung menjadi bagian "
            "dari isi, dan koma di antaranya tetap memotong daftar.",
            jenis=Jenis.INDIKATOR,
            peringatan=True,
            salah="""\
satuan: “persen”
""",
            pesan="Tanda kutip melengkung dari Word ikut terbaca sebagai isi. Hapus, atau ganti "
            "dengan tanda kutip lurus di awal dan di akhir. Kalau memang tercetak begitu, apit "
            "seluruhnya dengan tanda kutip lurus.",
            benar="""\
satuan: persen
""",
        ),
        Kode(
            kode="sintaks-yaml",
            judul="Penulisan tidak dapat dibaca",
            arti="Susunan baris, lekukan, tanda kutip, atau titik duanya keliru, sehingga berkas "
            "tidak dapat dibaca. Pesannya menyebut apa yang harus diubah di tempat itu.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
tugas: Melayani: aduan warga
""",
            pesan="Ada titik dua di tengah teks. Apit seluruh teks dengan tanda kutip; kalau "
            "yang dimaksud kunci, letakkan pada baris tersendiri.",
            benar="""\
instansi: Dinas Contoh
tugas: "Melayani: aduan warga"
""",
        ),
        Kode(
            kode="baris-tertelan",
            judul="Satu baris terbaca sebagai lanjutan baris di atasnya",
            arti="Baris yang dimaksud sebagai kunci atau butir sendiri menjadi bagian teks "
            "sebelumnya. Biasanya tanda kutip belum ditutup, atau lekukannya terlalu dalam.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
fungsi:
  - Penerimaan aduan
    - Penyelesaian aduan
""",
            pesan="Baris 4 terbaca sebagai lanjutan teks yang dimulai di sini. Samakan lekukan "
            "tanda “-” dengan butir di atasnya.",
            benar="""\
instansi: Dinas Contoh
fungsi:
  - Penerimaan aduan
  - Penyelesaian aduan
""",
        ),
        Kode(
            kode="karakter-tak-terlihat",
            judul="Ada karakter yang tak terlihat",
            arti="Karakter ini sering ikut tersalin dari PDF atau Word. Ia memecah kata dan angka "
            "tanpa kelihatan. Di contoh ini ia ditulis sebagai \\u200b.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
tugas: "Melayani adu\\u200ban warga"
""",
            pesan="Ada karakter yang tak terlihat di sini (U+200B). Hapus lalu ketik ulang kata"
            " itu; karakter ini sering ikut tersalin dari PDF atau Word.",
            benar="""\
instansi: Dinas Contoh
tugas: "Melayani aduan warga"
""",
        ),
        Kode(
            kode="tanda-pagar",
            judul="Tanda pagar memotong isi",
            arti="Sesudah spasi, tanda pagar memulai komentar, dan sisanya tidak terbit. Galat "
            "Excel seperti #N/A disebut dengan kode yang sama, sebagai kesalahan.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
analisis: Peringkat #1 di provinsi
""",
            pesan="Mulai “#1 di provinsi” baris ini tidak terbaca: tanda pagar memulai komentar. "
            "Kalau bagian dari isi, apit seluruh isi dengan tanda kutip; kalau komentar, beri "
            "spasi sesudah tanda pagar.",
            benar="""\
realisasi: 81.25
analisis: "Peringkat #1 di provinsi"
""",
            peringatan=True,
        ),
        Kode(
            kode="tanda-butir",
            judul="Tanda butir dari Word",
            arti="Butir daftar hanya diawali tanda hubung dan satu spasi. Tanda lain menjadi "
            "bagian teks, dan beberapa baris menjadi satu butir.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
fungsi:
  • Penerimaan aduan
  • Penyelesaian aduan
""",
            pesan="“•” bukan tanda butir YAML. Awali tiap butir dengan “- ” pada "
            "baris tersendiri, dan hapus tanda itu; kalau bagian dari teks, apit dengan tanda "
            "kutip.",
            benar="""\
instansi: Dinas Contoh
fungsi:
  - Penerimaan aduan
  - Penyelesaian aduan
""",
            peringatan=True,
        ),
        Kode(
            kode="bukan-pasangan-kunci",
            judul="Berkas tidak berisi “kunci: nilai”",
            arti="Tingkat teratas sebuah berkas harus berupa kunci dengan nilainya, bukan daftar "
            "atau kalimat.",
            jenis=Jenis.IKU,
            salah="""\
- instansi: Dinas Contoh
""",
            pesan="Isi berkas harus berupa pasangan “kunci: nilai”. Awali dengan kunci, titik "
            "dua, dan spasi, misalnya “instansi: Bagian Hukum”.",
            benar="""\
instansi: Dinas Contoh
""",
        ),
        Kode(
            kode="kunci-ganda",
            judul="Kunci yang sama ditulis dua kali",
            arti="Hanya satu dari keduanya yang dapat berlaku. Program tidak menebak yang mana.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
tugas: Melayani aduan
tugas: Melayani izin
""",
            pesan="Kunci “tugas” sudah ada pada baris 2. Gabungkan keduanya atau hapus salah satu.",
            benar="""\
instansi: Dinas Contoh
tugas: Melayani aduan dan izin
""",
        ),
        Kode(
            kode="kunci-bukan-teks",
            judul="Di depan titik dua tidak ada kunci",
            arti="Kunci adalah satu kata atau nama. Kurung di awal baris sering berasal dari teks "
            "yang seharusnya diapit tanda kutip.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
[tugas, fungsi]: Melayani aduan
""",
            pesan="Di depan titik dua harus ada satu kunci. Tulis “kunci: nilai”; kalau "
            "kurungnya bagian dari teks, apit seluruh teks dengan tanda kutip.",
            benar="""\
instansi: Dinas Contoh
tugas: Melayani aduan
""",
        ),
        Kode(
            kode="kunci-tanpa-titik-dua",
            judul="Koma memotong teks di antara kurung",
            arti="Di antara kurung kurawal, koma memisahkan pasangan kunci dan nilai. Teks yang "
            "memuat koma perlu tanda kutip.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025, Dinas Contoh}
""",
            pesan="“Dinas Contoh” di antara kurung tidak diikuti titik dua dan nilai. Kalau "
            "komanya bagian dari teks, apit teks itu dengan tanda kutip.",
            benar="""\
realisasi: 81.25
sumber: {judul: "LKjIP 2025, Dinas Contoh"}
""",
        ),
        Kode(
            kode="alias-yaml",
            judul="Tanda & atau * di awal nilai",
            arti="Di awal nilai, YAML membaca & dan * sebagai jangkar dan rujukan. Keduanya tidak "
            "dipakai di sini, supaya setiap berkas dapat dibaca apa adanya.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
tugas: *melayani aduan warga
""",
            pesan="“*melayani” dibaca sebagai rujukan YAML, yang tidak dipakai di sini. Tulis "
            "isinya sekali lagi; kalau memang teks, apit dengan tanda kutip.",
            benar="""\
instansi: Dinas Contoh
tugas: "*melayani aduan warga"
""",
        ),
        Kode(
            kode="tag-yaml",
            judul="Tanda seru di awal nilai",
            arti="Di awal nilai, YAML membaca tanda seru sebagai perintah jenis data. Perintah itu "
            "tidak dipakai di sini.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
tugas: !penting melayani aduan
""",
            pesan="Nilai yang diawali tanda seru dibaca sebagai tag YAML, yang tidak dipakai di"
            " sini. Hapus tanda serunya; kalau memang teks, apit seluruhnya dengan tanda "
            "kutip.",
            benar="""\
instansi: Dinas Contoh
tugas: "!penting melayani aduan"
""",
        ),
        Kode(
            kode="banyak-dokumen",
            judul="Dua dokumen dalam satu berkas",
            arti="Baris “---” memulai dokumen baru. Satu berkas hanya memuat satu dokumen.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
---
instansi: Bidang Contoh
""",
            pesan="Berkas ini memuat lebih dari satu dokumen YAML (baris “---”). Satu berkas "
            "memuat satu dokumen; pindahkan sisanya ke berkas lain.",
            benar="""\
instansi: Dinas Contoh
""",
        ),
    ),
)
