"""``iku diff`` on small repositories: which two sides it compares, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from iku_terbuka import report
from iku_terbuka.errors import MisuseError
from iku_terbuka.source.problems import Problem
from tests.cascade import KAB, cascade
from tests.diff.sides import BASE, HASIL, HUKUM, IKU, replaced, run_diff
from tests.formulir.forms import SKALA
from tests.repository import Repository

RESULT_FILE = f"{HUKUM}/capaian/2024.yaml"
IKU_FILE = f"{HUKUM}/iku.yaml"
NOTHING = "Tidak ada perubahan pada data."


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    repo = Repository(tmp_path / "repo")
    repo.commit("Data awal", BASE)
    return repo


def test_the_files_on_disk_are_compared_committed_or_not(repo: Repository) -> None:
    assert run_diff(repo, "main").output.splitlines()[0] == NOTHING
    repo.write_all(replaced(RESULT_FILE, ("81.2", "84")))
    repo.write_all({f"{HUKUM}/capaian/2025.yaml": HASIL.replace("2024", "2025")})
    result = run_diff(repo, "main")
    assert result.return_value == 0
    assert result.output.splitlines()[0] == (
        "1 hasil baru, 1 realisasi diubah; 1 instansi tersentuh."
    )
    assert "ke berkas di folder kerja." in result.output
    assert repo.git("status", "--porcelain").count("\n") == 1, "nothing else was touched"


def test_a_branch_is_compared_from_where_it_parted(repo: Repository) -> None:
    start = repo.git("rev-parse", "HEAD")
    repo.git("switch", "-q", "-c", "usulan")
    repo.commit("Hasil", replaced(RESULT_FILE, ("81.2", "84")))
    repo.git("switch", "-q", "main")
    repo.commit("Perubahan lain", replaced(IKU_FILE, ("satuan: persen", "satuan: indeks")))
    said = run_diff(repo, "main", "usulan").output
    assert said.startswith("1 realisasi diubah; 1 instansi tersentuh.\n")
    assert f"Dari main ({start[:7]}) ke usulan (" in said
    assert repo.git("status", "--porcelain") == ""


def test_what_an_indicator_supports_may_lie_outside_of_what_changes(
    repo: Repository,
) -> None:
    """Then the older side is read in part, and what is not read is not missing."""
    repo.commit("Pohon", cascade())
    file = f"{KAB}/dinas-pendidikan/iku.yaml"
    repo.git("switch", "-q", "-c", "usulan")
    own, new = f"[{KAB}/dinas-pendidikan/literasi]", f"[{KAB}/mutu-hidup]"
    repo.commit("Crosscutting", replaced(file, (own, new), files=cascade()))
    said = run_diff(repo, "main", "usulan").output
    assert said.startswith("1 definisi diubah; 1 instansi tersentuh.\n")
    gone, came = f"[-{KAB}/dinas-pendidikan/literasi-]", f"{{+{KAB}/mutu-hidup+}}"
    assert f"Indikator guru · menopang: {gone} {came}" in said


def test_what_others_support_is_not_deleted_unsaid(repo: Repository) -> None:
    repo.commit("Pohon", cascade())
    file = f"{KAB}/dinas-kesehatan/iku.yaml"
    repo.git("switch", "-q", "-c", "usulan")
    repo.commit("Ganti id", replaced(file, ("id: gizi", "id: gizi-balita"), files=cascade()))
    result = run_diff(repo, "main", "usulan")
    assert result.return_value == 1
    assert "bidang-gizi/iku.yaml" in result.output
    assert "Yang ada di sana: kematian, gizi-balita, imunisasi, antrean." in result.output


def test_histories_without_a_common_commit_are_compared_directly(repo: Repository) -> None:
    repo.git("switch", "-q", "--orphan", "lain")
    repo.commit("Dari awal lagi", replaced(RESULT_FILE, ("81.2", "84")))
    said = run_diff(repo, "main", "lain").output
    assert said.startswith("1 realisasi diubah;")
    assert "Titik cabangnya tidak ada dalam riwayat yang tersedia." in said


def test_a_branch_may_have_the_name_of_a_file(repo: Repository) -> None:
    repo.git("branch", "indicators")
    assert run_diff(repo, "indicators").output.splitlines()[0] == NOTHING


def test_data_below_a_folder_and_data_that_are_the_whole_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, folder in (("a", "situs/data iku"), ("b", ".")):
        repo = Repository(tmp_path / name, folder)
        repo.write_all(BASE)
        repo.commit("Awal")
        repo.write_all(replaced(RESULT_FILE, ("81.2", "84")))
        repo.commit("Ralat hasil")
        monkeypatch.chdir(repo.root)
        result = run_diff(repo, "HEAD~1", "--indicators", folder)
        assert result.return_value == 0, name
        assert "realisasi 81,2 → 84% (ralat) ·" in result.output, name


@pytest.mark.parametrize("before", ["README", "indicators/README", "indicators/skala/mutu.yaml"])
def test_the_data_may_begin_with_the_change(before: str, tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    (repo.root / before).parent.mkdir(parents=True, exist_ok=True)
    (repo.root / before).write_text(SKALA, encoding="utf-8")
    repo.commit("Kosong")
    repo.write_all(BASE)
    result = run_diff(repo, "main")
    assert result.return_value == 0
    assert "1 Pemda baru" in result.output.splitlines()[0]
    assert "1 hasil baru, 2 indikator baru" in result.output


def test_whether_a_year_runs_is_decided_by_the_date_of_the_new_side(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write_all(replaced(IKU_FILE, ("2026: 90", "2026: 89")))
    assert "setelah tahunnya berjalan" in run_diff(repo, "main").output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 2023
    assert "setelah" not in run_diff(repo, "main").output


def test_only_a_commit_that_touches_the_file_corrects_it(repo: Repository) -> None:
    repo.git("switch", "-q", "-c", "usulan")
    changed = replaced(IKU_FILE, ("2024: 86", "2024: 80"))
    repo.commit("Target baru", changed)
    repo.commit("Ralat hasil", replaced(RESULT_FILE, ("81.2", "84"), files=changed))
    said = run_diff(repo, "main").output
    assert "realisasi 81,2 → 84% (ralat)" in said
    assert "target 86 → 80% ·" in said
    assert said.startswith("1 realisasi diubah, 1 target diubah setelah tahunnya berjalan;")
    repo.git("commit", "-q", "--amend", "-m", "Hasil\n\nIni ralat.")
    assert "realisasi 81,2 → 84% (ralat)" in run_diff(repo, "main").output, (
        "anywhere in the message"
    )


def test_errors_are_listed_and_end_with_1(repo: Repository) -> None:
    repo.write_all(replaced(RESULT_FILE, ("81.2", "81,2")))
    for bentuk in ("text", "markdown", "json"):
        result = run_diff(repo, "main", "--format", bentuk)
        assert result.return_value == 1
        assert "koma-desimal" in result.output
    repo.commit("Rusak")
    repo.write_all(BASE)
    result = run_diff(repo, "main")
    assert result.return_value == 0, "solved"
    assert "1 masalah selesai" in result.output
    assert "data sebelumnya memuat kesalahan" in result.output


def test_new_and_solved_warnings_are_told_apart(repo: Repository) -> None:
    with_source = "realisasi: 81.2\n    sumber: {judul: LKjIP 2024}\n"
    assert with_source in HASIL
    repo.write_all({RESULT_FILE: HASIL.replace(with_source, "realisasi: 81.2\n")})
    said = run_diff(repo, "main").output
    assert "1 masalah baru" in said.splitlines()[0]
    assert "Masalah baru\n  " in said
    repo.commit("Tanpa sumber")
    repo.write_all({RESULT_FILE: "# digeser\n" + HASIL})
    said = run_diff(repo, "main").output
    assert "1 masalah selesai" in said.splitlines()[0]
    assert "Masalah baru" not in said


@pytest.mark.parametrize(
    ("revisi", "said"),
    [
        ("tidak-ada", "Revisi “tidak-ada” tidak ada di repositori ini."),
        ("--output=/tmp/x", "tidak ada di repositori ini."),
        ("-h", "tidak ada di repositori ini."),
        ("main:indicators", "tidak ada di repositori ini."),
        ("main..main", "tidak ada di repositori ini."),
        ("", "Nama revisi tidak sah."),
        ("a\x1b[31m", "Nama revisi tidak sah."),
    ],
)
def test_a_revision_that_is_none_is_misuse(repo: Repository, revisi: str, said: str) -> None:
    result = run_diff(repo, "--", revisi)
    assert isinstance(result.exception, MisuseError)
    assert said in str(result.exception)
    assert result.exception.status == 2
    result = run_diff(repo, "--", "main", revisi)
    if revisi:
        assert isinstance(result.exception, MisuseError)


def test_outside_of_a_repository_and_without_git(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    lone = tmp_path / "lain"
    shutil.copytree(repo.root / "indicators", lone)
    result = run_diff(repo, "main", "--indicators", str(lone))
    assert isinstance(result.exception, MisuseError)
    assert "tidak berada di repositori Git" in str(result.exception)
    monkeypatch.setenv("PATH", "")
    result = run_diff(repo, "main")
    assert isinstance(result.exception, MisuseError)
    assert "Git tidak ditemukan" in str(result.exception)


def test_json_has_the_fixed_keys(repo: Repository) -> None:
    changed = replaced(IKU_FILE, ("2024: 86", "2024: 80"))
    repo.commit("Target", replaced(RESULT_FILE, ("81.2", "84.50"), files=changed))
    found = json.loads(run_diff(repo, "HEAD~1", "HEAD", "--format", "json").output)
    assert list(found) == [
        *("versi", "dari", "ke", "bercabang", "ringkasan", "hitungan", "skala", "pemda"),
        *("kesalahan", "masalah_baru", "masalah_selesai", "kendala"),
    ]
    assert found["ke"] == {"nama": "HEAD", "komit": repo.git("rev-parse", "HEAD")}
    assert found["hitungan"]["target_setelah_berjalan"] == 1
    (pemda,) = found["pemda"]
    assert list(pemda) == ["id", "nama", "jenis", "ubah", "instansi"]
    (instansi,) = pemda["instansi"]
    assert list(instansi) == [
        *("id", "nama", "jenis", "ubah", "sasaran", "indikator", "menjadi"),
        *("dilanjutkan", "dari", "akibat"),
    ]
    (indikator,) = instansi["indikator"]
    assert list(indikator) == [
        *("kunci", "nama", "jenis", "definisi", "tahun", "hilang", "menjadi"),
        *("dilanjutkan", "dari", "berkas", "baris"),
    ]
    (tahun,) = indikator["tahun"]
    assert list(tahun) == [
        *("tahun", "jenis", "angka", "keterangan", "sebab", "satuan", "alasan", "sumber"),
        *("tertinggal", "final_tanpa_ralat", "berkas", "baris"),
    ]
    marks = {"ralat": False, "setelah_berjalan": False}
    assert tahun["angka"] == [
        {"kunci": "realisasi", "lama": {"nilai": "81.2"}, "baru": {"nilai": "84.50"}} | marks,
        {"kunci": "target", "lama": {"nilai": "86"}, "baru": {"nilai": "80"}}
        | marks
        | {"setelah_berjalan": True},
        {"kunci": "capaian", "lama": "94.42", "baru": "105.63"} | marks,
        {"kunci": "status", "lama": "belum_tercapai", "baru": "melampaui"} | marks,
    ]


def test_problems_in_json_are_those_of_check(repo: Repository) -> None:
    repo.write_all(replaced(RESULT_FILE, ("81.2", "81,2")))
    found = json.loads(run_diff(repo, "main", "--format", "json").output)
    assert len(found["kesalahan"]) == 1
    problem = found["kesalahan"][0]
    assert list(problem) == list(json.loads(report.problem_json([Problem("a", 1, 1, "b", "C")]))[0])


def test_colour_is_for_terminals_alone(repo: Repository) -> None:
    repo.write_all(replaced(RESULT_FILE, ("81.2", "84")))
    assert "\x1b" not in run_diff(repo, "main").output


def test_the_example_of_the_definition(repo: Repository) -> None:
    repo.write_all({IKU_FILE: IKU.replace("atas layanan", "atas bantuan")})
    said = run_diff(repo, "main", "--format", "markdown").output
    assert said.startswith("<!-- iku-diff -->\n")
    assert "makna: Kepuasan warga atas ~~layanan~~ **bantuan** hukum" in said
