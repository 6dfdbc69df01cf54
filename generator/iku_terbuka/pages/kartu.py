"""The share cards: the large figures of a page as a picture."""

from dataclasses import replace
from functools import partial

from iku_terbuka.capaian import Status
from iku_terbuka.charts import AngkaKartu, BagianPita, Kartu
from iku_terbuka.konteks import Konteks
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.pages.angka_kunci import AngkaKunci, angka_kunci
from iku_terbuka.pages.hitungan import angka_hitungan, hitungan, kata_tahun
from iku_terbuka.wording import KATA_STATUS, tanggal_biasa

# The fills of theme/assets/iku.css in the light theme; without one: nothing is known.
_WARNA = {
    Status.MELAMPAUI: "#12436d",
    Status.TERCAPAI: "#7fc0d6",
    Status.BELUM_TERCAPAI: "#c2570c",
    Status.TIDAK_DAPAT_DIHITUNG: "#8a6fbf",
}


def kartu_instansi(konteks: Konteks, instansi: Instansi) -> Rencana:
    """Plan the card of ``instansi``; the Pemda's counts all of its instansi."""
    made = partial(_kartu_instansi, konteks, instansi)
    return Rencana(_path(konteks, instansi.id), made, instansi.id, bawahan=_atas(instansi))


def kartu_indikator(konteks: Konteks, indikator: Indikator) -> Rencana:
    """Plan the card of one indicator: the figures below the lead of its page."""
    made = partial(_kartu_indikator, konteks, indikator)
    path = _path(konteks, indikator.kunci)
    return Rencana(path, made, indikator.instansi_id, indikator=indikator.id)


def _atas(instansi: Instansi) -> bool:
    return "/" not in instansi.id


def _path(konteks: Konteks, kunci: str) -> str:
    return f"{konteks.folder(kunci)}/kartu.png".lstrip("/")


def _kartu_instansi(konteks: Konteks, instansi: Instansi) -> OutputFile:
    top = _atas(instansi)
    semua = tuple(instansi.semua_indikator() if top else instansi.indikator)
    counts = hitungan(konteks, semua)
    newest, alone = kata_tahun(konteks, semua, counts)
    isi = Kartu(
        "Indikator Kinerja Utama" if top else konteks.pemda(instansi.id).nama,
        instansi.nama,
        [AngkaKartu(satu.besar, satu.dari, satu.label) for satu in angka_hitungan(counts, "")],
        [BagianPita(counts.status[status], _WARNA.get(status)) for status in Status],
        catatan=f"Untuk {newest} saja: {alone}" if alone else "",
    )
    return _berkas(konteks, instansi.id, isi)


def _kartu_indikator(konteks: Konteks, indikator: Indikator) -> OutputFile:
    state = konteks.standing(indikator)
    isi = Kartu(
        konteks.siapa(konteks.instansi[indikator.instansi_id]),
        indikator.nama,
        [
            AngkaKartu(satu.besar or _kata(satu), satu.satuan, satu.label)
            for satu in angka_kunci(indikator, state, tuple(konteks.pengukuran(indikator).values()))
        ],
        [BagianPita(1, _WARNA.get(state.status))],
    )
    return _berkas(konteks, indikator.kunci, isi)


def _kata(angka: AngkaKunci) -> str:
    return KATA_STATUS[angka.status] if angka.status else angka.kosong


def _berkas(konteks: Konteks, kunci: str, isi: Kartu) -> OutputFile:
    from iku_terbuka.charts.kartu import kartu  # noqa: PLC0415 (slow, see generator.charts)

    pemda = konteks.pemda(kunci)
    origin = "" if pemda.profil.resmi else "Salinan dari dokumen publik"
    if pemda.profil.contoh:
        origin = "Data contoh; nama dan angkanya rekaan"
    day = f"Data per {tanggal_biasa(konteks.acuan)}" if konteks.acuan else ""
    foot = " · ".join(filter(None, (day, origin)))
    return OutputFile(_path(konteks, kunci), kartu(replace(isi, bawah=foot)))
