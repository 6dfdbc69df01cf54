"""Copies of old default files in a project: named by ``iku check``, and no others."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from iku_terbuka import defaults
from iku_terbuka.cli import overrides
from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.overrides import blob, outdated
from tests.conftest import ROOT
from tests.fictional import PEMDA
from tests.repository import Repository

OLD = "<svg>0.1.0</svg>\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of a repository, beside a version that had ``OLD`` as its emblem."""
    table = {"theme/assets/lambang.svg": {blob(OLD.encode()): "0.1.0"}}
    table["indicators/skala/ipp.yaml"] = {blob((defaults.SKALA / "ipp.yaml").read_bytes()): "0.1.0"}
    monkeypatch.setattr(overrides, "earlier", lambda: table)
    repository = Repository(tmp_path, "situs/indicators")
    repository.write("kabupaten-contoh/pemda.yaml", PEMDA)
    monkeypatch.chdir(tmp_path / "situs")
    return tmp_path / "situs"


def write(project: Path, path: str, content: bytes) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_bytes(content)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_unchanged_copy_of_an_old_default_is_named(project: Path, ending: str) -> None:
    write(project, "theme/assets/lambang.svg", OLD.replace("\n", ending).encode())
    ended = CliRunner().invoke(iku, ["check", "--format", "json"], standalone_mode=False)
    assert ended.return_value == 0
    (problem,) = json.loads(ended.stdout)
    assert (problem["file"], problem["code"]) == ("theme/assets/lambang.svg", "bawaan-lama")
    assert "bawaan versi 0.1.0" in problem["message"]
    on_github = CliRunner().invoke(iku, ["check", "--format", "github"], standalone_mode=False)
    assert "file=situs/theme/assets/lambang.svg," in on_github.stdout


def test_a_copy_of_a_default_that_is_gone_may_be_in_use(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {"indicators/skala/lama.yaml": {blob(OLD.encode()): "0.1.0"}}
    monkeypatch.setattr(overrides, "earlier", lambda: table)
    write(project, "indicators/skala/lama.yaml", OLD.encode())
    (problem,) = outdated(project, project / "indicators", "indicators")
    assert "yang sudah tidak ada lagi. Hapus, kecuali data Anda memakainya." in problem.text


def test_a_file_of_its_own_and_the_present_default_are_not(project: Path) -> None:
    write(project, "theme/assets/lambang.svg", b"<svg>kami</svg>\n")
    write(project, "indicators/skala/ipp.yaml", (defaults.SKALA / "ipp.yaml").read_bytes())
    assert list(outdated(project, project / "indicators", "indicators")) == []


def test_the_table_names_every_default_file_of_a_release() -> None:
    lines = (ROOT / "generator/iku_terbuka/cli" / overrides.FILE).read_text("utf-8").splitlines()
    rows = [line.split(" ", 2) for line in lines if not line.startswith("#")]
    assert {version for version, _, _ in rows} >= {"0.1.0"}
    assert all(len(name) == 40 for _, name, _ in rows)
    assert {path.partition("/")[0] for _, _, path in rows} >= {"content", "theme", "indicators"}
    assert list(outdated(ROOT, ROOT / "indicators", "indicators")) == []
