"""Codes about names and places of files and folders."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

SUSUNAN = Topik(
    "susunan",
    "Nama dan susunan folder",
    (
        Kode(
            kode="berkas-tidak-dikenal",
            judul="Berkas YAML di tempat yang tidak dikenal",
            arti="Berkas dengan nama atau tempat lain tidak dibaca, sehingga isinya tidak akan "
            "terbit.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
kabupaten-contoh/dinas-contoh/hasil.yaml
""",
            pesan="Berkas YAML ini tidak dikenal di sini. Berkas yang dikenal: pemda.yaml, "
            "iku.yaml, capaian/2025.yaml.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
kabupaten-contoh/dinas-contoh/capaian/2025.yaml
""",
        ),
        Kode(
            kode="salinan-tidak-dibaca",
            judul="Berkas cadangan di folder data",
            arti="Editor dan Office kadang meninggalkan berkas cadangan. Isinya tidak dibaca; yang "
            "terbit hanya isi berkas aslinya.",
            jenis=Jenis.FOLDER,
            peringatan=True,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
kabupaten-contoh/dinas-contoh/iku.yaml.bak
""",
            pesan="Berkas ini tidak dibaca; yang dibaca iku.yaml. Hapus berkas ini supaya tidak "
            "ikut tersimpan di Git.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
""",
        ),
        Kode(
            kode="nama-tidak-aman",
            judul="Nama tidak dapat menjadi alamat halaman",
            arti="Nama folder dan id menjadi alamat halaman, jadi harus aman di semua komputer.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/Dinas Contoh/iku.yaml
""",
            pesan="Nama “Dinas Contoh” tidak aman dipakai sebagai alamat halaman. Pakai huruf "
            "kecil a–z, angka, dan tanda hubung, paling panjang 80 karakter, misalnya dinas-contoh",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
""",
        ),
        Kode(
            kode="nama-dipakai-situs",
            judul="Nama sudah dipakai halaman situs",
            arti="Situs ini sendiri punya halaman dengan nama itu, misalnya data atau panduan.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/data/iku.yaml
""",
            pesan="Nama “data” dipakai oleh situs ini sendiri. Pilih nama lain, misalnya dengan"
            " menambah satu kata.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/bidang-data/iku.yaml
""",
        ),
        Kode(
            kode="pemda-tanpa-profil",
            judul="Folder daerah tanpa pemda.yaml",
            arti="Folder langsung di bawah indicators/ adalah satu pemerintah daerah, dan "
            "pemda.yaml menyebut namanya.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/dinas-contoh/iku.yaml
""",
            pesan="Folder Pemda ini tidak memuat pemda.yaml. Buat pemda.yaml dengan nama, "
            "jenis, provinsi, dan kode_wilayah.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
""",
        ),
        Kode(
            kode="instansi-tanpa-iku",
            judul="Folder instansi tanpa iku.yaml",
            arti="Setiap folder instansi memerlukan iku.yaml, juga bila hanya memuat nama "
            "instansi.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/bidang-contoh/iku.yaml
""",
            pesan="Folder instansi ini tidak memuat iku.yaml. Buat iku.yaml; satu baris "
            "“instansi: …” sudah cukup.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
kabupaten-contoh/dinas-contoh/bidang-contoh/iku.yaml
""",
        ),
        Kode(
            kode="iku-rangkap",
            judul="iku.yaml dan folder iku/ sekaligus",
            arti="Satu dokumen ditulis di iku.yaml. Kalau ada beberapa dokumen, semuanya ada di "
            "folder iku/.",
            jenis=Jenis.FOLDER,
            salah="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku.yaml
kabupaten-contoh/dinas-contoh/iku/2027.yaml
""",
            pesan="Ada iku.yaml dan folder iku/ sekaligus. Pindahkan iku.yaml ke folder iku/ "
            "dengan nama tahun pertamanya, misalnya iku/2021.yaml.",
            benar="""\
kabupaten-contoh/pemda.yaml
kabupaten-contoh/dinas-contoh/iku/2021.yaml
kabupaten-contoh/dinas-contoh/iku/2027.yaml
""",
        ),
        Kode(
            kode="nama-berkas-bukan-periode",
            judul="Nama berkas bukan tahun pertama periodenya",
            arti="Berkas di folder iku/ dinamai menurut tahun pertama periodenya.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2022.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
""",
            pesan="Nama berkas 2022.yaml tidak sama dengan tahun pertama periodenya. Tulis "
            "“periode: {awal: …, akhir: …}” dan namai berkas menurut tahun “awal”.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku/2021.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
""",
        ),
        Kode(
            kode="tahun-bukan-nama-berkas",
            judul="“tahun” berbeda dari nama berkas",
            arti="Hasil tahun 2025 ada di capaian/2025.yaml, dan “tahun” di dalamnya 2025. Sering "
            "terjadi bila berkas tahun lalu disalin.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2024
capaian: {}
""",
            pesan="“tahun: 2024” tidak sama dengan nama berkas 2025.yaml. Perbaiki salah "
            "satunya, sehingga keduanya sama.",
            benar="""\
tahun: 2025
capaian: {}
""",
        ),
        Kode(
            kode="kode-wilayah-ganda",
            judul="Dua daerah dengan kode wilayah yang sama",
            arti="Kode wilayah menunjuk tepat satu daerah. Sering terjadi bila pemda.yaml disalin "
            "dari daerah lain.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/pemda.yaml
nama: Kabupaten Contoh
jenis: kabupaten
kode_wilayah: "99.01"
# indicators/kota-contoh/pemda.yaml
nama: Kota Contoh
jenis: kota
kode_wilayah: "99.01"
""",
            pesan="Kode wilayah “99.01” sudah dipakai di indicators/kabupaten-"
            "contoh/pemda.yaml. Tulis kode wilayah daerah ini sendiri, seperti dalam "
            "daftar Kemendagri.",
            benar="""\
# indicators/kabupaten-contoh/pemda.yaml
nama: Kabupaten Contoh
jenis: kabupaten
kode_wilayah: "99.01"
# indicators/kota-contoh/pemda.yaml
nama: Kota Contoh
jenis: kota
kode_wilayah: "99.71"
""",
        ),
        Kode(
            kode="id-sama-dengan-folder",
            judul="Id indikator sama dengan nama folder",
            arti="Halaman indikator dan halaman instansi di bawahnya akan beralamat sama.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: bidang-contoh
        nama: Nilai Bidang Contoh
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/bidang-contoh/iku.yaml
instansi: Bidang Contoh
""",
            pesan="Id “bidang-contoh” sama dengan nama folder di instansi ini. Beri id lain; "
            "keduanya akan menjadi alamat halaman yang sama.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
sasaran:
  - nama: Meningkatnya mutu pelayanan
    indikator:
      - id: nilai-bidang-contoh
        nama: Nilai Bidang Contoh
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/bidang-contoh/iku.yaml
instansi: Bidang Contoh
""",
        ),
    ),
)
