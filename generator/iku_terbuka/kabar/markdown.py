"""For the summary of a pipeline: every problem in a table, as Markdown that GitHub shows."""

import re
from collections.abc import Iterator, Sequence

from iku_terbuka.kabar.bersih import bersih
from iku_terbuka.kabar.teks import jumlah
from iku_terbuka.problems import Problem

# GitHub refuses a summary of more than 1 MiB; room is left for the sentence at the end.
BATAS = 1_000_000


def ringkasan(problems: Sequence[Problem], batas: int = BATAS) -> str:
    """Return ``problems`` by file, files with errors first, in at most ``batas`` bytes or so.

    Everything from the data stands in code, so nothing in it becomes markup, mention or link.
    """
    summary, *kinds = jumlah(problems).split("\n")
    blocks = [f"## Pemeriksaan data\n\n**{summary}**\n"]
    blocks += [f"\n{kinds[0]}\n\n", *(f"- {line.strip()}\n" for line in kinds[1:])] if kinds else []
    used = sum(len(block.encode()) for block in blocks)
    for shown, block in enumerate(_tabel(problems)):
        used += len(block.encode())
        if used > batas:
            rest = f"{len(problems) - shown:,}".replace(",", ".")
            blocks.append(f"\n{rest} masalah lagi tidak dimuat di sini. Semuanya ada di log.\n")
            break
        blocks.append(block)
    return "".join(blocks)


def _tabel(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield one row for each problem, the first of a file with the head of its table."""
    with_errors = {problem.file for problem in problems if problem.is_error}
    file = None
    for problem in sorted(
        map(bersih, problems),
        key=lambda one: (one.file not in with_errors, one.file, not one.is_error, one),
    ):
        head = ""
        if problem.file != file:
            file = problem.file
            head = f"\n### {kode(file)}\n\n| Tempat | Jenis | Masalah | Kode |\n|--:|--|--|--|\n"
        kind = "**kesalahan**" if problem.is_error else "peringatan"
        said = kode(f"{problem.message} {problem.hint}".strip())
        yield (
            f"{head}| {problem.line}:{problem.column} | {kind} | {said} | {kode(problem.code)} |\n"
        )


def kode(text: str) -> str:
    """Return ``text``, one line, as code that is safe in a cell of a table.

    A cell ends at ``|`` even within code, and a backslash before it is read in two ways; so the
    code is interrupted there.
    """
    return "&#124;".join(_potong(part) for part in text.split("|"))


def _potong(text: str) -> str:
    if not text:
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    touches = text.startswith(("`", " ")) or text.endswith(("`", " "))
    pad = " " if touches and text.strip() else ""
    return f"{fence}{pad}{text}{pad}{fence}"
