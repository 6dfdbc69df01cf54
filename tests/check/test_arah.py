"""Targets against their direction, namesakes with the opposite one, indicators without any."""

import pytest

from iku_terbuka.check import check
from iku_terbuka.load import load_laporan
from tests.check.scaffold import checked, codes
from tests.fictional import PEMDA, Write, iku

AGAINST = "target-lawan-arah"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("satuan: indeks\narah: naik\ntarget: {2025: 92.9, 2026: 92}",
         ["Target 2026 (92) lebih rendah daripada target 2025 (92.9), padahal arahnya naik."]),
        ("satuan: persen\narah: naik\ntarget: {2025: 90, 2026: 85}",
         ["Target 2026 (85) lebih rendah daripada target 2025 (90), padahal arahnya naik."]),
        ("satuan: persen\nrumus_capaian: naik\ntarget: {2024: 80, 2025: 75, 2026: 85}",
         ["Target 2025 (75) lebih rendah daripada target 2024 (80), padahal arahnya naik."]),
        ("satuan: per 1.000 kelahiran hidup\narah: turun\ntarget: {2024: 8, 2025: 8.2, 2026: 7}",
         ["Target 2025 (8.2) lebih tinggi daripada target 2024 (8), padahal arahnya turun."]),
        ("satuan: persen\narah: naik\ntarget: {2023: 90, 2024: 88, 2025: 88, 2026: 80}",
         ["Target 2026 (80) lebih rendah daripada target 2023 (90), dan target di antaranya terus "
          "turun atau tetap, padahal arahnya naik."]),
        ("satuan: orang\narah: naik\ntarget: {2023: 90, 2024: 80, 2025: 70}",
         ["Target 2025 (70) lebih rendah daripada target 2023 (90), dan target di antaranya terus "
          "turun atau tetap, padahal arahnya naik."]),
        ("satuan: kasus\narah: turun\ntarget: {2023: 9, 2024: 12, 2025: 15}",
         ["Target 2025 (15) lebih tinggi daripada target 2023 (9), dan target di antaranya terus "
          "naik atau tetap, padahal arahnya turun."]),
        ("satuan: persen\narah: turun\ntarget: {2025: {bawah: 6.7, atas: 7.2}, 2026: 7.5}",
         ["Target 2026 (7.5) lebih tinggi daripada target 2025 (6.7 sampai 7.2), padahal arahnya "
          "turun."]),
        ("satuan: nilai\narah: naik\ntarget: {2025: 78, 2026: 80}\ntarget_akhir: 78",
         ["Target akhir (78) lebih rendah daripada target 2026 (80), padahal arahnya naik."]),
        ("satuan: hektare\nakumulasi: posisi\narah: naik\ntarget: {2025: 130, 2026: 125}",
         ["Target 2026 (125) lebih rendah daripada target 2025 (130), padahal arahnya naik."]),
        ("nama: Tingkat kepuasan\narah: naik\ntarget: {2025: 83, 2026: 82}\n"
         "catatan: Satuannya tidak tercetak.",
         ["Target 2026 (82) lebih rendah daripada target 2025 (83), padahal arahnya naik."]),
        ("satuan: persen\narah: naik\ntarget: {2023: 85, 2024: 80, 2025: 90, 2026: 88}",
         ["Target 2024 (80) lebih rendah daripada target 2023 (85), padahal arahnya naik.",
          "Target 2026 (88) lebih rendah daripada target 2025 (90), padahal arahnya naik."]),
    ],
)  # fmt: skip
def test_a_target_against_its_direction(write: Write, fields: str, said: list[str]) -> None:
    found = checked(write, fields)
    assert [one.message for one in found] == said
    assert {(one.code, one.is_error) for one in found} == {(AGAINST, False)}
    notes, catatan = fields.partition("catatan: ")[::2]
    explained = checked(write, f"{notes.rstrip()}\ncatatan: {catatan} Target tercetak begitu.")
    assert codes(explained) == []


@pytest.mark.parametrize(
    "fields",
    [
        "satuan: persen\narah: naik\ntarget: {2024: 80, 2025: 80, 2026: 85}",
        "satuan: persen\narah: turun\ntarget: {2024: 8, 2025: 0, 2026: 0}",
        "satuan: persen\narah: rentang\ntarget: {2025: 4, 2026: 3}",
        "satuan: persen\ntarget: {2025: 4, 2026: 3}\ncatatan: Arah tidak tercetak.",
        "satuan: dokumen\narah: status\ntarget: {2025: 2, 2026: 1}",
        # Yearly amounts rise and fall.
        "satuan: organisasi\narah: naik\ntarget: {2021: 76, 2022: 45, 2023: 46, 2024: 47}",
        "satuan: BUMD/BLUD\narah: naik\ntarget: {2021: 0, 2022: 1, 2023: 0, 2024: 0}",
        "satuan: km\narah: naik\ntarget: {2023: 12, 2024: 10, 2025: 14}",
        "satuan: layanan\nakumulasi: kumulatif\narah: naik\n"
        "target: {2024: 7, 2025: 8, 2026: 7}\ntarget_akhir: 40",
        "satuan: persen\nakumulasi: kumulatif\narah: naik\ntarget: {2025: 60, 2026: 40}",
        "nama: Jumlah pelatihan\narah: naik\ntarget: {2025: 3, 2026: 2}\n"
        "catatan: Satuan tidak tercetak.",
        # A range that still lies within the other promises no less for sure.
        "satuan: persen\narah: naik\n"
        "target: {2025: {bawah: 4.6, atas: 4.95}, 2026: {bawah: 4.6, atas: 4.9}}",
        # A word is no number.
        "satuan: nilai\narah: naik\ntarget: {2025: {predikat: BB}, 2026: {predikat: B}}",
        # A slip is said once.
        "satuan: persen\narah: naik\ntarget: {2025: 90}\nkondisi_awal: 92",
    ],
)
def test_what_a_plan_may_do(write: Write, fields: str) -> None:
    assert codes(checked(write, fields)) == []


