"""A year's text taken apart: nothing is lost, and nothing is taken for one indicator's alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.belah import belah_tahun
from generator.load import load_laporan
from generator.source import parse
from tests.conftest import CONTOH

TEKS = """\
# Data contoh.
tahun: 2024
capaian:
  air:
    realisasi: 1
    catatan: >-
      panjang

      sekali
  jalan: {realisasi: 2}
  # tentang sampah
  sampah:
# di tepi
    realisasi: 3
status: final
"""


def baris(teks: str) -> dict[str, int]:
    """Return the lines of the keys below ``capaian``, as the loader finds them."""
    document, problems = parse(teks, "x.yaml")
    assert document
    assert not problems
    return {
        str(path[1]): mark.line
        for path, mark in document.key_marks.items()
        if path[0] == "capaian" and len(path) == 2
    }


def belah(teks: str) -> tuple[str, dict[str, str]]:
    whole, parts = belah_tahun(teks, baris(teks))
    return whole, dict(parts)


def test_a_part_is_what_stands_below_its_key() -> None:
    whole, parts = belah(TEKS)
    assert parts == {
        "air": "4\n  air:\n    realisasi: 1\n    catatan: >-\n      panjang\n\n      sekali",
        "jalan": "10\n  jalan: {realisasi: 2}",
        "sampah": "12\n  sampah:",
    }
    for said in ("tahun: 2024", "# tentang sampah", "realisasi: 3", "status: final"):
        assert said in whole


@pytest.mark.parametrize(
    "teks",
    [
        "tahun: 2024\n",
        "tahun: 2024\ncapaian: {air: {realisasi: 1}, jalan: {realisasi: 2}}\n",
        "tahun: 2024\ncapaian: {\n  air: {realisasi: 1}, jalan: {realisasi: 2}}\n",
        "{tahun: 2024, capaian: {\n  air: {realisasi: 1}},\n    status: final}\n",
        "---\ntahun: 2024\ncapaian:\n  air: {realisasi: 1}\n",
        'tahun: 2024\ncapaian:\n  "air": {realisasi: 1}\n',
        "tahun: 2024\ncapaian:\n  air : {realisasi: 1}\n",
        "tahun: 2024\ncapaian: {\n  air: {realisasi: 1},\n    jalan: {realisasi: 2}}\n",
        "tahun: 2024\ncapaian: {air: {realisasi: 1},\n  jalan: {realisasi: 2}}\n",
    ],
)
def test_where_it_is_not_sure_nothing_is_taken_apart(teks: str) -> None:
    assert belah(teks) == (teks, {})


@pytest.mark.parametrize("ujung", ["\r\n", "\r"])
def test_lines_may_end_in_any_way(ujung: str) -> None:
    teks = TEKS.replace("\n", ujung)
    assert belah(teks) == belah(TEKS)


def test_between_braces_too_a_line_for_each_is_enough() -> None:
    teks = "tahun: 2024\ncapaian: {\n  air: {x: 1},\n  jalan: {x: 2}}\nstatus: final\n"
    whole, parts = belah(teks)
    assert parts == {"air": "3\n  air: {x: 1},", "jalan": "4\n  jalan: {x: 2}}"}
    assert whole == "tahun: 2024\ncapaian: {\nstatus: final\n"


def test_the_years_of_real_data_are_taken_apart() -> None:
    laporan = load_laporan(CONTOH)
    assert laporan.laporan
    keys: dict[str, dict[str, int]] = {}
    for indikator in laporan.laporan.semua_indikator():
        for lokasi in indikator.lokasi_hasil.values():
            keys.setdefault(lokasi.berkas, {})[indikator.id] = lokasi.baris
    assert len(keys) > 20
    for path, lines in keys.items():
        assert belah_tahun(laporan.teks[path], lines)[1].keys() == lines.keys()


NILAI = st.sampled_from(
    ["1", '"a\n  b"', "{x: 1,\n y: 2}", "\n      x: |\n        a\n      y: 2", ""]
)


@given(
    st.lists(st.tuples(NILAI, st.sampled_from(["", "\n", "# x\n", "    # x\n"])), min_size=1),
    st.integers(0),
)
def test_what_is_changed_in_one_value_changes_no_other_part(
    isi: list[tuple[str, str]], mana: int
) -> None:
    which = mana % len(isi)

    def teks(changed: bool) -> str:
        blocks = [
            f"  i-{i}:\n    n: {nilai}\n    halaman: {9 if changed and i == which else 1}\n{sisa}"
            for i, (nilai, sisa) in enumerate(isi)
        ]
        return f"tahun: 2024\ncapaian:\n{''.join(blocks)}status: final\n"

    before, after = belah(teks(changed=False)), belah(teks(changed=True))
    assert before != after
    others = {id_: part for id_, part in before[1].items() if id_ != f"i-{which}"}
    assert others == {id_: part for id_, part in after[1].items() if id_ != f"i-{which}"}
    told = "\n".join([before[0], *before[1].values()])
    assert sorted(told.split("\n")) == sorted(
        [*teks(changed=False).split("\n"), *(str(n) for n in baris(teks(changed=False)).values())]
    )
