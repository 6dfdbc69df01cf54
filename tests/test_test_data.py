"""The one test that looks into ``indicators/``: is the frozen copy that all others read current?"""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TERKINI, DATA = ROOT / "indicators", ROOT / "tests" / "data"
# The documents that were read whole, and those that were read in part.
BEKU = {
    path.parent.name: path.parent.parent
    for kind in ("indicators", "kutipan")
    for path in sorted((DATA / kind).glob("*/pemda.yaml"))
}


def _isi(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("folder", [*BEKU, "skala"])
def test_frozen_copy_equals_the_data(folder: str) -> None:
    replaced = [nama for nama in BEKU if not (TERKINI / nama / "pemda.yaml").is_file()]
    if replaced:
        pytest.skip(f"indicators/ holds other data than ours: no {', '.join(replaced)}")
    copy = BEKU.get(folder, DATA / "indicators")
    current, frozen = _isi(TERKINI / folder), _isi(copy / folder)
    differing = sorted(
        name for name in current.keys() | frozen.keys() if current.get(name) != frozen.get(name)
    )
    assert differing == [], (
        f"refresh the copy: rm -rf tests/data/{copy.name}/{folder}; "
        f"cp -r indicators/{folder} tests/data/{copy.name}/"
    )
