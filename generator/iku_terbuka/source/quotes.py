"""Curly quotation marks of Word where YAML needs straight ones: ``“Baik: naik”``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from iku_terbuka.source.marks import split_lines
from iku_terbuka.source.problems import Problem

_DOUBLE, _SINGLE = '“”„‟"', "‘’‚‛'"
# A value between two marks, of which one at least is curly. A mark of the same kind ends it, so
# every mark is looked at once.
_VALUE = re.compile(
    r"(?P<before>(?:^[ ]*|[:,\[{-][ ]*))"
    rf"(?:(?P<open>[{_DOUBLE}])(?P<content>[^{_DOUBLE}]{{0,2000}})(?P<close>[{_DOUBLE}])"
    rf"|(?P<open2>[{_SINGLE}])(?P<content2>[^{_SINGLE}]{{0,2000}})(?P<close2>[{_SINGLE}]))"
    r"(?=[ ]*(?:[:,\]}#]|$))",
    re.MULTILINE,
)
_NUMBER = re.compile(r"[-0-9.,%\s]*")
_MAX_SHOWN = 60
_MAX_TRIES = 20  # each try reads the file again


def curly_quote_problems(
    text: str, file: str, problems: Sequence[Problem], reread: Callable[[str], Sequence[Problem]]
) -> list[Problem]:
    """Return ``problems``; those that straight marks would mend are replaced by one that says so.

    ``reread`` reads a text again and returns its problems. Quoted numbers are left to the
    parser of numbers, which says that they need no marks.
    """
    # Most files read well, whatever marks their texts have.
    if not any(map(_is_grave, problems)) or not any(mark in text for mark in "“”„‟‘’‚‛"):
        return list(problems)
    said, tries = list(problems), 0
    grave = sorted(problem.line for problem in problems if _is_grave(problem))
    line, counted = 1, 0
    for found in _VALUE.finditer(text):
        content = found["content"] if found["open"] else found["content2"]
        marks = (found["open"] or found["open2"]) + (found["close"] or found["close2"])
        line += text.count("\n", counted, found.end("before"))
        counted = found.end("before")
        first, last = line, line + content.count("\n")
        if (
            bisect_left(grave, first) == bisect_right(grave, last)
            or all(mark in "\"'" for mark in marks)
            or _NUMBER.fullmatch(content)
        ):
            continue
        here = [problem for problem in said if first <= problem.line <= last]
        if not any(map(_is_grave, here)):
            continue
        tries += 1
        if tries > _MAX_TRIES:
            break
        straight = in_straight_quotes(content)
        mended = text[: found.end("before")] + straight + text[found.end() :]
        still = {(problem.line, problem.code) for problem in reread(mended)}
        gone = [problem for problem in here if (problem.line, problem.code) not in still]
        if gone:
            column = found.end("before") - (text.rfind("\n", 0, found.end("before")) + 1)
            said = [problem for problem in said if problem not in gone]
            said.append(_problem(file, (first, column + 1), marks, straight))
    return said


def _is_grave(problem: Problem) -> bool:
    """Tell whether a problem stops the file, or loses a part of it."""
    return problem.is_error or problem.code == "tanda-pagar"


def _problem(file: str, place: tuple[int, int], marks: str, straight: str) -> Problem:
    line, column = place
    short = len(straight) <= _MAX_SHOWN and len(split_lines(straight)) == 1
    hint = (
        f"Tulis dengan tanda kutip lurus: {straight}"
        if short
        else f"Ganti {marks[0]} di awal dan {marks[1]} di akhir teks ini dengan {straight[0]}"
    )
    return Problem(
        file,
        line,
        column,
        "sintaks-yaml",
        f"Tanda kutip melengkung ({marks[0]} {marks[1]}) dari Word tidak dikenal YAML.",
        hint,
    )


def in_straight_quotes(content: str) -> str:
    """Return a text as YAML in quotes, the single ones where the double ones would need escapes."""
    if '"' in content or "\\" in content:
        return "'" + content.replace("'", "''") + "'"
    return f'"{content}"'
