"""The parser: every text becomes data that knows its lines, or problems with a place."""

import re
import time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iku_terbuka.source import Document, Mark, decode, parse
from iku_terbuka.source.problems import Problem

# A busy machine is no failure.
TENANG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Texts of the characters that mean something in YAML reach far more of the parser than any text.
BERARTI = st.text(alphabet="ab: -[]{}\"'#&*!|>%@`?~\n\r\t0125.,\\_<=", max_size=60)
BARIS = st.lists(
    st.sampled_from(
        [
            *(
                "a: b",
                "  - c: d",
                "   e: f",
                "- g",
                'h: "i',
                "j: 'k",
                'l: "m"',
                "n: [o, p",
                "q: {r: 1,5",
            ),
            *(
                "s: |",
                "t: >-",
                "\tu: v",
                "w: &x y",
                "z: *x",
                "! tag",
                "---",
                "...",
                "# catatan",
                "",
            ),
            *("aa", "bb:cc", "dd: ee: ff", "<<: {gg: hh}", "? ii", "]", "}", "jj: ]", "%YAML 1.2"),
            *(
                "kk:\xa0ll",
                "mm: “nn”",
                "oo: [1,2]",
                "pp: {qq, rr: }",
                '"": ss',
                "[tt]: uu",
                "12: 3,4",
            ),
        ]
    ),
    max_size=8,
).map("\n".join)
LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def read(text: str) -> Document:
    document, problems = parse(text, "uji.yaml")
    assert problems == []
    assert document is not None
    return document


