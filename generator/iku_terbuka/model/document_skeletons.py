"""Skeletons of the documents beside a decree: valid as they stand, with nothing invented."""

from collections.abc import Iterator

from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.pemda import JenisPemda
from iku_terbuka.model.schema import schema_line
from iku_terbuka.model.skeleton import (
    HOW_TO_USE,
    comment_lines,
    jenis_from_folder,
    name_from_folder,
    target_text,
)

_HEADS = {
    JenisPemda.PROVINSI: "Gubernur",
    JenisPemda.KABUPATEN: "Bupati",
    JenisPemda.KOTA: "Wali Kota",
}


def perjanjian_skeleton(instansi: Instansi, tahun: int, in_force: tuple[Indikator, ...]) -> str:
    """Return the text of the agreement of ``tahun``: a place for the target of each indicator."""
    targets = "\n".join(line for indikator in in_force for line in _target_entry(indikator, tahun))
    return f"""\
{schema_line("perjanjian-kinerja", f"{instansi.id}/perjanjian-kinerja/{tahun}.yaml")}
{comment_lines(f"Perjanjian Kinerja tahun {tahun}: {instansi.nama}.")}
# Isi target di belakang titik dua, seperti tercetak di perjanjian. Angka memakai titik desimal
# (82.5), tanpa titik ribuan dan tanpa satuan. Yang dibiarkan kosong tidak dijanjikan di sini.
{HOW_TO_USE}
tahun: {tahun}

# Jabatan kedua pihak, bukan nama orang.
# pihak: {{pertama: Kepala Dinas Contoh, kedua: Bupati}}

versi:
  - jenis: awal
    # Tanggal penandatanganan.
    # tanggal: {tahun}-01-31
    target:
{targets}
    # Program dan anggarannya, dalam rupiah tanpa titik ribuan.
    # program:
    #   - kode: "0.00.01"
    #     nama: Program Contoh
    #     pagu: 1000000
  # Perubahan ditambahkan di bawahnya; versi awal tidak dihapus. Cukup tulis yang berubah.
  # - jenis: perubahan
  #   tanggal: {tahun}-09-30
  #   # Atau pergantian_pejabat, atau perubahan_prioritas.
  #   alasan: perubahan_anggaran
"""


def _target_entry(indikator: Indikator, tahun: int) -> Iterator[str]:
    penetapan = indikator.berlaku(tahun)
    definisi = penetapan.definisi if penetapan else indikator.terbaru.definisi
    target = definisi.target.get(tahun)
    said = f"Target keputusan: {target_text(target)}" if target else "Tanpa target di keputusan"
    yield comment_lines(f"{definisi.nama}. Satuan: {definisi.satuan or '-'}. {said}", "      # ")
    yield f"      {indikator.id}:"


def evaluasi_skeleton(instansi_id: str, tahun: int) -> str:
    """Return the text of the evaluation of ``tahun``, with its four components empty.

    Their highest values are those of PermenPANRB 88/2021.
    """
    return f"""\
{schema_line("evaluasi", f"{instansi_id}/evaluasi/{tahun}.yaml")}
# Laporan hasil evaluasi (LHE) AKIP atas tahun {tahun}. Tampil hanya bila daerah itu sendiri yang
# menerbitkan, yaitu ada “resmi: true” di pemda.yaml. Angka memakai titik desimal.
{HOW_TO_USE}
tahun: {tahun}

nilai:
  # Paling tinggi 30.
  perencanaan:
  # Paling tinggi 30.
  pengukuran:
  # Paling tinggi 15.
  pelaporan:
  # Paling tinggi 25.
  evaluasi_internal:
total:
predikat:

# Status tindak lanjutnya: selesai, dalam_proses, belum, atau tidak_dapat.
# rekomendasi:
#   - isi: Menyusun pohon kinerja sampai tingkat bidang
#     status: dalam_proses
#     tindak_lanjut: Pohon kinerja disusun untuk tiga dari lima bidang.

# sumber: {{judul: LHE AKIP {tahun}}}
"""


def daftar_dokumen_skeleton(instansi_id: str) -> str:
    """Return the text of an empty register of documents."""
    return f"""\
{schema_line("daftar-dokumen", f"{instansi_id}/daftar-dokumen.yaml")}
# Dokumen perencanaan dan pelaporan instansi ini: satu butir untuk satu dokumen, urutannya bebas.
# Ganti baris [] dengan butir seperti contoh di bawahnya. Yang wajib hanya jenis dan tahunnya,
# yaitu tahun untuk satu tahun, atau periode untuk beberapa tahun.
[]
# - jenis: Renstra
#   periode: {{awal: 2025, akhir: 2029}}
#   judul: Rencana Strategis Dinas Contoh
#   tautan: https://contoh.example/renstra.pdf
#   ditetapkan: 2025-09-10
#   dipublikasikan: 2025-09-17
# - jenis: LKjIP
#   tahun: 2025
"""


def dokumen_skeleton(pemda_id: str, name: str) -> str:
    """Return the text of a decree for many instansi; its kind is guessed from the folder."""
    head = _HEADS[jenis_from_folder(pemda_id)]
    place = name_from_folder(pemda_id.partition("-")[2] or pemda_id)
    return f"""\
{schema_line("dokumen", f"{pemda_id}/dokumen/{name}.yaml")}
# Satu keputusan untuk banyak instansi. Jenis di bawah ditebak dari nama folder: periksa dahulu.
{HOW_TO_USE}
jenis: Peraturan {head} {place}

# Nomor dan judul seperti tercetak. Tanggal boleh 2025-01-31, 2025-01, atau 2025.
# nomor: 85 Tahun 2025
# tentang: Indikator Kinerja Utama Pemerintah Daerah dan Perangkat Daerah
# periode: {{awal: 2025, akhir: 2029}}
# ditetapkan: 2025-01-31
# tautan: https://contoh.example/perbup.pdf

# Keputusan lama yang dicabutnya.
# mencabut: [Peraturan Bupati Contoh Nomor 47 Tahun 2015]
"""
