"""The three large figures below the lead of an indicator's page."""

from dataclasses import dataclass, replace

from generator.capaian import Pengukuran, Status, TanpaCapaian
from generator.model import Indikator
from generator.model.iku import IsiNilai
from generator.pages.bagian import sel_nilai
from generator.wording import adalah_persen, kata_tanpa_target, nilai, persen
from generator.wording.angka import TANPA_SATUAN


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


def angka_kunci(indikator: Indikator, semua: tuple[Pengukuran, ...]) -> tuple[AngkaKunci, ...]:
    """Return realisasi, target and capaian of the newest result, else the targets."""
    reported = [ukur for ukur in semua if ukur.realisasi is not None]
    if reported:
        return _kunci_hasil(indikator, reported[-1])
    return _kunci_target(indikator, semua)


def _kunci_hasil(indikator: Indikator, ukur: Pengukuran) -> tuple[AngkaKunci, ...]:
    return (
        _realisasi(ukur, indikator),
        replace(
            _besar(f"Target {ukur.tahun}", ukur.target, indikator.satuan(ukur.tahun), "target"),
            kosong=kata_tanpa_target(indikator.berlaku(ukur.tahun) or indikator.terbaru),
        ),
        AngkaKunci(
            f"Capaian {ukur.tahun}",
            besar="" if ukur.capaian is None else persen(ukur.capaian),
            status=ukur.status,
            kecil=_keterangan_capaian(ukur),
            warna="lebar",
        ),
    )


def _realisasi(ukur: Pengukuran, indikator: Indikator) -> AngkaKunci:
    satuan = indikator.satuan(ukur.tahun)
    figure = _besar(f"Realisasi {ukur.tahun}", ukur.realisasi, satuan, "realisasi")
    grade = ukur.predikat if ukur.predikat and ukur.predikat != figure.besar else ""
    return replace(figure, predikat=grade)


def _keterangan_capaian(ukur: Pengukuran) -> str:
    if ukur.sebab is TanpaCapaian.RUMUS_STATUS:
        return "Target ini hanya tercapai atau tidak"
    if ukur.sebab:
        return f"Tanpa persentase: {ukur.sebab}"
    return f"Kategori: {ukur.kategori}" if ukur.kategori else ""


def _kunci_target(indikator: Indikator, semua: tuple[Pengukuran, ...]) -> tuple[AngkaKunci, ...]:
    definisi = indikator.definisi
    due = [ukur for ukur in semua if ukur.status is Status.BELUM_DILAPORKAN]
    targeted = [ukur for ukur in (due or semua) if ukur.target] or [
        ukur for ukur in semua if ukur.target
    ]
    tahun = f" {(targeted or due or semua)[-1].tahun}" if semua else ""
    figures = [
        AngkaKunci(
            f"Realisasi{tahun}",
            kosong="Belum dilaporkan",
            kecil="Belum ada dokumen hasil yang dimuat di sini",
        ),
        replace(
            _besar(
                f"Target{tahun}",
                targeted[-1].target if targeted else None,
                definisi.satuan,
                "target",
            ),
            kosong=kata_tanpa_target(indikator.terbaru),
        ),
    ]
    if definisi.target_akhir:
        awal = definisi.kondisi_awal
        figures.append(
            _besar(
                "Target akhir periode",
                definisi.target_akhir,
                definisi.satuan,
                "target lebar",
                f"Dari kondisi awal {nilai(awal, definisi.satuan)}" if awal else "",
            )
        )
    elif targeted and targeted[-1].tahun != semua[-1].tahun and semua[-1].target:
        figures.append(
            _besar(f"Target {semua[-1].tahun}", semua[-1].target, definisi.satuan, "target lebar")
        )
    return tuple(figures)


def _besar(
    label: str, isi: IsiNilai | None, satuan: str | None, warna: str, kecil: str = ""
) -> AngkaKunci:
    if isi is None:
        return AngkaKunci(label, kosong="Tidak dicantumkan", kecil=kecil, warna=warna)
    inline = adalah_persen(satuan)
    sel = sel_nilai(isi, satuan if inline else None)
    return AngkaKunci(
        label,
        besar=sel.angka if sel else "",
        satuan="" if inline or satuan is None or satuan.lower() in TANPA_SATUAN else satuan,
        predikat=sel.predikat if sel else "",
        kecil=kecil,
        warna=f"{warna} panjang" if sel and _panjang(sel.angka) else warna,
    )


def _panjang(words: str) -> bool:
    """Tell whether a figure would be too wide for half a phone; letters are wider than digits."""
    return len(words) > (10 if words[:1].isdigit() else 7)
