import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from generator.cli import iku, main
from generator.cli.bahasa import terjemahkan
from generator.opendata import KOLOM
from tests.conftest import DATA, copy_project
from tests.rekaan import PEMDA, Tulis
from tests.rekaan import iku as iku_yaml


def jalankan(*args: str) -> Result:
    return CliRunner().invoke(iku, args, standalone_mode=False)


def rusak(tulis: Tulis) -> Path:
    return tulis(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA.replace("kabupaten\n", "kecamatan\n", 1),
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(
                "      - id: x\n        nama: X\n        target: {2021: 3,01}\n"
            ),
        }
    )


def test_check_is_silent_and_zero_on_good_data() -> None:
    result = jalankan("check", "--indicators", str(DATA / "indicators"))
    assert result.return_value == 0
    assert result.stdout == ""
    assert "0 kesalahan" in result.stderr


def test_check_names_every_problem_with_its_place(tulis: Tulis) -> None:
    result = jalankan("check", "--indicators", str(rusak(tulis)))
    assert result.return_value == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert "pemda.yaml:2:8: " in lines[1]
    assert "iku.yaml:8:24: Angka “3,01” memakai koma. Tulis dengan titik: 3.01" in lines[0]


def test_check_as_json_has_the_fixed_keys(tulis: Tulis) -> None:
    result = jalankan("check", "--indicators", str(rusak(tulis)), "--format", "json")
    problems = json.loads(result.stdout)
    assert result.return_value == 1
    assert len(problems) == 2
    for problem in problems:
        assert list(problem) == [
            *("file", "line", "column", "code", "severity", "message", "hint"),
        ]
        assert problem["severity"] == "error"


def test_a_warning_does_not_block(tulis: Tulis) -> None:
    folder = tulis(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml("      - id: x\n        nama: X\n"),
            "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                "tahun: 2024\ncapaian:\n  x: {realisasi: 5}\n"
            ),
        }
    )
    result = jalankan("check", "--indicators", str(folder))
    assert result.return_value == 0
    assert "capaian/2024.yaml:3:3: peringatan: Realisasi 2024 “X” tidak menyebut" in result.stdout


def rumus_rusak(tulis: Tulis) -> Path:
    """Data whose files are valid, but whose formula is none, although a result needs it."""
    return tulis(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            "kabupaten-contoh/dinas-contoh/iku.yaml": iku_yaml(
                "      - id: x\n        nama: X\n        formula:\n          teks: A x B\n"
                "          rumus: a x b\n          variabel: {a: Satu, b: Dua}\n"
            ),
            "kabupaten-contoh/dinas-contoh/capaian/2024.yaml": (
                "tahun: 2024\ncapaian:\n  x: {variabel: {a: 1, b: 2}, sumber: {judul: LKjIP}}\n"
            ),
        }
    )


def test_check_points_into_a_formula(tulis: Tulis) -> None:
    result = jalankan("check", "--indicators", str(rumus_rusak(tulis)))
    assert result.return_value == 1
    (line,) = result.stdout.splitlines()
    assert "dinas-contoh/iku.yaml:10:20: Tidak ada tanda hitung sebelum “x”." in line


def test_data_that_check_refuses_is_not_exported(tulis: Tulis, tmp_path: Path) -> None:
    result = jalankan(
        *("export", "--indicators", str(rumus_rusak(tulis))),
        *("--csv", str(tmp_path / "a.csv"), "--json", str(tmp_path / "b.json")),
    )
    assert result.exception is None
    assert result.return_value == 1
    assert "[rumus-tidak-terbaca]" in result.stdout
    assert not (tmp_path / "a.csv").exists()
    assert not (tmp_path / "b.json").exists()


def test_export_csv_and_json_hold_every_indicator(tmp_path: Path) -> None:
    rows_file, all_file = tmp_path / "a.csv", tmp_path / "b.json"
    result = jalankan(
        *("export", "--indicators", str(DATA / "indicators")),
        *("--csv", str(rows_file), "--json", str(all_file)),
    )
    assert result.return_value == 0
    raw = rows_file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert tuple(rows[0]) == KOLOM
    assert len({(row["instansi_id"], row["indikator_id"]) for row in rows}) == 63
    ipp = [row for row in rows if row["indikator_id"] == "indeks-pelayanan-publik"]
    assert {row["tahun"]: row["target"] for row in ipp}["2022"] == "3.40"
    without_year = [row for row in rows if row["tahun"] == ""]
    assert all(row["keadaan"] == "belum_dilaporkan" for row in without_year)
    assert len(json.loads(all_file.read_text(encoding="utf-8"))["pemda"]) == 5


def test_exported_schemas_accept_the_real_files_and_refuse_a_wrong_key(tmp_path: Path) -> None:
    assert jalankan("export", "--schema", str(tmp_path)).return_value == 0
    kinds = {"iku": "*/**/iku.yaml", "pemda": "*/pemda.yaml", "skala": "skala/*.yaml"}
    kinds["capaian"] = "*/**/capaian/*.yaml"
    assert {path.name for path in tmp_path.iterdir()} == {f"{kind}.schema.json" for kind in kinds}
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


def test_export_markdown_is_the_tree_that_mkdocs_gets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_project(tmp_path))
    assert jalankan("export", "--markdown", "halaman").return_value == 0
    pages = {path.relative_to("halaman").as_posix() for path in Path("halaman").rglob("*.md")}
    assert "index.md" in pages
    assert "glosarium/index.md" in pages
    assert "kabupaten-balangan/sekretariat-daerah/nilai-sakip/index.md" in pages
    assert "iku:ringkasan" not in Path("halaman/index.md").read_text(encoding="utf-8")
    assert Path("halaman/data/capaian.csv").is_file()
    again = jalankan("export", "--markdown", "halaman")
    assert again.return_value == 1, "a folder that holds something is left alone"


def test_build_of_bad_data_says_the_same_lines_and_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tulis: Tulis
) -> None:
    project = tmp_path / "proyek"
    project.mkdir()
    copy_project(project, rusak(tulis))
    monkeypatch.chdir(project)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("lama", encoding="utf-8")
    checked = jalankan("check").stdout.splitlines()
    built = jalankan("build")
    assert built.return_value == 1
    assert built.exception is None
    for line in checked:
        assert line in built.stderr
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "lama"
    assert {path.name for path in project.iterdir() if path.name.startswith(".")} == set()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["periksa"], "Perintah “periksa” tidak ada. Yang ada: "),
        (["check", "--formatt", "json"], "Opsi --formatt tidak ada."),
        (["check", "--format", "xml"], "Isi --format tidak dikenal. Pilih: text, json."),
        (["check", "--format"], "Opsi --format memerlukan isi."),
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
    result = jalankan("build")
    assert result.exception is not None
    assert "mkdocs.yml tidak ada di folder ini" in terjemahkan(result.exception)  # type: ignore[arg-type]


@pytest.mark.parametrize("command", [[], ["check"], ["build"], ["serve"], ["export"]])
def test_help_is_indonesian(command: list[str]) -> None:
    shown = CliRunner().invoke(iku, [*command, "--help"], prog_name="iku").output
    assert shown.startswith("Pemakaian: iku")
    assert "Menampilkan bantuan ini." in shown
    for english in ("Usage", "Options", "Commands", "Show this", "[default"):
        assert english not in shown
