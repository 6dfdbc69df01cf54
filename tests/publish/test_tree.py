"""Over an older site comes what a new one has, to the byte, and nothing else is touched."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.publish.tree import Entries, Tree

Files = dict[str, bytes]


def plant(folder: Path, files: Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def write_all(made: Tree, files: Files) -> list[str]:
    """Write all of ``files``; return what had to be made for it."""
    asked: list[str] = []
    for path, content in files.items():

        def make(path: str = path, content: bytes = content) -> bytes:
            asked.append(path)
            return content

        made.write(path, content.decode(), make)
    return asked


def publish(folder: Path, files: Files, entries: Entries | None = None) -> Entries:
    made = Tree.over(folder, entries)
    write_all(made, files)
    return made.finish()


def read_all(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


OLD = {"index.html": b"lama", "a/index.html": b"sama", "a/b/c.csv": b"1", "lain/x": b"y"}


def test_what_is_the_same_stays_and_the_rest_is_replaced_or_goes(tmp_path: Path) -> None:
    plant(tmp_path, OLD)
    same = (tmp_path / "a/index.html").stat()
    publish(tmp_path, {"index.html": b"baru", "a/index.html": b"sama", "c/d": b""})
    assert read_all(tmp_path) == {"index.html": b"baru", "a/index.html": b"sama", "c/d": b""}
    assert folders(tmp_path) == {"a", "c"}
    after = (tmp_path / "a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (same.st_ino, same.st_mtime_ns)


def test_no_file_is_written_into_for_it_may_have_another_name(tmp_path: Path) -> None:
    plant(tmp_path / "situs", OLD)
    os.link(tmp_path / "situs/index.html", tmp_path / "cadangan.html")
    publish(tmp_path / "situs", {"index.html": b"baru"})
    assert (tmp_path / "cadangan.html").read_bytes() == b"lama"


def test_links_are_not_followed(tmp_path: Path) -> None:
    plant(tmp_path / "luar", {"rahasia": b"milik orang", "index.html": b"milik orang"})
    plant(tmp_path / "situs", {"ada": b""})
    (tmp_path / "situs/a").symlink_to(tmp_path / "luar")
    (tmp_path / "situs/index.html").symlink_to(tmp_path / "luar/index.html")
    publish(tmp_path / "situs", {"index.html": b"baru", "a/index.html": b"baru"})
    assert read_all(tmp_path / "luar") == {"rahasia": b"milik orang", "index.html": b"milik orang"}
    assert read_all(tmp_path / "situs") == {"index.html": b"baru", "a/index.html": b"baru"}
    assert not any(path.is_symlink() for path in (tmp_path / "situs").rglob("*"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": b"berkas"}, {"a/b": b"1", "a/c": b"2"}),
        ({"a/b/c": b"1", "a/d": b"2"}, {"a": b"berkas"}),
        ({"a/b/c": b"1"}, {"a/b": b"berkas", "a/d": b"2"}),
    ],
)
def test_a_file_may_take_the_place_of_a_folder(tmp_path: Path, old: Files, new: Files) -> None:
    plant(tmp_path, old)
    publish(tmp_path, new)
    assert read_all(tmp_path) == new


@pytest.mark.skipif(os.name == "nt", reason="no modes")
def test_who_may_read_a_site_is_for_the_newest_build(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        plant(tmp_path / "situs", {"a/b": b"1", "c": b"2"})
        known = publish(tmp_path / "situs", {"a/b": b"1", "c": b"2"})
        os.umask(0o022)
        publish(tmp_path / "situs", {"a/b": b"1", "c": b"2"}, known)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "situs").rglob("*")}
    assert modes == {"a": 0o755, "b": 0o644, "c": 0o644}
    assert (tmp_path / "situs").stat().st_mode & 0o777 == 0o755


def test_files_made_elsewhere_are_moved_in(tmp_path: Path) -> None:
    plant(tmp_path / "situs", OLD)
    plant(tmp_path / "mkdocs", {"404.html": b"404", "a/index.html": b"lain", "x/y/z": b""})
    made = Tree.over(tmp_path / "situs")
    write_all(made, {"index.html": b"baru"})
    made.move_in(tmp_path / "mkdocs")
    made.finish()
    assert read_all(tmp_path / "situs") == {
        "index.html": b"baru",
        "404.html": b"404",
        "a/index.html": b"lain",
        "x/y/z": b"",
    }


def test_an_empty_place_needs_nothing_before(tmp_path: Path) -> None:
    made = Tree(tmp_path / "belum/ada")
    write_all(made, {"kartu.png": b"png", "a/b": b"files"})
    assert read_all(tmp_path) == {"belum/ada/a/b": b"files", "belum/ada/kartu.png": b"png"}


def test_another_spelling_is_another_file_even_where_case_does_not_count(tmp_path: Path) -> None:
    plant(tmp_path, {"a/Logo.svg": b"lama", "B": b"1", "b": b"2"})
    new = {"a/logo.svg": b"baru", "B": b"1", "b": b"2"}
    publish(tmp_path, new)
    assert read_all(tmp_path) == new


def test_what_is_known_to_lie_there_is_not_made(tmp_path: Path) -> None:
    known = publish(tmp_path, OLD)
    known = json.loads(json.dumps(known))
    made = Tree.over(tmp_path, known)
    assert write_all(made, {**OLD, "index.html": b"baru"}) == ["index.html"]
    known = made.finish()
    assert read_all(tmp_path) == {**OLD, "index.html": b"baru"}

    if os.name == "nt":  # knows no time of change
        return
    changed = tmp_path / "a/index.html"
    told = changed.stat()
    changed.write_bytes(b"palu")  # as long as before, and said to be as old
    os.utime(changed, ns=(told.st_atime_ns, told.st_mtime_ns))
    made = Tree.over(tmp_path, known)
    assert write_all(made, OLD) == ["index.html", "a/index.html"]
    made.finish()
    assert read_all(tmp_path) == OLD


@pytest.mark.parametrize("entries", [{"index.html": []}, {"index.html": ["lama", 1, 2, 3, 4]}])
def test_a_list_that_says_something_else_costs_a_comparison(
    tmp_path: Path, entries: Entries
) -> None:
    plant(tmp_path, OLD)
    assert write_all(Tree.over(tmp_path, entries), OLD) == list(OLD)
    assert read_all(tmp_path) == OLD


names = st.sampled_from("abc")
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


def _possible(files: Files) -> bool:
    """A path is a file or a folder, not both."""
    return not any(other.startswith(f"{path}/") for path in files for other in files)


trees = st.dictionaries(paths, st.sampled_from([b"1", b"2"]), max_size=5).filter(_possible)


@given(old=trees, new=trees)
def test_any_site_comes_over_any_other(
    tmp_path_factory: pytest.TempPathFactory, old: Files, new: Files
) -> None:
    folder = tmp_path_factory.mktemp("situs")
    plant(folder, old)
    publish(folder, new)
    assert read_all(folder) == new
    assert folders(folder) == {
        "/".join(path.split("/")[:end]) for path in new for end in range(1, path.count("/") + 1)
    }
