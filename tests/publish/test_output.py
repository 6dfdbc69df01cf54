"""The folder that a site is published in: what is somebody's stays, and it is whole at any time."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from iku_terbuka.publish import output
from iku_terbuka.publish.output import (
    FRESH,
    MANIFEST,
    OutputError,
    foreign_paths,
    manifest,
    put_in_place,
    staging,
)


def lay(folder: Path, *paths: str, text: str = "isi") -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{text} {path}", encoding="utf-8", errors="replace")
    return folder


def site(folder: Path, *paths: str, text: str = "isi") -> Path:
    lay(folder, *paths, text=text)
    (folder / MANIFEST).write_bytes(manifest(paths))
    return folder


def republish(out: Path, *paths: str) -> None:
    with staging(out) as beside:
        site(beside / FRESH, *paths, text="baru")
        put_in_place(out, beside)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture(params=[True, False], ids=["in one step", "in two"])
def _exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(output, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("_exchange")
def test_what_no_build_wrote_stays(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "index.html", "dinas/index.html")
    lay(out, ".htaccess", "robots.txt", "unduhan/renja 2024.pdf")
    (out / "terbaru").symlink_to("dinas")
    republish(out, "index.html", "badan/index.html")
    assert content(out) == {
        ".htaccess": "isi .htaccess",
        "robots.txt": "isi robots.txt",
        "unduhan/renja 2024.pdf": "isi unduhan/renja 2024.pdf",
        "index.html": "baru index.html",
        "badan/index.html": "baru badan/index.html",
    }
    assert (out / "terbaru").readlink() == Path("dinas")
    assert names(tmp_path) == ["site"]


def test_a_pipe_stays_and_is_not_read(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "index.html")
    os.mkfifo(out / "pipa")
    republish(out, "index.html")
    assert (out / "pipa").is_fifo()


def test_a_site_needs_no_place_of_somebody(tmp_path: Path) -> None:
    out = lay(site(tmp_path / "site", "index.html"), "data/index.html")
    with pytest.raises(OutputError, match=r"site/data/index\.html bukan buatan iku"):
        republish(out, "index.html", "data/index.html")
    assert content(out)["index.html"] == "isi index.html"
    assert names(tmp_path) == ["site"]


def test_a_site_that_cannot_be_moved_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = site(tmp_path / "site", "index.html")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == FRESH:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="tidak dapat dipindahkan ke site"):
        republish(out, "index.html")
    assert content(out) == {"index.html": "isi index.html"}
    assert names(tmp_path) == ["site"]


def test_a_site_by_0_1_is_taken_over(tmp_path: Path) -> None:
    of_0_1 = ("index.html", "assets/iku.css", "data/iku.json", "data/datapackage.json")
    out = lay(tmp_path / "site", *of_0_1, "lama/index.html", ".htaccess", "robots.txt", "a/b.php")
    republish(out, "index.html", "a/b.php")
    assert content(out) == {
        ".htaccess": "isi .htaccess",
        "robots.txt": "isi robots.txt",
        "index.html": "baru index.html",
        "a/b.php": "baru a/b.php",
    }


def test_other_folders_with_our_data_are_no_site(tmp_path: Path) -> None:
    out = lay(tmp_path / "public_html", "index.php", "data/iku.json")
    with pytest.raises(OutputError, match="bukan situs buatan iku"):
        republish(out, "index.html")
    assert sorted(content(out)) == ["data/iku.json", "index.php"]


@pytest.mark.usefixtures("_exchange")
def test_what_is_put_there_during_a_build_stays(tmp_path: Path) -> None:
    out = lay(site(tmp_path / "site", "index.html"), "token")
    with staging(out) as beside:
        site(beside / FRESH, "index.html")
        lay(out, "unggah/foto.jpg")
        (out / "token").unlink()
        put_in_place(out, beside)
    assert sorted(content(out)) == ["index.html", "unggah/foto.jpg"]


def test_folders_of_somebody_keep_their_mode(tmp_path: Path) -> None:
    out = lay(site(tmp_path / "site", "index.html"), "rahasia/a.txt")
    (out / "kosong").mkdir()
    (out / "rahasia").chmod(0o700)
    out.chmod(0o750)
    republish(out, "index.html")
    modes = {path.name: path.stat().st_mode & 0o777 for path in (out, out / "rahasia")}
    assert modes == {"site": 0o750, "rahasia": 0o700}
    assert (out / "kosong").is_dir()


def test_what_cannot_be_carried_over_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = lay(site(tmp_path / "site", "index.html"), "milik-lain/a.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match=r"site/milik-lain/a\.txt tidak dapat dibawa"):
        republish(out, "index.html")
    assert content(out)["index.html"] == "isi index.html"


def test_another_folder_is_refused(tmp_path: Path) -> None:
    out = lay(tmp_path / "dokumen", "surat.txt")
    with pytest.raises(OutputError, match=r"dokumen berisi berkas lain, misalnya surat\.txt"):
        foreign_paths(out)


@pytest.mark.parametrize("kind", ["file", "pipe", "link"])
def test_only_a_folder_can_be_published_in(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "site"
    if kind == "file":
        out.touch()
    elif kind == "pipe":
        os.mkfifo(out)
    else:
        out.symlink_to("tidak ada")
    with pytest.raises(OutputError, match="site bukan folder"):
        foreign_paths(out)


def test_an_empty_folder_or_none_is_fine(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    assert foreign_paths(tmp_path / "kosong") == foreign_paths(tmp_path / "tidak-ada") == []


@pytest.mark.parametrize("raw", [b"nama-\xff.txt", b"dua\nbaris.txt"])
def test_the_list_of_a_site_keeps_any_name(tmp_path: Path, raw: bytes) -> None:
    name = os.fsdecode(raw)
    out = lay(tmp_path / "site", "index.html", name)
    (out / MANIFEST).write_bytes(manifest(["index.html", name]))
    assert foreign_paths(out) == []


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"{}", b"[1, [2], null]", b"[" * 100_000])
def test_a_spoilt_list_is_told(tmp_path: Path, spoilt: bytes) -> None:
    out = site(tmp_path / "site", "index.html")
    (out / MANIFEST).write_bytes(spoilt)
    with pytest.raises(OutputError, match=r"Daftar \.iku-berkas di folder site rusak"):
        republish(out, "index.html")
    assert content(out) == {"index.html": "isi index.html"}


BUILD = """
import sys, time
from pathlib import Path
from iku_terbuka.publish.output import staging
with staging(Path(sys.argv[1])) as beside:
    (beside / "baru").mkdir()
    if sys.argv[2] == "gone":
        Path(sys.argv[1]).rename(beside / "lama")
    print("ready", flush=True)
    time.sleep(60)
