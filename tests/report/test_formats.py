"""What programs read. Commands are parsed by the rules of actions/runner, ActionCommand.cs."""

import json
import re
from typing import Any

from iku_terbuka.report import annotations, code_quality, problem_json, without_commands
from tests.report.problems import HOSTILE, IKU, RESULTS, error, warning


def test_the_keys_are_fixed() -> None:
    first, second = json.loads(problem_json([error(8), warning(9)]))
    assert list(first.items()) == [
        ("file", IKU),
        ("line", 8),
        ("column", 4),
        ("code", "koma-desimal"),
        ("severity", "error"),
        ("message", "Salah."),
        ("hint", "Tulis dengan titik: 3.01"),
    ]
    assert second["severity"] == "warning"
    assert problem_json([]) == "[]"


def test_a_name_that_is_no_text_becomes_text() -> None:
    said = problem_json([error(file="latin-\udce9/\x9b1m.yaml")])
    assert said.encode()
    assert json.loads(said)[0]["file"] == "latin-?/?1m.yaml"


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Return command, properties and text of a line as a runner takes it."""
    assert line.startswith("::")
    info, _, text = line[2:].partition("::")
    command, _, properties = info.partition(" ")
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    for escaped, plain in (("%3A", ":"), ("%2C", ","), ("%25", "%")):
        pairs = {key: value.replace(escaped, plain) for key, value in pairs.items()}
    for escaped, plain in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return command, pairs, text


def obeyed(log: str) -> list[str]:
    """Return the lines of ``log`` that a runner obeys."""
    found, waiting = [], None
    for line in log.split("\n"):
        stop = re.match(r"\s*::stop-commands::(.*)", line)
        if waiting is not None:
            waiting = None if line.lower().strip().startswith(f"::{waiting}::") else waiting
        elif stop:
            waiting = stop[1].lower()
        elif re.match(r"\s*::[a-z-]+( .*?)?::", line) or re.search(r"##\[.*?\]", line):
            found.append(line)
    return found


def test_an_annotation_has_place_code_and_message() -> None:
    assert parsed(annotations([error(8)])) == (
        "error",
        {"file": IKU, "line": "8", "col": "4", "title": "koma-desimal"},
        "Salah. Tulis dengan titik: 3.01",
    )


def test_errors_come_before_warnings_because_of_the_limit_of_ten() -> None:
    problems = [warning(1), error(2), warning(3, file=RESULTS), error(4, file=RESULTS)]
    read = [parsed(line) for line in annotations(problems).split("\n")]
    assert [(kind, pairs["line"]) for kind, pairs, _ in read] == [
        ("error", "2"),
        ("error", "4"),
        ("warning", "1"),
        ("warning", "3"),
    ]


def test_what_has_a_meaning_in_a_command_is_escaped() -> None:
    name, said = "indicators/a,line=9::b%3A/iku.yaml", "100%: a, b::c %0A d"
    line = annotations([error(file=name, message=said)])
    assert "\n" not in line
    command, pairs, text = parsed(line)
    assert (command, pairs["file"], pairs["line"]) == ("error", name, "1")
    assert text == f"{said} Tulis dengan titik: 3.01"


def test_a_name_with_line_breaks_stays_on_one_line() -> None:
    assert annotations([error(file="a\n::error::b\rc")]).count("\n") == 0


def test_the_runner_obeys_nothing_in_the_text() -> None:
    text = f"     1 | ##[add-mask]x\n::error::false\n{HOSTILE}\n::stop-commands::y\n::y::"
    assert obeyed(text)
    log = without_commands(text)
    assert text in log
    assert obeyed(f"{log}\n::error::true") == ["::error::true"]


def report(*problems: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(code_quality(problems))
    return found


def test_an_entry_has_what_gitlab_documents() -> None:
    first, second = report(error(8), warning(9, file=RESULTS))
    assert re.fullmatch("[0-9a-f]{40}", first.pop("fingerprint"))
    assert first == {
        "description": "Salah. Tulis dengan titik: 3.01",
        "check_name": "koma-desimal",
        "severity": "major",
        "location": {"path": IKU, "lines": {"begin": 8}},
    }
    assert second["severity"] == "minor"
    assert second["location"] == {"path": RESULTS, "lines": {"begin": 9}}


def test_nothing_wrong_is_an_empty_report() -> None:
    assert report() == []


def test_a_fingerprint_stays_when_lines_move() -> None:
    def fingerprints(shift: int) -> list[str]:
        said = f"Id “x” sudah dipakai pada baris {7 + shift}."
        lines = f"3 dari 9 indikator tidak punya satuan: baris {1 + shift}, {5 + shift}."
        problems = (error(8), error(9), error(9, message=said), error(9, message=lines))
        moved = [
            error(one.line + shift, one.code, file=one.file, message=one.message)
            for one in problems
        ]
        return [entry["fingerprint"] for entry in report(*moved)]

    assert fingerprints(0) == fingerprints(40)


def test_fingerprints_are_unique_even_of_the_same_problem_twice() -> None:
    problems = [error(n) for n in range(1, 6)] + [error(1, "x"), error(1, file=RESULTS)]
    found = [entry["fingerprint"] for entry in report(*problems, error(1, message="Lain."))]
    assert len(set(found)) == len(found) == 8
