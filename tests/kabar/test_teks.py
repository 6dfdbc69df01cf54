import pytest

from iku_terbuka.kabar import jumlah, teks
from iku_terbuka.problems import Problem
from tests.kabar.contoh import IKU, masalah, peringatan

SUMBER = {IKU: "a: 3,01\r\nb: 2\rc: 漢字\n"}


def test_the_first_line_is_the_one_that_editors_read() -> None:
    problem = masalah(1)
    assert teks([problem], SUMBER).split("\n") == [
        str(problem),
        "     1 | a: 3,01",
        "       |    ^",
    ]


def test_every_line_end_that_yaml_knows_counts() -> None:
    lines = teks([masalah(3)], SUMBER).split("\n")
    assert lines[1:] == ["     3 | c: 漢字", "       |    ^"]


@pytest.mark.parametrize(
    "problem",
    [
        masalah(berkas="indicators/kota-uji"),
        masalah(99),
        Problem(IKU, 1, 1, "berkas-tidak-dikenal", "Berkas ini tidak dikenal.", "Ganti namanya."),
    ],
)
def test_what_has_no_line_is_said_without_one(problem: Problem) -> None:
    assert teks([problem], SUMBER) == str(problem)


def test_problems_keep_their_order() -> None:
    problems = [peringatan(1), masalah(2), masalah(1, berkas="indicators/lain.yaml")]
    said = teks(problems, SUMBER).split("\n")
    assert [line for line in said if line.startswith("indicators")] == [
        str(one) for one in problems
    ]


def test_only_the_message_and_the_caret_have_a_colour() -> None:
    def gaya(text: str, peran: str) -> str:
        return f"<{peran}>{text}</>"

    said = teks([masalah(1), peringatan(2)], SUMBER, gaya)
    assert f"{IKU}:1:4: <error>Salah.</> Tulis dengan titik: 3.01 [koma-desimal]" in said
    assert f"{IKU}:2:2: <warning>peringatan: Belum lengkap.</> Lengkapi." in said
    assert said.count("<tanda>^</>") == 2


def test_a_name_that_would_steer_the_terminal_is_shown_harmless() -> None:
    name = "indicators/warna\x1b[31m\nlain\udce9/iku.yaml"
    said = teks([masalah(1, berkas=name, pesan="Id \x9b2J salah.")], {name: "a: \x1b]0;x\x07\n"})
    assert said.split("\n") == [
        "indicators/warna?[31m?lain?/iku.yaml:1:4: Id ?2J salah. Tulis dengan titik: 3.01 "
        "[koma-desimal]",
        "     1 | a: ␛]0;x␇",
        "       |    ^",
    ]


def test_counts_at_the_end() -> None:
    assert jumlah([]) == "0 kesalahan, 0 peringatan."
    assert jumlah([masalah(), *[peringatan()] * 20]) == "1 kesalahan, 20 peringatan."


def test_many_warnings_are_counted_by_code() -> None:
    many = [masalah(), *[peringatan()] * 3, *[peringatan(kode="data-pribadi")] * 1200]
    assert jumlah(many).split("\n") == [
        "1 kesalahan, 1.203 peringatan.",
        "Peringatan menurut kodenya:",
        "  1.200  data-pribadi",
        "      3  satuan-kosong",
    ]
