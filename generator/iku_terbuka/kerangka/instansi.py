"""A new ``iku.yaml``."""

from iku_terbuka.kerangka.komentar import nama_dari_folder
from iku_terbuka.skema import baris_skema


def kerangka_instansi(instansi_id: str) -> str:
    """Return the text of ``<instansi_id>/iku.yaml``; the name is guessed from the folder."""
    return f"""\
{baris_skema("iku", f"{instansi_id}/iku.yaml")}
# Indikator Kinerja Utama satu instansi, disalin dari satu keputusan. Nama di bawah ditebak dari
# nama folder: periksa dahulu.
# Baris yang diawali tanda pagar belum dipakai. Untuk memakainya, hapus tanda pagar dan satu spasi
# sesudahnya, lalu ganti isinya. Yang tidak tercetak di keputusan tidak perlu diisi.
# Angka memakai titik desimal (82.5), tanpa titik ribuan dan tanpa satuan.
instansi: {nama_dari_folder(instansi_id)}

# Tahun pertama dan tahun terakhir berlakunya keputusan.
# periode: {{awal: 2025, akhir: 2029}}

# Keputusan yang menetapkan indikator ini. Tanggal boleh 2025-01-31, 2025-01, atau 2025.
# dasar_hukum:
#   - jenis: Keputusan Kepala Dinas Contoh
#     nomor: 000/Contoh/2025
#     tentang: Indikator Kinerja Utama Dinas Contoh Tahun 2025-2029
#     tanggal: 2025-01-31

# Tugas dan fungsi instansi.
# tugas: Membantu Bupati melaksanakan urusan contoh
# fungsi:
#   - Perumusan kebijakan
#   - Pelaksanaan kebijakan

# Tiap sasaran memuat indikator yang mengukurnya.
# sasaran:
#   - nama: Meningkatnya kualitas pelayanan publik
#     indikator:
#       # Tanda pengenal memakai huruf kecil, angka, dan tanda hubung; sekali dipakai tidak diubah.
#       - id: persentase-aduan-selesai
#         nama: Persentase aduan yang selesai
#         satuan: persen
#         # Arah yang lebih baik, yaitu naik, turun, rentang, atau status.
#         arah: naik
#         # Aturan capaian, lihat halaman Metodologi. Tanpa ini capaian tidak dihitung.
#         rumus_capaian: naik
#         makna: Makin tinggi angkanya, makin banyak aduan warga yang selesai
#         formula: Aduan yang selesai dibagi aduan yang masuk, dikali 100%
#         target:
#           2025: 90
#           2026: 92.5
#         sumber_data: [Aplikasi pengaduan]
#         # Satuan kerja atau jabatan, bukan nama orang.
#         penanggung_jawab: [Bidang Pengaduan]
#         # Kunci di atas yang tidak tercetak di keputusan dan Anda isi sendiri.
#         disimpulkan: [arah, rumus_capaian]
"""
