"""The page of one instansi: what it promised, its indicators by sasaran, what it is for."""

from collections import Counter
from dataclasses import dataclass

from iku_terbuka.context import Context
from iku_terbuka.model import DasarHukum, Instansi
from iku_terbuka.model.iku import DefinisiTanpaBaris, Iku, IsiButir, IsiTujuan
from iku_terbuka.output import OutputFile
from iku_terbuka.pages.bagian import (
    Fakta,
    fakta_dokumen,
    remah,
    satu,
    tahun_bertarget,
    tanda,
    tautan_tahun,
    unduhan,
)
from iku_terbuka.pages.daftar import bagian_daftar
from iku_terbuka.pages.hitungan import bagian_ringkasan, hitungan
from iku_terbuka.pages.muka import bagian_muka
from iku_terbuka.pages.templat import render
from iku_terbuka.wording import (
    cite_decree,
    date_text,
    empty_word,
    instansi_summary,
    join_words,
    without_latex,
)


@dataclass(frozen=True)
class KartuInstansi:
    nama: str
    tautan: str
    keterangan: str


@dataclass(frozen=True)
class Rincian:
    """A name with facts below it: a definition without a row, a decree."""

    nama: str
    fakta: tuple[Fakta, ...]


def halaman_instansi(context: Context, instansi: Instansi) -> OutputFile:
    """Return the page of ``instansi``, which has at least one ``iku.yaml``."""
    folder = context.folder(instansi.id)
    terbaru = instansi.terbaru
    if terbaru is None:
        raise ValueError(f"{instansi.id} has no iku.yaml")
    iku = terbaru.iku
    counts = hitungan(context, instansi.indikator)
    siapa = context.full_name(instansi)
    text = render(
        "instansi.md.j2",
        judul=siapa,
        nama=instansi.nama,
        remah=remah(context, folder, instansi.id),
        tanda=tanda(context, instansi),
        ringkasan=instansi_summary(siapa, counts, tahun_bertarget(instansi.indikator)),
        **bagian_ringkasan(context, instansi.indikator, counts, _per_jenjang(instansi)),
        **bagian_daftar(context, instansi),
        tanpa_baris=[_tanpa_baris(definisi, iku) for definisi in iku.definisi_tanpa_baris],
        anak=[_kartu(context, folder, anak) for anak in instansi.anak],
        tahun=tautan_tahun(context, folder, instansi),
        keterangan=profil_instansi(context, instansi, iku),
        dasar_hukum=[
            Rincian(cite_decree(dasar), _dasar_hukum(dasar, empty_word(iku)))
            for dasar in iku.dasar_hukum
        ],
        catatan=catatan_iku(iku),
        lokasi=terbaru.lokasi,
        ubah=context.edit_link(terbaru.lokasi),
        lapor=context.report_link(siapa, folder),
        unduhan=unduhan(context, folder, instansi.id),
        **bagian_muka(context, folder),
    )
    return OutputFile(f"{folder}/index.md".lstrip("/"), text, terbaru.lokasi)


def catatan_iku(iku: Iku) -> tuple[str, ...]:
    """Return the doubts about the document as a whole."""
    return (*iku.catatan, *(iku.dokumen.catatan if iku.dokumen else ()))


def _per_jenjang(instansi: Instansi) -> str:
    counts = Counter(punya.terbaru.sasaran.jenjang or "" for punya in instansi.indikator)
    if not any(counts):
        return ""
    return join_words(
        [f"{count} {jenjang or 'tanpa jenjang'}" for jenjang, count in counts.items()]
    )


def _kartu(context: Context, folder: str, anak: Instansi) -> KartuInstansi:
    count = sum(1 for _ in anak.all_indikator())
    return KartuInstansi(
        anak.nama, context.link(folder, context.folder(anak.id)), f"{count} indikator"
    )


