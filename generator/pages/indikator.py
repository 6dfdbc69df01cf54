"""The page of one indicator: result first, then how it is computed, then where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.capaian import Pengukuran, Status
from generator.charts import Gambar, titik_waktu, tren
from generator.konteks import Konteks
from generator.model import Indikator, Penetapan
from generator.model.iku import IsiNilai
from generator.output import OutputFile
from generator.pages.bagian import (
    Fakta,
    SelNilai,
    remah,
    salinan,
    satu,
    sel_nilai,
    sumber_dokumen,
    unduhan,
)
from generator.pages.hasil import fakta_hasil
from generator.pages.templat import render
from generator.wording import (
    DISIMPULKAN,
    KATA_ARAH,
    kalimat_capaian,
    kalimat_disimpulkan,
    kutipan_hukum,
    nilai,
    persen,
    rentang_tahun,
    ringkasan,
    satuan_baca,
)
from generator.wording.angka import TANPA_SATUAN


@dataclass(frozen=True)
class AngkaKunci:
    """One of the large figures below the lead sentence."""

    label: str
    besar: str = ""
    predikat: str = ""
    status: Status | None = None
    kosong: str = ""
    kecil: str = ""
    warna: str = ""


@dataclass(frozen=True)
class BarisTahun:
    """One row of the table: a year, or the start or the end of the period."""

    label: str
    target: SelNilai | None
    realisasi: SelNilai | None = None
    capaian: str = ""
    sebab: str = ""
    status: Status | None = None
    keterangan: str = ""
    tautan: str = ""


@dataclass(frozen=True)
class HasilTahun:
    tahun: int
    fakta: tuple[Fakta, ...]


def halaman_indikator(konteks: Konteks, indikator: Indikator) -> OutputFile:
    """Return the page of ``indikator``."""
    instansi = konteks.instansi[indikator.instansi_id]
    folder = konteks.folder(indikator.kunci)
    definisi, penetapan = indikator.definisi, indikator.terbaru
    ukuran = konteks.pengukuran(indikator)
    semua = tuple(ukuran.values())
    gambar = _gambar(indikator, semua)
    ada_hasil = any(ukur.realisasi is not None for ukur in semua)
    siapa = konteks.siapa(instansi)
    text = render(
        "indikator.md.j2",
        judul=f"{definisi.nama} · {siapa}",
        nama=definisi.nama,
        sasaran=penetapan.sasaran.nama,
        jenjang=penetapan.sasaran.jenjang,
        remah=remah(konteks, folder, instansi.id, definisi.nama),
        salinan=salinan(konteks, instansi),
        ringkasan=ringkasan(indikator, siapa, semua),
        angka_kunci=_angka_kunci(indikator, semua),
        ada_hasil=ada_hasil,
        baris_tahun=_baris(konteks, folder, indikator, ukuran),
        gambar=gambar,
        judul_grafik="Target dan realisasi" if ada_hasil else "Target",
        subjudul_grafik=_subjudul(indikator),
        tanpa_grafik=_tanpa_grafik(indikator),
        judul_tabel=_judul_tabel(indikator, ada_hasil),
        sumber=sumber_dokumen(penetapan.iku),
        nilai_tercetak=definisi.nilai_tercetak,
        formula=definisi.formula,
        kalimat_arah=f"{KATA_ARAH[definisi.arah]}." if definisi.arah else "",
        kalimat_capaian=kalimat_capaian(penetapan),
        makna=definisi.makna,
        alasan=definisi.alasan,
        penjelasan=definisi.penjelasan,
        penjelasan_hasil=[
            HasilTahun(tahun, fakta_hasil(hasil))
            for tahun, hasil in sorted(indikator.hasil.items(), reverse=True)
        ],
        keterangan=_keterangan(penetapan),
        disimpulkan=kalimat_disimpulkan(penetapan),
        catatan=(*definisi.catatan, *penetapan.sasaran.catatan),
        lokasi=penetapan.lokasi,
        ubah=konteks.ubah(penetapan.lokasi),
        unduhan=unduhan(konteks, folder),
    )
    return OutputFile(f"{folder}/index.md", text, penetapan.lokasi)


def _gambar(indikator: Indikator, semua: tuple[Pengukuran, ...]) -> Gambar | None:
    slots = titik_waktu(indikator, semua)
    return tren(slots, indikator.definisi.satuan) if slots else None


def _subjudul(indikator: Indikator) -> str:
    satuan = indikator.definisi.satuan
    unit = "" if satuan is None else f"dalam {satuan_baca(satuan)}"
    if satuan and satuan.lower() in TANPA_SATUAN:
        unit = satuan
    years = rentang_tahun(indikator.tahun) if indikator.tahun else ""
    return ", ".join(part for part in (years, unit) if part)


def _tanpa_grafik(indikator: Indikator) -> str:
    if indikator.definisi.nilai_tercetak:
        return "Nilai yang tercetak tidak dapat dipasangkan dengan tahunnya; lihat di bawah."
    return "Dokumen tidak memuat target, dan realisasi belum dilaporkan di sini."


def _judul_tabel(indikator: Indikator, ada_hasil: bool) -> str:
    satuan = indikator.definisi.satuan
    unit = f" ({satuan_baca(satuan)})" if satuan else ""
    return ("Target, realisasi, dan capaian" if ada_hasil else "Target dan realisasi") + unit


def _angka_kunci(indikator: Indikator, semua: tuple[Pengukuran, ...]) -> tuple[AngkaKunci, ...]:
    reported = [ukur for ukur in semua if ukur.realisasi is not None]
    if reported:
        return _kunci_hasil(indikator, reported[-1])
    return _kunci_target(indikator, semua)


def _kunci_hasil(indikator: Indikator, ukur: Pengukuran) -> tuple[AngkaKunci, ...]:
    return (
        _besar(f"Realisasi {ukur.tahun}", ukur.realisasi, indikator, "realisasi"),
        _besar(f"Target {ukur.tahun}", ukur.target, indikator, "target"),
        AngkaKunci(
            f"Capaian {ukur.tahun}",
            besar="" if ukur.capaian is None else persen(ukur.capaian),
            status=ukur.status,
            kecil=f"Tanpa persentase: {ukur.sebab}" if ukur.sebab else "",
            warna="lebar",
        ),
    )


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
        _besar(f"Target{tahun}", targeted[-1].target if targeted else None, indikator, "target"),
    ]
    if definisi.target_akhir:
        awal = definisi.kondisi_awal
        figures.append(
            _besar(
                "Target akhir periode",
                definisi.target_akhir,
                indikator,
                "target lebar",
                f"Dari kondisi awal {nilai(awal, definisi.satuan)}" if awal else "",
            )
        )
    elif targeted and targeted[-1].tahun != semua[-1].tahun and semua[-1].target:
        figures.append(
            _besar(f"Target {semua[-1].tahun}", semua[-1].target, indikator, "target lebar")
        )
    return tuple(figures)


def _besar(
    label: str, isi: IsiNilai | None, indikator: Indikator, warna: str, kecil: str = ""
) -> AngkaKunci:
    if isi is None:
        return AngkaKunci(label, kosong="Tidak dicantumkan", kecil=kecil, warna=warna)
    sel = sel_nilai(isi, indikator.definisi.satuan)
    return AngkaKunci(
        label,
        besar=sel.angka if sel else "",
        predikat=sel.predikat if sel else "",
        kecil=kecil,
        warna=warna,
    )


def _baris(
    konteks: Konteks, folder: str, indikator: Indikator, ukuran: Mapping[int, Pengukuran]
) -> list[BarisTahun]:
    """Return the rows in order of time."""
    definisi, satuan = indikator.definisi, indikator.definisi.satuan
    rows = [
        BarisTahun(
            str(tahun),
            sel_nilai(ukur.target, satuan),
            sel_nilai(ukur.realisasi, satuan),
            "" if ukur.capaian is None else persen(ukur.capaian),
            ukur.sebab or "",
            ukur.status,
            tautan=konteks.tautan(folder, konteks.folder(f"{indikator.instansi_id}/tahun-{tahun}")),
        )
        for tahun, ukur in ukuran.items()
    ]
    if definisi.kondisi_awal:
        start = sel_nilai(definisi.kondisi_awal, satuan)
        rows.insert(0, BarisTahun("Kondisi awal", start, keterangan="titik awal"))
    if definisi.target_akhir:
        end = sel_nilai(definisi.target_akhir, satuan)
        rows.append(BarisTahun("Akhir periode", end, keterangan="target akhir"))
    return rows


def _keterangan(penetapan: Penetapan) -> tuple[Fakta, ...]:
    definisi, sasaran, iku = penetapan.definisi, penetapan.sasaran, penetapan.iku
    inferred = set(definisi.disimpulkan)

    def small(key: str) -> tuple[str, ...]:
        return (DISIMPULKAN,) if key in inferred else ()

    arah = KATA_ARAH[definisi.arah] if definisi.arah else None
    facts = [
        Fakta("Nama tercetak", satu(definisi.nama_tercetak), ("Nama di atas dirapikan dari ini.",)),
        Fakta(
            "Sasaran",
            (sasaran.nama,),
            (f"Tercetak: “{sasaran.nama_tercetak}”",)
            if sasaran.nama_tercetak
            else small("sasaran"),
        ),
        Fakta("Satuan", satu(satuan_baca(definisi.satuan)), small("satuan")),
        Fakta("Arah", satu(arah), small("arah"), kosong="Belum ditetapkan"),
        Fakta("Sumber data", definisi.sumber_data, small("sumber_data")),
        Fakta("Penanggung jawab", definisi.penanggung_jawab, small("penanggung_jawab")),
        Fakta("Dasar hukum", tuple(kutipan_hukum(dasar) for dasar in iku.dasar_hukum)),
        Fakta("Dokumen", satu(iku.dokumen.judul if iku.dokumen else None)),
        Fakta(
            "Periode",
            satu(rentang_tahun(iku.periode.tahun) if iku.periode else None),
            kosong="Dokumen tidak menyebut periode",
        ),
    ]
    return tuple(facts if definisi.nama_tercetak else facts[1:])
