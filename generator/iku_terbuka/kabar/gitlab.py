"""For GitLab: a Code Quality report, shown in the merge request.

Keys and values: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable

from iku_terbuka.kabar.bersih import bersih
from iku_terbuka.problems import Problem

_BARIS = re.compile(r"\b([Bb]aris) [0-9]+(?:, [0-9]+)*")


def code_quality(problems: Iterable[Problem]) -> str:
    """Return the report as JSON; files from the repository's root."""
    seen: Counter[tuple[str, str, str]] = Counter()
    report = []
    for problem in map(bersih, problems):
        # What stays when lines are added above. The same twice is told apart by its order.
        same = (problem.file, problem.code, _BARIS.sub(r"\1", problem.message))
        seen[same] += 1
        report.append(
            {
                "description": f"{problem.message} {problem.hint}".strip(),
                "check_name": problem.code,
                "fingerprint": _sidik((*same, str(seen[same]))),
                "severity": "major" if problem.is_error else "minor",
                "location": {"path": problem.file, "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(report, ensure_ascii=False)


def _sidik(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
