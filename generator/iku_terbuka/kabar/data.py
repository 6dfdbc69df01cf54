"""For programs: a list of objects with fixed keys."""

import json
from collections.abc import Iterable

from iku_terbuka.kabar.bersih import bersih
from iku_terbuka.problems import Problem


def data(problems: Iterable[Problem]) -> str:
    """Return ``problems`` as JSON. The keys are a contract; they never change."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in map(bersih, problems)
    ]
    return json.dumps(found, ensure_ascii=False)
