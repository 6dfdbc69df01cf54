"""``iku check --base``: what a proposal adds, apart from what was there before."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.proposal import pipeline_forge
from iku_terbuka.context.forge import ForgeKind
from tests.diff.sides import BASE, HUKUM, replaced
from tests.repository import Repository

IKU_FILE, RESULT_FILE = f"{HUKUM}/iku.yaml", f"{HUKUM}/capaian/2024.yaml"
NEW, OLD = "realisasi-tanpa-sumber", "tanpa-penanggung-jawab"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Data with warnings on main; the checkout adds lines above them, and one new warning."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    repo = Repository(tmp_path / "repo")
    repo.commit("Data awal", BASE)
    repo.git("switch", "-q", "-c", "usulan")
    new = replaced(RESULT_FILE, ("    sumber: {judul: LKjIP 2024}\n", ""))
    repo.commit("Usulan", replaced(IKU_FILE, ("sasaran:", "catatan: Baru\nsasaran:"), files=new))
    return repo


def check(repo: Repository, *args: str) -> Result:
    command = ("check", "--indicators", str(repo.data), *args)
    return CliRunner().invoke(iku, command, standalone_mode=False)


def test_people_read_first_what_is_new(repo: Repository) -> None:
    result = check(repo, "--base", "main")
    assert result.return_value == 0
    new, old = result.stdout.split("\nSudah ada sebelum usulan ini:\n")
    assert f"[{NEW}]" in new
    assert f"[{OLD}]" not in new
    assert f"[{OLD}]" in old
    assert "Baru sejak main: 0 kesalahan, 1 peringatan." in result.stderr


def test_without_a_base_nothing_is_told_apart(repo: Repository) -> None:
    result = check(repo)
    assert "Sudah ada" not in result.output
    assert "Baru sejak" not in result.output


def test_github_annotates_what_is_new(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "ringkasan.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = check(repo, "--base", "main", "--format", "github")
    notes = [line for line in result.stdout.splitlines() if line.startswith("::warning")]
    assert len(notes) == 1
    assert f"title={NEW}" in notes[0]
    assert "::group::Sudah ada sebelum usulan ini: " in result.stdout
    assert result.stdout.count("::endgroup::") == 1
    said = summary.read_text(encoding="utf-8")
    assert NEW in said
    assert OLD not in said
    assert "peringatan lain sudah ada sebelum usulan ini; semuanya ada di log." in said


def test_an_error_is_annotated_whoever_made_it(repo: Repository) -> None:
    repo.git("switch", "-q", "main")
    broken = replaced(IKU_FILE, ("awal: 2021", "awal: 20211"))
    repo.commit("Rusak", broken)
    repo.git("switch", "-q", "-c", "lain")
    repo.commit("Usulan lain", {**broken, f"{HUKUM}/capaian/2025.yaml": "tahun: 2025\n"})
    result = check(repo, "--base", "main", "--format", "github")
    assert result.return_value == 1
    assert "title=bukan-tahun" in result.stdout
    assert "Baru sejak main: 1 kesalahan" in result.stderr


def test_gitlab_compares_reports_itself_and_the_log_tells_apart(repo: Repository) -> None:
    result = check(repo, "--base", "main", "--format", "gitlab")
    report = json.loads(result.stdout)
    assert {NEW, OLD} <= {one["check_name"] for one in report}
    assert "Sudah ada sebelum usulan ini:" in result.stderr


def test_json_says_it_of_each(repo: Repository) -> None:
    found = json.loads(check(repo, "--base", "main", "--format", "json").stdout)
    assert {(one["code"], one["baru"]) for one in found} >= {(NEW, True), (OLD, False)}
    assert "baru" not in json.loads(check(repo, "--format", "json").stdout)[0]


def test_where_the_data_begin_everything_is_new(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "baru")
    repo.commit("Kosong", {"skala/.gitkeep": ""})
    repo.git("switch", "-q", "-c", "usulan")
    repo.commit("Data", BASE)
    assert "Sudah ada" not in check(repo, "--base", "main").output


def test_an_unknown_base_is_a_wrong_use(repo: Repository) -> None:
    result = check(repo, "--base", "tidak-ada")
    assert result.exception
    assert "tidak ada di repositori ini" in str(result.exception)


@pytest.mark.parametrize(
    ("environ", "address", "kind"),
    [
        (
            {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b"},
            "https://github.com/a/b",
            ForgeKind.GITHUB,
        ),
        (
            {"GITHUB_SERVER_URL": "https://codeberg.org", "GITHUB_REPOSITORY": "a/b"},
            "https://codeberg.org/a/b",
            ForgeKind.FORGEJO,
        ),
        (
            {"CI_PROJECT_URL": "https://git.contoh.go.id/a/b/c"},
            "https://git.contoh.go.id/a/b/c",
            ForgeKind.GITLAB,
        ),
    ],
)
def test_a_pipeline_tells_its_forge(environ: dict[str, str], address: str, kind: ForgeKind) -> None:
    forge = pipeline_forge(environ)
    assert forge
    assert (forge.url, forge.kind) == (address, kind)


@pytest.mark.parametrize(
    "environ", [{}, {"CI_PROJECT_URL": "ssh://x"}, {"GITHUB_REPOSITORY": "a/b"}]
)
def test_elsewhere_there_is_none(environ: dict[str, str]) -> None:
    assert pipeline_forge(environ) is None
