"""``iku diff``: what a change of the data changes in the public figures."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from iku_terbuka.check import check
from iku_terbuka.cli.files import INDICATORS, shown
from iku_terbuka.cli.language import Command
from iku_terbuka.cli.proposal import pipeline_forge
from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import (
    Diff,
    Revision,
    Sides,
    changed_files,
    compare,
    copy_data,
    diff_data,
    diff_markdown,
    diff_text,
    has_data,
    merge_base,
    open_repository,
    ralat_files,
    resolve_commit,
    scope_of,
    with_related,
)
from iku_terbuka.history import reference_date
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Laporan
from iku_terbuka.source.problems import Problem

_HELP = """\
Menyebut apa yang berubah pada angka publik, dengan kata dan angka.

BASE dan HEAD adalah cabang, tag, atau komit. Tanpa HEAD, yang dibandingkan adalah berkas di folder
kerja, termasuk yang belum di-commit. Seperti pada pull request, perubahan dihitung sejak HEAD
bercabang dari BASE; yang berubah di BASE sesudah itu tidak ikut.
"""


@click.command("diff", cls=Command, help=_HELP, short_help="Menyebut perubahan angka publik.")
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="[HEAD]", required=False)
@INDICATORS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="Bentuk keluaran; bila tidak disebut: text.",
)
def diff_command(base: str, head: str | None, indicators: str, form: str) -> int:
    sides, diff = _compare(base, head, indicators)
    said = _output(diff, sides, form, _lines_of(indicators, sides.ke.komit))
    # A file or a bot reads UTF-8, whatever the console of this machine speaks.
    click.echo(said if form == "text" else said.encode(), nl=False)
    return 1 if diff.kesalahan else 0


def _lines_of(indicators: str, commit: str | None) -> Callable[[str, int], str] | None:
    """Return what finds the address of a line in a commit, where a pipeline tells the forge."""
    forge = pipeline_forge(os.environ)
    if forge is None or commit is None:
        return None
    data, called = open_repository(Path(indicators)).data, shown(indicators)

    def locate(file: str, line: int) -> str:
        path = f"{data}/{file.removeprefix(f'{called}/')}".lstrip("/")
        return forge.file_url(commit, path, line)

    return locate


def _output(diff: Diff, sides: Sides, form: str, locate: Callable[[str, int], str] | None) -> str:
    if form == "markdown":
        return diff_markdown(diff, sides, locate=locate)
    if form == "json":
        return json.dumps(diff_data(diff, sides), ensure_ascii=False, indent=2) + "\n"
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return diff_text(diff, sides, coloured=coloured)


def _compare(base: str, head: str | None, indicators: str) -> tuple[Sides, Diff]:
    repository = open_repository(Path(indicators))
    tip, new_commit = resolve_commit(repository, base), resolve_commit(repository, head or "HEAD")
    parted = merge_base(repository, tip, new_commit)
    old_commit = parted or tip
    acuan = reference_date(repository.root, commit=new_commit)
    name = shown(indicators)
    scope = scope_of(name, changed_files(repository, old_commit, new_commit if head else None))
    with TemporaryDirectory(prefix="iku-diff-") as temporary:
        folder = Path(indicators)
        if head:
            folder = Path(temporary, "usulan")
            copy_data(repository, new_commit, folder)
        new, new_problems = _measure(folder, name, acuan)
        if new:
            scope = with_related(scope, new.instansi)
        # The data may begin with this change.
        old: Context | None = build_context(Laporan(), acuan=acuan)
        old_problems: tuple[Problem, ...] = ()
        if has_data(repository, old_commit):
            base_folder = Path(temporary, "dasar")
            copy_data(repository, old_commit, base_folder, scope.needs)
            partial = scope.folders is not None
            old, old_problems = _measure(base_folder, name, acuan, partial=partial)
    ralat = ralat_files(repository, old_commit, new_commit)
    diff = compare(
        old,
        new,
        problems=(old_problems, new_problems),
        ralat=frozenset(f"{name}/{path}" for path in ralat),
        scope=scope,
    )
    new_side = Revision(head, new_commit) if head else Revision()
    return Sides(Revision(base, old_commit), new_side, parted is not None), diff


def _measure(
    folder: Path, name: str, acuan: date | None, *, partial: bool = False
) -> tuple[Context | None, tuple[Problem, ...]]:
    """Load, check and measure one side; no measurement where the data has errors."""
    loaded = load_laporan(folder, name, partial=partial)
    problems = check(loaded, acuan)
    if loaded.laporan is None or any(problem.is_error for problem in problems):
        return None, problems
    return build_context(loaded.laporan, acuan=acuan), problems