def _tanpa_baris(definisi: DefinisiTanpaBaris, iku: Iku) -> Rincian:
    formula, kosong = definisi.formula, empty_word(iku)
    facts = [
        Fakta("Jenjang", satu(definisi.jenjang), kosong=kosong),
        Fakta("Arti", satu(definisi.makna), kosong=kosong),
        Fakta("Alasan dipilih", satu(definisi.alasan), kosong=kosong),
        Fakta(
            "Cara menghitung",
            satu(without_latex(formula.teks) if formula else None),
            formula.catatan if formula else (),
            kosong,
        ),
    ]
    if definisi.nama_disimpulkan:
        facts.append(Fakta("Nama", ("Tidak tercetak; diambil dari kata-kata definisi ini.",)))
    if definisi.catatan:
        facts.append(Fakta("Catatan", definisi.catatan))
    return Rincian(definisi.nama, tuple(facts))


def profil_instansi(context: Context, instansi: Instansi, iku: Iku) -> tuple[Fakta, ...]:
    """Return the profile as printed in the decree: visi to dasar hukum."""
    above = context.lineage(instansi.id)[:-1]
    pemda = context.pemda(instansi.id).nama
    facts = [Fakta("Bagian dari", (above[-1].nama,))] if above else []
    if iku.visi:
        facts.append(Fakta(f"Visi {pemda}", (iku.visi,)))
    if iku.misi:
        facts.append(Fakta(f"Misi {pemda}", tuple(butir(misi) for misi in iku.misi)))
    for ke, tujuan in enumerate(iku.tujuan, 1):
        facts += _tujuan(tujuan, f" {ke}" if len(iku.tujuan) > 1 else "")
    return (
        *facts,
        Fakta("Tugas", satu(iku.tugas), kosong=empty_word(iku)),
        Fakta("Fungsi", iku.fungsi, kosong=empty_word(iku)),
        *fakta_dokumen(iku),
    )


def _tujuan(tujuan: IsiTujuan, ke: str) -> list[Fakta]:
    """Return its facts; no two labels of a list may be the same, so one of many has a number."""
    number = f" {tujuan.nomor}" if tujuan.nomor else ke
    facts = [Fakta(f"Tujuan{number}", (tujuan.nama,), tujuan.catatan)]
    if tujuan.indikator:
        facts.append(Fakta(f"Indikator tujuan{number}", tujuan.indikator))
    return facts


def butir(isi: IsiButir) -> str:
    """Return a numbered item in one line; what stands below it keeps its own marks."""
    number = f"{isi.nomor}{_akhir_nomor(isi.nomor)} " if isi.nomor else ""
    below = f" {'; '.join(isi.butir)}" if isi.butir else ""
    return f"{number}{isi.isi}{below}"


def _akhir_nomor(nomor: str) -> str:
    """Return what follows a mark: 3. and KESATU:, and nothing after a) as printed."""
    if not nomor[-1].isalnum():
        return ""
    return ":" if nomor.isalpha() and len(nomor) > 3 else "."


def _dasar_hukum(dasar: DasarHukum, kosong: str) -> tuple[Fakta, ...]:
    date = satu(date_text(dasar.tanggal) if dasar.tanggal else None)
    facts = [
        Fakta("Tentang", satu(dasar.tentang), kosong=kosong),
        Fakta("Nomor", satu(dasar.nomor), kosong=kosong),
        Fakta("Tanggal", date, kosong=kosong),
    ]
    if dasar.ditetapkan_di:
        facts.append(Fakta("Ditetapkan di", (dasar.ditetapkan_di,)))
    if dasar.menimbang:
        facts.append(Fakta("Menimbang", dasar.menimbang))
    if dasar.mengingat:
        facts.append(Fakta("Mengingat", dasar.mengingat))
    if dasar.diktum:
        facts.append(Fakta("Memutuskan", tuple(butir(diktum) for diktum in dasar.diktum)))
    if dasar.catatan:
        facts.append(Fakta("Catatan", dasar.catatan))
    return tuple(facts)
