"""Codes about what a decree defines: periods, ids, targets."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

DEFINISI = Topik(
    "dokumen",
    "Isi dokumen penetapan",
    (
        Kode(
            kode="id-ganda",
            judul="Id dipakai dua kali",
            arti="Hasil setiap tahun menempel pada id, jadi setiap indikator di satu instansi "
            "memerlukan id sendiri.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu aduan
        penanggung_jawab: Bidang Contoh
      - id: waktu-tunggu
        nama: Waktu tunggu izin
        penanggung_jawab: Bidang Contoh
""",
            pesan="Id “waktu-tunggu” sudah dipakai pada baris 5. Beri id lain; id tidak boleh "
            "sama dalam satu instansi.",
            benar="""\
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu-aduan
        nama: Waktu tunggu aduan
        penanggung_jawab: Bidang Contoh
      - id: waktu-tunggu-izin
        nama: Waktu tunggu izin
        penanggung_jawab: Bidang Contoh
""",
        ),
        Kode(
            kode="periode-terbalik",
            judul="Periode terbalik",
            arti="Tahun pertama periode tidak boleh sesudah tahun terakhirnya.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
periode: {awal: 2026, akhir: 2021}
""",
            pesan="Periode 2026–2021 terbalik. “awal” tidak boleh sesudah “akhir”.",
            benar="""\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
""",
        ),
        Kode(
            kode="periode-tumpang-tindih",
            judul="Dua periode bertumpang tindih",
            arti="Setiap tahun hanya satu dokumen yang berlaku. Kalau dokumen diganti di tengah "
            "jalan, akhiri periode yang lama lebih awal.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
# indicators/kabupaten-contoh/dinas-contoh/iku/2025.yaml
instansi: Dinas Contoh
periode: {awal: 2025, akhir: 2029}
""",
            pesan="Periode 2025–2029 bertumpang tindih dengan 2021–2026 di "
            "indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml. Akhiri periode yang "
            "lama sebelum yang baru mulai.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2024}
# indicators/kabupaten-contoh/dinas-contoh/iku/2025.yaml
instansi: Dinas Contoh
periode: {awal: 2025, akhir: 2029}
""",
        ),
        Kode(
            kode="target-di-luar-periode",
            judul="Target di luar periode",
            arti="Tahun target harus masuk periode dokumennya. Target sesudah periode ditulis di "
            "“target_akhir” atau di dokumen berikutnya.",
            jenis=Jenis.IKU,
            salah="""\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        arah: turun
        target: {2026: 15, 2027: 12}
        penanggung_jawab: Bidang Contoh
""",
            pesan="Target 2027 di luar periode 2021–2026. Periksa tahunnya, atau perbaiki "
            "“periode” di awal berkas.",
            benar="""\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: waktu-tunggu
        nama: Waktu tunggu
        satuan: menit
        arah: turun
        target: {2025: 15, 2026: 12}
        penanggung_jawab: Bidang Contoh
""",
        ),
        Kode(
            kode="disimpulkan-tidak-dikenal",
            judul="“disimpulkan” menyebut kunci yang tidak ada",
            arti="Isinya adalah nama kunci yang Anda isi sendiri karena tidak tercetak di dokumen.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
satuan: menit
disimpulkan: [satuannya]
""",
            pesan="“satuannya” di “disimpulkan” bukan nama kunci indikator. Tulis nama "
            "kuncinya, misalnya satuan atau arah.",
            benar="""\
nama: Waktu tunggu
satuan: menit
disimpulkan: [satuan]
""",
        ),
        Kode(
            kode="tercetak-di-tidak-dikenal",
            judul="“tercetak_di” menyebut kunci yang tidak ada",
            arti="Isinya adalah nama kunci yang kata-katanya tercetak di tempat lain dalam dokumen "
            "yang sama, dan tempatnya.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
satuan: menit
makna: Lamanya warga menunggu
tercetak_di: {arti: sel definisi baris nomor 1}
""",
            pesan="“arti” di “tercetak_di” bukan nama kunci indikator. Tulis nama kuncinya, "
            "misalnya satuan atau arah.",
            benar="""\
nama: Waktu tunggu
satuan: menit
makna: Lamanya warga menunggu
tercetak_di: {makna: sel definisi baris nomor 1}
""",
        ),
        Kode(
            kode="asal-rangkap",
            judul="Satu kunci disebut di “disimpulkan” dan di “tercetak_di”",
            arti="Kata-katanya berasal dari dokumen, atau dari Anda; tidak dari keduanya.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
satuan: menit
makna: Lamanya warga menunggu
disimpulkan: [makna]
tercetak_di: {makna: sel definisi baris nomor 1}
""",
            pesan="“makna” ada di “disimpulkan” dan di “tercetak_di”. Tinggalkan di "
            "“tercetak_di” bila kata-katanya ada di dokumen, atau di “disimpulkan” bila Anda yang "
            "mengisinya.",
            benar="""\
nama: Waktu tunggu
satuan: menit
makna: Lamanya warga menunggu
tercetak_di: {makna: sel definisi baris nomor 1}
""",
        ),
    ),
)
