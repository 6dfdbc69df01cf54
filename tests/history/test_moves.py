"""The past of a number is told over a move, whether the old folder is still there or not."""

from pathlib import Path

from iku_terbuka.context import Context, build_context
from iku_terbuka.history import read_history
from iku_terbuka.load import load_laporan
from iku_terbuka.pages.perubahan import past_changes
from tests.load.test_continuation import of
from tests.moves import ACUAN, BARU, LAMA, MERGED, OLD
from tests.repository import Repository


def read(repo: Repository) -> Context:
    loaded = load_laporan(repo.data, "indicators")
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    files = [path.removeprefix("indicators/") for path in loaded.texts]
    return build_context(loaded.laporan, acuan=ACUAN).with_history(read_history(repo.data), files)


def told(context: Context, kunci: str) -> list[tuple[str, int, str]]:
    return [
        (
            change.kind,
            change.tahun,
            f"{change.old and change.old.nilai} → {change.new and change.new.nilai}",
        )
        for change in past_changes(context, of(context, kunci))
    ]


def test_beside_the_old_folder(tmp_path: Path) -> None:
    repo = Repository(tmp_path)
    repo.commit("Mulai", OLD)
    path = f"{LAMA}/capaian/2024.yaml"
    repo.commit("Ralat", {path: OLD[path].replace("realisasi: 21", "realisasi: 22")})
    decree = f"{LAMA}/iku.yaml"
    repo.commit("Target lama", {decree: OLD[decree].replace("2026: 40", "2026: 41")})
    repo.commit(
        "Dilebur", {name: text for name, text in MERGED.items() if not name.startswith(LAMA + "/")}
    )
    context = read(repo)
    # The target of 2026 is one of the old instansi alone.
    assert told(context, f"{BARU}/keluarga") == [("realisasi", 2024, "21 → 22")]
    assert len(told(context, f"{LAMA}/keluarga")) == 2
    new, old = (context.state(id_) for id_ in (BARU, LAMA))
    assert new.day is not None
    assert old.day is not None
    assert new.day > old.day


def test_in_a_folder_that_was_renamed(tmp_path: Path) -> None:
    repo = Repository(tmp_path)
    repo.commit("Mulai", OLD)
    path = f"{LAMA}/capaian/2024.yaml"
    repo.commit("Ralat", {path: OLD[path].replace("realisasi: 21", "realisasi: 22")})
    new = LAMA.replace("sosial", "kesejahteraan")
    repo.move(LAMA, new)
    text = OLD[f"{LAMA}/iku.yaml"].replace(
        "instansi: Dinas Sosial\n", f"instansi: Dinas Kesejahteraan\ndahulu: [{LAMA}]\n"
    )
    repo.commit("Berganti nama", {f"{new}/iku.yaml": text})
    assert told(read(repo), f"{new}/keluarga") == [("realisasi", 2024, "21 → 22")]
