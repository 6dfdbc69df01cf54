"""What a runner reads, read here by the rules of github.com/actions/runner, ActionCommand.cs."""

import re

from iku_terbuka.kabar import anotasi, tanpa_perintah
from tests.kabar.contoh import HASIL, IKU, JAHAT, masalah, peringatan


def baca(line: str) -> tuple[str, dict[str, str], str]:
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


def perintah(log: str) -> list[str]:
    """Return the lines of ``log`` that a runner obeys."""
    obeyed, waiting = [], None
    for line in log.split("\n"):
        stop = re.match(r"\s*::stop-commands::(.*)", line)
        if waiting is not None:
            waiting = None if line.lower().strip().startswith(f"::{waiting}::") else waiting
        elif stop:
            waiting = stop[1].lower()
        elif re.match(r"\s*::[a-z-]+( .*?)?::", line) or re.search(r"##\[.*?\]", line):
            obeyed.append(line)
    return obeyed


def test_an_annotation_has_place_code_and_message() -> None:
    assert baca(anotasi([masalah(8)])) == (
        "error",
        {"file": IKU, "line": "8", "col": "4", "title": "koma-desimal"},
        "Salah. Tulis dengan titik: 3.01",
    )


def test_errors_come_before_warnings_because_of_the_limit_of_ten() -> None:
    problems = [peringatan(1), masalah(2), peringatan(3, berkas=HASIL), masalah(4, berkas=HASIL)]
    read = [baca(line) for line in anotasi(problems).split("\n")]
    assert [(kind, pairs["line"]) for kind, pairs, _ in read] == [
        ("error", "2"),
        ("error", "4"),
        ("warning", "1"),
        ("warning", "3"),
    ]


def test_what_has_a_meaning_in_a_command_is_escaped() -> None:
    name, said = "indicators/a,line=9::b%3A/iku.yaml", "100%: a, b::c %0A d"
    line = anotasi([masalah(berkas=name, pesan=said)])
    assert "\n" not in line
    command, pairs, text = baca(line)
    assert (command, pairs["file"], pairs["line"]) == ("error", name, "1")
    assert text == f"{said} Tulis dengan titik: 3.01"


def test_a_name_with_line_breaks_stays_on_one_line() -> None:
    assert anotasi([masalah(berkas="a\n::error::b\rc")]).count("\n") == 0


def test_the_runner_obeys_nothing_in_the_text() -> None:
    text = f"     1 | ##[add-mask]x\n::error::palsu\n{JAHAT}\n::stop-commands::y\n::y::"
    assert perintah(text)
    log = tanpa_perintah(text)
    assert text in log
    assert perintah(f"{log}\n::error::benar") == ["::error::benar"]
