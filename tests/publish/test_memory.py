"""What is kept of earlier sites may be gone, taken or spoilt: a build is never wrong for it."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from iku_terbuka.publish.tree import Tree, begin, remember

Files = dict[str, bytes]


class Publisher:
    """Publishes again and again, as a build does; ``made`` is what the last time had to make."""

    def __init__(self, folder: Path) -> None:
        self.memory, self.site = folder / "memory", folder / "situs"
        self._folder, self._count = folder, 0
        self.made: list[str] = []

    def publish(self, files: Files) -> Files:
        self._count += 1
        fresh, before = self._folder / f"baru{self._count}", self._folder / f"lama{self._count}"
        self.made = []
        tree = begin(self.memory, fresh)
        for path, content in files.items():
            tree.write(path, content.decode(), lambda path=path: self._make(path, files))
        entries = tree.finish()
        if self.site.exists():
            self.site.rename(before)
        fresh.rename(self.site)
        remember(self.memory, before, self.site, entries)
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in self.site.rglob("*")
            if path.is_file()
        }

    def _make(self, path: str, files: Files) -> bytes:
        self.made.append(path)
        return files[path]


FILES = {"a": b"1", "b/c": b"2"}


def test_from_the_second_time_on_only_what_changed_is_made(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    assert publisher.publish(FILES) == FILES
    assert publisher.made == ["a", "b/c"]
    for _ in range(3):
        assert publisher.publish(FILES) == FILES
        assert publisher.made == []
    other = {**FILES, "a": b"3"}
    for made in (["a"], [], []):
        assert publisher.publish(other) == other
        assert publisher.made == made


@pytest.mark.parametrize("files", ["", "{", "[]", '{"a": null}', '{"a": ["1"]}', "[" * 100_000])
def test_a_spoilt_list_is_none(tmp_path: Path, files: str) -> None:
    publisher = Publisher(tmp_path)
    for _ in range(3):
        publisher.publish(FILES)
    for name in ("situs.json", "terakhir.json"):
        (tmp_path / "memory" / name).write_text(files, encoding="utf-8")
    assert publisher.publish(FILES) == FILES
    assert publisher.made == ["a", "b/c"]


def test_what_another_build_took_or_somebody_deleted_is_not_missed(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    for _ in range(3):
        publisher.publish(FILES)
    other = begin(publisher.memory, tmp_path / "lain")
    assert publisher.publish(FILES) == FILES
    assert publisher.made == ["a", "b/c"]
    other.finish()
    remember(publisher.memory, tmp_path / "tidak-ada", publisher.site, {})
    assert publisher.publish(FILES) == FILES


def test_a_link_in_place_of_the_site_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar/penting").write_bytes(b"milik orang")
    for target in ("luar", "luar/penting", "tidak-ada"):
        publisher = Publisher(tmp_path / f"proyek-{target.replace('/', '-')}")
        publisher.memory.mkdir(parents=True)
        (publisher.memory / "situs").symlink_to(tmp_path / target)
        for _ in range(3):
            assert publisher.publish(FILES) == FILES
        assert not publisher.site.is_symlink()
    assert (tmp_path / "luar/penting").read_bytes() == b"milik orang"
    assert [path.name for path in (tmp_path / "luar").iterdir()] == ["penting"]


def test_a_file_in_place_of_the_site_is_none(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    publisher.memory.mkdir()
    (publisher.memory / "situs").write_bytes(b"rusak")
    for _ in range(3):
        assert publisher.publish(FILES) == FILES


def test_nothing_is_kept_where_nothing_may_be(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    for memory in (None, tmp_path / "berkas"):
        assert isinstance(begin(memory, tmp_path / "baru"), Tree)
        (tmp_path / "lama").mkdir(exist_ok=True)
        remember(memory, tmp_path / "lama", tmp_path / "baru", {})
        assert (tmp_path / "lama").exists()


def forge(memory: Path) -> None:
    """Put another figure into the kept site, as far as size and time go unseen."""
    page = memory / "situs/a"
    times = page.stat()
    page.unlink()
    page.write_bytes(b"9")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_a_forged_page_in_a_copied_folder_is_not_published(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "asli")
    for _ in range(3):
        publisher.publish(FILES)
    shutil.copytree(tmp_path / "asli", tmp_path / "salinan")
    forge(tmp_path / "salinan/memory")
    assert Publisher(tmp_path / "salinan").publish(FILES) == FILES


@pytest.mark.skipif(sys.platform == "win32", reason="users have no numbers there")
def test_what_another_user_kept_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(tmp_path)
    for _ in range(3):
        publisher.publish(FILES)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert publisher.publish(FILES) == FILES
    assert publisher.made == ["a", "b/c"]
