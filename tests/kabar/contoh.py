"""Problems to tell, hostile ones among them."""

from iku_terbuka.problems import Problem, Severity

IKU, HASIL = "indicators/kota-uji/iku.yaml", "indicators/kota-uji/capaian/2025.yaml"
JAHAT = "“@admin #1 | <img src=x> [a](b) `kode` ``\\|`` https://a.example ::error::x ##[add-mask]y”"


def masalah(
    baris: int = 1, kode: str = "koma-desimal", *, berkas: str = IKU, pesan: str = "Salah."
) -> Problem:
    return Problem(berkas, baris, 4, kode, pesan, "Tulis dengan titik: 3.01")


def peringatan(baris: int = 1, kode: str = "satuan-kosong", *, berkas: str = IKU) -> Problem:
    return Problem(berkas, baris, 2, kode, "Belum lengkap.", "Lengkapi.", Severity.WARNING)
