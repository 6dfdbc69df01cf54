"""A build that takes pages from before writes the same bytes as one that makes them all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import build
from generator.mkdocs_plugin.halaman import HalamanNanti
from generator.mkdocs_plugin.muat import SIMPANAN
from generator.simpanan import Simpanan
from tests.conftest import AKAR, EPOCH
from tests.mkdocs_plugin.test_kulit import beda, proyek

DINAS = "indicators/kabupaten-contoh/dinas-lingkungan-hidup-rekaan"


@pytest.fixture
def dibuat(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were made, and not taken from before."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    made: list[str] = []
    jadi = HalamanNanti._jadi
    monkeypatch.setattr(
        HalamanNanti, "_jadi", lambda self, *a: made.append(self.file.src_uri) or jadi(self, *a)
    )
    return made


def ubah(path: Path, lama: str, baru: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert lama in text
    path.write_text(text.replace(lama, baru, 1), encoding="utf-8")


def test_only_what_changed_is_made_again_and_the_bytes_are_those_of_a_clean_build(
    tmp_path: Path, dibuat: list[str]
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=True, sebagian=True)
    root = config.parent
    build(config, tmp_path / "awal", None)
    everything = len(dibuat)
    dibuat.clear()
    build(config, tmp_path / "sama", None)
    assert dibuat == []
    assert beda(tmp_path / "awal", tmp_path / "sama") == []

    year = root / DINAS / "capaian/2024.yaml"
    some = range(1, everything)
    changes = {
        "angka": (year, "realisasi: ", "realisasi: 1", some),
        "definisi": (root / DINAS / "iku/2024.yaml", "nama: ", "nama: Angka ", some),
        "tema": (root / "theme/main.html", "Laporkan kesalahan", "Laporkan", range(1)),
        "istilah": (root / "content/glosarium/index.md", "IKU", "I.K.U.", [everything]),
        "opsi": (root / "mkdocs.yml", "site_name: IKU Terbuka", "site_name: Kinerja", [everything]),
    }
    for nama, (path, lama, baru, expected) in changes.items():
        ubah(path, lama, baru)
        dibuat.clear()
        build(config, tmp_path / nama, None)
        assert len(dibuat) in expected, nama
        shutil.rmtree(root / SIMPANAN)
        build(config, tmp_path / f"{nama}-bersih", None)
        assert beda(tmp_path / nama, tmp_path / f"{nama}-bersih") == [], nama


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "tampak"),
    [
        ("templates/indikator.md.j2", "Arti dan alasan", "Arti dan sebab", "Arti dan sebab"),
        ("charts/canvas.py", "NILAI = (14, 400)", "NILAI = (15, 400)", "font-size:15px"),
    ],
)
def test_another_version_of_the_program_takes_nothing_of_the_old(
    tmp_path: Path, berkas: str, lama: str, baru: str, tampak: str
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    shutil.copytree(AKAR / "generator", tmp_path / "program/generator")

    def bangun(out: str) -> str:
        environ = os.environ | {"PYTHONPATH": str(tmp_path / "program"), "SOURCE_DATE_EPOCH": EPOCH}
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / out)]
        subprocess.run(command, cwd=config.parent, env=environ, check=True, capture_output=True)
        pages = (tmp_path / out / "kabupaten-contoh").rglob("index.html")
        return "".join(page.read_text(encoding="utf-8") for page in pages)

    assert tampak not in bangun("awal")
    ubah(tmp_path / "program/generator" / berkas, lama, baru)
    assert tampak in bangun("baru")
    shutil.rmtree(config.parent / SIMPANAN)
    bangun("bersih")
    assert beda(tmp_path / "baru", tmp_path / "bersih") == []


def test_what_came_with_the_repository_is_not_trusted(
    tmp_path: Path, dibuat: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = proyek(tmp_path / "proyek", lengkap=False, sebagian=True)
    root = config.parent
    build(config, tmp_path / "awal", None)
    store = Simpanan(root / SIMPANAN)
    for entry in (path for path in (root / SIMPANAN).rglob("*") if path.is_file()):
        kunci = entry.parent.name + entry.name
        kept = store.baca(kunci)
        assert kept
        store.tulis(kunci, kept.replace("Lingkungan", "Palsu"))
    build(config, tmp_path / "dipercaya", None)
    assert beda(tmp_path / "awal", tmp_path / "dipercaya"), "the forgery works where it is trusted"

    for command in (["init", "-q"], ["add", "-f", SIMPANAN]):
        subprocess.run(["git", *command], cwd=root, check=True)
    build(config, tmp_path / "dari-repositori", None)
    assert beda(tmp_path / "awal", tmp_path / "dari-repositori") == []
