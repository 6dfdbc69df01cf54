"""Every kind of page, by name: of the site of the fictional Kabupaten Contoh."""

SETDA = "kabupaten-contoh/sekretariat-daerah/"
DINKES = "kabupaten-contoh/dinas-kesehatan/"
BENCANA = "kabupaten-contoh/badan-penanggulangan-bencana-rekaan/"
PAGES = {
    "beranda": "",
    "pemda": "kabupaten-contoh/",
    "instansi": DINKES,
    "instansi dengan bagian": SETDA,
    "instansi dengan evaluasi dan daftar dokumen": BENCANA,
    "indikator": f"{DINKES}angka-kematian-bayi/",
    "indikator dengan skala": f"{SETDA}indeks-pelayanan-publik/",
    "indikator dengan predikat saja": "kabupaten-contoh/opini-laporan-keuangan/",  # no chart
    "indikator tanpa hasil": (
        f"{SETDA}bagian-perencanaan-dan-protokol-rekaan/kepuasan-tamu/"  # and a long address
    ),
    "tahun": f"{DINKES}tahun-2025/",
    "tahun dengan program": f"{BENCANA}tahun-2025/",
    "kelengkapan": "kelengkapan/",
    "perubahan": "perubahan/",
    "metodologi": "metodologi/",
    "glosarium": "glosarium/",
    "data": "data/",
    "cari": "cari/",
    "aksesibilitas": "aksesibilitas/",
    "panduan": "panduan/",
    "panduan dengan perintah": "panduan/excel/",
    "panduan dengan gambar": "panduan/peramban/",
    "panduan dengan pesan": "panduan/pesan/",
    "alamat yang salah": "404.html",
}
# Of the site with eight Pemda.
MANY_PEMDA = ("", "kabupaten-balangan/", "kelengkapan/", "data/")


def address(base: str, path: str) -> str:
    """Return the file of a page below ``base``, which ends in a slash."""
    return base + (path if path.endswith(".html") else f"{path}index.html")