def wrong(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of what is wrong in ``text``."""
    return [(found.line, found.column, found.code) for found in parse(text, "uji.yaml")[1]]


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@TENANG
@given(text=st.one_of(st.text(), BERARTI, BARIS))
def test_any_text_is_data_or_problems_with_a_place(text: str, loader: type) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("iku_terbuka.source.nodes.LOADER", loader)
        document, problems = parse(text, "uji.yaml")
    assert document is not None or problems
    lines = re.split("\r\n|\r|\n", text)
    for found in problems:
        assert 1 <= found.line <= len(lines), found
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1, found
        assert len(str(found).splitlines()) == 1, "one problem is one line"


@TENANG
@given(text=st.one_of(st.text(), BERARTI, BARIS))
def test_every_value_is_found_where_it_stands(text: str) -> None:
    document, _ = parse(text, "uji.yaml")
    lines = re.split("\r\n|\r|\n", text)
    for key, value in document.data.items() if document else ():
        mark = document.mark((key,), key=True)
        rest = lines[mark.line - 1][mark.column - 1 :]
        assert rest.startswith((key[:1], '"', "'", "?")), (key, rest)
        if isinstance(value, str) and re.fullmatch(r"[a-z0-9.]+", value):
            mark = document.mark((key,))
            assert lines[mark.line - 1][mark.column - 1 :].startswith((value, '"', "'", "|", ">"))


@TENANG
@given(raw=st.binary())
def test_any_bytes_are_text_or_a_problem(raw: bytes) -> None:
    text = decode(raw, "uji.yaml")
    if isinstance(text, Problem):
        assert text.code == "bukan-utf8"
        assert 1 <= text.line <= raw.count(b"\n") + raw.count(b"\r") + 1
    else:
        assert text.encode() == raw.removeprefix(b"\xef\xbb\xbf")


@TENANG
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_byte_order_mark_is_no_part_of_the_text(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "uji.yaml") == text


def test_scalars_stay_the_text_they_were_typed_as() -> None:
    typed = ["no", "010", "12:30", "1_000", "3.20", "2021-12", "1e5", "true", "3,01", ".5", "="]
    written = "".join(f"  - {value}\n" for value in typed)
    assert read(f"a:\n{written}").data == {"a": typed}


def test_a_quoted_scalar_is_the_text_between_the_quotes() -> None:
    assert read('a: "3.20"\nb: \'~\'\nc: "null"\n').data == {"a": "3.20", "b": "~", "c": "null"}


def test_an_empty_value_is_absent() -> None:
    document = read("a:\nb: ~\nc: null\nd: {e: , f: 1}\ng:\n  -\n  - h\ni: ''\n")
    assert document.data == {"d": {"f": "1"}, "g": [None, "h"], "i": ""}
    assert document.mark(("a",)) == Mark(1, 1)


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_every_line_end_counts_lines_alike(line_end: str) -> None:
    document = read(line_end.join(["# catatan", "a: b", "", "c:", "  d: e"]))
    assert document.data == {"a": "b", "c": {"d": "e"}}
    assert document.mark(("c", "d")) == Mark(5, 6)


def test_columns_count_characters() -> None:
    assert read("a: {“é”: 😀, b: c}").mark(("a", "b")) == Mark(1, 16)


def test_a_key_is_one_whatever_space_surrounds_it() -> None:
    assert wrong('2025: 1\n"2025 ": 2\n') == [(2, 1, "kunci-ganda")]


SUSUNAN = """\
sasaran:
  - nama: Mutu
    indikator:
      - {id: indeks, target: {2025: 3.4}}
"""


def test_a_mark_is_the_place_of_a_value_or_of_its_key() -> None:
    document = read(SUSUNAN)
    target = ("sasaran", 0, "indikator", 0, "target", "2025")
    assert document.mark(target) == Mark(4, 37)
    assert document.mark(target, key=True) == Mark(4, 31)
    assert document.mark(("sasaran", 0)) == Mark(2, 5)


def test_a_path_that_is_not_there_has_the_mark_of_its_nearest_parent() -> None:
    document = read(SUSUNAN)
    assert document.mark(("sasaran", 0, "indikator", 0, "target", "2026")) == Mark(4, 30)
    assert document.mark(("sasaran", 0, "jenjang"), key=True) == Mark(2, 5)
    assert document.mark(("visi",)) == Mark(1, 1)


def test_a_problem_stands_where_its_path_points() -> None:
    problem = read(SUSUNAN).problem(("sasaran", 0, "nama"), "kode-uji", "Salah.", "Perbaiki.")
    assert str(problem) == "uji.yaml:2:11: Salah. Perbaiki. [kode-uji]"


@pytest.mark.parametrize(
    "text",
    [
        'a: "b\nc: d\n',
        'a: "b\nc: "d"\n',
        "a: 'b\nc: d\ne: 'f'\n",
        'a: "b\nc: d"\ne: f\n',
        'a: "b\n2021: 3.4\nc: "d"\n',
        'a: "b\nc:\n  - "d"\n',
        'a: "b\n---\nc: d"\n',
    ],
)
def test_an_unclosed_quote_is_reported_once_where_it_opens(text: str) -> None:
    ((line, column, _),) = wrong(text)
    assert (line, column) == (1, 4)


@pytest.mark.parametrize(
    "value",
    [
        *("'Jum'at bersih", "'Jum'at bersih'", "'Baca Al-Qur'an tiap Jum'at", "'Kata' baik"),
        *('"Kata "baik" ini"', '"Kata \\d', '"Kata \\" ini', '"Kata ini\\"', "\"Kata 'baik'"),
        *('{2024: "86, 2025: 88}', "{2024: '86, 2025: 88}", "{2024: '86' %, 2025: 88}"),
        *("{2024: 86, 2025: {nilai: 88}", "{2024: 86, 2025: 88]", "{2024: 86}}", "{2024: 86"),
        *("[satu, 'dua]", '[satu, "dua" tiga]', "[satu, [dua]", "[satu, dua]]", "[satu, {dua]"),
        *("[satu] dua", "{satu} dua", "[satu", "*satu", "'satu'\n    dua", '"satu"\n    dua'),
    ],
)
@pytest.mark.parametrize(
    "below",
    ["", "  c: d\n", '  c: "d"\n', '  c: Hari Jum\'at, "baik"\n', "  c: ['d', \"e\"]\ne: 'f'\n"],
)
def test_a_broken_value_is_reported_where_it_begins(value: str, below: str) -> None:
    assert min(wrong(f"instansi: A\na:\n  b: {value}\n{below}"))[0] == 3


@pytest.mark.parametrize(
    "text",
    [
        'a: "panjang\n  sekali"\n',
        'a: "panjang\n\n  Sekali: ya\n  dua kali: ya"\n',
        "a: panjang\n  sekali - ya\n",
        "a: >-\n  b: c\n  - d\n",
        "a: 'Jum''at'\n",
    ],
)
def test_text_over_several_lines_is_no_mistake(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: {2021: 5, 2022: }", {"a": {"2021": "5"}}),
        ("a: {2021: 5,2022: 6}", {"a": {"2021": "5", "2022": "6"}}),
        ("a: [1, 2]", {"a": ["1", "2"]}),
        ('a: ["1","2"]', {"a": ["1", "2"]}),
        ("a: [b,2]", {"a": ["b", "2"]}),
    ],
)
def test_commas_that_separate_are_no_decimal_commas(text: str, data: dict[str, object]) -> None:
    assert read(text).data == data


def test_everything_that_is_refused_on_sight_is_reported_at_once() -> None:
    assert wrong("a: &b c\nd: *b\ne: !f g\nh: [i\n") == [
        (1, 4, "alias-yaml"),
        (2, 4, "alias-yaml"),
        (3, 4, "tag-yaml"),
        (4, 4, "sintaks-yaml"),
    ]


def test_a_list_of_which_every_hyphen_is_missing_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    document, _ = parse("a:\n" + "  - b: 1\n    c: 2\n    b: 1\n    c: 2\n", "uji.yaml")
    assert document is not None
    assert document.data == {"a": [{"b": "1", "c": "2"}] * 2}
    _, problems = parse("a:\n  - b: 1\n" + "    c: 2\n    b: 1\n" * 20_000, "uji.yaml")
    assert len(problems) == 20_000
    assert time.process_time() - start < 10


def test_a_key_that_is_a_list_begins_no_item() -> None:
    repeated = "a:\n  - ? [b]\n    c: 1\n    ? [b]\n    c: 1\n"
    assert [code for _, _, code in wrong(repeated)] == ["kunci-bukan-teks"] * 2 + ["kunci-ganda"]
