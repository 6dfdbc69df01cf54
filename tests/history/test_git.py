"""Git is asked about one folder, and runs nothing that somebody has configured."""

import os
import subprocess
from pathlib import Path

import pytest

from iku_terbuka.history import reference_date
from iku_terbuka.history.git import HASH, GitError, NoRepositoryError, ask, git, read_blobs
from iku_terbuka.history.steps import read_steps
from tests.repository import Repository, capaian, iku


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    made.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    return made


def test_a_hook_of_another_repository_does_not_mislead(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = repo.git("rev-parse", "HEAD")
    other = tmp_path / "lain"
    subprocess.run(["git", "init", "-q", str(other)], check=True)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert git(repo.data, "rev-parse", "HEAD").decode().strip() == head
    assert reference_date(repo.data, {}) is not None


@pytest.mark.skipif(os.name == "nt", reason="a script as a program")
def test_configured_programs_do_not_run(repo: Repository, tmp_path: Path) -> None:
    script, seen = tmp_path / "jalan.sh", tmp_path / "jejak"
    script.write_text(f"#!/bin/sh\necho x >> {seen}\n", encoding="utf-8")
    script.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "post-index-change").symlink_to(script)
    repo.git("config", "core.fsmonitor", str(script))
    repo.git("config", "core.hooksPath", str(hooks))
    repo.git("config", "gpg.program", str(script))
    repo.git("config", "log.showSignature", "true")
    seen.unlink(missing_ok=True)
    git(repo.data, "status", "--porcelain")
    git(repo.data, "diff", "--name-only", "HEAD")
    assert reference_date(repo.data, {}) is not None
    assert not seen.exists()


def test_a_refusal_is_an_error_with_words(tmp_path: Path) -> None:
    with pytest.raises(NoRepositoryError, match="tidak berada di repositori Git"):
        git(tmp_path, "log")


def test_an_answer_of_another_shape_is_an_error(repo: Repository) -> None:
    head = repo.git("rev-parse", "HEAD")
    assert ask(repo.data, HASH, "rev-parse", "HEAD") == (head,)
    for words in (("status", "--porcelain"), ("log", "-1"), ("rev-parse", "HEAD", "HEAD")):
        with pytest.raises(GitError, match="tidak dapat dibaca"):
            ask(repo.data, HASH, *words)


@pytest.mark.parametrize("answer", [b"", b"x\n", b"abc blob\n", b"abc blob x\n", b"\0\xff"])
def test_blobs_that_are_none(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr("iku_terbuka.history.git.git", lambda *_, **__: answer)
    with pytest.raises(GitError, match="tidak dapat dibaca"):
        read_blobs(repo.data, ["abc"])


@pytest.mark.parametrize(
    "log",
    [
        b"a\0\0kemarin\0x\0",
        b"a\0\0" + b"9" * 5_000 + b"\0x\0",
        b"a\0\x000\0x\0\n:100644 x\0a.yaml\0",
        b"a\0\x000\0x\0\n:100644 100644 aa bb R100\0a.yaml",
    ],
)
def test_a_log_that_is_none(repo: Repository, monkeypatch: pytest.MonkeyPatch, log: bytes) -> None:
    monkeypatch.setattr("iku_terbuka.history.steps.git", lambda *_: log)
    with pytest.raises(GitError, match="tidak dapat dibaca"):
        read_steps(repo.data, "HEAD")
