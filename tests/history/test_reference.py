"""The reference date comes from outside: what is no date is refused."""

from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.errors import MisuseError
from iku_terbuka.history import reference_date
from tests.repository import Repository


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1795237200", date(2026, 11, 21)),
        ("315507600", date(1980, 1, 1)),  # in WIB
        ("4291722000", None),
        ("4291721999", date(2105, 12, 31)),
        ("315507599", None),
        *((text, None) for text in (" 1795237200", "99999999999999", "²", "kemarin", "-5", "")),
    ],
)
def test_a_date_from_the_environment(tmp_path: Path, epoch: str, day: date | None) -> None:
    environ = {"SOURCE_DATE_EPOCH": epoch}
    if day:
        assert reference_date(tmp_path, environ) == day
    else:
        with pytest.raises(MisuseError, match="SOURCE_DATE_EPOCH berisi"):
            reference_date(tmp_path, environ)


def test_without_environment_and_repository_there_is_none(tmp_path: Path) -> None:
    assert reference_date(tmp_path, {}) is None


def test_a_commit_without_the_data_says_nothing_about_them(tmp_path: Path) -> None:
    """As where a Pemda puts its folder into a copy of this program and has not committed yet."""
    repository = Repository(tmp_path)
    repository.commit("Program", {"kabupaten-lain/pemda.yaml": "nama: Kabupaten Lain\n"})
    repository.write("kabupaten-contoh/pemda.yaml", "nama: Kabupaten Contoh\n")
    own = repository.data / "kabupaten-contoh"
    assert reference_date(own, {}) is None
    assert reference_date(repository.data, {}) == date(2026, 1, 1)
    repository.commit("Data kami")
    assert reference_date(own, {}) == date(2026, 1, 2)
    assert reference_date(repository.data / "tidak-ada", {}) is None
