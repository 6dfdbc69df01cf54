"""The command ``iku``: the edge where people meet the program.

Exit status: 0 good, 1 errors found or refused by the system, 2 misuse, 70 a fault of the program,
130 and 143 stopped.
"""

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        # Imported here, so that Ctrl-C while the program loads ends in a sentence too.
        from iku_terbuka.cli.boundary import run  # noqa: PLC0415
        from iku_terbuka.cli.commands import iku  # noqa: PLC0415

        status = run(iku)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        status = 130
    sys.exit(status)
