"""The share cards: the large figures of a page as a picture."""

from dataclasses import replace
from functools import partial

from iku_terbuka.capaian import Status
from iku_terbuka.charts import BarPart, CardFigure, ShareCard
from iku_terbuka.context import Context
from iku_terbuka.context.warna import DEFAULT
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.pages.key_figures import KeyFigure, key_figures
from iku_terbuka.pages.overview import count_figures, count_statuses, counted, newest_year
from iku_terbuka.publish import FilePlan
from iku_terbuka.wording import STATUS_WORDS, day_text

# The fills of theme/assets/iku.css in the light theme; without one: nothing is known.
_FILLS = {
    Status.MELAMPAUI: "#12436d",
    Status.TERCAPAI: "#7fc0d6",
    Status.BELUM_TERCAPAI: "#c2570c",
    Status.TIDAK_DAPAT_DIHITUNG: "#8a6fbf",
}


def instansi_card(context: Context, instansi: Instansi) -> FilePlan:
    """Plan the card of ``instansi``; the Pemda's counts all of its instansi."""
    make = partial(_instansi_card, context, instansi)
    path = _card_path(context, instansi.id)
    return FilePlan(path, make, instansi=instansi.id, below=_is_pemda(instansi))


def indikator_card(context: Context, indikator: Indikator) -> FilePlan:
    """Plan the card of one indicator: the figures below the lead of its page."""
    make = partial(_indikator_card, context, indikator)
    return FilePlan(_card_path(context, indikator.kunci), make, instansi=indikator.instansi_id)


def _is_pemda(instansi: Instansi) -> bool:
    return "/" not in instansi.id


def _card_path(context: Context, key: str) -> str:
    return f"{context.folder(key)}/kartu.png".lstrip("/")


def _instansi_card(context: Context, instansi: Instansi) -> bytes:
    is_pemda = _is_pemda(instansi)
    indicators = counted(instansi.all_indikator()) if is_pemda else instansi.counted
    counts = count_statuses(context, indicators)
    tahun, alone = newest_year(context, indicators, counts)
    card = ShareCard(
        header="Indikator Kinerja Utama" if is_pemda else context.pemda(instansi.id).nama,
        title=instansi.nama,
        figures=[
            CardFigure(figure.text, figure.of, figure.label) for figure in count_figures(counts, "")
        ],
        bar=[BarPart(counts.status[status], _FILLS.get(status)) for status in Status],
        colour=context.warna or DEFAULT,
        note=f"Untuk {tahun} saja: {alone}" if alone else "",
    )
    return _draw(context, instansi.id, card, below=is_pemda)


def _indikator_card(context: Context, indikator: Indikator) -> bytes:
    instansi_id = indikator.instansi_id
    figures = key_figures(context, indikator)
    card = ShareCard(
        header=context.full_name(context.instansi[instansi_id]),
        title=indikator.nama,
        figures=[
            CardFigure(figure.text or _words(figure), figure.satuan, figure.label)
            for figure in figures
        ],
        bar=[BarPart(1, _FILLS.get(context.standing(indikator).status))],
        colour=context.warna or DEFAULT,
    )
    return _draw(context, instansi_id, card, below=False)


def _words(figure: KeyFigure) -> str:
    return STATUS_WORDS[figure.status] if figure.status else figure.empty


def _draw(context: Context, instansi_id: str, card: ShareCard, *, below: bool) -> bytes:
    """Return the picture, with the state of its data and whose they are at the foot."""
    from iku_terbuka.charts.card_picture import card_picture  # noqa: PLC0415 (slow, see iku_terbuka.charts)

    profil = context.pemda(instansi_id).profil
    origin = "" if profil.resmi else "Salinan dari dokumen publik"
    if profil.contoh:
        origin = "Data contoh; nama dan angkanya rekaan"
    date = context.state(instansi_id, below=below).day
    day = f"Data per {day_text(date)}" if date else ""
    return card_picture(replace(card, footer=" · ".join(filter(None, (day, origin)))))
