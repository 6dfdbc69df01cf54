import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.report import problem_text, totals
from iku_terbuka.report.text import WIDTH, quotation
from iku_terbuka.source.problems import Problem
from tests.report.problems import IKU, error, warning

TEXTS = {IKU: "a: 3,01\r\nb: 2\rc: 漢字\n"}


def test_the_first_line_is_the_one_that_editors_read() -> None:
    problem = error(1)
    assert problem_text([problem], TEXTS).split("\n") == [
        str(problem),
        "     1 | a: 3,01",
        "       |    ^",
    ]


def test_every_line_end_that_yaml_knows_counts() -> None:
    lines = problem_text([error(3)], TEXTS).split("\n")
    assert lines[1:] == ["     3 | c: 漢字", "       |    ^"]


@pytest.mark.parametrize(
    "problem",
    [
        error(file="indicators/kota-uji"),
        error(99),
        Problem(IKU, 1, 1, "berkas-tidak-dikenal", "Berkas ini tidak dikenal.", "Ganti namanya."),
    ],
)
def test_what_has_no_line_is_said_without_one(problem: Problem) -> None:
    assert problem_text([problem], TEXTS) == str(problem)


def test_problems_keep_their_order() -> None:
    problems = [warning(1), error(2), error(1, file="indicators/lain.yaml")]
    said = problem_text(problems, TEXTS).split("\n")
    assert [line for line in said if line.startswith("indicators")] == [
        str(one) for one in problems
    ]


def test_only_the_message_and_the_caret_have_a_colour() -> None:
    def style(text: str, role: str) -> str:
        return f"<{role}>{text}</>"

    said = problem_text([error(1), warning(2)], TEXTS, style)
    assert f"{IKU}:1:4: <error>Salah.</> Tulis dengan titik: 3.01 [koma-desimal]" in said
    assert f"{IKU}:2:2: <warning>peringatan: Belum lengkap.</> Lengkapi." in said
    assert said.count("<caret>^</>") == 2


def test_a_name_that_would_steer_the_terminal_is_shown_harmless() -> None:
    name = "indicators/warna\x1b[31m\nlain\udce9/iku.yaml"
    said = problem_text(
        [error(1, file=name, message="Id \x9b2J salah.")], {name: "a: \x1b]0;x\x07\n"}
    )
    assert said.split("\n") == [
        "indicators/warna?[31m?lain?/iku.yaml:1:4: Id ?2J salah. Tulis dengan titik: 3.01 "
        "[koma-desimal]",
        "     1 | a: ␛]0;x␇",
        "       |    ^",
    ]


def test_counts_at_the_end() -> None:
    assert totals([]) == "0 kesalahan, 0 peringatan."
    assert totals([error(), *[warning()] * 20]) == "1 kesalahan, 20 peringatan."


def test_many_warnings_are_counted_by_code() -> None:
    many = [error(), *[warning()] * 3, *[warning(code="data-pribadi")] * 1200]
    assert totals(many).split("\n") == [
        "1 kesalahan, 1.203 peringatan.",
        "Peringatan menurut kodenya:",
        "  1.200  data-pribadi",
        "      3  satuan-kosong",
    ]


MARGIN = "     1 | "


def columns(text: str) -> int:
    """Count columns as a terminal does."""
    marks = sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def above_caret(line: str, column: int) -> tuple[str, str]:
    """Return the quoted line and what of it stands right above the caret and after it."""
    found = quotation([line], 1, column)
    assert found is not None
    shown, before = found
    rest = next(shown[i:] for i in range(len(shown) + 1) if columns(shown[:i]) == len(before))
    return shown, rest


@pytest.mark.parametrize(
    ("line", "column", "shown", "above"),
    [
        ("a: 3,01", 4, "a: 3,01", "3,01"),
        ("漢字: 3,01", 5, "漢字: 3,01", "3,01"),
        ("e\u0301e\u0301: 3,01", 7, "e\u0301e\u0301: 3,01", "3,01"),
        ("\ta: 3,01", 5, "␉a: 3,01", "3,01"),
        ("a: \x1b[31mx", 4, "a: ␛[31mx", "␛[31mx"),
        ("a: \u202ex\x9b\x7f", 5, "a: <U+202E>x<U+009B>␡", "x<U+009B>␡"),
        ("a: b\xa0c", 5, "a: b<U+00A0>c", "<U+00A0>c"),
        ("a: b", 5, "a: b", ""),
        ("a: b", 99, "a: b", ""),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, shown: str, above: str) -> None:
    assert above_caret(line, column) == (MARGIN + shown, above)


def test_a_caret_under_a_mark_stands_under_its_letter() -> None:
    assert above_caret("e\u0301x", 2)[1] == "e\u0301x"


@pytest.mark.parametrize("where", [1, 20, 95, 500, 999, 1000, 1001])
@pytest.mark.parametrize("letter", ["a", "漢"])
def test_a_long_line_is_cut_around_the_place(letter: str, where: int) -> None:
    line = letter * (where - 1) + "X" + letter * (1000 - where) if where <= 1000 else letter * 1000
    shown, above = above_caret(line, where)
    assert columns(shown) <= WIDTH
    assert above[:1] == ("X" if where <= 1000 else "")
    assert shown.endswith("…") == (where < 900)
    assert shown.startswith(f"{MARGIN}…") == (where > 60)


def test_a_line_that_just_fits_is_not_cut() -> None:
    room = WIDTH - len(MARGIN)
    assert above_caret("x" * (room - 1), 1)[0] == MARGIN + "x" * (room - 1)
    assert above_caret("x" * (room + 1), 1)[0].endswith("x…")


@pytest.mark.parametrize(("lines", "line"), [([], 1), (["a: b"], 2), (["", "a"], 1), (["  "], 1)])
def test_there_may_be_nothing_to_show(lines: list[str], line: int) -> None:
    assert quotation(lines, line, 1) is None


@given(st.text(min_size=1, max_size=300), st.integers(1, 400))
def test_whatever_stands_in_the_line_it_fits_and_commands_nothing(text: str, column: int) -> None:
    found = quotation([text], 1, column)
    if found is None:
        assert not text.strip()
        return
    shown, before = found
    assert (shown + before).isprintable()
    assert max(columns(shown), len(before) + 1) <= WIDTH
