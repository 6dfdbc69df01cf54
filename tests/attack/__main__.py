"""``python -m tests.attack [--seed N] [--minutes M] [KIND …]``: attack, count, keep what fails.

What is sent depends on the seed alone; the time decides only how much of it. First come the inputs
that failed before. Two kinds run at a time, each in a process of its own.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from random import Random
from typing import Any

from tests.attack.common import CASES, COUNTS, KINDS, MAX_WAIT, cases, keep, smaller, verdict
from tests.conftest import ROOT

SEED = 2026
AT_ONCE = 2
MAX_FOUND = 10  # different faults, after which a kind has failed enough
# The input that is being tried, in case the process does not survive it.
CURRENT = ROOT / ".cache" / "attack"

Report = dict[str, Any]


def attack_kind(name: str, seed: int, seconds: float) -> Report:
    """Attack in one way for some time, with at least one input."""
    start = time.monotonic()
    kind = import_module(f"tests.attack.{name}")
    found: dict[str, str] = {}
    CURRENT.mkdir(parents=True, exist_ok=True)
    for path in cases(name):
        _note(name, path.read_bytes())
        what = verdict(kind.attack, path.read_bytes())
        if what:
            found[what] = path.relative_to(CASES).as_posix()
    number = 0
    while not number or (time.monotonic() - start < seconds and len(found) < MAX_FOUND):
        case = kind.draw(Random(f"{seed}/{name}/{number}"))
        number += 1
        _note(name, case)
        what = verdict(kind.attack, case)
        if what and what not in found:
            case = smaller(case, lambda part, what=what: verdict(kind.attack, part) == what)
            found[what] = keep(kind, name, case).relative_to(CASES).as_posix()
    return {
        "inputs": number,
        "kept": len(cases(name)),
        "seconds": time.monotonic() - start,
        "counts": dict(COUNTS),
        "found": found,
    }


def _note(name: str, case: bytes) -> None:
    (CURRENT / name).write_bytes(case)


def _in_own_process(name: str, seed: int, seconds: float) -> Report:
    words = [
        sys.executable,
        "-m",
        "tests.attack",
        "--alone",
        str(seconds),
        "--seed",
        str(seed),
        name,
    ]
    start = time.monotonic()
    try:
        done = subprocess.run(
            words, stdout=subprocess.PIPE, timeout=seconds + 5 * MAX_WAIT, check=True
        )
        report: Report = json.loads(done.stdout)
    except subprocess.SubprocessError as error:
        kind, case = import_module(f"tests.attack.{name}"), (CURRENT / name).read_bytes()
        place = keep(kind, name, case).relative_to(CASES).as_posix()
        found = {f"the process ends: {type(error).__name__}": place}
        report = {"inputs": 0, "kept": 0, "counts": {}, "found": found}
        report["seconds"] = time.monotonic() - start
    return report


def _rows(names: list[str], reports: Iterator[Report]) -> Iterator[str]:
    """Yield the table line by line; return how many failures there are."""
    yield f"{'kind':<12} {'inputs':>9} {'kept':>5} {'seconds':>8} {'failures':>9}"
    for name, report in zip(names, reports, strict=True):
        counts = ", ".join(f"{what} {many:,}" for what, many in sorted(report["counts"].items()))
        yield (
            f"{name:<12} {report['inputs']:>9,} {report['kept']:>5} {report['seconds']:>8.0f} "
            f"{len(report['found']):>9}  {counts}"
        )
        yield from (f"  {what}: tests/attack/cases/{at}" for what, at in report["found"].items())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, default=3, help="of the whole run")
    parser.add_argument("--alone", type=float, help=argparse.SUPPRESS)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    asked = parser.parse_args()
    names = asked.kinds or list(KINDS)
    if unknown := set(names) - set(KINDS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if asked.alone is not None:
        print(json.dumps(attack_kind(names[0], asked.seed, asked.alone)))
        return 0
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    shares = {name: import_module(f"tests.attack.{name}").SHARE for name in names}
    names.sort(key=lambda name: -shares[name])
    workers = min(AT_ONCE, len(names))
    unit = asked.minutes * 60 * workers / sum(shares.values())
    failures = 0
    with ThreadPoolExecutor(workers) as pool:
        reports = list(
            pool.map(lambda name: _in_own_process(name, asked.seed, shares[name] * unit), names)
        )
    for line in _rows(names, iter(reports)):
        print(line)
    failures = sum(len(report["found"]) for report in reports)
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
