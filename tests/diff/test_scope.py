"""Reading less of the older revision changes nothing of what is said."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from iku_terbuka.check import check
from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import Diff, compare, scope_of, with_related
from iku_terbuka.diff.scope import EVERYTHING, Scope, instansi_of
from iku_terbuka.diff.values import Obstacle
from iku_terbuka.load import load_laporan
from iku_terbuka.source.problems import Problem
from tests.conftest import ACUAN, CONTOH

KAB = "kabupaten-contoh"


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (f"{KAB}/dinas/iku.yaml", f"{KAB}/dinas"),
        (f"{KAB}/dinas/iku/2021.yaml", f"{KAB}/dinas"),
        (f"{KAB}/dinas/capaian/2021.yaml", f"{KAB}/dinas"),
        (f"{KAB}/capaian/2021.yaml", KAB),
        ("SUMBER.md", ""),
    ],
)
def test_a_file_belongs_to_an_instansi(path: str, folder: str) -> None:
    assert instansi_of(path) == folder


@pytest.mark.parametrize("path", ["skala/a.yaml", f"{KAB}/pemda.yaml", "nyasar.yaml"])
def test_what_decides_about_many_instansi_compares_all(path: str) -> None:
    assert scope_of("indicators", [path, f"{KAB}/dinas/iku.yaml"]).folders is None


def test_only_what_is_needed_is_read() -> None:
    found = scope_of("indicators", [f"{KAB}/setda/bagian/capaian/2024.yaml", "SUMBER.md"])
    files = {
        **{f"{KAB}/setda/bagian/{name}": True for name in ("iku.yaml", "capaian/2021.yaml")},
        **{f"{KAB}/setda/{name}": True for name in ("iku.yaml", "iku/2021.yaml")},
        "skala/a.yaml": True,
        f"{KAB}/pemda.yaml": True,
        f"{KAB}/iku.yaml": True,
        f"{KAB}/setda/capaian/2024.yaml": False,
        f"{KAB}/dinas/iku.yaml": False,
        f"{KAB}/setda/bagian-lain/iku.yaml": False,
        "kota/iku.yaml": False,
    }
    assert {path: found.needs(path) for path in files} == files


def load(folder: Path) -> tuple[Context | None, tuple[Problem, ...]]:
    loaded = load_laporan(folder, "indicators")
    problems = check(loaded, ACUAN)
    broken = loaded.laporan is None or any(one.is_error for one in problems)
    return None if broken else build_context(loaded.laporan, acuan=ACUAN), problems  # type: ignore[arg-type]


def diff(old: Path, new: Path, only: Scope) -> Diff:
    (before, old_problems), (after, new_problems) = load(old), load(new)
    return compare(before, after, problems=(old_problems, new_problems), scope=only)


@pytest.mark.parametrize("seed", range(6))
def test_a_partial_comparison_says_what_a_full_one_says(seed: int, tmp_path: Path) -> None:
    """Files of the older side are taken away, changed or added at random."""
    chance = random.Random(seed)
    old, new, partial = (tmp_path / name for name in ("lama", "baru", "sebagian"))
    shutil.copytree(CONTOH, old)
    shutil.copytree(CONTOH, new)
    files = sorted(path.relative_to(CONTOH).as_posix() for path in CONTOH.rglob("*.yaml"))
    results = [name for name in files if "/capaian/" in name]
    changed = set(chance.sample(results, 3))
    for name in changed:
        path = (old if chance.random() < 0.5 else new) / name
        text = path.read_text(encoding="utf-8")
        if chance.random() < 0.3:
            path.unlink()
        else:
            path.write_text(text.replace("realisasi: ", "realisasi: 1").replace("judul: LKjIP", "judul: Laporan"), encoding="utf-8")  # fmt: skip  # noqa: E501
    moved = new / KAB / "dinas-pendidikan"
    if seed % 2:
        changed |= {f"{KAB}/{nama}/{path.relative_to(moved).as_posix()}"
                    for path in moved.rglob("*.yaml")
                    for nama in ("dinas-pendidikan", "dinas-baru")}  # fmt: skip
        moved.rename(moved.with_name("dinas-baru"))
    after = load(new)[0]
    only = scope_of("indicators", changed)
    assert only.folders is not None
    if after:
        only = with_related(only, after.instansi)
    for path in old.rglob("*"):
        name = path.relative_to(old).as_posix()
        if path.is_file() and only.needs(name):
            (partial / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, partial / name)
    full, found = diff(old, new, EVERYTHING), diff(partial, new, only)
    if full.kendala is Obstacle.BASE:
        # What an older side with errors was not checked for is new everywhere, also out of scope.
        here = tuple(each for each in full.masalah_baru if only.includes_file(each.file))
        full = replace(full, masalah_baru=here)
    assert found == full
    assert full.pemda or full.kendala
