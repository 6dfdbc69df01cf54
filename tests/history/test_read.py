"""Which changes of numbers a repository's history holds, and which it does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from iku_terbuka.history import (
    History,
    NumberChange,
    NumberKind,
    read,
    read_history,
    reference_date,
)
from iku_terbuka.history.values import PARTIAL, UNAVAILABLE, Entry
from tests.repository import DINAS, Repository, capaian, iku


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repo")


def entry_words(entry: Entry | None) -> str:
    """Return a value as one short text."""
    if entry is None:
        return "-"
    parts = [entry.nilai, entry.bawah, entry.atas, entry.predikat, entry.keadaan]
    parts += [f"{nama}={'+'.join(map(str, numbers))}" for nama, numbers in entry.variabel]
    return " ".join(str(part) for part in parts if part not in {None, ""})


def change_words(change: NumberChange) -> str:
    where = change.key.removeprefix("kabupaten-contoh/")
    old, new = entry_words(change.old), entry_words(change.new)
    return f"{where} {change.kind} {change.tahun}: {old} → {new}"


def changes(repo: Repository) -> list[str]:
    history = read_history(repo.data)
    assert history.note == ""
    return [change_words(change) for change in history.changes]


def test_a_change_says_when_what_and_in_which_commit(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2025: 80, 2026: 85}"), c2025=capaian(2025, x="{realisasi: 81.2}"))
    # Half past six in the evening in London is the next day in Jakarta.
    first = repo.commit(
        "Perbarui target", at="2025-12-31T18:30:00+0000", iku=iku(x="{2025: 80, 2026: 84.50}")
    )
    second = repo.commit("Ralat hasil", c2025=capaian(2025, x="{realisasi: 84}"))
    newest, oldest = read_history(repo.data).of_indikator(f"{DINAS}/x")
    assert (oldest.old, oldest.new) == (Entry(Decimal(85)), Entry(Decimal("84.50")))
    assert str(oldest.new and oldest.new.nilai) == "84.50"
    assert (oldest.kind, oldest.tahun) == (NumberKind.TARGET, 2026)
    assert oldest.commit.day == date(2026, 1, 1)
    assert oldest.after_start
    assert (oldest.commit.hash, oldest.commit.subject) == (first, "Perbarui target")
    assert not oldest.commit.ralat
    assert (newest.kind, newest.tahun) == (NumberKind.REALISASI, 2025)
    assert (newest.commit.hash, newest.commit.ralat) == (second, True)
    assert not newest.after_start


def test_an_agreement_has_a_past_of_its_own(repo: Repository) -> None:
    signed = "tahun: 2025\nversi:\n  - {jenis: awal, tanggal: 2025-01, target: {x: 81}}\n"
    amended = f"{signed}  - {{jenis: perubahan, tanggal: 2025-09, target: {{x: 79}}}}\n"
    repo.commit(iku=iku(x="{2025: 80}"))
    path = f"{DINAS}/perjanjian-kinerja/2025.yaml"
    repo.write(path, signed)
    repo.commit("Tanda tangan PK", at="2025-02-01T00:00:00+0700")
    assert changes(repo) == []  # another promise beside that of the decree
    repo.write(path, amended)
    repo.commit("Perubahan PK", at="2025-10-01T00:00:00+0700")
    assert changes(repo) == ["dinas-contoh/x target 2025: 81 → 79"]


def test_the_numbers_of_a_quarter_have_a_past_of_their_own(repo: Repository) -> None:
    target = "{2026: {nilai: 100, triwulan: [0, 50, 67, 100]}}"
    results = "{triwulan: {1: 0, 2: {realisasi: 52}}}"
    repo.commit(iku=iku(x=target), c2026=capaian(2026, x=results))
    more = "{triwulan: {1: 0, 2: {realisasi: 53.5}, 3: 70}}"
    repo.commit(at="2026-10-05T08:00:00+0000", c2026=capaian(2026, x=more))
    repo.commit(at="2026-11-05T08:00:00+0000", iku=iku(x=target.replace("50,", "40,")))
    history = read_history(repo.data)
    said = [(change_words(change), change.bagian) for change in history.changes]
    assert said == [
        ("dinas-contoh/x target 2026: 50 → 40", ("triwulan", 2)),
        ("dinas-contoh/x realisasi 2026: 52 → 53.5", ("triwulan", 2)),
    ]
    assert [first.tahun for first in history.first_results] == [2026], "a new quarter is no result"


def test_a_first_entry_is_no_change(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.commit(iku=iku(x="{2024: 80, 2025: 85}"), c2024=capaian(2024, x="{realisasi: 1}"))
    repo.commit(iku=iku(x="{2024: 80, 2025: 85}", y="{2024: 3}"))
    repo.commit(c2024=capaian(2024, x="{realisasi: 1}", y="{keadaan: tidak_diukur}"))
    assert changes(repo) == []
    assert read_history(repo.data).since == {DINAS: date(2026, 1, 1)}


@pytest.mark.parametrize("new", ["3.20", '"3.2"', "{nilai: 3.20, tercetak: '3,20'}", "'3,2'"])
def test_the_same_number_written_otherwise_is_no_change(repo: Repository, new: str) -> None:
    repo.commit(iku=iku(x="{2024: 3.2}"))
    repo.commit(iku=iku(x=f"{{2024: {new}}}"))
    repo.commit(iku=iku(x="{2024: 3.2}").replace("\n", "\r\n"))
    assert changes(repo) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{realisasi: 1}", "{}", "1 → -"),
        ("{realisasi: 1}", "{keadaan: tidak_diukur}", "1 → tidak_diukur"),
        ("{keadaan: tidak_diukur}", "{realisasi: 0}", "tidak_diukur → 0"),
        ("{realisasi: {predikat: B}}", "{realisasi: {predikat: BB}}", "B → BB"),
        ("{realisasi: 70}", "{realisasi: {nilai: 70, predikat: BB}}", "70 → 70 BB"),
        ("{variabel: {a: 1, b: 2}}", "{variabel: {b: 3, a: 1.0}}", "a=1 b=2 → a=1.0 b=3"),
        ("{variabel: {a: [1, 2]}}", "{variabel: {a: [1, 3]}}", "a=1+2 → a=1+3"),
        ("{realisasi: 3.201}", "{realisasi: '3.201,00'}", "3.201 → 3.201,00"),
    ],
)
def test_every_kind_of_result_is_compared(repo: Repository, old: str, new: str, said: str) -> None:
    repo.commit(iku=iku(x="{}"), c2024=capaian(2024, x=old))
    repo.commit(c2024=capaian(2024, x=new))
    assert changes(repo) == [f"dinas-contoh/x realisasi 2024: {said}"]


def test_a_range_and_a_grade_are_targets_too(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: {bawah: 3.6, atas: 4.4}}", y="{2024: {predikat: B}}"))
    repo.commit(iku=iku(x="{2024: {bawah: 3.6, atas: 4.5}}", y="{2024: {predikat: BB}}"))
    assert changes(repo) == [
        "dinas-contoh/x target 2024: 3.6 4.4 → 3.6 4.5",
        "dinas-contoh/y target 2024: B → BB",
    ]


def test_what_is_deleted_and_restored_is_seen_twice(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    repo.remove(f"{DINAS}/capaian/2024.yaml")
    repo.commit()
    repo.commit(c2024=capaian(2024, x="{realisasi: 1}", y="{realisasi: 5}"))
    assert changes(repo) == [
        "dinas-contoh/x realisasi 2024: - → 1",
        "dinas-contoh/x realisasi 2024: 1 → -",
    ]


def test_a_revert_is_a_change_back(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.commit(iku=iku(x="{2024: 70}"))
    repo.git("revert", "--no-edit", "HEAD", at="2026-03-01T12:00:00+0700")
    assert changes(repo) == [
        "dinas-contoh/x target 2024: 70 → 80",
        "dinas-contoh/x target 2024: 80 → 70",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "instansi: 'tidak ditutup\n",
        "- daftar\n",
        "",
        "a: &x [*x]\n",
        "bin: \0",
        "sasaran: " + "[" * 300,
        "x" * 1_000_001,
    ],
)
def test_a_version_that_cannot_be_read_is_passed_over(repo: Repository, broken: str) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.commit("Rusak", iku=broken)
    repo.commit("Masih rusak", iku=f"{broken} ")
    repo.commit("Mendingan", iku=iku(x="{2024: 75}"))
    (change,) = read_history(repo.data).changes
    assert change_words(change) == "dinas-contoh/x target 2024: 80 → 75"
    assert change.commit.subject == "Mendingan"


def test_what_was_never_readable_before_is_a_first_entry(repo: Repository) -> None:
    repo.commit(iku="instansi: 'tidak ditutup\n")
    repo.commit(iku=iku(x="{2024: 75}"))
    assert changes(repo) == []


def test_odd_shapes_in_old_versions_are_left_out(repo: Repository) -> None:
    repo.commit(iku="sasaran: {indikator: [x]}\n", c2024="tahun: 2024\ncapaian: [x]\n")
    repo.commit(iku="sasaran: [x, {indikator: [y, {id: [z], target: {2024: 1}}]}]\n")
    repo.commit(iku="sasaran: [{indikator: [{id: x, target: {dua: 1, 2024: {a: b}}}]}]\n")
    repo.commit(iku=iku(x="{2024: 75}"), c2024=capaian(2024, x="[1]"))
    assert changes(repo) == []


class TestMerges:
    """Merges: what the published branch showed."""

    def test_a_merged_branch_counts_as_one_step(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"))
        repo.branch("budi")
        repo.commit("Coba", iku=iku(x="{2024: 10}"))
        repo.commit("Ralat target", iku=iku(x="{2024: 75}"))
        merge = repo.merge("budi", "Merge pull request #5 from budi/budi\n\nPerbaiki")
        (change,) = read_history(repo.data).changes
        assert change_words(change) == "dinas-contoh/x target 2024: 80 → 75"
        assert change.commit.hash == merge
        assert change.commit.day == date(2026, 2, 1)
        assert change.commit.subject == "Perbaiki"
        assert change.commit.ralat

    def test_one_commit_lends_the_merge_its_subject(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"))
        repo.branch("budi")
        repo.commit("Sesuaikan target", iku=iku(x="{2024: 75}"))
        repo.merge("budi", "Merge branch 'budi'")
        (change,) = read_history(repo.data).changes
        assert change.commit.subject == "Sesuaikan target"
        assert not change.commit.ralat

    def test_branches_side_by_side_and_main_merged_into_one(self, repo: Repository) -> None:
        repo.commit(
            iku=iku(x="{2024: 80}"),
            c2024=capaian(2024, x="{realisasi: 1}"),
            c2025=capaian(2025, x="{realisasi: 1}"),
        )
        repo.branch("a")
        repo.commit("A", c2024=capaian(2024, x="{realisasi: 2}"))
        repo.git("checkout", "--quiet", "main")
        repo.branch("b")
        repo.commit("Ralat B", c2025=capaian(2025, x="{realisasi: 3}"))
        repo.merge("a", "Merge branch 'a'", "2026-02-01T12:00:00+0700")
        repo.git("checkout", "--quiet", "b")
        repo.git("merge", "--quiet", "main", "-m", "Merge branch 'main' into b")
        repo.merge("b", "Merge branch 'b'", "2026-02-02T12:00:00+0700")
        newest, oldest = read_history(repo.data).changes
        assert change_words(newest) == "dinas-contoh/x realisasi 2025: 1 → 3"
        assert (newest.commit.subject, newest.commit.ralat) == ("Ralat B", True)
        assert change_words(oldest) == "dinas-contoh/x realisasi 2024: 1 → 2"
        assert (oldest.commit.subject, oldest.commit.ralat) == ("A", False)

    def test_a_squashed_branch_is_an_ordinary_step(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"))
        repo.branch("budi")
        repo.commit("Coba", iku=iku(x="{2024: 10}"))
        repo.commit("Lagi", iku=iku(x="{2024: 75}"))
        repo.git("checkout", "--quiet", "main")
        repo.git("merge", "--quiet", "--squash", "budi")
        repo.commit("Perbaiki target (#5)")
        (change,) = read_history(repo.data).changes
        assert change_words(change) == "dinas-contoh/x target 2024: 80 → 75"
        assert change.commit.subject == "Perbaiki target (#5)"

    def test_a_correction_of_one_file_does_not_excuse_another(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
        repo.branch("budi")
        repo.commit("Ralat salah ketik hasil", c2024=capaian(2024, x="{realisasi: 2}"))
        repo.commit("Sesuaikan", iku=iku(x="{2024: 60}"))
        repo.merge("budi", "Merge pull request #6 from budi/ralat-hasil")
        ralat = {
            change_words(change): change.commit.ralat for change in read_history(repo.data).changes
        }
        assert ralat == {
            "dinas-contoh/x realisasi 2024: 1 → 2": True,
            "dinas-contoh/x target 2024: 80 → 60": False,
        }


class TestMoves:
    """A number keeps its past where its file goes."""

    def test_a_folder_that_moves_takes_its_history_along(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
        repo.commit(iku=iku(x="{2024: 75}"), c2024=capaian(2024, x="{realisasi: 2}"))
        repo.move(DINAS, "kabupaten-contoh/badan-contoh")
        repo.commit("Ganti nama")
        repo.write(
            "kabupaten-contoh/badan-contoh/capaian/2024.yaml", capaian(2024, x="{realisasi: 3}")
        )
        repo.commit()
        assert changes(repo) == [
            "badan-contoh/x realisasi 2024: 2 → 3",
            "badan-contoh/x realisasi 2024: 1 → 2",
            "badan-contoh/x target 2024: 80 → 75",
        ]
        assert set(read_history(repo.data).since) == {"kabupaten-contoh/badan-contoh"}

    def test_a_number_that_changes_while_its_folder_moves(self, repo: Repository) -> None:
        """The small file of results is too unlike itself for Git to know it again."""
        repo.commit(iku=iku(x="{2024: 80}", y="{2024: 1}"), c2024="capaian: {x: {realisasi: 1}}")
        repo.move(DINAS, "kabupaten-contoh/badan-contoh")
        repo.write(
            "kabupaten-contoh/badan-contoh/capaian/2024.yaml",
            capaian(2024, x="{realisasi: 2, sumber: {judul: Laporan kinerja tahun itu}}"),
        )
        repo.commit()
        assert changes(repo) == ["badan-contoh/x realisasi 2024: 1 → 2"]

    def test_a_decree_that_becomes_one_of_two_has_not_changed(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}", y="{2024: 3}", z="{2027: 9}"))
        repo.commit(iku=iku(x="{2024: 75}", y="{2024: 3}", z="{2027: 9}"))
        repo.remove(f"{DINAS}/iku.yaml")
        repo.write(f"{DINAS}/iku/2021.yaml", iku(x="{2024: 75}"))
        repo.write(f"{DINAS}/iku/2027.yaml", iku(y="{2024: 3}", z="{2027: 9}", x="{2027: 90}"))
        repo.commit("Pecah")
        repo.write(f"{DINAS}/iku/2021.yaml", iku(x="{2024: 70}"))
        repo.commit()
        assert changes(repo) == [
            "dinas-contoh/x target 2024: 75 → 70",
            "dinas-contoh/x target 2024: 80 → 75",
        ]

    def test_a_new_decree_is_no_change_unless_it_takes_over_a_year(self, repo: Repository) -> None:
        repo.write(f"{DINAS}/iku/2021.yaml", iku(x="{2025: 80, 2026: 85}"))
        repo.commit()
        repo.write(f"{DINAS}/iku/2027.yaml", iku(x="{2027: 50}"))
        repo.commit("Keputusan baru")
        assert changes(repo) == []
        repo.write(f"{DINAS}/iku/2021.yaml", iku(x="{2025: 80}"))
        repo.remove(f"{DINAS}/iku/2027.yaml")
        repo.write(f"{DINAS}/iku/2026.yaml", iku(x="{2026: 60, 2027: 50}"))
        repo.commit("Keputusan pengganti")
        assert changes(repo) == ["dinas-contoh/x target 2026: 85 → 60"]

    def test_a_result_moved_to_its_right_year(self, repo: Repository) -> None:
        repo.commit(iku=iku(x="{2024: 80}"), c2023="tahun: 2023\ncapaian: {x: {realisasi: 1}}\n")
        repo.move(f"{DINAS}/capaian/2023.yaml", f"{DINAS}/capaian/2024.yaml")
        repo.commit()
        assert changes(repo) == ["dinas-contoh/x realisasi 2023: 1 → -"]


def test_other_files_are_no_data(repo: Repository) -> None:
    paths = ["skala/iku.yaml", ".skema/x/iku.yaml", f"{DINAS}/.lama/iku.yaml", f"{DINAS}/iku.yml"]
    repo.commit(iku=iku(x="{2024: 80}"))
    for value in (1, 2):
        for path in paths:
            repo.write(path, iku(x=f"{{2024: {value}}}"))
        repo.commit()
    (repo.data / DINAS / "iku.yaml").unlink()
    (repo.data / DINAS / "iku.yaml").symlink_to("iku.yml")
    repo.commit("Tautan")
    assert changes(repo) == ["dinas-contoh/x target 2024: 80 → -"]


@pytest.mark.parametrize("data", [".", "data/pemda", "folder – lain"])
def test_the_data_may_lie_anywhere_in_the_repository(tmp_path: Path, data: str) -> None:
    repo = Repository(tmp_path / "repo", data)
    (repo.root / "README.md").write_text("x")
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.commit(iku=iku(x="{2024: 75}"))
    (repo.root / "README.md").write_text("y")
    repo.commit("Tanpa data")
    assert changes(repo) == ["dinas-contoh/x target 2024: 80 → 75"]


def test_what_is_not_committed_is_not_public(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.write(f"{DINAS}/iku.yaml", iku(x="{2024: 75}"))
    assert changes(repo) == []


def test_nothing_depends_on_what_a_user_configured(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}", y="{2024: 1}"))
    repo.branch("budi")
    repo.commit("Éka", iku=iku(x="{2024: 75}", y="{2024: 1}"))
    repo.merge("budi", "Merge branch 'budi'")
    repo.move(DINAS, "kabupaten-contoh/badan-contoh")
    repo.commit("Pindah")
    before = read_history(repo.data)
    assert [change_words(change) for change in before.changes] == [
        "badan-contoh/x target 2024: 80 → 75"
    ]
    for setting in (
        *("log.showSignature=true", "log.follow=true", "log.showRoot=false", "log.diffMerges=off"),
        *("log.decorate=full", "log.date=raw", "log.mailmap=true", "format.pretty=fuller"),
        *("diff.renames=false", "diff.renameLimit=1", "diff.relative=true", "diff.external=false"),
        *("diff.noprefix=true", "core.quotePath=true", "core.abbrev=4", "color.ui=always"),
        *("i18n.logOutputEncoding=ISO-8859-1", "notes.displayRef=*"),
    ):
        repo.git("config", *setting.split("="))
    repo.git("notes", "add", "-m", "catatan", "HEAD")
    read._history.cache_clear()
    assert read_history(repo.data) == before


@pytest.mark.parametrize("time", ["-5 +0000", "kemarin", "", f"{'9' * 30} +0000", "1 +0000"])
def test_a_commit_without_a_time_is_told_of_and_its_changes_stay(
    repo: Repository, time: str
) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.commit(iku=iku(x="{2024: 75}"))
    tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD~1")
    raw = repo.root / "mentah"
    raw.write_text(
        f"tree {tree}\nparent {parent}\nauthor A <a> {time}\ncommitter A <a> {time}\n\nUbah\n"
    )
    made = repo.git("hash-object", "-t", "commit", "-w", "--literally", str(raw))
    repo.git("reset", "--quiet", made)
    history = read_history(repo.data)
    (change,) = history.changes
    assert (change.commit.hash, change.commit.day, change.after_start) == (made, None, False)
    assert history.since == {DINAS: date(2026, 1, 1)}
    assert f"({made[:7]})" in history.trouble
    assert reference_date(repo.data, {}) is None


def without_trouble(folder: Path) -> History:
    """Return a history as pages see it; why it is missing must be told."""
    history = read_history(folder)
    assert history.trouble
    return replace(history, trouble="")


class TestWithoutHistory:
    """Whatever is missing, the site is built and says so."""

    def test_no_repository(self, tmp_path: Path) -> None:
        assert without_trouble(tmp_path) == History()
        assert without_trouble(tmp_path / "tidak-ada") == History()
        assert History().note == UNAVAILABLE

    def test_a_repository_without_commits(self, repo: Repository) -> None:
        repo.write(f"{DINAS}/iku.yaml", iku(x="{2024: 80}"))
        assert without_trouble(repo.data) == History()

    def test_data_that_a_repository_around_it_does_not_know(self, repo: Repository) -> None:
        (repo.root / ".gitignore").write_text("indicators/\n")
        repo.write(f"{DINAS}/iku.yaml", iku(x="{2024: 80}"))
        repo.commit()
        assert without_trouble(repo.data) == History()

    def test_no_git_at_all(self, repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        repo.commit(iku=iku(x="{2024: 80}"))
        monkeypatch.setenv("PATH", "")
        assert without_trouble(repo.data) == History()

    def test_a_shallow_clone_says_that_it_is_one(self, repo: Repository, tmp_path: Path) -> None:
        for value in (80, 75, 70):
            repo.commit(iku=iku(x=f"{{2024: {value}}}"))
        repo.git("clone", "--quiet", "--depth=2", f"file://{repo.root}", str(tmp_path / "c"))
        history = read_history(tmp_path / "c/indicators")
        assert [change_words(change) for change in history.changes] == [
            "dinas-contoh/x target 2024: 75 → 70"
        ]
        assert history.note == PARTIAL
        assert history.since == {}  # the first day is not known


def test_only_files_that_were_edited_are_read(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    real: Callable[..., object] = read.parse_numbers
    monkeypatch.setattr(
        read, "parse_numbers", lambda raw, tahun: parsed.append(raw) or real(raw, tahun)
    )
    for number in range(8):
        repo.write(f"kabupaten-contoh/dinas-{number}/iku.yaml", iku(x=f"{{2024: {number}}}"))
    repo.commit()
    repo.write("kabupaten-contoh/dinas-1/capaian/2024.yaml", capaian(2024, x="{realisasi: 1}"))
    repo.commit()
    assert changes(repo) == []
    assert parsed == []
    for value in (50, 60, 50):
        repo.write("kabupaten-contoh/dinas-1/iku.yaml", iku(x=f"{{2024: {value}}}"))
        repo.commit()
    assert len(changes(repo)) == 3
    assert len(parsed) == 3  # each version once, however often it was there
    assert len(changes(repo)) == 3
    assert len(parsed) == 3  # HEAD has not moved


def test_a_register_tells_since_when_an_address_stands_in_it(
    repo: Repository, tmp_path: Path
) -> None:
    register = f"{DINAS}/daftar-dokumen.yaml"
    first, second = "https://contoh.example/a.pdf", "https://contoh.example/b.pdf"

    def commit(day: int, text: str) -> None:
        repo.write(register, text)
        repo.commit(at=f"2026-03-{day:02}T12:00:00+0700")

    repo.commit(iku=iku(x="{2024: 1}"), at="2026-03-01T12:00:00+0700")
    commit(2, f"- {{jenis: LKjIP, tahun: 2025}}\n# tautan: {second}\n")
    commit(3, f"- {{jenis: LKjIP, tahun: 2025, tautan: '{first}'}}\n")
    commit(4, "- {jenis: rusak\n")
    commit(5, f"- jenis: LKjIP\n  tautan: {first}\n- tautan: {second}\n")
    found = read_history(repo.data).listed
    assert found == {first: date(2026, 3, 3), second: date(2026, 3, 5)}
    repo.git("mv", f"indicators/{DINAS}", "indicators/kabupaten-contoh/badan-contoh")
    repo.commit(at="2026-03-09T12:00:00+0700")
    assert read_history(repo.data).listed == found
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "c"))
    assert read_history(tmp_path / "c/indicators").listed == {}


def test_results_of_two_instansi_never_become_one_change(repo: Repository) -> None:
    result = "{realisasi: %s, sumber: {judul: Laporan Kinerja Tahun 2024, halaman: 12}}"
    repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x=result % 70))
    repo.write("kabupaten-contoh/dinas-lain/iku.yaml", iku(x="{2024: 80}"))
    repo.git("add", "-A")
    repo.git("commit", "--quiet", "-m", "Dinas lain")
    (repo.data / DINAS / "capaian/2024.yaml").unlink()
    repo.write("kabupaten-contoh/dinas-lain/capaian/2024.yaml", capaian(2024, x=result % 91))
    repo.git("add", "-A")
    repo.git("commit", "--quiet", "-m", "Keduanya")
    assert changes(repo) == ["dinas-contoh/x realisasi 2024: 70 → -"]
