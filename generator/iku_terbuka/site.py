"""Laporan → the whole source tree of the site, as values: pages, data files, navigation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.opendata import downloads
from iku_terbuka.opendata.feed import feed_titles
from iku_terbuka.opendata.schema_org import indikator_dataset, site_catalogue
from iku_terbuka.output import OutputFile, Rencana, jadi
from iku_terbuka.pages import (
    halaman_indikator,
    halaman_instansi,
    halaman_kelengkapan,
    halaman_lanjutan,
    halaman_pemda,
    halaman_tahun,
    indeks_cari,
    isi_beranda,
    isi_data,
    isi_kelengkapan,
    isi_kode,
    isi_metodologi,
    isi_perubahan,
    kartu_indikator,
    kartu_instansi,
)
from iku_terbuka.publish import Page, Plan

# Every page holds the navigation; the Pemda of a whole province stand on the home page alone.
MAX_NAVIGASI = 20
_PERMINTAAN = re.compile(r"^<!--\s*iku:([a-z-]+)\s*-->\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Situs:
    """The site of a Laporan; ``naskah`` are the hand-written pages by path, the home among them.

    Nothing is made before it is asked for: the files of a large site are many times its data.
    """

    context: Context
    naskah: Mapping[str, str]

    def halaman(self) -> Iterator[OutputFile | Rencana]:
        """Yield the pages and their cards; what lies below the top is only planned."""
        return _halaman(self.context, self.naskah)

    def unduhan(self) -> Iterator[OutputFile | Rencana]:
        """Yield the files to take away, those of the whole site made."""
        return map(_unduhan, downloads(self.context))

    def berkas(self) -> Iterator[OutputFile]:
        """Make the generated files, one after the other."""
        return map(jadi, chain(self.halaman(), self.unduhan()))

    @property
    def navigasi(self) -> tuple[tuple[str, str], ...]:
        """Return title and path of what the navigation gets besides the hand-written pages."""
        entries = () if self.context.root else _entries(self.context)
        return entries if len(entries) <= MAX_NAVIGASI else ()

    @property
    def json_ld(self) -> str:
        """Return the structured data of the home page."""
        return site_catalogue(self.context)

    @property
    def umpan(self) -> Mapping[str, str]:
        """Return the title of each feed by the folder whose pages it is about."""
        return feed_titles(self.context)


def _entries(context: Context) -> tuple[tuple[str, str], ...]:
    return tuple((pemda.nama, context.page_path(pemda.id)) for pemda in context.laporan.pemda)


def _halaman(context: Context, naskah: Mapping[str, str]) -> Iterator[OutputFile | Rencana]:
    parts = {
        **isi_beranda(context),
        **isi_metodologi(context),
        **isi_perubahan(context),
        **isi_kelengkapan(context),
        **isi_kode(),
        **isi_data(context),
    }
    for path, text in sorted(naskah.items()):
        if context.root and path == "index.md":
            continue  # the node chosen by `hanya` is the home itself
        if _PERMINTAAN.search(text):
            yield OutputFile(path, _isi(text, parts))
    yield from halaman_kelengkapan(context)
    for instansi in context.all_instansi():
        yield from _instansi(context, instansi)
    yield indeks_cari(context, naskah)


def _unduhan(plan: Plan) -> OutputFile | Rencana:
    def make() -> OutputFile:
        made = plan.make()
        return OutputFile(plan.path, made.html if isinstance(made, Page) else made)

    if not plan.instansi:
        return make()
    return Rencana(plan.path, make, plan.instansi, bawahan=plan.below, ringan=True)


def _instansi(context: Context, instansi: Instansi) -> Iterator[OutputFile | Rencana]:
    """Yield the pages of one instansi; with a public address also the cards for sharing them."""
    card = kartu_instansi(context, instansi) if context.site_url else None
    if card:
        yield card
    shared = card.path if card else ""

    def simpul() -> OutputFile:
        if "/" in instansi.id:
            return replace(halaman_instansi(context, instansi), kartu=shared)
        return replace(halaman_pemda(context, context.pemda(instansi.id)), kartu=shared)

    def satu(indikator: Indikator, kartu: str) -> OutputFile:
        page = halaman_indikator(context, indikator)
        return replace(page, kartu=kartu, json_ld=indikator_dataset(context, indikator))

    yield Rencana(context.page_path(instansi.id), simpul, instansi.id, bawahan=True)
    for indikator in instansi.indikator:
        own = kartu_indikator(context, indikator) if card and context.kartu_indikator else None
        if own:
            yield own
        path = context.page_path(indikator.kunci)
        made = partial(satu, indikator, own.path if own else shared)
        yield Rencana(path, made, instansi.id, indikator=indikator.id)
    lists = [halaman_lanjutan(context, instansi)]
    lists += (halaman_tahun(context, instansi, tahun) for tahun in instansi.tahun)
    for more in chain.from_iterable(lists):
        yield replace(more, buat=partial(_berkartu, more, shared))


def _berkartu(rencana: Rencana, kartu: str) -> OutputFile:
    return replace(rencana.buat(), kartu=kartu)


def _isi(text: str, parts: Mapping[str, str]) -> str:
    """Put the generated parts where a hand-written page asks for them; leave unknown names."""
    return _PERMINTAAN.sub(lambda found: parts.get(found[1], found[0]), text)
