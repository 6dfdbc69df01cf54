"""A preview passes by what lies there as it would be written, and never what a failure left."""

from pathlib import Path

from iku_terbuka.mkdocs_plugin.pratinjau import Pratinjau, pratinjau, pratinjau_kini
from iku_terbuka.output import OutputFile


def bangun(lanjut: Pratinjau, folder: Path, isi: dict[str, str], gagal: str = "") -> list[str]:
    """Write what is not there yet; return what was written. It fails before it writes ``gagal``."""
    lanjut.mulai()
    written = []
    for path, text in isi.items():
        if not lanjut.sama(path, text):
            if path == gagal:
                return written
            (folder / path).write_text(text, encoding="utf-8")
            written.append(path)
    lanjut.selesai(folder)
    return written


def test_only_what_changed_is_written_and_what_is_gone_is_deleted(tmp_path: Path) -> None:
    lanjut = Pratinjau()
    assert bangun(lanjut, tmp_path, {"a": "1", "b": "2"}) == ["a", "b"]
    assert bangun(lanjut, tmp_path, {"a": "1", "b": "2"}) == []
    assert bangun(lanjut, tmp_path, {"a": "1", "b": "3"}) == ["b"]
    assert bangun(lanjut, tmp_path, {"a": "1"}) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]


def test_after_a_failure_nothing_half_done_counts(tmp_path: Path) -> None:
    lanjut = Pratinjau()
    bangun(lanjut, tmp_path, {"a": "1", "b": "2", "c": "3"})
    bangun(lanjut, tmp_path, {"a": "1", "b": "baru", "c": "baru"}, gagal="c")
    assert bangun(lanjut, tmp_path, {"a": "1", "b": "2", "c": "3"}) == ["b", "c"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "2"


def test_files_to_take_away_are_there_for_pages_that_were_there() -> None:
    lanjut = Pratinjau(halaman={"x/index.html": ""})
    page = OutputFile("x/index.md", "")
    assert not lanjut.lengkap([page])
    lanjut.unduhan = ["data/iku.zip"]
    assert lanjut.lengkap([page, OutputFile("x/kartu.png", b"")])
    assert not lanjut.lengkap([page, OutputFile("baru/index.md", "")])


def test_it_lasts_as_long_as_the_block() -> None:
    assert pratinjau_kini() is None
    with pratinjau():
        assert pratinjau_kini() is pratinjau_kini() is not None
    assert pratinjau_kini() is None
