"""What a command costs: CPU seconds of it and its children, wall seconds, peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss is in kB, but in bytes on macOS.
_KB = 1024 if sys.platform == "darwin" else 1


@dataclass(frozen=True)
class Biaya:
    """Cost of one run: ``cpu`` and ``waktu`` in seconds, ``memori`` in MB."""

    cpu: float
    waktu: float
    memori: float


def ukur(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> Biaya:
    """Run ``command`` to its end. Raises ``RuntimeError`` with its output where it fails."""
    log = cwd / "bench.log"
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 (our own commands)
            command, cwd=cwd, env={**os.environ, **(env or {})}, stdout=out, stderr=out
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}:\n{log.read_text(encoding='utf-8')[-2000:]}")
    log.unlink()
    return Biaya(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024 / _KB)


def termurah(biaya: Iterable[Biaya]) -> Biaya:
    """Return the run of least CPU: what else the machine does can only add to them."""
    return min(biaya, key=lambda satu: satu.cpu)
