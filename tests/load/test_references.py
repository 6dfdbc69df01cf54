"""Files that refer to each other: one decree for many, agreements, programmes, the register."""

from datetime import date
from decimal import Decimal

import pytest

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, Pemda
from iku_terbuka.model.bagian_tahun import Cara, PembagianTahun
from tests.conftest import RENCANA


@pytest.fixture(scope="module")
def pemda() -> Pemda:
    loaded = load_laporan(RENCANA)
    assert loaded.laporan is not None, loaded.problems
    return loaded.laporan.pemda[0]


@pytest.fixture(scope="module")
def dinas(pemda: Pemda) -> Instansi:
    return next(each for each in pemda.instansi.anak if each.id.endswith("kebencanaan"))


def test_one_decree_is_behind_every_instansi_that_names_it(pemda: Pemda) -> None:
    (name,) = pemda.dokumen
    assert name == "perbup-12-2025"
    for instansi in pemda.instansi.descendants():
        assert instansi.terbaru is not None
        assert instansi.terbaru.dasar_hukum[0].nomor == "12 Tahun 2025"
        assert str(instansi.terbaru.dasar_hukum[0].tanggal) == "2025-08-19"


def test_a_decree_of_its_own_stands_beside_the_shared_one(dinas: Instansi) -> None:
    assert dinas.terbaru is not None
    assert [dasar.nomor for dasar in dinas.terbaru.dasar_hukum] == ["12 Tahun 2025", "5/SK/2025"]


def test_the_years_of_the_shared_decree_are_those_of_who_names_it(dinas: Instansi) -> None:
    assert dinas.terbaru is not None
    assert dinas.terbaru.iku.periode is not None
    assert dinas.terbaru.iku.periode.tahun == (2025, 2026, 2027, 2028, 2029)


@pytest.mark.parametrize(
    ("acuan", "target"),
    [
        (date(2025, 12, 1), None),  # not signed yet: the target of the decree counts
        (date(2026, 8, 31), "75.35"),
        (date(2026, 9, 1), "75.50"),
        (None, "75.50"),
    ],
)
def test_the_last_version_of_the_day_counts(
    dinas: Instansi, acuan: date | None, target: str | None
) -> None:
    found = _indikator(dinas, "nilai-sakip").target_pk(2026, acuan)
    assert (str(found.nilai) if found else None) == target


def _indikator(dinas: Instansi, indikator_id: str) -> Indikator:
    return next(each for each in dinas.indikator if each.id == indikator_id)


def test_what_an_amendment_does_not_name_stays(dinas: Instansi) -> None:
    agreement = dinas.perjanjian_kinerja[2026]
    spm = _indikator(dinas, "spm").target_pk(2026)
    assert spm is not None
    assert spm.cara is Cara.KUMULATIF
    quarters = spm.bagian[PembagianTahun.TRIWULAN]
    assert [str(part.nilai) for part in quarters.values()] == ["0", "50", "67", "100"]
    assert _indikator(dinas, "spm").target_pk(2027) is None
    before, after = agreement.program(date(2026, 2, 1)), agreement.program(None)
    assert [program.nama for program in before] == [program.nama for program in after]
    assert [program.pagu for program in before] == [Decimal(5294655000), Decimal(827924000)]
    assert [program.pagu for program in after] == [Decimal(5294655000), Decimal(700000000)]


def test_evaluation_register_and_spending_are_read(dinas: Instansi) -> None:
    assert str(dinas.evaluasi[2025].total) == "75.35"
    assert [entry.tahun_dokumen for entry in dinas.daftar_dokumen] == [
        (2025, 2026, 2027, 2028, 2029),
        (2026,),
        (2025,),
    ]
    assert dinas.capaian is not None
    assert dinas.capaian[2025].program["1.05.03"].realisasi == Decimal(700500000)
