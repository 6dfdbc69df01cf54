"""Git histories as no one writes them: read, and the site of their data built."""

import json
import os
import re
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
# Seconds since 1970, at the edges of what ZIP archives, Excel and Python can say.
TIMES = (0, 1, 315532799, 315532800, 1700000000, 4354819199, 4354819200, 253402300800)
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
    files = {name: (CONTOH / name).read_bytes().decode("latin-1") for name in SMALL_DATA}
    commits = []
    for number in range(rng.choice((1, 3, 8, 15))):
        files = _edited(files, rng) if number else files
        odd = rng.choice(SUBJECTS) if chance(rng, 60) else hostile(rng).encode().decode("latin-1")
        commits.append(
            {
                "subject": odd if chance(rng, 50) else "Ubah",
                "name": rng.choice(NAMES),
                "time": rng.choice(TIMES) if chance(rng, 60) else rng.randrange(2**33),
                "zone": rng.choice(ZONES),
                "files": files,
                # Besides the commit before it.
                "parents": rng.sample(range(number), min(number, rng.choice((0, 0, 1, 2)))),
            }
        )
    raw = rng.choice(RAW) if chance(rng, 30) else ""
    case = {"commits": commits, "raw": raw, "epoch": rng.choice((EPOCH, EPOCH, None))}
    return json.dumps(case, indent=1).encode()


def _edited(files: dict[str, str], rng: Random) -> dict[str, str]:
    """Return files of which some have other numbers, are broken, gone, moved or new."""
    edited = dict(files)
    name = rng.choice(sorted(files))
    text = files[name]
    match rng.choice(("number", "number", "number", "broken", "gone", "moved", "new", "back")):
        case "number":
            pattern = r"\b(realisasi|20\d\d): ?[\d.]+"
            edited[name] = re.sub(pattern, lambda at: f"{at[1]}: {rng.randrange(100)}", text)
        case "broken":
            odd = ("", "\0", "a: [", "capaian: " + "[" * 5_000, "\xff", text[: len(text) // 2])
            edited[name] = rng.choice(odd)
        case "gone" if len(files) > 1:
            del edited[name]
        case "moved":
            other = rng.choice(("kabupaten-contoh/dinas-lain", "kabupaten-contoh/a/b", "kota/c"))
            edited = {path.replace(DINAS, other): text for path, text in files.items()}
        case "new":
            odd = ("\xff\xfe.yaml", f"{DINAS}/capaian/20 25.yaml", "a\tb", f"{DINAS}/iku/2024.yaml")
            edited[rng.choice(odd)] = text
        case _:
            edited = {name: (CONTOH / name).read_bytes().decode("latin-1") for name in SMALL_DATA}
    return edited


def _stream(commits: list[dict[str, Any]]) -> bytes:
    """Return the commits as ``git fast-import`` reads them."""
    lines: list[str] = []
    for number, one in enumerate(commits):
        name = re.sub(r"[<>\n\0]", "", one["name"])
        lines.append(f"commit refs/heads/main\nmark :{number + 1}\n")
        lines.append(f"committer {name} <a@contoh.invalid> {one['time']} {one['zone']}\n")
        lines.append(f"data {len(one['subject'])}\n{one['subject']}\n")
        parents = dict.fromkeys((*one["parents"], number - 1))
        for word, parent in zip(("from", *["merge"] * len(parents)), parents, strict=False):
            lines += [f"{word} :{parent + 1}\n"] if 0 <= parent < number else []
        lines.append("deleteall\n")
        for path, text in one["files"].items():
            quoted = "".join(f"\\{ord(c):03o}" if not c.isalnum() else c for c in path)
            lines.append(f'M 100644 inline "indicators/{quoted}"\ndata {len(text)}\n{text}\n')
    return "".join(lines).encode("latin-1")


def attack(case: bytes) -> None:
    """Make the repository, read its history, build the site of its data."""
    asked = json.loads(case)
    with tempfile.TemporaryDirectory() as home:
        project = new_project(Path(home, "proyek"))
        copy_small_data(project / "indicators")
        _git(project, "init -q -b main")
        stream = _stream(asked["commits"])
        _git(project, "fast-import --quiet --force --date-format=raw-permissive", stream)
        if asked["raw"]:
            tree, parent = _git(project, "rev-parse main^{tree} main").decode().split()
            raw = f"tree {tree}\nparent {parent}\n" + asked["raw"].format(parent=parent)
            words = "hash-object -t commit --literally -w --stdin"
            made = _git(project, words, raw.encode("latin-1"))
            (project / ".git/refs/heads/main").write_bytes(made)
        history = read_history(project / "indicators")
        COUNTS["changes read"] += len(history.changes)
        for commit in {change.commit for change in history.changes} | set(history.files.values()):
            if not commit.subject.isprintable() or not 0 < len(commit.subject) <= MAX_SUBJECT:
                raise Fault("a subject is not one short printable line")
        build_site(project, asked["epoch"])


def _git(project: Path, words: str, stdin: bytes = b"") -> bytes:
    return subprocess.run(
        ["git", "-C", str(project), *words.split()],
        input=stdin,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        check=True,
    ).stdout
