"""Git histories as no one writes them: read, and the site of their data built."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from iku_terbuka.history import read_history
from tests.attack.common import COUNTS, DINAS, SMALL_DATA, Fault, chance, copy_small_data, hostile
from tests.attack.site import build_site, new_project
from tests.conftest import CONTOH, EPOCH
from tests.repository import ENVIRONMENT

SUFFIX, SHARE = ".json", 1.6
MAX_SUBJECT = 200  # characters of what readers are told of a commit
TIMES = (
    0,
    1,
    315_532_799,
    315_532_800,
    1_700_000_000,
    4_354_819_199,
    4_354_819_200,
    253_402_300_800,
)
ZONES = ("+0000", "+0700", "-1200", "+1400", "+9999", "-0001")
SUBJECTS = (
    *("", "Ralat: target 2025", "Merge branch 'x' into y", "Revert \"Merge branch 'x'\"", "\n\n\n"),
    *("Merge pull request #1 from a/b\n\nx", "A" * 100_000, "Aa " * 33_000, "Drs. " * 20_000),
    *("0812" * 25_000, "a@" * 50_000, "1234567 " * 12_000, "merge " * 16_000),
    *("A, S." * 20_000, "Dra A. " * 14_000, "#" * 9, "* x", "Co-authored-by: A <a@b.id>"),
    *("\xff\xfe\x80", "a\n" * 50_000, "\x1b[2J"),
)  # fmt: skip
NAMES = ("", "Ab Cd", "a" * 5_000, "\xff\xfe", "\xe2\x80\xaeA", "; DROP", "'\"", ".", "  ")
# The lines of a commit object below its parent, as Git writes none.
RAW = (
    "author A <a> -99 +0000\ncommitter A <a> -99 +0000\n\nx\n",
    f"author A <a> {'9' * 30} +0700\ncommitter A <a> {'9' * 30} +0700\n\nx",
    "author\ncommitter\n\nx\n",
    "author A <a> 1 +0000\ncommitter A <a> x y\nencoding omong\n\n\xff\xe9\n",
    "parent {parent}\nauthor A <a> 1 +0\ncommitter A <a> 1 +0\nencoding utf-16\n\nx\n",
    "author A <a> 1 +0\ncommitter A <a> 1 +0\n\na\0b\n",
)


def draw(rng: Random) -> bytes:
    """Return commits, oldest first, as JSON whose texts are bytes read as Latin-1."""
    commits = [_commit(rng, number) for number in range(rng.choice((1, 3, 8, 20)))]
    case = {
        "commits": commits,
        "raw": rng.choice(RAW) if chance(rng, 40) else "",
        "epoch": rng.choice((EPOCH, EPOCH, None)),
    }
    return json.dumps(case, indent=1).encode()


def _commit(rng: Random, number: int) -> dict[str, Any]:
    files = {
        f"indicators/{name}": _edited(name, rng)
        for name in SMALL_DATA
        if not number or chance(rng, 40)
    }
    if chance(rng, 15):
        files[
            rng.choice(
                ("indicators/\xff\xfe.yaml", f"indicators/{DINAS}/capaian/20 25.yaml", "a\tb")
            )
        ] = "x: 1\n"
    moves = {}
    if chance(rng, 10) and number:
        other = f"indicators/kabupaten-contoh/dinas-{rng.randrange(3)}"
        moves = dict([rng.choice(((f"indicators/{DINAS}", other), (other, f"indicators/{DINAS}")))])
    gone = [f"indicators/{rng.choice(SMALL_DATA)}"] if chance(rng, 10) and number else []
    subject = rng.choice(SUBJECTS) if chance(rng, 70) else hostile(rng).encode().decode("latin-1")
    return {
        "subject": subject,
        "name": rng.choice(NAMES),
        "time": rng.choice(TIMES) if chance(rng, 60) else rng.randrange(2**33),
        "zone": rng.choice(ZONES),
        "files": files,
        "moves": moves,
        "gone": gone,
        "merges": sorted(rng.sample(range(number), min(number, rng.choice((0, 0, 0, 1, 2))))),
        "branch": number > 2 and chance(rng, 20),
    }  # fmt: skip


def _edited(name: str, rng: Random) -> str:
    text = (CONTOH / name).read_bytes().decode("latin-1")
    if chance(rng, 15):
        return rng.choice(
            ("", "\0", "a: [", "capaian: " + "[" * 5_000, "\xff", text[: len(text) // 2])
        )
    return re.sub(
        r"\b(realisasi|20\d\d): \d+", lambda found: f"{found[1]}: {rng.randrange(100)}", text
    )


def _stream(commits: list[dict[str, Any]]) -> bytes:
    """Return the commits as ``git fast-import`` reads them."""
    lines: list[str] = []
    for number, one in enumerate(commits):
        name = re.sub(r"[<>\n\0]", "", one["name"])
        # A branch leaves from the commit before the last and comes back by a merge.
        first = number - 1 - one["branch"]
        lines.append(f"commit refs/heads/main\nmark :{number + 1}\n")
        lines.append(f"committer {name} <a@contoh.invalid> {one['time']} {one['zone']}\n")
        lines.append(f"data {len(one['subject'])}\n{one['subject']}\n")
        if first >= 0:
            lines.append(f"from :{first + 1}\n")
        lines += [f"merge :{parent + 1}\n" for parent in one["merges"] if parent != first]
        lines += [f"D {path}\n" for path in one["gone"]]
        for path, text in one["files"].items():
            quoted = "".join(f"\\{ord(c):03o}" if not c.isalnum() else c for c in path)
            lines.append(f'M 100644 inline "{quoted}"\ndata {len(text)}\n{text}\n')
    return "".join(lines).encode("latin-1")


def attack(case: bytes) -> None:
    """Make the repository, read its history, build the site of its data."""
    asked = json.loads(case)
    with tempfile.TemporaryDirectory() as home:
        project = new_project(Path(home, "proyek"))
        copy_small_data(project / "indicators")
        _git(project, "init", "-q", "-b", "main")
        _git(
            project,
            "fast-import",
            "--quiet",
            "--force",
            "--date-format=raw-permissive",
            stdin=_stream(asked["commits"]),
        )
        for one in asked["commits"]:
            _move(project, one["moves"])
        if asked["raw"]:
            tree = _git(project, "rev-parse", "main^{tree}").decode().strip()
            parent = _git(project, "rev-parse", "main").decode().strip()
            raw = f"tree {tree}\nparent {parent}\n" + asked["raw"].format(parent=parent)
            made = _git(
                project,
                "hash-object",
                "-t",
                "commit",
                "--literally",
                "-w",
                "--stdin",
                stdin=raw.encode("latin-1"),
            )
            (project / ".git/refs/heads/main").write_bytes(made)
        history = read_history(project / "indicators")
        COUNTS["changes read"] += len(history.changes)
        for commit in {change.commit for change in history.changes} | set(history.files.values()):
            if not commit.subject.isprintable() or not 0 < len(commit.subject) <= MAX_SUBJECT:
                raise Fault("a subject is not one short printable line")
        build_site(project, asked["epoch"])


def _move(project: Path, moves: dict[str, str]) -> None:
    """Move folders in a commit of their own, where they are there to be moved."""
    for old, new in moves.items():
        shutil.rmtree(project / "pohon", ignore_errors=True)
        env = {"GIT_INDEX_FILE": str(project / ".git/pindah")}
        _git(project, "read-tree", "main", env=env)
        listed = _git(project, "ls-files", "-s", "-z", "--", old, env=env).decode("latin-1")
        if listed:
            there = listed.replace(f"\t{old}", f"\t{new}").encode("latin-1")
            _git(project, "rm", "-rq", "--cached", "--", old, env=env)
            _git(project, "update-index", "-z", "--index-info", stdin=there, env=env)
            tree = _git(project, "write-tree", env=env).decode().strip()
            made = _git(project, "commit-tree", tree, "-p", "main", "-m", "Pindah")
            _git(project, "update-ref", "refs/heads/main", made.decode().strip())


def _git(
    project: Path, *words: str, stdin: bytes = b"", env: dict[str, str] | None = None
) -> bytes:
    whole = os.environ | ENVIRONMENT | (env or {})
    return subprocess.run(
        ["git", "-C", str(project), *words], input=stdin, env=whole, capture_output=True, check=True
    ).stdout
