"""One indicator with its results, and what the check says about it."""

from collections.abc import Mapping

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from iku_terbuka.source.problems import Problem
from tests.fictional import PEMDA, Write, iku

COMPLETE = {"id": "x", "nama": "Indikator contoh", "penanggung_jawab": "Bidang Contoh"}


def checked(
    write: Write, fields: str, hasil: Mapping[int, str] | None = None, status: str = "final"
) -> tuple[Problem, ...]:
    """Check an indicator with ``fields``, one a line, and by year the keys of its results."""
    given = fields.strip().splitlines()
    keys = {line.partition(":")[0] for line in given}
    lines = [f"{key}: {value}" for key, value in COMPLETE.items() if key not in keys] + given
    item = "\n".join(f"        {line}" for line in lines).replace("        ", "      - ", 1)
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas-contoh/iku.yaml": iku(f"{item}\n"),
    }
    for tahun, body in (hasil or {}).items():
        files[f"kabupaten-contoh/dinas-contoh/capaian/{tahun}.yaml"] = (
            f"tahun: {tahun}\nstatus: {status}\ncapaian:\n"
            f"  x: {{{body}, sumber: {{judul: LKjIP}}}}\n"
        )
    return check(load_laporan(write(files)))


def codes(found: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in found]
