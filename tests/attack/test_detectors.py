"""Each detector is shown what it must find."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from iku_terbuka.source.problems import Problem
from tests.attack import common, formulas, kills, site, trees, workbooks, yaml
from tests.attack.common import DINAS, Fault, smaller, verdict
from tests.attack.site import check_beside, check_site
from tests.conftest import ROOT


def raises(error: Exception) -> Callable[[bytes], None]:
    def attack(_: bytes) -> None:
        raise error

    return attack


def waits(_: bytes) -> None:
    time.sleep(30)


def computes(_: bytes) -> None:
    while True:
        pass


def takes_memory(_: bytes) -> None:
    bytearray(b"x") * (common.peak_memory() + 60_000_000)


def test_an_exception_is_found_and_named_without_its_line() -> None:
    assert verdict(raises(ValueError("x")), b"") == "ValueError in attack/test_detectors.py attack"
    assert verdict(raises(Fault("broken")), b"") == "broken"
    assert verdict(lambda _: None, b"") == ""


@pytest.mark.parametrize("attack", [waits, computes])
def test_a_hang_is_found(monkeypatch: pytest.MonkeyPatch, attack: Callable[[bytes], None]) -> None:
    monkeypatch.setattr(common, "MAX_SECONDS", 0.2)
    monkeypatch.setattr(common, "MAX_WAIT", 1)
    assert verdict(attack, b"") == f"hangs in attack/test_detectors.py {attack.__name__}"


def test_hunger_for_memory_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "MAX_MEMORY", 50_000_000)
    assert verdict(takes_memory, b"") == "takes too much memory"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("raise ValueError('x')", "traceback: ValueError in no file of ours"),
        ("import time; time.sleep(60)", "a command hangs"),
        ("while True: pass", "a command hangs"),
        ("import sys; sys.exit(3)", "exit status 3"),
        ("import os; os.abort()", "exit status -6"),
        ("import sys; sys.exit(1)", ""),
    ],
)
def test_what_a_command_must_not_do_is_found(
    monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    monkeypatch.setattr(common, "MAX_SECONDS", 1)
    monkeypatch.setattr(common, "MAX_WAIT", 15)
    words = [sys.executable, "-c", program]
    assert verdict(lambda _: common.command(words, Path.cwd(), dict(os.environ)), b"") == said


def test_a_failing_input_is_made_smaller() -> None:
    case = bytes(range(32, 127)) * 20
    assert smaller(case + b"jahat" + case, lambda part: b"jahat" in part) == b"jahat"
    value = {"a": ["x", "yyjahat"], "b": {"c": 1}}
    found = smaller(json.dumps(value).encode(), lambda part: b"jahat" in part)
    assert json.loads(found) == {"a": ["jahat"]}


@pytest.mark.parametrize(
    ("line", "column", "message", "said"),
    [
        (3, 1, "Salah.", "names a place outside"),
        (1, 9, "Salah.", "names a place outside"),
        (1, 1, "k" * 2_000, "more than 1000 characters"),
        (2, 3, "Salah.", ""),
    ],
)
def test_a_message_that_is_none_is_found(
    monkeypatch: pytest.MonkeyPatch, line: int, column: int, message: str, said: str
) -> None:
    problem = Problem("indicators/kabupaten-contoh/pemda.yaml", line, column, "kode", "Salah.")
    object.__setattr__(problem, "message", message)  # past the cut that every message gets
    monkeypatch.setattr(yaml, "check", lambda *_: (problem,))
    assert said in (found := verdict(yaml.attack, b"a: b\nc:"))
    assert bool(found) == bool(said)


def test_a_report_that_steers_a_terminal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml.report, "annotations", lambda _: "::error file=a::\x1b[2J")
    with pytest.raises(Fault, match="terminal"):
        yaml.check_reports((Problem("indicators/a", 1, 1, "kode", "Salah."),), {})


def test_a_wrong_value_and_foreign_markup_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    case = b'{"rumus": "target / 3", "angka": {"target": ["1"]}, "kata": {"target": "t"}}'
    assert verdict(formulas.attack, case) == ""
    monkeypatch.setattr(formulas.formula, "evaluate", lambda *_: formulas.Decimal("0.333"))
    assert verdict(formulas.attack, case) == "the value is not the one of whole fractions"
    for markup in ("<mtext><script>x</script></mtext>", "<mrow>"):
        with pytest.raises(Fault):
            formulas.check_markup(markup)


def test_most_draws_differ() -> None:
    for kind in (yaml, formulas):
        assert len({kind.draw(Random(number)) for number in range(50)}) > 40


HOME = '<html lang="id"><body><a href="{}">x</a></body></html>'


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"index.html": HOME.format("index.html")}, ""),
        ({"a.html": HOME.format("a.html")}, "no home page"),
        ({"index.html": HOME.format("tidak-ada.html")}, "leads nowhere"),
        ({"index.html": HOME.format("#tidak-ada")}, "leads nowhere"),
        ({"index.html": HOME.format("javascript:alert(1)")}, "scheme of its own"),
        ({"index.html": '<p onclick="x">a</p>'}, "a handler"),
        ({"index.html": "<p><b>a</p></b>"}, "a .html file is broken: AssertionError"),
        ({"index.html": HOME.format(""), "a.json": "{"}, "a .json file is broken"),
        ({"index.html": HOME.format(""), "a.xml": "<a>"}, "a .xml file is broken"),
        ({"index.html": HOME.format(""), "a.csv": "a,b\n1\n"}, "a .csv file is broken"),
        ({"index.html": HOME.format(""), "a.xlsx": "PK"}, "a .xlsx file is broken"),
    ],
)
def test_a_broken_site_is_found(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = verdict(lambda _: check_site(tmp_path), b"")
    assert said in found
    assert bool(said) == bool(found)


def test_a_missing_page_and_rubbish_are_found(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(HOME.format(""), encoding="utf-8")
    assert "is missing" in verdict(lambda _: check_site(site, ["a/index.html"]), b"")
    (tmp_path / ".site-x").mkdir()
    assert "rubbish" in verdict(lambda _: check_beside(site), b"")


def test_an_import_that_changes_what_it_must_not_is_found(tmp_path: Path) -> None:
    file = f"{DINAS}/capaian/2025.yaml"
    for taken, name, said in (
        (False, file, "a refused import changes a file"),
        (True, "lain.yaml", "an import touches other files"),
        (True, file, "an import writes what is not valid"),
    ):
        (tmp_path / "catatan.yaml").write_text("bukan data")
        with pytest.raises(Fault, match=said):
            workbooks.check_import(taken, {}, {name: b""}, tmp_path)


def test_half_a_site_and_none_are_found(tmp_path: Path) -> None:
    old, new = {"a": b"1", "b": b"1"}, {"a": b"2", "b": b"2"}
    with pytest.raises(Fault, match="no site"):
        kills.check_swap(tmp_path / "site", old, new)
    (tmp_path / "a").write_bytes(b"2")
    with pytest.raises(Fault, match="half a site"):
        kills.check_swap(tmp_path, old, new)
    (tmp_path / "b").write_bytes(b"2")
    kills.check_swap(tmp_path, old, new)


@pytest.mark.browser
def test_a_script_a_dialog_and_a_request_are_found(tmp_path: Path) -> None:
    """In a process of its own, beside the browser that other tests have open."""
    program = (
        "from playwright.sync_api import sync_playwright; import sys; from pathlib import Path\n"
        "from tests.attack.browser import control, launch\n"
        "with sync_playwright() as playwright:\n"
        "    print(sorted(set(control(launch(playwright), Path(sys.argv[1])))))"
    )
    words = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout == "['a dialog opens', 'a request leaves the site', 'a script runs: 1']\n"


def test_an_honest_tree_is_built_and_a_planted_page_is_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = json.dumps(trees.honest()).encode()
    assert verdict(trees.attack, case) == ""
    monkeypatch.setattr(site, "planned", lambda _: ["tidak/ada.html"])
    assert verdict(trees.attack, case) == "a planned page or file is missing"
