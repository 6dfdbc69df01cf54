"""What is right in a file is checked although something else in it is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.fictional import PEMDA, iku

Write = Callable[[dict[str, str]], Path]
DINAS = "kabupaten-contoh/dinas-contoh"
SEHAT = """\
        penanggung_jawab: Bidang Contoh
        satuan: persen
        formula: {teks: A / B, rumus: a / b * 100, variabel: {a: A, b: B}}
"""


def codes(write: Write, indikator: str, hasil: str) -> list[str]:
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku.yaml": iku(indikator),
        f"{DINAS}/capaian/2025.yaml": f"tahun: 2025\ncapaian:\n{hasil}",
    }
    loaded = load_laporan(write(files))
    assert loaded.laporan is None
    return [f"{one.file.rsplit('/', 1)[-1]}:{one.line} {one.code}" for one in check(loaded)]


def test_mistakes_of_every_kind_in_one_file_are_said_together(write: Write) -> None:
    found = codes(
        write,
        "      - id: x\n        nama: X\n        arah: Naik\n        target: {2025: 3,5}\n"
        f"{SEHAT}"
        f"      - id: y\n        nama: Jumlah Y\n{SEHAT}"
        f"      - id: z\n        nama: Z\n{SEHAT.replace('a / b * 100', 'a ÷ b')}",
        "  x: {realisasi: 3 persen, sumber: {judul: L}}\n"
        "  y: {variabel: {a: 1}, sumber: {judul: L}}\n"
        "  w: {realisasi: 1, sumber: {judul: L}}\n",
    )
    assert found == [
        "2025.yaml:3 satuan-di-angka",
        "2025.yaml:4 komponen-kurang",
        "2025.yaml:5 indikator-tidak-dikenal",
        "iku.yaml:8 pilihan-tidak-dikenal",
        "iku.yaml:9 koma-desimal",
        "iku.yaml:16 satuan-lawan-nama",
        "iku.yaml:22 rumus-tidak-terbaca",
    ]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("satuan: [persen]", "bukan-teks"),
        ("penanggung_jawab: {a: b}", "bukan-daftar"),
        ("nama: [X]", "bukan-teks"),
        ("disimpulkan: [arahnya]", "disimpulkan-tidak-dikenal"),
        ("tercetak_di: {arti: baris nomor 1}", "tercetak-di-tidak-dikenal"),
        ("id: X Y", "id-tidak-sah"),
        ("formula: [a]", "bukan-teks"),
        ("formula: {teks: A / B, rumus: [a], variabel: {a: A}}", "bukan-teks"),
        (
            "formula: {teks: A / B, rumus: a / b * 100, variabel: {a: A, B b: B}}",
            "variabel-tidak-sah",
        ),
        ("target: {2025: {tercetak: x}}", "nilai-kosong"),
    ],
)
def test_what_is_left_out_is_not_said_to_be_missing(write: Write, broken: str, code: str) -> None:
    """One mistake in a definition is one problem, also for the result that is measured by it."""
    key = broken.partition(":")[0]
    lines = ["id: x", "nama: X", *(line.strip() for line in SEHAT.splitlines())]
    lines = [broken, *(line for line in lines if not line.startswith(f"{key}:"))]
    block = "      - " + "\n        ".join(lines) + "\n"
    hasil = "  x: {variabel: {a: 1, b: 2}, sumber: {judul: L}}\n"
    assert [one.partition(" ")[2] for one in codes(write, block, hasil)] == [code]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("variabel: {a: 1, b: 2,5}, sumber: {judul: L}", "koma-desimal"),
        ("variabel: {a: 1, B: 2}, sumber: {judul: L}", "variabel-tidak-sah"),
        ("realisasi: 50, variabel: {a: 1, b: [2, dua]}, sumber: {judul: L}", "bukan-angka"),
        ("realisasi: 50, sumber: {halaman: 3}", "kunci-wajib"),
        ("realisasi: 50, sumber: LKjIP", "bukan-kumpulan-kunci"),
    ],
)
def test_a_mistake_in_a_result_is_one_problem(write: Write, broken: str, code: str) -> None:
    block = f"      - id: x\n        nama: X\n{SEHAT}"
    assert [one.partition(" ")[2] for one in codes(write, block, f"  x: {{{broken}}}\n")] == [code]


@pytest.mark.parametrize(
    ("hasil", "found"),
    [
        (
            "{realisasi: 1, keadaan: tidak_diukur, sumber: {judul: L, tautan: x}}",
            ["keadaan-dan-angka", "tautan-tidak-sah"],
        ),
        (
            "{realisasi: {bawah: 1, atas: 2}, sumber: {judul: L, halaman: x}}",
            ["bukan-halaman", "realisasi-rentang"],
        ),
        # What was left out may be what is missed.
        ("{realisasi: {nilai: x}, sumber: {judul: L}}", ["bukan-angka"]),
        ("{realisasi: x, keadaan: tidak_diukur}", ["bukan-angka"]),
        ("{realisasi: {bawah: 1, atas: x}, sumber: {judul: L}}", ["bukan-angka"]),
    ],
)
def test_keys_that_do_not_fit_are_not_hidden_by_a_wrong_one_beside_them(
    write: Write, hasil: str, found: list[str]
) -> None:
    said = codes(write, f"      - id: x\n        nama: X\n{SEHAT}", f"  x: {hasil}\n")
    assert sorted(one.split()[1] for one in said) == found
