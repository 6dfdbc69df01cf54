"""Curly quotation marks of Word: the advice, followed literally, gives what was meant."""

import re

import pytest

from iku_terbuka.load.files import parse_file
from iku_terbuka.model.iku import Iku

AWAL = "instansi: Dinas Contoh\n"
SARAN = re.compile(r"Tulis dengan tanda kutip lurus: (.+)$|Ganti (.) di awal dan (.) di akhir")


def turuti(text: str) -> str:
    """Mend what the only message is about."""
    (problem,) = parse_file(text, "a.yaml", Iku).problems
    found = SARAN.search(problem.hint)
    assert found, problem
    lines = text.split("\n")
    here = lines[problem.line - 1][problem.column - 1 :]
    rest = "\n".join([here, *lines[problem.line :]])
    mark = "“”„‟\"‘’‚‛'"
    start = re.match(rf"[{mark}]([^“”„‟\"]*|[^‘’‚‛']*)[{mark}]", rest)
    assert start, problem
    straight = found[1] or f'"{start[1]}"'
    before = "\n".join([*lines[: problem.line - 1], lines[problem.line - 1][: problem.column - 1]])
    return before + straight + rest[start.end() :]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tugas: “Tugas: menyusun”", "Tugas: menyusun"),
        ("tugas: „Tugas: menyusun“", "Tugas: menyusun"),
        ("tugas: ‘Tugas: menyusun’", "Tugas: menyusun"),
        ('tugas: "Tugas: menyusun”', "Tugas: menyusun"),
        ('tugas: “Tugas: menyusun"', "Tugas: menyusun"),
        ("tugas: “Nomor #1: menyusun”", "Nomor #1: menyusun"),
        ("tugas: “Nomor #1”", "Nomor #1"),
        ("tugas: “Jalan: \\ dan 'lain'”", "Jalan: \\ dan 'lain'"),
        ("tugas: “Tugas: menyusun\n  kebijakan”", "Tugas: menyusun kebijakan"),
        (f"tugas: “Tugas: {'menyusun ' * 10}kebijakan”", f"Tugas: {'menyusun ' * 10}kebijakan"),
    ],
)
def test_a_text_between_curly_marks(written: str, meant: str) -> None:
    after = parse_file(turuti(f"{AWAL}{written}\n"), "a.yaml", Iku)
    assert after.problems == ()
    assert isinstance(after.content, Iku)
    assert after.content.tugas == meant


@pytest.mark.parametrize(
    "written",
    [
        "tugas: Menyusun “kebijakan” daerah",
        "tugas: “Kebijakan” dan “anggaran”",
        "tugas: >-\n  Kata: “baik”",
        "tugas: '“Kebijakan”'",
        "# “Kebijakan: baik”",
        "tugas: Jum’at: libur",
    ],
)
def test_marks_that_belong_to_the_text(written: str) -> None:
    problems = parse_file(f"{AWAL}{written}\n", "a.yaml", Iku).problems
    assert not any("melengkung" in problem.message for problem in problems)


@pytest.mark.parametrize("written", ["tugas: “Kebijakan”", "fungsi: [“Satu, dua”, tiga]"])
def test_marks_that_became_part_of_the_text_are_doubted(written: str) -> None:
    (problem,) = parse_file(f"{AWAL}{written}\n", "a.yaml", Iku).problems
    assert (problem.code, problem.is_error) == ("kutip-melengkung", False)


def test_many_of_them_cost_little() -> None:
    parse_file(AWAL + "tugas: “a: b”\n" * 2_000, "a.yaml", Iku)
    parse_file(AWAL + "tugas: " + "“" * 20_000 + ": b\n", "a.yaml", Iku)
