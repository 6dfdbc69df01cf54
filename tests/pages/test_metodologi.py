"""The generated parts of the methodology."""

import pytest

from iku_terbuka.context import build_context
from iku_terbuka.load import load_laporan
from iku_terbuka.pages import isi_metodologi
from tests.conftest import ACUAN
from tests.halaman import baca
from tests.rekaan import PEMDA, Tulis, iku

KELAS = """\
nama: Skala contoh
jenis: nilai
sumber: Peraturan contoh
kepastian: sekunder
kelas:
"""


@pytest.mark.parametrize(
    ("kelas", "judul", "keterangan"),
    [
        (["{predikat: B, di_bawah: 5}", "{predikat: A, mulai: 5}"], ["Kelas", "Rentang"], []),
        (
            ["{predikat: B, di_bawah: 5, tercetak: 0–4}", "{predikat: A, mulai: 5}"],
            ["Kelas", "Rentang", "Keterangan"],
            ["Tercetak: 0–4", ""],
        ),
        (["{predikat: B}", "{predikat: A}"], ["Kelas", "Urutan"], []),
        (
            ["{predikat: B}", "{predikat: A, sinonim: [Baik]}"],
            ["Kelas", "Urutan", "Keterangan"],
            ["", "Juga ditulis: Baik"],
        ),
    ],
)
def test_a_scale_shows_as_printed_only_what_was_read(
    tulis: Tulis, kelas: list[str], judul: list[str], keterangan: list[str]
) -> None:
    files = {
        "skala/contoh.yaml": KELAS + "".join(f"  - {satu}\n" for satu in kelas),
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku("      - {id: x, nama: X, skala: contoh}\n"),
    }
    laporan = load_laporan(tulis(files)).laporan
    assert laporan is not None
    akar = baca(isi_metodologi(build_context(laporan, acuan=ACUAN))["skala"])
    head, *rows = akar.semua("tr")
    assert [th.teks for th in head.semua("th")] == judul
    cells = [[td.teks for td in row.semua("td")] for row in rows]
    assert [text for row in cells for text in row[1:]] == keterangan
