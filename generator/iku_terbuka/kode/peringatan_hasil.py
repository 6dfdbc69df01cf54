"""The warnings about results."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

PERINGATAN_HASIL = Topik(
    "peringatan-hasil",
    "Peringatan tentang hasil",
    (
        Kode(
            kode="realisasi-tanpa-sumber",
            judul="Realisasi tanpa sumber",
            arti="Sumber memberi tahu pembaca di dokumen mana angka itu dapat diperiksa.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 81.25
""",
            pesan="Realisasi 2025 “Persentase aduan selesai” tidak menyebut sumbernya. "
            "Tambahkan “sumber: {judul: …, halaman: …}”.",
            benar="""\
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 81.25
    sumber: {judul: LKjIP 2025, halaman: 12}
""",
            peringatan=True,
        ),
        Kode(
            kode="realisasi-jauh-dari-target",
            judul="Hasil sepuluh kali targetnya, atau lebih",
            arti="Angkanya mirip dengan target, tetapi letak titik desimalnya lain: 8125 untuk "
            "81,25, atau 0,8125. Kalau memang benar, jelaskan di “analisis” atau “catatan”.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: aduan-selesai
        nama: Persentase aduan selesai
        satuan: persen
        arah: naik
        target: {2025: 80}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 8125
    sumber: {judul: LKjIP 2025}
""",
            pesan="Realisasi 2025 (8125) kira-kira 100 kali targetnya (80). Periksa letak titik "
            "desimal keduanya; mungkin realisasinya 81.25. Kalau kedua angka benar, jelaskan di "
            "“analisis”.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: aduan-selesai
        nama: Persentase aduan selesai
        satuan: persen
        arah: naik
        target: {2025: 80}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 81.25
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="lonjakan-realisasi",
            judul="Hasil jauh berbeda dari tahun lalu",
            arti="Lebih dari lima kali, atau kurang dari seperlima, lebih sering salah ketik "
            "daripada kenyataan. Kalau memang benar, jelaskan di “analisis” atau “catatan”.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/capaian/2024.yaml
tahun: 2024
capaian:
  aduan-selesai:
    realisasi: 80.5
    sumber: {judul: LKjIP 2024}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 8.125
    sumber: {judul: LKjIP 2025}
""",
            pesan="Realisasi 2025 (8.125) kurang dari seperlima realisasi 2024 (80.5). Periksa "
            "titik desimal dan jumlah angkanya; kalau benar, jelaskan di “analisis”.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/capaian/2024.yaml
tahun: 2024
capaian:
  aduan-selesai:
    realisasi: 80.5
    sumber: {judul: LKjIP 2024}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 81.25
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="hasil-terlambat",
            judul="Hasil belum dilaporkan sesudah batasnya",
            arti="Batasnya dua bulan sesudah tahun berakhir untuk perangkat daerah, dan tiga bulan "
            "untuk pemerintah daerah. Hanya daerah dengan “resmi: true” yang diperiksa, pada "
            "tanggal acuan data.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/pemda.yaml
nama: Kabupaten Contoh
jenis: kabupaten
resmi: true
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        arah: turun
        target: {2025: 15}
        penanggung_jawab: Bidang Contoh
""",
            pesan="Hasil 2025: 1 dari 1 indikator belum dilaporkan, terlambat 266 hari. Isi "
            "capaian/2025.yaml. Laporan kinerja disampaikan paling lambat dua bulan sesudah "
            "tahun berakhir (Perpres 29/2014 menurut sumber sekunder; naskahnya belum kami baca).",
            benar="""\
# indicators/kabupaten-contoh/pemda.yaml
nama: Kabupaten Contoh
jenis: kabupaten
resmi: true
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        arah: turun
        target: {2025: 15}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  waktu-tunggu:
    realisasi: 14
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="predikat-lawan-nilai",
            judul="Predikat tidak sesuai dengan nilainya",
            arti="Menurut skalanya, nilai itu berpredikat lain. Kalau dokumen memang mencetaknya "
            "begitu, biarkan; halaman menampilkan keduanya.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: {nilai: 65.20, predikat: BB}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Predikat “BB” tidak sesuai dengan nilai 65.20: menurut skala “Predikat "
            "SAKIP” predikatnya “B”. Biarkan kalau memang begitu tercetak, dan jelaskan "
            "di “catatan”.",
            benar="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: {nilai: 65.20, predikat: B}
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="nilai-di-luar-skala",
            judul="Nilai di luar skala",
            arti="Nilai itu tidak mungkin pada skala yang dipilih. Biasanya letak titik desimalnya "
            "keliru.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: 652.0
    sumber: {judul: LKjIP 2025}
""",
            pesan="Nilai 652.0 di luar skala “Predikat SAKIP”. Periksa angkanya, atau skalanya.",
            benar="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: 65.20
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="predikat-di-luar-skala",
            judul="Predikat tidak ada dalam skala",
            arti="Predikat itu bukan nama, arti, atau sinonim kelas mana pun, jadi tidak dapat "
            "dibandingkan dengan target. Huruf besar, spasi, titik, dan tanda hubung tidak perlu "
            "sama.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: {predikat: Baik Sekali}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Predikat “Baik Sekali” tidak ada dalam skala “Predikat SAKIP”. Yang ada: C, B, "
            "BB. Kalau ini ejaan lain salah satunya, tambahkan di “sinonim” kelas itu.",
            benar="""\
tahun: 2025
capaian:
  nilai-sakip:
    realisasi: {predikat: bb}
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="target-kelas-terendah",
            judul="Target di kelas terendah tanpa arah",
            arti="Targetnya kelas terendah sebuah skala, misalnya “Tidak ada” untuk konflik. Tanpa "
            "arah naik atau turun tidak diketahui apakah hasil di atasnya lebih baik atau lebih "
            "buruk, jadi hasil itu tidak dinilai.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Terjaganya kerukunan
    indikator:
      - id: konflik-sosial
        nama: Konflik sosial
        penanggung_jawab: Bidang Contoh
        arah: status
        skala: keberadaan
        target: {2025: {predikat: Tidak ada}}
# indicators/skala/keberadaan.yaml
nama: Ada atau tidak ada
jenis: nilai
sumber: Contoh
kepastian: belum_dipastikan
kelas:
  - predikat: Tidak ada
  - predikat: Ada
""",
            pesan="Target “Tidak ada” adalah kelas terendah skalanya; tanpa arah naik atau turun, "
            "hasil di atasnya tidak dapat dinilai. Tulis “arah: turun” kalau kelas yang lebih "
            "rendah lebih baik, atau “arah: naik” kalau yang lebih tinggi lebih baik.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Terjaganya kerukunan
    indikator:
      - id: konflik-sosial
        nama: Konflik sosial
        penanggung_jawab: Bidang Contoh
        arah: turun
        skala: keberadaan
        target: {2025: {predikat: Tidak ada}}
# indicators/skala/keberadaan.yaml
nama: Ada atau tidak ada
jenis: nilai
sumber: Contoh
kepastian: belum_dipastikan
kelas:
  - predikat: Tidak ada
  - predikat: Ada
""",
            peringatan=True,
        ),
        Kode(
            kode="predikat-tanpa-skala",
            judul="Predikat tidak dapat dibandingkan tanpa skala",
            arti="Hasil dan targetnya berupa predikat yang berbeda. Mana yang lebih tinggi hanya "
            "diketahui dari skala, dan skala tidak ditebak.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya akuntabilitas
    indikator:
      - id: hasil-evaluasi
        nama: Hasil evaluasi kinerja
        penanggung_jawab: Bidang Contoh
        arah: status
        target: {2025: {predikat: BB}}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  hasil-evaluasi:
    realisasi: {predikat: B}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Target 2025 “BB”, hasilnya “B”: tanpa “skala”, mana yang lebih tinggi tidak "
            "diketahui. Skala “sakip” memuat semua kata itu. Kalau itu yang dipakai, tambahkan "
            "“skala: sakip”.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya akuntabilitas
    indikator:
      - id: hasil-evaluasi
        nama: Hasil evaluasi kinerja
        penanggung_jawab: Bidang Contoh
        arah: status
        skala: sakip
        target: {2025: {predikat: BB}}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  hasil-evaluasi:
    realisasi: {predikat: B}
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="predikat-tanpa-nilai",
            judul="Hanya predikat, padahal targetnya angka",
            arti="Capaian membandingkan angka dengan angka. Predikat boleh ditulis di sampingnya.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: indeks-layanan
        nama: Indeks layanan
        satuan: indeks
        arah: naik
        target: {2025: 3.40}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  indeks-layanan:
    realisasi: {predikat: Baik}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Realisasi hanya berupa predikat “Baik”, padahal targetnya angka (3.40). "
            "Tambahkan angkanya: {nilai: …, predikat: Baik}. Tanpa angka, capaian tidak dihitung.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: indeks-layanan
        nama: Indeks layanan
        satuan: indeks
        arah: naik
        target: {2025: 3.40}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  indeks-layanan:
    realisasi: {nilai: 3.52, predikat: Baik}
    sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="realisasi-kosong",
            judul="Realisasi kosong, padahal sumbernya diisi",
            arti="Siapa yang menyebut sumber atau menulis analisis biasanya punya angkanya.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi:
sumber: {judul: LKjIP 2025}
""",
            pesan="“realisasi” kosong, padahal “sumber” diisi. Isi realisasinya. Kalau belum ada, "
            "biarkan: situs menyebutnya belum dilaporkan.",
            benar="""\
realisasi: 81.25
sumber: {judul: LKjIP 2025}
""",
            peringatan=True,
        ),
        Kode(
            kode="komponen-nol",
            judul="Komponen membuat pembagian dengan nol",
            arti="Dengan penyebut 0 realisasi tidak dapat dihitung, dan halaman menyebut sebabnya.",
            jenis=Jenis.HASIL,
            salah="""\
variabel: {selesai: 47, masuk: 0}
""",
            pesan="Realisasi tidak dapat dihitung dari komponennya: pembaginya nol. Periksa "
            "komponen yang berisi 0. Kalau memang begitu, ganti “variabel” dengan “keadaan: "
            "tidak_berlaku”.",
            benar="""\
variabel: {selesai: 47, masuk: 49}
""",
            peringatan=True,
        ),
        Kode(
            kode="komponen-mungkin-ribuan",
            judul="Titik di komponen mungkin pemisah ribuan",
            arti="Komponen tidak punya satuan, jadi program tidak dapat memastikan. Kalau memang "
            "pecahan, jelaskan di “catatan” hasilnya.",
            jenis=Jenis.HASIL,
            salah="""\
variabel: {selesai: 4.700, masuk: 4900}
""",
            pesan="Komponen “selesai” dibaca 4.700, dengan tiga angka di belakang koma. Kalau "
            "titiknya pemisah ribuan, tulis 4700. Kalau koma desimal, sebut “selesai” di “catatan” "
            "hasil ini.",
            benar="""\
variabel: {selesai: 4700, masuk: 4900}
""",
            peringatan=True,
        ),
    ),
)
