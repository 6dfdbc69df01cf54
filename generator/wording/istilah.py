"""What keys and choices of the data are called when a page speaks of them."""

from generator.capaian import ATURAN
from generator.model import Arah, Kepastian, Penetapan
from generator.model.iku import Akumulasi
from generator.model.skala import Kelas
from generator.wording.angka import angka
from generator.wording.kalimat import daftar

KATA_ARAH = {
    Arah.NAIK: "Makin tinggi makin baik",
    Arah.TURUN: "Makin rendah makin baik",
    Arah.RENTANG: "Yang baik adalah nilai di dalam rentang target",
    Arah.STATUS: "Target ini tercapai atau tidak, tanpa ukuran di antaranya",
}
KATA_AKUMULASI = {
    Akumulasi.TAHUNAN: "Tiap tahun berdiri sendiri",
    Akumulasi.KUMULATIF: "Dijumlahkan dari tahun ke tahun dalam satu periode",
    Akumulasi.POSISI: "Posisi pada akhir tahun",
}
KATA_KEPASTIAN = {
    Kepastian.TERBACA: "dibaca di sumbernya",
    Kepastian.SEKUNDER: "dari sumber sekunder",
    Kepastian.BELUM_DIPASTIKAN: "belum dipastikan",
}
_NAMA_KUNCI = {
    "makna": "arti",
    "alasan": "alasan pemilihan",
    "formula": "rumus",
    "target": "pembacaan target per tahun",
    "rumus_capaian": "rumus capaian",
}
DISIMPULKAN = "Tidak tercetak untuk baris ini; disimpulkan penyunting."


def kalimat_capaian(penetapan: Penetapan) -> str:
    """Say which rule of capaian holds and who chose it."""
    rumus = penetapan.definisi.rumus_capaian
    if rumus is None:
        return (
            "Rumus capaian belum ditetapkan: dokumen tidak mencetaknya, jadi persentase capaian "
            "tidak dihitung."
        )
    words = ATURAN[rumus].kalimat
    if "rumus_capaian" in penetapan.definisi.disimpulkan:
        return f"{words} Rumus ini tidak tercetak di dokumen; penyunting menambahkannya."
    return words


def rentang_kelas(kelas: Kelas) -> str:
    """Return the limits of a class: di atas 60–70, 65,00–76,60, di bawah 51."""
    low = kelas.mulai if kelas.mulai is not None else kelas.di_atas
    high = kelas.sampai if kelas.sampai is not None else kelas.di_bawah
    above, below = ("di atas " if kelas.di_atas is not None else ""), kelas.di_bawah is not None
    if low is None and high is None:
        return "semua nilai"
    if low is None and high is not None:
        return f"{'di bawah' if below else 'sampai'} {angka(high)}"
    if high is None and low is not None:
        return f"{above}{angka(low)}" if above else f"{angka(low)} ke atas"
    if low is None or high is None:
        return ""
    return f"{above}{angka(low)}{' sampai di bawah ' if below else '–'}{angka(high)}"


def kalimat_disimpulkan(penetapan: Penetapan) -> str:
    """Name everything about a row that the document does not print; empty when nothing is."""
    keys = dict.fromkeys([*penetapan.definisi.disimpulkan, *penetapan.sasaran.disimpulkan])
    if not keys:
        return ""
    listed = daftar([_NAMA_KUNCI.get(key, key.replace("_", " ")) for key in keys])
    return (
        f"{listed[0].upper()}{listed[1:]} tidak tercetak untuk baris ini di dokumen. "
        "Penyunting menambahkannya."
    )
