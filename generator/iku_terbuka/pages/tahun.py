"""One year of one instansi, in the order of LKjIP Bab III: sasaran by sasaran."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from iku_terbuka.capaian import Measurement, Status, average
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi, Lokasi
from iku_terbuka.model.hasil import StatusData
from iku_terbuka.model.skeleton import capaian_skeleton, indikator_in_force
from iku_terbuka.output import OutputFile, Rencana
from iku_terbuka.pages.bagian import (
    Fakta,
    SelNilai,
    remah,
    sel_nilai,
    sel_realisasi,
    tanda,
    tautan_tahun,
    unduhan,
)
from iku_terbuka.pages.hasil import fakta_hasil
from iku_terbuka.pages.potong import Potongan, pilihan, potong
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import (
    NOT_MENTIONED,
    empty_word,
    no_target_word,
    number_text,
    percent_text,
    rounding_sentence,
    satuan_word,
    year_summary,
)


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
    kategori: str
    tanpa_satuan: str
    tanpa_target: str


@dataclass(frozen=True)
class KelompokSasaran:
    sasaran: str
    baris: tuple[BarisTahunan, ...]


@dataclass(frozen=True)
class PenjelasanIndikator:
    nama: str
    fakta: tuple[Fakta, ...]


def folder_tahun(context: Context, instansi: Instansi, tahun: int, ke: int = 1) -> str:
    """Return the folder of a page of the year's table."""
    page = f"/{ke}" if ke > 1 else ""
    return context.folder(f"{instansi.id}/tahun-{tahun}{page}")


def halaman_tahun(context: Context, instansi: Instansi, tahun: int) -> Iterator[Rencana]:
    """Plan the table of ``instansi`` in ``tahun``, in several pages where it is long."""
    berlaku = [satu for satu in instansi.indikator if tahun in satu.tahun]
    parts = potong(berlaku, lambda satu: satu.penetapan_untuk(tahun).sasaran)
    for part in parts:
        folder = folder_tahun(context, instansi, tahun, part.ke)
        made = partial(_halaman, context, instansi, tahun, parts, part.ke)
        yield Rencana(f"{folder}/index.md", made, instansi.id)


def _halaman(
    context: Context,
    instansi: Instansi,
    tahun: int,
    parts: tuple[Potongan[Indikator], ...],
    ke: int,
) -> OutputFile:
    """Return page ``ke`` of the year."""
    part = parts[ke - 1]
    berlaku = [satu for page in parts for satu in page.isi]
    ukuran = [context.pengukuran(satu)[tahun] for satu in berlaku]
    siapa = context.full_name(instansi)
    folder = folder_tahun(context, instansi, tahun, ke)
    more = f", indikator {part.nomor}" if ke > 1 else ""
    text = render(
        "tahun.md.j2",
        judul=f"{siapa}, tahun {tahun}{more}",
        nama=instansi.nama,
        tahun=tahun,
        lanjutan=more,
        potongan=part,
        pilihan=pilihan(context, parts, partial(folder_tahun, context, instansi, tahun), ke),
        remah=remah(context, folder, instansi.id, f"Tahun {tahun}{more}"),
        tanda=tanda(context, instansi),
        ringkasan=year_summary(siapa, tahun, ukuran),
        tahun_lain=tautan_tahun(context, folder, instansi, None if more else tahun),
        kelompok=_kelompok(context, folder, part.isi, tahun),
        pembulatan=_pembulatan(context, part.isi, tahun),
        catatan=_catatan(instansi, tahun),
        rata=_rata(context, instansi, ukuran),
        penjelasan=_penjelasan(context, part.isi, tahun),
        tanpa_hasil=not any(tahun in satu.hasil for satu in berlaku),
        belum_selesai=any(ukur.status is Status.BELUM_WAKTUNYA for ukur in ukuran),
        unduhan=unduhan(context, folder, instansi.id),
    )
    return OutputFile(f"{folder}/index.md", text, *_sumber(context, instansi, tahun))


