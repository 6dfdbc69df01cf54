"""What the comparison finds, in the words that a reviewer reads."""

from dataclasses import replace

import pytest

from iku_terbuka.context import Context, build_context
from iku_terbuka.diff import compare
from iku_terbuka.diff.compare import additional_problems
from iku_terbuka.load import load_laporan
from iku_terbuka.model import Instansi
from iku_terbuka.source.problems import Problem, Severity
from tests.conftest import ACUAN, CONTOH
from tests.diff.sides import (
    BASE,
    HASIL,
    HUKUM,
    IKU,
    diff,
    first_line,
    measured,
    replaced,
    shown_lines,
)
from tests.fictional import PEMDA, Write

RESULT_FILE = f"{HUKUM}/capaian/2024.yaml"
IKU_FILE = f"{HUKUM}/iku.yaml"
NAME = "Bagian Hukum · Tingkat kepuasan layanan hukum"


@pytest.fixture(scope="module")
def contoh() -> Context:
    laporan = load_laporan(CONTOH).laporan
    assert laporan is not None
    return build_context(laporan, acuan=ACUAN)


def test_nothing_differs_from_itself(context: Context, contoh: Context) -> None:
    for one in (context, contoh):
        found = compare(one, one)
        assert found.is_empty
        assert first_line(found) == "Tidak ada perubahan pada data."


def test_the_order_of_folders_changes_nothing(contoh: Context) -> None:
    def turned(one: Instansi) -> Instansi:
        return replace(one, anak=tuple(turned(anak) for anak in reversed(one.anak)))

    pemda = tuple(replace(one, instansi=turned(one.instansi)) for one in contoh.laporan.pemda)
    laporan = replace(contoh.laporan, pemda=pemda)
    assert laporan != contoh.laporan
    other = build_context(laporan, acuan=ACUAN)
    assert compare(contoh, other).is_empty
    empty = build_context(replace(laporan, pemda=(), skala={}), acuan=ACUAN)
    assert compare(empty, other) == compare(empty, contoh)
    assert len(compare(empty, other).pemda[0].instansi) > 5


def test_a_changed_result_reads_as_the_issue_says(write: Write) -> None:
    found = diff(write, replaced(RESULT_FILE, ("81.2", "84")))
    assert first_line(found) == "1 realisasi diubah; 1 instansi tersentuh."
    assert shown_lines(found) == [
        "",
        "Kabupaten Contoh",
        f"  {NAME} · 2024: realisasi 81,2 → 84% · capaian 94,42% → 97,67% · tetap belum tercapai",
        "    sumber tetap: LKjIP 2024",
    ]


def test_a_first_entry_is_no_change(write: Write) -> None:
    new = f"{HUKUM}/capaian/2025.yaml"
    text = HASIL.replace("2024", "2025").replace("81.2", "89")
    found = diff(write, {**BASE, new: text})
    assert first_line(found) == "1 hasil baru; 1 instansi tersentuh."
    assert shown_lines(found)[2:] == [
        f"  {NAME} · 2025: realisasi 89% (baru) · capaian 101,14% · melampaui target",
        "    sumber: LKjIP 2025",
    ]


def test_a_result_taken_away_is_marked(write: Write) -> None:
    left = {name: text for name, text in BASE.items() if name != RESULT_FILE}
    found = diff(write, left)
    assert first_line(found) == "1 hasil dihapus; 1 instansi tersentuh."
    assert shown_lines(found)[2:] == [
        f"  {NAME} · 2024: realisasi 81,2% (dihapus) · capaian 94,42% → tidak ada · "
        "belum tercapai → belum dilaporkan · hasil dihapus"
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("realisasi: 81.2", "keadaan: tidak_diukur", "realisasi 81,2% (dihapus) · "
         "capaian 94,42% → tidak ada · belum tercapai → tidak diukur"),
        ("keadaan: tidak_diukur", "keadaan: tidak_berlaku", "tidak diukur → tidak berlaku"),
        ("keadaan: tidak_diukur", "realisasi: 86", "realisasi 86% (baru) · "
         "capaian tidak ada → 100,00% · tidak diukur → tercapai"),
        # The same number with other digits reads differently, and is nothing else.
        ("realisasi: 81.2", "realisasi: 81.20", "realisasi 81,2 → 81,20% · "
         "capaian tetap 94,42% · tetap belum tercapai"),
    ],
)  # fmt: skip
def test_states_and_digits(write: Write, before: str, after: str, said: str) -> None:
    old = replaced(RESULT_FILE, ("realisasi: 81.2", before))
    found = diff(write, replaced(RESULT_FILE, ("realisasi: 81.2", after)), old)
    assert shown_lines(found)[2] == f"  {NAME} · 2024: {said}"


