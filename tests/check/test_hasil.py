"""When a result is overdue: after the limit, for a Pemda that publishes here itself, by a date."""

from datetime import date

import pytest

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.fictional import PEMDA, Write, iku

INDIKATOR = """\
      - id: x
        nama: X
        satuan: persen
        arah: naik
        penanggung_jawab: Bidang Contoh
        target: {2023: 80}
"""


def lateness(
    write: Write, acuan: date | None, *, resmi: bool = True, dinas: bool = True
) -> list[str]:
    """Return how late the results of 2023 are called."""
    folder = "kabupaten-contoh/dinas-contoh" if dinas else "kabupaten-contoh"
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA + ("resmi: true\n" if resmi else ""),
        f"{folder}/iku.yaml": iku(INDIKATOR),
    }
    found = check(load_laporan(write(files)), acuan)
    assert {one.code for one in found} <= {"hasil-terlambat"}
    return [one.message.rpartition(", ")[2] for one in found]


@pytest.mark.parametrize(
    ("acuan", "dinas", "said"),
    [
        (date(2024, 2, 29), True, []),
        (date(2024, 3, 1), True, ["terlambat 1 hari."]),
        (date(2024, 3, 31), False, []),
        (date(2024, 4, 1), False, ["terlambat 1 hari."]),
        (date(2025, 4, 1), True, ["terlambat 397 hari."]),
        (None, True, []),
    ],
)
def test_the_limit_is_two_months_for_an_instansi_and_three_for_the_pemda(
    write: Write, acuan: date | None, dinas: bool, said: list[str]
) -> None:
    assert lateness(write, acuan, dinas=dinas) == said


def test_a_copy_is_never_late(write: Write) -> None:
    assert lateness(write, date(2025, 4, 1), resmi=False) == []