def test_a_slip_is_no_change_of_direction(write: Write) -> None:
    found = checked(write, "satuan: persen\narah: naik\ntarget: {2023: 80, 2024: 0.82, 2025: 85}")
    assert codes(found) == ["target-jauh-dari-deret"]


def namesakes(write: Write, *daftar: str, pemda: str = "") -> list[tuple[str, str]]:
    """Return file and message of what is said; each item is ``name | more fields``."""
    files = {"kabupaten-contoh/pemda.yaml": PEMDA}
    for i, each in enumerate(daftar):
        nama, _, more = each.partition(" | ")
        item = (
            f"      - id: x{i}\n        nama: {nama}\n        satuan: persen\n"
            "        penanggung_jawab: Bidang Contoh\n"
        )
        item += "".join(f"        {line}\n" for line in more.split("; "))
        files[f"kabupaten-contoh/dinas-{i}{pemda}/iku.yaml"] = iku(item)
    found = check(load_laporan(write(files), "indicators"))
    return [(one.file.split("/")[2], one.message) for one in found]


def test_one_name_has_one_direction_in_a_pemda(write: Write) -> None:
    turun, naik = "Prevalensi stunting | arah: turun", "PREVALENSI  Stunting | arah: naik"
    assert namesakes(write, turun, naik) == [
        ("dinas-1", "Arah “PREVALENSI Stunting” di sini naik, sedangkan di "
         "indicators/kabupaten-contoh/dinas-0/iku.yaml turun."),
    ]  # fmt: skip
    # The fewer are doubted, wherever they stand.
    assert [file for file, _ in namesakes(write, naik, turun, turun)] == ["dinas-0"]
    assert [file for file, _ in namesakes(write, naik, turun)] == ["dinas-1"]
    assert [file for file, _ in namesakes(write, naik, naik, turun, naik)] == ["dinas-2"]
    by_rule = "Prosentase Stunting (balita) | rumus_capaian: turun_rasio"
    assert len(namesakes(write, "Persentase stunting balita | arah: naik", by_rule)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Angka kemiskinan | arah: turun", "Angka kemiskinan | arah: turun"),
        ("Angka kemiskinan | arah: turun", "Angka kemiskinan ekstrem | arah: naik"),
        ("Laju inflasi | arah: rentang", "Laju inflasi | arah: turun"),
        ("Opini BPK | arah: status", "Opini BPK | arah: naik"),
        ("Cakupan layanan | arah: turun", "Cakupan layanan | catatan: Arah tidak tercetak."),
        ("Cakupan kasus | arah: turun",
         "Cakupan kasus | arah: naik; catatan: Arahnya naik karena kasus yang ditangani."),
    ],
)  # fmt: skip
def test_namesakes_that_agree_or_are_explained(write: Write, one: str, other: str) -> None:
    assert namesakes(write, one, other) == []


def items(*fields: str) -> str:
    return "".join(
        f"      - {{id: x{i}, nama: X {i}, satuan: nilai, penanggung_jawab: Bidang, {more}}}\n"
        for i, more in enumerate(fields)
    )


def without_arah(write: Write, indikator: str, catatan: str = "") -> list[str]:
    text = iku(indikator).replace("sasaran:", f"{catatan}sasaran:", 1)
    files = {"kabupaten-contoh/pemda.yaml": PEMDA, "kabupaten-contoh/dinas/iku.yaml": text}
    found = check(load_laporan(write(files)))
    assert {one.code for one in found} <= {"tanpa-arah"}
    return [f"{one.line}: {one.message}" for one in found]


def test_indicators_that_cannot_be_judged_are_named_once_for_a_file(write: Write) -> None:
    bare, judged = "target: {2025: 80}", "arah: naik, target: {2025: 80}"
    assert without_arah(write, items(judged, bare, bare, judged)) == [
        "7: 2 dari 4 indikator tidak dapat dinilai karena “arah” belum ditetapkan: baris 7, 8."
    ]
    assert without_arah(write, items(*[bare] * 14))[0].endswith(
        "baris 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, dan 2 lagi."
    )
    with_grade = "target: {2025: {nilai: 70.4, predikat: BB}}"
    assert len(without_arah(write, items(with_grade))) == 1


@pytest.mark.parametrize(
    "more",
    [
        "rumus_capaian: turun, target: {2025: 80}",
        "arah: rentang, target: {2025: 80}",
        "target: {2025: {predikat: BB}}",
        "arah: status, target: {2025: {predikat: WTP}}",
        "kondisi_awal: 80",
        "target: {2025: 80}, catatan: Dokumen tidak mencetak arah.",
    ],
)
def test_nothing_is_asked_where_nothing_can_be_judged_or_it_is_explained(
    write: Write, more: str
) -> None:
    assert without_arah(write, items(more)) == []


def test_one_note_explains_a_whole_file(write: Write) -> None:
    catatan = "catatan: Arah tidak tercetak di dokumen ini.\n"
    assert without_arah(write, items(*["target: {2025: 80}"] * 5), catatan) == []


def test_a_wrong_direction_is_not_called_missing(write: Write) -> None:
    files = {
        "kabupaten-contoh/pemda.yaml": PEMDA,
        "kabupaten-contoh/dinas/iku.yaml": iku(items("arah: keatas, target: {2025: 80}")),
    }
    assert codes(check(load_laporan(write(files)))) == ["pilihan-tidak-dikenal"]
