"""Which indicator supports which, from both ends."""

from iku_terbuka.load import load_laporan
from iku_terbuka.model.pohon import PohonKinerja, pohon_kinerja
from tests.cascade import KAB, Units, cascade
from tests.fictional import Write


def of(write: Write, units: Units) -> PohonKinerja:
    return pohon_kinerja(load_laporan(write(cascade(units))).readable)


def test_both_ends_know_each_other(write: Write) -> None:
    pohon = of(write, {"": {"a": []}, "x": {"b": ["a"], "c": ["x/b", "a"]}})
    names = {key: [one.id for one in found] for key, found in pohon.menopang.items()}
    assert names == {f"{KAB}/x/b": ["a"], f"{KAB}/x/c": ["b", "a"]}
    names = {key: [one.id for one in found] for key, found in pohon.penopang.items()}
    assert names == {f"{KAB}/a": ["b", "c"], f"{KAB}/x/b": ["c"]}


def test_what_is_not_there_supports_nothing(write: Write) -> None:
    pohon = of(write, {"": {"a": ["tidak-ada", "a"]}})
    assert pohon == PohonKinerja()