def test_a_first_state_without_a_number(write: Write) -> None:
    new = replaced(RESULT_FILE, ("kepuasan:", "produk-hukum: {keadaan: tidak_diukur}\n  kepuasan:"))
    assert shown_lines(diff(write, new))[2:] == [
        "  Bagian Hukum · Produk hukum yang selesai · 2024: tidak diukur (baru)"
    ]


def test_texts_of_a_year_are_listed_below_it(write: Write) -> None:
    text = HASIL.replace("LKjIP 2024", "LKjIP Tahun 2024").replace("sementara", "final")
    text += "    analisis: Survei tertunda.\n    anggaran: {pagu: 1000000}\n"
    found = diff(write, {**BASE, RESULT_FILE: text})
    assert shown_lines(found)[2:] == [
        "  Bagian Hukum · capaian 2024 status: [-sementara-] {+final+}",
        f"  {NAME} · 2024: keterangan diubah",
        "    sumber judul: LKjIP {+Tahun+} 2024",
        "    analisis: {+Survei tertunda.+}",
        "    anggaran pagu: 1.000.000 (baru)",
    ]
    assert first_line(found) == (
        "1 keterangan diubah, 1 profil instansi atau Pemda diubah; 1 instansi tersentuh."
    )


def test_a_target_changed_after_its_year_began_is_marked(write: Write) -> None:
    new = replaced(IKU_FILE, ("2024: 86", "2024: 80"), ("2026: 90", "2026: 91"))
    found = diff(write, new)
    marked = [f"{NAME} · 2024: target 86 → 80% · capaian 94,42% → 101,50% · "
              "belum tercapai → melampaui target · target diubah setelah tahunnya berjalan",
              f"{NAME} · 2026: target 90 → 91% · tetap belum waktunya · "
              "target diubah setelah tahunnya berjalan"]  # fmt: skip
    assert shown_lines(found)[2:] == [f"  {line}" for line in marked]
    assert first_line(found) == ("2 target diubah setelah tahunnya berjalan; 1 instansi tersentuh.")


def test_a_target_of_a_year_to_come_is_changed_without_a_mark(write: Write) -> None:
    later = ("akhir: 2026", "akhir: 2027"), ("2026: 90}", "2026: 90, 2027: 92}")
    old = replaced(IKU_FILE, *later)
    found = diff(write, replaced(IKU_FILE, ("2027: 92", "2027: 93"), files=old), old)
    assert "setelah" not in "".join(shown_lines(found))
    assert first_line(found) == "1 target diubah; 1 instansi tersentuh."


@pytest.mark.parametrize("other", ["86.0", "{nilai: 86, tercetak: 86 (B)}"])
def test_the_same_target_written_otherwise_is_no_broken_promise(write: Write, other: str) -> None:
    found = diff(write, replaced(IKU_FILE, ("2024: 86", f"2024: {other}")))
    assert not found.is_empty
    assert "setelah" not in "".join(shown_lines(found))


def test_a_new_target_and_one_taken_away(write: Write) -> None:
    found = diff(write, replaced(IKU_FILE, ("2024: 86, ", ""), ("2024: 10", "2024: 10, 2025: 11")))
    lines = shown_lines(found)[2:]
    assert lines[:2] == [
        "  Bagian Hukum · Akibat: belum tercapai 1 → 0, tidak dapat dihitung 0 → 1",
        f"  {NAME} · 2024: target 86% (dihapus) · capaian 94,42% → tidak ada · belum tercapai → "
        "tidak dapat dihitung karena target tahun itu tidak disebut · target dihapus setelah "
        "tahunnya berjalan",
    ]
    assert lines[2].startswith(
        "  Bagian Hukum · Produk hukum yang selesai · 2025: target 11 dokumen (baru)"
    )
    assert "setelah" not in lines[2]


def test_a_correction_is_shown_as_one(write: Write) -> None:
    new = replaced(IKU_FILE, ("2024: 86", "2024: 80"))
    files = frozenset({f"indicators/{IKU_FILE}"})
    found = diff(write, new, ralat=files)
    assert "target 86 → 80% (ralat)" in shown_lines(found)[2]
    assert first_line(found).startswith("1 target diralat setelah tahunnya berjalan;")
    new = replaced(RESULT_FILE, ("81.2", "84"), files=new)
    line = shown_lines(diff(write, new, ralat=files))[2]
    assert "realisasi 81,2 → 84% ·" in line, "only the file that the commit touches"


