"""Pieces that several pages show: breadcrumb, the notice of a copy, rows of facts, value cells."""

from dataclasses import dataclass

from generator.konteks import Konteks
from generator.model import Instansi
from generator.model.iku import Iku, IsiNilai
from generator.wording import kutipan_hukum, nilai


@dataclass(frozen=True)
class Tautan:
    """A link with its words; without an address it is the page itself."""

    nama: str
    alamat: str = ""


@dataclass(frozen=True)
class Fakta:
    """A label with what is known about it, or with words for what the source lacks."""

    label: str
    isi: tuple[str, ...] = ()
    kecil: tuple[str, ...] = ()
    kosong: str = "Dokumen tidak memuatnya"


@dataclass(frozen=True)
class SelNilai:
    """A value as a table shows it: number and unit, grade, printed form."""

    angka: str
    predikat: str = ""
    tercetak: str = ""


def sel_nilai(isi: IsiNilai | None, satuan: str | None) -> SelNilai | None:
    """Return the cell of a value, ``None`` where there is none."""
    if isi is None:
        return None
    predikat = isi.predikat if isi.predikat and (isi.nilai is not None or isi.rentang) else ""
    return SelNilai(nilai(isi, satuan), predikat or "", isi.tercetak or "")


def satu(text: str | None) -> tuple[str, ...]:
    """Return a text as the content of a fact: one item, or none."""
    return (text,) if text else ()


def tautan_tahun(
    konteks: Konteks, dari: str, instansi: Instansi, kini: int | None = None
) -> tuple[Tautan, ...]:
    """Return the links to the tables of an instansi's years; ``kini`` is the page itself."""
    return tuple(
        Tautan(
            str(tahun),
            ""
            if tahun == kini
            else konteks.tautan(dari, konteks.folder(f"{instansi.id}/tahun-{tahun}")),
        )
        for tahun in instansi.tahun
    )


def unduhan(konteks: Konteks, dari: str) -> tuple[Tautan, ...]:
    """Return the downloads that a page offers."""
    return (Tautan("CSV semua indikator", konteks.berkas(dari, "data/capaian.csv")),)


def remah(konteks: Konteks, dari: str, kunci: str, akhir: str = "") -> tuple[Tautan, ...]:
    """Return the breadcrumb of a page in folder ``dari`` below node ``kunci``.

    ``akhir`` names the page itself when it is not the node's own page.
    """
    jalur = konteks.jalur(kunci)
    steps = [] if konteks.akar else [Tautan("Beranda", konteks.tautan(dari, ""))]
    for instansi in jalur:
        here = konteks.folder(instansi.id)
        steps.append(Tautan(instansi.nama, "" if here == dari else konteks.tautan(dari, here)))
    return (*steps, Tautan(akhir)) if akhir else tuple(steps)


def sumber_dokumen(iku: Iku | None) -> str:
    """Return what a page was copied from, as one would cite it."""
    if iku is None:
        return ""
    if iku.dasar_hukum:
        return kutipan_hukum(iku.dasar_hukum[0])
    return iku.dokumen.judul if iku.dokumen else ""


def salinan(konteks: Konteks, instansi: Instansi) -> str | None:
    """Return the source that the notice of a copy names; ``None`` where the Pemda publishes."""
    if konteks.pemda(instansi.id).profil.resmi:
        return None
    if instansi.terbaru:
        return sumber_dokumen(instansi.terbaru.iku)
    sources = [sumber_dokumen(satu.terbaru.iku) for satu in instansi.keturunan() if satu.terbaru]
    return "; ".join(dict.fromkeys(source for source in sources if source))
