"""What is kept is whole or not there, whoever else writes or deletes at the same time."""

from pathlib import Path

import pytest

from iku_terbuka.sidik import sidik
from iku_terbuka.simpanan import Simpanan

SATU, DUA = sidik("satu"), sidik("dua")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    Simpanan(tmp_path / "baru").tulis(SATU, "isi “penuh”\nbaris dua".encode())
    assert Simpanan(tmp_path / "baru").baca(SATU) == "isi “penuh”\nbaris dua".encode()
    assert Simpanan(tmp_path / "baru").baca(DUA) is None


@pytest.mark.parametrize("sisa", [b"", b"isi", b"\n", b"0" * 8 + b"\nisi", b"\xff\xfe\n\x00"])
def test_an_entry_that_is_not_whole_is_none(tmp_path: Path, sisa: bytes) -> None:
    store = Simpanan(tmp_path)
    store.tulis(SATU, b"isi")
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(sisa)
    assert store.baca(SATU) is None
    store.tulis(SATU, b"isi lagi")
    assert store.baca(SATU) == b"isi lagi"


def test_the_folder_may_vanish_or_refuse(tmp_path: Path) -> None:
    store = Simpanan(tmp_path / "berkas")
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    store.tulis(SATU, b"isi")
    assert store.baca(SATU) is None
    store.rapikan()
    assert Simpanan(None).baca(SATU) is None


def test_two_builds_at_once_leave_whole_entries_and_nothing_beside(tmp_path: Path) -> None:
    first, second = Simpanan(tmp_path), Simpanan(tmp_path)
    for store in (first, second, first):
        store.tulis(SATU, b"isi")
    assert second.baca(SATU) == first.baca(SATU) == b"isi"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_nobody_asks_for_goes_when_it_is_much(tmp_path: Path) -> None:
    old = Simpanan(tmp_path)
    for nomor in range(9):
        old.tulis(sidik(str(nomor)), b"lama")
    spared = Simpanan(tmp_path)
    spared.baca(SATU)
    spared.rapikan()
    assert spared.baca(sidik("3")) == b"lama", "few entries are never too many"
    now = Simpanan(tmp_path, selalu=1)
    now.tulis(SATU, b"kini")
    now.tulis(DUA, b"kini")
    now.rapikan()
    assert now.baca(SATU) == b"kini"
    assert now.baca(sidik("3")) is None
    few = Simpanan(tmp_path, selalu=1)
    few.baca(SATU)
    few.rapikan()
    assert few.baca(DUA) == b"kini", "a change back is near"


def test_what_is_of_use_without_being_asked_for_stays(tmp_path: Path) -> None:
    old = Simpanan(tmp_path)
    for nomor in range(9):
        old.tulis(sidik(str(nomor)), b"lama")
    now = Simpanan(tmp_path, selalu=1)
    assert now.pakai(sidik("3")) == sidik("3")
    now.rapikan()
    assert now.baca(sidik("3")) == b"lama"
    assert now.baca(sidik("4")) is None
