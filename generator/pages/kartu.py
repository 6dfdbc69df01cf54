"""The share card of a Pemda or an instansi: the counts of its page as a picture."""

from generator.capaian import Status
from generator.charts import AngkaKartu, BagianPita, Kartu, kartu
from generator.konteks import Konteks
from generator.model import Instansi
from generator.output import OutputFile
from generator.pages.hitungan import angka_hitungan, hitung_status
from generator.wording import tanggal_biasa

# The fills of theme/assets/iku.css in the light theme; without one: nothing is known.
_WARNA = {
    Status.MELAMPAUI: "#12436d",
    Status.TERCAPAI: "#7fc0d6",
    Status.BELUM_TERCAPAI: "#c2570c",
    Status.TIDAK_DAPAT_DIHITUNG: "#8a6fbf",
}


def alamat_kartu(konteks: Konteks, instansi: Instansi) -> str:
    """Return the path of a card in the site."""
    return f"{konteks.folder(instansi.id)}/kartu.png".lstrip("/")


def gambar_kartu(konteks: Konteks, instansi: Instansi) -> OutputFile:
    """Return the card of ``instansi``; the Pemda's counts all of its instansi."""
    top = "/" not in instansi.id
    semua = tuple(instansi.semua_indikator() if top else instansi.indikator)
    hitungan = hitung_status(konteks, semua)
    pemda = konteks.pemda(instansi.id)
    origin = "" if pemda.profil.resmi else "Salinan dari dokumen publik"
    if pemda.profil.contoh:
        origin = "Data contoh; nama dan angkanya rekaan"
    day = f"Data per {tanggal_biasa(konteks.acuan)}" if konteks.acuan else ""
    return OutputFile(
        alamat_kartu(konteks, instansi),
        kartu(
            Kartu(
                "Indikator Kinerja Utama" if top else pemda.nama,
                instansi.nama,
                [
                    AngkaKartu(satu.besar, satu.dari, satu.label)
                    for satu in angka_hitungan(hitungan, "")
                ],
                [BagianPita(hitungan[status], _WARNA.get(status)) for status in Status],
                " · ".join(filter(None, (day, origin))),
            )
        ),
    )
