"""Whatever the system, Git or a setting refuses ends in a sentence and the right exit status.

Nothing is left half-written, nothing hangs, and no traceback is shown.
"""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from iku_terbuka.cli import main
from iku_terbuka.cli.boundary import refusal
from iku_terbuka.cli.files import write_whole
from tests.conftest import EPOCH, ROOT, copy_small_project
from tests.repository import ENVIRONMENT

posix = pytest.mark.skipif(os.name == "nt", reason="limits, pipes and scripts of POSIX")
PROGRAM = [sys.executable, "-c", "from iku_terbuka.cli import main; main()"]
BAGIAN = "kabupaten-balangan/sekretariat-daerah/bagian-hukum"


@dataclass(frozen=True)
class Ended:
    """How a command ended; ``said`` is what it printed for people."""

    status: int
    said: str

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_small_project(tmp_path_factory.mktemp("kecil"))


@pytest.fixture
def project(small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, the current folder."""
    copied = tmp_path / "proyek"
    shutil.copytree(small_project, copied)
    monkeypatch.chdir(copied)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return copied


@pytest.fixture
def iku(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run the command line in this process."""

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["iku", *words])
        before = signal.getsignal(signal.SIGTERM)
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            signal.signal(signal.SIGTERM, before)
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, err)

    return run


