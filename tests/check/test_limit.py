"""Of a file with very many problems the first are named; an error is never hidden by warnings."""

from iku_terbuka.check import MAX_PER_FILE, limited
from iku_terbuka.source.problems import Problem, Severity


def problem(line: int, severity: Severity, file: str = "a.yaml") -> Problem:
    return Problem(file, line, 1, "kode", "Pesan.", "Saran.", severity)


def test_as_many_as_fit_are_all_named_in_order() -> None:
    problems = [problem(line, Severity.ERROR) for line in range(MAX_PER_FILE, 0, -1)]
    assert limited(problems) == tuple(reversed(problems))


def test_errors_come_before_warnings_and_the_rest_is_counted() -> None:
    warnings = [problem(line, Severity.WARNING) for line in range(1, MAX_PER_FILE + 1)]
    found = limited([*warnings, problem(999, Severity.ERROR), problem(1, Severity.ERROR, "b.yaml")])
    assert problem(999, Severity.ERROR) in found
    (rest,) = (one for one in found if one.code == "terlalu-banyak-masalah")
    assert rest.message.startswith("Sedikitnya 1 masalah lain")
    assert not rest.is_error
    assert found[-1].file == "b.yaml"


def test_hidden_errors_still_block() -> None:
    found = limited(problem(line, Severity.ERROR) for line in range(1, 12_546))
    assert len(found) == MAX_PER_FILE + 1
    assert "12.345 masalah lain" in found[-1].message
    assert found[-1].is_error
