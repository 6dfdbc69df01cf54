"""The three large figures below the lead of an indicator's page."""

from dataclasses import dataclass, replace

from iku_terbuka.capaian import Measurement, NoCapaian, Standing, Status
from iku_terbuka.model import Indikator
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.model.satuan import is_rank
from iku_terbuka.pages.bagian import sel_nilai
from iku_terbuka.wording import (
    NOT_MENTIONED,
    STATUS_WORDS,
    distance_from_range,
    in_percent,
    no_target_word,
    percent_text,
    value_text,
)
from iku_terbuka.wording.notation import BARE_UNITS


@dataclass(frozen=True)
class AngkaKunci:
    """One of the large figures below the lead sentence; ``kosong`` is for want of ``besar``."""

    label: str
    besar: str = ""
    satuan: str = ""
    predikat: str = ""
    status: Status | None = None
    kosong: str = ""
    kecil: str = ""
    warna: str = ""


def angka_kunci(
    indikator: Indikator, state: Standing, semua: tuple[Measurement, ...]
) -> tuple[AngkaKunci, ...]:
    """Return realisasi, target and capaian of the result that counts, else the targets."""
    told = state.shown
    if told and told.realisasi is not None:
        return _kunci_hasil(indikator, told)
    return _kunci_target(indikator, state, semua)


def _kunci_hasil(indikator: Indikator, ukur: Measurement) -> tuple[AngkaKunci, ...]:
    return (
        _realisasi(ukur, indikator),
        _target(indikator, f"Target {ukur.tahun}", ukur),
        AngkaKunci(
            f"Capaian {ukur.tahun}",
            besar="" if ukur.capaian is None else percent_text(ukur.capaian),
            status=ukur.status,
            kecil=_keterangan_capaian(indikator, ukur),
            warna="lebar",
        ),
    )


def _realisasi(ukur: Measurement, indikator: Indikator) -> AngkaKunci:
    satuan = indikator.satuan(ukur.tahun)
    figure = _besar(f"Realisasi {ukur.tahun}", ukur.realisasi, satuan, "realisasi")
    grade = ukur.predikat if ukur.predikat and ukur.predikat != figure.besar else ""
    return replace(figure, predikat=grade)


def _keterangan_capaian(indikator: Indikator, ukur: Measurement) -> str:
    if ukur.reason is NoCapaian.RUMUS_STATUS:
        return "Target ini hanya tercapai atau tidak"
    definisi = indikator.penetapan_untuk(ukur.tahun).definisi
    if far := distance_from_range(definisi, ukur):
        return far
    if ukur.status is Status.BERJALAN:
        return f"Belum dinilai: {ukur.reason}"
    if ukur.reason:
        return f"Tanpa persentase: {ukur.reason}"
    return f"Kategori: {ukur.kategori}" if ukur.kategori else ""


def _kunci_target(
    indikator: Indikator, state: Standing, semua: tuple[Measurement, ...]
) -> tuple[AngkaKunci, ...]:
    definisi, shown = indikator.definisi, state.shown
    tahun = f" {shown.tahun}" if shown else ""
    figures = [
        AngkaKunci(
            f"Realisasi{tahun}", kosong=STATUS_WORDS[state.status], kecil=_tanpa_hasil(state)
        ),
        _target(indikator, f"Target{tahun}", shown),
    ]
    last = next((ukur for ukur in reversed(semua) if ukur.target), None)
    if definisi.target_akhir:
        awal = definisi.kondisi_awal
        figures.append(
            _besar(
                "Target akhir periode",
                definisi.target_akhir,
                definisi.satuan,
                "target lebar",
                f"Dari kondisi awal {value_text(awal, definisi.satuan)}" if awal else "",
            )
        )
    elif last and shown and last.tahun > shown.tahun:
        satuan = indikator.satuan(last.tahun)
        figures.append(_besar(f"Target {last.tahun}", last.target, satuan, "target lebar"))
    return tuple(figures)


def _tanpa_hasil(state: Standing) -> str:
    """Say why there is no result in the year shown."""
    match state.status:
        case Status.BELUM_WAKTUNYA:
            return "Tahunnya belum selesai"
        case Status.BELUM_DILAPORKAN:
            return "Belum ada dokumen hasil yang dimuat di sini"
        case Status.TIDAK_DAPAT_DIHITUNG if state.latest and state.latest.reason:
            return f"Karena {state.latest.reason}"
        case _:
            return ""


def _target(indikator: Indikator, label: str, ukur: Measurement | None) -> AngkaKunci:
    decree = indikator.penetapan_untuk(ukur.tahun if ukur else None)
    figure = _besar(label, ukur.target if ukur else None, decree.definisi.satuan, "target")
    return replace(figure, kosong=no_target_word(decree)) if figure.kosong else figure


def _besar(
    label: str, isi: IsiNilai | None, satuan: str | None, warna: str, kecil: str = ""
) -> AngkaKunci:
    if isi is None:
        return AngkaKunci(label, kosong=NOT_MENTIONED, kecil=kecil, warna=warna)
    numeric = isi.nilai is not None or isi.rentang is not None
    inline = in_percent(satuan) or is_rank(satuan)
    sel = sel_nilai(isi, satuan if inline else None)
    bare = satuan is not None and satuan.lower() in BARE_UNITS
    doubt = "Lihat catatan" if isi.catatan else ""
    return AngkaKunci(
        label,
        besar=sel.angka if sel else "",
        satuan=satuan if satuan and numeric and not inline and not bare else "",
        predikat=sel.predikat if sel else "",
        kecil=". ".join(filter(None, (kecil, doubt))),
        warna=f"{warna} panjang" if sel and _panjang(sel.angka) else warna,
    )


def _panjang(words: str) -> bool:
    """Tell whether a figure would be too wide for half a phone; letters are wider than digits."""
    return len(words) > (10 if words[:1].isdigit() else 7)
