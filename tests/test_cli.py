import csv
import io
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from click import Context, unstyle
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from bench.data import data
from iku_terbuka.cli import main
from iku_terbuka.cli.boundary import refusal
from iku_terbuka.cli.commands import iku
from iku_terbuka.cli.language import error_message
from iku_terbuka.mkdocs_plugin.refusal import BuildError
from iku_terbuka.opendata import COLUMN_NAMES
from iku_terbuka.publish.output import MANIFEST, manifest
from tests.conftest import DATA, copy_project, copy_small_project
from tests.fictional import PEMDA, Write
from tests.fictional import iku as iku_yaml


def run(*args: str) -> Result:
    return CliRunner().invoke(iku, args, standalone_mode=False)


# What an indicator needs so that no warning hides the problem that a test is about.
COMPLETE = "        satuan: indeks\n        penanggung_jawab: Sekretariat\n"
INDIKATOR = f"      - id: x\n        nama: X\n{COMPLETE}"


def broken_data(write: Write) -> Path:
    return write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA.replace("kabupaten\n", "kecamatan\n", 1),
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(
                f"{INDIKATOR}        target: {{2021: 3,01}}\n        arah: naik\n"
            ),
        }
    )


def test_check_is_silent_and_zero_on_good_data(write: Write) -> None:
    result = run("check", "--indicators", str(write(dict(data(30)))))
    assert result.return_value == 0
    assert result.stdout == ""
    assert result.stderr == "0 kesalahan, 0 peringatan.\n"


def test_check_names_every_problem_with_its_place_and_shows_the_line(write: Write) -> None:
    result = run("check", "--indicators", str(broken_data(write)))
    assert result.return_value == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 6
    assert "iku.yaml:10:24: Angka “3,01” memakai koma. Tulis dengan titik: 3.01" in lines[0]
    assert lines[1:3] == ["    10 |         target: {2021: 3,01}", "       |" + " " * 24 + "^"]
    assert "pemda.yaml:2:8: " in lines[3]
    assert lines[4:] == ["     2 | jenis: kecamatan", "       |        ^"]
    assert result.stderr == "2 kesalahan, 0 peringatan.\n"


