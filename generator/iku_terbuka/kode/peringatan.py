"""The warnings about decrees and definitions, and about personal data."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

PERINGATAN_DEFINISI = Topik(
    "peringatan-dokumen",
    "Peringatan tentang dokumen penetapan",
    (
        Kode(
            kode="satuan-kosong",
            judul="Ada angka, tetapi tidak ada satuan",
            arti="Tanpa satuan, pembaca tidak tahu arti angkanya. Kalau dokumen memang tidak "
            "mencetak satuan, catatan yang menyebut kata “satuan” menghilangkan peringatan ini.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
target: {2025: 15}
""",
            pesan="“Waktu tunggu” memuat angka, tetapi tidak punya “satuan”. Tambahkan “satuan:"
            " …”. Kalau dokumen tidak mencetak satuan, sebutkan itu di “catatan”.",
            benar="""\
nama: Waktu tunggu
satuan: menit
target: {2025: 15}
""",
            peringatan=True,
        ),
        Kode(
            kode="satuan-lawan-nama",
            judul="Satuan berbeda dari nama indikator",
            arti="Nama yang diawali “Persentase” diukur dalam persen, dan nama yang diawali "
            "“Jumlah” tidak. Salah satunya mungkin keliru disalin.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Persentase aduan selesai
satuan: aduan
""",
            pesan="Nama “Persentase aduan selesai” menyebut persentase, tetapi satuannya "
            "“aduan”. Tulis “satuan: persen”; kalau dokumen memang begitu, jelaskan "
            "“satuan” itu di “catatan”.",
            benar="""\
nama: Persentase aduan selesai
satuan: persen
""",
            peringatan=True,
        ),
        Kode(
            kode="tanpa-arah",
            judul="Indikator tidak dapat dinilai tanpa arah",
            arti="Tanpa “arah”, program tidak tahu apakah hasil di atas target baik atau buruk. "
            "Satu peringatan untuk satu berkas. Catatan yang menyebut “arah” menghilangkannya.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        target: {2025: 15}
        penanggung_jawab: Bidang Contoh
""",
            pesan="1 dari 1 indikator tidak dapat dinilai karena “arah” belum ditetapkan: baris 5. "
            "Tambahkan “arah: naik” kalau makin tinggi makin baik, atau “arah: turun” kalau makin "
            "rendah makin baik. Kalau arah tidak tercetak, sebutkan juga di “disimpulkan”; kalau "
            "tidak dapat ditetapkan, jelaskan “arah” di “catatan”.",
            benar="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        arah: turun
        target: {2025: 15}
        disimpulkan: [arah]
        penanggung_jawab: Bidang Contoh
""",
            peringatan=True,
        ),
        Kode(
            kode="target-lawan-arah",
            judul="Target bergerak melawan arahnya",
            arti="Kalau makin tinggi makin baik, target yang lebih rendah daripada tahun "
            "sebelumnya sering salah salin. Jumlah per tahun boleh naik turun; pada jumlah, hanya "
            "target yang terus memburuk yang disebut.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Indeks kepuasan masyarakat
satuan: indeks
arah: naik
target: {2024: 92.5, 2025: 92.9, 2026: 92}
""",
            pesan="Target 2026 (92) lebih rendah daripada target 2025 (92.9), padahal arahnya "
            "naik. Periksa angkanya dan “arah”. Kalau memang begitu tercetak, jelaskan “target” "
            "itu di “catatan”.",
            benar="""\
nama: Indeks kepuasan masyarakat
satuan: indeks
arah: naik
target: {2024: 92.5, 2025: 92.9, 2026: 92}
catatan: Target 2026 tercetak lebih rendah daripada 2025.
""",
            peringatan=True,
        ),
        Kode(
            kode="target-jauh-dari-deret",
            judul="Target sepuluh kali target di sebelahnya, atau lebih",
            arti="Angkanya mirip, tetapi letak titik desimalnya lain. Sepersepuluh, seratus kali, "
            "dan seterusnya sama saja.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Persentase aduan selesai
satuan: persen
target: {2024: 80, 2025: 8250, 2026: 85}
""",
            pesan="Target 2025 (8250) kira-kira 100 kali target 2024 (80). Periksa letak titik "
            "desimal; mungkin maksudnya 82.5. Kalau memang begitu tercetak, jelaskan “target” itu "
            "di “catatan”.",
            benar="""\
nama: Persentase aduan selesai
satuan: persen
target: {2024: 80, 2025: 82.50, 2026: 85}
""",
            peringatan=True,
        ),
        Kode(
            kode="arah-berlawanan",
            judul="Indikator yang sama berarah lain di instansi lain",
            arti="Dua instansi dalam satu pemerintah daerah memakai nama indikator yang sama, "
            "tetapi yang satu berarah naik dan yang lain turun.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Menurunnya kemiskinan
    indikator:
      - id: kemiskinan
        nama: Persentase penduduk miskin
        satuan: persen
        arah: turun
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-lain/iku.yaml
instansi: Dinas Lain
sasaran:
  - nama: Menurunnya kemiskinan
    indikator:
      - id: penduduk-miskin
        nama: Prosentase Penduduk Miskin
        satuan: persen
        arah: naik
        penanggung_jawab: Bidang Contoh
""",
            pesan="Arah “Prosentase Penduduk Miskin” di sini naik, sedangkan di "
            "indicators/kabupaten-contoh/dinas-contoh/iku.yaml turun. Samakan “arah” keduanya. "
            "Kalau keduanya memang lain, jelaskan “arah” itu di “catatan”.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Menurunnya kemiskinan
    indikator:
      - id: kemiskinan
        nama: Persentase penduduk miskin
        satuan: persen
        arah: turun
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-lain/iku.yaml
instansi: Dinas Lain
sasaran:
  - nama: Menurunnya kemiskinan
    indikator:
      - id: penduduk-miskin
        nama: Prosentase Penduduk Miskin
        satuan: persen
        arah: turun
        penanggung_jawab: Bidang Contoh
""",
            peringatan=True,
        ),
        Kode(
            kode="rumus-mungkin-tanpa-100",
            judul="Rumus persentase mungkin kurang dikalikan 100",
            arti="Hasil bagi dua jumlah adalah bagian, misalnya 0,65; persentasenya 65. Rata-rata "
            "dari persentase tidak perlu dikalikan lagi.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Persentase aduan selesai
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk
  rumus: selesai / masuk
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
            pesan="Satuan “Persentase aduan selesai” persen, tetapi rumusnya tidak mengalikan "
            "dengan 100. Tulis selesai / masuk * 100. Kalau pembilangnya sudah dalam persen, "
            "sebutkan “persen” di arti variabelnya.",
            benar="""\
nama: Persentase aduan selesai
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk
  rumus: selesai / masuk * 100
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
            peringatan=True,
        ),
        Kode(
            kode="rumus-belum-terstruktur",
            judul="Formula belum dapat dihitung",
            arti="Dengan “rumus” dan “variabel”, situs menggambar rumusnya dan menghitung "
            "realisasi dari komponennya. Kalau formula tidak dapat dihitung, jelaskan itu di "
            "catatannya.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
""",
            pesan="Formula “Waktu tunggu” belum punya “rumus” terstruktur. Tambahkan “rumus” "
            "dan “variabel”. Kalau formula itu tidak dapat dihitung, jelaskan di "
            "“catatan” formula.",
            benar="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
  rumus: selesai / masuk * 100
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
            peringatan=True,
        ),
        Kode(
            kode="tanpa-penanggung-jawab",
            judul="Tidak ada penanggung jawab",
            arti="Pembaca perlu tahu siapa yang dapat ditanya: satuan kerja atau jabatan, bukan "
            "nama orang. Hanya dokumen terbaru yang diperiksa.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
""",
            pesan="“Waktu tunggu” tidak punya “penanggung_jawab”. Tambahkan “penanggung_jawab: "
            "…” berisi satuan kerja atau jabatan. Kalau dokumen tidak mencetak penanggung"
            " jawab, sebutkan itu di “catatan”.",
            benar="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        penanggung_jawab: Bidang Contoh
""",
            peringatan=True,
        ),
        Kode(
            kode="dasar-hukum-tanpa-tanggal",
            judul="Keputusan tanpa tanggal",
            arti="Tanggal menunjukkan sejak kapan target berlaku. Kalau tidak tercetak, tulis "
            "bagian yang ada, atau sebutkan di “catatan”.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
dasar_hukum:
  - jenis: Keputusan Kepala Dinas Contoh
    nomor: 1 Tahun 2025
""",
            pesan="“Keputusan Kepala Dinas Contoh” tidak bertanggal. Tambahkan “tanggal: "
            "2021-12-31”, atau “2021-12” kalau harinya tidak tercetak. Kalau dokumen "
            "tidak bertanggal, sebutkan itu di “catatan”.",
            benar="""\
instansi: Dinas Contoh
dasar_hukum:
  - jenis: Keputusan Kepala Dinas Contoh
    nomor: 1 Tahun 2025
    tanggal: 2025-01-15
""",
            peringatan=True,
        ),
        Kode(
            kode="deret-putus",
            judul="Definisi berubah di dokumen baru",
            arti="Satuan, arah, atau rumus berbeda dari dokumen sebelumnya, sehingga angka lama "
            "dan baru tidak dapat dibandingkan. Catatan pada indikator memberi tahu pembaca.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Berkurangnya sampah
    indikator:
      - id: sampah
        nama: Sampah yang dikurangi
        satuan: ton
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/iku/2027.yaml
instansi: Dinas Contoh
periode: {awal: 2027, akhir: 2031}
sasaran:
  - nama: Berkurangnya sampah
    indikator:
      - id: sampah
        nama: Sampah yang dikurangi
        satuan: persen
        penanggung_jawab: Bidang Contoh
""",
            pesan="Satuan “Sampah yang dikurangi” berubah dari “ton” di 2021.yaml menjadi "
            "“persen”; angka lama dan baru tidak sebanding. Jelaskan perubahan satuan di "
            "“catatan”, atau beri id baru kalau indikatornya memang lain.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Berkurangnya sampah
    indikator:
      - id: sampah
        nama: Sampah yang dikurangi
        satuan: ton
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/iku/2027.yaml
instansi: Dinas Contoh
periode: {awal: 2027, akhir: 2031}
sasaran:
  - nama: Berkurangnya sampah
    indikator:
      - id: sampah
        nama: Sampah yang dikurangi
        satuan: persen
        penanggung_jawab: Bidang Contoh
        catatan: Satuan berubah dari ton sejak 2027.
""",
            peringatan=True,
        ),
        Kode(
            kode="data-pribadi",
            judul="Tampak seperti data pribadi",
            arti="NIP, NIK, nomor telepon seluler, alamat surel, dan nama bergelar tidak boleh ada "
            "di berkas ini, juga tidak di komentar. Kalau sudah terlanjur tersimpan di Git, beri "
            "tahu pengelola.",
            jenis=Jenis.IKU,
            salah="""\
# Diisi oleh NIP 19800229 200501 1 003
instansi: Dinas Contoh
""",
            pesan="Di sini tampak NIP (nomor sesudah kata “NIP”). Hapus; tulis jabatan atau "
            "satuan kerja, bukan orangnya.",
            benar="""\
# Diisi oleh Subbagian Perencanaan
instansi: Dinas Contoh
""",
            peringatan=True,
        ),
    ),
)
