"""The page of one indicator: result first, then how it is computed, then where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.capaian import Pengukuran, Status
from generator.charts import Gambar, titik_waktu, tren
from generator.model import Arah, Indikator, Penetapan
from generator.model.iku import IsiNilai
from generator.output import OutputFile
from generator.pages.bagian import Fakta, SelNilai, remah, salinan, sel_nilai, sumber_dokumen
from generator.pages.hasil import fakta_hasil
from generator.pages.konteks import Konteks
from generator.pages.templat import render
from generator.wording import (
    daftar,
    kutipan_hukum,
    nilai,
    persen,
    rentang_tahun,
    ringkasan,
    satuan_baca,
)
from generator.wording.angka import TANPA_SATUAN

_ARAH = {
    Arah.NAIK: "Makin tinggi makin baik.",
    Arah.TURUN: "Makin rendah makin baik.",
    Arah.RENTANG: "Yang baik adalah nilai di dalam rentang target.",
    Arah.STATUS: "Target ini tercapai atau tidak, tanpa ukuran di antaranya.",
}
# How the keys under `disimpulkan` are called when spoken of.
_NAMA_KUNCI = {
    "satuan": "satuan",
    "arah": "arah",
    "rumus_capaian": "rumus capaian",
    "target": "pembacaan target per tahun",
    "sasaran": "sasaran",
    "jenjang": "jenjang",
    "makna": "arti",
    "alasan": "alasan",
    "formula": "rumus",
    "sumber_data": "sumber data",
    "penanggung_jawab": "penanggung jawab",
    "kondisi_awal": "kondisi awal",
    "target_akhir": "target akhir",
    "nama": "nama",
}


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


@dataclass(frozen=True)
class Unduhan:
    nama: str
    tautan: str


def halaman_indikator(konteks: Konteks, indikator: Indikator) -> OutputFile:
    """Return the page of ``indikator``."""
    instansi = konteks.instansi[indikator.instansi_id]
    folder = konteks.folder(indikator.kunci)
    definisi, penetapan = indikator.definisi, indikator.terbaru
    ukuran = konteks.pengukuran(indikator)
    semua = tuple(ukuran.values())
    gambar = _gambar(indikator, semua)
    ada_hasil = any(satu.realisasi is not None for satu in semua)
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
        kalimat_arah=_ARAH[definisi.arah] if definisi.arah else "",
        kalimat_capaian=_kalimat_capaian(penetapan),
        makna=definisi.makna,
        alasan=definisi.alasan,
        penjelasan=definisi.penjelasan,
        penjelasan_hasil=[
            HasilTahun(tahun, fakta_hasil(hasil))
            for tahun, hasil in sorted(indikator.hasil.items(), reverse=True)
        ],
        keterangan=_keterangan(penetapan),
        disimpulkan=_disimpulkan(penetapan),
        catatan=(*definisi.catatan, *penetapan.sasaran.catatan),
        lokasi=penetapan.lokasi,
        ubah=konteks.ubah(penetapan.lokasi),
        unduhan=(Unduhan("CSV semua indikator", konteks.berkas(folder, "data/capaian.csv")),),
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
    reported = [satu for satu in semua if satu.realisasi is not None]
    if reported:
        return _kunci_hasil(indikator, reported[-1])
    return _kunci_target(indikator, semua)


def _kunci_hasil(indikator: Indikator, satu: Pengukuran) -> tuple[AngkaKunci, ...]:
    return (
        _besar(f"Realisasi {satu.tahun}", satu.realisasi, indikator, "realisasi"),
        _besar(f"Target {satu.tahun}", satu.target, indikator, "target"),
        AngkaKunci(
            f"Capaian {satu.tahun}",
            besar="" if satu.capaian is None else persen(satu.capaian),
            status=satu.status,
            kecil=f"Tanpa persentase: {satu.sebab}" if satu.sebab else "",
            warna="lebar",
        ),
    )


def _kunci_target(indikator: Indikator, semua: tuple[Pengukuran, ...]) -> tuple[AngkaKunci, ...]:
    definisi = indikator.definisi
    due = [satu for satu in semua if satu.status is Status.BELUM_DILAPORKAN]
    targeted = [satu for satu in (due or semua) if satu.target] or [
        satu for satu in semua if satu.target
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
            sel_nilai(satu.target, satuan),
            sel_nilai(satu.realisasi, satuan),
            "" if satu.capaian is None else persen(satu.capaian),
            satu.sebab or "",
            satu.status,
            tautan=konteks.tautan(folder, konteks.folder(f"{indikator.instansi_id}/tahun-{tahun}")),
        )
        for tahun, satu in ukuran.items()
    ]
    if definisi.kondisi_awal:
        start = sel_nilai(definisi.kondisi_awal, satuan)
        rows.insert(0, BarisTahun("Kondisi awal", start, keterangan="titik awal"))
    if definisi.target_akhir:
        end = sel_nilai(definisi.target_akhir, satuan)
        rows.append(BarisTahun("Akhir periode", end, keterangan="target akhir"))
    return rows


def _kalimat_capaian(penetapan: Penetapan) -> str:
    rumus = penetapan.definisi.rumus_capaian
    if rumus is None:
        return (
            "Rumus capaian belum ditetapkan: dokumen tidak mencetaknya, jadi persentase capaian "
            "tidak dihitung."
        )
    words = {
        "naik": "Capaian = realisasi ÷ target × 100%.",
        "turun": "Capaian = (2 × target − realisasi) ÷ target × 100%.",
        "turun_rasio": "Capaian = target ÷ realisasi × 100%.",
        "rentang": "Capaian 100% bila realisasi di dalam rentang; di luarnya dibandingkan dengan "
        "batas terdekat.",
        "status": "Target ini dinilai tercapai atau belum, tanpa persentase.",
    }[rumus]
    if "rumus_capaian" in penetapan.definisi.disimpulkan:
        return f"{words} Rumus capaian ini tidak tercetak di dokumen; penyunting menambahkannya."
    return words


def _one(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _keterangan(penetapan: Penetapan) -> tuple[Fakta, ...]:
    definisi, sasaran, iku = penetapan.definisi, penetapan.sasaran, penetapan.iku
    inferred = set(definisi.disimpulkan)

    def small(key: str) -> tuple[str, ...]:
        return ("Tidak tercetak di dokumen; disimpulkan penyunting.",) if key in inferred else ()

    arah = _ARAH[definisi.arah].rstrip(".") if definisi.arah else None
    facts = [
        Fakta("Nama tercetak", _one(definisi.nama_tercetak), ("Nama di atas dirapikan dari ini.",)),
        Fakta(
            "Sasaran",
            (sasaran.nama,),
            (f"Tercetak: “{sasaran.nama_tercetak}”",)
            if sasaran.nama_tercetak
            else small("sasaran"),
        ),
        Fakta("Satuan", _one(satuan_baca(definisi.satuan)), small("satuan")),
        Fakta("Arah", _one(arah), small("arah"), kosong="Belum ditetapkan"),
        Fakta("Sumber data", definisi.sumber_data, small("sumber_data")),
        Fakta("Penanggung jawab", definisi.penanggung_jawab, small("penanggung_jawab")),
        Fakta("Dasar hukum", tuple(kutipan_hukum(dasar) for dasar in iku.dasar_hukum)),
        Fakta("Dokumen", _one(iku.dokumen.judul if iku.dokumen else None)),
        Fakta(
            "Periode",
            _one(rentang_tahun(iku.periode.tahun) if iku.periode else None),
            kosong="Dokumen tidak menyebut tahun",
        ),
    ]
    return tuple(facts if definisi.nama_tercetak else facts[1:])


def _disimpulkan(penetapan: Penetapan) -> str:
    names = [_NAMA_KUNCI.get(key, key) for key in penetapan.definisi.disimpulkan]
    names += [
        _NAMA_KUNCI.get(key, key)
        for key in penetapan.sasaran.disimpulkan
        if _NAMA_KUNCI.get(key, key) not in names
    ]
    if not names:
        return ""
    listed = daftar(names)
    return (
        f"{listed[0].upper()}{listed[1:]} tidak tercetak untuk baris ini di dokumen. "
        "Penyunting menambahkannya."
    )
