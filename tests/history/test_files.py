"""When each data file was last changed, as pages say of their own data."""

from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.history import read_history
from tests.repository import DINAS, Repository, capaian, iku

IKU = f"{DINAS}/iku.yaml"
HASIL = f"{DINAS}/capaian/2024.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repo")


def files(repo: Repository) -> dict[str, tuple[int, str]]:
    """Return the day of January 2026 and the commit that each file was last changed in."""
    found = read_history(repo.data).files
    return {path: (commit.day.day, commit.hash) for path, commit in found.items()}


def test_each_file_has_the_newest_commit_that_changed_it(repo: Repository) -> None:
    repo.write("kabupaten-contoh/pemda.yaml", "nama: Kabupaten Contoh\n")
    first = repo.commit(iku=iku(x="{2024: 80}"))
    second = repo.commit(c2024=capaian(2024, x="{realisasi: 1}"))
    third = repo.commit(iku=iku(x="{2024: 75}"))
    assert list(files(repo)) == ["kabupaten-contoh/pemda.yaml", HASIL, IKU], "the newest last"
    (repo.root / "README.md").write_text("not data")
    repo.commit("Tanpa data")
    assert files(repo) == {
        "kabupaten-contoh/pemda.yaml": (1, first),
        HASIL: (2, second),
        IKU: (3, third),
    }


def test_the_day_is_that_of_the_reference_date(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"), at="2025-12-31T17:30:00+0000")
    assert read_history(repo.data).files[IKU].day == date(2026, 1, 1)  # in WIB


def test_a_file_that_differs_on_disk_has_none(repo: Repository) -> None:
    first = repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    repo.write(IKU, iku(x="{2024: 75}"))
    repo.write(f"{DINAS}/capaian/2025.yaml", capaian(2025, x="{realisasi: 1}"))
    assert files(repo) == {HASIL: (1, first)}
    repo.git("add", "--all")
    assert files(repo) == {HASIL: (1, first)}
    (repo.data / HASIL).unlink()
    assert files(repo) == {}
    repo.git("reset", "--quiet", "--hard")
    assert files(repo) == {HASIL: (1, first), IKU: (1, first)}


def test_a_file_that_was_only_written_again_keeps_its_day(repo: Repository) -> None:
    first = repo.commit(iku=iku(x="{2024: 80}"))
    (repo.data / IKU).touch()
    repo.git("config", "diff.autoRefreshIndex", "false")
    assert files(repo) == {IKU: (1, first)}


def test_what_is_gone_has_none_and_what_moves_has_its_move(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"), c2024=capaian(2024, x="{realisasi: 1}"))
    repo.remove(HASIL)
    repo.commit()
    repo.write(HASIL, capaian(2024, x="{realisasi: 1}"))
    assert list(files(repo)) == [IKU]  # on disk again, but Git does not know it
    (repo.data / HASIL).unlink()
    repo.move(DINAS, "kabupaten-contoh/badan-contoh")
    third = repo.commit("Ganti nama")
    assert files(repo) == {"kabupaten-contoh/badan-contoh/iku.yaml": (3, third)}


def test_two_files_that_change_places(repo: Repository) -> None:
    other = "kabupaten-contoh/dinas-lain/iku.yaml"
    repo.write(other, iku(y="{2025: 7, 2026: 8}", z="{2025: 1}"))
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.move(other, "sementara.yaml")
    repo.move(IKU, other)
    repo.move("sementara.yaml", IKU)
    second = repo.commit("Tukar")
    assert files(repo) == {IKU: (2, second), other: (2, second)}


def test_a_merge_is_the_step_that_published_a_change(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    repo.branch("budi")
    repo.commit("Coba", c2024=capaian(2024, x="{realisasi: 1}"))
    repo.git("checkout", "--quiet", "main")
    third = repo.commit("Sesuaikan", iku=iku(x="{2024: 75}"))
    merge = repo.merge("budi", "Merge branch 'budi'", at="2026-01-09T12:00:00+0700")
    assert files(repo) == {IKU: (3, third), HASIL: (9, merge)}


def test_where_the_past_is_cut_off_no_file_has_one(repo: Repository, tmp_path: Path) -> None:
    for value in (80, 75, 70):
        repo.commit(iku=iku(x=f"{{2024: {value}}}"))
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=2", f"file://{repo.root}", str(clone))
    assert read_history(clone / "indicators").files == {}
    assert read_history(tmp_path).files == {}  # no repository at all


def test_the_mapping_cannot_be_changed(repo: Repository) -> None:
    repo.commit(iku=iku(x="{2024: 80}"))
    with pytest.raises(TypeError):
        read_history(repo.data).files["x"] = read_history(repo.data).files[IKU]  # type: ignore[index]
