"""The command ``iku``: the edge where people meet the program. Exit 0 good, 1 errors, 2 misuse.

One module per command, loaded when it is asked for: a check must not wait for Excel or MkDocs.
"""

import gc
import sys
from collections.abc import Mapping
from io import TextIOWrapper

import click

from iku_terbuka.cli.language import Group, error_message

# The commands in the order of their use, and where each is defined.
COMMANDS: Mapping[str, str] = {
    "new": "iku_terbuka.cli.new:new_command",
    "template": "iku_terbuka.cli.formulir:template_command",
    "import": "iku_terbuka.cli.formulir:import_command",
    "check": "iku_terbuka.cli.check:check_command",
    "diff": "iku_terbuka.cli.diff:diff_command",
    "build": "iku_terbuka.cli.build:build_command",
    "serve": "iku_terbuka.cli.build:serve_command",
    "export": "iku_terbuka.cli.export:export_command",
}


def main() -> None:
    """Run the command line and exit with its status."""
    # Modules and data stay until the end; looking at them every 700 objects costs time.
    gc.set_threshold(50_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console that lacks a character shows “?” in its place; no reason to break off.
            stream.reconfigure(errors="replace")
    try:
        code = iku.main(standalone_mode=False, prog_name="iku")
    except click.ClickException as error:
        click.echo(error_message(error), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


@click.group(
    cls=Group, locations=COMMANDS, help="Memeriksa, membangun, dan mengekspor situs IKU Terbuka."
)
@click.version_option(package_name="iku-terbuka", message="iku %(version)s", help="Menyebut versi.")
def iku() -> None:
    pass
