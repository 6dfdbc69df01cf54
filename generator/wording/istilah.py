"""What keys and choices of the data are called when a page speaks of them."""

from generator.model import Arah, Penetapan, RumusCapaian
from generator.wording.kalimat import daftar

KATA_ARAH = {
    Arah.NAIK: "Makin tinggi makin baik",
    Arah.TURUN: "Makin rendah makin baik",
    Arah.RENTANG: "Yang baik adalah nilai di dalam rentang target",
    Arah.STATUS: "Target ini tercapai atau tidak, tanpa ukuran di antaranya",
}
KATA_RUMUS = {
    RumusCapaian.NAIK: "Capaian = realisasi ÷ target × 100%.",
    RumusCapaian.TURUN: "Capaian = (2 × target − realisasi) ÷ target × 100%.",
    RumusCapaian.TURUN_RASIO: "Capaian = target ÷ realisasi × 100%.",
    RumusCapaian.RENTANG: "Capaian 100% bila realisasi di dalam rentang target; di luarnya, "
    "realisasi dibandingkan dengan batas yang terdekat.",
    RumusCapaian.STATUS: "Target ini dinilai tercapai atau belum, tanpa persentase.",
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
    if "rumus_capaian" in penetapan.definisi.disimpulkan:
        return (
            f"{KATA_RUMUS[rumus]} Rumus capaian ini tidak tercetak di dokumen; penyunting "
            "menambahkannya."
        )
    return KATA_RUMUS[rumus]


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
