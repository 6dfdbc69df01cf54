"""The reference date is an input that cannot stop a build."""

from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.history import reference_date


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1795237200", date(2026, 11, 21)),
        (" 0\n", date(1970, 1, 1)),
        ("99999999999999", date(9999, 12, 31)),
        ("²", None),
        ("kemarin", None),
        ("-5", None),
    ],
)
def test_a_date_from_the_environment(tmp_path: Path, epoch: str, day: date | None) -> None:
    assert reference_date(tmp_path, {"SOURCE_DATE_EPOCH": epoch}) == day


def test_without_environment_and_repository_there_is_none(tmp_path: Path) -> None:
    assert reference_date(tmp_path, {}) is None
