"""A line that is indented wrongly: the advice, followed literally, gives what was meant."""

import re

import pytest

from iku_terbuka.load.files import parse_file
from iku_terbuka.model.hasil import CapaianTahunan
from iku_terbuka.model.iku import Iku
from iku_terbuka.source.indentation import MAX_TEXT
from iku_terbuka.source.problems import Problem

IKU = """\
instansi: Dinas Contoh
periode: {awal: 2021, akhir: 2026}
sasaran:
  - nama: Sasaran satu
    jenjang: Eselon II
    indikator:
      - id: satu
        nama: Persentase satu
        satuan: persen
        arah: naik
        formula:
          teks: Selesai / masuk
          rumus: selesai / masuk * 100
          variabel: {selesai: Aduan selesai, masuk: Aduan masuk}
        target: {2024: 80, 2025: 81}
      - id: dua
        nama: Jumlah dua
        satuan: dokumen
        target:
          2024: 80
          2025: 90
        makna: >-
          Makin banyak makin baik.
        penjelasan: Tabel 3.1
  - nama: Sasaran dua
    indikator:
      - id: tiga
        nama: Jumlah tiga
        sumber_data:
          - Bagian Umum
          - Bagian Hukum
        penanggung_jawab: Bagian Umum
"""
CAPAIAN = """\
tahun: 2024
status: final
capaian:
  satu:
    realisasi: 81.25
    sumber:
      judul: LKjIP 2024
      halaman: 12
    faktor_pendukung:
      - Loket baru
      - Petugas baru
    analisis: Naik sejak loket bertambah.
  dua:
    variabel: {a: 1}
    keadaan:
"""
SARAN = re.compile(r"wali (?:baris ini|barisnya|baris (\d+) sampai (\d+)) dengan (\d+) spasi")


def masalah(text: str, model: type[Iku] | type[CapaianTahunan]) -> list[Problem]:
    """Return what is said, that about indentation first."""
    problems = parse_file(text, "a.yaml", model).problems
    return sorted(problems, key=lambda problem: not SARAN.search(problem.hint))


def turuti(text: str, problem: Problem) -> str:
    found = SARAN.search(problem.hint)
    assert found, problem
    first, last = (int(found[i] or problem.line) for i in (1, 2))
    lines = text.split("\n")
    for i in range(first - 1, last):
        lines[i] = " " * int(found[3]) + lines[i].lstrip()
    return "\n".join(lines)


def geser(text: str, i: int, by: int) -> str:
    lines = text.split("\n")
    indent = len(lines[i]) - len(lines[i].lstrip())
    lines[i] = " " * (indent + by) + lines[i].lstrip()
    return "\n".join(lines)


def kasus(text: str, *by: int) -> list[tuple[int, int]]:
    lines = text.split("\n")
    keys = [i for i, line in enumerate(lines) if re.match(r" *(- )?[a-z0-9_]+:", line)]
    indents = {i: len(lines[i]) - len(lines[i].lstrip()) for i in keys}
    return [(i, n) for i in keys for n in by if indents[i] + n >= 0]


@pytest.mark.parametrize(("i", "by"), kasus(IKU, -4, -3, -2, -1))
def test_a_line_of_a_decree_is_moved_back(i: int, by: int) -> None:
    moved = geser(IKU, i, by)
    problems = masalah(moved, Iku)
    if not problems:  # the first of a list, or of what holds nothing else: it may stand there
        assert parse_file(moved, "a.yaml", Iku).content == parse_file(IKU, "a.yaml", Iku).content
        return
    after = turuti(moved, problems[0])
    assert masalah(after, Iku) == []
    assert parse_file(after, "a.yaml", Iku).content == parse_file(IKU, "a.yaml", Iku).content


@pytest.mark.parametrize(("i", "by"), kasus(CAPAIAN, -2, -1, 1))
def test_a_line_of_results_is_moved_back(i: int, by: int) -> None:
    moved = geser(CAPAIAN, i, by)
    problems = masalah(moved, CapaianTahunan)
    if not problems:
        meant = parse_file(CAPAIAN, "a.yaml", CapaianTahunan).content
        assert parse_file(moved, "a.yaml", CapaianTahunan).content == meant
        return
    after = turuti(moved, problems[0])
    assert (
        parse_file(after, "a.yaml", CapaianTahunan).content
        == parse_file(CAPAIAN, "a.yaml", CapaianTahunan).content
    )


def test_two_lines_out_of_place_are_moved_together() -> None:
    moved = geser(geser(IKU, 8, -1), 9, -1)
    (problem,) = masalah(moved, Iku)
    assert "Awali baris 9 sampai 10 dengan 8 spasi, sejajar dengan “nama”" in problem.hint
    assert turuti(moved, problem) == IKU


def test_two_lines_out_of_place_apart_are_told_one_after_the_other() -> None:
    moved = geser(geser(IKU, 8, -1), 17, -3)
    first = turuti(moved, masalah(moved, Iku)[0])
    assert turuti(first, masalah(first, Iku)[0]) == IKU


@pytest.mark.parametrize(
    "text",
    [
        IKU.replace("nama: Jumlah dua", "nama: Jumlah: dua"),
        IKU.replace("nama: Jumlah dua", 'nama: "Jumlah dua'),
        IKU.replace("nama: Jumlah dua", "nama: @Jumlah dua"),
        IKU.replace("nama: Jumlah dua", "nama Jumlah dua"),
        IKU.replace("{2024: 80, 2025: 81}", "{2024: 80, 2025: 81"),
        IKU.replace("        arah: naik", "\t\tarah: naik"),
        # It would be read again as text of the key above, which nobody meant.
        'instansi: A\ntugas: >-\n    Satu\nvisi: "Dua\n    tiga""\n',
        'instansi: A\ntugas: >-\n    Satu\nvisi: "Dua"\n    tiga\n',
    ],
)
def test_another_mistake_is_not_taken_for_one(text: str) -> None:
    assert not any("ekukan baris ini tidak cocok" in one.message for one in masalah(text, Iku))


def test_a_large_file_is_not_tried() -> None:
    text = geser(IKU, 8, -1)
    item = "      - id: x{}\n        nama: Jumlah\n"
    large = text + "".join(item.format(i) for i in range(MAX_TEXT // 30))
    assert len(large) > MAX_TEXT
    (problem,) = masalah(large, Iku)
    assert problem.line == 9
