"""Every command in README.md works as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import EPOCH, ROOT, copy_small_project

README = (ROOT / "README.md").read_text(encoding="utf-8")
PERINTAH = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]
IKU = [line for line in PERINTAH if line.startswith(".venv/bin/iku")]


def test_the_readme_holds_no_other_commands() -> None:
    others = [line for line in PERINTAH if line not in IKU]
    assert others == [
        "make site",
        "make test",
        "python3 -m venv .venv",
        ".venv/bin/python -m pip install --require-hashes -r requirements.lock",
        ".venv/bin/python -m pip install --no-deps --no-build-isolation -e .",
        ".venv/bin/python -m pip install --require-hashes -r requirements-dev.lock",
        ".venv/bin/python -m pytest",
    ]


def test_the_lines_for_powershell_are_the_same_ones() -> None:
    (block,) = re.findall(r"```powershell\n(.*?)```", README, re.DOTALL)
    (unix,) = re.findall(r"```sh\n(python3 -m venv.*?)```", README, re.DOTALL)
    translated = unix.replace("python3 -m venv", "py -m venv").replace(
        ".venv/bin/", ".venv\\Scripts\\"
    )
    assert block == translated


@pytest.mark.parametrize(
    "line", [line for line in dict.fromkeys(IKU) if line != ".venv/bin/iku serve"]
)
def test_a_command_of_iku_works(line: str, tmp_path: Path) -> None:
    project = copy_small_project(tmp_path)
    command = [str(ROOT / ".venv/bin/iku"), *shlex.split(line)[1:]]
    if not Path(command[0]).exists():
        command[0] = shutil.which("iku") or command[0]
    done = subprocess.run(
        command,
        cwd=project,
        capture_output=True,
        text=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for option in re.findall(r"--(?:out|csv|json|markdown|schema) (\S+)", line):
        assert (project / option).exists(), option


def test_the_lines_without_make_are_those_of_make() -> None:
    """CI runs ``make site`` itself, on a fresh clone and with an empty home."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in ("--require-hashes -r requirements.lock", "--no-deps --no-build-isolation -e ."):
        assert line in recipe
        assert line in README
    assert 'HOME="$home" make site' in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_files_named_in_the_readme_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if "://" not in target:
            assert (ROOT / target).exists(), target
