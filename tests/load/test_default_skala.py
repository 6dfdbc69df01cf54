"""The scales that come with the program: read where data name them, behind those of the project."""

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.fictional import PEMDA, Write, iku

DINAS = "kabupaten-contoh/dinas-contoh"
FILES = {
    "kabupaten-contoh/pemda.yaml": PEMDA + "skala_capaian: permendagri-86-2017\n",
    f"{DINAS}/iku.yaml": iku("      - id: mutu\n        nama: Mutu\n        skala: sakip\n"),
}
OWN = (
    "nama: Skala sendiri\njenis: nilai\nsumber: Rekaan untuk tes\nkepastian: terbaca\n"
    "terendah: 0\ntertinggi: 100\npembulatan: 0.01\nkelas:\n"
    "  - {predikat: B, mulai: 0, sampai: 100}\n"
)


def test_a_scale_that_is_named_comes_with_the_program(write: Write) -> None:
    loaded = load_laporan(write(FILES))
    assert loaded.laporan is not None, loaded.problems
    assert sorted(loaded.laporan.skala) == ["permendagri-86-2017", "sakip"]
    assert loaded.skala_files["sakip"] == "skala bawaan/sakip.yaml"
    assert all(path.startswith("indicators/") for path in loaded.texts)
    assert not any(problem.file.startswith("skala bawaan") for problem in check(loaded, None))


def test_a_scale_of_the_project_wins(write: Write) -> None:
    loaded = load_laporan(write({**FILES, "skala/sakip.yaml": OWN}))
    assert loaded.laporan is not None, loaded.problems
    assert loaded.laporan.skala["sakip"].nama == "Skala sendiri"
    assert loaded.skala_files["sakip"] == "indicators/skala/sakip.yaml"


def test_a_broken_scale_of_the_project_is_not_replaced(write: Write) -> None:
    loaded = load_laporan(write({**FILES, "skala/sakip.yaml": "nama: Sakip\n"}))
    assert loaded.laporan is None
    assert {problem.file for problem in loaded.problems} == {"indicators/skala/sakip.yaml"}


def test_an_unknown_scale_is_told_with_those_that_are_there(write: Write) -> None:
    (problem,) = load_laporan(
        write({**FILES, "kabupaten-contoh/pemda.yaml": PEMDA + "skala_capaian: tidak-ada\n"})
    ).problems
    assert "Skala bawaan: ada-tidak-ada, " in problem.hint
