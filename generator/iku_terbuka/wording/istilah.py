"""What keys and choices of the data are called when a page speaks of them."""

from iku_terbuka.capaian import ATURAN
from iku_terbuka.model import Arah, Kepastian, Penetapan
from iku_terbuka.model.definisi import Akumulasi
from iku_terbuka.model.skala import Kelas
from iku_terbuka.wording.angka import angka
from iku_terbuka.wording.sumber import kalimat_rumus_tambahan

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
    Kepastian.TERBACA: "Sudah kami baca di naskahnya.",
    Kepastian.SEKUNDER: "Dikutip dari sumber lain; naskahnya belum kami baca.",
    Kepastian.BELUM_DIPASTIKAN: "Belum dipastikan.",
}


def kalimat_capaian(penetapan: Penetapan) -> str:
    """Say which rule of capaian holds and whose words it is."""
    rumus = penetapan.definisi.rumus_capaian
    if rumus is None:
        return "Rumus capaian belum ditetapkan di sini, jadi persentase capaian tidak dihitung."
    return f"{ATURAN[rumus].kalimat} {kalimat_rumus_tambahan(penetapan)}".rstrip()


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
