"""The files to download: of the site, each Pemda, each instansi, each indicator.

Rows and JSON of an indicator are made once and put together for every file that holds them.
"""

import posixpath
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from iku_terbuka.context import Context
from iku_terbuka.model import Indikator, Instansi
from iku_terbuka.opendata.baris import baris_indikator, csv_baris, kepala_csv
from iku_terbuka.opendata.buku import iku_xlsx
from iku_terbuka.opendata.catatan import catatan_data, judul_data
from iku_terbuka.opendata.lengkap import (
    dengan_indikator,
    dengan_instansi,
    json_instansi,
    json_pemda,
    json_situs,
    json_skala,
)
from iku_terbuka.opendata.potongan import Potongan, semua_potongan
from iku_terbuka.opendata.sel import pisah_sel
from iku_terbuka.opendata.skema_json import skema_json
from iku_terbuka.output import Ingat, OutputFile, Rencana, tanpa_ingatan

FOLDER = "data"
CSV, JSON, XLSX, SKEMA = "capaian.csv", "iku.json", "iku.xlsx", "iku.schema.json"

# What a file is about: instansi, each with all or some of its own indicators.
Cakupan = Sequence[tuple[Instansi, Sequence[Indikator]]]


def path_unduhan(context: Context, kunci: str, nama: str) -> str:
    """Return where a file about a node or an indicator lies in the site; empty ``kunci``: all."""
    return posixpath.join(FOLDER, context.folder(kunci) if kunci else "", nama)


def capaian_csv(context: Context) -> bytes:
    """Return every row as CSV, UTF-8 with BOM so that Excel reads it."""
    semua = (satu for _, own in _seluruh(context) for satu in own)
    return kepala_csv() + b"".join(csv_baris(baris_indikator(context, satu)) for satu in semua)


def iku_json(context: Context) -> bytes:
    """Return the whole Laporan as JSON, UTF-8."""
    return _json(
        context, _siapkan(context, tanpa_ingatan), _seluruh(context), context.laporan.skala
    )


def berkas_unduhan(
    context: Context, ingat: Ingat = tanpa_ingatan
) -> Iterator[OutputFile | Rencana]:
    """Yield every CSV, JSON and Excel file, those of the whole site first, and the JSON Schema.

    What is not about the whole site is only planned. ``ingat`` may have the pieces of an instansi,
    which depend on the data and the year alone.
    """
    bahan = _siapkan(context, ingat)
    yield from _simpul(context, bahan, "", _seluruh(context))
    yield OutputFile(f"{FOLDER}/{SKEMA}", ingat(SKEMA, "", lambda: skema_json().encode()))
    for instansi in context.all_instansi():
        if context.folder(instansi.id):
            yield from _simpul(context, bahan, instansi.id, _cakupan(instansi))
        for satu in instansi.indikator:
            for nama, buat in _tabel(context, bahan, [(instansi, [satu])]).items():
                path = path_unduhan(context, satu.kunci, nama)
                made = partial(_berkas, path, buat)
                yield Rencana(path, made, instansi.id, indikator=satu.id, ringan=True)


@dataclass(frozen=True)
class _Bahan:
    """What the files are put together from, by id or key. ``buku`` are the workbooks so far."""

    indikator: Mapping[str, Potongan]
    instansi: Mapping[str, bytes]
    pemda: Mapping[str, bytes]
    skala: Mapping[str, bytes]
    buku: dict[tuple[str, ...], bytes]


def _siapkan(context: Context, ingat: Ingat) -> _Bahan:
    semua = tuple(context.all_instansi())
    pemda = {satu.id: satu for satu in (context.pemda(punya.id) for punya in semua)}
    return _Bahan(
        {kunci: satu for punya in semua for kunci, satu in semua_potongan(context, punya, ingat)},
        {satu.id: json_instansi(satu) for satu in semua},
        {satu.id: json_pemda(satu) for satu in pemda.values()},
        {nama: json_skala(nama, skala) for nama, skala in context.laporan.skala.items()},
        {},
    )


def _cakupan(simpul: Instansi) -> Cakupan:
    return [(satu, satu.indikator) for satu in simpul.keturunan()]


def _seluruh(context: Context) -> Cakupan:
    return [(satu, satu.indikator) for satu in context.all_instansi()]


def _simpul(
    context: Context, bahan: _Bahan, kunci: str, cakupan: Cakupan
) -> Iterator[OutputFile | Rencana]:
    """Yield the files of a node; those of the whole site are made at once."""
    files = dict(_tabel(context, bahan, cakupan, None if kunci else context.laporan.skala))
    files[XLSX] = partial(_buku, context, bahan, cakupan)
    for nama, buat in files.items():
        path = path_unduhan(context, kunci, nama)
        made = partial(_berkas, path, buat)
        plan = Rencana(path, made, kunci, bawahan=True, ringan=nama != XLSX)
        yield plan if kunci else made()


def _berkas(path: str, buat: Callable[[], bytes]) -> OutputFile:
    return OutputFile(path, buat())


def _tabel(
    context: Context, bahan: _Bahan, cakupan: Cakupan, skala: Container[str] | None = None
) -> Mapping[str, Callable[[], bytes]]:
    """Return what makes the CSV and the JSON, by name; with ``skala``, else the scales in use."""
    return {
        CSV: partial(_csv, bahan, cakupan),
        JSON: partial(_json, context, bahan, cakupan, skala),
    }


def _skala(context: Context, cakupan: Cakupan) -> set[str]:
    """Return the scales that some indicators use."""
    semua = [satu for _, own in cakupan for satu in own]
    used = {context.pemda(satu.instansi_id).profil.skala_capaian for satu in semua}
    used |= {penetapan.definisi.skala for satu in semua for penetapan in satu.penetapan}
    return {nama for nama in used if nama}


def _csv(bahan: _Bahan, cakupan: Cakupan) -> bytes:
    rows = (bahan.indikator[satu.kunci].csv for _, own in cakupan for satu in own)
    return kepala_csv() + b"".join(rows)


def _json(
    context: Context, bahan: _Bahan, cakupan: Cakupan, skala: Container[str] | None = None
) -> bytes:
    """Return the JSON with the scales called ``skala``, else with those in use."""
    if skala is None:
        skala = _skala(context, cakupan)
    pemda = [
        dengan_instansi(
            bahan.pemda[pemda_id],
            [
                dengan_indikator(
                    bahan.instansi[instansi.id], [bahan.indikator[satu.kunci].json for satu in own]
                )
                for instansi, own in pairs
                if instansi.iku
            ],
        )
        for pemda_id, pairs in groupby(cakupan, lambda pair: context.pemda(pair[0].id).id)
    ]
    scales = [isi for nama, isi in bahan.skala.items() if nama in skala]
    return json_situs(context, scales, pemda)


def _buku(context: Context, bahan: _Bahan, cakupan: Cakupan) -> bytes:
    """Make the workbook; a Pemda that is the whole site, or one dinas, has the same."""
    filled = [(instansi, own) for instansi, own in cakupan if own] or cakupan
    key = tuple(satu.kunci for _, own in filled for satu in own)
    if key not in bahan.buku or not key:
        instansi = [satu for satu, _ in filled]
        baris = [row for kunci in key for row in pisah_sel(bahan.indikator[kunci].sel)]
        bahan.buku[key] = iku_xlsx(
            judul_data(context, instansi), baris, catatan_data(context, instansi), context.acuan
        )
    return bahan.buku[key]
