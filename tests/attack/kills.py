"""Builds that are killed: what is published stays whole, and the next build goes on from there."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.attack.common import COUNTS, DINAS, Fault, copy_small_data, iku
from tests.attack.site import check_beside, contents, new_project
from tests.conftest import EPOCH, ROOT

SUFFIX, SHARE = ".json", 2.0
Files = dict[str, bytes]
_FOLDER = tempfile.TemporaryDirectory()  # goes with the process
BUILD = [sys.executable, "-c", "from iku_terbuka.cli import main; main()", "build"]


def draw(rng: Random) -> bytes:
    """Return when a build is killed and how: a part of its usual time, or so long after a sign.

    The signs: something new lies beside the site; the site itself is another or gone.
    """
    return json.dumps(
        {
            "after": rng.choice(("start", "beside", "swap")),
            "moment": rng.random() * rng.choice((0.02, 0.3, 1.0)),
            "signal": rng.choice(("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")),
            "first": rng.random() < 0.15,
        }
    ).encode()


@dataclass
class Project:
    """A project, the sites that its two states of data give, and the seconds of a build."""

    folder: Path
    sites: list[Files]
    seconds: float

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self) -> Files:
        start = time.monotonic()
        iku("build", cwd=self.folder)
        self.seconds = min(self.seconds, time.monotonic() - start)
        return contents(self.site)


@cache
def _project() -> Project:
    folder = new_project(Path(_FOLDER.name, "proyek"))
    copy_small_data(folder / "indicators")
    project = Project(folder, [], 60)
    for state in (0, 1):
        _set(folder, state)
        project.sites.append(project.build())
    return project


def _set(project: Path, state: int) -> None:
    """Write one of two states of the data, which differ in a number on many pages."""
    file = project / "indicators" / DINAS / "capaian/2025.yaml"
    lines = file.read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if "realisasi:" in line)
    lines[at] = lines[at].partition(":")[0] + f": {40 + state}"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def attack(case: bytes) -> None:
    """Kill a build that goes from one state to the other, then build on."""
    asked, project = json.loads(case), _project()
    if asked["first"]:
        shutil.rmtree(project.site, ignore_errors=True)
        shutil.rmtree(project.folder / ".cache", ignore_errors=True)
    before = contents(project.site) if project.site.exists() else {}
    state = 0 if before == project.sites[1] else 1
    _set(project.folder, state)
    said = _kill(project, asked)
    if "Traceback" in said and (asked["after"] != "start" or asked["moment"] > 0.3):
        raise Fault(f"traceback after {asked['signal']}")  # earlier, Python itself begins
    check_swap(project.site, before, project.sites[state])
    if project.build() != project.sites[state]:
        raise Fault("after a killed build the next one is not whole")
    check_beside(project.site)


def check_swap(site: Path, old: Files, new: Files) -> None:
    """Raise unless a site is the old or the new one."""
    now = contents(site) if site.exists() else {}
    if now not in (old, new):
        raise Fault("a killed build leaves half a site" if now else "a killed build leaves no site")


def _kill(project: Project, asked: dict[str, Any]) -> str:
    """Start a build and kill it at the moment asked for; return what it says of that."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "SOURCE_DATE_EPOCH": EPOCH}
    sign = signal.Signals[asked["signal"]]
    before = _look(project.site)
    with subprocess.Popen(
        BUILD,
        cwd=project.folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # A run in the background is born deaf to this one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        sees = {"start": lambda look: True, "beside": lambda look: look[0] != before[0]}
        seen = sees.get(asked["after"], lambda look: look[1] != before[1])
        while process.poll() is None and not seen(_look(project.site)):
            time.sleep(0.0005)
        time.sleep(asked["moment"] * project.seconds)
        COUNTS["ended before" if process.poll() is not None else sign.name] += 1
        process.send_signal(sign)
        try:
            return process.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            raise Fault(f"a build outlives {sign.name}") from None


def _look(site: Path) -> tuple[set[str], int]:
    """Return what lies beside a site, and which folder it is."""
    try:
        return {path.name for path in site.parent.iterdir()}, site.stat().st_ino
    except FileNotFoundError:
        return {path.name for path in site.parent.iterdir()}, 0
