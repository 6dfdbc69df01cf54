"""Pieces that several pages show: breadcrumb, the notice of a copy, rows of facts, value cells."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from iku_terbuka.capaian import Measurement
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.model.iku import Iku
from iku_terbuka.model.nilai import IsiNilai
from iku_terbuka.opendata.origin import CSV, JSON, XLSX, download_path
from iku_terbuka.wording import (
    NOT_MENTIONED,
    READ_IN_PART,
    cite_decree,
    document_title,
    empty_word,
    value_text,
    years_text,
)
from iku_terbuka.wording.notation import MAX_SATUAN


@dataclass(frozen=True)
class Tautan:
    """A link with its words; without an address it is the page itself."""

    nama: str
    alamat: str = ""


@dataclass(frozen=True)
class Fakta:
    """A label with what is known about it, or with words for what the source lacks.

    ``alinea`` says that it is prose, which keeps its paragraphs.
    """

    label: str
    isi: tuple[str, ...] = ()
    kecil: tuple[str, ...] = ()
    kosong: str = NOT_MENTIONED
    alinea: bool = False

    @property
    def bernomor(self) -> bool:
        """Whether each item begins with its printed mark, so that a bullet would be a second."""
        return all(_TANDA.match(butir) for butir in self.isi)


# a. (1) 3.1.2) KESATU: as decrees number their lists.
_TANDA = re.compile(r"\(?(?:[A-Za-z]|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})[.)] |[A-Z]{5,15}: ")


@dataclass(frozen=True)
class SelNilai:
    """A value as a table shows it: number and unit, grade, printed form."""

    angka: str
    predikat: str = ""
    tercetak: str = ""
    bercatatan: bool = False


def sel_nilai(isi: IsiNilai | None, satuan: str | None) -> SelNilai | None:
    """Return the cell of a value, ``None`` where there is none."""
    if isi is None:
        return None
    if satuan and len(satuan) > MAX_SATUAN:
        satuan = None  # a long unit stands in the caption
    predikat = isi.predikat if isi.predikat and (isi.nilai is not None or isi.rentang) else ""
    return SelNilai(value_text(isi, satuan), predikat or "", isi.tercetak or "", bool(isi.catatan))


def satu(text: str | None) -> tuple[str, ...]:
    """Return a text as the content of a fact: one item, or none."""
    return (text,) if text else ()


def tautan_tahun(
    context: Context, dari: str, instansi: Instansi, kini: int | None = None
) -> tuple[Tautan, ...]:
    """Return the links to the tables of an instansi's years; ``kini`` is the page itself."""
    return tuple(
        Tautan(
            str(tahun),
            ""
            if tahun == kini
            else context.link(dari, context.folder(f"{instansi.id}/tahun-{tahun}")),
        )
        for tahun in instansi.tahun
    )


def tahun_bertarget(semua: Iterable[Indikator]) -> tuple[int, ...]:
    """Return every year for which a decree prints a target."""
    return tuple(
        sorted(
            {
                tahun
                for satu in semua
                for penetapan in satu.penetapan
                for tahun in penetapan.definisi.target
            }
        )
    )


@dataclass(frozen=True)
class Unduhan:
    """A file to download; ``simpan`` is its name on the reader's disk."""

    nama: str
    alamat: str
    simpan: str


def unduhan(context: Context, dari: str, kunci: str) -> tuple[Unduhan, ...]:
    """Return the downloads about a node or an indicator, as the page in folder ``dari`` offers."""
    kinds = [("CSV", CSV), ("JSON", JSON), ("Excel", XLSX)]
    if kunci not in context.instansi:
        del kinds[-1]  # a workbook is for tables of several indicators
    return tuple(
        Unduhan(
            kind,
            context.file_link(dari, download_path(context, kunci, name)),
            f"{posixpath.basename(kunci)}-{name}",
        )
        for kind, name in kinds
    )


def sel_realisasi(ukur: Measurement, satuan: str | None) -> SelNilai | None:
    """Return the result with its grade, the scale's where none was reported."""
    sel = sel_nilai(ukur.realisasi, satuan)
    if sel is None or sel.predikat or ukur.predikat is None or sel.angka == ukur.predikat:
        return sel
    return replace(sel, predikat=ukur.predikat)


def remah(context: Context, dari: str, kunci: str, akhir: str = "") -> tuple[Tautan, ...]:
    """Return the breadcrumb of a page in folder ``dari`` below node ``kunci``.

    ``akhir`` names the page itself when it is not the node's own page.
    """
    jalur = context.lineage(kunci)
    steps = [] if context.root else [Tautan("Beranda", context.link(dari, ""))]
    for instansi in jalur:
        here = context.folder(instansi.id)
        steps.append(Tautan(instansi.nama, "" if here == dari else context.link(dari, here)))
    return (*steps, Tautan(akhir)) if akhir else tuple(steps)


def fakta_dokumen(iku: Iku) -> tuple[Fakta, ...]:
    """Return what a page was copied from: decree, document, years; and that it is an excerpt."""
    dokumen, kosong = iku.dokumen, empty_word(iku)
    return (
        Fakta("Dasar hukum", tuple(map(cite_decree, iku.dasar_hukum)), kosong=kosong),
        Fakta(
            "Dokumen",
            satu(dokumen.judul if dokumen else None),
            (READ_IN_PART,) if iku.sebagian else (),
            empty_word(iku, NOT_MENTIONED),
        ),
        Fakta(
            "Tahun dokumen",
            satu(str(dokumen.tahun) if dokumen and dokumen.tahun else None),
            kosong=kosong,
        ),
        Fakta(
            "Periode",
            satu(years_text(iku.periode.tahun) if iku.periode else None),
            kosong=kosong,
        ),
    )


def sumber_dokumen(iku: Iku | None) -> str:
    """Return what a page was copied from, as one would cite it."""
    if iku is None:
        return ""
    if iku.dasar_hukum:
        return cite_decree(iku.dasar_hukum[0])
    return document_title(iku.dokumen) if iku.dokumen else ""


MAX_SUMBER = 10


@dataclass(frozen=True)
class Tanda:
    """The notice above a title: what kind of page this is, and what it was copied from."""

    tegas: str
    sumber: str = ""


def tanda(context: Context, instansi: Instansi) -> Tanda | None:
    """Return the notice of a copy or of demonstration data; ``None`` where the Pemda publishes."""
    profil = context.pemda(instansi.id).profil
    if profil.contoh:
        return Tanda("Data contoh. Semua nama dan angka di halaman ini rekaan.")
    if profil.resmi:
        return None
    if instansi.terbaru:
        decrees = [instansi.terbaru.iku]
    else:
        decrees = [punya.terbaru.iku for punya in instansi.descendants() if punya.terbaru]
    sources = [sumber_dokumen(iku) for iku in decrees]
    named = list(dict.fromkeys(source for source in sources if source))
    if len(named) > MAX_SUMBER:
        # The rest stands on the pages of the instansi: a notice is to be read.
        named[MAX_SUMBER:] = [f"dan {len(named) - MAX_SUMBER} dokumen lain"]
    part = "sebagian " if decrees and all(iku.sebagian for iku in decrees) else ""
    return Tanda(f"Salinan dari {part}dokumen publik, bukan situs resmi.", "; ".join(named))
