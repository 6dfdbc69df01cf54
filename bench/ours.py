"""Our own way: the whole pipeline, from YAML to the finished site, and its preview."""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

from bench.cost import Cost, measure
from bench.data import ACUAN, data
from iku_terbuka.mkdocs_plugin.serve import PREVIEW_DONE

ROOT = Path(__file__).parent.parent
# Noon of the reference date in WIB; a public address, so that cards for sharing are made too.
_DAY = 86_400
_NOON = (ACUAN.toordinal() - 719_163) * _DAY + 5 * 3600
_SITE_URL = 'site_url: "https://iku.contoh.example/"'
_COMMITTED = f"{_NOON - 30 * _DAY} +0700"
_REALISASI = re.compile(r"realisasi: (\d+)")
_BUILT, _READY = PREVIEW_DONE, "Serving on"


@dataclass(frozen=True)
class PageWeights:
    """Pages of a site: how many, of how many indicators, and the bytes of the latter's HTML."""

    count: int
    indicators: int
    median: int
    largest: int
    largest_compressed: int


def write_project(folder: Path, count: int) -> Path:
    """Write a project of ``count`` indicators in ``folder``; return it."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace('site_url: ""', _SITE_URL)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for path, text in data(count).items():
        file = folder / "indicators" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    _git(folder, "init", "-q")
    commit(folder)
    return folder


def commit(project: Path) -> None:
    """Commit the data, of which every page then knows its day."""
    _git(project, "add", "indicators")
    _git(project, "commit", "-q", "--allow-empty", "-m", "Data contoh")


def _git(project: Path, *words: str) -> None:
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    environ = {**os.environ, **dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), _COMMITTED)}
    subprocess.run(["git", *who, *words], cwd=project, env=environ, check=True)  # noqa: S603, S607


def add_extension(project: Path) -> None:
    """Add a Markdown extension and a plugin to mkdocs.yml, as other sites have them."""
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace("plugins:\n", "plugins:\n  - search\n")
    text = text.replace("markdown_extensions:\n", "markdown_extensions:\n  - admonition\n")
    config.write_text(text, encoding="utf-8")


def measure_iku(project: Path, *args: str, day: int = 0) -> Cost:
    """Measure a command of ours in the project, ``day`` days after the reference date."""
    return measure([_iku(), *args], project, _environment(day))


def _iku() -> str:
    return str(Path(sys.executable).with_name("iku"))


def _environment(day: int = 0) -> dict[str, str]:
    return {"SOURCE_DATE_EPOCH": str(_NOON + day * _DAY)}


def change_number(project: Path) -> None:
    """Change one number of one indicator, as a daily correction does."""
    path = next((project / "indicators").rglob("capaian/*.yaml"))
    text = path.read_text(encoding="utf-8")
    changed = _REALISASI.sub(lambda found: f"realisasi: {int(found[1]) + 1}", text, count=1)
    if changed == text:
        raise RuntimeError(f"no number in {path.name}")
    path.write_text(changed, encoding="utf-8")


def measure_change(project: Path) -> Cost:
    """Measure a build after one number has changed."""
    change_number(project)
    return measure_iku(project, "build")


def weigh_pages(site: Path) -> PageWeights:
    """Weigh the pages of a finished site."""
    pages = list(site.rglob("index.html"))
    html = [page.read_bytes() for page in pages]
    own = [text for text in html if b'id="riwayat"' in text]
    sizes = [len(text) for text in own]
    packed = max(len(zlib.compress(text, 6)) for text in own)
    return PageWeights(len(pages), len(own), int(statistics.median(sizes)), max(sizes), packed)


def measure_preview(project: Path) -> tuple[Cost, Cost] | None:
    """Return the cost of ``iku serve``: its first build, then one changed number.

    ``None`` where there is no ``/proc`` to read it from.
    """
    if not Path("/proc/self/stat").exists():
        return None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"dev_addr: 127.0.0.1:{port}\n{text}", encoding="utf-8")
    log = project / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603 (our own command)
            [_iku(), "serve"],
            cwd=project,
            env={**os.environ, **_environment()},
            stdout=out,
            stderr=out,
        )
    try:
        first = _wait_for_build(server, log, 1, Cost(0, 0, 0))
        change_number(project)
        return first, _wait_for_build(server, log, 2, first)
    finally:
        server.terminate()
        server.wait()
        config.write_text(text, encoding="utf-8")


def _wait_for_build(server: subprocess.Popen[bytes], log: Path, nth: int, before: Cost) -> Cost:
    """Wait for build number ``nth``; return what the server has spent since ``before``."""
    began = time.monotonic()
    while (text := log.read_text(encoding="utf-8")).count(_BUILT) < nth or _READY not in text:
        if server.poll() is not None:
            raise RuntimeError(log.read_text(encoding="utf-8")[-2000:])
        time.sleep(0.05)
    wall = time.monotonic() - began
    time.sleep(1)  # until it waits again
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return Cost(cpu - before.cpu, wall, peak)
