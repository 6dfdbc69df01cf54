"""Which names a folder or an indicator may have.

A name becomes a folder of the site on every host, so it must be a safe path segment everywhere
(Windows included) and must not be the name of a page of ours.
"""

import re

from iku_terbuka.model.salah import kutip

AMAN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_NAMA = 80
HALAMAN_TAHUN = re.compile(r"tahun-[0-9]{4}")

# Folders with a meaning of their own in indicators/.
FOLDER_KHUSUS = frozenset({"capaian", "iku", "skala"})
# Pages and folders of the site itself. Any folder can become the top of a site (option `hanya`),
# so they are reserved on every level.
HALAMAN_KHUSUS = frozenset(
    {
        "aksesibilitas",
        "assets",
        "cari",
        "data",
        "glosarium",
        "kelengkapan",
        "metodologi",
        "panduan",
        "perubahan",
        "tentang",
    }
)
_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
)


def masalah_nama(nama: str) -> tuple[str, str, str] | None:
    """Return (code, message, hint) when ``nama`` cannot be a folder of the site."""
    if nama in HALAMAN_KHUSUS or nama in FOLDER_KHUSUS or HALAMAN_TAHUN.fullmatch(nama):
        return (
            "nama-dipakai-situs",
            f"Nama {kutip(nama)} dipakai oleh situs ini sendiri.",
            "Pilih nama lain, misalnya dengan menambah satu kata.",
        )
    if nama in _WINDOWS:
        return (
            "nama-tidak-aman",
            f"Nama {kutip(nama)} tidak dapat disimpan di Windows.",
            "Pilih nama lain.",
        )
    if not AMAN.fullmatch(nama) or len(nama) > MAX_NAMA:
        meant = re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-")[:MAX_NAMA].rstrip("-")
        return (
            "nama-tidak-aman",
            f"Nama {kutip(nama, MAX_NAMA)} tidak aman dipakai sebagai alamat halaman.",
            f"Pakai huruf kecil a–z, angka, dan tanda hubung, paling panjang {MAX_NAMA} karakter"
            + (f", misalnya {meant}" if meant and nama.isprintable() else "."),
        )
    return None
