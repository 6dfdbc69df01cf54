"""The summary, read by the rules of CommonMark for code and of GitHub for cells of a table."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.kabar import ringkasan
from iku_terbuka.kabar.markdown import kode
from tests.kabar.contoh import HASIL, IKU, JAHAT, masalah, peringatan


def sel(row: str) -> list[str]:
    """Return the cells of a row: ``|`` ends one, even in code, unless a backslash is before it."""
    return [cell.strip() for cell in re.findall(r"(?:\\.|[^|\\])+", row.strip().strip("|"))]


def baca_kode(text: str) -> tuple[str, str]:
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
    (cell,) = sel(f"| {kode(text)} |") or [""]
    if text and not text.startswith("|"):
        assert cell == kode(text).strip()
    shown, outside = baca_kode(kode(text))
    assert shown == text
    assert outside.replace("&#124;", "") == ""


def test_hostile_data_is_neither_markup_nor_mention_nor_link() -> None:
    text = ringkasan([masalah(8, pesan=JAHAT, berkas=f"indicators/{JAHAT}.yaml")])
    head, row = text.rstrip("\n").split("\n")[4], text.rstrip("\n").split("\n")[-1]
    assert baca_kode(head.removeprefix("### ")) == (f"indicators/{JAHAT}.yaml", "&#124;&#124;")
    cells = sel(row)
    assert cells[:2] == ["8:4", "**kesalahan**"]
    assert len(cells) == 4
    assert baca_kode(cells[2])[0] == f"{JAHAT} Tulis dengan titik: 3.01"
    assert set(re.findall(r"[@<\[]", baca_kode(text)[1])) == set()


def test_files_with_errors_and_errors_come_first() -> None:
    problems = [peringatan(2, berkas=HASIL), peringatan(1), masalah(5)]
    said = ringkasan(problems)
    assert said.startswith("## Pemeriksaan data\n\n**1 kesalahan, 2 peringatan.**\n")
    places = [said.index(part) for part in (f"`{IKU}`", "| 5:4 ", "| 1:2 ", f"`{HASIL}`", "| 2:2 ")]
    assert places == sorted(places)
    assert said.count("### ") == 2


def test_nothing_wrong_is_said_in_one_sentence() -> None:
    assert ringkasan([]) == "## Pemeriksaan data\n\n**0 kesalahan, 0 peringatan.**\n"


def test_what_does_not_fit_is_counted() -> None:
    problems = [masalah(n) for n in range(1, 2001)]
    said = ringkasan(problems, 50_000)
    shown = said.count("**kesalahan**")
    assert 100 < shown < 2000
    assert len(said.encode()) < 50_200
    rest = f"{2000 - shown:,}".replace(",", ".")
    assert said.endswith(f"\n\n{rest} masalah lagi tidak dimuat di sini. Semuanya ada di log.\n")


def test_a_summary_stays_below_the_limit_of_github() -> None:
    problems = [masalah(n, pesan="漢" * 300) for n in range(1, 3001)]
    assert 900_000 < len(ringkasan(problems).encode()) < 1024 * 1024
