"""What readers are told about a step: its subject, never a branch or a person."""

from datetime import date

import pytest

from iku_terbuka.history import has_begun
from iku_terbuka.history.commit import mentions_ralat, public_subject


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("Perbarui hasil 2024\n\nPanjang", "Perbarui hasil 2024"),
        ("Perbarui hasil 2024 (#12)", "Perbarui hasil 2024 (#12)"),
        ("  dua   spasi ", "dua spasi"),
        ("", "Tanpa keterangan"),
        ("Diperiksa NIP 197501012000031001", "Diperiksa NIP …"),
        ("Diperiksa 19750101 200003 1 001 kemarin", "Diperiksa … kemarin"),
        ("Terima kasih @budi dan budi@contoh.go.id", "Terima kasih … dan …"),
        ("Data \u202eterbalik\u200b", "Data terbalik"),
        ("<b>tebal</b> & *miring*", "<b>tebal</b> & *miring*"),
        ("Merge pull request #5 from budi/cabang\n\nPerbarui target", "Perbarui target"),
        ("Merge pull request #5 from budi/cabang", "Penggabungan perubahan"),
        ("Merge branch 'budi' into 'main'\n\nSee merge request a/b!3", "Penggabungan perubahan"),
        ("Merge branch 'budi'\n\n# Conflicts:\n#\tx", "Penggabungan perubahan"),
        ("Merge branch 'budi'\n\nCo-authored-by: Budi", "Penggabungan perubahan"),
        ("Merge remote-tracking branch 'budi/main'", "Penggabungan perubahan"),
        ("Merged in budi/target (pull request #4)", "Penggabungan perubahan"),
        ('Revert "Merge pull request #5 from budi/cabang"\n\nThis…', "Pembatalan perubahan"),
        ("x" * 300, "x" * 159 + "…"),
    ],
)
def test_the_subject_that_readers_see(message: str, subject: str) -> None:
    assert public_subject(message) == subject


def test_a_merge_of_one_commit_has_the_subject_of_that_commit() -> None:
    merge = "Merge pull request #5 from budi/cabang\n\nJudul"
    assert public_subject(merge, ["Perbarui target\n\nisi"]) == "Perbarui target"
    assert public_subject(merge, ["Satu", "Dua"]) == "Judul"


def test_ralat_is_a_word_of_its_own() -> None:
    assert mentions_ralat("ralat: salah ketik")
    assert mentions_ralat("Perbaiki angka\n\nRALAT LKjIP")
    assert not mentions_ralat("Perbarui data keralatan")


def test_a_year_runs_from_its_first_day() -> None:
    assert not has_begun(2026, date(2025, 12, 31))
    assert has_begun(2026, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("message", "public"),
    [
        ("Angka 2021 2022 2023 2024", "Angka 2021 2022 2023 2024"),
        ("Pagu Rp 100.442.280.000", "Pagu Rp 100.442.280.000"),
        ("NIP 19800101/200501/1/001 diganti", "NIP … diganti"),
        ("Hubungi 0812-3456-789", "Hubungi …"),
        ("Merge https://github.com/budi-contoh/iku", "Penggabungan perubahan"),
        ("Merge main into budi-contoh", "Penggabungan perubahan"),
        ("Merged budi/iku into main", "Penggabungan perubahan"),
    ],
)
def test_a_subject_keeps_figures_and_loses_people(message: str, public: str) -> None:
    assert public_subject(message) == public


def test_a_merge_that_somebody_described_keeps_its_words() -> None:
    assert public_subject("Hasil 2025 Dinas Contoh", ["f2"]) == "Hasil 2025 Dinas Contoh"
