"""Any sequence of edits to one target reads back as exactly the steps that differ."""

import subprocess
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from iku_terbuka.history import read_history
from iku_terbuka.history.values import Entry
from tests.repository import DINAS, iku

NUMBER = st.decimals(-1000, 1000, places=2)
STEP = st.one_of(st.none(), NUMBER, st.sampled_from(["rusak", "tanpa berkas", "sama"]))


def _import(versions: list[str | None], folder: Path) -> None:
    """Make a repo with one commit per version of the file, in one call; ``None``: no file."""
    stream = []
    for number, text in enumerate(versions):
        file = f"{DINAS}/iku.yaml"
        change = f"D {file}\n"
        if text is not None:
            change = f"M 100644 inline {file}\ndata {len(text.encode())}\n{text}\n"
        stream.append(
            f"commit refs/heads/main\ncommitter C <c@contoh.invalid> {1_700_000_000 + number} "
            f"+0700\ndata 1\nx\n{change}"
        )
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True, capture_output=True)
    subprocess.run(
        ["git", "-C", folder, "fast-import", "--quiet"],
        input="".join(stream).encode(),
        check=True,
        capture_output=True,
    )


@settings(max_examples=25)
@given(st.lists(STEP, min_size=1, max_size=8))
@example([None, "rusak", "tanpa berkas", None])
def test_every_differing_step_and_no_other(steps: list[object]) -> None:
    versions: list[str | None] = ["instansi: Dinas Contoh\n"]
    shown: list[Entry | None] = [None]
    for step in steps:
        match step:
            case "rusak":
                versions.append("instansi: 'x\n")
                shown.append(shown[-1])
            case "tanpa berkas":
                versions.append(None)
                shown.append(None)
            case "sama":
                versions.append((versions[-1] or "instansi: D\n") + "# komentar\n")
                shown.append(shown[-1])
            case None:
                versions.append(iku(x="{2025: 1}"))
                shown.append(None)
            case number:
                versions.append(iku(x=f"{{2024: {number}, 2025: 1}}"))
                shown.append(Entry(number))  # type: ignore[arg-type]
    first = next((at for at, value in enumerate(shown) if value is not None), len(shown))
    expected = [
        (before, after)
        for before, after in zip(shown[first:], shown[first + 1 :], strict=False)
        if before != after
    ]
    with tempfile.TemporaryDirectory() as folder:
        _import(versions, Path(folder))
        found = [
            (change.old, change.new)
            for change in read_history(Path(folder)).of_indikator(f"{DINAS}/x")
            if change.tahun == 2024
        ]
    assert found[::-1] == expected