def test_definitions_are_compared_word_by_word(write: Write) -> None:
    new = replaced(
        IKU_FILE,
        ("atas layanan hukum", "atas bantuan hukum"),
        ("satuan: dokumen", "satuan: laporan\n        arah: naik"),
    )
    found = diff(write, new)
    assert shown_lines(found)[2:] == [
        f"  {NAME} · makna: Kepuasan warga atas [-layanan-] {{+bantuan+}} hukum",
        "  Bagian Hukum · Produk hukum yang selesai · satuan: [-dokumen-] {+laporan+}",
        "  Bagian Hukum · Produk hukum yang selesai · arah: {+naik+}",
    ]
    assert first_line(found) == "2 definisi diubah; 1 instansi tersentuh."


def test_figures_that_change_for_another_reason_name_it(write: Write) -> None:
    new = replaced(IKU_FILE, ("arah: naik", "arah: turun"), ("capaian: naik", "capaian: turun"))
    found = diff(write, new)
    assert shown_lines(found)[-1] == (
        f"  {NAME} · 2024: capaian 94,42% → 105,58% · belum tercapai → melampaui target · "
        "karena rumus capaian dan arah berubah"
    )
    assert "1 status atau kategori lain berubah, 1 definisi diubah" in first_line(found)


SKALA = """\
nama: Skala contoh
jenis: nilai
sumber: Rekaan
kepastian: terbaca
kelas:
  - {predikat: C, di_bawah: 80}
  - {predikat: B, mulai: 80}
"""


def test_a_changed_scale_and_what_follows_from_it(write: Write) -> None:
    old = replaced(IKU_FILE, ("makna:", "skala: contoh\n        makna:"))
    old["skala/contoh.yaml"] = SKALA
    new = replaced("skala/contoh.yaml", ("di_bawah: 80", "di_bawah: 85"), files=old)
    new = replaced("skala/contoh.yaml", ("mulai: 80", "mulai: 85"), files=new)
    assert shown_lines(diff(write, new, old)) == [
        "",
        "Skala",
        "  Skala contoh · kelas C di bawah: 80 → 85",
        "  Skala contoh · kelas B mulai: 80 → 85",
        "",
        "Kabupaten Contoh",
        f"  {NAME} · 2024: predikat B → C · karena skala berubah",
    ]


def test_a_new_indicator_and_a_removed_one(write: Write) -> None:
    more = "      - id: baru\n        nama: Indikator lain\n        target: {2024: 1, 2025: 2.50}\n"
    new = {**BASE, IKU_FILE: IKU + more}
    new = replaced(RESULT_FILE, ("  kepuasan:", "  baru: {realisasi: 3}\n  kepuasan:"), files=new)
    found = diff(write, new)
    assert shown_lines(found)[2:] == [
        "  Bagian Hukum · Indikator baru: Indikator lain · target 2024: 1; 2025: 2,50",
        "    2024: realisasi 3 (baru) · tidak dapat dihitung karena arah belum ditetapkan",
    ]
    assert first_line(found) == "1 hasil baru, 1 indikator baru; 1 instansi tersentuh."
    found = diff(write, BASE, new)
    assert shown_lines(found)[2:] == [
        "  Bagian Hukum · Indikator dihapus: Indikator lain · "
        "hasil 2024 dengan id baru hilang dari situs"
    ]
    assert first_line(found) == "1 hasil dihapus, 1 indikator dihapus; 1 instansi tersentuh."


def test_a_changed_id_is_a_loss_and_is_called_one(write: Write) -> None:
    new = replaced(IKU_FILE, ("id: kepuasan", "id: kepuasan-warga"))
    new = replaced(RESULT_FILE, ("kepuasan:", "produk-hukum:"), ("81.2", "81"), files=new)
    lines = shown_lines(diff(write, new))
    assert any("Indikator baru: Tingkat kepuasan layanan hukum" in line for line in lines)
    assert (
        "  Bagian Hukum · Indikator dihapus: Tingkat kepuasan layanan hukum · id tampaknya "
        "diganti, kepuasan menjadi kepuasan-warga; alamat halaman lama hilang · "
        "hasil 2024 dengan id kepuasan hilang dari situs"
    ) in lines


def test_a_moved_instansi_and_a_new_pemda(write: Write) -> None:
    moved = {name.replace("bagian-hukum", "bagian-h"): text for name, text in BASE.items()}
    lines = shown_lines(diff(write, moved))
    assert "  Bagian Hukum · Instansi baru" in lines
    assert "  Bagian Hukum · Instansi dihapus" in lines
    assert (
        "  Bagian Hukum · Folder tampaknya diganti menjadi kabupaten-contoh/bagian-h; "
        "alamat halaman lama hilang"
    ) in lines
    other = PEMDA.replace("Kabupaten Contoh", "Kota Contoh").replace("99.01", "99.02")
    found = diff(write, {**BASE, "kota-contoh/pemda.yaml": other})
    assert shown_lines(found) == ["", "Kota Contoh", "  Kota Contoh · Pemda baru"]
    assert first_line(found) == "1 Pemda baru."


