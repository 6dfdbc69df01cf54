"""An amended target, by a decree or an agreement, is told with the document that counts."""

from tests.diff.sides import HUKUM, diff, replaced, shown_lines
from tests.fictional import Write

DECREE = f"{HUKUM}/iku.yaml"
AMENDMENT = f"{HUKUM}/iku/2025.yaml"
AGREEMENT = f"{HUKUM}/perjanjian-kinerja/2025.yaml"
SIGNED = """\
tahun: 2025
versi:
  - jenis: awal
    tanggal: 2025-01
    target: {kepuasan: 88.5}
indikator: [{id: sidang, nama: Sidang, satuan: sidang, target: {2025: 4}}]
"""
CHANGED = SIGNED.replace(
    "indikator:",
    "  - {jenis: perubahan, tanggal: 2025-09, target: {kepuasan: 87}}\nindikator:",
)


def line(lines: list[str], part: str) -> str:
    (found,) = (one for one in lines if part in one)
    return found


def test_an_amendment_names_both_decrees(write: Write) -> None:
    files = replaced(DECREE)
    first = files.pop(DECREE)
    old = files | {f"{HUKUM}/iku/2021.yaml": first}
    amended = first.replace("2025: 88", "2025: 85").replace("{2024: 86, ", "{")
    lines = shown_lines(diff(write, old | {AMENDMENT: amended}, old))
    said = line(lines, "· 2025: target 88 → 85")
    assert "menurut Keputusan 2025, sebelumnya Keputusan 2021" in said


def test_a_first_agreement_counts_in_place_of_the_decree(write: Write) -> None:
    lines = shown_lines(diff(write, replaced(DECREE) | {AGREEMENT: SIGNED}))
    said = line(lines, "· 2025: target 88 → 88,5")
    assert "menurut PK awal, sebelumnya Keputusan 2021" in said
    assert line(lines, "Indikator baru: Sidang · target 2025: 4")


def test_a_changed_agreement_names_its_version(write: Write) -> None:
    old = replaced(DECREE) | {AGREEMENT: SIGNED}
    lines = shown_lines(diff(write, old | {AGREEMENT: CHANGED}, old))
    said = line(lines, "· 2025: target 88,5 → 87")
    assert "menurut PK perubahan September 2025, sebelumnya PK awal" in said
    # The indicator of the agreement itself is the same one.
    assert not [one for one in lines if "Sidang" in one]


def test_two_decrees_of_the_same_years_are_told_apart(write: Write) -> None:
    files = replaced(DECREE)
    first = files.pop(DECREE)
    old = files | {f"{HUKUM}/iku/2021.yaml": first}
    lines = shown_lines(diff(write, old | {AMENDMENT: first.replace("2025: 88", "2025: 85")}, old))
    named = [each for each in lines if "· keputusan: " in each]
    assert named
    assert all(each.endswith("keputusan: {+Keputusan 2025+}") for each in named)
    assert not [each for each in lines if "2021-2026" in each]


def test_a_new_decree_is_named_with_its_number_and_date(write: Write) -> None:
    files = replaced(DECREE)
    first = files.pop(DECREE)
    old = files | {f"{HUKUM}/iku/2021.yaml": first}
    decree = "{jenis: Keputusan Bupati, nomor: 12 Tahun 2025, tanggal: 2025-03-01}"
    amended = first.replace("sasaran:", f"dasar_hukum: [{decree}]\nsasaran:", 1)
    lines = shown_lines(diff(write, old | {AMENDMENT: amended}, old))
    cited = "{+Keputusan 2025, Keputusan Bupati Nomor 12 Tahun 2025, 1 Maret 2025+}"
    assert f"Bagian Hukum · keputusan: {cited}" in line(lines, "Bagian Hukum · keputusan")
