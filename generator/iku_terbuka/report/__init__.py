"""Problems as text for people and in the formats of programs and forges.

Pure functions; the caller reads and prints. Nothing in what they return can steer a terminal.
"""

from iku_terbuka.report.formats import (
    annotations,
    code_quality,
    folded,
    problem_data,
    problem_json,
    without_commands,
)
from iku_terbuka.report.markdown import SUMMARY_LIMIT, summary
from iku_terbuka.report.text import OLD_PROBLEMS, new_totals, problem_text, totals

__all__ = [
    "OLD_PROBLEMS",
    "SUMMARY_LIMIT",
    "annotations",
    "code_quality",
    "folded",
    "new_totals",
    "problem_data",
    "problem_json",
    "problem_text",
    "summary",
    "totals",
    "without_commands",
]
