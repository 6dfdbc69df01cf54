"""Git is asked about one folder, and runs nothing that somebody has configured."""

import os
import subprocess
from pathlib import Path

import pytest

from iku_terbuka.history.git import GitError, git
from iku_terbuka.history.reference import tanggal_acuan
from tests.history.gudang import Gudang, capaian, iku


@pytest.fixture
def gudang(tmp_path: Path) -> Gudang:
    made = Gudang(tmp_path / "repo")
    made.komit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    return made


def test_a_hook_of_another_repository_does_not_mislead(
    gudang: Gudang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = gudang.git("rev-parse", "HEAD")
    other = tmp_path / "lain"
    subprocess.run(["git", "init", "-q", str(other)], check=True)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert git(gudang.data, "rev-parse", "HEAD").decode().strip() == head
    assert tanggal_acuan(gudang.data, {}) is not None


@pytest.mark.skipif(os.name == "nt", reason="a script as a program")
def test_configured_programs_do_not_run(gudang: Gudang, tmp_path: Path) -> None:
    script, seen = tmp_path / "jalan.sh", tmp_path / "jejak"
    script.write_text(f"#!/bin/sh\necho x >> {seen}\n", encoding="utf-8")
    script.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "post-index-change").symlink_to(script)
    gudang.git("config", "core.fsmonitor", str(script))
    gudang.git("config", "core.hooksPath", str(hooks))
    gudang.git("config", "gpg.program", str(script))
    gudang.git("config", "log.showSignature", "true")
    seen.unlink(missing_ok=True)
    git(gudang.data, "status", "--porcelain")
    git(gudang.data, "diff", "--name-only", "HEAD")
    assert tanggal_acuan(gudang.data, {}) is not None
    assert not seen.exists()


def test_a_refusal_is_an_error_with_words(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        git(tmp_path, "log")
