"""The page of one indicator: result first, then how it is computed, then where it comes from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from iku_terbuka.capaian import ATURAN, Measurement, Status, series_breaks
from iku_terbuka.charts import SlotKind, time_slots
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Penetapan
from iku_terbuka.model.definisi import DefinisiIndikator
from iku_terbuka.opendata.origin import cite_indikator
from iku_terbuka.output import OutputFile
from iku_terbuka.pages.angka_kunci import angka_kunci
from iku_terbuka.pages.bagian import (
    Fakta,
    SelNilai,
    Tautan,
    fakta_dokumen,
    remah,
    satu,
    sel_nilai,
    sel_realisasi,
    tanda,
    unduhan,
)
from iku_terbuka.pages.hasil import fakta_hasil
from iku_terbuka.pages.perhitungan import (
    SkalaTampil,
    rumus_capaian,
    rumus_keputusan,
    skala_tampil,
)
from iku_terbuka.pages.riwayat import bagian_riwayat, tahun_diubah
from iku_terbuka.pages.sumber import sumber_gambar, sumber_target
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import (
    AKUMULASI_WORDS,
    ARAH_WORDS,
    KEPASTIAN_WORDS,
    capaian_rule_sentence,
    chart_subtitle,
    chart_title,
    empty_word,
    indikator_lead,
    join_words,
    key_origin,
    no_target_word,
    origin_sentences,
    percent_text,
    rounding_sentence,
    satuan_word,
    value_text,
    years_text,
)


@dataclass(frozen=True)
class BarisTahun:
    """One row of the table: a year, or the end of the period.

    ``ujung`` names the value of an end, which is no target of a year.
    """

    label: str
    target: SelNilai | None
    realisasi: SelNilai | None = None
    capaian: str = ""
    status: Status | None = None
    tautan: str = ""
    diubah: bool = False
    ujung: str = ""


@dataclass(frozen=True)
class KondisiAwal:
    """Where a plan started: a fact that the decree prints, and no promise."""

    label: str
    nilai: SelNilai


@dataclass(frozen=True)
class HasilTahun:
    tahun: int
    fakta: tuple[Fakta, ...]


def halaman_indikator(context: Context, indikator: Indikator) -> OutputFile:
    """Return the page of ``indikator``."""
    from iku_terbuka.charts.trend import trend  # noqa: PLC0415 (slow to import)

    instansi = context.instansi[indikator.instansi_id]
    folder = context.folder(indikator.kunci)
    definisi, penetapan = indikator.definisi, indikator.terbaru
    ukuran = context.pengukuran(indikator)
    semua = tuple(ukuran.values())
    ada_hasil = any(ukur.realisasi is not None for ukur in semua)
    siapa = context.full_name(instansi)
    lead = indikator_lead(indikator, siapa, context.standing(indikator))
    slots = time_slots(indikator, semua)
    drawn = [int(slot.label) for slot in slots if slot.kind is SlotKind.YEAR]
    text = render(
        "indikator.md.j2",
        judul=f"{definisi.nama} · {siapa}",
        nama=definisi.nama,
        sasaran=penetapan.sasaran.nama,
        jenjang=penetapan.sasaran.jenjang,
        remah=remah(context, folder, instansi.id, definisi.nama),
        tanda=tanda(context, instansi),
        ringkasan=lead,
        sementara=_sementara(semua),
        cakupan=_cakupan(definisi, siapa),
        catatan_nilai=_catatan_nilai(indikator, ukuran),
        target_diubah=_target_diubah(context, indikator, semua),
        tanpa_persentase=_tanpa_persentase(semua),
        pembulatan=_pembulatan(indikator, semua),
        ganti_satuan=_ganti_satuan(indikator),
        angka_kunci=angka_kunci(indikator, context.standing(indikator), semua),
        ada_hasil=ada_hasil,
        baris_tahun=_baris(context, folder, indikator, ukuran),
        kondisi_awal=_kondisi_awal(indikator),
        tidak_digambar=_tidak_digambar(indikator, {slot.kind for slot in slots}),
        gambar=trend(slots, definisi.satuan) if slots else None,
        judul_grafik=chart_title(indikator, semua),
        subjudul_grafik=chart_subtitle(indikator, semua),
        tanpa_grafik=_tanpa_grafik(indikator, ada_hasil=ada_hasil),
        judul_tabel=_judul_tabel(indikator, ada_hasil),
        sumber_target=sumber_target(indikator, ukuran),
        sumber_gambar=sumber_gambar(indikator, drawn),
        nilai_tercetak=definisi.nilai_tercetak,
        rumus_keputusan=rumus_keputusan(indikator, ukuran),
        rumus_capaian=rumus_capaian(indikator, ukuran),
        sumber_aturan=_sumber_aturan(penetapan),
        skala=_skala(context, penetapan, ukuran),
        kalimat_arah=f"{ARAH_WORDS[definisi.arah]}." if definisi.arah else "",
        kalimat_capaian=capaian_rule_sentence(penetapan),
        makna=definisi.makna,
        alasan=definisi.alasan,
        penjelasan=definisi.penjelasan,
        penjelasan_hasil=_penjelasan(context, indikator),
        keterangan=_keterangan(penetapan),
        asal={kunci: key_origin(penetapan, kunci) for kunci in _PROSA},
        disimpulkan=origin_sentences(penetapan),
        kosong=empty_word(penetapan.iku),
        tanpa_target=no_target_word(penetapan),
        catatan=tuple(dict.fromkeys((*definisi.catatan, *penetapan.sasaran.catatan))),
        **bagian_riwayat(context, indikator),
        sitasi=cite_indikator(context, indikator),
        lokasi=penetapan.lokasi,
        ubah=context.edit_link(penetapan.lokasi),
        ubah_hasil=_ubah_hasil(context, indikator),
        lapor=context.report_link(f"{definisi.nama} · {siapa}", folder),
        unduhan=unduhan(context, folder, indikator.kunci),
    )
    return OutputFile(context.page_path(indikator.kunci), text, penetapan.lokasi)


def _penjelasan(context: Context, indikator: Indikator) -> tuple[HasilTahun, ...]:
    """Return the years with a result, newest first.

    The newest alone is compared with all years before, or pages would grow with their square; the
    others are so on the page of their year.
    """
    tahun = sorted(indikator.hasil, reverse=True)
    return tuple(
        HasilTahun(satu, fakta_hasil(context, indikator, satu, terbaru=tahun[0])) for satu in tahun
    )


def _sumber_aturan(penetapan: Penetapan) -> str:
    kunci = penetapan.definisi.rumus_capaian
    if kunci is None:
        return ""
    aturan = ATURAN[kunci]
    return f"{aturan.judul}. {aturan.sumber} {KEPASTIAN_WORDS[aturan.kepastian]}"


def _skala(
    context: Context, penetapan: Penetapan, ukuran: Mapping[int, Measurement]
) -> SkalaTampil | None:
    chosen = penetapan.definisi.skala
    return skala_tampil(context.laporan.skala[chosen], penetapan, ukuran) if chosen else None


def _tidak_digambar(indikator: Indikator, drawn: Collection[SlotKind]) -> tuple[str, ...]:
    """Say what the table holds and the chart beside it leaves out."""
    definisi = indikator.definisi
    notes: list[str] = []
    if definisi.kondisi_awal and SlotKind.START not in drawn:
        notes.append(
            "Kondisi awal tidak digambar karena tahun-tahun sebelumnya memakai keputusan lama; "
            "angkanya ada di atas tabel."
        )
    if definisi.target_akhir and SlotKind.END not in drawn:
        notes.append(
            "Target akhir periode tidak digambar karena merupakan jumlah semua tahun; lihat tabel."
        )
    return tuple(notes)


def _tanpa_grafik(indikator: Indikator, *, ada_hasil: bool) -> str:
    if indikator.definisi.nilai_tercetak:
        return "Nilai yang tercetak tidak dapat dipasangkan dengan tahunnya; lihat di bawah."
    if any(indikator.target(tahun) for tahun in indikator.tahun):
        return "Targetnya predikat, bukan angka, jadi tidak digambar."
    if ada_hasil:
        return "Hasilnya predikat, bukan angka, jadi tidak digambar."
    return "Target dan realisasi belum dimuat di sini."


def _judul_tabel(indikator: Indikator, ada_hasil: bool) -> str:
    satuan = indikator.definisi.satuan
    unit = f" ({satuan_word(satuan)})" if satuan and not _ganti_satuan(indikator) else ""
    return ("Target, realisasi, dan capaian" if ada_hasil else "Target dan realisasi") + unit


def _tanpa_persentase(semua: tuple[Measurement, ...]) -> list[str]:
    """Name each reason once, with its years."""
    years: dict[str, list[int]] = {}
    for ukur in semua:
        if ukur.reason and ukur.status is not Status.BERJALAN:
            years.setdefault(ukur.reason, []).append(ukur.tahun)
    return [f"{years_text(tahun)} tanpa persentase: {sebab}." for sebab, tahun in years.items()]


def _pembulatan(indikator: Indikator, semua: tuple[Measurement, ...]) -> list[str]:
    """Name the years whose printed figures hide on which side of the target they lie."""
    words = ((ukur.tahun, rounding_sentence(indikator.satuan(ukur.tahun), ukur)) for ukur in semua)
    return [f"{tahun}: {kalimat}" for tahun, kalimat in words if kalimat]


def _ganti_satuan(indikator: Indikator) -> str:
    """Say that the unit changed between decrees, because years then cannot be compared."""
    changed = [putus.tahun for putus in series_breaks(indikator) if putus.satuan]
    if not changed:
        return ""
    return (
        f"Satuannya berubah sejak {join_words([str(tahun) for tahun in changed])}; tahun dengan "
        "satuan lain tidak digambar dan tidak dibandingkan."
    )


def _sementara(semua: tuple[Measurement, ...]) -> str:
    drafts = [ukur.tahun for ukur in semua if ukur.sementara]
    return f"Angka {years_text(drafts)} masih sementara." if drafts else ""


def _target_diubah(
    context: Context, indikator: Indikator, semua: tuple[Measurement, ...]
) -> int | None:
    """Return the newest year with a result, else with a due target, if its target was changed."""
    shown = [ukur.tahun for ukur in semua if ukur.realisasi is not None] or [
        ukur.tahun for ukur in semua if ukur.target and ukur.status is Status.BELUM_DILAPORKAN
    ]
    changed = tahun_diubah(context, indikator)
    return shown[-1] if shown and shown[-1] in changed else None


def _baris(
    context: Context, folder: str, indikator: Indikator, ukuran: Mapping[int, Measurement]
) -> list[BarisTahun]:
    """Return the rows in order of time."""
    definisi, satuan = indikator.definisi, indikator.definisi.satuan
    changed = tahun_diubah(context, indikator)
    rows = [
        BarisTahun(
            str(tahun),
            sel_nilai(ukur.target, indikator.satuan(tahun)),
            sel_realisasi(ukur, indikator.satuan(tahun)),
            "" if ukur.capaian is None else percent_text(ukur.capaian),
            ukur.status,
            tautan=context.link(folder, context.folder(f"{indikator.instansi_id}/tahun-{tahun}")),
            diubah=tahun in changed,
        )
        for tahun, ukur in ukuran.items()
    ]
    if definisi.target_akhir:
        end = sel_nilai(definisi.target_akhir, satuan)
        rows.append(BarisTahun("Akhir periode", end, ujung="Target akhir"))
    return rows


def _kondisi_awal(indikator: Indikator) -> tuple[KondisiAwal, ...]:
    """Return the start of each decree, with its years where they are several; the newest last."""
    found = []
    for penetapan in indikator.penetapan:
        start, satuan = penetapan.definisi.kondisi_awal, penetapan.definisi.satuan
        years = [tahun for tahun in indikator.tahun if indikator.berlaku(tahun) is penetapan]
        cell = sel_nilai(start, satuan)
        if start and cell and (years or penetapan is indikator.terbaru):
            own = len(indikator.penetapan) > 1 and years
            label = f"Kondisi awal untuk {years_text(years)}" if own else "Kondisi awal"
            # No caption above it names a long unit.
            found.append(KondisiAwal(label, replace(cell, angka=value_text(start, satuan))))
    return tuple(found)


def _keterangan(penetapan: Penetapan) -> tuple[Fakta, ...]:
    definisi, sasaran, iku = penetapan.definisi, penetapan.sasaran, penetapan.iku
    kosong = empty_word(iku)

    def small(key: str) -> tuple[str, ...]:
        return key_origin(penetapan, key)

    arah = ARAH_WORDS[definisi.arah] if definisi.arah else None
    facts = [
        Fakta("Nama tercetak", satu(definisi.nama_tercetak), ("Nama di atas dirapikan dari ini.",)),
        Fakta(
            "Sasaran",
            (sasaran.nama,),
            (f"Tercetak: “{sasaran.nama_tercetak}”",)
            if sasaran.nama_tercetak
            else small("sasaran"),
        ),
        *([Fakta("Cakupan", (definisi.cakupan,), small("cakupan"))] if definisi.cakupan else []),
        Fakta("Satuan", satu(satuan_word(definisi.satuan)), small("satuan"), kosong),
        Fakta("Arah", satu(arah), small("arah"), kosong="Belum ditetapkan"),
        *(
            [Fakta("Nilai antartahun", (AKUMULASI_WORDS[definisi.akumulasi],))]
            if definisi.akumulasi
            else []
        ),
        Fakta("Sumber data", definisi.sumber_data, small("sumber_data"), kosong),
        Fakta("Penanggung jawab", definisi.penanggung_jawab, small("penanggung_jawab"), kosong),
        *fakta_dokumen(iku),
    ]
    return tuple(facts if definisi.nama_tercetak else facts[1:])


# Keys of a row that are prose of their own on the page; the others are facts.
_PROSA = ("makna", "alasan", "penjelasan")


def _cakupan(definisi: DefinisiIndikator, siapa: str) -> str:
    """Say whose result it is, where it is not that of the instansi alone."""
    if not definisi.cakupan:
        return ""
    return f"Angka ini untuk seluruh {definisi.cakupan}, bukan {siapa} saja."


def _catatan_nilai(indikator: Indikator, ukuran: Mapping[int, Measurement]) -> list[str]:
    """Return what is doubtful about single values, each with its place in the table."""
    definisi = indikator.definisi
    values = [("Kondisi awal", definisi.kondisi_awal)]
    for tahun, ukur in ukuran.items():
        values += [(f"Target {tahun}", ukur.target), (f"Realisasi {tahun}", ukur.realisasi)]
    values.append(("Target akhir", definisi.target_akhir))
    return [f"{label}: {note}" for label, isi in values if isi for note in isi.catatan]


def _ubah_hasil(context: Context, indikator: Indikator) -> Tautan | None:
    """Return the link that edits the newest result, for the site that names a repository."""
    if not context.forge or not indikator.lokasi_hasil:
        return None
    tahun = max(indikator.lokasi_hasil)
    return Tautan(f"Ubah hasil {tahun}", context.edit_link(indikator.lokasi_hasil[tahun]))
