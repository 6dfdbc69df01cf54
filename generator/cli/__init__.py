"""The command ``iku``: the edge where people meet the program. Exit 0 good, 1 errors, 2 misuse.

One module per command, loaded when it is asked for: a check must not wait for Excel or MkDocs.
"""

import gc
import sys
from collections.abc import Mapping
from io import TextIOWrapper

import click

from generator.cli.bahasa import Grup, terjemahkan

# The commands in the order of their use, and where each is defined.
PERINTAH: Mapping[str, str] = {
    "new": "generator.cli.new:new_command",
    "template": "generator.cli.formulir:template_command",
    "import": "generator.cli.formulir:import_command",
    "check": "generator.cli.check:check_command",
    "diff": "generator.cli.diff:diff_command",
    "build": "generator.cli.build:build_command",
    "serve": "generator.cli.build:serve_command",
    "export": "generator.cli.export:export_command",
}


def main() -> None:
    """Run the command line and exit with its status."""
    # Modules and data stay to the end; the collector need not look at them every 700 objects.
    gc.set_threshold(50_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console that lacks a character shows “?” in its place; no reason to break off.
            stream.reconfigure(errors="replace")
    try:
        code = iku.main(standalone_mode=False, prog_name="iku")
    except click.ClickException as error:
        click.echo(terjemahkan(error), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


@click.group(
    cls=Grup, perintah=PERINTAH, help="Memeriksa, membangun, dan mengekspor situs IKU Terbuka."
)
def iku() -> None:
    pass
