from datetime import date

import pytest

from iku_terbuka.capaian import days_late, report_due
from iku_terbuka.model import Instansi

PEMDA = Instansi("kabupaten-contoh", "Kabupaten Contoh")
DINAS = Instansi("kabupaten-contoh/dinas-contoh", "Dinas Contoh")


@pytest.mark.parametrize(
    ("instansi", "tahun", "batas"),
    [
        (DINAS, 2025, date(2026, 2, 28)),
        (DINAS, 2023, date(2024, 2, 29)),
        (PEMDA, 2025, date(2026, 3, 31)),
    ],
)
def test_two_months_for_an_instansi_three_for_the_pemda(
    instansi: Instansi, tahun: int, batas: date
) -> None:
    assert report_due(instansi, tahun) == batas


def test_a_unit_below_follows_its_parent() -> None:
    bagian = Instansi("kabupaten-contoh/sekretariat-daerah/bagian-hukum", "Bagian Hukum")
    assert report_due(bagian, 2025) is None
    assert days_late(bagian, 2025, date(2030, 1, 1)) == 0


def test_the_last_day_itself_is_not_late() -> None:
    assert days_late(DINAS, 2025, date(2026, 2, 28)) == 0
    assert days_late(DINAS, 2025, date(2026, 3, 1)) == 1
    assert days_late(DINAS, 2025, date(2025, 6, 1)) == 0