"""


def build(out: Path, step: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(out), step], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_folders_of_killed_builds_go_and_of_running_ones_stay(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "index.html")
    lay(tmp_path / ".site-cadangan", "index.html")
    lay(tmp_path / ".site-arsip123", "lama/penting.txt")
    running, killed = build(out, "here"), build(out, "here")
    try:
        assert len(names(tmp_path)) == 5
        killed.kill()
        killed.wait()
        republish(out, "index.html")
        assert len(names(tmp_path)) == 4
        assert (tmp_path / ".site-cadangan/index.html").is_file(), "no build makes such a folder"
    finally:
        running.kill()
        running.wait()
    republish(out, "index.html")
    assert names(tmp_path) == [".site-arsip123", ".site-cadangan", "site"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_a_build_that_is_stopped_between_two_renames_gives_the_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    out = lay(site(tmp_path / "site", "index.html"), "robots.txt")
    rename = Path.rename

    def stop(self: Path, target: Path) -> Path:
        if self.name == FRESH:
            raise error
        return rename(self, target)

    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises((KeyboardInterrupt, OutputError)):
        republish(out, "index.html")
    assert sorted(content(out)) == ["index.html", "robots.txt"]
    assert names(tmp_path) == ["site"]


def test_an_empty_folder_of_a_killed_build_goes_and_what_others_keep_there_stays(
    tmp_path: Path,
) -> None:
    """A build may be killed before its folder has a lock, or after the lock is gone."""
    (tmp_path / ".site-aaaaaaaa").mkdir()
    (tmp_path / ".site-download").mkdir()
    (tmp_path / ".site-download/milik-kami").touch()
    with staging(tmp_path / "site"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [".site-download"]


def test_a_site_that_a_killed_build_took_away_comes_back(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "index.html", "robots.txt")
    killed = build(out, "gone")
    assert not out.exists()
    killed.kill()
    killed.wait()
    with staging(out):
        assert sorted(content(out)) == ["index.html", "robots.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux exchanges two folders")
def test_readers_never_miss_the_site(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "index.html")
    reader = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import os, sys\nprint('ready', flush=True)\nmissing = 0\n"
            "while not os.path.exists(sys.argv[2]):\n"
            "    missing += not os.path.exists(sys.argv[1])\nprint(missing)",
            str(out),
            str(tmp_path / "end"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout
    reader.stdout.readline()
    for _ in range(200):
        republish(out, "index.html")
    time.sleep(0.05)
    (tmp_path / "end").touch()
    assert reader.communicate()[0] == "0\n"
