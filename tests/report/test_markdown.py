"""The summary, read by the rules of CommonMark for code and of GitHub for cells of a table."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.report import summary
from iku_terbuka.report.markdown import code_span
from tests.report.problems import HOSTILE, IKU, RESULTS, error, warning


def cells_of(row: str) -> list[str]:
    """Return the cells of a row: ``|`` ends one, even in code, unless a backslash is before it."""
    return [cell.strip() for cell in re.findall(r"(?:\\.|[^|\\])+", row.strip().strip("|"))]


def read_code(text: str) -> tuple[str, str]:
    """Return what ``text`` shows, and what of it stands outside of code."""
    shown, outside = [], []
    while text:
        run = re.match("`+", text)
        if not run:
            plain = re.match("[^`]+", text)
            assert plain
            shown.append(unescape(plain[0]))
            outside.append(plain[0])
            text = text[plain.end() :]
            continue
        fence = run[0]
        end = re.search(rf"(?<!`){fence}(?!`)", text[len(fence) :])
        assert end, f"never closed: {text}"
        inside = text[len(fence) : len(fence) + end.start()]
        if inside.strip() and inside[0] == inside[-1] == " ":
            inside = inside[1:-1]
        shown.append(inside)
        text = text[len(fence) + end.end() :]
    return "".join(shown), "".join(outside)


@given(st.text(alphabet="`| \\a<>@[]()#:/&;*_~漢", max_size=30))
def test_text_in_a_cell_is_shown_as_it_is_and_all_of_it_is_code(text: str) -> None:
    (cell,) = cells_of(f"| {code_span(text)} |") or [""]
    if text and not text.startswith("|"):
        assert cell == code_span(text).strip()
    shown, outside = read_code(code_span(text))
    assert shown == text
    assert outside.replace("&#124;", "") == ""


def test_hostile_data_is_neither_markup_nor_mention_nor_link() -> None:
    text = summary([error(8, message=HOSTILE, file=f"indicators/{HOSTILE}.yaml")])
    head, row = text.rstrip("\n").split("\n")[4], text.rstrip("\n").split("\n")[-1]
    assert read_code(head.removeprefix("### ")) == (f"indicators/{HOSTILE}.yaml", "&#124;&#124;")
    cells = cells_of(row)
    assert cells[:2] == ["8:4", "**kesalahan**"]
    assert len(cells) == 4
    assert read_code(cells[2])[0] == f"{HOSTILE} Tulis dengan titik: 3.01"
    assert set(re.findall(r"[@<\[]", read_code(text)[1])) == set()


def test_files_with_errors_and_errors_come_first() -> None:
    problems = [warning(2, file=RESULTS), warning(1), error(5)]
    said = summary(problems)
    assert said.startswith("## Pemeriksaan data\n\n**1 kesalahan, 2 peringatan.**\n")
    places = [
        said.index(part) for part in (f"`{IKU}`", "| 5:4 ", "| 1:2 ", f"`{RESULTS}`", "| 2:2 ")
    ]
    assert places == sorted(places)
    assert said.count("### ") == 2


def test_nothing_wrong_is_said_in_one_sentence() -> None:
    assert summary([]) == "## Pemeriksaan data\n\n**0 kesalahan, 0 peringatan.**\n"


def test_what_does_not_fit_is_counted() -> None:
    problems = [error(n) for n in range(1, 2001)]
    said = summary(problems, 50_000)
    shown = said.count("**kesalahan**")
    assert 100 < shown < 2000
    assert len(said.encode()) < 50_200
    rest = f"{2000 - shown:,}".replace(",", ".")
    assert said.endswith(f"\n\n{rest} masalah lagi tidak dimuat di sini. Semuanya ada di log.\n")


def test_a_summary_stays_below_the_limit_of_github() -> None:
    problems = [error(n, message="漢" * 300) for n in range(1, 3001)]
    assert 900_000 < len(summary(problems).encode()) < 1024 * 1024
