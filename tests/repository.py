"""A real Git repository of small fictional data, with fixed dates and nobody's configuration."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ADDRESS = "git@contoh.invalid"
ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Contoh",
    "GIT_AUTHOR_EMAIL": ADDRESS,
    "GIT_COMMITTER_NAME": "Contoh",
    "GIT_COMMITTER_EMAIL": ADDRESS,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
DINAS = "kabupaten-contoh/dinas-contoh"


def iku(**target: str) -> str:
    """Return a decree with the indicators ``x="{2024: 80}"``."""
    lines = "".join(
        f"      - id: {name}\n        nama: Indikator {name}\n        target: {values}\n"
        for name, values in target.items()
    )
    return f"instansi: Dinas Contoh\nsasaran:\n  - nama: Sasaran\n    indikator:\n{lines}"


def capaian(tahun: int, **result: str) -> str:
    """Return a year's results, ``x="{realisasi: 81.2}"``."""
    lines = "".join(f"  {name}: {values}\n" for name, values in result.items())
    return f"tahun: {tahun}\ncapaian:\n{lines}"


class Repository:
    """The repository in ``root``; ``data`` is its folder of data, where paths begin."""

    def __init__(self, root: Path, data: str = "indicators") -> None:
        self.root = root
        self.data = root / data
        self.data.mkdir(parents=True, exist_ok=True)
        self._day = 0
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, at: str = "2026-01-01T12:00:00+0700", stdin: bytes = b"") -> str:
        dated = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],
            input=stdin,
            env=os.environ | ENVIRONMENT | dated,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def write(self, path: str, text: str) -> None:
        file = self.data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def write_all(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            self.write(path, text)

    def move(self, old: str, new: str) -> None:
        (self.data / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", str(self.data / old), str(self.data / new))

    def remove(self, path: str) -> None:
        self.git("rm", "--quiet", "-r", str(self.data / path))

    def commit(
        self,
        message: str = "Ubah",
        files: Mapping[str, str] | None = None,
        at: str = "",
        **of_dinas: str,
    ) -> str:
        """Commit everything and return the hash.

        ``files``, and ``iku=…`` and ``c2024=…`` as files of ``DINAS``, are written first. Without
        ``at`` every commit is a day later than the one before.
        """
        self.write_all(files or {})
        for name, text in of_dinas.items():
            path = f"capaian/{name.removeprefix('c')}" if name.startswith("c2") else name
            self.write(f"{DINAS}/{path}.yaml", text)
        self._day += 1
        self.git("add", "--all")
        day = at or f"2026-01-{self._day:02}T12:00:00+0700"
        self.git("commit", "--quiet", "--allow-empty", "-m", message, at=day)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str) -> None:
        self.git("checkout", "--quiet", "-b", name)

    def merge(self, name: str, message: str, at: str = "2026-02-01T12:00:00+0700") -> str:
        self.git("checkout", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", name, "-m", message, at=at)
        return self.git("rev-parse", "HEAD")
