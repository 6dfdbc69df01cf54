"""A new ``pemda.yaml``."""

from iku_terbuka.kerangka.komentar import nama_dari_folder
from iku_terbuka.model.pemda import JenisPemda
from iku_terbuka.skema import baris_skema


def kerangka_pemda(pemda_id: str) -> str:
    """Return the text of ``<pemda_id>/pemda.yaml``; name and kind are guessed from the folder."""
    first = pemda_id.partition("-")[0]
    jenis = JenisPemda(first) if first in set(JenisPemda) else JenisPemda.KABUPATEN
    return f"""\
{baris_skema("pemda", f"{pemda_id}/pemda.yaml")}
# Profil pemerintah daerah. Nama dan jenis di bawah ditebak dari nama folder: periksa keduanya.
# Baris yang diawali tanda pagar belum dipakai. Untuk memakainya, hapus tanda pagar dan satu spasi
# sesudahnya, lalu ganti isinya.
nama: {nama_dari_folder(pemda_id)}

# Pilihannya provinsi, kabupaten, atau kota.
jenis: {jenis}

# Provinsi tempat daerah ini berada.
# provinsi: Provinsi Contoh

# Kode wilayah Kemendagri, selalu dalam tanda kutip.
# kode_wilayah: "00.00"

# Tulis true hanya bila daerah ini sendiri yang menerbitkan situs. Tanpa itu setiap halaman
# menyebut dirinya salinan dari dokumen publik.
# resmi: true

# Alamat situs resmi daerah.
# situs: https://contoh.go.id

# Skala untuk kategori capaian: nama berkas di folder skala, tanpa .yaml.
# skala_capaian: permendagri-86-2017

# Batas atas capaian, dalam persen, saat dirata-ratakan.
# batas_capaian: 120
"""
