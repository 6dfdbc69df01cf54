"""A definition that changes where another instansi takes an indicator over is said to change."""

import pytest

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.fictional import Write
from tests.moves import BARU, LAMA, MERGED


@pytest.mark.parametrize(("satuan", "expected"), [("keluarga", 0), ("orang", 1)])
def test_a_unit_that_changes_across_a_move_breaks_the_series(
    write: Write, satuan: str, expected: int
) -> None:
    file = f"{BARU}/iku/2025.yaml"
    files = MERGED | {file: MERGED[file].replace("satuan: keluarga", f"satuan: {satuan}", 1)}
    found = [
        each
        for each in check(load_laporan(write(files), "indicators"))
        if each.code == "deret-putus"
    ]
    assert len(found) == expected
    for problem in found:
        assert problem.file == f"indicators/{file}"
        assert f"“keluarga” di indicators/{LAMA}/iku.yaml menjadi “orang”" in problem.message
