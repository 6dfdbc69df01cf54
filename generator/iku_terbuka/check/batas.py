"""How much is said about one file: nobody mends a thousand things in one go."""

from collections.abc import Iterable
from itertools import groupby

from iku_terbuka.source.problems import Problem, Severity

MAX_PER_BERKAS = 200


def batasi(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` by place, of each file the first 200, errors before warnings."""
    shown: list[Problem] = []
    for _, group in groupby(sorted(problems), key=lambda problem: problem.file):
        here = sorted(group, key=lambda problem: not problem.is_error)
        shown += sorted(here[:MAX_PER_BERKAS])
        rest = here[MAX_PER_BERKAS:]
        if rest:
            shown.append(_sisanya(rest))
    return tuple(shown)


def _sisanya(rest: list[Problem]) -> Problem:
    last = max(rest)
    count = f"{len(rest):,}".replace(",", ".")
    return Problem(
        last.file,
        last.line,
        last.column,
        "terlalu-banyak-masalah",
        f"Sedikitnya {count} masalah lain di berkas ini tidak disebut.",
        "Perbaiki yang sudah disebut, lalu periksa lagi.",
        Severity.ERROR if any(one.is_error for one in rest) else Severity.WARNING,
    )
