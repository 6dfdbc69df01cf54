"""The commands of ``iku``, each loaded when it is asked for.

A check must not wait for Excel or MkDocs.
"""

from collections.abc import Mapping

import click

from iku_terbuka.cli.language import Group

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
    "upgrade": "iku_terbuka.cli.upgrade:upgrade_command",
}


@click.group(
    cls=Group, locations=COMMANDS, help="Memeriksa, membangun, dan mengekspor situs IKU Terbuka."
)
@click.version_option(package_name="iku-terbuka", message="iku %(version)s", help="Menyebut versi.")
def iku() -> None:
    pass
