"""The option ``indicators`` of mkdocs.yml: every command reads and writes that folder."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.source.settings import data_option
from tests.fictional import PEMDA
from tests.fictional import iku as iku_yaml
from tests.repository import Repository

DINAS = "kabupaten-contoh/dinas-contoh"
ROW = "      - id: x\n        nama: Aduan selesai\n        satuan: persen\n        arah: naik\n"
SETTINGS = """\
site_name: Uji
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
plugins:
  - iku:
      indicators: data/iku
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    repository = Repository(tmp_path, "data/iku")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        f"{DINAS}/iku.yaml": iku_yaml(f"{ROW}        target: {{2025: 90}}\n"),
    }
    repository.commit("Awal", files)
    monkeypatch.chdir(tmp_path)
    return repository


def run(*args: str) -> Result:
    ended = CliRunner().invoke(iku, args, standalone_mode=False, input="")
    assert ended.exception is None, ended.output
    assert not Path("indicators").exists()
    return ended


def test_check_and_export(project: Repository) -> None:
    assert run("check").return_value == 0
    run("export", "--csv", "a.csv", "--json", "a.json")
    assert "Aduan selesai" in Path("a.csv").read_text(encoding="utf-8-sig")


def test_new_writes_there(project: Repository) -> None:
    run("new", "pemda", "kota-contoh")
    run("new", "instansi", "kota-contoh/dinas-contoh")
    run("new", "capaian", DINAS, "--tahun", "2025")
    for path in ("kota-contoh/dinas-contoh/iku.yaml", f"{DINAS}/capaian/2025.yaml"):
        assert (project.data / path).is_file()


def test_a_form_goes_out_and_comes_back(project: Repository) -> None:
    run("template", DINAS, "--tahun", "2025", "-o", "isian.xlsx")
    # Nothing typed: nothing to write, and the instansi was found.
    assert run("import", "isian.xlsx").return_value == 0


def test_diff_compares_it(project: Repository) -> None:
    text = (project.data / DINAS / "iku.yaml").read_text(encoding="utf-8")
    project.write(f"{DINAS}/iku.yaml", text.replace("2025: 90", "2025: 95"))
    assert "95" in run("diff", "HEAD").output


def test_what_is_typed_wins(project: Repository) -> None:
    ended = CliRunner().invoke(iku, ["check", "--indicators", "lain"], standalone_mode=False)
    assert "lain" in str(getattr(ended.exception, "message", ended.output))


def test_it_may_be_inherited(project: Repository) -> None:
    Path("mkdocs.yml").rename("dasar.yml")
    Path("mkdocs.yml").write_text("INHERIT: dasar.yml\n", encoding="utf-8")
    assert run("check").return_value == 0
    # In a circle nothing is named, and a build says so.
    Path("mkdocs.yml").replace("dasar.yml")
    Path("mkdocs.yml").write_text("INHERIT: dasar.yml\n", encoding="utf-8")
    ended = CliRunner().invoke(iku, ["check"], standalone_mode=False)
    assert "indicators" in str(getattr(ended.exception, "message", ended.output))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins: [search, iku: {indicators: a}]", "a"),
        ("plugins: {iku: {indicators: a}}", "a"),
        ("plugins: [iku]", ""),
        ("plugins: iku", ""),
        ("[", ""),
        ("", ""),
        (f"plugins: {'[' * 5000}", ""),
    ],
)
def test_every_way_to_write_it(text: str, said: str) -> None:
    assert data_option(text) == (said, "")
