"""Template → fill → import → template loses nothing, for every result that we have."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from iku_terbuka.formulir.baca import baca_buku
from iku_terbuka.formulir.banding import bandingkan
from iku_terbuka.formulir.isi import Formulir, buat_formulir
from iku_terbuka.formulir.simpan import berkas_baru, terapkan
from iku_terbuka.formulir.tulis import tulis_formulir
from iku_terbuka.load import load_laporan
from iku_terbuka.load.validate import validate
from iku_terbuka.model import CapaianTahunan, Hasil, Instansi, Laporan
from iku_terbuka.source import parse
from tests.conftest import CONTOH, DATA

SUMBER = (DATA / "indicators", CONTOH, DATA / "bermusuhan")


@cache
def muat(root: Path) -> Laporan:
    laporan = load_laporan(root).laporan
    assert laporan is not None
    return laporan


def semua(root: Path) -> Iterator[Instansi]:
    for pemda in muat(root).pemda:
        yield from pemda.instansi.keturunan()


def isi(formulir: Formulir) -> dict[str, dict[str, str]]:
    return {baris.kunci: dict(baris.isi) for baris in formulir.baris}


def dari_kosong(formulir: Formulir, instansi: Instansi) -> Instansi:
    """Fill an empty form with what ``formulir`` holds; return what its import gives."""
    buku = baca_buku(tulis_formulir(formulir))
    shown = {(baris.kunci, key) for baris in formulir.baris for key in baris.tampak}
    empty = replace(
        formulir,
        status="",
        baru=True,
        baris=tuple(replace(baris, isi=dict.fromkeys(baris.isi, "")) for baris in formulir.baris),
    )
    before = {place: text for place, text in buku.dasar.items() if place in shown}
    impor = bandingkan(replace(buku, dasar=before), empty)
    assert not impor.gagal, impor.masalah
    tahun = formulir.tahun
    order = [baris.indikator for baris in formulir.baris]
    text = terapkan(berkas_baru(tahun, f"x/capaian/{tahun}.yaml"), impor.ubahan, order)
    document, problems = parse(text, "a.yaml")
    assert document is not None, problems
    tahunan, problems = validate(document, CapaianTahunan)
    assert tahunan is not None, problems
    return replace(
        instansi,
        capaian={**(instansi.capaian or {}), tahun: tahunan},
        indikator=tuple(
            replace(satu, hasil={**satu.hasil, tahun: tahunan.capaian.get(satu.id, Hasil())})
            for satu in instansi.indikator
        ),
    )


@pytest.mark.parametrize("root", SUMBER, ids=lambda root: root.name)
def test_nothing_is_lost(root: Path) -> None:
    skala, seen = muat(root).skala, 0
    for instansi in semua(root):
        for tahun in instansi.capaian or {}:
            full = buat_formulir(instansi, tahun, skala)
            # An untouched form changes nothing, so the file stays as it is, to the byte.
            impor = bandingkan(baca_buku(tulis_formulir(full)), full)
            assert (impor.ubahan, impor.masalah) == ([], []), (instansi.id, tahun)
            # What it holds, typed into an empty form, comes back with the same digits and words.
            again = buat_formulir(dari_kosong(full, instansi), tahun, skala)
            assert isi(again) == isi(full), (instansi.id, tahun)
            assert again.status == full.status
            seen += 1
    assert seen


@pytest.mark.parametrize("root", SUMBER, ids=lambda root: root.name)
def test_every_indicator_in_force_has_a_row(root: Path) -> None:
    rows = 0
    for instansi in semua(root):
        for tahun in instansi.tahun:
            formulir = buat_formulir(instansi, tahun, muat(root).skala)
            ids = {satu.id for satu in instansi.indikator if satu.berlaku(tahun)}
            assert {baris.indikator for baris in formulir.baris} == ids
            keys = [baris.kunci for baris in formulir.baris]
            assert len(keys) == len(set(keys))
            rows += len(keys)
    assert rows


def test_the_same_form_is_the_same_bytes() -> None:
    for instansi in semua(CONTOH):
        first, again = (
            tulis_formulir(buat_formulir(instansi, 2024, muat(CONTOH).skala)) for _ in range(2)
        )
        assert first == again
