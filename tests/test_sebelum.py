"""What is kept of earlier sites may be gone, taken or spoilt: a build is never wrong for it."""

from pathlib import Path

import pytest

from iku_terbuka.sebelum import mulai, simpan
from iku_terbuka.terbitan import Terbitan

Isi = dict[str, bytes]


class Penerbit:
    """Publishes again and again, as a build does; ``dibuat`` is what the last time had to make."""

    def __init__(self, folder: Path) -> None:
        self.simpanan, self.situs = folder / "simpanan", folder / "situs"
        self._folder, self._ke = folder, 0
        self.dibuat: list[str] = []

    def terbit(self, isi: Isi) -> Isi:
        self._ke += 1
        baru, lama = self._folder / f"baru{self._ke}", self._folder / f"lama{self._ke}"
        self.dibuat = []
        terbitan = mulai(self.simpanan, baru)
        for path, content in isi.items():
            terbitan.tulis(path, content.decode(), lambda path=path: self._buat(path, isi))
        daftar = terbitan.selesai()
        if self.situs.exists():
            self.situs.rename(lama)
        baru.rename(self.situs)
        simpan(self.simpanan, lama, daftar)
        return {
            path.relative_to(self.situs).as_posix(): path.read_bytes()
            for path in self.situs.rglob("*")
            if path.is_file()
        }

    def _buat(self, path: str, isi: Isi) -> bytes:
        self.dibuat.append(path)
        return isi[path]


SATU = {"a": b"1", "b/c": b"2"}


def test_from_the_third_time_on_only_what_changed_is_made(tmp_path: Path) -> None:
    penerbit = Penerbit(tmp_path)
    for _ in range(2):
        assert penerbit.terbit(SATU) == SATU
        assert penerbit.dibuat == ["a", "b/c"]
    for _ in range(2):
        assert penerbit.terbit(SATU) == SATU
        assert penerbit.dibuat == []
    dua = {**SATU, "a": b"3"}
    for made in (["a"], ["a"], []):  # the change comes over both sites
        assert penerbit.terbit(dua) == dua
        assert penerbit.dibuat == made


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"a": null}', '{"a": ["1"]}'])
def test_a_spoilt_list_is_none(tmp_path: Path, isi: str) -> None:
    penerbit = Penerbit(tmp_path)
    for _ in range(3):
        penerbit.terbit(SATU)
    (tmp_path / "simpanan/situs.json").write_text(isi, encoding="utf-8")
    assert penerbit.terbit(SATU) == SATU
    assert penerbit.dibuat == ["a", "b/c"]


def test_what_another_build_took_or_somebody_deleted_is_not_missed(tmp_path: Path) -> None:
    penerbit = Penerbit(tmp_path)
    for _ in range(3):
        penerbit.terbit(SATU)
    other = mulai(penerbit.simpanan, tmp_path / "lain")
    assert penerbit.terbit(SATU) == SATU
    assert penerbit.dibuat == ["a", "b/c"]
    other.selesai()
    simpan(penerbit.simpanan, tmp_path / "tidak-ada", {})
    assert penerbit.terbit(SATU) == SATU


def test_a_link_in_place_of_the_site_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar/penting").write_bytes(b"milik orang")
    for target in ("luar", "luar/penting", "tidak-ada"):
        penerbit = Penerbit(tmp_path / f"proyek-{target.replace('/', '-')}")
        penerbit.simpanan.mkdir(parents=True)
        (penerbit.simpanan / "situs").symlink_to(tmp_path / target)
        for _ in range(3):
            assert penerbit.terbit(SATU) == SATU
        assert not penerbit.situs.is_symlink()
    assert (tmp_path / "luar/penting").read_bytes() == b"milik orang"
    assert [path.name for path in (tmp_path / "luar").iterdir()] == ["penting"]


def test_a_file_in_place_of_the_site_is_none(tmp_path: Path) -> None:
    penerbit = Penerbit(tmp_path)
    penerbit.simpanan.mkdir()
    (penerbit.simpanan / "situs").write_bytes(b"rusak")
    for _ in range(3):
        assert penerbit.terbit(SATU) == SATU


def test_nothing_is_kept_where_nothing_may_be(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    for simpanan in (None, tmp_path / "berkas"):
        assert isinstance(mulai(simpanan, tmp_path / "baru"), Terbitan)
        (tmp_path / "lama").mkdir(exist_ok=True)
        simpan(simpanan, tmp_path / "lama", {})
        assert (tmp_path / "lama").exists()
