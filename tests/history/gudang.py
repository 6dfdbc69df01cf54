"""A real Git repository of small fictional data, with fixed dates and nobody's configuration."""

import os
import subprocess
from pathlib import Path

ALAMAT = "git@contoh.invalid"
TETAP = {
    "GIT_AUTHOR_NAME": "Contoh",
    "GIT_AUTHOR_EMAIL": ALAMAT,
    "GIT_COMMITTER_NAME": "Contoh",
    "GIT_COMMITTER_EMAIL": ALAMAT,
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


def capaian(tahun: int, **hasil: str) -> str:
    """Return a year's results, ``x="{realisasi: 81.2}"``."""
    lines = "".join(f"  {name}: {values}\n" for name, values in hasil.items())
    return f"tahun: {tahun}\ncapaian:\n{lines}"


class Gudang:
    """The repository in ``akar``; ``data`` is its folder of data, where paths begin."""

    def __init__(self, akar: Path, data: str = "indicators") -> None:
        self.akar = akar
        self.data = akar / data
        self.data.mkdir(parents=True, exist_ok=True)
        self._hari = 0
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, waktu: str = "2026-01-01T12:00:00+0700") -> str:
        dated = {"GIT_AUTHOR_DATE": waktu, "GIT_COMMITTER_DATE": waktu}
        done = subprocess.run(
            ["git", "-C", str(self.akar), *words],
            env=os.environ | TETAP | dated,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def tulis(self, path: str, text: str) -> None:
        file = self.data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def pindah(self, dari: str, ke: str) -> None:
        (self.data / ke).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", str(self.data / dari), str(self.data / ke))

    def hapus(self, path: str) -> None:
        self.git("rm", "--quiet", "-r", str(self.data / path))

    def komit(self, pesan: str = "Ubah", waktu: str = "", **berkas: str) -> str:
        """Commit everything and return the hash.

        ``iku=…`` and ``c2024=…`` are written to the files of ``DINAS`` first. Without ``waktu``
        every commit is a day later than the one before.
        """
        for nama, text in berkas.items():
            path = f"capaian/{nama.removeprefix('c')}" if nama.startswith("c2") else nama
            self.tulis(f"{DINAS}/{path}.yaml", text)
        self._hari += 1
        self.git("add", "--all")
        day = waktu or f"2026-01-{self._hari:02}T12:00:00+0700"
        self.git("commit", "--quiet", "--allow-empty", "-m", pesan, waktu=day)
        return self.git("rev-parse", "HEAD")

    def cabang(self, nama: str) -> None:
        self.git("checkout", "--quiet", "-b", nama)

    def gabung(self, nama: str, pesan: str, waktu: str = "2026-02-01T12:00:00+0700") -> str:
        self.git("checkout", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", nama, "-m", pesan, waktu=waktu)
        return self.git("rev-parse", "HEAD")
