"""Personal data is found wherever it stands, and never repeated; other numbers are left alone."""

import re
import time

import pytest

from iku_terbuka.check.personal_data import personal_data

# Fictional: nobody was born on these days with these numbers, and 99 is no province.
FOUND = {
    "NIP 197912312010122001": "NIP",
    "nip: 19791231 201012 2 001": "NIP",
    "19791231 201012 2 001": "NIP",
    "19791231.201012.2.001": "NIP",
    "pegawai P3K 197912312023212001": "NIP",
    "NIP. 130 123 456": "NIP",
    "9971014112900001": "NIK",
    "0812-3456-7890": "telepon",
    "081234567890": "telepon",
    "+62 812 3456 7890": "telepon",
    "tanya contoh.rekaan@example.co.id ya": "surel",
    "Contoh Rekaan, S.Sos": "nama",
    "Contoh Rekaan, S.Sos., M.Si.": "nama",
    "Kepala: Drs. Contoh Rekaan, M.Si": "nama",
    "Dra. Hj. Contoh": "nama",
}
NOT_FOUND = (
    "188.45/45/Kum TAHUN 2021",
    "065/1433/35.09.1.33/2021",
    "realisasi: 1004422800",
    "pagu: 198001012005011003.50",
    "198013412005011003",  # no thirteenth month
    "koordinat: -7.257472, 112.752088",
    'kode_wilayah: "35.09"',
    "NIP pejabat tidak disalin",
    "nilai 0812345.6789",
    "https://example.org/berkas/9971014112900001/0812345678901",
    "https://www.example.org/@humas.contoh",
    "# kontak: humas@example.org",
    "kontak_surel: humas@example.org",
    "RSUD Drs. Rekaan dan Jalan Drs. Rekaan Nomor 5",
    "S.Sos, M.Si, dan S.H adalah gelar",
    "Semarang, Jawa Tengah",
)


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found_once_at_its_place_and_not_repeated(text: str) -> None:
    (found,) = personal_data("a.yaml", f"instansi: Dinas\n# {text}\n")
    assert found.line == 2
    assert FOUND[text] in found.message
    assert not found.is_error
    digits = {part for part in re.findall(r"[0-9]{4,}", text) if part in str(found)}
    assert digits == set()
    assert "Contoh" not in str(found)
    assert "rekaan@" not in str(found)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert [str(one) for one in personal_data("a.yaml", text)] == []


@pytest.mark.parametrize("part", ["8", "a", "a@", "a.", "NIP 1", "0812 ", "Drs. A", "Aa, S.", " "])
def test_no_text_takes_longer_than_its_length(part: str) -> None:
    """A quadratic pattern would take minutes for a file of 1 MB."""
    start = time.process_time()
    list(personal_data("a.yaml", part * (1_000_000 // len(part))))
    assert time.process_time() - start < 10
