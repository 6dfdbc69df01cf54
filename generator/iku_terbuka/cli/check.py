"""``iku check``: every problem of the data at once."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
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
@click.option(
    "--base",
    metavar="REVISI",
    help="Pisahkan masalah baru dari yang sudah ada di revisi ini, misalnya main.",
)
def check_command(indicators: str, form: str, base: str | None) -> int:
    loaded = _load(indicators)
    reference = read_reference(Path(indicators))
    of_data = check(loaded, reference.day)
    of_project = list(outdated(Path(), Path(indicators), shown(indicators)))
    problems = (*of_data, *of_project)
    new, old = _parted(of_data, of_project, indicators, base, reference.day)
    match form:
        case "json":
            _print(report.problem_json(problems, None if base is None else frozenset(new)))
        case "github":
            _github(new, old, of_project, indicators, loaded.texts)
        case "gitlab":
            # GitLab itself tells new from old: it compares the reports of both branches. The report
            # goes into a file; the log says the same to people.
            _print(report.code_quality(_from_root(problems, of_project, indicators)))
            _print_parted(new, old, loaded.texts, err=True)
        case _:
            _print_parted(new, old, loaded.texts)
    if reference.trouble:
        click.echo(reference.trouble, err=True)
    if form != "json":
        click.echo(report.totals(problems), err=True)
        if base is not None:
            click.echo(report.new_totals(new, base), err=True)
    return 1 if any(problem.is_error for problem in problems) else 0


def _parted(
    of_data: Sequence[Problem],
    of_project: Sequence[Problem],
    indicators: str,
    base: str | None,
    acuan: date | None,
) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """Return the problems that ``base`` lacks, and the others; without a base all are new.

    Of the project around the data nothing is compared.
    """
    if base is None:
        return (*of_data, *of_project), ()
    # What reads revisions would make a check at every save slow.
    from iku_terbuka.cli.proposal import base_problems  # noqa: PLC0415
    from iku_terbuka.diff.compare import additional_problems  # noqa: PLC0415

    new = additional_problems(base_problems(indicators, base, acuan), of_data)
    known = frozenset(new)
    return new, [*(problem for problem in of_data if problem not in known), *of_project]


def _print_parted(
    new: Sequence[Problem],
    old: Sequence[Problem],
    texts: Mapping[str, str],
    *,
    err: bool = False,
) -> None:
    print_problems(new, texts, err=err)
    if old:
        click.echo(f"\n{report.OLD_PROBLEMS}:", err=err)
        print_problems(old, texts, err=err)


def _from_root(
    problems: Sequence[Problem], of_project: Iterable[Problem], indicators: str
) -> list[Problem]:
    """Name the files of the data and of the folder that this runs in, as forges do."""
    around = frozenset(of_project)
    of_data = [problem for problem in problems if problem not in around]
    rest = [problem for problem in problems if problem in around]
    return [*from_root(of_data, indicators), *from_root(rest, os.curdir)]


def _load(indicators: str) -> Loaded:
    with without_collector(forever=True):
        return load_laporan(Path(indicators), shown(indicators))


def _github(
    new: Sequence[Problem],
    old: Sequence[Problem],
    of_project: Sequence[Problem],
    indicators: str,
    texts: Mapping[str, str],
) -> None:
    """Print the log, annotate what is new or an error, and write the summary."""
    if new:
        _print(report.without_commands(report.problem_text(new, texts)))
    if old:
        log = report.problem_text(old, texts)
        _print(report.folded(f"{report.OLD_PROBLEMS}: {len(old)}", report.without_commands(log)))
    # An error blocks, whoever made it.
    blocking = [problem for problem in old if problem.is_error]
    shown_here = _from_root([*new, *blocking], of_project, indicators)
    if shown_here:
        _print(report.annotations(shown_here))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("ab") as file:
            limit = report.SUMMARY_LIMIT - file.tell()
            rest = len(old) - len(blocking)
            file.write(report.summary(shown_here, limit, rest).encode())


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
