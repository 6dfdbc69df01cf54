"""One year of one instansi, in the order of LKjIP Bab III: sasaran by sasaran."""

from dataclasses import dataclass

from generator.capaian import Status
from generator.konteks import Konteks
from generator.model import Instansi
from generator.output import OutputFile
from generator.pages.bagian import Fakta, SelNilai, remah, salinan, sel_nilai, tautan_tahun
from generator.pages.hasil import fakta_hasil
from generator.pages.templat import render
from generator.wording import persen, ringkasan_tahun, satuan_baca


@dataclass(frozen=True)
class BarisTahunan:
    nama: str
    tautan: str
    satuan: str
    target: SelNilai | None
    realisasi: SelNilai | None
    capaian: str
    sebab: str
    status: Status


@dataclass(frozen=True)
class KelompokSasaran:
    sasaran: str
    baris: tuple[BarisTahunan, ...]


@dataclass(frozen=True)
class PenjelasanIndikator:
    nama: str
    fakta: tuple[Fakta, ...]


def halaman_tahun(konteks: Konteks, instansi: Instansi, tahun: int) -> OutputFile:
    """Return the table of ``instansi`` in ``tahun``."""
    folder = konteks.folder(f"{instansi.id}/tahun-{tahun}")
    berlaku = [satu for satu in instansi.indikator if tahun in satu.tahun]
    ukuran = [konteks.pengukuran(satu)[tahun] for satu in berlaku]
    text = render(
        "tahun.md.j2",
        judul=f"{konteks.siapa(instansi)}, tahun {tahun}",
        nama=instansi.nama,
        tahun=tahun,
        remah=remah(konteks, folder, instansi.id, f"Tahun {tahun}"),
        salinan=salinan(konteks, instansi),
        ringkasan=ringkasan_tahun(konteks.siapa(instansi), tahun, ukuran),
        tahun_lain=tautan_tahun(konteks, folder, instansi, tahun),
        kelompok=_kelompok(konteks, folder, instansi, tahun),
        penjelasan=[
            PenjelasanIndikator(satu.nama, fakta_hasil(satu.hasil[tahun]))
            for satu in berlaku
            if tahun in satu.hasil
        ],
    )
    sumber = next(
        (satu.lokasi_hasil[tahun] for satu in berlaku if tahun in satu.lokasi_hasil), None
    )
    if sumber is None and instansi.terbaru:
        sumber = instansi.terbaru.lokasi
    return OutputFile(f"{folder}/index.md", text, sumber)


def _kelompok(
    konteks: Konteks, folder: str, instansi: Instansi, tahun: int
) -> tuple[KelompokSasaran, ...]:
    groups: dict[str, list[BarisTahunan]] = {}
    for indikator in instansi.indikator:
        penetapan = indikator.berlaku(tahun)
        if penetapan is None or tahun not in indikator.tahun:
            continue
        satu = konteks.pengukuran(indikator)[tahun]
        satuan = penetapan.definisi.satuan
        row = BarisTahunan(
            penetapan.definisi.nama,
            konteks.tautan(folder, konteks.folder(indikator.kunci)),
            satuan_baca(satuan) or "",
            sel_nilai(satu.target, satuan),
            sel_nilai(satu.realisasi, satuan),
            "" if satu.capaian is None else persen(satu.capaian),
            satu.sebab or "",
            satu.status,
        )
        groups.setdefault(penetapan.sasaran.nama, []).append(row)
    return tuple(KelompokSasaran(nama, tuple(rows)) for nama, rows in groups.items())
