"""Codes about the results of a year."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

HASIL = Topik(
    "hasil",
    "Hasil satu tahun",
    (
        Kode(
            kode="indikator-tidak-dikenal",
            judul="Hasil untuk indikator yang tidak ada",
            arti="Kunci di bawah “capaian” adalah id indikator di dokumen yang berlaku tahun itu.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  aduan-seleasi:
    realisasi: 81.25
    sumber: {judul: LKjIP 2025}
""",
            pesan="Indikator “aduan-seleasi” tidak ada dalam keputusan yang berlaku pada 2025. "
            "Maksudnya “aduan-selesai”? Kalau id di iku.yaml baru diganti, kembalikan: id tidak "
            "pernah berubah.",
            benar="""\
tahun: 2025
capaian:
  aduan-selesai:
    realisasi: 81.25
    sumber: {judul: LKjIP 2025}
""",
        ),
        Kode(
            kode="tahun-tanpa-keputusan",
            judul="Tahun tanpa dokumen yang berlaku",
            arti="Hasil diukur terhadap dokumen yang berlaku pada tahunnya.",
            jenis=Jenis.BERKAS,
            salah="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2024}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian: {}
""",
            pesan="Tahun 2025 tidak masuk periode keputusan mana pun di instansi ini. Periksa "
            "tahunnya, atau tambahkan keputusan yang berlaku tahun itu.",
            benar="""\
# indicators/kabupaten-contoh/dinas-contoh/iku.yaml
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian: {}
""",
        ),
        Kode(
            kode="keadaan-dan-angka",
            judul="Ada angka dan ada “keadaan”",
            arti="“keadaan” menyebut mengapa tidak ada angka. Keduanya tidak dapat benar "
            "sekaligus.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 81.25
keadaan: tidak_diukur
""",
            pesan="“keadaan: tidak_diukur” berarti tidak ada angka, padahal angkanya ada. Hapus"
            " “keadaan”, atau hapus angkanya.",
            benar="""\
realisasi: 81.25
""",
        ),
        Kode(
            kode="komponen-tanpa-rumus",
            judul="Komponen tanpa rumus",
            arti="Komponen di “variabel” hanya dapat dihitung kalau indikatornya punya “rumus”.",
            jenis=Jenis.CAPAIAN,
            salah="""\
tahun: 2025
capaian:
  jumlah-kegiatan:
    variabel: {kegiatan: 12}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Ada komponen, tetapi rumus indikator ini belum terstruktur. Tulis “rumus” "
            "dan “variabel” di iku.yaml, atau isi “realisasi” saja.",
            benar="""\
tahun: 2025
capaian:
  jumlah-kegiatan:
    realisasi: 12
    sumber: {judul: LKjIP 2025}
""",
        ),
        Kode(
            kode="komponen-tidak-dikenal",
            judul="Komponen tidak ada dalam rumus",
            arti="Nama komponen harus sama dengan nama variabel di dalam rumus.",
            jenis=Jenis.HASIL,
            salah="""\
variabel: {selesai: 47, masuk: 49, ditolak: 2}
""",
            pesan="Komponen “ditolak” tidak ada dalam rumus. Yang dikenal: selesai, masuk.",
            benar="""\
variabel: {selesai: 47, masuk: 49}
""",
        ),
        Kode(
            kode="komponen-kurang",
            judul="Komponen belum lengkap",
            arti="Realisasi baru dapat dihitung kalau semua variabel di dalam rumus diisi.",
            jenis=Jenis.HASIL,
            salah="""\
variabel: {selesai: 47}
""",
            pesan="Komponen “masuk” belum diisi. Tambahkan “masuk: …”.",
            benar="""\
variabel: {selesai: 47, masuk: 49}
""",
        ),
        Kode(
            kode="komponen-bukan-daftar",
            judul="Komponen berupa daftar",
            arti="Beberapa angka hanya dapat dipakai di dalam sum(…) atau mean(…).",
            jenis=Jenis.HASIL,
            salah="""\
variabel: {selesai: [20, 27], masuk: 49}
""",
            pesan="Komponen “selesai” harus satu angka. Tulis satu angka; daftar hanya untuk "
            "sum(…) dan mean(…).",
            benar="""\
variabel: {selesai: 47, masuk: 49}
""",
        ),
        Kode(
            kode="realisasi-lawan-komponen",
            judul="Realisasi berbeda dari hitungan komponennya",
            arti="Hitungan dari komponen dibulatkan menurut digit realisasi yang Anda tulis, lalu "
            "dibandingkan. Salah satunya keliru.",
            jenis=Jenis.HASIL,
            salah="""\
realisasi: 94.92
variabel: {selesai: 47, masuk: 49}
""",
            pesan="Realisasi 94.92 tidak sama dengan hitungan dari komponennya, 95.9184. "
            "Perbaiki salah satu. Kalau angka itu diterbitkan pihak lain, pindahkan ke "
            "“diterbitkan: {realisasi: …}”.",
            benar="""\
realisasi: 95.92
variabel: {selesai: 47, masuk: 49}
""",
        ),
    ),
)
