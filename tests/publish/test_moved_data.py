"""What tells of two instansi changes with the files of both."""

from pathlib import Path

import pytest

from tests.fictional import Write
from tests.moves import BARU, LAIN, LAMA, MERGED
from tests.publish.test_fingerprint import changed_files, state

GONE = {path: text for path, text in MERGED.items() if not path.startswith(f"{LAIN}/")}


@pytest.mark.parametrize("files", [MERGED, GONE], ids=["there", "gone"])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"{LAMA}/capaian/2024.yaml", "realisasi: 21", "realisasi: 22"),
        (f"{LAMA}/iku.yaml", "2024: 20", "2024: 19"),
        (f"{LAMA}/iku.yaml", "Dinas Sosial", "Dinas Sosial Lama"),
        (f"{BARU}/iku/2025.yaml", "Tenaga Kerja", "Ketenagakerjaan"),
        (f"{BARU}/iku/2025.yaml", "nama: Indikator keluarga", "nama: Keluarga"),
        (f"{BARU}/capaian/2025.yaml", "realisasi: 26", "realisasi: 27"),
    ],
)
def test_no_file_changes_under_the_same_fingerprint(
    write: Write, files: dict[str, str], file: str, old: str, new: str
) -> None:
    root: Path = write(files)
    before = state(root)
    path = root / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert changed_files(before, state(root))
