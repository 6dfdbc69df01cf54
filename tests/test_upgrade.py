"""``iku upgrade``: a project made by an earlier version goes on with this one.

``tests/data/versi-0.1`` is a part of a project of version 0.1, where program, theme and pages lay
beside the data.
"""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.language import error_message
from iku_terbuka.mkdocs_plugin.build import build
from tests.conftest import CONTOH, DATA, EPOCH

OWN = "# Milik kami\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def upgrade(*args: str) -> Result:
    result = CliRunner().invoke(iku, ["upgrade", *args], standalone_mode=False, prog_name="iku")
    assert result.exception is None or isinstance(result.exception, Exception)
    return result


def listed(output: str, state: str) -> list[str]:
    """Return the files that the output names below a state."""
    _, _, after = output.partition(f"\n{state}:\n")
    block = after.partition("\n\n")[0]
    return [line.split()[0] for line in block.splitlines() if line.startswith("  ")]


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


@pytest.fixture
def old() -> None:
    """A project of version 0.1 with one Pemda, which changed a pipeline and a page of its own."""
    shutil.copytree(DATA / "versi-0.1", ".", dirs_exist_ok=True)
    shutil.copytree(CONTOH, "indicators", dirs_exist_ok=True)
    Path("generator").mkdir()
    Path("generator/__init__.py").write_text("", encoding="utf-8")
    Path("pyproject.toml").write_text(
        '[project]\nname = "iku-terbuka"\nversion = "0.1.0"\n', encoding="utf-8"
    )
    pipeline = Path(".gitlab-ci.yml")
    pipeline.write_text(OWN + pipeline.read_text(encoding="utf-8"), encoding="utf-8")
    Path("content/aksesibilitas").mkdir()
    Path("content/aksesibilitas/index.md").write_text("# Milik kami\n", encoding="utf-8")


@pytest.mark.usefixtures("old")
def test_a_project_of_version_0_1_goes_on() -> None:
    before = contents()
    output = upgrade().output
    assert contents() == before, "nothing is written without being told"
    assert "Versi yang disebut proyek ini: 0.1.0." in output
    assert "## [Unreleased]" in output or re.search(r"## \[0\.[2-9]", output)
    assert "## [0.1.0]" not in output
    lama = listed(output, "Lama, dan tidak diubah di proyek ini")
    assert {"Makefile", ".vscode/settings.json", ".github/workflows/periksa.yml"} <= set(lama)
    assert listed(output, "Diubah di proyek ini, dan berbeda dengan yang baru") == [
        ".gitlab-ci.yml"
    ]
    copies = listed(output, "Salinan bawaan yang lama, yang menutupi bawaan yang baru (dihapus)")
    assert {"theme/main.html", "theme/siap.html"} <= set(copies)
    assert "content/aksesibilitas/index.md" not in output
    assert "git rm -r generator pyproject.toml" in output

    data = {path: content for path, content in before.items() if path.endswith(".yaml")}
    assert upgrade("--terapkan").return_value == 0
    after = contents()
    assert {path: after[path] for path in data} == data
    assert after["mkdocs.yml"] == before["mkdocs.yml"]
    assert after[".gitlab-ci.yml"] == before[".gitlab-ci.yml"]
    assert after["content/aksesibilitas/index.md"] == OWN.encode()
    assert "theme/main.html" not in after
    assert "indicators/.skema/dokumen.schema.json" in after
    assert build(Path("mkdocs.yml"), Path("site"), None, strict=True) == ()
    assert ">Milik kami</h1>" in Path("site/aksesibilitas/index.html").read_text("utf-8")
    checked = CliRunner().invoke(iku, ["check"], standalone_mode=False)
    assert "0 kesalahan" in checked.stderr

    again = upgrade().output
    assert listed(again, "Lama, dan tidak diubah di proyek ini") == []
    assert "iku upgrade --terapkan\n" not in again, "what is left is for people to decide"
    assert upgrade("--terapkan", ".gitlab-ci.yml").return_value == 0
    assert OWN not in Path(".gitlab-ci.yml").read_text(encoding="utf-8")


def test_a_new_project_has_nothing_to_change_and_a_difference_is_shown() -> None:
    CliRunner().invoke(iku, ["new", "situs", ".", "--nama", "Kabupaten Uji"])
    assert "Proyek ini sudah sesuai dengan versi yang terpasang." in upgrade().output
    schema = Path("indicators/.skema/iku.schema.json")
    schema.write_text("{}", encoding="utf-8")
    Path("terbit.sh").write_text("#!/bin/sh\necho kami\n", encoding="utf-8")
    shutil.rmtree(".github")
    output = upgrade("--beda").output
    assert listed(output, "Diubah di proyek ini, dan berbeda dengan yang baru")[0] == "terbit.sh"
    assert "    -echo kami\n" in output
    assert ".github" not in output, "somebody took it away"
    assert upgrade("--terapkan", "terbit.sh").return_value == 0
    assert schema.read_text(encoding="utf-8") == "{}", "only what was named"
    assert upgrade("--terapkan").return_value == 0
    assert "Proyek ini sudah sesuai" in upgrade().output


def test_a_file_that_is_not_the_programs_is_refused() -> None:
    CliRunner().invoke(iku, ["new", "situs", ".", "--nama", "Kabupaten Uji"])
    before = contents()
    result = upgrade("--terapkan", "mkdocs.yml")
    assert result.exception is not None
    assert "mkdocs.yml: tidak ada bedanya" in error_message(result.exception)  # type: ignore[arg-type]
    assert contents() == before


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("iku-terbuka==0.1.3", "0.1.3"),
        ("./paket/iku_terbuka-0.2.0-py3-none-any.whl --hash=sha256:ab", "0.2.0"),
        ("iku-terbuka @ git+https://contoh.id/iku@v0.2.1", "0.2.1"),
        ("iku-terbuka @ git+https://contoh.id/iku@main", "–"),
    ],
)
def test_the_version_is_the_one_that_the_project_names(line: str, version: str) -> None:
    CliRunner().invoke(iku, ["new", "situs", ".", "--nama", "Kabupaten Uji"])
    Path("requirements.txt").write_text(f"# Program\n{line}\n", encoding="utf-8")
    assert f"Versi yang disebut proyek ini: {version}." in upgrade().output