def test_sasaran_come_go_and_change_their_name(write: Write) -> None:
    new = replaced(IKU_FILE, ("Meningkatnya layanan hukum", "Membaiknya layanan hukum"))
    found = diff(write, new)
    assert shown_lines(found)[2:] == [
        "  Bagian Hukum · Sasaran Membaiknya layanan hukum · "
        "nama: [-Meningkatnya-] {+Membaiknya+} layanan hukum"
    ], "its indicators stay in it"
    split = "  - nama: Sasaran lain\n    indikator:\n      - id: produk-hukum"
    found = diff(write, replaced(IKU_FILE, ("      - id: produk-hukum", split)))
    assert shown_lines(found)[2:] == [
        "  Bagian Hukum · Sasaran baru: Sasaran lain",
        "  Bagian Hukum · Produk hukum yang selesai · "
        "sasaran: [-Meningkatnya layanan hukum-] {+Sasaran lain+}",
    ]


def test_a_second_decree_is_named_and_compared_with_the_first(write: Write) -> None:
    later = IKU.replace("awal: 2021, akhir: 2026", "awal: 2027, akhir: 2031")
    later = later.replace("{2024: 86, 2025: 88, 2026: 90}", "{2027: 95}")
    later = later.replace("satuan: persen", "satuan: indeks").replace("{2024: 10}", "{2027: 12}")
    new = {name: text for name, text in BASE.items() if name != IKU_FILE}
    new |= {f"{HUKUM}/iku/2021.yaml": IKU, f"{HUKUM}/iku/2027.yaml": later}
    lines = shown_lines(diff(write, new))[2:]
    assert "  Bagian Hukum · keputusan: {+2027-2031+}" in lines
    assert f"  {NAME} · 2027-2031 satuan: [-persen-] {{+indeks+}}" in lines
    assert f"  {NAME} · 2027: target 95 (baru) · belum waktunya" in lines
    assert not [line for line in lines if "2024" in line], "the first decree only moved"


def test_profile_and_decree_are_compared(write: Write) -> None:
    new = replaced("kabupaten-contoh/pemda.yaml", ("kode_wilayah:", "resmi: true\nkode_wilayah:"))
    new = replaced(IKU_FILE, ("periode:", "tugas: Menyusun produk hukum\nperiode:"), files=new)
    assert shown_lines(diff(write, new))[2:] == [
        "  Kabupaten Contoh · resmi: [-tidak-] {+ya+}",
        "  Bagian Hukum · tugas: {+Menyusun produk hukum+}",
    ]


def test_without_a_reference_date_no_target_is_called_late(write: Write) -> None:
    before = replace(measured(write, BASE), acuan=None)
    after = replace(measured(write, replaced(IKU_FILE, ("2024: 86", "2024: 80"))), acuan=None)
    assert "setelah" not in "".join(shown_lines(compare(before, after)))


def problem(line: int, code: str = "satu", severity: Severity = Severity.WARNING) -> Problem:
    return Problem("a.yaml", line, 1, code, f"Sudah ada pada baris {line}.", "", severity)


def test_problems_are_compared_whatever_their_lines() -> None:
    before = [problem(1), problem(5), problem(9, "lama")]
    after = [problem(2), problem(6), problem(7), problem(9, "baru")]
    assert additional_problems(before, after) == (problem(7), problem(9, "baru"))
    assert additional_problems(after, before) == (problem(9, "lama"),)


def test_lateness_is_not_new_where_the_older_side_could_not_be_checked() -> None:
    late, error = problem(3, "hasil-terlambat"), problem(1, "rusak", Severity.ERROR)
    assert additional_problems([error], [late, problem(7)]) == (problem(7),)
    assert additional_problems([], [late]) == (late,)


def test_errors_keep_the_figures_from_being_compared(contoh: Context) -> None:
    error = problem(3, "rusak", Severity.ERROR)
    found = compare(contoh, None, problems=([error], [error, problem(1)]))
    assert first_line(found) == "1 kesalahan pada data yang diusulkan, 1 masalah baru."
    lines = shown_lines(found)
    assert "yang diusulkan memuat kesalahan" in lines[0]
    assert lines[2:4] == ["Kesalahan", "  a.yaml:3:1: Sudah ada pada baris 3. [rusak]"]
    found = compare(None, contoh, problems=([error], []))
    assert first_line(found) == "1 masalah selesai."
    lines = shown_lines(found)
    assert "data sebelumnya memuat kesalahan" in lines[0]
    assert lines[2:] == ["Masalah selesai", "  a.yaml: Sudah ada pada baris 3. [rusak]"]
