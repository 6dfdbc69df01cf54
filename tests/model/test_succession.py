"""Plans that follow each other: which decree counts in a year, and what the others promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iku_terbuka.load import load_laporan
from iku_terbuka.model import Indikator, Instansi, as_of
from tests.fictional import PEMDA

DINAS = "kabupaten-contoh/dinas-contoh"

_FIRST = """\
instansi: Dinas PMD
periode: {awal: 2016, akhir: 2021}
sasaran:
  - nama: Desa makin mandiri
    indikator:
      - {id: desa, nama: Desa mandiri, satuan: desa, target: {2017: 10, 2018: 20, 2020: 40}}
      - {id: lama, nama: Desa terang, satuan: desa, target: {2017: 5, 2019: 7}}
"""
_AMENDMENT = """\
instansi: Dinas Desa
periode: {awal: 2016, akhir: 2021}
sasaran:
  - nama: Desa makin mandiri
    indikator:
      - {id: baru, nama: Desa digital, satuan: desa, target: {2016: 0, 2019: 3}}
      - {id: desa, nama: Desa mandiri, satuan: desa, target: {2017: 11, 2018: 12, 2019: 25}}
"""


@pytest.fixture
def dinas(write: Callable[[dict[str, str]], Path]) -> Callable[..., Instansi]:
    """Return a function that loads an instansi with these decrees, as seen from a year."""

    def load(decrees: dict[str, str], kini: int | None = None) -> Instansi:
        files = {f"{DINAS}/iku/{name}.yaml": text for name, text in decrees.items()}
        root = write({"kabupaten-contoh/pemda.yaml": PEMDA, **files})
        loaded = load_laporan(root)
        assert loaded.laporan is not None
        assert [problem for problem in loaded.problems if problem.is_error] == []
        laporan = as_of(loaded.laporan, kini) if kini else loaded.laporan
        return laporan.pemda[0].instansi.anak[0]

    return load


def _amended(dinas: Callable[..., Instansi], **more: str) -> dict[str, Indikator]:
    node = dinas({"2016": _FIRST, "2018": _AMENDMENT, **more})
    return {indikator.id: indikator for indikator in node.indikator}


@pytest.mark.parametrize(
    ("tahun", "decree", "target"),
    [
        (2016, "2016.yaml", None),
        (2017, "2016.yaml", "10"),  # the amendment does not reach back
        (2018, "2018.yaml", "12"),
        (2019, "2018.yaml", "25"),
        (2020, "2016.yaml", "40"),  # the newest that prints a target for the year
        (2021, "2018.yaml", None),
        (2022, "2018.yaml", None),  # a title may end a year before its targets
        (2023, None, None),
    ],
)
def test_the_newest_governing_decree_with_a_target_counts(
    dinas: Callable[..., Instansi], tahun: int, decree: str | None, target: str | None
) -> None:
    indikator = _amended(dinas)["desa"]
    berlaku, goal = indikator.berlaku(tahun), indikator.target(tahun)
    assert (berlaku and berlaku.lokasi.berkas.rpartition("/")[2]) == decree
    assert (goal and str(goal.nilai)) == target


def test_every_promise_for_a_year_stays(dinas: Callable[..., Instansi]) -> None:
    printed = [
        (each.keputusan.sejak, str(each.definisi.target[2018].nilai))
        for each in _amended(dinas)["desa"].promises(2018)
    ]
    assert printed == [(2016, "20"), (2018, "12")]


def test_a_target_that_only_a_later_decree_prints_counts_for_its_year(
    dinas: Callable[..., Instansi],
) -> None:
    goal = _amended(dinas)["baru"].target(2016)
    assert goal is not None
    assert str(goal.nilai) == "0"


def test_an_indicator_that_the_governing_decree_leaves_out_is_replaced(
    dinas: Callable[..., Instansi],
) -> None:
    lama = _amended(dinas)["lama"]
    replaced = {tahun: lama.pengganti(tahun) for tahun in lama.tahun}
    assert [tahun for tahun, decree in replaced.items() if decree] == [2018, 2019]
    assert str(lama.target(2019) and lama.target(2019).nilai) == "7"  # type: ignore[union-attr]


@pytest.mark.parametrize("key", ["mengubah_sebagian: true", "dokumen: {judul: x, sebagian: true}"])
def test_a_decree_that_lists_only_some_replaces_nothing(
    dinas: Callable[..., Instansi], key: str
) -> None:
    node = dinas({"2016": _FIRST, "2018": f"{key}\n{_AMENDMENT}"})
    assert [indikator.id for indikator in node.indikator if indikator.diganti] == []


def test_a_second_amendment_of_a_year_counts_after_the_first(
    dinas: Callable[..., Instansi],
) -> None:
    again = _AMENDMENT.replace("2018: 12", "2018: 14")
    goal = _amended(dinas, **{"2018-2": again})["desa"].target(2018)
    assert goal is not None
    assert str(goal.nilai) == "14"


def test_the_first_decree_governs_all_years_of_its_title(dinas: Callable[..., Instansi]) -> None:
    node = dinas({"2018": _AMENDMENT})
    assert [each.sejak for each in node.iku] == [2016]


@pytest.mark.parametrize(
    ("kini", "nama", "order"),
    [
        (2017, "Dinas PMD", ["desa", "lama", "baru"]),
        (2018, "Dinas Desa", ["baru", "desa", "lama"]),
        (None, "Dinas Desa", ["baru", "desa", "lama"]),
    ],
)
def test_a_plan_to_come_does_not_yet_name_anything(
    dinas: Callable[..., Instansi], kini: int | None, nama: str, order: list[str]
) -> None:
    later = _AMENDMENT.replace("Desa mandiri", "Desa yang mandiri")
    node = dinas({"2016": _FIRST, "2018": later}, kini)
    assert node.nama == nama
    assert [indikator.id for indikator in node.indikator] == order
    named = {indikator.id: indikator.nama for indikator in node.indikator}["desa"]
    assert named == ("Desa mandiri" if kini == 2017 else "Desa yang mandiri")
