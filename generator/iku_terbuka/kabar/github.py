"""For GitHub Actions: annotations at the lines of a pull request."""

import hashlib
from collections.abc import Iterable

from iku_terbuka.kabar.bersih import bersih
from iku_terbuka.problems import Problem


def anotasi(problems: Iterable[Problem]) -> str:
    """Return a workflow command for each problem, one a line; files from the repository's root.

    Errors come first: GitHub keeps ten of each kind per step and drops the rest.
    """
    return "\n".join(
        f"::{problem.severity.value} file={_nilai(problem.file)},line={problem.line},"
        f"col={problem.column},title={_nilai(problem.code)}"
        f"::{_isi(f'{problem.message} {problem.hint}'.strip())}"
        for problem in sorted(map(bersih, problems), key=lambda problem: not problem.is_error)
    )


def _isi(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _nilai(text: str) -> str:
    return _isi(text).replace(":", "%3A").replace(",", "%2C")


def tanpa_perintah(text: str) -> str:
    """Return ``text`` for the log so that the runner obeys nothing in it.

    The runner looks for ``##[add-mask]`` anywhere in a line, so data that is quoted could hide
    the rest of a log. What ends the pause is a hash of the text: no text can hold its own.
    """
    pause = hashlib.sha256(text.encode()).hexdigest()
    return f"::stop-commands::{pause}\n{text}\n::{pause}::"
