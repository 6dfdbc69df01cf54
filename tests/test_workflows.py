"""The pipelines of a Pemda: safe, short, and each step of ours runs here as it runs there."""

import json
import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import EPOCH, ROOT, copy_project
from tests.fictional import PEMDA
from tests.fictional import iku as iku_yaml

GITHUB = {path.name: path for path in sorted((ROOT / ".github/workflows").glob("*.y*ml"))}
DINAS = "indicators/kabupaten-contoh/dinas-contoh"


def alur(name: str) -> dict[str, Any]:
    data = yaml.safe_load(GITHUB[name].read_text(encoding="utf-8"))
    data["on"] = data.pop(True)  # YAML 1.1 reads the key `on` as true
    return dict(data)


def step_list(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for job, body in alur(name)["jobs"].items():
        for step in body["steps"]:
            yield job, step


def gitlab() -> dict[str, Any]:
    data = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return dict(data)


def test_the_workflows_are_these() -> None:
    assert list(GITHUB) == ["periksa.yml", "rilis.yml", "terbit.yml", "tes.yml"]
    assert {name: sorted(alur(name)["on"]) for name in GITHUB} == {
        "periksa.yml": ["pull_request"],
        "rilis.yml": ["push"],
        "terbit.yml": ["push", "workflow_dispatch"],
        "tes.yml": ["pull_request", "push"],
    }


@pytest.mark.parametrize("name", GITHUB)
def test_every_action_is_pinned_and_its_version_is_named(name: str) -> None:
    lines = GITHUB[name].read_text(encoding="utf-8").splitlines()
    uses = [line for line in lines if "uses:" in line]
    assert len(uses) == sum("uses" in step for _, step in step_list(name)) > 0
    for line in uses:
        assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_the_image_is_pinned_and_its_version_is_named() -> None:
    assert re.fullmatch(r"python:3\.\d+\.\d+-\w+@sha256:[0-9a-f]{64}", gitlab()["default"]["image"])


def test_one_action_has_one_commit_everywhere() -> None:
    named = {step["uses"] for name in GITHUB for _, step in step_list(name) if "uses" in step}
    assert len(named) == len({one.partition("@")[0] for one in named})


@pytest.mark.parametrize("name", GITHUB)
def test_each_job_has_the_least_rights_and_an_end(name: str) -> None:
    data = alur(name)
    assert data["permissions"] == {}, "nothing unless a job asks for it"
    assert data["concurrency"]["group"]
    for job, body in data["jobs"].items():
        assert body["timeout-minutes"] <= 30, job
        writes = {right for right, level in body["permissions"].items() if level == "write"}
        release = {"contents", "attestations"} if name == "rilis.yml" else set()
        assert writes <= {"pull-requests", "pages", "id-token", *release}
        if writes:
            # What may write runs no code of the repository: nothing is checked out or installed.
            steps = [step.get("uses", step.get("run", "")) for step in body["steps"]]
            assert not any("checkout" in step or "iku" in step for step in steps), job


@pytest.mark.parametrize("name", GITHUB)
def test_no_code_of_a_fork_meets_a_secret(name: str) -> None:
    text = GITHUB[name].read_text(encoding="utf-8")
    assert "pull_request_target" not in alur(name)["on"]
    assert "workflow_run" not in alur(name)["on"]
    assert "secrets." not in text
    for _, step in step_list(name):
        # A title or a branch is text of strangers: it reaches a shell only as a variable.
        assert "${{" not in step.get("run", ""), step
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_the_comment_is_for_proposals_from_this_repository_only() -> None:
    job = alur("periksa.yml")["jobs"]["komentar"]
    assert "head.repo.full_name == github.repository" in job["if"]
    (run,) = (step for step in job["steps"] if "run" in step)
    assert "--edit-last --create-if-none" in run["run"]
    assert run["run"].isascii()


def test_what_needs_history_fetches_all_of_it() -> None:
    for name in ("periksa.yml", "terbit.yml"):
        depths = [
            step["with"].get("fetch-depth")
            for _, step in step_list(name)
            if "checkout" in step.get("uses", "")
        ]
        assert depths == [0], name
    assert gitlab()["variables"]["GIT_DEPTH"] == "0"


def test_our_own_tests_do_not_run_for_a_change_of_data() -> None:
    for event in alur("tes.yml")["on"].values():
        for left_out in ("!indicators/**", "!content/**", "!mkdocs.yml"):
            assert left_out in event["paths"]
    (rule,) = gitlab()["tes"]["rules"]
    assert not [path for path in rule["changes"] if path in {"indicators/**/*", "content/**/*"}]
    for name in ("periksa.yml", "terbit.yml"):
        said = GITHUB[name].read_text(encoding="utf-8")
        assert ".ci/run" not in said
        assert "pytest" not in said


def test_installing_is_a_target_of_make() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^pasang: \.venv/site\.stamp$", make, re.MULTILINE)
    assert "--require-hashes -r requirements.lock" in make
    for name in ("periksa.yml", "terbit.yml"):
        assert [step["run"] for _, step in step_list(name) if "make" in step.get("run", "")] == [
            "make pasang"
        ]
    assert gitlab()[".iku"]["before_script"] == ["make pasang"]


def git(folder: Path, *words: str) -> None:
    name = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"]
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def hasil(realisasi: str) -> str:
    return (
        f"tahun: 2024\ncapaian:\n  x: {{realisasi: {realisasi}, sumber: {{judul: LKjIP 2024}}}}\n"
    )


def kerjakan(folder: Path, command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does, in the project ``folder``."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def repositori(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Pemda's repository with a proposal: one result changes from 81.2 to 84."""
    folder = tmp_path_factory.mktemp("pemda")
    data = folder / "indicators"
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(
            "      - id: x\n        nama: Aduan selesai\n        satuan: nilai\n"
            "        arah: naik\n        rumus_capaian: naik\n        target: {2024: 90}\n"
            "        penanggung_jawab: [Bidang Contoh]\n        disimpulkan: [rumus_capaian]\n"
        ),
        "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": hasil("81.2"),
    }
    source = folder / "sumber"
    for name, text in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    copy_project(folder, source)
    assert data.is_dir()
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (folder / ".gitignore").write_text(".venv\nsumber\nsite\npublic\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Data awal")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(folder, "switch", "-q", "-c", "usulan")
    (folder / DINAS / "capaian/2024.yaml").write_text(hasil("84"), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Hasil 2024 final")
    return folder


def perintah_github(name: str) -> list[str]:
    found = [step["run"] for _, step in step_list(name) if ".venv/bin/iku" in step.get("run", "")]
    assert found
    return found


def perintah_gitlab(*jobs: str) -> list[str]:
    return [line for job in jobs for line in gitlab()[job]["script"]]


def test_the_steps_of_a_proposal_on_github(repositori: Path, tmp_path: Path) -> None:
    summary = tmp_path / "ringkasan.md"
    for command in perintah_github("periksa.yml"):
        done = kerjakan(
            repositori, command, GITHUB_STEP_SUMMARY=str(summary), GITHUB_BASE_REF="main"
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    said = (repositori / "perubahan.md").read_text(encoding="utf-8")
    assert "81,2" in said
    assert "84" in said
    assert said in summary.read_text(encoding="utf-8")
    assert (repositori / "site/kabupaten-contoh/dinas-contoh/x/index.html").is_file()
    for _, step in step_list("periksa.yml"):
        if "upload-artifact" in step.get("uses", ""):
            assert (repositori / step["with"]["path"]).exists()


def test_the_steps_after_a_merge_on_github_are_those_of_a_proposal() -> None:
    check, _, build = perintah_github("periksa.yml")
    checked, built = perintah_github("terbit.yml")
    assert check == f'{checked} --base "origin/$GITHUB_BASE_REF"'
    assert build == built
    uploaded = {
        name: step["with"]["path"]
        for name in ("periksa.yml", "terbit.yml")
        for _, step in step_list(name)
        if "upload-" in step.get("uses", "")
    }
    assert uploaded == {"periksa.yml": "site", "terbit.yml": "site"}


def test_the_steps_on_gitlab(repositori: Path) -> None:
    base = subprocess.run(
        ["git", "rev-parse", "main"], cwd=repositori, check=True, capture_output=True, text=True
    ).stdout.strip()
    (repositori / "perubahan.md").unlink(missing_ok=True)
    jobs = ("periksa", "perubahan", "pages")
    for command in perintah_gitlab(*jobs):
        done = kerjakan(repositori, command, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    data = gitlab()
    report = data["periksa"]["artifacts"]["reports"]["codequality"]
    assert isinstance(json.loads((repositori / report).read_text(encoding="utf-8")), list)
    for job in jobs[1:]:
        for path in data[job]["artifacts"]["paths"]:
            assert (repositori / path).exists(), path
    assert "81,2" in (repositori / "perubahan.md").read_text(encoding="utf-8")
    assert (repositori / "public/index.html").is_file()
    assert perintah_gitlab("situs") == [".venv/bin/iku build"]


def test_a_proposal_with_an_error_is_stopped_and_explained(
    repositori: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "ringkasan.md"
    path = repositori / DINAS / "capaian/2024.yaml"
    before = path.read_text(encoding="utf-8")
    environ = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_BASE_REF": "main"}
    check, diff, build = perintah_github("periksa.yml")
    git(repositori, "switch", "-q", "-c", "salah")
    try:
        path.write_text(hasil('"84,5"'), encoding="utf-8")
        git(repositori, "commit", "-q", "-a", "-m", "Koma")
        stopped = kerjakan(repositori, check, **environ)
        assert stopped.returncode == 1
        assert "::error file=indicators/kabupaten-contoh/dinas-contoh/capaian/2024.yaml,line=3" in (
            stopped.stdout
        )
        # The step after it runs all the same, and what it says is kept although it fails.
        assert kerjakan(repositori, diff, **environ).returncode == 1
        said = (repositori / "perubahan.md").read_text(encoding="utf-8")
        assert "84,5" in said
        assert said in summary.read_text(encoding="utf-8")
        assert kerjakan(repositori, build, **environ).returncode == 1
    finally:
        path.write_text(before, encoding="utf-8")
        git(repositori, "commit", "-q", "-a", "-m", "Betul")
        git(repositori, "switch", "-q", "usulan")


class TiruanGitlab(BaseHTTPRequestHandler):
    """GitLab's notes of one merge request, as far as the script asks."""

    catatan: list[dict[str, Any]]
    diminta: list[str]

    def _jawab(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        body: Mapping[str, str] = json.loads(self.rfile.read(size) or b"{}")
        self.diminta.append(f"{self.command} {self.path}")
        answer: Any = {}
        if self.headers["PRIVATE-TOKEN"] != "rahasia":
            self.send_error(401)
            return
        if self.path.endswith("/user"):
            answer = {"id": 7}
        elif self.command == "GET":
            answer = self.catatan
        elif self.command == "POST":
            self.catatan.append({"id": len(self.catatan) + 1, "author": {"id": 7}, **body})
        else:
            found = int(self.path.rpartition("/")[2])
            self.catatan[found - 1].update(body)
        text = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = _jawab  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


def test_one_note_on_gitlab_is_written_and_updated(tmp_path: Path) -> None:
    (command,) = perintah_gitlab("catatan")
    words = shlex.split(command.replace("python", sys.executable, 1))
    script = str(ROOT / words[1])
    stranger = {"id": 1, "author": {"id": 9}, "body": "<!-- iku: perubahan angka -->\npalsu"}
    TiruanGitlab.catatan, TiruanGitlab.diminta = [stranger], []
    server = HTTPServer(("127.0.0.1", 0), TiruanGitlab)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environ = {
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
        "CI_PROJECT_ID": "12",
        "CI_MERGE_REQUEST_IID": "3",
        "IKU_TOKEN": "rahasia",
    }
    try:
        for text in ("Pertama: 81,2 → 84", "Kedua"):
            (tmp_path / "perubahan.md").write_text(text, encoding="utf-8")
            done = subprocess.run(
                [words[0], script, words[2]],
                cwd=tmp_path,
                env={**os.environ, **environ, "no_proxy": "*"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
        refused = subprocess.run(
            [words[0], script, words[2]],
            cwd=tmp_path,
            env={**os.environ, **environ, "IKU_TOKEN": "lain", "no_proxy": "*"},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.shutdown()
        server.server_close()
    assert [each["body"] for each in TiruanGitlab.catatan] == [
        *("<!-- iku: perubahan angka -->\npalsu", "<!-- iku: perubahan angka -->\nKedua"),
    ]
    notes = "/api/v4/projects/12/merge_requests/3/notes"
    assert TiruanGitlab.diminta[:6] == [
        "GET /api/v4/user",
        f"GET {notes}?per_page=100&sort=asc",
        f"POST {notes}",
        "GET /api/v4/user",
        f"GET {notes}?per_page=100&sort=asc",
        f"PUT {notes}/2",
    ]
    assert refused.returncode == 1
    assert "Catatan tidak dapat ditulis" in refused.stderr
    assert "Traceback" not in refused.stderr
