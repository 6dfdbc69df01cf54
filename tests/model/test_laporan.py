"""An indicator through its decrees: each year is read against the decree in force in it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Laporan
from tests.fictional import PEMDA, iku

DINAS = "kabupaten-contoh/dinas-contoh"


def keputusan(awal: int, akhir: int, *indikator: str) -> str:
    rows = "".join(f"      - {each}\n" for each in indikator)
    return (
        f"instansi: Dinas Contoh {awal}\nperiode: {{awal: {awal}, akhir: {akhir}}}\n"
        f"sasaran:\n  - nama: Sasaran {awal}\n    indikator:\n{rows}"
    )


@pytest.fixture
def laporan(write: Callable[[dict[str, str]], Path]) -> Laporan:
    """Two decrees with a year in between that none is for, and results in three years."""
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku/2028.yaml": keputusan(
                *(2028, 2030),
                "{id: baru, nama: Baru}",
                "{id: tetap, nama: Nama kedua, target: {2028: 80, 2029: 85}}",
            ),
            f"{DINAS}/iku/2021.yaml": keputusan(
                *(2021, 2026),
                "{id: tetap, nama: Nama pertama, target: {2025: 70.0, 2026: 75}}",
                "{id: lama, nama: Lama}",
            ),
            f"{DINAS}/capaian/2028.yaml": "tahun: 2028\ncapaian:\n  tetap: {realisasi: 81}\n",
            f"{DINAS}/capaian/2025.yaml": (
                "tahun: 2025\ncapaian:\n  lama: {realisasi: 1}\n  tetap: {realisasi: 71.50}\n"
            ),
        }
    )
    loaded = load_laporan(root)
    assert loaded.laporan is not None, loaded.problems
    return loaded.laporan


@pytest.fixture
def tetap(laporan: Laporan) -> Indikator:
    return next(each for each in laporan.all_indikator() if each.id == "tetap")


def test_the_newest_decree_names_instansi_and_indicator(laporan: Laporan, tetap: Indikator) -> None:
    (dinas,) = laporan.pemda[0].instansi.anak
    assert dinas.nama == "Dinas Contoh 2028"
    assert dinas.terbaru is not None
    assert dinas.terbaru.iku.instansi == "Dinas Contoh 2028"
    assert tetap.nama == "Nama kedua"
    assert [each.definisi.nama for each in tetap.penetapan] == ["Nama pertama", "Nama kedua"]


def test_indicators_stand_in_the_order_of_the_newest_decree(laporan: Laporan) -> None:
    assert [each.id for each in laporan.all_indikator()] == ["baru", "tetap", "lama"]


@pytest.mark.parametrize(
    ("tahun", "sasaran", "target"),
    [
        (2020, None, None),
        (2021, "Sasaran 2021", None),
        (2025, "Sasaran 2021", "70.0"),
        (2026, "Sasaran 2021", "75"),
        (2027, "Sasaran 2021", None),
        (2028, "Sasaran 2028", "80"),
        (2030, "Sasaran 2028", None),
        (2031, "Sasaran 2028", None),
    ],
)
def test_a_year_belongs_to_the_decree_in_force(
    tetap: Indikator, tahun: int, sasaran: str | None, target: str | None
) -> None:
    berlaku, nilai = tetap.berlaku(tahun), tetap.target(tahun)
    assert (berlaku and berlaku.sasaran.nama) == sasaran
    assert (nilai and str(nilai.nilai)) == target


def test_results_meet_the_indicator_across_decrees(tetap: Indikator) -> None:
    realisasi = {tahun: hasil.realisasi for tahun, hasil in tetap.hasil.items()}
    assert {tahun: nilai and nilai.nilai for tahun, nilai in realisasi.items()} == {
        2025: Decimal("71.50"),
        2028: Decimal(81),
    }
    assert tetap.lokasi_hasil[2025].berkas.endswith("capaian/2025.yaml")
    assert tetap.lokasi_hasil[2025].baris == 4


def test_years_with_a_target_or_a_result_are_named(tetap: Indikator) -> None:
    assert tetap.tahun == (2025, 2026, 2028, 2029)


def test_years_of_the_period_are_named_where_no_target_is_read(
    write: Callable[[dict[str, str]], Path],
) -> None:
    rows = (
        "      - {id: tanpa, nama: Tanpa target}\n"
        "      - {id: celah, nama: Berlubang, target: {2022: 1, 2024: 2}}\n"
        '      - {id: sisa, nama: Sisa, target: {2024: 2}, nilai_tercetak: ["1", "2", "2"]}\n'
    )
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku.yaml": iku(rows, "{awal: 2021, akhir: 2025}"),
        }
    )
    laporan = load_laporan(root).laporan
    assert laporan is not None
    years = {each.id: each.tahun for each in laporan.all_indikator()}
    whole = (2021, 2022, 2023, 2024, 2025)
    assert years == {"tanpa": whole, "celah": (2022, 2023, 2024), "sisa": whole}


def test_each_decree_knows_the_line_of_the_indicator(tetap: Indikator) -> None:
    assert [(each.lokasi.berkas, each.lokasi.baris) for each in tetap.penetapan] == [
        (f"indicators/{DINAS}/iku/2021.yaml", 6),
        (f"indicators/{DINAS}/iku/2028.yaml", 7),
    ]


def test_an_indicator_of_the_old_decree_only_is_not_in_force_later(laporan: Laporan) -> None:
    lama = next(each for each in laporan.all_indikator() if each.id == "lama")
    assert lama.berlaku(2025) is not None
    assert lama.berlaku(2028) is None


def test_a_decree_without_a_period_is_in_force_always(
    write: Callable[[dict[str, str]], Path],
) -> None:
    root = write(
        {
            "kabupaten-contoh/pemda.yaml": PEMDA,
            f"{DINAS}/iku.yaml": (
                "instansi: Dinas Contoh\nsasaran:\n  - nama: Sasaran\n"
                "    indikator: [{id: satu, nama: Satu}]\n"
            ),
            f"{DINAS}/capaian/2019.yaml": "tahun: 2019\ncapaian:\n  satu: {realisasi: 1}\n",
        }
    )
    laporan = load_laporan(root).laporan
    assert laporan is not None
    (each,) = laporan.all_indikator()
    assert each.berlaku(1999) is each.terbaru
    assert each.target(2019) is None
    assert each.tahun == (2019,)
