"""Reading a revision: nothing outside of the folder is written, followed or run."""

from pathlib import Path

import pytest

from iku_terbuka.diff import RevisionError, copy_data, open_repository
from tests.diff.sides import BASE, run_diff
from tests.repository import Repository


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = Repository(tmp_path / "repo")
    repo.commit("Awal", BASE)
    return repo


def test_a_copy_is_the_files_of_the_commit(repo: Repository, tmp_path: Path) -> None:
    (repo.root / "indicators/SUMBER.md").write_text("panjang", encoding="utf-8")
    (repo.root / "di-luar.yaml").write_text("a: 1", encoding="utf-8")
    commit = repo.commit("Lagi", {"nama aneh\té.yaml": "a: 1\r\n", "kosong.yaml": ""})
    to = tmp_path / "salinan"
    copy_data(open_repository(repo.root / "indicators"), commit, to)
    here = {path.relative_to(to).as_posix(): path for path in to.rglob("*") if path.is_file()}
    assert set(here) == {*BASE, "nama aneh\té.yaml", "kosong.yaml"}, "only YAML is data"
    for name, text in BASE.items():
        assert here[name].read_text(encoding="utf-8") == text
    assert here["nama aneh\té.yaml"].read_bytes() == b"a: 1\r\n"


def test_a_file_too_large_is_not_read_but_still_too_large(repo: Repository, tmp_path: Path) -> None:
    commit = repo.commit("Besar", {"besar.yaml": "x" * 3_000_000})
    copy_data(open_repository(repo.root / "indicators"), commit, tmp_path / "salinan")
    assert 1_000_000 < (tmp_path / "salinan/besar.yaml").stat().st_size < 1_100_000


def test_a_link_is_reported_and_never_followed(repo: Repository, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.yaml"
    secret.write_text("rahasia: 1", encoding="utf-8")
    (repo.root / "indicators/kabupaten-contoh/bagian-hukum/capaian/2025.yaml").symlink_to(secret)
    repo.git("switch", "-q", "-c", "tautan")
    commit = repo.commit("Tautan")
    copy_data(open_repository(repo.root / "indicators"), commit, tmp_path / "salinan")
    link = tmp_path / "salinan/kabupaten-contoh/bagian-hukum/capaian/2025.yaml"
    assert link.is_symlink()
    assert not link.exists()
    result = run_diff(repo, "main", "tautan")
    assert result.return_value == 1
    assert "[tautan-simbolik]" in result.output
    assert "rahasia" not in result.output


def tree_with(repo: Repository, name: str) -> str:
    """Return a commit whose data holds a tree entry that no checkout would make."""
    blob = repo.git("hash-object", "-w", "--stdin", stdin=b"a: 1\n")
    raw = b"100644 " + name.encode() + b"\0" + bytes.fromhex(blob)
    tree = repo.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=raw)
    top = repo.git("mktree", stdin=f"040000 tree {tree}\tindicators\n".encode())
    return repo.git("commit-tree", top, "-m", "x")


@pytest.mark.parametrize("name", ["../../luar.yaml", "./a.yaml", "a\\..\\b.yaml", "c:x.yaml"])
def test_a_path_that_leads_elsewhere_is_refused(
    repo: Repository, tmp_path: Path, name: str
) -> None:
    commit = tree_with(repo, name)
    before = {path for path in tmp_path.rglob("*") if ".git" not in path.parts}
    with pytest.raises(RevisionError, match="tidak aman"):
        copy_data(open_repository(repo.root / "indicators"), commit, tmp_path / "salinan")
    assert {path for path in tmp_path.rglob("*") if ".git" not in path.parts} == before
    assert run_diff(repo, "--", commit).exception is not None


def test_what_is_no_data_may_be_called_anything(repo: Repository, tmp_path: Path) -> None:
    commit = repo.commit("Catatan", {"catatan: rapat.md": "x"})
    copy_data(open_repository(repo.root / "indicators"), commit, tmp_path / "salinan")
    assert run_diff(repo, "HEAD").return_value == 0


def test_a_hidden_folder_of_data_is_compared_too(repo: Repository) -> None:
    repo.git("mv", "indicators", ".data")
    repo.git("commit", "-q", "-m", "Pindah")
    assert open_repository(repo.root / ".data").data == ".data"


def test_a_submodule_is_an_empty_folder(repo: Repository, tmp_path: Path) -> None:
    commit = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},indicators/modul")
    repo.git("commit", "-q", "-m", "Modul")
    copy_data(
        open_repository(repo.root / "indicators"),
        repo.git("rev-parse", "HEAD"),
        tmp_path / "salinan",
    )
    assert list((tmp_path / "salinan/modul").iterdir()) == []
