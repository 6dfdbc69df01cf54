"""The preview follows the files, and says in the browser what is wrong with them."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.conftest import copy_small_project

SAKIP = "indicators/kabupaten-balangan/sekretariat-daerah/iku.yaml"
PAGE = "kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.html"
PROBLEM = "Ada yang perlu diperbaiki"
HEADING = 'id="judul"'


class Preview:
    """A running `iku serve`, which writes to ``log``."""

    def __init__(self, project: Path, port: int) -> None:
        self.project, self._address = project, f"http://127.0.0.1:{port}/"
        self._log = project / "serve.log"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", "from iku_terbuka.cli import main; main()", "serve"],
                cwd=project,
                stdout=log,
                stderr=log,
            )

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def page(self, path: str = PAGE) -> str:
        try:
            with urllib.request.urlopen(self._address + path, timeout=5) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    def wait_for(self, words: str, read: Callable[[], str] | None = None) -> str:
        """Wait until a page holds ``words``; return it."""
        seen = ""
        for _ in range(600):  # two minutes; only a failure waits that long
            seen = (read or self.page)()
            if words in seen:
                return seen
            time.sleep(0.2)
        raise AssertionError(f"{words!r} never appeared in: {seen[-500:]} {self.log[-2000:]}")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_small_project(tmp_path)


@pytest.fixture
def start(project: Path) -> Iterator[Callable[[], Preview]]:
    started: list[Preview] = []

    def start() -> Preview:
        port = free_port()
        path = project / "mkdocs.yml"
        path.write_text(
            f"dev_addr: 127.0.0.1:{port}\n" + path.read_text(encoding="utf-8"), encoding="utf-8"
        )
        started.append(Preview(project, port))
        return started[-1]

    yield start
    for preview in started:
        preview.process.terminate()
        preview.process.wait(20)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_preview_follows_the_files(project: Path, start: Callable[[], Preview]) -> None:
    preview = start()
    preview.wait_for("68,4")
    change(project / SAKIP, "nilai: 68.4", "nilai: 69.9")
    preview.wait_for("69,9")
    change(project / SAKIP, "nama: Nilai SAKIP", "nama: Angka SAKIP")
    preview.wait_for("Angka SAKIP", lambda: preview.page("cari/indeks.js"))
    assert "Traceback" not in preview.log


def test_what_is_wrong_stands_in_the_browser(project: Path, start: Callable[[], Preview]) -> None:
    """From the start on, for data, a template and a folder that is away; each comes back."""
    change(project / SAKIP, "nilai: 68.4", "nilai: 68,4")
    preview = start()
    page = preview.wait_for(PROBLEM)
    assert f"{SAKIP}:" in page
    assert "Angka “68,4” memakai koma" in page
    change(project / SAKIP, "nilai: 68,4", "nilai: 68.4")
    preview.wait_for(HEADING)

    template = project / "theme/main.html"
    change(template, "{% block site_meta %}", "{% blok site_meta %}")
    assert "TemplateSyntaxError" in preview.wait_for(PROBLEM)
    change(template, "{% blok site_meta %}", "{% block site_meta %}")
    preview.wait_for(HEADING)

    (project / "indicators").rename(project / "disimpan")
    preview.wait_for(PROBLEM)
    shutil.copytree(project / "disimpan", project / "indicators")
    preview.wait_for(HEADING)
    change(project / SAKIP, "nilai: 68.4", "nilai: 69.9")
    preview.wait_for("69,9")
    assert "Traceback" not in preview.log


def test_a_used_address_is_told(project: Path, start: Callable[[], Preview]) -> None:
    with socket.socket() as used:
        used.bind(("127.0.0.1", 0))
        used.listen()
        port = used.getsockname()[1]
        change(project / "mkdocs.yml", "site_name:", f"dev_addr: 127.0.0.1:{port}\nsite_name:")
        preview = Preview(project, port)
        assert preview.process.wait(60) == 1
        assert f"Alamat 127.0.0.1:{port} tidak dapat dipakai" in preview.log
        assert "Traceback" not in preview.log
