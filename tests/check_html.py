"""Runs the Nu HTML checker over built sites: ``make check-html``. Not part of ``make test``: it
needs Java and npm.

Without a folder it only makes the checker ready. Exit status: 0 nothing of ours, 1 findings,
2 not able to check.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

VERSION = "26.9.27"
ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".cache" / "vnu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
INSTALL = "Di Debian atau Ubuntu: sudo apt install default-jre-headless npm"


@dataclass(frozen=True)
class Known:
    """A finding that is not ours to mend: part of its message, part of its place, and why."""

    message: str
    extract: str
    why: str


KNOWN = (
    Known(
        "Attribute “autocomplete” is only allowed when the input type is",
        'data-md-toggle="',
        "Material: switches of the drawer and the search are checkboxes that browsers "
        "must not remember",
    ),
    Known(
        "The value of the “for” attribute of the “label” element must be the ID of a",
        'for="__toc"',
        "Material: the title of the contents list is a label of a switch that only the page's "
        "drawer has, and there is none",
    ),
    Known(
        "Trailing slash on void elements has no effect",
        "<img",
        "Python-Markdown writes pictures as XHTML does; a remark, no error",
    ),
    Known(
        "Trailing slash on void elements has no effect",
        "<wbr/>",
        "our MathML is XML at the same time, so that tests can read it; a remark, no error",
    ),
)


@dataclass(frozen=True)
class Finding:
    kind: str
    message: str
    place: str
    extract: str

    @property
    def known(self) -> Known | None:
        return next(
            (
                one
                for one in KNOWN
                if self.message.startswith(one.message) and one.extract in self.extract
            ),
            None,
        )


def prepare() -> str | None:
    """Fetch the checker once; return what is missing, as one line, or nothing."""
    if not shutil.which("java"):
        return f"Java tidak ada, jadi HTML tidak dapat diperiksa (Java is missing). {INSTALL}"
    package = JAR.parents[2] / "package.json"
    if JAR.exists() and json.loads(package.read_text(encoding="utf-8"))["version"] == VERSION:
        return None
    npm = shutil.which("npm")
    if not npm:
        return (
            f"npm tidak ada, jadi pemeriksa HTML tidak dapat dipasang (npm is missing). {INSTALL}"
        )
    FOLDER.mkdir(parents=True, exist_ok=True)
    flags = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(
        [npm, "install", "--prefix", str(FOLDER), *flags, f"vnu-jar@{VERSION}"], check=False
    )
    if done.returncode or not JAR.exists():
        return f"vnu-jar {VERSION} gagal dipasang dengan npm (npm could not install the checker)."
    return None


def check(folder: Path) -> list[Finding]:
    """Return everything that the checker says about the HTML below ``folder``."""
    done = subprocess.run(
        ["java", "-jar", str(JAR), "--format", "json", "--stdout", "--skip-non-html", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if not done.stdout:
        sys.exit(f"Pemeriksa HTML berhenti: {done.stderr.strip()}")
    start = f"file:{folder.resolve().as_posix()}/"
    return [
        Finding(
            one.get("subType", one["type"]),
            one["message"],
            f"{unquote(one.get('url', '')).removeprefix(start)}:{one.get('lastLine', 0)}",
            re.sub(r"\s+", " ", one.get("extract", "")).strip(),
        )
        for one in json.loads(done.stdout)["messages"]
    ]


def show(findings: list[Finding]) -> None:
    """Print findings grouped by message, the most frequent first, each with its first place."""
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        groups[one.kind, one.message].append(one)
    for (kind, message), found in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(f"  {len(found)}× {kind}: {message}\n     {found[0].place}: {found[0].extract}")


def main(folders: list[str]) -> int:
    missing = prepare()
    if missing:
        print(missing)
        return 2
    ours = 0
    for name in folders:
        folder = Path(name)
        pages = sum(1 for _ in folder.rglob("*.html"))
        if not pages:
            print(f"Tidak ada halaman HTML di {name}.")
            return 2
        findings = check(folder)
        ours_here = [one for one in findings if not one.known]
        ours += len(ours_here)
        print(f"{name}: {pages} halaman, {len(ours_here)} temuan")
        show(ours_here)
        for known in KNOWN:
            count = sum(one.known is known for one in findings)
            print(f"  {count}× dikenal: {known.message} … ({known.why})")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
