"""Files of the documents, damaged: each is checked and reported as ``iku check`` does it."""

import json
import re
import tempfile
from pathlib import Path
from random import Random

from iku_terbuka import report
from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.load.files import ParseCache
from iku_terbuka.source.problems import Problem
from tests.attack.common import COUNTS, DINAS, SMALL_DATA, Fault, chance, copy_small_data, hostile
from tests.conftest import ACUAN, CONTOH, DATA

SUFFIX, SHARE = ".yaml", 1.2
MAX_MESSAGE = 1_000  # characters of message and hint
SHOWN = "indicators"
# By what is written in it, the place where a file is tried.
PLACES = (
    (b"\nsasaran:", f"{DINAS}/iku.yaml"),
    (b"\ncapaian:", f"{DINAS}/capaian/2025.yaml"),
    (b"\nkelas:", "skala/skm.yaml"),
    (b"", "kabupaten-contoh/pemda.yaml"),
)
_TEXTS = [
    path.read_bytes()
    for root in (DATA / "indicators", CONTOH, DATA / "hostile")
    for path in sorted(root.rglob("*.yaml"))
    if path.stat().st_size < 12_000
]
# Those that fit the tree in which they are tried, so that some are accepted.
_OWN = [(CONTOH / name).read_bytes() for name in SMALL_DATA]
_FOLDER = tempfile.TemporaryDirectory()  # goes with the process
_CACHE: ParseCache = {}

DEEP = ("[", "{a: ", "- ", "? ", "!a ", "(", '"', "'", "# ", "> ", "%", "\t")
PIECES = (
    *("&a ", "*a", "<<: *a\n", "!!python/object:os.system ", "!a ", "---\n", "...\n", "%YAML 1\n"),
    *("? ", ": ", "- ", "|\n", ">-\n", "#", " #", "'", '"', "{", "}", "[", "]", ",", "\t", "\\"),
    *("\0", "\a", "\x1b[2J", "\x85", "\u2028", "\ufeff", "\u00a0", "\u202e", "“", "`", "@"),
    *("\n", "\n\n", " ", "  ", "= ", "0", "-", "1e5", "<<<<<<< HEAD\n", "=======\n", "\x7f"),
    *("\r", "\r\n"),
)  # fmt: skip


def draw(rng: Random) -> bytes:
    raw = rng.choice(_OWN if chance(rng, 60) else _TEXTS)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        raw = _damaged(raw, rng)
    if chance(rng, 5):
        encoding = rng.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig"))
        raw = raw.decode("utf-8", "replace").encode(encoding, "replace")
    return raw


def _damaged(raw: bytes, rng: Random) -> bytes:
    """Return a text with one thing changed, in its bytes or in its lines."""
    if chance(rng, 40):
        start = rng.randrange(len(raw) + 1)
        end = min(len(raw), start + rng.choice((0, 1, 1, 5, 40, 400)))
        newline = rng.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8"))
        return rng.choice(
            (
                raw[:start] + rng.randbytes(end - start + 1) + raw[end:],
                raw[:start] + raw[end:],
                raw[:end] + raw[start:],
                raw[:start],
                raw[:start] + rng.choice(PIECES).encode() + raw[end:],
                raw.replace(b"\n", newline, rng.choice((-1, 1, 5))),
            )
        )
    lines = raw.split(b"\n")
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    key = lines[at].partition(b":")[0]
    match rng.choice(("swap", "twice", "indent", "sign", "deep", "many", "value", "value")):
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "twice":
            lines.insert(other, lines[at])
        case "indent":
            lines[at] = b" " * rng.randrange(9) + lines[at].lstrip()
        case "sign":
            sign = rng.choice((b":", b" : ", b"=", b": : ", b":\t"))
            lines[at] = lines[at].replace(b": ", sign, 1)
        case "deep":
            depth = rng.choice((5, 60, 2_000, 60_000))
            lines[at] = key + b": " + rng.choice(DEEP).encode() * depth
        case "many":
            many = rng.choice((3, 3_000))
            lines[at] = b"\n".join(key + str(i).encode() + b": *a" for i in range(many))
        case _:
            lines[at] = key + b": " + _typed(rng).encode("utf-8", "replace")
    return b"\n".join(lines)


def _typed(rng: Random) -> str:
    text = hostile(rng)
    typed = rng.choice((text, json.dumps(text), "'" + text.replace("'", "''") + "'"))
    return (typed * rng.choice((100, 20_000)))[:2_000_000] if chance(rng, 3) else typed


def attack(case: bytes) -> None:
    """Check a tree with ``case`` in place of one of its files."""
    folder = Path(_FOLDER.name, "indicators")
    if not folder.exists():
        copy_small_data(folder)
    name = next(name for sign, name in PLACES if sign in case)
    honest = (CONTOH / name).read_bytes()
    try:
        (folder / name).write_bytes(case)
        loaded = load_laporan(folder, SHOWN, _CACHE)
        problems = check(loaded, ACUAN)
    finally:
        (folder / name).write_bytes(honest)
    COUNTS["refused" if loaded.laporan is None else "accepted"] += 1
    COUNTS["messages"] += len(problems)
    lines = re.split(r"\r\n|\r|\n", case.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    for problem in problems:
        if problem.file == f"{SHOWN}/{name}":
            _check_place(problem, lines)
        if len(problem.text) > MAX_MESSAGE:
            raise Fault(f"a message of {problem.code} has more than {MAX_MESSAGE} characters")
    check_reports(problems, loaded.texts)


def _check_place(problem: Problem, lines: list[str]) -> None:
    """Raise unless a place lies in its file; behind the end of a line is inside."""
    line = lines[problem.line - 1] if 1 <= problem.line <= len(lines) else None
    if line is None or not 1 <= problem.column <= len(line) + 1:
        raise Fault(f"{problem.code} names a place outside its file")


def check_reports(problems: tuple[Problem, ...], texts: dict[str, str]) -> None:
    """Raise unless every report says each problem on one printable line."""
    said = report.problem_text(problems, texts).split("\n")
    annotated = report.annotations(problems).split("\n")
    for line in (*said, *annotated, *report.summary(problems).split("\n")):
        if not line.isprintable():
            raise Fault("a report holds what a terminal may obey")
    if problems and len(annotated) != len(problems):
        raise Fault("the annotations are not one line each")
    if sum(line.startswith(SHOWN) for line in said) < len(problems):
        raise Fault("the text does not name every problem at the start of a line")
    if any(not line.startswith(("::error file=", "::warning file=")) for line in annotated if line):
        raise Fault("an annotation is none")
    if len(json.loads(report.problem_json(problems))) != len(problems):
        raise Fault("the JSON has not every problem")
    issues = json.loads(report.code_quality(problems))
    if len({issue["fingerprint"] for issue in issues}) != len(problems):
        raise Fault("two problems have the same fingerprint")
    if len(report.summary(problems).encode()) > report.SUMMARY_LIMIT + 1_000:
        raise Fault("the summary is too long")
