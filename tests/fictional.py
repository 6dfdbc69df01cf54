"""Small fictional data for tests that need results, which the five documents do not have."""

from collections.abc import Callable
from pathlib import Path

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Laporan

PEMDA = """\
nama: Kabupaten Contoh
jenis: kabupaten
provinsi: Provinsi Contoh
kode_wilayah: "99.01"
"""

Write = Callable[[dict[str, str]], Path]


def iku(indikator: str, periode: str = "{awal: 2021, akhir: 2026}") -> str:
    """Return an iku.yaml with one sasaran; ``indikator`` are its list items, indented by 6."""
    return (
        f"instansi: Dinas Contoh\nperiode: {periode}\nsasaran:\n  - nama: Sasaran contoh\n"
        f"    indikator:\n{indikator}"
    )


def muat(write: Write, indikator: str, **capaian: str) -> Laporan:
    """Load one instansi with ``indikator`` and results by year, ``t2024="x: {realisasi: 1}"``."""
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku(indikator),
    }
    for key, body in capaian.items():
        year = key.removeprefix("t")
        files[f"kabupaten-contoh/dinas-contoh/capaian/{year}.yaml"] = (
            f"tahun: {year}\nstatus: final\ncapaian:\n  {body}\n"
        )
    loaded = load_laporan(write(files))
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return loaded.laporan


def one_indikator(write: Write, fields: str, **capaian: str) -> Indikator:
    """Load the indicator ``x`` with more ``fields``, one per line without indentation."""
    lines = "".join(f"        {line}\n" for line in fields.strip().splitlines())
    laporan = muat(write, f"      - id: x\n        nama: Indikator contoh\n{lines}", **capaian)
    return next(laporan.all_indikator())
