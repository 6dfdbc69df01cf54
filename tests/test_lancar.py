"""What is read in one pass is read as in two, and whatever is doubtful is left to those."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.source import Document, decode, teliti
from iku_terbuka.source.lancar import lancar
from iku_terbuka.source.tolak import MAX_DEPTH, left_over, unseen
from tests.conftest import AKAR, CONTOH, DATA


def sama(text: str) -> bool:
    """Hold the one pass against the two; tell whether the file was ordinary."""
    if [*unseen(text, "x.yaml"), *left_over(text, "x.yaml")]:
        return False  # never asked
    quick = lancar(text, "x.yaml")
    slow, problems = teliti(text, "x.yaml")
    if quick is None:
        return False
    assert problems == []
    assert slow is not None
    assert isi(quick) == isi(slow)
    return True


def isi(document: Document) -> tuple[object, ...]:
    """Return all of a document, the order of its keys too."""
    marks = (dict(document.value_marks), dict(document.key_marks))
    return repr(document.data), *marks, document.plain, document.kosong


@pytest.mark.parametrize("folder", [CONTOH, DATA / "indicators", AKAR / "indicators"])
def test_nearly_every_file_is_ordinary(folder: Path) -> None:
    files = list(folder.rglob("*.yaml"))
    ordinary = [sama(path.read_text(encoding="utf-8")) for path in files]
    assert len(files) > 5
    assert sum(ordinary) >= 0.7 * len(files)


def test_a_file_with_a_mistake_is_never_read_otherwise() -> None:
    texts = [decode(path.read_bytes(), "x") for path in (AKAR / "tests/invalid").rglob("*.yaml")]
    read = [sama(text) for text in texts if isinstance(text, str)]
    assert len(read) > 150
    assert any(read)
    assert not all(read)


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: 100,5}\n",
        "a: [3,5]\n",
        "a: [3, 5,6]\n",
        "a: 1\na: 2\n",
        "a  b: 1\n",
        "? [a]\n: 1\n",
        "a: &x 1\nb: *x\n",
        "a: !x 1\n",
        "a: !x {b: 1}\n",
        "? &x a\n: 1\n",
        "a: 1\n---\nb: 1\n",
        "- a\n",
        "satu\n",
        "",
        "# kosong\n",
        "a: [\n",
        'a: "b\n  c: d"\n',
        "a:\n- b\n   - c\n",
        'a: "\\u202e"\n',
        "a: b #c\n",
        "a:\n- 1. b\n",
        "a: • b\n",
        "a: {b}\n",
        f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n",
        f"a: {'[' * 5000}{']' * 5000}\n",
    ],
)
def test_what_is_not_ordinary_is_left_to_who_explains(text: str) -> None:
    assert lancar(text, "x.yaml") is None


@pytest.mark.parametrize(
    "text",
    [
        "a:\nb: ~\nc: null\nd: ''\n",
        "a:\n- b\n-\n- - c\n",
        "a: >-\n  b\n  c\nd: |\n  - e\n  f: g\n",
        "a: b\n  c\n",
        "{a: 1, b: [x, y]}\n",
        f"a: {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}\n",
    ],
)
def test_what_is_ordinary(text: str) -> None:
    assert sama(text)


BAGIAN = st.sampled_from(
    [
        *("a", "b", "c-d", "e f", "1", "3,5", "2.5", "~", "null", ""),
        *("-", "–", "•", "a.", "1.", "é"),
        *(": ", ":", "- ", ",", ", ", "\n", "\n  ", "\n    ", "\n- ", "{", "}", "[", "]", " #x"),
        *('"', "'", "|\n", ">-\n", "&x ", "*x", "!t ", "---\n", "\t", "\u200b", "? "),
    ]
)


@given(st.lists(BAGIAN, max_size=25).map("".join))
def test_any_text(text: str) -> None:
    sama(f"a: {text}\n")
    sama(text)
