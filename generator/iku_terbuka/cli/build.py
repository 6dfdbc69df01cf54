"""``iku build`` and ``iku serve``: the site itself. MkDocs is slow to import, so it comes last."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from iku_terbuka.cli.files import config_file
from iku_terbuka.cli.language import Command


@click.command("build", cls=Command, help="Membangun situs ke sebuah folder.")
@click.option("--indicators", metavar="FOLDER", help="Folder data, bila bukan di mkdocs.yml.")
@click.option(
    "--out", default="site", metavar="FOLDER", help="Folder tujuan; bila tidak disebut: site."
)
def build_command(indicators: str | None, out: str) -> int:
    from iku_terbuka.mkdocs_plugin.build import BuildError, build  # noqa: PLC0415

    with ExitStack() as stack:
        bar: Any = None
        if sys.stderr.isatty():
            bar = stack.enter_context(
                click.progressbar(length=1, label="Membangun", file=sys.stderr)
            )

        def step(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        try:
            build(config_file(), Path(out), indicators, step if bar else None)
        except BuildError as error:
            click.echo(f"\n{error}" if bar else str(error), err=True)
            return 1
    click.echo(f"Selesai. Buka {(Path(out) / 'index.html').as_posix()}")
    return 0


@click.command("serve", cls=Command, help="Menampilkan pratinjau yang mengikuti perubahan berkas.")
def serve_command() -> int:
    from iku_terbuka.mkdocs_plugin.build import BuildError  # noqa: PLC0415
    from iku_terbuka.mkdocs_plugin.serve import serve  # noqa: PLC0415

    try:
        serve(config_file())
    except BuildError as error:
        click.echo(str(error), err=True)
        return 1
    return 0
