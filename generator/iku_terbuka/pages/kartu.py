"""The share cards: the large figures of a page as a picture."""

from dataclasses import replace
from functools import partial

from iku_terbuka.capaian import Status
from iku_terbuka.charts import BarPart, CardFigure, ShareCard
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.pages.angka_kunci import AngkaKunci, angka_kunci
from iku_terbuka.pages.hitungan import angka_hitungan, hitungan, kata_tahun
from iku_terbuka.wording import STATUS_WORDS, day_text

# The fills of theme/assets/iku.css in the light theme; without one: nothing is known.
_WARNA = {
    Status.MELAMPAUI: "#12436d",
    Status.TERCAPAI: "#7fc0d6",
    Status.BELUM_TERCAPAI: "#c2570c",
    Status.TIDAK_DAPAT_DIHITUNG: "#8a6fbf",
}


def kartu_instansi(context: Context, instansi: Instansi) -> Rencana:
    """Plan the card of ``instansi``; the Pemda's counts all of its instansi."""
    made = partial(_kartu_instansi, context, instansi)
    return Rencana(_path(context, instansi.id), made, instansi.id, bawahan=_atas(instansi))


def kartu_indikator(context: Context, indikator: Indikator) -> Rencana:
    """Plan the card of one indicator: the figures below the lead of its page."""
    made = partial(_kartu_indikator, context, indikator)
    path = _path(context, indikator.kunci)
    return Rencana(path, made, indikator.instansi_id, indikator=indikator.id)


def _atas(instansi: Instansi) -> bool:
    return "/" not in instansi.id


def _path(context: Context, kunci: str) -> str:
    return f"{context.folder(kunci)}/kartu.png".lstrip("/")


def _kartu_instansi(context: Context, instansi: Instansi) -> OutputFile:
    top = _atas(instansi)
    semua = tuple(instansi.all_indikator() if top else instansi.indikator)
    counts = hitungan(context, semua)
    newest, alone = kata_tahun(context, semua, counts)
    isi = ShareCard(
        "Indikator Kinerja Utama" if top else context.pemda(instansi.id).nama,
        instansi.nama,
        [CardFigure(satu.besar, satu.dari, satu.label) for satu in angka_hitungan(counts, "")],
        [BarPart(counts.status[status], _WARNA.get(status)) for status in Status],
        note=f"Untuk {newest} saja: {alone}" if alone else "",
    )
    return _berkas(context, instansi.id, isi)


def _kartu_indikator(context: Context, indikator: Indikator) -> OutputFile:
    state = context.standing(indikator)
    isi = ShareCard(
        context.full_name(context.instansi[indikator.instansi_id]),
        indikator.nama,
        [
            CardFigure(satu.besar or _kata(satu), satu.satuan, satu.label)
            for satu in angka_kunci(indikator, state, tuple(context.pengukuran(indikator).values()))
        ],
        [BarPart(1, _WARNA.get(state.status))],
    )
    return _berkas(context, indikator.kunci, isi)


def _kata(angka: AngkaKunci) -> str:
    return STATUS_WORDS[angka.status] if angka.status else angka.kosong


def _berkas(context: Context, kunci: str, isi: ShareCard) -> OutputFile:
    from iku_terbuka.charts.card_picture import card_picture  # noqa: PLC0415 (slow to import)

    pemda = context.pemda(kunci)
    origin = "" if pemda.profil.resmi else "Salinan dari dokumen publik"
    if pemda.profil.contoh:
        origin = "Data contoh; nama dan angkanya rekaan"
    day = f"Data per {day_text(context.acuan)}" if context.acuan else ""
    foot = " · ".join(filter(None, (day, origin)))
    return OutputFile(_path(context, kunci), card_picture(replace(isi, footer=foot)))
