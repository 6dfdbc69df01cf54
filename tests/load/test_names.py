"""A file or a folder of another name: the advice, followed literally, leads to the right data."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.load.names import meant_file
from iku_terbuka.source.problems import Problem
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write, iku

DINAS = "kabupaten-contoh/dinas-contoh"
BERKAS = {
    "kabupaten-contoh/pemda.yaml": PEMDA,
    f"{DINAS}/iku.yaml": iku(
        "      - id: satu\n        nama: Indikator satu\n        satuan: kegiatan\n"
        "        arah: naik\n        rumus_capaian: naik\n        penanggung_jawab: Bidang Contoh\n"
        "        target: {2025: 14}\n"
    ),
    f"{DINAS}/capaian/2025.yaml": (
        "tahun: 2025\nstatus: final\ncapaian:\n  satu:\n    realisasi: 13\n"
        "    sumber: {judul: LKjIP 2025}\n"
    ),
}

WORDS = re.compile(
    r"(?P<hapus>^Hapus berkas ini|^Hapus salinan ini)|Ganti namanya menjadi (?P<nama>\S+)\.$"
    r"|Pindahkan menjadi (?P<tempat>\S+)\.$"
)


def checked(root: Path) -> list[Problem]:
    return list(check(load_laporan(root, "indicators"), ACUAN))


def turuti(root: Path, problem: Problem) -> None:
    """Do literally what the advice says first."""
    path = root / problem.file.removeprefix("indicators/")
    found = WORDS.search(problem.hint)
    assert found, problem
    if found["hapus"]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif found["nama"]:
        path.rename(path.with_name(found["nama"]))
    else:
        target = path.parent / found["tempat"]
        target.parent.mkdir(exist_ok=True)
        path.rename(target)


def content(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yaml")
    }


def one_step(root: Path, sesudah: dict[str, str]) -> None:
    """One message, which when followed leads to these files."""
    problems = checked(root)
    assert len(problems) == 1, problems
    turuti(root, problems[0])
    assert content(root) == sesudah
    assert checked(root) == []


NAMA = ["{}.yml", "{}.YAML", "{} (1).yaml", "{} - Copy.yaml", "{} - Salinan.yaml"]
NAMA += ["{}-PC-KANTOR.yaml", "{}-DESKTOP-7A8B9C0.yaml", "{}_lama.yaml", "{}.yaml.txt", "{}.txt"]
NAMA += ["Copy of {}.yaml", "Salinan dari {}.yaml", "{}.yaml.yaml", "{} .yaml", "{},yaml"]
NAMA += ["{}_final_revisi.yaml", "{} - Copy (2).yaml", "{}"]


@pytest.mark.parametrize("nama", [*NAMA, "{}.yaml.bak", "{}.yaml~"])
@pytest.mark.parametrize("asli", ["iku.yaml", "capaian/2025.yaml"])
def test_the_only_file_is_renamed(write: Write, asli: str, nama: str) -> None:
    root = write(BERKAS)
    path = root / DINAS / asli
    path.rename(path.with_name(nama.format(path.stem)))
    one_step(root, BERKAS)


@pytest.mark.parametrize("nama", [*NAMA, "{}.yaml.bak", "{}.yaml.old", "{}.yaml~", "~${}.yaml"])
@pytest.mark.parametrize("asli", ["iku.yaml", "capaian/2025.yaml"])
def test_a_copy_beside_the_file_goes(write: Write, asli: str, nama: str) -> None:
    root = write(BERKAS)
    path = root / DINAS / asli
    copy = path.with_name(nama.format(path.stem))
    copy.write_text("rusak: [", encoding="utf-8")  # never read
    (problem,) = checked(root)
    assert f"yang dibaca {path.name}." in problem.message
    turuti(root, problem)
    assert content(root) == BERKAS
    assert checked(root) == []


def test_the_copy_may_be_the_better_one(write: Write) -> None:
    root = write(BERKAS)
    folder = root / DINAS / "capaian"
    newer = BERKAS[f"{DINAS}/capaian/2025.yaml"].replace("13", "14")
    (folder / "2025 (1).yaml").write_text(newer, encoding="utf-8")
    (problem,) = checked(root)
    assert problem.hint.endswith(
        "kalau isinya yang benar, hapus 2025.yaml, lalu ganti nama berkas ini menjadi 2025.yaml."
    )


def test_of_two_copies_without_the_file_one_is_chosen(write: Write) -> None:
    root = write(BERKAS)
    folder = root / DINAS / "capaian"
    shutil.copy(folder / "2025.yaml", folder / "2025 (1).yaml")
    (folder / "2025.yaml").rename(folder / "2025_lama.yaml")
    problems = checked(root)
    assert [problem.message for problem in problems] == ["Ada 2 berkas untuk 2025.yaml."] * 2
    (folder / "2025 (1).yaml").rename(folder / "2025.yaml")
    (folder / "2025_lama.yaml").unlink()
    assert checked(root) == []


@pytest.mark.parametrize(
    "nama",
    [
        *("capain", "capian", "Capaian", "CAPAIAN", "capaian 2025", "capaian-kinerja", "cpaian"),
        *("hasil", "Hasil", "realisasi", "kinerja", "2025", "laporan", "capaian_tahunan"),
    ],
)
def test_a_folder_of_results(write: Write, nama: str) -> None:
    root = write(BERKAS)
    (root / DINAS / "capaian").rename(root / DINAS / nama)
    one_step(root, BERKAS)


@pytest.mark.parametrize("nama", ["ikus", "IKU", "Iku", "iku-dinas", "keputusan"])
def test_a_folder_of_decrees(write: Write, nama: str) -> None:
    files = dict(BERKAS)
    files[f"{DINAS}/iku/2021.yaml"] = files.pop(f"{DINAS}/iku.yaml")
    root = write(files)
    (root / DINAS / "iku").rename(root / DINAS / nama)
    one_step(root, files)


def test_results_beside_the_decree_move(write: Write) -> None:
    root = write(BERKAS)
    (root / DINAS / "capaian" / "2025.yaml").rename(root / DINAS / "2025.yaml")
    (root / DINAS / "capaian").rmdir()
    one_step(root, BERKAS)


def test_a_second_folder_of_results_is_not_read(write: Write) -> None:
    root = write(BERKAS)
    shutil.copytree(root / DINAS / "capaian", root / DINAS / "capain")
    (problem,) = checked(root)
    assert problem.message == "Folder ini tidak dibaca; yang dibaca folder capaian."


@pytest.mark.parametrize(
    "nama", ["dinas-contoh - Copy", "dinas-contoh (1)", "Copy of dinas-contoh"]
)
def test_a_copy_of_an_instansi(write: Write, nama: str) -> None:
    root = write(BERKAS)
    shutil.copytree(root / DINAS, (root / DINAS).with_name(nama))
    one_step(root, BERKAS)


def _folder(name: str, *files: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        folder = root / DINAS / name
        folder.mkdir(parents=True)
        for file in files:
            (folder / file).write_text("instansi: Bidang\n", encoding="utf-8")

    return make


@pytest.mark.parametrize(
    "change",
    [
        # Villages and offices with such names, and decrees under the name that they may have.
        _folder("kampung-baru", "iku.yaml"),
        _folder("realisasi", "iku.yaml"),
        _folder("bidang-lama", "iku.yaml"),
        _folder("capaian-air", "iku.yaml"),
    ],
)
def test_no_false_alarm(write: Write, change: Callable[[Path], None]) -> None:
    root = write(BERKAS)
    _folder("kampung", "iku.yaml")(root)
    _folder("bidang", "iku.yaml")(root)
    change(root)
    assert checked(root) == []


@pytest.mark.parametrize(
    "nama",
    [
        *("2025-tw1.yaml", "2025 TW II.yaml", "2025-TRIWULAN-1.yaml", "2025-perubahan.yaml"),
        *("2018-1.yaml", "2025-2026.yaml", "target.yaml", "ikk.yaml", "README.md", "2025.xlsx"),
        *("12025.yaml", "iku.docx", "iku-2021.yaml", "ikut.yaml"),
    ],
)
def test_what_is_no_copy(nama: str) -> None:
    assert meant_file(nama) is None


def test_a_quarter_is_not_told_to_be_the_year(write: Write) -> None:
    root = write(BERKAS)
    (root / DINAS / "triwulan-1").mkdir()
    shutil.copy(root / DINAS / "capaian" / "2025.yaml", root / DINAS / "triwulan-1" / "2025.yaml")
    assert not any("capaian." in problem.hint for problem in checked(root))


def test_a_long_name_costs_little() -> None:
    for name in ("2025" + " -" * 120 + ".yaml", "iku" + " copy" * 45 + "!", "iku" + ".yaml" * 45):
        meant_file(name)