def test_colours_are_for_terminals_that_want_them(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    args = ["check", "--indicators", str(broken_data(write))]
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain = run(*args).stdout
    on_terminal = CliRunner().invoke(iku, args, standalone_mode=False, color=True).stdout
    assert "\x1b" not in plain
    assert "\x1b[31m\x1b[1mAngka “3,01” memakai koma.\x1b[0m Tulis" in on_terminal
    assert "\x1b[36m^\x1b[0m" in on_terminal
    assert unstyle(on_terminal) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert CliRunner().invoke(iku, args, standalone_mode=False, color=True).stdout == plain


def test_check_as_json_has_the_fixed_keys(write: Write) -> None:
    result = run("check", "--indicators", str(broken_data(write)), "--format", "json")
    problems = json.loads(result.stdout)
    assert result.return_value == 1
    assert result.stderr == ""
    assert len(problems) == 2
    for problem in problems:
        assert list(problem) == [
            *("file", "line", "column", "code", "severity", "message", "hint"),
        ]
        assert problem["severity"] == "error"


@pytest.fixture
def repository(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that holds bad data in ``data/indicators``; the current folder is another."""
    root = broken_data(write).parent
    (root / "data").mkdir()
    (root / "indicators").rename(root / "data" / "indicators")
    (root / "lain").mkdir()
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.chdir(root / "lain")
    return root


def test_check_for_github_annotates_from_the_root_of_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "ringkasan.md")
    Path("ringkasan.md").write_text("Sudah ada.\n", encoding="utf-8")
    result = run("check", "--indicators", "../data/indicators", "--format", "github")
    assert result.return_value == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert lines[1].startswith("../data/indicators/kabupaten-contoh/dinas-contoh/iku.yaml:10:24: ")
    assert lines[7] == f"::{lines[0].removeprefix('::stop-commands::')}::"
    assert [line.split(",")[0] for line in lines[8:]] == [
        "::error file=data/indicators/kabupaten-contoh/dinas-contoh/iku.yaml",
        "::error file=data/indicators/kabupaten-contoh/pemda.yaml",
    ]
    summary = Path("ringkasan.md").read_text(encoding="utf-8")
    assert summary.startswith("Sudah ada.\n## Pemeriksaan data\n\n**2 kesalahan, 0 peringatan.**")
    assert "`data/indicators/kabupaten-contoh/pemda.yaml`" in summary


@pytest.mark.usefixtures("repository")
def test_check_for_gitlab_prints_the_report_and_tells_people_in_the_log() -> None:
    result = run("check", "--indicators", "../data/indicators", "--format", "gitlab")
    assert result.return_value == 1
    report = json.loads(result.stdout)
    assert [entry["location"]["path"] for entry in report] == [
        "data/indicators/kabupaten-contoh/dinas-contoh/iku.yaml",
        "data/indicators/kabupaten-contoh/pemda.yaml",
    ]
    assert "iku.yaml:10:24: Angka “3,01” memakai koma." in result.stderr
    assert result.stderr.endswith("2 kesalahan, 0 peringatan.\n")


@pytest.mark.parametrize(("form", "said"), [("github", ""), ("gitlab", "[]\n")])
def test_good_data_in_a_pipeline(write: Write, form: str, said: str) -> None:
    result = run("check", "--indicators", str(write(dict(data(5)))), "--format", form)
    assert (result.return_value, result.stdout) == (0, said)
    assert result.stderr == "0 kesalahan, 0 peringatan.\n"


def test_a_summary_that_cannot_be_written_is_said(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = broken_data(write)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "tidak" / "ada.md"))
    result = run("check", "--indicators", str(root), "--format", "github")
    assert isinstance(result.exception, OSError)
    assert "ada.md” tidak ada." in refusal(result.exception)


def test_outside_of_a_repository_files_keep_their_names(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = broken_data(write)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parents[1]))
    monkeypatch.chdir(root.parent)
    report = json.loads(run("check", "--format", "gitlab").stdout)
    assert report[1]["location"]["path"] == "indicators/kabupaten-contoh/pemda.yaml"


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab"])
def test_files_that_try_to_break_out_end_in_plain_lines(write: Write, form: str) -> None:
    """Escape sequences, bytes that are no text, and a name that is none."""
    root = write({"kabupaten-contoh/pemda.yaml": f"{PEMDA}catatan: a\x1b[2Jb\n"})
    folder = root / "kabupaten-contoh" / os.fsdecode(b"dinas\x1b[31m\n-\xe9")
    try:
        folder.mkdir()
    except (OSError, UnicodeError) as error:
        pytest.skip(f"this system has no such thing: {error}")
    (folder / "iku.yaml").write_bytes(b"instansi: \xe9\xff\n")
    result = run("check", "--indicators", str(root), "--format", form)
    assert result.exception is None
    assert result.return_value == 1
    said = result.stdout + result.stderr
    assert "[karakter-tak-terlihat]" in said or '"karakter-tak-terlihat"' in said
    assert "bukan-utf8" in said
    assert said.replace("\n", "").isprintable()


def test_a_console_without_a_character_ends_in_no_traceback(write: Write) -> None:
    root = write({"kabupaten-contoh/pemda.yaml": f"{PEMDA}jenis: 漢字\n"})
    done = subprocess.run(
        [sys.executable, "-c", "from iku_terbuka.cli import main; main()", "check"],
        cwd=root.parent,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "     5 | jenis: ??" in done.stdout.decode("cp1252")
    assert b"Traceback" not in done.stderr


def test_the_version_is_that_of_the_distribution() -> None:
    assert CliRunner().invoke(iku, ["--version"]).output == f"iku {version('iku-terbuka')}\n"


def test_check_loads_nothing_of_the_site() -> None:
    """A check is run at every save; what draws and builds would make it slow."""
    program = (
        "import sys; from iku_terbuka.cli.commands import iku; "
        "iku(['check', '--indicators', sys.argv[1]], standalone_mode=False); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(DATA / "indicators")],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"yaml", "pydantic", "iku_terbuka"} <= loaded
    assert not loaded & {
        *("matplotlib", "numpy", "mkdocs", "jinja2", "babel", "markdown", "material"),
        *("openpyxl", "xlsxwriter", "ruamel", "jsonschema"),
    }


def test_a_warning_does_not_block(write: Write) -> None:
    folder = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(INDIKATOR),
            "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                "tahun: 2024\ncapaian:\n  x: {realisasi: 5}\n"
            ),
        }
    )
    result = run("check", "--indicators", str(folder))
    assert result.return_value == 0
    assert "capaian/2024.yaml:3:3: peringatan: Realisasi 2024 “X” tidak menyebut" in result.stdout


def broken_formula(write: Write) -> Path:
    """Data whose files are valid, but whose formula is none, although a result needs it."""
    return write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(
                f"{INDIKATOR}        formula:\n          teks: A x B\n"
                "          rumus: a x b\n          variabel: {a: Satu, b: Dua}\n"
            ),
            "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                "tahun: 2024\ncapaian:\n  x: {variabel: {a: 1, b: 2}, sumber: {judul: LKjIP}}\n"
            ),
        }
    )


def test_check_points_into_a_formula(write: Write) -> None:
    result = run("check", "--indicators", str(broken_formula(write)))
    assert result.return_value == 1
    line, quoted, caret = result.stdout.splitlines()
    assert "dinas-contoh/iku.yaml:12:20: Tidak ada tanda hitung sebelum “x”." in line
    assert quoted[caret.index("^") :] == "x b"


def test_data_that_check_refuses_is_not_exported(write: Write, tmp_path: Path) -> None:
    result = run(
        *("export", "--indicators", str(broken_formula(write))),
        *("--csv", str(tmp_path / "a.csv"), "--json", str(tmp_path / "b.json")),
    )
    assert result.exception is None
    assert result.return_value == 1
    assert "[rumus-tidak-terbaca]" in result.stdout
    assert not (tmp_path / "a.csv").exists()
    assert not (tmp_path / "b.json").exists()


def test_export_csv_and_json_hold_every_indicator(tmp_path: Path) -> None:
    rows_file, all_file = tmp_path / "a.csv", tmp_path / "b.json"
    result = run(
        *("export", "--indicators", str(DATA / "indicators")),
        *("--csv", str(rows_file), "--json", str(all_file)),
    )
    assert result.return_value == 0
    raw = rows_file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMN_NAMES
    assert len({(row["instansi_id"], row["indikator_id"]) for row in rows}) == 63
    ipp = [row for row in rows if row["indikator_id"] == "indeks-pelayanan-publik"]
    assert {row["tahun"]: row["target"] for row in ipp}["2022"] == "3.40"
    without_year = [row for row in rows if row["tahun"] == ""]
    assert all(row["keadaan"] == "belum_dilaporkan" for row in without_year)
    assert len(json.loads(all_file.read_text(encoding="utf-8"))["pemda"]) == 5


def test_exported_schemas_accept_the_real_files_and_refuse_a_wrong_key(tmp_path: Path) -> None:
    assert run("export", "--schema", str(tmp_path)).return_value == 0
    kinds = {"iku": "*/**/iku.yaml", "pemda": "*/pemda.yaml", "skala": "skala/*.yaml"}
    kinds["capaian"] = "*/**/capaian/*.yaml"
    # The five documents have nothing of these kinds.
    others = {"daftar-dokumen", "dokumen", "evaluasi", "perjanjian-kinerja"}
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {f"{kind}.schema.json" for kind in kinds.keys() | others}
    for kind, pattern in kinds.items():
        schema = json.loads((tmp_path / f"{kind}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        files = sorted((DATA / "indicators").glob(pattern))
        assert files, kind
        for path in files:
            # An editor sees YAML 1.2 types: keys that are years become text in JSON.
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
            seen = json.loads(json.dumps(data, default=str))
            assert [error.message for error in validator.iter_errors(seen)] == [], path
            assert list(validator.iter_errors(seen | {"sasarann": []})), path


def test_export_markdown_is_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_small_project(tmp_path))
    assert run("export", "--markdown", "halaman").return_value == 0
    content = Path("halaman/content")
    pages = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    assert "index.md" in pages
    assert "glosarium/index.md" in pages
    assert "kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.md" in pages
    assert "iku:ringkasan" not in (content / "index.md").read_text(encoding="utf-8")
    assert (content / "data/capaian.csv").is_file()
    assert Path("halaman/theme/main.html").is_file()
    assert "plugins: []" in Path("halaman/mkdocs.yml").read_text(encoding="utf-8")
    again = run("export", "--markdown", "halaman")
    assert isinstance(again.exception, BuildError), "a folder that holds something is left alone"


def test_build_of_bad_data_says_the_same_lines_and_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    project = tmp_path / "proyek"
    project.mkdir()
    copy_project(project, broken_data(write))
    monkeypatch.chdir(project)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("lama", encoding="utf-8")
    (project / "site" / MANIFEST).write_bytes(manifest(["index.html"]))
    checked = [line for line in run("check").stdout.splitlines() if "indicators/" in line]
    assert len(checked) == 2
    built = run("build")
    assert isinstance(built.exception, BuildError)
    for line in checked:
        assert line in str(built.exception)
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "lama"
    assert {path.name for path in project.iterdir() if path.name.startswith(".")} == set()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["periksa"], "Perintah “periksa” tidak ada. Yang ada: "),
        (["check", "--formatt", "json"], "Opsi --formatt tidak ada."),
        (
            ["check", "--format", "xml"],
            "Isi --format tidak dikenal. Pilih: text, json, github, gitlab.",
        ),
        (["check", "--format"], "Opsi --format memerlukan isi."),
        (["new", "dinas", "x"], "Yang ada: situs, pemda, instansi, capaian, perjanjian-kinerja"),
        (["export"], "Pilih sedikitnya satu: --csv, --json, --markdown, atau --schema."),
    ],
)
def test_wrong_use_is_explained_in_indonesian_and_exits_2(
    args: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["iku", *args])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert "--help" in captured.err


def test_build_outside_a_project_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exception is not None
    assert "mkdocs.yml tidak ada di folder ini" in error_message(result.exception)  # type: ignore[arg-type]


@pytest.mark.parametrize("command", [[], *([name] for name in iku.list_commands(Context(iku)))])
def test_help_is_indonesian(command: list[str]) -> None:
    shown = CliRunner().invoke(iku, [*command, "--help"], prog_name="iku").output
    assert shown.startswith("Pemakaian: iku")
    assert "Menampilkan bantuan ini." in shown
    for english in ("Usage", "Options", "arguments", "Commands", "Show this", "[default"):
        assert english not in shown
