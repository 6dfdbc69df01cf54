"""The large figures below the lead of an indicator: realisasi, target, capaian."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iku_terbuka.capaian import Measurement, NoCapaian, Standing, Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import in_percent, is_rank
from iku_terbuka.pages.blocks import promise_words, value_cell
from iku_terbuka.wording import (
    NOT_MENTIONED,
    STATUS_WORDS,
    distance_from_range,
    no_target_word,
    percent_text,
    to_date_words,
    value_text,
)
from iku_terbuka.wording.notation import BARE_UNITS


@dataclass(frozen=True)
class KeyFigure:
    """A large figure of an indicator; ``empty`` says why there is none, ``style`` names classes."""

    label: str
    text: str = ""
    satuan: str = ""
    predikat: str = ""
    status: Status | None = None
    empty: str = ""
    note: str = ""
    style: str = ""


def key_figures(context: Context, indikator: Indikator) -> tuple[KeyFigure, ...]:
    """Return realisasi, target and capaian of the result that counts, else the targets."""
    state = context.standing(indikator)
    if state.shown and state.shown.realisasi is not None:
        return _result_figures(indikator, state.shown)
    return _target_figures(indikator, state, tuple(context.pengukuran(indikator).values()))


def _result_figures(indikator: Indikator, measurement: Measurement) -> tuple[KeyFigure, ...]:
    return (
        _realisasi_figure(indikator, measurement),
        _target_figure(indikator, f"Target {measurement.tahun}", measurement),
        KeyFigure(
            f"Capaian {measurement.tahun}",
            text="" if measurement.capaian is None else percent_text(measurement.capaian),
            status=measurement.status,
            note=_capaian_note(indikator, measurement),
            style="lebar",
        ),
    )


def _realisasi_figure(indikator: Indikator, measurement: Measurement) -> KeyFigure:
    tahun, predikat = measurement.tahun, measurement.predikat
    figure = _value_figure(
        f"Realisasi {tahun}", measurement.realisasi, indikator.satuan(tahun), "realisasi"
    )
    return replace(figure, predikat=predikat if predikat and predikat != figure.text else "")


def _capaian_note(indikator: Indikator, measurement: Measurement) -> str:
    if measurement.reason in {NoCapaian.RUMUS_STATUS, NoCapaian.TANGGAL}:
        return "Target ini hanya tercapai atau tidak"
    definisi = indikator.penetapan_untuk(measurement.tahun).definisi
    if far := distance_from_range(definisi, measurement):
        return far
    if measurement.status is Status.BERJALAN:
        return f"Belum dinilai: {measurement.reason}"
    if measurement.reason:
        return f"Tanpa persentase: {measurement.reason}"
    return f"Kategori: {measurement.kategori}" if measurement.kategori else ""


def _target_figures(
    indikator: Indikator, state: Standing, measurements: Sequence[Measurement]
) -> tuple[KeyFigure, ...]:
    shown = state.shown
    tahun = f" {shown.tahun}" if shown else ""
    missing = STATUS_WORDS[state.status]
    return (
        KeyFigure(f"Realisasi{tahun}", empty=missing, note=_why_no_result(indikator, state)),
        _target_figure(indikator, f"Target{tahun}", shown),
        *_last_target_figure(indikator, shown, measurements),
    )


def _last_target_figure(
    indikator: Indikator, shown: Measurement | None, measurements: Sequence[Measurement]
) -> tuple[KeyFigure, ...]:
    """Return the target of the end of the period, or of the last year where it is a later one."""
    definisi, style = indikator.definisi, "target lebar"
    last = next((year for year in reversed(measurements) if year.target), None)
    if definisi.target_akhir:
        label, satuan, awal = "Target akhir periode", definisi.satuan, definisi.kondisi_awal
        note = f"Dari kondisi awal {value_text(awal, satuan)}" if awal else ""
        return (_value_figure(label, definisi.target_akhir, satuan, style, note),)
    if last and shown and last.tahun > shown.tahun:
        satuan = indikator.satuan(last.tahun)
        return (_value_figure(f"Target {last.tahun}", last.target, satuan, style),)
    return ()


def _why_no_result(indikator: Indikator, state: Standing) -> str:
    """Say why there is no result in the year shown, or how far its parts have come."""
    if state.shown and state.shown.sampai:
        words = to_date_words(state.shown.sampai, indikator.satuan(state.shown.tahun))
        return words[0].upper() + words[1:]
    match state.status:
        case Status.DIGANTIKAN:
            return _why_replaced(state)
        case Status.BELUM_WAKTUNYA:
            return "Tahunnya belum selesai"
        case Status.BELUM_DILAPORKAN:
            return "Belum ada dokumen hasil yang dimuat di sini"
        case Status.TIDAK_DAPAT_DIHITUNG if state.latest and state.latest.reason:
            return f"Karena {state.latest.reason}"
        case _:
            return ""


def _why_replaced(state: Standing) -> str:
    reason = state.replaced.reason if state.replaced else None
    if reason is None or reason is NoCapaian.DIGANTIKAN:
        return "Rencana yang baru tidak memuat indikator ini lagi"
    return f"{reason[:1].upper()}{reason[1:]}"


def _target_figure(indikator: Indikator, label: str, measurement: Measurement | None) -> KeyFigure:
    decree = indikator.penetapan_untuk(measurement.tahun if measurement else None)
    target = measurement.target if measurement else None
    satuan = decree.definisi.satuan
    said = promise_words(measurement, satuan) if measurement else ()
    note = ". ".join(words[:1].upper() + words[1:] for words in said)
    figure = _value_figure(label, target, satuan, "target", note)
    return replace(figure, empty=no_target_word(decree)) if figure.empty else figure


def _value_figure(
    label: str, value: IsiNilai | None, satuan: str | None, style: str, note: str = ""
) -> KeyFigure:
    if value is None:
        return KeyFigure(label, empty=NOT_MENTIONED, note=note, style=style)
    numeric = value.nilai is not None or value.rentang is not None
    inline = in_percent(satuan) or is_rank(satuan)
    cell = value_cell(value, satuan if inline else None)
    bare = satuan is not None and satuan.lower() in BARE_UNITS
    doubt = "Lihat catatan" if value.catatan else ""
    return KeyFigure(
        label,
        text=cell.number if cell else "",
        satuan=satuan if satuan and numeric and not inline and not bare else "",
        predikat=cell.predikat if cell else "",
        note=". ".join(filter(None, (note, doubt))),
        style=f"{style} panjang" if cell and _is_wide(cell.number) else style,
    )


def _is_wide(words: str) -> bool:
    """Tell whether a figure would be too wide for half a phone; letters are wider than digits."""
    return len(words) > (10 if words[:1].isdigit() else 7)
