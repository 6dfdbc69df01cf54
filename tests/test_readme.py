"""Every command in README.md works as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import AKAR, EPOCH, copy_project

README = (AKAR / "README.md").read_text(encoding="utf-8")
BERKAS = ("Makefile", "pyproject.toml", "README.md", "LICENSE", "requirements.lock", "mkdocs.yml")
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
    project = copy_project(tmp_path)
    command = [str(AKAR / ".venv/bin/iku"), *shlex.split(line)[1:]]
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


def test_make_site_builds_in_a_fresh_checkout_with_an_empty_home(tmp_path: Path) -> None:
    """The same lines as without make: the recipe is compared, then run."""
    recipe = (AKAR / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in recipe
    assert "--no-deps --no-build-isolation -e ." in recipe
    project = copy_project(tmp_path)
    for name in BERKAS:
        shutil.copy(AKAR / name, project / name)
    shutil.copytree(
        AKAR / "generator", project / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    home = tmp_path / "home"
    home.mkdir()
    kept = {"PATH", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "http_proxy", "https_proxy", "no_proxy"}
    env = {
        key: value
        for key, value in os.environ.items()
        if key in kept or key.startswith("PIP_") or key.endswith("_PROXY")
    }
    done = subprocess.run(
        ["make", "site"],
        cwd=project,
        env=env | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site/index.html" in done.stdout
    assert (project / "site" / "index.html").is_file()


def test_files_named_in_the_readme_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if "://" not in target:
            assert (AKAR / target).exists(), target
