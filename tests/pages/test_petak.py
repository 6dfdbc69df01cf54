"""One square, one meaning: what is not measured is missing on no page."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context, build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import halaman_pemda, isi_kelengkapan
from iku_terbuka.pages.petak import PetakTahun, petak_tahun
from tests.conftest import ACUAN, CONTOH
from tests.halaman import baca
from tests.rekaan import PEMDA, Tulis, iku

SUMBER = "sumber: {judul: LKjIP}"
HASIL = {
    "ada": f"realisasi: 2, {SUMBER}",
    "meleset": f"realisasi: 0, {SUMBER}",
    "tidak_diukur": "keadaan: tidak_diukur",
    "tidak_berlaku": "keadaan: tidak_berlaku",
    "belum": "keadaan: belum_dilaporkan",
}


def situs(tulis: Tulis, *keadaan: str) -> Context:
    """Return the site of a Pemda whose indicators stood so in 2024."""
    item = "      - id: {0}\n        nama: {0}\n        arah: naik\n        target: {{2024: 1}}\n"
    rows = "".join(f"  i{n}: {{{HASIL[satu]}}}\n" for n, satu in enumerate(keadaan))
    muatan = load_laporan(
        tulis(
            {
                "kabupaten-contoh/pemda.yaml": PEMDA + "resmi: true\n",
                "kabupaten-contoh/dinas-contoh/iku.yaml": iku(
                    "".join(item.format(f"i{n}") for n in range(len(keadaan))),
                    "{awal: 2024, akhir: 2024}",
                ),
                "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": f"tahun: 2024\ncapaian:\n{rows}",
            }
        )
    )
    assert muatan.laporan is not None, muatan.problems
    return build_context(muatan.laporan, acuan=ACUAN)


@pytest.mark.parametrize(
    ("keadaan", "kelas", "kata", "meleset"),
    [
        (["ada", "meleset"], "h3", "2/2", 1),
        (["ada", "tidak_diukur"], "h3", "1/1", 0),
        (["belum", "tidak_diukur"], "h0", "0/1", 0),
        (["ada", "belum", "tidak_berlaku"], "h2", "1/2", 0),
        (["ada", "belum", "belum"], "h1", "1/3", 0),
        (["tidak_diukur", "tidak_berlaku"], "td", "Tidak diukur", 0),
        (["tidak_berlaku"], "nb", "Tidak berlaku", 0),
    ],
)
def test_a_square(tulis: Tulis, keadaan: list[str], kelas: str, kata: str, meleset: int) -> None:
    context = situs(tulis, *keadaan)
    satu = petak_tahun(context, context.laporan.all_indikator(), 2024)
    assert (satu.kelas, satu.kata, satu.meleset) == (kelas, kata, meleset)


def kotak(text: str) -> list[str]:
    """Return the kinds of the squares in the rows, not of those in the key."""
    return [
        satu.atribut["class"].split()[-1]
        for td in baca(text).semua("td")
        for satu in td.kelas("sel")
    ]


@pytest.mark.parametrize("keadaan", list(product(["ada", "belum", "tidak_diukur"], repeat=2)))
def test_both_pages_say_the_same(tulis: Tulis, keadaan: tuple[str, ...]) -> None:
    context = situs(tulis, *keadaan)
    lengkap = isi_kelengkapan(context)["kelengkapan"]
    peta = halaman_pemda(context, context.laporan.pemda[0]).content
    assert isinstance(peta, str)
    (kelas,) = kotak(lengkap)
    assert kotak(peta) == [kelas]
    assert (kelas == "h3") is (">lengkap<" in lengkap)
    assert ("terlambat" in lengkap) is ("belum" in keadaan)


def semua_petak(context: Context) -> Iterator[tuple[PetakTahun, list[Any]]]:
    for instansi in context.all_instansi():
        for tahun in instansi.tahun:
            states = [
                ukur.status
                for satu in instansi.indikator
                if (ukur := context.pengukuran(satu).get(tahun))
            ]
            yield petak_tahun(context, instansi.indikator, tahun), states


def test_complete_means_that_nothing_is_missing_anywhere() -> None:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    seen = set()
    for satu, states in semua_petak(build_context(laporan, acuan=ACUAN)):
        waits = {Status.BELUM_DILAPORKAN, Status.BELUM_WAKTUNYA} & set(states)
        assert satu.lengkap is not bool(waits) or satu.kelas in {"bw", "bj"}
        seen.add((satu.lengkap, Status.TIDAK_DIUKUR in states))
    assert (True, True) in seen, "a year that is complete although something was not measured"
