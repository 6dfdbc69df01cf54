"""What keys and choices of the data, and statuses, are called when a page speaks of them."""

from iku_terbuka.capaian import ATURAN, Status
from iku_terbuka.model import Arah, Kepastian, Penetapan
from iku_terbuka.model.bagian_tahun import Cara
from iku_terbuka.model.definisi import Akumulasi, DefinisiIndikator, JenisIndikator
from iku_terbuka.model.skala import Kelas
from iku_terbuka.wording.notation import number_text
from iku_terbuka.wording.source import added_formula_sentence

ARAH_WORDS = {
    Arah.NAIK: "Makin tinggi makin baik",
    Arah.TURUN: "Makin rendah makin baik",
    Arah.RENTANG: "Yang baik adalah nilai di dalam rentang target",
    Arah.STATUS: "Target ini tercapai atau tidak, tanpa ukuran di antaranya",
}
AKUMULASI_WORDS = {
    Akumulasi.TAHUNAN: "Tiap tahun berdiri sendiri",
    Akumulasi.KUMULATIF: "Dijumlahkan dari tahun ke tahun dalam satu periode",
    Akumulasi.POSISI: "Posisi pada akhir tahun",
}
JENIS_WORDS = {
    JenisIndikator.IKU: "Indikator Kinerja Utama (IKU)",
    JenisIndikator.IKK: "Indikator Kinerja Kunci (IKK)",
}
CARA_WORDS = {
    Cara.KUMULATIF: "Tiap angka dihitung sejak Januari (kumulatif)",
    Cara.JUMLAH: "Tiap angka berdiri sendiri dan dijumlahkan menjadi setahun",
    Cara.POSISI: "Angka terakhir yang berlaku (posisi)",
    Cara.RATA: "Setahun adalah rata-ratanya",
}
KEPASTIAN_WORDS = {
    Kepastian.TERBACA: "Dibaca di naskahnya.",
    Kepastian.SEKUNDER: "Dikutip dari sumber sekunder.",
    Kepastian.BELUM_DIPASTIKAN: "Belum dipastikan.",
}

STATUS_WORDS = {
    Status.MELAMPAUI: "Melampaui target",
    Status.TERCAPAI: "Tercapai",
    Status.BELUM_TERCAPAI: "Belum tercapai",
    Status.TIDAK_DAPAT_DIHITUNG: "Tidak dapat dihitung",
    Status.BERJALAN: "Berjalan",
    Status.BELUM_DILAPORKAN: "Belum dilaporkan",
    Status.TIDAK_DIUKUR: "Tidak diukur",
    Status.TIDAK_BERLAKU: "Tidak berlaku",
    Status.BELUM_WAKTUNYA: "Belum waktunya",
    Status.DIGANTIKAN: "Digantikan",
}
SHORT_STATUS_WORDS = STATUS_WORDS | {Status.MELAMPAUI: "Melampaui"}
# Names of the symbols in theme/main.html, and of the colours in theme/assets/iku.css.
STATUS_ICONS = {status: status.value.replace("_", "-") for status in Status}


def arah_words(definisi: DefinisiIndikator) -> str | None:
    """Say which way is better; of dates the earlier one."""
    if definisi.dated and definisi.arah is Arah.TURUN:
        return "Makin awal makin baik"
    return ARAH_WORDS[definisi.arah] if definisi.arah else None


def capaian_rule_sentence(penetapan: Penetapan) -> str:
    """Say which rule of capaian holds and whose words it is."""
    rumus = penetapan.definisi.rumus_capaian
    if rumus is None and penetapan.definisi.dated:
        return (
            "Target berupa tanggal tercapai kalau hasilnya pada tanggal itu atau lebih awal; "
            "tidak ada persentasenya."
        )
    if rumus is None:
        return "Rumus capaian belum ditetapkan di sini, jadi persentase capaian tidak dihitung."
    return f"{ATURAN[rumus].kalimat} {added_formula_sentence(penetapan)}".rstrip()


def class_limits(kelas: Kelas) -> str:
    """Return the limits of a class: di atas 60–70, 65,00–76,60, di bawah 51."""
    low = kelas.mulai if kelas.mulai is not None else kelas.di_atas
    high = kelas.sampai if kelas.sampai is not None else kelas.di_bawah
    above, below = ("di atas " if kelas.di_atas is not None else ""), kelas.di_bawah is not None
    if low is None and high is None:
        return "semua nilai"
    if low is None and high is not None:
        return f"{'di bawah' if below else 'sampai'} {number_text(high)}"
    if high is None and low is not None:
        return f"{above}{number_text(low)}" if above else f"{number_text(low)} ke atas"
    if low is None or high is None:
        return ""
    return f"{above}{number_text(low)}{' sampai di bawah ' if below else '–'}{number_text(high)}"
