"""Builds that are killed: what is published stays whole, and the next build goes on from there."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from random import Random

from tests.attack.common import COUNTS, DINAS, Fault, copy_small_data, iku
from tests.attack.site import check_beside, contents, new_project
from tests.conftest import EPOCH, ROOT

SUFFIX, SHARE = ".json", 2.0
Files = dict[str, bytes]
BUILD = [sys.executable, "-c", "from iku_terbuka.cli import main; main()", "build"]


def draw(rng: Random) -> bytes:
    """Return when a build is killed, as a part of its usual time, and how."""
    # Most moments lie at the end, where sites are swapped.
    moment = rng.choice((rng.random(), 0.7 + rng.random() * 0.35))
    how = rng.choice(("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"))
    return json.dumps({"moment": moment, "signal": how, "first": rng.random() < 0.15}).encode()


@cache
def _project() -> tuple[Path, tuple[Files, Files], float]:
    """Return a project, the two sites that its two states of data give, and the time of a build."""
    project = new_project(Path(tempfile.mkdtemp(prefix="iku-serangan-"), "proyek"))
    copy_small_data(project / "indicators")
    sites = []
    for state in (0, 1):
        _set(project, state)
        start = time.monotonic()
        iku("build", cwd=project)
        sites.append(contents(project / "site"))
        took = time.monotonic() - start
    return project, (sites[0], sites[1]), took


def _set(project: Path, state: int) -> None:
    """Write one of two states of the data, which differ in a number on many pages."""
    file = project / "indicators" / DINAS / "capaian/2025.yaml"
    lines = file.read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if "realisasi:" in line)
    lines[at] = lines[at].partition(":")[0] + f": {40 + state}"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def attack(case: bytes) -> None:
    """Kill a build that goes from one state to the other, then build on."""
    asked = json.loads(case)
    project, sites, took = _project()
    site = project / "site"
    if asked["first"]:
        shutil.rmtree(site, ignore_errors=True)
        shutil.rmtree(project / ".cache", ignore_errors=True)
    before = contents(site) if site.exists() else {}
    state = 0 if before == sites[1] else 1
    _set(project, state)
    said = _kill(project, took * asked["moment"], getattr(signal, asked["signal"]))
    if "Traceback" in said and asked["moment"] > 0.3:  # before, Python itself begins
        raise Fault(f"traceback after {asked['signal']}")
    check_swap(site, before, sites[state])
    iku("build", cwd=project)
    if contents(site) != sites[state]:
        raise Fault("after a killed build the next one is not whole")
    check_beside(site)


def check_swap(site: Path, old: Files, new: Files) -> None:
    """Raise unless a site is the old or the new one."""
    now = contents(site) if site.exists() else {}
    if now not in (old, new):
        raise Fault("a killed build leaves half a site" if now else "a killed build leaves no site")


def _kill(project: Path, seconds: float, sign: signal.Signals) -> str:
    """Build for some seconds, then send a signal; return what the build says of it."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "generator"), "SOURCE_DATE_EPOCH": EPOCH}
    with subprocess.Popen(
        BUILD, cwd=project, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            process.wait(seconds)
            COUNTS["ended before"] += 1
        except subprocess.TimeoutExpired:
            process.send_signal(sign)
            COUNTS[sign.name] += 1
        try:
            return process.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            raise Fault(f"a build outlives {sign.name}") from None
