"""A quarter in a diff: its number told in words, and nothing of a verdict on its year."""

import pytest

from iku_terbuka.diff import Diff, diff_text
from tests.diff.sides import HUKUM, IKU, SIDES, diff
from tests.fictional import PEMDA, Write

TARGET = "2026: {nilai: 90, triwulan: [10, 40, 67, 90], cara: kumulatif}"
RESULTS = """\
tahun: 2026
status: sementara
capaian:
  kepuasan:
    triwulan:
      1: {realisasi: 12, sumber: {judul: Laporan TW I}}
"""
BASE = {
    "kabupaten-contoh/pemda.yaml": PEMDA,
    f"{HUKUM}/iku.yaml": IKU.replace("2026: 90", TARGET),
    f"{HUKUM}/capaian/2026.yaml": RESULTS,
}
SECOND = "      2: {realisasi: 41.5, sumber: {judul: Laporan TW II}}\n"


def said(found: Diff) -> list[str]:
    return [line.strip() for line in diff_text(found, SIDES).splitlines() if "2026" in line]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("capaian/2026", "TW I}}\n", f"TW I}}}}\n{SECOND}", "realisasi TW II 41,5% (baru)"),
        ("capaian/2026", "realisasi: 12", "realisasi: 13.5", "realisasi TW I 12 → 13,5%"),
        (
            "iku",
            "[10, 40,",
            "[10, 35,",
            "target TW II 40 → 35% · target diubah setelah tahunnya berjalan",
        ),
    ],
)
def test_a_number_of_a_quarter_is_told(
    write: Write, file: str, old: str, new: str, words: str
) -> None:
    name = f"{HUKUM}/{file}.yaml"
    assert old in BASE[name]
    changed = BASE | {name: BASE[name].replace(old, new, 1)}
    found = diff(write, changed, BASE)
    assert said(found) == [f"Bagian Hukum · Tingkat kepuasan layanan hukum · 2026: {words}"]
    first = diff_text(found, SIDES).splitlines()[0]
    assert first.startswith("1 angka triwulan, bulan, atau semester baru atau diubah;")


def test_only_what_was_there_before_has_texts_that_change(write: Write) -> None:
    name = f"{HUKUM}/capaian/2026.yaml"
    changed = BASE | {name: BASE[name].replace("Laporan TW I", "Laporan TW I (revisi)") + SECOND}
    text = diff_text(diff(write, changed, BASE), SIDES)
    assert "triwulan 1 sumber judul: Laporan TW I {+(revisi)+}" in text
    assert "triwulan 2 sumber" not in text
    assert "sumber TW II: Laporan TW II" in text
