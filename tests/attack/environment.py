"""Every command in an odd environment: it works, or says in words why not."""

import json
import os
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from tests.attack.common import DINAS, Fault, chance, copy_small_data, iku
from tests.attack.site import check_beside, check_site, contents, new_project, planned
from tests.conftest import EPOCH

SUFFIX, SHARE = ".json", 2.0
COMMANDS = (
    *(["build"], ["build"], ["build"], ["check"], ["check", "--format", "github"]),
    *(["check", "--format", "json"], ["diff", "HEAD"], ["export", "--csv", "o.csv"]),
    *(["template", DINAS, "--tahun", "2025"], ["new", "pemda", "kota-uji"], ["import", "x.xlsx"]),
)
VARIABLES: dict[str, tuple[str | None, ...]] = {
    "SOURCE_DATE_EPOCH": (
        *(None, "", "0", "-1", "1", "315532799", "4354819200", "253402300800", "9" * 25, "1e9"),
        *("abc", "１２", " 1795237200 ", "1795237200.5", "\udcff", "0x10", "-99999999999999"),
    ),
    "TZ": ("", "Asia/Jakarta", "Pacific/Kiritimati", "../..", "XXX", "UTC+99:99"),
    "LC_ALL": ("C", "POSIX", "id_ID.UTF-8", "tr_TR.UTF-8", "xx_YY.omong"),
    "PYTHONUTF8": ("0", "1"),
    "PYTHONIOENCODING": ("ascii", "cp1252", "utf-8:strict"),
    "PYTHONOPTIMIZE": ("2",),
    "HOME": (None, "", "@missing", "@file"),
    "TMPDIR": ("", "@missing", "@file", "@odd"),
    "PATH": ("", "@missing", "@git"),
    "COLUMNS": ("0", "-5", "abc", "9" * 9),
    "NO_COLOR": ("1", ""),
    "TERM": ("dumb", None),
    "GITHUB_STEP_SUMMARY": ("@odd", "@missing", "ringkas.md"),
    "GIT_DIR": ("@missing", "@odd"),
    "MPLCONFIGDIR": ("@file", "@missing"),
    "PYTHONHASHSEED": ("0", "4294967295"),
}
FOLDERS = (
    *("proyek", "pröyèk ü", "a b", "漢字", "-x", "a'b\"c", "a\nb", "a%20b", "a#b"),
    *("a[b]{c}", "\udcff", "a" * 200, "x:y", "&amp;<b>"),
)  # fmt: skip
# What a git of its own does.
GITS = {
    "words": "echo omong kosong",
    "nothing": "exit 1",
    "noise": "head -c 3000 /dev/urandom",
    "bytes": "printf '\\0\\0\\377'",
    "killed": "kill $$",
}
# In the way: a file where a folder should be, a link that leads nowhere, files of another kind.
OBSTACLES = ("", "", "site", ".cache", "loop", "mkdocs", "theme", "readonly", "indicators")


def draw(rng: Random) -> bytes:
    """Return a command and all that is odd around it, as JSON."""
    names = rng.sample(sorted(VARIABLES), rng.choice((0, 1, 1, 2, 3)))
    changed = {name: rng.choice(VARIABLES[name]) for name in names}
    case = {
        "command": rng.choice(COMMANDS),
        "changed": changed,
        "folder": rng.choice(FOLDERS) if chance(rng, 50) else "proyek",
        "git": rng.choice(sorted(GITS)),
        "obstacle": rng.choice(OBSTACLES) if chance(rng, 40) else "",
    }
    return json.dumps(case, indent=1).encode()


def attack(case: bytes) -> None:
    """Run one command in a project of its own."""
    asked = json.loads(case)
    with tempfile.TemporaryDirectory() as home:
        project = new_project(Path(home, Path(asked["folder"]).name or "proyek"))
        copy_small_data(project / "indicators")
        _obstruct(project, asked["obstacle"])
        try:
            done = iku(*asked["command"], cwd=project, **_environment(asked, Path(home)))
        finally:
            for path in (project, project / "indicators"):
                if path.exists():
                    path.chmod(0o755)
        check_beside(project / "site")
        if asked["command"] == ["build"] and done.returncode == 0:
            check_site(project / "site", planned(project / "indicators"))
            _compare(asked, project / "site")
        elif asked["command"] == ["build"] and (project / "site" / "index.html").exists():
            raise Fault("a build that failed leaves a site")


def _environment(asked: dict[str, Any], home: Path) -> dict[str, str | None]:
    """Return the variables; ``@name`` is a place below ``home``: nothing else is touched."""
    git = home / "git" / "git"
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\n{GITS.get(asked['git'], 'exit 1')}\n")
    git.chmod(0o755)
    (home / "folder ü").mkdir()
    (home / "file").touch()
    places = {
        "@git": f"{git.parent}{os.pathsep}{os.environ['PATH']}",
        "@odd": str(home / "folder ü"),
        "@file": str(home / "file"),
        "@missing": str(home / "tidak" / "ada"),
    }
    return {name: places.get(value, value) for name, value in asked["changed"].items()}


def _obstruct(project: Path, obstacle: str) -> None:
    match obstacle:
        case "site" | ".cache":
            (project / obstacle).write_text("bukan folder")
        case "loop":
            (project / ".cache").symlink_to(project / ".cache")
        case "mkdocs":
            (project / "mkdocs.yml").write_bytes(b"\xff\xfe: [")
        case "theme" | "indicators":
            shutil.rmtree(project / obstacle)
        case "readonly":
            for path in (project / "indicators", project):
                path.chmod(0o555)


_HONEST: dict[str, bytes] = {}


def _compare(asked: dict[str, Any], site: Path) -> None:
    """Raise unless the site has the bytes of one that was built in an honest environment."""
    if asked["obstacle"] or asked["changed"].get("SOURCE_DATE_EPOCH", EPOCH) != EPOCH:
        return
    if not _HONEST:
        with tempfile.TemporaryDirectory() as home:
            project = new_project(Path(home, "proyek"))
            copy_small_data(project / "indicators")
            iku("build", cwd=project)
            _HONEST.update(contents(project / "site"))
    if contents(site) != _HONEST:
        raise Fault("the environment changes the site")
