"""Equal fingerprints mean equal files: whatever changes a file changes its fingerprint."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.context.forge import find_forge
from iku_terbuka.context.lisensi import find_lisensi
from iku_terbuka.history import Commit, History
from iku_terbuka.load import load_laporan
from iku_terbuka.publish.fingerprint import (
    DataFingerprints,
    Fingerprints,
    data_fingerprints,
    fingerprint,
    site_fingerprint,
)
from iku_terbuka.site import Site
from tests.cascade import KAB, cascade
from tests.conftest import ACUAN, CONTOH
from tests.fictional import Write

DINAS = "kabupaten-contoh/dinas-kesehatan"
LISTED = "https://contoh.example/lkjip-2024.pdf"
FORGE = find_forge("https://github.com/contoh/iku", "main", "")


def test_a_fingerprint_tells_where_one_text_ends() -> None:
    assert fingerprint("ab", "c") == fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab", "c") != fingerprint("abc")


def test_an_instansi_depends_on_its_folder_and_on_the_names_above() -> None:
    texts = {
        "skala/x.yaml": "1",
        "pemda/pemda.yaml": "1",
        "pemda/iku.yaml": "1",
        "pemda/capaian/2024.yaml": "1",
        "pemda/dinas/iku/2021.yaml": "1",
        "pemda/dinas/bidang/iku.yaml": "1",
        "pemda/dinas-lain/iku.yaml": "1",
    }
    nodes = {"pemda", "pemda/dinas", "pemda/dinas/bidang", "pemda/dinas-lain"}

    def all_of(texts: dict[str, str]) -> dict[tuple[str, bool], str]:
        data = DataFingerprints(texts.items(), nodes)
        return {(id_, below): data.of(id_, below=below) for id_ in nodes for below in (False, True)}

    before = all_of(texts)
    changed = {
        path: {key for key, made in all_of({**texts, path: "2"}).items() if made != before[key]}
        for path in texts
    }
    everywhere = set(before)
    assert changed["skala/x.yaml"] == everywhere
    assert changed["pemda/pemda.yaml"] == changed["pemda/iku.yaml"] == everywhere
    assert changed["pemda/capaian/2024.yaml"] == {("pemda", False), ("pemda", True)}
    assert changed["pemda/dinas/bidang/iku.yaml"] == {
        *(("pemda/dinas/bidang", False), ("pemda/dinas/bidang", True)),
        *(("pemda/dinas", True), ("pemda", True)),
    }
    assert ("pemda/dinas/bidang", False) in changed["pemda/dinas/iku/2021.yaml"]
    assert ("pemda/dinas", True) not in changed["pemda/dinas-lain/iku.yaml"]
    gone = {path: text for path, text in texts.items() if path != "pemda/dinas/bidang/iku.yaml"}
    assert all_of(gone)["pemda/dinas", True] != before["pemda/dinas", True]
    data = DataFingerprints(texts.items(), nodes)
    assert data.of("") != DataFingerprints({**texts, "skala/x.yaml": "2"}.items(), nodes).of("")


@dataclass(frozen=True)
class State:
    """What every planned file holds, and its fingerprint, by path."""

    contents: dict[str, str]
    fingerprints: dict[str, str]


def state(root: Path, change: Callable[[Context], Context] = lambda context: context) -> State:
    loaded = load_laporan(root)
    assert loaded.laporan, loaded.problems
    context = change(replace(build_context(loaded.laporan, acuan=ACUAN), forge=FORGE))
    texts = {path.removeprefix(f"{root.name}/"): text for path, text in loaded.texts.items()}
    day = context.acuan.isoformat() if context.acuan else ""
    made_from = Fingerprints(data_fingerprints(context, texts), site_fingerprint(context), day)
    plans = [
        plan
        for plan in Site(context, {}).plans()
        if not plan.path.endswith((".xlsx", ".png", ".zip"))  # slow; made of the same values
    ]
    return State(
        {plan.path: repr(plan.make()) for plan in plans},
        {plan.path: made_from.of(plan) for plan in plans},
    )


def changed_files(before: State, after: State) -> set[str]:
    """Return the files that changed, each of which must have another fingerprint."""
    changed = {p for p, text in after.contents.items() if before.contents.get(p) != text}
    kept = {p for p in changed if before.fingerprints.get(p) == after.fingerprints[p]}
    assert not kept, "these changed, and would be taken from before"
    return changed


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    root = tmp_path_factory.mktemp("sidik") / "indicators"
    shutil.copytree(CONTOH, root)
    for instansi in (root / "kabupaten-contoh").glob("*/iku*"):
        if instansi.parent.name not in {Path(DINAS).name, "sekretariat-daerah"}:
            shutil.rmtree(instansi.parent)
    shutil.rmtree(root / "kabupaten-contoh/dokumen")
    register = f"- {{jenis: LKjIP, tahun: 2024, tautan: {LISTED}}}\n"
    (root / DINAS / "daftar-dokumen.yaml").write_text(register, encoding="utf-8")
    return root, state(root)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kabupaten-contoh/pemda.yaml", "Kabupaten Contoh", "Kabupaten Misal"),
        ("kabupaten-contoh/iku.yaml", "nama: ", "nama: Angka baru "),
        ("kabupaten-contoh/capaian/2024.yaml", "realisasi: ", "realisasi: 1"),
        (f"{DINAS}/iku.yaml", "instansi: ", "instansi: Badan "),
        ("kabupaten-contoh/sekretariat-daerah/iku.yaml", "instansi: ", "instansi: Kantor "),
        ("kabupaten-contoh/sekretariat-daerah/iku.yaml", "makna: ", "makna: Lain. "),
        (f"{DINAS}/capaian/2024.yaml", "realisasi: ", "realisasi: 1"),
        (f"{DINAS}/daftar-dokumen.yaml", "tahun: 2024", "tahun: 2023"),
        (f"{DINAS}/capaian/2023.yaml", "judul: ", "judul: Salinan "),
        (f"{DINAS}/capaian/2024.yaml", "tahun: 2024", "\ntahun: 2024"),  # pages name lines
        ("skala/sakip.yaml", "predikat: BB", "predikat: XX"),
        ("skala/permendagri-86-2017.yaml", "predikat: ", "predikat: Amat "),
    ],
)
def test_no_file_changes_under_the_same_fingerprint(
    start: tuple[Path, State], file: str, old: str, new: str
) -> None:
    root, before = start
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        assert changed_files(before, state(root))
    finally:
        path.write_text(text, encoding="utf-8")


def test_one_number_leaves_the_other_instansi_alone(start: tuple[Path, State]) -> None:
    root, before = start
    path = root / f"{DINAS}/capaian/2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("realisasi: ", "realisasi: 1", 1), encoding="utf-8")
    try:
        after = state(root)
    finally:
        path.write_text(text, encoding="utf-8")
    touched = {p for p, made in after.fingerprints.items() if before.fingerprints[p] != made}
    others = {p for p in touched if p.count("/") > 1 and p.startswith("kabupaten-contoh/")}
    assert others
    assert all(p.startswith(f"{DINAS}/") for p in others)


def test_what_supports_an_indicator_is_told_on_its_page(write: Write) -> None:
    """The page of one instansi then shows the status and the name of another."""
    files = cascade()
    before = state(write(files))
    upper = f"{KAB}/mutu-hidup/index.html"
    results, decree = f"{KAB}/dinas-kesehatan/capaian/2025.yaml", f"{KAB}/dinas-kesehatan/iku.yaml"
    for file, old, new in (
        (results, "realisasi: 75", "realisasi: 85"),
        (decree, "nama: Indikator kematian", "nama: Angka kematian"),
        (decree, "instansi: Dinas", "instansi: Badan"),
    ):
        changed = {**files, file: files[file].replace(old, new, 1)}
        assert files[file] != changed[file]
        assert upper in changed_files(before, state(write(changed)))
    other = f"{KAB}/dinas-pendidikan/capaian/2025.yaml"
    changed = {**files, other: files[other].replace("realisasi: 75", "realisasi: 85", 1)}
    after = state(write(changed))
    assert before.fingerprints[upper] == after.fingerprints[upper]


@pytest.mark.parametrize(
    "change",
    [
        lambda context: replace(context, commit="0123456789"),
        lambda context: replace(context, site_name="Kinerja Contoh"),
        lambda context: replace(context, site_url="https://iku.contoh.example/"),
        lambda context: replace(context, history=History(note="Tidak lengkap.")),
        lambda context: replace(context, lisensi=find_lisensi("CC-BY-4.0")),
        lambda context: replace(
            context, forge=find_forge("https://gitlab.com/contoh/iku", "main", "")
        ),
        lambda context: build_context(context.laporan, acuan=date(2020, 1, 1)),
        lambda context: context.with_history(History(since={DINAS: date(2024, 1, 2)}, note=""), ()),
        lambda context: context.with_history(
            History(listed={LISTED: date(2024, 1, 2)}, note=""), ()
        ),
    ],
)
def test_options_and_the_past_count_too(
    start: tuple[Path, State], change: Callable[[Context], Context]
) -> None:
    root, before = start
    assert changed_files(before, state(root, change))


def test_the_next_day_and_a_commit_elsewhere_change_only_what_names_the_day(
    start: tuple[Path, State],
) -> None:
    root, _ = start
    files = [p.relative_to(root).as_posix() for p in root.rglob("*.yaml")]
    known = Commit("a" * 40, date(2026, 1, 2), "Awal")
    past = History(since={}, note="", files=dict.fromkeys(files, known))

    def on(day: date, commit: str) -> State:
        return state(
            root,
            lambda context: build_context(context.laporan, acuan=day).with_history(
                replace(past, commit=commit), files
            ),
        )

    first, next_day = on(date(2026, 3, 31), "b" * 40), on(date(2026, 4, 1), "c" * 40)
    assert changed_files(first, next_day) <= {"kelengkapan/kabupaten-contoh/index.html"}
    kept = {p for p, made in next_day.fingerprints.items() if first.fingerprints[p] == made}
    assert len(kept) >= len(first.contents) - 1
    assert changed_files(first, on(date(2027, 1, 1), "c" * 40)), "another year is another status"


def test_every_field_of_the_site_was_thought_of() -> None:
    """A new field that pages show must be named in ``site_fingerprint``, then here."""
    counted = {
        *(
            "root",
            "forge",
            "site_url",
            "kartu_indikator",
            "site_name",
            "kontak",
            "warna",
            "lisensi",
        ),
        "acuan",  # its year; the day where a plan is dated
    }
    # Fingerprints of the data hold these, or what they are made from.
    data = {"laporan", "instansi", "_pemda", "_pengukuran", "history", "commit", "_states", "pohon"}
    assert {field.name for field in fields(Context)} == counted | data


def test_the_past_counts_whatever_the_folders_are_called() -> None:
    """A folder of an instansi may have any name; what is told of the past stands in no folder."""
    texts = {"pemda/@history": "1", "pemda/history/iku.yaml": "1", "pemda/riwayat/iku.yaml": "1"}
    nodes = {"pemda", "pemda/history", "pemda/riwayat"}

    def own(past: str) -> str:
        return DataFingerprints({**texts, "pemda/@history": past}.items(), nodes).of("pemda")

    assert own("1") != own("2")
