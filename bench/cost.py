"""What a command costs, and the table of such costs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss is in kB, but in bytes on macOS.
_KB = 1024 if sys.platform == "darwin" else 1
_HEAD = ("Indicators", "Way", "CPU s", "Wall s", "Peak MB", "ms/page", "CPU ÷ plain")


@dataclass(frozen=True)
class Cost:
    """Cost of one run: ``cpu`` (children included) and ``wall`` in seconds, ``memory`` in MB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Row:
    """One run: ``pages`` were made, if any; ``ratio`` is its CPU over the plain way's."""

    indicators: int
    way: str
    cost: Cost
    pages: int = 0
    ratio: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        each = self.cost.cpu / self.pages * 1000 if self.pages else None
        return (
            f"{self.indicators:,}",
            self.way,
            f"{self.cost.cpu:.2f}",
            f"{self.cost.wall:.2f}",
            f"{self.cost.memory:.0f}",
            "" if each is None else f"{each:.2f}",
            "" if self.ratio is None else f"{self.ratio:.3f}",
        )


def measure(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
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
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024 / _KB)


def cheapest(costs: Iterable[Cost]) -> Cost:
    """Return the run of least CPU: what else the machine does can only add to them."""
    return min(costs, key=lambda cost: cost.cpu)


def table(rows: Sequence[Row]) -> str:
    """Return the rows under a heading, as Markdown."""
    lines = [_HEAD, tuple("---" if i == 1 else "--:" for i in range(len(_HEAD)))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (*lines, *(row.cells for row in rows)))
