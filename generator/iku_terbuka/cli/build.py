"""``iku build`` and ``iku serve``: the site itself. MkDocs is slow to import, so it comes last."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from iku_terbuka.cli.files import config_file, writing_to
from iku_terbuka.cli.language import Command


@click.command("build", cls=Command, help="Membangun situs ke sebuah folder.")
@click.option("--indicators", metavar="FOLDER", help="Folder data, bila bukan di mkdocs.yml.")
@click.option(
    "--out", default="site", metavar="FOLDER", help="Folder tujuan; bila tidak disebut: site."
)
@click.option(
    "--strict", is_flag=True, help="Gagal bila ada peringatan, misalnya tautan yang putus."
)
def build_command(indicators: str | None, out: str, strict: bool) -> int:
    from iku_terbuka.mkdocs_plugin.build import build  # noqa: PLC0415

    with writing_to(Path(out)), ExitStack() as stack:
        bar: Any = None

        def step(done: int, total: int) -> None:
            nonlocal bar
            # Not before the first step: what is said of the history comes above it.
            bar = bar or stack.enter_context(
                click.progressbar(length=total, label="Membangun", file=sys.stderr)
            )
            bar.update(done - bar.pos)

        shown = step if sys.stderr.isatty() else None
        warnings = build(config_file(), Path(out), indicators, shown, strict=strict)
    for line in warnings:
        click.echo(f"peringatan: {line}", err=True)
    if warnings:
        click.echo(f"{len(warnings)} peringatan.", err=True)
    click.echo(f"Selesai. Buka {(Path(out) / 'index.html').as_posix()}")
    return 0


@click.command("serve", cls=Command, help="Menampilkan pratinjau yang mengikuti perubahan berkas.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="NOMOR",
    help="Nomor port, bila bukan yang di mkdocs.yml; bila tidak disebut: 8000.",
)
def serve_command(port: int | None) -> int:
    from iku_terbuka.mkdocs_plugin.serve import serve  # noqa: PLC0415

    serve(config_file(), port)
    return 0
