"""Problems for the summary of a pipeline: a table for each file, as Markdown that GitHub shows."""

import re
from collections.abc import Iterator, Sequence

from iku_terbuka.model.notation import indonesian
from iku_terbuka.report.text import one_line, totals
from iku_terbuka.source.problems import Problem

# Bytes. GitHub refuses a summary of more than 1 MiB; room is left for the sentence at the end.
SUMMARY_LIMIT = 1_000_000


def summary(problems: Sequence[Problem], limit: int = SUMMARY_LIMIT, old: int = 0) -> str:
    """Return ``problems`` by file, files with errors first, in at most ``limit`` bytes or so.

    ``old`` counts those that were there before a proposal and are not named.
    Everything from the data stands in code, so nothing in it becomes markup, mention or link.
    """
    counts, *kinds = totals(problems).split("\n")
    blocks = [f"## Pemeriksaan data\n\n**{counts}**\n"]
    blocks += [f"\n{kinds[0]}\n\n", *(f"- {line.strip()}\n" for line in kinds[1:])] if kinds else []
    if old:
        rest = f"{indonesian(old)} peringatan lain sudah ada sebelum usulan ini"
        blocks.append(f"\n{rest}; semuanya ada di log.\n")
    used = sum(len(block.encode()) for block in blocks)
    for shown, row in enumerate(_rows(problems)):
        used += len(row.encode())
        if used > limit:
            rest = indonesian(len(problems) - shown)
            blocks.append(f"\n{rest} masalah lagi tidak dimuat di sini. Semuanya ada di log.\n")
            break
        blocks.append(row)
    return "".join(blocks)


def _rows(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield one row for each problem, the first of a file with the head of its table."""
    with_errors = {problem.file for problem in problems if problem.is_error}
    file = None
    for problem in sorted(
        map(one_line, problems),
        key=lambda problem: (
            problem.file not in with_errors,
            problem.file,
            not problem.is_error,
            problem,
        ),
    ):
        head = ""
        if problem.file != file:
            file = problem.file
            head = f"\n### {code_span(file)}\n\n"
            head += "| Tempat | Jenis | Masalah | Kode |\n|--:|--|--|--|\n"
        kind = "**kesalahan**" if problem.is_error else "peringatan"
        said, code = code_span(problem.text), code_span(problem.code)
        yield f"{head}| {problem.line}:{problem.column} | {kind} | {said} | {code} |\n"


def code_span(text: str) -> str:
    """Return ``text``, one line, as code that is safe in a cell of a table.

    A cell ends at ``|`` even within code, and a backslash before it is read in two ways; so the
    code is interrupted there.
    """
    return "&#124;".join(_without_bar(part) for part in text.split("|"))


def _without_bar(text: str) -> str:
    if not text:
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    touches = text.startswith(("`", " ")) or text.endswith(("`", " "))
    pad = " " if touches and text.strip() else ""
    return f"{fence}{pad}{text}{pad}{fence}"
