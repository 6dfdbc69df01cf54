"""The words and icons of the nine statuses."""

from iku_terbuka.capaian import Status

KATA_STATUS = {
    Status.MELAMPAUI: "Melampaui target",
    Status.TERCAPAI: "Tercapai",
    Status.BELUM_TERCAPAI: "Belum tercapai",
    Status.TIDAK_DAPAT_DIHITUNG: "Tidak dapat dihitung",
    Status.BERJALAN: "Berjalan",
    Status.BELUM_DILAPORKAN: "Belum dilaporkan",
    Status.TIDAK_DIUKUR: "Tidak diukur",
    Status.TIDAK_BERLAKU: "Tidak berlaku",
    Status.BELUM_WAKTUNYA: "Belum waktunya",
}
KATA_STATUS_PENDEK = KATA_STATUS | {Status.MELAMPAUI: "Melampaui"}
# Names of the symbols in theme/main.html, and of the colours in theme/assets/iku.css.
IKON_STATUS = {status: status.value.replace("_", "-") for status in Status}
