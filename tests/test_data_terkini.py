"""The one test that looks into ``indicators/``: is the frozen copy that all others read current?"""

from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
TERKINI, BEKU = AKAR / "indicators", AKAR / "tests" / "data" / "indicators"
PEMDA = sorted(path.parent.name for path in BEKU.glob("*/pemda.yaml"))


def _isi(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("folder", [*PEMDA, "skala"])
def test_frozen_copy_equals_the_data(folder: str) -> None:
    replaced = [nama for nama in PEMDA if not (TERKINI / nama / "pemda.yaml").is_file()]
    if replaced:
        pytest.skip(f"indicators/ holds other data than ours: no {', '.join(replaced)}")
    current, frozen = _isi(TERKINI / folder), _isi(BEKU / folder)
    differing = sorted(
        name for name in current.keys() | frozen.keys() if current.get(name) != frozen.get(name)
    )
    assert differing == [], (
        f"refresh the copy: rm -rf tests/data/indicators/{folder}; "
        f"cp -r indicators/{folder} tests/data/indicators/"
    )
