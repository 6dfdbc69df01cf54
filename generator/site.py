"""Laporan → the whole source tree of the site, as values: pages, data files, navigation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from generator.konteks import Konteks
from generator.model import Instansi
from generator.opendata import berkas_unduhan, berkas_zip
from generator.opendata.skema_org import dataset_indikator, katalog_situs
from generator.opendata.umpan import alamat_umpan
from generator.opendata.uraian import berkas_uraian
from generator.output import OutputFile
from generator.pages import (
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

_PERMINTAAN = re.compile(r"^<!--\s*iku:([a-z-]+)\s*-->\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Situs:
    """The generated files, and the entries that the navigation gets besides the hand-written.

    ``json_ld`` are the structured data of the home page; ``umpan`` the title of each feed by the
    folder whose pages it is about.
    """

    berkas: tuple[OutputFile, ...]
    navigasi: tuple[tuple[str, str], ...]
    json_ld: str
    umpan: Mapping[str, str]


def buat_situs(konteks: Konteks, naskah: Mapping[str, str]) -> Situs:
    """Build the site. ``naskah`` are the hand-written pages by path, ``index.md`` among them."""
    files = tuple(_files(konteks, naskah))
    entries = () if konteks.akar else _entries(konteks)
    return Situs(files, entries, katalog_situs(konteks), alamat_umpan(konteks))


def _entries(konteks: Konteks) -> tuple[tuple[str, str], ...]:
    return tuple(
        (pemda.nama, f"{konteks.folder(pemda.id)}/index.md") for pemda in konteks.laporan.pemda
    )


def _files(konteks: Konteks, naskah: Mapping[str, str]) -> Iterator[OutputFile]:
    parts = {
        **isi_beranda(konteks),
        **isi_metodologi(konteks),
        **isi_perubahan(konteks),
        **isi_kelengkapan(konteks),
        **isi_kode(),
        **isi_data(konteks),
    }
    for path, text in sorted(naskah.items()):
        if konteks.akar and path == "index.md":
            continue  # the node chosen by `hanya` is the home itself
        if _PERMINTAAN.search(text):
            yield OutputFile(path, _isi(text, parts))
    yield from halaman_kelengkapan(konteks)
    for instansi in konteks.semua_instansi():
        yield from _instansi(konteks, instansi)
    yield indeks_cari(konteks, naskah)
    data = [*berkas_unduhan(konteks), *berkas_uraian(konteks)]
    yield from data
    yield berkas_zip(konteks, data)


def _instansi(konteks: Konteks, instansi: Instansi) -> Iterator[OutputFile]:
    """Yield the pages of one instansi; with a public address also the cards for sharing them."""
    card = kartu_instansi(konteks, instansi) if konteks.alamat_situs else None
    if card:
        yield card
    shared = card.path if card else ""
    page = (
        halaman_instansi(konteks, instansi)
        if "/" in instansi.id
        else halaman_pemda(konteks, konteks.pemda(instansi.id))
    )
    yield replace(page, kartu=shared)
    for indikator in instansi.indikator:
        own = kartu_indikator(konteks, indikator) if card and konteks.kartu_indikator else None
        if own:
            yield own
        yield replace(
            halaman_indikator(konteks, indikator),
            kartu=own.path if own else shared,
            json_ld=dataset_indikator(konteks, indikator),
        )
    lists = [halaman_lanjutan(konteks, instansi)]
    lists += (halaman_tahun(konteks, instansi, tahun) for tahun in instansi.tahun)
    for more in chain.from_iterable(lists):
        yield replace(more, kartu=shared)


def _isi(text: str, parts: Mapping[str, str]) -> str:
    """Put the generated parts where a hand-written page asks for them; leave unknown names."""
    return _PERMINTAAN.sub(lambda found: parts.get(found[1], found[0]), text)
