"""What indicators say that they support leads somewhere, or one message says where it does not."""

import pytest

from iku_terbuka.load import load_laporan
from tests.cascade import KAB, Units, cascade
from tests.fictional import Write


def said(write: Write, units: Units, *, partial: bool = False) -> list[str]:
    loaded = load_laporan(write(cascade(units)), "indicators", partial=partial)
    assert (loaded.laporan is None) == bool(loaded.problems)
    return [f"{problem.text} [{problem.code}]" for problem in loaded.problems]


@pytest.mark.parametrize("count", [2, 3, 60])
def test_a_circle_is_told_once(write: Write, count: int) -> None:
    units = {"": {f"i{i}": [f"i{(i + 1) % count}"] for i in range(count)}}
    (message,) = said(write, units)
    assert message.endswith("[menopang-melingkar]")
    assert message.count("→") == min(count, 6)
    assert f"{KAB}/i0." in message
    assert len(message) < 500


def test_each_of_two_circles_is_told(write: Write) -> None:
    units = {"": {"a": ["b"], "b": ["a"], "c": ["d", "a"], "d": ["c"]}}
    assert len(said(write, units)) == 2


def test_whoever_only_leads_into_a_circle_is_not_part_of_it(write: Write) -> None:
    (message,) = said(write, {"": {"a": ["b"], "b": ["c"], "c": ["b"]}})
    assert f"{KAB}/b → {KAB}/c → {KAB}/b." in message


def test_several_ways_to_one_top_are_no_circle(write: Write) -> None:
    units = {"": {"a": []}, "x": {"b": ["a"], "c": ["a"]}, "y": {"d": ["x/b", "x/c", "a"]}}
    assert said(write, units) == []


def test_what_could_not_be_read_is_not_said_to_be_missing(write: Write) -> None:
    files = cascade({"": {"a": []}, "x": {"b": ["a"]}})
    files[f"{KAB}/iku.yaml"] = files[f"{KAB}/iku.yaml"].replace("- id: a", "- id: A B")
    codes = [problem.code for problem in load_laporan(write(files)).problems]
    assert "menopang-tidak-dikenal" not in codes
    files[f"{KAB}/iku.yaml"] = "instansi: [\n"
    codes = [problem.code for problem in load_laporan(write(files)).problems]
    assert "menopang-tidak-dikenal" not in codes


def test_of_a_part_of_the_data_nothing_is_missed(write: Write) -> None:
    units = {"x": {"b": ["a"]}}
    assert len(said(write, units)) == 1
    assert said(write, units, partial=True) == []
