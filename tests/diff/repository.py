"""A small Git repository with dates that do not change."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from iku_terbuka.cli import iku


@dataclass(frozen=True)
class Repo:
    root: Path

    def git(self, *words: str, stdin: bytes = b"") -> str:
        fixed = {
            "GIT_AUTHOR_NAME": "Uji",
            "GIT_AUTHOR_EMAIL": "uji@example.invalid",
            "GIT_AUTHOR_DATE": "2026-11-21T12:00:00+07:00",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        fixed |= {
            name.replace("AUTHOR", "COMMITTER"): value
            for name, value in fixed.items()
            if "AUTHOR" in name
        }
        command = ("git", "-C", str(self.root), *words)
        done = subprocess.run(
            command, input=stdin, env=os.environ | fixed, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def write(self, files: dict[str, str], folder: str = "indicators") -> None:
        for name, text in files.items():
            path = self.root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, message: str, files: dict[str, str] | None = None) -> str:
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def diff(self, *args: str) -> Result:
        folder = str(self.root / "indicators")
        command = ("diff", "--indicators", folder, *args)
        return CliRunner().invoke(iku, command, standalone_mode=False)


def new_repo(folder: Path) -> Repo:
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    return repo
