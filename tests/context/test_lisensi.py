"""The licence of the data: known by its short name, or refused with the names that are known."""

import pytest

from iku_terbuka.context.lisensi import find_lisensi


def test_a_licence_is_known_by_its_short_name() -> None:
    known = find_lisensi(" cc-by-4.0 ")
    assert known is not None
    assert (known.spdx, known.url) == (
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    )


def test_no_licence_is_never_guessed() -> None:
    assert find_lisensi("") is None
    assert find_lisensi("  ") is None


def test_an_unknown_licence_is_explained() -> None:
    with pytest.raises(ValueError, match=r"“lisensi: MIT” .*CC-BY-4\.0, CC-BY-SA-4\.0, CC0-1\.0"):
        find_lisensi("MIT")
