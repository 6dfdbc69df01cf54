"""``iku check``: every problem of the data at once."""

import json
from pathlib import Path
from typing import Any

import click

from generator.check import check
from generator.cli.bahasa import Perintah
from generator.cli.berkas import INDICATORS, print_problems, shown
from generator.load import load_laporan
from generator.problems import Problem


@click.command(
    "check", cls=Perintah, help="Memeriksa data dan menyebut semua masalahnya sekaligus."
)
@INDICATORS
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Bentuk keluaran; bila tidak disebut: text.",
)
def check_command(indicators: str, bentuk: str) -> int:
    problems = check(load_laporan(Path(indicators), shown(indicators)))
    errors = sum(problem.is_error for problem in problems)
    if bentuk == "json":
        click.echo(json.dumps([as_json(problem) for problem in problems], ensure_ascii=False))
    else:
        print_problems(problems)
        warnings = len(problems) - errors
        click.echo(f"{errors} kesalahan, {warnings} peringatan.", err=True)
    return 1 if errors else 0


def as_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