def start(*words: str, limit: int = 0, **changed: str | None) -> Ended:
    """Run the command line in a process of its own, where no file may grow beyond ``limit``."""

    def prepare() -> None:
        import resource  # noqa: PLC0415 (POSIX alone has it)

        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    env = os.environ | {"PYTHONPATH": str(ROOT / "generator")} | changed
    done = subprocess.run(
        [*PROGRAM, *words],
        env={name: value for name, value in env.items() if value is not None},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=120,
        preexec_fn=prepare if os.name != "nt" else None,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return Ended(done.returncode, done.stderr)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def config(project: Path, *changes: tuple[str, str]) -> None:
    """Change mkdocs.yml; each text must be there."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


class TestSettings:
    """What the environment says."""

    @pytest.mark.usefixtures("project")
    @pytest.mark.parametrize("command", [["check"], ["build"], ["export", "--csv", "u.csv"]])
    @pytest.mark.parametrize(
        "typed",
        [
            *("", "kemarin", "-1", "0", "1.5", "0x10", "１７９５２３７２００", f" {EPOCH} "),
            *("9" * 25, "9" * 5_000, "4354819200"),
        ],
    )
    def test_a_time_that_is_none_is_misuse(
        self,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
        command: list[str],
        typed: str,
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", typed)
        ended = iku(*command)
        assert ended.status == 2
        assert len(ended.lines) == 1
        assert ended.said.startswith(f"SOURCE_DATE_EPOCH berisi “{typed.strip()[:40]}”.")
        assert not Path("site").exists()
        assert not Path("u.csv").exists()

    @posix
    @pytest.mark.usefixtures("project")
    def test_no_zone_of_time_is_asked_for(self) -> None:
        assert start("build", TZ="/etc/passwd").status == 0

    @posix
    def test_a_console_of_ascii_in_a_folder_of_other_letters(
        self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = tmp_path / "Kabupatén “x”"
        project.rename(other)
        monkeypatch.chdir(other)
        commit(other)
        ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        for command in (["check"], ["diff", "HEAD"], ["export", "--csv", "u.csv"]):
            ended = start(*command, **ascii_only)
            assert ended.status == 0, ended.said


class TestDisk:
    """What the file system refuses."""

    @posix
    @pytest.mark.parametrize(
        "command",
        [
            ["new", "pemda", "kota-baru"],
            ["new", "capaian", BAGIAN, "--tahun", "2026"],
            ["template", BAGIAN, "--tahun", "2025"],
            ["export", "--csv", "baru/u.csv"],
            ["export", "--json", "u.json"],
            ["export", "--schema", "skema"],
            ["export", "--markdown", "md"],
            ["build"],
        ],
    )
    def test_a_full_disk_leaves_nothing(self, project: Path, command: list[str]) -> None:
        before = files(project)
        ended = start(*command, limit=400)
        assert ended.status == 1
        assert re.fullmatch("“.+” tidak dapat .* melebihi batas ukuran berkas.", ended.lines[-1])
        assert files(project) == before

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (errno.ENOSPC, "disk penuh"),
            (errno.EDQUOT, "jatah disk Anda habis"),
            (errno.EROFS, "hanya dapat dibaca"),
            (errno.EACCES, "Periksa izin"),
            (errno.EXDEV, "disk lain"),
            (errno.ESTALE, "ditolak sistem operasi"),
        ],
    )
    def test_what_the_system_says_is_said_in_indonesian_with_the_path(
        self,
        project: Path,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
        number: int,
        said: str,
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        before = files(project)
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", refuse)
            ended = iku("export", "--json", "folder/u.json")
        assert ended.status == 1
        assert ended.lines[-1].startswith(f"“{Path('folder/u.json')}” ")
        assert said in ended.lines[-1]
        assert files(project) == before

    @pytest.mark.parametrize(
        ("out", "said"),
        [("mkdocs.yml", "mkdocs.yml bukan folder."), ("content", "Folder content sudah berisi.")],
    )
    def test_markdown_goes_to_an_empty_folder(
        self, project: Path, iku: Callable[..., Ended], out: str, said: str
    ) -> None:
        before = files(project)
        ended = iku("export", "--markdown", out)
        assert ended.status == 1
        assert ended.lines[-1].startswith(said)
        assert files(project) == before

    def test_a_file_stands_where_a_folder_should(
        self, project: Path, iku: Callable[..., Ended]
    ) -> None:
        for option in ("--csv", "--json", "--markdown"):
            ended = iku("export", option, "mkdocs.yml/x")
            assert ended.status == 1
            assert "mkdocs.yml" in ended.lines[-1]
        assert (project / "mkdocs.yml").is_file()

    @posix
    def test_a_pipe_is_written_to_and_a_link_stays(self, tmp_path: Path) -> None:
        pipe, link, linked = (tmp_path / name for name in ("pipa", "tautan", "asli"))
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDWR)
        write_whole(pipe, b"isi")
        assert os.read(reader, 10) == b"isi"
        os.close(reader)
        assert pipe.is_fifo()
        link.symlink_to("asli")
        linked.write_text("lama")
        write_whole(link, b"baru")
        assert link.is_symlink()
        assert linked.read_bytes() == b"baru"

    def test_no_temporary_folder_and_words_of_the_system(self) -> None:
        none = FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")
        assert refusal(none).startswith("Tidak ada folder sementara yang dapat ditulis.")
        full = OSError(errno.ENOSPC, "No space left on device")
        assert refusal(full).startswith("Sebuah berkas tidak dapat ditulis karena disk penuh.")
        moved = OSError(errno.EACCES, "Permission denied", "dari", None, "ke\x1b[31m")
        assert refusal(moved).startswith("“ke?[31m” tidak boleh dibaca atau ditulis.")

    @posix
    def test_output_that_cannot_be_printed(self, project: Path) -> None:
        (project / "indicators" / "kabupaten-balangan" / "pemda.yaml").write_text("nama: X\n")
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, "check"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
            )
        assert done.returncode == 1
        assert "disk penuh" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def _hook(text: str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        (project / "hook.py").write_text(text, encoding="utf-8")
        config(project, ("docs_dir:", "hooks: [hook.py]\ndocs_dir:"))

    return write


def _inherit(project: Path) -> None:
    config(project, ("docs_dir:", "INHERIT: lain.yml\ndocs_dir:"))
    (project / "lain.yml").write_text("INHERIT: ./mkdocs.yml\n", encoding="utf-8")


def _text(path: str, content: bytes) -> Callable[[Path], object]:
    return lambda project: (project / path).write_bytes(content)


def _link(path: str, to: str) -> Callable[[Path], None]:
    return lambda project: (project / path).symlink_to(to)


REFUSED_SITES: dict[str, tuple[Callable[[Path], object], str]] = {
    "inherits from itself": (
        lambda project: config(project, ("docs_dir:", "INHERIT: mkdocs.yml\ndocs_dir:")),
        "INHERIT berputar: mkdocs.yml → mkdocs.yml.",
    ),
    "inherits in a circle": (_inherit, "INHERIT berputar: mkdocs.yml → lain.yml → mkdocs.yml."),
    "inherits from nothing": (
        lambda project: config(project, ("docs_dir:", "INHERIT: tidak.yml\ndocs_dir:")),
        "MkDocs tidak dapat memakai mkdocs.yml. Periksa berkas itu; kata MkDocs: “",
    ),
    "another theme": (
        lambda project: config(project, ("name: material", "name: mkdocs")),
        "Tema “mkdocs” di mkdocs.yml tidak didukung.",
    ),
    "no address": (
        lambda project: config(project, ('site_url: ""', 'site_url: "http://[x"')),
        "MkDocs tidak dapat memakai mkdocs.yml.",
    ),
    "no YAML": (_text("mkdocs.yml", b"a: [\n"), "MkDocs tidak dapat memakai mkdocs.yml."),
    "no text": (_text("mkdocs.yml", b"\xff\xfe: ["), "MkDocs tidak dapat memakai mkdocs.yml."),
    "a list": (_text("mkdocs.yml", b"- a\n"), "MkDocs tidak dapat memakai mkdocs.yml."),
    "empty": (_text("mkdocs.yml", b""), "MkDocs tidak dapat memakai mkdocs.yml."),
    "a hook that raises": (
        _hook("def on_nav(nav, config, files):\n    raise RuntimeError('aduh')\n"),
        "Kesalahan di hook.py baris 2: “RuntimeError: aduh”",
    ),
    "a hook that ends": (
        _hook("import sys\n\ndef on_nav(nav, config, files):\n    sys.exit(3)\n"),
        "Kesalahan di hook.py baris 4: “3”",
    ),
    "a hook that is no Python": (_hook("def ("), "MkDocs tidak dapat memakai mkdocs.yml."),
    "a broken template": (
        _text("theme/main.html", b'{% extends "base.html" %}\n{% block libs %}\n'),
        "Kesalahan di theme/main.html baris 2: “TemplateSyntaxError: ",
    ),
    "a template without what it asks for": (
        _text(
            "theme/main.html",
            b'{% extends "base.html" %}\n{% block libs %}{{ tidak.ada.apa }}{% endblock %}\n',
        ),
        "Kesalahan di theme/main.html baris 2: “UndefinedError: ",
    ),
    "a page that asks for another template": (
        _text("content/aneh.md", b"---\ntemplate: tidak-ada.html\n---\n# Aneh\n"),
        "MkDocs tidak dapat membangun situs ini: “",
    ),
    "a page that is not UTF-8": (
        _text("content/aneh.md", b"# Aneh \xff\n"),
        "Berkas content/aneh.md bukan UTF-8.",
    ),
}
if os.name != "nt":
    REFUSED_SITES |= {
        "content in a circle": (_link("content/putar", "."), "Tautan “content/putar” berputar."),
        "a theme in a circle": (_link("theme/putar", "."), "Tautan “theme/putar” berputar."),
        "a link to nothing": (
            _link("theme/assets/a.css", "tidak-ada"),
            "Tautan “theme/assets/a.css” tidak menunjuk berkas.",
        ),
        "a link to itself": (
            _link("content/a.md", "a.md"),
            "Tautan “content/a.md” tidak menunjuk berkas.",
        ),
        "a pipe": (
            lambda project: os.mkfifo(project / "content" / "pipa.md"),
            "“content/pipa.md” bukan berkas biasa.",
        ),
    }
if sys.platform == "linux":
    REFUSED_SITES["a name that is no text"] = (
        lambda project: Path(os.fsdecode(bytes(project / "content") + b"/a\xff.md")).touch(),
        "Nama “content/a?.md” memakai huruf yang bukan UTF-8.",
    )


@pytest.mark.parametrize("name", REFUSED_SITES)
def test_a_site_that_mkdocs_refuses(project: Path, iku: Callable[..., Ended], name: str) -> None:
    change, said = REFUSED_SITES[name]
    change(project)
    ended = iku("build")
    assert ended.status == 1
    last = ended.lines[-1]
    assert last.startswith(said)
    assert not (project / "site").exists()


def test_what_editors_and_others_leave_there_is_no_matter(
    project: Path, iku: Callable[..., Ended]
) -> None:
    for folder in ("content", "theme"):
        (project / folder / ".#catatan.md").symlink_to("orang@komputer.1")
    (project / "content" / "lama.html").write_bytes(b"<p>\xe9</p>")
    assert iku("build").status == 0
    assert (project / "site" / "lama.html").is_file()


@posix
def test_a_folder_that_is_gone(
    project: Path, iku: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    gone = project / "hilang"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert start("check").lines == ["1 kesalahan, 0 peringatan."]
    for command in (["diff", "HEAD"], ["build"], ["new", "pemda", "kota-x"]):
        ended = iku(*command)
        assert ended.status in {1, 2}
        assert "tidak ada" in ended.lines[0]


def commit(project: Path, at: str = "2026-01-01T12:00:00+0700") -> str:
    """Commit the whole project; return the short hash."""
    env = os.environ | ENVIRONMENT | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    git = ["git", "-C", str(project)]
    if not (project / ".git").exists():
        subprocess.run([*git, "init", "-q", "-b", "main"], env=env, check=True)
    subprocess.run([*git, "add", "-A"], env=env, check=True)
    words = [*git, "commit", "-q", "--allow-empty", "-m", "Data"]
    subprocess.run(words, env=env, check=True)
    done = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, check=True, text=True)
    return done.stdout[:7]


class TestGit:
    """What Git does not tell is told to who builds."""

    @pytest.fixture(autouse=True)
    def without_a_date(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def _told(self, iku: Callable[..., Ended]) -> list[str]:
        ended = iku("export", "--csv", "u.csv")
        assert ended.status == 0
        return ended.lines

    def test_a_good_history_needs_no_words(self, project: Path, iku: Callable[..., Ended]) -> None:
        commit(project)
        assert self._told(iku) == []
        assert iku("check").lines == ["0 kesalahan, 0 peringatan."]

    def test_no_repository(self, iku: Callable[..., Ended]) -> None:
        (line,) = self._told(iku)
        assert line.startswith("Folder “indicators” tidak berada di repositori Git.")
        assert iku("check").lines == ["0 kesalahan, 0 peringatan."], "a check needs none"
        assert iku("diff", "HEAD").status == 2

    def test_no_commit_and_data_that_git_ignores(
        self, project: Path, iku: Callable[..., Ended]
    ) -> None:
        subprocess.run(["git", "init", "-q"], check=True)
        (line,) = self._told(iku)
        assert line.startswith("Repositori Git ini belum punya komit.")
        (project / ".gitignore").write_text("indicators\n")
        commit(project)
        (line,) = self._told(iku)
        assert line.startswith("Git belum mengenal indikator di folder data ini")

    def test_a_repository_of_another_user(
        self, project: Path, iku: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commit(project)
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        remedy = f"git config --global --add safe.directory '{project}'"
        (line,) = self._told(iku)
        assert remedy in line
        assert remedy in iku("check").said
        refused = iku("diff", "HEAD")
        assert refused.status == 2
        assert remedy in refused.said

    def test_a_shallow_clone(
        self,
        project: Path,
        tmp_path: Path,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        commit(project)
        commit(project)
        clone = ["git", "clone", "-q", "--depth=1", project.as_uri(), str(tmp_path / "dangkal")]
        subprocess.run(clone, check=True)
        monkeypatch.chdir(tmp_path / "dangkal")
        (line,) = self._told(iku)
        assert "git fetch --unshallow" in line

    def test_a_clone_without_what_files_held(
        self,
        project: Path,
        tmp_path: Path,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        commit(project)
        decree = project / "indicators" / BAGIAN / "iku.yaml"
        decree.write_text(decree.read_text(encoding="utf-8") + "# lagi\n", encoding="utf-8")
        commit(project)
        subprocess.run(["git", "config", "uploadpack.allowFilter", "true"], check=True)
        there = tmp_path / "sebagian"
        clone = ["git", "clone", "-q", "--filter=blob:none", project.as_uri(), str(there)]
        subprocess.run(clone, check=True)
        monkeypatch.chdir(there)
        (line,) = self._told(iku)
        assert "(partial clone)" in line

    def test_no_git(
        self, tmp_path: Path, iku: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path / "kosong"))
        (line,) = self._told(iku)
        assert line.startswith("Git tidak ditemukan. Pasang")
        assert "Git tidak ditemukan." in iku("check").said
        assert iku("diff", "HEAD").status == 2

    @posix
    @pytest.mark.parametrize(
        "answer",
        [
            *("exit 0", "echo kata", "echo tiga buah kata", r"printf '\0\0\377'", "exit 1"),
            *(r"printf '\377\376\n'", "kill $$", "head -c 3000 /dev/urandom", "echo; echo; echo"),
        ],
    )
    def test_a_git_that_talks_nonsense(
        self,
        project: Path,
        tmp_path: Path,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
        answer: str,
    ) -> None:
        commit(project)
        false_git = tmp_path / "palsu" / "git"
        false_git.parent.mkdir()
        false_git.write_text(f"#!/bin/sh\n{answer}\n")
        false_git.chmod(0o755)
        monkeypatch.setenv("PATH", f"{false_git.parent}{os.pathsep}{os.environ['PATH']}")
        (line,) = self._told(iku)
        assert line.startswith(("Git menjawab", "Git gagal"))
        assert line.endswith("Situs ini tidak akan memuat riwayat perubahan angka.")
        refused = iku("diff", "HEAD")
        assert refused.status == 2
        assert len(refused.lines) == 1
        assert iku("check").status == 0

    @pytest.mark.parametrize(
        "seconds", ["0", "300000000", "4300000000", "4354819200", "99999999999"]
    )
    def test_a_dead_clock_stops_nothing(
        self, project: Path, iku: Callable[..., Ended], seconds: str
    ) -> None:
        name = commit(project, f"@{seconds} +0000")
        told = self._told(iku)
        assert told == [
            f"1 komit bertanggal di luar 1980–2105 ({name}); tanggalnya dianggap tidak diketahui. "
            "Periksa jam komputer pembuat komit itu."
        ]
        checked = iku("check")
        assert checked.status == 0
        assert checked.lines[0].startswith("Tanggal komit terakhir tidak mungkin benar")
        if seconds in {"0", "4300000000"}:
            assert start("build").lines == told
            assert (project / "site" / "index.html").is_file()


class TestStops:
    """Signals, and faults of the program."""

    @posix
    @pytest.mark.parametrize(
        ("sign", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["TERM", "INT"]
    )
    def test_a_stopped_build_cleans_up(self, project: Path, sign: int, status: int) -> None:
        before = files(project)
        env = os.environ | {"PYTHONPATH": str(ROOT / "generator")}
        process = subprocess.Popen(
            [*PROGRAM, "build"], env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        until = time.monotonic() + 60
        while not list(project.glob(".site-*/mkdocs")) and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(sign)
        said = process.communicate(timeout=60)[1]
        assert process.returncode == status
        assert said.splitlines()[-1] == "Dihentikan."
        assert {path for path in files(project) if ".cache" not in path} == before

    def test_loading_is_stopped_too(self) -> None:
        program = (
            "import builtins, sys\n"
            "from iku_terbuka.cli import main\n"
            "kept = builtins.__import__\n"
            "def stop(name, *more):\n"
            "    if name == 'click': raise KeyboardInterrupt\n"
            "    return kept(name, *more)\n"
            "builtins.__import__ = stop\n"
            "main()\n"
        )
        env = os.environ | {"PYTHONPATH": str(ROOT / "generator")}
        done = subprocess.run(
            [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (130, "Dihentikan.\n")

    @pytest.mark.parametrize("error", [RuntimeError("rahasia " * 200), RecursionError()])
    def test_a_fault_of_the_program_leaves_a_report(
        self,
        project: Path,
        iku: Callable[..., Ended],
        monkeypatch: pytest.MonkeyPatch,
        error: Exception,
    ) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr("iku_terbuka.cli.check.check", fail)
        monkeypatch.setenv("RAHASIA", "sandi-lingkungan")
        ended = iku("check", "--format", "text")
        assert ended.status == 70
        (line,) = ended.lines
        assert line.startswith("Ini kesalahan program, bukan kesalahan Anda (iku-terbuka ")
        report = Path(line.partition("dengan berkas ")[2].partition(" (")[0])
        text = report.read_text(encoding="utf-8")
        report.unlink()
        assert "iku check --format text\n" in text
        assert f"Python {sys.version.split()[0]}" in text
        assert type(error).__name__ in text
        assert "sandi-lingkungan" not in text
        assert max(map(len, text.splitlines())) <= 300

    @pytest.mark.usefixtures("project")
    def test_too_little_memory_is_no_fault(
        self, iku: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise MemoryError

        monkeypatch.setattr("iku_terbuka.cli.check.check", fail)
        assert iku("check") == Ended(
            1, "Memori komputer ini tidak cukup. Tutup program lain, lalu ulangi.\n"
        )
