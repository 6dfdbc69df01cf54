"""Two sides of a comparison, loaded from small fictional data."""

from click.testing import CliRunner, Result

from iku_terbuka.cli.commands import iku
from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import Diff, Revision, Sides, compare, diff_text
from iku_terbuka.load import load_laporan
from tests.conftest import ACUAN
from tests.fictional import PEMDA, Write
from tests.repository import Repository

SIDES = Sides(Revision("main", "a" * 40), Revision("usulan", "b" * 40))
HUKUM = "kabupaten-contoh/bagian-hukum"
IKU = """\
instansi: Bagian Hukum
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Meningkatnya layanan hukum
    indikator:
      - id: kepuasan
        nama: Tingkat kepuasan layanan hukum
        satuan: persen
        arah: naik
        rumus_capaian: naik
        makna: Kepuasan warga atas layanan hukum
        target: {2024: 86, 2025: 88, 2026: 90}
      - id: produk-hukum
        nama: Produk hukum yang selesai
        satuan: dokumen
        target: {2024: 10}
"""
HASIL = """\
tahun: 2024
status: sementara
capaian:
  kepuasan:
    realisasi: 81.2
    sumber: {judul: LKjIP 2024}
"""
BASE = {
    "kabupaten-contoh/pemda.yaml": PEMDA,
    f"{HUKUM}/iku.yaml": IKU,
    f"{HUKUM}/capaian/2024.yaml": HASIL,
}


def measured(write: Write, files: dict[str, str]) -> Context:
    loaded = load_laporan(write(files))
    assert loaded.laporan is not None, [str(problem) for problem in loaded.problems]
    return build_context(loaded.laporan, acuan=ACUAN)


def replaced(
    name: str, *pairs: tuple[str, str], files: dict[str, str] | None = None
) -> dict[str, str]:
    """Return the files with words of one of them replaced; each must be there."""
    files = dict(BASE if files is None else files)
    for old, new in pairs:
        assert old in files[name], old
        files[name] = files[name].replace(old, new, 1)
    return files


def diff(
    write: Write,
    new: dict[str, str],
    old: dict[str, str] | None = None,
    ralat: frozenset[str] = frozenset(),
) -> Diff:
    before = measured(write, BASE if old is None else old)
    return compare(before, measured(write, new), ralat=ralat)


def shown_lines(found: Diff) -> list[str]:
    """Return what a terminal shows below the two lines of the head."""
    return diff_text(found, SIDES).splitlines()[2:]


def first_line(found: Diff) -> str:
    return diff_text(found, SIDES).splitlines()[0]


def run_diff(repo: Repository, *args: str) -> Result:
    """Run ``iku diff`` on the data of a repository."""
    command = ("diff", "--indicators", str(repo.data), *args)
    return CliRunner().invoke(iku, command, standalone_mode=False)
