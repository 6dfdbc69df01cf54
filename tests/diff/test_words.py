from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.diff.values import ChangeKind
from iku_terbuka.diff.words import MAX_WORDS, diff_words, shorten

WORDS = st.lists(st.sampled_from(["satu", "dua", "tiga,", "empat."]), max_size=7).map(" ".join)


@given(WORDS, WORDS)
def test_a_comparison_holds_both_texts(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    for text, other in ((old, ChangeKind.NEW), (new, ChangeKind.REMOVED)):
        mine = [one.text for one in pieces if one.kind is not other]
        if "…" not in "".join(mine):
            assert " ".join(mine) == text


def test_words_around_a_change_are_shortened() -> None:
    words = [f"k{i}" for i in range(60)]
    pieces = diff_words(" ".join(words), " ".join([*words[:30], "x", *words[31:]]))
    assert [one.text for one in pieces] == [
        *("… k26 k27 k28 k29", "k30", "x", "k31 k32 k33 k34 …"),
    ]


def test_long_texts_are_replaced_in_no_time() -> None:
    old, new = "a b " * 5_000, "b b a " * 3_000
    pieces = diff_words(f"awal {old} akhir", f"awal {new} akhir")
    assert len(old.split()) > MAX_WORDS
    assert sum(len(one.text) for one in pieces) < 2_000


def test_a_text_is_cut_between_words() -> None:
    assert shorten("satu dua tiga empat", 12) == "satu dua …"
    assert shorten("satu", 4) == "satu"
    assert shorten("x" * 50, 10) == "x" * 8 + "…"
