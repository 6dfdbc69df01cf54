"""Whatever a check says, it stays a message: short, on one line, and without what nobody sees."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iku_terbuka.source.problems import MAX_SENTENCES, Problem


def test_a_sentence_of_usual_length_stays_as_it_is() -> None:
    problem = Problem("a.yaml", 1, 1, "kode", "Satu  “dua”.", "Tulis: {nilai: 3}")
    assert (problem.message, problem.hint) == ("Satu  “dua”.", "Tulis: {nilai: 3}")


@given(st.text(), st.text(), st.integers(1, 400))
def test_any_sentence_becomes_one_that_can_be_shown(message: str, hint: str, times: int) -> None:
    problem = Problem("a\nb\x1b.yaml", 1, 1, "kode", message * times, hint * times)
    for said in (problem.message, problem.hint):
        assert len(said) <= MAX_SENTENCES
        assert said.isprintable()
    assert str(problem).isprintable()
    assert replace(problem, line=2).message == problem.message