def _sumber(context: Context, instansi: Instansi, tahun: int) -> tuple[Lokasi | None, str]:
    """Return the year's file, with the text to begin it where there is none; else the decree."""
    if not context.forge or instansi.terbaru is None:
        return None, ""
    decree = instansi.terbaru.lokasi
    # …/iku.yaml or …/iku/2021.yaml; the years lie beside either.
    folder = decree.berkas.rpartition("/iku")[0]
    results = Lokasi(f"{folder}/capaian/{tahun}.yaml")
    if instansi.capaian and tahun in instansi.capaian:
        return results, ""
    if not indikator_in_force(instansi, tahun):
        return decree, ""
    return results, capaian_skeleton(instansi, tahun)


def _catatan(instansi: Instansi, tahun: int) -> tuple[str, ...]:
    """Return what the year's file says about itself."""
    tahunan = instansi.capaian.get(tahun) if instansi.capaian else None
    if tahunan is None:
        return ()
    draft = ("Angka tahun ini masih sementara.",) if tahunan.status is StatusData.SEMENTARA else ()
    return (*draft, *tahunan.catatan)


def _pembulatan(context: Context, semua: Iterable[Indikator], tahun: int) -> list[str]:
    """Name the indicators whose printed figures hide on which side of the target they lie."""
    words = (
        (
            satu.berlaku(tahun),
            rounding_sentence(satu.satuan(tahun), context.pengukuran(satu)[tahun]),
        )
        for satu in semua
    )
    return [f"{decree.definisi.nama}: {text}" for decree, text in words if decree and text]


def _penjelasan(
    context: Context, semua: Iterable[Indikator], tahun: int
) -> list[PenjelasanIndikator]:
    """Return what the report says, under the names and in the order of the table above it."""
    groups: dict[str, list[PenjelasanIndikator]] = {}
    for satu in semua:
        penetapan = satu.penetapan_untuk(tahun)
        rows = groups.setdefault(penetapan.sasaran.nama, [])  # also without a result: its place
        if tahun in satu.hasil:
            facts = fakta_hasil(context, satu, tahun)
            rows.append(PenjelasanIndikator(penetapan.definisi.nama, facts))
    return [one for rows in groups.values() for one in rows]


def _rata(context: Context, instansi: Instansi, ukuran: list[Measurement]) -> str:
    """Say the average capaian with what it left out; empty where there is none."""
    rata = average(ukuran, context.pemda(instansi.id).profil.batas_capaian)
    if rata is None:
        return ""
    text = f"Rata-rata capaian {percent_text(rata.nilai)}, dari {rata.count} indikator."
    if rata.left_out:
        text += f" Tidak ikut dihitung: {rata.left_out} indikator tanpa persentase."
    if rata.cap is not None:
        text += f" Untuk rata-rata, capaian dibatasi 0–{number_text(rata.cap)}%."
    return text + " Rata-rata dapat menutupi target yang tidak tercapai; lihat tabel di atas."


def _kelompok(
    context: Context, folder: str, semua: Iterable[Indikator], tahun: int
) -> tuple[KelompokSasaran, ...]:
    groups: dict[str, list[BarisTahunan]] = {}
    for indikator in semua:
        penetapan = indikator.berlaku(tahun)
        if penetapan is None or tahun not in indikator.tahun:
            continue
        satu = context.pengukuran(indikator)[tahun]
        satuan = penetapan.definisi.satuan
        row = BarisTahunan(
            penetapan.definisi.nama,
            context.link(folder, context.folder(indikator.kunci)),
            satuan_word(satuan) or "",
            sel_nilai(satu.target, satuan),
            sel_realisasi(satu, satuan),
            "" if satu.capaian is None else percent_text(satu.capaian),
            satu.reason or "",
            satu.status,
            satu.kategori or "",
            empty_word(penetapan.iku, NOT_MENTIONED).lower(),
            no_target_word(penetapan).lower(),
        )
        groups.setdefault(penetapan.sasaran.nama, []).append(row)
    return tuple(KelompokSasaran(nama, tuple(rows)) for nama, rows in groups.items())
