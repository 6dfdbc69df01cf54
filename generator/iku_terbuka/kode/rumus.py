"""Codes about formulas and their variables."""

from iku_terbuka.kode.bentuk import Jenis, Kode, Topik

RUMUS = Topik(
    "rumus",
    "Rumus dan variabel",
    (
        Kode(
            kode="rumus-tidak-terbaca",
            judul="Rumus tidak terbaca",
            arti="Rumus memakai + - * / ( ), angka, dan nama variabel. Rumus dengan kata-kata "
            "dokumen tetap ditulis di “teks”.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
  rumus: selesai ÷ masuk * 100
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
            pesan="“÷” tidak dikenal di dalam rumus. Untuk pembagian tulis /",
            benar="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
  rumus: selesai / masuk * 100
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
        ),
        Kode(
            kode="rumus-tanpa-100",
            judul="Rumus persentase tidak mengalikan dengan 100",
            arti="33 dibagi 51 adalah 0,65, sedangkan persentasenya 64,71. Program yakin kalau "
            "komponen memberi paling banyak 1 untuk target di atas 1, atau seperseratus dari "
            "realisasi yang ditulis.",
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
        formula:
          teks: Aduan selesai / aduan masuk
          rumus: selesai / masuk
          variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
        target: {2025: 90}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    variabel: {selesai: 33, masuk: 51}
    sumber: {judul: LKjIP 2025}
""",
            pesan="Dengan rumus ini realisasi 2025 menjadi 0.6471 persen, padahal targetnya 90. "
            "Tulis selesai / masuk * 100",
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
        formula:
          teks: Aduan selesai / aduan masuk
          rumus: selesai / masuk * 100
          variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
        target: {2025: 90}
        penanggung_jawab: Bidang Contoh
# indicators/kabupaten-contoh/dinas-contoh/capaian/2025.yaml
tahun: 2025
capaian:
  aduan-selesai:
    variabel: {selesai: 33, masuk: 51}
    sumber: {judul: LKjIP 2025}
""",
        ),
        Kode(
            kode="rumus-lawan-arah",
            judul="Rumus capaian tidak cocok dengan arah",
            arti="Rumus capaian naik hanya benar untuk indikator yang makin tinggi makin baik. "
            "Rumus turun dan turun_rasio untuk yang makin rendah makin baik.",
            jenis=Jenis.INDIKATOR,
            salah="""\
nama: Waktu tunggu
arah: turun
rumus_capaian: naik
""",
            pesan="Rumus capaian “naik” tidak sesuai dengan arah “turun”. Samakan keduanya; "
            "rumus turun dan turun_rasio untuk arah turun.",
            benar="""\
nama: Waktu tunggu
arah: turun
rumus_capaian: turun
""",
        ),
        Kode(
            kode="variabel-tidak-sah",
            judul="Tidak dapat menjadi nama variabel",
            arti="Nama variabel adalah satu kata dengan huruf kecil, tanpa spasi.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: aduan
formula:
  teks: Aduan selesai
  rumus: aduan_selesai
  variabel: {Aduan Selesai: Aduan yang selesai}
""",
            pesan="“Aduan Selesai” tidak dapat menjadi nama variabel. Pakai huruf kecil, angka,"
            " dan garis bawah, misalnya jumlah_desa",
            benar="""\
satuan: aduan
formula:
  teks: Aduan selesai
  rumus: aduan_selesai
  variabel: {aduan_selesai: Aduan yang selesai}
""",
        ),
        Kode(
            kode="variabel-tanpa-arti",
            judul="Variabel tanpa arti",
            arti="Setiap variabel di dalam rumus perlu penjelasan, yang tampil di halaman.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
  rumus: selesai / masuk * 100
  variabel: {selesai: Aduan selesai}
""",
            pesan="Variabel “masuk” dipakai dalam rumus, tetapi artinya tidak ditulis. "
            "Tambahkan “masuk: …” di bawah “variabel”.",
            benar="""\
satuan: persen
formula:
  teks: Aduan selesai / aduan masuk × 100%
  rumus: selesai / masuk * 100
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
        ),
        Kode(
            kode="variabel-tanpa-rumus",
            judul="Variabel tanpa rumus",
            arti="Variabel menjelaskan isi “rumus”. Tanpa rumus, variabel tidak terpakai.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: aduan
formula:
  teks: Jumlah aduan selesai
  variabel: {selesai: Aduan selesai}
""",
            pesan="Ada “variabel” tetapi tidak ada “rumus”. Tulis rumusnya, atau hapus "
            "variabelnya.",
            benar="""\
satuan: aduan
formula:
  teks: Jumlah aduan selesai
  rumus: selesai
  variabel: {selesai: Aduan selesai}
""",
        ),
        Kode(
            kode="variabel-tidak-dipakai",
            judul="Variabel tidak dipakai",
            arti="Variabel itu tidak ada di dalam rumus. Biasanya ejaannya berbeda.",
            jenis=Jenis.INDIKATOR,
            salah="""\
satuan: aduan
formula:
  teks: Jumlah aduan selesai
  rumus: selesai
  variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
""",
            pesan="Variabel “masuk” tidak dipakai dalam rumus. Periksa ejaannya, atau hapus.",
            benar="""\
satuan: aduan
formula:
  teks: Jumlah aduan selesai
  rumus: selesai
  variabel: {selesai: Aduan selesai}
""",
        ),
    ),
)
