"""``iku check``: every problem of the data at once."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from iku_terbuka import report
from iku_terbuka.check import check
from iku_terbuka.cli.files import INDICATORS, print_problems, shown
from iku_terbuka.cli.language import Command
from iku_terbuka.cli.overrides import outdated
from iku_terbuka.history import read_reference
from iku_terbuka.history.git import GitError, ask
from iku_terbuka.load import Loaded, load_laporan, without_collector
from iku_terbuka.source.problems import Problem


@click.command("check", cls=Command, help="Memeriksa data dan menyebut semua masalahnya sekaligus.")
@INDICATORS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    help="Bentuk keluaran; bila tidak disebut: text.",
)
def check_command(indicators: str, form: str) -> int:
    loaded = _load(indicators)
    reference = read_reference(Path(indicators))
    of_data = check(loaded, reference.day)
    of_project = list(outdated(Path(), Path(indicators), shown(indicators)))
    problems = (*of_data, *of_project)
    match form:
        case "json":
            _print(report.problem_json(problems))
        case "github":
            named = _from_root(of_data, of_project, indicators)
            _github(named, report.problem_text(problems, loaded.texts))
        case "gitlab":
            # The report goes into a file; the log says the same to people.
            _print(report.code_quality(_from_root(of_data, of_project, indicators)))
            print_problems(problems, loaded.texts, err=True)
        case _:
            print_problems(problems, loaded.texts)
    if reference.trouble:
        click.echo(reference.trouble, err=True)
    if form != "json":
        click.echo(report.totals(problems), err=True)
    return 1 if any(problem.is_error for problem in problems) else 0


def _from_root(
    of_data: Iterable[Problem], of_project: Iterable[Problem], indicators: str
) -> list[Problem]:
    """Name the files of the data and of the folder that this runs in, as forges do."""
    return [*from_root(of_data, indicators), *from_root(of_project, os.curdir)]


def _load(indicators: str) -> Loaded:
    with without_collector(forever=True):
        return load_laporan(Path(indicators), shown(indicators))


def _github(problems: list[Problem], log: str) -> None:
    if problems:
        _print(report.without_commands(log))
        _print(report.annotations(problems))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("ab") as file:
            file.write(report.summary(problems, report.SUMMARY_LIMIT - file.tell()).encode())


def _print(text: str) -> None:
    """Print for a program: UTF-8, whatever the console of this machine speaks."""
    click.echo(text.encode())


def from_root(problems: Iterable[Problem], indicators: str) -> list[Problem]:
    """Name files from the root of the repository that holds ``indicators``, as forges do.

    Outside of a repository they keep their names.
    """
    called = shown(indicators)
    try:
        (prefix,) = ask(Path(indicators), r"(.*)\n", "rev-parse", "--show-prefix")
    except GitError:
        return list(problems)
    folder = os.fsencode(prefix).decode(errors="replace").rstrip("/")

    def name(file: str) -> str:
        below = file.removeprefix(called).lstrip("/")
        return "/".join(part for part in (folder, below) if part) or "."

    return [replace(problem, file=name(problem.file)) for problem in problems]
