"""Problems for programs: JSON, annotations of GitHub Actions, Code Quality reports of GitLab."""

import hashlib
import json
from collections import Counter
from collections.abc import Container, Iterable

from iku_terbuka.report.text import one_line
from iku_terbuka.source.problems import Problem


def problem_json(problems: Iterable[Problem], new: Container[Problem] | None = None) -> str:
    """Return ``problems`` as a JSON list of objects.

    With ``new`` each also says in ``baru`` whether it is one of these.
    """
    found = [
        problem_data(one_line(problem)) | ({} if new is None else {"baru": problem in new})
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False)


def problem_data(problem: Problem) -> dict[str, str | int]:
    """Return a problem as JSON has it. The keys are a contract; they never change."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def annotations(problems: Iterable[Problem]) -> str:
    """Return a workflow command of GitHub for each problem, one a line.

    Files are named from the repository's root. Errors come first: GitHub keeps ten of each kind
    per step and drops the rest.
    """
    return "\n".join(
        f"::{problem.severity.value} file={_property(problem.file)},line={problem.line},"
        f"col={problem.column},title={_property(problem.code)}::{_escaped(problem.text)}"
        for problem in sorted(map(one_line, problems), key=lambda problem: not problem.is_error)
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def without_commands(text: str) -> str:
    """Return ``text`` for the log of GitHub Actions so that the runner obeys nothing in it.

    The runner looks for ``##[add-mask]`` anywhere in a line, so data that is quoted could hide
    the rest of a log. What ends the pause is a hash of the text: no text can hold its own.
    """
    pause = hashlib.sha256(text.encode()).hexdigest()
    return f"::stop-commands::{pause}\n{text}\n::{pause}::"


def folded(title: str, text: str) -> str:
    """Return ``text``, which holds no command, as a part of the log that opens on a click."""
    return f"::group::{_escaped(title)}\n{text}\n::endgroup::"


def code_quality(problems: Iterable[Problem]) -> str:
    """Return a Code Quality report as JSON, which GitLab shows in the merge request.

    Files are named from the repository's root. Keys and values:
    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    report = []
    for problem in map(one_line, problems):
        same = problem.identity  # the same twice is told apart by its order
        seen[same] += 1
        report.append(
            {
                "description": problem.text,
                "check_name": problem.code,
                "fingerprint": _fingerprint((*same, str(seen[same]))),
                "severity": "major" if problem.is_error else "minor",
                "location": {"path": problem.file, "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(report, ensure_ascii=False)


def _fingerprint(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
