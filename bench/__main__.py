"""``make bench``: what a site costs, beside the plain way and, where it is installed, Hugo.

Compare within one run only: the same machine is twice as fast on another day.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench import ours, plain
from bench.cost import Cost, Row, cheapest, measure, table

# A preview of more than a district is nobody's work.
_PREVIEW = 1200
# Of what takes seconds, the cheapest of so many runs counts.
_RUNS = 3
RESULTS = Path(__file__).parent / "RESULTS.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1200, 4000])
    parser.add_argument(
        "--plain", type=int, default=1200, help="largest size for the plain way, which is slow"
    )
    parser.add_argument("--save", action="store_true", help=f"write {RESULTS.name} too")
    options = parser.parse_args()
    rows: list[Row] = []
    notes: list[str] = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            beside_plain = size <= options.plain
            for row in _measure(Path(folder), size, notes, beside_plain=beside_plain):
                rows.append(row)
                print(f"{row.indicators:>6,} {row.way:<34} {row.cost.cpu:8.2f} s", flush=True)
    report = f"{_machine()}\n\n{table(rows)}\n" + "".join(f"- {note}\n" for note in notes)
    print(f"\n{report}")
    if options.save:
        text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
        head = text.split("\n## ", 1)[0].rstrip()
        RESULTS.write_text(f"{head}\n\n## Newest run\n\n{report}", encoding="utf-8")


def _measure(folder: Path, size: int, notes: list[str], *, beside_plain: bool) -> Iterator[Row]:
    """Measure everything about ``size`` indicators in ``folder``; note what their pages weigh."""
    project = folder / "ours"
    project.mkdir()
    ours.write_project(project, size)
    check = cheapest(ours.measure_iku(project, "check") for _ in range(_RUNS))
    yield Row(size, "`iku check`", check)
    cold = ours.measure_iku(project, "build")
    pages = ours.weigh_pages(project / "site")
    notes.append(
        f"{size:,}: {pages.count:,} pages; HTML of an indicator: {pages.median:,} bytes in the "
        f"middle, {pages.largest:,} at most ({pages.largest_compressed:,} compressed)."
    )
    exported = folder / "exported"
    ours.measure_iku(project, "export", "--markdown", str(exported))
    plain_cpu = None
    if beside_plain:
        (folder / "plain").mkdir()
        plain.write_project(exported / "content", folder / "plain")
        cost = measure([sys.executable, "-m", "bench.plain", str(folder / "plain")], ours.ROOT)
        plain_cpu = cost.cpu
        yield Row(size, "plain: stock Material, pyplot", cost, pages.count, 1.0)

    def row(way: str, cost: Cost) -> Row:
        return Row(size, way, cost, pages.count, cost.cpu / plain_cpu if plain_cpu else None)

    cost = measure([sys.executable, "-m", "zensical", "build"], exported)
    yield row("Zensical, cold: the export, made before", cost)
    yield row("**ours, cold**", cold)
    same = cheapest(ours.measure_iku(project, "build") for _ in range(_RUNS))
    yield row("ours, nothing changed", same)
    changed = cheapest(ours.measure_change(project) for _ in range(_RUNS))
    yield row("ours, one number changed", changed)
    ours.commit(project)
    ours.measure_iku(project, "build")
    days = cheapest(ours.measure_iku(project, "build", day=day) for day in range(1, _RUNS + 1))
    yield row("ours, the next day", days)
    ours.add_extension(project)
    other = cheapest(ours.measure_iku(project, "build", day=_RUNS) for _ in range(_RUNS))
    yield row("ours, nothing changed, with another plugin and extension", other)
    if size <= _PREVIEW and (served := ours.measure_preview(project)):
        yield row("`iku serve`, begun", served[0])
        yield row("`iku serve`, one number changed", served[1])


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs-material", "matplotlib"))
    return (
        f"{date.today()}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {packages}. Of `iku check` and of builds over an "
        f"older site, the cheapest of {_RUNS} runs."
    )


if __name__ == "__main__":
    main()
